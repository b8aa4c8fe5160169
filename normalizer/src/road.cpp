// SPDX-License-Identifier: GPL-3.0-or-later
// Roads, kilometre posts, districts and alleys by their letters.
#include <optional>
#include <string_view>

#include "code.h"
#include "letters.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {

namespace {

// Letters that may name a road, and the number behind them: QL1A, QL.27A, ĐT 601.
struct Road {
  std::size_t at = 0;
  std::size_t number = 0;  // its token
  std::string_view letters;
  std::string_view figures;
  bool glued = false;   // no sign and no blank between
  bool dotted = false;  // a dot alone
};

std::optional<Road> read_road(const Context& c, std::size_t i) {
  Road r{i, i + 1, c.text(i), {}, c.is(i + 1, TokenKind::number), false};
  if (!r.glued) {
    if (c.is_mark(r.number, U'.') || c.is_dash(r.number)) ++r.number;
    r.number = c.skip_blank(r.number);
  }
  if (!c.is(r.number, TokenKind::number)) return std::nullopt;
  r.figures = c.text(r.number);
  r.dotted = c.is_mark(i + 1, U'.') && r.number == i + 2;
  return r;
}

// Whether the number measures or counts something: TL 950kg, xã QL 42m2, HL 98%.
bool is_amount(const Context& c, const Road& r) {
  const std::size_t unit = r.number + 1;
  // 18 con lợn, TL 950kg: a weight.
  if (c.is(unit, TokenKind::word) && c[unit].shape == Shape::lower && c[unit].letters == 2 &&
      tables::find_unit(c.text(unit)) != nullptr)
    return true;
  // UBND xã QL 42m2: how much land it manages
  const std::size_t area = c.skip_blank(unit);
  const bool square = c.text(area) == "ha" || c.text(area) == "m\u00B2" ||
                      (c.text(area) == "m" && (c.text(area + 1) == "2" || c.is_mark(area + 1, U'\u00B2')));
  return (r.letters == "QL" && square) ||
         (r.letters == "HL" && c.is_mark(area, U'%'));  // HL 98%: who are content
}

// Whether letters that stand for a road elsewhere are something else for the words around.
bool names_other_thing(const Context& c, const Road& r) {
  static constexpr Phrases kSeeds = {"lúa", "giống", "gieo", "cấy", "sạ", "hạt giống", "thóc", "gạo"};
  static constexpr Phrases kEmergency = {"cấp cứu", "cứu thương", "công an", "cháy", "trực", "báo", "gọi"};
  static constexpr Phrases kSurveys = {"hài lòng", "khảo sát", "phiếu", "papi"};
  static constexpr std::string_view kCalled[] = {"113", "114", "115"};
  const std::size_t end = r.number + 1;
  // giống lúa ĐT100, DT100, ĐH12: a seed, no road.
  if ((r.letters == "ĐT" || r.letters == "DT" || r.letters == "ĐH") && r.glued &&
      c.near_any(r.at, end, kSeeds) && !c.near(r.at, end, "đường") && !c.near(r.at, end, "tuyến"))
    return true;
  // ĐT 115: the number to call
  if (r.letters == "ĐT" && contains(kCalled, r.figures) && c.near_any(r.at, end, kEmergency)) return true;
  return r.letters == "HL" && (c.near_any(r.at, end, kSurveys) ||
                               c.preceded_by(r.at, "tải trọng"));  // tải trọng HL93: of a bridge
}

// Whether a road below the national ones can have this number, so written.
bool can_be_local(const Context& c, const Road& r) {
  static constexpr Phrases kCourses = {"bồi dưỡng", "kiến thức", "đối tượng"};
  static constexpr Phrases kForms = {"mẫu",        "tờ khai", "phiếu",    "biểu",    "cư trú",
                                     "thường trú", "tạm trú", "chỉ tiêu", "kê khai", "tiêu chí"};
  static constexpr Phrases kWays = {"tuyến", "đường", "trục"};
  const std::size_t end = r.number + 1;
  const std::size_t digits = r.figures.size();
  // ĐT 0234 3822 is a telephone, ĐH 2025 is no road.
  const bool goes_on = c.is_mark(end, U'.') && c.is(r.number + 2, TokenKind::number);
  if (digits > 3 || goes_on || c.is_dash(end)) return false;
  const bool joined = r.glued || r.dotted;
  if (r.letters == "ĐT") {
    // bồi dưỡng kiến thức QPAN ĐT4
    if (digits == 1 && c.near_any(r.at, end, kCourses)) return false;
    const bool lettered = c.is(end, TokenKind::word) && c[end].shape == Shape::single_upper;
    return joined || digits == 3 || lettered || c.preceded_by_any(r.at, kWays);
  }
  if (r.letters == "DT") return joined;
  if (r.letters == "ĐH")
    return digits <= 2 && (joined || c.preceded_by(r.at, "tuyến") || c.preceded_by(r.at, "đường"));
  if (r.letters == "CT")
    // tờ khai mẫu CT01: the forms of those who register where they live
    return joined && digits == 2 && r.figures[0] == '0' && !c.is_mark(end, U':') &&
           !c.near_any(r.at, end, kForms);
  // vụ ĐX25, ĐX 2025: a season
  if (r.letters == "ĐX") return digits <= 2 && c.preceded_by_any(r.at, kWays);
  return true;
}

// The name that the letters stand for, or what of it the word before has not said.
void say_name_of_road(const Context& c, Draft& draft, const Road& r, std::string_view name) {
  const Span source = c.span(r.at, r.number);
  // đường ĐH.02, cao tốc CT.02: the word before has said it.
  if (c.preceded_by(r.at, name))
    say_letters(draft, r.letters, LetterUse::abbreviation, c, source);
  else if (name.substr(0, name.find(' ')) == "đường" && c.preceded_by(r.at, "đường"))
    draft.say(name.substr(name.find(' ') + 1), source);
  else
    draft.say(name, source);
}

}  // namespace

