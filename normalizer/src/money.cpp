// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include "date.h"
#include "letters.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {

namespace {

// EUR/USD, USD/JPY, BTC/USDT: a pair that is traded, one for the other.
bool recognise_pair(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i + 1, U'/') || c[i].shape != Shape::upper || c[i + 2].shape != Shape::upper ||
      !c.is(i + 2, TokenKind::word) || c[i].letters < 3 || c[i + 2].letters < 3)
    return false;
  if (c.is(i + 3, TokenKind::word) || c.is(i + 3, TokenKind::number) || c.is_mark(i + 3, U'/')) return false;
  if (i > 0 && (!c.is_edge(i - 1) || c.is(c.skip_blank_back(i - 1), TokenKind::number))) return false;
  std::size_t coins = 0;
  for (const std::size_t at : {i, i + 2}) {
    if (tables::find_currency(c.text(at)) != nullptr) continue;
    if (!tables::is_in(tables::List::coin, c.text(at))) return false;
    ++coins;
  }
  if (c.text(i) == "VND" || c.text(i) == "VNĐ") return false;
  for (const std::size_t at : {i, i + 2}) {
    const tables::CurrencyRow* row = tables::find_currency(c.text(at));
    if (row != nullptr)
      draft.say(row->spoken, c[at].span());
    else
      say_letters(draft, c.text(at), LetterUse::abbreviation, c, c[at].span());
    if (at == i) draft.say("trên", c[i + 1].span());
  }
  return draft.accept(SemioticClass::money, "money.pair", i + 3);
}

// A currency that may stand before its sum: $, US$, USD, VND.
std::optional<Unit> read_sign(const Context& c, std::size_t i) {
  for (std::size_t n = 2; n >= 1; --n) {
    if (i + n > c.size() || c.is_blank(i + n - 1)) continue;
    const tables::CurrencyRow* row = tables::find_currency(c.text(i, i + n));
    if (row == nullptr || !row->before) continue;
    Unit unit;
    unit.written = c.text(i, i + n);
    unit.currency = row;
    unit.end = i + n;
    unit.span = c.span(i, i + n);
    return unit;
  }
  return std::nullopt;
}

// PHP 8.5, đông máu, INR 2,3: the language of programmers, the ratio of a clinic.
bool names_other_thing(const Context& c, const Unit& unit) {
  static constexpr Phrases kIndia = {"rupi", "rupee", "ấn độ"};
  const std::size_t i = c.here();
  return (unit.written == "PHP" && c.is(i + 2, TokenKind::number) && c[i + 2].size() == 1) ||
         (unit.written == "INR" && !c.near_any(i, unit.end, kIndia));
}

// niêm yết USD mua 26.132, EUR 29.860 - 31.434: rates of the currency, no sums of it. lãi suất VND 5,8%/năm:
// a rate in that currency.
bool is_rate(const Context& c, const Unit& unit, bool word, const Numeral& first) {
  static constexpr Phrases kRates = {"niêm yết", "tỷ giá", "tỉ giá", "mua vào", "bán ra"};
  const std::size_t i = c.here();
  return c.is_mark(c.skip_blank(first.last), U'%') ||
         (unit.currency->code != "VND" && word && (first.grouped || first.decimal) && c[i].letters == 3 &&
          c.near_any(i, first.last, kRates));
}

// Tỷ giá USD 5/12 giảm: a day stands behind the currency.
bool begins_day(const Context& c, const Numeral& n) {
  const auto day = read_figures(c, n.first, 2);
  const auto month = c.is_mark(n.last, U'/') ? read_figures(c, n.last + 1, 2) : std::nullopt;
  return day && month && is_day_of_month(*day) && is_month(*month);
}

// Tỷ giá USD 21-11: what falls is a day, and no range of sums.
bool begins_day_by_dash(const Context& c, const Numeral& first) {
  if (!first.is_integer() || first.grouped || !c.is_dash(first.last)) return false;
  const auto day = read_figures(c, first.first, 2);
  const auto month = read_figures(c, first.last + 1, 2);
  if (!day || !month || !is_day_of_month(*day) || !is_month(*month)) return false;
  if (month->value < day->value) return true;
  // Giá USD 10-11: no sum has a price.
  static constexpr Phrases kPrices = {"giá"};
  return month->digits.size() == 2 && c.preceded_by_any(c.here(), kPrices);
}

