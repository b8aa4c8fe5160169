// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "audio/sink.h"

namespace loa::audio {

/// Changes the sample rate of one stream (libsoxr HQ, one thread, no dither: the
/// same samples in, however cut, give the same samples out). With equal rates
/// samples pass untouched. Thread: one.
class RateConverter {
 public:
  /// Errors: usage, for a rate that is not positive or that libsoxr refuses.
  static Result<RateConverter> create(int from, int to);

  RateConverter(RateConverter&&) noexcept;
  RateConverter& operator=(RateConverter&&) noexcept;
  ~RateConverter();

  /// Appends to `out` what is ready. Errors: internal.
  Result<void> convert(std::span<const std::int16_t> in, std::vector<std::int16_t>& out);

  /// Appends the rest, so that resampled_frames(frames given) were yielded in all. Call once.
  Result<void> flush(std::vector<std::int16_t>& out);

 private:
  struct Impl;
  explicit RateConverter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace loa::audio
