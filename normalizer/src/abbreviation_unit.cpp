// SPDX-License-Identifier: GPL-3.0-or-later
// One letter for a unit of administration or of an address: P. Thuận Hóa, UBND P, s.Hương.
#include <string_view>

#include "abbreviation.h"
#include "number_words.h"
#include "recogniser.h"
#include "roman_value.h"

namespace loa::normalizer {
namespace {

constexpr Phrases kPersons = {"ông", "bà",  "anh", "chị", "em", "cháu", "cô",     "chú",
                              "bé",  "bác", "cậu", "tên", "họ", "nhóm", "bị cáo", "nạn nhân"};

constexpr Phrases kCountedTime = {"năm", "tháng", "tuổi", "ngày", "triệu", "tỷ", "lần"};

std::string_view admin_unit(std::string_view letter) {
  if (letter == "Q") return "quận";
  if (letter == "P") return "phường";
  if (letter == "H") return "huyện";
  if (letter == "X") return "xã";
  if (letter == "Đ") return "đường";
  return {};
}

// tổ 5 p. Thuận Hóa, ở x. Phú Vang, h. Phú Lộc: what may stand before a unit with a blank behind its dot.
bool in_address(const Context& c, std::size_t i) {
  static constexpr Phrases kWhere = {"ở", "tại", "thuộc", "trên", "và", "của", "từ", "đến", "trú", "về"};
  static constexpr Phrases kNumbered = {"tổ",  "số", "thôn", "ấp",  "khu phố", "tdp",
                                        "kdc", "kp", "ngõ",  "hẻm", "khối",    "khóm"};
  const std::size_t before = c.skip_blank_back(i - 1);
  if (c.is_mark(before, U',')) return true;
  if (c.is(before, TokenKind::number)) return c.preceded_by_any(before, kNumbered);
  if (!c.is(before, TokenKind::word)) return false;
  return c[before].shape != Shape::lower || c.text(i) == "đ" || c.preceded_by_any(i, kWhere);
}

}  // namespace

// s.Hương, p.Vỹ Dạ, tổ 5 p. Thuận Hóa: a word cut to its first letter before its name.
bool recognise_small_unit(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i == 0 || !c.is_edge(i - 1) || !c.is_mark(i + 1, U'.')) return false;
  const bool spaced = c.is_blank(i + 2);
  const std::size_t name = spaced ? i + 3 : i + 2;
  if (!c.is(name, TokenKind::word) || c[name].shape != Shape::capitalised || !c[name].syllable) return false;
  if (spaced && !in_address(c, i)) return false;
  struct Unit {
    std::string_view written, spoken;
    bool spaced;  // also with a blank behind the dot
  };
  constexpr Unit kUnits[] = {{"s", "sông", false}, {"đ", "đường", true}, {"p", "phường", true},
                             {"q", "quận", true},  {"h", "huyện", true}, {"x", "xã", true},
                             {"t", "tỉnh", true}};
  for (const Unit& unit : kUnits) {
    if (c.text(i) != unit.written || (spaced && !unit.spaced)) continue;
    draft.say(unit.spoken, c.span(i, i + 2));
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.initials";
    return draft.accept(SemioticClass::abbreviation, "abbreviation.small-unit", i + 2);
  }
  return false;
}

// tại UBND P, báo CA X: the unit whose office it is.
bool recognise_unit_of_office(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view unit = c.text(i) == "T" ? "tỉnh" : admin_unit(c.text(i));
  static constexpr Phrases kOffices = {"ubnd",       "hđnd",          "ca",       "công an", "tyt",
                                       "trạm y tế",  "bch",           "mttq",     "đtn",     "đảng ủy",
                                       "đu",         "hội nông dân",  "hnd",      "hpn",     "bchqs",
                                       "hội phụ nữ", "hội nd",        "hội lhpn", "vp",      "ccb",
                                       "ubmt",       "trung tâm hcc", "csgt",     "csqlhc",  "dân quân"};
  if (unit.empty() || c.text(i) == "Đ" || !c.preceded_by_any(i, kOffices) || !c.is_blank(i - 1)) return false;
  const bool joined = c.is_mark(i + 1, U'.') || c.is_mark(i + 1, U'/') || c.is_mark(i + 1, U'&') ||
                      c.is_mark(i + 1, U'\'') || c.is_dash(i + 1) || c.is(i + 1, TokenKind::number);
  const std::size_t next = c.skip_blank(i + 1);
  const std::size_t behind_dot = c.skip_blank(i + 2);
  const bool stop =
      c.is_mark(i + 1, U'.') && !c.is(behind_dot, TokenKind::word) && !c.is(behind_dot, TokenKind::number);
  // CA P. bắt một đối tượng: the dot ends no sentence.
  const bool goes_on = c.is_mark(i + 1, U'.') && c.is_blank(i + 2) && c.is(behind_dot, TokenKind::word) &&
                       c[behind_dot].shape == Shape::lower;
  if (joined && !stop && !goes_on) return false;
  if (c.is(next, TokenKind::word) && c[next].letters == 1) return false;
  draft.certainty = Certainty::narrow;
  draft.rival = "letters.initials";
  return expand(c, draft, goes_on ? i + 2 : i + 1, unit, "abbreviation.administrative-unit");
}

