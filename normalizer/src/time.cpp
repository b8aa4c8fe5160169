// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "cues.h"
#include "date.h"
#include "minutes.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

/// A clock time or a span of time: hours, minutes, seconds, each optional.
struct Time {
  std::optional<Figures> hour;
  std::optional<Figures> minute;
  std::optional<Figures> second;
  std::size_t end = 0;
};

constexpr Phrases kClockBefore = {"lúc", "khoảng", "đến", "từ", "trước", "sau", "hồi", "vào", "tới", "quá"};
constexpr Phrases kClockAfter = {"ngày", "sáng", "trưa", "chiều", "tối", "đêm",
                                 "hôm",  "cùng", "rạng", "hàng",  "thứ", "kém"};
constexpr Phrases kRaceNear = {"chạy",   "bơi",      "cự ly", "thành tích", "về đích",
                               "kỷ lục", "marathon", "cự li", "cán đích"};

// Sau 17 phút 40 giây (17:40): the bracket says it once more.
bool told_in_minutes(const Context& c, std::size_t i) {
  return i >= 3 && c.is_mark(i - 1, U'(') && c.folded(c.skip_blank_back(i - 2)) == "giây";
}

// 21/07/2016 15:56: a clock behind the day of a story.
bool behind_full_date(const Context& c, std::size_t i) {
  return i >= 4 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::number) && c[i - 2].size() == 4 &&
         (c.is_mark(i - 3, U'/') || c.is_mark(i - 3, U'-') || c.is_mark(i - 3, U'.')) &&
         c.is(i - 4, TokenKind::number);
}

// Whether a clock is written with g (9g15) before `i` in the sentence: the house that writes so means hours.
bool clock_with_g_before(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at >= 3 && steps < Context::kWindow; ++steps) {
    --at;
    if (c.is_mark(at, U'.')) return false;
    if (is_letter(c, at, 'g') && c.is(at - 1, TokenKind::number) && c.is(at + 1, TokenKind::number))
      return true;
  }
  return false;
}

// Whether one stands behind: 8g phần lễ, 9g30 phần hội.
bool clock_with_g_behind(const Context& c, std::size_t i) {
  for (std::size_t at = i; at < i + Context::kWindow && at < c.size(); ++at) {
    if (c.is_mark(at, U'.')) return false;
    if (is_letter(c, at, 'g') && c.is(at - 1, TokenKind::number) && is_minute(c, at + 1) &&
        c[at + 1].size() == 2)
      return true;
  }
  return false;
}

// 16g T6, 8g CN, 16g 12/12, 11g 26-11: the day behind an hour.
bool day_behind(const Context& c, std::size_t i) {
  const std::size_t day = c.skip_blank(i);
  if (c.text(day) == "CN") return true;
  const auto of_month = day > i ? read_figures(c, day, 2) : std::nullopt;
  const bool slash = c.is_mark(day + 1, U'/');
  const bool sign = slash || c.is_mark(day + 1, U'-') || c.is_mark(day + 1, U'.');
  const auto month = of_month && sign ? read_figures(c, day + 2, 2) : std::nullopt;
  if (month && (slash || month->digits.size() == 2 || of_month->value > 12) && of_month->value <= 31 &&
      is_month(*month) && !c.is_mark(day + 3, U'%'))
    return true;
  return c.text(day) == "T" && c.is(day + 1, TokenKind::number) && c[day + 1].size() == 1;
}

// trong 24g tới, suốt 48g qua, sau 3g phẫu thuật: so many hours, not so many grams.
bool span_with_g(const Context& c, std::size_t i, std::size_t end, std::uint64_t hours) {
  if (hours > 99) return false;
  if (c.preceded_by(i, "trong vòng") || c.preceded_by(i, "suốt") || c.followed_by(end, "đồng hồ"))
    return true;
  static constexpr Phrases kAhead = {"tới", "tiếp theo", "kế tiếp", "vừa qua",
                                     "qua", "kể từ",     "liền",    "liên tục"};
  if (c.followed_by_any(end, kAhead))
    return hours == 12 || hours == 24 || hours == 36 || hours == 48 || hours == 72 ||
           c.preceded_by(i, "trong") || c.preceded_by(i, "sau");
  static constexpr Phrases kLasting = {"phẫu thuật", "truy đuổi", "điều trị", "cấp cứu",   "làm việc",
                                       "đấu tranh",  "chữa cháy", "tìm kiếm", "gây án",    "thi đấu",
                                       "hôn mê",     "di chuyển", "truy xét", "truy lùng", "đàm phán",
                                       "giằng co",   "xảy ra",    "vây bắt"};
  if (c.followed_by_any(end, kLasting) && (c.preceded_by(i, "sau") || c.preceded_by(i, "trong") ||
                                           c.preceded_by(i, "hơn") || c.preceded_by(i, "gần")))
    return true;
  // chỉ 2g sau, nghi phạm bị bắt
  return c.followed_by(end, "sau") && c.is_mark(c.word_after(end) + 1, U',');
}

