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
  // • 02, 03 & 04/06/2013: behind the mark of an item
  const bool opens = c.word_before(i) == Context::npos || c.is_mark(before, U':') || c.is_mark(before, U'(');
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

namespace {

// Two days: the second has its month, the first one where it is `full`.
struct TwoDays {
  Day first;
  Joint joint;
  Day last;
  bool full = false;

  [[nodiscard]] bool rise() const { return first.day.value < last.day.value; }
};

std::optional<TwoDays> read_two_days(const Context& c) {
  const std::size_t i = c.here();
  const auto day = read_figures(c, i, 2);
  if (!day || !is_day_of_month(*day)) return std::nullopt;
  TwoDays d{{*day, std::nullopt, std::nullopt, i + 1, 0}, {}, {}};
  if (const auto with_month = read_day(c, i);
      with_month && (with_month->sign != U'-' || is_spaced_dash(c, with_month->end)) &&
      is_valid(with_month->day.value, with_month->month->value, with_month->year)) {
    d.first = *with_month;
    d.full = true;
  }
  const auto joint = read_joint(c, d.first.end);
  if (!joint || (d.full && !joint->dash)) return std::nullopt;  // two dates, each by itself
  const auto last = read_day(c, joint->next);
  if (!last || !ends_here(c, last->end) || !is_valid(last->day.value, last->month->value, last->year) ||
      (d.full && last->sign != d.first.sign))
    return std::nullopt;
  d.joint = *joint;
  d.last = *last;
  return d;
}

// 2 buổi 9,10/12, cuối tuần 29, 30-11: one day behind the other.
bool is_next_day(const Context& c, const TwoDays& d) {
  return !d.full && c.is_mark(d.first.end, U',') &&
         (d.last.sign == U'/' || d.last.month->digits.size() == 2) &&
         d.last.day.value == d.first.day.value + 1 && d.last.month->value <= 12 && d.first.day.value > 1;
}

// từ 3 đến 15-12
bool is_from_to(const Context& c, const TwoDays& d) {
  return !d.full && !d.joint.dash && d.joint.said == "đến" && c.preceded_by(d.first.day.token, "từ") &&
         (d.last.month->digits.size() == 2 || (d.last.day.value > 9 && closed_behind(c, d.last.end))) &&
         d.rise() && !counted_after(c, d.last.end);
}

// từ 26-11 - 2-12, dịp 30-4 - 1-5, ngày 26 - 27-11: a dash between blanks joins days that have dashes of
// their own, where days are told.
bool joins_days_with_dashes(const Context& c, const TwoDays& d) {
  const std::size_t i = d.first.day.token;
  const bool bracket = i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(d.last.end, U')');
  // chuyến công tác 21 - 24-11: days that rise, and a month behind the second
  const bool rises = !d.full && d.rise() && (d.last.month->digits.size() == 2 || d.first.day.value >= 10);
  return is_spaced_dash(c, d.first.end) &&
         (bracket || rises || cue_before(c, i) != Cue::none ||
          c.preceded_by_any(i, cues::kBeforeNamedDate)) &&
         !counted_after(c, d.last.end) && (d.last.year || !c.near_any(i, d.last.end, kScores));
}

// đạt 4.2-4.5 m, BMI từ 25 - 29.9: what is measured is no day.
bool is_measured(const Context& c, const TwoDays& d) {
  static constexpr Phrases kMeasured = {"bmi", "ph", "chỉ số", "hba1c"};
  if (d.last.sign != U'.' || d.last.year) return false;
  if (c.near_any(d.first.day.token, d.last.end, kMeasured)) return true;
  if (!d.full) return false;
  const std::size_t unit = c.skip_blank(d.last.end);
  return counted_after(c, d.last.end) || (c.is(unit, TokenKind::word) && read_unit(c, unit, false));
}

// Of a first day without its month: whether the words and the figures allow it.
bool can_be_short(const Context& c, const TwoDays& d, bool next_day, Cue cue) {
  // 4,5/5 sao: so many points of a scale
  static constexpr Phrases kPoints = {"sao", "điểm"};
  if (!d.joint.dash && cue == Cue::none && c.followed_by_any(d.last.end, kPoints)) return false;
  const std::size_t i = d.first.day.token;
  const bool glued_sign =
      next_day || c.is_mark(d.first.end, U'&') || (c.is_mark(d.first.end, U',') && d.last.year);
  const bool line_start = i == 0 || c.word_before(i) == Context::npos;
  if (!d.joint.dash && !glued_sign && !line_start && cue == Cue::none) return false;
  if ((d.joint.dash || d.joint.said == "đến") && !d.rise()) return false;
  if (d.last.sign == U'.' && counted_after(c, d.last.end)) return false;
  if (c.followed_by_any(d.last.end, cues::kAfterShare) && cue == Cue::none) return false;
  return d.joint.said != "tới";
}

}  // namespace

// 18-19/7, 30/9-1/10, 12,13/5, 24 - 30.4
bool recognise_day_range(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto d = read_two_days(c);
  if (!d) return false;
  const Cue cue = cue_before(c, i);
  if (d->full && (is_numbered_by_slash(c, i) || (cue == Cue::none && follows_classes(c, i)))) return false;
  if (!d->joint.dash && c.preceded_by(i, "thứ")) return false;  // thứ 5, 27.11
  const bool next_day = is_next_day(c, *d);
  const bool own_dash = d->last.sign == U'-' && !(d->last.year && (!d->full || d->first.sign != U'-'));
  if (own_dash && !next_day && !is_from_to(c, *d) && !joins_days_with_dashes(c, *d)) return false;
  if (is_measured(c, *d) || (!d->full && !can_be_short(c, *d, next_day, cue))) return false;
  draft.rule = "date.day-range";
  if (d->last.sign == U'-' && cue == Cue::none) {
    draft.certainty = Certainty::narrow;
    draft.rival = "score";
  }
  say_date(draft, c, {d->first, d->last, d->joint.said, d->last.end}, i);
  return true;
}

}  // namespace loa::normalizer
