// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <array>
#include <span>
#include <string_view>

#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {

std::optional<Numeral> read_signed(const Context& c, std::size_t i) {
  if (!c.is_dash(i)) return read_numeral(c, i);
  auto n = read_numeral(c, i + 1);
  if (!n) return std::nullopt;
  n->negative = true;
  n->first = i;
  n->span = c.span(i, n->last);
  return n;
}

void say_part(Draft& draft, const Context& c, const Numeral& n) {
  // 02 km: before a unit the zero only fills the place.
  if (n.is_integer() && !n.negative && n.leading_zero() && n.integer().size() == 2) {
    say_cardinal(draft, n.value(), c.style(), n.span);
    return;
  }
  // "âm -5": the word is said once.
  if (n.negative && c.preceded_by(n.first, "âm")) {
    Numeral positive = n;
    positive.negative = false;
    say_numeral(draft, positive, c);
    return;
  }
  say_numeral(draft, n, c);
}

bool say_counted(Draft& draft, const Context& c, const Numeral& n, std::string_view word,
                 std::string_view rule) {
  say_numeral(draft, n, c);
  draft.say(word, c[n.last].span());
  draft.rule = rule;
  draft.end = n.last + 1;
  return true;
}

namespace {

// What is counted from the number on, or nothing where no unit stands behind it.
std::optional<Quantity> read_quantity(const Context& c, const Numeral& first) {
  Quantity q{first, std::nullopt, std::nullopt, first.last};
  // số lô 0125A, mã 0345W: figures that begin with nought are no amount.
  if (first.is_integer() && first.leading_zero() && first.integer().size() > 2 &&
      c[first.last].shape == Shape::single_upper)
    return std::nullopt;
  const auto take_unit = [&] {
    const bool blank = c.is_blank(q.end);
    const std::size_t at = c.skip_blank(q.end);
    if (const auto unit = read_unit(c, at, !blank)) {
      q.unit = unit;
      q.end = unit->end;
    }
  };
  take_unit();
  if (q.unit) return q;
  const std::size_t sign = c.skip_blank(first.last);
  // 20 ÷ 30 cm is how engineers write a range.
  const std::size_t behind = c.is_mark(sign, U'\u00F7') ? sign + 1 : c.skip_to_sign(sign);
  if (behind != sign) {
    const std::size_t next = c.skip_blank(behind);
    auto last = read_numeral(c, next);
    if (last && is_fall_of_name(c, first, *last)) return std::nullopt;
    // 11g ngày 29 - 11g ngày 2/12: the day, and an hour of another.
    if (last && c.preceded_by(first.first, "ngày") && c.text(last->last) == "g" && last->is_integer() &&
        last->value() <= 24)
      return std::nullopt;
    if (!last && c.is_dash(next)) last = read_signed(c, next);
    // -0,9 -2,8%: the sign leans on the second number as on the first.
    if (last && first.negative && c.is_blank(first.last) && next == sign + 1) last->negative = true;
    if (!last) return std::nullopt;
    // loại 1 - 2.100đ/km: the first figure numbers the thing, the second is its price.
    if (c.is_blank(first.last) && last->grouped && !first.grouped && first.is_integer() &&
        first.value() < 10 && c.word_before(first.first) != Context::npos &&
        c.preceded_by_any(first.first, std::array<std::string_view, 8>{"loại", "hạng", "bậc", "mức", "lô",
                                                                       "gói", "nhóm", "số"}))
      return std::nullopt;
    q.last = last;
    q.end = last->last;
    take_unit();
    if (q.unit) return q;
  }
  return std::nullopt;
}

void say_quantity(Draft& draft, const Context& c, const Quantity& q) {
  say_part(draft, c, q.first);
  if (q.last) {
    draft.say("đến", {q.first.span.end, q.last->span.begin});
    say_part(draft, c, *q.last);
  }
  if (q.unit) say_unit(draft, *q.unit, c);
}

bool is_money(const Unit& unit) { return unit.currency != nullptr || unit.is_scale(); }

bool starts_number(const Context& c, std::size_t i) {
  return !(i > 0 && (c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U',')) && i > 1 &&
           c.is(i - 2, TokenKind::number));
}

constexpr std::size_t kLongestList = 64;  // words

// The forms of their own, each with the signs and first letters of what stands behind its number: nearly
// all numbers are refused by one look at that.
struct Form {
  MeasureForm* read;
  std::u32string_view begins;
};
constexpr Form kForms[] = {
    {read_inches, U"\"\u2033\u201D"},
    {read_feet, U"'\u2019"},
    {read_angle, U"\u00B0ođ"},
    {read_height, U"m"},
    {read_weight, U"k"},
    {read_scaled, U"tTkK"},
    {read_coordinate, U"NBSEĐWo"},
    {read_degrees_by_instrument, U"đĐ"},
    {read_fallen_degree, U"C"},
    {read_points, U"đ"},
    {read_beats, U"l"},
    {read_litres, U"l"},
    {read_product, U"xX\u00D7"},
    {read_glued_product, U"mc"},
    {read_count_of_animals, U"c"},
    {read_seats, U"c"},
    {read_pieces, U"c"},
    {read_storeys, U"T"},
};

