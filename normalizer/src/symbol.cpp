// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

#include <unicode/uchar.h>

#include <string_view>

namespace loa::normalizer {
namespace {

bool is_punctuation(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'?':
    case U'!':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'{':
    case U'}':
    case U'|':
    case U'/':
    case U'\\':
    case U'\'':
    case U'"':
    case U'-':
      return true;
    default:
      break;
  }
  if (c < 0x80) return false;
  constexpr auto kMarks = U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PD_MASK | U_GC_PS_MASK | U_GC_PE_MASK;
  return c == 0x2026 || (U_GET_GC_MASK(static_cast<UChar32>(c)) & kMarks) != 0;
}

}  // namespace

// A sign that is no punctuation: its word from the table, or its name. Pictures
// are silent unless the style names them.
namespace {

// A figure or a letter alone, with figures glued on: 5x, y, 2a.
bool is_term(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::number) || (c.is(i, TokenKind::word) && c[i].letters == 1 && c[i].code < 0x80);
}

bool equals_nearby(const Context& c, std::size_t i) {
  for (std::size_t at = i > Context::kWindow ? i - Context::kWindow : 0;
       at < i + Context::kWindow && at < c.size(); ++at)
    if (c.is_mark(at, U'=')) return true;
  return false;
}

// Whether terms stand on both sides and an equals sign close by.
bool in_equation(const Context& c, std::size_t i) {
  return is_term(c, i - 2) && is_term(c, i + 2) && !c.is_mark(i + 3, U'=') && equals_nearby(c, i);
}

}  // namespace

