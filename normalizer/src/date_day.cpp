// SPDX-License-Identifier: GPL-3.0-or-later
// A single day: 27/8, 27-8, 27.8, with or without a year. What the slash of one without a year is otherwise:
// date_slash.cpp.
#include <array>
#include <optional>
#include <utility>

#include "cues.h"
#include "date.h"
#include "quantity.h"

namespace loa::normalizer {

// Whether one of the phrases, of one word or two, ends with the first or the second word of the line.
static bool opens_line(const Context& c, const PhraseList& phrases) {
  return c.preceded_by_any(2, phrases) || c.preceded_by_any(4, phrases);
}

// Vụ cháy chung cư mini 12-9: what falls from so high is neither a range nor a result.
static bool opens_with_event(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kOfEvent = {"vụ",       "bão",     "lũ",      "cháy",
                                       "thảm họa", "sự kiện", "trận lũ", "hỏa hoạn"};
  if (d.sign != U'-' || d.day.value < 10 || d.day.value <= d.month->value || i < 3 ||
      !closed_behind(c, d.end))
    return false;
  return c.is(0, TokenKind::word) && opens_line(c, kOfEvent) && !c.near_any(i, d.end, kScores);
}

// Tin thế giới 8-11, Bão Kalmaegi 6-11, Tranh cãi quanh lễ hội 9-12: a line that is a title and a day, of
// the months that can be told from a small number. What is numbered or measured stands before no day.
static bool ends_title(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kOpening = {
      "tin",        "sự kiện",   "lịch",     "kết quả",   "nhận định", "bão",      "lũ",        "vụ",
      "dự báo",     "cập nhật",  "điểm tin", "thời tiết", "thời sự",   "thảm họa", "xổ số",     "thảm kịch",
      "thị trường", "giá",       "tỷ giá",   "bóng đá",   "thể thao",  "vietlott", "cúp",       "chứng khoán",
      "vàng",       "giải trí",  "showbiz",  "lịch sử",   "trực tiếp", "soi kèo",  "kèo",       "bầu cử",
      "siêu bão",   "áp thấp",   "cháy",     "rét",       "kỷ niệm",   "hội thảo", "lễ",        "trận",
      "điểm nóng",  "giông lốc", "dông lốc", "sạt lở",    "hỏa hoạn",  "tuần lễ",  "sóng thần", "động đất",
      "mưa lũ",     "lốc xoáy",  "tai nạn",  "nổ",        "đình công", "hội chợ",  "liên hoan"};
  static constexpr Phrases kNumbered = {
      "lớp",   "khối",  "câu",  "bài",  "trang", "tuổi",  "vòng",  "nhóm", "số",    "hạng",   "cấp",
      "tầng",  "phòng", "ghế",  "điểm", "lượng", "mức",   "độ",    "từ",   "đến",   "khoảng", "vị trí",
      "đạt",   "tăng",  "giảm", "còn",  "lên",   "xuống", "thắng", "thua", "hòa",   "dẫn",    "hơn",
      "gần",   "tới",   "trẻ",  "size", "cỡ",    "đời",   "kênh",  "tập",  "phần",  "chương", "điều",
      "khoản", "mục",   "bước", "giải", "thứ",   "hàng",  "dãy",   "tổ",   "khu",   "nhà",    "bậc",
      "mã",    "cao",   "dài",  "rộng", "sâu",   "nặng",  "vé",    "phí",  "lương", "loại",   "quý",
      "tháng", "cổng",  "cửa",  "bàn",  "xe",    "ra",    "lần",   "suốt", "trong", "trên",   "dưới",
      "với",   "là",    "có",   "giá"};
  // Toán lý hóa 10-12, ghế hạng nhất 10-12
  static constexpr Phrases kRanged = {"học", "thi",  "toán", "lớp",  "sách", "môn",  "giáo viên",
                                      "ghế", "hạng", "trẻ",  "tuổi", "bảng", "hiệu", "số"};
  constexpr int kMostWords = 6;
  if (d.month->digits.size() != 2 || !closed_behind(c, d.end) || i < 3 || !c.is_blank(i - 1) ||
      c.preceded_by_any(i, kNumbered))
    return false;
  std::size_t at = i;
  int words = 0;
  for (; words < kMostWords && at >= 2 && c.is_blank(at - 1); ++words) {
    // Cúp C1, U23
    const bool coded = at >= 3 && c.is(at - 2, TokenKind::number) && c.is(at - 3, TokenKind::word);
    if (!coded && !c.is(at - 2, TokenKind::word)) return false;
    at -= coded ? 3 : 2;
  }
  if (at != 0) return false;
  if (opens_line(c, kOpening)) return true;
  const Token& last = c[i - 2];
  return words >= 3 && d.sign == U'-' && last.is(TokenKind::word) && last.shape == Shape::lower &&
         last.syllable && !c.near_any(i, d.end, kScores) && !c.near_any(i, d.end, kRanged);
}

bool heads_day(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kTitles = {"điểm tin",  "bản tin",    "lịch thi đấu", "xổ số",
                                      "tử vi",     "thời tiết",  "ngày mới",     "năm xưa",
                                      "trực tiếp", "dương lịch", "tin nóng"};
  if (c.preceded_by(i, "dương lịch") || (c.preceded_by_any(i, kTitles) && closed_behind(c, d.end)))
    return true;
  // vụ cháy 12-9, sự kiện 11.9, thị trường phiên 10-2
  static constexpr Phrases kEvents = {"vụ cháy",  "sự kiện", "thảm họa", "thảm kịch",
                                      "khủng bố", "cơn bão", "phiên"};
  static constexpr Phrases kDates = {"thi", "nhập học", "phỏng vấn", "bốc thăm", "nhận việc"};
  if (d.day.value > d.month->value && c.preceded_by_any(i, kDates) && closed_behind(c, d.end)) return true;
  if (d.day.value > d.month->value && c.preceded_by_any(i, kEvents)) return true;
  if (opens_with_event(c, i, d)) return true;
  if (d.month->value < 10) return false;
  const std::size_t unit = c.skip_blank(d.end);
  if (c.is(unit, TokenKind::word) && read_unit(c, unit, false)) return false;
  static constexpr Phrases kHeads = {
      "trận lũ",    "trận mưa",   "cơn lũ",      "đợt lũ",      "đợt mưa",   "giải chạy",    "lễ hội",
      "hội nghị",   "hội thảo",   "buổi lễ",     "đêm nhạc",    "phiên chợ", "mở lại",       "đóng cửa",
      "mở cửa",     "ngưng",      "dừng",        "dời sang",    "lùi sang",  "hoãn đến",     "mưa lớn",
      "giá heo",    "heo hơi",    "giá lúa",     "giá cà phê",  "giá tiêu",  "giá nông sản", "giá dầu",
      "giá thép",   "tin",        "kết quả",     "nhận định",   "nhập viện", "xuất viện",    "mất",
      "qua đời",    "từ trần",    "mở bán",      "ra mắt",      "danh sách", "chi trả",      "khai mạc",
      "bế mạc",     "khởi công",  "khánh thành", "khởi hành",   "lên đường", "về nước",      "so với",
      "phiên",      "vụ cháy",    "thảm họa",    "sự cố",       "vụ nổ",     "vụ tai nạn",   "vụ xả súng",
      "họp báo",    "khởi tranh", "ra quân",     "chốt",        "họp",       "đấu giá",      "phát hành",
      "công chiếu", "khởi chiếu", "lên sóng",    "phát sóng",   "cập nhật",  "giá vàng",     "giá xăng",
      "bỏ phiếu",   "bầu cử",     "cưới",        "xét xử",      "nổ súng",   "rét hại",      "rét đậm",
      "sương mù",   "cháy rừng",  "nắng nóng",   "triều cường", "lũ quét",   "lũ lớn",       "sạt lở",
      "động đất",   "mưa lũ",     "ngập lụt",    "mất điện",    "cúp điện",  "cắt điện",     "cắt nước",
      "tắc đường",  "biểu tình"};
  if (c.preceded_by_any(i, kHeads) || c.preceded_by_any(i, kTitles)) return true;
  if (ends_title(c, i, d)) return true;
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

namespace {

// Ngày 26 - 11, …; ngày 1. 12, …: blanks slipped in around the sign. Only where a word says that a day
// comes, and nothing is counted behind. (Those around a slash belong to the slash: scan.cpp.)
std::optional<Day> read_loose_day(const Context& c, std::size_t i) {
  const auto day = read_figures(c, i, 2);
  if (!day) return std::nullopt;
  const std::size_t sign = c.skip_blank(i + 1);
  const bool dot = c.is_mark(sign, U'.');
  if (!dot && !c.is_dash(sign)) return std::nullopt;
  const std::size_t at = c.skip_blank(sign + 1);
  const auto month = read_figures(c, at, 2);
  if (!month) return std::nullopt;
  // Ngày 1 - 1 - 2010, 3-2- 1964
  const std::size_t second = c.skip_blank(at + 1);
  if (c.is_mark(second, c[sign].code)) {
    const std::size_t behind = c.skip_blank(second + 1);
    const auto year = read_figures(c, behind, 4);
    if (year && is_year(*year) && ends_here(c, behind + 1))
      return Day{*day, month, year, behind + 1, dot ? U'.' : U'-'};
  }
  if (sign == i + 1 && at == sign + 1) return std::nullopt;
  if (!closed_behind(c, c.skip_blank(at + 1))) return std::nullopt;
  // từ ngày 5 - 8, các ngày 5 - 8: days of one month.
  const bool days = c.preceded_by(i, "từ ngày") || c.preceded_by(i, "các ngày") ||
                    c.preceded_by(i, "những ngày") || c.preceded_by(i, "trong ngày") ||
                    c.preceded_by(i, "ngày ngày");
  // ngày 13 – 4: the longer dash is the sign of a range wherever it can be one.
  const bool long_dash = !dot && !c.is_mark(sign, U'-');
  if ((days || long_dash) && !dot && day->value < month->value) return std::nullopt;
  return Day{*day, month, std::nullopt, at + 1, dot ? U'.' : U'-'};
}

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

/// Who told it stands before the bracket with the day.
constexpr Phrases kReports = {"theo", "báo", "tờ", "hãng", "dẫn lời", "đưa tin", "trang", "tạp chí"};

// thứ bảy tuần vừa rồi (29-9), ngày đầu tiên (20-3): the bracket tells which day was meant.
bool closes_day_told(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kToldDays = {
      "tuần này",     "tuần trước",    "tuần rồi",     "tuần vừa rồi",   "tuần sau",    "tuần tới",
      "đầu tuần",     "cuối tuần",     "giữa tuần",    "ngày kia",       "hôm kia",     "hôm trước",
      "hôm sau",      "ngày đầu tiên", "ngày thứ hai", "ngày cuối cùng", "đầu năm mới", "ngày cuối năm",
      "mùng một tết", "hômqua",        "hômnay"};
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

/// Before the last day of something: hạn chót 30-11, từ nay đến 10-12.
constexpr Phrases kTerms = {"hạn",     "hạn nộp", "hạn chót",    "hạn cuối",
                            "nay đến", "nay tới", "nay đến hết", "xong"};

// Ngày Quốc tế NKT 3-12: …; ngày GDKHQ 5.12, …: the name of a day, and when it is.
bool named_day_before(const Context& c, std::size_t i, const Day& d) {
  std::size_t at = c.word_before(i);
  // Ngày Nhà giáo Việt Nam 20.11 và …: of those that everybody knows, also before more words.
  const bool known = is_named_holiday(d.day.value, d.month->value) && at != Context::npos &&
                     c[at].shape != Shape::lower && !counted_after(c, d.end);
  if (!known && (d.month->value < 10 || !closed_behind(c, d.end))) return false;
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

// nhận hồ sơ 1-12 đến 15-12: the first of two days. Of a dot, which is a decimal's as often, both months have
// two figures.
bool begins_span(const Context& c, std::size_t i, const Day& d) {
  const auto joint = read_joint(c, d.end);
  if (!joint || joint->dash || joint->said != "đến") return false;
  const auto to = read_day(c, joint->next);
  if (!to || to->sign != d.sign || !is_valid(to->day.value, to->month->value, to->year)) return false;
  const bool later = to->month->value > d.month->value ||
                     (to->month->value == d.month->value && to->day.value > d.day.value);
  if (!later) return false;
  if (d.sign == U'.')
    return d.month->digits.size() == 2 && to->month->digits.size() == 2 && closed_behind(c, to->end);
  return (to->day.value > 12 || to->month->digits.size() == 2) && !counted_after(c, to->end) &&
         !c.near_any(i, to->end, kScores);
}

// What tells of a dash and of a dot alike: the calendar, the name of a day, the words directly before it.
Verdict told_outright(const Context& c, const Candidate& found) {
  const auto& [i, d, cue, bracket, named] = found;
  const bool dash = d.sign == U'-';
  const Calendar calendar = calendar_after(c, d.end);
  // 15-7 ÂL, 30-3 DL, 6.10 Ất Tỵ
  if (calendar.lunar || calendar.end != 0 || named_day_before(c, i, d)) return Verdict::sure;
  if (counted_after(c, d.end)) return Verdict::no_day;
  if (dash && d.day.value < d.month->value) {
    // mùng 2-4: days; mùng 9-3: no range falls.
    if (c.preceded_by(i, "mùng") || c.preceded_by(i, "mồng")) return Verdict::no_day;
    // từ ngày 1-5 hằng tháng: days of every month.
    static constexpr Phrases kEachMonth = {"hằng tháng", "hàng tháng",  "mỗi tháng",
                                           "ghi chỉ số", "chốt chỉ số", "các tháng"};
    if (c.near_any(i, d.end, kEachMonth)) return Verdict::no_day;
  }
  // từ 30.1 đến mùng 3 Tết
  if (c.followed_by(d.end, "đến mùng") || c.followed_by(d.end, "đến mồng")) return Verdict::sure;
  // hạn chót 30-11 phải nộp, từ nay đến 10-12, hạn cuối 15.12
  if (c.preceded_by_any(i, kTerms) && (dash || d.month->value >= 10 || d.day.value > 12))
    return Verdict::narrow;
  if (cue == Cue::strong) return Verdict::sure;
  if (dash ? named : bracket || c.preceded_by(i, "lễ") || c.preceded_by(i, "dịp")) return Verdict::sure;
  // cầu 3.2, kỷ niệm 22.12, quà 8-3, Trường THPT 19-5: days that everybody knows by their figures.
  const bool score = d.sign == U'-' && c.near_any(i, d.end, kScores);  // thắng Đài Bắc Trung Hoa 3-2
  if (!score && is_named_holiday(d.day.value, d.month->value) && (named || c.preceded_by_any(i, kOfDay))) {
    const std::size_t unit = c.skip_blank(d.end);
    if (!c.is_mark(unit, U'%') && !(c.is(unit, TokenKind::word) && read_unit(c, unit, false)))
      return Verdict::sure;
  }
  return in_bracket_of_days(c, i, d) ? Verdict::narrow : Verdict::open;
}

// mỗi ngày 3-4 bữa: so many a day.
bool counts_each_day(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kEachDay = {"mỗi ngày", "một ngày", "từng ngày", "hằng ngày", "hàng ngày"};
  const std::size_t next = c.skip_blank(d.end);
  return d.day.value < d.month->value && !d.year && c.preceded_by_any(i, kEachDay) &&
         c.is(next, TokenKind::word) && c[next].shape == Shape::lower;
}

// Chủ nhật 6-12 học bù: the day of the week, and its date.
bool stands_behind_week_day(const Context& c, std::size_t i, const Day& d) {
  return d.month->digits.size() == 2 && c.preceded_by_any(i, kWeekDays) && !counted_after(c, d.end);
}

// từ 5-10 đến hết 15-10: where the second day stands.
std::size_t behind_until(const Context& c, std::size_t i) {
  return c.folded(i) == "hết" ? c.skip_blank(i + 1) : i;
}

// từ 30-4, sau 29-5, dự kiến 25-12: behind a word that a number follows as often.
Verdict judge_dash_behind_weak_cue(const Context& c, const Candidate& found) {
  const std::size_t i = found.at;
  const Day& d = found.day;
  // từ 30-4 đến 30-6: two days; từ 16-24 tuổi: a range.
  const auto joint = read_joint(c, d.end);
  const bool to_a_day = joint && read_day(c, behind_until(c, joint->next));
  const bool from_a_day = (c.preceded_by(i, "đến") || c.preceded_by(i, "tới")) && i >= 6 &&
                          c.is(c.skip_blank_back(c.word_before(i) - 1), TokenKind::number);
  const bool closed = closed_behind(c, d.end);
  if (to_a_day || from_a_day) return Verdict::sure;
  // đến 31-10: what falls is no range, so it is a day.
  if (d.day.value > 12 && (c.preceded_by(i, "đến") || c.preceded_by(i, "từ") || c.preceded_by(i, "trước")) &&
      !c.preceded_by(i, "dẫn trước"))
    return Verdict::sure;
  // từ 7-3 đến nay: since a day; từ 7-3, đến 9-4: what falls, where no result is told.
  const bool since = c.preceded_by(i, "từ");
  if (since && c.followed_by(d.end, "đến nay")) return Verdict::sure;
  if (d.day.value > d.month->value && (since || c.preceded_by(i, "đến")) &&
      !c.near_any(i, d.end, cues::kScore))
    return Verdict::narrow;
  // họp sau 29-5, sau 10-6 sẽ rõ: what falls, where no result is told.
  if (d.day.value > d.month->value && c.preceded_by(i, "sau") && !c.near_any(i, d.end, cues::kScore))
    return Verdict::narrow;
  // Từ 1-7, cả nước…: before a mark the thing counted is missing.
  static constexpr Phrases kOfResults = {"dẫn trước", "kết thúc", "sau",     "tổ chức", "ký",
                                         "công bố",   "ra mắt",   "bắt đầu", "nghỉ",    "xuất bản"};
  // Dự kiến 25-12 hoàn thành: what falls so is no range.
  if (d.day.value > 12 && d.day.value > d.month->value && !c.preceded_by_any(i, kOfResults) &&
      !c.near_any(i, d.end, cues::kScore))
    return Verdict::narrow;
  if (closed && (!c.preceded_by_any(i, kOfResults) || (c.preceded_by(i, "sau") && c.is_mark(d.end, U','))))
    return Verdict::narrow;
  return Verdict::no_day;
}

// Toàn cảnh 25-11, 29-6 thông xe cầu vượt: without a cue, but nothing is counted and no result told.
bool stands_alone(const Context& c, const Candidate& found) {
  // phòng 15-11, câu 13-12: two numbers of a thing
  static constexpr Phrases kNumbered = {"phòng", "câu",  "bài", "điểm", "số",   "nhà", "căn", "mã",  "khoản",
                                        "ghế",   "hàng", "lô",  "ô",    "tầng", "tổ",  "lớp", "mục", "trang"};
  const std::size_t i = found.at;
  const Day& d = found.day;
  if (d.day.value <= 12) return false;
  const std::size_t next = c.skip_blank(d.end);
  const bool small = c[next].shape == Shape::lower;
  // 29-6 thông xe cầu vượt; Lịch: 30-11 họp dân: the day at the head of a line or behind a colon, before what
  // happens.
  const bool heads = i == 0 || (d.month->digits.size() == 2 && d.day.value > d.month->value &&
                                c.is_mark(c.skip_blank_back(i - 1), U':'));
  const bool heads_line = heads && c.is(next, TokenKind::word) && small;
  // Toàn cảnh 25-11: what falls so far is no range.
  // dự báo 25-9 là lúc mưa to: before a verb of what happens then, of any month.
  static constexpr Phrases kThen = {"là", "sẽ", "diễn ra", "bắt đầu", "có mưa", "mưa", "trời"};
  const bool months = d.month->digits.size() == 2 || c.followed_by_any(d.end, kThen);
  const bool behind_word = i > 0 && found.cue == Cue::none && months &&
                           c.is(c.skip_blank_back(i - 1), TokenKind::word) &&
                           ((d.month->digits.size() == 2 && closed_behind(c, d.end)) ||
                            (d.day.value > d.month->value && small && !c.preceded_by_any(i, kNumbered)));
  return (heads_line || behind_word) && !c.near_any(i, d.end, kScores);
}

// Chứng khoán 15-7: …, Thị trường vàng 23-4: …: the topic that opens a line and its day, which falls, before
// the colon.
bool ends_topic(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kNumbered = {"phòng", "câu", "bài",  "số",  "mã",   "khoản", "lô",
                                        "tầng",  "lớp", "tổ",   "mục", "set",  "hiệp",  "ván",
                                        "điều",  "nhà", "phần", "đề",  "trang"};
  if (d.day.value <= 12 || d.day.value <= d.month->value || !c.is_mark(d.end, U':') || i < 2 ||
      c.preceded_by_any(i, kNumbered))
    return false;
  std::size_t at = i;
  for (int words = 0; words < 5 && at >= 2 && c.is_blank(at - 1) && c.is(at - 2, TokenKind::word); ++words)
    at -= 2;
  return at == 0 && !c.near_any(i, d.end, kScores);
}

// Việt Nam gặp Thái Lan 3-12, CLB TP.HCM đá Thanh Hóa 5-11: who meets whom, and the day.
bool ends_fixture(const Context& c, const Candidate& found) {
  static constexpr Phrases kMeets = {"gặp", "đá", "đấu", "tiếp", "đối đầu", "tiếp đón", "làm khách"};
  const auto& [i, d, cue, bracket, named] = found;
  if (d.month->digits.size() != 2 || d.month->value < 10 || cue != Cue::none || i < 2 || !c.is_blank(i - 1) ||
      !c.is(i - 2, TokenKind::word) || c[i - 2].shape == Shape::lower || !closed_behind(c, d.end))
    return false;
  if (c.near_any(i, d.end, kScores)) return false;
  if (c.near_any(i, d.end, kMeets)) return true;
  // Áo - Đan Mạch 3-11: two names by a dash, whose result would be no such one.
  static constexpr Phrases kResults = {"kết quả", "chung cuộc", "điểm"};
  std::size_t at = i;
  for (int words = 0; words < 3 && at >= 4 && c.is_blank(at - 1) && c.is(at - 2, TokenKind::word); ++words) {
    at -= 2;
    if (c[at].shape == Shape::lower) return false;
    if (c.is_blank(at - 1) && c.is_dash(at - 2))
      return at >= 4 && c.is_blank(at - 3) && c.is(at - 4, TokenKind::word) &&
             c[at - 4].shape != Shape::lower && !c.near_any(i, d.end, kResults);
  }
  return false;
}

// A dash is a range's or a result's as often: what stands for a day is asked.
Verdict judge_dash(const Context& c, const Candidate& found) {
  const auto& [i, d, cue, bracket, named] = found;
  if (counts_each_day(c, i, d)) return Verdict::no_day;
  if (const Verdict told = told_outright(c, found); told != Verdict::open) return told;
  if (heads_day(c, i, d) || begins_span(c, i, d) || stands_behind_week_day(c, i, d)) return Verdict::narrow;
  // Ngày truyền thống 18-11 hằng năm: what comes again
  if (c.followed_by(d.end, "hằng năm") || c.followed_by(d.end, "hàng năm")) return Verdict::narrow;
  // mưa lớn 25-11, 26-11: one day more
  if (i >= 5 && c.is_blank(i - 1) && c.is_mark(i - 2, U',') && c.text(i - 3) == d.month->digits &&
      c.is_dash(i - 4) && d.month->digits.size() == 2 && !c.near_any(i, d.end, kScores)) {
    const auto before = read_figures(c, i - 5, 2);
    if (before && before->value < d.day.value) return Verdict::narrow;
  }
  // kỷ niệm 20-11, 22-12: a day of another month behind a day
  if (i >= 5 && d.day.value > 12 && d.month->digits.size() == 2 && c.is_blank(i - 1) &&
      c.is_mark(i - 2, U',') && c.is_dash(i - 4) && !c.near_any(i, d.end, kScores)) {
    const auto before = read_day(c, i - 5);
    if (before && before->day.value > 12 && is_valid(before->day.value, before->month->value, before->year))
      return Verdict::narrow;
  }
  // Đại thắng 30-4
  static constexpr Phrases kVictory = {"thắng lợi",  "chiến thắng", "đại thắng", "giải phóng",
                                       "toàn thắng", "tấn công",    "tiến công", "tổng khởi nghĩa"};
  if (d.day.value == 30 && d.month->value == 4 && c.preceded_by_any(i, kVictory)) return Verdict::sure;
  if (c.preceded_by(i, "sau") && d.month->value >= 10 && c.followed_by(d.end, "sẽ")) return Verdict::narrow;
  if (bracket && closes_day_told(c, i, d))
    return d.day.value < d.month->value ? Verdict::narrow : Verdict::sure;
  // Bản tin 30s nóng 24-1: …: the day of the news
  static constexpr Phrases kNews = {"bản tin", "điểm tin", "tin tức", "tin sáng", "tin nóng", "thời sự"};
  if (d.day.value > 12 && c.is_mark(d.end, U':') && c.near_any(i, d.end, kNews)) return Verdict::narrow;
  if (stands_alone(c, found) || ends_fixture(c, found) || ends_topic(c, i, d)) return Verdict::narrow;
  // Ngày 27 tháng Chạp (15-2): the day of the other calendar.
  if (bracket && cue == Cue::none && d.day.value > d.month->value && !c.near_any(i, d.end, cues::kScore) &&
      c.near_any(i, d.end, std::array<std::string_view, 4>{"tháng chạp", "tháng giêng", "âm lịch", "mùng"}))
    return Verdict::narrow;
  return cue == Cue::weak ? judge_dash_behind_weak_cue(c, found) : Verdict::no_day;
}

// A dot is a decimal's as often: what stands for a day is asked.
Verdict judge_dot(const Context& c, const Candidate& found) {
  const auto& [i, d, cue, bracket, named] = found;
  if (const Verdict told = told_outright(c, found); told != Verdict::open) return told;
  // IELTS từ 5.5, điểm chuẩn từ 20.5: marks, written as the English do.
  static constexpr Phrases kMarked = {
      "ielts",  "toefl", "gpa",     "hsk",        "điểm chuẩn",      "điểm sàn",   "điểm thi", "học bạ",
      "tổ hợp", "elo",   "richter", "độ richter", "điểm trung bình", "thang điểm", "phiên bản"};
  if (cue == Cue::weak) {
    if (c.near_any(i, d.end, kMarked)) return Verdict::no_day;
    const auto joint = read_joint(c, d.end);
    const auto other = joint ? read_day(c, behind_until(c, joint->next)) : std::nullopt;
    if (other && other->sign == U'.') return Verdict::sure;
    // hạn nộp 25.10: in Vietnamese decimals have a comma.
    if (closed_behind(c, d.end) || d.month->value >= 10) return Verdict::narrow;
  }
  if ((closed_behind(c, d.end) || d.month->value >= 10) && dotted_day_before(c, i)) return Verdict::sure;
  if (heads_day(c, i, d) || begins_span(c, i, d)) return Verdict::narrow;
  if (c.preceded_by(i, "đến") && closed_behind(c, d.end) && d.month->digits.size() == 2) {
    const std::size_t from = c.skip_blank_back(c.word_before(i) - 1);
    if (from >= 3 && c.is(from, TokenKind::number) && c[from].size() == 2 && c.is_mark(from - 1, U'.') &&
        c.is(from - 2, TokenKind::number) && c[from - 2].size() <= 2)
      return Verdict::narrow;
  }
  // thông qua 27.11, làm việc 26.11: no amount is told, and a decimal fraction would have a comma.
  static constexpr Phrases kAmounts = {
      "dày",   "rộng", "cao",   "dài",        "sâu",   "nặng", "ngắn", "tích",   "đạt",  "mức",    "lên",
      "xuống", "là",   "tới",   "đến",        "bằng",  "hơn",  "gần",  "khoảng", "chỉ",  "còn",    "giá",
      "điểm",  "tăng", "giảm",  "số",         "mã",    "bản",  "mục",  "khoản",  "điều", "chương", "phần",
      "bảng",  "hình", "tỷ lệ", "trung bình", "tỉ lệ", "từ",   "trên", "dưới",   "bài",  "câu",    "phòng",
      "tầng",  "căn",  "lô",    "cấp",        "bậc",   "với",  "và",   "ở",      "gồm"};
  if (d.day.value > 12 && d.month->digits.size() == 2 && closed_behind(c, d.end) && i >= 2 &&
      c.is_blank(i - 1) && c.is(i - 2, TokenKind::word) && c[i - 2].shape == Shape::lower &&
      c[i - 2].syllable && !c.preceded_by_any(i, kAmounts))
    return Verdict::narrow;
  // Giá heo hơi 28.11: …: the day of a list.
  if (d.month->value >= 10 && c.is_mark(d.end, U':') && c.is_blank(d.end + 1)) return Verdict::narrow;
  return Verdict::no_day;
}

Verdict judge(const Context& c, const Candidate& found) {
  switch (found.day.sign) {
    case U'/':
      return judge_slash(c, found);
    case U'-':
      return judge_dash(c, found);
    default:
      return judge_dot(c, found);
  }
}

// Whether the words around say that the figures, whatever their sign, are no day.
bool is_other_than_day(const Context& c, std::size_t i, const Day& d, Cue cue) {
  // ngày 4-5 tháng Giêng, 2-4 Tết: days of the month that is told behind.
  if (d.sign != U'/' && !d.year && d.day.value < d.month->value &&
      (c.followed_by(d.end, "tháng") || c.followed_by(d.end, "tết")))
    return true;
  // tháng 3-5/2019, quý 2-3/2025: two months or quarters of a year.
  if (d.year && d.sign == U'-' && c.is_mark(d.end - 2, U'/') &&
      (c.preceded_by(i, "tháng") || c.preceded_by(i, "quý")))
    return true;
  if (c.preceded_by(i, "vòng") && c[i].size() == 1) return true;  // vòng 1/8
  // tỷ lệ giải ngân đến 20/11: no part is more than its whole
  const bool until = c.preceded_by(i, "đến") && d.day.value > d.month->value;
  return is_numbered_by_slash(c, i) || (cue != Cue::strong && !until && c.rate_before(i));
}

// 14.07.Kỷ Hợi, 03/6/Giáp Ngọ: the year by its name, joined by the same sign.
void take_year_of_cycle(const Context& c, Draft& draft, const Day& d) {
  const std::size_t year = c.skip_blank(d.end + 1);
  if (!c.is_mark(d.end, d.sign) || !is_sexagenary_year(c, year)) return;
  if (c.folded(year) != "năm") draft.say("năm", c[d.end].span());
  draft.end = d.end + 1;
}

}  // namespace

// 27/8, 27-8, 27.8, with or without a year
bool recognise_single_day(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  auto d = read_day(c, i);
  // The words before are asked only where the figures can be a day.
  auto loose = d && d->year ? std::nullopt : read_loose_day(c, i);
  if (d && loose && loose->year) d.reset();  // 3-2- 1964
  if (!d && !loose) return false;
  // Giỗ tổ (10.3 âm lịch)
  const std::size_t behind = d ? d->end : loose->end;
  // 29-1-Giáp Thìn
  const bool of_cycle = c.is_dash(behind) && is_sexagenary_year(c, behind + 1);
  const bool calendar =
      of_cycle || c.followed_by_any(behind, std::array<std::string_view, 2>{"âm lịch", "dương lịch"});
  const Cue cue = calendar ? Cue::strong : cue_before(c, i);
  if (!d && (cue == Cue::strong || (loose->year && loose->sign == U'-'))) d = loose;
  if (!d || !ends_here(c, d->end)) return false;
  bool valid = is_valid(d->day.value, d->month->value, d->year);
  const bool bracket = i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(d->end, U')');
  // trẻ mầm non 3-5: how old they are
  const bool named = c.preceded_by_any(i, cues::kBeforeNamedDate) && !c.preceded_by(i, "trẻ mầm non");
  Certainty certainty = Certainty::sure;
  // 11/26/2025: as the Americans write.
  if (!valid && d->sign == U'/' && d->year && is_year(*d->year) &&
      is_valid(d->month->value, d->day.value, d->year)) {
    std::swap(d->day, *d->month);
    valid = true;
    certainty = Certainty::narrow;
  }
  if (loose && d->day.value < d->month->value) certainty = Certainty::narrow;
  if (is_other_than_day(c, i, *d, cue)) return false;
  if (!valid) {
    // After "ngày" an impossible day is read as it is written, and doubted.
    if (!is_day_of_month(d->day) || !is_month(*d->month) || (!d->year && !c.preceded_by(i, "ngày")))
      return false;
    certainty = Certainty::impossible_value;
  } else if (d->year) {
    if (d->year->digits.size() == 2 && d->sign != U'/' && cue == Cue::none) return false;
  } else {
    const Verdict verdict = judge(c, {i, *d, cue, bracket, named});
    if (verdict == Verdict::no_day) return false;
    if (verdict == Verdict::narrow) certainty = Certainty::narrow;
  }
  Date date;
  date.last = *d;
  date.end = d->end;
  draft.certainty = certainty;
  draft.rule = d->year ? "date.day-month-year" : "date.day-month";
  say_date(draft, c, date, i);
  if (!d->year && draft.end == d->end) take_year_of_cycle(c, draft, *d);
  return true;
}

}  // namespace loa::normalizer
