// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "context.h"

namespace loa::normalizer {

/// Everything that the table has for the abbreviation that stands at the tokens
/// [here(), end), in the order of the table, whatever their cues. Static storage.
void list_expansions(const Context& context, std::size_t end, std::vector<std::string_view>& expansions);

/// Puts the words for capitals that no table holds as a whole into `words`, piece by piece: HTXDVTM is HTX,
/// DV and TM. False when they do not fall into known pieces; then `words` is left empty. At most 16 letters
/// are looked at, so it takes constant time.
[[nodiscard]] bool compose_abbreviation(std::string_view written, std::string& words);

/// The words of an abbreviation that the words directly before token `i` do not say already: Tiêu chuẩn TCVN
/// is tiêu chuẩn việt nam, khu KCN is khu công nghiệp. One syllable alone is left out only where it is a noun
/// that heads such names, and never all of them.
[[nodiscard]] std::string_view without_words_before(const Context& context, std::size_t i,
                                                    std::string_view spoken);

/// What the cut word at token `i` stands for (đ/diện, k.phí: a letter or two, a slash or a dot, the rest of a
/// word), or nullptr. It is three tokens long.
[[nodiscard]] const tables::CutWord* find_cut_word(const Context& context, std::size_t i);

}  // namespace loa::normalizer
