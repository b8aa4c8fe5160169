// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "cues.h"
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

}  // namespace

// 3-5 người, 2025 – 2030, tháng 3-4: two numbers and a dash between.
bool recognise_range(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto low = read_numeral(c, i);
  if (!low) return false;
  const std::size_t dash = c.skip_blank(low->last);
  if (!c.is_dash(dash)) return false;
  if (c[dash].code == U'\u2212' && c.is_blank(dash - 1)) return false;  // 7 − 2
  const std::size_t next = c.skip_blank(dash + 1);
  // 6 - <9 tháng: below the upper end.
  if (c.is_mark(next, U'<') && c.is(c.skip_blank(next + 1), TokenKind::number) && low->is_integer()) {
    const auto limit = read_numeral(c, c.skip_blank(next + 1));
    if (limit && limit->real() > low->real()) {
      say_numeral(draft, *low, c);
      draft.say("đến dưới", c.span(dash, next + 1));
      say_numeral(draft, *limit, c);
      return draft.accept(SemioticClass::range, "range.below", limit->last);
    }
  }
  // "Covid -19", "giảm 5 -2": a sign that leans on the second number only is still a dash between two.
  const auto high = read_numeral(c, next);
  if (!high || is_fall_of_name(c, *low, *high)) return false;
  // tạp chí số 14 – 2015: a number of its year.
  if (c.preceded_by(i, "số") && low->is_integer() && !low->grouped && low->value() < 1000 &&
      high->is_integer() && !high->grouped && high->value() >= 1945 && high->value() <= 2040) {
    say_numeral(draft, *low, c);
    draft.say("năm", c[dash].span());
    say_cardinal(draft, high->value(), c.style(), high->span);
    return draft.accept(SemioticClass::ratio, "ratio.number-of-year", high->last);
  }
  // xuất phát 1-2: the first and the second place.
  static constexpr Phrases kPlaces = {"xuất phát", "về đích", "cán đích"};
  if (c.preceded_by_any(i, kPlaces) && c.text(i) == "1" && c.text(next) == "2" && high->last == next + 1) {
    say_numeral(draft, *low, c);
    say_numeral(draft, *high, c);
    return draft.accept(SemioticClass::score, "score.places", high->last);
  }
  // 10 - 5 = 5
  const std::size_t equals = c.skip_blank(high->last);
  if (c.is_mark(equals, U'=') && c.is(c.skip_blank(equals + 1), TokenKind::number)) {
    say_numeral(draft, *low, c);
    draft.say("trừ", c[dash].span());
    say_numeral(draft, *high, c);
    return draft.accept(SemioticClass::symbol, "symbol.minus", high->last);
  }
  if (c.preceded_by(i, "ngày") && is_hour_letter(c, high->last)) return false;  // 11g ngày 29 - 11g ngày 2/12
  if (c.is_dash(high->last) && c.is(high->last + 1, TokenKind::number)) return false;  // 4-4-2
  // tổ 3 - 5 - 8: a list, not two ranges.
  const std::size_t third = c.skip_blank(high->last);
  if (c.is_dash(third) && c.is(c.skip_blank(third + 1), TokenKind::number) && c.is_blank(dash - 1))
    return false;
  const std::size_t sign = i < 3 ? Context::npos : c.skip_blank_back(i - 1);
  if (sign != Context::npos && c.is_dash(sign) && c.is_blank(i - 1) && c.is_blank(dash - 1) &&
      c.is(c.skip_blank_back(sign - 1), TokenKind::number))
    return false;
  // 18-20NSS: days after sowing, planting, applying
  constexpr std::string_view kDaysAfter[] = {"NSS", "NSG", "NST", "NSC", "NSKS", "NSP"};
  if (c.is(high->last, TokenKind::word) && c[high->last].shape != Shape::lower &&
      !contains(kDaysAfter, c.text(high->last)))
    return false;
  // loại 1 - 2.100đ/km: a number of a thing, and its price.
  if (c.is_blank(low->last) && high->grouped && !low->grouped && low->is_integer() && low->value() < 10 &&
      c.preceded_by_any(
          i, std::array<std::string_view, 8>{"loại", "hạng", "bậc", "mức", "lô", "gói", "nhóm", "số"}))
    return false;
  if (c.is_blank(dash - 1) && low->is_integer() && is_label_of_count(c, i, high->last)) return false;
  // V.League 1-2025/26: a name and its season.
  if (is_year(*high) && !is_year(*low) && c.is_mark(high->last, U'/') &&
      c.is(high->last + 1, TokenKind::number)) {
    say_numeral(draft, *low, c);
    draft.mark(',', c[dash].span());
    return draft.accept(SemioticClass::cardinal, "range.before-season", next);
  }
  // ASIAD 19-2022, SEA Games 33-2025: which of them, and its year.
  static constexpr Phrases kMeetings = {"games",    "asiad",  "cup",      "cúp",        "olympic", "lần thứ",
                                        "festival", "summit", "marathon", "paralympic", "lần"};
  if (is_year(*high) && low->is_integer() && low->value() < 100 && high->value() > 1900 &&
      c.preceded_by_any(i, kMeetings)) {
    say_numeral(draft, *low, c);
    draft.mark(',', c[dash].span());
    return draft.accept(SemioticClass::cardinal, "range.before-year", next);
  }
  draft.semiotic_class = SemioticClass::range;
  const bool spaced = c.is_blank(low->last);
  const auto say_part = [&](const Numeral& n) {
    if (c.preceded_by(i, "tháng") && n.is_integer() && n.value() == 4)
      draft.say("tư", n.span);
    else if (n.leading_zero() && n.integer().size() == 2)
      say_cardinal(draft, n.value(), c.style(), n.span);
    else
      say_numeral(draft, n, c);
  };
  // A season: 2024-25.
  const bool season = is_year(*low) && high->integer().size() == 2 && high->is_integer() &&
                      (low->value() + 1) % 100 == high->value() && !spaced && !c.preceded_by(i, "năm") &&
                      !c.preceded_by(i, "năm học") && !c.preceded_by(i, "giai đoạn");
  if (season) {
    draft.rule = "range.season";
    say_part(*low);
    say_cardinal(draft, high->value(), c.style(), high->span);
    draft.end = high->last;
    return true;
  }
  // mở cửa 1-3 Tết: the first days of the year.
  if (c.followed_by(high->last, "tết") && low->is_integer() && high->is_integer() &&
      low->value() < high->value() && high->value() <= 10 && !c.preceded_by(i, "mùng") &&
      !c.preceded_by(i, "mồng")) {
    draft.say("mùng", low->span);
    say_numeral(draft, *low, c);
    draft.say("đến mùng", {low->span.end, high->span.begin});
    say_numeral(draft, *high, c);
    draft.rule = "range.tet";
    draft.end = high->last;
    return true;
  }
  draft.rule = is_year(*low) && is_year(*high) ? "range.years" : "range";
  // khóa 1975-78: the century is said with the first year only.
  const bool short_year = is_year(*low) && high->is_integer() && high->integer().size() == 2 &&
                          low->value() % 100 < high->value();
  const bool ascending = low->real() < high->real() || short_year;
  const bool counted = c.followed_by_any(high->last, cues::kAfterRange);
  // năm 51-30 trước Công nguyên: years are counted down.
  static constexpr Phrases kBeforeChrist = {"trước công nguyên", "tcn", "trước cn"};
  const bool counted_down = c.followed_by_any(high->last, kBeforeChrist) && low->real() > high->real();
  say_part(*low);
  // 3 - 1 without a cue is as likely a score; a number that falls is no range.
  if (ascending || counted || counted_down || c.preceded_by(i, "từ")) {
    draft.say("đến", {low->span.end, high->span.begin});
    // gió cấp 7-8, khoảng 3-5 chỉ: such words have no score behind them.
    static constexpr Phrases kOfRanges = {"cấp", "từ", "khoảng", "tầm", "chừng", "độ"};
    if (!counted && !counted_down && !is_year(*low) && !c.preceded_by_any(i, kOfRanges))
      draft.certainty = Certainty::narrow;
  } else {
    draft.rule = "range.falling";
    draft.certainty = Certainty::narrow;
    draft.rival = "score";
    // Ngõ 159 - 89: two houses, each by itself.
    static constexpr Phrases kAddresses = {"ngõ", "ngách", "hẻm", "kiệt", "số nhà", "nhà số", "lô", "căn"};
    if (low->is_integer() && high->is_integer() &&
        (heard_as_one(low->value(), high->value()) || c.preceded_by_any(i, kAddresses)))
      draft.mark(',', c[dash].span());
  }
  say_part(*high);
  draft.end = high->last;
  // 800-985/1.200 điểm: of so many.
  if (c.is_mark(high->last, U'/') && c.is(high->last + 1, TokenKind::number) && !is_year(*high)) {
    const auto whole = read_numeral(c, high->last + 1);
    if (whole && whole->is_integer() && whole->real() > high->real()) {
      draft.say("trên", c[high->last].span());
      say_numeral(draft, *whole, c);
      draft.end = whole->last;
    }
  }
  return true;
}

