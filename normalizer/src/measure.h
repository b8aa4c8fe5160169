// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "numeral.h"
#include "quantity.h"

/// What the files measure*.cpp share. measure.cpp: a number or a range with its unit, and in which order the
/// other forms are asked; measure_age.cpp: years of age; measure_size.cpp: heights, weights, products of
/// sides; measure_angle.cpp: degrees; measure_count.cpp: points, beats, seats, storeys; measure_scaled.cpp:
/// 2tr5; measure_change.cpp: signs before a number; measure_word.cpp: units without a number;
/// measure_per.cpp: a slash behind what is counted.
namespace loa::normalizer {

/// A form of its own reads the number `n` and what stands behind it, as a recogniser does: true where the
/// draft holds the reading.
using MeasureForm = bool(const Context& c, Draft& draft, const Numeral& n);

// measure_size.cpp
MeasureForm read_inches, read_feet, read_height, read_weight, read_litres, read_product, read_glued_product;
// measure_angle.cpp
MeasureForm read_angle, read_coordinate, read_degrees_by_instrument, read_fallen_degree;
// measure_count.cpp
MeasureForm read_points, read_beats, read_count_of_animals, read_seats, read_pieces, read_storeys;
// measure_age.cpp
MeasureForm read_age;
// measure_scaled.cpp
MeasureForm read_scaled;

/// One or two numbers (a range) and their unit.
struct Quantity {
  Numeral first;
  std::optional<Numeral> last;
  std::optional<Unit> unit;
  std::size_t end = 0;
};

/// Whether the quantity, which has a unit, tells ages: trẻ 9-14t. (measure_age.cpp)
[[nodiscard]] bool is_range_of_ages(const Context& c, const Quantity& q);
/// trả góp 12-24T, trẻ 6-23T: months.
[[nodiscard]] bool is_range_of_months(const Context& context, const Quantity& quantity);
/// Whether it tells points, though "đ" is written of đồng too: KPI 86,4 - 99,2đ. (measure_count.cpp)
[[nodiscard]] bool is_range_of_points(const Context& c, const Quantity& q);
/// bán nhà 3T, 4PN: whether a home is told of around the tokens [first, last), so that T counts storeys.
/// (measure_count.cpp)
[[nodiscard]] bool tells_of_home(const Context& c, std::size_t first, std::size_t last);
/// mạch 90 l/p, nhịp thở 16-20 l/ph: whether the unit at token `i`, of the amount from token `first` on,
/// counts beats or breaths.
[[nodiscard]] bool is_per_minute_of_pulse(const Context& c, std::size_t first, std::size_t i);

/// The number at `i`, which a sign may stand before. (measure.cpp, as the next three)
[[nodiscard]] std::optional<Numeral> read_signed(const Context& c, std::size_t i);
/// Says a number of a quantity: a zero that fills the place is left out, "âm" is said once.
void say_part(Draft& draft, const Context& c, const Numeral& n);
/// Says a number and `word` for the one token behind it, where the reading ends. Returns true, as the form
/// that calls it does.
bool say_counted(Draft& draft, const Context& c, const Numeral& n, std::string_view word,
                 std::string_view rule);
/// Tốc độ gió (m/s), năng suất (tạ/ha): whether the word at `i` opens a bracket that holds it, the slash at
/// `slash` and a unit. (measure_word.cpp)
[[nodiscard]] bool is_bracketed_rate(const Context& c, std::size_t i, std::size_t slash);
/// The measure that begins at `i` with a number or its sign.
[[nodiscard]] bool read_measure(const Context& c, Draft& draft, std::size_t i);

/// Whether a multiplication sign stands at `i`, or a letter for it.
[[nodiscard]] inline bool is_times(const Context& c, std::size_t i) {
  return (c.is(i, TokenKind::word) && c[i].letters == 1 && (c[i].code == U'x' || c[i].code == U'X')) ||
         c.is_mark(i, U'\u00D7');
}

/// Whether the word at `i` is written just so.
[[nodiscard]] inline bool is_written(const Context& c, std::size_t i, std::string_view letters) {
  return c.is(i, TokenKind::word) && c.text(i) == letters;
}

/// Before a number: its limit.
inline constexpr Phrases kLimits = {"dưới", "trên", "từ"};

}  // namespace loa::normalizer
