// SPDX-License-Identifier: GPL-3.0-or-later
// A dash or an arrow between two quantities or two numbered things: 3 tỷ - 50 tỷ đồng, thôn 1 - thôn 4.
#include <string_view>

#include "date.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// A word that multiplies or is a currency: triệu, tr, k, tỷ, đồng, USD.
bool is_sum_word(const Context& c, std::size_t i) {
  if (!c.is(i, TokenKind::word) && !c.is(i, TokenKind::mark)) return false;
  return tables::find_currency(c.text(i)) != nullptr || find_scale(c, i) != nullptr;
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

// vé T2 - T6
bool joins_days_of_week(const Context& c, std::size_t first, std::size_t last) {
  static constexpr Phrases kTerminals = {"nhà ga", "sân bay", "terminal", "ga", "chuyến bay"};
  return c.text(last) == "T" && c.text(first) == "2" && first > 0 && c.text(first - 1) == "T" &&
         c.is(last + 1, TokenKind::number) && c[last + 1].size() == 1 && !c.near_any(first, last, kTerminals);
}

// trẻ từ 9th - 5t, 18th - 5 tuổi
bool joins_ages(const Context& c, std::size_t left, std::size_t right) {
  return c.text(left) == "th" && left > 0 && c.is(left - 1, TokenKind::number) &&
         (c.text(right + 1) == "t" || c.folded(c.skip_blank(right + 1)) == "tuổi");
}

// 7h/26 - 7h/27, 19h 26/10 - 19h 27/10, 7h30 ngày 1/12 - 17h ngày 2/12, 22h ngày 18 - 2h sáng 19: hours of
// two days.
bool joins_hours_of_days(const Context& c, std::size_t left, std::size_t right) {
  if (!c.is(left, TokenKind::number)) return false;
  if (left >= 3 && c.is_mark(left - 1, U'/') && c.text(left - 2) == "h" && c.text(right + 1) == "h" &&
      c.is_mark(right + 2, U'/'))
    return true;
  if (!c.is(right, TokenKind::number) || !is_hour_letter(c, right + 1)) return false;
  if (c.preceded_by(left, "ngày")) return true;
  const bool dated = left >= 5 &&
                     (c.is_mark(left - 1, U'/') || c.is_mark(left - 1, U'-') || c.is_mark(left - 1, U'.')) &&
                     c.is(left - 2, TokenKind::number);
  if (!dated) return false;
  std::size_t letter = c.skip_blank_back(left - 3);
  for (int words = 0; words < 2 && c.is(letter, TokenKind::word) && c[letter].letters > 1 && letter >= 2;
       ++words)
    letter = c.skip_blank_back(letter - 1);                      // 7h sáng ngày 3/12
  if (c.is(letter, TokenKind::number) && letter >= 1) --letter;  // 19h30
  return is_hour_letter(c, letter);
}

// cao 1m60 - 1m75, 1kg2 - 1kg5: a unit stands within the number
bool joins_split_measures(const Context& c, std::size_t left, std::size_t right) {
  return left >= 2 && c.is(left, TokenKind::number) &&
         (c.text(left - 1) == "m" || c.text(left - 1) == "kg") && c.is(left - 2, TokenKind::number) &&
         c.is(right, TokenKind::number) && c.text(right + 1) == c.text(left - 1);
}

// 27 tháng Chạp - mùng 6: days about the new year
bool joins_days_of_tet(const Context& c, std::size_t i, std::size_t behind) {
  static constexpr Phrases kFirst = {"mùng", "mồng"};
  static constexpr Phrases kLast = {"tháng chạp", "chạp", "tết"};
  return c.followed_by_any(behind, kFirst) && c.preceded_by_any(i, kLast);
}

// Whether the units of two amounts can be the ends of a range. `left` and `right` are tokens.
bool are_units_of_range(const Context& c, std::size_t left, std::size_t right) {
  constexpr std::string_view kWords[] = {"m",   "giờ",  "độ",    "phút", "tháng", "tuổi", "ngày",
                                         "năm", "tuần", "người", "lần",  "mét",   "tấn"};
  constexpr std::string_view kSpans[] = {"giây", "phút", "giờ", "ngày", "tuần", "tháng", "năm"};
  constexpr std::string_view kWeights[] = {"mg", "g", "gam", "kg", "yến", "tạ", "tấn"};
  constexpr std::string_view kGreater[][2] = {
      {"m", "km"}, {"cm", "m"}, {"mm", "cm"}, {"ml", "lít"}, {"ml", "l"}};
  const Folded from = c.folded(left);
  const Folded to = c.folded(right);
  // phạt tù 6 tháng - 3 năm
  if (contains(kSpans, from.view()) && (contains(kSpans, to.view()) || to == "tuổi")) return true;
  // 500 mg - 1 g
  if (from != to.view() && contains(kWeights, from.view()) && contains(kWeights, to.view())) return true;
  // 500m-1km: the greater unit behind the smaller one.
  const std::size_t beyond = c.skip_blank(right + 1);
  for (const auto& pair : kGreater)
    if (c.text(left) == pair[0] && c.text(right) == pair[1] && !c.is(right + 1, TokenKind::number))
      return !(c.is_dash(beyond) && c.is(c.skip_blank(beyond + 1), TokenKind::number));
  return contains(kWords, from.view()) && from == to.view();
}

// 3 tỷ - 50 tỷ đồng, 7 giờ - 19 giờ, 500 nghìn - 1 triệu: a number and its word on both sides. `left` is the
// word before the dash, `below` what stands behind it.
bool joins_amounts(const Context& c, std::size_t left, std::size_t below) {
  constexpr std::string_view kScales[] = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng"};
  if (!c.is(left, TokenKind::word) || left < 2) return false;
  std::size_t head = left;
  if (c.folded(left) == "đồng" && c.is(c.skip_blank_back(left - 1), TokenKind::word))
    head = c.skip_blank_back(left - 1);  // 5 triệu đồng
  if (!c.is(c.skip_blank_back(head - 1), TokenKind::number)) return false;
  // từ 100 triệu đồng - dưới 300 triệu đồng
  const bool limited = c.folded(below) == "dưới" && c.is(c.skip_blank(below + 1), TokenKind::number);
  const auto right = read_numeral(c, limited ? c.skip_blank(below + 1) : below);
  if (!right) return false;
  const std::size_t unit = c.skip_blank(right->last);
  if (!c.is(unit, TokenKind::word)) return false;
  if (contains(kScales, c.folded(head).view()))
    return contains(kScales, c.folded(unit).view()) || c.text(unit) == "tr" || c.text(unit) == "đ";
  return are_units_of_range(c, left, unit);
}

// Whether the dash at `i`, which ends before `behind`, stands between two quantities of a kind.
bool joins_quantities(const Context& c, std::size_t i, std::size_t behind) {
  const std::size_t left = c.skip_blank_back(i - 1);
  const std::size_t right = c.skip_blank(behind);
  return joins_days_of_week(c, left, right) || joins_ages(c, left, right) ||
         joins_hours_of_days(c, left, right) || joins_split_measures(c, left, right) ||
         joins_days_of_tet(c, i, behind) || joins_amounts(c, left, right);
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
    if (left == Context::npos || c.folded(left) != c.folded(right).view()) return false;
  }
  const auto chained = [&](std::size_t i) {
    return c.is_dash(i) || c.is_mark(i, U'/') || c.is_point_or_comma(i);
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

// BĐ2-BĐ3, Q1-Q3, Q.1-Q.3: the same letters with a greater number.
bool joins_numbered_letters(const Context& c, std::size_t i, std::size_t number, std::size_t next) {
  const bool glued = number == i - 1 && next == i + 1;
  if (!c.is(number, TokenKind::number) || (!glued && c.text(next) != "BN")) return false;
  const std::size_t dot = c.is_mark(number - 1, U'.') && c.is_mark(next + 1, U'.') ? 1 : 0;
  if (number < 1 + dot || next + 1 + dot >= c.size()) return false;
  const std::size_t letters = number - 1 - dot;
  if (!c.is(letters, TokenKind::word) || (c[letters].shape == Shape::lower && c.text(next) != "t") ||
      c.text(letters) != c.text(next))
    return false;
  const std::size_t most = c.text(next) == "BN" ? 6 : 3;  // BN1970-BN1972: patients are many
  const auto low = read_figures(c, number, most);
  const auto high = read_figures(c, next + 1 + dot, most);
  return low && high && low->value < high->value;
}

// lớp 7/1 - 7/9: classes of one form.
bool joins_classes(const Context& c, std::size_t number, std::size_t next) {
  return c.is(number, TokenKind::number) && number >= 2 && c.is_mark(number - 1, U'/') &&
         c.is_mark(next + 1, U'/') && c.is(next, TokenKind::number) && c.is(next + 2, TokenKind::number) &&
         c.text(number - 2) == c.text(next) &&
         (is_numbered_by_slash(c, number - 2) || follows_classes(c, number - 2));
}

// Whether "km" stands before the number at `i`.
bool is_post(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::number) && i >= 1 &&
         (c.folded(i - 1) == "km" || c.folded(c.skip_blank_back(i - 1)) == "km");
}

// Km 45 - 48, km827 - km829, Km0+000 - Km10+700, Km791A+500 - Km848+875: posts of a road.
bool joins_posts(const Context& c, std::size_t number, std::size_t next) {
  if (!c.is(number, TokenKind::number) || number == 0) return false;
  // The second is told by its figure alone.
  if (c.is(next, TokenKind::number)) {
    const auto low = read_figures(c, number, 4);
    const auto high = read_figures(c, next, 4);
    return (c.text(number - 1) == "Km" || (c.is_blank(number - 1) && c.text(number - 2) == "Km")) && low &&
           high && low->value < high->value;
  }
  if (c.folded(next) != "km") return false;
  if (is_post(c, number) && c.is(c.skip_blank(next + 1), TokenKind::number)) return true;
  if (number < 3 || !c.is_mark(number - 1, U'+')) return false;
  return is_post(c, number >= 4 && c.is(number - 2, TokenKind::word) ? number - 3 : number - 2);
}

// thứ 2 - thứ 6, tháng 3 - tháng 5: the same word on both sides of the dash.
bool repeats_word(const Context& c, std::size_t number, std::size_t next) {
  constexpr std::string_view kWords[] = {"thứ",  "tháng", "quý", "năm",  "ngày", "lớp",
                                         "tuần", "số",    "cấp", "mùng", "khóa"};
  const std::size_t before = c.word_before(number);
  const Folded word = c.folded(next);
  return before != Context::npos && c.folded(before) == word.view() &&
         c.is(c.skip_blank(next + 1), TokenKind::number) && contains(kWords, word.view());
}

// (2015–nay), từ 2010 - nay: from a year until now.
bool joins_now(const Context& c, std::size_t number, std::size_t next) {
  const auto year = read_figures(c, number, 4);
  return year && year->digits.size() == 4 && is_year(*year) && c.folded(next) == "nay" &&
         !c.is(c.skip_blank(next + 1), TokenKind::number);
}

}  // namespace

