// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "measure.h"
#include "recogniser.h"

/// What product.cpp asks of device.cpp: names of products that begin with a figure.
namespace loa::normalizer {

/// Whether neither a word nor a figure is glued on at `i`.
[[nodiscard]] inline bool stands_free(const Context& c, std::size_t i) {
  return !c.is(i, TokenKind::word) && !c.is(i, TokenKind::number);
}

// The forms, each a recogniser that recognise_product() asks; what each reads stands at its definition in
// device.cpp.
[[nodiscard]] bool telephone_generation(const Context& c, Draft& draft);
[[nodiscard]] bool telephone_model(const Context& c, Draft& draft);
[[nodiscard]] bool stacked_processor(const Context& c, Draft& draft);
[[nodiscard]] bool memory_and_store(const Context& c, Draft& draft);
[[nodiscard]] bool bare_memory_and_store(const Context& c, Draft& draft);
[[nodiscard]] bool sensor(const Context& c, Draft& draft);
[[nodiscard]] bool generations(const Context& c, Draft& draft);
[[nodiscard]] bool radio_standard(const Context& c, Draft& draft);
[[nodiscard]] bool versions_side_by_side(const Context& c, Draft& draft);

}  // namespace loa::normalizer