namespace {

// A word that multiplies or is a currency: triệu, tr, k, tỷ, đồng, USD.
bool is_sum_word(const Context& c, std::size_t i) {
  if (!c.is(i, TokenKind::word) && !c.is(i, TokenKind::mark)) return false;
  if (tables::find_currency(c.text(i)) != nullptr) return true;
  const tables::UnitRow* row = tables::find_unit(c.text(i));
  return row != nullptr && row->kind == tables::UnitRow::Kind::scale;
}

// Whether a sum of money ends before token `i`: 800k, 147tr5, 5 triệu đồng, 151,5tr/lượng.
bool ends_sum(const Context& c, std::size_t i) {
  std::size_t at = c.skip_blank_back(i - 1);
  for (int times = 0; times < 2 && at > 3 && c.is(at, TokenKind::word) && c.is_mark(at - 1, U'/'); ++times)
    at = c.skip_blank_back(at - 2);
  if (at < 1 || at >= c.size()) return false;
  if (c.is(at, TokenKind::number) && at >= 2 && is_sum_word(c, at - 1))
    return c.is(at - 2, TokenKind::number);
  if (!is_sum_word(c, at)) return false;
  at = c.skip_blank_back(at - 1);
  if (at > 0 && at < c.size() && is_sum_word(c, at)) at = c.skip_blank_back(at - 1);
  return c.is(at, TokenKind::number);
}

bool begins_sum(const Context& c, std::size_t i) {
  const auto n = read_numeral(c, c.skip_blank(i));
  return n && is_sum_word(c, c.skip_blank(n->last));
}

// từ 22h00 (29/11) - 5h00 (30/11): the dash behind the bracket of what begins with "từ".
bool joins_over_bracket(const Context& c, std::size_t i) {
  const std::size_t close = c.skip_blank_back(i - 1);
  if (!c.is_mark(close, U')') || close < 4 || !c.is(c.skip_blank(i + 1), TokenKind::number)) return false;
  std::size_t open = close;
  for (std::size_t steps = 0; open > 0 && steps < 16 && !c.is_mark(open, U'('); ++steps) --open;
  if (!c.is_mark(open, U'(') || open < 2) return false;
  // Back over the first quantity to its "từ".
  std::size_t at = c.skip_blank_back(open - 1);
  for (std::size_t steps = 0; at > 0 && at < c.size() && steps < 8; ++steps, --at) {
    if (c.folded(at) == "từ") return true;
    const bool of_quantity = c.is(at, TokenKind::number) || c.is_blank(at) || c.is_mark(at, U'/') ||
                             (c.is(at, TokenKind::word) && c[at].shape == Shape::lower);
    if (!of_quantity) return false;
  }
  return false;
}

// 500.000 USD – 13 tỷ đồng, 1,2 triệu EUR - 1,3 triệu USD: the same sum in another currency, no range.
bool changes_currency(const Context& c, std::size_t i, std::size_t behind) {
  const std::size_t left = c.skip_blank_back(i - 1);
  const tables::CurrencyRow* of_left = tables::find_currency(c.text(left));
  const auto n = read_numeral(c, c.skip_blank(behind));
  if (of_left == nullptr || !n) return false;
  std::size_t at = c.skip_blank(n->last);
  for (int words = 0; words < 3 && c.is(at, TokenKind::word); ++words, at = c.skip_blank(at + 1)) {
    const tables::CurrencyRow* row = tables::find_currency(c.text(at));
    if (row != nullptr) return row->code != of_left->code;
    if (!is_sum_word(c, at)) return false;
  }
  return false;
}

}  // namespace

