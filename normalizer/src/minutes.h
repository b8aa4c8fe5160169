// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "context.h"
#include "draft.h"
#include "numeral.h"

/// What time.cpp and minutes.cpp share: how hours and minutes are written, and minutes that no clock shows.
namespace loa::normalizer {

/// Whether up to two figures below 60 stand at `i`.
[[nodiscard]] inline bool is_minute(const Context& c, std::size_t i) {
  const auto f = read_figures(c, i, 2);
  return f && f->value < 60;
}

/// Whether the letter stands at `i` by itself, in small type.
[[nodiscard]] inline bool is_letter(const Context& c, std::size_t i, char small) {
  return c.is(i, TokenKind::word) && c[i].letters == 1 && c[i].code == static_cast<char32_t>(small);
}

/// Whether nothing is joined on at `i`: no letter and no figure.
[[nodiscard]] inline bool free_end(const Context& c, std::size_t i) {
  return !c.is(i, TokenKind::word) && !c.is(i, TokenKind::number);
}

/// The token behind the sign for "to" that stands at `i`, and the blanks around it; nothing where there is
/// none.
[[nodiscard]] std::optional<std::size_t> dash_after(const Context& c, std::size_t i);

// Recognisers of a part of time; each reads at here() or leaves the draft to be reset.

/// 6:52.03, 1:21:10.567: what a race took.
[[nodiscard]] bool read_race_minutes(const Context& c, Draft& draft);
/// 56"82, 9s58: seconds of a race
[[nodiscard]] bool read_race_seconds(const Context& c, Draft& draft);
/// 20-30': so many minutes
[[nodiscard]] bool read_minute_range(const Context& c, Draft& draft);
/// 41', 90'+6, (45+2): a minute of a match, and other figures with a prime
[[nodiscard]] bool read_match_minute(const Context& c, Draft& draft);

}  // namespace loa::normalizer
