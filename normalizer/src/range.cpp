// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "cues.h"
#include "date.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool is_year(const Numeral& n) {
  return n.is_integer() && !n.grouped && n.integer().size() == 4 && n.value() >= 1000 && n.value() <= 2999;
}

// Tổ 1 - 3 hộ, Thôn 2 - 15 người: which of them, and how many it has.
bool is_label_of_count(const Context& c, std::size_t i, std::size_t end) {
  static constexpr Phrases kLabels = {"tổ",   "thôn",   "ấp",      "khóm",      "kp",  "khu phố",
                                      "tdp",  "đội",    "nhóm",    "xóm",       "bản", "khu",
                                      "buôn", "chi bộ", "chi hội", "tổ dân phố"};
  static constexpr Phrases kLongLabels = {"khu phố", "chi bộ", "chi hội", "dân phố"};
  static constexpr Phrases kCounts = {"hộ",   "người", "em",       "khẩu",  "con",  "phiếu",  "ca",
                                      "suất", "trđ",   "triệu",    "tr",    "đồng", "bao",    "kg",
                                      "cháu", "nhà",   "đ/c",      "tấn",   "điểm", "trường", "nghìn",
                                      "k",    "cây",   "đồng chí", "hộ dân"};
  if (!c.preceded_by_any(i, kLabels) || !c.followed_by_any(end, kCounts)) return false;
  // It heads an item of a list. Behind a word it is a range after all: các tổ 1 - 3, mỗi tổ 5 - 7 người.
  std::size_t label = c.word_before(i);
  if (label >= 2 && c.is_one_blank(label - 1) && c.is(label - 2, TokenKind::word) &&
      c.preceded_by_any(i, kLongLabels))
    label -= 2;
  if (label >= 2 && c.preceded_by(i, "tổ dân phố")) label -= 2;
  if (label == 0) return true;
  const std::size_t before = c.skip_blank_back(label - 1);
  return !c.is(before, TokenKind::word);
}

// Two numbers with a dash between, and where they stand.
struct Pair {
  Numeral low;
  Numeral high;
  std::size_t first;  // token of the lower number
  std::size_t dash;
  std::size_t next;  // token of the higher one

  [[nodiscard]] bool are_integers() const { return low.is_integer() && high.is_integer(); }
};

// 6 - <9 tháng: below the upper end.
bool read_below(const Context& c, Draft& draft, const Numeral& low, std::size_t dash) {
  const std::size_t sign = c.skip_blank(dash + 1);
  const std::size_t next = c.skip_blank(sign + 1);
  if (!c.is_mark(sign, U'<') || !c.is(next, TokenKind::number) || !low.is_integer()) return false;
  const auto limit = read_numeral(c, next);
  if (!limit || limit->real() <= low.real()) return false;
  say_numeral(draft, low, c);
  draft.say("đến dưới", c.span(dash, sign + 1));
  say_numeral(draft, *limit, c);
  return draft.accept(SemioticClass::range, "range.below", limit->last);
}

// tạp chí số 14 – 2015: a number of its year.
bool read_number_of_year(const Context& c, Draft& draft, const Pair& p) {
  if (!c.preceded_by(p.first, "số") || !p.are_integers() || p.low.grouped || p.low.value() >= 1000 ||
      p.high.grouped || !is_year_of_number(p.high.value()))
    return false;
  say_numeral(draft, p.low, c);
  draft.say("năm", c[p.dash].span());
  say_cardinal(draft, p.high.value(), c.style(), p.high.span);
  return draft.accept(SemioticClass::ratio, "ratio.number-of-year", p.high.last);
}

// cặp số 05-50, song thủ 12-21: two numbers of a lottery, each by itself.
bool read_drawn_pair(const Context& c, Draft& draft, const Pair& p) {
  static constexpr Phrases kDrawn = {"cặp số",     "bộ số", "song thủ", "cặp lô",
                                     "số may mắn", "xiên",  "xiên hai", "lô đề"};
  if (c[p.first].size() != 2 || c[p.next].size() != 2 || p.high.last != p.next + 1 ||
      !c.preceded_by_any(p.first, kDrawn))
    return false;
  say_numeral(draft, p.low, c);
  draft.mark(',', c[p.dash].span());
  say_numeral(draft, p.high, c);
  return draft.accept(SemioticClass::range, "range.draw", p.high.last);
}

