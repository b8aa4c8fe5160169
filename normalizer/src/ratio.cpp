// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>

#include "cues.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool is_slash(const Context& c, std::size_t i) { return c.is_mark(i, U'/') || c.is_mark(i, U'\u2044'); }

void say_fraction(Draft& draft, const Context& c, const Figures& over, const Figures& under) {
  say_cardinal(draft, over.value, c.style(), over.span);
  draft.say("phần", {over.span.end, under.span.begin});
  if (under.value == 4)
    draft.say("tư", under.span);
  else
    say_cardinal(draft, under.value, c.style(), under.span);
}

// ½, 1/2, 3/4 kg: a part, once the date has been ruled out.
struct Fraction {
  Figures over;
  Figures under;
  std::size_t end = 0;
  bool certain = false;  ///< written with the fraction's own sign
};
std::optional<Fraction> read_fraction(const Context& c, std::size_t i) {
  const auto over = read_figures(c, i, 3);
  if (!over || !is_slash(c, i + 1)) return std::nullopt;
  const auto under = read_figures(c, i + 2, 4);
  if (!under || under->value == 0 || over->value == 0) return std::nullopt;
  if (is_slash(c, i + 3) && !c.is_edge(i + 4)) return std::nullopt;
  if ((c.is_mark(i + 3, U'.') || c.is_mark(i + 3, U',')) && c.is(i + 4, TokenKind::number))
    return std::nullopt;
  return Fraction{*over, *under, i + 3, c.is_mark(i + 1, U'\u2044')};
}

bool is_part(const Context& c, std::size_t i, const Fraction& f) {
  if (f.certain) return true;
  if (f.over.digits[0] == '0' || f.under.digits[0] == '0') return false;
  if (c.preceded_by(i, "vòng") && f.over.value == 1) return true;  // vòng 1/16
  // xếp thứ 3/5, hạng 2/4: a place among so many
  if (c.preceded_by(i, "thứ") || c.preceded_by(i, "hạng")) return false;
  if (follows_share_of(c, i, f.under.digits)) return false;
  if (f.over.value >= f.under.value || f.under.value > 10 || f.over.value > 9)
    return c.preceded_by(i, "phân số");
  // "5/7 thành viên" counts persons: so many of so many.
  static constexpr Phrases kCountable = {
      "pha",        "giám định", "giám khảo",  "trọng tài",  "đường chuyền", "tình huống", "ván",
      "set",        "hiệp",      "thành viên", "đại biểu",   "xã",           "phường",     "huyện",
      "tỉnh",       "đảng bộ",   "công trình", "người",      "học sinh",     "hộ",         "thôn",
      "chỉ tiêu",   "trường",    "phiếu",      "ý kiến",     "dự án",        "trận",       "chi bộ",
      "cơ sở",      "đơn vị",    "địa phương", "quận",       "công ty",      "tiêu chí",   "nhà máy",
      "đội",        "nước",      "ngành",      "bộ",         "đồng chí",     "ủy viên",    "quốc gia",
      "thị xã",     "môn",       "điểm",       "câu",        "bệnh nhân",    "cháu",       "em",
      "xe",         "tàu",       "vụ",         "bị cáo",     "bị can",       "cửa",        "tội danh",
      "giáo viên",  "nhà",       "phiên",      "khu phố",    "tổ",           "mẫu",        "trường hợp",
      "chỉ số",     "lĩnh vực",  "hồ",         "cú",         "cú sút",       "quả",        "bàn",
      "huy chương", "hcv",       "suất",       "hạng mục",   "gói thầu",     "nội dung",   "nhiệm vụ",
      "mục tiêu",   "bệnh viện", "ca",         "tuyến",      "cầu thủ",      "ngân hàng",  "doanh nghiệp",
      "bang",       "thành phố", "thí sinh",   "hồ sơ",      "tác phẩm",     "trạm",       "hợp tác xã",
      "tdp",        "kdc",       "kp",         "đv",         "hv",           "máy",        "ấp",
      "bản",        "đảng viên", "hội viên",   "liều",       "tầng",         "căn",        "tòa",
      "nhịp",       "phòng",     "cầu thủ",    "hành khách", "nạn nhân"};
  // nộp 3/5 tỷ đồng: three of five; 1/2 tỷ is half of it.
  static constexpr Phrases kSums = {"tỷ", "tỉ", "triệu"};
  if (f.over.value > 1 && c.followed_by_any(f.end, kSums)) return false;
  // đã giải quyết 4/5: so many of those that came in.
  static constexpr Phrases kDone = {"gq", "giải quyết", "xử lý", "làm rõ", "khám phá", "hòa giải thành"};
  if (f.over.value > 1 && c.preceded_by_any(i, kDone) && !c.followed_by_any(f.end, cues::kWholes))
    return false;
  // 7/8 tòa tháp: sixths to ninths are parts only of what is measured.
  if (f.over.value > 1 && f.under.value >= 6 && f.under.value <= 9 && c.is_blank(f.end) &&
      c.is(f.end + 1, TokenKind::word) && c[f.end + 1].shape == Shape::lower)
    return c.followed_by_any(f.end, cues::kWholes);
  return !c.followed_by_any(f.end, kCountable) || f.under.value <= 4;
}

}  // namespace

