// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace loa::speech {

/// The letters that the engine may see: a–z and those of Vietnamese, precomposed, in both cases.
[[nodiscard]] bool is_letter(char32_t c);

/// Lower case of a letter; anything else unchanged.
[[nodiscard]] char32_t lower(char32_t c);

/// `letter` with a combining mark of Vietnamese (tone, circumflex, breve, horn) put on it,
/// in whatever order the marks come; 0 where there is no such letter.
[[nodiscard]] char32_t compose(char32_t letter, char32_t mark);

/// A letter of another Latin alphabet as plain letters ("ö" → "o", "ß" → "ss",
/// "Ð" (eth) → "Đ"); empty where it is none.
[[nodiscard]] std::string_view fold_foreign(char32_t c);

/// The text with the marks of Vietnamese composed and in lower case. Other characters stay.
[[nodiscard]] std::string lower_composed(std::string_view text);

}  // namespace loa::speech
