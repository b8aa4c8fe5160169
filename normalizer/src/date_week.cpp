// SPDX-License-Identifier: GPL-3.0-or-later
// T and a figure: a day of the week (T7, sáng T2,4,6) or a month (T4/2025, kim ngạch T6).
#include <string_view>

#include "code.h"
#include "date.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// T2-T4-T6, T3, T5, T7: days of the week, each later than the one before; of two a dash makes a span.
// Returns one past the last of them, or `i`.
std::size_t end_of_week_days(const Context& c, std::size_t i) {
  static constexpr Phrases kPlaces = {"nhà ga",   "ga",  "sân bay", "terminal",
                                      "đốt sống", "tòa", "tháp",    "tầng"};
  const std::size_t first_sign = c.skip_blank(i + 2);
  const bool listed = c.is_mark(first_sign, U',') || c.is_mark(first_sign, U'+') ||
                      c.is_mark(first_sign, U'&') || c.folded(first_sign) == "và";
  const std::size_t least = listed && !c.near_any(i, i + 2, kPlaces) ? 2 : 3;
  std::size_t at = i;
  std::size_t days = 0;
  std::string_view last = "1";
  while (c.text(at) == "T" && c.is(at + 1, TokenKind::number) && c[at + 1].size() == 1 &&
         c.text(at + 1) > last && c.text(at + 1) < "8" && days < 6) {
    last = c.text(at + 1);
    ++days;
    const std::size_t sign = c.skip_blank(at + 2);
    const std::size_t next = c.skip_blank(sign + 1);
    const bool joined = c.is_dash(sign) || c.is_mark(sign, U',') || c.is_mark(sign, U'+') ||
                        c.is_mark(sign, U'&') || c.folded(sign) == "và";
    if (joined && c.text(next) == "CN") ++days;  // T3 - T5 - CN
    if (!joined || c.text(next) != "T") return days >= least && !c.is_mark(at + 2, U'/') ? at + 2 : i;
    at = next;
  }
  return i;
}

// T7-CN, T2-CN; T7, CN; T7 và CN: Sunday behind what has been said, which ends with Saturday or another day.
void say_sunday_behind(const Context& c, Draft& draft, bool saturday) {
  const std::size_t joint = c.skip_blank(draft.end);
  const std::size_t sunday = c.skip_blank(joint + 1);
  const bool comma =
      c.is_mark(joint, U',') || c.is_mark(joint, U'&') || c.is_mark(joint, U'+') || c.is_mark(joint, U'/');
  const bool and_word = c.folded(joint) == "và";
  if (c.text(sunday) != "CN" || (!c.is_dash(joint) && !comma && !and_word)) return;
  if (and_word)
    draft.say("và", c[joint].span());
  else if (c.is_dash(joint) && !saturday)
    draft.say("đến", c[joint].span());
  else
    draft.mark(',', c[joint].span());
  draft.say("chủ nhật", c[sunday].span());
  draft.end = sunday + 1;
}

bool say_week_days(const Context& c, Draft& draft, std::size_t end) {
  for (std::size_t at = c.here(); at < end; ++at) {
    if (c.text(at) == "T") {
      draft.say("thứ", c[at].span());
      say_ordinal(draft, read_figures(c, at + 1, 1)->value, c.style(), c[at + 1].span());
      ++at;
    } else if (c.folded(at) == "và" || c.is_mark(at, U'&') || c.is_mark(at, U'+')) {
      draft.say("và", c[at].span());
    } else if (!c.is_blank(at)) {
      draft.mark(',', c[at].span());
    }
  }
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.week-days";
  draft.end = end;
  say_sunday_behind(c, draft, true);
  return true;
}

