// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "article/article.h"
#include "loa/base/diagnostics.h"
#include "loa/base/result.h"

namespace loa::cli {

/// Tells line and column of a byte of a file while somebody else reads the file, in any of its
/// encodings, once and in order: it reads the same bytes a second time, behind the other.
/// Memory: what the other has read ahead.
class PlaceFinder {
 public:
  /// Watches `source`; the other reads what watched() gives.
  PlaceFinder(std::unique_ptr<article::ByteSource> source, article::TextOptions options);
  [[nodiscard]] std::unique_ptr<article::ByteSource> watched() { return std::move(watched_); }

  /// Where the byte `offset` stands; a smaller one than before in the same line or a later one.
  /// It must have been read by the other, with the rest of its line.
  [[nodiscard]] Result<Place> place_of(std::size_t offset);

 private:
  std::string name_;
  std::unique_ptr<article::ByteSource> watched_;
  Diagnostics unheard_;
  std::optional<article::LineReader> lines_;
  std::optional<article::Line> line_;
};

}  // namespace loa::cli
