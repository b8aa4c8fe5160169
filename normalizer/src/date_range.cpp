// SPDX-License-Identifier: GPL-3.0-or-later
// Several days: the first and the last (18-19/7, 30/9-1/10), or all of them (5, 12, 19/12).
#include <array>
#include <optional>

#include "cues.h"
#include "date.h"
#include "number_words.h"
#include "quantity.h"

namespace loa::normalizer {
namespace {

bool is_spaced_dash(const Context& c, std::size_t end) {
  return c.is_blank(end) && c.is_dash(end + 1) && c.is_blank(end + 2);
}

}  // namespace

// khởi hành 5, 12, 19/12; họp 5, 12 và 19/12: three or more days of one month, where a day is told.
bool recognise_day_list(const Context& c, Draft& draft) {
  constexpr std::size_t kMostDays = 8;
  const std::size_t i = c.here();
  std::array<Figures, kMostDays> days;
  std::size_t count = 0;
  std::optional<Day> last;
  for (std::size_t at = i; count < kMostDays;) {
    const auto day = read_figures(c, at, 2);
    if (!day || !is_day_of_month(*day) || (count > 0 && day->value <= days[count - 1].value)) return false;
    if (c.is_mark(at + 1, U'/')) {
      last = read_day(c, at);
      break;
    }
    const auto joint = read_joint(c, at + 1);
    if (!joint || joint->dash || joint->said != "và") return false;
    days[count++] = *day;
    at = joint->next;
  }
  if (!last || count < 2 || !ends_here(c, last->end) ||
      !is_valid(last->day.value, last->month->value, last->year) || counted_after(c, last->end) ||
      c.followed_by_any(last->end, cues::kAfterShare))
    return false;
  const std::size_t before = c.skip_blank_back(i == 0 ? 0 : i - 1);
  const bool opens = i == 0 || c.is_mark(before, U':') || c.is_mark(before, U'(');
  if (!opens && cue_before(c, i) == Cue::none) return false;
  if (!c.preceded_by_any(i, kDayHeads)) draft.say("ngày", days[0].span);
  for (std::size_t n = 0; n < count; ++n) {
    say_cardinal(draft, days[n].value, c.style(), days[n].span);
    const std::size_t joint = c.skip_blank(days[n].token + 1);
    if (c.is_mark(joint, U',') && n + 1 < count)
      draft.mark(',', c[joint].span());
    else
      draft.say("và", c[joint].span());
  }
  say_cardinal(draft, last->day.value, c.style(), last->day.span);
  say_month(draft, c, *last->month);
  if (last->year) say_year(draft, c, *last->year);
  draft.rule = "date.day-list";
  draft.end = last->end;
  return true;
}

// 18-19/7, 30/9-1/10, 12,13/5, 24 - 30.4
bool recognise_day_range(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto day = read_figures(c, i, 2);
  if (!day || !is_day_of_month(*day)) return false;
  Day first{*day, std::nullopt, std::nullopt, i + 1, 0};
  bool full = false;
  if (const auto with_month = read_day(c, i);
      with_month && (with_month->sign != U'-' || is_spaced_dash(c, with_month->end)) &&
      is_valid(with_month->day.value, with_month->month->value, with_month->year)) {
    first = *with_month;
    full = true;
  }
  const auto joint = read_joint(c, first.end);
  if (!joint) return false;
  if (full && !joint->dash) return false;  // two dates, each by itself
  if (full && (is_numbered_by_slash(c, i) || (cue_before(c, i) == Cue::none && follows_classes(c, i))))
    return false;
  if (!joint->dash && c.preceded_by(i, "thứ")) return false;  // thứ 5, 27.11
  const auto last = read_day(c, joint->next);
  if (!last || !ends_here(c, last->end) || !is_valid(last->day.value, last->month->value, last->year))
    return false;
  // từ 26-11 - 2-12, dịp 30-4 - 1-5, ngày 26 - 27-11: a dash between blanks joins days that have dashes of
  // their own.
  // 2 buổi 9,10/12, cuối tuần 29, 30-11: one day behind the other.
  const bool next_day =
      !full && c.is_mark(first.end, U',') && (last->sign == U'/' || last->month->digits.size() == 2) &&
      last->day.value == first.day.value + 1 && last->month->value <= 12 && first.day.value > 1;
  // từ 3 đến 15-12
  const bool from_to =
      !full && !joint->dash && joint->said == "đến" && c.preceded_by(i, "từ") &&
      (last->month->digits.size() == 2 || (last->day.value > 9 && closed_behind(c, last->end))) &&
      first.day.value < last->day.value && !counted_after(c, last->end);
  if (last->sign == U'-' && !(last->year && (!full || first.sign != U'-')) && !next_day && !from_to) {
    const bool bracket = i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(last->end, U')');
    // chuyến công tác 21 - 24-11: days that rise, and a month behind the second
    const bool rises = !full && first.day.value < last->day.value &&
                       (last->month->digits.size() == 2 || first.day.value >= 10);
    const bool told =
        bracket || rises || cue_before(c, i) != Cue::none || c.preceded_by_any(i, cues::kBeforeNamedDate);
    if (!is_spaced_dash(c, first.end) || !told || counted_after(c, last->end) ||
        (!last->year && c.near_any(i, last->end, kScores)))
      return false;
  }
  // đạt 4.2-4.5 m: what is measured is no day.
  static constexpr Phrases kMeasured = {"bmi", "ph", "chỉ số", "hba1c"};  // BMI từ 25 - 29.9
  if (last->sign == U'.' && !last->year && c.near_any(i, last->end, kMeasured)) return false;
  if (full && last->sign == U'.' && !last->year) {
    const std::size_t unit = c.skip_blank(last->end);
    if (counted_after(c, last->end) || (c.is(unit, TokenKind::word) && read_unit(c, unit, false)))
      return false;
  }
  if (full && last->sign != first.sign) return false;
  const Cue cue = cue_before(c, i);
  if (!full) {
    const bool glued_sign =
        next_day || c.is_mark(first.end, U'&') || (c.is_mark(first.end, U',') && last->year);
    const bool line_start = i == 0 || c.word_before(i) == Context::npos;
    if (!joint->dash && !glued_sign && !line_start && cue == Cue::none) return false;
    if (joint->dash && first.day.value >= last->day.value) return false;
    if (last->sign == U'.' && counted_after(c, last->end)) return false;
    if (c.followed_by_any(last->end, cues::kAfterShare) && cue == Cue::none) return false;
    if (joint->said == "đến" && !joint->dash && first.day.value >= last->day.value) return false;
    if (joint->said == "tới") return false;
  }
  Date date;
  date.first = first;
  date.last = *last;
  date.joined = joint->said;
  date.end = last->end;
  draft.rule = "date.day-range";
  if (last->sign == U'-' && cue == Cue::none) {
    draft.certainty = Certainty::narrow;
    draft.rival = "score";
  }
  say_date(draft, c, date, i);
  return true;
}

}  // namespace loa::normalizer