// The end of a sign of seconds at `i`: s, ″, or two primes for one (22h14'36''). `i` itself where there is
// none.
std::size_t end_of_seconds(const Context& c, std::size_t i) {
  if (is_letter(c, i, 's') || c.is_closing_quote(i)) return i + 1;
  const bool primes = (c.is_mark(i, U'\'') && c.is_mark(i + 1, U'\'')) ||
                      (c.is_mark(i, U'\u2019') && c.is_mark(i + 1, U'\u2019'));
  return primes ? i + 2 : i;
}

// 7h, 7h30, 7g30, 7h30', 1h59p59s, 7h30m
std::optional<Time> read_letters(const Context& c, std::size_t i) {
  const auto hour = read_figures(c, i, 3);
  if (!hour) return std::nullopt;
  const bool h = is_letter(c, i + 1, 'h') || is_letter(c, i + 1, 'H');
  const bool g = is_letter(c, i + 1, 'g');
  if (!h && !g) return std::nullopt;
  Time t{hour, std::nullopt, std::nullopt, i + 2};
  if (is_minute(c, i + 2)) {
    t.minute = read_figures(c, i + 2, 2);
    t.end = i + 3;
    if (is_letter(c, t.end, 'p') || is_letter(c, t.end, 'm') || c.is_apostrophe(t.end) ||
        c.folded(t.end) == "ph") {
      ++t.end;
      if (const std::size_t end = end_of_seconds(c, t.end + 1); is_minute(c, t.end) && end > t.end + 1) {
        t.second = read_figures(c, t.end, 2);
        t.end = end;
      } else if (h && is_minute(c, t.end) && c[t.end].size() == 2 && free_end(c, t.end + 1)) {
        t.second = read_figures(c, t.end, 2);  // từ 0h00'00 ngày 1/1
        t.end += 1;
      }
    }
    if (c.followed_by(t.end, "phút")) t.end = c.word_after(t.end) + 1;  // 1h15 phút
  } else if (c.is(i + 2, TokenKind::number)) {
    return std::nullopt;
  }
  if (!free_end(c, t.end)) return std::nullopt;
  // không quá 4g/ngày: a dose; làm 8g/ngày: hours.
  if (g && !t.minute && c.is_mark(t.end, U'/')) {
    static constexpr Phrases kEach = {"ngày", "lần", "kg", "lít", "người", "bữa", "con", "cây", "ml"};
    static constexpr Phrases kHours = {"làm",      "làm việc", "mở cửa",  "hoạt động", "học",
                                       "ngủ",      "trực",     "bơm",     "cắt điện",  "cúp điện",
                                       "cấp nước", "chạy",     "phục vụ", "thi công"};
    // không quá 4g/24h; 24g/24g are hours
    const bool of_hours =
        c.is(t.end + 1, TokenKind::number) && is_letter(c, t.end + 2, 'h') && c.text(t.end + 1) != c.text(i);
    if ((c.followed_by_any(t.end + 1, kEach) || of_hours) && !c.near_any(i, t.end, kHours))
      return std::nullopt;
  }
  if (g) {
    // "30g" is a weight: an hour has minutes, or a clock's neighbours.
    // "không quá 5g muối": a small noun behind is weighed.
    const std::size_t noun = c.is_blank(t.end) ? t.end + 1 : t.end;
    const bool weighed = c.is(noun, TokenKind::word) && c[noun].shape == Shape::lower &&
                         !c.followed_by_any(t.end, kClockAfter) && !c.preceded_by(i, "lúc") &&
                         !c.preceded_by(i, "hồi") && !c.followed_by(t.end, "đến") &&
                         !c.followed_by(t.end, "tới");
    // xe chạy 3 chuyến/ngày: 5g - 9g - 13g
    static constexpr Phrases kRuns = {"xe chạy", "xuất bến", "giờ chạy", "tàu chạy", "giờ xe chạy"};
    const bool clock = t.minute || (c.preceded_by_any(i, kClockBefore) && !weighed) ||
                       c.followed_by_any(t.end, kClockAfter) || day_behind(c, t.end) ||
                       (hour->value < 24 && !weighed && c.near_any(i, t.end, kRuns)) ||
                       (c.is_dash(t.end) && c.is(t.end + 1, TokenKind::number)) ||
                       (i > 0 && c.is_dash(i - 1)) || hour->value == 0 || clock_with_g_before(c, i) ||
                       clock_with_g_behind(c, t.end);
    if (!t.minute && span_with_g(c, i, t.end, hour->value)) return t;
    if (hour->value > 24 || !clock) return std::nullopt;
  }
  return t;
}

