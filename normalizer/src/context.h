// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "alphabet.h"
#include "loa/normalizer/normalizer.h"
#include "phrases.h"
#include "scan.h"
#include "tables.h"

namespace loa::normalizer {

/// Answers kept by the number of the token that was asked about, each until another takes its place.
/// A place is read only once it has been written: a short line does not pay for clearing them all.
template <class Answer, std::size_t count>
class Kept {
  static_assert(count <= 64 && std::is_trivially_copyable_v<Answer>);

 public:
  Kept() {}
  /// The answer about `key`, or nullptr.
  [[nodiscard]] const Answer* find(std::size_t key) const {
    const std::size_t at = key % count;
    return (written_ >> at & 1U) != 0 && entries_[at].key == key ? &entries_[at].answer : nullptr;
  }
  const Answer& keep(std::size_t key, const Answer& answer) {
    const std::size_t at = key % count;
    written_ |= std::uint64_t{1} << at;
    entries_[at] = {key, answer};
    return entries_[at].answer;
  }

 private:
  struct Entry {
    std::size_t key;
    Answer answer;
  };
  std::uint64_t written_ = 0;
  union {
    Entry entries_[count];
  };
};

class Context;

/// A word folded for comparison, which it is only when it has to be: it is compared with one word after the
/// other, and nearly all of them have another first letter.
class FoldedToken {
 public:
  FoldedToken(const Context& context, std::size_t token) : context_(context), token_(token) {}
  operator const Folded&() const;
  operator std::string_view() const { return view(); }
  [[nodiscard]] std::string_view view() const;
  [[nodiscard]] bool empty() const { return view().empty(); }
  friend bool operator==(const FoldedToken& word, std::string_view other) { return word.is(other); }

 private:
  [[nodiscard]] bool is(std::string_view other) const;

  const Context& context_;
  std::size_t token_;
};

/// The text around a token, as the recognisers see it. Tokens are named by
/// index; an index outside the text names the `end` token, so neighbours may be
/// asked for without care. Nothing here looks further than kWindow tokens, so
/// every question takes constant time.
class Context {
 public:
  /// How far a question about the neighbourhood may look, in tokens.
  static constexpr std::size_t kWindow = 32;

  Context(std::string_view text, std::span<const Token> tokens, const Style& style, const Options& options,
          const Memory::Impl* memory, const Dictionary* dictionary);

  /// The token to be read now.
  [[nodiscard]] std::size_t here() const { return here_; }
  void move_to(std::size_t token) { here_ = token; }

  [[nodiscard]] const Style& style() const { return style_; }
  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] const Memory::Impl* memory() const { return memory_; }
  [[nodiscard]] const Dictionary* dictionary() const { return dictionary_; }
  [[nodiscard]] std::string_view whole_text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  /// The whole text is set in capitals: its words are words, not letters.
  [[nodiscard]] bool headline() const {
    if (!headline_) headline_ = is_headline(tokens_);  // few texts ask
    return *headline_;
  }

