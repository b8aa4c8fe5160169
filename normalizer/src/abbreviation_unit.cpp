// SPDX-License-Identifier: GPL-3.0-or-later
// One letter for a unit of administration or of an address: P. Thuận Hóa, UBND P, s.Hương.
#include <string_view>

#include "abbreviation.h"
#include "number_words.h"
#include "recogniser.h"

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
  constexpr Phrases kWhere = {"ở", "tại", "thuộc", "trên", "và", "của", "từ", "đến", "trú", "về"};
  constexpr Phrases kNumbered = {"tổ",  "số", "thôn", "ấp",  "khu phố", "tdp",
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

// Q.1, P. Thuận Hóa, H.Củ Chi, X. Vinh Lộc.
bool recognise_admin_unit(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view unit = admin_unit(c.text(i));
  if (unit.empty() || !c.is_mark(i + 1, U'.')) return false;
  if (i > 0 && (c.is_mark(i - 1, U'.') || c.is_dash(i - 1))) return false;
  // Ảnh: H.Thanh, Bài và ảnh: Q.Minh: who made it.
  static constexpr Phrases kCredits = {"ảnh",   "bài",    "tác giả",   "clip",
                                       "video", "đồ họa", "thực hiện", "tin"};
  if (const std::size_t colon = i > 0 ? c.skip_blank_back(i - 1) : Context::npos;
      c.is_mark(colon, U':') && c.preceded_by_any(colon, kCredits))
    return false;
  const bool spaced = c.is_blank(i + 2);
  const std::size_t next = c.skip_blank(i + 2);
  // (H.Quỳnh) at the end of a story: one name alone in its bracket is who wrote it.
  const bool alone = !spaced && i > 0 && c.is_mark(i - 1, U'(') && c[next].shape == Shape::capitalised &&
                     c.is_mark(next + 1, U')');
  if (alone && c.is(c.skip_blank_back(i - 2), TokenKind::mark)) return false;
  // quê Q.Trị: the first word of a province, and no district (Q.Bình Thạnh).
  constexpr std::string_view kOfQuang[] = {"trị", "ngãi", "nam", "ninh", "bình"};
  if (c.text(i) == "Q" && !spaced && contains(kOfQuang, c.folded(next).view()) &&
      !(c.is_one_blank(next + 1) && c[next + 2].shape == Shape::capitalised)) {
    return expand(c, draft, i + 2, "quảng", "abbreviation.province");
  }
  if (c.preceded_by(i, "biển") || c.preceded_by(i, "biển báo")) return false;  // biển P.127: a road sign
  // 26/1 Đ.Mùi: the year of the lunar calendar
  constexpr std::string_view kBranches[] = {"sửu", "mão", "tỵ", "mùi", "dậu", "hợi"};
  if (c.text(i) == "Đ" && contains(kBranches, c.folded(next).view())) return false;
  // báo CA P.
  if (c.text(i) == "P" && !c.is(next, TokenKind::number) && !c.is(next, TokenKind::word) &&
      (c.preceded_by(i, "ca") || c.preceded_by(i, "công an"))) {
    return expand(c, draft, i + 1, unit, "abbreviation.administrative-unit");
  }
  if (c.is(next, TokenKind::number)) {
    if (c.text(i) == "H" || c.text(i) == "X" || c.text(i) == "Đ") return false;
    // CA P. 0296 383 1234: the number to call.
    if (spaced && c.text(next)[0] == '0' && c[next].size() >= 3) {
      if (c.text(i) != "P" || !c.preceded_by(i, "ca")) return false;
      return expand(c, draft, i + 2, unit, "abbreviation.administrative-unit");
    }
    // bị cáo Trịnh Văn Q. 12 năm tù: an initial, and a number that counts.
    if (spaced && c.followed_by_any(next + 1, kCountedTime)) return false;
  } else {
    // P.CSHS, P. Tổ chức: a department of an office.
    static constexpr Phrases kDepartments = {
        "tổ chức",  "hành chính", "kế hoạch",  "công tác",   "quản lý",   "kỹ thuật",
        "giáo dục", "tài chính",  "kinh tế",   "văn hóa",    "tư pháp",   "nội vụ",
        "y tế",     "đào tạo",    "thanh tra", "kinh doanh", "nghiệp vụ", "cảnh sát",
        "an ninh",  "công chứng", "giao dịch", "tiếp dân",   "kế toán",   "chuyên môn"};
    const bool named = c.followed_by_any(i + 2, kDepartments) && c[next].shape == Shape::capitalised;
    // P. KHTH; but "bị cáo Trịnh Văn P. UBND xã …" ends a sentence.
    const std::size_t left = i > 0 ? c.skip_blank_back(i - 1) : i;
    const bool apart = spaced && i > 0 && c.is(left, TokenKind::word) && c[left].shape != Shape::lower;
    const bool short_name = !apart && c[next].shape == Shape::upper && !c.headline() &&
                            !tables::find_abbreviation(c.text(next)).empty();
    if (c.text(i) == "P" && (short_name || named)) {
      draft.say("phòng", c.span(i, i + 2));
      return draft.accept(SemioticClass::abbreviation, "abbreviation.department", next);
    }
    // Q. Chủ tịch, Q.Giám đốc, Q.TGĐ: who acts for another.
    static constexpr Phrases kOffices = {"chủ tịch",    "giám đốc", "bộ trưởng", "trưởng",       "tổng",
                                         "hiệu trưởng", "bí thư",   "phó",       "cục trưởng",   "vụ trưởng",
                                         "viện trưởng", "chánh",    "thủ tướng", "ngoại trưởng", "tgđ",
                                         "gđ",          "ct",       "hlv"};
    if (c.text(i) == "Q" && c[next].shape != Shape::lower && c.followed_by_any(i + 2, kOffices)) {
      draft.say("quyền", c.span(i, i + 2));
      return draft.accept(SemioticClass::abbreviation, "abbreviation.acting", next);
    }
    const bool name = c[next].shape == Shape::capitalised ||
                      (c.headline() && c[next].shape == Shape::upper && c[next].syllable);
    if (!c.is(next, TokenKind::word) || !name) return false;
    if (spaced && c.text(i) == "Đ") return false;
    if (c.preceded_by(i, "chú rể") || c.preceded_by(i, "cô dâu")) return false;
    if (spaced) {
      // "Phạm Văn P. Sau đó …": an initial that ends a sentence.
      const std::size_t before = c.skip_blank_back(i - 1);
      const bool behind_name =
          i > 0 && c.is(before, TokenKind::word) && c[before].shape == Shape::capitalised;
      if (behind_name || c.preceded_by_any(i, kPersons)) return false;
    }
  }
  draft.semiotic_class = SemioticClass::abbreviation;
  draft.rule = "abbreviation.administrative-unit";
  // P.302: three figures number a room.
  const bool room = c.text(i) == "P" && c.is(next, TokenKind::number) && c[next].size() >= 3;
  draft.say(room ? "phòng" : unit, c.span(i, i + 2));
  draft.end = next;
  if (c.is(next, TokenKind::number) && c[next].size() <= 2) {
    say_cardinal(draft, c.text(next), c.style(), c[next].span());
    draft.end = next + 1;
  }
  return true;
}

}  // namespace loa::normalizer
