// SPDX-License-Identifier: GPL-3.0-or-later
// Which forms of a date there are, and in which order they are asked.
#include <optional>
#include <span>

#include "date.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {

bool is_valid(unsigned day, unsigned month, const std::optional<Figures>& year) {
  constexpr unsigned kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return false;
  if (month == 2 && day == 29 && year && is_year(*year)) {
    const unsigned y = year->value;
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
  }
  return true;
}

bool ends_here(const Context& c, std::size_t i) {
  if (c.is(i, TokenKind::word) || c.is(i, TokenKind::number)) return false;
  // 20h 23/11-4h 24/11: an hour behind the dash is no year.
  const bool hour = c.is_dash(i) && (c.text(i + 2) == "h" || c.text(i + 2) == "g" || c.text(i + 2) == "giờ");
  // 22-10-1963 / 22-10-2018: a slash between blanks parts two days.
  const bool spaced = c.is_mark(i, U'/') && c[i].size() > 1;
  const bool goes_on = is_date_sign(c, i) && c.is(i + 1, TokenKind::number) && !hour && !spaced;
  return !goes_on && !(c.is_mark(i, U',') && c.is(i + 1, TokenKind::number));
}

std::optional<Day> read_day(const Context& c, std::size_t i) {
  const auto day = read_figures(c, i, 2);
  if (!day || !is_date_sign(c, i + 1)) return std::nullopt;
  const auto month = read_figures(c, i + 2, 2);
  if (!month) return std::nullopt;
  Day d{*day, month, std::nullopt, i + 3, c[i + 1].code};
  if (c.is_mark(i + 3, d.sign) || (d.sign != U'/' && c.is_mark(i + 3, U'/'))) {
    const auto year = read_figures(c, i + 4, 4);
    if (year && (is_year(*year) || (year->digits.size() == 2 && c.is_mark(i + 3, d.sign)))) {
      d.year = year;
      d.end = i + 5;
    }
  }
  return d;
}

std::optional<Joint> read_joint(const Context& c, std::size_t i) {
  const std::size_t at = c.skip_blank(i);
  if (const std::size_t behind = c.skip_to_sign(at); behind != at)
    return Joint{"đến", c.skip_blank(behind), true};
  if (c.is_mark(at, U',')) return Joint{"và", c.skip_blank(at + 1)};
  if (c.is_mark(at, U'&')) return Joint{"và", c.skip_blank(at + 1)};
  if (at == i) return std::nullopt;
  const Folded word = c.folded(at);
  if (word == "và") return Joint{"và", c.skip_blank(at + 1)};
  if (word == "đến" || word == "tới") return Joint{word == "đến" ? "đến" : "tới", c.skip_blank(at + 1)};
  return std::nullopt;
}

namespace {

// Y-M-D, Y/M/D
bool year_first(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto year = read_figures(c, i, 4);
  if (!year || !is_year(*year) || !is_date_sign(c, i + 1) || !c.is_mark(i + 3, c[i + 1].code)) return false;
  const auto month = read_figures(c, i + 2, 2);
  const auto day = read_figures(c, i + 4, 2);
  if (!month || !day || !ends_here(c, i + 5) || !is_valid(day->value, month->value, year)) return false;
  Date date;
  date.last = Day{*day, month, year, i + 5, U'-'};
  date.end = i + 5;
  draft.rule = "date.year-first";
  say_date(draft, c, date, i);
  return true;
}

// tối 2-4-6, học 3-5-7: the days of the week on which something is held.
bool days_of_week(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i, std::min(i + 5, c.size()));
  static constexpr Phrases kHeld = {"sáng", "chiều", "tối", "thứ", "học", "tập", "lịch", "các ngày", "dạy"};
  if ((text != "2-4-6" && text != "3-5-7" && text != "2,4,6" && text != "3,5,7") || !ends_here(c, i + 5) ||
      !c.preceded_by_any(i, kHeld))
    return false;
  if (!c.preceded_by(i, "thứ")) draft.say("thứ", c[i].span());
  for (std::size_t at = i; at <= i + 4; at += 2) {
    if (at > i) draft.mark(',', c[at - 1].span());
    draft.say(c.text(at) == "2"   ? "hai"
              : c.text(at) == "3" ? "ba"
              : c.text(at) == "4" ? "tư"
              : c.text(at) == "5" ? "năm"
              : c.text(at) == "6" ? "sáu"
                                  : "bảy",
              c[at].span());
  }
  draft.rule = "date.week-days";
  draft.end = i + 5;
  return true;
}