// QL1A, QL.27A, ĐT.601, TL 10, CT.01
bool recognise_road(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const tables::ListRow* row = tables::find_in(tables::List::road, c.text(i));
  const auto road = row != nullptr ? read_road(c, i) : std::nullopt;
  if (!road || is_amount(c, *road) || names_other_thing(c, *road)) return false;
  const bool national = road->letters == "QL" || road->letters == "Ql";
  if (national ? road->figures.size() > 3 : !can_be_local(c, *road)) return false;
  say_name_of_road(c, draft, *road, row->spoken);
  const Span source = c[road->number].span();
  if (road->figures.size() > 1 && road->figures[0] == '0')
    say_digits(draft, road->figures, source);
  else
    say_cardinal(draft, road->figures, c.style(), source);
  std::size_t end = road->number + 1;
  if (c.is(end, TokenKind::word) && c[end].letters <= 2 && c[end].shape != Shape::capitalised) {
    say_letters(draft, c.text(end), LetterUse::initial, c, c[end].span());
    ++end;
  }
  return draft.accept(SemioticClass::code, "code.road", end);
}

// Km205+092, Km 6 + 599,97, tại km28: a post on a road.
bool recognise_road_post(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view written = c.text(i);
  if (written != "km" && written != "Km" && written != "KM" && written != "kM") return false;
  const auto post = read_numeral(c, c.skip_blank(i + 1));
  if (!post) return false;
  const std::size_t plus = c.skip_blank(post->last);
  const auto metres = c.is_mark(plus, U'+') ? read_numeral(c, c.skip_blank(plus + 1)) : std::nullopt;
  // Without metres behind it may be something else.
  if (!metres) {
    // 5 km 300 m: a length.
    if (post->first != i + 1 && i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::number)) return false;
    // 18 triệu km2: an area; tại Km2: a post.
    static constexpr Phrases kMany = {"triệu", "nghìn", "ngàn", "vạn", "trăm", "tỷ",
                                      "tỉ",    "hàng",  "mỗi",  "một", "vài"};
    if ((c.text(i + 1) == "2" || c.text(i + 1) == "3") && !c.is(i + 2, TokenKind::word) &&
        (written == "km" || c.preceded_by_any(i, kMany)))
      return false;
    // KM 8h 20/10: the opening, and its hour; sắn KM94: a seed.
    if (written == "KM" &&
        (c.folded(post->first + 1) == "h" || c.near(i, i + 2, "sắn") || c.near(i, i + 2, "giống")))
      return false;
  }
  draft.semiotic_class = SemioticClass::measure;
  draft.rule = "measure.road-post";
  draft.say("ki lô mét", c[i].span());
  say_numeral(draft, *post, c);
  draft.end = post->last;
  if (!metres) return true;
  draft.say("cộng", c[plus].span());
  say_numeral(draft, *metres, c);
  draft.end = metres->last;
  return true;
}

// The number of a district or a ward: 1 to `most`, glued to its letter.
bool is_numbered(const Context& c, std::size_t i, std::string_view letter, unsigned most) {
  if (c.text(i) != letter) return false;
  const auto n = read_figures(c, i + 1, 2);
  return n && n->value >= 1 && n->value <= most;
}

// P6, Q3; P9, Q. Phú Nhuận; F.6, quận 3: a ward stands before its district. The token of its number, or 0.
std::size_t ward_of_district(const Context& c, std::size_t i) {
  // F as the south has called its wards.
  const bool dotted = c.text(i) == "F" && c.is_mark(i + 1, U'.');
  const std::size_t number = dotted ? i + 2 : i + 1;
  const auto n = c.text(i) == "P" || c.text(i) == "F" ? read_figures(c, number, 2) : std::nullopt;
  if (!n || n->value < 1 || n->value > 28 || !c.is_mark(number + 1, U',')) return 0;
  const std::size_t district = c.skip_blank(number + 2);
  const bool told = is_numbered(c, district, "Q", 12) || c.folded(district) == "quận" ||
                    (c.text(district) == "Q" && c.is_mark(district + 1, U'.'));
  return told ? number : 0;
}

