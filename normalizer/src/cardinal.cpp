// SPDX-License-Identifier: GPL-3.0-or-later
#include "date.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {

namespace {

// 1.500+ đại biểu, 20+ quốc gia: so many and more; below twenty it is a name (phim 18+).
bool and_more(const Context& c, const Numeral& n) {
  const std::size_t next = n.last + 2;
  return c.is_mark(n.last, U'+') && n.is_integer() && n.value() >= 20 && c.is_blank(n.last + 1) &&
         c.is(next, TokenKind::word) && c[next].shape == Shape::lower && c[next].syllable;
}

// tuổi 50+, SAT 1500+: the same where nothing is counted behind it.
bool and_upwards(const Context& c, const Numeral& n) {
  // Snapdragon 865+: a model, and no least number.
  const bool model = n.first >= 2 && c.is_blank(n.first - 1) && c.is(n.first - 2, TokenKind::word) &&
                     c[n.first - 2].shape != Shape::lower && c[n.first - 2].shape != Shape::upper &&
                     !c[n.first - 2].syllable && n.value() >= 100;
  return c.is_mark(n.last, U'+') && n.is_integer() && n.value() >= 20 && !model &&
         ((c.is_edge(n.last + 1) && !c.is_blank(n.last + 1)) ||
          (c.is_mark(n.last + 1, U'.') && c.is_edge(n.last + 2)));
}

// Chốt 31.12, khởi tranh 3.12: with a dot, and the figures of a day in the last months of a year.
bool could_be_day(const Context& c, std::size_t i) {
  const auto day = read_figures(c, i, 2);
  if (!day || !is_day_of_month(*day) || !c.is_mark(i + 1, U'.')) return false;
  return c.text(i + 2) == "10" || c.text(i + 2) == "11" || c.text(i + 2) == "12";
}

}  // namespace

// Any number that nothing else wanted.
bool recognise_cardinal(const Context& c, Draft& draft) {
  const auto n = read_numeral(c, c.here());
  if (!n) return false;
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = n->decimal ? "cardinal.decimal" : n->leading_zero() ? "cardinal.leading-zero" : "cardinal";
  const bool upwards = and_upwards(c, *n) || (and_more(c, *n) && c.followed_by(n->last + 1, "trở lên"));
  const bool more = !upwards && and_more(c, *n);
  if (more) draft.say("hơn", c[n->last].span());
  say_numeral(draft, *n, c);
  if (upwards && !c.followed_by(n->last + 1, "trở lên")) draft.say("trở lên", c[n->last].span());
  if (n->decimal && could_be_day(c, c.here())) {
    draft.certainty = Certainty::narrow;
    draft.rival = "date.day-month";
  }
  draft.end = more || upwards ? n->last + 1 : n->last;
  return true;
}

// 10^-3
bool recognise_power(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i, U'^')) return false;
  const bool negative = c.is_dash(i + 1);
  const auto n = read_numeral(c, negative ? i + 2 : i + 1);
  if (!n) return false;
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = "cardinal.power";
  draft.say(negative ? "mũ âm" : "mũ", c[i].span());
  say_numeral(draft, *n, c);
  draft.end = n->last;
  return true;
}

}  // namespace loa::normalizer
