// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "cues.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool is_times(const Context& c, std::size_t i) {
  return (c.is(i, TokenKind::word) && c[i].letters == 1 && (c[i].code == U'x' || c[i].code == U'X')) ||
         c.is_mark(i, U'\u00D7');
}

bool is_small(const Context& c, std::size_t i, std::string_view letters) {
  return c.is(i, TokenKind::word) && c.text(i) == letters;
}

constexpr Phrases kHeight = {"cao",       "dài",        "rộng", "sâu",  "chiều cao",
                             "chiều dài", "chiều rộng", "nặng", "ngập", "dâng"};
constexpr Phrases kLimits = {"dưới", "trên", "từ"};
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
// mừng thọ 80, 85, 90t: whose ages are celebrated.
constexpr Phrases kCelebrated = {"mừng thọ", "thọ", "đại thọ", "chúc thọ"};
constexpr Phrases kLoadsNear = {"xe",       "tải",      "tải trọng", "chở hàng",  "hàng hóa", "lô hàng",
                                "bốc hàng", "tấn hàng", "cầu",       "thóc",      "lúa",      "gạo",
                                "cá",       "tàu",      "rác",       "sản lượng", "giá"};
// A person who is lost or found, told by an estimate: bé trai khoảng 4 - 5t.
constexpr Phrases kAbout = {"khoảng", "chừng", "tầm", "độ"};
// Who may apply for a post: tốt nghiệp đại học, dưới 40t.
constexpr Phrases kApplicants = {"tốt nghiệp", "chứng chỉ",    "ứng viên",
                                 "tuyển dụng", "bằng đại học", "bằng đh"};
constexpr Phrases kDescribed = {"bé trai", "bé gái", "cháu bé", "trẻ", "cụ ông", "cụ bà", "thanh niên"};
// "nữ, 67t": a person of whom the age is told between commas.
constexpr Phrases kSexes = {"nữ", "nam"};
constexpr std::string_view kSeats[] = {"4", "5", "7", "9", "16", "24", "29", "30", "34", "35", "45", "47"};
constexpr Phrases kVehicles = {"xe", "thuê xe", "chỗ", "ô tô", "bks", "taxi"};
constexpr Phrases kHomes = {"pn",   "phòng ngủ", "sổ hồng", "sổ đỏ", "wc",
                            "tầng", "bán nhà",   "lầu",     "dt",    "mặt tiền"};
constexpr Phrases kMoneyNear = {"giá", "tiền", "mua",  "bán",      "lương",
                                "vốn", "lãi",  "đồng", "thu nhập", "phí"};

bool is_title(const Context& c, std::size_t i) {
  constexpr std::string_view kTitles[] = {"ông", "bà", "anh", "chị", "em",  "cháu", "bé",
                                          "cụ",  "mẹ", "chú", "cô",  "bác", "dì",   "vđv"};
  return contains(kTitles, c.folded(i).view());
}

bool about_persons(const Context& c, std::size_t first, std::size_t end) {
  return (c.preceded_by_any(first, kAbout) && c.near_any(first, end, kDescribed)) ||
         (c.preceded_by_any(first, kLimits) && c.near_any(first, end, kApplicants));
}

// trẻ cao 1m-1m3: the upper end of a child's height.
bool ends_height_range(const Context& c, std::size_t i) {
  return i >= 3 && c.is_dash(c.skip_blank_back(i - 1)) &&
         (c.text(c.skip_blank_back(c.skip_blank_back(i - 1) - 1)) == "m" ||
          c.is(c.skip_blank_back(c.skip_blank_back(i - 1) - 1), TokenKind::number));
}

// 1m75, 2m05, 1m6; 1m2 is a height beside "cao", else square metres.
bool height(const Context& c, Draft& draft, const Numeral& metres) {
  const std::size_t i = metres.last;
  if (!is_small(c, i, "m") || !metres.is_integer() || metres.value() > 999) return false;
  const auto part = read_figures(c, i + 1, 2);
  if (!part || c.is(i + 2, TokenKind::word)) return false;
  if (part->digits == "2" || part->digits == "3") {
    const bool beside_land = c.near(metres.first, i + 2, "diện tích") || c.near(metres.first, i + 2, "đất");
    const bool limited = c.preceded_by_any(metres.first, kLimits) || ends_height_range(c, metres.first);
    const bool child = metres.value() <= 2 && limited &&
                       (c.near(metres.first, i + 2, "trẻ") || c.near(metres.first, i + 2, "te"));
    const bool high = metres.value() < 10 && (c.preceded_by_any(metres.first, kHeight) || child ||
                                              (c.near_any(metres.first, i + 2, kHeight) && !beside_land));
    if (!high) return false;
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
  }
  say_numeral(draft, metres, c);
  draft.say("mét", c[i].span());
  if (part->digits[0] == '0')
    draft.say(c.style().zero_ten == Style::ZeroTen::linh ? "linh" : "lẻ", part->span);
  say_cardinal(draft, part->value, c.style(), part->span);
  draft.rule = "measure.height";
  draft.end = i + 2;
  // cao 1m55+
  if (c.is_mark(i + 2, U'+') && !c.is(c.skip_blank(i + 3), TokenKind::number)) {
    draft.say("trở lên", c[i + 2].span());
    draft.end = i + 3;
  }
  return true;
}

// bé nặng 3kg2: the figure behind is its tenths.
bool weight(const Context& c, Draft& draft, const Numeral& kilograms) {
  const std::size_t i = kilograms.last;
  if (!is_small(c, i, "kg") || !kilograms.is_integer()) return false;
  const auto part = read_figures(c, i + 1, 2);
  if (!part || c.is(i + 2, TokenKind::word)) return false;
  say_numeral(draft, kilograms, c);
  draft.say("ki lô gam", c[i].span());
  say_cardinal(draft, part->value, c.style(), part->span);
  draft.rule = "measure.weight";
  draft.end = i + 2;
  return true;
}