bool recognise_symbol(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  draft.end = i + 1;
  draft.semiotic_class = SemioticClass::symbol;
  // x² - 5x + 6 = 0: in an equation the dash takes away.
  if (c.is_dash(i) && i > 0 && c.is_blank(i - 1) && c.is_blank(i + 1) && in_equation(c, i)) {
    draft.say("trừ", token.span());
    draft.rule = "symbol.minus";
    return true;
  }
  // Đề thi − 2019 − Mã đề 204: the minus sign of a word processor for a dash between words.
  if (token.code == U'\u2212' && i > 1 && c.is_blank(i - 1) && c.is_blank(i + 1) &&
      !(is_term(c, i - 2) && is_term(c, i + 2)) && !equals_nearby(c, i)) {
    draft.mark(',', token.span());
    draft.rule = "symbol.pause";
    return true;
  }
  // y = -x + 3
  if (c.is_dash(i) && i > 1 && c.is_mark(c.skip_blank_back(i - 1), U'=') && is_term(c, c.skip_blank(i + 1))) {
    draft.say("âm", token.span());
    draft.rule = "symbol.negative";
    return true;
  }
  // 12 : 4 = 3
  if (token.code == U':' && c.is_one_blank(i + 1) && i > 0 && c.is_blank(i - 1) && in_equation(c, i) &&
      c.is_mark(c.skip_blank(i + 3), U'=')) {
    draft.say("chia", token.span());
    draft.rule = "symbol.divided";
    return true;
  }
  if (is_punctuation(token.code)) return false;
  // + Trà xuân chính: 27 ha; + Trà xuân muộn: the items of a list, as reports write them below those with
  // a hyphen.
  if (token.code == U'+' && c.is_blank(i + 1) && c.is(i + 2, TokenKind::word) && c[i + 2].letters > 1) {
    const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
    const bool parted = c.is_mark(before, U';') || c.is_mark(before, U':') || c.is_mark(before, U'.');
    if (c.is(before, TokenKind::end) || (parted && c[i + 2].shape != Shape::lower)) {
      draft.rule = "symbol.bullet";
      return true;
    }
  }
  // Huế <-> Thuận An: there and back, a pause.
  if (token.code == U'<' && c.is_dash(i + 1) && c.is_mark(i + 2, U'>')) {
    draft.mark(',', c.span(i, i + 3));
    draft.rule = "symbol.pause";
    draft.end = i + 3;
    return true;
  }
  // Tổ 1 => 8; 9,0 => đỗ: an arrow of typewriters.
  if (token.code == U'=' && c.is_mark(i + 1, U'>')) {
    const bool figures = c.is(c.skip_blank_back(i - 1), TokenKind::number) && i > 0 &&
                         c.is(c.skip_blank(i + 2), TokenKind::number);
    if (figures)
      draft.say("đến", c.span(i, i + 2));
    else
      draft.mark(',', c.span(i, i + 2));
    draft.rule = "symbol.arrow";
    draft.end = i + 2;
    return true;
  }
  // (+-1 tháng), +/- 5%
  if (token.code == U'+' && (c.is_dash(i + 1) || (c.is_mark(i + 1, U'/') && c.is_dash(i + 2))) &&
      (i == 0 || c.is_edge(i - 1))) {
    const std::size_t end = c.is_dash(i + 1) ? i + 2 : i + 3;
    if (c.is(c.skip_blank(end), TokenKind::number)) {
      draft.say("cộng trừ", c.span(i, end));
      draft.rule = "symbol.plus-minus";
      draft.end = end;
      return true;
    }
  }
  // >BĐ3: above the warning level.
  if ((token.code == U'>' || token.code == U'<') &&
      (c.text(c.skip_blank(i + 1)) == "BĐ" || c.followed_by(i + 1, "báo động"))) {
    draft.say(token.code == U'>' ? "trên" : "dưới", token.span());
    draft.rule = "symbol.warning-level";
    return true;
  }
  // xe >16 chỗ, trẻ < 5 tuổi: what is counted lies above or below, it is not compared.
  if ((token.code == U'>' || token.code == U'<') && !c.is_mark(i + 1, U'=') && i > 0) {
    const auto n = read_numeral(c, c.skip_blank(i + 1));
    const std::size_t left = c.skip_blank_back(i - 1);
    const bool noun = c.is(left, TokenKind::word) && c[left].letters > 1 &&
                      (c[left].shape != Shape::upper || !tables::find_abbreviation(c.text(left)).empty());
    const bool clause =
        c.is_mark(left, U',') || c.is_mark(left, U';') || c.is_mark(left, U':') || c.is_mark(left, U'(');
    const std::size_t unit = n ? c.skip_blank(n->last) : 0;
    const bool counted = c.is(unit, TokenKind::word) &&
                         (c[unit].shape == Shape::lower || tables::find_unit(c.text(unit)) != nullptr ||
                          (c[unit].letters == 1 && unit == n->last));
    if (n && ((noun && (counted || c.is_mark(unit, U'%'))) || (clause && counted)) &&
        !c.near(i, i + 1, "ph")) {
      draft.say(token.code == U'>' ? "trên" : "dưới", token.span());
      draft.rule = "symbol.limit";
      return true;
    }
  }
  // Cài đặt > Màn hình: a way through menus, a pause.
  if (token.code == U'>' && i >= 2) {
    static constexpr Phrases kMenu = {"cài đặt", "mục", "menu",      "chọn", "settings",
                                      "nhấn",    "bấm", "trang chủ", "vào",  "thiết lập"};
    const Token& left = c[c.skip_blank_back(i - 1)];
    const Token& right = c[c.skip_blank(i + 1)];
    // Tìm mục 'SIM 2' > Bật
    const bool quoted = left.is(TokenKind::mark) && (left.code == U'\'' || left.code == U'"' ||
                                                     left.code == U'\u201D' || left.code == U'\u2019');
    if ((quoted || (left.is(TokenKind::word) && left.letters > 1)) && right.is(TokenKind::word) &&
        right.letters > 1 && right.shape != Shape::lower &&
        (c.near_any(i, i + 1, kMenu) || c.is_mark(c.skip_blank(c.skip_blank(i + 1) + 1), U'>'))) {
      draft.mark(',', token.span());
      draft.rule = "symbol.pause";
      return true;
    }
  }
  // Lapsus$, A$AP: a letter of a name.
  if (token.code == U'$' && i > 0 && c.is(i - 1, TokenKind::word) && !c.is(i + 1, TokenKind::number)) {
    draft.rule = "silent.sign";
    return true;
  }
  // >> Xem thêm: a pointer, no sign of comparison.
  if ((token.code == U'>' && c.is_mark(i + 1, U'>')) || (token.code == U'<' && c.is_mark(i + 1, U'<'))) {
    draft.mark(',', c.span(i, i + 2));
    draft.rule = "symbol.pause";
    draft.end = i + 2;
    while (c.is_mark(draft.end, token.code)) ++draft.end;
    return true;
  }
  if ((token.code == U'>' || token.code == U'<') && c.is_mark(i + 1, U'=')) {
    draft.say(token.code == U'>' ? "lớn hơn hoặc bằng" : "nhỏ hơn hoặc bằng", c.span(i, i + 2));
    draft.rule = "symbol.table";
    draft.end = i + 2;
    return true;
  }
  // cấp 8÷9, tháng 6÷ 10, 5~7 ngày: between figures that rise it is the technicians' "to".
  const bool to_sign = i > 0 && (token.code == U'\u00F7' || token.code == U'~' || token.code == U'\u301C');
  const std::size_t from = to_sign ? c.skip_blank_back(i - 1) : 0;
  const std::size_t to = c.skip_blank(i + 1);
  if (to_sign && c.is(from, TokenKind::number) && c.is(to, TokenKind::number) &&
      (c[from].size() < c[to].size() || (c[from].size() == c[to].size() && c.text(from) < c.text(to)))) {
    draft.semiotic_class = SemioticClass::range;
    draft.rule = "range.division-sign";
    draft.say("đến", token.span());
    return true;
  }
  // *101#: what is typed on a telephone; phím *.
  if (token.code == U'*' && (i == 0 || c.is_edge(i - 1))) {
    std::size_t end = i;
    bool figures = false;
    for (; c.is_mark(end, U'*') || c.is_mark(end, U'#') || c.is(end, TokenKind::number); ++end)
      figures = figures || c.is(end, TokenKind::number);
    if (figures && (c.is_mark(end - 1, U'#') || c.is_mark(i + 1, U'#'))) {
      for (std::size_t k = i; k < end; ++k) {
        if (c.is(k, TokenKind::number))
          say_digits(draft, c.text(k), c[k].span());
        else
          draft.say(c.is_mark(k, U'*') ? "sao" : "thăng", c[k].span());
      }
      draft.rule = "symbol.typed";
      draft.end = end;
      return true;
    }
  }
  static constexpr Phrases kKey = {"phím", "dấu", "nhấn", "bấm", "ký tự", "hoặc"};
  if (token.code == U'*' && c.is_edge(i + 1) && i > 0 && c.is_blank(i - 1) && c.preceded_by_any(i, kKey)) {
    draft.say("sao", token.span());
    draft.rule = "symbol.typed";
    return true;
  }
  // khách sạn 5*: stars; 3*4: times; elsewhere the mark of a footnote.
  if (token.code == U'*' && i > 0 && c.is(i - 1, TokenKind::number)) {
    const bool product = c.is(i + 1, TokenKind::number);
    if (product || (c[i - 1].size() == 1 && c.text(i - 1) >= "2" && c.text(i - 1) <= "7" &&
                    (i < 2 || !c.is_mark(i - 2, U'.')))) {
      draft.say(product ? "nhân" : "sao", token.span());
      draft.rule = product ? "symbol.times" : "symbol.stars";
      return true;
    }
  }
  // điểm A*, Sagittarius A*
  if (token.code == U'*' && i > 0 && c.text(i - 1) == "A" && c.is_edge(i + 1) &&
      (i < 2 || c.is_edge(i - 2))) {
    draft.say("sao", token.span());
    draft.rule = "symbol.stars";
    return true;
  }
  // > Đến tối ngày 21/5, …: the mark of a line that is quoted.
  if (token.code == U'>' && i == 0 && c.is_blank(1) && c.is(2, TokenKind::word) &&
      c[2].shape != Shape::lower) {
    draft.rule = "silent.bullet";
    return true;
  }
  // + Các xã còn lại: the mark of a line in a list.
  if (token.code == U'+' && c.is_blank(i + 1) &&
      (i == 0 || (c.is_blank(i - 1) && c.text(i - 1).find('\n') != std::string_view::npos)) &&
      (c.is(i + 2, TokenKind::word) || c.is(c.skip_blank(i + 3), TokenKind::word))) {
    draft.rule = "silent.bullet";
    return true;
  }
  // Tổ 13+16+17: one and the other
  if (token.code == U'+' && i >= 2 && c.is(i - 1, TokenKind::number) && c.is(i + 1, TokenKind::number)) {
    static constexpr Phrases kNumbered = {"tổ",         "thôn", "khu",  "xóm",   "ấp",  "khu phố",
                                          "tổ dân phố", "tdp",  "đội",  "lớp",   "ngõ", "kp",
                                          "khóm",       "điều", "quận", "phường"};
    std::size_t first = i - 1;
    for (int links = 0; links < 4 && first >= 2 && c.is_mark(first - 1, U'+'); ++links) first -= 2;
    if (c.preceded_by_any(first, kNumbered)) {
      draft.say("và", token.span());
      draft.rule = "symbol.and";
      return true;
    }
  }
  if (const tables::SymbolRow* row = tables::find_symbol(c.text(i))) {
    draft.rule = "symbol.table";
    draft.say(row->spoken, token.span());
    // Nothing is said for an arrow, but what it parts is parted.
    if (row->spoken.empty() && token.code >= 0x2190 && token.code <= 0x21FF && i > 0)
      draft.mark(',', token.span());
    if (row->spoken.empty() && c.style().emoji == Style::Emoji::named && token.code >= 0x2600)
      draft.say(row->named, token.span());
    return true;
  }
  if (token.code == 0xFFFD) {
    draft.rule = "silent.replacement";
    return true;
  }
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(token.code));
  const bool picture = token.code >= 0x2190 && (category & U_GC_SO_MASK) != 0;
  if (picture ||
      (category & (U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CN_MASK | U_GC_SK_MASK | U_GC_PO_MASK)) != 0) {
    draft.rule = "silent.picture";
    return true;
  }
  draft.rule = "symbol.unknown";
  draft.certainty = Certainty::narrow;
  draft.rival = "silent";
  draft.say("ký hiệu", token.span());
  return true;
}

