// SPDX-License-Identifier: GPL-3.0-or-later
// Figures with a slash that could be a day and a month: shares (2/3), houses, classes, or a day.
#include <cstddef>

#include "cues.h"
#include "date.h"

namespace loa::normalizer {
namespace {

// Từ 1/12 …, at the head of a sentence.
bool opens_with_since(const Context& c, std::size_t i) {
  const std::size_t word = c.word_before(i);
  return c.preceded_by(i, "từ") && word != Context::npos && c[word].shape == Shape::capitalised;
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

// động đất 4/5 làm 12 người chết: what was done to so many; 1/3 làm nông is a part of them.
bool harms_so_many(const Context& c, std::size_t end) {
  static constexpr Phrases kHarms = {"làm", "khiến", "giết"};
  return c.followed_by_any(end, kHarms) && c.is(c.skip_blank(c.skip_blank(end) + 1), TokenKind::number);
}

// Words that go on with the sentence behind a day; a counted noun is none of them.
bool goes_on_behind(const Context& c, std::size_t end) {
  static constexpr Phrases kGoesOn = {
      "tại",       "này",      "là",      "và",       "đến",        "tới",       "vừa",      "với",
      "cùng",      "năm",      "khi",     "ở",        "từ",         "do",        "để",       "sẽ",
      "đã",        "có",       "theo",    "hàng",     "hằng",       "nhằm",      "trên",     "của",
      "được",      "như",      "qua",     "cho",      "tháng",      "sắp",       "hoặc",     "thì",
      "mà",        "nên",      "vì",      "lúc",      "sau",        "trước",     "không",    "diễn",
      "về",        "sang",     "bắt",     "khai",     "tổ",         "phải",      "còn",      "vào",
      "nhưng",     "nếu",      "cũng",    "mới",      "chưa",       "tiếp",      "xuất",     "gồm",
      "giảm",      "tăng",     "nghỉ",    "họp",      "chạy",       "bay",       "công",     "bị",
      "nhân",      "ra",       "mở",      "bởi",      "thông",      "khởi",      "nhờ",      "hôm",
      "sáng",      "trưa",     "chiều",   "tối",      "rồi",        "xong",      "sửa xong", "hoàn thành",
      "hoàn tất",  "kết thúc", "trở lại", "quay lại", "triển khai", "thực hiện", "áp dụng",  "xét xử",
      "phát hành", "niêm yết", "gây",     "kéo",      "mang",       "đối",       "hết",      "khiến",
      "đưa",       "lên",      "xuống",   "mua",      "gặp",        "thăm",      "rời",      "nhận",
      "gửi",       "bắn",      "phóng",   "chiếm",    "thắng",      "thua",      "hòa",      "trong",
      "giữa",      "gần",      "ngay",    "mỗi",      "thay",       "nói",       "viết",     "đăng",
      "cán",       "vượt",     "chạm",    "rơi",      "chìm",       "cháy",      "đâm",      "tông",
      "lật",       "trôi",     "sập",     "nổ",       "bùng",       "đá",        "chơi",     "xem",
      "nghe",      "hát",      "trả",     "vay",      "đóng",       "treo",      "dựng",     "phá",
      "nối",       "nâng",     "hạ",      "đẩy",      "kêu",        "khẳng",     "tiến",     "tái",
      "lại",       "đi",       "đón",     "chào",     "giúp",       "ghi",       "thành",    "chính",
      "cập",       "dừng",     "ngừng",   "nằm",      "thử",        "dời",       "hoãn",     "lùi"};
  return c.followed_by_any(end, kGoesOn) || harms_so_many(c, end);
}

// A half, thirds, quarters and fifths.
bool is_common_part(const Day& d) {
  return d.month->value >= 2 && d.month->value <= 5 && d.day.value < d.month->value &&
         !(d.day.value == 2 && d.month->value == 4) && d.month->digits[0] != '0' && d.day.digits[0] != '0';
}

// What has a day, and takes no part of anything.
constexpr Phrases kDated = {
    "phiên",    "kỳ",    "buổi",     "đợt",  "chuyến",  "báo",      "vé",        "tua",      "nghị",
    "họp",      "tin",   "ca",       "tuần", "lịch",    "trận",     "lượt",      "hội",      "khai giảng",
    "xét xử",   "giỗ",   "cưới",     "sinh", "mất",     "qua đời",  "hẹn",       "chốt",     "quốc khánh",
    "festival", "chiếu", "lên sóng", "phát", "vòng",    "bản",      "nay",       "đó",       "này",
    "học",      "thi",   "khám",     "trực", "tường",   "tuyên án", "phiên tòa", "hoãn",     "động đất",
    "tai nạn",  "lũ",    "bão",      "lốc",  "mưa lớn", "mưa đá",   "biểu tình", "quốc gia", "vô địch",
    "thế giới", "cúp",   "giải"};

// Before a counted noun, d/d is a part of a whole: "mở 3/12 cửa xả", "của 5/9 bị cáo". What stands behind a
// day without a cue is a word that goes on with the sentence.
bool counts_things(const Context& c, std::size_t i, const Day& d) {
  if (d.day.value > d.month->value || !c.is_blank(d.end)) return false;
  const std::size_t next = d.end + 1;
  if (!c.is(next, TokenKind::word) || c[next].shape != Shape::lower) return false;
  static constexpr Phrases kBeforeCount = {
      "có",   "của",       "mở",       "được",       "cả",        "trong",    "thu hút", "khởi tố",
      "bắt",  "với",       "đóng",     "trao",       "tặng",      "cho",      "nộp",     "hoàn thành",
      "xong", "thu",       "xử lý",    "giải quyết", "hưởng",     "trả",      "lấy",     "phủ",
      "tiêm", "khắc phục", "sửa",      "vượt",       "thực hiện", "chi",      "dự",      "trúng",
      "ăn",   "uống",      "tham gia", "thông qua",  "sáp nhập",  "giải ngân"};
  // có 3/5 vượt kế hoạch: all words may go on behind what is counted.
  static constexpr Phrases kCounting = {"có", "cả"};
  if (c.preceded_by_any(i, kCounting)) return true;
  if (goes_on_behind(c, d.end) || (c.preceded_by(i, "quá") && d.month->value > 5)) return false;
  if (c.preceded_by_any(i, kBeforeCount)) return true;
  // cắt 2/3 dạ dày, lan ra 7/8 tòa tháp: so behind any word but those for what has a day.
  const std::size_t word = c.word_before(i);
  // lạc 18h 9/12 gần hồ: behind an hour stands its day.
  const bool hour =
      word != Context::npos && word > 0 && c.is(c.skip_blank_back(word - 1), TokenKind::number) &&
      (c.folded(word) == "h" || c.folded(word) == "g" || c.folded(word) == "giờ" || c.folded(word) == "phút");
  const bool minutes = i > 2 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::number) && c.folded(i - 3) == "h";
  if (hour || minutes) return false;
  return word != Context::npos && c[word].shape == Shape::lower && c.is_blank(i - 1) &&
         cue_before(c, i) == Cue::none && !c.preceded_by_any(i, kDated) && is_common_part(d);
}

// Phun thuốc ngày 5/3 ở Bàu Sen, 6/3 Cồn Dài: behind a comma a later day of the month that was told.
bool continues_days(const Context& c, std::size_t i, const Day& d) {
  const std::size_t comma = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  if (comma == Context::npos || !(c.is_mark(comma, U',') || c.is_mark(comma, U';'))) return false;
  for (std::size_t at = comma, steps = 0; at >= 2 && steps < Context::kWindow; ++steps) {
    --at;
    if (!c.is_mark(at, d.sign) || c.text(at + 1) != d.month->digits) continue;
    const auto before = read_figures(c, at - 1, 2);
    if (before && before->value < d.day.value && cue_before(c, at - 1) == Cue::strong) return true;
  }
  return false;
}

// chỉ 1/3 là thật, 2/3 là giả; giảm 40% lượng nước và 2/3 công: a part beside another.
bool stands_beside_part(const Context& c, std::size_t i, const Day& d) {
  // The rest of the same whole; of halves the other one may be the same day again.
  const auto is_rest = [&](std::size_t slash) {
    if (!c.is_mark(slash, U'/') || c.text(slash + 1) != d.month->digits || d.month->value == 2) return false;
    const auto other = read_figures(c, slash - 1, 1);
    return other && other->value + d.day.value == d.month->value;
  };
  const auto ends_clause = [&](std::size_t at) {
    return (c.is_mark(at, U'.') && c.is_edge(at + 1)) || c.is_mark(at, U';');
  };
  const bool joined = c.preceded_by(i, "và");
  for (std::size_t at = i, steps = 0; at > 1 && steps < Context::kWindow && !ends_clause(at - 1); ++steps) {
    --at;
    if (is_rest(at) || (joined && c.is_mark(at, U'%'))) return true;
  }
  for (std::size_t at = d.end; at < d.end + Context::kWindow && !c.is(at, TokenKind::end) && !ends_clause(at);
       ++at)
    if (is_rest(at)) return true;
  return false;
}

// 24/24, 24/24h stand a few tokens before.
bool behind_all_hours(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at >= 3 && steps < 8; ++steps)
    if (c.text(--at) == "24" && is_date_sign(c, at - 1) && c.text(at - 2) == "24") return true;
  return false;
}

// Before what is counted d/d is a share: 3/4 số hộ.
bool counts_share(const Context& c, const Day& d) {
  // mầm non 19/5 tổ chức …, 1/12 Bộ Y tế …, họp 3/4 bàn về giá: neither a group nor a set nor a goal is
  // counted.
  static constexpr Phrases kNoShare = {"tổ chức", "bộ đội", "bàn về", "bàn giao", "bàn việc", "bàn bạc"};
  return c.followed_by_any(d.end, cues::kAfterShare) && !c.followed_by_any(d.end, kNoShare) &&
         (c.headline() || c[c.skip_blank(d.end)].shape == Shape::lower ||
          c[c.skip_blank(d.end)].shape == Shape::upper) &&  // kết nạp 15/12 ĐV
         // 6/12 bàn 3 luật: things are talked over, not tables counted.
         !(c.followed_by(d.end, "bàn") && c.is(c.skip_blank(c.skip_blank(d.end) + 1), TokenKind::number)) &&
         // 15/12 tổ 5 họp: one of them, by its number.
         !(d.day.value > d.month->value && c.is(c.skip_blank(c.skip_blank(d.end) + 1), TokenKind::number));
}

// Whether nothing around calls it a day: no word, and no street or square that is named after one.
bool is_bare(const Candidate& f) { return f.cue == Cue::none && !f.named; }
bool is_less(const Day& d) { return d.day.value < d.month->value; }
bool is_all(const Day& d) { return d.day.value == d.month->value; }

// Ông mất 3/5, hưởng thọ 80 tuổi: the day of a death, and no loss.
bool tells_death(const Context& c, std::size_t i, std::size_t end) {
  static constexpr Phrases kDeaths = {"thọ", "hưởng thọ", "hưởng dương", "an táng", "qua đời",
                                      "cụ",  "đám tang",  "lễ tang",     "giỗ",     "viếng"};
  return c.preceded_by(i, "mất") && c.near_any(i, end, kDeaths);
}

// tỷ lệ sinh viên/giảng viên 25/1: the one over the other, as they are written before.
bool behind_two_counted(const Context& c, std::size_t i, std::size_t end) {
  static constexpr Phrases kRates = {"tỷ lệ", "tỉ lệ"};
  std::size_t at = i;
  for (int words = 0; words < 3 && at >= 2; ++words) {
    at = c.word_before(at);
    if (at == Context::npos || at == 0 || c[at].shape != Shape::lower) return false;
    if (c.is_mark(at - 1, U'/')) return c.near_any(i, end, kRates);
  }
  return false;
}

// 1/4 trên 60 tuổi: what is so many years old, or has so many marks.
bool tells_limit(const Context& c, std::size_t end) {
  static constexpr Phrases kLimits = {"trên", "dưới", "từ"};
  static constexpr Phrases kLimited = {"tuổi", "điểm", "triệu", "tỷ", "ha"};
  if (!c.followed_by_any(end, kLimits)) return false;
  const std::size_t number = c.skip_blank(c.skip_blank(end) + 1);
  return c.is(number, TokenKind::number) && c.followed_by_any(number + 1, kLimited);
}

// chỉ thu hồi 1/4, vẫn thiếu 2/3, đã dùng 3/5, bị chặt 1/2: how far it is done, at the end of a clause.
bool tells_how_far(const Context& c, std::size_t i, const Day& d) {
  static constexpr Phrases kSoFar = {"chỉ", "còn", "vẫn"};
  static constexpr Phrases kDone = {"mới", "đã", "bị"};
  // The first syllable of what is done, or suffered, by parts.
  static constexpr Phrases kByParts = {
      "làm", "xây",  "trả",  "thu",   "nộp",  "hoàn", "giải",  "dùng", "trồng", "gặt",   "lắp",
      "sửa", "chi",  "bán",  "cấp",   "tiêu", "xài",  "giao",  "phủ",  "tiêm",  "thanh", "bồi",
      "hút", "phá",  "chặt", "đốn",   "san",  "lấp",  "chiếm", "cắt",  "nhiễm", "ăn",    "rút",
      "trừ", "diệt", "tàn",  "thiêu", "xóa",  "vùi",  "ngập",  "hỏng", "hư",    "xâm",   "đào",
      "đắp", "lát",  "cấy",  "tháo",  "dỡ",   "gỡ",   "in"};
  static constexpr Phrases kDayWords = {"năm", "lễ", "là", "ngày", "ra", "có", "tính"};
  if (!closed_behind(c, d.end) || c.preceded_by_any(i, kDayWords) || c.preceded_by_any(i, kDated))
    return false;
  std::size_t at = i;
  for (int words = 0; words < 2 && at >= 2 && c.is_blank(at - 1); ++words) {
    at -= 2;
    if (!c.is(at, TokenKind::word) || c[at].shape != Shape::lower) return false;
    if (c.preceded_by_any(at, kSoFar)) return true;
    if (c.preceded_by_any(at, kDone)) return c.preceded_by_any(at + 1, kByParts);
  }
  return false;
}

// thắng 3/5 trận, quá 5/12 tháo đồng hồ, 2/3 diện tích: so many of as many, by what is counted.
bool is_share_by_slash(const Context& c, const Candidate& f, bool counted) {
  const auto& [i, d, cue, bracket, named] = f;
  // hòa 1/5, thua 1/5: of as many as were counted before.
  if (is_bare(f) && d.day.value <= d.month->value && follows_share_of(c, i, d.month->digits)) return true;
  if (counted && (d.day.value <= d.month->value || (!named && cue != Cue::strong))) return true;
  // A term (quá 5/12), unless the figures are a common part (quá 2/3).
  if (cue != Cue::weak && c.preceded_by_any(i, cues::kBeforeShare) && !c.preceded_by(i, "lãi suất") &&
      !tells_death(c, i, d.end) && is_less(d) && !(c.preceded_by(i, "quá") && !counted && d.month->value > 5))
    return true;
  // 6 triệu lượt, 1/3 là khách quốc tế; but 1/3 là ngày hội
  static constexpr Phrases kDays = {"là ngày", "là hạn",       "là lễ",     "là dịp",
                                    "là thời", "là sinh nhật", "là kỷ niệm"};
  static constexpr Phrases kVotes = {"đồng ý", "ủng hộ",       "tán thành",  "phản đối", "cho rằng",
                                     "thuộc",  "không đồng ý", "không biết", "chưa có",  "không có"};
  if (is_bare(f) && is_common_part(d) && i > 0 &&
      (c.is_mark(c.skip_blank_back(i - 1), U',') || c.preceded_by(i, "trong đó")) &&
      ((c.followed_by(d.end, "là") && !c.followed_by_any(d.end, kDays)) || tells_limit(c, d.end) ||
       c.followed_by_any(d.end, kVotes)))
    return true;
  // trả 1/2 trước, phần còn lại sau một tháng
  static constexpr Phrases kRest = {"phần còn lại", "số còn lại", "nửa còn lại", "còn lại trả"};
  if (is_common_part(d) && !d.year && cue != Cue::strong && c.near_any(i, d.end, kRest)) return true;
  if (is_common_part(d) && c.preceded_by_any(i, cues::kBeforePart) &&
      !c.preceded_by_any(i, cues::kDayOfPart) && !harms_so_many(c, d.end))
    return true;
  if (is_bare(f) && ((is_common_part(d) && (stands_beside_part(c, i, d) || tells_how_far(c, i, d))) ||
                     counts_things(c, i, d)))
    return true;
  // tham dự 05/04 đ/c: so many of those who were asked, unless the comrade is named.
  if (is_bare(f) && d.day.digits[0] == '0' && d.month->digits[0] == '0' && c.followed_by(d.end, "đ/c") &&
      c[c.skip_blank(c.skip_blank(d.end) + 3)].shape != Shape::capitalised)
    return true;
  // 1/3 TBA đã có điện
  static constexpr Phrases kSites = {"tba", "trạm biến áp", "hồ chứa"};
  if (cue == Cue::none && !bracket && d.day.value <= d.month->value && c.followed_by_any(d.end, kSites))
    return true;
  return c.is_mark(c.skip_blank(d.end), U'%') || behind_two_counted(c, i, d.end);
}

// phục vụ 24/7, đã xử lý 9/9, 4/4 ứng viên: all of them.
bool is_all_by_slash(const Context& c, const Candidate& f) {
  static constexpr Phrases kOfYear = {"sắp tới", "vừa qua", "này", "năm nay", "hằng năm"};
  static constexpr Phrases kDone = {"làm rõ",     "gq",        "xử lý",  "xl",  "đạt",   "hoàn thành",
                                    "giải quyết", "khắc phục", "có mặt", "dập", "đã nộp"};
  const auto& [i, d, cue, bracket, named] = f;
  // 24/7 sắp tới is a day; what stands open 24/7 is none.
  if (d.day.value == 24 && d.month->value == 7 && !c.followed_by_any(d.end, kOfYear)) return true;
  if (!is_bare(f) || !is_all(d)) return false;
  if (!bracket && closed_behind(c, d.end) && c.preceded_by_any(i, kDone)) return true;
  if (c.is_blank(d.end) && c[d.end + 1].shape == Shape::lower && c.is(d.end + 1, TokenKind::word) &&
      !goes_on_behind(c, d.end))
    return true;
  // Có 10/10 tổ chức lễ
  return c.preceded_by(i, "có") && c.is(c.skip_blank(d.end), TokenKind::word);
}

constexpr Phrases kWhereOnBody = {"trên", "giữa", "dưới", "trong", "ngoài", "trước", "sau"};

constexpr Phrases kBody = {"xương",  "đùi", "cẳng chân", "cẳng tay",  "cánh tay",  "vú",        "tổn thương",
                           "khối u", "gãy", "thực quản", "đại tràng", "niệu quản", "thân xương"};

// được 1/2 tháng lương, nộp 3/5 tỷ đồng, gãy 1/3 giữa, giảm từ 1/3 xuống 1/4: a part of one thing.
bool is_part_by_slash(const Context& c, const Candidate& f) {
  static constexpr Phrases kSums = {"tỷ", "tỉ", "triệu", "nghìn"};
  static constexpr Phrases kTimes = {"tháng", "ngày", "giờ", "buổi", "tiếng"};
  static constexpr Phrases kWhere = {"giữa", "dưới", "cuối", "đầu"};
  static constexpr Phrases kBecomes = {"xuống", "lên"};
  const auto& [i, d, cue, bracket, named] = f;
  if (c.is_blank(d.end) && c.followed_by_any(d.end, kSums)) return true;
  if (!is_less(d)) return false;
  if (!bracket && cue != Cue::strong && c.is_blank(d.end) && c.followed_by_any(d.end, kTimes)) return true;
  if (cue != Cue::strong && !d.year && c.preceded_by(i, "từ") && c.followed_by_any(d.end, kBecomes)) {
    const std::size_t then = c.skip_blank(c.word_after(d.end) + 1);
    if (c.is(then, TokenKind::number) && c.is_mark(then + 1, U'/')) return true;
  }
  if (cue != Cue::none) return false;
  if (d.month->value <= 5 && (c.preceded_by(i, "gãy") || c.followed_by_any(d.end, kWhere))) return true;
  return c.followed_by_any(d.end, kWhereOnBody) && c.near_any(i, d.end, kBody);
}

// 12/5 Lê Lợi, 16/8 Kiệt 73: a house. A name directly behind, with no mark between, is a street's.
bool is_house_by_slash(const Context& c, const Candidate& f) {
  static constexpr Phrases kAlleys = {"kiệt", "ngõ", "hẻm", "ngách"};
  static constexpr Phrases kAt = {"tại", "ở"};
  const auto& [i, d, cue, bracket, named] = f;
  if (cue == Cue::none && !d.year && c.followed_by_any(d.end, kAlleys)) return true;
  if (is_bare(f) && !bracket && !is_named_holiday(d.day.value, d.month->value) && !continues_days(c, i, d) &&
      c.is_blank(d.end) && is_name(c, d.end + 1) && c.is_blank(d.end + 2) && is_name(c, d.end + 3))
    return true;
  const std::size_t next = c.skip_blank(d.end);
  return c.preceded_by_any(i, kAt) && c[next].shape == Shape::capitalised && c.is(next, TokenKind::word);
}

// lớp 6/1 đến 6/8 học …, chi đội 7/2, 20 em ở 9/3: a class. TB 4/4: the class of an invalid of war.
bool is_class_by_slash(const Context& c, const Candidate& f) {
  static constexpr Phrases kInvalids = {"tb", "thương binh", "bb", "bệnh binh"};
  static constexpr Phrases kPupils = {"em", "học sinh", "hs", "lớp", "gvcn"};
  static constexpr Phrases kUnits = {"chi đội", "chi đoàn", "phân đội"};
  const auto& [i, d, cue, bracket, named] = f;
  if (!d.year && d.day.value <= d.month->value && d.month->value == 4 && c.preceded_by_any(i, kInvalids))
    return true;
  if (d.day.value > 12) return false;
  if (is_bare(f) && follows_classes(c, i)) return true;
  // Nothing is "in" a day.
  if (cue == Cue::none && !bracket && c.preceded_by(i, "ở") && c.near_any(i, d.end, kPupils)) return true;
  return c.preceded_by_any(i, kUnits);
}

// What it is instead is as likely, but nothing says it.
bool is_doubtful_day(const Context& c, const Candidate& f) {
  const auto& [i, d, cue, bracket, named] = f;
  // Chưa đến 1/2, (2/3): such figures are parts as often as days, whatever stands before.
  if (is_common_part(d) && !named && !is_named_holiday(d.day.value, d.month->value)) return true;
  if (cue != Cue::none) return false;
  if (!bracket)
    // 1/2 and 3/4 are parts as often as days. 20 em của 9/3 chuyển sang 9/5: where classes are spoken of.
    return !named && ((is_less(d) && !is_named_holiday(d.day.value, d.month->value)) ||
                      (d.day.value <= 12 && c.near(i, d.end, "lớp")));
  // 7-6 (7/3): behind a figure a bracket holds a result as often as a day.
  const std::size_t before = i > 1 ? c.skip_blank_back(i - 2) : Context::npos;
  if (c.is(before, TokenKind::number)) return true;
  // giảm 2 vụ (5/7): behind what is counted it may be five of seven.
  return i > 4 && d.day.value <= d.month->value && c[before].shape == Shape::lower &&
         c.is(c.skip_blank_back(before - 1), TokenKind::number);
}

}  // namespace

