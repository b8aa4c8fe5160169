// SPDX-License-Identifier: GPL-3.0-or-later
// A slash behind what is counted: đồng/kg, 40 em/lớp, 12 vụ/35 bị can.
#include <array>

#include "date.h"
#include "measure.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// The words up to a mark or a figure begin with a rate.
bool behind_rate(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at > 0 && steps < 12; ++steps) {
    if (!c.is(--at, TokenKind::word) && !c.is_blank(at)) return false;
    if (c.folded(at) == "lệ" && (c.preceded_by(at, "tỷ") || c.preceded_by(at, "tỉ"))) return true;
  }
  return false;
}

// 1.864 đồng / kWh, 41 triệu đồng / lượng: a price with blanks on both sides of its slash.
bool is_spaced_price(const Context& c, std::size_t i) {
  if (i < 3 || !c.is_blank(i - 1) || !c.is_blank(i + 1) || !c.is(i + 2, TokenKind::word)) return false;
  const std::size_t paid = c.skip_blank_back(i - 1);
  if (c.folded(paid) != "đồng" && tables::find_currency(c.text(paid)) == nullptr) return false;
  const std::size_t count = c.skip_blank_back(paid - 1);
  return c.is(count, TokenKind::number) || find_scale(c, count) != nullptr;
}

// The slash is said with a word; what stands behind it is read by itself.
bool say_slash(const Context& c, Draft& draft, std::string_view word, std::string_view rule = "measure.per") {
  draft.say(word, c[c.here()].span());
  return draft.accept(SemioticClass::measure, rule, c.here() + 1);
}

// "một", with the thing of which each is meant, and all further slashes.
bool say_each(const Context& c, Draft& draft, SemioticClass what = SemioticClass::measure) {
  const std::size_t end = say_per(draft, c, c.here(), true);
  return end > c.here() &&
         draft.accept(what, what == SemioticClass::money ? "money.per" : "measure.per", end);
}

// (6h-14h/14h-22h): two shifts.
bool parts_shifts(const Context& c, std::size_t i) {
  return c.text(i - 1) == "h" && c.is(i + 1, TokenKind::number) && c.text(i + 2) == "h";
}

// từ 19h/26 đến 7h/27: the day behind the hour.
bool stands_before_day(const Context& c, std::size_t i) {
  const auto day = read_figures(c, i + 1, 2);
  return i >= 2 && c.text(i - 1) == "h" && c.is(i - 2, TokenKind::number) && day && is_day_of_month(*day);
}

// tối đa 90 mg/kg/24 giờ: in that time
bool stands_before_time(const Context& c, std::size_t i) {
  return i >= 2 && c.is(i - 1, TokenKind::word) && c.is_mark(i - 2, U'/') && c.is(i + 1, TokenKind::number) &&
         c.followed_by_any(i + 2, std::array<std::string_view, 2>{"giờ", "h"});
}

// uống 1 gói (5ml)/lần, 9,35 cent (2.086 đồng)/kWh: the bracket tells how much each is.
bool stands_behind_bracket(const Context& c, std::size_t i) {
  static constexpr Phrases kOfEach = {"lần", "ngày", "người", "hộ",  "tháng", "năm", "con", "sào",
                                      "ha",  "kwh",  "kg",    "lít", "tấn",   "m2",  "tạ",  "lượng"};
  return c.is_mark(i - 1, U')') && c.is(i - 2, TokenKind::word) && c.followed_by_any(i + 1, kOfEach) &&
         !c.is_mark(i + 2, U'/');
}

// 172,5 cent Mỹ/kg: the currency is told with its country.
bool stands_behind_currency(const Context& c, std::size_t i) {
  static constexpr Phrases kCurrencies = {
      "đô la mỹ", "đô la úc", "đô la singapore", "đô la canada", "đô la hồng kông", "usd mỹ",
      "cent mỹ",  "xu mỹ",    "yên nhật",        "yen nhật",     "won hàn quốc",    "đồng việt nam",
      "đồng vn",  "bảng anh", "bạt thái",        "baht thái",    "đô mỹ",           "đô úc"};
  return c.is(i - 1, TokenKind::word) && c.is(i + 1, TokenKind::word) && c.preceded_by_any(i, kCurrencies);
}