bool is_range_of_parts(const Context& c, std::size_t i) {
  constexpr unsigned kMostParts = 6;
  const auto low = read_fraction(c, i);
  if (!low || low->under.value > kMostParts || low->over.value >= low->under.value) return false;
  const std::size_t dash = c.skip_blank(low->end);
  if (!c.is_dash(dash)) return false;
  const auto high = read_fraction(c, c.skip_blank(dash + 1));
  if (!high || high->over.value >= high->under.value) return false;
  return high->under.value < low->under.value &&
         low->over.value * high->under.value < high->over.value * low->under.value;
}

// 3/4 diện tích, ½, 5 1/2
bool recognise_fraction(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i >= 1 && is_slash(c, i - 1)) return false;
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = "cardinal.fraction";
  // 5 1/2: a whole number and a part.
  if (const auto whole = read_figures(c, i, 3); whole && c.is_blank(i + 1)) {
    const auto part = read_fraction(c, i + 2);
    if (part && part->over.value < part->under.value && part->under.value <= 10 &&
        (part->certain || !c.preceded_by(i, "ngày"))) {
      say_cardinal(draft, whole->value, c.style(), whole->span);
      draft.say("và", c[i + 1].span());
      say_fraction(draft, c, part->over, part->under);
      draft.end = part->end;
      return true;
    }
  }
  const auto f = read_fraction(c, i);
  // chỉ bằng 1/3-1/2
  if (f && is_range_of_parts(c, i)) {
    const std::size_t dash = c.skip_blank(f->end);
    const auto high = read_fraction(c, c.skip_blank(dash + 1));
    say_fraction(draft, c, f->over, f->under);
    draft.say("đến", c[dash].span());
    say_fraction(draft, c, high->over, high->under);
    draft.end = high->end;
    return true;
  }
  if (!f || c.rate_before(i) || !is_part(c, i, *f) || is_numbered_by_slash(c, i) || follows_classes(c, i))
    return false;
  say_fraction(draft, c, f->over, f->under);
  draft.end = f->end;
  // tốc độ màn trập 1/8s
  if (c.text(f->end) == "s" && (c.is_edge(f->end + 1) || c.is_mark(f->end + 1, U'.'))) {
    draft.say("giây", c[f->end].span());
    ++draft.end;
  }
  return true;
}