// Anh Q., 29t; tiền đạo 19t; trẻ <9t: years of age, where "t" could be tonnes or money.
bool age(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  if (!(is_small(c, i, "t") || is_small(c, i, "T")) || !n.is_integer() || n.value() > 110) return false;
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
  if (c.is_mark(i + 1, U'+') && c.is_edge(i + 2) && is_small(c, i, "t")) return say_age();
  // Mừng thọ: 70t: 15 cụ, 80t: 9 cụ; 90t: the old are counted by their age.
  if (is_small(c, i, "t") && n.value() >= 60 &&
      (c.near_any(n.first, i + 1, kCelebrated, Context::Reach::list) ||
       (c.near(n.first, i + 1, "cụ") && !c.near_any(n.first, i + 1, kLoadsNear))))
    return say_age();
  // Lạc bò cái lông vàng, 3t: a beast that is looked for.
  static constexpr Phrases kBeasts = {"bò", "trâu", "bê", "nghé", "chó", "mèo", "ngựa", "dê"};
  static constexpr Phrases kLost = {"lạc", "thất lạc", "mất", "đi lạc", "lông", "màu"};
  if (is_small(c, i, "t") && n.value() < 20 && c.near_any(n.first, i + 1, kBeasts) &&
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
  if (limited && is_small(c, i, "t") && n.value() <= 18 && c.preceded_by_any(mark, kYoung)) return say_age();
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
  if (is_small(c, i, "t") && (between_marks || listed || behind_name() || of_patient())) return say_age();
  if (!(about_persons(c, n.first, i + 1) ||
        (c.preceded_by_any(n.first, kPersons) && c.near_any(n.first, i + 1, kPersonsNear))) ||
      c.near_any(n.first, i + 1, kLoadsNear))
    return false;
  // cháu bé 4t, sản phụ 28T: years of age.
  draft.certainty = Certainty::narrow;
  draft.rival = "measure";
  return say_age();
}

// 2tr5, 1tr250, 2t3, 2k5, 5tỷ2: the figures behind the scale are its tenths.
bool scaled(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  std::string_view scale;
  if (is_small(c, i, "tr") || is_small(c, i, "Tr")) scale = "triệu";
  const std::string_view thousand = c.style().thousand == Style::Thousand::nghin ? "nghìn" : "ngàn";
  if (is_small(c, i, "k")) scale = thousand;
  if (is_small(c, i, "t") || is_small(c, i, "tỷ") || is_small(c, i, "tỉ") || is_small(c, i, "ty"))
    scale = "tỷ";
  if (is_small(c, i, "K") && !c.is(i + 1, TokenKind::number)) {
    say_numeral(draft, n, c);
    draft.end = i + 1;
    // màn hình 1.5K
    if (n.decimal && c.near_any(n.first, i + 1, cues::kScreens)) {
      draft.say("ca", c[i].span());
      draft.rule = "measure.resolution";
      return true;
    }
    draft.say(thousand, c[i].span());
    draft.semiotic_class = SemioticClass::money;
    draft.rule = "money.scale";
    // 200K - 800K
    const std::size_t dash = c.skip_blank(i + 1);
    const auto last = c.is_dash(dash) ? read_numeral(c, c.skip_blank(dash + 1)) : std::nullopt;
    if (last && c.text(last->last) == "K" && last->real() > n.real()) {
      draft.say("đến", c[dash].span());
      say_numeral(draft, *last, c);
      draft.say(thousand, c[last->last].span());
      draft.end = last->last + 1;
    }
    return true;
  }
  const auto part = read_figures(c, i + 1, 3);
  // 1tr790k: millions and thousands.
  if (scale == "triệu" && part && part->digits.size() == 3 && is_small(c, i + 2, "k")) {
    say_numeral(draft, n, c);
    draft.say(scale, c[i].span());
    say_cardinal(draft, part->value, c.style(), part->span);
    draft.say(thousand, c[i + 2].span());
    draft.semiotic_class = SemioticClass::money;
    draft.rule = "money.scaled";
    draft.end = say_per(draft, c, i + 3, true);
    return true;
  }
  // ủng hộ 9.450k: thousands of thousands.
  if (is_small(c, i, "k") && !part && n.grouped && n.is_integer() && n.integer().size() <= 7 && !n.negative) {
    say_cardinal(draft, static_cast<std::uint64_t>(n.value()) * 1000, c.style(),
                 {n.span.begin, c[i].span().end});
    draft.semiotic_class = SemioticClass::money;
    draft.rule = "money.scale";
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    draft.end = say_per(draft, c, i + 1, true);
    return true;
  }
  if ((scale.empty() && !is_small(c, i, "T")) || (part && c.is(i + 2, TokenKind::word))) return false;
  if (part && scale.empty()) return false;
  if (!part) {
    if (age(c, draft, n)) return true;
    // "5t" alone: tỷ beside money, else tấn.
    if (!is_small(c, i, "t") || !c.near_any(n.first, i + 1, kMoneyNear)) return false;
    say_numeral(draft, n, c);
    draft.say(scale, c[i].span());
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    draft.semiotic_class = SemioticClass::money;
    draft.rule = "money.scale";
    draft.end = i + 1;
    return true;
  }
  say_numeral(draft, n, c);
  draft.say(scale, c[i].span());
  say_cardinal(draft, part->value, c.style(), part->span);
  draft.semiotic_class = SemioticClass::money;
  draft.rule = "money.scaled";
  draft.end = say_per(draft, c, i + 2, true);
  return true;
}

// màn hình 15,6": inches, unless the sign closes a quotation.
bool inches(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t sign = n.last;
  if (!c.is_mark(sign, U'"') && !c.is_mark(sign, U'\u2033') && !c.is_mark(sign, U'\u201D')) return false;
  static constexpr Phrases kDevices = {
      "màn hình", "tivi",        "ti vi", "tv",      "laptop",  "mâm",         "lazang",
      "la zăng",  "hud",         "ipad",  "macbook", "vành",    "lốp",         "màn",
      "đồng hồ",  "oled",        "lcd",   "lazăng",  "la-zăng", "bánh xe",     "chảo",
      "iphone",   "tần số quét", "pixel", "pixels",  "amoled",  "độ phân giải"};
  if (!c.near_any(n.first, sign, kDevices)) return false;
  for (std::size_t back = n.first, steps = 0; back > 0 && steps < Context::kWindow; ++steps) {
    --back;
    const bool opens =
        c.is_mark(back, U'\u201C') || (c.is_mark(back, U'"') && (back == 0 || c.is_edge(back - 1)));
    if (opens) return false;
  }
  say_numeral(draft, n, c);
  draft.say("inh", c[sign].span());
  draft.rule = "measure.inch";
  draft.end = sign + 1;
  return true;
}

// 16°27'48"N
bool angle(const Context& c, Draft& draft, const Numeral& degrees) {
  std::size_t at = degrees.last;
  if (!c.is_mark(at, U'\u00B0') && c.text(at) != "o") return false;  // 15o20'N, where the sign is not at hand
  const auto minutes = read_numeral(c, at + 1);
  if (!minutes || !(c.is_mark(minutes->last, U'\'') || c.is_mark(minutes->last, U'\u2019'))) return false;
  say_numeral(draft, degrees, c);
  draft.say("độ", c[at].span());
  say_numeral(draft, *minutes, c);
  draft.say("phút", c[minutes->last].span());
  at = minutes->last + 1;
  if (const auto seconds = read_numeral(c, at);
      seconds && (c.is_mark(seconds->last, U'"') || c.is_mark(seconds->last, U'\u201D'))) {
    say_numeral(draft, *seconds, c);
    draft.say("giây", c[seconds->last].span());
    at = seconds->last + 1;
  }
  const std::size_t side = c.skip_blank(at);
  struct Side {
    std::string_view written, spoken;
  };
  constexpr Side kSides[] = {{"N", "bắc"},  {"B", "bắc"}, {"S", "nam"}, {"E", "đông"},
                             {"Đ", "đông"}, {"W", "tây"}, {"T", "tây"}};
  for (const Side& s : kSides) {
    if (!c.is(side, TokenKind::word) || c.text(side) != s.written) continue;
    draft.say(s.spoken, c[side].span());
    at = side + 1;
    break;
  }
  draft.rule = "measure.angle";
  draft.end = at;
  return true;
}

// kinh tuyến 107,50E-114,00E: the second of two behind one of the words `lines`.
bool continues_line(const Context& c, std::size_t i, const auto& lines) {
  if (i < 4 || !c.is_dash(i - 1) || !c.is(i - 2, TokenKind::word) || !c.is(i - 3, TokenKind::number))
    return false;
  std::size_t first = i - 3;
  if (first >= 2 && (c.is_mark(first - 1, U',') || c.is_mark(first - 1, U'.')) &&
      c.is(first - 2, TokenKind::number))
    first -= 2;
  return c.preceded_by_any(first, lines);
}

// 14,5N-118,2E; 16,0N: a place on the chart, where a storm or a position is spoken of.
bool coordinate(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  if (!c.is(i, TokenKind::word) || c[i].letters != 1 || n.integer().size() > 3 || c.is_mark(i + 1, U'/'))
    return false;
  const std::string_view side = c.text(i);
  std::string_view spoken;
  if (side == "N" || side == "B") spoken = "độ vĩ bắc";
  if (side == "S") spoken = "độ vĩ nam";
  if (side == "E" || side == "Đ") spoken = "độ kinh đông";
  if (side == "W") spoken = "độ kinh tây";
  if (spoken.empty()) return false;
  static constexpr Phrases kChart = {"vị trí", "tâm",     "tọa độ", "vĩ tuyến", "kinh tuyến", "bão",
                                     "atnđ",   "áp thấp", "vĩ độ",  "kinh độ",  "vùng"};
  // 13,9N; 113,4E: two angles beside each other need no word of a chart.
  bool paired = false;
  for (std::size_t at = n.first, steps = 0; at > 1 && steps < 4; ++steps) {
    --at;
    paired = paired || ((c.text(at) == "N" || c.text(at) == "B" || c.text(at) == "S") &&
                        c.is(at - 1, TokenKind::number));
  }
  for (std::size_t at = i + 1; at < i + 8 && spoken.starts_with("độ vĩ"); ++at)
    paired = paired || ((c.text(at) == "E" || c.text(at) == "Đ" || c.text(at) == "W") &&
                        c.is(at - 1, TokenKind::number));
  if (!paired && !c.near_any(n.first, i + 1, kChart)) return false;
  if (!n.decimal && side != "E" && side != "N") return false;
  // vĩ tuyến 18,00N, kinh tuyến 107,50E: the line is named already.
  static constexpr Phrases kLines = {"vĩ tuyến", "kinh tuyến", "vĩ độ", "kinh độ"};
  if (c.preceded_by_any(n.first, kLines) || continues_line(c, n.first, kLines))
    spoken = spoken.ends_with("bắc")    ? "độ bắc"
             : spoken.ends_with("nam")  ? "độ nam"
             : spoken.ends_with("đông") ? "độ đông"
                                        : "độ tây";
  say_numeral(draft, n, c);
  draft.say(spoken, c[i].span());
  draft.rule = "measure.coordinate";
  draft.end = i + 1;
  // The other half behind a dash is a second angle, no end of a range.
  if (c.is_dash(draft.end) && c.is(draft.end + 1, TokenKind::number)) {
    const auto other = read_numeral(c, draft.end + 1);
    // kinh tuyến 107,50E-114,00E: between two lines of one kind
    if (other && c.text(other->last) == side)
      draft.say("đến", c[draft.end].span());
    else
      draft.mark(',', c[draft.end].span());
    ++draft.end;
  }
  return true;
}

// 14.862 độ vĩ Bắc: the figures of an instrument, whose point is a decimal's.
bool degrees_by_instrument(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.first;
  if (!c.is(i, TokenKind::number) || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number) ||
      n.last != i + 3)
    return false;
  if (!c.followed_by(n.last, "độ vĩ") && !c.followed_by(n.last, "độ kinh")) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("phẩy", c[i + 1].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  draft.rule = "measure.coordinate";
  draft.end = i + 3;
  return true;
}

// 26 0C, 390C, 37,50C: a degree sign that lost its place above the line.
bool fallen_degree(const Context& c, Draft& draft, const Numeral& n) {
  static constexpr Phrases kWarmth = {"nhiệt độ", "thân nhiệt", "sốt", "lạnh", "nóng", "đun", "bảo quản"};
  const std::size_t letter = n.last;
  if (c.text(letter) != "C" || c.is(letter + 1, TokenKind::word) || c.is(letter + 1, TokenKind::number))
    return false;
  const std::string_view last = c.text(n.last - 1);
  const bool apart =
      last == "0" && n.first > 1 && c.is_blank(n.first - 1) && c.is(n.first - 2, TokenKind::number);
  if (!apart && (last.size() < 2 || last.back() != '0' || n.grouped)) return false;
  if (!c.near_any(n.first, letter + 1, kWarmth)) return false;
  const Span figures = c[n.last - 1].span();
  const Span sign{figures.end - 1, c[letter].end};
  if (!apart) {
    const std::string_view rest = last.substr(0, last.size() - 1);
    if (n.negative) draft.say("âm", c[n.first].span());
    if (n.decimal) {
      say_cardinal(draft, n.integer(), c.style(), c[n.last - 3].span());
      draft.say("phẩy", c[n.last - 2].span());
      say_digits(draft, rest, {figures.begin, sign.begin});
    } else {
      say_cardinal(draft, rest, c.style(), {figures.begin, sign.begin});
    }
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
  }
  draft.say("độ xê", sign);
  draft.rule = "measure.fallen-degree";
  draft.end = letter + 1;
  return true;
}

// 0,25đ; 8,5đ: there are no parts of a đồng, so these are points.
bool points(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t sign = n.decimal ? c.skip_blank(n.last) : n.last;
  if (!is_small(c, sign, "đ") || n.grouped || n.value() > 100 || n.integer().size() > 3 ||
      (n.integer().size() > 2 && n.integer()[0] == '0'))
    return false;
  // 15đ/5 trận
  const bool of_matches =
      c.is_mark(sign + 1, U'/') && c.is(sign + 2, TokenKind::number) && c.followed_by(sign + 3, "trận");
  // 0,5đ/câu
  static constexpr Phrases kQuestions = {"câu", "ý", "bài", "phần", "môn", "lần"};
  const bool of_questions = n.decimal && c.is_mark(sign + 1, U'/') && c.followed_by_any(sign + 2, kQuestions);
  if (!of_matches && !of_questions && !c.is_edge(sign + 1) && !c.is_mark(sign + 1, U'.')) return false;
  static constexpr Phrases kMarks = {"trừ", "cộng", "được", "đạt", "lấy", "chuẩn"};
  static constexpr Phrases kMarkNear = {"gplx",    "phạt nguội", "phạt", "điểm",     "tổ hợp",
                                        "bài thi", "thí sinh",   "môn",  "bằng lái", "giấy phép lái xe"};
  static constexpr Phrases kTable = {"sbd", "bxh",     "bảng xếp hạng", "xếp hạng", "vòng",    "clb",
                                     "đội", "hiệu số", "v.league",      "dẫn đầu",  "ngôi đầu"};
  static constexpr Phrases kPrices = {"giá", "tiền", "đồng",   "mua",      "bán",  "phí",     "xăng",
                                      "dầu", "usd",  "tỷ giá", "cổ phiếu", "cước", "tin nhắn"};
  const bool of_marks =
      n.value() <= 30 && c.preceded_by_any(n.first, kMarks) && c.near_any(n.first, sign + 1, kMarkNear);
  // 2. CAHN 24đ: behind a name, a sum so small is none.
  const std::size_t name = c.word_before(n.first);
  const bool behind_name = name != Context::npos && c[name].shape != Shape::lower && n.value() < 100;
  // NV1 97đ, gia đình văn hóa đạt 90đ: no price is so low.
  static constexpr Phrases kScored = {"nv",         "nguyện vọng", "đạt",         "xếp loại",  "thi đua",
                                      "điểm chuẩn", "số điểm",     "trúng tuyển", "xét tuyển", "tiêu chí",
                                      "rèn luyện",  "chấm",        "văn hóa",     "gđvh",      "điểm",
                                      "thang",      "thí sinh",    "sbd",         "tốt nghiệp"};
  const bool scored =
      c.near_any(n.first, sign + 1, kScored, Context::Reach::list) && !c.near_any(n.first, sign + 1, kPrices);
  const bool of_table =
      of_matches || scored ||
      ((behind_name || c.near_any(n.first, sign + 1, kTable)) && !c.near_any(n.first, sign + 1, kPrices));
  if (!n.decimal && !of_marks && !of_table) return false;
  say_numeral(draft, n, c);
  draft.say("điểm", c[sign].span());
  draft.rule = "measure.points";
  draft.end = of_questions ? say_per(draft, c, sign + 1, true) : sign + 1;
  return true;
}

// mạch 140 l/p: beats, not litres.
bool beats(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = c.skip_blank(n.last);
  if (!is_small(c, i, "l") || !c.is_mark(i + 1, U'/') ||
      !(is_small(c, i + 2, "p") || is_small(c, i + 2, "ph") || is_small(c, i + 2, "phút")))
    return false;
  static constexpr Phrases kPulse = {"mạch", "m", "nhịp tim", "nhịp thở", "tim thai", "mmhg"};
  if (!c.near_any(n.first, i + 3, kPulse)) return false;
  say_numeral(draft, n, c);
  draft.say("lần một phút", c.span(i, i + 3));
  draft.rule = "measure.beats";
  draft.end = i + 3;
  return true;
}

/// One or two numbers (a range, a product) and their unit.
struct Quantity {
  Numeral first;
  std::optional<Numeral> last;
  bool product = false;
  std::optional<Unit> unit;
  std::size_t end = 0;
};

// The sign of a number: at the start of it, before a figure, and not between two numbers.
std::optional<Numeral> read_signed(const Context& c, std::size_t i) {
  if (!c.is_dash(i)) return read_numeral(c, i);
  auto n = read_numeral(c, i + 1);
  if (!n) return std::nullopt;
  n->negative = true;
  n->first = i;
  n->span = c.span(i, n->last);
  return n;
}

void say_part(Draft& draft, const Context& c, const Numeral& n) {
  // 02 km: before a unit the zero only fills the place.
  if (n.is_integer() && !n.negative && n.leading_zero() && n.integer().size() == 2) {
    say_cardinal(draft, n.value(), c.style(), n.span);
    return;
  }
  // "âm -5": the word is said once.
  if (n.negative && c.preceded_by(n.first, "âm")) {
    Numeral positive = n;
    positive.negative = false;
    say_numeral(draft, positive, c);
    return;
  }
  say_numeral(draft, n, c);
}

// What is counted from the number on, or nothing where no unit stands behind it.
std::optional<Quantity> read_quantity(const Context& c, const Numeral& first) {
  Quantity q{first, std::nullopt, false, std::nullopt, first.last};
  const auto take_unit = [&] {
    const bool blank = c.is_blank(q.end);
    const std::size_t at = c.skip_blank(q.end);
    if (const auto unit = read_unit(c, at, !blank)) {
      q.unit = unit;
      q.end = unit->end;
    }
  };
  take_unit();
  if (q.unit) return q;
  const std::size_t sign = c.skip_blank(first.last);
  // 20 ÷ 30 cm is how engineers write a range.
  const std::size_t behind = c.is_mark(sign, U'\u00F7') ? sign + 1 : c.skip_to_sign(sign);
  if (behind != sign) {
    const std::size_t next = c.skip_blank(behind);
    auto last = read_numeral(c, next);
    if (last && is_fall_of_name(c, first, *last)) return std::nullopt;
    // 11g ngày 29 - 11g ngày 2/12: the day, and an hour of another.
    if (last && c.preceded_by(first.first, "ngày") && c.text(last->last) == "g" && last->is_integer() &&
        last->value() <= 24)
      return std::nullopt;
    if (!last && c.is_dash(next)) last = read_signed(c, next);
    // -0,9 -2,8%: the sign leans on the second number as on the first.
    if (last && first.negative && c.is_blank(first.last) && next == sign + 1) last->negative = true;
    if (!last) return std::nullopt;
    // loại 1 - 2.100đ/km: the first figure numbers the thing, the second is its price.
    if (c.is_blank(first.last) && last->grouped && !first.grouped && first.is_integer() &&
        first.value() < 10 && c.word_before(first.first) != Context::npos &&
        c.preceded_by_any(first.first, std::array<std::string_view, 8>{"loại", "hạng", "bậc", "mức", "lô",
                                                                       "gói", "nhóm", "số"}))
      return std::nullopt;
    q.last = last;
    q.end = last->last;
    take_unit();
    if (q.unit) return q;
  }
  return std::nullopt;
}

void say_quantity(Draft& draft, const Context& c, const Quantity& q) {
  say_part(draft, c, q.first);
  if (q.last) {
    draft.say("đến", {q.first.span.end, q.last->span.begin});
    say_part(draft, c, *q.last);
  }
  if (q.unit) say_unit(draft, *q.unit, c);
}

bool is_money(const Unit& unit) { return unit.currency != nullptr || unit.is_scale(); }

// 2 x 3 m, 4x100m, 320 x 480
bool product(const Context& c, Draft& draft, const Numeral& first) {
  std::size_t at = c.skip_blank(first.last);
  if (!is_times(c, at)) return false;
  auto next = read_numeral(c, c.skip_blank(at + 1));
  if (!next) return false;
  say_numeral(draft, first, c);
  std::size_t end = first.last;
  for (int factors = 0; factors < 4 && next; ++factors) {
    draft.say("nhân", c[at].span());
    say_numeral(draft, *next, c);
    end = next->last;
    at = c.skip_blank(end);
    if (!is_times(c, at)) break;
    next = read_numeral(c, c.skip_blank(at + 1));
  }
  draft.rule = "measure.product";
  const bool blank = c.is_blank(end);
  if (const auto unit = read_unit(c, c.skip_blank(end), !blank)) {
    say_unit(draft, *unit, c);
    end = unit->end;
  }
  draft.end = end;
  return true;
}

// 6mx20m, 5mx18m: the unit of the first side runs into the sign.
bool glued_product(const Context& c, Draft& draft, const Numeral& first) {
  const std::size_t i = first.last;
  if (!is_small(c, i, "mx") && !is_small(c, i, "cmx")) return false;
  const auto next = read_numeral(c, i + 1);
  if (!next) return false;
  say_numeral(draft, first, c);
  const Span sign{c[i].end - 1, c[i].end};
  draft.say(c.text(i) == "mx" ? "mét" : "xăng ti mét", {c[i].begin, sign.begin});
  draft.say("nhân", sign);
  say_numeral(draft, *next, c);
  draft.end = next->last;
  if (const auto unit = read_unit(c, c.skip_blank(next->last), !c.is_blank(next->last))) {
    say_unit(draft, *unit, c);
    draft.end = unit->end;
  }
  draft.rule = "measure.product";
  return true;
}

bool starts_number(const Context& c, std::size_t i) {
  return !(i > 0 && (c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U',')) && i > 1 &&
           c.is(i - 2, TokenKind::number));
}

