// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "abbreviation.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "memory.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// Pieces joined by . & - / as in PGS.TS, GD&ĐT, LĐ - TB&XH.
constexpr std::size_t kMostPieces = 6;

struct Chunk {
  struct Piece {
    std::size_t last = 0;     // one past its last token
    std::size_t key_end = 0;  // its end in `key`
    bool spaced = false;      // a blank stands before it
  };
  std::array<Piece, kMostPieces> pieces{};
  std::size_t count = 0;
  std::string key;  // dots and blanks left out, other signs kept
};

bool may_be_spaced(const Token& token) {
  return token.is(TokenKind::word) && (token.shape == Shape::upper || token.shape == Shape::mixed);
}

void gather(const Context& c, Chunk& chunk) {
  std::size_t i = c.here();
  chunk.key = c.text(i);
  chunk.pieces[0] = {i + 1, chunk.key.size(), false};
  chunk.count = 1;
  ++i;
  if (chunk.key == "Ng") return;  // Ng.V.Đ: a surname before initials
  while (chunk.count < kMostPieces) {
    bool spaced = false;
    std::size_t sign = i;
    if (c.is_blank(sign)) {
      spaced = true;
      ++sign;
    }
    const bool dot = c.is_mark(sign, U'.');
    const bool dash = c.is_dash(sign);
    const bool other = c.is_mark(sign, U'&') || c.is_mark(sign, U'/') || c.is_mark(sign, U'+');
    if (!dot && !dash && !other) return;
    if (dot && spaced) return;
    std::size_t word = sign + 1;
    if (c.is_blank(word)) {
      spaced = true;
      ++word;
    }
    if (!c.is(word, TokenKind::word)) {
      // OPEC+, K+
      if (c.is_mark(sign, U'+') && !spaced && sign == i) {
        chunk.key += '+';
        chunk.pieces[chunk.count++] = {sign + 1, chunk.key.size(), false};
      }
      return;
    }
    const bool name = c[word].shape == Shape::capitalised && dash;  // TT - Huế
    if (spaced && (c.is_mark(sign, U'/') || c.is_mark(sign, U'+') || (!may_be_spaced(c[word]) && !name) ||
                   !may_be_spaced(c[c.here()])))
      return;
    if (!dot) chunk.key += dash ? std::string_view("-") : c.text(sign);
    chunk.key += c.text(word);
    chunk.pieces[chunk.count++] = {word + 1, chunk.key.size(), spaced};
    i = word + 1;
  }
}

// GD-ĐT, GD&ĐT and GDĐT are one abbreviation: as written first, then with the
// signs made equal, then without them.
std::span<const tables::AbbreviationRow> find(std::string_view key, std::string& scratch) {
  if (const auto rows = tables::find_abbreviation(key); !rows.empty()) return rows;
  if (key.find_first_of("-&") == std::string_view::npos) return {};
  scratch = key;
  std::replace(scratch.begin(), scratch.end(), '-', '&');
  if (const auto rows = tables::find_abbreviation(scratch); !rows.empty()) return rows;
  scratch.erase(std::remove(scratch.begin(), scratch.end(), '&'), scratch.end());
  return tables::find_abbreviation(scratch);
}

// Says `words` for the tokens from here to `end`. Returns true, as the recogniser that calls it does.
bool expand(const Context& c, Draft& draft, std::size_t end, std::string_view words, std::string_view rule) {
  draft.say(words, c.span(c.here(), end));
  return draft.accept(SemioticClass::abbreviation, rule, end);
}

// The dot behind what stands before a name ends no sentence.
bool stands_before_names(std::string_view key) { return tables::is_in(tables::List::before_name, key); }

// Whether one of the words that the row looks for stands there, and not only a figure or a capital.
bool is_decided_by_words(const Context& c, const tables::AbbreviationRow& row, std::size_t first,
                         std::size_t last) {
  using Kind = tables::CueCondition::Kind;
  for (const tables::CueAlternative& alternative : row.cue) {
    if (!c.holds(std::span(&alternative, 1), first, last)) continue;
    for (const tables::CueCondition& condition : alternative.conditions) {
      const bool words = condition.kind == Kind::prev || condition.kind == Kind::next ||
                         condition.kind == Kind::near || condition.kind == Kind::head ||
                         condition.kind == Kind::behind_colon;
      if (words && !condition.negated) return true;
    }
  }
  return false;
}

bool is_ascii_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char b) { return b >= 'A' && b <= 'Z'; });
}

bool may_be_ticker(const Context& c, std::size_t i) {
  if (c[i].shape != Shape::upper || c[i].size() != 3) return false;
  const std::string_view text = c.text(i);
  return is_ascii_capitals(text) && text != "KCN" && text != "CEO";  // cổ phiếu KCN: of a trade
}

