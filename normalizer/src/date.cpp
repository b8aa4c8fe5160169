// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "cues.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

/// A day, with its month and year where they are written.
struct Day {
  Figures day;
  std::optional<Figures> month;
  std::optional<Figures> year;
  std::size_t end = 0;
  char32_t sign = 0;  ///< between day and month
};

/// A day, or a first and a last day.
struct Date {
  std::optional<Day> first;
  Day last;
  std::string_view joined = "đến";
  std::size_t end = 0;
};

bool is_year(const Figures& f) { return f.digits.size() == 4 && f.value >= 1000 && f.value <= 2999; }

bool is_valid(unsigned day, unsigned month, const std::optional<Figures>& year) {
  constexpr unsigned kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return false;
  if (month == 2 && day == 29 && year && is_year(*year)) {
    const unsigned y = year->value;
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
  }
  return true;
}

bool is_date_sign(const Context& c, std::size_t i) {
  return c.is_mark(i, U'/') || c.is_mark(i, U'.') || c.is_mark(i, U'-');
}

// Figures that nothing is glued to on the right: no further figure or letter.
bool ends_here(const Context& c, std::size_t i) {
  if (c.is(i, TokenKind::word) || c.is(i, TokenKind::number)) return false;
  const bool goes_on = is_date_sign(c, i) && c.is(i + 1, TokenKind::number);
  return !goes_on && !(c.is_mark(i, U',') && c.is(i + 1, TokenKind::number));
}

// d/m, d/m/y with the same sign.
std::optional<Day> read_day(const Context& c, std::size_t i) {
  const auto day = read_figures(c, i, 2);
  if (!day || !is_date_sign(c, i + 1)) return std::nullopt;
  const auto month = read_figures(c, i + 2, 2);
  if (!month) return std::nullopt;
  Day d{*day, month, std::nullopt, i + 3, c[i + 1].code};
  if (c.is_mark(i + 3, d.sign) || (d.sign != U'/' && c.is_mark(i + 3, U'/'))) {
    const auto year = read_figures(c, i + 4, 4);
    if (year && (is_year(*year) || (year->digits.size() == 2 && c.is_mark(i + 3, d.sign)))) {
      d.year = year;
      d.end = i + 5;
    }
  }
  return d;
}

bool closed_behind(const Context& c, std::size_t end);

// Ngày 26 - 11, …; ngày 1. 12, …: blanks slipped in around the sign. Only where a word says that a day
// comes, and nothing is counted behind. (Those around a slash belong to the slash: scan.cpp.)
std::optional<Day> read_loose_day(const Context& c, std::size_t i) {
  const auto day = read_figures(c, i, 2);
  if (!day) return std::nullopt;
  const std::size_t sign = c.skip_blank(i + 1);
  const bool dot = c.is_mark(sign, U'.');
  if (!dot && !c.is_mark(sign, U'-')) return std::nullopt;
  const std::size_t at = c.skip_blank(sign + 1);
  if (sign == i + 1 && at == sign + 1) return std::nullopt;
  const auto month = read_figures(c, at, 2);
  if (!month) return std::nullopt;
  // Ngày 1 - 1 - 2010
  const std::size_t second = c.skip_blank(at + 1);
  if (c.is_mark(second, c[sign].code)) {
    const std::size_t behind = c.skip_blank(second + 1);
    const auto year = read_figures(c, behind, 4);
    if (year && is_year(*year) && ends_here(c, behind + 1))
      return Day{*day, month, year, behind + 1, c[sign].code};
  }
  if (!closed_behind(c, c.skip_blank(at + 1))) return std::nullopt;
  // từ ngày 5 - 8, các ngày 5 - 8: days of one month.
  const bool days = c.preceded_by(i, "từ ngày") || c.preceded_by(i, "các ngày") ||
                    c.preceded_by(i, "những ngày") || c.preceded_by(i, "trong ngày") ||
                    c.preceded_by(i, "ngày ngày");
  if (days && !dot && day->value < month->value) return std::nullopt;
  return Day{*day, month, std::nullopt, at + 1, c[sign].code};
}

// The joint between two days: - – , & và đến. Returns what is said and where the next begins.
struct Joint {
  std::string_view said;
  std::size_t next = 0;
  bool dash = false;
};
std::optional<Joint> read_joint(const Context& c, std::size_t i) {
  const std::size_t at = c.skip_blank(i);
  if (const std::size_t behind = c.skip_to_sign(at); behind != at)
    return Joint{"đến", c.skip_blank(behind), true};
  if (c.is_mark(at, U',')) return Joint{"và", c.skip_blank(at + 1)};
  if (c.is_mark(at, U'&')) return Joint{"và", c.skip_blank(at + 1)};
  if (at == i) return std::nullopt;
  const Folded word = c.folded(at);
  if (word == "và") return Joint{"và", c.skip_blank(at + 1)};
  if (word == "đến" || word == "tới") return Joint{word == "đến" ? "đến" : "tới", c.skip_blank(at + 1)};
  return std::nullopt;
}

constexpr Phrases kWhereOnBody = {"trên", "giữa", "dưới", "trong", "ngoài", "trước", "sau"};
constexpr Phrases kBody = {"xương",  "đùi", "cẳng chân", "cẳng tay",  "cánh tay",  "vú",        "tổn thương",
                           "khối u", "gãy", "thực quản", "đại tràng", "niệu quản", "thân xương"};

constexpr Phrases kScores = {"thắng", "thua", "hòa", "tỷ số", "tỉ số", "set", "ván",
                             "hiệp",  "dẫn",  "gỡ",  "hạ",    "trận",  "bàn", "séc"};

// How strongly the words before say that a date comes.
enum class Cue { none, weak, strong };

/// Words that a day follows as often as a number does.
constexpr Phrases kWeakCues = {
    "từ",        "đến",        "tới",         "trước",    "sau",       "vào",       "hết",      "hạn",
    "khai mạc",  "diễn ra",    "kể từ",       "hạn nộp",  "hạn chót",  "thời hạn",  "bế mạc",   "khánh thành",
    "khởi công", "khai giảng", "khai trương", "thông xe", "dự phòng",  "hiệu lực",  "xét xử",   "công bố",
    "ra mắt",    "nghỉ",       "bắt đầu",     "kết thúc", "tổ chức",   "khởi hành", "xuất bản", "ký",
    "phát sóng", "đổ bộ",      "bầu cử",      "khai hội", "tựu trường"};

constexpr Phrases kWeekDays = {"thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"};

/// Before a colon: what is due or begins on the day behind it.
constexpr Phrases kDue = {"hạn nộp",  "hạn chót", "thời hạn",  "hạn nộp hồ sơ", "hạn đăng ký",
                          "hạn cuối", "hạn",      "khai mạc",  "khởi hành",     "bế mạc",
                          "lịch âm",  "âm lịch",  "lịch nghỉ", "ngày thi",      "ngày họp"};

bool counted_after(const Context& c, std::size_t end);

// Thứ 7 (6-12), sáng thứ 2 (8.12): a day of the week with its figure, which no noun counts (set thứ 2).
bool behind_numbered_weekday(const Context& c, std::size_t i) {
  if (i < 5 || !c.is_mark(i - 1, U'(')) return false;
  const std::size_t day = c.skip_blank_back(i - 2);
  if (!c.is(day, TokenKind::number) || c[day].size() != 1 || c.text(day) < "2" || c.text(day) > "7" ||
      !c.preceded_by(day, "thứ"))
    return false;
  const std::size_t head = c.word_before(day);
  if (head == 0) return true;
  const std::size_t before = c.skip_blank_back(head - 1);
  static constexpr Phrases kBeforeWeekDay = {"sáng", "trưa", "chiều", "tối",  "đêm", "hôm", "từ",  "đến",
                                             "tới",  "vào",  "và",    "ngày", "qua", "nay", "mai", "trước"};
  return !c.is(before, TokenKind::word) || c.preceded_by_any(head, kBeforeWeekDay);
}

// khoảng 22 giờ 26.11, lúc 6 giờ 30 27.11, 22h30 26.11: an hour of the day stands before, and no span of
// time.
bool behind_clock(const Context& c, std::size_t i) {
  if (i < 4 || !c.is_blank(i - 1)) return false;
  std::size_t letter = c.skip_blank_back(i - 1);
  if (c.is(letter, TokenKind::number) && c[letter].size() == 2 && letter >= 2)
    letter = c.skip_blank_back(letter - 1);
  if (!is_hour_letter(c, letter) && !(c.folded(letter) == "giờ")) return false;
  const std::size_t hour = c.skip_blank_back(letter - 1);
  const auto n = read_figures(c, hour, 2);
  static constexpr Phrases kSpans = {"sau", "trong", "suốt", "mất",  "hết", "kéo dài",
                                     "hơn", "gần",   "dài",  "cách", "mỗi"};
  return n && n->value <= 24 && !c.preceded_by_any(hour, kSpans);
}

