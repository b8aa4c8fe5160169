// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/resampler.h"

#include "audio_test_support.h"
#include "catch.h"

using namespace loa;
using namespace loa::audio;
using namespace loa::audio::test;

namespace {

/// Keeps what it gets.
struct Collector : AudioSink {
  int rate = 0;
  std::vector<std::int16_t> samples;
  bool finished = false;

  Result<void> begin(const Format& format) override {
    rate = format.sample_rate;
    return {};
  }
  Result<void> write(std::span<const std::int16_t> more) override {
    samples.insert(samples.end(), more.begin(), more.end());
    return {};
  }
  Result<void> finish() override {
    finished = true;
    return {};
  }
  void discard() noexcept override {}
};

std::vector<std::int16_t> resample(const std::vector<std::int16_t>& samples, int from, int to,
                                   std::size_t longest) {
  auto owned = std::make_unique<Collector>();
  Collector& collector = *owned;
  const auto sink = resampling_sink(std::move(owned), to);
  REQUIRE(sink->begin(Format{from}));
  REQUIRE(write_in_pieces(*sink, samples, longest));
  REQUIRE(sink->finish());
  CHECK(collector.rate == to);
  CHECK(collector.finished);
  return collector.samples;
}

}  // namespace

TEST_CASE("equal rates pass samples untouched", "[audio][resampler]") {
  const std::vector<std::int16_t> samples = sound(5000);
  CHECK(resample(samples, 22050, 22050, 300) == samples);
}

TEST_CASE("the resampled length is exactly what was announced", "[audio][resampler]") {
  const int to = GENERATE(8000, 16000, 24000, 44100, 48000, 37801);
  for (const std::size_t frames : {0U, 1U, 2U, 3U, 100U, 22049U, 22050U, 22051U, 100003U}) {
    CAPTURE(to, frames);
    CHECK(static_cast<Frames>(resample(sound(frames), 22050, to, 5000).size()) ==
          resampled_frames(static_cast<Frames>(frames), 22050, to));
  }
}

TEST_CASE("resampled samples do not depend on how writes are cut, nor on the run", "[audio][resampler]") {
  const std::vector<std::int16_t> samples = sound(50000);
  const int to = GENERATE(16000, 24000, 44100, 48000);
  const std::vector<std::int16_t> whole = resample(samples, 22050, to, 1U << 30U);
  CHECK(resample(samples, 22050, to, 3) == whole);
  CHECK(resample(samples, 22050, to, 997) == whole);
  CHECK(resample(samples, 22050, to, 1U << 30U) == whole);
}

TEST_CASE("a tone keeps its level and its place", "[audio][resampler]") {
  constexpr double kTone = 1000, kPi = 3.14159265358979;
  std::vector<std::int16_t> samples(22050);
  for (std::size_t i = 0; i < samples.size(); ++i)
    samples[i] = static_cast<std::int16_t>(
        std::lround(10000 * std::sin(2 * kPi * kTone * static_cast<double>(i) / 22050)));
  const std::vector<std::int16_t> out = resample(samples, 22050, 48000, 500);
  // Away from the ends, every sample is that of the same tone at 48 kHz, without delay.
  for (std::size_t i = 5000; i < 43000; ++i) {
    const double expected = 10000 * std::sin(2 * kPi * kTone * static_cast<double>(i) / 48000);
    if (std::abs(out[i] - expected) > 2) FAIL("sample " << i << ": " << out[i] << ", not " << expected);
  }
  SUCCEED();
}

TEST_CASE("a rate that cannot be is an error, not a crash", "[audio][resampler]") {
  const auto sink = resampling_sink(std::make_unique<Collector>(), 0);
  CHECK_FALSE(sink->begin(Format{22050}));
}

TEST_CASE("resampled_frames holds for centuries of sound", "[audio][resampler]") {
  CHECK(resampled_frames(22050, 22050, 48000) == 48000);
  CHECK(resampled_frames(Frames{22050} * 3'000'000'000, 22050, 48000) == Frames{48000} * 3'000'000'000);
}
