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
  const auto found = definitions.find(abbreviation);
  return found == definitions.end() ? nullptr : &found->second;
}

const tables::AbbreviationRow* Memory::Impl::last_decided(
    std::span<const tables::AbbreviationRow> rows) const {
  if (decided.empty()) return nullptr;
  const auto found = decided.find(rows.data());
  return found == decided.end() ? nullptr : found->second;
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
  letters.reserve(abbreviation.size());
  for (std::size_t i = 0; i < abbreviation.size();) {
    const utf8::Decoded d = utf8::decode(abbreviation, i);
    i += d.size;
    const tables::LetterRow* row = tables::find_letter(d.code_point);
    letters.push_back(row != nullptr ? row->letter : 0);
  }
  return letters;
}

// Appends a word of a definition as it is said, a Vietnamese syllable or a name that is known; false:
// neither.
bool append_said(const Context& c, std::size_t i, std::string& words) {
  if (c[i].syllable) {
    const std::string_view word = c.text(i);
    if (c[i].shape == Shape::lower) {
      words += word;
      return true;
    }
    for (std::size_t b = 0; b < word.size();) {
      const utf8::Decoded d = utf8::decode(word, b);
      b += d.size;
      utf8::append(words, to_lower(d.code_point));
    }
    return true;
  }
  std::string folded;
  tables::fold(c.text(i), folded);
  const tables::RespellingRow* row = tables::find_respelling(folded);
  if (row == nullptr) return false;
  words += row->spoken;
  return true;
}

// Whether words_of() would tell the words of the tokens [first, last).
bool can_be_said(const Context& c, std::size_t first, std::size_t last) {
  std::string folded;
  for (std::size_t i = first; i < last; ++i) {
    if (!c.is(i, TokenKind::word) || c[i].syllable) continue;
    folded.clear();
    tables::fold(c.text(i), folded);
    if (tables::find_respelling(folded) == nullptr) return false;
  }
  return true;
}

// Words that an abbreviation often leaves out.
bool may_be_left_out(const Folded& word) {
  return word == "và" || word == "của" || word == "về" || word == "các" || word == "cho" || word == "trong";
}

// The words of the tokens [first, last), as they are said.
std::optional<std::string> words_of(const Context& c, std::size_t first, std::size_t last) {
  std::string words;
  words.reserve(c.text(first, last).size());
  for (std::size_t i = first; i < last; ++i) {
    if (!c.is(i, TokenKind::word)) continue;
    if (!words.empty()) words += ' ';
    if (!append_said(c, i, words)) return std::nullopt;
  }
  return words;
}

// The first of the words directly before token `end` whose initials are `letters`, or nothing.
std::optional<std::size_t> first_before(const Context& c, std::size_t end,
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
    } else if (!may_be_left_out(c.folded(at))) {
      return std::nullopt;
    }
  }
  if (left > 0) return std::nullopt;
  return first;
}

// The words of the bracket that opens at token `open`, when their initials are `letters`.
std::optional<std::string> words_in_bracket(const Context& c, std::size_t open,
                                            const std::vector<char32_t>& letters) {
  std::size_t met = 0;
  std::size_t at = open + 1;
  for (; !c.is_mark(at, U')'); ++at) {
    const Token& token = c[at];
    if (at - open > 4 * kMostLetters) return std::nullopt;
    if (token.is(TokenKind::blank) || c.is_dash(at) || token.is_mark(U',')) continue;
    if (!token.is(TokenKind::word)) return std::nullopt;
    if (met < letters.size() && initial(c.text(at)) == letters[met])
      ++met;
    else if (!may_be_left_out(c.folded(at)))
      return std::nullopt;
  }
  if (met != letters.size()) return std::nullopt;
  return words_of(c, open + 1, at);
}

// The letters of token `i` when it looks like an abbreviation, or nothing.
std::vector<char32_t> abbreviation_at(const Context& c, std::size_t i) {
  const Token& token = c[i];
  if (!token.is(TokenKind::word) || token.shape == Shape::lower || token.shape == Shape::capitalised ||
      token.letters < 2 || token.letters > kMostLetters)
    return {};
  std::vector<char32_t> letters = letters_of(c.text(i));
  if (std::find(letters.begin(), letters.end(), U'\0') != letters.end()) letters.clear();
  return letters;
}

// Whether the word that ends at byte `end` has a capital behind its first letter, as abbreviations
// have. What is not ASCII counts as part of the word.
bool has_late_capital(std::string_view text, std::size_t end) {
  bool capital = false;
  for (std::size_t at = end, letters = 0; at > 0 && letters < 4 * kMostLetters; ++letters) {
    const auto last = static_cast<unsigned char>(text[at - 1]);
    const bool ascii_letter = (last | 0x20) >= 'a' && (last | 0x20) <= 'z';
    if (last < 0x80 && !ascii_letter) return false;
    if (capital) return true;
    at = utf8::floor_boundary(text, at - 1);
    capital = letter_case(utf8::decode(text, at).code_point) == LetterCase::upper;
  }
  return false;
}

}  // namespace

