// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "article/encoding.h"
#include "loa/base/span.h"
#include "loa/base/span_map.h"

namespace loa::article {

/// A decoded piece of a file.
struct Decoded {
  std::string text;           ///< NFC, valid UTF-8
  SpanMap map;                ///< text → bytes of the file
  std::vector<Span> invalid;  ///< runs of file bytes that are not of the encoding, each became U+FFFD
};

/// Decodes `bytes`, which begin at `offset` of the file, and brings them to NFC.
/// Every character of the result leads back to exactly the bytes it came from.
[[nodiscard]] Decoded decode(std::string_view bytes, std::size_t offset, Encoding encoding);

}  // namespace loa::article
