// SPDX-License-Identifier: GPL-3.0-or-later
// Letters behind a number that count: points (8,5đ), beats, animals of a kilogram, seats, storeys.
#include <array>

#include "measure.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr std::string_view kSeats[] = {"4", "5", "7", "9", "16", "24", "29", "30", "34", "35", "45", "47"};
constexpr Phrases kVehicles = {"xe", "thuê xe", "chỗ", "ô tô", "bks", "taxi"};

}  // namespace

// 0,25đ; 8,5đ: there are no parts of a đồng, so these are points.
bool read_points(const Context& c, Draft& draft, const Numeral& n) {
  // Bùi Vinh (6 đ): in a bracket behind a name.
  const bool bracketed = n.first > 2 && c.is_mark(n.first - 1, U'(') && c.is_blank(n.first - 2) &&
                         c[n.first - 3].shape == Shape::capitalised && n.value() <= 60;
  const std::size_t sign = n.decimal || bracketed ? c.skip_blank(n.last) : n.last;
  // Norris 408đ, hơn Verstappen 12đ: those of a season
  static constexpr Phrases kRacing = {"f1", "chặng", "grand prix", "motogp", "tay đua"};
  const bool racing = c.near_any(n.first, sign + 1, kRacing);
  if (!is_written(c, sign, "đ") || n.grouped || n.value() > (racing ? 999U : 100U) ||
      n.integer().size() > 3 || (n.integer().size() > 2 && n.integer()[0] == '0'))
    return false;
  // 15đ/5 trận
  const bool of_matches =
      c.is_mark(sign + 1, U'/') && c.is(sign + 2, TokenKind::number) && c.followed_by(sign + 3, "trận");
  // 0,5đ/câu
  static constexpr Phrases kQuestions = {"câu", "ý", "bài", "phần", "môn", "lần"};
  const bool of_questions = n.decimal && c.is_mark(sign + 1, U'/') && c.followed_by_any(sign + 2, kQuestions);
  if (!of_matches && !of_questions && !c.is_edge(sign + 1) && !c.is_mark(sign + 1, U'.')) return false;
  static constexpr Phrases kMarks = {"trừ", "cộng", "được", "đạt", "lấy", "chuẩn", "ghi"};
  static constexpr Phrases kMarkNear = {
      "gplx",     "phạt nguội",       "phạt", "điểm", "tổ hợp", "bài thi", "thí sinh",    "môn",
      "bằng lái", "giấy phép lái xe", "trận", "set",  "séc",    "hiệp",    "bóng chuyền", "bóng rổ"};
  static constexpr Phrases kTable = {"sbd", "bxh",     "bảng xếp hạng", "xếp hạng", "vòng",    "clb",
                                     "đội", "hiệu số", "v.league",      "dẫn đầu",  "ngôi đầu"};
  static constexpr Phrases kPrices = {"giá", "tiền", "đồng",   "mua",      "bán",  "phí",     "xăng",
                                      "dầu", "usd",  "tỷ giá", "cổ phiếu", "cước", "tin nhắn"};
  // trừ 2đ: nobody takes away so little money.
  const bool of_marks =
      n.value() <= 60 && c.preceded_by_any(n.first, kMarks) &&
      (c.near_any(n.first, sign + 1, kMarkNear) || (n.value() <= 12 && c.preceded_by(n.first, "trừ")));
  // 2. CAHN 24đ: behind a name, a sum so small is none.
  const std::size_t name = c.word_before(n.first);
  const bool behind_name =
      name != Context::npos && c[name].shape != Shape::lower && (n.value() < 100 || racing);
  // NV1 97đ, gia đình văn hóa đạt 90đ: no price is so low.
  static constexpr Phrases kScored = {"nv",         "nguyện vọng", "đạt",         "xếp loại",  "thi đua",
                                      "điểm chuẩn", "số điểm",     "trúng tuyển", "xét tuyển", "tiêu chí",
                                      "rèn luyện",  "chấm",        "văn hóa",     "gđvh",      "điểm",
                                      "thang",      "thí sinh",    "sbd",         "tốt nghiệp"};
  const bool scored =
      c.near_any(n.first, sign + 1, kScored, Context::Reach::list) && !c.near_any(n.first, sign + 1, kPrices);
  // Bí thư chi đoàn (2đ), vắng (-5đ): nothing costs so little.
  const std::size_t open = n.first > 1 && c.is_dash(n.first - 1) ? n.first - 2 : n.first - 1;
  const bool in_bracket =
      n.value() <= 10 && n.first > 0 && c.is_mark(open, U'(') && c.is_mark(sign + 1, U')');
  const bool of_table =
      of_matches || scored || in_bracket ||
      ((behind_name || c.near_any(n.first, sign + 1, kTable)) && !c.near_any(n.first, sign + 1, kPrices));
  if (!n.decimal && !of_marks && !of_table) return false;
  say_numeral(draft, n, c);
  draft.say("điểm", c[sign].span());
  draft.rule = "measure.points";
  draft.end = of_questions ? say_per(draft, c, sign + 1, true) : sign + 1;
  return true;
}

