// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "alphabet.h"
#include "loa/normalizer/normalizer.h"
#include "scan.h"
#include "tables.h"

namespace loa::normalizer {

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
  [[nodiscard]] bool headline() const { return headline_; }

  [[nodiscard]] const Token& operator[](std::size_t i) const {
    return i < tokens_.size() ? tokens_[i] : kEnd;
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
  /// A hyphen, minus sign or dash of any length.
  [[nodiscard]] bool is_dash(std::size_t i) const;
  /// Text begins or ends here, or a blank, bracket or quote stands here: nothing is joined on.
  [[nodiscard]] bool is_edge(std::size_t i) const;

  /// `i`, or the token behind it when `i` is a blank.
  [[nodiscard]] std::size_t skip_blank(std::size_t i) const { return is_blank(i) ? i + 1 : i; }
  /// `i`, or the token before it when `i` is a blank. May be the end token (npos).
  [[nodiscard]] std::size_t skip_blank_back(std::size_t i) const { return is_blank(i) ? i - 1 : i; }

  /// The word `i`, folded for comparison; empty when it is no word.
  [[nodiscard]] const Folded& folded(std::size_t i) const;
  /// Index of the word directly before token `i`: blanks, quotes and opening
  /// brackets are passed over, any other mark stops. npos when there is none.
  [[nodiscard]] std::size_t word_before(std::size_t i) const;
  /// Index of the word directly at or after token `i`, over blanks and quotes. npos: none.
  [[nodiscard]] std::size_t word_after(std::size_t i) const;

  /// Whether the words of `phrase` (folded, single blanks) stand directly before token `i`.
  [[nodiscard]] bool preceded_by(std::size_t i, std::string_view phrase) const;
  /// Whether the words of `phrase` stand directly from token `i` on (a blank first is passed over).
  [[nodiscard]] bool followed_by(std::size_t i, std::string_view phrase) const;
  template <class Phrases>
  [[nodiscard]] bool preceded_by_any(std::size_t i, const Phrases& phrases) const {
    for (std::string_view phrase : phrases)
      if (preceded_by(i, phrase)) return true;
    return false;
  }
  template <class Phrases>
  [[nodiscard]] bool followed_by_any(std::size_t i, const Phrases& phrases) const {
    for (std::string_view phrase : phrases)
      if (followed_by(i, phrase)) return true;
    return false;
  }
  /// Whether `phrase` stands in the same sentence within kWindow tokens of [first, last).
  [[nodiscard]] bool near(std::size_t first, std::size_t last, std::string_view phrase) const;
  template <class Phrases>
  [[nodiscard]] bool near_any(std::size_t first, std::size_t last, const Phrases& phrases) const {
    for (std::string_view phrase : phrases)
      if (near(first, last, phrase)) return true;
    return false;
  }

  /// "tỷ lệ", with a word or two behind it: "tỷ lệ chọi 1/4".
  [[nodiscard]] bool rate_before(std::size_t i) const;

  /// Whether a cue of the abbreviation table holds around the tokens [first, last).
  [[nodiscard]] bool holds(const tables::CueCondition& condition, std::size_t first, std::size_t last) const;
  /// One of the alternatives, or there are none.
  [[nodiscard]] bool holds(std::span<const tables::CueAlternative> cue, std::size_t first,
                           std::size_t last) const;

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  [[nodiscard]] std::size_t find_word_before(std::size_t i) const;

  static const Token kEnd;

  std::string_view text_;
  std::span<const Token> tokens_;
  const Style& style_;
  const Options& options_;
  const Memory::Impl* memory_;
  const Dictionary* dictionary_;
  // The words around one token are asked for again and again by one recogniser
  // after the other; they are folded once. A context belongs to one call.
  struct Remembered {
    std::size_t token = npos;
    Folded word;
  };
  static constexpr std::size_t kRemembered = 64;
  mutable std::array<Remembered, kRemembered> remembered_{};
  mutable std::size_t before_of_ = npos;  // word_before(before_of_) was before_is_
  mutable std::size_t before_is_ = npos;
  std::size_t here_ = 0;
  bool headline_ = false;
};

}  // namespace loa::normalizer