// T2 giao ban; T3 tiếp dân; T4-T5 …: the items of a week's plan, each headed by its day.
bool heads_item_of_week(const Context& c, std::size_t i) {
  const auto heads = [&](std::size_t at) {
    const std::size_t before = at == 0 ? Context::npos : c.skip_blank_back(at - 1);
    return !c.is(before, TokenKind::word) && !c.is(before, TokenKind::number) && !c.is_mark(before, U'(');
  };
  const auto is_day = [&](std::size_t at) {
    return c.text(at) == "T" && c.is(at + 1, TokenKind::number) && c[at + 1].size() == 1 && heads(at);
  };
  if (!heads(i)) return false;
  for (std::size_t at = i + 2; at < i + Context::kWindow && at < c.size(); ++at)
    if (is_day(at)) return c.text(at + 1) > c.text(i + 1) && c.text(at + 1) < "8";
  for (std::size_t at = i, steps = 0; at > 0 && steps < Context::kWindow; ++steps) {
    --at;
    if (is_day(at)) return c.text(at + 1) < c.text(i + 1) && c.text(at + 1) > "1";
  }
  return false;
}

// nghỉ từ Th2 đến Th6, Th7 và CN: days of the week; Th2/2025, thu Th11: months.
bool recognise_th(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto n = c.text(i) == "Th" ? read_figures(c, i + 1, 2) : std::nullopt;
  if (!n || !is_month(*n) || c.is(i + 2, TokenKind::word)) return false;
  const auto year = c.is_mark(i + 2, U'/') ? read_figures(c, i + 3, 4) : std::nullopt;
  const bool of_year = year && year->digits.size() == 4;
  static constexpr Phrases kWeek = {"nghỉ", "sáng", "trưa", "chiều",    "tối",  "cn", "chủ nhật",
                                    "tuần", "lịch", "học",  "làm việc", "khám", "ca", "mở cửa"};
  if (!of_year && n->value >= 2 && n->value <= 7 && c.near_any(i, i + 2, kWeek)) {
    draft.say("thứ", c[i].span());
    say_ordinal(draft, n->value, c.style(), n->span);
    return draft.accept(SemioticClass::date, "date.week-day", i + 2);
  }
  static constexpr Phrases kMonths = {"tháng", "năm", "quý", "thu", "nộp", "tăng", "giảm", "đến", "từ", "kỳ"};
  if (!of_year && !c.near_any(i, i + 2, kMonths)) return false;
  say_month(draft, c, *n, c[i].span());
  if (of_year) say_year(draft, c, *year);
  draft.certainty = of_year ? Certainty::sure : Certainty::narrow;
  draft.rival = "letters.known";
  return draft.accept(SemioticClass::date, of_year ? "date.month-year" : "date.month",
                      of_year ? i + 4 : i + 2);
}

// Số 434 (T.04-25), (T.4/2025): the month of a magazine.
bool read_month_of_issue(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "T" || !c.is_mark(i + 1, U'.') || i == 0 || !c.is_mark(i - 1, U'(')) return false;
  const auto month = read_figures(c, i + 2, 2);
  const auto year = read_figures(c, i + 4, 4);
  const bool joined = c.is_mark(i + 3, U'/') || c.is_dash(i + 3) || c.is_mark(i + 3, U'.');
  if (!month || !is_month(*month) || !joined || !year || !c.is_mark(i + 5, U')') ||
      !(year->digits.size() == 2 || is_recent_year(*year)))
    return false;
  say_month(draft, c, *month, c[i].span());
  say_year(draft, c, *year);
  return draft.accept(SemioticClass::date, "date.month-year", i + 5);
}

