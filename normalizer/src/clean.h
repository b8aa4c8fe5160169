// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "loa/base/span_map.h"

namespace loa::normalizer {

/// Bytes of the character at `offset` where it is clean already: well-formed UTF-8 in NFC,
/// a letter, figure or sign that the scanner knows as it is; else 0. News almost always is.
/// Requires: offset < text.size().
[[nodiscard]] std::size_t clean_size(std::string_view text, std::size_t offset);

/// Brings any bytes to clean text: malformed UTF-8 and control characters become
/// blanks; letters are composed (marks in any order); look-alikes (ð for đ),
/// full-width forms, ligatures, circled and superscript figures take their plain
/// form (10³ → 10^3, m² → m2, ½ → 1⁄2); invisible characters go.
/// `map` is given → clean. Linear.
void clean(std::string_view text, std::string& out, SpanMap& map);

}  // namespace loa::normalizer