// 2 vụ/1 chết/3 bị thương: what came of them.
bool stands_before_outcome(const Context& c, std::size_t i) {
  static constexpr Phrases kOutcomes = {"chết",    "bị thương", "người chết", "người bị thương",
                                        "tử vong", "bị chết"};
  return c.is(i + 1, TokenKind::number) && c.followed_by_any(i + 2, kOutcomes);
}

// A figure on the left, a word on the right: thu 30.000/th, tiểu cầu 45.000/mm3.
bool read_behind_figure(const Context& c, Draft& draft) {
  static constexpr Phrases kEach = {
      "th",        "tháng",    "năm",       "hộ", "người", "ng",    "khẩu",   "lần", "suất", "phần",  "em",
      "cháu",      "học sinh", "hs",        "kg", "sào",   "lượt",  "vé",     "xe",  "ngày", "quý",   "kỳ",
      "đảng viên", "hội viên", "đoàn viên", "bộ", "cuốn",  "thùng", "bao",    "con", "cái",  "chiếc", "buổi",
      "giờ",       "bé",       "lớp",       "hv", "đv",    "công",  "chuyến", "m2",  "m3",   "khối"};
  const std::size_t i = c.here();
  // thu 30.000/th, 20.000/hộ/năm: a sum in thousands whose đồng is left out.
  const bool sum = c[i - 1].size() == 3 && i >= 3 && c.is_point_or_comma(i - 2) &&
                   c.is(i - 3, TokenKind::number) && c.text(i - 1).back() == '0';
  if (sum && c.followed_by_any(i + 1, kEach)) return say_each(c, draft, SemioticClass::money);
  const auto unit = read_unit(c, i + 1, true);
  if (!unit || unit->row == nullptr || unit->row->kind != tables::UnitRow::Kind::physical ||
      unit->written.size() < 2)
    return false;
  // 3 triệu 2/m2: a price
  static constexpr Phrases kScales = {"triệu", "tỷ", "tỉ", "nghìn", "ngàn"};
  draft.say(c.preceded_by_any(i - 1, kScales) ? "một" : "trên", c[i].span());
  say_unit(draft, *unit, c);
  return draft.accept(SemioticClass::measure, "measure.per", unit->end);
}

// 1.566 tấn/ 2.147 tấn, 78.200 con /65.650 con: so many of so many.
bool repeats_unit(const Context& c, std::size_t i) {
  const std::size_t word = c.skip_blank_back(i - 1);
  if (!(c.is_blank(i - 1) || c.is_blank(i + 1)) || c[word].letters < 2 || word == 0 ||
      c[word].shape != Shape::lower || !c.is(c.skip_blank_back(word - 1), TokenKind::number))
    return false;
  const auto whole = read_numeral(c, c.skip_blank(i + 1));
  return whole && c.text(c.skip_blank(whole->last)) == c.text(word);
}

// 150.000đ/ năm/ bé: the chain goes on behind a blank.
bool goes_on(const Context& c, std::size_t i) {
  return c.is_blank(i + 1) && c[i + 2].syllable && c[i + 2].shape == Shape::lower && i >= 3 &&
         (c.is_mark(i - 2, U'/') || c.is_mark(i - 3, U'/'));
}

// Wi-Fi 802.11 a/b/g/n/ac: letters side by side.
bool parts_letters(const Context& c, std::size_t i) {
  const auto letter = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].letters == 1 && c[at].size() == 1;
  };
  return letter(i - 1) && letter(i + 1) &&
         ((i >= 3 && c.is_mark(i - 2, U'/') && letter(i - 3)) || (c.is_mark(i + 2, U'/') && letter(i + 3)));
}

// A number, or a word for one, counts what stands before the slash. In đồng/hộ/tháng it stands before
// all slashes.
bool is_counted(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at > 0 && steps < 10; ++steps) {
    --at;
    if (c.is(at, TokenKind::number)) return true;
    if (c.is(at, TokenKind::mark) && !c.is_point_or_comma(at) && !c.is_mark(at, U'/')) return false;
    if (find_scale(c, at) != nullptr) return true;
  }
  return false;
}