// Ảnh: ĐN.: two letters for the name of who took it, but for the offices that send pictures.
bool is_credit(const Context& c, std::size_t i, std::size_t end) {
  static constexpr std::string_view kOffices[] = {"PV", "BV", "CA", "AP", "BQ", "TT"};
  if (c[i].letters != 2 || c[i].shape != Shape::upper || contains(kOffices, c.text(i)) || i < 2) return false;
  const std::size_t colon = c.skip_blank_back(i - 1);
  static constexpr Phrases kPictures = {"ảnh", "ảnh minh họa", "ảnh tư liệu", "minh họa", "đồ họa", "clip"};
  if (!c.is_mark(colon, U':') || !c.preceded_by_any(colon, kPictures)) return false;
  return !c.is(c.skip_blank(end), TokenKind::word) && !c.is_mark(c.skip_blank(end), U'/');
}

// tam giác ABC, đường cao CN, cắt nhau tại H: points of a figure.
bool names_points(const Context& c, std::size_t i, std::size_t end) {
  const std::string_view text = c.text(i);
  if (text.size() > 5 || !is_ascii_capitals(text)) return false;
  static constexpr Phrases kFigures = {"tam giác",   "đường cao",      "đường tròn", "tứ giác",
                                       "hình thang", "trung tuyến",    "đoạn thẳng", "tiếp tuyến",
                                       "trung điểm", "hình bình hành", "phân giác",  "nội tiếp",
                                       "ngoại tiếp", "vuông góc với",  "đồng dạng"};
  return c.near_any(i, end, kFigures);
}

// phường PV, thành phố H; xã CT, huyện BT: a place whose name the writer keeps back.
bool keeps_back_place(const Context& c, std::size_t i, std::size_t end) {
  static constexpr Phrases kUnits = {"thôn", "xã", "phường", "thị trấn", "huyện", "quận", "thị xã"};
  static constexpr Phrases kAbove = {"xã", "phường", "huyện", "quận", "thị xã", "thành phố", "tp", "tỉnh"};
  return c[i].letters == 2 && c[i].shape == Shape::upper && end == i + 1 && c.is_mark(end, U',') &&
         c.preceded_by_any(i, kUnits) && c.followed_by_any(end + 1, kAbove);
}

// NK News, KH Times, NH Securities: two letters before such an English word are a name, not Vietnamese.
bool opens_english_name(const Context& c, std::size_t i, std::size_t end) {
  static constexpr std::array<std::string_view, 6> kPlaces = {"TP", "VN", "TT", "TĐ", "CT", "HN"};
  return c[i].letters == 2 && c[i].shape == Shape::upper && c.is_one_blank(end) &&
         c[end + 1].shape == Shape::capitalised &&
         tables::is_in(tables::List::company_word, c.folded(end + 1)) && !contains(kPlaces, c.text(i));
}

// HCM giảm 2,62%: what its shares won or lost.
bool moves_by_percent(const Context& c, std::size_t i) {
  static constexpr Phrases kMoves = {"tăng", "giảm", "mất", "sụt", "rớt", "cộng"};
  if (!c.followed_by_any(i + 1, kMoves)) return false;
  std::size_t at = c.skip_blank(c.skip_blank(i + 1) + 1);
  if (!c.is(at, TokenKind::number)) return false;
  ++at;
  if ((c.is_mark(at, U',') || c.is_mark(at, U'.')) && c.is(at + 1, TokenKind::number)) at += 2;
  return c.is_mark(c.skip_blank(at), U'%');
}

// SSI, HCM, FTS giảm gần 1%; các mã SSI, VND hay FTS: three or more in a row, which are called codes or
// moved.
bool among_tickers(const Context& c, std::size_t i) {
  constexpr std::size_t kMost = 24;
  const auto joins = [&](std::size_t at) {
    return c.is_mark(at, U',') || c.folded(at) == "và" || c.folded(at) == "hay";
  };
  std::size_t first = i;
  std::size_t count = 1;
  while (first > 1 && count < kMost) {
    const std::size_t sign = c.skip_blank_back(first - 1);
    if (!joins(sign) || sign == 0) break;
    const std::size_t before = c.skip_blank_back(sign - 1);
    if (!may_be_ticker(c, before)) break;
    first = before;
    ++count;
  }
  std::size_t last = i;
  while (count < 2 * kMost) {
    const std::size_t sign = c.skip_blank(last + 1);
    if (!joins(sign)) break;
    const std::size_t next = c.skip_blank(sign + 1);
    if (!may_be_ticker(c, next)) break;
    last = next;
    ++count;
  }
  if (count < 3) return false;
  static constexpr Phrases kCodes = {"mã", "các mã", "cổ phiếu", "gồm", "như"};
  static constexpr Phrases kMove = {"tăng",     "giảm",     "cũng tăng", "cũng giảm", "cũng sụt",
                                    "đều tăng", "đều giảm", "đồng loạt", "giảm sàn",  "tăng trần",
                                    "sụt",      "mất",      "đứng giá",  "quay đầu"};
  return (c.preceded_by_any(first, kCodes) &&
          c.near_any(first, last + 1, std::array<std::string_view, 3>{"mã", "cổ phiếu", "chứng khoán"})) ||
         c.followed_by_any(last + 1, kMove);
}

