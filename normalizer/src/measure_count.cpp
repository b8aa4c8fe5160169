// SPDX-License-Identifier: GPL-3.0-or-later
// Letters behind a number that count: points (8,5đ), beats, animals of a kilogram, seats, storeys.
#include <array>

#include "measure.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr std::string_view kSeats[] = {"4", "5", "7", "9", "16", "24", "29", "30", "34", "35", "45", "47"};
constexpr Phrases kVehicles = {"xe", "thuê xe", "chỗ", "ô tô", "bks", "taxi"};

// A number, and "đ" at `sign`.
struct Points {
  const Numeral& n;
  std::size_t sign = 0;
  bool of_season = false;  // Norris 408đ: of a race's season they are many
};

template <class Words>
bool near(const Context& c, const Points& p, const Words& words,
          Context::Reach reach = Context::Reach::clause) {
  return c.near_any(p.n.first, p.sign + 1, words, reach);
}

// trừ 2đ, đạt 20đ of an examination: nobody takes away or is given so little money.
bool are_marks(const Context& c, const Points& p) {
  static constexpr Phrases kMarks = {"trừ", "cộng", "được", "đạt", "lấy", "chuẩn", "ghi"};
  static constexpr Phrases kMarkNear = {
      "gplx",     "phạt nguội",       "phạt", "điểm", "tổ hợp", "bài thi", "thí sinh",    "môn",
      "bằng lái", "giấy phép lái xe", "trận", "set",  "séc",    "hiệp",    "bóng chuyền", "bóng rổ"};
  return p.n.value() <= 60 && c.preceded_by_any(p.n.first, kMarks) &&
         (near(c, p, kMarkNear) || (p.n.value() <= 12 && c.preceded_by(p.n.first, "trừ")));
}

// 2. CAHN 24đ, NV1 97đ, vắng (-5đ): a sum so small is none where there are tables, marks, faults and no
// prices.
bool are_of_table(const Context& c, const Points& p) {
  static constexpr Phrases kTable = {"sbd", "bxh",     "bảng xếp hạng", "xếp hạng", "vòng",    "clb",
                                     "đội", "hiệu số", "v.league",      "dẫn đầu",  "ngôi đầu"};
  static constexpr Phrases kPrices = {"giá", "tiền", "đồng",   "mua",      "bán",  "phí",     "xăng",
                                      "dầu", "usd",  "tỷ giá", "cổ phiếu", "cước", "tin nhắn"};
  // NV1 97đ, gia đình văn hóa đạt 90đ
  static constexpr Phrases kScored = {"nv",         "nguyện vọng", "đạt",         "xếp loại",  "thi đua",
                                      "điểm chuẩn", "số điểm",     "trúng tuyển", "xét tuyển", "tiêu chí",
                                      "rèn luyện",  "chấm",        "văn hóa",     "gđvh",      "điểm",
                                      "thang",      "thí sinh",    "sbd",         "tốt nghiệp"};
  // Bí thư chi đoàn (2đ), vắng (-5đ): nothing costs so little.
  const std::size_t first = p.n.first;
  const std::size_t open = first > 1 && c.is_dash(first - 1) ? first - 2 : first - 1;
  if (p.n.value() <= 10 && first > 0 && c.is_mark(open, U'(') && c.is_mark(p.sign + 1, U')')) return true;
  const std::size_t name = c.word_before(first);
  const bool behind_name =
      name != Context::npos && c[name].shape != Shape::lower && (p.n.value() < 100 || p.of_season);
  return (near(c, p, kScored, Context::Reach::list) || behind_name || near(c, p, kTable)) &&
         !near(c, p, kPrices);
}

}  // namespace

// 0,25đ; 8,5đ: there are no parts of a đồng, so these are points.
bool read_points(const Context& c, Draft& draft, const Numeral& n) {
  // Bùi Vinh (6 đ): in a bracket behind a name.
  const bool bracketed = n.first > 2 && c.is_mark(n.first - 1, U'(') && c.is_blank(n.first - 2) &&
                         c[n.first - 3].shape == Shape::capitalised && n.value() <= 60;
  Points p{n, n.decimal || bracketed ? c.skip_blank(n.last) : n.last};
  if (!is_written(c, p.sign, "đ") || n.grouped || n.integer().size() > 3 ||
      (n.integer().size() > 2 && n.integer()[0] == '0'))
    return false;
  // Norris 408đ, hơn Verstappen 12đ
  static constexpr Phrases kRacing = {"f1", "chặng", "grand prix", "motogp", "tay đua"};
  p.of_season = near(c, p, kRacing);
  if (n.value() > 100 && !p.of_season) return false;
  const std::size_t behind = p.sign + 1;
  // 15đ/5 trận
  const bool of_matches =
      c.is_mark(behind, U'/') && c.is(behind + 1, TokenKind::number) && c.followed_by(behind + 2, "trận");
  // 0,5đ/câu
  static constexpr Phrases kQuestions = {"câu", "ý", "bài", "phần", "môn", "lần"};
  const bool of_questions = n.decimal && c.is_mark(behind, U'/') && c.followed_by_any(behind + 1, kQuestions);
  if (!of_matches && !of_questions && !c.is_edge(behind) && !c.is_mark(behind, U'.')) return false;
  if (!n.decimal && !of_matches && !are_marks(c, p) && !are_of_table(c, p)) return false;
  say_numeral(draft, n, c);
  draft.say("điểm", c[p.sign].span());
  draft.rule = "measure.points";
  draft.end = of_questions ? say_per(draft, c, behind, true) : behind;
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
