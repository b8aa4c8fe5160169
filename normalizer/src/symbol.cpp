// SPDX-License-Identifier: GPL-3.0-or-later
#include "date.h"
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

// The tokens from here() to `end` are one sign, said with `words`.
bool say_sign(Draft& draft, const Context& c, std::string_view words, std::string_view rule,
              std::size_t end) {
  draft.say(words, c.span(c.here(), end));
  return draft.accept(SemioticClass::symbol, rule, end);
}

// They are no word but a pause.
bool pause_at_sign(Draft& draft, const Context& c, std::string_view rule, std::size_t end) {
  draft.mark(',', c.span(c.here(), end));
  return draft.accept(SemioticClass::symbol, rule, end);
}

bool pass_over(Draft& draft, std::string_view rule, std::size_t end) {
  return draft.accept(SemioticClass::symbol, rule, end);
}

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

// HIV (-), 12 ca (+): signs alone in their bracket tell what a test has found; of a blood group which it is;
// of a battery which pole.
bool read_bracketed_sign(const Context& c, Draft& draft) {
  static constexpr Phrases kTests = {"xét nghiệm", "test",  "dương tính", "âm tính",     "hiv",     "ma túy",
                                     "mẫu",        "ca",    "virus",      "vi rút",      "kết quả", "nhiễm",
                                     "ns1",        "hbsag", "bệnh nhân",  "kháng nguyên"};
  static constexpr Phrases kSaid = {"dương tính", "âm tính"};
  static constexpr std::string_view kGroups[] = {"O", "A", "B", "AB"};
  const std::size_t i = c.here();
  const bool plus = c.is_mark(i, U'+');
  if ((!plus && !c.is_dash(i)) || i < 2 || !c.is_mark(i - 1, U'(')) return false;
  std::size_t end = i + 1;
  while (plus && c.is_mark(end, U'+')) ++end;
  if (!c.is_mark(end, U')')) return false;
  const std::size_t named = c.skip_blank_back(i - 2);
  const auto count = static_cast<std::uint64_t>(end - i);
  if (count > 1) say_cardinal(draft, count, c.style(), c.span(i, end));  // protein niệu (++)
  if (count > 1) return say_sign(draft, c, "cộng", "symbol.test", end);
  if (c.preceded_by_any(i - 1, kSaid)) return pass_over(draft, "silent.test", end);
  if (contains(kGroups, c.text(named)) && c.near(i, end, "máu"))
    return say_sign(draft, c, plus ? "dương" : "âm", "symbol.blood-group", end);
  if (c.near_any(i, end, kTests, Context::Reach::list))
    return say_sign(draft, c, plus ? "dương tính" : "âm tính", "symbol.test", end);
  return say_sign(draft, c, plus ? "cộng" : "trừ", "symbol.bracketed", end);
}

// What is a mark of punctuation elsewhere.
bool read_mark_of_equation(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool apart = i > 0 && c.is_blank(i - 1);
  // x² - 5x + 6 = 0: in an equation the dash takes away.
  if (c.is_dash(i) && apart && c.is_blank(i + 1) && in_equation(c, i))
    return say_sign(draft, c, "trừ", "symbol.minus", i + 1);
  // Đề thi − 2019 − Mã đề 204: the minus sign of a word processor for a dash between words.
  if (c[i].code == U'\u2212' && i > 1 && apart && c.is_blank(i + 1) &&
      !(is_term(c, i - 2) && is_term(c, i + 2)) && !equals_nearby(c, i))
    return pause_at_sign(draft, c, "symbol.pause", i + 1);
  // y = -x + 3
  if (c.is_dash(i) && i > 1 && c.is_mark(c.skip_blank_back(i - 1), U'=') && is_term(c, c.skip_blank(i + 1)))
    return say_sign(draft, c, "âm", "symbol.negative", i + 1);
  // BMI = Cân nặng / (Chiều cao x Chiều cao): what is divided by a sum in brackets.
  if (c.is_mark(i, U'/') && apart && c.is_blank(i + 1) && c.is_mark(i + 2, U'(') && equals_nearby(c, i))
    return say_sign(draft, c, "chia cho", "symbol.divided", i + 3);
  // 12 : 4 = 3
  if (c.is_mark(i, U':') && apart && c.is_one_blank(i + 1) && in_equation(c, i) &&
      c.is_mark(c.skip_blank(i + 3), U'='))
    return say_sign(draft, c, "chia", "symbol.divided", i + 1);
  return false;
}