// cổ phiếu TCM, (HoSE: HCM), VIC, KDC và HSG: a company by its three letters on the exchange, whatever
// else they stand for.
bool is_ticker(const Context& c, std::size_t i, std::string_view expansion) {
  if (!may_be_ticker(c, i)) return false;
  static constexpr Phrases kShare = {"cổ phiếu", "mã cổ phiếu", "mã chứng khoán", "mã ck", "mã cp"};
  static constexpr Phrases kMarket = {"cổ phiếu",    "hose",    "hnx",       "upcom",     "sàn",
                                      "chứng khoán", "index",   "vn30",      "cổ tức",    "cổ đông",
                                      "ctcp",        "cổ phần", "lợi nhuận", "doanh thu", "bluechip",
                                      "tham chiếu",  "phiên",   "tăng trần", "kịch trần", "khối ngoại",
                                      "thanh khoản", "sắc xanh"};
  if (c.preceded_by_any(i, kShare) || among_tickers(c, i)) return true;
  const bool market = c.near_any(i, i + 1, kMarket);
  if (moves_by_percent(c, i) && !c.preceded_by(i, "đồng") && !c.preceded_by(i, "tiền")) {
    // ORS giảm 3,23%, VND giảm 1,49%: behind another that moved.
    const std::size_t mark = i > 1 ? c.skip_blank_back(i - 1) : i;
    if (market ||
        ((c.is_mark(mark, U',') || c.is_mark(mark, U';')) && c.is_mark(c.skip_blank_back(mark - 1), U'%')))
      return true;
  }
  if (!market) return false;
  const std::size_t sign = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  const std::size_t before = c.is_mark(sign, U':') ? sign : i;
  static constexpr Phrases kExchange = {"hose", "hnx", "upcom", "mã", "mck"};
  if (c.preceded_by_any(before, kExchange)) return true;
  // Dệt may Thành Công (TCM), but not Hội Nông dân (HND)
  if (i > 0 && c.is_mark(i - 1, U'(') && c.is_mark(i + 1, U')')) {
    const std::size_t name = c.word_before(i - 1);
    return name != Context::npos && c[name].shape != Shape::lower && !c.near(i, i + 1, expansion);
  }
  static constexpr Phrases kTrade = {"cổ phiếu", "hose", "hnx",    "upcom", "chứng khoán",
                                     "index",    "vn30", "cổ tức", "cp",    "cổ phần"};
  if (c.near_any(i, i + 1, kTrade)) {
    // giá KDC; KDC: Bản cáo bạch …; KDC chào bán …
    static constexpr Phrases kDeeds = {"chào bán",  "báo lãi",  "lãi",          "lỗ",   "chia",  "trả cổ tức",
                                       "phát hành", "niêm yết", "lên kế hoạch", "chốt", "thoái", "đăng ký",
                                       "tăng",      "giảm",     "dự kiến",      "muốn", "mua",   "bán"};
    const bool opens = c.word_before(i) == Context::npos && i == 0;
    if (c.preceded_by(i, "giá") || (opens && (c.is_mark(i + 1, U':') || c.followed_by_any(i + 1, kDeeds))))
      return true;
  }
  const auto joins = [&](std::size_t at) { return c.is_mark(at, U',') || c.folded(at) == "và"; };
  if (sign != Context::npos && sign > 0 && joins(sign) && may_be_ticker(c, c.skip_blank_back(sign - 1)))
    return true;
  const std::size_t next = c.skip_blank(i + 1);
  return joins(next) && may_be_ticker(c, c.skip_blank(next + 1));
}

// The first row whose cue holds over the items of the list; the last row, which has none, always does.
const tables::AbbreviationRow& decided_by_list(const Context& c,
                                               std::span<const tables::AbbreviationRow> rows,
                                               std::size_t first, std::size_t last) {
  // Without an item before or behind there is no list.
  bool parted = false;
  for (std::size_t at = last; at < last + Context::kWindow && at < c.size() && !parted; ++at)
    parted = c.is_mark(at, U';');
  for (std::size_t at = first; at + Context::kWindow > first && at > 0 && !parted; --at)
    parted = c.is_mark(at - 1, U';');
  if (!parted) return rows.back();
  for (const tables::AbbreviationRow& row : rows)
    if (c.holds(row.cue, first, last, Context::Reach::list)) return row;
  return rows.back();
}