Cue cue_before(const Context& c, std::size_t i) {
  if (behind_numbered_weekday(c, i) ||
      ((c.is_mark(i + 1, U'.') ||
        (c.is_dash(i + 1) && c.is(i + 2, TokenKind::number) && !counted_after(c, i + 3))) &&
       behind_clock(c, i)))
    return Cue::strong;
  // Hạn nộp hồ sơ: 30-11; lịch âm 15-7
  const std::size_t mark = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  if (c.preceded_by(i, "lịch âm") || (c.is_mark(mark, U':') && c.preceded_by_any(mark, kDue)))
    return Cue::strong;
  // 13h/6.11: the day behind the hour.
  if (i >= 2 && c.is_mark(i - 1, U'/') && c.text(i - 2) == "h") return Cue::strong;
  // phiên giao dịch 11-12
  if (c.preceded_by(i, "phiên giao dịch")) return Cue::strong;
  // trước 17h, 30.11; lúc 17g, 17-11; 19g30, 17-11
  if (i >= 4 && c.is_blank(i - 1) && c.is_mark(i - 2, U',')) {
    const std::size_t letter = c.is(i - 3, TokenKind::number) ? i - 4 : i - 3;
    if (letter >= 1 && is_hour_letter(c, letter) && c.is(letter - 1, TokenKind::number)) return Cue::strong;
  }
  // họp T3 16/12
  if (i >= 3 && c.is_blank(i - 1) && c.text(i - 3) == "T" && c.is(i - 2, TokenKind::number) &&
      c[i - 2].size() == 1 && c.text(i - 2) >= "2" && c.text(i - 2) <= "7" && c.is_mark(i + 1, U'/'))
    return Cue::strong;
  for (int chain = 0; chain < 4; ++chain) {
    // vượt qua 2-3 người, trải qua 3-4 lần: only a day that has gone by is a cue.
    static constexpr Phrases kGoneBy = {"hôm qua",  "đêm qua",  "tối qua",   "chiều qua",
                                        "sáng qua", "trưa qua", "khuya qua", "vừa qua"};
    if (c.preceded_by(i, "qua") && !c.preceded_by_any(i, kGoneBy)) return Cue::none;
    if (c.preceded_by_any(i, cues::kBeforeDate) || c.preceded_by(i, "mùng") || c.preceded_by(i, "mồng"))
      return Cue::strong;
    if (i == 0) return Cue::none;
    // sáng thứ Hai, 24-11
    const std::size_t comma = c.skip_blank_back(i - 1);
    if (c.preceded_by_any(i, kWeekDays) || (c.is_mark(comma, U',') && c.preceded_by_any(comma, kWeekDays)))
      return Cue::strong;
    // sáng nay, 14-9
    static constexpr Phrases kThisDay = {"sáng nay", "trưa nay",  "chiều nay", "tối nay",   "đêm nay",
                                         "hôm nay",  "sáng qua",  "hôm qua",   "tối qua",   "đêm qua",
                                         "sáng mai", "chiều qua", "ngày mai",  "chiều mai", "khuya nay"};
    if (c.is_mark(comma, U',') && c.preceded_by_any(comma, kThisDay)) return Cue::strong;
    // "ngày 20.10 và 25.10": the cue stands before the first of them. "thứ 2, 27/8", "19h30, 16/10".
    std::size_t at = c.skip_blank_back(i - 1);
    const bool joined = c.is_mark(at, U',') || c.is_dash(at) || c.is_mark(at, U'&') || c.folded(at) == "và" ||
                        c.folded(at) == "đến" || c.folded(at) == "hoặc" || c.folded(at) == "tới";
    if (!joined || at == 0) break;
    at = c.skip_blank_back(at - 1);
    if (!c.is(at, TokenKind::number)) break;
    if (at >= 2 && is_date_sign(c, at - 1) && c.is(at - 2, TokenKind::number)) at -= 2;
    i = at;
  }
  return c.preceded_by_any(i, kWeakCues) ? Cue::weak : Cue::none;
}

// Từ 1/12 …, at the head of a sentence.
bool opens_with_since(const Context& c, std::size_t i) {
  const std::size_t word = c.word_before(i);
  return c.preceded_by(i, "từ") && word != Context::npos && c[word].shape == Shape::capitalised;
}

// Whether what follows counts or measures: then the figures are no day.
bool counted_after(const Context& c, std::size_t end) {
  const std::size_t at = c.skip_blank(end);
  if (c.is_mark(at, U'%') || c.is_mark(at, U'\u00B0')) return true;
  return c.followed_by_any(end, cues::kAfterRange) && !c.followed_by(end, "năm nay") &&
         !c.followed_by(end, "năm ngoái") && !c.followed_by(end, "năm sau") &&
         !(c.followed_by(end, "năm") && (c.is(c.skip_blank(at + 1), TokenKind::number) ||
                                         c[c.skip_blank(at + 1)].shape == Shape::capitalised)) &&
         !c.followed_by(end, "tháng");
}

// số 12/5 Lê Lợi, số 12/5 kiệt 68: a house, unless the "số" is part of tổng số, tỷ số.
bool is_house_number(const Context& c, std::size_t i, std::size_t end) {
  if (!c.preceded_by(i, "số")) return false;
  for (const std::string_view count : {"tổng số", "tỷ số", "tỉ số", "một số", "phân số", "đa số"})
    if (c.preceded_by(i, count)) return false;
  for (const std::string_view way : {"đường", "phố", "kiệt", "ngõ", "hẻm", "ngách", "khu", "tổ"})
    if (c.followed_by(end, way)) return true;
  return c.is_blank(end) && c[end + 1].shape == Shape::capitalised;
}

// A capitalised Vietnamese syllable.
bool is_name(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) && c[i].shape == Shape::capitalised && c[i].syllable;
}

bool is_named_holiday(unsigned day, unsigned month) {
  constexpr unsigned kHolidays[][2] = {{2, 9},  {30, 4},  {1, 5}, {8, 3},  {20, 11}, {20, 10},
                                       {27, 7}, {22, 12}, {3, 2}, {19, 5}, {19, 8}};
  for (const auto& holiday : kHolidays)
    if (holiday[0] == day && holiday[1] == month) return true;
  return false;
}