// xuất phát 1-2: the first and the second place.
bool read_places(const Context& c, Draft& draft, const Pair& p) {
  static constexpr Phrases kPlaces = {"xuất phát", "về đích", "cán đích"};
  if (!c.preceded_by_any(p.first, kPlaces) || c.text(p.first) != "1" || c.text(p.next) != "2" ||
      p.high.last != p.next + 1)
    return false;
  say_numeral(draft, p.low, c);
  say_numeral(draft, p.high, c);
  return draft.accept(SemioticClass::score, "score.places", p.high.last);
}

// 10 - 5 = 5, 10 - 5 = ?
bool read_difference(const Context& c, Draft& draft, const Pair& p) {
  const std::size_t equals = c.skip_blank(p.high.last);
  const std::size_t result = c.skip_blank(equals + 1);
  if (!c.is_mark(equals, U'=') || !(c.is(result, TokenKind::number) || c.is_mark(result, U'?'))) return false;
  say_numeral(draft, p.low, c);
  draft.say("trừ", c[p.dash].span());
  say_numeral(draft, p.high, c);
  return draft.accept(SemioticClass::symbol, "symbol.minus", p.high.last);
}

// Whether what stands around says that the dash makes no range.
bool is_no_range(const Context& c, const Pair& p) {
  const std::size_t end = p.high.last;
  if (c.preceded_by(p.first, "ngày") && is_hour_letter(c, end)) return true;  // 11g ngày 29 - 11g ngày 2/12
  if (c.is_dash(end) && c.is(end + 1, TokenKind::number)) return true;        // 4-4-2
  // tổ 3 - 5 - 8: a list, not two ranges.
  const std::size_t third = c.skip_blank(end);
  if (c.is_dash(third) && c.is(c.skip_blank(third + 1), TokenKind::number) && c.is_blank(p.dash - 1))
    return true;
  const std::size_t sign = p.first < 3 ? Context::npos : c.skip_blank_back(p.first - 1);
  if (sign != Context::npos && c.is_dash(sign) && c.is_blank(p.first - 1) && c.is_blank(p.dash - 1) &&
      c.is(c.skip_blank_back(sign - 1), TokenKind::number))
    return true;
  // 18-20NSS: days after sowing, planting, applying
  constexpr std::string_view kDaysAfter[] = {"NSS", "NSG", "NST", "NSC", "NSKS", "NSP"};
  if (c.is(end, TokenKind::word) && c[end].shape != Shape::lower && !contains(kDaysAfter, c.text(end)))
    return true;
  // loại 1 - 2.100đ/km: a number of a thing, and its price.
  static constexpr Phrases kNumbered = {"loại", "hạng", "bậc", "mức", "lô", "gói", "nhóm", "số"};
  if (c.is_blank(p.low.last) && p.high.grouped && !p.low.grouped && p.low.is_integer() &&
      p.low.value() < 10 && c.preceded_by_any(p.first, kNumbered))
    return true;
  return c.is_blank(p.dash - 1) && p.low.is_integer() && is_label_of_count(c, p.first, end);
}

// Tạp chí số 45-46/2025: two issues in one, and their year.
bool read_double_issue(const Context& c, Draft& draft, const Pair& p) {
  if (!c.preceded_by(p.first, "số") || !p.are_integers() || p.low.value() > 999 ||
      p.high.value() != p.low.value() + 1 || !c.is_mark(p.high.last, U'/'))
    return false;
  const auto year = read_figures(c, p.high.last + 1, 4);
  if (!year || !is_year_of_number(year->value) || !ends_here(c, year->token + 1)) return false;
  say_numeral(draft, p.low, c);
  draft.mark(',', c[p.dash].span());
  say_numeral(draft, p.high, c);
  say_year(draft, c, *year);
  return draft.accept(SemioticClass::ratio, "ratio.number-of-year", year->token + 1);
}

// V.League 1-2025/26, ASIAD 19-2022: a name with its number, and its season or year, which is read by itself.
bool read_number_before_year(const Context& c, Draft& draft, const Pair& p) {
  static constexpr Phrases kMeetings = {"games",    "asiad",  "cup",      "cúp",        "olympic", "lần thứ",
                                        "festival", "summit", "marathon", "paralympic", "lần"};
  if (!is_year(p.high)) return false;
  const bool season =
      !is_year(p.low) && c.is_mark(p.high.last, U'/') && c.is(p.high.last + 1, TokenKind::number);
  const bool meeting = p.low.is_integer() && p.low.value() < 100 && p.high.value() > 1900 &&
                       c.preceded_by_any(p.first, kMeetings);
  if (!season && !meeting) return false;
  say_numeral(draft, p.low, c);
  draft.mark(',', c[p.dash].span());
  return draft.accept(SemioticClass::cardinal, season ? "range.before-season" : "range.before-year", p.next);
}