// Where the clause does not decide: the list, or else what the abbreviation stood for before in the
// paragraph.
const tables::AbbreviationRow& decided_further_off(const Context& c,
                                                   std::span<const tables::AbbreviationRow> rows,
                                                   std::size_t first, std::size_t last) {
  const tables::AbbreviationRow& row = decided_by_list(c, rows, first, last);
  if (&row != &rows.back() || c.memory() == nullptr) return row;
  const tables::AbbreviationRow* before = c.memory()->last_decided(rows);
  return before != nullptr ? *before : row;
}

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

// vắng k lý do, k thu tiền: không, as it is typed in haste.
bool recognise_short_no(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "k" || !c.is_one_blank(i + 1) || !c.is(i + 2, TokenKind::word)) return false;
  const Token& next = c[i + 2];
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  const bool head = i == 0 || c.is_mark(before, U',') || c.is_mark(before, U';') || c.is_mark(before, U':');
  // sởi 2 ca, k TV: of capitals only where a clause begins.
  if (!(next.shape == Shape::lower && next.syllable) && !(next.shape == Shape::upper && head)) return false;
  // 11 đạt, 4 k đạt: persons or things that do not.
  const bool counted = c.is(before, TokenKind::number) &&
                       c.followed_by_any(i + 1, std::array<std::string_view, 7>{"đạt", "có", "được", "đủ",
                                                                                "phép", "lý do", "cần"});
  const bool behind_word =
      c.is(before, TokenKind::word) && (c[before].syllable || c[before].shape == Shape::upper ||
                                        c.is(before - 1, TokenKind::number));  // nợ >2tr k được vay
  if (i > 0 && (!c.is_blank(i - 1) || (!head && !counted && !behind_word))) return false;
  // hệ số k là, vitamin k giúp: a letter.
  static constexpr Phrases kNamed = {"vitamin", "hệ số", "số",  "biến", "trị số", "chỉ số",
                                     "giá trị", "nhóm",  "lớp", "với",  "thứ",    "điểm"};
  static constexpr Phrases kOfLetters = {"là", "bằng", "của", "và", "hoặc"};
  if (c.preceded_by_any(i, kNamed) || c.followed_by_any(i + 1, kOfLetters)) return false;
  draft.certainty = Certainty::narrow;
  draft.rival = "letters.initials";
  return expand(c, draft, i + 1, "không", "abbreviation.short-no");
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

}  // namespace

std::string_view without_words_before(const Context& c, std::size_t i, std::string_view spoken) {
  if (i < 2 || !c.is_blank(i - 1) || !c.is(i - 2, TokenKind::word)) return spoken;
  const std::size_t second = spoken.find(' ');
  std::string_view rest = spoken;
  // quy chuẩn kỹ thuật quốc gia QCVN
  if (c.preceded_by_any(
          i, std::array<std::string_view, 2>{"quy chuẩn kỹ thuật quốc gia", "tiêu chuẩn quốc gia"}) &&
      spoken.ends_with(" chuẩn việt nam"))
    return "việt nam";
  for (std::size_t at = second; at != std::string_view::npos; at = spoken.find(' ', at + 1))
    if (at != second && c.preceded_by(i, spoken.substr(0, at))) rest = spoken.substr(at + 1);
  // khu KCN, số SĐT: one word alone only where it heads the name, and ends no other word (đại hội HND).
  static constexpr Phrases kHeads = {"khu",   "cụm",   "quỹ", "mã",  "giấy", "thẻ",
                                     "người", "đường", "ban", "hội", "số",   "nhà"};
  static constexpr Phrases kOtherWords = {"đại hội", "xã hội", "quốc hội", "chi hội", "phân hội",
                                          "ủy ban",  "một số", "tổng số",  "các số",  "đa số",
                                          "chỉ số",  "hệ số",  "vài số",   "nhiều số"};
  if (rest == spoken && second != std::string_view::npos && c.preceded_by(i, spoken.substr(0, second)) &&
      c.preceded_by_any(i, kHeads) && !c.preceded_by_any(i, kOtherWords))
    rest = spoken.substr(second + 1);
  return rest;
}