// chai 1l5: a litre and its tenths
bool litres(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  if (!is_small(c, i, "l") || !n.is_integer() || n.value() > 30) return false;
  const auto tenths = read_figures(c, i + 1, 1);
  if (!tenths || c.is(i + 2, TokenKind::word) || c.is(i + 3, TokenKind::number)) return false;
  say_numeral(draft, n, c);
  draft.say("lít", c[i].span());
  say_cardinal(draft, tenths->value, c.style(), tenths->span);
  draft.rule = "measure.litres";
  draft.end = i + 2;
  return true;
}

constexpr std::size_t kLongestList = 64;  // words

// The forms of their own, each with the signs and first letters of what stands behind its number: nearly
// all numbers are refused by one look at that.
struct Form {
  bool (*read)(const Context& c, Draft& draft, const Numeral& n);
  std::u32string_view begins;
};
constexpr Form kForms[] = {
    {inches, U"\"\u2033\u201D"},
    {angle, U"\u00B0o"},
    {height, U"m"},
    {weight, U"k"},
    {scaled, U"tTkK"},
    {coordinate, U"NBSEĐW"},
    {degrees_by_instrument, U"đĐ"},
    {fallen_degree, U"C"},
    {points, U"đ"},
    {beats, U"l"},
    {litres, U"l"},
    {product, U"xX\u00D7"},
    {glued_product, U"mc"},
};

