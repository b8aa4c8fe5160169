// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <iterator>

#include "recogniser.h"

/// The order of the recognisers: the one place where rivals are decided. What
/// stands higher wins where both would read. Why each pair stands as it does is
/// written beside it, and tests/normalizer shows both sides.
namespace loa::normalizer {
namespace {

/// What stands behind a figure. Most classes are written with a sign of their own, so it tells which
/// rules can match; asking all of them took a twelfth more instructions on text dense with figures.
enum class Behind : std::uint8_t {
  letter,          ///< 7h, 5kg, 45A
  slash,           ///< 27/8, also behind a blank, as the next two
  dash,            ///< 3-5, 7 – 9, 12 -> 15
  colon,           ///< 14:30
  dot,             ///< 3.2, 27.11: a dot before another figure
  thousands,       ///< 1.250: a dot before three figures
  comma,           ///< 6,8: a comma before another figure
  figure,          ///< 0912 345, 5 1/2: a blank and another figure
  word,            ///< 5 người
  word_of_figure,  ///< 7 giờ 30, 15 và 16/8: a word and another figure behind it
  percent,         ///< 60%
  sign,            ///< 45', 90+6: any other mark
  closing,         ///< (5), 5. Và, 12, 13/5: a mark that ends something, a blank before a mark, the end
};
constexpr std::size_t kBehinds = 13;

constexpr unsigned bit(Behind behind) { return 1U << static_cast<unsigned>(behind); }
constexpr unsigned only(std::initializer_list<Behind> behinds) {
  unsigned bits = 0;
  for (const Behind behind : behinds) bits |= bit(behind);
  return bits;
}
constexpr unsigned all_but(std::initializer_list<Behind> behinds) { return ~only(behinds); }
constexpr unsigned kAny = all_but({});

/// A rule, and where it can match: on which tokens, and by what stands behind them.
struct Row {
  Rule rule;
  unsigned behind = kAny;  ///< bits of what may stand behind
  unsigned token = kAny;   ///< bits of the token's own kinds
};

/// The rules of a table for each of the kinds of tokens and of what stands behind, as numbers in it.
template <std::size_t rows, std::size_t behinds, std::size_t tokens>
class Dispatch {
 public:
  constexpr explicit Dispatch(const Row (&table)[rows]) {
    for (std::size_t n = 0; n < rows; ++n) rules_[n] = table[n].rule;
    for (std::size_t b = 0; b < behinds; ++b) {
      for (std::size_t t = 0; t < tokens; ++t) {
        List& list = lists_[b * tokens + t];
        for (std::size_t n = 0; n < rows; ++n)
          if ((table[n].behind >> b & 1U) != 0 && (table[n].token >> t & 1U) != 0)
            list.rules[list.count++] = static_cast<std::uint8_t>(n);
      }
    }
  }
  [[nodiscard]] RuleList find(std::size_t behind, std::size_t token) const {
    const List& list = lists_[behind * tokens + token];
    return {rules_.data(), {list.rules.data(), list.count}};
  }

