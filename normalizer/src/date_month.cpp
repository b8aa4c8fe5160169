// SPDX-License-Identifier: GPL-3.0-or-later
// Months, quarters and weeks of a year: 8/2025, quý 3/2021, Q4/2025, tuần 47/2025.
#include <optional>
#include <string_view>

#include "date.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool is_document_before(const Context& c, std::size_t i) {
  for (const std::string_view word : {"số", "nghị định", "thông tư", "quyết định", "nghị quyết", "luật",
                                      "chỉ thị", "công văn", "hiệu", "lệnh"})
    if (c.preceded_by(i, word)) return true;
  return false;
}

}  // namespace

// tuần 47/2025, tuần giao dịch thứ 27/2025
bool recognise_week_of_year(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto week = read_figures(c, i, 2);
  if (!week || week->value < 1 || week->value > 53 || !c.is_mark(i + 1, U'/')) return false;
  const auto year = read_figures(c, i + 2, 4);
  if (!year || !is_year(*year) || !ends_here(c, i + 3)) return false;
  if (!c.preceded_by(i, "tuần") && !(c.preceded_by(i, "thứ") && c.near(i, i + 3, "tuần"))) return false;
  say_cardinal(draft, week->value, c.style(), week->span);
  say_year(draft, c, *year);
  draft.rule = "date.week-year";
  draft.end = i + 3;
  return true;
}

// từ 11 - 2013 đến 7 - 2015
bool recognise_month_and_year_apart(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto month = read_figures(c, i, 2);
  if (!month || !is_month(*month) || !c.is_blank(i + 1) || !c.is_dash(i + 2) || !c.is_blank(i + 3))
    return false;
  const auto year = read_figures(c, i + 4, 4);
  if (!year || !is_recent_year(*year) || !ends_here(c, i + 5)) return false;
  const bool in_month = c.preceded_by(i, "tháng");
  if (!in_month && !c.preceded_by(i, "từ") && !c.preceded_by(i, "đến")) return false;
  if (!in_month) draft.say("tháng", month->span);
  say_month_number(draft, c, *month);
  say_year(draft, c, *year);
  draft.rule = "date.month-year";
  draft.end = i + 5;
  return true;
}

