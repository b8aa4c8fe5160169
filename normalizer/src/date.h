// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "context.h"
#include "draft.h"
#include "numeral.h"

/// What the files date*.cpp share. date.cpp: what is read as a date, and in which order the forms are asked;
/// date_day.cpp: a single day; date_slash.cpp: what d/m is when it is none; date_range.cpp: several days;
/// date_month.cpp: months, quarters and weeks of a year; date_week.cpp: T7; date_letters.cpp: Q3, 9T;
/// date_cues.cpp: what the words around say; date_words.cpp: how a date is said.
namespace loa::normalizer {

/// A day, with its month and year where they are written.
struct Day {
  Figures day;
  std::optional<Figures> month;
  std::optional<Figures> year;
  std::size_t end = 0;
  char32_t sign = 0;  ///< between day and month
};

/// A day, or a first and a last day.
struct Date {
  std::optional<Day> first;
  Day last;
  std::string_view joined = "đến";
  std::size_t end = 0;
};

// ---- date.cpp ----------------------------------------------------------------

/// Whether the figures can be a year: four of them, from 1000 to 2999.
[[nodiscard]] inline bool is_year(const Figures& f) {
  return f.digits.size() == 4 && f.value >= 1000 && f.value <= 2999;
}

/// Whether it is a year that news tells of, as few other four figures are: from 1900 to 2100.
[[nodiscard]] inline bool is_recent_year(const Figures& f) { return f.value >= 1900 && f.value <= 2100; }
[[nodiscard]] inline bool is_month(const Figures& f) { return f.value >= 1 && f.value <= 12; }
/// Whether some month has such a day.
[[nodiscard]] inline bool is_day_of_month(const Figures& f) { return f.value >= 1 && f.value <= 31; }

/// Whether a calendar has such a day; of an unknown year February has 29.
[[nodiscard]] bool is_valid(unsigned day, unsigned month, const std::optional<Figures>& year);

/// Whether a sign stands at `i` that parts a day from its month: / . or a hyphen.
[[nodiscard]] inline bool is_date_sign(const Context& c, std::size_t i) {
  return c.is_mark(i, U'/') || c.is_mark(i, U'.') || c.is_mark(i, U'-');
}

/// Figures that nothing is glued to on the right: no further figure or letter stands from `i` on.
[[nodiscard]] bool ends_here(const Context& c, std::size_t i);

/// The day at `i`: d/m, or d/m/y with the same sign. Whether there is such a day is not asked.
[[nodiscard]] std::optional<Day> read_day(const Context& c, std::size_t i);

/// The joint between two days: - – , & và đến.
struct Joint {
  std::string_view said;
  std::size_t next = 0;  ///< where the second begins
  bool dash = false;
};
[[nodiscard]] std::optional<Joint> read_joint(const Context& c, std::size_t i);

// ---- the forms, as recognisers ------------------------------------------------

// date_day.cpp
[[nodiscard]] bool recognise_single_day(const Context& c, Draft& draft);
// date_range.cpp
[[nodiscard]] bool recognise_day_list(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_day_range(const Context& c, Draft& draft);
// date_month.cpp
[[nodiscard]] bool recognise_week_of_year(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_month_and_year_apart(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_month_year(const Context& c, Draft& draft);

// ---- date_cues.cpp -------------------------------------------------------------

/// How strongly the words before say that a date comes.
enum class Cue : std::uint8_t { none, weak, strong };
[[nodiscard]] Cue cue_before(const Context& c, std::size_t i);

/// Whether what follows counts or measures: then the figures are no day.
[[nodiscard]] bool counted_after(const Context& c, std::size_t end);

/// Nothing that could be counted follows: a mark, a bracket, the end, or a word that only joins clauses.
[[nodiscard]] bool closed_behind(const Context& c, std::size_t end);

/// Whether a year of the lunar calendar stands at `i` by its name: Ất Tỵ, năm Bính Ngọ.
[[nodiscard]] bool is_sexagenary_year(const Context& c, std::size_t i);

/// Whether the day is a holiday that everybody knows by its figures: 2/9, 30/4.
[[nodiscard]] bool is_named_holiday(unsigned day, unsigned month);

/// The days of the week in full.
inline constexpr Phrases kWeekDays = {"thứ hai", "thứ ba",  "thứ tư",  "thứ năm",
                                      "thứ sáu", "thứ bảy", "chủ nhật"};

/// Words that tell a result: then figures with a dash are one.
inline constexpr Phrases kScores = {"thắng", "thua", "hòa", "tỷ số", "tỉ số", "set", "ván",
                                    "hiệp",  "dẫn",  "gỡ",  "hạ",    "trận",  "bàn", "séc"};

// ---- a day and a month of no year -----------------------------------------------

/// What the rules of one sign make of figures that could be a day and a month of no year: `open` where
/// nothing tells, `narrow` where something else is nearly as likely.
enum class Verdict : std::uint8_t { open, no_day, narrow, sure };

/// Such figures, and what is known of the words around them.
struct Candidate {
  std::size_t at = 0;
  Day day;
  Cue cue = Cue::none;
  bool bracket = false;  ///< they fill one
  bool named = false;    ///< behind what is named after a day: cầu 3/2
};

/// Of d/m: a slash is a day's but for shares, houses and classes. Never `open`. (date_slash.cpp)
[[nodiscard]] Verdict judge_slash(const Context& c, const Candidate& found);

/// Lịch thi đấu 26.11, nhập viện 25-11, VN-Index 26.11 tăng: whether what stands before `i` has a day. Months
/// of one figure only where nothing else is ever told. (date_day.cpp)
[[nodiscard]] bool heads_day(const Context& c, std::size_t i, const Day& d);

// ---- date_words.cpp ------------------------------------------------------------

/// Before a list of days: what says that they are days (các tối 28, 29 và 30/11).
inline constexpr Phrases kDayHeads = {"ngày", "sáng", "trưa", "chiều", "tối", "đêm"};

/// What is told of the calendar behind a date that ends at `end`: 15/7 ÂL, 27/8 DL.
struct Calendar {
  std::size_t end = 0;  ///< past "ÂL" or "DL"; 0: nothing to take
  Span span;
  bool lunar = false;
  std::string_view said = {};  ///< the calendar, where there is something to take
};
[[nodiscard]] Calendar calendar_after(const Context& c, std::size_t end);

/// tháng bảy; the fourth is no number: tháng tư. The word itself is said for the bytes `written`.
void say_month(Draft& draft, const Context& c, const Figures& month, Span written);
inline void say_month(Draft& draft, const Context& c, const Figures& month) {
  say_month(draft, c, month, month.span);
}
/// The number of a month: "tư" for the fourth.
void say_month_number(Draft& draft, const Context& c, const Figures& month);

/// năm hai nghìn không trăm hai mươi lăm; of a year of two figures the century too: 12/3/98, 15/1/26.
void say_year(Draft& draft, const Context& c, const Figures& year);

/// The whole date, with "ngày" where the words before `first_token` have not said what it is; sets the
/// draft's end.
void say_date(Draft& draft, const Context& c, const Date& date, std::size_t first_token);

}  // namespace loa::normalizer
