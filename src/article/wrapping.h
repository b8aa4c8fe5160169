// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <string_view>

#include "article/article.h"

namespace loa::article {

/// How the lines of a file make paragraphs.
struct Wrapping {
  bool hard = false;      ///< lines were broken inside sentences to fit a width
  std::size_t width = 0;  ///< the longest line, in characters
};

/// Looks at the lines read so far. Hard-wrapped: no line is long, and most lines
/// that touch the next one without a sentence end could not have held its first word.
[[nodiscard]] Wrapping find_wrapping(const std::deque<Line>& lines);

/// True when `next` goes on with the paragraph of `line`.
[[nodiscard]] bool joins(const Wrapping& wrapping, std::string_view line, std::string_view next);

}  // namespace loa::article