// 4h/28: …, 07h/28-11: the day behind the hour, its month left out.
bool day_behind_hour(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i < 3 || !c.is_mark(i - 1, U'/') || c.text(i - 2) != "h" || !c.is(i - 3, TokenKind::number))
    return false;
  const auto day = read_figures(c, i, 2);
  if (!day || !is_day_of_month(*day)) return false;
  // (7h/26 - 7h/27)
  const std::size_t dash = c.skip_blank(i + 1);
  const bool span = c.is_dash(dash) && c.is(c.skip_blank(dash + 1), TokenKind::number) &&
                    c.text(c.skip_blank(dash + 1) + 1) == "h";
  static constexpr Phrases kUntil = {"đến", "tới"};
  const bool decimal = c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number);
  const bool closed = span || c.followed_by_any(i + 1, kUntil) || c.is(dash, TokenKind::end) ||
                      c.is_mark(i + 1, U')') || (c.is_clause_mark(i + 1) && !decimal);
  if (!closed) return false;
  draft.say("ngày", day->span);
  say_cardinal(draft, day->value, c.style(), day->span);
  draft.rule = "date.day";
  draft.end = i + 1;
  return true;
}

// 1/Giêng, 23/Chạp: a day of the months that have names.
bool named_month(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto day = read_figures(c, i, 2);
  if (!day || day->value < 1 || day->value > 30 || !c.is_mark(i + 1, U'/') || !c.is(i + 2, TokenKind::word))
    return false;
  const Folded& month = c.folded(i + 2);
  const std::string_view name = month == "giêng" ? "giêng" : month == "chạp" ? "chạp" : "";
  if (name.empty()) return false;
  const bool said = c.preceded_by(i, "mùng") || c.preceded_by(i, "mồng") || c.preceded_by(i, "ngày") ||
                    c.preceded_by(i, "rằm");
  if (!said && day->value <= 10) draft.say("mùng", day->span);
  say_cardinal(draft, day->value, c.style(), day->span);
  draft.say("tháng", c[i + 1].span());
  draft.say(name, c[i + 2].span());
  return draft.accept(SemioticClass::date, "date.named-month", i + 3);
}

// 6,8 km: no list of days goes on behind it, and no month is told.
bool is_decimal(const Context& c, std::size_t i) {
  static constexpr Phrases kOfDays = {"và", "đến", "tới", "tháng"};
  return c.is_mark(i + 1, U',') && c.is(i + 2, TokenKind::number) && c.is_blank(i + 3) &&
         c.is(i + 4, TokenKind::word) && !c.followed_by_any(i + 3, kOfDays);
}

}  // namespace

bool recognise_date(const Context& c, Draft& draft) {
  if (is_decimal(c, c.here())) return false;
  if (named_month(c, draft)) return true;
  draft.semiotic_class = SemioticClass::date;
  const std::size_t i = c.here();
  // Thứ 5,27.11: the comma parts the day of the week from the day.
  if (i > 0 &&
      (c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U',') ||
       (c.is_mark(i - 1, U'/') && c[i - 1].size() == 1)) &&
      i > 1 && c.is(i - 2, TokenKind::number) && !(c.is_mark(i - 1, U',') && c.preceded_by(i - 2, "thứ")))
    return false;
  if (c[i].size() == 4) return year_first(c, draft);
  if (c[i].size() > 2 || is_range_of_parts(c, i)) return false;
  constexpr Recogniser kWithSign[] = {days_of_week,           recognise_day_range,  recognise_single_day,
                                      recognise_week_of_year, recognise_month_year, day_behind_hour};
  constexpr Recogniser kBare[] = {days_of_week,         recognise_day_list,   recognise_day_range,
                                  recognise_single_day, recognise_month_year, recognise_month_and_year_apart,
                                  day_behind_hour};
  const bool with_sign = is_date_sign(c, i + 1);
  for (const Recogniser form : with_sign ? std::span<const Recogniser>(kWithSign) : kBare) {
    if (form(c, draft)) return true;
    draft.reset();
    draft.semiotic_class = SemioticClass::date;
  }
  return false;
}

}  // namespace loa::normalizer