bool read_measure(const Context& c, Draft& draft, std::size_t i) {
  const auto n = read_signed(c, i);
  if (!n) return false;
  draft.semiotic_class = SemioticClass::measure;
  const char32_t behind = c[c.skip_blank(n->last)].code;
  for (const Form& form : kForms) {
    if (form.begins.find(behind) == std::u32string_view::npos) continue;
    if (form.read(c, draft, *n)) return true;
    draft.reset();
    draft.semiotic_class = SemioticClass::measure;
  }
  // tôm thẻ 50c/kg: so many to the kilogram.
  if (is_small(c, n->last, "c") && n->is_integer() && c.is_mark(n->last + 1, U'/') &&
      (c.folded(n->last + 2) == "kg" ||
       (c.text(n->last + 2) == "m" && c.text(n->last + 3) == "2" && n->value() >= 10))) {
    say_numeral(draft, *n, c);
    draft.say("con", c[n->last].span());
    draft.rule = "measure.count";
    draft.end = say_per(draft, c, n->last + 1, true);
    return true;
  }
  // tôm sú 30c 185k: so many to the kilogram, and their price.
  if (is_small(c, n->last, "c") && n->is_integer() && n->value() >= 10 &&
      c.near_any(i, n->last + 1,
                 std::array<std::string_view, 6>{"tôm", "tôm sú", "tôm thẻ", "cá", "ttct", "thả"},
                 Context::Reach::list)) {
    say_numeral(draft, *n, c);
    draft.say("con", c[n->last].span());
    draft.rule = "measure.count";
    draft.end = n->last + 1;
    return true;
  }
  // thuê xe 7c: seats.
  if (is_small(c, n->last, "c") && n->is_integer() && c.is_edge(n->last + 1) &&
      contains(kSeats, n->integer()) && c.near_any(i, n->last + 1, kVehicles)) {
    say_numeral(draft, *n, c);
    draft.say("chỗ", c[n->last].span());
    draft.rule = "measure.seats";
    draft.end = n->last + 1;
    return true;
  }
  // bán nhà 3T, 4PN: storeys.
  if (is_small(c, n->last, "T") && n->is_integer() && n->value() <= 9 &&
      (c.preceded_by(i, "nhà") || c.near_any(i, n->last + 1, kHomes))) {
    say_numeral(draft, *n, c);
    draft.say("tầng", c[n->last].span());
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    draft.rule = "measure.storeys";
    draft.end = n->last + 1;
    return true;
  }
  // 1/2 kg: the part is read by recognise_fraction.
  auto q = read_quantity(c, *n);
  if (!q) return false;
  // KPI 86,4 - 99,2đ: there are no parts of a đồng, so these are points.
  static constexpr Phrases kPoints = {"điểm", "cộng", "trừ", "ưu tiên", "xét tuyển", "nv", "thi đua"};
  if (q->last && q->unit->written == "đ" && q->last->value() <= 100 &&
      ((q->last->decimal && q->last->fraction().size() <= 2) ||
       (!q->last->grouped && c.near_any(q->first.first, q->end, kPoints)))) {
    q->unit.reset();
    say_quantity(draft, c, *q);
    draft.say("điểm", c[q->end - 1].span());
    draft.rule = "measure.points";
    draft.end = q->end;
    return true;
  }
  // A falling "range" before a unit that is a scale or a noun is still one: 5-3%. Read as written.
  const bool money = is_money(*q->unit);
  draft.semiotic_class = money ? SemioticClass::money : SemioticClass::measure;
  draft.rule = q->last ? (money ? "money.range" : "measure.range") : (money ? "money" : "measure");
  // trẻ 9-14t: years of age, not tonnes; tuyển lao động nữ, 18-30t.
  static constexpr Phrases kHired = {"tuyển",   "lao động", "nhân viên",  "ứng viên", "nữ",      "nam",
                                     "độ tuổi", "tn",       "thanh niên", "đvtn",     "học viên"};
  const bool tonnes = q->unit->written == "t" || q->unit->written == "T";
  const auto are_persons = [&] {
    // bé gái 9-14t, whatever a price near by may be of
    static constexpr Phrases kNamed = {"bé gái", "bé trai", "trẻ",        "trẻ em",
                                       "cháu",   "phụ nữ",  "thanh niên", "học sinh"};
    if (c.preceded_by_any(q->first.first, kNamed)) return true;
    // Độ tuổi 18-25; 0-5t: the further groups of a list.
    if (q->last->value() <= 18 &&
        c.near_any(q->first.first, q->end, std::array<std::string_view, 2>{"tuổi", "độ tuổi"},
                   Context::Reach::list))
      return true;
    // Trẻ 5T đến lớp 100%, 3-4T: 90%
    if (q->last->value() <= 18 && c.near(q->first.first, q->end, "trẻ")) return true;
    // dưới 6t, 6-14t: the further ages of a list.
    const std::size_t mark = q->first.first == 0 ? Context::npos : c.skip_blank_back(q->first.first - 1);
    if (mark != Context::npos && c.is_mark(mark, U',') && mark >= 2 && c.folded(mark - 1) == "t" &&
        c.is(mark - 2, TokenKind::number) && c.near_any(q->first.first, q->end, kPersonsNear))
      return true;
    return about_persons(c, q->first.first, q->end) ||
           (c.preceded_by_any(q->first.first, kPersons) && c.near_any(q->first.first, q->end, kPersonsNear));
  };
  if (q->last && tonnes && q->last->value() <= 110 && q->last->is_integer() &&
      ((are_persons() && (!c.near_any(q->first.first, q->end, kLoadsNear) ||
                          c.near(q->first.first, q->end, "bé") || c.near(q->first.first, q->end, "trẻ"))) ||
       (c.near_any(q->first.first, q->end, kHired) && !c.near(q->first.first, q->end, "tải")))) {
    q->unit.reset();
    say_quantity(draft, c, *q);
    draft.say("tuổi", c[q->end - 1].span());
    draft.rule = "measure.age";
    draft.certainty = Certainty::narrow;
    draft.rival = "measure.range";
    draft.semiotic_class = SemioticClass::measure;
    draft.end = q->end;
    return true;
  }
  say_quantity(draft, c, *q);
  std::size_t end = q->end;
  // 13,1°N-113,2°E: the second angle is no end of a range.
  if (q->unit->row != nullptr && q->unit->row->kind == tables::UnitRow::Kind::degree &&
      q->unit->written.size() == 3 && c.is_dash(end) && c.is(end + 1, TokenKind::number) &&
      (q->unit->written.back() == 'N' || q->unit->written.back() == 'S')) {
    draft.mark(',', c[end].span());
    draft.end = end + 1;
    return true;
  }
  // 10k-20k, 5kg - 7kg: both ends carry the unit. 1200m-400m-800m: what falls, or goes on, is a list.
  bool list = false;
  for (std::size_t dash = c.skip_blank(end); !q->last && c.is_dash(dash); dash = c.skip_blank(end)) {
    const auto next = read_signed(c, c.skip_blank(dash + 1));
    const auto other = next ? read_quantity(c, *next) : std::nullopt;
    if (!other || other->last || other->unit->written != q->unit->written) break;
    list = list || other->first.real() < q->first.real() || c.is_dash(other->end);
    if (list)
      draft.mark(',', c[dash].span());
    else
      draft.say("đến", c[dash].span());
    say_quantity(draft, c, *other);
    end = other->end;
    if (!list || draft.items().size() > kLongestList) break;
  }
  // A scale takes its currency: 50k đ, 5 tr USD.
  if (q->unit->is_scale()) {
    const bool blank = c.is_blank(end);
    const auto currency = read_unit(c, c.skip_blank(end), !blank);
    if (currency && currency->currency != nullptr) {
      say_unit(draft, *currency, c);
      end = currency->end;
    }
  }
  draft.end = say_per(
      draft, c, end, money || q->unit->row == nullptr || q->unit->row->kind == tables::UnitRow::Kind::percent,
      q->unit->row);
  return true;
}

}  // namespace