// A slash is a day's but for shares, houses and classes: what stands against it is asked.
Verdict judge_slash(const Context& c, const Candidate& found) {
  const auto& [i, d, cue, bracket, named] = found;
  // Một phần tư (1/4) diện tích: the bracket says it in figures.
  if (bracket && i >= 3 && c.folded(c.word_before(c.skip_blank_back(i - 2))) == "phần")
    return Verdict::no_day;
  // Đa số (2/3) đồng ý
  static constexpr Phrases kLarger = {"đa số", "phần lớn", "thiểu số", "quá nửa", "hơn nửa"};
  if (bracket && is_common_part(d) && c.preceded_by_any(i - 1, kLarger)) return Verdict::no_day;
  const bool share = counts_share(c, d);
  if (is_sexagenary_year(c, c.skip_blank(d.end))) return Verdict::sure;  // 6/10 Ất Tỵ
  // phục vụ 24/24, 7/7; 7/7 ngày trong tuần: each day of the week.
  if (d.day.value == 7 && d.month->value == 7 && (c.followed_by(d.end, "ngày") || behind_all_hours(c, i)))
    return Verdict::no_day;
  // trình độ văn hóa: 9/12, học vấn 7/10: the years of school, of all there are
  static constexpr Phrases kSchooling = {"trình độ", "trình độ văn hóa", "học vấn", "trđvh"};
  if (c.preceded_by(i, "point")) return Verdict::no_day;  // tận dụng break-point 2/12
  const std::size_t head = i > 1 && c.is_mark(c.skip_blank_back(i - 1), U':') ? c.skip_blank_back(i - 1) : i;
  if ((d.month->value == 12 || d.month->value == 10) && d.day.value <= d.month->value &&
      (c.preceded_by_any(head, kSchooling) ||
       (head != i && c.preceded_by(head, "văn hóa") && closed_behind(c, d.end))))
    return Verdict::no_day;
  // 10/12 "Ngày Nhân quyền": what the day is named
  std::size_t name = c.skip_blank(d.end);
  if (c.is_mark(name, U'"') || c.is_mark(name, U'\u201C')) ++name;
  if (c.text(name) == "Ngày") return Verdict::sure;
  // Chiều 2/12, 2/3 số hộ có điện: behind the day a part of what is counted.
  if (cue == Cue::strong && share && is_common_part(d) && c.is_mark(c.skip_blank_back(i - 1), U','))
    return Verdict::no_day;
  if (cue == Cue::strong && !c.preceded_by(i, "qua")) return Verdict::sure;
  if (is_house_number(c, i, d.end)) return Verdict::no_day;
  if (cue == Cue::none && (!share || c.preceded_by(i, "so với")) && d.day.value > 12 && heads_day(c, i, d))
    return Verdict::sure;  // so với 26/11
  // Từ 1/12 xe rác thu gom …: a sentence that opens so tells a day, but for "Từ 1/3 diện tích".
  if (opens_with_since(c, i) && !c.followed_by_any(d.end, cues::kWholes)) return Verdict::sure;
  if (is_share_by_slash(c, found, share) || is_all_by_slash(c, found) || is_part_by_slash(c, found) ||
      is_house_by_slash(c, found) || is_class_by_slash(c, found))
    return Verdict::no_day;
  return is_doubtful_day(c, found) ? Verdict::narrow : Verdict::sure;
}

}  // namespace loa::normalizer