const tables::CutWord* find_cut_word(const Context& c, std::size_t i) {
  // 35.000 đ/ký: a price, though đ/ký is đăng ký elsewhere.
  if (c.text(i) == "đ" && c.text(i + 2) == "ký" && i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::number))
    return nullptr;
  const bool slash = c.is_mark(i + 1, U'/');
  if (c[i].letters > 3 || (!slash && !c.is_mark(i + 1, U'.')) || !c.is(i + 2, TokenKind::word) ||
      !c[i + 2].syllable || c.is_mark(i + 3, U'/') ||
      (i > 0 && (c.is_mark(i - 1, U'/') || c.is_mark(i - 1, U'.'))))
    return nullptr;
  // BỘ PHẬN T.HIỆN; but A.Toàn, K.Hoạch may be names.
  if (!slash && c[i + 2].shape != Shape::lower && c[i + 2].shape != Shape::upper) return nullptr;
  const std::string_view head = c.folded(i);
  const std::string_view rest = c.folded(i + 2);
  std::array<char, 24> key{};
  if (head.size() + 1 + rest.size() > key.size()) return nullptr;
  std::copy(head.begin(), head.end(), key.begin());
  key[head.size()] = '/';
  std::copy(rest.begin(), rest.end(), key.begin() + static_cast<std::ptrdiff_t>(head.size()) + 1);
  return tables::find_cut_word({key.data(), head.size() + 1 + rest.size()});
}

// TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, TL. GIÁM ĐỐC, TUQ. Trưởng ban: for whom a paper is signed.
bool recognise_signer(const Context& c, Draft& draft) {
  static constexpr Phrases kSigners = {
      "ủy ban",     "ubnd",        "hội đồng",   "hđnd",      "ban",         "btv",
      "bch",        "đảng ủy",     "đu",         "chi bộ",    "chi ủy",      "chi đoàn",
      "chi hội",    "hội",         "đoàn",       "mttq",      "chủ tịch",    "phó chủ tịch",
      "ct",         "trưởng",      "phó trưởng", "giám đốc",  "gđ",          "bộ trưởng",
      "thứ trưởng", "hiệu trưởng", "thủ trưởng", "chánh",     "cục trưởng",  "chi cục trưởng",
      "tổng",       "thường trực", "thường vụ",  "gia đình",  "tổ",          "tập thể",
      "nhà trường", "công ty",     "liên đoàn",  "thủ tướng", "chính phủ",   "viện trưởng",
      "bộ",         "bí thư",      "công đoàn",  "đảng bộ",   "trạm trưởng", "đội trưởng",
      "bkt",        "tdp",         "thôn",       "tiểu ban",  "vụ trưởng",   "quốc hội",
      "cơ quan",    "đơn vị"};
  const std::size_t i = c.here();
  if (!c.is_mark(i + 1, U'.') || (i > 0 && (c.is(c.skip_blank_back(i - 1), TokenKind::word) ||
                                            c.is(c.skip_blank_back(i - 1), TokenKind::number))))
    return false;
  const tables::ListRow* sign = tables::find_in(tables::List::signer, c.text(i));
  if (sign == nullptr || c[c.skip_blank(i + 2)].shape == Shape::lower || !c.followed_by_any(i + 2, kSigners))
    return false;
  return expand(c, draft, i + 2, sign->spoken, "abbreviation.signer");
}

// TƯ is a syllable; between small words it is the abbreviation.
bool recognise_syllable_abbreviation(const Context& c, Draft& draft) {
  if (c.headline() || c.text(c.here()) != "TƯ") return false;
  return recognise_abbreviation(c, draft);
}

// HT. Thích Thiện Nhơn, ĐĐ. Thích Phước Tiến: monks and nuns by rank.
static bool recognise_clergy(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::size_t end = c.is_mark(i + 1, U'.') ? i + 2 : i + 1;
  const std::size_t name = c.skip_blank(end);
  if (c.text(name) != "Thích" || !c.is_one_blank(name + 1) || !c.is(name + 2, TokenKind::word) ||
      c[name + 2].shape != Shape::capitalised)
    return false;
  const tables::ListRow* rank = tables::find_in(tables::List::clergy, c.text(i));
  return rank != nullptr && expand(c, draft, end, rank->spoken, "abbreviation.clergy");
}

// TP - Hà Nội: the first syllable of a city, no story.
static bool names_a_city(std::string_view syllable) {
  constexpr std::string_view kFirst[] = {"hà", "hồ", "đà", "hải", "cần", "huế", "vinh", "biên", "thủ", "nha"};
  return contains(kFirst, syllable);
}

// Lũ rút chậm. PN: two letters behind the last sentence of a line are who wrote it.
static bool is_byline(const Context& c, std::size_t i) {
  if (c[i].shape != Shape::upper || c[i].letters != 2 || i < 3 || !c.is_blank(i - 1) ||
      !c.is(c.skip_blank(i + 1), TokenKind::end))
    return false;
  const std::size_t mark = c.skip_blank_back(i - 1);
  const bool ends = c.is_mark(mark, U'.') || c.is_mark(mark, U'!') || c.is_mark(mark, U'?');
  return ends && mark > 0 && c[mark - 1].shape == Shape::lower && c[mark - 1].syllable &&
         c[mark - 1].letters > 1;
}