// 3 tỷ - 50 tỷ đồng, 7 giờ - 19 giờ, 500 nghìn - 1 triệu: a number and its word on both sides.
static bool joins_quantities(const Context& c, std::size_t i, std::size_t behind) {
  // T2 - T6
  static constexpr Phrases kTerminals = {"nhà ga", "sân bay", "terminal", "ga", "chuyến bay"};
  if (const std::size_t last = c.skip_blank(behind), first = c.skip_blank_back(i - 1);
      c.text(last) == "T" && c.text(first) == "2" && first > 0 && c.text(first - 1) == "T" &&
      c.is(last + 1, TokenKind::number) && c[last + 1].size() == 1 && !c.near_any(i, behind, kTerminals))
    return true;
  // trẻ từ 9th - 5t, 18th - 5 tuổi
  if (const std::size_t age = c.skip_blank_back(i - 1), next = c.skip_blank(behind);
      c.text(age) == "th" && age > 0 && c.is(age - 1, TokenKind::number) &&
      (c.text(next + 1) == "t" || c.folded(c.skip_blank(next + 1)) == "tuổi"))
    return true;
  // 7h/26 - 7h/27
  if (const std::size_t day = c.skip_blank_back(i - 1);
      c.is(day, TokenKind::number) && day >= 3 && c.is_mark(day - 1, U'/') && c.text(day - 2) == "h" &&
      c.text(c.skip_blank(behind) + 1) == "h" && c.is_mark(c.skip_blank(behind) + 2, U'/'))
    return true;
  // 19h 26/10 - 19h 27/10, 7h30 ngày 1/12 - 17h ngày 2/12
  if (const std::size_t month = c.skip_blank_back(i - 1), next = c.skip_blank(behind);
      c.is(month, TokenKind::number) && month >= 5 &&
      (c.is_mark(month - 1, U'/') || c.is_mark(month - 1, U'-') || c.is_mark(month - 1, U'.')) &&
      c.is(month - 2, TokenKind::number) && c.is(next, TokenKind::number) && is_hour_letter(c, next + 1)) {
    std::size_t letter = c.skip_blank_back(month - 3);
    for (int words = 0; words < 2 && c.is(letter, TokenKind::word) && c[letter].letters > 1 && letter >= 2;
         ++words)
      letter = c.skip_blank_back(letter - 1);                      // 7h sáng ngày 3/12
    if (c.is(letter, TokenKind::number) && letter >= 1) --letter;  // 19h30
    if (is_hour_letter(c, letter)) return true;
  }
  // cao 1m60 - 1m75, 1kg2 - 1kg5: a unit stands within the number
  if (const std::size_t part = c.skip_blank_back(i - 1), next = c.skip_blank(behind);
      part >= 2 && c.is(part, TokenKind::number) && (c.text(part - 1) == "m" || c.text(part - 1) == "kg") &&
      c.is(part - 2, TokenKind::number) && c.is(next, TokenKind::number) &&
      c.text(next + 1) == c.text(part - 1))
    return true;
  // 27 tháng Chạp - mùng 6: days about the new year
  if (c.followed_by_any(behind, std::array<std::string_view, 2>{"mùng", "mồng"}) &&
      c.preceded_by_any(i, std::array<std::string_view, 3>{"tháng chạp", "chạp", "tết"}))
    return true;
  // 22h ngày 18 - 2h sáng 19
  if (const std::size_t day = c.skip_blank_back(i - 1);
      c.is(day, TokenKind::number) && c.preceded_by(day, "ngày") &&
      c.is(c.skip_blank(behind), TokenKind::number) && is_hour_letter(c, c.skip_blank(behind) + 1))
    return true;
  constexpr std::string_view kScales[] = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng"};
  constexpr std::string_view kWords[] = {"m",   "giờ",  "độ",    "phút", "tháng", "tuổi", "ngày",
                                         "năm", "tuần", "người", "lần",  "mét",   "tấn"};
  const std::size_t left = c.skip_blank_back(i - 1);
  if (!c.is(left, TokenKind::word) || left < 2) return false;
  std::size_t head = left;
  if (c.folded(left) == "đồng" && c.is(c.skip_blank_back(left - 1), TokenKind::word))
    head = c.skip_blank_back(left - 1);  // 5 triệu đồng
  if (!c.is(c.skip_blank_back(head - 1), TokenKind::number)) return false;
  // từ 100 triệu đồng - dưới 300 triệu đồng
  const std::size_t below = c.skip_blank(behind);
  const bool limited = c.folded(below) == "dưới" && c.is(c.skip_blank(below + 1), TokenKind::number);
  const auto right = read_numeral(c, limited ? c.skip_blank(below + 1) : below);
  if (!right) return false;
  const std::size_t unit = c.skip_blank(right->last);
  if (!c.is(unit, TokenKind::word)) return false;
  const auto among = [&](const auto& words, std::size_t at) {
    for (const std::string_view word : words)
      if (c.folded(at) == word) return true;
    return false;
  };
  if (among(kScales, head)) return among(kScales, unit) || c.text(unit) == "tr" || c.text(unit) == "đ";
  // phạt tù 6 tháng - 3 năm
  constexpr std::string_view kSpans[] = {"giây", "phút", "giờ", "ngày", "tuần", "tháng", "năm"};
  if (among(kSpans, left) && (among(kSpans, unit) || c.folded(unit) == "tuổi")) return true;
  // 500 mg - 1 g
  constexpr std::string_view kWeights[] = {"mg", "g", "gam", "kg", "yến", "tạ", "tấn"};
  if (c.folded(left) != c.folded(unit).view() && among(kWeights, left) && among(kWeights, unit)) return true;
  // 500m-1km: the greater unit behind the smaller one.
  constexpr std::string_view kGreater[][2] = {
      {"m", "km"}, {"cm", "m"}, {"mm", "cm"}, {"ml", "lít"}, {"ml", "l"}};
  const std::size_t beyond = c.skip_blank(unit + 1);
  for (const auto& pair : kGreater)
    if (c.text(left) == pair[0] && c.text(unit) == pair[1] && !c.is(unit + 1, TokenKind::number))
      return !(c.is_dash(beyond) && c.is(c.skip_blank(beyond + 1), TokenKind::number));
  return among(kWords, left) && c.folded(left) == c.folded(unit).view();
}