  [[nodiscard]] const Token& operator[](std::size_t i) const {
    return i < tokens_.size() ? tokens_[i] : kEnd;
  }
  /// The tokens [first, last). Requires: last <= size().
  [[nodiscard]] std::span<const Token> tokens(std::size_t first, std::size_t last) const {
    return tokens_.subspan(first, last - first);
  }
  [[nodiscard]] std::string_view text(std::size_t i) const { return (*this)[i].span().of(text_); }
  /// The bytes of the tokens [first, last).
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
    return {(*this)[first].begin, (*this)[last - 1].end};
  }
  [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const {
    return span(first, last).of(text_);
  }

  [[nodiscard]] bool is(std::size_t i, TokenKind kind) const { return (*this)[i].kind == kind; }
  [[nodiscard]] bool is_mark(std::size_t i, char32_t mark) const { return (*this)[i].is_mark(mark); }
  [[nodiscard]] bool is_blank(std::size_t i) const { return is(i, TokenKind::blank); }
  /// One plain blank, nothing more.
  [[nodiscard]] bool is_one_blank(std::size_t i) const {
    const Token& token = (*this)[i];
    return token.is(TokenKind::blank) && token.code == U' ' && token.size() == 1;
  }
  /// A hyphen, minus sign or dash of any length.
  [[nodiscard]] bool is_dash(std::size_t i) const {
    const Token& token = (*this)[i];
    const char32_t c = token.code;
    return token.is(TokenKind::mark) && (c == U'-' || (c >= U'\u2010' && c <= U'\u2015') ||
                                         c == U'\u2212');  // hyphens, dashes; minus sign
  }
  /// An apostrophe, typed straight or curled; behind figures also the sign of minutes and feet.
  [[nodiscard]] bool is_apostrophe(std::size_t i) const { return is_mark(i, U'\'') || is_mark(i, U'\u2019'); }
  /// A quotation mark as it closes, typed straight or curled; behind figures also the sign of seconds and
  /// inches.
  [[nodiscard]] bool is_closing_quote(std::size_t i) const {
    return is_mark(i, U'"') || is_mark(i, U'\u201D');
  }
  /// What may part a whole number from its fraction, or thousands: a point or a comma.
  [[nodiscard]] bool is_point_or_comma(std::size_t i) const { return is_mark(i, U'.') || is_mark(i, U','); }
  /// A mark that ends a sentence: . ? !
  [[nodiscard]] bool is_sentence_mark(std::size_t i) const {
    return is_mark(i, U'.') || is_mark(i, U'?') || is_mark(i, U'!');
  }
  /// A mark that ends a clause or a sentence: , ; : . ? !
  [[nodiscard]] bool is_clause_mark(std::size_t i) const {
    return is_mark(i, U',') || is_mark(i, U';') || is_mark(i, U':') || is_sentence_mark(i);
  }
  /// Text begins or ends here, or a blank, bracket or quote stands here: nothing is joined on.
  [[nodiscard]] bool is_edge(std::size_t i) const;

  /// Behind the sign for "to" that stands at `i`: a dash, -> or →; `i` where there is none.
  [[nodiscard]] std::size_t skip_to_sign(std::size_t i) const {
    if (is_mark(i, U'\u2192')) return i + 1;
    if (!is_dash(i)) return i;
    return is_mark(i + 1, U'>') ? i + 2 : i + 1;
  }

  /// `i`, or the token behind it when `i` is a blank.
  [[nodiscard]] std::size_t skip_blank(std::size_t i) const { return is_blank(i) ? i + 1 : i; }
  /// `i`, or the token before it when `i` is a blank. May be the end token (npos).
  [[nodiscard]] std::size_t skip_blank_back(std::size_t i) const { return is_blank(i) ? i - 1 : i; }

  /// The word `i`, folded for comparison; empty when it is no word.
  [[nodiscard]] FoldedToken folded(std::size_t i) const { return {*this, i}; }
  /// Index of the word directly before token `i`: blanks, quotes and opening
  /// brackets are passed over, any other mark stops. npos when there is none.
  [[nodiscard]] std::size_t word_before(std::size_t i) const;
  /// Index of the word directly at or after token `i`, over blanks and quotes. npos: none.
  [[nodiscard]] std::size_t word_after(std::size_t i) const;

  /// Whether the words of `phrase` (folded, single blanks, not empty) stand directly before token `i`.
  [[nodiscard]] bool preceded_by(std::size_t i, std::string_view phrase) const;
  /// Whether the words of `phrase` stand directly from token `i` on (a blank first is passed over).
  [[nodiscard]] bool followed_by(std::size_t i, std::string_view phrase) const;
  /// Whether those of one of the phrases do.
  [[nodiscard]] bool preceded_by_any(std::size_t i, const PhraseList& phrases) const;
  [[nodiscard]] bool followed_by_any(std::size_t i, const PhraseList& phrases) const;
  /// The same for a few phrases that have no index.
  [[nodiscard]] bool preceded_by_any(std::size_t i, std::span<const std::string_view> phrases) const;
  [[nodiscard]] bool followed_by_any(std::size_t i, std::span<const std::string_view> phrases) const;

  /// How far a cue reaches: to the end of its clause, or over the items of a list that ; parts too.
  enum class Reach { clause, list };
  /// Whether one of the phrases stands in the same sentence within kWindow tokens of [first, last).
  [[nodiscard]] bool near_any(std::size_t first, std::size_t last, const PhraseList& phrases,
                              Reach reach = Reach::clause) const;
  [[nodiscard]] bool near_any(std::size_t first, std::size_t last, std::span<const std::string_view> phrases,
                              Reach reach = Reach::clause) const;
  [[nodiscard]] bool near(std::size_t first, std::size_t last, std::string_view phrase) const {
    return !phrase.empty() && near_any(first, last, std::span(&phrase, 1));
  }

  /// "tỷ lệ", with a word or two behind it: "tỷ lệ chọi 1/4".
  [[nodiscard]] bool rate_before(std::size_t i) const;

  /// Whether a cue of the abbreviation table holds around the tokens [first, last).
  [[nodiscard]] bool holds(const tables::CueCondition& condition, std::size_t first, std::size_t last,
                           Reach reach = Reach::clause) const;
  /// One of the alternatives, or there are none.
  [[nodiscard]] bool holds(std::span<const tables::CueAlternative> cue, std::size_t first, std::size_t last,
                           Reach reach = Reach::clause) const;

  /// The tokens [first, last) of the label that heads the part of the line where token `i` stands: the words
  /// before the nearest colon (XDCB: 7 CT; …), or before the first one of the line. Empty: there is none.
  struct Label {
    std::uint32_t first, last;
  };
  [[nodiscard]] const Label& head_of(std::size_t i) const;

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  // What a phrase is compared with first: phrases are asked for by the hundred, and nearly
  // all differ in the word that is nearest. Bytes stand as in the word's folded form.
  struct Nearest {
    std::size_t token = npos;  // npos: there is none
    std::uint32_t hash = 0;    // hash_of_word()
    std::uint8_t size = 0;     // bytes; 0: none, or longer than any cue
    char first = 0, second = ' ', last = 0, last_but_one = ' ';

    [[nodiscard]] bool begins(std::string_view phrase) const {
      return phrase.size() >= size && !phrase.empty() && phrase.front() == first &&
             (size < 2 || phrase[1] == second);
    }
    [[nodiscard]] bool ends(std::string_view phrase) const {
      return phrase.size() >= size && !phrase.empty() && phrase.back() == last &&
             (size < 2 || phrase[phrase.size() - 2] == last_but_one);
    }
  };
  [[nodiscard]] const Nearest& nearest_before(std::size_t i) const {
    const Nearest* known = before_.find(i);
    return known != nullptr ? *known : before_.keep(i, nearest(find_word_before(i)));
  }
  [[nodiscard]] const Nearest& nearest_after(std::size_t i) const {
    const Nearest* known = after_.find(i);
    return known != nullptr ? *known : after_.keep(i, nearest(find_word_after(i)));
  }
  [[nodiscard]] Nearest nearest(std::size_t word) const;
  // What near_any() looks at: of each word of a block of tokens its place in a sieve. Bit n of a set is the
  // nth token of the block.
  struct Block {
    Sieve sieve;
    std::uint32_t words = 0;
    std::uint32_t semicolons = 0;
    std::uint32_t sentence_ends = 0;
    std::array<std::uint8_t, kWindow> places;
  };
  static_assert(kWindow == 32 && Sieve::kPlaces == 256);
  // That of the tokens [number * kWindow, (number + 1) * kWindow).
  [[nodiscard]] const Block& block(std::size_t number) const {
    const Block* known = blocks_.find(number);
    return known != nullptr ? *known : blocks_.keep(number, make_block(number));
  }
  [[nodiscard]] Block make_block(std::size_t number) const;

  // The part in one block of the tokens that near_any() looks at on one side, the nearest block first.
  struct Stretch {
    std::size_t number;     // of the block
    std::uint32_t tokens;   // of it
    std::uint32_t farther;  // of the next block, which is the last
    bool ahead;
    bool closed = false;  // the sentence ends in it

    [[nodiscard]] bool empty() const { return tokens == 0; }
    [[nodiscard]] std::size_t token(std::uint32_t bits) const {
      return number * kWindow + static_cast<std::size_t>(std::countr_zero(bits));
    }
    void move_on() {
      number += ahead ? 1 : std::size_t{0} - 1;
      tokens = closed ? 0 : farther;
      farther = 0;
    }
  };
  // The kWindow tokens from `last` on, and those before `first`.
  [[nodiscard]] Stretch ahead_of(std::size_t last) const {
    if (last >= size()) return {0, 0, 0, true};
    const std::uint32_t below = (std::uint32_t{1} << last % kWindow) - 1;
    return {last / kWindow, ~below, below, true};
  }
  [[nodiscard]] Stretch back_from(std::size_t first) const {
    if (first == 0) return {0, 0, 0, false};
    const std::size_t nearest = first - 1;
    const std::uint32_t upto = ~std::uint32_t{0} >> (kWindow - 1 - nearest % kWindow);
    return {nearest / kWindow, upto, nearest >= kWindow ? ~upto : 0, false};
  }
  // The words of the stretch that may begin one of the phrases, as far as the clause or sentence goes.
  [[nodiscard]] std::uint32_t may_begin(Stretch& stretch, const Sieve& beginnings, Reach reach) const;

  // near_any(), with `stands` to tell whether one of the phrases stands from a token on.
  template <class Stands>
  [[nodiscard]] bool near_where(std::size_t first, std::size_t last, const Sieve& beginnings, Reach reach,
                                Stands stands) const;

  [[nodiscard]] bool preceded_by_words(std::size_t i, std::string_view phrase) const;
  [[nodiscard]] bool followed_by_words(std::size_t i, std::string_view phrase) const;
  [[nodiscard]] std::size_t find_word_before(std::size_t i) const;
  [[nodiscard]] std::size_t find_word_after(std::size_t i) const;

  friend class FoldedToken;
  [[nodiscard]] const Folded& fold(std::size_t i) const;
  /// Whether the first letter of the word `i` says that its folded form is not `other`, before it is folded.
  [[nodiscard]] bool begins_otherwise(std::size_t i, std::string_view other) const {
    const Token& token = (*this)[i];
    if (!token.is(TokenKind::word) || other.empty()) return false;
    const char first = text_[token.begin];
    const char small = first >= 'A' && first <= 'Z' ? static_cast<char>(first + ('a' - 'A')) : first;
    // A tone may move to the first letter: oà, uỳ.
    return small != other[0] && small != 'o' && small != 'u' &&
           (token.shape == Shape::lower || static_cast<unsigned char>(first) < 0x80);
  }

  /// The word `i` is known to be its own folded form.
  [[nodiscard]] bool is_folded(std::size_t i) const {
    const Token& token = (*this)[i];
    return token.syllable && token.shape == Shape::lower && Folded::is_folded(text(i));
  }
  [[nodiscard]] static bool is_headline(std::span<const Token> tokens);

  static const Token kEnd;

  std::string_view text_;
  std::span<const Token> tokens_;
  const Style& style_;
  const Options& options_;
  const Memory::Impl* memory_;
  const Dictionary* dictionary_;
  // The words around one token are asked for again and again by one recogniser
  // after the other: each is looked for and folded once. A context belongs to one call.
  mutable Kept<Folded, 64> folded_;
  mutable Kept<Nearest, 16> before_;
  mutable Kept<Nearest, 16> after_;
  mutable Kept<Label, 4> heads_;
  mutable Kept<Block, 8> blocks_;
  std::size_t here_ = 0;
  mutable std::optional<bool> headline_;
};

inline FoldedToken::operator const Folded&() const { return context_.fold(token_); }
inline std::string_view FoldedToken::view() const { return context_.fold(token_).view(); }
inline bool FoldedToken::is(std::string_view other) const {
  return !context_.begins_otherwise(token_, other) && view() == other;
}

}  // namespace loa::normalizer
