// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loa/base/result.h"
#include "voicedata/facts.h"
#include "voicedata/phoneme_data.h"

namespace loa::voicedata {

/// The phoneme tables that are added: "vi-loa" and those of the other regions.
[[nodiscard]] const char* table_name(Region region);
/// The installed table that it inherits from.
[[nodiscard]] const char* base_table(Region region);

/// Adds our phoneme tables, programs, spectra and envelopes to the data; nothing that is
/// there changes. Errors: config, with the row (a name that is not in the data, a value that
/// is not understood); bad_data, when the data is full.
Result<void> add_voices(const Facts& facts, PhonemeData& data);

/// The 128 heights (0–255) of a contour, straight between its points.
[[nodiscard]] std::array<std::uint8_t, 128> envelope(const Contour& contour);

}  // namespace loa::voicedata
