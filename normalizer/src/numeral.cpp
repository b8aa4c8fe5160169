// SPDX-License-Identifier: GPL-3.0-or-later
#include "numeral.h"

#include <limits>

#include "cues.h"
#include "number_words.h"

namespace loa::normalizer {

void Numeral::add_integer(std::string_view digits) {
  if (size_ + digits.size() > kCapacity) {
    longer = true;
    return;
  }
  digits.copy(digits_ + size_, digits.size());
  size_ = static_cast<std::uint8_t>(size_ + digits.size());
  integer_size_ = size_;
}

void Numeral::add_fraction(std::string_view digits) {
  decimal = true;
  if (size_ + digits.size() > kCapacity) {
    longer = true;
    return;
  }
  digits.copy(digits_ + size_, digits.size());
  size_ = static_cast<std::uint8_t>(size_ + digits.size());
}

std::uint64_t Numeral::value() const {
  std::uint64_t v = 0;
  for (const char c : integer()) {
    const auto d = static_cast<std::uint64_t>(c - '0');
    if (v > (std::numeric_limits<std::uint64_t>::max() - d) / 10)
      return std::numeric_limits<std::uint64_t>::max();
    v = v * 10 + d;
  }
  return v;
}

double Numeral::real() const {
  double v = 0;
  for (const char c : integer()) v = v * 10 + (c - '0');
  double place = 0.1;
  for (const char c : fraction()) {
    v += place * (c - '0');
    place /= 10;
  }
  return negative ? -v : v;
}

namespace {

bool is_three(const Context& c, std::size_t i) { return c.is(i, TokenKind::number) && c[i].size() == 3; }

// The sign between groups of three at token `i`: '.', ',' or a space that does not break.
char32_t group_sign(const Context& c, std::size_t i) {
  const Token& t = c[i];
  if (t.is_mark(U'.') || t.is_mark(U',')) return t.code;
  if (t.is(TokenKind::blank) && t.size() <= 2 && t.begin != t.end) return U' ';
  return 0;
}

constexpr std::size_t kMostGroups = 12;

// 26,380 đ: there are no parts of a đồng, so the comma groups.
bool is_price(const Context& c, std::size_t end) {
  const std::string_view unit = c.text(c.skip_blank(end));
  return unit == "đ" || unit == "đồng" || unit == "VNĐ" || unit == "VND" || unit == "vnđ" || unit == "vnd";
}

// 1,249 USD (khoảng 32,7 triệu đồng): what is worth millions is no dollar and a quarter. Nor is a device.
bool is_price_in_dollars(const Context& c, std::size_t i, std::size_t end) {
  std::size_t at = c.skip_blank(end);
  const tables::CurrencyRow* row = tables::find_currency(c.text(at));
  if (row == nullptr || row->code == "VND") return false;
  static constexpr Phrases kMillions = {"triệu đồng", "triệu vnd", "triệu vnđ", "tỷ đồng", "tỉ đồng"};
  if (at = c.skip_blank(at + 1); c.is_mark(at, U'(')) {
    for (std::size_t steps = 0; steps < 8 && !c.is_mark(at, U')'); ++steps, ++at)
      if (c.followed_by_any(at, kMillions)) return true;
  }
  static constexpr Phrases kDevices = {"iphone", "ipad",   "macbook",     "galaxy",   "smartphone",
                                       "laptop", "pixel",  "apple watch", "máy tính", "điện thoại",
                                       "tivi",   "xe máy", "ounce",       "bitcoin"};
  return c.near_any(i, end, kDevices);
}

// 3,400 tỷ, 1,200 người: no decimals end in two noughts, and what comes whole has none.
bool groups_by_comma(const Context& c, std::size_t i, std::size_t end) {
  if (is_price(c, end) || is_price_in_dollars(c, i, end)) return true;
  static constexpr Phrases kMeasured = {"giây", "s", "độ", "điểm", "m/s"};
  const std::size_t behind = c.skip_blank(end);
  const bool index = c.near(i, end, "index") || c.near(i, end, "chỉ số");
  const bool measured = c.is_mark(behind, U'%') || c.is_mark(behind, U'\u00B0') || c.is_mark(behind, U'"') ||
                        (c.followed_by_any(end, kMeasured) && !(index && c.followed_by(end, "điểm")));
  // 39,100 triệu tấn; but 3,400 tỷ đồng
  static constexpr Phrases kOfMillions = {"triệu", "tỷ", "tỉ", "nghìn", "ngàn"};
  static constexpr Phrases kOfDong = {"triệu đồng", "tỷ đồng", "tỉ đồng", "tỷ vnđ", "tỷ vnd"};
  const bool of_millions = c.followed_by_any(end, kOfMillions) && !c.followed_by_any(end, kOfDong);
  if (c.text(i + 2).ends_with("00") && !measured && !of_millions) return true;
  // 2,350 USD: nor do sums of a currency end in one.
  if (tables::find_currency(c.text(behind)) != nullptr && c.text(i + 2).ends_with('0') && c.text(i) != "0")
    return true;
  if (index && c.followed_by(end, "điểm")) return true;
  static constexpr Phrases kWhole = {
      "người",    "học sinh",     "hộ",        "trường hợp", "lượt",  "em",       "sinh viên",
      "ca",       "căn",          "xe",        "chiếc",      "phiếu", "cổ phiếu", "thí sinh",
      "lao động", "doanh nghiệp", "công nhân", "bệnh nhân",  "con",   "cây",      "cuốn"};
  return c.followed_by_any(end, kWhole);
}

// Nothing behind that could be counted: a mark, a name, or a word that only joins.
bool ends_list(const Context& c, std::size_t i) {
  if (c.is(i, TokenKind::word) || c.is(i, TokenKind::number)) return false;
  if (c.is_dash(i)) return false;  // trưởng thôn 1,5-2,0
  if (!c.is_blank(i)) return !c.is_mark(i, U'%');
  const Token& next = c[i + 1];
  if (!next.is(TokenKind::word)) return !next.is(TokenKind::number) && !c.is_mark(i + 1, U'%');
  if (next.shape == Shape::capitalised || c.text(i + 1) == "ÂL") return true;
  static constexpr Phrases kJoins = {"và",    "của",   "xã", "phường", "tại", "ở",
                                     "thuộc", "đường", "do", "bị",     "để"};
  return c.followed_by_any(i, kJoins);
}

// Whether the noun before numbers its things, so that a comma between two figures is no decimal sign.
bool names_things(const Context& c, std::size_t i) {
  static constexpr Phrases kNumbered = {"tầng",       "thôn",  "tổ",      "khóm", "ấp",     "lớp",
                                        "điều",       "khoản", "khu phố", "xóm",  "chương", "buôn",
                                        "tổ dân phố", "tdp",   "kp",      "thứ",  "ngày"};
  return c.preceded_by_any(i, kNumbered);
}

// mới 17,18 tuổi; chừng 5,6 người: neighbours, of what is no measure. (Tuổi trung bình 17,18 is one.)
bool guesses_between(const Context& c, std::size_t i) {
  static constexpr Phrases kPeople = {"người", "em", "cháu", "học sinh", "đứa", "thanh niên"};
  static constexpr Phrases kMean = {"trung bình", "bình quân"};
  const auto first = read_figures(c, i, 2);
  const auto second = read_figures(c, i + 2, 2);
  if (!first || !second || second->value != first->value + 1) return false;
  if (c.near_any(i, i + 3, kMean)) return false;
  return c.followed_by_any(i + 3, kPeople) || (first->value >= 10 && c.followed_by(i + 3, "tuổi"));
}

// concert 1,2; tập 3,4: neighbours, of what may also be measured.
bool names_neighbours(const Context& c, std::size_t i) {
  static constexpr Phrases kPerhaps = {
      "concert", "tập",       "đêm",   "ngày",   "khối",   "đợt", "hạng", "phần", "bài",  "câu",
      "vòng",    "khu",       "lô",    "quận",   "tiết",   "ca",  "mục",  "loại", "mũi",  "đội",
      "làn",     "giai đoạn", "trang", "mức độ", "cấp độ", "lớp", "tuổi", "bước", "phiên"};
  const auto first = read_figures(c, i, 2);
  const auto second = read_figures(c, i + 2, 2);
  if (!first || !second || second->value != first->value + 1 || !c.preceded_by_any(i, kPerhaps)) return false;
  const std::size_t behind = c.skip_blank(i + 3);
  if (c.preceded_by(i, "ngày") && c.followed_by(i + 3, "tháng")) return true;  // ngày 3,4 tháng 11
  if (c.is_mark(behind, U'%') || c.is_mark(behind, U'/') || c.is_mark(behind, U'-')) return false;
  return !c.is(behind, TokenKind::word) ||
         (tables::find_units(c.text(behind)).empty() && tables::find_currency(c.text(behind)) == nullptr);
}

// lầu 3,4 cúp nước; tổ 3,5 họp; học kỳ 2,3 năm học: places and terms, unless what stands behind is measured.
bool numbers_places(const Context& c, std::size_t i) {
  static constexpr Phrases kPlaces = {"tầng", "lầu", "thôn",    "xóm", "ấp", "khóm",
                                      "buôn", "tổ",  "khu phố", "tdp", "kp", "tổ dân phố"};
  static constexpr Phrases kCounted = {"lần", "ngày", "giờ", "tháng", "năm", "điểm", "phần", "người", "hộ"};
  const auto first = read_figures(c, i, 2);
  const auto second = read_figures(c, i + 2, 2);
  if (!first || !second || first->value == 0 || second->value <= first->value || !c.is_blank(i + 3) ||
      !c.is(i + 4, TokenKind::word))
    return false;
  if (c.followed_by(i + 3, "năm học") && c.preceded_by(i, "kỳ")) return true;
  return c.preceded_by_any(i, kPlaces) && c[i + 4].shape == Shape::lower && c[i + 4].syllable &&
         !c.followed_by_any(i + 3, kCounted) && tables::find_units(c.text(i + 4)).empty() &&
         tables::find_currency(c.text(i + 4)) == nullptr;
}

}  // namespace

bool is_fall_of_name(const Context& c, const Numeral& first, const Numeral& last) {
  if (!last.decimal || first.decimal || !c.is_blank(first.last) || last.first != first.last + 2 ||
      !c.is_mark(last.last, U'%') || last.real() >= first.real())
    return false;
  const std::size_t name = c.word_before(first.first);
  return name != Context::npos && c[name].shape != Shape::lower;
}

// chấm 9/10, điểm CVSS 10/10, mức độ đau 4/5: so many points of a scale.
static bool is_grade(const Context& c, std::size_t i) {
  // đứng 5/12 trên bảng xếp hạng
  if (c.followed_by(i + 3, "trên bảng xếp hạng") || c.followed_by(i + 3, "trên bxh")) return true;
  if (c.text(i + 2) != "10" && c.text(i + 2) != "5") return false;
  const auto points = read_figures(c, i, 2);
  const auto scale = read_figures(c, i + 2, 2);
  if (!points || !scale || points->value > scale->value || points->digits[0] == '0') return false;
  static constexpr Phrases kGraded = {"chấm",     "được chấm", "được đánh giá", "đánh giá",   "điểm",
                                      "điểm số",  "mức",       "mức độ",        "mức độ đau", "đau",
                                      "cvss",     "imdb",      "vas",           "metacritic", "xếp hạng",
                                      "xếp loại", "chấm điểm", "mức hài lòng"};
  static constexpr Phrases kMoments = {"thời điểm", "cao điểm", "địa điểm", "đỉnh điểm", "tâm điểm"};
  return c.preceded_by_any(i, kGraded) && !c.preceded_by_any(i, kMoments);
}

bool is_numbered_by_slash(const Context& c, std::size_t i) {
  if (is_grade(c, i)) return true;
  for (int members = 0; members < 8; ++members) {
    if (c.preceded_by_any(i, cues::kBeforeSlash)) return !c.preceded_by(i, "giỗ tổ");
    if (i < 4) return false;
    const std::size_t joint = c.skip_blank_back(i - 1);
    const bool joined = c.is_mark(joint, U',') || c.is_mark(joint, U'&') || c.is_dash(joint) ||
                        c.folded(joint) == "và" || c.folded(joint) == "hoặc" || c.folded(joint) == "đến";
    if (!joined || joint == 0) return false;
    const std::size_t last = c.skip_blank_back(joint - 1);
    if (!c.is(last, TokenKind::number) || last < 2 || last > i || !c.is_mark(last - 1, U'/') ||
        !c.is(last - 2, TokenKind::number))
      return false;
    i = last - 2;
  }
  return false;
}

bool follows_share_of(const Context& c, std::size_t i, std::string_view whole) {
  // Only where nothing is counted anew: 1/3 chặng đường, dùng hết 2/3 kinh phí.
  if (c.is_blank(i + 3) && c.is(i + 4, TokenKind::word)) return false;
  for (std::size_t at = i, steps = 0; at >= 2 && steps < Context::kWindow; ++steps) {
    --at;
    if ((c.is_mark(at, U'.') && c.is_edge(at + 1)) || c.is_mark(at, U';')) return false;
    if (c.is_mark(at, U'/') && c.text(at + 1) == whole && c.is(at - 1, TokenKind::number) &&
        c[at - 1].size() <= 2 && c.followed_by_any(at + 2, cues::kAfterShare))
      return true;
  }
  return false;
}

bool follows_classes(const Context& c, std::size_t i) {
  // Lớp 6A1, 7/3, 8B: behind a class with letters.
  for (std::size_t at = i, members = 0; members < 6 && at >= 3; ++members) {
    const std::size_t joint = c.skip_blank_back(at - 1);
    if (joint == 0 || !(c.is_mark(joint, U',') || c.folded(joint) == "và")) break;
    std::size_t first = c.skip_blank_back(joint - 1);  // 1 of 6A1, B of 8B, 3 of 7/3
    if (c.is(first, TokenKind::number) && first > 1 && c[first - 1].shape == Shape::single_upper) --first;
    if (c[first].shape == Shape::single_upper && first > 0)
      --first;
    else if (c.is(first, TokenKind::number) && first > 2 && c.is_mark(first - 1, U'/'))
      first -= 2;
    if (!c.is(first, TokenKind::number) || c[first].size() > 2) break;
    if (c.preceded_by(first, "lớp")) return true;
    at = first;
  }
  // "học bù 7/12" goes on with the sentence; a class is named anew behind a mark.
  if (i < 2 || !c.is(c.skip_blank_back(i - 1), TokenKind::mark)) return false;
  for (std::size_t at = i, steps = 0; at >= 3 && steps < 2 * Context::kWindow; ++steps) {
    --at;
    if (c.is_mark(at, U'/') && c.is(at - 1, TokenKind::number) && c[at - 1].size() <= 2 &&
        c.is(at + 1, TokenKind::number) && c.preceded_by(at - 1, "lớp"))
      return true;
  }
  return false;
}

namespace {

// 27.500000đ, 27500.000đ: whether a dot was left out of a sum of đồng.
bool lacks_dot(const Context& c, std::size_t i) {
  static constexpr Phrases kDong = {"đ", "đồng", "vnđ", "vnd"};
  const std::string_view head = c.text(i);
  return c.is_mark(i + 1, U'.') && head[0] != '0' &&
         ((head.size() <= 3 && c[i + 2].size() == 6) ||
          (head.size() >= 4 && head.size() <= 6 && is_three(c, i + 2))) &&
         c.followed_by_any(i + 3, kDong);
}

// How many groups of three stand behind the figures at `i`, all after the same `sign`; 0 where the sign does
// not group.
std::size_t count_groups(const Context& c, std::size_t i, char32_t sign) {
  if (sign == 0 || c[i].size() > 3 || c.text(i)[0] == '0' || !is_three(c, i + 2)) return 0;
  std::size_t groups = 1;
  while (groups < kMostGroups && group_sign(c, i + 1 + 2 * groups) == sign && is_three(c, i + 2 + 2 * groups))
    ++groups;
  const std::size_t last = i + 1 + 2 * groups;
  if (sign == U' ') {
    // A plain space groups only where the figures cannot be two numbers.
    if (c[i + 1].size() == 2) return groups;  // one that does not break
    const bool zeros = c.text(i + 2) == "000" && !c.is(last + 1, TokenKind::number);
    const bool goes_on = c.is_blank(last) && c.is(last + 1, TokenKind::number);
    return (groups >= 2 || zeros) && !goes_on ? groups : 0;
  }
  // 1.234.5 is no number in threes; a comma may begin decimals behind dots.
  if (group_sign(c, last) == sign && c.is(last + 1, TokenKind::number)) return 0;
  const bool dot_then_comma = sign == U',' && c.is_mark(last, U'.') && c.is(last + 1, TokenKind::number);
  if (sign == U',' && groups == 1 && !dot_then_comma && !groups_by_comma(c, i, last))
    return 0;  // 36,520: decimals
  return groups;
}

// Whether the point or comma behind the figures at `i` begins their decimals.
bool begins_decimals(const Context& c, std::size_t i) {
  if (!c.is_point_or_comma(i + 1)) return false;
  const char32_t point = c[i + 1].code;
  // 1,2,3 and 1.2.3 are lists, versions, addresses.
  if (c.is_mark(i + 3, point) && c.is(i + 4, TokenKind::number)) return false;
  if (i >= 2 && c.is_mark(i - 1, point) && c.is(i - 2, TokenKind::number)) return false;
  // tầng 2,3; thôn 4,5: two of the things that are numbered.
  const std::string_view head = c.text(i);
  const std::string_view next = c.text(i + 2);
  const bool two_things = point == U',' && head.size() <= 2 && next.size() <= 2 && head[0] != '0' &&
                          next[0] != '0' &&
                          ((ends_list(c, i + 3) && names_things(c, i)) || names_neighbours(c, i) ||
                           numbers_places(c, i) || guesses_between(c, i)) &&
                          (head.size() < next.size() || (head.size() == next.size() && head < next));
  return !two_things;
}

}  // namespace

std::optional<Numeral> read_numeral(const Context& c, std::size_t i) {
  if (!c.is(i, TokenKind::number)) return std::nullopt;
  Numeral n;
  n.first = i;
  n.last = i + 1;
  n.add_integer(c.text(i));
  // Figures alone, as most are: no group and no fraction behind a sign.
  if (!c.is(i + 2, TokenKind::number)) {
    n.span = c[i].span();
    return n;
  }
  const char32_t sign = group_sign(c, i + 1);
  if (lacks_dot(c, i)) {
    n.add_integer(c.text(i + 2));
    n.grouped = true;
    n.last = i + 3;
  } else if (const std::size_t groups = count_groups(c, i, sign); groups != 0) {
    for (std::size_t g = 1; g <= groups; ++g) n.add_integer(c.text(i + 2 * g));
    n.grouped = true;
    n.last = i + 1 + 2 * groups;
    const char32_t point = sign == U',' ? U'.' : U',';
    if (c.is_mark(n.last, point) && c.is(n.last + 1, TokenKind::number) &&
        !(c.is_mark(n.last + 2, point) && c.is(n.last + 3, TokenKind::number))) {
      n.add_fraction(c.text(n.last + 1));
      n.last += 2;
    }
  } else if (begins_decimals(c, i)) {
    n.add_fraction(c.text(i + 2));
    n.last = i + 3;
  }
  n.span = c.span(n.first, n.last);
  return n;
}

void say_numeral(Draft& draft, const Numeral& n, const Context& c) {
  if (n.negative) draft.say("âm", n.span);
  if (n.longer) {
    for (std::size_t i = n.first; i < n.last; ++i) {
      if (c.is(i, TokenKind::number)) {
        say_digits(draft, c.text(i), c[i].span());
      } else if (i + 1 < n.last && c.is_mark(i, U',')) {
        draft.say("phẩy", n.span);
      }
    }
    return;
  }
  // Seven figures that no paper would leave together are counted only where a word of what follows.
  const std::size_t figures = n.integer().size();
  // 04,5 tỷ, 02,5g: a zero that fills the place.
  const bool filled =
      n.decimal && figures == 2 && n.leading_zero() && n.integer() != "00" && c.is_mark(n.first + 1, U',');
  const bool by_figures = (n.leading_zero() && !filled) ||
                          (!n.grouped && !n.decimal &&
                           (figures >= 8 || (figures == 7 && !c.is(c.skip_blank(n.last), TokenKind::word))));
  if (by_figures)
    say_digits(draft, n.integer(), n.span);
  else
    say_cardinal(draft, filled ? n.integer().substr(1) : n.integer(), c.style(), n.span);
  if (!n.decimal) return;
  draft.say("phẩy", n.span);
  const bool as_number =
      c.style().decimals == Style::Decimals::number && n.fraction()[0] != '0' && n.fraction().size() <= 3;
  if (as_number)
    say_cardinal(draft, n.fraction(), c.style(), n.span);
  else
    say_digits(draft, n.fraction(), n.span);
}

}  // namespace loa::normalizer