bool recognise_measure(const Context& c, Draft& draft) {
  if (!starts_number(c, c.here())) return false;
  return read_measure(c, draft, c.here());
}

// -5°C, −3,2%: a sign with a blank or a bracket before and a figure behind.
bool recognise_signed_number(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_dash(i) || c[i].code == U'\u2014' || !c.is(i + 1, TokenKind::number)) return false;
  if (i > 0 && !c.is_edge(i - 1)) return false;
  std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  // "15 -19%", "20% -30%": between two numbers it joins; "Covid -19" is a name.
  // VN30 -12,4: the figures before are a name's.
  const bool named = c.is(before, TokenKind::number) && before > 0 && c.is(before - 1, TokenKind::word) &&
                     c[before - 1].shape != Shape::lower;
  if ((c.is(before, TokenKind::number) && !named) || c.is_mark(before, U'%')) return false;
  const auto n = read_signed(c, i);
  if (!n || c.is_mark(n->last, U'/')) return false;  // giải ba -8/2
  if (named && !n->decimal && !c.is_mark(c.skip_blank(n->last), U'%')) return false;
  const bool change = n->decimal || c.is_mark(c.skip_blank(n->last), U'%');  // HPG -1,3%
  if (c.is(before, TokenKind::word) && !c[before].syllable && !change) return false;
  // A hyphen at the start of a line is more often a list's.
  const bool measured = n->decimal || c.is_mark(c.skip_blank(n->last), U'%') ||
                        c.is_mark(c.skip_blank(n->last), U'\u00B0') || c.followed_by(n->last, "độ");
  if (i == 0 && !measured && c[i].code == U'-' && c.options().kind != TextKind::running) return false;
  if (c.is(before, TokenKind::word) && c[before].shape != Shape::lower && !measured) return false;
  if (read_measure(c, draft, i)) return true;
  draft.reset();
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = "cardinal.negative";
  say_part(draft, c, *n);
  draft.end = n->last;
  return true;
}

bool number_shortly_before(const Context& c, std::size_t i) {
  for (std::size_t steps = 0; steps < 5 && i > 0; ++steps)
    if (c.is(--i, TokenKind::number)) return true;
  return false;
}

// The same a little farther off, in the same item of a list.
bool figure_in_item_before(const Context& c, std::size_t i) {
  for (std::size_t steps = 0; steps < 9 && i > 0; ++steps) {
    --i;
    if (c.is(i, TokenKind::number)) return true;
    if (c.is_mark(i, U')') || c.is_mark(i, U':') || c.is_mark(i, U';') ||
        (c.is_mark(i, U',') && c.is_blank(i + 1)))
      return false;
  }
  return false;
}

// The words up to a mark or a figure begin with a rate.
bool behind_rate(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at > 0 && steps < 12; ++steps) {
    if (!c.is(--at, TokenKind::word) && !c.is_blank(at)) return false;
    if (c.folded(at) == "lệ" && (c.preceded_by(at, "tỷ") || c.preceded_by(at, "tỉ"))) return true;
  }
  return false;
}

bool equals_before(const Context& c, std::size_t i) {
  for (std::size_t steps = 0; steps < 40 && i > 0; ++steps)
    if (c.is_mark(--i, U'=')) return true;
  return false;
}