namespace {

// Theo Q.Hiền – Người Lao Động; … tranh tài. Q.Hùng: one name behind the last sentence of a line is who wrote
// it.
bool is_byline(const Context& c, std::size_t i) {
  if (i < 2 || c.is_blank(i + 2) || !c.is_blank(i - 1) || c[i + 2].shape != Shape::capitalised) return false;
  const bool stop = c.is_mark(i - 2, U'.') || c.is_mark(i - 2, U'!') || c.is_mark(i - 2, U'?');
  const std::size_t end = c.skip_blank(i + 3);
  if (c.preceded_by(i, "theo") && (c.is_dash(end) || c.is_mark(end, U'(') || c.is(end, TokenKind::end)))
    return true;
  return stop && i >= 3 && c[i - 3].shape == Shape::lower &&
         (c.is(end, TokenKind::end) || (c.is_mark(end, U'|') && c.is(c.skip_blank(end + 1), TokenKind::end)));
}

// Whether the letter and its dot stand for something else: Ảnh: H.Thanh, (H.Quỳnh), biển P.127, 26/1 Đ.Mùi.
bool is_no_unit(const Context& c, std::size_t i) {
  static constexpr Phrases kCredits = {"ảnh",   "bài",    "tác giả",   "clip",
                                       "video", "đồ họa", "thực hiện", "tin"};
  static constexpr Phrases kRoadSign = {"biển", "biển báo"};
  constexpr std::string_view kBranches[] = {"sửu", "mão", "tỵ", "mùi", "dậu", "hợi"};
  const std::size_t next = c.skip_blank(i + 2);
  if (c.text(i) == "Đ" && contains(kBranches, c.folded(next).view())) return true;
  if (i == 0) return false;
  // Q.1-Q.3: from one to another
  const bool ranges = c.is_dash(i - 1) && i >= 5 && c.is(i - 2, TokenKind::number) &&
                      c.is(i + 2, TokenKind::number) && c.text(i - 4) == c.text(i);
  if (c.is_mark(i - 1, U'.') || (c.is_dash(i - 1) && !ranges) || is_byline(c, i)) return true;
  // Who made it.
  const std::size_t colon = c.skip_blank_back(i - 1);
  if (c.is_mark(colon, U':') && c.preceded_by_any(colon, kCredits)) return true;
  // At the end of a story one name alone in its bracket is who wrote it.
  const bool alone = !c.is_blank(i + 2) && c.is_mark(i - 1, U'(') && c[next].shape == Shape::capitalised &&
                     c.is_mark(next + 1, U')');
  return (alone && c.is(c.skip_blank_back(i - 2), TokenKind::mark)) || c.preceded_by_any(i, kRoadSign);
}

// quê Q.Trị: the first word of a province, and no district (Q.Bình Thạnh).
bool is_province(const Context& c, std::size_t i) {
  constexpr std::string_view kOfQuang[] = {"trị", "ngãi", "nam", "ninh", "bình"};
  const std::size_t next = i + 2;
  return c.text(i) == "Q" && !c.is_blank(next) && contains(kOfQuang, c.folded(next).view()) &&
         !(c.is_one_blank(next + 1) && c[next + 2].shape == Shape::capitalised);
}

// T.Đồng Nai, T. Bình Dương: a province by its whole name, of before 2025 as well.
bool is_named_province(const Context& c, std::size_t i) {
  static constexpr Phrases kProvinces = {
      "an giang",   "bắc giang",  "bắc kạn",    "bắc ninh",    "bến tre",    "bình dương", "bình định",
      "bạc liêu",   "bình phước", "bình thuận", "cà mau",      "cao bằng",   "đắk lắk",    "đắk nông",
      "điện biên",  "đồng nai",   "đồng tháp",  "gia lai",     "hà giang",   "hà nam",     "hà tĩnh",
      "hải dương",  "hậu giang",  "hòa bình",   "hưng yên",    "khánh hòa",  "kiên giang", "kon tum",
      "lai châu",   "lạng sơn",   "lào cai",    "lâm đồng",    "long an",    "nam định",   "nghệ an",
      "ninh bình",  "ninh thuận", "phú thọ",    "phú yên",     "quảng bình", "quảng nam",  "quảng ngãi",
      "quảng ninh", "quảng trị",  "sóc trăng",  "sơn la",      "tây ninh",   "thái bình",  "thái nguyên",
      "thanh hóa",  "tiền giang", "trà vinh",   "tuyên quang", "vĩnh long",  "vĩnh phúc",  "yên bái"};
  return c.text(i) == "T" && c[c.skip_blank(i + 2)].shape != Shape::lower &&
         c.followed_by_any(i + 2, kProvinces) && !c.preceded_by_any(i, kPersons);
}

// hết Q.II: a quarter by its Roman number, which no district has.
bool read_quarter(const Context& c, Draft& draft, std::size_t next) {
  const std::size_t i = c.here();
  const int value = c.text(i) == "Q" && c[next].shape != Shape::lower ? roman_value(c.text(next)) : 0;
  if (value < 1 || value > 4 || !c.is_edge(next + 1)) return false;
  draft.say("quý", c.span(i, i + 2));
  say_cardinal(draft, static_cast<std::uint64_t>(value), c.style(), c[next].span());
  return draft.accept(SemioticClass::date, "date.quarter", next + 1);
}

// P.CSHS, P. Tổ chức: a department of an office.
bool is_department(const Context& c, std::size_t i, std::size_t next) {
  static constexpr Phrases kDepartments = {"tổ chức",    "hành chính", "kế hoạch",  "công tác",  "quản lý",
                                           "kỹ thuật",   "giáo dục",   "tài chính", "kinh tế",   "văn hóa",
                                           "tư pháp",    "nội vụ",     "y tế",      "đào tạo",   "thanh tra",
                                           "kinh doanh", "nghiệp vụ",  "cảnh sát",  "an ninh",   "công chứng",
                                           "giao dịch",  "tiếp dân",   "kế toán",   "chuyên môn"};
  if (c.text(i) != "P") return false;
  if (c.followed_by_any(i + 2, kDepartments) && c[next].shape == Shape::capitalised) return true;
  // P. KHTH; but "bị cáo Trịnh Văn P. UBND xã …" ends a sentence.
  const std::size_t left = i > 0 ? c.skip_blank_back(i - 1) : i;
  static constexpr Phrases kOrders = {"giao", "gửi", "kính gửi", "trưởng", "phó"};
  const bool apart = c.is_blank(i + 2) && i > 0 && c.is(left, TokenKind::word) &&
                     c[left].shape != Shape::lower && !c.preceded_by_any(i, kOrders);
  return !apart && c[next].shape == Shape::upper && !c.headline() &&
         !tables::find_abbreviation(c.text(next)).empty();
}

// Q. Chủ tịch, Q.Giám đốc, Q.TGĐ: who acts for another.
bool is_acting(const Context& c, std::size_t i, std::size_t next) {
  static constexpr Phrases kOffices = {"chủ tịch",    "giám đốc", "bộ trưởng", "trưởng",       "tổng",
                                       "hiệu trưởng", "bí thư",   "phó",       "cục trưởng",   "vụ trưởng",
                                       "viện trưởng", "chánh",    "thủ tướng", "ngoại trưởng", "tgđ",
                                       "gđ",          "ct",       "hlv"};
  return c.text(i) == "Q" && c[next].shape != Shape::lower && c.followed_by_any(i + 2, kOffices);
}

// P.trưởng phòng, P.Giám đốc: who stands below the head.
bool is_deputy(const Context& c, std::size_t i) {
  static constexpr Phrases kHeads = {"trưởng",      "giám đốc",   "chủ tịch",      "bí thư",
                                     "chánh",       "chủ nhiệm",  "tổng giám đốc", "hiệu trưởng",
                                     "viện trưởng", "cục trưởng", "vụ trưởng",     "chi cục trưởng",
                                     "đội trưởng",  "trạm trưởng"};
  return c.text(i) == "P" && !c.is_blank(i + 2) && c.followed_by_any(i + 2, kHeads);
}

// Đ. Lê Lợi, P. Phú Hội: the name at `next` is a street's where a ward or a district comes behind it.
bool heads_address(const Context& c, std::size_t next) {
  static constexpr Phrases kUnits = {"phường", "quận", "p", "q", "tp", "xã", "huyện", "kp", "khu phố"};
  std::size_t end = next;
  for (int words = 0; words < 4 && c.is(end, TokenKind::word) && c[end].shape == Shape::capitalised; ++words)
    end = c.skip_blank(end + 1);
  return end > next && c.is_mark(end, U',') && c.followed_by_any(end + 1, kUnits);
}

// P. Thuận Hóa, but not "Phạm Văn P. Sau đó …": an initial that ends a sentence.
bool stands_before_place(const Context& c, std::size_t i, std::size_t next) {
  static constexpr Phrases kCouple = {"chú rể", "cô dâu"};
  // H.A Lưới: a name that begins with a vowel by itself
  const bool vowel = c[next].shape == Shape::single_upper && c.text(next) == "A" &&
                     c.is_one_blank(next + 1) && c[next + 2].shape == Shape::capitalised &&
                     c[next + 2].syllable;
  const bool name = c[next].shape == Shape::capitalised || vowel ||
                    (c.headline() && c[next].shape == Shape::upper && c[next].syllable);
  if (!c.is(next, TokenKind::word) || !name || c.preceded_by_any(i, kCouple)) return false;
  if (!c.is_blank(i + 2)) return true;
  if (c.text(i) == "Đ") return heads_address(c, next);
  const std::size_t before = c.skip_blank_back(i - 1);
  const bool behind_name = i > 0 && c.is(before, TokenKind::word) && c[before].shape == Shape::capitalised;
  return !behind_name && !c.preceded_by_any(i, kPersons);
}

// Q.1, P.302: a unit by its number, or a room.
bool read_numbered_unit(const Context& c, Draft& draft, std::string_view unit, std::size_t next) {
  constexpr std::string_view kRule = "abbreviation.administrative-unit";
  const std::size_t i = c.here();
  if (c.text(i) == "H" || c.text(i) == "X" || c.text(i) == "Đ") return false;
  const bool spaced = c.is_blank(i + 2);
  // CA P. 0296 383 1234: the number to call.
  if (spaced && c.text(next)[0] == '0' && c[next].size() >= 3)
    return c.text(i) == "P" && c.preceded_by(i, "ca") && expand(c, draft, i + 2, unit, kRule);
  // bị cáo Trịnh Văn Q. 12 năm tù: an initial, and a number that counts.
  if (spaced && c.followed_by_any(next + 1, kCountedTime)) return false;
  // Three figures number a room.
  const bool room = c.text(i) == "P" && c[next].size() >= 3;
  draft.say(room ? "phòng" : unit, c.span(i, i + 2));
  if (c[next].size() > 2) return draft.accept(SemioticClass::abbreviation, kRule, next);
  say_cardinal(draft, c.text(next), c.style(), c[next].span());
  return draft.accept(SemioticClass::abbreviation, kRule, next + 1);
}

}  // namespace

