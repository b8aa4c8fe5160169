// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "cues.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
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
  if (c.is_point_or_comma(i + 3) && c.is(i + 4, TokenKind::number)) return std::nullopt;
  return Fraction{*over, *under, i + 3, c.is_mark(i + 1, U'\u2044')};
}

bool is_part(const Context& c, std::size_t i, const Fraction& f) {
  if (f.certain) return true;
  if (f.over.digits[0] == '0' || f.under.digits[0] == '0') return false;
  // vòng 1/16; vòng 1/8, 1/16
  const unsigned pairs = f.under.value;
  if (f.over.value == 1 &&
      (c.preceded_by(i, "vòng") ||
       ((pairs == 8 || pairs == 16 || pairs == 32 || pairs == 64) && c.near(i, f.end, "vòng"))))
    return true;
  // xếp thứ 3/5, hạng 2/4: a place among so many
  if (c.preceded_by(i, "thứ") || c.preceded_by(i, "hạng")) return false;
  // ĐC: 1/4 Bà Triệu
  static constexpr Phrases kAddress = {"đc", "địa chỉ", "đ/c", "đchi"};
  const std::size_t colon = i > 0 ? c.skip_blank_back(i - 1) : i;
  if (c.is_mark(colon, U':') && c.preceded_by_any(colon, kAddress)) return false;
  // tọa lạc tại 2/4 Nguyễn Trãi: a house
  static constexpr Phrases kPlaced = {"tại", "ở", "trú", "ngụ", "trụ sở", "nhà riêng"};
  if (c.preceded_by_any(i, kPlaced) && c.is_blank(f.end) && c[f.end + 1].shape == Shape::capitalised)
    return false;
  if (follows_share_of(c, i, f.under.digits)) return false;
  if (f.over.value >= f.under.value || f.under.value > 10 || f.over.value > 9)
    return c.preceded_by(i, "phân số");
  // "5/7 thành viên" counts persons: so many of so many.
  static constexpr Phrases kCountable = {
      "pha",        "giám định",   "giám khảo",  "trọng tài", "đường chuyền", "tình huống", "ván",
      "set",        "hiệp",        "thành viên", "đại biểu",  "xã",           "phường",     "huyện",
      "tỉnh",       "đảng bộ",     "công trình", "người",     "học sinh",     "hộ",         "thôn",
      "chỉ tiêu",   "trường",      "phiếu",      "ý kiến",    "dự án",        "trận",       "chi bộ",
      "cơ sở",      "đơn vị",      "địa phương", "quận",      "công ty",      "tiêu chí",   "nhà máy",
      "đội",        "nước",        "ngành",      "bộ",        "đồng chí",     "ủy viên",    "quốc gia",
      "thị xã",     "môn",         "điểm",       "câu",       "bệnh nhân",    "cháu",       "em",
      "xe",         "tàu",         "vụ",         "bị cáo",    "bị can",       "cửa",        "tội danh",
      "giáo viên",  "nhà",         "phiên",      "khu phố",   "tổ",           "mẫu",        "trường hợp",
      "chỉ số",     "lĩnh vực",    "hồ",         "cú",        "cú sút",       "quả",        "bàn",
      "huy chương", "hcv",         "suất",       "hạng mục",  "gói thầu",     "nội dung",   "nhiệm vụ",
      "mục tiêu",   "bệnh viện",   "ca",         "tuyến",     "cầu thủ",      "ngân hàng",  "doanh nghiệp",
      "bang",       "thành phố",   "thí sinh",   "hồ sơ",     "tác phẩm",     "trạm",       "hợp tác xã",
      "tdp",        "kdc",         "kp",         "đv",        "hv",           "máy",        "ấp",
      "bản",        "đảng viên",   "hội viên",   "liều",      "tầng",         "căn",        "tòa",
      "nhịp",       "phòng",       "hành khách", "nạn nhân",  "đối tượng",    "nghi phạm",  "nghi can",
      "con bạc",    "thuyền viên", "công nhân",  "bác sĩ",    "thủ tục",      "kiến nghị",  "sản phẩm"};
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

// cầu Rạch Miễu 2 2/9, giai đoạn 2 1/3: a name's number and a day, where no unit stands behind.
static bool is_number_of_name(const Context& c, std::size_t i, std::size_t end) {
  static constexpr Phrases kNumbered = {"số",   "đợt",    "vòng",      "kỳ",  "tập",
                                        "lần",  "khu",    "tuyến",     "tổ",  "vành đai",
                                        "quận", "phường", "giai đoạn", "lớp", "bài"};
  const std::size_t unit = c.skip_blank(end);
  if (c.is(unit, TokenKind::word) && read_unit(c, unit, false)) return false;
  const std::size_t name = i >= 2 && c.is_blank(i - 1) ? i - 2 : Context::npos;
  return (name != Context::npos && name > 0 && c.is(name, TokenKind::word) && c[name].syllable &&
          c[name].shape == Shape::capitalised) ||
         c.preceded_by_any(i, kNumbered);
}

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
        (part->certain || !(c.preceded_by(i, "ngày") || is_number_of_name(c, i, part->end)))) {
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
namespace {

// tỷ lệ 1 : 5, pha theo tỷ lệ 1: 100
bool read_spaced_scale(const Context& c, Draft& draft, const Numeral& over) {
  const std::size_t sign = c.skip_blank(over.last);
  if (!c.is_mark(sign, U':') || c.is(sign + 1, TokenKind::number)) return false;
  const auto under = read_numeral(c, c.skip_blank(sign + 1));
  if (!under || under->first > sign + 2) return false;
  say_numeral(draft, over, c);
  draft.say("trên", c[sign].span());
  say_numeral(draft, *under, c);
  return draft.accept(SemioticClass::ratio, "ratio.scale", under->last);
}

// Mega 6/45, Power 6/55, Vietlott 6/55
bool read_lottery(const Context& c, Draft& draft) {
  static constexpr Phrases kGames = {"mega", "power", "lotto", "max", "vietlott"};
  const std::size_t i = c.here();
  if (!c.preceded_by_any(i, kGames)) return false;
  const auto first = read_figures(c, i, 2);
  const auto last = read_figures(c, i + 2, 2);
  if (!first || !last) return false;
  say_digits(draft, first->digits, first->span);
  say_digit_pairs(draft, last->digits, last->span);
  return draft.accept(SemioticClass::ratio, "ratio.lottery", i + 3);
}

// 1:2:3
bool read_parts(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  std::size_t parts = 1;
  std::size_t last = i;
  // 5:10:3: run together, "năm mười ba" would be 5 and 13.
  bool large = c[i].size() > 1;
  while (parts < 6 && c.is(last, TokenKind::number) && c.is_mark(last + 1, U':') &&
         c.is(last + 2, TokenKind::number)) {
    last += 2;
    ++parts;
    large = large || c[last].size() > 1;
  }
  if (parts < 3) return false;
  for (std::size_t n = i; n <= last; n += 2) {
    say_cardinal(draft, c.text(n), c.style(), c[n].span());
    if (large && n < last) draft.mark(',', c[n + 1].span());
  }
  return draft.accept(SemioticClass::ratio, "ratio.parts", last + 1);
}

// 3:2 without a cue: the two numbers. 10:5=2: a division.
bool read_two_by_colon(const Context& c, Draft& draft, const Numeral& over, bool scale) {
  const auto under = read_numeral(c, over.last + 1);
  const bool quotient = c.is_mark(c.skip_blank(under->last), U'=');
  const bool equal = over.integer() == "1" && under->integer() == "1";  // 1:1 is no scale
  if (!equal && (scale || (over.integer() == "1" && under->integer() != "0" && !quotient))) return false;
  say_numeral(draft, over, c);
  if (quotient)
    draft.say("chia", c[over.last].span());
  else if (over.is_integer() && under->is_integer() && heard_as_one(over.value(), under->value()))
    draft.mark(',', c[over.last].span());
  say_numeral(draft, *under, c);
  if (!equal) {
    draft.certainty = Certainty::narrow;
    draft.rival = "time.clock";
  }
  return draft.accept(SemioticClass::ratio, "ratio.colon", under->last);
}

// tạp chí số 3/2025, văn bản số 12/2024: a number of its year
bool read_number_of_year(const Context& c, Draft& draft, const Numeral& over) {
  const std::size_t i = c.here();
  if (!c.preceded_by(i, "số") || !over.is_integer() || !is_slash(c, i + 1)) return false;
  const auto year = read_figures(c, i + 2, 4);
  if (!year || !is_year_of_number(year->value) || is_slash(c, i + 3) || c.is_dash(i + 3)) return false;
  say_numeral(draft, over, c);
  draft.say("năm", c[i + 1].span());
  say_cardinal(draft, year->value, c.style(), year->span);
  return draft.accept(SemioticClass::ratio, "ratio.number-of-year", i + 3);
}

// máy ảnh chụp ở 1/500s
bool read_exposure(const Context& c, Draft& draft, const Numeral& over) {
  const std::size_t i = c.here();
  if (over.integer() != "1" || !over.is_integer() || c.text(i + 3) != "s" || !is_slash(c, i + 1) ||
      !(c.is_edge(i + 4) || c.is_mark(i + 4, U'.')))
    return false;
  const auto one = read_figures(c, i, 1);
  const auto under = read_figures(c, i + 2, 4);
  if (!one || !under || under->value <= 1) return false;
  say_fraction(draft, c, *one, *under);
  draft.say("giây", c[i + 3].span());
  return draft.accept(SemioticClass::ratio, "ratio.exposure", i + 4);
}

// Kết quả xổ số 5/9/13/27/33/41: the numbers of a draw.
bool is_draw(const Context& c, std::size_t i) {
  static constexpr Phrases kDraws = {"xổ số", "quay số", "vietlott"};
  for (std::size_t at = i; at < i + 6; at += 2)
    if (!is_slash(c, at + 1) || !c.is(at + 2, TokenKind::number)) return false;
  return c.near_any(i, i + 1, kDraws);
}

// báo trước 45/30/3 ngày: one for each case.
bool is_one_for_each(const Context& c, std::size_t i) {
  static constexpr Phrases kEach = {"ngày", "tháng", "năm", "tuần", "tuổi", "giờ", "phút"};
  return is_slash(c, i + 1) && c.is(i + 2, TokenKind::number) && is_slash(c, i + 3) &&
         c.is(i + 4, TokenKind::number) && c.is_blank(i + 5) && c.followed_by_any(i + 5, kEach);
}

// 03/15 chỉ tiêu, 05/05 đơn: before what is counted, or of all of it, a zero only fills the place.
bool is_share(const Context& c, const Numeral& n) {
  const std::size_t whole = n.last + 1;
  return n.is_integer() && is_slash(c, n.last) && c.is(whole, TokenKind::number) && !is_slash(c, whole + 1) &&
         (c.followed_by_any(whole + 1, cues::kAfterShare) || c.text(whole) == n.integer());
}

bool is_padded(const Numeral& n) { return n.is_integer() && n.leading_zero() && n.integer().size() == 2; }

// tàu SNT2/4/6/8: the further numbers of a name.
bool goes_on_behind_name(const Context& c, std::size_t i) {
  return i >= 3 && is_slash(c, i - 1) && c.is(i - 2, TokenKind::number) && c[i - 3].shape == Shape::upper;
}

void say_first(const Context& c, Draft& draft, const Numeral& n, bool share) {
  if (share && is_padded(n))
    say_cardinal(draft, n.value(), c.style(), n.span);
  else if (c.preceded_by(c.here(), "thứ") && n.is_integer())
    say_ordinal(draft, n.value(), c.style(), n.span);  // xếp thứ 4/34
  else
    say_numeral(draft, n, c);
}

// Any chain of slashes: 45/12/3. Bounded, so that hostile text stays linear.
bool read_chain(const Context& c, Draft& draft, const Numeral& over, bool colon) {
  constexpr std::size_t kMost = 8;
  const std::size_t i = c.here();
  const bool draw = is_draw(c, i);
  const bool listed = draw || is_one_for_each(c, i) || goes_on_behind_name(c, i);
  const bool share = is_share(c, over);
  say_first(c, draft, over, share);
  std::size_t end = over.last;
  std::size_t parts = 1;
  for (; parts <= kMost; ++parts) {
    if (!(is_slash(c, end) || (colon && c.is_mark(end, U':'))) || !c.is(end + 1, TokenKind::number)) break;
    if (listed)
      draft.mark(',', c[end].span());
    else
      draft.say("trên", c[end].span());
    const auto part = read_numeral(c, end + 1);
    if (share && is_padded(*part))
      say_cardinal(draft, part->value(), c.style(), part->span);
    else
      say_numeral(draft, *part, c);
    end = part->last;
    if (part->integer() == "0") draft.certainty = Certainty::impossible_value;  // 1/0 is no share
  }
  // 3/25, 6/55: neither a share nor a day, so a name as likely.
  if (parts == 2 && !share && !colon && draft.certainty == Certainty::sure) {
    draft.certainty = Certainty::narrow;
    draft.rival = "code";
  }
  // 5/9/13/27: a list as likely as an address.
  if (parts > 3 && !draw) {
    draft.certainty = Certainty::narrow;
    draft.rival = "list";
  }
  // 24/24h, 24/24g
  if (c.text(end) == "h" || (c.text(end) == "g" && c.text(end - 1) == "24")) {
    draft.say("giờ", c[end].span());
    ++end;
  }
  return draft.accept(SemioticClass::ratio, "ratio", end);
}

}  // namespace

bool recognise_ratio(const Context& c, Draft& draft) {
  static constexpr Phrases kScale = {"tỷ lệ", "tỉ lệ", "bản đồ"};
  const std::size_t i = c.here();
  const auto over = read_numeral(c, i);
  if (!over) return false;
  const bool scale = c.preceded_by_any(i, kScale);
  if (scale && read_spaced_scale(c, draft, *over)) return true;
  const bool colon = c.is_mark(over->last, U':');
  if ((!is_slash(c, over->last) && !colon) || !c.is(over->last + 1, TokenKind::number)) return false;
  // ca 2:14h-22h: a label and a clock.
  if (colon && is_hour_letter(c, over->last + 2)) return false;
  if (read_lottery(c, draft)) return true;
  if (colon && (read_parts(c, draft) || read_two_by_colon(c, draft, *over, scale))) return true;
  if (read_number_of_year(c, draft, *over) || read_exposure(c, draft, *over)) return true;
  read_chain(c, draft, *over, colon);
  if (scale) draft.rule = "ratio.scale";
  return true;
}

}  // namespace loa::normalizer
