// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loa/base/span.h"
#include "loa/base/span_map.h"

namespace loa::article {

/// Appends to `out` the runs of `map` that made the bytes `to` of its later
/// text. Bytes of the file between out.from_end() and them are left out of the
/// new map's text: they become a deletion. Requires: `to` begins and ends at
/// characters, and lies behind what `out` holds.
void append_slice(SpanMap& out, const SpanMap& map, Span to);

/// append_slice() into a map of its own, whose later text begins at 0.
[[nodiscard]] SpanMap slice(const SpanMap& map, Span to);

}  // namespace loa::article