bool is_range_of_points(const Context& c, const Quantity& q) {
  // KPI 86,4 - 99,2đ: there are no parts of a đồng, so these are points.
  static constexpr Phrases kPoints = {"điểm", "cộng", "trừ", "ưu tiên", "xét tuyển", "nv", "thi đua"};
  return q.last && q.unit->written == "đ" && q.last->value() <= 100 &&
         ((q.last->decimal && q.last->fraction().size() <= 2) ||
          (!q.last->grouped && c.near_any(q.first.first, q.end, kPoints)));
}

// mạch 140 l/p: beats, not litres.
bool is_per_minute_of_pulse(const Context& c, std::size_t first, std::size_t i) {
  if (!is_written(c, i, "l") || !c.is_mark(i + 1, U'/') ||
      !(is_written(c, i + 2, "p") || is_written(c, i + 2, "ph") || is_written(c, i + 2, "phút")))
    return false;
  static constexpr Phrases kPulse = {"mạch", "m", "nhịp tim", "nhịp thở", "thở", "tim thai", "mmhg"};
  // thở oxy 3 l/ph: litres
  return c.near_any(first, i + 3, kPulse) && !c.preceded_by(first, "oxy");
}

bool read_beats(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = c.skip_blank(n.last);
  if (!is_per_minute_of_pulse(c, n.first, i)) return false;
  say_numeral(draft, n, c);
  draft.say("lần một phút", c.span(i, i + 3));
  draft.rule = "measure.beats";
  draft.end = i + 3;
  return true;
}

bool read_count_of_animals(const Context& c, Draft& draft, const Numeral& n) {
  // tôm thẻ 50c/kg: so many to the kilogram.
  if (is_written(c, n.last, "c") && n.is_integer() && c.is_mark(n.last + 1, U'/') &&
      (c.folded(n.last + 2) == "kg" ||
       (c.text(n.last + 2) == "m" && c.text(n.last + 3) == "2" && n.value() >= 10))) {
    say_counted(draft, c, n, "con", "measure.count");
    draft.end = say_per(draft, c, n.last + 1, true);
    return true;
  }
  // tôm sú 30c 185k: so many to the kilogram, and their price.
  if (is_written(c, n.last, "c") && n.is_integer() && n.value() >= 10 &&
      c.near_any(n.first, n.last + 1,
                 std::array<std::string_view, 6>{"tôm", "tôm sú", "tôm thẻ", "cá", "ttct", "thả"},
                 Context::Reach::list)) {
    return say_counted(draft, c, n, "con", "measure.count");
  }
  return false;
}

bool read_seats(const Context& c, Draft& draft, const Numeral& n) {
  // thuê xe 7c: seats.
  return is_written(c, n.last, "c") && n.is_integer() && c.is_edge(n.last + 1) &&
         contains(kSeats, n.integer()) && c.near_any(n.first, n.last + 1, kVehicles) &&
         say_counted(draft, c, n, "chỗ", "measure.seats");
}

// mua 2c tặng 1c, 40k/3c: pieces of what is sold. They may be bottles, books or hens, so it is a doubt.
bool read_pieces(const Context& c, Draft& draft, const Numeral& n) {
  static constexpr Phrases kSales = {"mua",  "tặng",     "giá",       "bán",      "combo",    "ship",
                                     "sale", "đồng giá", "cùng loại", "thanh lý", "freeship", "k"};
  if (!is_written(c, n.last, "c") || !n.is_integer() || n.value() > 99 || c[n.last].size() != 1 ||
      c.is_mark(n.last + 1, U'/') || !c.near_any(n.first, n.last + 1, kSales))
    return false;
  draft.certainty = Certainty::narrow;
  draft.rival = "code.model";
  return say_counted(draft, c, n, "cái", "measure.pieces");
}

bool tells_of_home(const Context& c, std::size_t first, std::size_t last) {
  static constexpr Phrases kHomes = {"pn",   "phòng ngủ", "sổ hồng", "sổ đỏ", "wc",
                                     "tầng", "bán nhà",   "lầu",     "dt",    "mặt tiền"};
  return c.near_any(first, last, kHomes);
}

bool read_storeys(const Context& c, Draft& draft, const Numeral& n) {
  // bán nhà 3T, 4PN: storeys.
  if (is_written(c, n.last, "T") && n.is_integer() && n.value() <= 9 &&
      (c.preceded_by(n.first, "nhà") || tells_of_home(c, n.first, n.last + 1))) {
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    return say_counted(draft, c, n, "tầng", "measure.storeys");
  }
  return false;
}

}  // namespace loa::normalizer