// Ất Tỵ, năm Bính Ngọ: a year of the lunar calendar by its name.
bool sexagenary_year(const Context& c, std::size_t i) {
  if (c.folded(i) == "năm") i = c.skip_blank(i + 1);
  if (!c.is(i, TokenKind::word) || c[i].shape == Shape::lower || !c.is_blank(i + 1)) return false;
  constexpr std::string_view kStems[] = {"giáp", "ất",   "bính", "đinh", "mậu",
                                         "kỷ",   "canh", "tân",  "nhâm", "quý"};
  constexpr std::string_view kBranches[] = {"tý", "tí",  "sửu", "dần",  "mão", "thìn", "tỵ",
                                            "tị", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"};
  const auto among = [&](const auto& words, std::size_t at) {
    for (const std::string_view word : words)
      if (c.folded(at) == word) return true;
    return false;
  };
  return among(kStems, i) && among(kBranches, i + 2);
}

struct Lunar {
  std::size_t end = 0;  // past "ÂL"; 0: nothing to take
  Span span;
  bool lunar = false;
};
Lunar lunar_after(const Context& c, std::size_t end) {
  const std::size_t at = c.skip_blank(end);
  const bool bracket = c.is_mark(at, U'(');
  const std::size_t word = bracket ? at + 1 : at;
  const Folded folded = c.folded(word);
  if (folded == "âl") return {word + 1, c[word].span(), true};
  return {0, {}, (folded == "âm" && c.followed_by(word, "âm lịch")) || sexagenary_year(c, word)};
}

// các ngày 5, 12, 19/12; tối 28, 29 và 30/11: the head of the list of bare days has said what they are.
bool listed_behind_day(const Context& c, std::size_t i) {
  static constexpr Phrases kHeads = {"ngày", "sáng", "trưa", "chiều", "tối", "đêm"};
  for (int members = 0; members < 6 && i >= 3; ++members) {
    const std::size_t joint = c.skip_blank_back(i - 1);
    if (!c.is_mark(joint, U',') && !(c.folded(joint) == "và")) return false;
    const std::size_t number = c.skip_blank_back(joint - 1);
    if (!c.is(number, TokenKind::number) || c[number].size() > 2) return false;
    if (c.preceded_by_any(number, kHeads)) return true;
    i = number;
  }
  return false;
}

void say_day(Draft& draft, const Context& c, const Figures& day, bool mung) {
  if (mung && day.value <= 10) draft.say("mùng", day.span);
  say_cardinal(draft, day.value, c.style(), day.span);
}

void say_month(Draft& draft, const Context& c, const Figures& month) {
  draft.say("tháng", month.span);
  if (month.value == 4)
    draft.say("tư", month.span);
  else
    say_cardinal(draft, month.value, c.style(), month.span);
}

void say_year(Draft& draft, const Context& c, const Figures& year) {
  draft.say("năm", year.span);
  // 12/3/98, 15/1/26: the century is said; of 31 to 40 none is certain.
  std::uint64_t value = year.value;
  if (value <= 30 || (value > 40 && value < 100)) value += value <= 30 ? 2000 : 1900;
  say_cardinal(draft, value, c.style(), year.span);
}

void say_date(Draft& draft, const Context& c, const Date& date, std::size_t first_token) {
  const bool named_before = c.preceded_by_any(first_token, cues::kBeforeNamedDate);
  const std::size_t mark = first_token > 0 ? c.skip_blank_back(first_token - 1) : first_token;
  // Ngày: 9/2; but in "nghỉ 14 ngày: 9/2 - 22/2" days are counted.
  const std::size_t said = c.is_mark(mark, U':') && c.preceded_by(mark, "ngày") ? c.word_before(mark) : 0;
  const bool headed = said != 0 && (said < 2 || !c.is(c.skip_blank_back(said - 1), TokenKind::number));
  const bool says_day = c.preceded_by(first_token, "ngày") || headed || c.preceded_by(first_token, "hôm") ||
                        listed_behind_day(c, first_token);
  const bool says_mung = c.preceded_by(first_token, "mùng") || c.preceded_by(first_token, "mồng");
  const Lunar lunar = lunar_after(c, date.end);
  const bool mung = (c.style().early_day == Style::EarlyDay::mung || lunar.lunar) && !says_mung;
  // 19h 20/11: behind an hour a holiday is a day like any.
  const std::size_t hour = first_token > 1 ? c.skip_blank_back(first_token - 1) : first_token;
  const bool behind_hour = c.folded(hour) == "h" || c.folded(hour) == "giờ" || c.folded(hour) == "phút" ||
                           (c.is(hour, TokenKind::number) && hour > 0 && c.text(hour - 1) == "h");
  const bool bare_holiday = !date.first && !date.last.year && !behind_hour &&
                            cue_before(c, first_token) == Cue::none &&
                            is_named_holiday(date.last.day.value, date.last.month->value);
  // In a list whose head has said "ngày", it is said once.
  std::size_t before = first_token == 0 ? Context::npos : c.skip_blank_back(first_token - 1);
  const bool in_list =
      c.folded(before) == "và" && first_token > 1 && c.is(c.skip_blank_back(before - 1), TokenKind::number);
  const bool plain = named_before || says_day || says_mung || bare_holiday || lunar.lunar || in_list;
  const Day& head = date.first ? *date.first : date.last;
  if (!plain) draft.say("ngày", head.day.span);
  if (date.first) {
    say_day(draft, c, date.first->day, mung);
    if (date.first->month) say_month(draft, c, *date.first->month);
    if (date.first->year) say_year(draft, c, *date.first->year);
    const bool pair = named_before && date.first->month &&
                      (c.preceded_by(first_token, "lễ") || c.preceded_by(first_token, "dịp"));
    const bool two_days =
        c.preceded_by(first_token, "hai ngày") || c.preceded_by(first_token, "2 ngày") ||
        (c.preceded_by(first_token, "ngày") && first_token >= 4 && c.text(first_token - 4) == "2");
    const Span joint{date.first->month ? date.first->month->span.end : date.first->day.span.end,
                     date.last.day.span.begin};
    draft.say(pair || two_days ? "và" : date.joined, joint);
    if (date.first->month && !pair && !named_before && date.joined != "và")
      draft.say("ngày", date.last.day.span);
    say_day(draft, c, date.last.day, mung || pair);
  } else {
    say_day(draft, c, date.last.day, mung);
  }
  say_month(draft, c, *date.last.month);
  if (date.last.year) say_year(draft, c, *date.last.year);
  draft.end = date.end;
  if (lunar.end != 0 && !c.is_mark(c.skip_blank(date.end), U'(')) {
    draft.say("âm lịch", lunar.span);
    draft.end = lunar.end;
  }
}

bool is_document_before(const Context& c, std::size_t i) {
  for (const std::string_view word : {"số", "nghị định", "thông tư", "quyết định", "nghị quyết", "luật",
                                      "chỉ thị", "công văn", "hiệu", "lệnh"})
    if (c.preceded_by(i, word)) return true;
  return false;
}

// Y-M-D, Y/M/D
bool year_first(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto year = read_figures(c, i, 4);
  if (!year || !is_year(*year) || !is_date_sign(c, i + 1) || !c.is_mark(i + 3, c[i + 1].code)) return false;
  const auto month = read_figures(c, i + 2, 2);
  const auto day = read_figures(c, i + 4, 2);
  if (!month || !day || !ends_here(c, i + 5) || !is_valid(day->value, month->value, year)) return false;
  Date date;
  date.last = Day{*day, month, year, i + 5, U'-'};
  date.end = i + 5;
  draft.rule = "date.year-first";
  say_date(draft, c, date, i);
  return true;
}

// tuần 47/2025, tuần giao dịch thứ 27/2025
bool week_of_year(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto week = read_figures(c, i, 2);
  if (!week || week->value < 1 || week->value > 53 || !c.is_mark(i + 1, U'/')) return false;
  const auto year = read_figures(c, i + 2, 4);
  if (!year || !is_year(*year) || !ends_here(c, i + 3)) return false;
  if (!c.preceded_by(i, "tuần") && !(c.preceded_by(i, "thứ") && c.near(i, i + 3, "tuần"))) return false;
  say_cardinal(draft, week->value, c.style(), week->span);
  say_year(draft, c, *year);
  draft.rule = "date.week-year";
  draft.end = i + 3;
  return true;
}

// tối 2-4-6, học 3-5-7: the days of the week on which something is held.
bool days_of_week(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i, std::min(i + 5, c.size()));
  static constexpr Phrases kHeld = {"sáng", "chiều", "tối", "thứ", "học", "tập", "lịch", "các ngày", "dạy"};
  if ((text != "2-4-6" && text != "3-5-7" && text != "2,4,6" && text != "3,5,7") || !ends_here(c, i + 5) ||
      !c.preceded_by_any(i, kHeld))
    return false;
  if (!c.preceded_by(i, "thứ")) draft.say("thứ", c[i].span());
  for (std::size_t at = i; at <= i + 4; at += 2) {
    if (at > i) draft.mark(',', c[at - 1].span());
    draft.say(c.text(at) == "2"   ? "hai"
              : c.text(at) == "3" ? "ba"
              : c.text(at) == "4" ? "tư"
              : c.text(at) == "5" ? "năm"
              : c.text(at) == "6" ? "sáu"
                                  : "bảy",
              c[at].span());
  }
  draft.rule = "date.week-days";
  draft.end = i + 5;
  return true;
}

// từ 11 - 2013 đến 7 - 2015
bool month_and_year_apart(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto month = read_figures(c, i, 2);
  if (!month || month->value < 1 || month->value > 12 || !c.is_blank(i + 1) || !c.is_dash(i + 2) ||
      !c.is_blank(i + 3))
    return false;
  const auto year = read_figures(c, i + 4, 4);
  if (!year || !is_year(*year) || year->value < 1900 || year->value > 2100 || !ends_here(c, i + 5))
    return false;
  const bool in_month = c.preceded_by(i, "tháng");
  if (!in_month && !c.preceded_by(i, "từ") && !c.preceded_by(i, "đến")) return false;
  if (!in_month) draft.say("tháng", month->span);
  if (month->value == 4)
    draft.say("tư", month->span);
  else
    say_cardinal(draft, month->value, c.style(), month->span);
  say_year(draft, c, *year);
  draft.rule = "date.month-year";
  draft.end = i + 5;
  return true;
}

// 8/2025, tháng 12-2024, quý 3/2021, tháng 6-8/2025
bool month_year(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto month = read_figures(c, i, 2);
  if (!month || month->value < 1 || month->value > 12 ||
      !(is_date_sign(c, i + 1) || c.is_dash(c.skip_blank(i + 1))))
    return false;
  const bool after_month = c.preceded_by(i, "tháng");
  // đợt 2/2025, học kỳ 1/2025 count as quarters do.
  const bool after_quarter =
      c.preceded_by_any(i, std::array<std::string_view, 6>{"quý", "đợt", "học kỳ", "vòng", "lần", "phiên"});
  std::size_t at = i + 1;
  std::optional<Figures> last;
  if (const std::size_t dash = c.skip_blank(at); c.is_dash(dash) && (after_month || after_quarter)) {
    last = read_figures(c, c.skip_blank(dash + 1), 2);
    if (last && (last->value < 1 || last->value > 12)) return false;
    if (last) at = last->token + 1;
  }
  if (!is_date_sign(c, at)) return false;
  auto year = read_figures(c, at + 1, 4);
  // giao tháng 3/26, kỳ hạn 11/25: no month has a name above twelve, so it is the year.
  const bool after_term =
      c.preceded_by_any(i, std::array<std::string_view, 4>{"kỳ hạn", "kì hạn", "kỳ giao", "giao hàng"});
  if (year && (after_month || after_term) && year->digits.size() == 2 && year->value >= 13 &&
      year->value <= 40 && c.is_mark(at, U'/') && ends_here(c, at + 2))
    year->value += 2000;
  else if (!year || !is_year(*year))
    return false;
  // 3/2021-8/2023: months of two years.
  if (!last && !after_quarter && (c.is_mark(at, U'/') || c.is_mark(at, U'.'))) {
    const std::size_t dash = c.skip_blank(at + 2);
    const std::size_t to = c.skip_blank(dash + 1);
    const auto last_month = c.is_dash(dash) ? read_figures(c, to, 2) : std::nullopt;
    if (last_month && last_month->value >= 1 && last_month->value <= 12 && c.is_mark(to + 1, c[at].code)) {
      const auto last_year = read_figures(c, to + 2, 4);
      if (last_year && is_year(*last_year) && ends_here(c, to + 3) && last_year->value >= year->value) {
        if (!after_month)
          say_month(draft, c, *month);
        else if (month->value == 4)
          draft.say("tư", month->span);
        else
          say_cardinal(draft, month->value, c.style(), month->span);
        say_year(draft, c, *year);
        draft.say("đến", c[dash].span());
        say_month(draft, c, *last_month);
        say_year(draft, c, *last_year);
        draft.rule = "date.month-range";
        draft.end = to + 3;
        return true;
      }
    }
  }
  if (!ends_here(c, at + 2)) return false;
  // từ 10.2024: with a dot only where a word says that a time comes.
  if (c.is_mark(at, U'.') && !after_month && !c.preceded_by(i, "quý") &&
      !(c.preceded_by(i, "và") && c.near(i, at + 2, "tháng")) &&
      !(year->value >= 1900 && year->value <= 2100 &&
        c.preceded_by_any(i, std::array<std::string_view, 10>{"từ", "đến", "trước", "sau", "vào", "cuối",
                                                              "đầu", "hồi", "hết", "kể từ"})))
    return false;
  // 1/2000, 1/500 are scales of plans and maps.
  if (month->value == 1 && year->value % 500 == 0 &&
      (c.preceded_by(i, "hoạch") || c.preceded_by(i, "đồ") || c.preceded_by(i, "lệ") ||
       c.preceded_by(i, "qh")))
    return false;
  static constexpr Phrases kMaps = {"quy hoạch", "bản đồ", "tỷ lệ", "tỉ lệ"};
  if (month->value == 1 && year->value % 500 == 0 && !after_month && c.near_any(i, at + 2, kMaps))
    return false;
  // chỉ 3/1000 người, xác suất 1/1200: no news of those years.
  if (!after_month && !after_quarter && c.is_mark(at, U'/') && (year->value < 1800 || year->value > 2200))
    return false;
  if (!after_month && !after_quarter && is_document_before(c, i)) return false;
  if (c.is(at + 2, TokenKind::mark) && c.is_mark(at + 2, U'/') && !c.is_edge(at + 3)) return false;
  const auto say = [&](const Figures& f) {
    if (f.value == 4 && !after_quarter)
      draft.say("tư", f.span);
    else
      say_cardinal(draft, f.value, c.style(), f.span);
  };
  if (!after_month && !after_quarter) draft.say("tháng", month->span);
  say(*month);
  if (last) {
    draft.say("đến", c[i + 1].span());
    say(*last);
  }
  say_year(draft, c, *year);
  draft.rule = after_quarter ? "date.quarter-year" : "date.month-year";
  draft.end = at + 2;
  return true;
}