// A dash or an arrow that is no part of a number: between two quantities, two numbered things.
bool recognise_dash_between(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::size_t behind = c.skip_to_sign(i);
  if (behind == i || i == 0 || changes_currency(c, i, behind)) return false;
  const auto say_to = [&](std::string_view rule) {
    draft.say("đến", c.span(i, behind));
    return draft.accept(SemioticClass::range, rule, behind);
  };
  if (joins_quantities(c, i, behind) || (ends_sum(c, i) && begins_sum(c, behind)) ||
      (behind == i + 1 && joins_over_bracket(c, i)))
    return say_to("range.quantities");
  const std::size_t number = c.skip_blank_back(i - 1);
  const std::size_t next = c.skip_blank(behind);
  // 12 -> 15; Huế -> Đà Nẵng: an arrow means "to" between figures, and parts words.
  if (behind > i + 1 || c.is_mark(i, U'\u2192')) {
    if (c.is(number, TokenKind::number) && c.is(next, TokenKind::number) &&
        !c.is(number - 1, TokenKind::word) && !c.is(next + 1, TokenKind::word))
      return say_to("range.arrow");
    draft.mark(',', c.span(i, behind));
    return draft.accept(SemioticClass::range, "range.arrow", behind);
  }
  if (joins_numbered_letters(c, i, number, next)) return say_to("range.numbered");
  if (joins_classes(c, number, next)) return say_to("range.classes");
  if (joins_now(c, number, next)) return say_to("range.till-now");
  // từ thứ Hai-thứ Sáu
  if (c.folded(next) == "thứ" && c.is(number, TokenKind::word) && c.preceded_by(number, "thứ"))
    return say_to("range.words");
  if (joins_posts(c, number, next)) return say_to("range.posts");
  if (!c.is(number, TokenKind::number) || !c.is(next, TokenKind::word)) return false;
  if (joins_numbered_units(c, i)) return say_to("range.units");
  return repeats_word(c, number, next) && say_to("range.words");
}

}  // namespace loa::normalizer