// A word on the left, a figure on the right: 45 kg/người/6 tháng, 137 hộ/421 nhân khẩu, 60mg/kg/24h.
bool read_before_figure(const Context& c, Draft& draft, std::string_view left, bool counted) {
  const std::size_t i = c.here();
  const auto n = read_numeral(c, i + 1);
  if (!counted || !n) return false;
  // 2,15 triệu HK/11T: in so many months.
  if (c.text(n->last) == "T" && n->is_integer() && n->value() <= 12) {
    draft.say("trên", c[i].span());
    say_numeral(draft, *n, c);
    draft.say("tháng", c[n->last].span());
    return draft.accept(SemioticClass::measure, "measure.per", n->last + 1);
  }
  const bool of_so_many = c[i - 1].shape == Shape::lower && c.is_blank(n->last) &&
                          c.is(n->last + 1, TokenKind::word) && c[n->last + 1].shape == Shape::lower;
  // 3 CFU/100ml
  const auto unit = of_so_many ? std::nullopt : read_unit(c, n->last, true);
  if (!of_so_many && (!unit || unit->row == nullptr)) return false;
  // 226 mã giảm/95 mã tăng: two counts of one thing side by side.
  const bool same =
      of_so_many && i >= 3 && c.is_blank(i - 2) && c.folded(i - 3) == "mã" && c.folded(n->last + 1) == "mã";
  // 200k/gian/3 ngày, 45 kg/người/6 tháng: a price or a measure of each for so long.
  const bool for_so_long =
      i >= 3 && c.is_mark(i - 2, U'/') && n->value() <= 100 && c.is(i - 3, TokenKind::word);
  // 137 hộ/421 nhân khẩu, 12 vụ/35 bị can: so many, and so many people in them.
  static constexpr Phrases kPeople = {"con",       "nhân khẩu", "khẩu",   "người",
                                      "đối tượng", "bị can",    "bị cáo", "công dân"};
  constexpr std::string_view kHeld[] = {"hộ", "vụ", "lượt", "đoàn", "án"};
  // tiêu hủy 128 con/6.450kg: so many, and what they weigh.
  static constexpr std::string_view kHeads[] = {"con", "hộ", "cây", "bao", "chuyến", "xe", "thùng", "thửa"};
  constexpr std::string_view kBulks[] = {"kg", "tấn", "tạ", "ha", "m2", "m3", "m²", "m³", "khối", "sào"};
  // 320.000 đồng/1 tín chỉ: the price of one; 2 lần/1 tháng: so many in one
  static constexpr Phrases kEach = {"tuần", "ngày", "tháng", "quý", "năm", "giờ", "buổi", "người"};
  const bool pays_for_one =
      n->is_integer() && n->integer() == "1" &&
      (left == "đồng" || tables::find_currency(left) != nullptr || c.followed_by_any(n->last, kEach));
  // 12 bị cáo (9 nam/3 nữ): the one and the other
  const bool sexes = of_so_many && ((left == "nam" && c.folded(n->last + 1) == "nữ") ||
                                    (left == "nữ" && c.folded(n->last + 1) == "nam"));
  if (same || sexes || (unit && contains(kHeads, left) && contains(kBulks, unit->written)))
    draft.mark(',', c[i].span());
  else if (of_so_many && contains(kHeld, left) && c.followed_by_any(n->last, kPeople))
    draft.say("với", c[i].span());
  else if (!for_so_long && !pays_for_one)
    draft.say("trên", c[i].span());
  say_numeral(draft, *n, c);
  if (unit) say_unit(draft, *unit, c);
  return draft.accept(SemioticClass::measure, "measure.per", unit ? unit->end : n->last);
}

constexpr Phrases kTimes = {"tuần", "ngày", "tháng", "năm", "giờ", "phút", "giây", "người", "ha", "lần"};

// 15.000 đồng/ kg, 433.700 đồng/ bình: a blank slipped in behind the slash of a price.
bool prices_behind_blank(const Context& c, std::size_t i, std::string_view left) {
  return c.is_blank(i + 1) && !c.is_blank(i - 1) && c.is(i + 2, TokenKind::word) &&
         c[i + 2].shape == Shape::lower &&
         (left == "đồng" || (left == "đ" && i >= 2 && c.is(i - 2, TokenKind::number)) ||
          (c[i - 1].shape == Shape::lower && c.followed_by_any(i + 1, kTimes)));
}

// tại nhà/qua điện thoại: two ways of doing it. nghiệp vụ/hoạt động: no season.
bool parts_choices(const Context& c, std::size_t i) {
  static constexpr Phrases kWays = {"qua",  "tại",   "ở",  "bằng", "hoặc",
                                    "trên", "trong", "từ", "theo", "không"};
  static constexpr Phrases kNoSeason = {"nghiệp vụ", "dịch vụ", "nhiệm vụ", "chức vụ", "nghĩa vụ", "phục vụ"};
  return c.followed_by_any(i + 1, kWays) || c.preceded_by_any(i, kNoSeason);
}