// Huế <-> Thuận An; Tổ 1 => 8; 9,0 => đỗ: the arrows of typewriters.
bool read_typed_arrow(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.is_mark(i, U'<') && c.is_dash(i + 1) && c.is_mark(i + 2, U'>'))
    return pause_at_sign(draft, c, "symbol.pause", i + 3);
  if (!c.is_mark(i, U'=') || !c.is_mark(i + 1, U'>')) return false;
  const bool figures = i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::number) &&
                       c.is(c.skip_blank(i + 2), TokenKind::number);
  return figures ? say_sign(draft, c, "đến", "symbol.arrow", i + 2)
                 : pause_at_sign(draft, c, "symbol.arrow", i + 2);
}

// + Trà xuân chính: 27 ha; + Trà xuân muộn: the items of a list, as reports write them below those with
// a hyphen. +Thông qua báo cáo: without a blank at the start of a line.
bool is_item_of_list(const Context& c, std::size_t plus) {
  const std::size_t glued = plus + 1;
  if (c[glued].syllable && c[glued].shape == Shape::capitalised && c.is_blank(glued + 1) &&
      c.word_before(plus) == Context::npos && (plus == 0 || c.is_blank(plus - 1)))
    return true;
  if (!c.is_blank(plus + 1) || !c.is(plus + 2, TokenKind::word) || c[plus + 2].letters <= 1) return false;
  const std::size_t before = plus == 0 ? Context::npos : c.skip_blank_back(plus - 1);
  const bool parted = c.is_mark(before, U';') || c.is_mark(before, U':') || c.is_mark(before, U'.');
  return c.is(before, TokenKind::end) || (parted && c[plus + 2].shape != Shape::lower);
}

// + Các xã còn lại: the mark of a line in a list.
bool opens_line(const Context& c, std::size_t plus) {
  return c.is_blank(plus + 1) &&
         (plus == 0 || (c.is_blank(plus - 1) && c.text(plus - 1).find('\n') != std::string_view::npos)) &&
         (c.is(plus + 2, TokenKind::word) || c.is(c.skip_blank(plus + 3), TokenKind::word));
}

// Tổ 13+16+17: one and the other
bool joins_numbered(const Context& c, std::size_t plus) {
  static constexpr Phrases kNumbered = {"tổ",         "thôn", "khu",  "xóm",   "ấp",  "khu phố",
                                        "tổ dân phố", "tdp",  "đội",  "lớp",   "ngõ", "kp",
                                        "khóm",       "điều", "quận", "phường"};
  if (plus < 2 || !c.is(plus - 1, TokenKind::number) || !c.is(plus + 1, TokenKind::number)) return false;
  std::size_t first = plus - 1;
  for (int links = 0; links < 4 && first >= 2 && c.is_mark(first - 1, U'+'); ++links) first -= 2;
  return c.preceded_by_any(first, kNumbered);
}

bool read_plus(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (is_item_of_list(c, i)) return pass_over(draft, "symbol.bullet", i + 1);
  // (+-1 tháng), +/- 5%
  if ((c.is_dash(i + 1) || (c.is_mark(i + 1, U'/') && c.is_dash(i + 2))) && (i == 0 || c.is_edge(i - 1))) {
    const std::size_t end = c.is_dash(i + 1) ? i + 2 : i + 3;
    if (c.is(c.skip_blank(end), TokenKind::number))
      return say_sign(draft, c, "cộng trừ", "symbol.plus-minus", end);
  }
  if (opens_line(c, i)) return pass_over(draft, "silent.bullet", i + 1);
  return joins_numbered(c, i) && say_sign(draft, c, "và", "symbol.and", i + 1);
}

