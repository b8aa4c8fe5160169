// SPDX-License-Identifier: GPL-3.0-or-later
// What the words around figures say of whether they are a day.
#include "cues.h"
#include "date.h"

namespace loa::normalizer {
namespace {

/// Words that a day follows as often as a number does.
constexpr Phrases kWeakCues = {
    "từ",       "đến",         "tới",       "trước",      "sau",         "vào",       "hết",
    "hạn",      "khai mạc",    "diễn ra",   "kể từ",      "hạn nộp",     "hạn chót",  "thời hạn",
    "bế mạc",   "khánh thành", "khởi công", "khai giảng", "khai trương", "thông xe",  "dự phòng",
    "hiệu lực", "xét xử",      "công bố",   "ra mắt",     "nghỉ",        "bắt đầu",   "kết thúc",
    "tổ chức",  "khởi hành",   "xuất bản",  "ký",         "phát sóng",   "đổ bộ",     "bầu cử",
    "khai hội", "tựu trường",  "dự kiến",   "chậm nhất",  "muộn nhất",   "trễ nhất",  "sớm nhất",
    "đợi",      "chờ",         "hẹn",       "lùi sang",   "dời sang",    "hoãn sang", "hợp long",
    "mở lại",   "xuất viện",   "cất bốc",   "khởi chiếu", "lên kệ",      "đến hạn",   "đáo hạn"};

/// Before a colon: what is due or begins on the day behind it.
constexpr Phrases kDue = {"hạn nộp",  "hạn chót", "thời hạn",  "hạn nộp hồ sơ", "hạn đăng ký",
                          "hạn cuối", "hạn",      "khai mạc",  "khởi hành",     "bế mạc",
                          "lịch âm",  "âm lịch",  "lịch nghỉ", "ngày thi",      "ngày họp"};

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

}  // namespace

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
    static constexpr Phrases kThisDay = {"sáng nay",  "trưa nay", "chiều nay", "tối nay",   "đêm nay",
                                         "hôm nay",   "sớm nay",  "sớm qua",   "sáng qua",  "hôm qua",
                                         "tối qua",   "đêm qua",  "sáng mai",  "chiều qua", "ngày mai",
                                         "chiều mai", "khuya nay"};
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

bool counted_after(const Context& c, std::size_t end) {
  const std::size_t at = c.skip_blank(end);
  if (c.is_mark(at, U'%') || c.is_mark(at, U'\u00B0')) return true;
  // học bù, học trực tuyến: what is done that day
  static constexpr Phrases kLearning = {"học sinh", "học viên", "học kỳ", "học kì",
                                        "học phần", "học bổng", "học trò"};
  if (c.followed_by(end, "học") && !c.followed_by_any(end, kLearning)) return false;
  return c.followed_by_any(end, cues::kAfterRange) && !c.followed_by(end, "năm nay") &&
         !c.followed_by(end, "năm ngoái") && !c.followed_by(end, "năm sau") &&
         !(c.followed_by(end, "năm") && (c.is(c.skip_blank(at + 1), TokenKind::number) ||
                                         c[c.skip_blank(at + 1)].shape == Shape::capitalised)) &&
         !c.followed_by(end, "tháng");
}

bool closed_behind(const Context& c, std::size_t end) {
  if (c.is_closing_quote(end) || c.is_mark(end, U'\u2019')) ++end;  // right single quotation mark
  const bool mark = c.is_clause_mark(end) || c.is_mark(end, U')') || c.is(end, TokenKind::end);
  if (mark) return !(c.is(end + 1, TokenKind::number) && !c.is_mark(end, U')'));
  static constexpr Phrases kJoins = {"tại",  "ở",       "do",      "để",   "với",      "theo",
                                     "nhằm", "vừa qua", "tới đây", "sẽ",   "các",      "khi",
                                     "bởi",  "và ngày", "là",      "được", "cùng ngày"};
  return c.followed_by_any(end, kJoins);
}

bool is_named_holiday(unsigned day, unsigned month) {
  constexpr unsigned kHolidays[][2] = {{2, 9},  {30, 4},  {1, 5}, {8, 3},  {20, 11}, {20, 10},
                                       {27, 7}, {22, 12}, {3, 2}, {19, 5}, {19, 8}};
  for (const auto& holiday : kHolidays)
    if (holiday[0] == day && holiday[1] == month) return true;
  return false;
}

bool is_sexagenary_year(const Context& c, std::size_t i) {
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

}  // namespace loa::normalizer