bool is_spaced_dash(const Context& c, std::size_t end) {
  return c.is_blank(end) && c.is_dash(end + 1) && c.is_blank(end + 2);
}

// 18-19/7, 30/9-1/10, 12,13/5, 24 - 30.4
bool day_range(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto day = read_figures(c, i, 2);
  if (!day || day->value < 1 || day->value > 31) return false;
  Day first{*day, std::nullopt, std::nullopt, i + 1, 0};
  bool full = false;
  if (const auto with_month = read_day(c, i);
      with_month && (with_month->sign != U'-' || is_spaced_dash(c, with_month->end)) &&
      is_valid(with_month->day.value, with_month->month->value, with_month->year)) {
    first = *with_month;
    full = true;
  }
  const auto joint = read_joint(c, first.end);
  if (!joint) return false;
  if (full && !joint->dash) return false;  // two dates, each by itself
  if (full && (is_numbered_by_slash(c, i) || (cue_before(c, i) == Cue::none && follows_classes(c, i))))
    return false;
  if (!joint->dash && c.preceded_by(i, "thứ")) return false;  // thứ 5, 27.11
  const auto last = read_day(c, joint->next);
  if (!last || !ends_here(c, last->end) || !is_valid(last->day.value, last->month->value, last->year))
    return false;
  // từ 26-11 - 2-12, dịp 30-4 - 1-5, ngày 26 - 27-11: a dash between blanks joins days that have dashes of
  // their own.
  // 2 buổi 9,10/12, cuối tuần 29, 30-11: one day behind the other.
  const bool next_day =
      !full && c.is_mark(first.end, U',') && (last->sign == U'/' || last->month->digits.size() == 2) &&
      last->day.value == first.day.value + 1 && last->month->value <= 12 && first.day.value > 1;
  // từ 3 đến 15-12
  const bool from_to = !full && !joint->dash && joint->said == "đến" && c.preceded_by(i, "từ") &&
                       last->month->digits.size() == 2 && first.day.value < last->day.value &&
                       !counted_after(c, last->end);
  if (last->sign == U'-' && !(last->year && (!full || first.sign != U'-')) && !next_day && !from_to) {
    const bool bracket = i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(last->end, U')');
    // chuyến công tác 21 - 24-11: days that rise, and a month behind the second
    const bool rises = !full && first.day.value < last->day.value &&
                       (last->month->digits.size() == 2 || first.day.value >= 10);
    const bool told =
        bracket || rises || cue_before(c, i) != Cue::none || c.preceded_by_any(i, cues::kBeforeNamedDate);
    if (!is_spaced_dash(c, first.end) || !told || counted_after(c, last->end) ||
        c.near_any(i, last->end, kScores))
      return false;
  }
  // đạt 4.2-4.5 m: what is measured is no day.
  if (full && last->sign == U'.' && !last->year) {
    const std::size_t unit = c.skip_blank(last->end);
    if (counted_after(c, last->end) || (c.is(unit, TokenKind::word) && read_unit(c, unit, false)))
      return false;
  }
  if (full && last->sign != first.sign) return false;
  const Cue cue = cue_before(c, i);
  if (!full) {
    const bool glued_sign =
        next_day || c.is_mark(first.end, U'&') || (c.is_mark(first.end, U',') && last->year);
    const bool line_start = i == 0 || c.word_before(i) == Context::npos;
    if (!joint->dash && !glued_sign && !line_start && cue == Cue::none) return false;
    if (joint->dash && first.day.value >= last->day.value) return false;
    if (last->sign == U'.' && counted_after(c, last->end)) return false;
    if (c.followed_by_any(last->end, cues::kAfterShare) && cue == Cue::none) return false;
    if (joint->said == "đến" && !joint->dash && first.day.value >= last->day.value) return false;
    if (joint->said == "tới") return false;
  }
  Date date;
  date.first = first;
  date.last = *last;
  date.joined = joint->said;
  date.end = last->end;
  draft.rule = "date.day-range";
  if (last->sign == U'-' && cue == Cue::none) {
    draft.certainty = Certainty::narrow;
    draft.rival = "score";
  }
  say_date(draft, c, date, i);
  return true;
}

// Nothing that could be counted follows: a mark, a bracket, the end, or a word that only joins clauses.
bool closed_behind(const Context& c, std::size_t end) {
  if (c.is_mark(end, U'”') || c.is_mark(end, U'"') || c.is_mark(end, U'’')) ++end;
  const bool mark = c.is_mark(end, U',') || c.is_mark(end, U'.') || c.is_mark(end, U')') ||
                    c.is_mark(end, U';') || c.is_mark(end, U':') || c.is(end, TokenKind::end);
  if (mark) return !(c.is(end + 1, TokenKind::number) && !c.is_mark(end, U')'));
  static constexpr Phrases kJoins = {"tại",  "ở",       "do",      "để",   "với",      "theo",
                                     "nhằm", "vừa qua", "tới đây", "sẽ",   "các",      "khi",
                                     "bởi",  "và ngày", "là",      "được", "cùng ngày"};
  return c.followed_by_any(end, kJoins);
}

bool heads_day(const Context& c, std::size_t i, const Day& d);

// Ngày 27-28.9, bão số 10; 6.11, bão số 13: a day with a dot stood before in the sentence.
bool dotted_day_before(const Context& c, std::size_t i) {
  // IELTS 6.5: a word directly before is what the figure belongs to.
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  if (c.is(before, TokenKind::word)) {
    bool joins = false;
    for (const std::string_view word : {"và", "vì", "hoặc", "sang", "hay"})
      joins = joins || c.folded(before) == word;
    if (!joins) return false;
  }
  for (std::size_t at = i, steps = 0; at >= 3 && steps < Context::kWindow; ++steps) {
    --at;
    if (c.is_mark(at, U'%')) return false;
    if (!c.is_mark(at, U'.') || !c.is(at - 1, TokenKind::number) || !c.is(at + 1, TokenKind::number))
      continue;
    const auto d = read_day(c, at - 1);
    if (!d || d->sign != U'.' || !is_valid(d->day.value, d->month->value, d->year)) continue;
    if (heads_day(c, at - 1, *d)) return true;
    const Cue cue = cue_before(c, at - 1);
    if (cue == Cue::strong || (cue == Cue::weak && d->year)) return true;
  }
  return false;
}

// Words that go on with the sentence behind a day; a counted noun is none of them.
bool goes_on_behind(const Context& c, std::size_t end) {
  static constexpr Phrases kGoesOn = {
      "tại",   "này",   "là",    "và",    "đến",   "tới",  "vừa",  "với",  "cùng", "năm",   "khi",  "ở",
      "từ",    "do",    "để",    "sẽ",    "đã",    "có",   "theo", "hàng", "hằng", "nhằm",  "trên", "của",
      "được",  "như",   "qua",   "cho",   "tháng", "sắp",  "hoặc", "thì",  "mà",   "nên",   "vì",   "lúc",
      "sau",   "trước", "không", "diễn",  "về",    "sang", "bắt",  "khai", "tổ",   "phải",  "còn",  "vào",
      "nhưng", "nếu",   "cũng",  "mới",   "chưa",  "tiếp", "xuất", "gồm",  "giảm", "tăng",  "nghỉ", "họp",
      "chạy",  "bay",   "công",  "bị",    "thì",   "nhân", "ra",   "mở",   "bởi",  "thông", "khởi", "nhờ",
      "hôm",   "sáng",  "trưa",  "chiều", "tối",   "rồi",  "xong"};
  return c.followed_by_any(end, kGoesOn);
}

// Before a counted noun, d/d is a part of a whole: "mở 3/12 cửa xả", "của 5/9 bị cáo". What stands behind a
// day without a cue is a word that goes on with the sentence.
bool counts_things(const Context& c, std::size_t i, const Day& d) {
  if (d.day.value > d.month->value || !c.is_blank(d.end)) return false;
  const std::size_t next = d.end + 1;
  if (!c.is(next, TokenKind::word) || c[next].shape != Shape::lower) return false;
  static constexpr Phrases kBeforeCount = {
      "có",         "của",  "mở",        "được",     "cả",         "trong",     "đã có",    "thu hút",
      "khởi tố",    "bắt",  "với",       "đóng",     "trao",       "tặng",      "cho",      "nộp",
      "hoàn thành", "xong", "thu",       "xử lý",    "giải quyết", "hưởng",     "trả",      "lấy",
      "phủ",        "tiêm", "khắc phục", "sửa",      "vượt",       "thực hiện", "chi",      "dự",
      "trúng",      "ăn",   "uống",      "tham gia", "thông qua",  "sáp nhập",  "giải ngân"};
  if (goes_on_behind(c, d.end) || (c.preceded_by(i, "quá") && d.month->value > 5)) return false;
  if (c.preceded_by_any(i, kBeforeCount)) return true;
  // cắt 2/3 dạ dày, lan ra 7/8 tòa tháp: so behind any word but those for what has a day.
  static constexpr Phrases kDated = {
      "phiên",    "kỳ",    "buổi",     "đợt",  "chuyến", "báo",     "vé",       "tua",       "nghị",
      "họp",      "tin",   "ca",       "tuần", "lịch",   "trận",    "lượt",     "hội",       "khai giảng",
      "xét xử",   "giỗ",   "cưới",     "sinh", "mất",    "qua đời", "hẹn",      "chốt",      "quốc khánh",
      "festival", "chiếu", "lên sóng", "phát", "vòng",   "bản",     "nay",      "đó",        "này",
      "học",      "thi",   "khám",     "trực", "dự báo", "tường",   "tuyên án", "phiên tòa", "hoãn"};
  const std::size_t word = c.word_before(i);
  // lạc 18h 9/12 gần hồ: behind an hour stands its day.
  const bool hour =
      word != Context::npos && word > 0 && c.is(c.skip_blank_back(word - 1), TokenKind::number) &&
      (c.folded(word) == "h" || c.folded(word) == "g" || c.folded(word) == "giờ" || c.folded(word) == "phút");
  const bool minutes = i > 2 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::number) && c.folded(i - 3) == "h";
  if (hour || minutes) return false;
  return word != Context::npos && c[word].shape == Shape::lower && c.is_blank(i - 1) &&
         cue_before(c, i) == Cue::none && !c.preceded_by_any(i, kDated);
}

