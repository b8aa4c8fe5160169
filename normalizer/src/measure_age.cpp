// SPDX-License-Identifier: GPL-3.0-or-later
// Years of age: Anh Q., 29t; trẻ 9-14t; nữ ≥15t.
#include <array>

#include "measure.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// Before "5t": persons, whose age it is.
constexpr Phrases kPersons = {"trẻ",     "bé",        "bé trai",  "bé gái",   "cháu",     "cháu bé",
                              "nhi",     "phụ",       "nữ",       "nam",      "người",    "cụ",
                              "em",      "anh",       "chị",      "ông",      "bà",       "tuổi",
                              "dưới",    "trên",      "bn",       "nạn nhân", "từ",       "đủ",
                              "nhí",     "kỳ thủ",    "vđv",      "cầu thủ",  "võ sĩ",    "tay vợt",
                              "ca sĩ",   "diễn viên", "học sinh", "trẻ nhất", "già nhất", "cao tuổi nhất",
                              "nội",     "ngoại",     "bầu",      "mẹ",       "te",       "vợ",
                              "chồng",   "con",       "bố",       "cha",      "chủ",      "thai phụ",
                              "sản phụ", "tn",        "pn"};
constexpr Phrases kPersonsNear = {"nct",       "người cao tuổi",
                                  "bà",        "nội",
                                  "ngoại",     "bầu",
                                  "mẹ",        "te",
                                  "vợ",        "chồng",
                                  "con gái",   "con trai",
                                  "thai phụ",  "trẻ",
                                  "bé",        "cháu",
                                  "bệnh nhi",  "người",
                                  "sản phụ",   "nữ",
                                  "nam",       "bệnh nhân",
                                  "tuổi",      "học sinh",
                                  "cụ",        "nhí",
                                  "em",        "mừng thọ",
                                  "kỳ thủ",    "vđv",
                                  "cầu thủ",   "võ sĩ",
                                  "tay vợt",   "ca sĩ",
                                  "diễn viên", "thanh niên",
                                  "tn",        "nvqs",
                                  "công dân",  "cd",
                                  "căn cước",  "cccd",
                                  "dân số",    "dân cư",
                                  "pn",        "phụ nữ"};
// Near "5t": what is loaded, not whose age is told.
constexpr Phrases kLoadsNear = {"xe",       "tải",      "tải trọng", "chở hàng",  "hàng hóa", "lô hàng",
                                "bốc hàng", "tấn hàng", "cầu",       "thóc",      "lúa",      "gạo",
                                "cá",       "tàu",      "rác",       "sản lượng", "giá"};
// mừng thọ 80, 85, 90t: whose ages are celebrated.
constexpr Phrases kCelebrated = {"mừng thọ", "thọ", "đại thọ", "chúc thọ"};
// A person who is lost or found, told by an estimate: bé trai khoảng 4 - 5t.
constexpr Phrases kAbout = {"khoảng", "chừng", "tầm", "độ"};
// Who may apply for a post: tốt nghiệp đại học, dưới 40t.
constexpr Phrases kApplicants = {"tốt nghiệp", "chứng chỉ",    "ứng viên",
                                 "tuyển dụng", "bằng đại học", "bằng đh"};
constexpr Phrases kDescribed = {"bé trai", "bé gái", "cháu bé", "trẻ", "cụ ông", "cụ bà", "thanh niên"};
// "nữ, 67t": a person of whom the age is told between commas.
constexpr Phrases kSexes = {"nữ", "nam"};

bool is_title(const Context& c, std::size_t i) {
  constexpr std::string_view kTitles[] = {"ông", "bà", "anh", "chị", "em",  "cháu", "bé",
                                          "cụ",  "mẹ", "chú", "cô",  "bác", "dì",   "vđv"};
  return contains(kTitles, c.folded(i).view());
}

bool about_persons(const Context& c, std::size_t first, std::size_t end) {
  return (c.preceded_by_any(first, kAbout) && c.near_any(first, end, kDescribed)) ||
         (c.preceded_by_any(first, kLimits) && c.near_any(first, end, kApplicants));
}

