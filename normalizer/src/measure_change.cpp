// SPDX-License-Identifier: GPL-3.0-or-later
// A sign before a number: what is below nought, and what has risen or fallen.
#include "measure.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

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

// VNM (-3.000đ): what a share has lost.
bool price_of_share(const Context& c, std::size_t sign, std::size_t end) {
  const std::size_t name = sign > 2 ? c.skip_blank_back(sign - 2) : 0;
  const bool share = c[name].shape == Shape::upper && c[name].size() == 3;
  return share && (c.text(end) == "đ" || c.followed_by(end, "đồng"));
}

// Đi học muộn (-5 điểm), vắng không phép (-10đ): what a fault costs.
bool costs_points(const Context& c, std::size_t sign, std::size_t end) {
  static constexpr Phrases kFaults = {"vi phạm", "không", "muộn",  "trễ",     "vắng",
                                      "lỗi",     "bỏ",    "thiếu", "nội quy", "đánh nhau"};
  return sign > 0 && c.is_mark(sign - 1, U'(') && (c.followed_by(end, "điểm") || c.text(end) == "đ") &&
         c.near_any(sign, end, kFaults, Context::Reach::list);
}

// từ - 80 độ C đến - 60 độ C: a blank behind the sign, where a temperature stands and no pause.
bool below_nought(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_blank(i + 1)) return false;
  const auto n = read_numeral(c, i + 2);
  static constexpr Phrases kLevels = {"từ",   "đến",  "tới", "là",     "xuống", "còn",
                                      "dưới", "trên", "mức", "khoảng", "gần",   "nhiệt độ"};
  if (!n || !c.preceded_by_any(i, kLevels)) return false;
  const std::size_t unit = c.skip_blank(n->last);
  const bool degrees =
      c.is_mark(unit, U'\u00B0') || (c.followed_by(n->last, "độ") && c.text(c.skip_blank(unit + 1)) == "C");
  if (!degrees) return false;
  draft.say("âm", c[i].span());
  return draft.accept(SemioticClass::symbol, "measure.below-nought", i + 1);
}

}  // namespace

// -5°C, −3,2%: a sign with a blank or a bracket before and a figure behind.
bool recognise_signed_number(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_dash(i)) return false;
  if (below_nought(c, draft)) return true;
  if (c[i].code == U'\u2014' || !c.is(i + 1, TokenKind::number)) return false;
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
  if (costs_points(c, i, n->last)) {
    draft.say("trừ", c[i].span());
    return draft.accept(SemioticClass::symbol, "symbol.minus", i + 1);
  }
  if (read_measure(c, draft, i)) return true;
  draft.reset();
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = "cardinal.negative";
  say_part(draft, c, *n);
  draft.end = n->last;
  return true;
}

