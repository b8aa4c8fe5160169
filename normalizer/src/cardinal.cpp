// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_words.h"
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

}  // namespace

// Any number that nothing else wanted.
bool recognise_cardinal(const Context& c, Draft& draft) {
  const auto n = read_numeral(c, c.here());
  if (!n) return false;
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = n->decimal ? "cardinal.decimal" : n->leading_zero() ? "cardinal.leading-zero" : "cardinal";
  const bool more = and_more(c, *n);
  if (more) draft.say("hơn", c[n->last].span());
  say_numeral(draft, *n, c);
  draft.end = more ? n->last + 1 : n->last;
  return true;
}

}  // namespace loa::normalizer
