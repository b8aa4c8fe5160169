// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "loa/base/span_map.h"
#include "loa/normalizer/normalizer.h"

namespace loa::cli {

/// A line, a block, or a piece of a very long one, as it was written.
struct Written {
  std::string_view file;  ///< as the user named it
  std::string_view kind;  ///< of a block, such as "title"; empty for a line
  std::size_t line = 0;   ///< from 1
  std::string_view text;
  const SpanMap* map = nullptr;  ///< text → bytes of the file
  bool continues = false;        ///< the next piece goes on with the same line
  bool continued = false;        ///< this piece goes on with the line before
};

/// How `loa normalize` shows what it made of a text.
class Presentation {
 public:
  virtual ~Presentation() = default;
  /// Appends to `out`; what is not `continues` ends with a line end.
  virtual void show(const Written& written, const normalizer::SpokenText& spoken, std::string& out) = 0;
};

/// The words alone; or each reading with its reason (--explain); or JSON, an object a line.
[[nodiscard]] std::unique_ptr<Presentation> make_presentation(const NormalizeOptions& options);

}  // namespace loa::cli
