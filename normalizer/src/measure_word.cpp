// SPDX-License-Identifier: GPL-3.0-or-later
// Units and multiplication signs that no number stands directly before: 5 triệu USD, mỗi ha, dài x rộng.
#include "measure.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool number_shortly_before(const Context& c, std::size_t i) {
  for (std::size_t steps = 0; steps < 5 && i > 0; ++steps)
    if (c.is(--i, TokenKind::number)) return true;
  return false;
}

bool equals_before(const Context& c, std::size_t i) {
  for (std::size_t steps = 0; steps < 40 && i > 0; ++steps)
    if (c.is_mark(--i, U'=')) return true;
  return false;
}

// Between what is multiplied, where no number stands directly before.
bool recognise_times_sign(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // dài x rộng x cao
  static constexpr Phrases kSizes = {"dài", "rộng", "cao", "sâu", "ngang", "dày", "d", "r", "c"};
  if (i >= 2 && c.is_blank(i - 1) && c.is_blank(i + 1) && c.preceded_by_any(i, kSizes) &&
      c.followed_by_any(i + 1, kSizes)) {
    draft.say("nhân", c[i].span());
    return draft.accept(SemioticClass::measure, "measure.times", i + 1);
  }
  if (i < 2 || !c.is_blank(i - 1) || !c.is_blank(i + 1)) return false;
  // Điểm Toán x 2, (a + b) x 3/4; after an equals sign of words too: tiền lương = số công x đơn giá. Two
  // names beside each other have made something together (Adidas x Gucci), and X is a letter.
  const bool small = !c.is_mark(i, U'\u00D7') && c[i].code == U'x';
  const bool behind_whole = c.is_mark(i - 2, U')') || c.is_mark(i - 2, U']') || c.is(i - 2, TokenKind::word);
  const Token& right = c[i + 2];
  const bool factor =
      right.is(TokenKind::number) || ((right.is_mark(U'(') || right.is_mark(U'[') ||
                                       (right.is(TokenKind::word) && right.shape == Shape::lower)) &&
                                      equals_before(c, i));
  if (small && behind_whole && factor) {
    draft.say("nhân", c[i].span());
    return draft.accept(SemioticClass::measure, "measure.times", i + 1);
  }
  // 2m x 3m, 2tr x 24 kỳ, 1 viên x 7 ngày: a product of what is counted.
  static constexpr Phrases kFactors = {"hệ số",   "số ngày",   "số tháng", "số người",
                                       "đơn giá", "diện tích", "mức lương"};
  if (i < 4 || (!c.is(i + 2, TokenKind::number) && !c.followed_by_any(i + 1, kFactors))) return false;
  const std::size_t left = i - 2;
  const bool counted = c.is(left, TokenKind::number) || c.is_mark(left, U'%') ||
                       (c.is(left, TokenKind::word) && number_shortly_before(c, left));
  if (!counted) return false;
  draft.say("nhân", c[i].span());
  return draft.accept(SemioticClass::measure, "measure.times", i + 1);
}

}  // namespace

bool is_bracketed_rate(const Context& c, std::size_t i, std::size_t slash) {
  if (i == 0 || !c.is_mark(i - 1, U'(') || !c.is_mark(slash, U'/')) return false;
  const auto unit = read_unit(c, slash + 1, true);
  return unit && unit->currency == nullptr && c.is_mark(unit->end, U')');
}