// T12/2025, lương hưu T1/26: `n` is the number behind the letter.
bool read_month_and_year(const Context& c, Draft& draft, const Figures& n) {
  const std::size_t i = c.here();
  const bool slash = c.is_mark(i + 2, U'/');
  const auto year = read_figures(c, i + 3, 4);
  if (!(slash || c.is_mark(i + 2, U'.') || c.is_dash(i + 2)) || !is_month(n) || !year) return false;
  const bool whole = is_recent_year(*year);
  const bool cut =
      slash && year->digits.size() == 2 && year->value >= 20 && year->value <= 35 && c.is_edge(i + 4);
  if (!whole && !cut) return false;
  say_month(draft, c, n, c[i].span());
  draft.say("năm", c[i + 2].span());
  say_cardinal(draft, year->value, c.style(), year->span);
  draft.accept(SemioticClass::date, "date.month-year", i + 4);
  if (!whole) return true;
  // T12/2025-3/2026, T12/2025 - T3/2026: what follows the dash names its month.
  const std::size_t dash = c.skip_blank(draft.end);
  const std::size_t to = c.skip_blank(dash + 1);
  if (c.is_dash(dash) && ((c.is(to, TokenKind::number) && c.is_mark(to + 1, U'/') && c[to + 2].size() == 4) ||
                          (c.text(to) == "T" && c.is(to + 1, TokenKind::number)))) {
    draft.say("đến", c[dash].span());
    draft.end = to;
  }
  return true;
}

constexpr Phrases kDues = {"tiền",    "học phí", "trợ cấp", "lương hưu", "thu",     "nộp",     "chi trả",
                           "hóa đơn", "cước",    "điện",    "nước",      "kết quả", "báo cáo", "kế hoạch"};

// chi trả lương hưu T1+2, T9+T10: two months at once.
bool read_two_months(const Context& c, Draft& draft, const Figures& n) {
  const std::size_t i = c.here();
  if (!c.is_mark(i + 2, U'+') || n.value < 1 || n.value >= 12) return false;
  const std::size_t second = c.text(i + 3) == "T" ? i + 4 : i + 3;
  const auto year = c.is_mark(second + 1, U'/') ? read_figures(c, second + 2, 4) : std::nullopt;
  const bool of_year = year && year->digits.size() == 4;
  if (!of_year && !c.near_any(i, i + 2, kDues)) return false;
  const auto next = read_figures(c, second, 2);
  if (!next || next->value != n.value + 1 || c.is(second + 1, TokenKind::word)) return false;
  say_month(draft, c, n, c[i].span());
  draft.say("và", c[i + 2].span());
  say_month(draft, c, *next, next->span);
  if (of_year) {
    draft.say("năm", c[second + 1].span());
    say_cardinal(draft, year->value, c.style(), year->span);
  }
  return draft.accept(SemioticClass::date, "date.month", of_year ? second + 3 : second + 1);
}

// từ T1-T6, T1 đến T9/2025: from one month to another. No week has a first day or a ninth.
bool read_month_span(const Context& c, Draft& draft, const Figures& n) {
  static constexpr Phrases kMonthly = {"tháng", "kỳ"};
  const std::size_t i = c.here();
  if (!is_month(n) || (n.value > 1 && n.value < 8)) return false;
  const std::size_t joint = c.skip_blank(i + 2);
  if (!c.is_dash(joint) && c.folded(joint) != "đến") return false;
  const std::size_t to = c.skip_blank(joint + 1);
  const auto last = c.text(to) == "T" ? read_figures(c, to + 1, 2) : std::nullopt;
  if (!last || !is_month(*last) || last->value <= n.value || c.is(to + 2, TokenKind::word)) return false;
  const auto year = c.is_mark(to + 2, U'/') ? read_figures(c, to + 3, 4) : std::nullopt;
  const bool of_year = year && is_recent_year(*year);
  if (!of_year && !c.preceded_by(i, "từ") && !c.near_any(i, to, kDues) && !c.near_any(i, to, kMonthly))
    return false;
  say_month(draft, c, n, c[i].span());
  draft.say("đến", c[joint].span());
  say_month(draft, c, *last, last->span);
  if (of_year) {
    draft.say("năm", c[to + 2].span());
    say_cardinal(draft, year->value, c.style(), year->span);
  }
  return draft.accept(SemioticClass::date, "date.month", of_year ? to + 4 : to + 2);
}

