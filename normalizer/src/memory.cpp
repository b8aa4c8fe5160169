// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "loa/base/utf8.h"

namespace loa::normalizer {

Memory::Memory() : impl_(std::make_unique<Impl>()) {}
Memory::Memory(const Memory& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(const Memory& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

const std::string* Memory::Impl::find(std::string_view abbreviation) const {
  if (definitions.empty()) return nullptr;
  const auto found = definitions.find(std::string(abbreviation));
  return found == definitions.end() ? nullptr : &found->second;
}

namespace {

constexpr std::size_t kMostLetters = 12;

// The letter that a word gives to its abbreviation, without its tone: Ủ → U, Đ → Đ.
char32_t initial(std::string_view word) {
  const tables::LetterRow* row = tables::find_letter(utf8::decode(word, 0).code_point);
  return row != nullptr ? row->letter : 0;
}

std::vector<char32_t> letters_of(std::string_view abbreviation) {
  std::vector<char32_t> letters;
  for (std::size_t i = 0; i < abbreviation.size();) {
    const utf8::Decoded d = utf8::decode(abbreviation, i);
    i += d.size;
    const tables::LetterRow* row = tables::find_letter(d.code_point);
    letters.push_back(row != nullptr ? row->letter : 0);
  }
  return letters;
}

// The words directly before token `end` whose initials are `letters`, or nothing.
// A hyphen or "và" between them may be left out of the abbreviation.
std::optional<std::string> words_before(const Context& c, std::size_t end,
                                        const std::vector<char32_t>& letters) {
  std::size_t left = letters.size();
  std::size_t at = end;
  std::size_t first = end;
  for (std::size_t steps = 0; left > 0 && steps < 4 * kMostLetters && at > 0; ++steps) {
    --at;
    const Token& token = c[at];
    if (token.is(TokenKind::blank) || c.is_dash(at) || token.is_mark(U',')) continue;
    if (!token.is(TokenKind::word)) return std::nullopt;
    if (initial(c.text(at)) == letters[left - 1]) {
      --left;
      first = at;
    } else if (!(c.folded(at) == "và" || c.folded(at) == "của" || c.folded(at) == "về")) {
      return std::nullopt;
    }
  }
  if (left > 0) return std::nullopt;
  std::string words;
  for (std::size_t i = first; i < end; ++i) {
    if (!c.is(i, TokenKind::word)) continue;
    if (!tables::is_syllable(c.text(i))) return std::nullopt;
    if (!words.empty()) words += ' ';
    for (std::size_t b = 0; b < c.text(i).size();) {
      const utf8::Decoded d = utf8::decode(c.text(i), b);
      b += d.size;
      utf8::append(words, to_lower(d.code_point));
    }
  }
  return words;
}

}  // namespace

void learn_definitions(const Context& c, Memory::Impl& memory) {
  for (std::size_t i = 0; i + 1 < c.size(); ++i) {
    if (!c.is_mark(i, U'(')) continue;
    // "… (viết tắt là TTPVHCC)", "… (gọi tắt: X)": the letters stand last in the bracket.
    std::size_t at = i + 1;
    std::size_t close = at;
    while (close < c.size() && close - at < 12 && !c.is_mark(close, U')')) ++close;
    if (!c.is_mark(close, U')')) continue;
    const std::size_t word = close - 1;
    const Token& token = c[word];
    if (!token.is(TokenKind::word) || token.shape == Shape::lower || token.letters < 2 ||
        token.letters > kMostLetters || token.shape == Shape::capitalised)
      continue;
    if (word != at) {
      const Folded lead = c.folded(at);
      if (!(lead == "viết" || lead == "gọi" || lead == "sau")) continue;
    }
    const std::vector<char32_t> letters = letters_of(c.text(word));
    if (std::find(letters.begin(), letters.end(), U'\0') != letters.end()) continue;
    if (const auto words = words_before(c, i, letters))
      memory.definitions.insert_or_assign(std::string(c.text(word)), *words);
  }
}

}  // namespace loa::normalizer
