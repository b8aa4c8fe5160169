// SPDX-License-Identifier: GPL-3.0-or-later
// How a date is said.
#include "cues.h"
#include "date.h"
#include "number_words.h"

namespace loa::normalizer {

namespace {

// các ngày 5, 12, 19/12; tối 28, 29 và 30/11: the head of the list of bare days has said what they are.
bool listed_behind_day(const Context& c, std::size_t i) {
  for (int members = 0; members < 6 && i >= 3; ++members) {
    const std::size_t joint = c.skip_blank_back(i - 1);
    if (!c.is_mark(joint, U',') && !(c.folded(joint) == "và")) return false;
    const std::size_t number = c.skip_blank_back(joint - 1);
    if (!c.is(number, TokenKind::number) || c[number].size() > 2) return false;
    if (c.preceded_by_any(number, kDayHeads)) return true;
    i = number;
  }
  return false;
}

void say_day(Draft& draft, const Context& c, const Figures& day, bool mung) {
  if (mung && day.value <= 10) draft.say("mùng", day.span);
  say_cardinal(draft, day.value, c.style(), day.span);
}

}  // namespace

Calendar calendar_after(const Context& c, std::size_t end) {
  const std::size_t at = c.skip_blank(end);
  const bool bracket = c.is_mark(at, U'(');
  const std::size_t word = bracket ? at + 1 : at;
  const Folded folded = c.folded(word);
  if (folded == "âl") return {word + 1, c[word].span(), true, "âm lịch"};
  if (folded == "dl" && (c.is_edge(word + 1) || c.is_mark(word + 1, U'.')))
    return {word + 1, c[word].span(), false, "dương lịch"};
  return {0, {}, (folded == "âm" && c.followed_by(word, "âm lịch")) || is_sexagenary_year(c, word)};
}

void say_month_number(Draft& draft, const Context& c, const Figures& month) {
  if (month.value == 4)
    draft.say("tư", month.span);
  else
    say_cardinal(draft, month.value, c.style(), month.span);
}

void say_month(Draft& draft, const Context& c, const Figures& month, Span written) {
  draft.say("tháng", written);
  say_month_number(draft, c, month);
}

void say_year(Draft& draft, const Context& c, const Figures& year) {
  draft.say("năm", year.span);
  // 12/3/98, 15/1/26: the century is said; of 31 to 40 none is certain.
  std::uint64_t value = year.value;
  if (value <= 30 || (value > 40 && value < 100)) value += value <= 30 ? 2000 : 1900;
  say_cardinal(draft, value, c.style(), year.span);
}

namespace {

// Whether what stands before the date is named after a day: lễ 2/9, đường 30/4.
bool is_named_before(const Context& c, std::size_t i) {
  // khảo sát hiện trường 30/8: no school of that name
  static constexpr Phrases kNoSchools = {"hiện trường", "thị trường",  "môi trường",
                                         "hội trường",  "công trường", "ngoài trường"};
  return c.preceded_by_any(i, cues::kBeforeNamedDate) && !c.preceded_by_any(i, kNoSchools);
}

// Whether the words before have said "ngày" or a word for it.
bool has_said_day(const Context& c, std::size_t i) {
  if (c.preceded_by(i, "ngày") || c.preceded_by(i, "hôm")) return true;
  // Ngày: 9/2; but in "nghỉ 14 ngày: 9/2 - 22/2" days are counted.
  const std::size_t mark = i > 0 ? c.skip_blank_back(i - 1) : i;
  const std::size_t said = c.is_mark(mark, U':') && c.preceded_by(mark, "ngày") ? c.word_before(mark) : 0;
  if (said != 0 && (said < 2 || !c.is(c.skip_blank_back(said - 1), TokenKind::number))) return true;
  return listed_behind_day(c, i);
}

// A holiday that everybody knows by its figures needs no "ngày", but behind an hour or a day of the week it
// is a day like any.
bool is_bare_holiday(const Context& c, const Date& date, std::size_t i) {
  if (date.first || date.last.year || !is_named_holiday(date.last.day.value, date.last.month->value))
    return false;
  // 19h 20/11
  const std::size_t hour = i > 1 ? c.skip_blank_back(i - 1) : i;
  if (c.folded(hour) == "h" || c.folded(hour) == "giờ" || c.folded(hour) == "phút" ||
      (c.is(hour, TokenKind::number) && hour > 0 && c.text(hour - 1) == "h"))
    return false;
  // T2 (22/12)
  if (i > 2 && c.is_mark(i - 1, U'(')) {
    const std::size_t week_day = c.skip_blank_back(i - 2);
    if ((c.is(week_day, TokenKind::number) && c.text(week_day - 1) == "T") || c.text(week_day) == "CN" ||
        c.preceded_by(week_day, "thứ"))
      return false;
  }
  return cue_before(c, i) == Cue::none;
}

// In a list whose head has said "ngày", it is said once.
bool goes_on_list(const Context& c, std::size_t i) {
  if (i <= 1) return false;
  const std::size_t before = c.skip_blank_back(i - 1);
  return c.folded(before) == "và" && c.is(c.skip_blank_back(before - 1), TokenKind::number);
}

// The first of two days, and what joins it to the last. `named`: behind what is named after a day. Returns
// whether they are two holidays side by side.
bool say_first_day(Draft& draft, const Context& c, const Date& date, std::size_t i, bool named, bool mung) {
  const Day& first = *date.first;
  say_day(draft, c, first.day, mung);
  if (first.month) say_month(draft, c, *first.month);
  if (first.year) say_year(draft, c, *first.year);
  // lễ 30/4 - 1/5: two holidays side by side; of lễ 30/4 - 3/5 only the first is one, and it goes on to the
  // last.
  const bool pair = named && first.month && (c.preceded_by(i, "lễ") || c.preceded_by(i, "dịp")) &&
                    is_named_holiday(first.day.value, first.month->value) &&
                    is_named_holiday(date.last.day.value, date.last.month->value);
  const bool two_days = c.preceded_by(i, "hai ngày") || c.preceded_by(i, "2 ngày") ||
                        (c.preceded_by(i, "ngày") && i >= 4 && c.text(i - 4) == "2");
  const Span joint{first.month ? first.month->span.end : first.day.span.end, date.last.day.span.begin};
  draft.say(pair || two_days ? "và" : date.joined, joint);
  if (first.month && !pair && !named && date.joined != "và") draft.say("ngày", date.last.day.span);
  return pair;
}

}  // namespace

void say_date(Draft& draft, const Context& c, const Date& date, std::size_t first_token) {
  const bool named = is_named_before(c, first_token);
  const bool says_mung = c.preceded_by(first_token, "mùng") || c.preceded_by(first_token, "mồng");
  const Calendar calendar = calendar_after(c, date.end);
  const bool mung = (c.style().early_day == Style::EarlyDay::mung || calendar.lunar) && !says_mung;
  const bool plain = named || says_mung || calendar.lunar || has_said_day(c, first_token) ||
                     goes_on_list(c, first_token) || is_bare_holiday(c, date, first_token);
  if (!plain) draft.say("ngày", date.first ? date.first->day.span : date.last.day.span);
  const bool pair = date.first && say_first_day(draft, c, date, first_token, named, mung);
  say_day(draft, c, date.last.day, mung || pair);
  say_month(draft, c, *date.last.month);
  if (date.last.year) say_year(draft, c, *date.last.year);
  draft.end = date.end;
  if (calendar.end != 0 && !c.is_mark(c.skip_blank(date.end), U'(')) {
    draft.say(calendar.said, calendar.span);
    draft.end = calendar.end;
  }
}

}  // namespace loa::normalizer