// họp quý 4 lúc 14h T5, 8h30 T6
bool follows_hour(const Context& c, std::size_t i) {
  const std::size_t hour = i > 1 ? c.skip_blank_back(i - 1) : i;
  if (c.folded(hour) == "h") return true;
  return c.is(hour, TokenKind::number) && hour > 0 && c.text(hour - 1) == "h";
}

// tiền sữa T12, kim ngạch T6, đuối nước trong T6, họp phiên T12: a month without a year.
bool read_month_alone(const Context& c, Draft& draft, const Figures& n) {
  static constexpr Phrases kYears = {"lũy kế", "doanh số",   "cùng kỳ",    "kim ngạch", "tháng trước", "quý",
                                     "lương",  "bảng lương", "tiền lương", "xuất khẩu", "nhập khẩu",   "yoy",
                                     "dự báo", "dự kiến",    "cpi",        "lạm phát",  "xk",          "nk",
                                     "iip",    "pmi",        "doanh thu"};
  static constexpr Phrases kBuilt = {"tòa",   "tháp",     "nhà ga", "xe",      "căn",    "súng", "lô",
                                     "block", "đốt sống", "dòng",   "bom",     "tăng",   "mẫu",  "phim",
                                     "tập",   "máy bay",  "ga",     "sân bay", "căn hộ", "cọc"};
  static constexpr Phrases kWithin = {"trong", "suốt", "hết tháng"};
  const std::size_t i = c.here();
  if (!is_month(n) || (n.value <= 7 && follows_hour(c, i))) return false;
  const bool apart = c.is_blank(i - 1);
  // No week has so many days.
  const bool due =
      n.value > 7 && i > 0 && apart && c.is_edge(i + 2) && c.near_any(i, i + 2, kDues, Context::Reach::list);
  // Behind a small word, where nothing else is so numbered.
  const std::size_t word = c.word_before(i);
  const bool told = n.value > 8 && apart &&
                    (c.is_edge(i + 2) || (c.is_mark(i + 2, U'.') && !c.is(i + 3, TokenKind::number))) &&
                    word != Context::npos && c[word].shape == Shape::lower && c[word].syllable &&
                    word + 2 == i && !c.is_dash(i + 2) && !c.near_any(i, i + 2, kBuilt);
  // No day of the week has so much in it.
  const bool within =
      apart && c.preceded_by_any(i, kWithin) && !c.is(i + 2, TokenKind::word) && !c.is_dash(i + 2);
  if (!due && !told && !within && !c.near_any(i, i + 2, kYears)) return false;
  if (told || within) draft.certainty = Certainty::narrow;
  say_month(draft, c, n, c[i].span());
  return draft.accept(SemioticClass::date, "date.month", i + 2);
}

// T7: 7h30-11h30, T7 8h-9h30, T6 (14h-16h30), 19h45 T6
bool stands_by_hour(const Context& c, std::size_t i) {
  const std::size_t behind_colon = c.skip_blank(i + 3);
  if (c.is_mark(i + 2, U':') && c.is(behind_colon, TokenKind::number) && is_hour_letter(c, behind_colon + 1))
    return true;
  if (c.is_blank(i + 2) && c.is(i + 3, TokenKind::number) && c[i + 3].size() <= 2 && is_hour_letter(c, i + 4))
    return true;
  const std::size_t bracket = c.skip_blank(i + 2);
  if (c.is_mark(bracket, U'(') && c.is(bracket + 1, TokenKind::number) && is_hour_letter(c, bracket + 2))
    return true;
  return follows_hour(c, i);
}

