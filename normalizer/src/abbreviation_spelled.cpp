// SPDX-License-Identifier: GPL-3.0-or-later
// Capitals that the table knows and that stand for something else where they stand: shares, points of a
// figure, names kept back.
#include <array>
#include <string_view>

#include "abbreviation.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool may_be_ticker(const Context& c, std::size_t i) {
  if (c[i].shape != Shape::upper || c[i].size() != 3) return false;
  const std::string_view text = c.text(i);
  return are_ascii_capitals(text) && text != "KCN" && text != "CEO";  // cổ phiếu KCN: of a trade
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

}  // namespace

// tam giác ABC, đường cao CN, cắt nhau tại H: points of a figure.
bool names_points(const Context& c, std::size_t i, std::size_t end) {
  const std::string_view text = c.text(i);
  if (text.size() > 5 || !are_ascii_capitals(text)) return false;
  static constexpr Phrases kFigures = {"tam giác",   "đường cao",      "đường tròn", "tứ giác",
                                       "hình thang", "trung tuyến",    "đoạn thẳng", "tiếp tuyến",
                                       "trung điểm", "hình bình hành", "phân giác",  "nội tiếp",
                                       "ngoại tiếp", "vuông góc với",  "đồng dạng"};
  return c.near_any(i, end, kFigures);
}

namespace {

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

// HCM giảm 2,62%, KDC giảm sàn, VND bị trừ 500 đồng: what its shares won or lost.
bool moves_as_share(const Context& c, std::size_t i) {
  static constexpr Phrases kOfShares = {"giảm sàn",  "tăng trần",  "giảm kịch sàn", "tăng kịch trần",
                                        "bị trừ",    "dư mua",     "dư bán",        "nằm sàn",
                                        "kịch trần", "khớp lệnh",  "đóng cửa tăng", "đứng giá",
                                        "về giá",    "chốt phiên", "trắng bên mua"};
  if (c.followed_by_any(i + 1, kOfShares)) return true;
  // VNM (-3.000đ), FPT (+1,2%)
  const std::size_t bracket = c.skip_blank(i + 1);
  if (c.is_mark(bracket, U'(') && (c.is_dash(bracket + 1) || c.is_mark(bracket + 1, U'+'))) return true;
  static constexpr Phrases kMoves = {"tăng", "giảm", "mất", "sụt", "rớt", "cộng"};
  if (!c.followed_by_any(i + 1, kMoves)) return false;
  std::size_t at = c.skip_blank(c.skip_blank(i + 1) + 1);
  static constexpr std::string_view kAbout[] = {"gần", "hơn", "trên", "khoảng", "thêm"};
  if (contains(kAbout, c.folded(at).view())) at = c.skip_blank(at + 1);
  if (!c.is(at, TokenKind::number)) return false;
  ++at;
  if (c.is_point_or_comma(at) && c.is(at + 1, TokenKind::number)) at += 2;
  return c.is_mark(c.skip_blank(at), U'%');
}

// Behind the percents of another share: VIX giảm 2,58%, …; HPG giảm 1,3%, …
bool stands_behind_percents(const Context& c, std::size_t i) {
  const std::size_t mark = i > 1 ? c.skip_blank_back(i - 1) : i;
  return mark > 0 && (c.is_mark(mark, U',') || c.is_mark(mark, U';')) &&
         c.is_mark(c.skip_blank_back(mark - 1), U'%');
}

// …; VND và SHS giảm 1,87%: two that moved together, behind the percents of another.
bool is_of_pair_that_moved(const Context& c, std::size_t i) {
  const std::size_t behind = c.skip_blank(i + 1);
  if (c.folded(behind) == "và") {
    const std::size_t other = c.skip_blank(behind + 1);
    return may_be_ticker(c, other) && stands_behind_percents(c, i) && moves_as_share(c, other);
  }
  const std::size_t joint = i > 1 ? c.skip_blank_back(i - 1) : i;
  if (joint < 2 || c.folded(joint) != "và") return false;
  const std::size_t other = c.skip_blank_back(joint - 1);
  return may_be_ticker(c, other) && stands_behind_percents(c, other) && moves_as_share(c, i);
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
  static constexpr Phrases kMove = {"tăng",     "giảm",      "cũng tăng", "cũng giảm", "cũng sụt", "đều tăng",
                                    "đều giảm", "đồng loạt", "giảm sàn",  "tăng trần", "sụt",      "mất",
                                    "đứng giá", "quay đầu",  "bị trừ",    "lần lượt",  "là những", "cùng"};
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
  if (c.preceded_by_any(i, kShare) || among_tickers(c, i) || is_of_pair_that_moved(c, i)) return true;
  const bool market = c.near_any(i, i + 1, kMarket);
  // ORS giảm 3,23%, VND giảm 1,49%: behind another that moved.
  if (moves_as_share(c, i) && !c.preceded_by(i, "đồng") && !c.preceded_by(i, "tiền") &&
      (market || stands_behind_percents(c, i)))
    return true;
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

}  // namespace

bool is_spelled_here(const Context& c, std::size_t i, std::size_t end, std::string_view spoken) {
  return is_ticker(c, i, spoken) || is_credit(c, i, end) || opens_english_name(c, i, end) ||
         names_points(c, i, end) || keeps_back_place(c, i, end);
}

}  // namespace loa::normalizer
