// SPDX-License-Identifier: GPL-3.0-or-later
#include "code.h"

namespace loa::normalizer {

namespace {

// A figure within so many tokens of the word: what a code of letters and figures goes on with. Further
// than in "Covid - 19" none of them stands.
constexpr std::size_t kFigureWithin = 4;

bool figure_follows(const Context& c, std::size_t i) {
  for (std::size_t at = i + 1; at <= i + kFigureWithin; ++at)
    if (c.is(at, TokenKind::number)) return true;
  return false;
}

}  // namespace

bool recognise_code(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.is(i, TokenKind::number)) {
    if (c.is(i + 1, TokenKind::word))
      return recognise_english_ordinal(c, draft) || recognise_months(c, draft) || recognise_plate(c, draft) ||
             recognise_document(c, draft) || recognise_figures_and_letters(c, draft);
    if (c.is_mark(i + 1, U'.') &&
        (recognise_ip(c, draft) || recognise_engine(c, draft) || recognise_version_number(c, draft)))
      return true;
    return recognise_plate(c, draft) || recognise_document(c, draft);
  }
  if (!c.is(i, TokenKind::word)) return false;
  // What asks nothing of figures, or has them at the end of a chain: SARS-CoV-2.
  if (!figure_follows(c, i))
    return recognise_compass(c, draft) || recognise_formula(c, draft) || recognise_blood_type(c, draft) ||
           (c.is_dash(i + 1) && recognise_model(c, draft));
  return recognise_factor(c, draft) || recognise_week_day(c, draft) || recognise_early_day(c, draft) ||
         recognise_grade(c, draft) || recognise_petrol(c, draft) || recognise_glued_document(c, draft) ||
         recognise_article(c, draft) || recognise_alley(c, draft) || recognise_district(c, draft) ||
         recognise_document_kind(c, draft) || recognise_compass(c, draft) || recognise_seed(c, draft) ||
         recognise_bare_quarter(c, draft) || recognise_wind_force(c, draft) || recognise_road(c, draft) ||
         recognise_standard(c, draft) || recognise_version(c, draft) || recognise_flight(c, draft) ||
         recognise_serial(c, draft) || recognise_airliner(c, draft) || recognise_formula(c, draft) ||
         recognise_blood_type(c, draft) || recognise_common_model(c, draft) || recognise_model(c, draft);
}

}  // namespace loa::normalizer
