// SPDX-License-Identifier: GPL-3.0-or-later
// Quarters, months and days of the lunar new year that are named by a letter: Q3, 9T, M6.
#include <string_view>

#include "code.h"
#include "date.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {

// Đơn hàng Q4, lợi nhuận Q3: a quarter where results are told.
bool recognise_bare_quarter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if ((c.text(i) != "Q" && c.text(i) != "q") || !c.is(i + 1, TokenKind::number)) return false;
  const auto n = read_figures(c, i + 1, 1);
  if (!n || n->value < 1 || n->value > 4 || !(c.is_edge(i + 2) || c.is_mark(i + 2, U'.'))) return false;
  static constexpr Phrases kResults = {"đáo hạn",
                                       "phát hành",
                                       "trái phiếu",
                                       "doanh thu",
                                       "lợi nhuận",
                                       "lnst",
                                       "lntt",
                                       "đơn hàng",
                                       "tăng trưởng",
                                       "gdp",
                                       "kết quả kinh doanh",
                                       "bctc",
                                       "cùng kỳ",
                                       "kinh doanh",
                                       "nộp",
                                       "thu phí",
                                       "phí",
                                       "thuế"};
  if (!c.near_any(i, i + 2, kResults)) return false;
  // Audi Q3, mẫu Q5
  static constexpr Phrases kCars = {"audi", "mẫu", "xe", "chiếc", "infiniti", "dòng"};
  if (c.preceded_by_any(i, kCars) || c.near(i, i + 2, "audi")) return false;
  draft.say("quý", c[i].span());
  say_cardinal(draft, n->value, c.style(), n->span);
  return draft.accept(SemioticClass::date, "date.quarter", i + 2);
}

// nghỉ tết đến hết M6, M1, M2: the first days of a lunar month, where the new year is spoken of.
bool recognise_early_day(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "M" || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2 ||
      (!c.is_edge(i + 2) && !c.is_dash(i + 2) && !c.is_mark(i + 2, U'.')))
    return false;
  const auto n = read_figures(c, i + 1, 2);
  static constexpr Phrases kNewYear = {"tết", "mùng", "giao thừa", "chạp", "nguyên đán", "tháng giêng"};
  static constexpr Phrases kDoses = {"tiêm", "mũi", "vắc xin", "vaccine", "vx", "vnnb", "liều", "sởi"};
  // M1, M2: the next of a list.
  const std::size_t before = i < 4 ? Context::npos : c.skip_blank_back(i - 1);
  const bool listed = (c.is_mark(before, U',') || c.is_dash(before)) && c.is(before - 1, TokenKind::number) &&
                      c.text(before - 2) == "M" && !c.near_any(i, i + 2, kDoses);
  if (!n || n->value < 1 || n->value > 10 ||
      (!listed && !c.near_any(i, i + 2, kNewYear, Context::Reach::list)))
    return false;
  draft.say("mùng", c[i].span());
  say_cardinal(draft, n->value, c.style(), n->span);
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.early-day";
  draft.end = i + 2;
  const std::size_t dash = c.skip_blank(draft.end);
  if (c.is_dash(dash) && c.text(c.skip_blank(dash + 1)) == "M") {
    draft.say("đến", c[dash].span());
    draft.end = c.skip_blank(dash + 1);
  }
  return true;
}