void say_end(const Context& c, Draft& draft, const Pair& p, const Numeral& n) {
  if (c.preceded_by(p.first, "tháng") && n.is_integer() && n.value() == 4)
    draft.say("tư", n.span);
  else if (n.leading_zero() && n.integer().size() == 2)
    say_cardinal(draft, n.value(), c.style(), n.span);
  else
    say_numeral(draft, n, c);
}

// A season: 2024-25.
bool read_season(const Context& c, Draft& draft, const Pair& p) {
  static constexpr Phrases kYears = {"năm", "năm học", "giai đoạn"};
  if (!is_year(p.low) || !p.high.is_integer() || p.high.integer().size() != 2 ||
      (p.low.value() + 1) % 100 != p.high.value() || c.is_blank(p.low.last) ||
      c.preceded_by_any(p.first, kYears))
    return false;
  say_end(c, draft, p, p.low);
  say_cardinal(draft, p.high.value(), c.style(), p.high.span);
  return draft.accept(SemioticClass::range, "range.season", p.high.last);
}

// mở cửa 1-3 Tết: the first days of the year.
bool read_first_days(const Context& c, Draft& draft, const Pair& p) {
  if (!c.followed_by(p.high.last, "tết") || !p.are_integers() || p.low.value() >= p.high.value() ||
      p.high.value() > 10 || c.preceded_by(p.first, "mùng") || c.preceded_by(p.first, "mồng"))
    return false;
  draft.say("mùng", p.low.span);
  say_numeral(draft, p.low, c);
  draft.say("đến mùng", {p.low.span.end, p.high.span.begin});
  say_numeral(draft, p.high, c);
  return draft.accept(SemioticClass::range, "range.tet", p.high.last);
}

// 3 - 1 without a cue is as likely a score; a number that falls is no range.
void say_falling_sign(const Context& c, Draft& draft, const Pair& p) {
  draft.rule = "range.falling";
  draft.certainty = Certainty::narrow;
  draft.rival = "score";
  // Ngõ 159 - 89: two houses, each by itself.
  static constexpr Phrases kAddresses = {"ngõ", "ngách", "hẻm", "kiệt", "số nhà", "nhà số", "lô", "căn"};
  if (p.are_integers() &&
      (heard_as_one(p.low.value(), p.high.value()) || c.preceded_by_any(p.first, kAddresses)))
    draft.mark(',', c[p.dash].span());
}

// 800-985/1.200 điểm: of so many.
void say_whole_behind(const Context& c, Draft& draft, const Pair& p) {
  const std::size_t slash = p.high.last;
  if (!c.is_mark(slash, U'/') || !c.is(slash + 1, TokenKind::number) || is_year(p.high)) return;
  const auto whole = read_numeral(c, slash + 1);
  if (!whole || !whole->is_integer() || whole->real() <= p.high.real()) return;
  draft.say("trên", c[slash].span());
  say_numeral(draft, *whole, c);
  draft.end = whole->last;
}

bool say_range(const Context& c, Draft& draft, const Pair& p) {
  draft.accept(SemioticClass::range, is_year(p.low) && is_year(p.high) ? "range.years" : "range",
               p.high.last);
  // khóa 1975-78: the century is said with the first year only.
  const bool short_year = is_year(p.low) && p.high.is_integer() && p.high.integer().size() == 2 &&
                          p.low.value() % 100 < p.high.value();
  const bool ascending = p.low.real() < p.high.real() || short_year;
  const bool counted = c.followed_by_any(p.high.last, cues::kAfterRange);
  // năm 51-30 trước Công nguyên: years are counted down.
  static constexpr Phrases kBeforeChrist = {"trước công nguyên", "tcn", "trước cn"};
  const bool counted_down = c.followed_by_any(p.high.last, kBeforeChrist) && p.low.real() > p.high.real();
  say_end(c, draft, p, p.low);
  if (ascending || counted || counted_down || c.preceded_by(p.first, "từ")) {
    draft.say("đến", {p.low.span.end, p.high.span.begin});
    // gió cấp 7-8, khoảng 3-5 chỉ: such words have no score behind them.
    static constexpr Phrases kOfRanges = {"cấp", "từ", "khoảng", "tầm", "chừng", "độ"};
    if (!counted && !counted_down && !is_year(p.low) && !c.preceded_by_any(p.first, kOfRanges))
      draft.certainty = Certainty::narrow;
  } else {
    say_falling_sign(c, draft, p);
  }
  say_end(c, draft, p, p.high);
  say_whole_behind(c, draft, p);
  return true;
}

}  // namespace

