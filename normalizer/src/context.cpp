// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include <algorithm>

#include "roman_value.h"

namespace loa::normalizer {
namespace {

bool is_quote(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'\u2018':  // single quotes
    case U'\u2019':
    case U'\u201C':  // double quotes
    case U'\u201D':
    case U'\u00AB':  // guillemets
    case U'\u00BB':
      return true;
    default:
      return false;
  }
}

bool is_opening(char32_t c) { return c == U'(' || c == U'[' || c == U'{'; }

bool capitalised(const Token& token) {
  return token.is(TokenKind::word) && token.shape != Shape::lower &&
         letter_case(token.code) == LetterCase::upper;
}

}  // namespace

const Token Context::kEnd{};

Context::Context(std::string_view text, std::span<const Token> tokens, const Style& style,
                 const Options& options, const Memory::Impl* memory, const Dictionary* dictionary)
    : text_(text),
      tokens_(tokens),
      style_(style),
      options_(options),
      memory_(memory),
      dictionary_(dictionary) {}

// Set in capitals: at least two words of two letters, and nothing in small letters
// but what is small by nature, such as a unit behind a figure.
bool Context::is_headline(std::span<const Token> tokens) {
  std::size_t upper = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.is(TokenKind::word)) continue;
    if (token.shape == Shape::upper) {
      ++upper;
    } else if (token.shape != Shape::single_upper) {
      const bool behind_figure = i > 0 && tokens[i - 1].is(TokenKind::number);
      if (!behind_figure && ++small * 8 > tokens.size()) return false;
    }
  }
  return upper >= 3 && upper > small * 6;
}

bool Context::is_edge(std::size_t i) const {
  const Token& token = (*this)[i];
  if (token.is(TokenKind::blank) || token.is(TokenKind::end)) return true;
  if (!token.is(TokenKind::mark)) return false;
  return is_quote(token.code) || is_opening(token.code) || token.code == U')' || token.code == U']' ||
         token.code == U',' || token.code == U';' || token.code == U':' || token.code == U'\u2026';
}

const Folded& Context::fold(std::size_t i) const {
  static const Folded kNone;
  if (!is(i, TokenKind::word)) return kNone;
  if (const Folded* known = folded_.find(i); known != nullptr) return *known;
  return folded_.keep(i, is_folded(i) ? Folded::as_written(text(i)) : Folded(text(i)));
}

Context::Nearest Context::nearest(std::size_t word) const {
  Nearest place{word};
  const std::string_view bytes = folded(word);
  if (bytes.empty()) return place;
  place.hash = hash_of_word(bytes);
  place.size = static_cast<std::uint8_t>(bytes.size());
  place.first = bytes.front();
  place.last = bytes.back();
  if (bytes.size() < 2) return place;
  place.second = bytes[1];
  place.last_but_one = bytes[bytes.size() - 2];
  return place;
}

std::size_t Context::word_before(std::size_t i) const { return nearest_before(i).token; }

std::size_t Context::word_after(std::size_t i) const { return nearest_after(i).token; }

std::size_t Context::find_word_before(std::size_t i) const {
  for (std::size_t steps = 0; steps < 4 && i > 0; ++steps) {
    --i;
    const Token& token = (*this)[i];
    if (token.is(TokenKind::word)) return i;
    const bool passed = token.is(TokenKind::blank) ||
                        (token.is(TokenKind::mark) && (is_quote(token.code) || is_opening(token.code)));
    if (!passed) return npos;
  }
  return npos;
}

std::size_t Context::find_word_after(std::size_t i) const {
  for (std::size_t steps = 0; steps < 4; ++steps, ++i) {
    const Token& token = (*this)[i];
    if (token.is(TokenKind::word)) return i;
    const bool passed = token.is(TokenKind::blank) || (token.is(TokenKind::mark) && is_quote(token.code));
    if (!passed) return npos;
  }
  return npos;
}

