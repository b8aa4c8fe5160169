// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "context.h"
#include "draft.h"
#include "numeral.h"

/// What measures and money share: a number, what it counts, and "per" what.
namespace loa::normalizer {

/// A unit or a currency as it is written behind a number.
struct Unit {
  const tables::UnitRow* row = nullptr;  ///< of a unit; one of the two is set
  const tables::CurrencyRow* currency = nullptr;
  std::size_t end = 0;
  Span span;
  std::string_view written;

  [[nodiscard]] bool is_scale() const { return row != nullptr && row->kind == tables::UnitRow::Kind::scale; }
};

/// The unit at token `i`; `glued`: directly behind a figure. Plain words ("người",
/// "triệu") that stand by themselves need no reading and are no unit here.
[[nodiscard]] std::optional<Unit> read_unit(const Context& context, std::size_t i, bool glued);

/// The row of the scale that stands at token `i` (nghìn, triệu, tỷ, tr, k), or nullptr.
[[nodiscard]] const tables::UnitRow* find_scale(const Context& context, std::size_t i);

/// Says a unit; a currency by the style.
void say_unit(Draft& draft, const Unit& unit, const Context& context);

/// 691 đồng/lít/kg: of what is sold by the litre and of what is sold by weight, where one does not multiply
/// the other. Asked at the slash between the two.
[[nodiscard]] bool parts_amounts(const Context& context, std::size_t slash);

/// Says "/tháng", "/h" behind what has been read up to token `i`, when it stands
/// there. `abstract`: the numerator is money or a count, so the word is "một".
/// Returns the token behind it, `i` when there is none.
[[nodiscard]] std::size_t say_per(Draft& draft, const Context& context, std::size_t i, bool abstract,
                                  const tables::UnitRow* numerator = nullptr);

}  // namespace loa::normalizer