// 7:30, 23:59:59
std::optional<Time> read_colons(const Context& c, std::size_t i) {
  const auto hour = read_figures(c, i, 2);
  if (!hour || !c.is_mark(i + 1, U':')) return std::nullopt;
  const auto minute = read_figures(c, i + 2, 2);
  if (!minute || minute->digits.size() != 2 || minute->value > 59) return std::nullopt;
  Time t{hour, minute, std::nullopt, i + 3};
  if (c.is_mark(i + 3, U':') && c.is(i + 4, TokenKind::number)) {
    const auto second = read_figures(c, i + 4, 2);
    if (!second || second->digits.size() != 2 || second->value > 59) return std::nullopt;
    t.second = second;
    t.end = i + 5;
  }
  // 15/12/2018 18:07Cháy lớn: the blank before a headline is missing.
  const bool headline = c.is(t.end, TokenKind::word) && c[t.end].shape == Shape::capitalised &&
                        c[t.end].syllable && c[t.end].letters > 1;
  if ((!free_end(c, t.end) && !headline) || (c.is_mark(t.end, U':') && c.is(t.end + 1, TokenKind::number)))
    return std::nullopt;
  for (const std::string_view word : {"tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số", "bản đồ", "album"})
    if (c.preceded_by(i, word)) return std::nullopt;
  // tỷ lệ pha 1:10
  if (c.rate_before(i) && !c.preceded_by_any(i, kClockBefore)) return std::nullopt;
  // dài 3:45 phút: minutes and seconds; lúc 19:30 phút: a clock, and its minutes named once more.
  static constexpr Phrases kLasting = {"dài", "kéo dài", "thời lượng", "trong", "sau", "hết", "mất", "chạy"};
  const bool says_minutes = !t.second && c.followed_by(t.end, "phút");
  const bool lasts = says_minutes && c.preceded_by_any(i, kLasting);
  if (says_minutes) t.end = c.word_after(t.end) + 1;
  // pace 3:55, 4:30/km: minutes and seconds for a kilometre.
  const bool pace = c.preceded_by(i, "pace") || (c.is_mark(t.end, U'/') && c.text(t.end + 1) == "km");
  if (!t.second && (pace || lasts || hour->value > 24 || told_in_minutes(c, i) ||
                    (hour->digits.size() == 2 && hour->value >= 10 && c.near_any(i, t.end, kRaceNear) &&
                     !c.preceded_by_any(i, kClockBefore) && !behind_full_date(c, i)))) {
    // A race, not a clock: minutes and seconds.
    t.second = t.minute;
    t.minute = t.hour;
    t.hour.reset();
  } else if (hour->value > 24 && t.second) {
    return std::nullopt;
  }
  return t;
}

// 1'30", 30p, 5p00s, 45s after a minute
std::optional<Time> read_minutes(const Context& c, std::size_t i) {
  const auto minute = read_figures(c, i, 3);
  if (!minute) return std::nullopt;
  const bool p = is_letter(c, i + 1, 'p') || c.folded(i + 1) == "ph";
  const bool prime = c.is_apostrophe(i + 1);
  if (!p && !prime) return std::nullopt;
  Time t{std::nullopt, minute, std::nullopt, i + 2};
  if (const std::size_t end = end_of_seconds(c, i + 3); is_minute(c, i + 2) && end > i + 3) {
    t.second = read_figures(c, i + 2, 2);
    t.end = end;
    return t;
  }
  if (prime || !free_end(c, t.end)) return std::nullopt;  // a lone prime is decided by read_match_minute
  return t;
}