// Says the age, and what goes on behind it.
bool say_age(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  say_counted(draft, c, n, "tuổi", "measure.age");
  // trẻ 3T-5T
  if (c.is_dash(i + 1) && c.is(i + 2, TokenKind::number) && c.text(i + 3) == c.text(i)) {
    const auto last = read_figures(c, i + 2, 2);
    if (last && last->value > n.value()) {
      draft.say("đến", c[i + 1].span());
      say_cardinal(draft, last->value, c.style(), last->span);
      draft.say("tuổi", c[i + 3].span());
      draft.end = i + 4;
    }
  }
  // NCT 65t+
  if (c.is_mark(i + 1, U'+') && c.is_edge(i + 2)) {
    draft.say("trở lên", c[i + 1].span());
    draft.end = i + 2;
  }
  return true;
}

// trẻ 18T tiêm nhắc: doses are given by months.
bool is_months_of_dose(const Context& c, const Numeral& n) {
  static constexpr Phrases kDoses = {"tiêm", "uống", "tiêm chủng", "vắc xin", "vaccine", "dpt", "sởi", "mũi"};
  static constexpr Phrases kInfants = {"trẻ", "bé", "cháu", "trẻ em", "trẻ đủ", "trẻ từ", "đủ"};
  return is_written(c, n.last, "T") && (n.value() == 9 || n.value() == 18 || n.value() == 24) &&
         c.preceded_by_any(n.first, kInfants) && c.near_any(n.first, n.last + 1, kDoses);
}

// lớp MG 5T, tiền đạo 19t: a word before it is said of persons alone.
bool is_behind_person(const Context& c, const Numeral& n) {
  static constexpr Phrases kNurseries = {"mg",      "mẫu giáo", "lớp mg", "nhà trẻ",
                                         "lớp mầm", "lớp chồi", "lớp lá"};
  static constexpr Phrases kPlayers = {
      "tiền đạo", "tiền vệ", "hậu vệ",    "trung vệ",    "thủ môn",    "tay vợt",   "kỳ thủ",
      "cầu thủ",  "ca sĩ",   "diễn viên", "sao mai",     "sao",        "thần đồng", "võ sĩ",
      "nam sinh", "nữ sinh", "hưởng thọ", "hưởng dương", "thượng thọ", "đại thọ",   "mừng thọ"};
  return (n.value() <= 6 && c.preceded_by_any(n.first, kNurseries)) || c.preceded_by_any(n.first, kPlayers);
}

// Mừng thọ: 70t: 15 cụ, 80t: 9 cụ; 90t: the old are counted by their age.
bool is_celebrated(const Context& c, const Numeral& n) {
  return n.value() >= 60 &&
         (c.near_any(n.first, n.last + 1, kCelebrated, Context::Reach::list) ||
          (c.near(n.first, n.last + 1, "cụ") && !c.near_any(n.first, n.last + 1, kLoadsNear)));
}

// Lạc bò cái lông vàng, 3t: a beast that is looked for.
bool is_of_lost_beast(const Context& c, const Numeral& n) {
  static constexpr Phrases kBeasts = {"bò", "trâu", "bê", "nghé", "chó", "mèo", "ngựa", "dê"};
  static constexpr Phrases kLost = {"lạc", "thất lạc", "mất", "đi lạc", "lông", "màu"};
  return n.value() < 20 && c.near_any(n.first, n.last + 1, kBeasts) && c.near_any(n.first, n.last + 1, kLost);
}

std::size_t sign_before(const Context& c, const Numeral& n) {
  return n.first == 0 ? Context::npos : c.skip_blank_back(n.first - 1);
}

// nữ ≥15t, trẻ <9t: whether a sign of comparison stands at `mark`.
bool is_limit(const Context& c, std::size_t mark) {
  return c.is_mark(mark, U'\u2265') || c.is_mark(mark, U'\u2264') || c.is_mark(mark, U'<') ||
         c.is_mark(mark, U'>');
}

bool is_limit_of_childhood(const Context& c, const Numeral& n) {
  static constexpr Phrases kYoung = {"trẻ", "trẻ em", "bé", "cháu", "trẻ nhỏ"};
  const std::size_t mark = sign_before(c, n);
  return is_limit(c, mark) && n.value() <= 18 && c.preceded_by_any(mark, kYoung);
}

