// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "context.h"
#include "draft.h"

namespace loa::normalizer {

/// A number as it is written: 1.234.567; 6,82; 1 000 000; 007.
struct Numeral {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  Span span;             ///< bytes of the clean text
  bool grouped = false;  ///< figures in threes
  bool decimal = false;
  bool negative = false;
  bool longer = false;  ///< more figures than kCapacity: only span tells them

  [[nodiscard]] std::string_view integer() const { return {digits_, integer_size_}; }
  [[nodiscard]] std::string_view fraction() const {
    return {digits_ + integer_size_, std::size_t{size_} - integer_size_};
  }
  [[nodiscard]] bool leading_zero() const { return !grouped && integer_size_ > 1 && digits_[0] == '0'; }
  [[nodiscard]] bool is_integer() const { return !decimal && !longer; }
  /// The whole number, or the integer part; saturates.
  [[nodiscard]] std::uint64_t value() const;
  /// The value as it is compared in ranges.
  [[nodiscard]] double real() const;

  void add_integer(std::string_view digits);
  void add_fraction(std::string_view digits);

 private:
  static constexpr std::size_t kCapacity = 48;
  char digits_[kCapacity];  // as far as size_
  std::uint8_t integer_size_ = 0;
  std::uint8_t size_ = 0;
};

/// Reads the number that begins at token `i` with a figure, as far as its
/// separators go. Nothing when no figure stands there.
[[nodiscard]] std::optional<Numeral> read_numeral(const Context& context, std::size_t i);

/// A plain run of figures at token `i`, at most `most_digits` long.
struct Figures {
  std::size_t token = 0;
  Span span;
  std::string_view digits;
  unsigned value = 0;
};
[[nodiscard]] inline std::optional<Figures> read_figures(const Context& context, std::size_t i,
                                                         std::size_t most_digits) {
  const Token& token = context[i];
  if (!token.is(TokenKind::number) || token.size() > most_digits || most_digits > 9) return std::nullopt;
  Figures figures{i, token.span(), context.text(i), 0};
  for (const char digit : figures.digits)
    figures.value = figures.value * 10 + static_cast<unsigned>(digit - '0');
  return figures;
}

/// Whether the number can be the year of an issue, as in số 14 - 2015: there are no such numbers elsewhere.
[[nodiscard]] constexpr bool is_year_of_number(std::uint64_t n) { return n >= 1945 && n <= 2040; }

/// Whether the letter of an hour stands at `i`: h, in the South also g. Grams and heights have them too.
[[nodiscard]] inline bool is_hour_letter(const Context& context, std::size_t i) {
  return context.text(i) == "h" || context.text(i) == "g";
}

/// S&P 500 -0,7%: whether a dash before `last` tells how far what `first` belongs to has fallen: it leans on
/// a smaller decimal fraction of a hundred, and `first` stands behind a name.
[[nodiscard]] bool is_fall_of_name(const Context& context, const Numeral& first, const Numeral& last);

/// Whether a word says that the slash behind the figures at `i` numbers things and makes no date and no
/// part of them: lớp 9/1; also for the further ones of a list: lớp 9/1, 9/2 và 9/3.
[[nodiscard]] bool is_numbered_by_slash(const Context& context, std::size_t i);

/// Whether a share of `whole` (its figures), of what is counted, stands before `i` in the sentence, so that
/// d/whole is another of them: thắng 3/5 trận, hòa 1/5.
[[nodiscard]] bool follows_share_of(const Context& context, std::size_t i, std::string_view whole);

/// Whether a class written with a slash (lớp 6/1) stands before `i` in the line, so that d/d is another.
[[nodiscard]] bool follows_classes(const Context& context, std::size_t i);

/// Whether a range of parts stands at `i`: 1/3-1/2, which as days would run backwards.
[[nodiscard]] bool is_range_of_parts(const Context& context, std::size_t i);

/// Says the number: âm, the cardinal, phẩy and its decimals. A leading zero, or
/// eight figures and more without grouping, are said figure by figure; seven where no word follows.
void say_numeral(Draft& draft, const Numeral& numeral, const Context& context);

}  // namespace loa::normalizer
