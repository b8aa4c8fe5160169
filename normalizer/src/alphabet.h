// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loa::normalizer {

/// Case of a letter. Letters of scripts without case count as `lower`.
enum class LetterCase : std::uint8_t { none, lower, upper };

/// Whether `code_point` is a letter (or a mark on one), and its case.
[[nodiscard]] LetterCase letter_case_by_table(char32_t code_point);
[[nodiscard]] inline LetterCase letter_case(char32_t c) {
  // The letters of Vietnamese beyond Latin-1: capitals are even.
  if (c >= 0x1EA0 && c <= 0x1EFF) return (c & 1U) == 0 ? LetterCase::upper : LetterCase::lower;
  if (c >= 0xE0 && c <= 0xFF && c != 0xF7) return LetterCase::lower;
  return letter_case_by_table(c);
}
[[nodiscard]] char32_t to_lower(char32_t code_point);

/// Whether a byte is a capital without a mark: A to Z.
[[nodiscard]] constexpr bool is_ascii_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
/// How many of the bytes of `text` are such capitals.
[[nodiscard]] inline std::size_t count_ascii_capitals(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_capital));
}
/// Whether all of them are; nothing is.
[[nodiscard]] inline bool are_ascii_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_ascii_capital);
}

/// A word in lower case with the tone mark in the old place (hoà → hòa, Uỷ → ủy),
/// for comparison with cues. A small value without allocation; words longer
/// than any cue are empty.
class Folded {
 public:
  Folded() {}  // bytes_ is left as it is: a text has a hundred of these before its first word
  /// Requires: `word` is NFC.
  explicit Folded(std::string_view word);
  /// For a word that is_folded().
  static Folded as_written(std::string_view word);
  /// Whether a syllable in small letters is its own folded form, as most are.
  static bool is_folded(std::string_view small_syllable) {
    // The tone may stand in the new place where the word ends in a letter that is not ASCII, behind o or u.
    const std::size_t size = small_syllable.size();
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(small_syllable[size - i]); };
    if (byte(1) < 0x80) return true;
    const std::size_t letter = (byte(2) & 0xC0) == 0x80 ? 3 : 2;
    return size <= letter || (byte(letter + 1) != 'o' && byte(letter + 1) != 'u');
  }

  [[nodiscard]] std::string_view view() const { return {bytes_, size_}; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  operator std::string_view() const { return view(); }
  friend bool operator==(const Folded& a, std::string_view b) { return a.view() == b; }

 private:
  static constexpr std::size_t kCapacity = 31;
  char bytes_[kCapacity];
  std::uint8_t size_ = 0;
};

}  // namespace loa::normalizer
