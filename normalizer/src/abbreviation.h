// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "context.h"
#include "draft.h"

/// abbreviation.cpp: short forms, by the table and by what stands beside them; abbreviation_unit.cpp: a
/// letter for a unit of administration; abbreviation_spelled.cpp: where known capitals stand for something
/// else.
namespace loa::normalizer {

/// Says `words` for the tokens from here() to `end`. Returns true, as the recogniser that calls it does.
bool expand(const Context& context, Draft& draft, std::size_t end, std::string_view words,
            std::string_view rule);

/// Whether the capitals at the tokens [i, end), which the table reads as `spoken`, are letters there: a share
/// (HOSE: HCM), points of a figure (tam giác ABC), a photographer, a place whose name is kept back.
/// (abbreviation_spelled.cpp)
[[nodiscard]] bool is_spelled_here(const Context& context, std::size_t i, std::size_t end,
                                   std::string_view spoken);
/// The part of it about figures of geometry: đường cao CN. (abbreviation_spelled.cpp)
[[nodiscard]] bool names_points(const Context& context, std::size_t i, std::size_t end);

// Recognisers of abbreviation_unit.cpp, asked by recognise_abbreviation for one letter.
bool recognise_small_unit(const Context& context, Draft& draft);      // s.Hương, p.Vỹ Dạ
bool recognise_unit_of_office(const Context& context, Draft& draft);  // UBND P, CA X
bool recognise_admin_unit(const Context& context, Draft& draft);      // Q.1, P. Thuận Hóa

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
