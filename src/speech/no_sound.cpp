// SPDX-License-Identifier: GPL-3.0-or-later
// The library libpcaudio.so.0 as Loa needs it: no sound at all.
//
// eSpeak NG is linked with pcaudio to play by itself, which Loa never asks of it
// (AUDIO_OUTPUT_SYNCHRONOUS hands over the samples). The true library brings
// PulseAudio, ALSA, D-Bus and X11 into the process: more than half of the time that
// the program takes to start, and of the pages that each fork has to map. This one
// has the same name and functions and is linked by the program itself, so the
// loader takes it for eSpeak NG too. Where it is not found the true one is loaded,
// and nothing else changes.

#define LOA_EXPORT extern "C" __attribute__((visibility("default")))

// As in pcaudiolib/audio.h, but for types that nobody here looks into.
struct audio_object;

namespace {
constexpr int kNoDevice = -1;
}

LOA_EXPORT audio_object* create_audio_device_object(const char*, const char*, const char*);
LOA_EXPORT int audio_object_open(audio_object*, int, unsigned, unsigned char);
LOA_EXPORT void audio_object_close(audio_object*);
LOA_EXPORT void audio_object_destroy(audio_object*);
LOA_EXPORT int audio_object_write(audio_object*, const void*, unsigned long);
LOA_EXPORT int audio_object_drain(audio_object*);
LOA_EXPORT int audio_object_flush(audio_object*);
LOA_EXPORT const char* audio_object_strerror(audio_object*, int);

audio_object* create_audio_device_object(const char*, const char*, const char*) { return nullptr; }
int audio_object_open(audio_object*, int, unsigned, unsigned char) { return kNoDevice; }
void audio_object_close(audio_object*) {}
void audio_object_destroy(audio_object*) {}
int audio_object_write(audio_object*, const void*, unsigned long) { return kNoDevice; }
int audio_object_drain(audio_object*) { return kNoDevice; }
int audio_object_flush(audio_object*) { return kNoDevice; }
const char* audio_object_strerror(audio_object*, int) { return "no sound is played here"; }