// Whether a form begins with the character, which is nearly always told by one look.
constexpr auto kBeginsForm = [] {
  std::array<bool, 128> begins{};
  for (const Form& form : kForms)
    for (const char32_t character : form.begins)
      if (character < begins.size()) begins[character] = true;
  return begins;
}();
bool begins_form(char32_t character) { return character >= kBeginsForm.size() || kBeginsForm[character]; }

// Where a letter means something else than the unit it is: points, beats, years of age of a range.
bool read_range_of_letters(const Context& c, Draft& draft, Quantity& q) {
  const std::size_t letter = q.end - 1;
  const auto say = [&](std::string_view words, std::size_t end, std::string_view rule) {
    q.unit.reset();
    say_quantity(draft, c, q);
    draft.say(words, c.span(letter, end));
    return draft.accept(SemioticClass::measure, rule, end);
  };
  if (is_range_of_points(c, q)) return say("điểm", q.end, "measure.points");
  if (q.last && is_per_minute_of_pulse(c, q.first.first, letter))
    return say("lần một phút", q.end + 2, "measure.beats");
  if (is_range_of_months(c, q)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "measure.age";
    return say("tháng", q.end, "measure.months");
  }
  if (!is_range_of_ages(c, q)) return false;
  draft.certainty = Certainty::narrow;
  draft.rival = "measure.range";
  return say("tuổi", q.end, "measure.age");
}

// 13,1°N-113,2°E: the second angle is no end of a range.
bool goes_on_with_angle(const Context& c, const Quantity& q) {
  const Unit& unit = *q.unit;
  return unit.row != nullptr && unit.row->kind == tables::UnitRow::Kind::degree && unit.written.size() == 3 &&
         c.is_dash(q.end) && c.is(q.end + 1, TokenKind::number) &&
         (unit.written.back() == 'N' || unit.written.back() == 'S');
}

// 10k-20k, 5kg - 7kg: both ends carry the unit. 1200m-400m-800m: what falls, or goes on, is a list. Returns
// the end of what it has said behind `q`.
std::size_t say_further(const Context& c, Draft& draft, const Quantity& q) {
  std::size_t end = q.end;
  bool list = false;
  for (std::size_t dash = c.skip_blank(end); !q.last && c.is_dash(dash); dash = c.skip_blank(end)) {
    const auto next = read_signed(c, c.skip_blank(dash + 1));
    const auto other = next ? read_quantity(c, *next) : std::nullopt;
    if (!other || other->last || other->unit->written != q.unit->written) break;
    list = list || other->first.real() < q.first.real() || c.is_dash(other->end);
    if (list && c.is_mark(c.skip_blank(other->end), U'='))
      draft.say("trừ", c[dash].span());  // 95% - 92% = 3%
    else if (list)
      draft.mark(',', c[dash].span());
    else
      draft.say("đến", c[dash].span());
    say_quantity(draft, c, *other);
    end = other->end;
    if (!list || draft.items().size() > kLongestList) break;
  }
  return end;
}

// A scale takes its currency: 50k đ, 5 tr USD. Returns its end.
std::size_t say_currency_of_scale(const Context& c, Draft& draft, const Quantity& q, std::size_t end) {
  if (!q.unit->is_scale()) return end;
  const auto currency = read_unit(c, c.skip_blank(end), !c.is_blank(end));
  if (!currency || currency->currency == nullptr) return end;
  say_unit(draft, *currency, c);
  return currency->end;
}

}  // namespace

bool read_measure(const Context& c, Draft& draft, std::size_t i) {
  const auto n = read_signed(c, i);
  if (!n) return false;
  draft.semiotic_class = SemioticClass::measure;
  const char32_t behind = c[c.skip_blank(n->last)].code;
  for (const Form& form : begins_form(behind) ? std::span<const Form>(kForms) : std::span<const Form>()) {
    if (form.begins.find(behind) == std::u32string_view::npos) continue;
    if (form.read(c, draft, *n)) return true;
    draft.reset();
    draft.semiotic_class = SemioticClass::measure;
  }
  // 1/2 kg: the part is read by recognise_fraction.
  auto q = read_quantity(c, *n);
  if (!q) return false;
  if (read_range_of_letters(c, draft, *q)) return true;
  // A falling "range" before a unit that is a scale or a noun is still one: 5-3%. Read as written.
  const bool money = is_money(*q->unit);
  const SemioticClass what = money ? SemioticClass::money : SemioticClass::measure;
  const std::string_view rule =
      q->last ? (money ? "money.range" : "measure.range") : (money ? "money" : "measure");
  say_quantity(draft, c, *q);
  if (c.text(q->end - 1) == "T") {  // ổ cứng 1T, mô hình 4T
    draft.certainty = Certainty::narrow;
    draft.rival = "code";
  }
  if (goes_on_with_angle(c, *q)) {
    draft.mark(',', c[q->end].span());
    return draft.accept(what, rule, q->end + 1);
  }
  const std::size_t end = say_currency_of_scale(c, draft, *q, say_further(c, draft, *q));
  const bool abstract =
      money || q->unit->row == nullptr || q->unit->row->kind == tables::UnitRow::Kind::percent;
  return draft.accept(what, rule, say_per(draft, c, end, abstract, q->unit->row));
}

bool recognise_measure(const Context& c, Draft& draft) {
  if (!starts_number(c, c.here())) return false;
  return read_measure(c, draft, c.here());
}

}  // namespace loa::normalizer