// thôn 1 - thôn 4, khu phố 3 - khu phố 7: from one numbered unit to another, named alike on both sides.
// Two that follow each other are told by themselves, and teams that play each other no range.
bool joins_numbered_units(const Context& c, std::size_t dash) {
  static constexpr Phrases kUnits = {"thôn",
                                     "tổ",
                                     "đội",
                                     "xóm",
                                     "ấp",
                                     "khóm",
                                     "khu phố",
                                     "tdp",
                                     "bản",
                                     "buôn",
                                     "khối",
                                     "kp",
                                     "kdc",
                                     "khu",
                                     "lô",
                                     "thửa",
                                     "tổ dân phố",
                                     "ngõ",
                                     "hẻm",
                                     "kiệt",
                                     "phòng",
                                     "bàn",
                                     "trang",
                                     "câu",
                                     "bài",
                                     "mục",
                                     "tiết",
                                     "chương",
                                     "bậc",
                                     "loại",
                                     "nhóm",
                                     "tầng",
                                     "dãy",
                                     "cụm",
                                     "cột",
                                     "trụ",
                                     "khoảnh",
                                     "tiểu khu",
                                     "trạm",
                                     "số nhà",
                                     "chi bộ",
                                     "làng",
                                     "cống",
                                     "vị trí",
                                     "điểm",
                                     "khu dân cư",
                                     "khu vực bỏ phiếu",
                                     "hạng",
                                     "giải"};
  const std::size_t next = c.skip_blank(dash + 1);
  if (!c.followed_by_any(next, kUnits)) return false;
  const std::size_t low = c.skip_blank_back(dash - 1);
  const auto from = read_figures(c, low, 3);
  if (!from) return false;
  // The words before the one number are those before the other.
  std::size_t high = next;
  while (c.is(high, TokenKind::word) && high < next + 7) high = c.skip_blank(high + 1);
  const auto to = read_figures(c, high, 3);
  if (!to || to->value < from->value + (c.near(dash, high, "từ") ? 1 : 2)) return false;
  std::size_t left = low;
  for (std::size_t right = high; right > next;) {
    left = c.word_before(left);
    right = c.skip_blank_back(right - 1);
    if (left == Context::npos || !(c.folded(left) == c.folded(right).view())) return false;
  }
  const auto chained = [&](std::size_t i) {
    return c.is_dash(i) || c.is_mark(i, U'/') || c.is_mark(i, U',') || c.is_mark(i, U'.');
  };
  if (left > 1 && c.is_dash(c.skip_blank_back(left - 1))) return false;
  if (chained(high + 1) && c.is(high + 2, TokenKind::number)) return false;
  if (c.is_dash(c.skip_blank(high + 1)) && c.followed_by_any(c.skip_blank(high + 1) + 1, kUnits))
    return false;
  static constexpr Phrases kMatches = {
      "trận",      "giải",   "bk",    "bk1",  "bk2", "bóng",  "gặp",     "bảng đấu", "vòng loại", "bán kết",
      "chung kết", "tứ kết", "thắng", "thua", "hòa", "tỷ số", "thi đấu", "lịch đấu", "đối đầu"};
  return !c.near_any(dash, dash + 1, kMatches);
}

