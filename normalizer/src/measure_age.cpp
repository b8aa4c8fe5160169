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

}  // namespace

// Anh Q., 29t; tiền đạo 19t; trẻ <9t: years of age, where "t" could be tonnes or money.
bool read_age(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  if (!(is_written(c, i, "t") || is_written(c, i, "T")) || !n.is_integer() || n.value() > 110) return false;
  const auto say_age = [&] {
    say_numeral(draft, n, c);
    draft.say("tuổi", c[i].span());
    draft.rule = "measure.age";
    draft.end = i + 1;
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
  };
  // trẻ 18T tiêm nhắc: doses are given by months.
  static constexpr Phrases kDoses = {"tiêm", "uống", "tiêm chủng", "vắc xin", "vaccine", "dpt", "sởi", "mũi"};
  static constexpr Phrases kInfants = {"trẻ", "bé", "cháu", "trẻ em", "trẻ đủ", "trẻ từ", "đủ"};
  if (is_written(c, i, "T") && (n.value() == 9 || n.value() == 18 || n.value() == 24) &&
      c.preceded_by_any(n.first, kInfants) && c.near_any(n.first, i + 1, kDoses)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "measure.age";
    return say_counted(draft, c, n, "tháng", "measure.age");
  }
  if (c.is_mark(i + 1, U'+') && c.is_edge(i + 2) && is_written(c, i, "t")) return say_age();
  // lớp MG 5T: classes of small children
  static constexpr Phrases kNurseries = {"mg",      "mẫu giáo", "lớp mg", "nhà trẻ",
                                         "lớp mầm", "lớp chồi", "lớp lá"};
  if (n.value() <= 6 && c.preceded_by_any(n.first, kNurseries)) return say_age();
  // Mừng thọ: 70t: 15 cụ, 80t: 9 cụ; 90t: the old are counted by their age.
  if (is_written(c, i, "t") && n.value() >= 60 &&
      (c.near_any(n.first, i + 1, kCelebrated, Context::Reach::list) ||
       (c.near(n.first, i + 1, "cụ") && !c.near_any(n.first, i + 1, kLoadsNear))))
    return say_age();
  // Lạc bò cái lông vàng, 3t: a beast that is looked for.
  static constexpr Phrases kBeasts = {"bò", "trâu", "bê", "nghé", "chó", "mèo", "ngựa", "dê"};
  static constexpr Phrases kLost = {"lạc", "thất lạc", "mất", "đi lạc", "lông", "màu"};
  if (is_written(c, i, "t") && n.value() < 20 && c.near_any(n.first, i + 1, kBeasts) &&
      c.near_any(n.first, i + 1, kLost)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    return say_age();
  }
  // Anh Q., 29t, trượt chân; (29t): between marks it can only be an age.
  const std::size_t mark = n.first == 0 ? Context::npos : c.skip_blank_back(n.first - 1);
  const std::size_t name = (c.is_mark(mark, U',') || c.is_mark(mark, U'(')) && mark > 1 &&
                                   c.is_mark(c.skip_blank_back(mark - 1), U'.')
                               ? c.skip_blank_back(mark - 1) - 1
                               : mark - 1;
  const std::size_t close = c.skip_blank(i + 1);
  // Tiền đạo 19t: a player is never tonnes nor money.
  static constexpr Phrases kPlayers = {
      "tiền đạo", "tiền vệ", "hậu vệ",    "trung vệ",    "thủ môn",    "tay vợt",   "kỳ thủ",
      "cầu thủ",  "ca sĩ",   "diễn viên", "sao mai",     "sao",        "thần đồng", "võ sĩ",
      "nam sinh", "nữ sinh", "hưởng thọ", "hưởng dương", "thượng thọ", "đại thọ",   "mừng thọ"};
  if (c.preceded_by_any(n.first, kPlayers)) return say_age();
  // nữ ≥15t, trẻ <9t
  const bool limited = c.is_mark(mark, U'\u2265') || c.is_mark(mark, U'\u2264') || c.is_mark(mark, U'<') ||
                       c.is_mark(mark, U'>');
  static constexpr Phrases kYoung = {"trẻ", "trẻ em", "bé", "cháu", "trẻ nhỏ"};
  if (limited && is_written(c, i, "t") && n.value() <= 18 && c.preceded_by_any(mark, kYoung))
    return say_age();
  // 2 cháu 9t, 5t: the further ages of a list.
  const bool listed =
      (limited ||
       (c.is_mark(mark, U',') && mark >= 2 && c.text(mark - 1) == "t" && c.is(mark - 2, TokenKind::number)) ||
       (c.is_mark(mark, U',') && c.near_any(n.first, i + 1, kCelebrated)) ||
       (c.is_dash(mark) && mark >= 2 && c.text(c.skip_blank_back(mark - 1)) == "th")) &&
      (c.near_any(n.first, i + 1, kPersonsNear) ||
       (limited && n.value() <= 18 &&
        c.near_any(n.first, i + 1,
                   std::array<std::string_view, 6>{"vé", "miễn phí", "tiêm", "sdd", "suy dinh dưỡng",
                                                   "thấp còi"}))) &&
      !c.near_any(n.first, i + 1, kLoadsNear);
  // Ông Phạm V.D. 67t, bà Tư 70t: behind the name of a person, with a title before it.
  const auto behind_name = [&] {
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
  };
  const bool between_marks =
      (c.is_mark(mark, U',') || c.is_mark(mark, U'(')) &&
      (c.is_mark(close, U',') || c.is_mark(close, U')')) && mark >= 2 &&
      c.is(c.skip_blank_back(name), TokenKind::word) &&
      (c[c.skip_blank_back(name)].shape != Shape::lower || c.preceded_by_any(mark, kSexes));
  // tim của người cho chết não 34t: where it is of patients and donors.
  static constexpr Phrases kPatients = {"bệnh nhân", "bệnh nhi",  "nạn nhân", "sản phụ",
                                        "thai phụ",  "người cho", "chết não", "hiến tạng"};
  const auto of_patient = [&] {
    return c.near_any(n.first, i + 1, kPatients) && !c.near_any(n.first, i + 1, kLoadsNear);
  };
  if (is_written(c, i, "t") && (between_marks || listed || behind_name() || of_patient())) return say_age();
  if (!(about_persons(c, n.first, i + 1) ||
        (c.preceded_by_any(n.first, kPersons) && c.near_any(n.first, i + 1, kPersonsNear))) ||
      c.near_any(n.first, i + 1, kLoadsNear))
    return false;
  // cháu bé 4t, sản phụ 28T: years of age.
  draft.certainty = Certainty::narrow;
  draft.rival = "measure";
  return say_age();
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