// vé T2-T5, T2->T6: from the second day of the week on; T6, T7: behind another.
bool stands_by_other_day(const Context& c, std::size_t i) {
  static constexpr Phrases kTerminals = {"nhà ga", "sân bay", "terminal", "ga", "chuyến bay"};
  const std::size_t before = i > 1 ? c.skip_blank_back(i - 1) : i;
  if (c.is_mark(before, U',') && before > 1 && c.is(before - 1, TokenKind::number) &&
      c.text(before - 2) == "T" && c[before - 1].size() == 1)
    return true;
  if (c.near_any(i, i + 2, kTerminals)) return false;
  const std::size_t to = c.skip_blank(i + 2);
  const std::size_t behind_sign = c.skip_to_sign(to);
  const bool to_last = behind_sign != to || c.folded(to) == "đến" || c.folded(to) == "tới";
  const std::size_t last = c.skip_blank(behind_sign != to ? behind_sign : to + 1);
  if (to_last && c.text(i + 1) == "2" && c.text(last) == "T" && c.is(last + 1, TokenKind::number) &&
      c[last + 1].size() == 1 && c.text(last + 1) > "2" && c.text(last + 1) < "8")
    return true;
  const std::size_t from = i >= 3 ? c.skip_blank_back(i - 1) : i;
  const bool arrow = c.is_mark(from, U'>') && from > 1 && c.is_dash(from - 1);
  if (!arrow && !c.is_mark(from, U'\u2192') && !c.is_dash(from)) return false;
  const std::size_t first = c.skip_blank_back(arrow ? from - 2 : from - 1);
  return first != i && first >= 1 && c.text(first) == "2" && c.text(first - 1) == "T";
}

// T7 29/11, T7, 29/11/2026 (T6 1.1), T4 (3/12), T4 ngày 10/12: the date itself stands behind.
bool stands_before_date(const Context& c, std::size_t i) {
  const std::size_t behind = c.skip_blank(i + 2);
  const std::size_t day =
      c.skip_blank(c.is_mark(behind, U',') || c.is_mark(behind, U'(') ? behind + 1 : behind);
  const std::size_t named = c.followed_by(day, "ngày") ? c.skip_blank(c.word_after(day) + 1) : day;
  return day > i + 2 && read_figures(c, named, 2) && c.is_mark(named + 1, U'/') &&
         read_figures(c, named + 2, 2) && !c.is_mark(named + 3, U'%');
}

// 8/12 (T2), 7h30 (T6): in a bracket behind a day or an hour.
bool explains_day(const Context& c, std::size_t i) {
  if (i < 3 || !c.is_mark(i - 1, U'(') || !c.is_mark(i + 2, U')')) return false;
  const std::size_t told = c.skip_blank_back(i - 2);
  return c.is(told, TokenKind::number) || c.folded(told) == "h";
}

// Whether the words around tell a day of the week: nghỉ T7, T7 hằng tuần, T2 tới.
bool is_among_week_words(const Context& c, std::size_t i) {
  static constexpr Phrases kWeeks = {"tuần",      "hằng tuần",  "hàng tuần", "này",      "tới", "sau",
                                     "đầu tháng", "cuối tháng", "đầu tiên",  "mỗi tuần", "cuối"};
  static constexpr Phrases kBefore = {"sáng", "trưa", "chiều", "tối",  "đêm", "ngày", "từ",
                                      "đến",  "tới",  "giờ",   "h",    "g",   "nghỉ", "vào",
                                      "hôm",  "và",   "tuần",  "hết",  "ca",  "trừ",  "thu",
                                      "gom",  "họp",  "chợ",   "lịch", "bù",  "trực", "trước"};
  static constexpr Phrases kNear = {"thời khóa biểu", "chào cờ",   "phụ đạo",  "tăng cường", "cn",
                                    "hằng tuần",      "hàng tuần", "chủ nhật", "lịch học",   "tăng ca",
                                    "nghỉ",           "tiết",      "xưng tội", "thánh lễ"};
  return c.followed_by_any(i + 2, kWeeks) || c.preceded_by_any(i, kBefore) ||
         c.near_any(i, i + 2, kNear, Context::Reach::list);
}