bool Context::preceded_by_words(std::size_t i, std::string_view phrase) const {
  std::size_t at = i;
  while (true) {
    at = word_before(at);
    if (at == npos) return false;
    const std::string_view word = folded(at);
    if (phrase.empty() || word.empty()) return phrase.empty() && word.empty();
    if (phrase.back() != word.back() || !phrase.ends_with(word)) return false;
    if (phrase.size() == word.size()) return true;
    phrase.remove_suffix(word.size());
    if (phrase.back() == '/' && at > 0 && is_mark(at - 1, U'/'))
      --at;  // đ/c
    else if (phrase.back() != ' ')
      return false;
    phrase.remove_suffix(1);
  }
}

bool Context::followed_by_words(std::size_t i, std::string_view phrase) const {
  std::size_t at = i;
  while (true) {
    at = word_after(at);
    if (at == npos) return false;
    const std::string_view word = folded(at);
    if (phrase.empty() || word.empty()) return phrase.empty() && word.empty();
    if (phrase.front() != word.front() || !phrase.starts_with(word)) return false;
    if (phrase.size() == word.size()) return true;
    phrase.remove_prefix(word.size());
    ++at;
    if (phrase.front() == '/' && is_mark(at, U'/'))
      ++at;  // đ/c
    else if (phrase.front() != ' ')
      return false;
    phrase.remove_prefix(1);
  }
}

bool Context::preceded_by(std::size_t i, std::string_view phrase) const {
  return nearest_before(i).ends(phrase) && preceded_by_words(i, phrase);
}

bool Context::followed_by(std::size_t i, std::string_view phrase) const {
  return nearest_after(i).begins(phrase) && followed_by_words(i, phrase);
}

bool Context::preceded_by_any(std::size_t i, const PhraseList& phrases) const {
  const Nearest& word = nearest_before(i);
  if (word.size == 0) return false;
  for (const std::size_t n : phrases.endings().find(word.last, word.last_but_one, word.hash))
    if (word.ends(phrases[n]) && preceded_by_words(i, phrases[n])) return true;
  return false;
}

bool Context::followed_by_any(std::size_t i, const PhraseList& phrases) const {
  const Nearest& word = nearest_after(i);
  if (word.size == 0) return false;
  for (const std::size_t n : phrases.beginnings().find(word.first, word.second, word.hash))
    if (word.begins(phrases[n]) && followed_by_words(i, phrases[n])) return true;
  return false;
}

bool Context::preceded_by_any(std::size_t i, std::span<const std::string_view> phrases) const {
  const Nearest& word = nearest_before(i);
  return word.size > 0 && std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
           return word.ends(phrase) && preceded_by_words(i, phrase);
         });
}

bool Context::followed_by_any(std::size_t i, std::span<const std::string_view> phrases) const {
  const Nearest& word = nearest_after(i);
  return word.size > 0 && std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
           return word.begins(phrase) && followed_by_words(i, phrase);
         });
}

// Many phrases at one passage over the words around: few of these are the first word of one.
template <class Stands>
bool Context::near_where(std::size_t first, std::size_t last, const Sieve& beginnings, Reach reach,
                         Stands stands) const {
  for (Stretch stretch = ahead_of(last); !stretch.empty(); stretch.move_on())
    for (std::uint32_t left = may_begin(stretch, beginnings, reach); left != 0; left &= left - 1)
      if (stands(stretch.token(left))) return true;
  for (Stretch stretch = back_from(first); !stretch.empty(); stretch.move_on())
    for (std::uint32_t left = may_begin(stretch, beginnings, reach); left != 0; left &= left - 1)
      if (stands(stretch.token(left))) return true;
  return false;
}

bool Context::near_any(std::size_t first, std::size_t last, const PhraseList& phrases, Reach reach) const {
  return near_where(first, last, phrases.beginnings().words(), reach,
                    [&](std::size_t i) { return followed_by_any(i, phrases); });
}

bool Context::near_any(std::size_t first, std::size_t last, std::span<const std::string_view> phrases,
                       Reach reach) const {
  Sieve beginnings;
  for (const std::string_view phrase : phrases) beginnings.add(place_of_first_word(phrase));
  return near_where(first, last, beginnings, reach,
                    [&](std::size_t i) { return followed_by_any(i, phrases); });
}

