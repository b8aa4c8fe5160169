// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/level_guard.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio_test_support.h"
#include "catch.h"
#include "loudness.h"

using namespace loa;
using namespace loa::audio;
using namespace loa::audio::test;

namespace {

constexpr int kRate = 22050;

/// Keeps what it gets.
struct Collector : AudioSink {
  std::vector<std::int16_t> samples;
  bool completed = false, finished = false;

  Result<void> begin(const Format&) override { return {}; }
  Result<void> write(std::span<const std::int16_t> more) override {
    samples.insert(samples.end(), more.begin(), more.end());
    return {};
  }
  Result<void> complete() override {
    completed = true;
    return {};
  }
  Result<void> finish() override {
    finished = true;
    return {};
  }
  void discard() noexcept override {}
};

std::vector<std::int16_t> guarded(const std::vector<std::int16_t>& samples, std::size_t longest = 5000) {
  Collector collector;
  const auto guard = level_guard(collector);
  REQUIRE(guard->begin(Format{kRate}));
  REQUIRE(write_in_pieces(*guard, samples, longest));
  REQUIRE(guard->complete());
  CHECK(collector.completed);
  CHECK(collector.samples.size() == samples.size());
  REQUIRE(guard->finish());
  CHECK(collector.finished);
  return collector.samples;
}

std::vector<std::int16_t> tone(double hertz, double amplitude, double phase, std::size_t frames) {
  std::vector<std::int16_t> samples(frames);
  for (std::size_t i = 0; i < frames; ++i) {
    const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kRate + phase;
    samples[i] =
        static_cast<std::int16_t>(std::lround(std::clamp(amplitude * std::sin(angle), -32768.0, 32767.0)));
  }
  return samples;
}

double mean(std::span<const std::int16_t> samples) {
  double sum = 0;
  for (const std::int16_t sample : samples) sum += sample;
  return sum / static_cast<double>(samples.size());
}

}  // namespace

TEST_CASE("peaks stay below the ceiling, those between the frames too", "[audio][level]") {
  // A quarter of the sample rate, taken 45° off its peaks, lies 3 dB above its frames.
  const auto hidden = tone(kRate / 4.0, 32767, std::numbers::pi / 4, 20000);
  const auto square = tone(300, 1e6, 0, 20000);
  std::vector<std::int16_t> bursts(60000, 0);
  for (std::size_t at = 1000; at + 700 < bursts.size(); at += 4099)
    std::copy_n(square.begin(), 700, bursts.begin() + static_cast<std::ptrdiff_t>(at));
  std::vector<std::int16_t> impulse(5000, 0);
  impulse[2500] = -32768;
  for (const auto& loud : {hidden, square, bursts, impulse, tone(97, 32000, 1, 30000)}) {
    CHECK(true_peak_dbtp(loud, kRate) > kCeilingDbtp);
    const double held = true_peak_dbtp(guarded(loud), kRate);
    CHECK(held < kCeilingDbtp);
    CHECK(held > kCeilingDbtp - 0.6);
  }
}

TEST_CASE("what is below the ceiling is only filtered", "[audio][level]") {
  const auto quiet = tone(440, 20000, 0, 30000);
  const auto out = guarded(quiet);
  double difference = 0;
  for (std::size_t i = 2000; i < quiet.size(); ++i) difference += std::pow(out[i] - quiet[i], 2);
  // The high-pass leaves a voice alone.
  CHECK(std::sqrt(difference / 28000) < 20000 * 0.004);
  const auto [low, high] = std::minmax_element(out.begin() + 2000, out.end());
  CHECK(*high > 19950);
  CHECK(*high < 20050);
  CHECK(*low < -19800);

  const std::vector<std::int16_t> silence(5000, 0);
  CHECK(guarded(silence) == silence);
}

TEST_CASE("direct current goes, also from under a sound, and then there is silence again", "[audio][level]") {
  auto samples = tone(200, 6000, 0, 40000);
  for (std::int16_t& sample : samples) sample = static_cast<std::int16_t>(sample + 300);
  samples.resize(80000, 0);
  const auto out = guarded(samples);
  CHECK(std::abs(mean(std::span(out).subspan(4410, 33075))) < 1);
  CHECK(std::all_of(out.begin() + 45000, out.end(), [](std::int16_t sample) { return sample == 0; }));
}

TEST_CASE("the guard does not mind how it is written to, and gives what it takes", "[audio][level]") {
  auto samples = tone(300, 50000, 0, 7001);
  const auto more = sound(9000);
  samples.insert(samples.end(), more.begin(), more.end());
  const auto whole = guarded(samples, samples.size());
  for (const std::size_t longest : {1U, 7U, 31U, 32U, 33U, 1000U}) CHECK(guarded(samples, longest) == whole);
  // Nothing is moved: the quiet part lies where it lay.
  double same = 0, moved = 0;
  for (std::size_t i = 9000; i + 1 < samples.size(); ++i) {
    same += std::pow(whole[i] - samples[i], 2);
    moved += std::pow(whole[i + 1] - samples[i], 2);
  }
  CHECK(same < moved / 4);
  for (const std::size_t frames : {0U, 1U, 31U, 165U, 166U, 167U})
    CHECK(guarded(std::vector<std::int16_t>(frames, 100)).size() == frames);
}

TEST_CASE("the gain comes back after a peak, and does not jump", "[audio][level]") {
  auto samples = tone(500, 20000, 0, 44100);
  for (std::size_t i = 20000; i < 20400; ++i) samples[i] = samples[i] > 0 ? 32767 : -32768;
  const auto out = guarded(samples);
  const auto level = [&](std::size_t at) {
    return *std::max_element(out.begin() + static_cast<std::ptrdiff_t>(at),
                             out.begin() + static_cast<std::ptrdiff_t>(at) + 100);
  };
  CHECK(level(15000) > 19800);
  CHECK(level(20600) < 19000);
  CHECK(level(35000) > 19800);
}
