// SPDX-License-Identifier: GPL-3.0-or-later
#include "quantity.h"

#include <string>

#include "abbreviation.h"
#include "loa/base/utf8.h"

namespace loa::normalizer {

namespace {

// Whether what stands behind is counted by the million: token, tham số, lượt xem.
bool counts_by_millions(const Context& c, std::size_t i) {
  static constexpr Phrases kMany = {"token",   "tokens",   "tham số",   "view",  "views",    "lượt",
                                    "follow",  "follower", "followers", "sub",   "subs",     "stream",
                                    "streams", "like",     "likes",     "người", "download", "usd",
                                    "đô",      "tải",      "subscriber"};
  return c.followed_by_any(c.is_mark(i, U'+') ? i + 1 : i, kMany);
}

constexpr std::size_t kMostTokens = 3;  // of a unit

// The first unit written so whose cue holds about the number and it.
const tables::UnitRow* choose_unit(const Context& c, std::string_view written, std::size_t i,
                                   std::size_t end) {
  const std::size_t number = i > 0 && c.is_blank(i - 1) ? i - 1 : i;
  const std::size_t first = number > 0 && c.is(number - 1, TokenKind::number) ? number - 1 : i;
  for (const tables::UnitRow& row : tables::find_units(written))
    if (c.holds(row.cue, first, end)) return &row;
  return nullptr;
}

// Whether the letters at `i`, behind a number, are none for a unit there.
bool is_no_unit(const Context& c, std::size_t i, bool glued) {
  constexpr std::string_view kPaidFor[] = {"viên", "quả", "tháng", "năm", "ngày", "tuần", "phần", "hộ"};
  static constexpr Phrases kSchools = {"thcs", "thpt", "tiểu học", "mầm non",
                                       "mn",   "th",   "ptdtbt",   "mẫu giáo"};
  static constexpr Phrases kClasses = {"lớp", "mầm non", "mn"};
  const Token& token = c[i];
  const bool slash = c.is_mark(i + 1, U'/');
  const bool small_d = token.code == U'đ' && token.letters == 1;
  // 12 đ/c: comrades, no price of something.
  if (small_d && slash && (c.text(i + 2) == "c" || c.text(i + 2) == "tg")) return true;
  // mời 1 đ/diện, 300 h/viên; but 5.000 đ/viên, 20 k/quả are prices.
  if (!glued && token.letters == 1 && slash && !contains(kPaidFor, c.text(i + 2)) &&
      find_cut_word(c, i) != nullptr)
    return true;
  // 14 tr.THCS, 20 tr. tiểu học: schools, no millions.
  if (c.text(i) == "tr" && c.is_mark(i + 1, U'.') && c.followed_by_any(i + 2, kSchools)) return true;
  // lớp 3TA, 4TB: the letters of classes.
  if (glued && c.text(i) == "TB" && c.near_any(i, i + 1, kClasses)) return true;
  // năm 2020 V/v hoàn thuế: what a paper is about, and no volts.
  if (!glued && c.folded(i) == "v" && slash && c.text(i + 2) == "v") return true;
  // đường băng 25L: the left one of two.
  static constexpr Phrases kRunways = {"đường băng", "đường hạ cánh", "đường cất hạ cánh", "đường chc"};
  if (c.text(i) == "L" && i > 0 && c[i - 1].size() == 2 && c.preceded_by_any(i - 1, kRunways)) return true;
  // số 5 đ. Lê Lợi: a road.
  return small_d && !glued && c.is_mark(i + 1, U'.') && i >= 2 && c.preceded_by(i - 2, "số") &&
         c[c.skip_blank(i + 2)].shape == Shape::capitalised;
}

// 22B Lê Lợi, lớp 5A: a capital behind a figure is a letter more often than a byte. `end`: behind the
// capital.
bool is_capital_of_name(const Context& c, std::string_view written, std::size_t end) {
  const Token& after = c[c.skip_blank(end)];
  return (written == "B" && !counts_by_millions(c, end)) ||
         (after.is(TokenKind::word) && after.shape == Shape::capitalised);
}

// 1M token, 671B tham số: millions and thousands of millions, as the trade writes them.
bool is_scale_of_trade(const Context& c, std::size_t i, std::string_view written) {
  static constexpr Phrases kSums = {"usd",     "vốn",      "định giá",  "doanh thu",  "view",
                                    "gọi vốn", "lượt xem", "followers", "thành viên", "người theo dõi"};
  const std::size_t end = i + 1;
  return (written == "M" || written == "B") &&
         (counts_by_millions(c, end) || c.is_mark(end, U'$') || c.is_mark(end, U'\u20AC') ||
          c.is_mark(end, U'\u00A3') || (!c.headline() && c.near_any(i, end, kSums)));
}

// "5 g muối": a small letter alone behind a figure and a blank is a unit as well.
bool is_small_unit(const Context& c, std::size_t i, std::string_view written) {
  static constexpr Phrases kTimes = {"lúc", "từ", "đến", "tới", "khoảng", "vào lúc"};
  const std::size_t end = i + 1;
  if (c[i].letters != 1 || c[i].shape != Shape::lower || (written == "k" && !c.is_mark(end, U'/')) || i < 2 ||
      !c.is(i - 2, TokenKind::number))
    return false;
  // With a full stop it may be a word cut short (tổ 5 p. 3), but not behind 8,1 nor at the end.
  const bool cut_short = c.is_mark(end, U'.') && !c.is(c.skip_blank(end + 1), TokenKind::end) &&
                         !(i >= 3 && c.is_mark(i - 3, U',')) &&
                         !(written == "h" && c.preceded_by_any(i - 2, kTimes));
  if (!cut_short) return true;
  // 500 mg - 1 g.: weights on both sides of a dash
  if (written != "g" || i < 5) return false;
  const std::size_t dash = c.skip_blank_back(i - 3);
  return c.is_dash(dash) && c.text(c.skip_blank_back(dash - 1)) == "mg";
}

// In a headline the units are capitals too: 1,5 M, 500 ĐỒNG/LÍT.
void find_in_small_letters(Unit& unit) {
  std::string small;
  for (std::size_t b = 0; b < unit.written.size();) {
    const utf8::Decoded d = utf8::decode(unit.written, b);
    b += d.size;
    utf8::append(small, to_lower(d.code_point));
  }
  unit.row = tables::find_unit(small);
  if (unit.row == nullptr) unit.currency = tables::find_currency(small);
}

// The rows of the table for the tokens [i, end), by what stands around.
Unit find_unit_at(const Context& c, std::size_t i, std::size_t end, bool glued) {
  Unit unit;
  unit.end = end;
  unit.span = c.span(i, end);
  unit.written = c.text(i, end);
  if (glued && end == i + 1 && is_scale_of_trade(c, i, unit.written)) {
    unit.row = tables::find_unit(unit.written == "M" ? "triệu" : "tỷ");
    return unit;
  }
  unit.currency = tables::find_currency(unit.written);
  if (unit.currency == nullptr) unit.row = choose_unit(c, unit.written, i, end);
  if (unit.row == nullptr && unit.currency == nullptr && c.headline()) find_in_small_letters(unit);
  if (unit.row != nullptr && unit.row->glued_only && !glued && !c.headline() &&
      !(end == i + 1 && is_small_unit(c, i, unit.written))) {
    unit.row = nullptr;
    unit.currency = tables::find_currency(unit.written);
  }
  return unit;
}

}  // namespace

std::optional<Unit> read_unit(const Context& c, std::size_t i, bool glued) {
  const Token& token = c[i];
  if (token.is(TokenKind::end) || token.is(TokenKind::blank) || is_no_unit(c, i, glued)) return std::nullopt;
  // KM2: written in small letters elsewhere
  const std::size_t longest = c.headline() ? kMostTokens : tables::longest_unit(c.text(i));
  // The longest written form first: "km2", "US$", "độ C".
  for (std::size_t n = longest; n >= 1; --n) {
    const std::size_t end = i + n;
    if (end > c.size() || c.is(end - 1, TokenKind::blank)) continue;
    // Nothing may be glued on: no letter, no figure.
    if (c.is(end, TokenKind::word) || c.is(end, TokenKind::number)) continue;
    const bool one = n == 1;
    if (one && token.is(TokenKind::number)) continue;
    const bool capital = one && token.shape == Shape::single_upper;
    if (capital && glued && !c.headline() && is_capital_of_name(c, c.text(i), end)) return std::nullopt;
    // khoản 3 Đ.219, anh Đ.: a capital Đ behind a blank is a letter.
    if (one && token.code == U'Đ' && !glued && !c.headline()) return std::nullopt;
    const Unit unit = find_unit_at(c, i, end, glued);
    if (unit.row == nullptr && unit.currency == nullptr) continue;
    // Vòng 11 V.League, vòng 8 V-League: a capital letter joined on to a word is no unit.
    if (capital && (c.is_mark(end, U'.') || c.is_dash(end)) && c.is(end + 1, TokenKind::word)) continue;
    // A word of some length behind a blank is read by itself.
    if (one && !glued && unit.written != "ha" && unit.written.size() > 2 && token.syllable &&
        (token.shape == Shape::lower || token.shape == Shape::capitalised))
      return std::nullopt;
    return unit;
  }
  return std::nullopt;
}

const tables::UnitRow* find_scale(const Context& c, std::size_t i) {
  const tables::UnitRow* row = c.is(i, TokenKind::word) ? tables::find_unit(c.text(i)) : nullptr;
  return row != nullptr && row->kind == tables::UnitRow::Kind::scale ? row : nullptr;
}

void say_unit(Draft& draft, const Unit& unit, const Context& c) {
  if (unit.currency != nullptr) {
    const tables::CurrencyRow& row = *unit.currency;
    const Style& style = c.style();
    if (row.code == "USD" && style.dollar == Style::Dollar::letters && row.spoken == "đô la") {
      draft.say("u ét đê", unit.span);
      return;
    }
    const bool full =
        (row.code == "USD" && style.dollar == Style::Dollar::do_la_my && row.spoken == "đô la") ||
        (row.code == "VND" && style.dong == Style::Dong::viet_nam_dong && unit.written.size() >= 3 &&
         unit.written != "đồng" && unit.written != "\xE2\x82\xAB");
    draft.say(full && !row.full.empty() ? row.full : row.spoken, unit.span);
    return;
  }
  if (unit.row->apart) draft.mark(',', {unit.span.begin, unit.span.begin});
  draft.say(unit.row->spoken, unit.span);
}

namespace {

// What stands behind a slash, and what it is for. Each function below that says a part of it returns the
// token behind what it has said, or the one that it was asked at where it says nothing.
struct Per {
  std::size_t start = 0;  // what say_per() was asked at: returned where there is nothing to say
  std::size_t slash = 0;
  std::size_t next = 0;  // the first token behind the slash that is no blank
  bool abstract = false;
  const tables::UnitRow* numerator = nullptr;