// 2 cháu 9t, 5t: the further ages of a list; vé miễn phí <6t.
bool is_listed_age(const Context& c, const Numeral& n) {
  static constexpr Phrases kForYoung = {"vé", "miễn phí", "tiêm", "sdd", "suy dinh dưỡng", "thấp còi"};
  const std::size_t mark = sign_before(c, n);
  const std::size_t end = n.last + 1;
  const bool comma = c.is_mark(mark, U',');
  const bool limited = is_limit(c, mark);
  const bool listed = limited ||
                      (comma && mark >= 2 && c.text(mark - 1) == "t" && c.is(mark - 2, TokenKind::number)) ||
                      (comma && c.near_any(n.first, end, kCelebrated)) ||
                      (c.is_dash(mark) && mark >= 2 && c.text(c.skip_blank_back(mark - 1)) == "th");
  return listed &&
         (c.near_any(n.first, end, kPersonsNear) ||
          (limited && n.value() <= 18 && c.near_any(n.first, end, kForYoung))) &&
         !c.near_any(n.first, end, kLoadsNear);
}

// Anh Q., 29t, trượt chân; (29t): between marks, behind a name, it can only be an age.
bool is_between_marks(const Context& c, const Numeral& n) {
  const std::size_t mark = sign_before(c, n);
  const std::size_t close = c.skip_blank(n.last + 1);
  if (!(c.is_mark(mark, U',') || c.is_mark(mark, U'(')) ||
      !(c.is_mark(close, U',') || c.is_mark(close, U')')) || mark < 2)
    return false;
  const std::size_t before = c.skip_blank_back(mark - 1);
  const std::size_t name = c.skip_blank_back(c.is_mark(before, U'.') ? before - 1 : mark - 1);
  return c.is(name, TokenKind::word) && (c[name].shape != Shape::lower || c.preceded_by_any(mark, kSexes));
}

// Ông Phạm V.D. 67t, bà Tư 70t: behind the name of a person, with a title before it.
bool is_behind_name(const Context& c, const Numeral& n) {
  std::size_t at = n.first;
  for (int names = 0; names < 5 && at > 0; ++names) {
    at = c.skip_blank_back(at - 1);
    while (at > 0 && c.is_mark(at, U'.')) --at;
    if (!c.is(at, TokenKind::word)) return false;
    if (names > 0 && is_title(c, at)) return true;
    if (c[at].shape == Shape::lower) return false;
    while (at >= 2 && c.is_mark(at - 1, U'.') && c.is(at - 2, TokenKind::word)) at -= 2;
  }
  return false;
}

// tim của người cho chết não 34t: where it is of patients and donors.
bool is_of_patient(const Context& c, const Numeral& n) {
  static constexpr Phrases kPatients = {"bệnh nhân", "bệnh nhi",  "nạn nhân", "sản phụ",
                                        "thai phụ",  "người cho", "chết não", "hiến tạng"};
  return c.near_any(n.first, n.last + 1, kPatients) && !c.near_any(n.first, n.last + 1, kLoadsNear);
}

// cháu bé 4t, sản phụ 28T: persons are spoken of, and no loads.
bool is_about_persons(const Context& c, const Numeral& n) {
  return (about_persons(c, n.first, n.last + 1) ||
          (c.preceded_by_any(n.first, kPersons) && c.near_any(n.first, n.last + 1, kPersonsNear))) &&
         !c.near_any(n.first, n.last + 1, kLoadsNear);
}

}  // namespace

// Anh Q., 29t; tiền đạo 19t; trẻ <9t: years of age, where "t" could be tonnes or money.
bool read_age(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  const bool small = is_written(c, i, "t");
  if (!(small || is_written(c, i, "T")) || !n.is_integer() || n.value() > 110) return false;
  const auto doubt = [&](std::string_view rival) {
    draft.certainty = Certainty::narrow;
    draft.rival = rival;
  };
  if (is_months_of_dose(c, n)) {
    doubt("measure.age");
    return say_counted(draft, c, n, "tháng", "measure.age");
  }
  // BN nam, 67T, nhập viện: a patient
  static constexpr Phrases kCases = {"bn", "bệnh nhân", "nạn nhân", "ca bệnh"};
  const std::size_t mark = sign_before(c, n);
  const std::size_t close = c.skip_blank(i + 1);
  const bool closed = c.is_mark(close, U',') || c.is_mark(close, U')') || c.is_mark(close, U';');
  const bool of_case =
      c.is_mark(mark, U',') && c.preceded_by_any(mark, kSexes) && (closed || c.near_any(n.first, i, kCases));
  const bool and_more = small && c.is_mark(i + 1, U'+') && c.is_edge(i + 2);
  if (and_more || of_case || is_behind_person(c, n) || (small && is_celebrated(c, n)))
    return say_age(c, draft, n);
  if (small && is_of_lost_beast(c, n)) {
    doubt("measure");
    return say_age(c, draft, n);
  }
  if (small && (is_limit_of_childhood(c, n) || is_between_marks(c, n) || is_listed_age(c, n) ||
                is_behind_name(c, n) || is_of_patient(c, n)))
    return say_age(c, draft, n);
  if (!is_about_persons(c, n)) return false;
  doubt("measure");
  return say_age(c, draft, n);
}