// A half, thirds, quarters and fifths.
bool is_common_part(const Day& d) {
  return d.month->value >= 2 && d.month->value <= 5 && d.day.value < d.month->value &&
         !(d.day.value == 2 && d.month->value == 4) && d.month->digits[0] != '0' && d.day.digits[0] != '0';
}

/// Who told it stands before the bracket with the day.
constexpr Phrases kReports = {"theo",    "báo",     "tờ",    "hãng tin", "hãng",
                              "dẫn lời", "đưa tin", "trang", "tạp chí"};

// thứ bảy tuần vừa rồi (29-9), ngày đầu tiên (20-3): the bracket tells which day was meant.
bool closes_day_told(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kToldDays = {
      "tuần này",      "tuần trước",     "tuần rồi",      "tuần vừa rồi", "tuần sau",       "tuần tới",
      "đầu tuần",      "cuối tuần",      "giữa tuần",     "ngày kia",     "hôm kia",        "hôm trước",
      "hôm sau",       "ngày hôm sau",   "ngày đầu tiên", "ngày thứ hai", "ngày cuối cùng", "đầu năm mới",
      "ngày cuối năm", "ngày hôm trước", "mùng một tết"};
  const bool falls = d.day.value > 12;
  if (!falls && c.near_any(i, d.end, cues::kScore)) return false;
  if (c.preceded_by_any(i, kToldDays)) return true;
  if (!falls) return false;
  // Theo Reuters (27-11): the day of a report.
  if (c.near_any(i, d.end, kReports)) return true;
  // ngày thi đấu đầu tiên (20-3): the head of the words that name it.
  std::size_t at = c.word_before(i);
  for (int words = 0; words < 5 && at != Context::npos && c.is(at, TokenKind::word); ++words) {
    const Folded word = c.folded(at);
    if (word == "ngày" || word == "hôm" || word == "tuần" || word == "tết") return true;
    if (at < 2 || !c.is_blank(at - 1)) return false;
    at -= 2;
  }
  return false;
}

// Lịch thi đấu 26.11, nhập viện 25-11, VN-Index 26.11 tăng: what stands before has a day. Months of one
// figure only where nothing else is ever told.
bool heads_day(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kTitles = {"điểm tin", "bản tin",   "lịch thi đấu", "kết quả xổ số",
                                      "xổ số",    "tử vi",     "thời tiết",    "ngày mới",
                                      "năm xưa",  "trực tiếp", "dương lịch",   "tin nóng"};
  if (c.preceded_by(i, "dương lịch") || (c.preceded_by_any(i, kTitles) && closed_behind(c, d.end)))
    return true;
  // vụ cháy 12-9, sự kiện 11.9
  static constexpr Phrases kEvents = {"vụ cháy", "sự kiện", "thảm họa", "khủng bố", "vụ khủng bố", "cơn bão"};
  static constexpr Phrases kDates = {"thi", "nhập học", "phỏng vấn", "bốc thăm", "nhận việc"};
  if (d.day.value > d.month->value && c.preceded_by_any(i, kDates) && closed_behind(c, d.end)) return true;
  if (d.day.value > d.month->value && c.preceded_by_any(i, kEvents)) return true;
  if (d.month->value < 10) return false;
  const std::size_t unit = c.skip_blank(d.end);
  if (c.is(unit, TokenKind::word) && read_unit(c, unit, false)) return false;
  static constexpr Phrases kHeads = {
      "trận lũ",     "trận mưa",       "trận động đất", "cơn lũ",   "đợt lũ",      "đợt mưa",    "giải chạy",
      "lễ hội",      "hội nghị",       "hội thảo",      "buổi lễ",  "phiên họp",   "đêm nhạc",   "phiên chợ",
      "mở lại",      "đóng cửa",       "mở cửa",        "tạm dừng", "ngưng",       "dừng",       "dời sang",
      "lùi sang",    "hoãn đến",       "mưa lớn",       "giá heo",  "giá heo hơi", "heo hơi",    "giá lúa",
      "giá cà phê",  "giá tiêu",       "giá nông sản",  "giá dầu",  "giá thép",    "tin",        "kết quả",
      "nhận định",   "nhập viện",      "xuất viện",     "mất",      "qua đời",     "từ trần",    "mở bán",
      "ra mắt",      "chốt danh sách", "danh sách",     "chi trả",  "khai mạc",    "bế mạc",     "khởi công",
      "khánh thành", "khởi hành",      "lên đường",     "về nước",  "so với",      "phiên",      "vụ cháy",
      "thảm họa",    "sự cố",          "họp",           "đấu giá",  "phát hành",   "công chiếu", "khởi chiếu",
      "lên sóng",    "phát sóng",      "cập nhật",      "giá vàng", "giá xăng",    "bỏ phiếu",   "bầu cử",
      "cưới",        "xét xử",         "nổ súng"};
  if (c.preceded_by_any(i, kHeads) || c.preceded_by_any(i, kTitles)) return true;
  // chung kết 18-12 trên VTV5
  static constexpr Phrases kRounds = {"chung kết", "bán kết", "tứ kết", "khai mạc", "trận"};
  static constexpr Phrases kWhere = {"trên", "tại", "ở", "lúc", "trực tiếp"};
  if (c.preceded_by_any(i, kRounds) &&
      (c.followed_by_any(d.end, kWhere) || (d.day.value > 12 && c.is_mark(d.end, U','))))
    return true;
  static constexpr Phrases kMoves = {"tăng",  "giảm",     "mất",      "lên",
                                     "xuống", "đóng cửa", "hồi phục", "lao dốc"};
  return c.preceded_by(i, "index") && c.followed_by_any(d.end, kMoves);
}

/// Before the last day of something: hạn chót 30-11, từ nay đến 10-12.
constexpr Phrases kTerms = {"hạn",     "hạn nộp", "hạn chót",    "thời hạn", "hạn cuối",
                            "nay đến", "nay tới", "nay đến hết", "xong"};

// Ngày Quốc tế NKT 3-12: …; ngày GDKHQ 5.12, …: the name of a day, and when it is.
bool named_day_before(const Context& c, std::size_t i, const Day& d) {
  if (d.month->value < 10 || !closed_behind(c, d.end)) return false;
  std::size_t at = c.word_before(i);
  for (int words = 0; words < 5 && at != Context::npos && c.is(at, TokenKind::word); ++words) {
    if (c.folded(at) == "ngày") return words > 0;
    if (at < 2 || !c.is_blank(at - 1)) return false;
    at -= 2;
  }
  return false;
}

/// Before a day that everybody knows by its figures: quà 8-3, Trường THPT 19-5.
constexpr Phrases kOfDay = {"nhân", "quà", "hoa", "tiệc", "quỹ", "thpt", "thcs", "mít tinh"};

// đợt 1 (5-9 đến 15-9): a bracket that holds nothing but two days.
bool in_bracket_of_days(const Context& c, std::size_t i, const Day& d) {
  if (i < 1 || c.near_any(i, d.end, kScores)) return false;
  if (c.is_mark(i - 1, U'(')) {
    const auto joint = read_joint(c, d.end);
    const auto to = joint ? read_day(c, joint->next) : std::nullopt;
    return to && to->sign == d.sign && c.is_mark(to->end, U')');
  }
  if (!c.is_mark(d.end, U')') || !c.preceded_by(i, "đến")) return false;
  const std::size_t from = c.skip_blank_back(c.word_before(i) - 1);
  return from >= 3 && c.is(from, TokenKind::number) && c.is_mark(from - 1, d.sign) &&
         c.is_mark(from - 3, U'(');
}

// 24/24, 24/24h stand a few tokens before.
bool behind_all_hours(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at >= 3 && steps < 8; ++steps)
    if (c.text(--at) == "24" && is_date_sign(c, at - 1) && c.text(at - 2) == "24") return true;
  return false;
}

