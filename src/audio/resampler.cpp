// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/resampler.h"

#include <optional>
#include <utility>
#include <vector>

#include "audio/rate_converter.h"

namespace loa::audio {
namespace {

class ResamplingSink final : public AudioSink {
 public:
  ResamplingSink(std::unique_ptr<AudioSink> next, int sample_rate)
      : next_(std::move(next)), sample_rate_(sample_rate) {}

  Result<void> begin(const Format& format) override {
    converter_.reset();
    if (format.sample_rate != sample_rate_) {
      LOA_TRY_ASSIGN(converter_, RateConverter::create(format.sample_rate, sample_rate_));
    }
    return next_->begin(Format{sample_rate_});
  }

  Result<void> write(std::span<const std::int16_t> samples) override {
    if (!converter_) return next_->write(samples);
    converted_.clear();
    LOA_TRY(converter_->convert(samples, converted_));
    return pass_on();
  }

  Result<void> complete() override {
    LOA_TRY(flush());
    return next_->complete();
  }

  Result<void> finish() override {
    LOA_TRY(flush());
    return next_->finish();
  }

  void discard() noexcept override { next_->discard(); }

 private:
  Result<void> flush() {
    if (!converter_) return {};
    converted_.clear();
    LOA_TRY(converter_->flush(converted_));
    converter_.reset();
    return pass_on();
  }
  Result<void> pass_on() { return converted_.empty() ? Result<void>() : next_->write(converted_); }

  std::unique_ptr<AudioSink> next_;
  int sample_rate_;
  std::optional<RateConverter> converter_;  // none: equal rates
  std::vector<std::int16_t> converted_;
};

}  // namespace

std::unique_ptr<AudioSink> resampling_sink(std::unique_ptr<AudioSink> next, int sample_rate) {
  return std::make_unique<ResamplingSink>(std::move(next), sample_rate);
}

Frames resampled_frames(Frames frames, int from, int to) {
  if (from == to || frames <= 0) return frames;
  // Whole seconds first: frames × to overflows only for what no file can hold.
  const Frames seconds = frames / from, rest = frames % from;
  return seconds * to + (rest * to + from / 2) / from;
}

}  // namespace loa::audio