bool may_define(std::string_view text) {
  std::size_t close = 0;
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    std::size_t before = open;
    while (before > 0 && static_cast<unsigned char>(text[before - 1]) <= ' ') --before;
    if (has_late_capital(text, before)) return true;
    if (close > open) continue;  // the bracket was looked at from the one before
    close = std::min(text.find(')', open), text.size());
    if (close < text.size() && has_late_capital(text, close)) return true;
  }
  return false;
}

void learn_definitions(const Context& c, Memory::Impl& memory) {
  if (!may_define(c.whole_text())) return;
  for (std::size_t i = 0; i + 1 < c.size(); ++i) {
    if (!c.is_mark(i, U'(')) continue;
    // "… (viết tắt là TTPVHCC)", "… (gọi tắt: X)": the letters stand last in the bracket.
    std::size_t at = i + 1;
    std::size_t close = at;
    while (close < c.size() && close - at < 4 * kMostLetters && !c.is_mark(close, U')')) ++close;
    if (!c.is_mark(close, U')') || close == at) continue;
    if (const std::vector<char32_t> letters = abbreviation_at(c, close - 1); !letters.empty()) {
      const Folded& lead = c.folded(at);
      if (close - 1 == at || lead == "viết" || lead == "gọi" || lead == "sau")
        if (const auto first = first_before(c, i, letters))
          if (const auto words = words_of(c, *first, i))
            memory.definitions.insert_or_assign(std::string(c.text(close - 1)), *words);
    }
    // "TTPVHCC (Trung tâm Phục vụ hành chính công)"
    const std::size_t before = c.skip_blank_back(i - 1);
    if (i == 0 || before >= c.size()) continue;
    if (const std::vector<char32_t> letters = abbreviation_at(c, before); !letters.empty())
      if (const auto words = words_in_bracket(c, i, letters))
        memory.definitions.insert_or_assign(std::string(c.text(before)), *words);
  }
}

// báo động 3 (BĐ3), quốc lộ 1A (QL1A): the letters of the words before, and their number again.
static std::size_t end_of_repeated_number(const Context& c, std::size_t open) {
  std::size_t close = open + 2;
  while (close < open + 6 && (c.is(close, TokenKind::number) || c.is(close, TokenKind::word))) ++close;
  if (close < open + 3 || !c.is(open + 2, TokenKind::number) || !c.is_mark(close, U')')) return open;
  const std::size_t parts = close - (open + 2);
  const std::size_t last = c.skip_blank_back(open - 1);
  if (last + 1 <= parts) return open;
  const std::size_t number = last + 1 - parts;
  for (std::size_t part = 0; part < parts; ++part)
    if (c.text(number + part) != c.text(open + 2 + part)) return open;
  const std::vector<char32_t> letters = letters_of(c.text(open + 1));
  const auto first = first_before(c, number, letters);
  return first && letters.size() >= 2 && can_be_said(c, *first, number) ? close + 1 : open;
}

std::size_t end_of_repeated(const Context& c, std::size_t open) {
  if (!c.is_mark(open, U'(')) return open;
  if (open > 0 && c.is(open + 1, TokenKind::word) && c.is(open + 2, TokenKind::number))
    return end_of_repeated_number(c, open);
  // (VH-TT&DL): signs may stand between the letters.
  std::vector<char32_t> letters;
  std::size_t close = open + 1;
  for (; letters.size() <= kMostLetters && !c.is_mark(close, U')'); ++close) {
    const bool sign = c.is_mark(close, U'&') || c.is_dash(close) || c.is_mark(close, U'.') ||
                      (c.is_blank(close) && c.folded(close + 1) == "và") ||
                      (c.folded(close) == "và" && c.is_blank(close + 1)) ||
                      (c.is_blank(close) && c.folded(close - 1) == "và");
    if (sign && !letters.empty()) continue;
    if (!c.is(close, TokenKind::word) || c[close].shape == Shape::lower ||
        c[close].shape == Shape::capitalised)
      return open;
    const std::vector<char32_t> piece = letters_of(c.text(close));
    letters.insert(letters.end(), piece.begin(), piece.end());
  }
  if (letters.size() < 2 || letters.size() > kMostLetters) return open;
  // đồng (VND), đô la Singapore (SGD)
  if (const tables::CurrencyRow* row = tables::find_currency(c.text(open + 1)); row != nullptr) {
    const std::string_view name = row->spoken.substr(0, row->spoken.find(' '));
    std::size_t word = open;
    for (int words = 0; words < 4; ++words) {
      word = c.word_before(word);
      if (word == Context::npos) break;
      if (c.folded(word) == name) return close + 1;
    }
    return open;
  }
  const auto first = first_before(c, open, letters);
  return first && can_be_said(c, *first, open) ? close + 1 : open;
}

}  // namespace loa::normalizer