namespace {

// A month and a year with a sign between, or two months of one: 3/2025, tháng 1-3/2021, quý 2/2025.
struct MonthYear {
  Figures month;
  std::optional<Figures> last;
  Figures year;
  std::size_t sign = 0;        // token between month and year
  bool after_month = false;    // behind the word tháng
  bool after_quarter = false;  // behind quý, đợt, học kỳ: no month, but counted as one
};

std::optional<MonthYear> read_month_year(const Context& c, std::size_t i) {
  // đợt 2/2025, học kỳ 1/2025 count as quarters do.
  static constexpr Phrases kQuarters = {"quý", "đợt", "học kỳ", "vòng", "lần", "phiên"};
  static constexpr Phrases kTerms = {"kỳ hạn", "kì hạn", "kỳ giao", "giao hàng"};
  const auto month = read_figures(c, i, 2);
  if (!month || !is_month(*month) || !(is_date_sign(c, i + 1) || c.is_dash(c.skip_blank(i + 1))))
    return std::nullopt;
  MonthYear d{*month, {}, {}, i + 1, c.preceded_by(i, "tháng"), c.preceded_by_any(i, kQuarters)};
  if (const std::size_t dash = c.skip_blank(d.sign); c.is_dash(dash) && (d.after_month || d.after_quarter)) {
    d.last = read_figures(c, c.skip_blank(dash + 1), 2);
    if (d.last && !is_month(*d.last)) return std::nullopt;
    if (d.last) d.sign = d.last->token + 1;
  }
  const auto year = read_figures(c, d.sign + 1, 4);
  if (!is_date_sign(c, d.sign) || !year) return std::nullopt;
  d.year = *year;
  // giao tháng 3/26, kỳ hạn 11/25: no month has a name above twelve, so it is the year.
  const bool quarter = c.preceded_by(i, "quý") && month->value <= 4;  // quý 3/25
  const bool cut = (d.after_month || quarter || c.preceded_by_any(i, kTerms)) && year->digits.size() == 2 &&
                   year->value >= 13 && year->value <= 40 && c.is_mark(d.sign, U'/') &&
                   ends_here(c, d.sign + 2);
  if (cut)
    d.year.value += 2000;
  else if (!is_year(*year))
    return std::nullopt;
  return d;
}

// 3/2021-8/2023: months of two years.
bool read_months_of_years(const Context& c, Draft& draft, const MonthYear& d) {
  if (d.last || d.after_quarter || !(c.is_mark(d.sign, U'/') || c.is_mark(d.sign, U'.'))) return false;
  const std::size_t dash = c.skip_blank(d.sign + 2);
  const std::size_t to = c.skip_blank(dash + 1);
  const auto month = c.is_dash(dash) ? read_figures(c, to, 2) : std::nullopt;
  if (!month || !is_month(*month) || !c.is_mark(to + 1, c[d.sign].code)) return false;
  const auto year = read_figures(c, to + 2, 4);
  if (!year || !is_year(*year) || !ends_here(c, to + 3) || year->value < d.year.value) return false;
  if (d.after_month)
    say_month_number(draft, c, d.month);
  else
    say_month(draft, c, d.month);
  say_year(draft, c, d.year);
  draft.say("đến", c[dash].span());
  say_month(draft, c, *month);
  say_year(draft, c, *year);
  return draft.accept(SemioticClass::date, "date.month-range", to + 3);
}

// Whether the figures are something else: 10.2024 without a word of time, a scale, a share, a document.
bool is_no_month(const Context& c, const MonthYear& d) {
  static constexpr Phrases kTimes = {"từ",   "đến", "trước", "sau", "vào",
                                     "cuối", "đầu", "hồi",   "hết", "kể từ"};
  static constexpr Phrases kScales = {"hoạch", "đồ", "lệ", "qh"};
  static constexpr Phrases kMaps = {"quy hoạch", "bản đồ",    "tỷ lệ", "tỉ lệ", "đo đạc",
                                    "trích đo",  "trích lục", "đồ án", "qhpk",  "qhc",
                                    "qhct",      "qhxd",      "bđđc",  "bđ"};
  const std::size_t i = d.month.token;
  const std::size_t end = d.sign + 2;
  // từ 10.2024: with a dot only where a word says that a time comes.
  if (c.is_mark(d.sign, U'.') && !d.after_month && !c.preceded_by(i, "quý") &&
      !(c.preceded_by(i, "và") && c.near(i, end, "tháng")) &&
      !(is_recent_year(d.year) && c.preceded_by_any(i, kTimes)))
    return true;
  // 1/2000, 1/500 are scales of plans and maps.
  if (d.month.value == 1 && d.year.value % 500 == 0 &&
      (c.preceded_by_any(i, kScales) || (!d.after_month && c.near_any(i, end, kMaps))))
    return true;
  if (!d.after_month && !d.after_quarter) {
    // chỉ 3/1000 người, xác suất 1/1200: no news of those years.
    if (c.is_mark(d.sign, U'/') && (d.year.value < 1800 || d.year.value > 2200)) return true;
    if (is_document_before(c, i)) return true;
  }
  return c.is_mark(end, U'/') && !c.is_edge(end + 1);
}

}  // namespace

// 8/2025, tháng 12-2024, quý 3/2021, tháng 6-8/2025
bool recognise_month_year(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto d = read_month_year(c, i);
  if (!d) return false;
  if (read_months_of_years(c, draft, *d)) return true;
  if (!ends_here(c, d->sign + 2) || is_no_month(c, *d)) return false;
  const auto say = [&](const Figures& n) {
    if (d->after_quarter)
      say_cardinal(draft, n.value, c.style(), n.span);
    else
      say_month_number(draft, c, n);
  };
  if (!d->after_month && !d->after_quarter) draft.say("tháng", d->month.span);
  say(d->month);
  if (d->last) {
    // tháng 1-3/2021: "đến ba năm" would be heard as three years.
    draft.say(d->after_month ? "đến tháng" : c.preceded_by(i, "quý") ? "đến quý" : "đến", c[i + 1].span());
    say(*d->last);
  }
  say_year(draft, c, d->year);
  return draft.accept(SemioticClass::date, d->after_quarter ? "date.quarter-year" : "date.month-year",
                      d->sign + 2);
}