// 27/8, 27-8, 27.8, with or without a year
bool single_day(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  auto d = read_day(c, i);
  // The words before are asked only where the figures can be a day.
  auto loose = d ? std::nullopt : read_loose_day(c, i);
  if (!d && !loose) return false;
  // Giỗ tổ (10.3 âm lịch)
  const bool calendar =
      c.followed_by_any(d ? d->end : loose->end, std::array<std::string_view, 2>{"âm lịch", "dương lịch"});
  const Cue cue = calendar ? Cue::strong : cue_before(c, i);
  if (!d && cue == Cue::strong) d = loose;
  if (!d || !ends_here(c, d->end)) return false;
  bool valid = is_valid(d->day.value, d->month->value, d->year);
  const bool bracket = i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(d->end, U')');
  const bool named = c.preceded_by_any(i, cues::kBeforeNamedDate);
  Certainty certainty = Certainty::sure;
  // 11/26/2025: as the Americans write.
  if (!valid && d->sign == U'/' && d->year && is_year(*d->year) &&
      is_valid(d->month->value, d->day.value, d->year)) {
    std::swap(d->day, *d->month);
    valid = true;
    certainty = Certainty::narrow;
  }
  if (loose && d->day.value < d->month->value) certainty = Certainty::narrow;
  // ngày 4-5 tháng Giêng, 2-4 Tết: days of the month that is told behind.
  if (d->sign != U'/' && !d->year && d->day.value < d->month->value &&
      (c.followed_by(d->end, "tháng") || c.followed_by(d->end, "tết")))
    return false;
  // tháng 3-5/2019, quý 2-3/2025: two months or quarters of a year.
  if (d->year && d->sign == U'-' && c.is_mark(d->end - 2, U'/') &&
      (c.preceded_by(i, "tháng") || c.preceded_by(i, "quý")))
    return false;
  if (c.preceded_by(i, "vòng") && c[i].size() == 1) return false;  // vòng 1/8
  if (is_numbered_by_slash(c, i) || (cue != Cue::strong && c.rate_before(i))) return false;
  if (!valid) {
    // After "ngày" an impossible day is read as it is written, and doubted.
    const bool like_a_day =
        d->day.value >= 1 && d->day.value <= 31 && d->month->value >= 1 && d->month->value <= 12;
    if (!like_a_day || (!d->year && !c.preceded_by(i, "ngày"))) return false;
    certainty = Certainty::impossible_value;
  } else if (d->year) {
    if (d->year->digits.size() == 2 && d->sign != U'/' && cue == Cue::none) return false;
  } else {
    // mầm non 19/5 tổ chức …, 1/12 Bộ Y tế …, họp 3/4 bàn về giá: neither a group nor a set nor a goal is
    // counted.
    static constexpr Phrases kNoShare = {"tổ chức", "bộ đội", "bàn về", "bàn giao", "bàn việc", "bàn bạc"};
    const bool share =
        c.followed_by_any(d->end, cues::kAfterShare) && !c.followed_by_any(d->end, kNoShare) &&
        (c.headline() || c[c.skip_blank(d->end)].shape == Shape::lower ||
         c[c.skip_blank(d->end)].shape == Shape::upper) &&  // kết nạp 15/12 ĐV
        // 15/12 tổ 5 họp: one of them, by its number.
        !(d->day.value > d->month->value && c.is(c.skip_blank(c.skip_blank(d->end) + 1), TokenKind::number));
    switch (d->sign) {
      case U'/':
        if (sexagenary_year(c, c.skip_blank(d->end))) break;  // 6/10 Ất Tỵ
        // phục vụ 24/24, 7/7; 7/7 ngày trong tuần: each day of the week.
        if (d->day.value == 7 && d->month->value == 7 &&
            (c.followed_by(d->end, "ngày") || behind_all_hours(c, i)))
          return false;
        // Chiều 2/12, 2/3 số hộ có điện: behind the day a part of what is counted.
        if (cue == Cue::strong && share && is_common_part(*d) && c.is_mark(c.skip_blank_back(i - 1), U','))
          return false;
        if (cue == Cue::strong && !c.preceded_by(i, "qua")) break;
        if (is_house_number(c, i, d->end)) return false;
        if (cue == Cue::none && (!share || c.preceded_by(i, "so với")) && d->day.value > 12 &&
            heads_day(c, i, *d))
          break;  // so với 26/11
        // thắng 3/5 trận, hòa 1/5, thua 1/5: of as many as were counted before.
        if (cue == Cue::none && !named && d->day.value <= d->month->value &&
            follows_share_of(c, i, d->month->digits))
          return false;
        // Từ 1/12 xe rác thu gom …: a sentence that opens so tells a day, but for "Từ 1/3 diện tích".
        if (opens_with_since(c, i) && !c.followed_by_any(d->end, cues::kWholes)) break;
        // 16/8 Kiệt 73: a house in an alley.
        if (cue == Cue::none && !d->year &&
            c.followed_by_any(d->end, std::array<std::string_view, 4>{"kiệt", "ngõ", "hẻm", "ngách"}))
          return false;
        if (share && d->day.value <= d->month->value) return false;
        if (share && !named && cue != Cue::strong) return false;
        // quá 5/12 tháo đồng hồ: a term, unless the figures are a common part (quá 2/3).
        if (c.preceded_by_any(i, cues::kBeforeShare) && d->day.value < d->month->value &&
            !(c.preceded_by(i, "quá") && !share && d->month->value > 5))
          return false;
        if (is_common_part(*d) && c.preceded_by_any(i, cues::kBeforePart)) return false;
        // 24/7 sắp tới is a day; what stands open 24/7 is none.
        if (d->day.value == 24 && d->month->value == 7 &&
            !c.followed_by_any(
                d->end, std::array<std::string_view, 5>{"sắp tới", "vừa qua", "này", "năm nay", "hằng năm"}))
          return false;
        if (cue == Cue::none && !named && counts_things(c, i, *d)) return false;
        // TB 4/4: the class of an invalid of war, of which there are four.
        if (!d->year && d->day.value <= d->month->value && d->month->value == 4 &&
            c.preceded_by_any(i, std::array<std::string_view, 4>{"tb", "thương binh", "bb", "bệnh binh"}))
          return false;
        // lớp 6/1 đến 6/8 học …; 7/1 - 7/9 học …: classes told after classes.
        if (cue == Cue::none && !named && d->day.value <= 12 && follows_classes(c, i)) return false;
        // nộp 3/5 tỷ đồng: so much of a sum.
        if (c.is_blank(d->end) &&
            c.followed_by_any(d->end, std::array<std::string_view, 4>{"tỷ", "tỉ", "triệu", "nghìn"}))
          return false;
        // đã xử lý 9/9, có mặt 12/12: all of what was told before.
        if (cue == Cue::none && !bracket && !named && d->day.value == d->month->value &&
            closed_behind(c, d->end) &&
            c.preceded_by_any(
                i, std::array<std::string_view, 11>{"làm rõ", "gq", "xử lý", "xl", "đạt", "hoàn thành",
                                                    "giải quyết", "khắc phục", "có mặt", "dập", "đã nộp"}))
          return false;
        // 4/4 ứng viên: all of what is counted.
        if (cue == Cue::none && !named && d->day.value == d->month->value && c.is_blank(d->end) &&
            c[d->end + 1].shape == Shape::lower && c.is(d->end + 1, TokenKind::word) &&
            !goes_on_behind(c, d->end))
          return false;
        // gãy 1/3 giữa, 1/3 dưới: a part of a bone or a road.
        if (cue == Cue::none && d->day.value < d->month->value && d->month->value <= 5 &&
            (c.preceded_by(i, "gãy") || c.followed_by(d->end, "giữa") || c.followed_by(d->end, "dưới") ||
             c.followed_by(d->end, "cuối") || c.followed_by(d->end, "đầu")))
          return false;
        // được 1/2 tháng lương
        if (d->day.value < d->month->value && !bracket && cue != Cue::strong && c.is_blank(d->end) &&
            (c.followed_by(d->end, "tháng") || c.followed_by(d->end, "ngày") ||
             c.followed_by(d->end, "giờ") || c.followed_by(d->end, "buổi")))
          return false;
        // 12/5 Lê Lợi: a name directly behind, with no mark between, is a street's.
        if (cue == Cue::none && !bracket && !named && !is_named_holiday(d->day.value, d->month->value) &&
            c.is_blank(d->end) && is_name(c, d->end + 1) && c.is_blank(d->end + 2) &&
            is_name(c, d->end + 3)) {
          return false;
        }
        // tại 12/5 Lê Lợi: a house.
        if ((c.preceded_by(i, "tại") || c.preceded_by(i, "ở")) &&
            c[c.skip_blank(d->end)].shape == Shape::capitalised &&
            c.is(c.skip_blank(d->end), TokenKind::word))
          return false;
        if (c.is_mark(c.skip_blank(d->end), U'%')) return false;
        // 1/3 giữa xương đùi: a part of a limb.
        if (cue == Cue::none && d->day.value < d->month->value && c.followed_by_any(d->end, kWhereOnBody) &&
            c.near_any(i, d->end, kBody))
          return false;
        // 1/2 and 3/4 without any cue are parts as often as days.
        if (cue == Cue::none && !bracket && !named && d->day.value < d->month->value &&
            !is_named_holiday(d->day.value, d->month->value))
          certainty = Certainty::narrow;
        // 7-6 (7/3): behind a figure a bracket holds a result as often as a day.
        if (cue == Cue::none && bracket && i > 1 && c.is(c.skip_blank_back(i - 2), TokenKind::number))
          certainty = Certainty::narrow;
        // giảm 2 vụ (5/7): behind what is counted it may be five of seven.
        if (cue == Cue::none && bracket && i > 4 && d->day.value <= d->month->value &&
            c[c.skip_blank_back(i - 2)].shape == Shape::lower &&
            c.is(c.skip_blank_back(c.skip_blank_back(i - 2) - 1), TokenKind::number))
          certainty = Certainty::narrow;
        // 1/3 TBA đã có điện
        if (cue == Cue::none && d->day.value <= d->month->value && !bracket &&
            c.followed_by_any(d->end, std::array<std::string_view, 3>{"tba", "trạm biến áp", "hồ chứa"}))
          return false;
        // 20 em ở 9/3: nothing is "in" a day.
        if (cue == Cue::none && !bracket && d->day.value <= 12 && c.preceded_by(i, "ở") &&
            c.near_any(i, d->end, std::array<std::string_view, 5>{"em", "học sinh", "hs", "lớp", "gvcn"}))
          return false;
        // chi đội 7/2, chi đoàn 11/4
        if (d->day.value <= 12 &&
            c.preceded_by_any(i, std::array<std::string_view, 3>{"chi đội", "chi đoàn", "phân đội"}))
          return false;
        // 20 em của 9/3 chuyển sang 9/5: where classes are spoken of.
        if (cue == Cue::none && !bracket && !named && d->day.value <= 12 && c.near(i, d->end, "lớp"))
          certainty = Certainty::narrow;
        break;
      case U'-':
        if (lunar_after(c, d->end).lunar && d->month->value <= 12) break;  // ngày giỗ 15-7 ÂL
        if (sexagenary_year(c, c.skip_blank(d->end))) break;               // 6-10 Ất Tỵ
        if (named_day_before(c, i, *d)) break;
        if (counted_after(c, d->end)) return false;
        // mùng 2-4: days; mùng 9-3: no range falls.
        if (c.preceded_by(i, "mùng") || c.preceded_by(i, "mồng")) {
          if (d->day.value < d->month->value) return false;
          break;
        }
        // từ ngày 1-5 hằng tháng: days of every month.
        if (d->day.value < d->month->value && !d->year &&
            c.near_any(i, d->end,
                       std::array<std::string_view, 6>{"hằng tháng", "hàng tháng", "mỗi tháng", "ghi chỉ số",
                                                       "chốt chỉ số", "các tháng"}))
          return false;
        if (cue == Cue::strong || named) break;
        // quà 8-3, Trường THPT 19-5: days that everybody knows by their figures.
        if (is_named_holiday(d->day.value, d->month->value) && c.preceded_by_any(i, kOfDay)) break;
        if (in_bracket_of_days(c, i, *d)) {
          certainty = Certainty::narrow;
          break;
        }
        // nhận hồ sơ 1-12 đến 15-12
        if (const auto joint = read_joint(c, d->end); joint && !joint->dash && joint->said == "đến") {
          const auto to = read_day(c, joint->next);
          if (to && to->sign == U'-' && is_valid(to->day.value, to->month->value, to->year) &&
              (to->month->value > d->month->value ||
               (to->month->value == d->month->value && to->day.value > d->day.value)) &&
              (to->day.value > 12 || to->month->digits.size() == 2) && !counted_after(c, to->end) &&
              !c.near_any(i, to->end, kScores)) {
            certainty = Certainty::narrow;
            break;
          }
        }
        // mưa lớn 25-11, 26-11: one day more
        if (i >= 5 && c.is_blank(i - 1) && c.is_mark(i - 2, U',') && c.text(i - 3) == d->month->digits &&
            c.is_dash(i - 4) && d->month->digits.size() == 2 && !c.near_any(i, d->end, kScores)) {
          const auto before = read_figures(c, i - 5, 2);
          if (before && before->value < d->day.value) {
            certainty = Certainty::narrow;
            break;
          }
        }
        // hạn chót 30-11 phải nộp, từ nay đến 10-12
        if (c.preceded_by_any(i, kTerms) || heads_day(c, i, *d) ||
            (c.preceded_by(i, "sau") && d->month->value >= 10 && c.followed_by(d->end, "sẽ"))) {
          certainty = Certainty::narrow;
          break;
        }
        if (bracket && closes_day_told(c, i, *d)) {
          if (d->day.value < d->month->value) certainty = Certainty::narrow;
          break;
        }
        // phòng 15-11, câu 13-12: two numbers of a thing
        static constexpr Phrases kNumbered = {"phòng", "câu",  "bài",   "điểm", "số",   "nhà",
                                              "căn",   "mã",   "khoản", "ghế",  "hàng", "lô",
                                              "ô",     "tầng", "tổ",    "lớp",  "mục",  "trang"};
        // Toàn cảnh 25-11: what falls so far is no range, and a score has its words.
        if (cue == Cue::none && d->day.value > 12 && d->month->digits.size() == 2 &&
            (closed_behind(c, d->end) ||
             (d->day.value > d->month->value && c[c.skip_blank(d->end)].shape == Shape::lower &&
              !c.preceded_by_any(i, kNumbered))) &&
            i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::word) && !c.near_any(i, d->end, kScores)) {
          certainty = Certainty::narrow;
          break;
        }
        // Ngày 27 tháng Chạp (15-2): the day of the other calendar.
        if (bracket && cue == Cue::none && d->day.value > d->month->value &&
            !c.near_any(i, d->end, cues::kScore) &&
            c.near_any(i, d->end,
                       std::array<std::string_view, 4>{"tháng chạp", "tháng giêng", "âm lịch", "mùng"})) {
          certainty = Certainty::narrow;
          break;
        }
        if (cue == Cue::weak) {
          // từ 30-4 đến 30-6: two days; từ 16-24 tuổi: a range.
          const auto joint = read_joint(c, d->end);
          const bool to_a_day = joint && read_day(c, joint->next);
          const bool from_a_day = (c.preceded_by(i, "đến") || c.preceded_by(i, "tới")) && i >= 6 &&
                                  c.is(c.skip_blank_back(c.word_before(i) - 1), TokenKind::number);
          const bool closed = closed_behind(c, d->end);
          if (to_a_day || from_a_day) break;
          // đến 31-10: what falls is no range, so it is a day.
          if (d->day.value > 12 &&
              (c.preceded_by(i, "đến") || c.preceded_by(i, "từ") || c.preceded_by(i, "trước")) &&
              !c.preceded_by(i, "dẫn trước"))
            break;
          // từ 7-3 đến nay: since a day; từ 7-3, đến 9-4: what falls, where no result is told.
          const bool since = c.preceded_by(i, "từ");
          if (since && c.followed_by(d->end, "đến nay")) break;
          if (d->day.value > d->month->value && (since || c.preceded_by(i, "đến")) &&
              !c.near_any(i, d->end, cues::kScore)) {
            certainty = Certainty::narrow;
            break;
          }
          // họp sau 29-5, sau 10-6 sẽ rõ: what falls, where no result is told.
          if (d->day.value > d->month->value && c.preceded_by(i, "sau") &&
              !c.near_any(i, d->end, cues::kScore)) {
            certainty = Certainty::narrow;
            break;
          }
          // Từ 1-7, cả nước…: before a mark the thing counted is missing.
          static constexpr Phrases kOfResults = {
              "dẫn trước", "kết thúc",           "sau",     "tổ chức", "ký", "công bố", "ra mắt", "bắt đầu",
              "nghỉ",      "vượt lên dẫn trước", "xuất bản"};
          if (closed &&
              (!c.preceded_by_any(i, kOfResults) || (c.preceded_by(i, "sau") && c.is_mark(d->end, U',')))) {
            certainty = Certainty::narrow;
            break;
          }
        }
        return false;
      default:
        if (sexagenary_year(c, c.skip_blank(d->end))) break;  // 6.10 Ất Tỵ
        if (counted_after(c, d->end)) return false;
        if (named_day_before(c, i, *d)) break;
        // từ 30.1 đến mùng 3 Tết; hạn cuối 15.12
        if (c.followed_by(d->end, "đến mùng") || c.followed_by(d->end, "đến mồng")) break;
        if (c.preceded_by_any(i, kTerms) && (d->month->value >= 10 || d->day.value > 12)) {
          certainty = Certainty::narrow;
          break;
        }
        if (cue == Cue::strong || bracket || c.preceded_by(i, "lễ") || c.preceded_by(i, "dịp")) break;
        // cầu 3.2, kỷ niệm 22.12, quà 8.3: days that everybody knows by their figures.
        if (is_named_holiday(d->day.value, d->month->value) && (named || c.preceded_by_any(i, kOfDay)) &&
            !c.is_mark(c.skip_blank(d->end), U'%')) {
          const std::size_t unit = c.skip_blank(d->end);
          if (!(c.is(unit, TokenKind::word) && read_unit(c, unit, false))) break;
        }
        if (in_bracket_of_days(c, i, *d)) {
          certainty = Certainty::narrow;
          break;
        }
        // IELTS từ 5.5, điểm chuẩn từ 20.5: marks, written as the English do.
        static constexpr Phrases kMarked = {
            "ielts",  "toefl", "gpa",     "hsk",        "điểm chuẩn",      "điểm sàn",   "điểm thi", "học bạ",
            "tổ hợp", "elo",   "richter", "độ richter", "điểm trung bình", "thang điểm", "phiên bản"};
        if (cue == Cue::weak && c.near_any(i, d->end, kMarked)) return false;
        if (cue == Cue::weak) {
          const auto joint = read_joint(c, d->end);
          const auto other = joint ? read_day(c, joint->next) : std::nullopt;
          if (other && other->sign == U'.') break;
          // hạn nộp 25.10: in Vietnamese decimals have a comma.
          if (closed_behind(c, d->end) || d->month->value >= 10) {
            certainty = Certainty::narrow;
            break;
          }
        }
        if ((closed_behind(c, d->end) || d->month->value >= 10) && dotted_day_before(c, i)) break;
        if (heads_day(c, i, *d)) {
          certainty = Certainty::narrow;
          break;
        }
        // nhận hồ sơ 1.12 đến 15.12
        if (const auto joint = read_joint(c, d->end); joint && !joint->dash && joint->said == "đến") {
          const auto to = read_day(c, joint->next);
          if (to && to->sign == U'.' && to->month->digits.size() == 2 && d->month->digits.size() == 2 &&
              is_valid(to->day.value, to->month->value, to->year) && closed_behind(c, to->end) &&
              (to->month->value > d->month->value || to->day.value > d->day.value)) {
            certainty = Certainty::narrow;
            break;
          }
        }
        if (c.preceded_by(i, "đến") && closed_behind(c, d->end) && d->month->digits.size() == 2) {
          const std::size_t from = c.skip_blank_back(c.word_before(i) - 1);
          if (from >= 3 && c.is(from, TokenKind::number) && c[from].size() == 2 &&
              c.is_mark(from - 1, U'.') && c.is(from - 2, TokenKind::number) && c[from - 2].size() <= 2) {
            certainty = Certainty::narrow;
            break;
          }
        }
        // thông qua 27.11, làm việc 26.11: no amount is told, and a decimal fraction would have a comma.
        static constexpr Phrases kAmounts = {
            "dày",    "rộng",  "cao",    "dài",  "sâu",  "nặng", "ngắn",  "tích",  "đạt",        "mức",
            "lên",    "xuống", "là",     "tới",  "đến",  "bằng", "hơn",   "gần",   "khoảng",     "chỉ",
            "còn",    "giá",   "chỉ số", "điểm", "tăng", "giảm", "số",    "mã",    "bản",        "mục",
            "khoản",  "điều",  "chương", "phần", "bảng", "hình", "tỷ lệ", "hệ số", "trung bình", "tỉ lệ",
            "tỷ giá", "từ",    "trên",   "dưới", "bài",  "câu",  "phòng", "tầng",  "căn",        "lô",
            "cấp",    "bậc",   "với",    "và",   "ở",    "gồm"};
        if (d->day.value > 12 && d->month->digits.size() == 2 && closed_behind(c, d->end) && i >= 2 &&
            c.is_blank(i - 1) && c.is(i - 2, TokenKind::word) && c[i - 2].shape == Shape::lower &&
            c[i - 2].syllable && !c.preceded_by_any(i, kAmounts)) {
          certainty = Certainty::narrow;
          break;
        }
        // Giá heo hơi 28.11: …: the day of a list.
        if (d->month->value >= 10 && c.is_mark(d->end, U':') && c.is_blank(d->end + 1)) {
          certainty = Certainty::narrow;
          break;
        }
        return false;
    }
  }
  Date date;
  date.last = *d;
  date.end = d->end;
  draft.certainty = certainty;
  draft.rule = d->year ? "date.day-month-year" : "date.day-month";
  say_date(draft, c, date, i);
  // 14.07.Kỷ Hợi, 03/6/Giáp Ngọ: the year by its name, joined by the same sign.
  if (!d->year && draft.end == d->end && c.is_mark(d->end, d->sign)) {
    const std::size_t year = c.skip_blank(d->end + 1);
    if (sexagenary_year(c, year)) {
      if (c.folded(year) != "năm") draft.say("năm", c[d->end].span());
      draft.end = d->end + 1;
    }
  }
  return true;
}

}  // namespace