// 6AM, 10 PM: the hour alone before its half of the day, which take_half_day() says.
std::optional<Time> read_half_day_hour(const Context& c, std::size_t i) {
  const auto hour = read_figures(c, i, 2);
  if (!hour || hour->value < 1 || hour->value > 12) return std::nullopt;
  const std::size_t half = c.skip_blank(i + 1);
  if (!(c.folded(half) == "am" || c.folded(half) == "pm")) return std::nullopt;
  if (half != i + 1 && c[half].shape != Shape::upper) return std::nullopt;
  if (!c.is_edge(half + 1) && !c.is_mark(half + 1, U'.') && !c.is_dash(half + 1)) return std::nullopt;
  return Time{hour, std::nullopt, std::nullopt, i + 1};
}

// 8h.30, 8h:30; 8.30h, 8:30h: the sign of one way of writing and the letter of the other. Lúc 5.30 sáng: with
// a dot only where a clock is spoken of.
std::optional<Time> read_mixed(const Context& c, std::size_t i) {
  static constexpr Phrases kClock = {"lúc", "vào lúc", "hồi", "vào hồi"};
  static constexpr Phrases kHalves = {"sáng", "trưa", "chiều", "tối", "đêm"};
  static constexpr Phrases kMeasured = {"tăng", "giảm", "điểm", "giá", "đạt", "tỷ lệ"};
  const auto hour = read_figures(c, i, 2);
  if (!hour || hour->value > 24) return std::nullopt;
  const auto is_sign = [&](std::size_t at) { return c.is_mark(at, U'.') || c.is_mark(at, U':'); };
  const bool letter_first = is_letter(c, i + 1, 'h') && is_sign(i + 2);
  if (!letter_first && !is_sign(i + 1)) return std::nullopt;
  const std::size_t minute = letter_first ? i + 3 : i + 2;
  if (!is_minute(c, minute) || c[minute].size() != 2) return std::nullopt;
  const bool letter_last = !letter_first && is_letter(c, minute + 1, 'h');
  const std::size_t end = letter_last ? minute + 2 : minute + 1;
  static constexpr Phrases kLabels = {"ca", "kíp", "đợt", "nhóm", "tổ"};  // ca 2:14h-22h
  if (!free_end(c, end) || c.preceded_by_any(i, kLabels) || (i > 0 && c.is(i - 1, TokenKind::word)))
    return std::nullopt;
  const bool told =
      c.is_mark(i + 1, U'.') &&
      (c.preceded_by_any(i, kClock) || (c.followed_by_any(end, kHalves) && !c.near_any(i, end, kMeasured)));
  if (!letter_first && !letter_last && !told) return std::nullopt;
  return Time{hour, read_figures(c, minute, 2), std::nullopt, end};
}

std::optional<Time> read_time(const Context& c, std::size_t i) {
  if (auto t = read_mixed(c, i)) return t;
  if (auto t = read_letters(c, i)) return t;
  if (auto t = read_half_day_hour(c, i)) return t;
  if (auto t = read_colons(c, i)) return t;
  return read_minutes(c, i);
}

void say_time(Draft& draft, const Context& c, const Time& t) {
  if (t.hour) {
    say_cardinal(draft, t.hour->value, c.style(), t.hour->span);
    draft.say("giờ", t.hour->span);
  }
  const bool silent_zero = t.hour && t.minute && t.minute->value == 0 && (!t.second || t.second->value == 0);
  if (t.minute && !silent_zero) {
    const bool zero = t.hour && t.minute->value < 10 && c.style().clock_zero == Style::ClockZero::linh;
    if (zero) draft.say(c.style().zero_ten == Style::ZeroTen::linh ? "linh" : "lẻ", t.minute->span);
    say_cardinal(draft, t.minute->value, c.style(), t.minute->span);
    if (!t.hour || t.second || c.style().clock_minute == Style::ClockMinute::spoken)
      draft.say("phút", t.minute->span);
  }
  const bool full_minute = t.hour && t.minute && t.second && t.second->value == 0;  // 11:30:00
  if (t.second && !full_minute) {
    say_cardinal(draft, t.second->value, c.style(), t.second->span);
    draft.say("giây", t.second->span);
  }
}