// Q.1, P. Thuận Hóa, H.Củ Chi, X. Vinh Lộc.
bool recognise_admin_unit(const Context& c, Draft& draft) {
  static constexpr Phrases kPolice = {"ca", "công an"};
  const std::size_t i = c.here();
  if (c.is_mark(i + 1, U'.') && is_named_province(c, i))
    return expand(c, draft, i + 2, "tỉnh", "abbreviation.administrative-unit");
  const std::string_view unit = admin_unit(c.text(i));
  if (unit.empty() || !c.is_mark(i + 1, U'.') || is_no_unit(c, i)) return false;
  if (read_quarter(c, draft, c.skip_blank(i + 2))) return true;
  if (is_province(c, i)) return expand(c, draft, i + 2, "quảng", "abbreviation.province");
  const std::size_t next = c.skip_blank(i + 2);
  if (c.is(next, TokenKind::number)) return read_numbered_unit(c, draft, unit, next);
  // báo CA P.
  if (c.text(i) == "P" && !c.is(next, TokenKind::word) && c.preceded_by_any(i, kPolice))
    return expand(c, draft, i + 1, unit, "abbreviation.administrative-unit");
  const auto say = [&](std::string_view words, std::string_view rule) {
    draft.say(words, c.span(i, i + 2));
    return draft.accept(SemioticClass::abbreviation, rule, next);
  };
  if (is_department(c, i, next)) return say("phòng", "abbreviation.department");
  if (is_acting(c, i, next)) return say("quyền", "abbreviation.acting");
  if (is_deputy(c, i)) return say("phó", "abbreviation.deputy");
  return stands_before_place(c, i, next) && say(unit, "abbreviation.administrative-unit");
}

}  // namespace loa::normalizer