// xe >16 chỗ, trẻ < 5 tuổi: what is counted lies above or below, it is not compared.
bool limits_count(const Context& c, std::size_t sign) {
  if (c.is_mark(sign + 1, U'=') || sign == 0) return false;
  const auto n = read_numeral(c, c.skip_blank(sign + 1));
  if (!n) return false;
  const std::size_t left = c.skip_blank_back(sign - 1);
  const bool noun = c.is(left, TokenKind::word) && c[left].letters > 1 &&
                    (c[left].shape != Shape::upper || !tables::find_abbreviation(c.text(left)).empty());
  const bool clause =
      c.is_mark(left, U',') || c.is_mark(left, U';') || c.is_mark(left, U':') || c.is_mark(left, U'(');
  const std::size_t unit = c.skip_blank(n->last);
  const bool counted = c.is(unit, TokenKind::word) &&
                       (c[unit].shape == Shape::lower || tables::find_unit(c.text(unit)) != nullptr ||
                        (c[unit].letters == 1 && unit == n->last));
  return ((noun && (counted || c.is_mark(unit, U'%'))) || (clause && counted)) &&
         !c.near(sign, sign + 1, "ph");
}

// Minh Khai > Lê Lợi > Hồ Xuân Hương: another such sign stands one name farther.
bool is_of_chain(const Context& c, std::size_t sign) {
  constexpr std::size_t kLongest = 10;
  const auto is_name = [&](std::size_t at) { return c.is_blank(at) || c.is(at, TokenKind::word); };
  std::size_t at = sign + 1;
  while (at < sign + kLongest && is_name(at)) ++at;
  if (c.is_mark(at, U'>')) return true;
  at = sign - 1;
  while (at > 0 && at + kLongest > sign && is_name(at)) --at;
  return c.is_mark(at, U'>');
}

// Cài đặt > Màn hình: a way through menus.
bool leads_through_menus(const Context& c, std::size_t sign) {
  static constexpr Phrases kMenu = {"cài đặt", "mục", "menu",      "chọn", "settings",
                                    "nhấn",    "bấm", "trang chủ", "vào",  "thiết lập"};
  if (sign < 2) return false;
  const Token& left = c[c.skip_blank_back(sign - 1)];
  const Token& right = c[c.skip_blank(sign + 1)];
  // Tìm mục 'SIM 2' > Bật
  const bool quoted = left.is(TokenKind::mark) && (left.code == U'\'' || left.code == U'"' ||
                                                   left.code == U'\u201D' || left.code == U'\u2019');
  return (quoted || (left.is(TokenKind::word) && left.letters > 1)) && right.is(TokenKind::word) &&
         right.letters > 1 && right.shape != Shape::lower &&
         (c.near_any(sign, sign + 1, kMenu) || is_of_chain(c, sign));
}

bool read_angle(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool above = c.is_mark(i, U'>');
  if (above && i > 0 && c.is_dash(i - 1)) return pass_over(draft, "silent.arrow", i + 1);  // -> xem trang 2
  const std::string_view side = above ? "trên" : "dưới";
  // >BĐ3: above the warning level.
  if (c.text(c.skip_blank(i + 1)) == "BĐ" || c.followed_by(i + 1, "báo động"))
    return say_sign(draft, c, side, "symbol.warning-level", i + 1);
  if (limits_count(c, i)) return say_sign(draft, c, side, "symbol.limit", i + 1);
  if (above && leads_through_menus(c, i)) return pause_at_sign(draft, c, "symbol.pause", i + 1);
  // >> Xem thêm: a pointer, no sign of comparison.
  if (c.is_mark(i + 1, c[i].code)) {
    std::size_t end = i + 2;
    while (c.is_mark(end, c[i].code)) ++end;
    return pause_at_sign(draft, c, "symbol.pause", end);
  }
  if (c.is_mark(i + 1, U'='))
    return say_sign(draft, c, above ? "lớn hơn hoặc bằng" : "nhỏ hơn hoặc bằng", "symbol.table", i + 2);
  // > Đến tối ngày 21/5, …: the mark of a line that is quoted.
  return above && i == 0 && c.is_blank(1) && c.is(2, TokenKind::word) && c[2].shape != Shape::lower &&
         pass_over(draft, "silent.bullet", i + 1);
}

