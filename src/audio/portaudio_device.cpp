// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>
#include <portaudio.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <mutex>
#include <optional>
#include <utility>

#include "audio/sound_device.h"
#include "loa/base/message.h"

namespace loa::audio {
namespace {

/// PortAudio, opened on first use: with JACK behind it, linking it cost every start of
/// the program 1.4 ms, which only those who listen should pay. A machine without it
/// can still render.
struct PortAudio {
  decltype(&Pa_Initialize) initialize = nullptr;
  decltype(&Pa_Terminate) terminate = nullptr;
  decltype(&Pa_GetErrorText) error_text = nullptr;
  decltype(&Pa_GetDeviceCount) device_count = nullptr;
  decltype(&Pa_GetDeviceInfo) device_info = nullptr;
  decltype(&Pa_GetHostApiInfo) host_api_info = nullptr;
  decltype(&Pa_GetHostApiCount) host_api_count = nullptr;
  decltype(&Pa_GetDefaultOutputDevice) default_output = nullptr;
  decltype(&Pa_OpenStream) open_stream = nullptr;
  decltype(&Pa_SetStreamFinishedCallback) set_finished = nullptr;
  decltype(&Pa_GetStreamInfo) stream_info = nullptr;
  decltype(&Pa_StartStream) start_stream = nullptr;
  decltype(&Pa_AbortStream) abort_stream = nullptr;
  decltype(&Pa_CloseStream) close_stream = nullptr;
};

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

// ALSA and JACK write some 80 lines to stderr while PortAudio asks them for devices.
// PortAudio has no switch for that, but both take a handler. PortAudio itself prints what
// its author would want to know when a device dies, and takes none: it gets a stderr of
// its own. Ours goes to the descriptor, not through the stream.
// NOLINTNEXTLINE(cert-dcl50-cpp): the type of ALSA's handler
void say_nothing(const char*, int, const char*, int, const char*, ...) {}
void say_nothing_either(const char*) {}

void silence_back_ends(void* library) {
  void (*alsa)(void (*)(const char*, int, const char*, int, const char*, ...)) = nullptr;
  if (find(library, "snd_lib_error_set_handler", alsa)) alsa(&say_nothing);
  void (*jack)(void (*)(const char*)) = nullptr;
  if (find(library, "jack_set_error_function", jack)) jack(&say_nothing_either);
  if (find(library, "jack_set_info_function", jack)) jack(&say_nothing_either);
  static std::FILE* const nowhere = std::fopen("/dev/null", "we");
  if (nowhere != nullptr) stderr = nowhere;  // glibc: a variable that may be set
}

std::optional<PortAudio> load_portaudio() {
  void* library = dlopen("libportaudio.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  PortAudio pa;
  const bool complete =
      find(library, "Pa_Initialize", pa.initialize) && find(library, "Pa_Terminate", pa.terminate) &&
      find(library, "Pa_GetErrorText", pa.error_text) &&
      find(library, "Pa_GetDeviceCount", pa.device_count) &&
      find(library, "Pa_GetDeviceInfo", pa.device_info) &&
      find(library, "Pa_GetHostApiInfo", pa.host_api_info) &&
      find(library, "Pa_GetHostApiCount", pa.host_api_count) &&
      find(library, "Pa_GetDefaultOutputDevice", pa.default_output) &&
      find(library, "Pa_OpenStream", pa.open_stream) &&
      find(library, "Pa_SetStreamFinishedCallback", pa.set_finished) &&
      find(library, "Pa_GetStreamInfo", pa.stream_info) && find(library, "Pa_StartStream", pa.start_stream) &&
      find(library, "Pa_AbortStream", pa.abort_stream) && find(library, "Pa_CloseStream", pa.close_stream);
  if (!complete) return std::nullopt;
  silence_back_ends(library);
  return pa;
}

const PortAudio* portaudio() {
  static const std::optional<PortAudio> loaded = load_portaudio();
  return loaded ? &*loaded : nullptr;
}

/// PortAudio's own calls must not meet in two threads. A thread left behind in a hung
/// call keeps the lock for good: whoever comes next hits a time limit as well.
std::mutex& portaudio_lock() {
  static auto* const lock = new std::mutex;  // never destroyed: such a thread may outlive main()
  return *lock;
}

std::string file_hint() { return tr("to get a file instead of sound: loa render -o bulletin.wav FILE"); }

Error no_device(std::string message) {
  return Error{ErrorCode::no_device, std::move(message)}.with_hint(file_hint());
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::optional<std::size_t> find_device(const std::vector<Device>& devices, const std::string& which) {
  const auto position = [&](auto matches) -> std::optional<std::size_t> {
    const auto found = std::find_if(devices.begin(), devices.end(), matches);
    if (found == devices.end()) return std::nullopt;
    return static_cast<std::size_t>(found - devices.begin());
  };
  if (which.empty()) {
    const auto chosen = position([](const Device& d) { return d.is_default; });
    return chosen || devices.empty() ? chosen : std::optional<std::size_t>(0);
  }
  if (const auto same = position([&](const Device& d) { return d.name == which; })) return same;
  if (const auto index = position([&](const Device& d) { return std::to_string(d.index) == which; }))
    return index;
  const std::string part = lower(which);
  return position([&](const Device& d) { return lower(d.name).find(part) != std::string::npos; });
}

class PortAudioDevice final : public SoundDevice {
 public:
  Result<void> initialise() override {
    pa_ = portaudio();
    if (pa_ == nullptr)
      return Error{ErrorCode::no_device, tr("the library PortAudio is not installed")}.with_hint(
          tr("install it: sudo apt-get install libportaudio2 libasound2-plugins"));
    const std::lock_guard lock(portaudio_lock());
    if (const PaError error = pa_->initialize(); error != paNoError)
      return no_device(trf("cannot start the sound system: {}", pa_->error_text(error)));
    initialised_ = true;
    return {};
  }

  Result<std::vector<Device>> list() override {
    const std::lock_guard lock(portaudio_lock());
    std::vector<Device> devices;
    const PaDeviceIndex preferred = default_output();
    const PaDeviceIndex count = pa_->device_count();
    for (PaDeviceIndex i = 0; i < count; ++i) {
      const PaDeviceInfo* info = pa_->device_info(i);
      if (info == nullptr || info->maxOutputChannels < 1) continue;
      const PaHostApiInfo* api = pa_->host_api_info(info->hostApi);
      Device device;
      device.index = i;
      device.name = info->name != nullptr ? info->name : "";
      device.host_api = api != nullptr && api->name != nullptr ? api->name : "";
      device.default_sample_rate = info->defaultSampleRate;
      device.low_latency_seconds = info->defaultLowOutputLatency;
      device.high_latency_seconds = info->defaultHighOutputLatency;
      device.is_default = i == preferred;
      devices.push_back(std::move(device));
    }
    return devices;
  }

  Result<OpenedDevice> open(const std::string& which, int wanted_rate, SoundSource& source) override {
    LOA_TRY_ASSIGN(const std::vector<Device> devices, list());
    const auto chosen = find_device(devices, which);
    if (devices.empty()) return no_device(tr("no sound device was found"));
    if (!chosen)
      return Error{ErrorCode::no_device, trf("there is no sound device called {}", which)}.with_hint(
          tr("loa devices lists them"));
    const Device& device = devices[*chosen];

    const std::lock_guard lock(portaudio_lock());
    PaStreamParameters parameters{};
    parameters.device = device.index;
    parameters.channelCount = 1;
    parameters.sampleFormat = paInt16;
    parameters.suggestedLatency = std::clamp(device.high_latency_seconds, kShortestLatency, kLongestLatency);
    int rate = wanted_rate;
    PaError error = open_stream(parameters, rate, source);
    if (error == paInvalidSampleRate && device.default_sample_rate > 0) {
      rate = static_cast<int>(std::lround(device.default_sample_rate));
      error = open_stream(parameters, rate, source);
    }
    if (error != paNoError)
      return no_device(trf("cannot open the sound device {}: {}", device.name, pa_->error_text(error)));
    pa_->set_finished(stream_, &on_finished);
    const PaStreamInfo* info = pa_->stream_info(stream_);
    const double latency = info != nullptr ? info->outputLatency : parameters.suggestedLatency;
    return OpenedDevice{rate, seconds(std::max(latency, parameters.suggestedLatency))};
  }

  Result<void> start() override {
    const std::lock_guard lock(portaudio_lock());
    if (const PaError error = pa_->start_stream(stream_); error != paNoError)
      return no_device(trf("cannot start the sound device: {}", pa_->error_text(error)));
    return {};
  }

  void stop() noexcept override {
    // Stopping drops the device's buffer in either way; this one never waits for it.
    const std::lock_guard lock(portaudio_lock());
    if (stream_ != nullptr) pa_->abort_stream(stream_);
  }

  void close() noexcept override {
    if (pa_ == nullptr) return;
    const std::lock_guard lock(portaudio_lock());
    if (stream_ != nullptr) pa_->close_stream(std::exchange(stream_, nullptr));
    if (std::exchange(initialised_, false)) pa_->terminate();
  }

 private:
  // What the device holds ahead: at 40 ms a machine with six busy programs on two cores
  // lost some sound in 4 streams of 12, at 100 ms in none of 21. It does not make the stop
  // slower, which drops it.
  static constexpr double kShortestLatency = 0.1, kLongestLatency = 0.2;

  static std::chrono::nanoseconds seconds(double value) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(value));
  }

  PaDeviceIndex default_output() const {
    const PaDeviceIndex preferred = pa_->default_output();
    if (preferred != paNoDevice) return preferred;
    for (PaHostApiIndex api = 0; api < pa_->host_api_count(); ++api)
      if (const PaHostApiInfo* info = pa_->host_api_info(api);
          info != nullptr && info->defaultOutputDevice != paNoDevice)
        return info->defaultOutputDevice;
    return paNoDevice;
  }

  PaError open_stream(const PaStreamParameters& parameters, int rate, SoundSource& source) {
    return pa_->open_stream(&stream_, nullptr, &parameters, rate, paFramesPerBufferUnspecified, paNoFlag,
                            &on_block, &source);
  }

  static int on_block(const void*, void* output, unsigned long frames, const PaStreamCallbackTimeInfo* time,
                      PaStreamCallbackFlags flags, void* user) noexcept {
    double delay = time != nullptr ? time->outputBufferDacTime - time->currentTime : 0;
    if (!(delay >= 0 && delay < 10)) delay = 0;  // some back ends leave the times empty
    const bool more = static_cast<SoundSource*>(user)->render(
        {static_cast<std::int16_t*>(output), static_cast<std::size_t>(frames)}, seconds(delay),
        (flags & paOutputUnderflow) != 0);
    return more ? paContinue : paComplete;
  }

  static void on_finished(void* user) noexcept { static_cast<SoundSource*>(user)->stopped(); }

  const PortAudio* pa_ = nullptr;
  bool initialised_ = false;
  PaStream* stream_ = nullptr;
};

}  // namespace

std::unique_ptr<SoundDevice> portaudio_device() { return std::make_unique<PortAudioDevice>(); }

}  // namespace loa::audio