// 3-5 người, 2025 – 2030, tháng 3-4: two numbers and a dash between.
bool recognise_range(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto low = read_numeral(c, i);
  if (!low) return false;
  const std::size_t dash = c.skip_blank(low->last);
  if (!c.is_dash(dash)) return false;
  if (c[dash].code == U'\u2212' && c.is_blank(dash - 1)) return false;  // 7 − 2
  if (read_below(c, draft, *low, dash)) return true;
  // "Covid -19", "giảm 5 -2": a sign that leans on the second number only is still a dash between two.
  const std::size_t next = c.skip_blank(dash + 1);
  const auto high = read_numeral(c, next);
  if (!high || is_fall_of_name(c, *low, *high)) return false;
  // khóa 2018 - 24/10/2018: a year, and the day of the notice.
  if (c[i].size() == 4 && c.is_blank(dash + 1) && c.is_mark(high->last, U'/') &&
      c.is(high->last + 1, TokenKind::number) && c.is_mark(high->last + 2, U'/'))
    return false;
  const Pair pair{*low, *high, i, dash, next};
  if (read_number_of_year(c, draft, pair) || read_drawn_pair(c, draft, pair) || read_places(c, draft, pair) ||
      read_difference(c, draft, pair))
    return true;
  if (is_no_range(c, pair)) return false;
  return read_double_issue(c, draft, pair) || read_number_before_year(c, draft, pair) ||
         read_season(c, draft, pair) || read_first_days(c, draft, pair) || say_range(c, draft, pair);
}

// TDP 1.2 Đồng Mai, tổ 3.4.5: units that rise, with dots for commas.
bool recognise_units_by_dots(const Context& c, Draft& draft) {
  static constexpr Phrases kUnits = {"tổ",      "thôn", "xóm", "ấp",         "khóm",
                                     "khu phố", "tdp",  "kp",  "tổ dân phố", "đội"};
  const std::size_t i = c.here();
  if (!c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number) || !c.preceded_by_any(i, kUnits))
    return false;
  std::size_t end = i;
  std::uint64_t before = 0;
  while (true) {
    const auto figures = read_figures(c, end, 2);
    if (!figures || figures->digits[0] == '0' || figures->value <= before) return false;
    before = figures->value;
    ++end;
    if (!c.is_mark(end, U'.') || !c.is(end + 1, TokenKind::number) || end > i + Context::kWindow) break;
    ++end;
  }
  if (c.is(end, TokenKind::word) || c.is_mark(end, U'/') || c.is_mark(end, U'%')) return false;
  if (c.is_blank(end) && c.is(end + 1, TokenKind::word) && !tables::find_units(c.text(end + 1)).empty())
    return false;  // đội 2.5 tỷ
  for (std::size_t at = i; at < end; at += 2) {
    if (at > i) draft.mark(',', c[at - 1].span());
    say_cardinal(draft, c.text(at), c.style(), c[at].span());
  }
  return draft.accept(SemioticClass::range, "range.units-by-dots", end);
}

