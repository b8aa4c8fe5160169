// SPDX-License-Identifier: GPL-3.0-or-later
// A slash behind what is counted: đồng/kg, 40 em/lớp, 12 vụ/35 bị can.
#include <array>

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

// A sum, a blank, the slash, a blank, and a small word.
bool is_spaced_price(const Context& c, std::size_t i) {
  if (i < 3 || !c.is_blank(i - 1) || !c.is_blank(i + 1) || !c.is(i + 2, TokenKind::word)) return false;
  const std::size_t paid = c.skip_blank_back(i - 1);
  if (!(c.folded(paid) == "đồng") && tables::find_currency(c.text(paid)) == nullptr) return false;
  const std::size_t count = c.skip_blank_back(paid - 1);
  const tables::UnitRow* row = c.is(count, TokenKind::word) ? tables::find_unit(c.text(count)) : nullptr;
  return c.is(count, TokenKind::number) || (row != nullptr && row->kind == tables::UnitRow::Kind::scale);
}

}  // namespace

// đồng/kg, triệu/m², khách/năm, bác sĩ/1.000 dân: a slash behind what is counted.
bool recognise_per(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'/') || i == 0) return false;
  // (6h-14h/14h-22h): two shifts.
  if (c.text(i - 1) == "h" && c.is(i + 1, TokenKind::number) && c.text(i + 2) == "h") return false;
  // tối đa 90 mg/kg/24 giờ: in that time
  if (i >= 2 && c.is(i - 1, TokenKind::word) && c.is_mark(i - 2, U'/') && c.is(i + 1, TokenKind::number) &&
      c.followed_by_any(i + 2, std::array<std::string_view, 2>{"giờ", "h"})) {
    draft.say("trong", c[i].span());
    return draft.accept(SemioticClass::measure, "measure.per", i + 1);
  }
  // uống 1 gói (5ml)/lần: the bracket tells how much each is.
  static constexpr Phrases kOfEach = {"lần", "ngày", "người", "hộ", "tháng", "năm", "con", "sào", "ha"};
  if (c.is_mark(i - 1, U')') && c.is(i - 2, TokenKind::word) && c.followed_by_any(i + 1, kOfEach) &&
      !c.is_mark(i + 2, U'/')) {
    draft.say("một", c[i].span());
    return draft.accept(SemioticClass::measure, "measure.per", i + 1);
  }
  // 172,5 cent Mỹ/kg: the currency is told with its country.
  static constexpr Phrases kCurrencies = {
      "đô la mỹ", "đô la úc", "đô la singapore", "đô la canada", "đô la hồng kông", "usd mỹ",
      "cent mỹ",  "xu mỹ",    "yên nhật",        "yen nhật",     "won hàn quốc",    "đồng việt nam",
      "đồng vn",  "bảng anh", "bạt thái",        "baht thái",    "đô mỹ",           "đô úc"};
  if (c.is(i - 1, TokenKind::word) && c.is(i + 1, TokenKind::word) && c.preceded_by_any(i, kCurrencies)) {
    draft.semiotic_class = SemioticClass::money;
    draft.rule = "money.per";
    draft.end = say_per(draft, c, i, true);
    return draft.end > i;
  }
  // 1.864 đồng / kWh, 41 triệu đồng / lượng: a price with blanks on both sides of its slash.
  if (is_spaced_price(c, i)) {
    const std::size_t end = say_per(draft, c, i, true);
    return draft.accept(SemioticClass::money, "money.per", end) && end > i;
  }
  // 2 vụ/1 chết/3 bị thương: what came of them.
  static constexpr Phrases kOutcomes = {"chết",    "bị thương", "người chết", "người bị thương",
                                        "tử vong", "bị chết"};
  if (c.is(i + 1, TokenKind::number) && c.followed_by_any(i + 2, kOutcomes)) return false;
  if (c.is(i - 1, TokenKind::number) && c.is(i + 1, TokenKind::word)) {
    // thu 30.000/th, 20.000/hộ/năm: a sum in thousands whose đồng is left out.
    static constexpr Phrases kEach = {
        "th",    "tháng", "năm",  "hộ",       "người",     "ng",       "khẩu",      "lần",  "suất",
        "phần",  "em",    "cháu", "học sinh", "hs",        "kg",       "sào",       "lượt", "vé",
        "xe",    "ngày",  "quý",  "kỳ",       "đảng viên", "hội viên", "đoàn viên", "bộ",   "cuốn",
        "thùng", "bao",   "con",  "cái",      "chiếc",     "buổi",     "giờ",       "bé",   "lớp",
        "hv",    "đv",    "công", "chuyến",   "m2",        "m3",       "khối"};
    const bool sum = c[i - 1].size() == 3 && i >= 3 && (c.is_mark(i - 2, U'.') || c.is_mark(i - 2, U',')) &&
                     c.is(i - 3, TokenKind::number) && c.text(i - 1).back() == '0';
    if (sum && c.followed_by_any(i + 1, kEach)) {
      draft.semiotic_class = SemioticClass::money;
      draft.rule = "money.per";
      draft.end = say_per(draft, c, i, true);
      return draft.end > i;
    }
    // tiểu cầu 45.000/mm3
    const auto unit = read_unit(c, i + 1, true);
    if (!unit || unit->row == nullptr || unit->row->kind != tables::UnitRow::Kind::physical ||
        unit->written.size() < 2)
      return false;
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.per";
    // 3 triệu 2/m2: a price
    static constexpr Phrases kScales = {"triệu", "tỷ", "tỉ", "nghìn", "ngàn"};
    draft.say(c.preceded_by_any(i - 1, kScales) ? "một" : "trên", c[i].span());
    say_unit(draft, *unit, c);
    draft.end = unit->end;
    return true;
  }
  // 1.566 tấn/ 2.147 tấn, 78.200 con /65.650 con: so many of so many.
  const std::size_t left_word = c.skip_blank_back(i - 1);
  const std::size_t right_number = c.skip_blank(i + 1);
  if ((c.is_blank(i - 1) || c.is_blank(i + 1)) && c[left_word].letters >= 2 && left_word > 0 &&
      c[left_word].shape == Shape::lower && c.is(c.skip_blank_back(left_word - 1), TokenKind::number)) {
    const auto whole = read_numeral(c, right_number);
    if (whole && c.text(c.skip_blank(whole->last)) == c.text(left_word)) {
      draft.say("trên", c[i].span());
      return draft.accept(SemioticClass::measure, "measure.of-so-many", i + 1);
    }
  }
  if (!c.is(i - 1, TokenKind::word)) return false;
  // 150.000đ/ năm/ bé: the chain goes on behind a blank.
  if (c.is_blank(i + 1) && c[i + 2].syllable && c[i + 2].shape == Shape::lower && i >= 3 &&
      (c.is_mark(i - 2, U'/') || c.is_mark(i - 3, U'/'))) {
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.per";
    draft.end = say_per(draft, c, i, true);
    return draft.end > i;
  }
  // Wi-Fi 802.11 a/b/g/n/ac: letters side by side.
  const auto letter = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].letters == 1 && c[at].size() == 1;
  };
  if (letter(i - 1) && letter(i + 1) &&
      ((i >= 3 && c.is_mark(i - 2, U'/') && letter(i - 3)) || (c.is_mark(i + 2, U'/') && letter(i + 3))))
    return false;
  const Folded small = c.folded(i - 1);
  const std::string_view left = c.headline() ? small.view() : c.text(i - 1);
  // A number, or a word for one, counts what stands before the slash.
  bool counted = false;
  for (std::size_t at = i, steps = 0; at > 0 && steps < 10 && !counted; ++steps) {
    --at;
    // đồng/hộ/tháng: the figure stands before all slashes.
    if (c.is(at, TokenKind::mark) && !c.is_mark(at, U'.') && !c.is_mark(at, U',') && !c.is_mark(at, U'/'))
      break;
    const tables::UnitRow* row = c.is(at, TokenKind::word) ? tables::find_unit(c.text(at)) : nullptr;
    counted = c.is(at, TokenKind::number) || (row != nullptr && row->kind == tables::UnitRow::Kind::scale);
  }
  draft.semiotic_class = SemioticClass::measure;
  draft.rule = "measure.per";
  if (c.is(i + 1, TokenKind::number)) {
    const auto n = read_numeral(c, i + 1);
    // 2,15 triệu HK/11T: in so many months.
    if (n && counted && c.text(n->last) == "T" && n->is_integer() && n->value() <= 12) {
      draft.say("trên", c[i].span());
      say_numeral(draft, *n, c);
      draft.say("tháng", c[n->last].span());
      draft.end = n->last + 1;
      return true;
    }
    const bool of_so_many = counted && c[i - 1].shape == Shape::lower && n && c.is_blank(n->last) &&
                            c.is(n->last + 1, TokenKind::word) && c[n->last + 1].shape == Shape::lower;
    // 3 CFU/100ml, 60mg/kg/24h
    const auto unit = counted && n && !of_so_many ? read_unit(c, n->last, true) : std::nullopt;
    if (!of_so_many && (!unit || unit->row == nullptr)) return false;
    // 226 mã giảm/95 mã tăng: two counts of one thing side by side.
    const bool same =
        of_so_many && i >= 3 && c.is_blank(i - 2) && c.folded(i - 3) == "mã" && c.folded(n->last + 1) == "mã";
    // 200k/gian/3 ngày: a price of each for so long.
    // 45 kg/người/6 tháng: a measure of each.
    const bool price = i >= 3 && c.is_mark(i - 2, U'/') && n->value() <= 100 && c.is(i - 3, TokenKind::word);
    // 137 hộ/421 nhân khẩu, 12 vụ/35 bị can: so many, and so many people in them.
    static constexpr Phrases kPeople = {"con",       "nhân khẩu", "khẩu",   "người",
                                        "đối tượng", "bị can",    "bị cáo", "công dân"};
    constexpr std::string_view kHeld[] = {"hộ", "vụ", "lượt", "đoàn", "án"};
    // tiêu hủy 128 con/6.450kg: so many, and what they weigh.
    static constexpr std::string_view kHeads[] = {"con", "hộ", "cây", "bao", "chuyến", "xe", "thùng", "thửa"};
    constexpr std::string_view kBulks[] = {"kg", "tấn", "tạ", "ha", "m2", "m3", "m²", "m³", "khối", "sào"};
    if (same || (unit && contains(kHeads, left) && contains(kBulks, unit->written)))
      draft.mark(',', c[i].span());
    else if (of_so_many && contains(kHeld, left) && c.followed_by_any(n->last, kPeople))
      draft.say("với", c[i].span());
    else if (!price)
      draft.say("trên", c[i].span());
    say_numeral(draft, *n, c);
    draft.end = n->last;
    if (unit) {
      say_unit(draft, *unit, c);
      draft.end = unit->end;
    }
    return true;
  }
  // 15.000 đồng/ kg, 433.700 đồng/ bình: a blank slipped in behind the slash of a price.
  static constexpr Phrases kTimes = {"tuần", "ngày", "tháng", "năm", "giờ", "phút", "người", "ha", "lần"};
  if (counted && c.is_blank(i + 1) && !c.is_blank(i - 1) && c.is(i + 2, TokenKind::word) &&
      c[i + 2].shape == Shape::lower &&
      (left == "đồng" || (left == "đ" && i >= 2 && c.is(i - 2, TokenKind::number)) ||
       (c[i - 1].shape == Shape::lower && c.followed_by_any(i + 1, kTimes)))) {
    draft.end = say_per(draft, c, i, true);
    return draft.end > i;
  }
  if (!c.is(i + 1, TokenKind::word)) return false;
  // tại nhà/qua điện thoại: two ways of doing it.
  static constexpr Phrases kWays = {"qua",  "tại",   "ở",  "bằng", "hoặc",
                                    "trên", "trong", "từ", "theo", "không"};
  if (c.followed_by_any(i + 1, kWays)) return false;
  // nghiệp vụ/hoạt động: no season.
  static constexpr Phrases kNoSeason = {"nghiệp vụ", "dịch vụ", "nhiệm vụ", "chức vụ", "nghĩa vụ", "phục vụ"};
  if (c.preceded_by_any(i, kNoSeason)) return false;
  const tables::UnitRow* row = tables::find_unit(left);
  const bool unit_left = row != nullptr || tables::find_currency(left) != nullptr || c.headline();
  // triệu đồng/m2, USD/oz: of any number.
  const bool sums_left =
      (row != nullptr && row->kind == tables::UnitRow::Kind::scale) || left == "đồng" ||
      (tables::find_currency(left) != nullptr && tables::find_currency(c.text(i + 1)) == nullptr);
  const bool unit_right = read_unit(c, i + 1, true) || !tables::find_units(c.text(i + 1)).empty();
  // Giá/km, đơn giá/m2, lương/tháng: what is paid for each.
  static constexpr Phrases kPaid = {"giá",      "phí",       "lương",     "tiền",
                                    "thu nhập", "doanh thu", "năng suất", "sản lượng"};
  static constexpr Phrases kEach = {"tháng", "ngày", "đêm", "giờ",   "buổi",
                                    "người", "suất", "vé",  "khách", "ca"};
  if (!c.is_blank(i + 1) && c.preceded_by_any(i, kPaid) &&
      (read_unit(c, i + 1, true) || c.followed_by_any(i + 1, kEach))) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // năng suất (tạ/ha), mật độ (cây/ha)
  if (c[i - 1].shape == Shape::lower && is_bracketed_rate(c, i - 1, i)) {
    draft.end = say_per(draft, c, i, true);
    return draft.end > i;
  }
  // GRDP/người, GDP/người: a measure in capitals for each of what is counted.
  const bool per_head =
      c[i - 1].shape == Shape::upper && (c.folded(i + 1) == "người" || c.folded(i + 1) == "hộ");
  if (per_head) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // tỷ lệ tử vong/ca mắc, tỷ lệ bác sĩ/vạn dân: one count over the other.
  if (c[i - 1].shape == Shape::lower && c[i + 1].shape == Shape::lower && c[i + 1].syllable &&
      behind_rate(c, i)) {
    draft.say("trên", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // (5g) muối/ngày, số ca nhiễm/ngày: of each day, unless times stand side by side (ngày/tháng/năm sinh).
  static constexpr Phrases kPeriods = {"giây", "phút", "giờ",  "ngày",  "đêm", "tuần", "tháng", "quý", "năm",
                                       "buổi", "sáng", "trưa", "chiều", "tối", "mùa",  "vụ",    "kỳ"};
  static constexpr Phrases kEachPeriod = {"ngày", "tuần", "tháng", "năm", "giờ", "ngày đêm"};
  if (c[i - 1].shape == Shape::lower && c[i - 1].syllable && !c.is_blank(i + 1) &&
      c.followed_by_any(i + 1, kEachPeriod) && !c.is_mark(i + 2, U'/') && !c.is(i + 2, TokenKind::number) &&
      !c.preceded_by_any(i, kPeriods)) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // 40 em/lớp: a figure directly before, and small words on both sides.
  const std::size_t figure = i >= 3 && c.is_blank(i - 2) ? i - 3 : Context::npos;
  const bool of_each = c.is(figure, TokenKind::number) && c[i - 1].shape == Shape::lower &&
                       c[i + 1].shape == Shape::lower && c[i + 1].syllable && !(c.folded(i + 1) == "chị") &&
                       !(c.folded(i + 1) == "hoặc");
  // hai phát/phút, bao nhiêu tiền/đôi: the number in words.
  static constexpr Phrases kNumbers = {"một", "hai",  "ba",   "bốn", "năm", "sáu",      "bảy",
                                       "tám", "chín", "mười", "mấy", "vài", "bao nhiêu"};
  const bool in_words = i >= 3 && c.is_blank(i - 2) && c.preceded_by_any(i - 1, kNumbers) &&
                        c[i - 1].shape == Shape::lower && c[i + 1].shape == Shape::lower &&
                        c.folded(i - 1) != "học" &&
                        (c.followed_by_any(i + 1, kTimes) || c.preceded_by(i - 1, "bao nhiêu"));
  if (in_words) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // 3321 xã/phường/đặc khu: kinds of one level side by side.
  constexpr std::string_view kLevels[] = {"tỉnh",  "thành", "huyện", "quận", "thị", "xã",  "phường", "thôn",
                                          "bản",   "ấp",    "tổ",    "khóm", "khu", "nam", "nữ",     "vợ",
                                          "chồng", "bố",    "mẹ",    "ông",  "bà",  "anh", "chị",    "cha"};
  const auto of_level = [&](std::size_t at) {
    for (const std::string_view level : kLevels)
      if (c.folded(at) == level) return true;
    return c.followed_by(at, "đặc khu") || c.followed_by(at, "thị trấn");
  };
  if (of_level(i - 1) && of_level(i + 1)) return false;
  if (!of_each && !(counted && (unit_left || unit_right)) && !(sums_left && unit_right)) return false;
  // 450 kg K2O/ha: a formula ends in a capital.
  const bool formula = c[i - 1].shape == Shape::single_upper && c.is(i - 2, TokenKind::number) &&
                       c[i + 1].shape == Shape::lower && c[i + 1].letters >= 2;
  if (c[i - 1].shape != Shape::lower && !unit_left && !(c[i - 1].shape == Shape::upper && counted) &&
      !(formula && counted))
    return false;
  const bool abstract = row == nullptr || row->kind != tables::UnitRow::Kind::physical;
  draft.end = say_per(draft, c, i, abstract, row);
  return draft.end > i;
}

}  // namespace loa::normalizer