// 1,8 tỷ USD (+9%), 3 vụ (-2), HPG -1,3%: how far what stands before has risen or fallen.
bool recognise_change(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool rises = c.is_mark(i, U'+');
  if (i < 2 || (!rises && !c.is_dash(i))) return false;
  const auto n = read_numeral(c, i + 1);
  if (!n || c.followed_by(n->last, "độ")) return false;
  std::size_t end = n->last;
  if (c.is_blank(i - 1)) {
    // VN30 -1,2%, S&P 500 +0,7%: the figures of a name stand between.
    const std::size_t head = c.is(i - 2, TokenKind::number) && i >= 3 ? c.skip_blank_back(i - 3) : i - 2;
    const bool named = c.is(head, TokenKind::word) && c[head].shape != Shape::lower &&
                       (c[head].letters >= 2 || head < i - 2);
    if (!named || !c.is_mark(end, U'%')) return false;
  } else if (!c.is_mark(i - 1, U'(') || !figure_in_item_before(c, i - 1)) {
    return false;
  } else {
    for (int words = 0; words < 5 && (c.is(end, TokenKind::word) || c.is_blank(end) || c.is_mark(end, U'%'));
         ++words)
      ++end;
    if (!c.is_mark(end, U')')) return false;
  }
  // bán ròng: VIC (-350 tỷ), VHM (-210 tỷ): sums of each share.
  static constexpr Phrases kSums = {"tỷ", "tỉ", "triệu"};
  if (c.is_mark(i - 1, U'(') && c[c.skip_blank_back(i - 2)].shape == Shape::upper &&
      c.followed_by_any(n->last, kSums))
    return false;
  static constexpr Phrases kSigned = {"hiệu số",
                                      "hsbt",
                                      "nhiệt độ",
                                      "kinh độ",
                                      "vĩ độ",
                                      "cận",
                                      "diop",
                                      "elo",
                                      "hạng",
                                      "rh",
                                      "độ f",
                                      "độ c",
                                      "hiệu số bàn thắng bại"};
  if (c.near_any(i, end, kSigned)) return false;
  // 24 điểm (+12): in a table of a league the difference of goals.
  const std::size_t points = c.skip_blank_back(i - 2);
  const std::size_t figure =
      c.folded(points) == "điểm" || c.folded(points) == "đ" ? c.skip_blank_back(points - 1) : 0;
  if (n->is_integer() && end == n->last && figure > 0 && c.is(figure, TokenKind::number) &&
      c[figure].size() <= 2)
    return false;
  draft.say(rises ? "tăng" : "giảm", c[i].span());
  draft.semiotic_class = SemioticClass::symbol;
  draft.rule = "measure.change";
  draft.end = i + 1;
  return true;
}

// m2, ha, USD with no number of their own in front: "5 triệu USD", "mỗi ha", "hàng trăm m2".
bool recognise_unit_word(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (is_times(c, i)) {
    // dài x rộng x cao
    static constexpr Phrases kSizes = {"dài", "rộng", "cao", "sâu", "ngang", "dày", "d", "r", "c"};
    if (i >= 2 && c.is_blank(i - 1) && c.is_blank(i + 1) && c.preceded_by_any(i, kSizes) &&
        c.followed_by_any(i + 1, kSizes)) {
      draft.say("nhân", c[i].span());
      draft.semiotic_class = SemioticClass::measure;
      draft.rule = "measure.times";
      draft.end = i + 1;
      return true;
    }
    if (i < 2 || !c.is_blank(i - 1) || !c.is_blank(i + 1)) return false;
    // Điểm Toán x 2, (a + b) x 3/4; after an equals sign of words too: tiền lương = số công x đơn giá. Two
    // names beside each other have made something together (Adidas x Gucci), and X is a letter.
    const bool small = !c.is_mark(i, U'\u00D7') && c[i].code == U'x';
    const bool behind_whole =
        c.is_mark(i - 2, U')') || c.is_mark(i - 2, U']') || c.is(i - 2, TokenKind::word);
    const Token& right = c[i + 2];
    const bool factor =
        right.is(TokenKind::number) ||
        ((right.is_mark(U'(') || right.is_mark(U'[') || right.shape == Shape::lower) && equals_before(c, i));
    if (small && behind_whole && factor) {
      draft.say("nhân", c[i].span());
      draft.semiotic_class = SemioticClass::measure;
      draft.rule = "measure.times";
      draft.end = i + 1;
      return true;
    }
    // 2m x 3m, 2tr x 24 kỳ, 1 viên x 7 ngày: a product of what is counted.
    constexpr Phrases kFactors = {"hệ số",   "số ngày",   "số tháng", "số người",
                                  "đơn giá", "diện tích", "mức lương"};
    if (i < 4 || (!c.is(i + 2, TokenKind::number) && !c.followed_by_any(i + 1, kFactors))) return false;
    const std::size_t left = i - 2;
    const bool counted = c.is(left, TokenKind::number) || c.is_mark(left, U'%') ||
                         (c.is(left, TokenKind::word) && number_shortly_before(c, left));
    if (!counted) return false;
    draft.say("nhân", c[i].span());
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.times";
    draft.end = i + 1;
    return true;
  }
  // Lapsus$, A$AP: a letter of a name.
  if (c.is_mark(i, U'$') && i > 0 && c.is(i - 1, TokenKind::word) && !c.is(i + 1, TokenKind::number))
    return false;
  const auto unit = read_unit(c, i, false);
  if (!unit) return false;
  const std::size_t word = c.word_before(i);
  static constexpr Phrases kCounts = {"nghìn", "ngàn", "triệu", "tỷ",     "tỉ",   "trăm", "vạn",  "chục",
                                      "mỗi",   "một",  "mấy",   "vài",    "các",  "theo", "hai",  "ba",
                                      "bốn",   "năm",  "sáu",   "bảy",    "tám",  "chín", "mười", "mươi",
                                      "rưỡi",  "nửa",  "từng",  "đơn vị", "tính", "đồng"};
  bool counted = word != Context::npos && c.preceded_by_any(i, kCounts);
  // lúcchục ha: the blank before the count is missing.
  constexpr std::string_view kRunOn[] = {"chục", "trăm", "nghìn", "triệu"};
  if (word != Context::npos && c.is(word, TokenKind::word) && !c[word].syllable)
    for (const std::string_view count : kRunOn) counted = counted || c.text(word).ends_with(count);
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  // Sony A7 V, MacBook M4 m: the figures of a model count nothing.
  const bool model = c.is(before, TokenKind::number) && c.is_blank(i - 1) && before > 0 &&
                     c.is(before - 1, TokenKind::word) && c[before - 1].shape != Shape::lower &&
                     unit->written.size() == 1;
  std::size_t sign = before;
  while (sign > 0 && sign + 2 > before && c.is_dash(sign) && c.is_dash(sign - 1)) --sign;
  counted = counted || (c.is(before, TokenKind::number) && !model) || c.is_mark(before, U'%') ||
            (before == i - 1 && (c.is_mark(sign, U'\'') || (c.is_dash(sign) && unit->written.size() >= 2)) &&
             sign > 0 && c.is(sign - 1, TokenKind::number));
  // INR at a clinic is no rupee.
  if (unit->currency != nullptr && unit->written == "INR" && !c.is(before, TokenKind::number) &&
      !c.near(i, unit->end, "ấn độ"))
    return false;
  // Giá nông sản (đ/kg), ĐVT: đ/kg: the head of a column of prices.
  if (unit->currency != nullptr && (c.is_mark(before, U'(') || c.is_mark(before, U':')) &&
      c.is_mark(unit->end, U'/') && c.is(unit->end + 1, TokenKind::word))
    counted = true;
  if (unit->row != nullptr) {
    // ha is also a word; m, t, h need a number.
    if (unit->row->needs_number && !counted) return false;
    const bool measured = counted && !c.preceded_by(i, "các");
    if (unit->written == "ha" && !measured && !c.is_mark(unit->end, U'/')) return false;
    if (unit->row->kind == tables::UnitRow::Kind::degree || unit->row->kind == tables::UnitRow::Kind::scale) {
      if (!counted) return false;
    }
    // kWh and MWh are nothing else; MB, TB and their like may be.
    if (c[i].shape != Shape::lower && c[i].shape != Shape::mixed && !counted && c.is(i, TokenKind::word))
      return false;
  } else if (c.is(i, TokenKind::word) && !counted &&
             (c[i].shape == Shape::lower || c[i].shape == Shape::single_upper)) {
    return false;
  }
  // Nguyễn Văn Đ. is no sum of money.
  if (unit->currency != nullptr && c[i].shape == Shape::single_upper && !c.is(before, TokenKind::number))
    return false;
  if (c.is_mark(i, U'\u00B0') || c.is_mark(i, U'\'') || c.is_mark(i, U'"')) return false;
  const bool money = unit->currency != nullptr;
  draft.semiotic_class = money ? SemioticClass::money : SemioticClass::measure;
  draft.rule = money ? "money.word" : "measure.word";
  say_unit(draft, *unit, c);
  draft.end = say_per(draft, c, unit->end, money);
  return true;
}

