// SPDX-License-Identifier: GPL-3.0-or-later
#include "date.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {

namespace {

// thứ 2, 4, 6; thứ 2, 3 và 4: a further day of the week.
bool is_listed_week_day(const Context& c, std::size_t i) {
  const std::size_t next = c.skip_blank(i + 1);
  if (c.is(next, TokenKind::word) && c.folded(next) != "và") return false;
  for (int days = 0; days < 4 && i >= 3; ++days) {
    const std::size_t joint = c.skip_blank_back(i - 1);
    if (joint == 0 || (!c.is_mark(joint, U',') && c.folded(joint) != "và")) return false;
    i = c.skip_blank_back(joint - 1);
    const auto day = read_figures(c, i, 1);
    if (!day || day->value < 2 || day->value > 7) return false;
    if (c.preceded_by(i, "thứ")) return true;
  }
  return false;
}

}  // namespace

// thứ 1, hạng 1, tháng 4, ngã 4: numbers with a word of their own behind these cues.
bool recognise_ordinal(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto n = read_figures(c, i, 4);
  if (!n || c.is(i + 1, TokenKind::word)) return false;
  if ((c.is_point_or_comma(i + 1) || c.is_mark(i + 1, U'/') || c.is_dash(i + 1)) &&
      c.is(i + 2, TokenKind::number))
    return false;
  // ngã 4 Bà Triệu: a crossroads is a ngã tư
  const bool order = c.preceded_by(i, "thứ") || (n->value == 4 && c.preceded_by(i, "ngã")) ||
                     (n->value == 4 && is_listed_week_day(c, i));
  const bool rank = c.preceded_by(i, "hạng") || c.preceded_by(i, "giải");
  // mới 4 tháng 4 ngày: so many months and so many days.
  const std::size_t word = c.word_before(i);
  const std::size_t counted = word != Context::npos && word > 0 ? c.skip_blank_back(word - 1) : Context::npos;
  const bool age = (c.followed_by(i + 1, "ngày") || c.followed_by(i + 1, "tuần")) &&
                   c.is(counted, TokenKind::number) && !c.preceded_by(counted, "ngày") &&
                   !c.preceded_by(counted, "mùng");
  const bool month = c.preceded_by(i, "tháng") && is_month(*n) && !age;
  if (!order && !rank && !month) return false;
  // vị khách thứ 1 triệu: a number, however it is ranked.
  static constexpr Phrases kScales = {"triệu", "nghìn", "ngàn", "tỷ", "tỉ", "vạn"};
  if (order && c.followed_by_any(i + 1, kScales)) return false;
  draft.semiotic_class = month ? SemioticClass::date : SemioticClass::ordinal;
  draft.rule = month ? "date.month" : order ? "ordinal.thu" : "ordinal.rank";
  if (month && n->value == 1)
    draft.say("một", n->span);
  else
    say_ordinal(draft, n->value, c.style(), n->span);
  draft.end = i + 1;
  // 3 tháng 9 2019: the year of a day, whose word was left out.
  if (const auto year = read_figures(c, i + 2, 4);
      month && c.is_one_blank(i + 1) && year && is_recent_year(*year) && c.is(counted, TokenKind::number) &&
      !c.is(i + 3, TokenKind::word)) {
    draft.say("năm", c[i + 1].span());
    say_cardinal(draft, year->value, c.style(), year->span);
    draft.end = i + 3;
  }
  return true;
}

}  // namespace loa::normalizer