namespace {

bool is_percent(const Context& c, std::size_t end) { return c.is_mark(end, U'%'); }

// lãi suất LIBOR +2%, giá gốc +8%: a sum of two.
constexpr Phrases kRates = {"lãi suất", "biên độ", "cơ sở", "tham chiếu", "gốc",   "thuế", "phí", "vat",
                            "tăng",     "giảm",    "lên",   "đến",        "xuống", "mức",  "là"};

constexpr Phrases kMoves = {"tăng", "giảm", "mất", "cộng thêm", "bớt"};

// HPG -1,3%, VN-Index -7,92 điểm, Dịch vụ: +14,9%: the sign at `i` stands behind a blank and the name of what
// has changed, or behind words that tell the same change.
bool stands_behind_changed(const Context& c, std::size_t i, const Numeral& n) {
  static constexpr Phrases kAmounting = {"tương đương", "tương ứng"};
  static constexpr Phrases kOr = {"hay", "tức", "tức là", "tương đương"};
  if (is_percent(c, n.last)) {
    // tương đương -4,71% so với kỳ trước
    if (c.preceded_by_any(i, kAmounting) && c.followed_by(n.last + 1, "so với")) return true;
    // tăng 28 USD/tấn hay +1,4%: the same change once more
    if (c.preceded_by_any(i, kOr) && c.near_any(i, n.last, kMoves)) return true;
    if (c.is_mark(i - 2, U':')) return true;
    // (giảm 32 vụ, -12,9%)
    if (c.is_mark(i - 2, U',') && i >= 3 && c.is(i - 3, TokenKind::word) && c.near_any(i, n.last, kMoves))
      return true;
  }
  // VN30 -1,2%, S&P 500 +0,7%: the figures of a name stand between.
  const std::size_t head = c.is(i - 2, TokenKind::number) && i >= 3 ? c.skip_blank_back(i - 3) : i - 2;
  const bool named =
      c.is(head, TokenKind::word) && c[head].shape != Shape::lower && (c[head].letters >= 2 || head < i - 2);
  // SJC +200 nghìn đồng
  static constexpr Phrases kSums = {"nghìn", "ngàn", "triệu", "đồng", "usd"};
  if (named)
    return is_percent(c, n.last) || c.followed_by_any(n.last, kSums) ||
           (n.decimal && c.followed_by(n.last, "điểm"));
  // Thức ăn chăn nuôi +12,5%; giá vé +5%: what has grown, unless so much of something is added.
  static constexpr Phrases kAdded = {"vat", "thuế", "phí"};
  return c.is_mark(i, U'+') && c.is(i - 2, TokenKind::word) && c[i - 2].letters >= 2 &&
         is_percent(c, n.last) && !c.followed_by_any(n.last + 1, kAdded) &&
         !c.is_mark(c.skip_blank(n.last + 1), U'=') && !c.preceded_by_any(i, kRates);
}

// 1,8 tỷ USD (+9%), 3 vụ (-2), 1.680,36 (+12,5 điểm, +0,75%): the sign at `i` opens the bracket behind what
// has changed, with a few words or a second change in it.
bool stands_in_bracket(const Context& c, std::size_t i, const Numeral& n) {
  std::size_t end = n.last;
  if (!figure_in_item_before(c, i - 1) && !is_percent(c, end) && !price_of_share(c, i, end)) return false;
  for (int words = 0; words < 5 && (c.is(end, TokenKind::word) || c.is_blank(end) || is_percent(c, end));
       ++words)
    ++end;
  const bool another =
      c.is_mark(end, U',') && c.is_blank(end + 1) && (c.is_mark(end + 2, U'+') || c.is_dash(end + 2));
  return c.is_mark(end, U')') || another;
}

// The second change of such a bracket.
bool goes_on_in_bracket(const Context& c, std::size_t i, const Numeral& n) {
  constexpr std::size_t kLongest = 12;  // tokens
  if (i < 6 || !c.is_blank(i - 1) || !c.is_mark(i - 2, U',') || !is_percent(c, n.last) ||
      !c.is_mark(n.last + 1, U')'))
    return false;
  std::size_t open = i - 2;
  for (std::size_t steps = 0; open > 0 && steps < kLongest && !c.is_mark(open, U'('); ++steps) --open;
  return c.is_mark(open, U'(') && (c.is_mark(open + 1, U'+') || c.is_dash(open + 1));
}

// Whether the sign tells a value above or below nought, a sum or a difference of goals, and no change.
bool is_signed_value(const Context& c, std::size_t i, const Numeral& n) {
  static constexpr Phrases kSums = {"tỷ", "tỉ", "triệu"};
  static constexpr Phrases kSigned = {"hiệu số", "sai số", "dung sai", "hsbt", "nhiệt độ",
                                      "kinh độ", "vĩ độ",  "cận",      "diop", "elo",
                                      "hạng",    "rh",     "độ f",     "độ c", "hiệu số bàn thắng bại"};
  // bán ròng: VIC (-350 tỷ), VHM (-210 tỷ): sums of each share.
  if (c.is_mark(i - 1, U'(') && c[c.skip_blank_back(i - 2)].shape == Shape::upper &&
      c.followed_by_any(n.last, kSums))
    return true;
  if (c.near_any(i, n.last, kSigned)) return true;
  // 24 điểm (+12): in a table of a league the difference of goals.
  const std::size_t points = c.skip_blank_back(i - 2);
  if (c.folded(points) != "điểm" && c.folded(points) != "đ") return false;
  const std::size_t figure = c.skip_blank_back(points - 1);
  return n.is_integer() && c.is_mark(n.last, U')') && figure > 0 && c.is(figure, TokenKind::number) &&
         c[figure].size() <= 2;
}

}  // namespace

// 1,8 tỷ USD (+9%), 3 vụ (-2), HPG -1,3%: how far what stands before has risen or fallen.
bool recognise_change(const Context& c, Draft& draft) {
  static constexpr Phrases kFalls = {"giảm", "mất", "sụt", "rớt"};
  const std::size_t i = c.here();
  const bool rises = c.is_mark(i, U'+');
  if (i < 2 || (!rises && !c.is_dash(i))) return false;
  const auto n = read_numeral(c, i + 1);
  if (!n || c.followed_by(n->last, "độ")) return false;
  // giảm -13,37 điểm: said by the word before.
  if (!rises && c.is_blank(i - 1) && c.preceded_by_any(i, kFalls))
    return draft.accept(SemioticClass::symbol, "measure.fall", i + 1);
  const bool stands = c.is_blank(i - 1) ? stands_behind_changed(c, i, *n) || goes_on_in_bracket(c, i, *n)
                      : c.is_mark(i - 1, U'(') ? stands_in_bracket(c, i, *n)
                                               : false;
  if (!stands || is_signed_value(c, i, *n)) return false;
  draft.say(rises ? "tăng" : "giảm", c[i].span());
  return draft.accept(SemioticClass::symbol, "measure.change", i + 1);
}

}  // namespace loa::normalizer