// thứ 2 - thứ 6, tháng 3 - tháng 5: the same word on both sides of the dash.
bool recognise_dash_between(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::size_t behind = c.skip_to_sign(i);
  if (behind == i || i == 0 || changes_currency(c, i, behind)) return false;
  draft.semiotic_class = SemioticClass::range;
  if (joins_quantities(c, i, behind) || (ends_sum(c, i) && begins_sum(c, behind)) ||
      (behind == i + 1 && joins_over_bracket(c, i))) {
    draft.rule = "range.quantities";
    draft.say("đến", c.span(i, behind));
    draft.end = behind;
    return true;
  }
  // 12 -> 15; Huế -> Đà Nẵng: an arrow means "to" between figures, and parts words.
  if (behind > i + 1 || c.is_mark(i, U'\u2192')) {
    const std::size_t left = c.skip_blank_back(i - 1);
    const std::size_t right = c.skip_blank(behind);
    const bool figures = c.is(left, TokenKind::number) && c.is(right, TokenKind::number) &&
                         !c.is(left - 1, TokenKind::word) && !c.is(right + 1, TokenKind::word);
    if (figures)
      draft.say("đến", c.span(i, behind));
    else
      draft.mark(',', c.span(i, behind));
    draft.rule = "range.arrow";
    draft.end = behind;
    return true;
  }
  const std::size_t number = c.skip_blank_back(i - 1);
  const std::size_t next = c.skip_blank(i + 1);
  // BĐ2-BĐ3, Q1-Q3: the same letters with a greater number.
  if (c.is(number, TokenKind::number) && number == i - 1 && next == i + 1 && number > 0 && i + 2 < c.size() &&
      c.is(number - 1, TokenKind::word) && (c[number - 1].shape != Shape::lower || c.text(next) == "t") &&
      c.text(number - 1) == c.text(next)) {
    const std::size_t most = c.text(next) == "BN" ? 6 : 3;  // BN1970-BN1972: patients are many
    const auto low = read_figures(c, number, most);
    const auto high = read_figures(c, next + 1, most);
    if (low && high && low->value < high->value) {
      draft.say("đến", c[i].span());
      return draft.accept(SemioticClass::range, "range.numbered", i + 1);
    }
  }
  // từ thứ Hai-thứ Sáu
  // lớp 7/1 - 7/9: classes of one form.
  if (c.is(number, TokenKind::number) && number >= 2 && c.is_mark(number - 1, U'/') &&
      c.is_mark(next + 1, U'/') && c.is(next, TokenKind::number) && c.is(next + 2, TokenKind::number) &&
      c.text(number - 2) == c.text(next) &&
      (is_numbered_by_slash(c, number - 2) || follows_classes(c, number - 2))) {
    draft.rule = "range.classes";
    draft.say("đến", c[i].span());
    draft.end = i + 1;
    return true;
  }
  if (c.folded(next) == "thứ" && c.is(number, TokenKind::word) && c.preceded_by(number, "thứ")) {
    draft.rule = "range.words";
    draft.say("đến", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // sạt lở tại Km 45 - 48: posts of a road, the second told by its figure alone.
  if (c.is(number, TokenKind::number) && c.is(next, TokenKind::number) && number >= 1 &&
      (c.text(number - 1) == "Km" || (c.is_blank(number - 1) && c.text(number - 2) == "Km")) &&
      read_figures(c, number, 4) && read_figures(c, next, 4) &&
      read_figures(c, number, 4)->value < read_figures(c, next, 4)->value) {
    draft.say("đến", c[i].span());
    return draft.accept(SemioticClass::range, "range.posts", i + 1);
  }
  if (!c.is(number, TokenKind::number) || !c.is(next, TokenKind::word)) return false;
  // Km0+000 - Km10+700
  // km827 - km829
  if (c.folded(next) == "km" && number >= 1 &&
      (c.folded(number - 1) == "km" || c.folded(c.skip_blank_back(number - 1)) == "km") &&
      c.is(c.skip_blank(next + 1), TokenKind::number)) {
    draft.say("đến", c[i].span());
    return draft.accept(SemioticClass::range, "range.posts", i + 1);
  }
  if (c.folded(next) == "km" && number >= 3 && c.is_mark(number - 1, U'+')) {
    // Km791A+500 - Km848+875
    const std::size_t head = number >= 4 && c.is(number - 2, TokenKind::word) ? number - 3 : number - 2;
    const bool post = c.is(head, TokenKind::number) &&
                      (c.folded(head - 1) == "km" || c.folded(c.skip_blank_back(head - 1)) == "km");
    if (post) {
      draft.say("đến", c[i].span());
      return draft.accept(SemioticClass::range, "range.posts", i + 1);
    }
  }
  if (joins_numbered_units(c, i)) {
    draft.rule = "range.units";
    draft.say("đến", c[i].span());
    draft.end = i + 1;
    return true;
  }
  const std::size_t before = c.word_before(number);
  if (before == Context::npos || !(c.folded(before) == c.folded(next).view())) return false;
  if (!c.is(c.skip_blank(next + 1), TokenKind::number)) return false;
  constexpr std::string_view kWords[] = {"thứ",  "tháng", "quý", "năm",  "ngày", "lớp",
                                         "tuần", "số",    "cấp", "mùng", "khóa"};
  bool known = false;
  for (const std::string_view word : kWords) known = known || c.folded(next) == word;
  if (!known) return false;
  draft.say("đến", c[i].span());
  return draft.accept(SemioticClass::range, "range.words", i + 1);
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