// Giá/km, đơn giá/m2, lương/tháng: what is paid for each.
bool is_paid_for_each(const Context& c, std::size_t i) {
  static constexpr Phrases kPaid = {"giá",      "phí",       "lương",     "tiền",
                                    "thu nhập", "doanh thu", "năng suất", "sản lượng"};
  static constexpr Phrases kEach = {"tháng", "ngày", "đêm", "giờ",   "buổi",
                                    "người", "suất", "vé",  "khách", "ca"};
  return !c.is_blank(i + 1) && c.preceded_by_any(i, kPaid) &&
         (read_unit(c, i + 1, true) || c.followed_by_any(i + 1, kEach));
}

// (5g) muối/ngày, số ca nhiễm/ngày: of each day, unless times stand side by side (ngày/tháng/năm sinh).
bool happens_each_period(const Context& c, std::size_t i) {
  static constexpr Phrases kPeriods = {"giây", "phút", "giờ",  "ngày",  "đêm", "tuần", "tháng", "quý", "năm",
                                       "buổi", "sáng", "trưa", "chiều", "tối", "mùa",  "vụ",    "kỳ"};
  static constexpr Phrases kEachPeriod = {"ngày", "tuần", "tháng", "năm", "giờ", "ngày đêm"};
  return c[i - 1].shape == Shape::lower && c[i - 1].syllable && !c.is_blank(i + 1) &&
         c.followed_by_any(i + 1, kEachPeriod) && !c.is_mark(i + 2, U'/') &&
         !c.is(i + 2, TokenKind::number) && !c.preceded_by_any(i, kPeriods);
}

// hai phát/phút, bao nhiêu tiền/đôi: the number in words.
bool is_counted_in_words(const Context& c, std::size_t i) {
  static constexpr Phrases kNumbers = {"một", "hai",  "ba",   "bốn", "năm", "sáu",      "bảy",
                                       "tám", "chín", "mười", "mấy", "vài", "bao nhiêu"};
  return i >= 3 && c.is_blank(i - 2) && c.preceded_by_any(i - 1, kNumbers) &&
         c[i - 1].shape == Shape::lower && c[i + 1].shape == Shape::lower && c.folded(i - 1) != "học" &&
         (c.followed_by_any(i + 1, kTimes) || c.preceded_by(i - 1, "bao nhiêu"));
}

// 3321 xã/phường/đặc khu: kinds of one level side by side.
bool parts_levels(const Context& c, std::size_t i) {
  constexpr std::string_view kLevels[] = {"tỉnh",  "thành", "huyện", "quận", "thị", "xã",  "phường", "thôn",
                                          "bản",   "ấp",    "tổ",    "khóm", "khu", "nam", "nữ",     "vợ",
                                          "chồng", "bố",    "mẹ",    "ông",  "bà",  "anh", "chị",    "cha"};
  const auto is_level = [&](std::size_t at) {
    return contains(kLevels, c.folded(at).view()) || c.followed_by(at, "đặc khu") ||
           c.followed_by(at, "thị trấn");
  };
  return is_level(i - 1) && is_level(i + 1);
}

// 40 em/lớp: a figure directly before, and small words on both sides.
bool is_of_each(const Context& c, std::size_t i) {
  if (c.folded(i - 1) == "chiếu" && c.preceded_by(i - 1, "suất") && c[i + 1].syllable)
    return true;  // 200-600 suất chiếu/phim
  const std::size_t figure = i >= 3 && c.is_blank(i - 2) ? i - 3 : Context::npos;
  return c.is(figure, TokenKind::number) && c[i - 1].shape == Shape::lower &&
         c[i + 1].shape == Shape::lower && c[i + 1].syllable && c.folded(i + 1) != "chị" &&
         c.folded(i + 1) != "hoặc";
}