bool names_district(const Context& c, std::size_t i) {
  if (!is_numbered(c, i, "Q", 12)) return false;
  // lọt vào Q3: the last round that decides who starts first in a race of cars.
  static constexpr Phrases kRaces = {"phân hạng", "tay đua",   "vòng đua", "đường đua",
                                     "pole",      "chặng đua", "f1"};
  if (c.near_any(i, i + 2, kRaces) || c.preceded_by(i, "lần ở")) return false;
  // Q1, Q3, Q5: what the first of them is.
  for (int before = 0;
       before < 12 && i >= 4 && c.is_blank(i - 1) && c.is_mark(i - 2, U',') && is_numbered(c, i - 4, "Q", 12);
       ++before)
    i -= 4;
  // Q1, TP.HCM; Q12-TP HCM; Q1 cũ
  const std::size_t sign = c.skip_blank(i + 2);
  if (c.is_dash(sign) || c.is_mark(sign, U',')) {
    const Folded city = c.folded(c.skip_blank(sign + 1));
    if (city == "tp" || city == "tphcm" || city == "hcm") return true;
  }
  if (c.followed_by(i + 2, "cũ") || (c.is_mark(sign, U'(') && c.folded(sign + 1) == "cũ")) return true;
  static constexpr Phrases kWhere = {"ở",       "tại",      "về",        "khu vực", "ubnd", "công an",
                                     "địa bàn", "khu",      "trung tâm", "sang",    "qua",  "quanh",
                                     "cháy",    "chung cư", "chợ",       "khắp"};
  if (c.preceded_by_any(i, kWhere)) return true;
  // P.Bến Nghé, Q1: behind a comma of an address.
  const std::size_t comma = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  if (!c.is_mark(comma, U',') || comma < 2) return false;
  const std::size_t last = comma - 1;
  const bool address = c.is(last, TokenKind::number) || c[last].shape == Shape::capitalised;
  static constexpr Phrases kOfAddress = {"đường", "phường", "p", "số", "hẻm", "nhà", "quán", "ngụ", "phố"};
  return address && c.near_any(i, i + 2, kOfAddress);
}

// ở Q12-TP HCM; Q1, TP.HCM; P6, Q3; công an Q4: a district or a ward of that city.
bool recognise_district(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::size_t ward = ward_of_district(c, i);
  if (ward == 0 && !names_district(c, i)) {
    // P6, Q3: the district behind its ward.
    const bool behind_ward = i >= 4 && is_numbered(c, i, "Q", 12) && c.is_blank(i - 1) &&
                             c.is_mark(i - 2, U',') && is_numbered(c, i - 4, "P", 28);
    // 126 Nguyễn Thị Minh Khai, Q3: behind its street.
    const bool behind_street = i >= 5 && is_numbered(c, i, "Q", 12) && c.is_blank(i - 1) &&
                               c.is_mark(i - 2, U',') && c[i - 3].shape == Shape::capitalised &&
                               c[i - 3].syllable && c[i - 5].shape == Shape::capitalised;
    if (!behind_ward && !behind_street) return false;
  }
  const std::size_t number = ward != 0 ? ward : i + 1;
  draft.say(ward != 0 ? "phường" : "quận", c[i].span());
  say_cardinal(draft, c.text(number), c.style(), c[number].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.administrative-unit", number + 1);
}

// K12/5 Nguyễn Huệ, K.40/8 Duy Tân: a house in an alley, as Huế and Đà Nẵng write.
bool recognise_alley(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "K" && c.text(i) != "k") return false;
  const std::size_t number = c.skip_blank(c.is_mark(i + 1, U'.') ? i + 2 : i + 1);
  if (!c.is(number, TokenKind::number)) return false;
  std::size_t end = number + 1;
  while (c.is_mark(end, U'/') && c.is(end + 1, TokenKind::number) && end < i + 12) end += 2;
  if (!c.is_blank(end) || !c.is(end + 1, TokenKind::word) || c[end + 1].shape != Shape::capitalised)
    return false;
  // k 42 Trần Phú: of a number alone the road's name must tell, and a house or a place before it.
  if (end == number + 1) {
    static constexpr Phrases kPlaces = {"tại", "ở",     "nhà", "số",    "trong", "đến",
                                        "vào", "đường", "từ",  "trước", "đầu",   "cuối"};
    const bool name = c[end + 1].syllable && c.is_one_blank(end + 2) && c[end + 3].syllable &&
                      c[end + 3].shape == Shape::capitalised;
    if (!name || c[number].size() > 3 || !c.preceded_by_any(i, kPlaces)) return false;
    draft.certainty = Certainty::narrow;
    draft.rival = "code.model";
  }
  draft.say("kiệt", c.span(i, number));
  for (std::size_t at = number; at < end; at += 2) {
    if (at > number) draft.say("trên", c[at - 1].span());
    say_cardinal(draft, c.text(at), c.style(), c[at].span());
  }
  return draft.accept(SemioticClass::code, "code.alley", end);
}

}  // namespace loa::normalizer
