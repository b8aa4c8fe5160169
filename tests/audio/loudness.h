// SPDX-License-Identifier: GPL-3.0-or-later
// How loud a sound is, by libebur128, which is independent of what the project does to it.
#pragma once

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace loa::audio::test {

struct Measured {
  double lufs = 0;       ///< EBU R 128, integrated; mono counts as one channel
  double peak_dbtp = 0;  ///< true peak
};

inline Measured measure(std::span<const std::int16_t> samples, int sample_rate) {
  ebur128_state* state =
      ebur128_init(1, static_cast<unsigned long>(sample_rate), EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  ebur128_add_frames_short(state, samples.data(), samples.size());
  Measured measured;
  double peak = 0;
  ebur128_loudness_global(state, &measured.lufs);
  ebur128_true_peak(state, 0, &peak);
  ebur128_destroy(&state);
  measured.peak_dbtp = 20 * std::log10(std::max(peak, 1e-9));
  return measured;
}

inline double true_peak_dbtp(std::span<const std::int16_t> samples, int sample_rate) {
  return measure(samples, sample_rate).peak_dbtp;
}

}  // namespace loa::audio::test