// cấp 8÷9, tháng 6÷ 10, 5~7 ngày: between figures that rise it is the technicians' "to".
bool read_to_sign(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i == 0) return false;
  const std::size_t from = c.skip_blank_back(i - 1);
  const std::size_t to = c.skip_blank(i + 1);
  if (!c.is(from, TokenKind::number) || !c.is(to, TokenKind::number)) return false;
  // 01/12/2025 ~ 20/12/2025: the figures of the day behind say it.
  const bool days = c.is_mark(from - 1, U'/') && c.is_mark(to + 1, U'/') && read_day(c, to);
  const bool rises =
      days || c[from].size() < c[to].size() || (c[from].size() == c[to].size() && c.text(from) < c.text(to));
  if (!rises) return false;
  draft.say("đến", c[i].span());
  return draft.accept(SemioticClass::range, "range.division-sign", i + 1);
}

// *101#: what is typed on a telephone.
bool read_typed(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  std::size_t end = i;
  bool figures = false;
  for (; c.is_mark(end, U'*') || c.is_mark(end, U'#') || c.is(end, TokenKind::number); ++end)
    figures = figures || c.is(end, TokenKind::number);
  if (!figures || !(c.is_mark(end - 1, U'#') || c.is_mark(i + 1, U'#'))) return false;
  for (std::size_t k = i; k < end; ++k) {
    if (c.is(k, TokenKind::number))
      say_digits(draft, c.text(k), c[k].span());
    else
      draft.say(c.is_mark(k, U'*') ? "sao" : "thăng", c[k].span());
  }
  return draft.accept(SemioticClass::symbol, "symbol.typed", end);
}

// ★★★★☆, 4,5 ★: so many stars of five. One alone is an ornament.
bool read_stars(const Context& c, Draft& draft) {
  constexpr char32_t kFull = U'\u2605', kEmpty = U'\u2606', kPicture = U'\u2B50';
  const std::size_t i = c.here();
  const auto is_full = [&](std::size_t at) { return c.is_mark(at, kFull) || c.is_mark(at, kPicture); };
  std::size_t empty = i;
  while (is_full(empty)) ++empty;
  std::size_t end = empty;
  while (c.is_mark(end, kEmpty)) ++end;
  if (empty == i) return false;
  if (i > 0 && end == i + 1 && c.is(c.skip_blank_back(i - 1), TokenKind::number))
    return say_sign(draft, c, "sao", "symbol.stars", end);
  constexpr std::size_t kFewest = 3, kMost = 10;
  if (end - i < kFewest || end - i > kMost) return false;
  const Span drawn = c.span(i, end);
  say_cardinal(draft, empty - i, c.style(), drawn);
  if (end > empty) {
    draft.say("trên", drawn);
    say_cardinal(draft, end - i, c.style(), drawn);
  }
  draft.say("sao", drawn);
  return draft.accept(SemioticClass::symbol, "symbol.stars", end);
}

bool read_star(const Context& c, Draft& draft) {
  static constexpr Phrases kKey = {"phím", "dấu", "nhấn", "bấm", "ký tự", "hoặc"};
  const std::size_t i = c.here();
  if ((i == 0 || c.is_edge(i - 1)) && read_typed(c, draft)) return true;
  if (i == 0) return false;
  if (c.is_edge(i + 1) && c.is_blank(i - 1) && c.preceded_by_any(i, kKey))
    return say_sign(draft, c, "sao", "symbol.typed", i + 1);
  // khách sạn 5*: stars; 3*4: times; elsewhere the mark of a footnote.
  if (c.is(i - 1, TokenKind::number)) {
    if (c.is(i + 1, TokenKind::number)) return say_sign(draft, c, "nhân", "symbol.times", i + 1);
    if (c[i - 1].size() == 1 && c.text(i - 1) >= "2" && c.text(i - 1) <= "7" &&
        (i < 2 || !c.is_mark(i - 2, U'.')))
      return say_sign(draft, c, "sao", "symbol.stars", i + 1);
  }
  // điểm A*, Sagittarius A*
  return c.text(i - 1) == "A" && c.is_edge(i + 1) && (i < 2 || c.is_edge(i - 2)) &&
         say_sign(draft, c, "sao", "symbol.stars", i + 1);
}