// The rule by which capitals are said one by one for where they stand, or nothing.
static std::string_view spelled_in_place(const Context& c, std::size_t i) {
  if (is_byline(c, i)) return "letters.byline";
  if (c[i].shape != Shape::upper || c[i].letters > 3 || i == 0 || !c.is(i - 1, TokenKind::number)) return {};
  const std::string_view figures = c.text(i - 1);
  // tuyến 09BCT: behind a nought the letters go with the number.
  static constexpr Phrases kRoutes = {"xe", "tuyến", "buýt", "số", "lộ", "mã", "trạm"};
  if (figures.size() >= 2 && figures[0] == '0' && (i < 2 || c.is_edge(i - 2)) &&
      c.near_any(i - 1, i + 1, kRoutes))
    return "letters.route";
  // lớp 3TA, 4TB: the letters of classes
  if (c[i].letters == 2 && figures.size() <= 2 && c.near(i - 1, i + 1, "lớp")) return "letters.class";
  return {};
}

bool recognise_abbreviation(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  if (token.letters == 2 && recognise_clergy(c, draft)) return true;
  if (token.letters == 1) {
    if (recognise_person_title(c, draft)) return true;
    if (token.shape == Shape::single_upper &&
        (recognise_unit_of_office(c, draft) || recognise_admin_unit(c, draft)) && !names_points(c, i, i + 1))
      return true;
    draft.reset();
    // lớp 8A3 (t.4-5 thứ 7): lessons of a day
    if (c.text(i) == "t" && c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number) &&
        c[i + 2].size() == 1 &&
        c.near_any(i, i + 3, std::array<std::string_view, 4>{"tiết", "lớp", "tkb", "thời khóa biểu"})) {
      return expand(c, draft, i + 2, "tiết", "abbreviation.lesson");
    }
    // sàng lọc K vú, K CTC
    static constexpr Phrases kOrgans = {"vú",         "gan",         "phổi",       "cổ tử cung", "ctc",
                                        "đại tràng",  "dạ dày",      "tuyến giáp", "vòm",        "thực quản",
                                        "trực tràng", "buồng trứng", "tử cung",    "tụy",        "da",
                                        "máu",        "xương",       "bàng quang"};
    if (c.text(i) == "K" && c.is_one_blank(i + 1) && c.followed_by_any(i + 1, kOrgans) &&
        (c.is(i + 2, TokenKind::word) && (c[i + 2].shape == Shape::lower || c.text(i + 2) == "CTC"))) {
      return expand(c, draft, i + 1, "ung thư", "abbreviation.cancer");
    }
    // T° nước: the temperature
    if ((c.text(i) == "T" || c.text(i) == "t") && c.is_mark(i + 1, U'\u00B0') &&
        !c.is(i + 2, TokenKind::word)) {
      return expand(c, draft, i + 2, "nhiệt độ", "abbreviation.temperature");
    }
    if (token.shape == Shape::lower && (recognise_small_unit(c, draft) || recognise_short_no(c, draft)))
      return true;
  }
  if (token.letters > 16) return false;
  if (token.letters <= 3 && token.shape == Shape::upper && recognise_signer(c, draft)) return true;
  if (const tables::CutWord* word = find_cut_word(c, i)) {
    if (word->ambiguous) {
      draft.certainty = Certainty::narrow;
      draft.rival = "letters.initials";
    }
    return expand(c, draft, i + 3, word->spoken, "abbreviation.cut-word");
  }
  if (const std::string_view rule = spelled_in_place(c, i); !rule.empty()) {
    say_letters(draft, c.text(i), LetterUse::abbreviation, c, token.span());
    draft.certainty = Certainty::narrow;
    draft.rival = "abbreviation.table";
    return draft.accept(SemioticClass::letters, rule, i + 1);
  }
  Chunk chunk;
  gather(c, chunk);
  std::string scratch;
  // ĐT: 0234 …, DĐ. 0912 …
  if (chunk.key == "ĐT" || chunk.key == "DĐ") {
    std::size_t number = i + 1;
    while (number < i + 4 && (c.is_blank(number) || c.is_mark(number, U':') || c.is_mark(number, U'.') ||
                              c.is_mark(number, U'(')))
      ++number;
    if (number > i + 1 && c.is(number, TokenKind::number) &&
        ((c.text(number)[0] == '0' && c[number].size() >= 3) || c.text(number) == "84")) {
      draft.say(chunk.key == "ĐT" ? "điện thoại" : "di động", token.span());
      return draft.accept(SemioticClass::abbreviation, "abbreviation.telephone",
                          c.is_mark(i + 1, U'.') ? i + 2 : i + 1);
    }
  }
  // St. Peter, St. Pauli: the dot ends no sentence.
  if (c.text(i) == "St" && c.is_mark(i + 1, U'.') && c.is(c.skip_blank(i + 2), TokenKind::word) &&
      c[c.skip_blank(i + 2)].shape != Shape::lower) {
    draft.say("xanh", token.span());
    return draft.accept(SemioticClass::abbreviation, "abbreviation.saint", i + 2);
  }
  // TT - Ngày 9-8, …: the newspaper at the head of its story.
  const bool opens = i == 0 || (i == 1 && c.is_mark(0, U'(') && c.is_mark(2, U')'));
  const std::size_t dash = c.skip_blank(i * 2 + 1);
  const std::size_t lead = dash + (c.is_mark(dash + 2, U'“') || c.is_mark(dash + 2, U'"') ? 3 : 2);
  const bool paper =
      c.folded(c.skip_blank(dash + 1)) != "huế" &&
      (c.text(i) == "TT" || (c.text(i) == "TP" && c.is_blank(dash - 1) && c.is_blank(dash + 1) &&
                             c[lead].shape == Shape::capitalised && !names_a_city(c.folded(lead).view())));
  if (opens && paper && dash > i * 2 + 1 && c.is_dash(dash)) {
    draft.say(c.text(i) == "TT" ? "tuổi trẻ" : "tiền phong", token.span());
    return draft.accept(SemioticClass::abbreviation, "abbreviation.outlet", i + 1);
  }
  for (std::size_t n = chunk.count; n > 0; --n) {
    const auto key = std::string_view(chunk.key).substr(0, chunk.pieces[n - 1].key_end);
    const std::size_t end = chunk.pieces[n - 1].last;
    // One letter is an initial, not an abbreviation; small words count only as they are listed.
    if (n == 1 && token.letters == 1) return false;
    if (c.memory() != nullptr && token.shape != Shape::lower) {
      if (const std::string* defined = c.memory()->find(key)) {
        draft.say(*defined, c.span(i, end));
        return draft.accept(SemioticClass::abbreviation, "abbreviation.defined", end);
      }
    }
    // A-I-II is no AI: signs are passed over only between pieces of two letters and more.
    bool whole_pieces = true;
    for (std::size_t p = 0; p < n; ++p)
      whole_pieces = whole_pieces && c[chunk.pieces[p].last - 1].letters > 1;
    const auto rows = whole_pieces ? find(key, scratch) : tables::find_abbreviation(key);
    if (rows.empty()) continue;
    // "tr" and "ng" glued to a figure or an apostrophe are something else.
    if (n == 1 && c.is(end, TokenKind::number) && token.shape != Shape::lower) {
      // QL1A, U23, VTV3: the code recogniser knows more.
      return false;
    }
    for (const tables::AbbreviationRow& chosen : rows) {
      if (!c.holds(chosen.cue, i, end)) continue;
      const tables::AbbreviationRow& row =
          chosen.ambiguous && chosen.cue.empty() ? decided_further_off(c, rows, i, end) : chosen;
      const Span source = c.span(i, end);
      const bool ticker =
          n == 1 && (is_ticker(c, i, row.spoken) || is_credit(c, i, end) || opens_english_name(c, i, end) ||
                     names_points(c, i, end) || keeps_back_place(c, i, end));
      if (ticker || (row.kind == tables::AbbreviationKind::spell && row.spoken.empty())) {
        say_letters(draft, key, LetterUse::abbreviation, c, source);
        draft.semiotic_class = SemioticClass::letters;
        draft.rule = ticker ? "letters.ticker" : "letters.known";
        if (ticker) {
          // ẢNH: NG.THẮNG: the dot belongs to what is written together
          draft.end = c.is_mark(end, U'.') && c.is(end + 1, TokenKind::word) ? end + 1 : end;
          return true;
        }
      } else {
        draft.say(without_words_before(c, i, row.spoken), source);
        draft.semiotic_class = row.kind == tables::AbbreviationKind::expand ? SemioticClass::abbreviation
                               : row.kind == tables::AbbreviationKind::word ? SemioticClass::foreign
                                                                            : SemioticClass::letters;
        draft.rule = row.kind == tables::AbbreviationKind::expand ? "abbreviation.table"
                     : row.kind == tables::AbbreviationKind::word ? "foreign.acronym"
                                                                  : "letters.known";
      }
      if (row.ambiguous && row.cue.empty()) draft.certainty = Certainty::ambiguous_default;
      if (&row != &chosen) {
        draft.certainty = Certainty::narrow;
        draft.rival = "abbreviation.table";
      }
      // 6AM, 2MT: capitals that are joined to a figure are a unit or a mark more often than what they
      // stand for by themselves.
      if (i > 0 && c.is(i - 1, TokenKind::number)) {
        draft.certainty = Certainty::narrow;
        draft.rival = "code.model";
      }
      // TT Hoa Kỳ: that a capital follows is a weak reason to choose among several things.
      const bool by_words = row.ambiguous && !row.cue.empty() && is_decided_by_words(c, row, i, end);
      if (row.ambiguous && !row.cue.empty() && key.size() <= 4 && !by_words) {
        draft.certainty = Certainty::narrow;
        draft.rival = "abbreviation.table";
      }
      if (by_words && &row == &chosen) {
        draft.rows = rows.data();
        draft.decided = &row;
      }
      draft.end = end;
      // TP . Huế: the dot stands off.
      if (c.is_blank(end) && c.is_mark(end + 1, U'.') && stands_before_names(key) &&
          c.is(c.skip_blank(end + 2), TokenKind::word) && c[c.skip_blank(end + 2)].shape != Shape::lower)
        draft.end = end + 2;
      // TP.Vinh, GS. Trần: the dot belongs to the abbreviation.
      if (c.is_mark(end, U'.')) {
        const std::size_t next = c.skip_blank(end + 1);
        const bool glued = c.is(end + 1, TokenKind::word) || c.is(end + 1, TokenKind::number);
        const bool name =
            stands_before_names(key) && (c.is(next, TokenKind::word) || c.is(next, TokenKind::number));
        const bool small = c.is(next, TokenKind::word) && c[next].shape == Shape::lower;
        const bool listed = stands_before_names(key) && c.is_mark(end + 1, U',');  // Kennedy Jr., Biden
        if (glued || listed || name || (small && next > end + 1)) draft.end = end + 1;
      }
      return true;
    }
  }
  return false;
}