// "/2025" behind a quarter or a count of months: quý II/2025, quý II – 2009, 6 tháng/2025.
bool recognise_slash_year(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i == 0 || (!c.is_mark(i, U'/') && !c.is_dash(i))) return false;
  const bool loose = c.is_dash(i) && (c.is_blank(i - 1) || c.is_blank(i + 1));
  const std::size_t at = loose ? c.skip_blank(i + 1) : i + 1;
  const std::size_t before = loose ? c.skip_blank_back(i - 1) : i - 1;
  const auto year = read_figures(c, at, 4);
  // quý III/25: a quarter has no other fellow of two figures.
  const bool cut = year && year->digits.size() == 2 && year->value >= 20 && year->value <= 40 && !loose &&
                   c.preceded_by(before, "quý") && ends_here(c, at + 1);
  if (!year || !(is_year(*year) || cut) || !c.is(before, TokenKind::word)) return false;
  const Folded word = c.folded(before);
  static constexpr Phrases kTimes = {"quý", "kỳ", "kỳ họp", "đợt", "học kỳ"};
  const bool quarter =
      c.preceded_by_any(before, kTimes) || (!loose && (word == "tháng" || word == "năm" || word == "quý"));
  if (!quarter) return false;
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.slash-year";
  say_year(draft, c, *year);
  draft.end = at + 1;
  return true;
}

namespace {

std::optional<Figures> quarter_at(const Context& c, std::size_t i) {
  const auto n = c.text(i) == "Q" ? read_figures(c, i + 1, 1) : std::nullopt;
  return n && n->value >= 1 && n->value <= 4 ? n : std::nullopt;
}

void say_quarter(Draft& draft, const Context& c, std::size_t i, std::string_view word,
                 const Figures& quarter) {
  draft.say(word, c[i].span());
  say_cardinal(draft, quarter.value, c.style(), quarter.span);
}

// hết Q1/26, cân đo Q4: behind what is told of a quarter; a district has its name or number in an address.
bool read_quarter_told(const Context& c, Draft& draft, const Figures& quarter) {
  static constexpr Phrases kTold = {"hết",   "trong",    "cuối",    "đầu",     "từ",      "đến",
                                    "sang",  "cân đo",   "kết quả", "số liệu", "báo cáo", "phí",
                                    "quỹ",   "kế hoạch", "thu",     "nộp",     "chi",     "tiền",
                                    "lương", "tháng",    "bằng",    "so với",  "thuế"};
  // Lợi nhuận ròng Q3/22
  static constexpr Phrases kBusiness = {"lợi nhuận", "doanh thu",   "svck", "lnst",
                                        "ln",        "tăng trưởng", "eps",  "cùng kỳ"};
  const std::size_t i = c.here();
  const bool slash = c.is_mark(i + 2, U'/');
  const auto year = slash ? read_figures(c, i + 3, 2) : std::nullopt;
  const bool told = c.preceded_by_any(i, kTold) || (year && c.near_any(i, i + 4, kBusiness));
  if (!told || c.near(i, i + 2, "quận")) return false;
  const bool of_year =
      year && year->digits.size() == 2 && year->value >= 20 && year->value <= 35 && !c.is_mark(i + 4, U'/');
  const std::size_t end = of_year ? i + 4 : i + 2;
  if ((slash && !of_year) || c.is_dash(end) || c.is(end, TokenKind::word)) return false;
  draft.certainty = of_year ? Certainty::sure : Certainty::narrow;
  say_quarter(draft, c, i, "quý", quarter);
  if (of_year) say_year(draft, c, *year);
  return draft.accept(SemioticClass::date, "date.quarter", end);
}

// Q2-Q4/2026
bool read_quarters(const Context& c, Draft& draft, const Figures& first, const Figures& last) {
  const std::size_t i = c.here();
  const auto year = c.is_mark(i + 5, U'/') ? read_figures(c, i + 6, 4) : std::nullopt;
  if (last.value <= first.value || (year && !is_year(*year))) return false;
  say_quarter(draft, c, i, "quý", first);
  say_quarter(draft, c, i + 3, "đến quý", last);
  if (year) say_year(draft, c, *year);
  return draft.accept(SemioticClass::date, "date.quarter-year", year ? i + 7 : i + 5);
}

}  // namespace

// Q4/2025
bool recognise_quarter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto quarter = quarter_at(c, i);
  if (!quarter) return false;
  if (read_quarter_told(c, draft, *quarter)) return true;
  const bool dash = c.is_dash(i + 2);
  if (const auto last = dash ? quarter_at(c, i + 3) : std::nullopt; last)
    return read_quarters(c, draft, *quarter, *last);
  const auto year = dash || c.is_mark(i + 2, U'/') ? read_figures(c, i + 3, 4) : std::nullopt;
  if (!year || !is_year(*year)) return false;
  say_quarter(draft, c, i, "quý", *quarter);
  say_year(draft, c, *year);
  return draft.accept(SemioticClass::date, "date.quarter-year", i + 4);
}

}  // namespace loa::normalizer