// đồng/kg, triệu/m², khách/năm, bác sĩ/1.000 dân: a slash behind what is counted.
bool recognise_per(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'/') || i == 0) return false;
  // (6h-14h/14h-22h): two shifts.
  if (c.text(i - 1) == "h" && c.is(i + 1, TokenKind::number) && c.text(i + 2) == "h") return false;
  // tối đa 90 mg/kg/24 giờ: in that time
  if (i >= 2 && c.is(i - 1, TokenKind::word) && c.is_mark(i - 2, U'/') && c.is(i + 1, TokenKind::number) &&
      c.followed_by_any(i + 2, std::array<std::string_view, 2>{"giờ", "h"})) {
    draft.say("trong", c[i].span());
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.per";
    draft.end = i + 1;
    return true;
  }
  // uống 1 gói (5ml)/lần: the bracket tells how much each is.
  static constexpr Phrases kOfEach = {"lần", "ngày", "người", "hộ", "tháng", "năm", "con", "sào", "ha"};
  if (c.is_mark(i - 1, U')') && c.is(i - 2, TokenKind::word) && c.followed_by_any(i + 1, kOfEach) &&
      !c.is_mark(i + 2, U'/')) {
    draft.say("một", c[i].span());
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.per";
    draft.end = i + 1;
    return true;
  }
  // 2 vụ/1 chết/3 bị thương: what came of them.
  static constexpr Phrases kOutcomes = {"chết",    "bị thương", "người chết", "người bị thương",
                                        "tử vong", "bị chết"};
  if (c.is(i + 1, TokenKind::number) && c.followed_by_any(i + 2, kOutcomes)) return false;
  if (c.is(i - 1, TokenKind::number) && c.is(i + 1, TokenKind::word)) {
    // thu 30.000/th, 20.000/hộ/năm: a sum in thousands whose đồng is left out.
    static constexpr Phrases kEach = {
        "th",    "tháng", "năm",  "hộ",       "người",     "ng",       "khẩu",      "lần",  "suất",
        "phần",  "em",    "cháu", "học sinh", "hs",        "kg",       "sào",       "lượt", "vé",
        "xe",    "ngày",  "quý",  "kỳ",       "đảng viên", "hội viên", "đoàn viên", "bộ",   "cuốn",
        "thùng", "bao",   "con",  "cái",      "chiếc",     "buổi",     "giờ",       "bé",   "lớp",
        "hv",    "đv",    "công", "chuyến",   "m2",        "m3",       "khối"};
    const bool sum = c[i - 1].size() == 3 && i >= 3 && (c.is_mark(i - 2, U'.') || c.is_mark(i - 2, U',')) &&
                     c.is(i - 3, TokenKind::number) && c.text(i - 1).back() == '0';
    if (sum && c.followed_by_any(i + 1, kEach)) {
      draft.semiotic_class = SemioticClass::money;
      draft.rule = "money.per";
      draft.end = say_per(draft, c, i, true);
      return draft.end > i;
    }
    // tiểu cầu 45.000/mm3
    const auto unit = read_unit(c, i + 1, true);
    if (!unit || unit->row == nullptr || unit->row->kind != tables::UnitRow::Kind::physical ||
        unit->written.size() < 2)
      return false;
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.per";
    // 3 triệu 2/m2: a price
    static constexpr Phrases kScales = {"triệu", "tỷ", "tỉ", "nghìn", "ngàn"};
    draft.say(c.preceded_by_any(i - 1, kScales) ? "một" : "trên", c[i].span());
    say_unit(draft, *unit, c);
    draft.end = unit->end;
    return true;
  }
  // 1.566 tấn/ 2.147 tấn, 78.200 con /65.650 con: so many of so many.
  const std::size_t left_word = c.skip_blank_back(i - 1);
  const std::size_t right_number = c.skip_blank(i + 1);
  if ((c.is_blank(i - 1) || c.is_blank(i + 1)) && c[left_word].letters >= 2 && left_word > 0 &&
      c[left_word].shape == Shape::lower && c.is(c.skip_blank_back(left_word - 1), TokenKind::number)) {
    const auto whole = read_numeral(c, right_number);
    if (whole && c.text(c.skip_blank(whole->last)) == c.text(left_word)) {
      draft.say("trên", c[i].span());
      draft.semiotic_class = SemioticClass::measure;
      draft.rule = "measure.of-so-many";
      draft.end = i + 1;
      return true;
    }
  }
  if (!c.is(i - 1, TokenKind::word)) return false;
  // 150.000đ/ năm/ bé: the chain goes on behind a blank.
  if (c.is_blank(i + 1) && c[i + 2].syllable && c[i + 2].shape == Shape::lower && i >= 3 &&
      (c.is_mark(i - 2, U'/') || c.is_mark(i - 3, U'/'))) {
    draft.semiotic_class = SemioticClass::measure;
    draft.rule = "measure.per";
    draft.end = say_per(draft, c, i, true);
    return draft.end > i;
  }
  // Wi-Fi 802.11 a/b/g/n/ac: letters side by side.
  const auto letter = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].letters == 1 && c[at].size() == 1;
  };
  if (letter(i - 1) && letter(i + 1) &&
      ((i >= 3 && c.is_mark(i - 2, U'/') && letter(i - 3)) || (c.is_mark(i + 2, U'/') && letter(i + 3))))
    return false;
  const Folded small = c.folded(i - 1);
  const std::string_view left = c.headline() ? small.view() : c.text(i - 1);
  // A number, or a word for one, counts what stands before the slash.
  bool counted = false;
  for (std::size_t at = i, steps = 0; at > 0 && steps < 10 && !counted; ++steps) {
    --at;
    // đồng/hộ/tháng: the figure stands before all slashes.
    if (c.is(at, TokenKind::mark) && !c.is_mark(at, U'.') && !c.is_mark(at, U',') && !c.is_mark(at, U'/'))
      break;
    const tables::UnitRow* row = c.is(at, TokenKind::word) ? tables::find_unit(c.text(at)) : nullptr;
    counted = c.is(at, TokenKind::number) || (row != nullptr && row->kind == tables::UnitRow::Kind::scale);
  }
  draft.semiotic_class = SemioticClass::measure;
  draft.rule = "measure.per";
  if (c.is(i + 1, TokenKind::number)) {
    const auto n = read_numeral(c, i + 1);
    // 2,15 triệu HK/11T: in so many months.
    if (n && counted && c.text(n->last) == "T" && n->is_integer() && n->value() <= 12) {
      draft.say("trên", c[i].span());
      say_numeral(draft, *n, c);
      draft.say("tháng", c[n->last].span());
      draft.end = n->last + 1;
      return true;
    }
    const bool of_so_many = counted && c[i - 1].shape == Shape::lower && n && c.is_blank(n->last) &&
                            c.is(n->last + 1, TokenKind::word) && c[n->last + 1].shape == Shape::lower;
    // 3 CFU/100ml, 60mg/kg/24h
    const auto unit = counted && n && !of_so_many ? read_unit(c, n->last, true) : std::nullopt;
    if (!of_so_many && (!unit || unit->row == nullptr)) return false;
    // 226 mã giảm/95 mã tăng: two counts of one thing side by side.
    const bool same =
        of_so_many && i >= 3 && c.is_blank(i - 2) && c.folded(i - 3) == "mã" && c.folded(n->last + 1) == "mã";
    // 200k/gian/3 ngày: a price of each for so long.
    // 45 kg/người/6 tháng: a measure of each.
    const bool price = i >= 3 && c.is_mark(i - 2, U'/') && n->value() <= 100 && c.is(i - 3, TokenKind::word);
    // 137 hộ/421 nhân khẩu, 12 vụ/35 bị can: so many, and so many people in them.
    static constexpr Phrases kPeople = {"con",       "nhân khẩu", "khẩu",   "người",
                                        "đối tượng", "bị can",    "bị cáo", "công dân"};
    constexpr std::string_view kHeld[] = {"hộ", "vụ", "lượt", "đoàn", "án"};
    // tiêu hủy 128 con/6.450kg: so many, and what they weigh.
    static constexpr std::string_view kHeads[] = {"con", "hộ", "cây", "bao", "chuyến", "xe", "thùng", "thửa"};
    constexpr std::string_view kBulks[] = {"kg", "tấn", "tạ", "ha", "m2", "m3", "m²", "m³", "khối", "sào"};
    if (same || (unit && contains(kHeads, left) && contains(kBulks, unit->written)))
      draft.mark(',', c[i].span());
    else if (of_so_many && contains(kHeld, left) && c.followed_by_any(n->last, kPeople))
      draft.say("với", c[i].span());
    else if (!price)
      draft.say("trên", c[i].span());
    say_numeral(draft, *n, c);
    draft.end = n->last;
    if (unit) {
      say_unit(draft, *unit, c);
      draft.end = unit->end;
    }
    return true;
  }
  // 15.000 đồng/ kg, 433.700 đồng/ bình: a blank slipped in behind the slash of a price.
  static constexpr Phrases kTimes = {"tuần", "ngày", "tháng", "năm", "giờ", "phút", "người", "ha", "lần"};
  if (counted && c.is_blank(i + 1) && !c.is_blank(i - 1) && c.is(i + 2, TokenKind::word) &&
      c[i + 2].shape == Shape::lower &&
      (left == "đồng" || (left == "đ" && i >= 2 && c.is(i - 2, TokenKind::number)) ||
       (c[i - 1].shape == Shape::lower && c.followed_by_any(i + 1, kTimes)))) {
    draft.end = say_per(draft, c, i, true);
    return draft.end > i;
  }
  if (!c.is(i + 1, TokenKind::word)) return false;
  // tại nhà/qua điện thoại: two ways of doing it.
  static constexpr Phrases kWays = {"qua",  "tại",   "ở",  "bằng", "hoặc",
                                    "trên", "trong", "từ", "theo", "không"};
  if (c.followed_by_any(i + 1, kWays)) return false;
  // nghiệp vụ/hoạt động: no season.
  static constexpr Phrases kNoSeason = {"nghiệp vụ", "dịch vụ", "nhiệm vụ", "chức vụ", "nghĩa vụ", "phục vụ"};
  if (c.preceded_by_any(i, kNoSeason)) return false;
  const tables::UnitRow* row = tables::find_unit(left);
  const bool unit_left = row != nullptr || tables::find_currency(left) != nullptr || c.headline();
  // triệu đồng/m2, USD/oz: of any number.
  const bool sums_left =
      (row != nullptr && row->kind == tables::UnitRow::Kind::scale) || left == "đồng" ||
      (tables::find_currency(left) != nullptr && tables::find_currency(c.text(i + 1)) == nullptr);
  const bool unit_right = read_unit(c, i + 1, true) || !tables::find_units(c.text(i + 1)).empty();
  // GRDP/người, GDP/người: a measure in capitals for each of what is counted.
  const bool per_head =
      c[i - 1].shape == Shape::upper && (c.folded(i + 1) == "người" || c.folded(i + 1) == "hộ");
  if (per_head) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // tỷ lệ tử vong/ca mắc, tỷ lệ bác sĩ/vạn dân: one count over the other.
  if (c[i - 1].shape == Shape::lower && c[i + 1].shape == Shape::lower && c[i + 1].syllable &&
      behind_rate(c, i)) {
    draft.say("trên", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // (5g) muối/ngày, số ca nhiễm/ngày: of each day, unless times stand side by side (ngày/tháng/năm sinh).
  static constexpr Phrases kPeriods = {"giây", "phút", "giờ",  "ngày",  "đêm", "tuần", "tháng", "quý", "năm",
                                       "buổi", "sáng", "trưa", "chiều", "tối", "mùa",  "vụ",    "kỳ"};
  static constexpr Phrases kEachPeriod = {"ngày", "tuần", "tháng", "năm", "giờ", "ngày đêm"};
  if (c[i - 1].shape == Shape::lower && c[i - 1].syllable && !c.is_blank(i + 1) &&
      c.followed_by_any(i + 1, kEachPeriod) && !c.is_mark(i + 2, U'/') && !c.is(i + 2, TokenKind::number) &&
      !c.preceded_by_any(i, kPeriods)) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // 40 em/lớp: a figure directly before, and small words on both sides.
  const std::size_t figure = i >= 3 && c.is_blank(i - 2) ? i - 3 : Context::npos;
  const bool of_each = c.is(figure, TokenKind::number) && c[i - 1].shape == Shape::lower &&
                       c[i + 1].shape == Shape::lower && c[i + 1].syllable && !(c.folded(i + 1) == "chị") &&
                       !(c.folded(i + 1) == "hoặc");
  // hai phát/phút, bao nhiêu tiền/đôi: the number in words.
  static constexpr Phrases kNumbers = {"một", "hai",  "ba",   "bốn", "năm", "sáu",      "bảy",
                                       "tám", "chín", "mười", "mấy", "vài", "bao nhiêu"};
  const bool in_words = i >= 3 && c.is_blank(i - 2) && c.preceded_by_any(i - 1, kNumbers) &&
                        c[i - 1].shape == Shape::lower && c[i + 1].shape == Shape::lower &&
                        c.folded(i - 1) != "học" &&
                        (c.followed_by_any(i + 1, kTimes) || c.preceded_by(i - 1, "bao nhiêu"));
  if (in_words) {
    draft.say("một", c[i].span());
    draft.end = i + 1;
    return true;
  }
  // 3321 xã/phường/đặc khu: kinds of one level side by side.
  constexpr std::string_view kLevels[] = {"tỉnh",  "thành", "huyện", "quận", "thị", "xã",  "phường", "thôn",
                                          "bản",   "ấp",    "tổ",    "khóm", "khu", "nam", "nữ",     "vợ",
                                          "chồng", "bố",    "mẹ",    "ông",  "bà",  "anh", "chị",    "cha"};
  const auto of_level = [&](std::size_t at) {
    for (const std::string_view level : kLevels)
      if (c.folded(at) == level) return true;
    return c.followed_by(at, "đặc khu") || c.followed_by(at, "thị trấn");
  };
  if (of_level(i - 1) && of_level(i + 1)) return false;
  if (!of_each && !(counted && (unit_left || unit_right)) && !(sums_left && unit_right)) return false;
  // 450 kg K2O/ha: a formula ends in a capital.
  const bool formula = c[i - 1].shape == Shape::single_upper && c.is(i - 2, TokenKind::number) &&
                       c[i + 1].shape == Shape::lower && c[i + 1].letters >= 2;
  if (c[i - 1].shape != Shape::lower && !unit_left && !(c[i - 1].shape == Shape::upper && counted) &&
      !(formula && counted))
    return false;
  const bool abstract = row == nullptr || row->kind != tables::UnitRow::Kind::physical;
  draft.end = say_per(draft, c, i, abstract, row);
  return draft.end > i;
}

// Km205+092: a post on a road.
bool recognise_road_post(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view written = c.text(i);
  if (written != "km" && written != "Km" && written != "KM" && written != "kM") return false;
  // 18 triệu km2: an area; tại Km2, Km2+300: a post.
  static constexpr Phrases kMany = {"triệu", "nghìn", "ngàn", "vạn", "trăm", "tỷ",
                                    "tỉ",    "hàng",  "mỗi",  "một", "vài"};
  if ((c.text(i + 1) == "2" || c.text(i + 1) == "3") && !c.is_mark(i + 2, U'+') &&
      (written == "km" || c.preceded_by_any(i, kMany)))
    return false;
  // sắn KM94: a seed.
  if (written == "KM" && (c.near(i, i + 2, "sắn") || c.near(i, i + 2, "giống"))) return false;
  // KM 8h 20/10: the opening, and its hour
  if (written == "KM" && c.folded(c.skip_blank(i + 1) + 1) == "h") return false;
  const std::size_t at = c.skip_blank(i + 1);
  if (!c.is(at, TokenKind::number) || (i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::number)))
    return false;
  const auto post = read_numeral(c, at);
  if (!post) return false;
  draft.semiotic_class = SemioticClass::measure;
  draft.rule = "measure.road-post";
  draft.say("ki lô mét", c[i].span());
  say_numeral(draft, *post, c);
  draft.end = post->last;
  const std::size_t plus = c.skip_blank(post->last);
  const auto metres = c.is_mark(plus, U'+') ? read_numeral(c, c.skip_blank(plus + 1)) : std::nullopt;
  if (metres) {
    draft.say("cộng", c[plus].span());
    say_numeral(draft, *metres, c);
    draft.end = metres->last;
  }
  return true;
}

// 10^-3
bool recognise_power(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'^')) return false;
  const bool negative = c.is_dash(i + 1);
  const auto n = read_numeral(c, negative ? i + 2 : i + 1);
  if (!n) return false;
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = "cardinal.power";
  draft.say(negative ? "mũ âm" : "mũ", c[i].span());
  say_numeral(draft, *n, c);
  draft.end = n->last;
  return true;
}

}  // namespace loa::normalizer