namespace {

// 4h/28: …, 07h/28-11: the day behind the hour, its month left out.
bool day_behind_hour(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i < 3 || !c.is_mark(i - 1, U'/') || c.text(i - 2) != "h" || !c.is(i - 3, TokenKind::number))
    return false;
  const auto day = read_figures(c, i, 2);
  if (!day || day->value < 1 || day->value > 31) return false;
  // (7h/26 - 7h/27)
  const std::size_t dash = c.skip_blank(i + 1);
  const bool span = c.is_dash(dash) && c.is(c.skip_blank(dash + 1), TokenKind::number) &&
                    c.text(c.skip_blank(dash + 1) + 1) == "h";
  const bool closed = span || c.is_mark(i + 1, U')') || c.is_mark(i + 1, U':') || c.is_mark(i + 1, U',') ||
                      c.is_mark(i + 1, U';') || (c.is_mark(i + 1, U'.') && !c.is(i + 2, TokenKind::number));
  if (!closed) return false;
  draft.say("ngày", day->span);
  say_cardinal(draft, day->value, c.style(), day->span);
  draft.rule = "date.day";
  draft.end = i + 1;
  return true;
}

// 1/Giêng, 23/Chạp: a day of the months that have names.
bool named_month(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto day = read_figures(c, i, 2);
  if (!day || day->value < 1 || day->value > 30 || !c.is_mark(i + 1, U'/') || !c.is(i + 2, TokenKind::word))
    return false;
  const Folded& month = c.folded(i + 2);
  const std::string_view name = month == "giêng" ? "giêng" : month == "chạp" ? "chạp" : "";
  if (name.empty()) return false;
  const bool said = c.preceded_by(i, "mùng") || c.preceded_by(i, "mồng") || c.preceded_by(i, "ngày") ||
                    c.preceded_by(i, "rằm");
  if (!said && day->value <= 10) draft.say("mùng", day->span);
  say_cardinal(draft, day->value, c.style(), day->span);
  draft.say("tháng", c[i + 1].span());
  draft.say(name, c[i + 2].span());
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.named-month";
  draft.end = i + 3;
  return true;
}

}  // namespace

