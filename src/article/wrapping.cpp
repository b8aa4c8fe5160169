// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/wrapping.h"

#include <algorithm>

#include "article/line_form.h"
#include "loa/base/utf8.h"

namespace loa::article {
namespace {

constexpr std::size_t kNarrowest = 36;
constexpr std::size_t kWidest = 110;
constexpr std::size_t kSlack = 6;  // a word may have been kept together with the next

// The first word of the next line would have gone past the width.
bool is_full(std::size_t width, std::string_view line, std::string_view next) {
  next = trimmed(next);
  const std::size_t word = utf8::length(next.substr(0, next.find(' ')));
  return utf8::length(line) + 1 + word + kSlack > width;
}

}  // namespace

Wrapping find_wrapping(const std::deque<Line>& lines) {
  Wrapping found;
  for (const Line& line : lines) {
    found.width = std::max(found.width, utf8::length(line.text));
    if (found.width > kWidest) return found;
  }
  if (found.width < kNarrowest) return found;
  std::size_t inside = 0;  // line ends inside a sentence
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i].text);
    const std::string_view next = trimmed(lines[i + 1].text);
    if (line.empty() || next.empty() || has_end_mark(line) || list_marker(next).size != 0) continue;
    ++inside;
    if (is_full(found.width, line, next)) ++full;
  }
  found.hard = full >= 3 && full * 10 >= inside * 6;
  return found;
}

bool joins(const Wrapping& wrapping, std::string_view line, std::string_view next) {
  line = trimmed(line);
  next = trimmed(next);
  if (!wrapping.hard || line.empty() || next.empty()) return false;
  if (list_marker(next).size != 0 && has_end_mark(line)) return false;
  if (starts_lower(next)) return true;
  return list_marker(next).size == 0 && is_full(wrapping.width, line, next);
}

}  // namespace loa::article