// 7 trụ tua bin x 4,2 MW: the sign of multiplication, written with a letter.
bool recognise_times(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // 22%x1.500.000
  if (c.text(i) == "x" && i >= 2 && c.is_mark(i - 1, U'%') && c.is(i + 1, TokenKind::number)) {
    draft.say("nhân", c[i].span());
    draft.semiotic_class = SemioticClass::symbol;
    draft.rule = "symbol.times";
    draft.end = i + 1;
    return true;
  }
  if (c.text(i) != "x" || i < 2 || !c.is_blank(i - 1) || !c.is_blank(i + 1)) return false;
  const bool product = in_equation(c, i) && c[i - 2].code != U'x' && c[i + 2].code != U'x';  // S = a x b
  if (!product && !c.is(i + 2, TokenKind::number)) return false;
  bool counted = product || c.is_mark(i - 2, U')');  // (Toán + Văn) x 2
  for (std::size_t at = i - 1, steps = 0; at > 0 && steps < 8 && !counted; ++steps)
    counted = c.is(--at, TokenKind::number);
  if (!counted) return false;
  draft.say("nhân", c[i].span());
  draft.semiotic_class = SemioticClass::symbol;
  draft.rule = "symbol.times";
  draft.end = i + 1;
  return true;
}

}  // namespace loa::normalizer
