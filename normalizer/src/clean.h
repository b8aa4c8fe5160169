// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "loa/base/span_map.h"

namespace loa::normalizer {

/// Whether `text` is clean already: well-formed UTF-8 in NFC, of letters, figures
/// and signs that the scanner knows as they are. One fast pass; news almost always is.
[[nodiscard]] bool is_clean(std::string_view text);

/// Brings any bytes to clean text: malformed UTF-8 and control characters become
/// blanks; letters are composed (marks in any order); look-alikes (ð for đ),
/// full-width forms, ligatures, circled and superscript figures take their plain
/// form (10³ → 10^3, m² → m2, ½ → 1⁄2); invisible characters go.
/// `map` is given → clean. Linear.
void clean(std::string_view text, std::string& out, SpanMap& map);

}  // namespace loa::normalizer
