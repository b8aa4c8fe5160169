// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/span.h"
#include "loa/base/span_map.h"

namespace loa::normalizer {

enum class TokenKind : std::uint8_t {
  word,    ///< a run of letters
  number,  ///< a run of ASCII digits
  blank,   ///< a run of white space
  mark,    ///< one other character
  end,     ///< in front of the first and behind the last token
};

/// How a word is written.
enum class Shape : std::uint8_t {
  lower,         ///< huế
  capitalised,   ///< Huế
  single_upper,  ///< H
  upper,         ///< HUẾ: two letters and more
  mixed,         ///< iPhone, TTg, HueS
};

/// A run of characters of one kind: a view, never a copy.
struct Token {
  std::uint32_t begin = 0;  ///< bytes of the clean text
  std::uint32_t end = 0;
  char32_t code = 0;  ///< the character of a mark, the first letter of a word
  TokenKind kind = TokenKind::end;
  Shape shape = Shape::lower;  ///< of a word
  std::uint8_t letters = 0;    ///< of a word, 255 for more
  bool syllable = false;       ///< a word that is a Vietnamese syllable, in any case

  [[nodiscard]] Span span() const { return {begin, end}; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool is(TokenKind k) const { return kind == k; }
  [[nodiscard]] bool is_mark(char32_t c) const { return kind == TokenKind::mark && code == c; }
};

/// Cuts clean text (see clean.h) into tokens that tile it. One pass, and one look at a word
/// for its end, its shape and whether it is a syllable.
/// Requires: text.size() < 2^32.
void scan(std::string_view text, std::vector<Token>& tokens);

/// The same for text as it was given: what is not clean (news nearly always is) goes through
/// clean() first. Returns the text that the tokens name, `text` itself or `cleaned`; only then
/// is `to_clean` written.
std::string_view clean_and_scan(std::string_view text, std::string& cleaned, SpanMap& to_clean,
                                std::vector<Token>& tokens);

}  // namespace loa::normalizer