namespace {

// Mực nước (m), Diện tích (ha), Kinh phí (tr.đ): the unit of a heading, alone in its bracket.
bool is_unit_of_heading(const Context& c, std::size_t i, std::size_t end) {
  static constexpr Phrases kMeasured = {"mực nước",   "báo động",    "dài",         "rộng",      "cao",
                                        "sâu",        "khoảng cách", "cao trình",   "diện tích", "nhiệt độ",
                                        "sản lượng",  "khối lượng",  "trọng lượng", "kinh phí",  "thu nhập",
                                        "doanh thu",  "giá trị",     "vốn",         "tổng thu",  "tổng chi",
                                        "thành tiền", "số tiền",     "mức đóng",    "mức thu"};
  return i > 1 && c.is_mark(i - 1, U'(') && c.is_mark(end, U')') && c.preceded_by_any(i - 1, kMeasured);
}

// Whether a number or a word for one stands before the unit, though not directly: "5 triệu USD", "mỗi ha".
bool is_counted(const Context& c, std::size_t i, const Unit& unit) {
  static constexpr Phrases kCounts = {"nghìn", "ngàn", "triệu", "tỷ",     "tỉ",   "trăm", "vạn",  "chục",
                                      "mỗi",   "một",  "mấy",   "vài",    "các",  "theo", "hai",  "ba",
                                      "bốn",   "năm",  "sáu",   "bảy",    "tám",  "chín", "mười", "mươi",
                                      "rưỡi",  "nửa",  "từng",  "đơn vị", "tính", "đồng"};
  constexpr std::string_view kRunOn[] = {"chục", "trăm", "nghìn", "triệu"};
  if (const std::size_t word = c.word_before(i); word != Context::npos) {
    if (c.preceded_by_any(i, kCounts)) return true;
    // lúcchục ha: the blank before the count is missing.
    if (c.is(word, TokenKind::word) && !c[word].syllable)
      for (const std::string_view count : kRunOn)
        if (c.text(word).ends_with(count)) return true;
  }
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  // Sony A7 V, MacBook M4 m: the figures of a model count nothing.
  const bool model = c.is(before, TokenKind::number) && c.is_blank(i - 1) && before > 0 &&
                     c.is(before - 1, TokenKind::word) && c[before - 1].shape != Shape::lower &&
                     unit.written.size() == 1;
  if ((c.is(before, TokenKind::number) && !model) || c.is_mark(before, U'%')) return true;
  std::size_t sign = before;
  while (sign > 0 && sign + 2 > before && c.is_dash(sign) && c.is_dash(sign - 1)) --sign;
  if (before == i - 1 && (c.is_mark(sign, U'\'') || (c.is_dash(sign) && unit.written.size() >= 2)) &&
      sign > 0 && c.is(sign - 1, TokenKind::number))
    return true;
  // 32" ha: the mark is silent, and the words alone would be counted so.
  if (before != Context::npos && before > 0 && c.is_closing_quote(before) && unit.written.size() >= 2 &&
      c.is(before - 1, TokenKind::number))
    return true;
  // Giá nông sản (đ/kg), ĐVT: đ/kg: the head of a column of prices.
  if (unit.currency != nullptr && (c.is_mark(before, U'(') || c.is_mark(before, U':')) &&
      c.is_mark(unit.end, U'/') && c.is(unit.end + 1, TokenKind::word))
    return true;
  // Tốc độ gió (m/s): the unit of what was named, alone in its bracket.
  return is_bracketed_rate(c, i, unit.end) || is_unit_of_heading(c, i, unit.end);
}

// What is a unit of the table may be a word or letters where nothing is counted.
bool is_unit_here(const Context& c, std::size_t i, const Unit& unit, bool counted) {
  using Kind = tables::UnitRow::Kind;
  if (unit.row == nullptr)
    return counted || !c.is(i, TokenKind::word) ||
           (c[i].shape != Shape::lower && c[i].shape != Shape::single_upper);
  // ha is also a word; m, t, h need a number.
  if (unit.row->needs_number && !counted) return false;
  const bool measured = counted && !c.preceded_by(i, "các") && !c.preceded_by(i, "đồng");
  if (unit.written == "ha" && !measured && !c.is_mark(unit.end, U'/')) return false;
  if (counted) return true;
  if (unit.row->kind == Kind::degree || unit.row->kind == Kind::scale) return false;
  // kWh and MWh are nothing else; MB, TB and their like may be.
  return c[i].shape == Shape::lower || c[i].shape == Shape::mixed || !c.is(i, TokenKind::word);
}

// Letters of a currency that are a name or another thing.
bool is_no_currency(const Context& c, std::size_t i, const Unit& unit, bool counted) {
  if (unit.currency == nullptr) return false;
  const bool behind_number = i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::number);
  // INR at a clinic is no rupee.
  if (unit.written == "INR" && !behind_number && !c.near(i, unit.end, "ấn độ")) return true;
  // RM của nhóm BTS: two capitals without a sum are a name as often.
  if (c.is(i, TokenKind::word) && c[i].letters == 2 && !counted && c[i].shape == Shape::upper) return true;
  // Nguyễn Văn Đ. is no sum of money.
  return c[i].shape == Shape::single_upper && !behind_number;
}

}  // namespace

// m2, ha, USD with no number of their own in front: "5 triệu USD", "mỗi ha", "hàng trăm m2".
bool recognise_unit_word(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (is_times(c, i)) return recognise_times_sign(c, draft);
  // Lapsus$, A$AP: a letter of a name.
  if (c.is_mark(i, U'$') && i > 0 && c.is(i - 1, TokenKind::word) && !c.is(i + 1, TokenKind::number))
    return false;
  if (c.is_mark(i, U'\u00B0') || c.is_mark(i, U'\'') || c.is_mark(i, U'"')) return false;  // degree sign
  const auto unit = read_unit(c, i, false);
  if (!unit) return false;
  // các đ.c trong chi bộ: comrades
  if (c.text(i) == "đ" && c.is_mark(i + 1, U'.') && c.text(i + 2) == "c") return false;
  const bool counted = is_counted(c, i, *unit);
  if (!is_unit_here(c, i, *unit, counted) || is_no_currency(c, i, *unit, counted)) return false;
  const bool money = unit->currency != nullptr;
  say_unit(draft, *unit, c);
  return draft.accept(money ? SemioticClass::money : SemioticClass::measure,
                      money ? "money.word" : "measure.word", say_per(draft, c, unit->end, money));
}

}  // namespace loa::normalizer