namespace {

// LN ròng 9T22: the year in two figures behind the letter, where business is told.
bool is_short_year(const Context& c, const Figures& months, const Figures& year) {
  static constexpr Phrases kBusiness = {"lợi nhuận", "doanh thu",   "svck",   "lnst",
                                        "ln",        "tăng trưởng", "cùng kỳ"};
  return months.value <= 12 && year.token == months.token + 2 && year.digits.size() == 2 &&
         year.value >= 15 && year.value <= 40 && c.near_any(months.token, year.token, kBusiness);
}

// kỳ hạn 12T, gói cước 6T
bool is_term(const Context& c, const Figures& months) {
  static constexpr Phrases kTerm = {"ân hạn",    "cho vay",   "ls",         "kỳ hạn",   "lãi suất",
                                    "tiền gửi",  "tiết kiệm", "gói cước",   "internet", "wifi",
                                    "trả trước", "cước",      "đóng trước", "vnpt",     "viettel",
                                    "fpt",       "bhxh",      "chậm đóng",  "bảo hành", "hđ",
                                    "hợp đồng",  "vsmt",      "bhyt",       "đã nộp",   "được giảm"};
  const std::size_t i = months.token;
  return c.near_any(i, i + 2, kTerm) || c.preceded_by(i, "cọc");
}

// The rate of a term, or a sum, behind 6T and 12T trở lên.
std::optional<Numeral> read_rate(const Context& c, std::size_t i) {
  const bool onwards = c.followed_by(i + 2, "trở lên") || c.followed_by(i + 2, "trở xuống");
  const std::size_t behind = onwards ? i + 6 : i + 2;
  return c.is_blank(behind) ? read_numeral(c, behind + 1) : std::nullopt;
}

// 6T 4,8%, 12T trở lên 5,5%: a term and its rate, in a list of such; LNST 9T 2 tỷ.
bool is_rated(const Context& c, std::size_t i, const Numeral& rate) {
  constexpr std::string_view kTerms[] = {"1", "2", "3", "6", "9", "12", "13", "18", "24", "36"};
  static constexpr Phrases kProfits = {"lnst", "lntt", "doanh thu", "lợi nhuận"};
  static constexpr Phrases kBillions = {"tỷ", "tỉ"};
  if (!contains(kTerms, c.text(i))) return false;
  return c.is_mark(c.skip_blank(rate.last), U'%') ||
         (c.followed_by_any(rate.last, kBillions) && c.near_any(i, rate.last, kProfits));
}

// lãi 9T 120 tỷ
bool is_profit(const Context& c, const Figures& months, const Numeral& sum) {
  static constexpr Phrases kScales = {"tỷ", "tỉ", "triệu"};
  return months.value <= 12 && c.preceded_by(months.token, "lãi") && c.followed_by_any(sum.last, kScales);
}

// GRDP 9T tăng 9%, thu NSNN 11T ước đạt: so many months of the year.
bool is_of_growth(const Context& c, const Figures& months) {
  static constexpr Phrases kGoesOn = {"tăng", "giảm", "ước", "đạt", "đầu năm", "cuối năm", "qua", "năm"};
  static constexpr Phrases kSums = {"grdp",   "gdp",       "iip",       "xk",      "nk",        "cpi",
                                    "fdi",    "nsnn",      "lợi nhuận", "lnst",    "doanh thu", "kim ngạch",
                                    "thu",    "ngân sách", "kết quả",   "xnk",     "lntt",      "sản lượng",
                                    "lũy kế", "số liệu",   "tình hình", "báo cáo", "ktxh",      "xh",
                                    "qpan",   "an",        "hđnd",      "cchc",    "nhiệm vụ"};
  const std::size_t i = months.token;
  return is_month(months) &&
         (c.preceded_by_any(i, kSums) || c.followed_by_any(i + 2, kGoesOn) ||
          (c.is_mark(i + 2, U':') && c.near_any(i, i + 2, kSums))) &&
         !c.near(i, i + 2, "xe") && !c.near(i, i + 2, "tải");
}

}  // namespace

// 10T/2025, 10T2025: so many months of a year; kỳ hạn 12T.
bool recognise_months(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i + 1) != "T" || c[i].size() > 2) return false;
  const auto n = read_figures(c, i, 2);
  const std::size_t at = c.is_mark(i + 2, U'/') ? i + 3 : i + 2;
  const auto year = read_figures(c, at, 4);
  if (year && is_short_year(c, *n, *year)) {
    say_cardinal(draft, n->value, c.style(), n->span);
    draft.say("tháng", c[i + 1].span());
    say_year(draft, c, *year);
    return draft.accept(SemioticClass::date, "date.months", at + 1);
  }
  const bool of_year = n->value <= 12 && year && is_recent_year(*year);
  const auto rate = read_rate(c, i);
  const bool rated = rate && is_rated(c, i, *rate);
  if (!of_year && !rated && !(rate && is_profit(c, *n, *rate)) &&
      !(!c.is(at, TokenKind::number) && is_term(c, *n)) && !is_of_growth(c, *n))
    return false;
  say_cardinal(draft, n->value, c.style(), n->span);
  draft.say("tháng", c[i + 1].span());
  if (rated) draft.light_pause();  // 12T 5,6%: not heard as month five
  if (of_year) {
    draft.say("năm", year->span);
    say_cardinal(draft, year->value, c.style(), year->span);
  }
  return draft.accept(SemioticClass::date, "date.months", of_year ? at + 1 : i + 2);
}

}  // namespace loa::normalizer