Context::Block Context::make_block(std::size_t number) const {
  Block made;
  const std::size_t begin = number * kWindow;
  for (std::size_t n = 0; n < kWindow && begin + n < size(); ++n) {
    const std::size_t i = begin + n;
    const Token& token = tokens_[i];
    const std::uint32_t bit = std::uint32_t{1} << n;
    if (token.is(TokenKind::word)) {
      const std::string_view word = is_folded(i) ? text(i) : folded(i).view();
      if (word.empty()) continue;
      const unsigned place = place_of_word(word);
      made.sieve.add(place);
      made.places[n] = static_cast<std::uint8_t>(place);
      made.words |= bit;
    } else if (token.is_mark(U';')) {
      made.semicolons |= bit;
    } else if (token.is_mark(U'?') || token.is_mark(U'!') || token.is_mark(U'\u2026')) {
      made.sentence_ends |= bit;
    }
  }
  return made;
}

std::uint32_t Context::may_begin(Stretch& stretch, const Sieve& beginnings, Reach reach) const {
  const Block& here = block(stretch.number);
  std::uint32_t tokens = stretch.tokens;
  const std::uint32_t ends =
      (reach == Reach::list ? here.sentence_ends : here.sentence_ends | here.semicolons) & tokens;
  if (ends != 0) {
    stretch.closed = true;
    const std::uint32_t below = ends & (~ends + 1);  // the lowest of them
    const int above = 32 - std::countl_zero(ends);   // one past the highest
    tokens &= stretch.ahead ? below - 1 : above == 32 ? 0 : ~std::uint32_t{0} << above;
  }
  std::uint32_t left = here.words & tokens;
  if (left == 0 || !here.sieve.meets(beginnings)) return 0;
  std::uint32_t found = 0;
  for (; left != 0; left &= left - 1) {
    const int n = std::countr_zero(left);
    found |= static_cast<std::uint32_t>(beginnings.holds(here.places[static_cast<std::size_t>(n)])) << n;
  }
  return found;
}

bool Context::rate_before(std::size_t i) const {
  std::size_t at = i;
  for (int words = 0; words < 4; ++words) {
    at = find_word_before(at);
    if (at == npos || (*this)[at].shape == Shape::single_upper) return false;
    if ((*this)[at].size() == std::string_view("lệ").size() && folded(at) == "lệ") {
      const Folded before = folded(find_word_before(at));
      return before == "tỷ" || before == "tỉ";
    }
  }
  return false;
}

