// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace loa::normalizer {

/// The value of a Roman numeral in capitals, in the one way it may be written
/// (IV, not IIII), up to 3999; 0 when it is none.
[[nodiscard]] int roman_value(std::string_view capitals);

}  // namespace loa::normalizer
