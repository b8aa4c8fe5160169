// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "context.h"
#include "emitter.h"

namespace loa::normalizer {

/// Reads the mark at token `i`, which no recogniser wanted: a clause mark, a pause
/// or nothing. Returns the first token that was not read.
[[nodiscard]] std::size_t punctuate(const Context& context, std::size_t i, Emitter& emitter);

}  // namespace loa::normalizer
