// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/map_slice.h"

#include <algorithm>

namespace loa::article {

void append_slice(SpanMap& out, const SpanMap& map, Span to) {
  const auto& runs = map.runs();
  auto run = std::partition_point(
      runs.begin(), runs.end(), [&](const SpanMap::Run& candidate) { return candidate.to.end <= to.begin; });
  for (; run != runs.end() && run->to.begin < to.end; ++run) {
    const Span part{std::max(run->to.begin, to.begin), std::min(run->to.end, to.end)};
    Span from = run->from;
    if (run->kind != SpanMap::Kind::replaced) {
      from.begin = run->from.begin + (part.begin - run->to.begin) / run->unit_to * run->unit_from;
      from.end = run->from.begin + (part.end - run->to.begin) / run->unit_to * run->unit_from;
    }
    if (from.begin > out.from_end()) out.append_replaced(from.begin - out.from_end(), 0);
    if (run->kind == SpanMap::Kind::replaced) {
      const std::size_t begin = std::max(from.begin, out.from_end());
      out.append_replaced(from.end - std::min(begin, from.end), part.size());
    } else {
      out.append_transcoded(part.size() / run->unit_to, run->unit_from, run->unit_to);
    }
  }
}

SpanMap slice(const SpanMap& map, Span to) {
  SpanMap out(map.source_of(to).begin, 0);
  append_slice(out, map, to);
  return out;
}

}  // namespace loa::article