bool is_range_of_months(const Context& c, const Quantity& q) {
  if (!q.last || q.unit->written != "T" || !q.first.is_integer() || !q.last->is_integer() ||
      q.last->value() > 72)
    return false;
  const std::size_t i = q.first.first;
  // trả góp 12-24T, bảo hành 6-12T
  static constexpr Phrases kTerms = {"trả góp",   "kỳ hạn",   "bảo hành",  "vay",     "tiền gửi",
                                     "tiết kiệm", "hợp đồng", "trả trước", "lãi suất"};
  if (c.near_any(i, q.end, kTerms) && !c.near_any(i, q.end, kLoadsNear)) return true;
  // trẻ 6-23T, nhà trẻ 24-36T, trẻ 6-12T uống vitamin A: of infants.
  static constexpr Phrases kInfants = {"trẻ", "trẻ em", "bé", "trẻ từ", "cháu"};
  static constexpr Phrases kNurseries = {"nhà trẻ", "nhóm trẻ"};
  static constexpr Phrases kCare = {"vitamin a",  "tiêm", "uống", "bú",       "ăn dặm",
                                    "ăn bổ sung", "sởi",  "sdd",  "tẩy giun", "suy dinh dưỡng"};
  if (c.preceded_by_any(i, kNurseries)) return q.last->value() > 6;
  if (!c.preceded_by_any(i, kInfants)) return false;
  return (q.last->value() > 18 && (q.first.value() < 18 || c.near_any(i, q.end, kCare))) ||
         (q.first.value() >= 6 && c.near(i, q.end, "vitamin a"));
}

bool is_range_of_ages(const Context& c, const Quantity& q) {
  if (!q.last || (q.unit->written != "t" && q.unit->written != "T")) return false;
  // trẻ 9-14t: years of age, not tonnes; tuyển lao động nữ, 18-30t.
  static constexpr Phrases kHired = {"tuyển",   "lao động", "nhân viên",  "ứng viên", "nữ",      "nam",
                                     "độ tuổi", "tn",       "thanh niên", "đvtn",     "học viên"};
  const auto are_persons = [&] {
    // bé gái 9-14t, whatever a price near by may be of
    static constexpr Phrases kNamed = {"bé gái", "bé trai", "trẻ",        "trẻ em",
                                       "cháu",   "phụ nữ",  "thanh niên", "học sinh"};
    if (c.preceded_by_any(q.first.first, kNamed)) return true;
    // Độ tuổi 18-25; 0-5t: the further groups of a list.
    if (q.last->value() <= 18 &&
        c.near_any(q.first.first, q.end, std::array<std::string_view, 2>{"tuổi", "độ tuổi"},
                   Context::Reach::list))
      return true;
    // Trẻ 5T đến lớp 100%, 3-4T: 90%
    if (q.last->value() <= 18 && c.near(q.first.first, q.end, "trẻ")) return true;
    // dưới 6t, 6-14t: the further ages of a list.
    const std::size_t mark = q.first.first == 0 ? Context::npos : c.skip_blank_back(q.first.first - 1);
    if (mark != Context::npos && c.is_mark(mark, U',') && mark >= 2 && c.folded(mark - 1) == "t" &&
        c.is(mark - 2, TokenKind::number) && c.near_any(q.first.first, q.end, kPersonsNear))
      return true;
    return about_persons(c, q.first.first, q.end) ||
           (c.preceded_by_any(q.first.first, kPersons) && c.near_any(q.first.first, q.end, kPersonsNear));
  };
  return q.last->value() <= 110 && q.last->is_integer() &&
         ((are_persons() && (!c.near_any(q.first.first, q.end, kLoadsNear) ||
                             c.near(q.first.first, q.end, "bé") || c.near(q.first.first, q.end, "trẻ"))) ||
          (c.near_any(q.first.first, q.end, kHired) && !c.near(q.first.first, q.end, "tải")));
}

}  // namespace loa::normalizer
