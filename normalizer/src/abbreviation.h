// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "context.h"

namespace loa::normalizer {

/// Everything that the table has for the abbreviation that stands at the tokens
/// [here(), end), in the order of the table, whatever their cues. Static storage.
void list_expansions(const Context& context, std::size_t end, std::vector<std::string_view>& expansions);

}  // namespace loa::normalizer
