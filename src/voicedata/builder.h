// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/result.h"
#include "voicedata/facts.h"
#include "voicedata/phoneme_data.h"

namespace loa::voicedata {

/// Rows about one phoneme, in the order of the table.
using Rows = std::vector<const PhonemeFact*>;

/// What is said of the phonemes of a region: its own rows, and for all other phonemes those of
/// the north, unless the region's own table in eSpeak NG has the phoneme already.
[[nodiscard]] std::map<std::string, Rows> rows_by_phoneme(const Facts& facts, Region region,
                                                          const PhonemeData& installed);

/// Properties in the order in which a program has them; the sound ends it.
inline constexpr std::string_view kProgramProperties[] = {"entry", "exit", "length", "sound"};

/// The phoneme tables that are added: "vi-loa" and those of the other regions.
[[nodiscard]] const char* table_name(Region region);
/// The installed table that it inherits from.
[[nodiscard]] const char* base_table(Region region);

/// The installed phoneme that a row "calls" names as TABLE/PHONEME, such as "vi/n", whose program takes the
/// place of the phoneme's own. Nothing where there is none.
[[nodiscard]] std::optional<Phoneme> called_phoneme(const PhonemeFact& row, const PhonemeData& installed);

/// Adds our phoneme tables, programs, spectra and envelopes to the data; nothing that is
/// there changes. Errors: config, with the row (a name that is not in the data, a value that
/// is not understood); bad_data, when the data is full.
Result<void> add_voices(const Facts& facts, PhonemeData& data);

/// The 128 heights (0–255) of a contour, straight between its points.
[[nodiscard]] std::array<std::uint8_t, 128> envelope(const Contour& contour);

}  // namespace loa::voicedata
