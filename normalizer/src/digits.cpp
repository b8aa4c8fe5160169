// SPDX-License-Identifier: GPL-3.0-or-later
#include "cues.h"
#include "letters.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr Phrases kNumberNames = {"số tài khoản",
                                  "tài khoản",
                                  "tài khoản số",
                                  "tk số",
                                  "số tk",
                                  "căn cước số",
                                  "cccd số",
                                  "cmnd số",
                                  "hộ chiếu số",
                                  "thẻ số",
                                  "mã số",
                                  "mã hs",
                                  "mã số hs",
                                  "nhóm hs",
                                  "mã số thuế",
                                  "căn cước",
                                  "căn cước công dân",
                                  "cccd",
                                  "cmnd",
                                  "cmt",
                                  "mst",
                                  "số cccd",
                                  "stk",
                                  "số hiệu",
                                  "số seri",
                                  "seri",
                                  "đầu số",
                                  "hotline",
                                  "tổng đài",
                                  "đường dây nóng",
                                  "mã",
                                  "định danh",
                                  "số thẻ",
                                  "thẻ số",
                                  "thẻ atm số",
                                  "chứng minh nhân dân",
                                  "hộ chiếu",
                                  "mã vùng",
                                  "biển số",
                                  "mật khẩu",
                                  "mã bưu chính",
                                  "mã vạch",
                                  "dãy",
                                  "dãy số",
                                  "mã ngành",
                                  "mã trường",
                                  "mã tuyển sinh",
                                  "mã xét tuyển",
                                  "mã hồ sơ",
                                  "mã đơn hàng",
                                  "mã vận đơn",
                                  "mã khách hàng",
                                  "số báo danh",
                                  "sbd",
                                  "số hợp đồng",
                                  "otp",
                                  "nội bộ",
                                  "máy lẻ",
                                  "máy nhánh"};

// G.1 23456, giải ĐB: 456789: the number of a lottery ticket.
bool is_ticket(const Context& c, std::size_t i) {
  if (c[i].size() < 2 || c[i].size() > 6 || !(c.is_edge(i + 1) || c.is_mark(i + 1, U'.') || c.is_dash(i + 1)))
    return false;
  if (c.is(c.skip_blank(i + 1), TokenKind::word)) return false;
  std::size_t mark = c.skip_blank_back(i - 1);
  // G2 12087 - 99345: several win one prize.
  for (std::size_t n = 0; n < 8 && c[i].size() >= 4 && c.is_dash(mark); ++n) {
    const std::size_t other = c.skip_blank_back(mark - 1);
    if (!c.is(other, TokenKind::number) || c[other].size() != c[i].size()) break;
    mark = c.skip_blank_back(other - 1);
  }
  const std::size_t at = c.is_mark(mark, U':') && mark > 0 ? c.skip_blank_back(mark - 1) : mark;
  if (at == i || at < 1 || at >= c.size()) return false;
  if (c.is(at, TokenKind::number) && c[at].size() == 1)
    return c.text(at - 1) == "G" || (at >= 2 && c.is_mark(at - 1, U'.') && c.text(at - 2) == "G");
  static constexpr Phrases kPrizes = {"đb",       "giải đb",  "giải đặc biệt", "giải nhất",
                                      "giải nhì", "giải ba",  "giải tư",       "giải năm",
                                      "giải sáu", "giải bảy", "giải tám"};
  static constexpr Phrases kDraws = {"xổ số", "kqxs", "xskt"};
  // Xổ số tỉnh: nhất 40982; nhì 11827, 90214; bảy 09, 44: the prizes by their ranks alone.
  static constexpr Phrases kRanks = {"nhất", "nhì", "ba", "tư", "năm", "sáu", "bảy", "tám", "đặc biệt"};
  std::size_t row = i;
  while (row >= 3 && c.is_mark(c.skip_blank_back(row - 1), U',') &&
         c.is(c.skip_blank_back(c.skip_blank_back(row - 1) - 1), TokenKind::number) && i - row < 32)
    row = c.skip_blank_back(c.skip_blank_back(row - 1) - 1);
  const std::size_t behind = c.skip_blank(i + 1);
  if (c[i].size() >= 2 && c[i].size() <= 6 && !c.is(behind, TokenKind::word) && !c.is_mark(behind, U'/') &&
      !c.is_mark(behind, U'%') && c.preceded_by_any(row, kRanks) &&
      c.near_any(i, i + 1, kDraws, Context::Reach::list))
    return true;
  if (c[i].size() < 5) return false;
  if (c.preceded_by_any(at + 1, kPrizes)) return true;
  // Giải nhất xổ số miền Trung ngày 23/11: 41872
  return c.is_mark(mark, U':') && c.near_any(i, i + 1, kDraws);
}