  [[nodiscard]] std::string_view paid(const Context& c) const {
    return slash > 0 ? c.text(slash - 1) : std::string_view{};
  }
  [[nodiscard]] bool is_physical() const {
    return numerator != nullptr && numerator->kind == tables::UnitRow::Kind::physical;
  }
};

// Whether what stands before the slash is a sum of money.
bool ends_in_money(std::string_view paid) {
  return paid == "k" || paid == "đ" || paid == "đồng" || paid == "nghìn" || paid == "ngàn" ||
         tables::find_currency(paid) != nullptr;
}

// 8 lít/100 km, 10k/4 con: for so many.
std::size_t say_per_number(Draft& draft, const Context& c, const Per& per) {
  const auto n = read_numeral(c, per.next);
  if (!n || c.is_mark(n->last, U'/')) return per.start;
  const auto unit = read_unit(c, c.skip_blank(n->last), !c.is_blank(n->last));
  if (!unit && !c.is(c.skip_blank(n->last), TokenKind::word)) return per.start;
  const std::string_view paid = per.paid(c);
  // 10k/4 con, 4.000đ/20g: the price of so many.
  const bool price = per.abstract && n->value() <= 100 && ends_in_money(paid);
  // 15k/2c: pieces, as measure.pieces has them.
  if (price && !unit && c.text(n->last) == "c" && (c.is_edge(n->last + 1) || c.is_mark(n->last + 1, U'.'))) {
    say_numeral(draft, *n, c);
    draft.say("cái", c[n->last].span());
    draft.certainty = Certainty::narrow;
    draft.rival = "code.model";
    return n->last + 1;
  }
  // 884.520đ/12T: the price of so many months
  if (price && c.text(n->last) == "T" && n->is_integer() && n->value() <= 36) {
    say_numeral(draft, *n, c);
    draft.say("tháng", c[n->last].span());
    return n->last + 1;
  }
  // mưa trên 150mm/3h, không quá 4g/24h: what falls or is taken in that time
  const std::string_view unit_of_time = c.text(c.skip_blank(n->last));
  const bool in_time =
      per.numerator != nullptr && (unit_of_time == "h" || unit_of_time == "giờ" || unit_of_time == "ngày");
  const Span span = c[per.slash].span();
  // 51%/49%: two shares side by side.
  if (paid == "%" && unit && c.is_mark(n->last, U'%'))
    draft.mark(',', span);
  else if (!price)
    draft.say(in_time ? "trong" : "trên", span);
  say_numeral(draft, *n, c);
  if (!unit) return n->last;
  say_unit(draft, *unit, c);
  return unit->end;
}

// lãi 4,7%/n, 100.000đ/ng, 2 lần/ng: words cut to a letter or two, which are units elsewhere.
std::size_t say_per_cut_word(Draft& draft, const Context& c, const Per& per) {
  static constexpr Phrases kDoses = {"uống", "viên", "thuốc", "bôi", "nhỏ mắt", "xịt", "lần"};
  const std::string_view written = c.text(per.next);
  std::string_view word;
  if (per.abstract && written == "n" && c.is_mark(per.slash - 1, U'%'))
    word = "năm";
  else if (per.abstract && written == "ng")  // a person, no nanogram; of a medicine each day
    word = c.near_any(per.slash, per.next + 1, kDoses) ? "ngày" : "người";
  if (word.empty()) return per.next;
  draft.say("một", c[per.slash].span());
  draft.say(word, c[per.next].span());
  return per.next + 1;
}

// 26.350 đồng/USD is a rate; VND/VNĐ are two names of one thing.
std::size_t say_per_currency(Draft& draft, const Context& c, const Per& per, const Unit& unit) {
  const tables::CurrencyRow* paid = tables::find_currency(per.paid(c));
  if (paid == nullptr || paid->code == unit.currency->code) return per.start;
  draft.say("một", c[per.slash].span());
  say_unit(draft, unit, c);
  return unit.end;
}

std::size_t say_per_unit(Draft& draft, const Context& c, const Per& per, const Unit& unit) {
  constexpr std::string_view kTimes[] = {"giờ", "phút", "giây"};
  constexpr std::string_view kVolumes[] = {"l", "ml", "dl", "L", "lít", "mL", "dL"};
  const bool physical = unit.row->kind == tables::UnitRow::Kind::physical;
  // km/giờ and mg/l are physics as km/h is; kg/người counts.
  const bool speed = per.is_physical() && contains(kTimes, unit.written);
  draft.say((physical || speed || contains(kVolumes, unit.written)) && !per.abstract ? "trên" : "một",
            c[per.slash].span());
  const bool plain = c[per.next].shape == Shape::lower && tables::is_syllable(unit.written) &&
                     unit.written != "ha" && unit.row->per.empty();
  if (plain) return per.next;  // the word itself follows
  draft.say(unit.row->per.empty() ? unit.row->spoken : unit.row->per, unit.span);
  // 2 lần/ngày/người
  const std::size_t further = c.skip_blank(unit.end + 1);
  const bool goes_on = c.is(unit.end + 1, TokenKind::word) ||
                       (c.is(further, TokenKind::word) && c[further].shape == Shape::lower && per.abstract);
  return c.is_mark(unit.end, U'/') && goes_on && !parts_amounts(c, unit.end) && draft.items().size() < 64
             ? say_per(draft, c, unit.end, per.abstract)
             : unit.end;
}

// Capitals that are no unit: triệu đồng/CBGV.
std::size_t say_per_capitals(Draft& draft, const Context& c, const Per& per) {
  // 2.4GHz/BT 5.3: two things side by side.
  if (per.numerator != nullptr && (per.numerator->written.ends_with("Hz") || per.numerator->written == "W" ||
                                   per.numerator->written == "V" || per.numerator->written == "mAh"))
    return per.start;
  // GRDP 34.098 tỷ đồng/GRDP đầu người 53,9 triệu đồng: the next item of a list.
  constexpr std::string_view kItems[] = {"GRDP", "GDP", "GNI", "CPI", "FDI"};
  if (contains(kItems, c.text(per.next))) return per.start;
  draft.say("một", c[per.slash].span());
  return per.next;
}

// A word that is no unit: 40 em/lớp.
std::size_t say_per_word(Draft& draft, const Context& c, const Per& per) {
  const Span span = c[per.slash].span();
  // 0,1%/tổng dư nợ: a share of a sum.
  if (c.folded(per.next) == "tổng" || c.folded(per.next) == "thang") {
    draft.say("trên", span);
    return per.next;
  }
  draft.say("một", span);
  const tables::UnitRow* row = c.text(per.next) == "ha" ? tables::find_unit("ha") : nullptr;
  if (row == nullptr) return per.next;
  draft.say(row->spoken, c[per.next].span());
  return per.next + 1;
}

}  // namespace

bool parts_amounts(const Context& c, std::size_t slash) {
  if (slash < 2 || !c.is_mark(slash - 2, U'/')) return false;
  const std::string_view left = c.text(slash - 1);
  const std::string_view right = c.text(slash + 1);
  return (left == "lít" && right == "kg") || (left == "kg" && right == "lít");
}

std::size_t say_per(Draft& draft, const Context& c, std::size_t i, bool abstract,
                    const tables::UnitRow* numerator) {
  const std::size_t slash = c.is_blank(i) && c.is_mark(i + 1, U'/') ? i + 1 : i;
  if (!c.is_mark(slash, U'/')) return i;
  const Per per{i, slash, c.skip_blank(slash + 1), abstract, numerator};
  if (c.is(per.next, TokenKind::number)) return say_per_number(draft, c, per);
  if (!c.is(per.next, TokenKind::word)) return i;
  if (const std::size_t end = say_per_cut_word(draft, c, per); end != per.next) return end;
  const auto unit = read_unit(c, per.next, true);
  if (unit && unit->currency != nullptr) return say_per_currency(draft, c, per, *unit);
  if (unit && unit->row != nullptr) return say_per_unit(draft, c, per, *unit);
  const Shape shape = c[per.next].shape;
  if (shape == Shape::upper || shape == Shape::single_upper) return say_per_capitals(draft, c, per);
  return shape == Shape::lower ? say_per_word(draft, c, per) : i;
}

}  // namespace loa::normalizer
