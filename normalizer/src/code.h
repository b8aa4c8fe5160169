// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "recogniser.h"

/// The recognisers of the class "code", each kind in the source file that is named above it.
/// recognise_code() asks them in its order; what each reads stands at its definition.
namespace loa::normalizer {

// document.cpp
[[nodiscard]] bool recognise_document(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_glued_document(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_document_kind(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_article(const Context& c, Draft& draft);

// plate.cpp
[[nodiscard]] bool recognise_plate(const Context& c, Draft& draft);

// version.cpp
[[nodiscard]] bool recognise_ip(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_standard(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_version(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_version_number(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_english_ordinal(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_engine(const Context& c, Draft& draft);

// road.cpp
[[nodiscard]] bool recognise_road(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_district(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_alley(const Context& c, Draft& draft);

// product.cpp
[[nodiscard]] bool recognise_factor(const Context& c, Draft& draft);

// date_letters.cpp
[[nodiscard]] bool recognise_bare_quarter(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_early_day(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_months(const Context& c, Draft& draft);

// date_week.cpp
[[nodiscard]] bool recognise_week_day(const Context& c, Draft& draft);

// wind.cpp
[[nodiscard]] bool recognise_compass(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_wind_force(const Context& c, Draft& draft);

// formula.cpp
[[nodiscard]] bool recognise_formula(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_blood_type(const Context& c, Draft& draft);

// figures_and_letters.cpp
[[nodiscard]] bool recognise_figures_and_letters(const Context& c, Draft& draft);

// model.cpp
[[nodiscard]] bool recognise_airliner(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_common_model(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_petrol(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_model(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_flight(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_serial(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_grade(const Context& c, Draft& draft);
[[nodiscard]] bool recognise_seed(const Context& c, Draft& draft);

/// Says the figures at token `i` of a model as its trade does: 30 as a number, 07 and 370 one by one.
/// `hyphen`: one stands before them; `head`: the letters that do, or nothing. (model.cpp)
void say_model_figures(Draft& draft, const Context& c, std::size_t i, bool hyphen, std::string_view head);

/// Whether the token is a word in capitals, of one letter too.
inline bool is_capitals(const Token& token) {
  return token.is(TokenKind::word) && (token.shape == Shape::upper || token.shape == Shape::single_upper);
}

}  // namespace loa::normalizer
