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

void say_date(Draft& draft, const Context& c, const Date& date, std::size_t first_token) {
  // khảo sát hiện trường 30/8: no school of that name
  static constexpr Phrases kNoSchools = {"hiện trường", "thị trường",  "môi trường",
                                         "hội trường",  "công trường", "ngoài trường"};
  const bool named_before =
      c.preceded_by_any(first_token, cues::kBeforeNamedDate) && !c.preceded_by_any(first_token, kNoSchools);
  const std::size_t mark = first_token > 0 ? c.skip_blank_back(first_token - 1) : first_token;
  // Ngày: 9/2; but in "nghỉ 14 ngày: 9/2 - 22/2" days are counted.
  const std::size_t said = c.is_mark(mark, U':') && c.preceded_by(mark, "ngày") ? c.word_before(mark) : 0;
  const bool headed = said != 0 && (said < 2 || !c.is(c.skip_blank_back(said - 1), TokenKind::number));
  const bool says_day = c.preceded_by(first_token, "ngày") || headed || c.preceded_by(first_token, "hôm") ||
                        listed_behind_day(c, first_token);
  const bool says_mung = c.preceded_by(first_token, "mùng") || c.preceded_by(first_token, "mồng");
  const Calendar calendar = calendar_after(c, date.end);
  const bool mung = (c.style().early_day == Style::EarlyDay::mung || calendar.lunar) && !says_mung;
  // 19h 20/11: behind an hour a holiday is a day like any.
  const std::size_t hour = first_token > 1 ? c.skip_blank_back(first_token - 1) : first_token;
  const bool behind_hour = c.folded(hour) == "h" || c.folded(hour) == "giờ" || c.folded(hour) == "phút" ||
                           (c.is(hour, TokenKind::number) && hour > 0 && c.text(hour - 1) == "h");
  // T2 (22/12): so it is behind a day of the week
  const bool bracket = first_token > 2 && c.is_mark(first_token - 1, U'(');
  const std::size_t week_day = bracket ? c.skip_blank_back(first_token - 2) : 0;
  const bool behind_week_day =
      bracket && ((c.is(week_day, TokenKind::number) && c.text(week_day - 1) == "T") ||
                  c.text(week_day) == "CN" || c.preceded_by(week_day, "thứ"));
  const bool bare_holiday = !date.first && !date.last.year && !behind_hour && !behind_week_day &&
                            cue_before(c, first_token) == Cue::none &&
                            is_named_holiday(date.last.day.value, date.last.month->value);
  // In a list whose head has said "ngày", it is said once.
  std::size_t before = first_token == 0 ? Context::npos : c.skip_blank_back(first_token - 1);
  const bool in_list =
      c.folded(before) == "và" && first_token > 1 && c.is(c.skip_blank_back(before - 1), TokenKind::number);
  const bool plain = named_before || says_day || says_mung || bare_holiday || calendar.lunar || in_list;
  const Day& head = date.first ? *date.first : date.last;
  if (!plain) draft.say("ngày", head.day.span);
  if (date.first) {
    say_day(draft, c, date.first->day, mung);
    if (date.first->month) say_month(draft, c, *date.first->month);
    if (date.first->year) say_year(draft, c, *date.first->year);
    // lễ 30/4 - 1/5: two holidays side by side; of lễ 30/4 - 3/5 only the first is one, and it goes on to the
    // last.
    const bool pair = named_before && date.first->month && date.last.month &&
                      (c.preceded_by(first_token, "lễ") || c.preceded_by(first_token, "dịp")) &&
                      is_named_holiday(date.first->day.value, date.first->month->value) &&
                      is_named_holiday(date.last.day.value, date.last.month->value);
    const bool two_days =
        c.preceded_by(first_token, "hai ngày") || c.preceded_by(first_token, "2 ngày") ||
        (c.preceded_by(first_token, "ngày") && first_token >= 4 && c.text(first_token - 4) == "2");
    const Span joint{date.first->month ? date.first->month->span.end : date.first->day.span.end,
                     date.last.day.span.begin};
    draft.say(pair || two_days ? "và" : date.joined, joint);
    if (date.first->month && !pair && !named_before && date.joined != "và")
      draft.say("ngày", date.last.day.span);
    say_day(draft, c, date.last.day, mung || pair);
  } else {
    say_day(draft, c, date.last.day, mung);
  }
  say_month(draft, c, *date.last.month);
  if (date.last.year) say_year(draft, c, *date.last.year);
  draft.end = date.end;
  if (calendar.end != 0 && !c.is_mark(c.skip_blank(date.end), U'(')) {
    draft.say(calendar.said, calendar.span);
    draft.end = calendar.end;
  }
}

}  // namespace loa::normalizer