// 08-10-12-24-40-44: numbers of a draw, each as it is written.
bool recognise_number_list(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  std::size_t at = i;
  std::size_t count = 0;
  std::array<std::size_t, 16> numbers{};
  bool spaced = false;
  while (c.is(at, TokenKind::number) && c[at].size() <= 4 && count < numbers.size()) {
    numbers[count++] = at;
    const std::size_t dash = c.skip_blank(at + 1);
    const std::size_t next = c.skip_blank(dash + 1);
    if (!c.is_dash(dash) || !c.is(next, TokenKind::number)) break;
    spaced = spaced || dash != at + 1;
    at = next;
  }
  // With blanks it takes a draw's length: 05 - 12 - 23 - 34 - 41 - 55.
  if (count < (spaced ? 5 : 3) || at != numbers[count - 1]) return false;
  // các cự ly 5-10-21km: of one unit, and rising, so no date and no code.
  const tables::UnitRow* unit = nullptr;
  bool ages = false;
  if (c.is(at + 1, TokenKind::word)) {
    // chúc thọ 70-75-80t: ages
    static constexpr Phrases kAges = {"thọ", "nct", "người cao tuổi", "cụ", "trẻ", "tuổi"};
    ages = c.text(at + 1) == "t" && c.near_any(i, at + 2, kAges);
    unit = tables::find_unit(c.text(at + 1));
    if (unit == nullptr || (c[at + 1].size() < 2 && !ages)) return false;
    // số đo 86-62-94cm: three girths do not rise
    static constexpr Phrases kGirths = {"số đo", "ba vòng", "3 vòng", "số đo ba vòng", "kích thước"};
    for (std::size_t k = 1; k < count && !c.preceded_by_any(i, kGirths); ++k)
      if (read_figures(c, numbers[k - 1], 4)->value >= read_figures(c, numbers[k], 4)->value) return false;
  }
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t n = numbers[k];
    if (k > 0) draft.mark(',', c.span(numbers[k - 1] + 1, n));
    const std::string_view digits = c.text(n);
    if (digits[0] == '0')
      say_digits(draft, digits, c[n].span());
    else
      say_cardinal(draft, digits, c.style(), c[n].span());
  }
  draft.semiotic_class = SemioticClass::range;
  draft.rule = "range.list";
  // số đo 81-63-92,5: the last of three girths with its half
  static constexpr Phrases kMeasured = {"số đo", "ba vòng", "3 vòng", "số đo ba vòng"};
  if (c.is_mark(at + 1, U',') && c.is(at + 2, TokenKind::number) && c[at + 2].size() == 1 &&
      c.preceded_by_any(i, kMeasured)) {
    draft.say("phẩy", c[at + 1].span());
    say_digits(draft, c.text(at + 2), c[at + 2].span());
    at += 2;
  }
  if (unit != nullptr) {
    draft.say(ages ? "tuổi" : unit->spoken, c[at + 1].span());
    draft.end = at + 2;
    return true;
  }
  draft.end = say_per(draft, c, at + 1, true);  // NPK 16-16-8/ha
  // NPK 16-16-8 740.000đ: the price does not run into the list.
  if (draft.end == at + 1 && c.is_blank(at + 1) && c.is(at + 2, TokenKind::number))
    draft.mark(',', c[at + 1].span());
  return true;
}

// 2024/25, 2025/2026: a season or a school year.
bool recognise_season(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto first = read_figures(c, i, 4);
  // mùa 25/26
  if (first && first->digits.size() == 2 && c.is_mark(i + 1, U'/') &&
      c.preceded_by_any(i, std::array<std::string_view, 3>{"mùa", "mùa giải", "mùa bóng"})) {
    const auto next = read_figures(c, i + 2, 2);
    if (!next || next->value != first->value + 1 || !c.is_edge(i + 3)) {
      if (!next || next->value != first->value + 1 || !c.is_mark(i + 3, U'.')) return false;
    }
    draft.semiotic_class = SemioticClass::range;
    draft.rule = "range.season";
    say_cardinal(draft, first->value, c.style(), first->span);
    say_cardinal(draft, next->value, c.style(), next->span);
    draft.end = i + 3;
    return true;
  }
  if (!first || first->digits.size() != 4 || first->value < 1000 || first->value > 2100 ||
      !c.is_mark(i + 1, U'/'))
    return false;
  const auto last = read_figures(c, i + 2, 4);
  // Nguyễn Du (1765/1766 - 1820): one year or the other.
  if (first->value < 1900) {
    if (!last || last->value != first->value + 1 || c.is(i + 3, TokenKind::word)) return false;
    if (!c.preceded_by(i, "năm") && !c.is_mark(i - 1, U'(')) return false;
    draft.semiotic_class = SemioticClass::range;
    draft.rule = "range.either-year";
    say_cardinal(draft, first->value, c.style(), first->span);
    draft.say("hoặc", c[i + 1].span());
    say_cardinal(draft, last->value, c.style(), last->span);
    draft.end = i + 3;
    return true;
  }
  if (!last || c.is(i + 3, TokenKind::word) || (c.is_mark(i + 3, U'/') && !c.is_edge(i + 4))) return false;
  const bool short_form = last->digits.size() == 2 && (first->value + 1) % 100 == last->value;
  const bool long_form = last->digits.size() == 4 && last->value == first->value + 1;
  if (!short_form && !long_form) return false;
  draft.semiotic_class = SemioticClass::range;
  draft.rule = "range.season";
  say_cardinal(draft, first->value, c.style(), first->span);
  if (long_form) draft.say("đến", c[i + 1].span());
  say_cardinal(draft, last->value, c.style(), last->span);
  draft.end = i + 3;
  return true;
}

}  // namespace loa::normalizer