// Two numbers and a slash or a colon that are no date and no part: one over the other.
bool recognise_ratio(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  draft.semiotic_class = SemioticClass::ratio;
  const auto over = read_numeral(c, i);
  if (!over) return false;
  const bool scale = c.preceded_by(i, "tỷ lệ") || c.preceded_by(i, "tỉ lệ") || c.preceded_by(i, "bản đồ") ||
                     c.preceded_by(i, "tỷ lệ bản đồ");
  // tỷ lệ 1 : 5, pha theo tỷ lệ 1: 100
  if (const std::size_t sign = c.skip_blank(over->last);
      scale && c.is_mark(sign, U':') && !c.is(sign + 1, TokenKind::number)) {
    const auto under = read_numeral(c, c.skip_blank(sign + 1));
    if (under && under->first <= sign + 2) {
      say_numeral(draft, *over, c);
      draft.say("trên", c[sign].span());
      say_numeral(draft, *under, c);
      draft.rule = "ratio.scale";
      draft.end = under->last;
      return true;
    }
  }
  const bool colon = c.is_mark(over->last, U':') && c.is(over->last + 1, TokenKind::number);
  if (!is_slash(c, over->last) && !colon) return false;
  if (!c.is(over->last + 1, TokenKind::number)) return false;
  // ca 2:14h-22h: a label and a clock.
  if (colon && is_hour_letter(c, over->last + 2)) return false;
  // Mega 6/45, Power 6/55
  if (c.preceded_by(i, "mega") || c.preceded_by(i, "power") || c.preceded_by(i, "lotto") ||
      c.preceded_by(i, "max")) {
    const auto first = read_figures(c, i, 2);
    const auto last = read_figures(c, i + 2, 2);
    if (first && last) {
      say_digits(draft, first->digits, first->span);
      say_digit_pairs(draft, last->digits, last->span);
      draft.rule = "ratio.lottery";
      draft.end = i + 3;
      return true;
    }
  }
  // 1:2:3
  if (colon) {
    std::size_t parts = 1;
    std::size_t at = i;
    while (parts < 6 && c.is(at, TokenKind::number) && c.is_mark(at + 1, U':') &&
           c.is(at + 2, TokenKind::number)) {
      at += 2;
      ++parts;
    }
    if (parts >= 3) {
      // 5:10:3: run together, "năm mười ba" would be 5 and 13.
      bool large = false;
      for (std::size_t n = i; n <= at; n += 2) large = large || c[n].size() > 1;
      for (std::size_t n = i; n <= at; n += 2) {
        say_cardinal(draft, c.text(n), c.style(), c[n].span());
        if (large && n < at) draft.mark(',', c[n + 1].span());
      }
      draft.rule = "ratio.parts";
      draft.end = at + 1;
      return true;
    }
    const auto under = read_numeral(c, over->last + 1);
    const bool quotient = c.is_mark(c.skip_blank(under->last), U'=');      // 10:5=2
    const bool equal = over->integer() == "1" && under->integer() == "1";  // 1:1 is no scale
    if (equal || (!scale && (over->integer() != "1" || under->integer() == "0" || quotient))) {
      // 3:2 without a cue: the two numbers.
      say_numeral(draft, *over, c);
      if (quotient)
        draft.say("chia", c[over->last].span());
      else if (over->is_integer() && under->is_integer() && heard_as_one(over->value(), under->value()))
        draft.mark(',', c[over->last].span());
      say_numeral(draft, *under, c);
      draft.rule = "ratio.colon";
      if (!equal) {
        draft.certainty = Certainty::narrow;
        draft.rival = "time.clock";
      }
      draft.end = under->last;
      return true;
    }
  }
  // tạp chí số 3/2025, văn bản số 12/2024: a number of its year
  if (c.preceded_by(i, "số") && over->is_integer() && is_slash(c, i + 1)) {
    const auto year = read_figures(c, i + 2, 4);
    if (year && year->value >= 1945 && year->value <= 2040 && !is_slash(c, i + 3) && !c.is_dash(i + 3)) {
      say_numeral(draft, *over, c);
      draft.say("năm", c[i + 1].span());
      say_cardinal(draft, year->value, c.style(), year->span);
      draft.rule = "ratio.number-of-year";
      draft.end = i + 3;
      return true;
    }
  }
  // máy ảnh chụp ở 1/500s
  if (over->integer() == "1" && over->is_integer() && c.text(i + 3) == "s" && is_slash(c, i + 1) &&
      (c.is_edge(i + 4) || c.is_mark(i + 4, U'.'))) {
    const auto one = read_figures(c, i, 1);
    const auto under = read_figures(c, i + 2, 4);
    if (one && under && under->value > 1) {
      say_fraction(draft, c, *one, *under);
      draft.say("giây", c[i + 3].span());
      draft.rule = "ratio.exposure";
      draft.end = i + 4;
      return true;
    }
  }
  // Any chain of slashes: 45/12/3. Bounded by the window, so that hostile text stays linear.
  auto part = over;
  // 03/15 chỉ tiêu: before what is counted the zero only fills the place.
  const bool padded = part->is_integer() && part->leading_zero() && part->integer().size() == 2 &&
                      is_slash(c, part->last) && c.is(part->last + 1, TokenKind::number) &&
                      c.followed_by_any(part->last + 2, cues::kAfterShare);
  if (padded)
    say_cardinal(draft, part->value(), c.style(), part->span);
  else if (c.preceded_by(i, "thứ") && part->is_integer())
    say_ordinal(draft, part->value(), c.style(), part->span);  // xếp thứ 4/34
  else
    say_numeral(draft, *part, c);
  std::size_t parts = 1;
  bool by_nothing = false;  // 1/0 is no share
  // Kết quả xổ số 5/9/13/27/33/41: the numbers of a draw.
  static constexpr Phrases kDraws = {"xổ số", "quay số", "vietlott"};
  bool draw = true;
  for (std::size_t n = 0; n < 3 && draw; ++n)
    draw = is_slash(c, i + 2 * n + 1) && c.is(i + 2 * n + 2, TokenKind::number);
  draw = draw && c.near_any(i, part->last, kDraws);
  // báo trước 45/30/3 ngày: one for each case.
  static constexpr Phrases kEach = {"ngày", "tháng", "năm", "tuần", "tuổi", "giờ", "phút"};
  const bool each = !draw && is_slash(c, i + 1) && c.is(i + 2, TokenKind::number) && is_slash(c, i + 3) &&
                    c.is(i + 4, TokenKind::number) && c.is_blank(i + 5) && c.followed_by_any(i + 5, kEach);
  for (std::size_t n = 0; n < 8; ++n) {
    const std::size_t at = part->last;
    if (!(is_slash(c, at) || (colon && c.is_mark(at, U':'))) || !c.is(at + 1, TokenKind::number)) break;
    if (draw || each)
      draft.mark(',', c[at].span());
    else
      draft.say("trên", c[at].span());
    part = read_numeral(c, at + 1);
    say_numeral(draft, *part, c);
    ++parts;
    by_nothing = by_nothing || part->integer() == "0";
  }
  draft.rule = scale ? "ratio.scale" : "ratio";
  if (by_nothing) draft.certainty = Certainty::impossible_value;
  // 5/9/13/27: a list as likely as an address.
  if (parts > 3 && !draw) {
    draft.certainty = Certainty::narrow;
    draft.rival = "list";
  }
  draft.end = part->last;
  // 24/24h, 24/24g
  if (c.text(draft.end) == "h" || (c.text(draft.end) == "g" && c.text(draft.end - 1) == "24")) {
    draft.say("giờ", c[draft.end].span());
    ++draft.end;
  }
  return true;
}

}  // namespace loa::normalizer
