// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// How a word is said that no table holds: rules of spelling, which know nothing of the words around. All of
/// them take words in UTF-8 and time proportional to their length.
namespace loa::normalizer {

[[nodiscard]] constexpr bool is_ascii_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
}

/// Lômônôxốp, bêtông, Inđônêxia: Vietnamese syllables written without a hyphen, or with two consonants that
/// meet (Clêmentê). Puts them into `out` with blanks between. The longest first; the remainder must come out
/// whole. Where `closed`, each syllable but the first begins with a consonant. `depth` counts the syllables
/// before.
[[nodiscard]] bool split_syllables(std::string_view word, std::string& out, bool closed, int depth = 0);

/// qúy, ngừơi: puts the syllable into `out` with its tone on the right letter. False where no place makes
/// one.
[[nodiscard]] bool set_tone_right(std::string_view word, std::string& out);

/// Nakamura: puts a name of open syllables, with n, m, ng, t, p, k, c at an end, into `out` as a Vietnamese
/// says it. `word` is in small ASCII letters. False where consonants meet as they do in English.
[[nodiscard]] bool respell_open_syllables(std::string_view word, std::string& out);

/// Whether the word has a letter that only Vietnamese has: ă, đ, ơ, ư, or one with a tone below or on a hat.
[[nodiscard]] bool is_misspelt_vietnamese(std::string_view word);

/// Whether a word with its marks taken off has letters of ASCII alone.
[[nodiscard]] bool has_foreign_or_plain_letters_only(std::string_view ascii);

/// Müller, HyperX: puts the word into `out` without foreign marks and with the author's capitals, but never
/// two together, which would be letters.
void fold_keeping_case(std::string_view word, std::string& out);

/// Whether every syllable of the word in small ASCII letters is open or closed by n, and none of its letters
/// one that Japanese does not have.
[[nodiscard]] bool looks_japanese(std::string_view word);

}  // namespace loa::normalizer
