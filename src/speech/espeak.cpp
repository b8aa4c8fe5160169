// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/espeak.h"

#include <dlfcn.h>
#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace loa::speech::espeak {
namespace {
namespace fs = std::filesystem;

// What only this process knows of the engine that it runs.
fs::path g_data;
const Sink* g_sink = nullptr;
std::vector<WordEvent> g_words;

bool has_file(const fs::path& relative) {
  std::error_code error;
  const auto size = fs::file_size(g_data / relative, error);
  return !error && size > 0;
}

/// Names of voices whose file is known: given by their file the engine loads them at
/// once; by name it reads all of its some two hundred voice files first.
std::string voice_file(const std::string& name) {
  struct Known {
    const char* name;
    const char* file;
  };
  static constexpr Known kKnown[] = {{"vi", "aav/vi"},
                                     {"vi-vn-x-central", "aav/vi-VN-x-central"},
                                     {"vi-vn-x-south", "aav/vi-VN-x-south"},
                                     {"en", "gmw/en"}};
  for (const Known& known : kKnown)
    if (name == known.name && has_file(fs::path("lang") / known.file)) return known.file;
  return name;
}

struct Name {
  std::string voice, variant;
};
Name split_name(const std::string& name) {
  const std::size_t plus = name.find('+');
  if (plus == std::string::npos) return {name, {}};
  return {name.substr(0, plus), name.substr(plus + 1)};
}

/// A wrong variant is no error for the engine, so its file is looked for.
bool has_variant(const std::string& variant) {
  return !variant.empty() && variant.find('/') == std::string::npos &&
         has_file(fs::path("voices") / "!v" / variant);
}

/// The engine's pitch goes from 0 to 99 over about two octaves, in equal steps of
/// the logarithm (measured on the F0 of level tones).
constexpr double kCentsOfPitchStep = 24.2;

// The engine takes values out of bounds and does strange things with them.
void set(espeak_PARAMETER parameter, int value, int least, int most) {
  espeak_SetParameter(parameter, std::clamp(value, least, most), 0);
}

int on_audio(short* samples, int count, espeak_EVENT* events) {
  g_words.clear();
  for (const espeak_EVENT* event = events; event->type != espeakEVENT_LIST_TERMINATED; ++event)
    if (event->type == espeakEVENT_WORD) g_words.push_back({event->text_position, event->sample});
  const std::size_t size = samples == nullptr ? 0 : static_cast<std::size_t>(std::max(count, 0));
  (*g_sink)({samples, size}, g_words);
  return 0;
}

/// The breath of a voice is noise. eSpeak NG 1.51 makes the same one in each process; 1.52
/// draws it anew, but lets its seed be chosen, and the same text must give the same samples.
void fix_noise() {
  using SetSeed = int (*)(long);
  constexpr long kSeed = 1;
  void* const set_seed = dlsym(RTLD_DEFAULT, "espeak_ng_SetRandSeed");
  if (set_seed != nullptr) reinterpret_cast<SetSeed>(set_seed)(kSeed);
}

}  // namespace

std::string library_file() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&espeak_Initialize), &info) == 0 || info.dli_fname == nullptr)
    return {};
  return info.dli_fname;
}

std::string installed_data() {
  std::error_code error;
  const fs::path data = fs::path(library_file()).parent_path() / "espeak-ng-data";
  return fs::is_regular_file(data / "phontab", error) ? data.string() : std::string{};
}

wire::Reply start(const std::string& data_path) {
  // The library falls back to these, whatever path it is given.
  unsetenv("ESPEAK_DATA_PATH");
  setenv("HOME", "/nonexistent", 1);

  wire::Reply reply;
  const std::string wanted = data_path.empty() ? installed_data() : data_path;
  reply.subject = wanted;
  std::error_code error;
  fs::path folder = wanted;
  if (!wanted.empty() && fs::is_directory(folder / "espeak-ng-data", error)) folder /= "espeak-ng-data";
  for (const char* file : {"phontab", "phonindex", "phondata", "intonations"})
    if (!wanted.empty() && (fs::file_size(folder / file, error) == 0 || error)) {
      reply.status = wire::Status::no_data;
      reply.subject = (folder / file).string();
      return reply;
    }
  // 0: the shortest blocks, so that the first one comes at once.
  const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, wanted.empty() ? nullptr : folder.c_str(),
                                     espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0) {
    reply.status = wire::Status::no_data;
    return reply;
  }
  fix_noise();
  const char* used = nullptr;
  reply.version = espeak_Info(&used);
  reply.version = reply.version.substr(0, reply.version.find(' '));
  reply.data_path = used == nullptr ? "" : used;
  reply.sample_rate = rate;
  g_data = reply.data_path;
  // A folder that the library does not like is no error to it: it takes another.
  if (!wanted.empty() && !fs::equivalent(g_data, folder, error)) {
    reply.status = wire::Status::other_data;
    return reply;
  }
  // Without its dictionary a language is spelled letter by letter, without an error.
  for (const char* dictionary : {"vi_dict", "en_dict"})
    if (!has_file(dictionary)) {
      reply.status = wire::Status::incomplete_data;
      reply.subject = (g_data / dictionary).string();
      return reply;
    }
  espeak_SetSynthCallback(on_audio);
  return reply;
}

wire::Status set_voice(const VoiceSettings& settings, std::string& subject) {
  Name name = split_name(settings.voice);
  std::transform(name.voice.begin(), name.voice.end(), name.voice.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (settings.voice.find('+') != std::string::npos && !has_variant(name.variant)) {
    subject = name.variant;
    return wire::Status::no_variant;
  }
  const std::string suffix = name.variant.empty() ? "" : "+" + name.variant;
  if (name.voice.empty() || espeak_SetVoiceByName((voice_file(name.voice) + suffix).c_str()) != EE_OK) {
    subject = name.voice;
    return wire::Status::no_voice;
  }
  set_delivery(settings, {});
  // Below a range of 40 the tones vanish.
  set(espeakRANGE, settings.range, 40, 99);
  set(espeakVOLUME, settings.amplitude, 0, 200);
  set(espeakWORDGAP, settings.word_gap, 0, 500);
  return wire::Status::ok;
}

void set_delivery(const VoiceSettings& settings, const Delivery& delivery) {
  set(espeakRATE, settings.rate_wpm * delivery.rate_percent / 100, 80, 450);
  set(espeakPITCH, settings.pitch + static_cast<int>(std::lround(delivery.pitch_cents / kCentsOfPitchStep)),
      0, 99);
}

VoiceSettings english(const VoiceSettings& settings) {
  VoiceSettings result = settings;
  const std::string variant = split_name(settings.voice).variant;
  result.voice = variant.empty() ? "en" : "en+" + variant;
  // At the same amplitude it is that much quieter (EBU R 128; measured with all voices of ours).
  constexpr double kQuieterDb = 3.25;
  result.amplitude = static_cast<int>(std::lround(settings.amplitude * std::pow(10, kQuieterDb / 20)));
  return result;
}

bool compile_phonemes(const std::string& sources, const std::string& data, int log) {
  std::FILE* const stream = fdopen(dup(log), "w");
  if (stream == nullptr) return false;
  // The compiler closes what it writes to.
  return espeak_ng_CompilePhonemeDataPath(espeak_ng_GetSampleRate(), sources.c_str(), data.c_str(), stream,
                                          nullptr) == ENS_OK;
}

bool speak(const std::string& text, const Sink& sink) {
  g_sink = &sink;
  // The flags are exactly these: with any other, text is taken as markup or phonemes.
  return espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr,
                      nullptr) == EE_OK;
}

}  // namespace loa::speech::espeak
