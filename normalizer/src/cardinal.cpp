// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {

// Any number that nothing else wanted.
bool recognise_cardinal(const Context& c, Draft& draft) {
  const auto n = read_numeral(c, c.here());
  if (!n) return false;
  draft.semiotic_class = SemioticClass::cardinal;
  draft.rule = n->decimal ? "cardinal.decimal" : n->leading_zero() ? "cardinal.leading-zero" : "cardinal";
  say_numeral(draft, *n, c);
  draft.end = n->last;
  return true;
}

}  // namespace loa::normalizer