// =====, === TIN VẮN ===, ###, ~~~: a line drawn with signs. # Tin vắn: the mark of a heading.
bool read_ornament(const Context& c, Draft& draft) {
  constexpr std::u32string_view kDrawn = U"=#~^";
  const std::size_t i = c.here();
  const char32_t sign = c[i].code;
  if (kDrawn.find(sign) == std::u32string_view::npos) return false;
  std::size_t end = i + 1;
  while (c.is_mark(end, sign)) ++end;
  if (end == i + 1)
    return sign == U'#' && i == 0 && c.is_one_blank(1) && c.is(2, TokenKind::word) &&
           pass_over(draft, "silent.heading", end);
  while (c.is_mark(end, U'>')) ++end;  // ==>, ==>>
  // if (a == b)
  if (end == i + 2 && sign == U'=' && i > 0 && is_term(c, c.skip_blank_back(i - 1)) &&
      is_term(c, c.skip_blank(end)))
    return say_sign(draft, c, "bằng", "symbol.table", end);
  return i == 0 ? pass_over(draft, "silent.ornament", end) : pause_at_sign(draft, c, "symbol.ornament", end);
}

// <br>, </b>, <a href="…">: what is left of a page. What begins a line or a paragraph is a pause.
bool read_tag(const Context& c, Draft& draft) {
  static constexpr std::string_view kInline[] = {"b",   "i",   "u", "a",    "em",    "strong", "span",
                                                 "sub", "sup", "s", "font", "small", "img",    "mark"};
  static constexpr std::string_view kBlocks[] = {"br", "p",  "div", "li",    "ul", "ol",
                                                 "td", "tr", "th",  "table", "hr", "h1",
                                                 "h2", "h3", "h4",  "h5",    "h6", "blockquote"};
  constexpr std::size_t kLongest = 24;  // tokens
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'<')) return false;
  const std::size_t name = c.is_mark(i + 1, U'/') ? i + 2 : i + 1;
  const bool numbered = c.is(name + 1, TokenKind::number);  // h1
  if (!c.is(name, TokenKind::word)) return false;
  const Folded word(c.text(name, numbered ? name + 2 : name + 1));
  const bool block = contains(kBlocks, word.view());
  if (!block && !contains(kInline, word.view())) return false;
  std::size_t end = name + 1;
  while (end < name + kLongest && !c.is_mark(end, U'>') && !c.is(end, TokenKind::end)) ++end;
  if (!c.is_mark(end, U'>')) return false;
  return block && i > 0 ? pause_at_sign(draft, c, "symbol.pause", end + 1)
                        : pass_over(draft, "silent.tag", end + 1);
}

// &amp;, &nbsp;, &#160;: signs as a page writes them.
bool read_entity(const Context& c, Draft& draft) {
  static constexpr std::string_view kSilent[] = {"nbsp",  "quot",  "apos",  "lsquo",
                                                 "rsquo", "ldquo", "rdquo", "shy"};
  static constexpr std::string_view kPauses[] = {"ndash", "mdash", "hellip", "bull", "middot"};
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'&')) return false;
  const std::size_t name = c.is_mark(i + 1, U'#') ? i + 2 : i + 1;
  if (!c.is_mark(name + 1, U';')) return false;
  if (name == i + 2 && c.is(name, TokenKind::number)) return pass_over(draft, "silent.entity", name + 2);
  if (contains(kSilent, c.text(name))) return pass_over(draft, "silent.entity", name + 2);
  if (contains(kPauses, c.text(name))) return pause_at_sign(draft, c, "symbol.pause", name + 2);
  if (c.text(name) == "amp") return say_sign(draft, c, "và", "symbol.table", name + 2);
  const bool less = c.text(name) == "lt";
  if (!less && c.text(name) != "gt") return false;
  if (!c.is(c.skip_blank(name + 2), TokenKind::number)) return pass_over(draft, "silent.entity", name + 2);
  return say_sign(draft, c, less ? "dưới" : "trên", "symbol.limit", name + 2);
}

