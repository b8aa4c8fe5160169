// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

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

}  // namespace

// $20, US$50, USD 20, $1,299.99, $5 triệu: the sign stands first and is said last.
// The other order is a quantity like any: measure.cpp.
bool recognise_money(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.is(i, TokenKind::word) && recognise_pair(c, draft)) return true;
  draft.reset();
  Unit unit;
  for (std::size_t n = 2; n >= 1 && unit.currency == nullptr; --n) {
    if (i + n > c.size() || c.is_blank(i + n - 1)) continue;
    unit.written = c.text(i, i + n);
    const tables::CurrencyRow* row = tables::find_currency(unit.written);
    if (row == nullptr || !row->before) continue;
    unit.currency = row;
    unit.end = i + n;
    unit.span = c.span(i, i + n);
  }
  if (unit.currency == nullptr) return false;
  const bool word = c.is(i, TokenKind::word) && unit.end == i + 1;
  // PHP 8.5: the language of programmers.
  if (unit.written == "PHP" && c.is(i + 2, TokenKind::number) && c[i + 2].size() == 1) return false;
  // 5 triệu tỷ đồng VND: the code behind its name
  if (word && unit.currency->code == "VND" && c.preceded_by(i, "đồng"))
    return draft.accept(SemioticClass::silent, "silent.currency", unit.end);
  if (word && !c.is_blank(unit.end) && !c.is(unit.end, TokenKind::number)) return false;
  // "5 USD 20 …": a currency behind a number belongs to that number.
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  if (word && (c.is(before, TokenKind::number) || c.preceded_by(i, "triệu") || c.preceded_by(i, "tỷ") ||
               c.preceded_by(i, "tỉ") || c.preceded_by(i, "nghìn")))
    return false;
  // đông máu, INR 2,3: the clinic's ratio.
  if (unit.written == "INR" && !c.near(i, unit.end, "rupi") && !c.near(i, unit.end, "rupee") &&
      !c.near(i, unit.end, "ấn độ"))
    return false;
  const auto first = read_numeral(c, c.skip_blank(unit.end));
  if (!first) return false;
  // lãi suất VND 5,8%/năm: a rate in that currency, no sum of it.
  if (c.is_mark(c.skip_blank(first->last), U'%')) return false;
  // niêm yết USD mua 26.132, EUR 29.860 - 31.434: rates of the currency, no sums of it.
  static constexpr Phrases kRates = {"niêm yết", "tỷ giá", "tỉ giá", "mua vào", "bán ra"};
  if (unit.currency->code != "VND" && word && first->grouped && c[i].letters == 3 &&
      c.near_any(i, first->last, kRates))
    return false;
  draft.semiotic_class = SemioticClass::money;
  draft.rule = "money.sign-first";
  std::size_t end = first->last;
  // $88,500: behind the dollar's sign a comma with three figures groups them, as the English write.
  const bool english =
      first->decimal && first->fraction().size() == 3 && first->integer() != "0" &&
      c.is_mark(first->last - 2, U',') &&
      !(c.is(c.skip_blank(end), TokenKind::word) && tables::find_unit(c.text(c.skip_blank(end))) != nullptr &&
        tables::find_unit(c.text(c.skip_blank(end)))->kind == tables::UnitRow::Kind::scale);
  if (english) {
    std::string figures(first->integer());
    figures += first->fraction();
    say_cardinal(draft, figures, c.style(), first->span);
  } else {
    say_numeral(draft, *first, c);
  }
  const std::size_t dash = c.skip_blank(end);
  if (c.is_dash(dash)) {
    std::size_t next = c.skip_blank(dash + 1);
    if (c.text(next) == unit.written) ++next;
    if (const auto last = read_numeral(c, next)) {
      draft.say("đến", c[dash].span());
      say_numeral(draft, *last, c);
      end = last->last;
    }
  }
  // The scale word belongs to the number.
  const std::size_t scale = c.skip_blank(end);
  if (c.is(scale, TokenKind::word)) {
    const tables::UnitRow* row = tables::find_unit(c.text(scale));
    const bool scales =
        row != nullptr && row->kind == tables::UnitRow::Kind::scale && !(row->glued_only && scale != end);
    if (scales && !c.is(scale + 1, TokenKind::number)) {
      draft.say(row->spoken, c[scale].span());
      end = scale + 1;
      // $2,8 nghìn tỷ
      const std::size_t more = c.skip_blank(end);
      if (c.text(more) == "tỷ" || c.text(more) == "tỉ") {
        draft.say("tỷ", c[more].span());
        end = more + 1;
      }
    } else if (scale != end && (c.text(scale) == "bn" || c.text(scale) == "mn")) {
      // $2.5 bn
      draft.say(c.text(scale) == "bn" ? "tỷ" : "triệu", c[scale].span());
      end = scale + 1;
    } else if (scale == end && (c.text(scale) == "B" || c.text(scale) == "M" || c.text(scale) == "bn" ||
                                c.text(scale) == "m")) {
      draft.say(c.text(scale) == "B" || c.text(scale) == "bn" ? "tỷ" : "triệu", c[scale].span());
      end = scale + 1;
    }
  }
  say_unit(draft, unit, c);
  draft.end = say_per(draft, c, end, true);
  return true;
}

}  // namespace loa::normalizer