// triệu đồng/m2, 450 kg K2O/ha: a unit on one side at least, of a number or of any.
bool read_per_unit(const Context& c, Draft& draft, std::string_view left, bool counted) {
  const std::size_t i = c.here();
  const tables::UnitRow* row = tables::find_unit(left);
  const bool currency = tables::find_currency(left) != nullptr;
  const bool unit_left = row != nullptr || currency || c.headline();
  const bool unit_right = read_unit(c, i + 1, true) || !tables::find_units(c.text(i + 1)).empty();
  // triệu đồng/m2, USD/oz: of any number.
  const bool sums_left = (row != nullptr && row->kind == tables::UnitRow::Kind::scale) || left == "đồng" ||
                         (currency && tables::find_currency(c.text(i + 1)) == nullptr);
  if (!is_of_each(c, i) && !(counted && (unit_left || unit_right)) && !(sums_left && unit_right))
    return false;
  // 450 kg K2O/ha: a formula ends in a capital.
  const bool formula = c[i - 1].shape == Shape::single_upper && c.is(i - 2, TokenKind::number) &&
                       c[i + 1].shape == Shape::lower && c[i + 1].letters >= 2;
  if (c[i - 1].shape != Shape::lower && !unit_left && !(c[i - 1].shape == Shape::upper && counted) &&
      !(formula && counted))
    return false;
  const bool abstract = row == nullptr || row->kind != tables::UnitRow::Kind::physical;
  const std::size_t end = say_per(draft, c, i, abstract, row);
  return end > i && draft.accept(SemioticClass::measure, "measure.per", end);
}

// Words on both sides.
bool read_between_words(const Context& c, Draft& draft, std::string_view left, bool counted) {
  const std::size_t i = c.here();
  if (parts_choices(c, i)) return false;
  if (is_paid_for_each(c, i)) return say_slash(c, draft, "một");
  // năng suất (tạ/ha), mật độ (cây/ha)
  if (c[i - 1].shape == Shape::lower && is_bracketed_rate(c, i - 1, i)) return say_each(c, draft);
  // GRDP/người, GDP/người: a measure in capitals for each of what is counted.
  if (c[i - 1].shape == Shape::upper && (c.folded(i + 1) == "người" || c.folded(i + 1) == "hộ"))
    return say_slash(c, draft, "một");
  // GTSP/ha
  if (c[i - 1].shape == Shape::upper && c.text(i + 1) == "ha")
    return draft.accept(SemioticClass::measure, "measure.per", say_per(draft, c, i, true));
  // tỷ lệ tử vong/ca mắc, tỷ lệ bác sĩ/vạn dân: one count over the other.
  if (c[i - 1].shape == Shape::lower && c[i + 1].shape == Shape::lower && c[i + 1].syllable &&
      behind_rate(c, i))
    return say_slash(c, draft, "trên");
  // Nam/nữ = 1,3: a ratio of two.
  const std::size_t equals = c.skip_blank(i + 2);
  if (c[i + 1].shape == Shape::lower && c[i + 1].syllable && c.is_mark(equals, U'=') &&
      c.is(c.skip_blank(equals + 1), TokenKind::number))
    return say_slash(c, draft, "trên");
  if (happens_each_period(c, i) || is_counted_in_words(c, i)) return say_slash(c, draft, "một");
  return !parts_levels(c, i) && read_per_unit(c, draft, left, counted);
}

}  // namespace

// đồng/kg, triệu/m², khách/năm, bác sĩ/1.000 dân: a slash behind what is counted.
bool recognise_per(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'/') || i == 0 || parts_shifts(c, i) || stands_before_day(c, i)) return false;
  if (stands_before_time(c, i)) return say_slash(c, draft, "trong");
  if (stands_behind_bracket(c, i)) return say_slash(c, draft, "một");
  if (stands_behind_currency(c, i) || is_spaced_price(c, i)) return say_each(c, draft, SemioticClass::money);
  if (stands_before_outcome(c, i)) return false;
  if (c.is(i - 1, TokenKind::number) && c.is(i + 1, TokenKind::word)) return read_behind_figure(c, draft);
  if (repeats_unit(c, i)) return say_slash(c, draft, "trên", "measure.of-so-many");
  if (!c.is(i - 1, TokenKind::word)) return false;
  if (goes_on(c, i)) return say_each(c, draft);
  if (parts_letters(c, i) || parts_amounts(c, i)) return false;
  const Folded small = c.folded(i - 1);
  const std::string_view left = c.headline() ? small.view() : c.text(i - 1);
  const bool counted = is_counted(c, i);
  if (c.is(i + 1, TokenKind::number)) return read_before_figure(c, draft, left, counted);
  if (counted && prices_behind_blank(c, i, left)) return say_each(c, draft);
  return c.is(i + 1, TokenKind::word) && read_between_words(c, draft, left, counted);
}

}  // namespace loa::normalizer