// What the signs around it decide.
bool read_by_neighbours(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  switch (c[i].code) {
    case U'+':
      return read_plus(c, draft);
    case U'=':
      return read_typed_arrow(c, draft);
    case U'<':
      return read_typed_arrow(c, draft) || read_angle(c, draft);
    case U'>':
      return read_angle(c, draft);
    case U'*':
      return read_star(c, draft);
    case U'\u2605':
    case U'\u2B50':
      return read_stars(c, draft);
    case U'$':
      // Lapsus$, A$AP: a letter of a name.
      return i > 0 && c.is(i - 1, TokenKind::word) && !c.is(i + 1, TokenKind::number) &&
             pass_over(draft, "silent.sign", i + 1);
    case U'\u00F7':
    case U'~':
    case U'\u301C':
      return read_to_sign(c, draft);
    default:
      return false;
  }
}

// The word of the table.
bool read_listed(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const tables::SymbolRow* row = tables::find_symbol(c.text(i));
  if (row == nullptr) return false;
  const char32_t code = c[i].code;
  // khoảng ~200 người, tăng ↑ 5%: the word before has said it.
  if (!row->spoken.empty() && c.preceded_by(i, row->spoken))
    return pass_over(draft, "silent.repeated", i + 1);
  draft.say(row->spoken, c[i].span());
  // Nothing is said for an arrow, but what it parts is parted.
  if (row->spoken.empty() && code >= 0x2190 && code <= 0x21FF && i > 0) draft.mark(',', c[i].span());
  if (row->spoken.empty() && c.style().emoji == Style::Emoji::named && code >= 0x2600)
    draft.say(row->named, c[i].span());
  return draft.accept(SemioticClass::symbol, "symbol.table", i + 1);
}

bool is_picture(char32_t code) {
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(code));
  return (code >= 0x2190 && (category & U_GC_SO_MASK) != 0) ||
         (category & (U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CN_MASK | U_GC_SK_MASK | U_GC_PO_MASK)) != 0;
}

}  // namespace

// A sign that is no punctuation: its word from the table, or its name. Pictures are silent unless the
// style names them.
bool recognise_symbol(const Context& c, Draft& draft) {
  constexpr char32_t kReplacement = 0xFFFD;
  const std::size_t i = c.here();
  if (read_bracketed_sign(c, draft) || read_mark_of_equation(c, draft)) return true;
  if (is_punctuation(c[i].code)) return false;
  if (read_ornament(c, draft) || read_tag(c, draft) || read_entity(c, draft) ||
      read_by_neighbours(c, draft) || read_listed(c, draft))
    return true;
  if (c[i].code == kReplacement) return pass_over(draft, "silent.replacement", i + 1);
  if (is_picture(c[i].code)) return pass_over(draft, "silent.picture", i + 1);
  draft.certainty = Certainty::narrow;
  draft.rival = "silent";
  return say_sign(draft, c, "ký hiệu", "symbol.unknown", i + 1);
}

// 7 trụ tua bin x 4,2 MW: the sign of multiplication, written with a letter.
bool recognise_times(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // 22%x1.500.000
  if (c.text(i) == "x" && i >= 2 && c.is_mark(i - 1, U'%') && c.is(i + 1, TokenKind::number)) {
    return say_sign(draft, c, "nhân", "symbol.times", i + 1);
  }
  if (c.text(i) != "x" || i < 2 || !c.is_blank(i - 1) || !c.is_blank(i + 1)) return false;
  const bool product = in_equation(c, i) && c[i - 2].code != U'x' && c[i + 2].code != U'x';  // S = a x b
  if (!product && !c.is(i + 2, TokenKind::number)) return false;
  bool counted = product || c.is_mark(i - 2, U')');  // (Toán + Văn) x 2
  for (std::size_t at = i - 1, steps = 0; at > 0 && steps < 8 && !counted; ++steps)
    counted = c.is(--at, TokenKind::number);
  if (!counted) return false;
  return say_sign(draft, c, "nhân", "symbol.times", i + 1);
}

}  // namespace loa::normalizer
