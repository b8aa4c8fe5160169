// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "context.h"
#include "draft.h"

namespace loa::normalizer {

/// Where letters are spelled: the same letter has several names.
enum class LetterUse : std::uint8_t {
  initial,       ///< a person's: anh D. → dê
  abbreviation,  ///< D is đê where nothing in the word is Vietnamese: FDI
  code,          ///< beside figures: VN1545 → vê en
  web,           ///< hnn.vn → hát nờ nờ
};

/// Says the name of each letter of `word`, which stands for the bytes `source` of
/// the clean text; other characters are passed over. Each name keeps its letter's
/// bytes when `word` is as long as `source`.
void say_letters(Draft& draft, std::string_view word, LetterUse use, const Context& context, Span source);

/// Whether `word` holds a letter that only Vietnamese has: Đ, Ư, Ê …
[[nodiscard]] bool has_vietnamese_letter(std::string_view word);

}  // namespace loa::normalizer