// 9:00 AM, 3:30 pm: the half of the day, as it is named at that hour.
void take_half_day(const Context& c, Draft& draft, const Time& t) {
  if (!t.hour) return;
  const std::size_t word = c.skip_blank(t.end);
  const Folded half = c.folded(word);
  // 3:16:17 CH, 8:05 SA: as computers set to Vietnamese write.
  const bool morning = half == "am" || (t.minute && c.text(word) == "SA");
  const bool afternoon = half == "pm" || (t.minute && c.text(word) == "CH");
  if (!morning && !afternoon) return;
  // 17:26 PM: some sites name the half of a day of 24 hours as well.
  const bool of_24 = t.hour->value > 12 || t.hour->value == 0;
  if (of_24 && c[word].shape != Shape::upper) return;
  const unsigned hour = t.hour->value > 12 ? t.hour->value - 12 : t.hour->value;
  if (morning)
    draft.say(hour == 12 || hour == 0 ? "đêm" : "sáng", c[word].span());
  else
    draft.say(hour == 12 ? "trưa" : hour < 6 ? "chiều" : hour <= 10 ? "tối" : "đêm", c[word].span());
  draft.end = word + 1;
}

// 16°27'48"N is an angle and no time; see measure_angle.cpp.
}  // namespace

// 7 giờ 00, 07 giờ 00’, 8 giờ 00 phút: the hour is full, and no minutes are said.
bool recognise_full_hour(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "00" || i < 4 || !c.is_blank(i - 1) || !(c.folded(i - 2) == "giờ") ||
      !c.is(c.skip_blank_back(i - 3), TokenKind::number) || c.is(i + 1, TokenKind::word))
    return false;
  draft.end = i + 1;
  if (c.is_apostrophe(i + 1))
    draft.end = i + 2;
  else if (c.is_mark(i + 1, U':') && c.is(i + 2, TokenKind::number))
    return false;
  else if (c.followed_by(i + 1, "phút"))
    draft.end = c.word_after(i + 1) + 1;
  draft.semiotic_class = SemioticClass::time;
  draft.rule = "time.full-hour";
  // từ 7 giờ 00 - 8 giờ 00
  const auto next = dash_after(c, draft.end);
  if (next && read_figures(c, *next, 2) && c.followed_by(*next + 1, "giờ")) {
    draft.say("đến", {c[draft.end].begin, c[*next].begin});
    draft.end = *next;
  } else {
    draft.semiotic_class = SemioticClass::silent;
  }
  return true;
}

bool recognise_time(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  draft.semiotic_class = SemioticClass::time;
  const bool prime = c.is_apostrophe(i + 1);
  if (prime && c.preceded_by_any(i, cues::kContainers)) return false;  // container 40'
  // Before a blank and a word only the hour of 10 PM stands.
  if (c.is_blank(i + 1) && c.is(i + 2, TokenKind::word) && !read_half_day_hour(c, i)) return false;
  // ca 2:14h-22h: a label before a clock that has a sign of its own.
  const bool labelled = c.is_mark(i - 1, U':') && (is_letter(c, i + 1, 'h') || is_letter(c, i + 1, 'g'));
  if (i > 0 && !labelled && (c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U',') || c.is_mark(i - 1, U':')) &&
      c.is(i - 2, TokenKind::number))
    return false;
  if (read_race_minutes(c, draft) || read_minute_range(c, draft)) return true;
  draft.reset();
  draft.semiotic_class = SemioticClass::time;
  const auto first = read_time(c, i);
  if (!first) {
    if (read_race_seconds(c, draft)) return true;
    // 0-6h, 7-9h30: the letter stands behind the second time only.
    // 22h ngày 18 - 2h sáng 19: the figures behind "ngày" are no hour.
    const auto hour = c.preceded_by(i, "ngày") ? std::nullopt : read_figures(c, i, 2);
    const auto next = hour && hour->value <= 24 ? dash_after(c, i + 1) : std::nullopt;
    if (next) {
      const auto last = read_letters(c, *next);
      if (last && (last->hour->value <= 24 || !last->minute)) {
        say_cardinal(draft, hour->value, c.style(), hour->span);
        draft.say(last->hour->value > 24 ? "đến" : "giờ đến", hour->span);  // 24-36h tới
        say_time(draft, c, *last);
        draft.rule = "time.range";
        draft.end = last->end;
        return true;
      }
    }
    return read_match_minute(c, draft);
  }
  if (first->hour && first->hour->value > 24 && !first->minute) {
    // 48h, 72h: so many hours.
    draft.rule = "time.hours";
  } else {
    draft.rule = "time.clock";
  }
  // Pha 1:10, dài 3:45: by a colon and one figure more is told than hours.
  if (c.is_mark(i + 1, U':') && c[i].size() == 1 && first->hour && !first->second && i > 0 &&
      !c.preceded_by_any(i, kClockBefore)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "ratio";
  }
  say_time(draft, c, *first);
  draft.end = first->end;
  take_half_day(c, draft, *first);
  // 5g - 9g - 13g: one after another, no ranges.
  const std::size_t sign = i < 3 ? Context::npos : c.skip_blank_back(i - 1);
  const std::size_t earlier = sign == Context::npos || sign == 0 ? 0 : c.skip_blank_back(sign - 1);
  const bool in_row =
      earlier > 0 && c.is_dash(sign) && (is_hour_letter(c, earlier) || is_hour_letter(c, earlier - 1));
  if (const auto next = dash_after(c, draft.end); next && !in_row) {
    const auto last = read_time(c, *next);
    const auto third = last ? dash_after(c, last->end) : std::nullopt;
    if (last && !(third && read_time(c, *third))) {
      // 10h - 9h = 1h
      const bool less = c.is_mark(c.skip_blank(last->end), U'=');
      draft.say(less ? "trừ" : "đến", {c[draft.end].begin, c[*next].begin});
      say_time(draft, c, *last);
      draft.rule = less ? "symbol.minus" : "time.range";
      draft.end = last->end;
      take_half_day(c, draft, *last);
    }
  }
  return true;
}

