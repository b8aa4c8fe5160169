// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loa/base/span.h"

namespace loa::speech {

/// Which of the engine's Vietnamese pronunciations a voice uses: one that it ships, or one of our own data,
/// which has sounds that the shipped ones have not.
enum class Accent : unsigned char { north, central, south, loa_north, loa_central, loa_south, other };

/// By the engine's voice name, with or without variant: "vi+f5" → north.
[[nodiscard]] Accent accent_of(std::string_view voice);

/// The spelling by which the engine says `word` right: "họa" → "hoạ". Most words
/// are returned as they are. The table is repairs.tsv.
[[nodiscard]] std::string repaired_word(std::string_view word, Accent accent);

/// A phrase with what is wrong respelled; `words` become spans of the new text.
struct Repaired {
  std::string text;
  std::vector<Span> words;
};
[[nodiscard]] Repaired repair(std::string_view text, const std::vector<Span>& words, Accent accent);

/// Reads the table, so that forked children find it read.
void load_repairs();

}  // namespace loa::speech