bool recognise_date(const Context& c, Draft& draft) {
  if (named_month(c, draft)) return true;
  draft.semiotic_class = SemioticClass::date;
  const std::size_t i = c.here();
  // Thứ 5,27.11: the comma parts the day of the week from the day.
  if (i > 0 && (c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U',') || c.is_mark(i - 1, U'/')) && i > 1 &&
      c.is(i - 2, TokenKind::number) && !(c.is_mark(i - 1, U',') && c.preceded_by(i - 2, "thứ")))
    return false;
  if (c[i].size() == 4) return year_first(c, draft);
  if (c[i].size() > 2 || is_range_of_parts(c, i)) return false;
  constexpr Recogniser kWithSign[] = {days_of_week, day_range,  single_day,
                                      week_of_year, month_year, day_behind_hour};
  constexpr Recogniser kBare[] = {days_of_week,         day_range,      single_day, month_year,
                                  month_and_year_apart, day_behind_hour};
  const bool with_sign = is_date_sign(c, i + 1);
  for (const Recogniser form : with_sign ? std::span<const Recogniser>(kWithSign) : kBare) {
    if (form(c, draft)) return true;
    draft.reset();
    draft.semiotic_class = SemioticClass::date;
  }
  return false;
}

// "/2025" behind a quarter or a count of months: quý II/2025, quý II – 2009, 6 tháng/2025.
bool recognise_slash_year(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i == 0 || (!c.is_mark(i, U'/') && !c.is_dash(i))) return false;
  const bool loose = c.is_dash(i) && c.is_blank(i - 1) && c.is_blank(i + 1);
  const std::size_t at = loose ? c.skip_blank(i + 1) : i + 1;
  const std::size_t before = loose ? c.skip_blank_back(i - 1) : i - 1;
  const auto year = read_figures(c, at, 4);
  if (!year || !is_year(*year) || !c.is(before, TokenKind::word)) return false;
  const Folded word = c.folded(before);
  static constexpr Phrases kTimes = {"quý", "kỳ", "kỳ họp", "đợt", "học kỳ"};
  const bool quarter =
      c.preceded_by_any(before, kTimes) || (!loose && (word == "tháng" || word == "năm" || word == "quý"));
  if (!quarter) return false;
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.slash-year";
  say_year(draft, c, *year);
  draft.end = at + 1;
  return true;
}

// Q4/2025
bool recognise_quarter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "Q") return false;
  const auto quarter_at = [&](std::size_t at) {
    const auto n = c.text(at) == "Q" ? read_figures(c, at + 1, 1) : std::nullopt;
    return n && n->value >= 1 && n->value <= 4 ? n : std::nullopt;
  };
  const auto quarter = quarter_at(i);
  // hết Q1/26, cân đo Q4: behind what is told of a quarter; a district has its name or number in an address.
  static constexpr Phrases kTold = {"hết",   "trong",    "cuối",    "đầu",     "từ",      "đến",
                                    "sang",  "cân đo",   "kết quả", "số liệu", "báo cáo", "phí",
                                    "quỹ",   "kế hoạch", "thu",     "nộp",     "chi",     "tiền",
                                    "lương", "tháng",    "bằng",    "so với",  "thuế"};
  if (quarter && c.preceded_by_any(i, kTold) && !c.near(i, i + 2, "quận")) {
    const auto short_year = c.is_mark(i + 2, U'/') ? read_figures(c, i + 3, 2) : std::nullopt;
    const bool of_year = short_year && short_year->digits.size() == 2 && short_year->value >= 20 &&
                         short_year->value <= 35 && !c.is_mark(i + 4, U'/');
    const std::size_t end = of_year ? i + 4 : i + 2;
    if ((of_year || !c.is_mark(i + 2, U'/')) && !c.is_dash(end) && !c.is(end, TokenKind::word)) {
      draft.semiotic_class = SemioticClass::date;
      draft.rule = "date.quarter";
      draft.certainty = of_year ? Certainty::sure : Certainty::narrow;
      draft.say("quý", c[i].span());
      say_cardinal(draft, quarter->value, c.style(), quarter->span);
      if (of_year) say_year(draft, c, *short_year);
      draft.end = end;
      return true;
    }
  }
  if (!quarter || !(c.is_mark(i + 2, U'/') || c.is_dash(i + 2))) return false;
  // Q2-Q4/2026
  const auto last = c.is_dash(i + 2) ? quarter_at(i + 3) : std::nullopt;
  if (last) {
    const auto year = c.is_mark(i + 5, U'/') ? read_figures(c, i + 6, 4) : std::nullopt;
    if (last->value <= quarter->value || (year && !is_year(*year))) return false;
    draft.semiotic_class = SemioticClass::date;
    draft.rule = "date.quarter-year";
    draft.say("quý", c[i].span());
    say_cardinal(draft, quarter->value, c.style(), quarter->span);
    draft.say("đến quý", c[i + 3].span());
    say_cardinal(draft, last->value, c.style(), last->span);
    if (year) say_year(draft, c, *year);
    draft.end = year ? i + 7 : i + 5;
    return true;
  }
  const auto year = read_figures(c, i + 3, 4);
  if (!year || !is_year(*year)) return false;
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.quarter-year";
  draft.say("quý", c[i].span());
  say_cardinal(draft, quarter->value, c.style(), quarter->span);
  say_year(draft, c, *year);
  draft.end = i + 4;
  return true;
}

}  // namespace loa::normalizer