// 7 giờ 30: minutes behind hours that are written out.
bool recognise_clock_minute(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto minute = read_figures(c, i, 2);
  if (!minute || minute->digits.size() != 2 || minute->value > 59 || !free_end(c, i + 1)) return false;
  const std::size_t word = c.word_before(i);
  if (word == Context::npos || word == 0 || !(c.folded(word) == "giờ")) return false;
  if (word + 2 != i || !c.is_blank(i - 1)) return false;  // 10 giờ (22 giờ Hà Nội)
  if (!c.is(c.skip_blank_back(word - 1), TokenKind::number) || c.followed_by(i + 1, "phút") ||
      c.followed_by(i + 1, "giây"))
    return false;
  if (!c.is_edge(i + 1) && !c.is_mark(i + 1, U'.')) return false;
  if (c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number)) return false;  // 22 giờ 26.11
  draft.semiotic_class = SemioticClass::time;
  draft.rule = "time.clock";
  say_cardinal(draft, minute->value, c.style(), minute->span);
  if (c.style().clock_minute == Style::ClockMinute::spoken) draft.say("phút", minute->span);
  draft.end = i + 1;
  return true;
}

// GMT+7, UTC
bool recognise_time_zone(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "GMT" && c.text(i) != "UTC") return false;
  draft.semiotic_class = SemioticClass::time;
  draft.rule = "time.zone";
  // 12/08/2011 GMT+7: not "… mười một giờ quốc tế"
  if (i > 2 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::number) && c.is_mark(i - 3, U'/'))
    draft.mark(',', c[i - 1].span());
  // "14 giờ (giờ GMT)": the word is said once.
  // 17h giờ GMT too, but 17 giờ GMT counts its hours with the word.
  const std::size_t hour = i > 0 ? c.word_before(i) : Context::npos;
  const bool said = hour != Context::npos && c.folded(hour) == "giờ" &&
                    (hour == 0 || !c.is(c.skip_blank_back(hour - 1), TokenKind::number));
  draft.say(said ? "quốc tế" : "giờ quốc tế", c[i].span());
  draft.end = i + 1;
  const bool sign = c.is_mark(i + 1, U'+') || c.is_dash(i + 1);
  if (const auto offset = sign ? read_figures(c, i + 2, 2) : std::nullopt) {
    draft.say(c.is_mark(i + 1, U'+') ? "cộng" : "trừ", c[i + 1].span());
    say_cardinal(draft, offset->value, c.style(), offset->span);
    draft.end = i + 3;
  }
  return true;
}

}  // namespace loa::normalizer