namespace {

// What a piece of an abbreviation stands for there, or nothing.
std::string_view part_words(std::string_view piece, std::size_t letters, bool head) {
  std::array<char, 36> marked{};
  const std::size_t size = piece.size() + 1;
  if (size <= marked.size()) {
    std::copy(piece.begin(), piece.end(), marked.begin() + (head ? 0 : 1));
    marked[head ? size - 1 : 0] = '-';
    if (const auto* part = tables::find_abbreviation_part({marked.data(), size})) return part->spoken;
  }
  if (letters < 4) return {};
  const auto rows = tables::find_abbreviation(piece);
  const bool known = rows.size() == 1 && rows[0].kind == tables::AbbreviationKind::expand;
  return known ? rows[0].spoken : std::string_view{};
}

}  // namespace

bool compose_abbreviation(std::string_view written, std::string& words) {
  constexpr std::size_t most = 16;
  std::array<std::size_t, most + 1> starts{};  // byte where letter n starts
  std::size_t letters = 0;
  for (std::size_t at = 0; at < written.size(); ++letters) {
    if (letters == most) return false;
    starts[letters] = at;
    at += utf8::decode(written, at).size;
  }
  starts[letters] = written.size();
  // Short foreign acronyms fall into pieces by chance; Vietnamese letters and length say that it is none.
  if (letters < 4 || (letters < 6 && !has_vietnamese_letter(written))) return false;
  // From the end: the fewest pieces, and of as many the shortest head: QL and ĐTXD.
  struct Best {
    std::size_t pieces = 0;  // 0: no way
    std::size_t next = 0;
    std::string_view spoken;
  };
  std::array<Best, most + 1> best{};
  best[letters].pieces = 1;
  for (std::size_t i = letters; i-- > 0;) {
    for (std::size_t end = i + 2; end <= letters; ++end) {
      if (best[end].pieces == 0 || (i == 0 && end == letters)) continue;
      const std::string_view piece = written.substr(starts[i], starts[end] - starts[i]);
      if (best[i].pieces != 0 && best[end].pieces + 1 >= best[i].pieces) continue;
      const std::string_view spoken = part_words(piece, end - i, i == 0);
      if (!spoken.empty()) best[i] = {best[end].pieces + 1, end, spoken};
    }
  }
  if (best[0].pieces == 0) return false;
  for (std::size_t i = 0; i < letters; i = best[i].next) {
    if (!words.empty()) words += ' ';
    words += best[i].spoken;
  }
  return true;
}

void list_expansions(const Context& c, std::size_t end, std::vector<std::string_view>& expansions) {
  Chunk chunk;
  gather(c, chunk);
  std::string scratch;
  for (std::size_t n = chunk.count; n > 0; --n) {
    if (chunk.pieces[n - 1].last > end) continue;
    const auto key = std::string_view(chunk.key).substr(0, chunk.pieces[n - 1].key_end);
    for (const tables::AbbreviationRow& row : find(key, scratch))
      if (!row.spoken.empty()) expansions.push_back(row.spoken);
    return;
  }
}

}  // namespace loa::normalizer