// Giấy chứng nhận số BX 123456: the number of a form behind its letters.
bool is_form(const Context& c, std::size_t i) {
  return c[i].size() == 6 && i >= 4 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::word) &&
         c[i - 2].shape == Shape::upper && c[i - 2].letters == 2 && c.preceded_by(i - 2, "số") &&
         c.is_edge(i + 1);
}

// (7720101): seven figures alone in brackets are a code.
bool is_bracketed_code(const Context& c, std::size_t i) {
  return c[i].size() == 7 && i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(i + 1, U')');
}

}  // namespace

// tàu cá TTH 91234 TS, tàu BĐ 95678-TS, ĐNa 90345: the province (its letters where
// they mean more than one thing), five figures, TS for fishing. QB 934.55-TS: as on a plate.
bool recognise_boat(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& province = c[i];
  if (!province.is(TokenKind::word) || province.letters > 4) return false;
  // Qng 96318 TS
  const bool sloppy = province.shape == Shape::capitalised && !province.syllable;
  if (province.shape != Shape::upper && province.shape != Shape::mixed && !sloppy) return false;
  if (!c.is_blank(i + 1) && !c.is_dash(i + 1)) return false;
  if (!c.is(i + 2, TokenKind::number)) return false;
  const bool dotted = c.is_mark(i + 3, U'.') && c.is(i + 4, TokenKind::number);
  // QNg 90xxx TS: figures kept back
  const bool veiled =
      c.is(i + 3, TokenKind::word) && c.text(i + 3).find_first_not_of("xX") == std::string_view::npos;
  const std::size_t last = dotted ? i + 4 : veiled ? i + 3 : i + 2;
  const std::size_t figures = c[i + 2].size() + (last > i + 2 ? c[last].size() : 0);
  if (figures != 4 && figures != 5) return false;
  const bool joined = c.is_blank(last + 1) || c.is_dash(last + 1);
  const bool glued = c.text(last + 1) == "TS";  // QNg-96789TS
  const bool marked = glued || (joined && c.text(last + 2) == "TS");
  // Without TS only where a boat is spoken of; four figures are those of old boats, NA 1106 TS.
  if (!marked && (figures == 4 || dotted || !(c.near(i, i + 3, "tàu") || c.near(i, i + 3, "thuyền"))))
    return false;
  const auto rows = tables::find_abbreviation(c.text(i));
  if (const tables::ListRow* port = tables::find_in(tables::List::boat, c.text(i)); port != nullptr)
    draft.say(port->spoken, province.span());
  else if (rows.size() == 1 && rows[0].kind == tables::AbbreviationKind::expand)
    draft.say(rows[0].spoken, province.span());
  else
    say_letters(draft, c.text(i), LetterUse::abbreviation, c, province.span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  if (dotted) say_digits(draft, c.text(last), c[last].span());
  if (veiled) say_letters(draft, c.text(last), LetterUse::initial, c, c[last].span());
  const std::size_t fishing = glued ? last + 1 : last + 2;
  if (marked) say_letters(draft, c.text(fishing), LetterUse::abbreviation, c, c[fishing].span());
  return draft.accept(SemioticClass::code, "digits.boat", marked ? fishing + 1 : last + 1);
}

// "3.2. Về thu ngân sách": the number of a section at the head of a line.
bool recognise_section_number(const Context& c, Draft& draft) {
  if (c.here() != 0) return false;
  std::size_t at = 0;
  const auto level = [&c](std::size_t i) { return read_figures(c, i, 2); };
  while (level(at) && c.is_mark(at + 1, U'.') && level(at + 2)) at += 2;
  if (at == 0 || !c.is_mark(at + 1, U'.') || !c.is_blank(at + 2)) return false;
  const Token& next = c[at + 3];
  if (!next.is(TokenKind::word) || next.shape == Shape::lower) return false;
  for (std::size_t i = 0; i <= at; i += 2) {
    if (i > 0) draft.say("chấm", c[i - 1].span());
    say_cardinal(draft, level(i)->value, c.style(), c[i].span());
  }
  return draft.accept(SemioticClass::ordinal, "ordinal.section", at + 1);
}

// máy cắt 374/01, dao cách ly 474-7, lộ 471/E7, đường dây 372 E9.14: gear of the power net, figure by figure.
// Returns whether the number at `i` is such a name.
bool names_gear(const Context& c, std::size_t i) {
  static constexpr Phrases kGear = {"máy cắt", "mc",  "dao cách ly", "dcl", "recloser", "đz",
                                    "lbs",     "rec", "xuất tuyến",  "lộ",  "xt"};
  static constexpr Phrases kRoads = {"tỉnh lộ", "quốc lộ", "huyện lộ", "hương lộ", "đại lộ", "liên lộ"};
  static constexpr Phrases kPower = {"điện",        "trạm",    "tba",         "đz",   "kv",
                                     "đóng",        "cắt",     "lưới",        "nhảy", "máy cắt",
                                     "máy biến áp", "phụ tải", "dao cách ly", "mc",   "xuất tuyến"};
  if (c[i].size() != 3) return false;
  const bool of_station = c.is_blank(i + 1) && c.text(i + 2) == "E" && c.is(i + 3, TokenKind::number);
  // đường dây 500kV, 220: the tension is round, the name of a line is not.
  const bool line = c.text(i).back() != '0' && c.preceded_by(i, "đường dây");
  return (of_station || line || (c.preceded_by_any(i, kGear) && !c.preceded_by_any(i, kRoads))) &&
         c.near_any(i, i + 1, kPower);
}

namespace {

bool say_each_digit(const Context& c, Draft& draft, SemioticClass is, std::string_view rule) {
  const std::size_t i = c.here();
  say_digits(draft, c.text(i), c[i].span());
  return draft.accept(is, rule, i + 1);
}

// vàng 9999, bạc 999: the fineness.
bool is_fineness(const Context& c, std::size_t i) {
  static constexpr Phrases kGold = {"vàng", "nhẫn"};
  static constexpr Phrases kMetal = {"bạc", "vàng"};
  return (c.text(i) == "9999" && c.near_any(i, i + 1, kGold)) ||
         (c.text(i) == "999" && c.preceded_by_any(i, kMetal));
}

// ban chỉ đạo 389, đoàn liên ngành 389: a steering board named by its number.
bool names_board(const Context& c, std::size_t i) {
  static constexpr Phrases kBoards = {"bcđ", "ban chỉ đạo", "liên ngành", "ln", "đoàn", "tổ", "lực lượng"};
  return c.text(i) == "389" && c.preceded_by_any(i, kBoards);
}

// máy cắt 374/01, 474-7: gear with its station, its side.
bool read_gear(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!names_gear(c, i)) return false;
  say_each_digit(c, draft, SemioticClass::code, "digits.gear");
  const bool slash = c.is_mark(i + 1, U'/');
  if (!(slash || c.is_mark(i + 1, U'-')) || !c.is(i + 2, TokenKind::number)) return true;
  if (slash)
    draft.say("trên", c[i + 1].span());
  else
    draft.mark(',', c[i + 1].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  draft.end = i + 3;
  return true;
}

// TK 3949.0.1054321, qua TK 4000 201 012345: an account, and no set of a match or count, by how it is
// grouped.
bool is_account(const Context& c, std::size_t first, std::size_t cue_end) {
  if (!c.preceded_by(cue_end, "tk")) return false;
  const bool grouped = c.is_mark(first + 1, U'.') && c.is(first + 2, TokenKind::number) &&
                       c.is_mark(first + 3, U'.') && c.is(first + 4, TokenKind::number) &&
                       c[first + 4].size() > 3;
  std::size_t figures = c[first].size();
  for (std::size_t at = first; figures < 24 && c.is_blank(at + 1) && c.is(at + 2, TokenKind::number); at += 2)
    figures += c[at + 2].size();
  return grouped || c[first].size() >= 6 || figures >= 9;
}

// tờ vé cùng số 508467: six figures in one piece name a thing, as amounts of that size are grouped.
bool is_named_by_number(const Context& c, std::size_t first, std::size_t cue_end) {
  static constexpr Phrases kAmounts = {"tổng số", "con số",  "dân số",   "chỉ số",     "doanh số",
                                       "trị số",  "phân số", "thông số", "tổng dân số"};
  const std::size_t behind = c.skip_blank(first + 1);
  const bool counts = c.is(behind, TokenKind::word) && c[behind].shape == Shape::lower;
  return c[first].size() >= 6 && c.preceded_by(cue_end, "số") && !c.preceded_by_any(cue_end, kAmounts) &&
         !counts && !c.is(first + 2, TokenKind::number);
}

// Bạch Mã 172 mm: the word is a piece of a name.
bool ends_name(const Context& c, std::size_t cue_end) {
  const std::size_t word = c.word_before(cue_end);
  if (word == Context::npos || word < 2) return false;
  return c[word].shape == Shape::capitalised && c.is_blank(word - 1) && c.is(word - 2, TokenKind::word) &&
         c[word - 2].shape == Shape::capitalised && c.folded(word) == "mã";
}

// Đầu số viễn thông 1515, tổng đài giải đáp 1080: what kind it is stands between the word and the number.
bool is_called_number(const Context& c, std::size_t i) {
  static constexpr Phrases kCalled = {"đầu số", "tổng đài"};
  static constexpr Phrases kCounted = {"năm",  "hơn", "gần", "khoảng", "nhận", "có",  "thêm", "trên",
                                       "được", "là",  "đến", "tới",    "lên",  "còn", "với",  "trong"};
  static constexpr Phrases kGoesOn = {"được", "để", "và", "hoặc", "của", "khi", "nhằm", "trên", "tại", "cho"};
  if (c[i].size() != 4 || c.text(i)[0] != '1' || c.is(i + 1, TokenKind::word)) return false;
  if (c.preceded_by_any(i, kCounted)) return false;
  const std::size_t next = c.skip_blank(i + 1);
  if (c.is(next, TokenKind::number) || (c.is(next, TokenKind::word) && !c.followed_by_any(i + 1, kGoesOn)))
    return false;
  for (std::size_t at = i, words = 0; at > 0 && words < 7;) {
    --at;
    if (c.is_clause_mark(at)) return false;
    if (!c.is(at, TokenKind::word)) continue;
    ++words;
    if (c.followed_by_any(at, kCalled)) return true;
  }
  return false;
}

// đứng #1, tập #12: which in a row.
bool say_rank(const Context& c, Draft& draft) {
  static constexpr Phrases kSaid = {"số", "thứ", "hạng", "top", "vị trí", "mã"};
  const std::size_t i = c.here();
  if (!c.preceded_by_any(i, kSaid)) draft.say("số", c[i].span());
  say_cardinal(draft, c.text(i + 1), c.style(), c.span(i, i + 2));
  return draft.accept(SemioticClass::cardinal, "digits.rank", i + 2);
}

}  // namespace

// Numbers that are names: figure by figure, in the groups that are written.
bool recognise_digits(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (is_fineness(c, i)) return say_each_digit(c, draft, SemioticClass::code, "digits.fineness");
  const bool sign = c.is_mark(i, U'#');
  const std::size_t first = sign ? i + 1 : i;
  if (!c.is(first, TokenKind::number) || (sign && c.is(first + 1, TokenKind::word))) return false;
  if (!sign) {
    if (is_ticket(c, i) || is_form(c, i) || is_bracketed_code(c, i))
      return say_each_digit(c, draft, SemioticClass::telephone, "digits.ticket");
    if (c[i].size() < 3) return false;
    if (names_board(c, i)) return say_each_digit(c, draft, SemioticClass::code, "digits.board");
    if (read_gear(c, draft)) return true;
  }
  if (sign && c[first].size() <= 2 && c.text(first)[0] != '0') return say_rank(c, draft);
  const std::size_t colon = first >= 2 ? c.skip_blank_back(first - 1) : first;
  const std::size_t cue_end = c.is_mark(colon, U':') ? colon : first;
  const bool account = is_account(c, first, cue_end);
  // số lô: 190813, the mark of what was made together; 12 is how many lots.
  const bool batch = !sign && c[first].size() >= 5 && c.preceded_by(cue_end, "số lô");
  if (!sign && !account && !batch && !is_named_by_number(c, first, cue_end) &&
      !c.preceded_by_any(cue_end, kNumberNames) && !is_called_number(c, first))
    return false;
  if (!sign && ends_name(c, cue_end)) return false;
  std::size_t at = first;
  while (true) {
    say_digits(draft, c.text(at), c[at].span());
    // Groups of three figures and more go on behind a blank, a dot or a hyphen.
    const bool joined = (c.is_blank(at + 1) || c.is_mark(at + 1, U'.') || c.is_mark(at + 1, U'-')) &&
                        c.is(at + 2, TokenKind::number) && (account || c[at + 2].size() >= 2);
    if (!joined || at - i > Context::kWindow) break;
    draft.group_pause();
    at += 2;
  }
  return draft.accept(SemioticClass::telephone, "digits.name", at + 1);
}

namespace {

// Names are said with their noughts: số 05, kênh 07.
constexpr Phrases kNames = {"số", "mã", "mã số", "hiệu", "kênh", "áo", "giây", "pc", "pa"};

// 04 Công ty, 02 Huân chương: offices and honours have capitals, as streets have (số 05 Lê Lợi).
bool counts_office(const Context& c, std::size_t i) {
  static constexpr Phrases kOffices = {
      "công ty",    "tổng công ty", "tập đoàn",  "ngân hàng",  "phó",         "ủy viên",    "trung tâm",
      "sở",         "trường",       "ban",       "phòng",      "chi cục",     "cục",        "nghị quyết",
      "quyết định", "đội",          "hội",       "đảng bộ",    "chi bộ",      "bệnh viện",  "trạm",
      "nhà máy",    "bộ",           "giải",      "bằng khen",  "huân chương", "huy chương", "tổ",
      "quỹ",        "khu",          "đoàn",      "câu lạc bộ", "hợp tác xã",  "kế hoạch",   "chương trình",
      "đề án",      "dự án",        "văn phòng", "viện",       "học viện",    "thứ trưởng", "nghị định",
      "thông tư",   "chỉ thị",      "kiosk",     "nghệ sĩ",    "giấy khen",   "xã",         "phường",
      "huyện",      "tỉnh",         "thôn",      "đảng viên",  "luật",        "anh hùng",   "giáo sư"};
  return c.followed_by_any(i + 1, kOffices);
}

// 02 giải Nhất, 05 Nhì, 07 Ba: prizes
bool counts_prize(const Context& c, std::size_t i) {
  static constexpr Phrases kPrizes = {"nhất", "nhì", "ba", "tư", "khuyến khích", "vàng", "bạc", "đồng"};
  return c.followed_by_any(i + 1, kPrizes) &&
         c.near_any(i, i + 1, std::array<std::string_view, 3>{"giải", "huy chương", "hcv"});
}

// 03 người, 05 LĐPT: what stands behind the number at `i` is counted.
bool counts_behind(const Context& c, std::size_t i) {
  static constexpr Phrases kFunctionWords = {"của",   "và",  "là", "về",  "do",   "tại", "đã", "được",
                                             "trong", "cho", "có", "với", "theo", "thì", "mà"};
  // LUẬT GỒM 09 CHƯƠNG: in a headline all are capitals, and a street would be one too.
  static constexpr Phrases kInCapitals = {"chương", "điều", "khoản", "mục",  "ngày",   "tháng",   "năm",
                                          "tuần",   "lần",  "bài",   "buổi", "đợt",    "tỷ",      "triệu",
                                          "nghìn",  "con",  "cái",   "loại", "nhóm",   "hội thi", "cuộc",
                                          "lớp",    "giờ",  "phút",  "nhà",  "đề tài", "vị",      "trẻ"};
  const std::size_t next = c.word_after(i + 1);
  if (!c.is_blank(i + 1) || next == Context::npos) return false;
  const Shape shape = c[next].shape;
  const bool counted = shape == Shape::lower ||
                       (shape == Shape::capitalised && (counts_office(c, i) || counts_prize(c, i))) ||
                       // 05 LĐPT: it may be an abbreviation.
                       (shape == Shape::upper && (!c.headline() || c.followed_by_any(i + 1, kInCapitals) ||
                                                  c.followed_by_any(i + 1, cues::kAfterShare)));
  return counted && !c.followed_by_any(i + 1, kFunctionWords) && !c.preceded_by_any(i, kNames);
}

// có mặt: 05; giải thể: 01: nothing is counted behind it, but before. Số: 05 and Mẫu: 02 are names.
bool counts_before(const Context& c, std::size_t i) {
  static constexpr Phrases kCounted = {
      "có mặt",    "vắng",       "vắng mặt",     "số lượng",  "tổng số",  "nữ",      "nam",       "dự bị",
      "gồm",       "chính thức", "trong đó",     "còn lại",   "tăng",     "kết nạp", "bầu đủ",    "số phiếu",
      "giảm",      "hợp lệ",     "không hợp lệ", "phát ra",   "thu về",   "đồng ý",  "đúng hạn",  "quá hạn",
      "trước hạn", "kn",         "tc",           "knpa",      "pakn",     "chết",    "bị thương", "mất tích",
      "chuyển đi", "chuyển đến", "thoát nghèo",  "tái nghèo", "hộ nghèo", "duy trì", "thành lập", "giải thể",
      "đạt",       "không đạt",  "đại học",      "cao đẳng",  "khá",      "giỏi",    "tầng",      "nhóm"};
  // Giải tám: 05, the figures that were drawn.
  static constexpr Phrases kDraws = {"xổ số",    "xsmb",   "xsmn",         "xsmt",     "kqxs",
                                     "loto",     "lô tô",  "vietlott",     "giải tám", "giải 8",
                                     "giải bảy", "giải 7", "giải đặc biệt"};
  static constexpr Phrases kForms = {"mẫu",   "biểu", "phụ lục", "biểu mẫu",   "đề",
                                     "phòng", "bàn",  "lô",      "điện thoại", "di động",
                                     "đt",    "sđt",  "fax",     "hotline",    "đầu số"};
  if (!c.is_edge(i + 1) || c.is(c.skip_blank(i + 1), TokenKind::number) || c.near_any(i, i + 1, kDraws))
    return false;
  const std::size_t before = i > 0 ? c.skip_blank_back(i - 1) : i;
  const bool colon = c.is_mark(before, U':');
  return c.preceded_by_any(colon ? before : i, kCounted) ||
         (colon && c.is(before - 1, TokenKind::word) && !c.preceded_by_any(before, kNames) &&
          !c.preceded_by_any(before, kForms));
}

}  // namespace

// 03 người, ngày 05, quý 01: the zero only fills the place.
bool recognise_padded_count(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto n = read_figures(c, i, 2);
  if (!n || n->digits.size() != 2 || n->digits[0] != '0' || n->value == 0) return false;
  if (c.is_point_or_comma(i + 1) && c.is(i + 2, TokenKind::number)) return false;
  static constexpr Phrases kDated = {"ngày", "tháng", "quý", "mùng"};
  // vắng: 01đ/c: glued on
  const Token& behind = c[i + 1];
  const bool glued = (behind.shape == Shape::lower && behind.syllable && behind.letters > 2) ||
                     (c.text(i + 1) == "đ" && c.is_mark(i + 2, U'/') && c.text(i + 3) == "c");
  if (!c.preceded_by_any(i, kDated) && !glued && !counts_behind(c, i) && !counts_before(c, i)) return false;
  say_cardinal(draft, n->value, c.style(), n->span);
  return draft.accept(SemioticClass::cardinal, "cardinal.padded", i + 1);
}

}  // namespace loa::normalizer