// USD 26.100 - 26.400 đồng: what one of them costs.
bool is_priced_in_dong(const Context& c, const Unit& unit, const Numeral& first) {
  if (unit.currency->code == "VND") return false;
  std::size_t end = first.last;
  const std::size_t dash = c.skip_blank(end);
  if (const auto last = c.is_dash(dash) ? read_numeral(c, c.skip_blank(dash + 1)) : std::nullopt)
    end = last->last;
  static constexpr Phrases kDong = {"đồng", "vnd", "vnđ"};
  return c.followed_by_any(end, kDong);
}

// $88,500: behind the dollar's sign a comma with three figures groups them, as the English write.
bool groups_as_english(const Context& c, const Numeral& n) {
  return n.decimal && n.fraction().size() == 3 && n.integer() != "0" && c.is_mark(n.last - 2, U',') &&
         find_scale(c, c.skip_blank(n.last)) == nullptr;
}

// The number, and the second one of a range. Returns their end.
std::size_t say_amount(const Context& c, Draft& draft, const Unit& unit, const Numeral& first) {
  if (groups_as_english(c, first)) {
    std::string figures(first.integer());
    figures += first.fraction();
    say_cardinal(draft, figures, c.style(), first.span);
  } else {
    say_numeral(draft, first, c);
  }
  const std::size_t dash = c.skip_blank(first.last);
  if (!c.is_dash(dash)) return first.last;
  std::size_t next = c.skip_blank(dash + 1);
  if (c.text(next) == unit.written) ++next;
  const auto last = read_numeral(c, next);
  if (!last) return first.last;
  draft.say("đến", c[dash].span());
  say_numeral(draft, *last, c);
  return last->last;
}

// The scale behind the amount, which ends at `end`: triệu, nghìn tỷ, $2.5 bn, $5M. Returns its end.
std::size_t say_scale(const Context& c, Draft& draft, std::size_t end) {
  const std::size_t scale = c.skip_blank(end);
  const std::string_view written = c.text(scale);
  const tables::UnitRow* row = find_scale(c, scale);
  if (row != nullptr && !(row->glued_only && scale != end) && !c.is(scale + 1, TokenKind::number)) {
    draft.say(row->spoken, c[scale].span());
    // $2,8 nghìn tỷ
    const std::size_t more = c.skip_blank(scale + 1);
    if (c.text(more) != "tỷ" && c.text(more) != "tỉ") return scale + 1;
    draft.say("tỷ", c[more].span());
    return more + 1;
  }
  const bool glued = scale == end;
  const bool billion = written == "bn" || (glued && written == "B");
  const bool million = glued ? written == "M" || written == "m" : written == "mn";
  if (!billion && !million) return end;
  draft.say(billion ? "tỷ" : "triệu", c[scale].span());
  return scale + 1;
}

}  // namespace

// $20, US$50, USD 20, $1,299.99, $5 triệu: the sign stands first and is said last.
// The other order is a quantity like any: measure.cpp.
bool recognise_money(const Context& c, Draft& draft) {
  static constexpr Phrases kScales = {"triệu", "tỷ", "tỉ", "nghìn"};
  const std::size_t i = c.here();
  if (c.is(i, TokenKind::word) && recognise_pair(c, draft)) return true;
  draft.reset();
  const auto unit = read_sign(c, i);
  if (!unit || names_other_thing(c, *unit)) return false;
  const bool word = c.is(i, TokenKind::word) && unit->end == i + 1;
  // 5 triệu tỷ đồng VND: the code behind its name
  if (word && unit->currency->code == "VND" && c.preceded_by(i, "đồng"))
    return draft.accept(SemioticClass::silent, "silent.currency", unit->end);
  if (word && !c.is_blank(unit->end) && !c.is(unit->end, TokenKind::number)) return false;
  // "5 USD 20 …": a currency behind a number belongs to that number.
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  if (word && (c.is(before, TokenKind::number) || c.preceded_by_any(i, kScales))) return false;
  const auto first = read_numeral(c, c.skip_blank(unit->end));
  if (!first || is_rate(c, *unit, word, *first) || (word && begins_day(c, *first))) return false;
  if (word && (begins_day_by_dash(c, *first) || is_priced_in_dong(c, *unit, *first))) return false;
  const std::size_t end = say_scale(c, draft, say_amount(c, draft, *unit, *first));
  say_unit(draft, *unit, c);
  return draft.accept(SemioticClass::money, "money.sign-first", say_per(draft, c, end, true));
}

}  // namespace loa::normalizer