 private:
  struct List {
    std::array<std::uint8_t, rows> rules{};
    std::uint8_t count = 0;
  };
  std::array<Rule, rows> rules_{};
  std::array<List, behinds * tokens> lists_{};
};

/// Of figures: how many there are, by which most classes are told apart as well.
constexpr std::size_t kSizes = 5;  // 1 to 4, and more
constexpr unsigned kOne = 1, kTwo = 2, kThree = 4, kFour = 8;

using enum Behind;
constexpr Row kFigureRows[] = {
    // 3.2. at the head of a line
    {{"section", recognise_section_number}, only({dot}), kOne | kTwo},
    // 0912 345 678, before groups of thousands
    {{"telephone", recognise_telephone}, all_but({percent}), ~kOne},
    // a citizen number is no count, whatever follows
    {{"digits", recognise_digits}, all_but({percent}), ~kOne},
    // 1Cr 13,4; 1 Cr 13,4: a numbered book
    {{"scripture", recognise_scripture}, only({letter, word_of_figure}), kOne},
    // Giăng 3:16, before hours
    {{"chapter-verse", recognise_chapter_verse}, only({colon})},
    // 24h.com.vn, before hours
    {{"numbered-site", recognise_numbered_site}, only({letter})},
    // tổ 3.4.5, before versions and decimals
    {{"units", recognise_units_by_dots}, only({dot})},
    // 787-9, 6N5Đ, 1.6T, before scores and tonnes
    {{"product", recognise_product}, all_but({percent})},
    // 45/2023/NĐ-CP, 75A-123.45, 5G, before dates and units
    {{"code", recognise_code}, only({letter, slash, dash, colon, dot, thousands, comma, word})},
    // 7h30, 14:30 have a sign of their own
    {{"full-hour", recognise_full_hour}, all_but({thousands, comma, percent}), kTwo},
    {{"time", recognise_time}, only({letter, dash, colon, dot, word, word_of_figure, sign})},
    // thắng 6/4, 7/5, before dates
    {{"sets", recognise_slashed_sets}, only({slash}), kOne | kTwo},
    // hòa 1/2-1/2, before days and measures
    {{"half-points", recognise_half_points}, only({slash, dot, comma})},
    // 27/8, 16-4 beside a time word, before parts and ranges
    {{"date", recognise_date}, all_but({letter, thousands, figure, word, percent}), kOne | kTwo | kFour},
    // 2024/25, before ratios
    {{"season", recognise_season}, only({slash}), kTwo | kFour},
    // 10-15%, 2-3 km: a unit behind makes a range of it, before scores
    {{"measure", recognise_measure}, all_but({slash, colon})},
    // thắng 2-1, before ranges
    {{"score", recognise_score}, only({dash, colon})},
    // 2/3 diện tích, before ratios
    {{"fraction", recognise_fraction}, only({slash, figure})},
    // 44/44 đảng bộ
    {{"ratio", recognise_ratio}, only({slash, colon, dot, thousands, comma, figure})},
    // 08-10-12
    {{"list", recognise_number_list}, only({dash})},
    // 3-5 người
    {{"range", recognise_range}, only({dash, dot, thousands, comma, figure})},
    // 7 giờ 30
    {{"clock-minute", recognise_clock_minute}, all_but({letter, thousands, comma, percent}), kTwo},
    // 1.d4
    {{"move", recognise_chess_move}, only({closing})},
    // thứ 4, tháng 4
    {{"ordinal", recognise_ordinal},
     all_but({letter, dot, thousands, comma, percent}),
     kOne | kTwo | kThree | kFour},
    // 03 người
    {{"padded", recognise_padded_count}, all_but({dot, thousands, comma, percent}), kTwo},
    // every figure ends here
    {{"cardinal", recognise_cardinal}, kAny},
};

constexpr Dispatch<std::size(kFigureRows), kBehinds, kSizes> kFigures(kFigureRows);

Behind behind_figure(const Context& c, std::size_t i) {
  const Token& next = c[i + 1];
  const std::size_t at = c.skip_blank(i + 1);
  switch (c[at].kind) {
    case TokenKind::number:
      return figure;
    case TokenKind::word:
      if (next.is(TokenKind::word)) return letter;
      return c.is(c.skip_blank(at + 1), TokenKind::number) ? word_of_figure : word;
    case TokenKind::mark:
      break;
    default:
      return closing;
  }
  switch (c[at].code) {
    case U'/':
    case U'\u2044':
      return slash;
    case U':':
      return colon;
    case U'.':
      if (at != i + 1 || !c.is(i + 2, TokenKind::number)) return closing;
      return c[i + 2].size() == 3 ? thousands : dot;
    case U',':
      return at == i + 1 && c.is(i + 2, TokenKind::number) ? comma : closing;
    case U'%':
      return at == i + 1 ? percent : closing;
    default:
      if (c.skip_to_sign(at) != at) return dash;
      return at == i + 1 ? sign : closing;
  }
}

/// Signs by what they can begin.
enum class Sign : std::uint8_t { bracket, plus, dash, slash, other };
constexpr std::size_t kSigns = 5;
constexpr unsigned on(Sign sign) { return 1U << static_cast<unsigned>(sign); }
constexpr unsigned kDash = on(Sign::dash), kPlus = on(Sign::plus), kSlash = on(Sign::slash),
                   kOther = on(Sign::other);

constexpr Row kSignRows[] = {
    {{"electronic", recognise_electronic}, kAny, ~on(Sign::bracket)},       // #hashtag, @handle
    {{"telephone", recognise_telephone}, kAny, kPlus | on(Sign::bracket)},  // (0234) 3822.755, +84 912 …
    // hạng -49kg, before what is below nought
    {{"weight-class", recognise_weight_class}, kAny, kPlus | kDash},
    {{"change", recognise_change}, kAny, kPlus | kDash},           // 3 vụ (-2), before what is below nought
    {{"signed", recognise_signed_number}, kAny, kDash},            // -5°C
    {{"money", recognise_money}, kAny, kOther},                    // $20
    {{"slash-year", recognise_slash_year}, kAny, kSlash | kDash},  // quý II/2025, before per
    {{"between", recognise_dash_between}, kAny, kDash},            // thứ 2 - thứ 6
    {{"per", recognise_per}, kAny, kSlash},                        // đồng/kg
    {{"power", recognise_power}, kAny, kOther},                    // 10³
    {{"digits", recognise_digits}, kAny, kOther},                  // #45021
    {{"unit", recognise_unit_word}, kAny, kOther},                 // 5 triệu €
    {{"symbol", recognise_symbol}},
};
constexpr Dispatch<std::size(kSignRows), 1, kSigns> kSignRules(kSignRows);

Sign sign_at(const Context& c, std::size_t i) {
  if (c.is_mark(i, U'(')) return Sign::bracket;
  if (c.is_mark(i, U'+')) return Sign::plus;
  if (c.is_mark(i, U'/')) return Sign::slash;
  return c.skip_to_sign(i) != i ? Sign::dash : Sign::other;  // also an arrow
}

/// What stands behind a word.
enum class BehindWord : std::uint8_t {
  figures,  ///< QL1A
  apart,    ///< QL 1A: a blank, then figures
  mark,     ///< N.V.A, COVID-19
  plain,    ///< UBND tỉnh
};
constexpr std::size_t kBehindWords = 4;
constexpr unsigned behind(BehindWord what) { return 1U << static_cast<unsigned>(what); }
constexpr unsigned kGlued = behind(BehindWord::figures), kApart = behind(BehindWord::apart),
                   kMark = behind(BehindWord::mark);

BehindWord behind_word(const Context& c, std::size_t i) {
  switch (c[i + 1].kind) {
    case TokenKind::number:
      return BehindWord::figures;
    case TokenKind::mark:
      return BehindWord::mark;
    default:
      return c.is(i + 2, TokenKind::number) ? BehindWord::apart : BehindWord::plain;
  }
}

constexpr Row kSmallWordRows[] = {
    {{"broken-word", recognise_broken_word}, kMark},         // ch.ết
    {{"roman", recognise_roman_item}, kMark},                // (i) ..., (ii) ...
    {{"roman", recognise_small_roman}},                      // hạng iii
    {{"times", recognise_times}},                            // 7 trụ x 4,2 MW
    {{"road-post", recognise_road_post}, kGlued | kApart},   // km28
    {{"electronic", recognise_electronic}, kGlued | kMark},  // hnn.vn, before its words
    {{"unit", recognise_unit_word}},                         // m2, ha, before codes
    {{"code", recognise_code}},                              // covid-19, v2.0.1
    {{"abbreviation", recognise_abbreviation}},              // tp, đ/c, v.v.
    {{"other-script", recognise_other_script}},
    {{"foreign", recognise_foreign}},  // whatever is no syllable
};
constexpr Dispatch<std::size(kSmallWordRows), kBehindWords, 1> kSmallWords(kSmallWordRows);

/// Of a word with capitals: one letter, or more.
constexpr unsigned kLetter = 1, kLetters = 2;

constexpr Row kCapitalWordRows[] = {
    {{"broken-word", recognise_broken_word}, kMark},  // T.ử v.ong, before initials
    {{"scripture", recognise_scripture}, kApart},     // Ga 3,16, before every other use of its letters
    {{"road-post", recognise_road_post}, kGlued | kApart, kLetters},  // Km205+092
    {{"storm", recognise_storm}, kAny, kLetters},                     // bão YAGI, before letters
    {{"electronic", recognise_electronic}, kGlued | kMark},           // VnExpress.net
    {{"initials", recognise_initials}},                    // N.V.A, before whatever one letter may mean
    {{"roman", recognise_roman}},                          // thứ XVII; without a cue it stands back
    {{"quarter", recognise_quarter}, kGlued, kLetter},     // Q4/2025
    {{"time-zone", recognise_time_zone}, kAny, kLetters},  // GMT+7
    {{"boat", recognise_boat}, kApart | kMark},            // BĐ 95678-TS
    {{"code", recognise_code}},                            // QL1A, U23, MH370, before the letters alone
    {{"money", recognise_money}},                          // US$50, USD 20
    {{"syllable-abbreviation", recognise_syllable_abbreviation},
     kAny,
     kLetters},                                  // TƯ, before words in capitals
    {{"headline", recognise_headline}},          // HUẾ
    {{"abbreviation", recognise_abbreviation}},  // UBND, TP., NATO
    {{"unit", recognise_unit_word}},             // triệu USD
    {{"other-script", recognise_other_script}},
    {{"foreign", recognise_foreign}},  // Washington, VINAMILK
    {{"letters", recognise_letters}},  // N.V.A., unknown capitals: the last resort
};
constexpr Dispatch<std::size(kCapitalWordRows), kBehindWords, 2> kCapitalWords(kCapitalWordRows);

}  // namespace

RuleList rules_for(const Context& context, std::size_t i) {
  const Token& token = context[i];
  switch (token.kind) {
    case TokenKind::number:
      return kFigures.find(static_cast<std::size_t>(behind_figure(context, i)),
                           std::min<std::size_t>(token.size(), kSizes) - 1);
    case TokenKind::word: {
      const auto behind = static_cast<std::size_t>(behind_word(context, i));
      if (token.shape == Shape::lower) return kSmallWords.find(behind, 0);
      return kCapitalWords.find(behind, token.letters == 1 ? 0 : 1);
    }
    case TokenKind::mark:
      return kSignRules.find(0, static_cast<std::size_t>(sign_at(context, i)));
    default:
      return {};
  }
}

}  // namespace loa::normalizer