const Context::Label& Context::head_of(std::size_t i) const {
  if (const Label* known = heads_.find(i); known != nullptr) return *known;
  constexpr std::size_t kMostTokens = 16;  // of a label
  // The colon of 14:30 and of 1:500 heads nothing.
  const auto heads = [&](std::size_t at) {
    return is_mark(at, U':') && !(is(at + 1, TokenKind::number) && at > 0 && is(at - 1, TokenKind::number));
  };
  std::size_t colon = npos;
  for (std::size_t at = i, steps = 0; at > 0 && steps < 2 * kWindow && colon == npos; ++steps)
    if (heads(--at)) colon = at;
  for (std::size_t at = 0; at < std::min(kMostTokens, i) && colon == npos; ++at)
    if (heads(at)) colon = at;
  std::size_t first = colon == npos ? 0 : colon;
  while (first > 0 && colon - first < kMostTokens && !is_mark(first - 1, U'.') && !is_mark(first - 1, U';') &&
         !is_mark(first - 1, U':'))
    --first;
  const std::size_t last = colon == npos ? 0 : colon;
  return heads_.keep(i, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
}

bool Context::holds(const tables::CueCondition& condition, std::size_t first, std::size_t last,
                    Reach reach) const {
  using Kind = tables::CueCondition::Kind;
  const std::size_t after = skip_blank(last);
  const std::size_t before = first == 0 ? npos : skip_blank_back(first - 1);
  const auto joins = [&](std::size_t i) {
    const Token& t = (*this)[i];
    return is_dash(i) || t.is_mark(U'&') || t.is_mark(U'.') || t.is_mark(U'/') || t.is_mark(U'+');
  };
  bool result = false;
  switch (condition.kind) {
    case Kind::prev:
      result = preceded_by_any(first, condition.words);
      break;
    case Kind::next:
      result = followed_by_any(last, condition.words);
      break;
    case Kind::near:
      result = near_any(first, last, condition.words, reach);
      break;
    case Kind::behind_colon:
      result = is_mark(after, U':') && followed_by_any(after + 1, condition.words);
      break;
    case Kind::head: {
      const Label& label = head_of(first);
      for (std::size_t i = label.first; i < label.last && !result; ++i)
        result = is(i, TokenKind::word) && followed_by_any(i, condition.words);
      break;
    }
    case Kind::prev_percent:
      result = is_mark(before, U'%');
      break;
    case Kind::prev_number:
      result = is(before, TokenKind::number);
      break;
    case Kind::next_number:
      result = is(after, TokenKind::number);
      break;
    case Kind::next_year:
      result = is(after, TokenKind::number) && (*this)[after].size() == 4 &&
               (text(after)[0] == '1' || text(after)[0] == '2');
      break;
    case Kind::next_three:
      result = is(after, TokenKind::number) && (*this)[after].size() == 3;
      break;
    case Kind::next_capital:
      result = capitalised((*this)[after]);
      break;
    case Kind::next_upper:
      result = is(after, TokenKind::word) && (*this)[after].shape == Shape::upper && !headline();
      break;
    case Kind::dot_capital:
      result = is_mark(last, U'.') && capitalised((*this)[skip_blank(last + 1)]);
      break;
    case Kind::next_foreign:
      result =
          capitalised((*this)[after]) && (*this)[after].shape != Shape::upper && !(*this)[after].syllable;
      break;
    case Kind::next_roman:
      result = is(after, TokenKind::word) && roman_value(text(after)) > 0;
      break;
    case Kind::next_date: {
      std::size_t i = after;
      if (is(i, TokenKind::mark) && (is_opening((*this)[i].code) || is_mark(i, U','))) i = skip_blank(i + 1);
      if (is(i, TokenKind::word) && folded(i) == "ngày") i = skip_blank(i + 1);
      result = is(i, TokenKind::number) && is_mark(i + 1, U'/') && is(i + 2, TokenKind::number);
      break;
    }
    case Kind::prev_capital:
      result = capitalised((*this)[before]);
      break;
    case Kind::line_start: {
      std::size_t i = first;
      while (i > 0 && first - i < 4 && (is_blank(i - 1) || is_opening((*this)[i - 1].code))) --i;
      result = i == 0;
      break;
    }
    case Kind::line_end: {
      std::size_t i = last;
      while (i < size() && i - last < 4 && !is(i, TokenKind::word) && !is(i, TokenKind::number)) ++i;
      result = i >= size();
      break;
    }
    case Kind::in_brackets:
      result = is(before, TokenKind::mark) && is_opening((*this)[before].code);
      break;
    case Kind::glued_before:
      result = first > 0 && joins(first - 1) && !is_blank(first - 2);
      break;
    case Kind::glued_after:
      result = joins(last) && !is_edge(last + 1);
      break;
    case Kind::item_start:
      result = !is(before, TokenKind::word) && !is(before, TokenKind::number);
      break;
    case Kind::signs_note:
      result = is_mark(after, U')') && is_dash(before);
      break;
    case Kind::before_colon:
      result = is_mark(after, U':');
      break;
  }
  return result != condition.negated;
}

bool Context::holds(std::span<const tables::CueAlternative> cue, std::size_t first, std::size_t last,
                    Reach reach) const {
  if (cue.empty()) return true;
  for (const tables::CueAlternative& alternative : cue) {
    bool all = true;
    for (const tables::CueCondition& condition : alternative.conditions) {
      if (!holds(condition, first, last, reach)) {
        all = false;
        break;
      }
    }
    if (all) return true;
  }
  return false;
}

}  // namespace loa::normalizer
