// SPDX-License-Identifier: GPL-3.0-or-later
// The voices compiled by eSpeak NG's own compiler from its sources sound as those appended to what
// is installed. LOA_VOICE_LAB names a folder with phsource-VERSION.tar.xz, the phoneme sources of
// eSpeak NG; without it there is nothing to compile, and the first test is left out.
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <optional>

#include "catch.h"
#include "engine_test.h"
#include "speech/voice_data.h"
#include "speech/voice_proof.h"

namespace fs = std::filesystem;
using namespace loa::speech;

namespace {

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("loa-voice-source-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

/// The sources of the installed version, unpacked into `folder`.
std::optional<fs::path> sources(const fs::path& folder, const std::string& version) {
  const char* lab = std::getenv("LOA_VOICE_LAB");
  if (lab == nullptr || *lab == '\0') return std::nullopt;
  for (const auto& entry : fs::directory_iterator(lab)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("phsource-" + version.substr(0, 4)) || !name.ends_with(".tar.xz")) continue;
    const std::string command = "tar -xf '" + entry.path().string() + "' -C '" + folder.string() + "'";
    if (std::system(command.c_str()) == 0 && fs::exists(folder / "phsource/phonemes")) return folder;
  }
  return std::nullopt;
}

constexpr std::size_t kFrame = 512, kBands = 24;

/// Level in dB of bands from 150 to 7000 Hz, for each frame of 23 ms.
std::vector<std::array<double, kBands>> spectrogram(const std::vector<std::int16_t>& samples, int rate) {
  std::vector<std::array<double, kBands>> frames;
  for (std::size_t at = 0; at + kFrame <= samples.size(); at += kFrame) {
    auto& frame = frames.emplace_back();
    for (std::size_t band = 0; band < kBands; ++band) {
      double energy = 1;
      // Three frequencies a band: harmonics that move a little must not count.
      for (int part = -1; part <= 1; ++part) {
        const double hertz =
            150 * std::pow(7000.0 / 150, (static_cast<double>(band) + part / 3.0) / (kBands - 1));
        double real = 0, imaginary = 0;
        for (std::size_t i = 0; i < kFrame; ++i) {
          const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(i) / rate;
          const double window = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i) / kFrame);
          real += window * samples[at + i] * std::cos(angle);
          imaginary += window * samples[at + i] * std::sin(angle);
        }
        energy += real * real + imaginary * imaginary;
      }
      frame[band] = 10 * std::log10(energy);
    }
  }
  return frames;
}

/// The mean difference in dB of what is heard, frame by frame.
double distance(const std::vector<std::int16_t>& a, const std::vector<std::int16_t>& b, int rate) {
  const auto one = spectrogram(a, rate), other = spectrogram(b, rate);
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
    for (std::size_t band = 0; band < kBands; ++band) {
      if (std::max(one[i][band], other[i][band]) < 80) continue;  // far below the voice
      sum += std::abs(one[i][band] - other[i][band]);
      ++count;
    }
  return sum / static_cast<double>(count);
}

/// The mean difference of the pitch in semitones where both have one.
double pitch_distance(const std::vector<std::int16_t>& a, const std::vector<std::int16_t>& b, int rate) {
  const auto one = pitch_track(a, rate), other = pitch_track(b, rate);
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
    if (one[i] > 0 && other[i] > 0) {
      sum += std::abs(12 * std::log2(one[i] / other[i]));
      ++count;
    }
  return sum / static_cast<double>(std::max<std::size_t>(count, 1));
}

}  // namespace

TEST_CASE("compiled from sources the voices sound as they do appended", "[speech][voicedata][source]") {
  const auto appended = ready_voice_data();
  REQUIRE(appended);
  const Folder folder;
  const auto tree = sources(folder.path, appended->engine_version);
  if (!tree) {
    WARN("left out: LOA_VOICE_LAB names no folder with the phoneme sources of eSpeak NG "
         << appended->engine_version);
    return;
  }
  const auto compiled = build_voice_data(folder.path / "data", *tree);
  if (!compiled) FAIL(compiled.error().message);
  CHECK(compiled->engine_version.find(folder.path.string()) != std::string::npos);
  auto one = Engine::start(appended->folder.string()), other = Engine::start(compiled->folder.string());
  REQUIRE(one);
  REQUIRE(other);
  const char* const texts[] = {"Đêm qua gió giật mạnh.", "Khách thăm chùa vãn dần.",
                               "Bột ngọt rẻ hơn đường.", "Thuở nhỏ ông chăn trâu.",
                               "Xe rác vẫn chạy đều.",   "Cô giáo nghỉ ốm."};
  const auto whole = [](Engine& engine, const char* text) { return speak(engine, unit_of({text})).samples; };
  for (const char* voice : {"loa-bac+loa-nu", "loa-bac+loa-nam", "loa-trung+loa-nu", "loa-nam+loa-nam"}) {
    const VoiceSettings settings{.voice = voice, .rate_wpm = 140, .range = 50, .amplitude = 34};
    REQUIRE(one->configure(settings));
    REQUIRE(other->configure(settings));
    for (const char* text : texts) {
      const auto a = whole(*one, text), b = whole(*other, text);
      const double apart = distance(a, b, one->sample_rate()),
                   pitch = pitch_distance(a, b, one->sample_rate());
      INFO(voice << ", " << text << ": " << a.size() << " and " << b.size() << " frames, " << apart << " dB, "
                 << pitch << " semitones");
      CHECK(std::abs(static_cast<double>(a.size()) / static_cast<double>(b.size()) - 1) < 0.001);
      CHECK(apart < 0.25);
      CHECK(pitch < 0.05);
    }
  }
  // What such a distance is worth: the voice as it is shipped lies far off.
  REQUIRE(one->configure({.voice = "loa-bac+loa-nu", .rate_wpm = 140, .range = 50, .amplitude = 34}));
  REQUIRE(other->configure({.voice = "vi+f5", .rate_wpm = 140, .range = 70, .amplitude = 60}));
  CHECK(distance(whole(*one, texts[0]), whole(*other, texts[0]), one->sample_rate()) > 4);
}

TEST_CASE("sources that are none, or do not compile, are told", "[speech][voicedata][source]") {
  const Folder folder;
  const auto none = build_voice_data(folder.path / "data", folder.path);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == loa::ErrorCode::no_input);
  fs::create_directories(folder.path / "phsource/vietnam");
  std::ofstream(folder.path / "phsource/phonemes") << "phoneme nonsense\n";
  const auto broken = build_voice_data(folder.path / "data", folder.path);
  REQUIRE_FALSE(broken);
  INFO(broken.error().message);
  CHECK(fs::is_empty(folder.path / "data/espeak-ng"));
}
