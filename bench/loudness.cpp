// SPDX-License-Identifier: GPL-3.0-or-later
// Prints loudness (EBU R 128, integrated, LUFS) and true peak (dBTP) of sound files: for the
// levels in voices/*.toml.
#include <ebur128.h>
#include <fmt/format.h>
#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    SF_INFO info{};
    SNDFILE* file = sf_open(argv[i], SFM_READ, &info);
    if (file == nullptr) {
      fmt::print(stderr, "loudness: cannot read {}: {}\n", argv[i], sf_strerror(nullptr));
      return 1;
    }
    const auto channels = static_cast<unsigned>(info.channels);
    ebur128_state* state = ebur128_init(channels, static_cast<unsigned long>(info.samplerate),
                                        EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
    std::vector<float> block(std::size_t{4096} * channels);
    for (sf_count_t frames; (frames = sf_readf_float(file, block.data(), 4096)) > 0;)
      ebur128_add_frames_float(state, block.data(), static_cast<std::size_t>(frames));
    sf_close(file);
    double loudness = 0, peak = 0;
    ebur128_loudness_global(state, &loudness);
    for (unsigned channel = 0; channel < channels; ++channel) {
      double one = 0;
      ebur128_true_peak(state, channel, &one);
      peak = std::max(peak, one);
    }
    ebur128_destroy(&state);
    fmt::print("{:7.2f} LUFS {:7.2f} dBTP  {}\n", loudness, 20 * std::log10(std::max(peak, 1e-9)), argv[i]);
  }
}
