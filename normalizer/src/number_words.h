// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "draft.h"
#include "loa/normalizer/style.h"

/// The one place where figures become words.
namespace loa::normalizer {

/// Says the cardinal of `digits` (ASCII digits of any number, no separators, leading zeros ignored) for
/// the bytes `source`: "1005" → "một nghìn không trăm linh năm". A long one with a short pause behind tỷ,
/// triệu and nghìn.
void say_cardinal(Draft& draft, std::string_view digits, const Style& style, Span source);
void say_cardinal(Draft& draft, std::uint64_t value, const Style& style, Span source);
/// Whether the cardinals of two numbers said one behind the other would be heard as one: 10-2 as twelve,
/// 100-98 as a hundred and ninety-eight. A short pause keeps them apart.
[[nodiscard]] bool heard_as_one(std::uint64_t first, std::uint64_t second);
/// Says the digits one by one, seven and more in groups of three or four with a short pause between.
void say_digits(Draft& draft, std::string_view digits, Span source);
/// Two digits as a year, a jersey, a plate is said: "45" → "bốn lăm"; one by one otherwise.
void say_digit_pairs(Draft& draft, std::string_view digits, Span source);
/// The order: 1 → "nhất", 4 → "tư", others the cardinal.
void say_ordinal(Draft& draft, std::uint64_t value, const Style& style, Span source);

}  // namespace loa::normalizer