// T2-6 is a span, T2-4-6 a list. Says the days behind the first one.
void say_days_behind(const Context& c, Draft& draft) {
  const auto day_behind = [&](std::size_t sign) {
    const auto next = c.is_mark(sign, U',') || c.is_dash(sign) ? read_figures(c, sign + 1, 1) : std::nullopt;
    return next && next->value >= 2 && next->value <= 7 && !c.is(sign + 2, TokenKind::word) ? next
                                                                                            : std::nullopt;
  };
  const std::size_t i = c.here();
  const bool list = day_behind(i + 2) && day_behind(i + 4);
  while (draft.end < i + 12) {
    const auto next = day_behind(draft.end);
    if (!next) return;
    if (c.is_dash(draft.end) && !list)
      draft.say("đến thứ", c[draft.end].span());
    else
      draft.mark(',', c[draft.end].span());
    say_ordinal(draft, next->value, c.style(), next->span);
    draft.end += 2;
  }
}

}  // namespace

// khối u giai đoạn T1, T2 và T3; đốt sống T3, T4: how far a tumour has come, bones by their number.
// xét nghiệm T3, T4, TSH: hormones.
static bool is_stage(const Context& c, std::size_t i) {
  static constexpr Phrases kHormones = {"tsh", "tuyến giáp", "ft3", "ft4", "hormone", "hoóc môn"};
  if ((c.text(i + 1) == "3" || c.text(i + 1) == "4") && c.near_any(i, i + 2, kHormones)) return true;
  static constexpr Phrases kStages = {"giai đoạn", "đốt sống"};
  for (int members = 0; members < 4; ++members) {
    if (c.preceded_by_any(i, kStages)) return true;
    const std::size_t joint = i >= 4 ? c.skip_blank_back(i - 1) : 0;
    if (joint < 2 || !(c.is_mark(joint, U',') || c.is_dash(joint) || c.folded(joint) == "và")) return false;
    const std::size_t figure = c.skip_blank_back(joint - 1);
    if (figure == 0 || !c.is(figure, TokenKind::number) || c.text(figure - 1) != "T") return false;
    i = figure - 1;
  }
  return false;
}

// T7, sáng T2,4,6: days of the week; T4/2025: a month.
bool recognise_week_day(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (recognise_th(c, draft) || read_month_of_issue(c, draft)) return true;
  // Khám t2-t6, nghỉ t7: where days of the week are spoken of.
  static constexpr Phrases kWeek = {"nghỉ", "cn", "khám", "tiêm", "lịch", "làm việc", "học", "mở cửa"};
  const bool small = c.text(i) == "t" && c[i + 1].size() == 1 && c.near_any(i, i + 2, kWeek);
  if ((c.text(i) != "T" && !small) || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2) return false;
  const auto n = read_figures(c, i + 1, 2);
  if (read_month_and_year(c, draft, *n) || read_two_months(c, draft, *n) || read_month_span(c, draft, *n) ||
      read_month_alone(c, draft, *n))
    return true;
  // Phòng họp T3, hội trường T2
  static constexpr Phrases kRooms = {"phòng họp", "hội trường", "phòng khách", "tầng", "tòa", "tháp"};
  // tầng T2-T5: the second of two floors
  const std::size_t from = i >= 3 && c.is_dash(i - 1) && c.text(i - 3) == "T" ? i - 3 : i;
  if (n->digits.size() != 1 || n->value < 2 || n->value > 7 || c.preceded_by_any(from, kRooms) ||
      is_stage(c, i))
    return false;
  if (const std::size_t end = end_of_week_days(c, i); end > i) return say_week_days(c, draft, end);
  if (!small && !stands_by_hour(c, i) && !stands_before_date(c, i) && !stands_by_other_day(c, i) &&
      !explains_day(c, i) && !heads_item_of_week(c, i) && !is_among_week_words(c, i))
    return false;
  draft.say("thứ", c[i].span());
  say_ordinal(draft, n->value, c.style(), n->span);
  draft.accept(SemioticClass::date, "date.week-day", i + 2);
  say_days_behind(c, draft);
  say_sunday_behind(c, draft, n->value == 7);
  return true;
}

}  // namespace loa::normalizer
