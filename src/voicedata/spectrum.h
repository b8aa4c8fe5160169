// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "loa/base/result.h"
#include "voicedata/facts.h"

namespace loa::voicedata {

/// The bytes of a spectrum for the sound data. `installed`: the bytes of the spectrum that it
/// comes from, to the end of the data; its heights, widths and lengths stay, the formants go
/// where the facts say. Errors: config, with the row; bad_data (not a spectrum).
[[nodiscard]] Result<std::vector<std::uint8_t>> make_spectrum(const SpectrumFact& fact,
                                                              std::span<const std::uint8_t> installed);

}  // namespace loa::voicedata
