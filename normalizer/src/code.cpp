// SPDX-License-Identifier: GPL-3.0-or-later
#include "code.h"

namespace loa::normalizer {

bool recognise_code(const Context& c, Draft& draft) {
  const Token& token = c[c.here()];
  if (token.is(TokenKind::number)) {
    return recognise_months(c, draft) || recognise_ip(c, draft) || recognise_version_number(c, draft) ||
           recognise_plate(c, draft) || recognise_document(c, draft) ||
           recognise_figures_and_letters(c, draft);
  }
  if (!token.is(TokenKind::word)) return false;
  return recognise_week_day(c, draft) || recognise_early_day(c, draft) || recognise_grade(c, draft) ||
         recognise_petrol(c, draft) || recognise_glued_document(c, draft) || recognise_article(c, draft) ||
         recognise_alley(c, draft) || recognise_district(c, draft) || recognise_document_kind(c, draft) ||
         recognise_compass(c, draft) || recognise_seed(c, draft) || recognise_bare_quarter(c, draft) ||
         recognise_wind_force(c, draft) || recognise_road(c, draft) || recognise_kilometre_post(c, draft) ||
         recognise_standard(c, draft) || recognise_version(c, draft) || recognise_flight(c, draft) ||
         recognise_airliner(c, draft) || recognise_formula(c, draft) || recognise_blood_type(c, draft) ||
         recognise_common_model(c, draft) || recognise_model(c, draft);
}

}  // namespace loa::normalizer
