// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/span_map.h"

#include <algorithm>

namespace loa {
namespace {

using Run = SpanMap::Run;

// A run in one direction: how many bytes a character has on the near and on the far side.
struct Side {
  Span Run::*near;
  Span Run::*far;
  unsigned char Run::*near_unit;
  unsigned char Run::*far_unit;
};
constexpr Side kBack{&Run::to, &Run::from, &Run::unit_to, &Run::unit_from};
constexpr Side kForth{&Run::from, &Run::to, &Run::unit_from, &Run::unit_to};

// Where the offset lies on the far side: `round_up` says whether the end of the
// character (or of the whole replaced run) is meant, or its beginning.
std::size_t carry(const Run& run, const Side& side, std::size_t offset, bool round_up) {
  const Span near = run.*side.near;
  const Span far = run.*side.far;
  if (offset <= near.begin) return far.begin;
  if (offset >= near.end) return far.end;
  if (run.kind == SpanMap::Kind::replaced) return round_up ? far.end : far.begin;
  const std::size_t unit = run.*side.near_unit;
  const std::size_t inside = offset - near.begin;
  const std::size_t characters = round_up ? (inside + unit - 1) / unit : inside / unit;
  return far.begin + characters * (run.*side.far_unit);
}

Span map_span(const std::vector<Run>& runs, const Side& side, Span span, Span whole_far) {
  if (runs.empty()) return {whole_far.begin, whole_far.begin};
  // First run that ends behind the beginning: a span that begins where two runs
  // meet belongs to the later one, so a deletion before it stays outside.
  const auto first = std::partition_point(runs.begin(), runs.end(),
                                          [&](const Run& run) { return (run.*side.near).end <= span.begin; });
  if (first == runs.end()) return {whole_far.end, whole_far.end};
  const std::size_t begin = carry(*first, side, span.begin, false);
  if (span.empty()) {
    const bool inside = ((*first).*side.near).begin < span.begin;
    if (inside && first->kind == SpanMap::Kind::replaced) return (*first).*side.far;
    return {begin, begin};
  }
  const auto past = std::partition_point(first, runs.end(),
                                         [&](const Run& run) { return (run.*side.near).begin < span.end; });
  const std::size_t end = carry(*(past - 1), side, span.end, true);
  return {begin, std::max(begin, end)};
}

}  // namespace

void SpanMap::append_unchanged(std::size_t bytes) { append_transcoded(bytes, 1, 1); }

void SpanMap::append_transcoded(std::size_t characters, unsigned char unit_from, unsigned char unit_to) {
  if (characters == 0) return;
  const Kind kind = unit_from == 1 && unit_to == 1 ? Kind::unchanged : Kind::transcoded;
  const std::size_t from = characters * unit_from;
  const std::size_t to = characters * unit_to;
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (last.kind == kind && last.unit_from == unit_from && last.unit_to == unit_to) {
      last.from.end += from;
      last.to.end += to;
      return;
    }
  }
  const std::size_t f = from_end();
  const std::size_t t = to_end();
  runs_.push_back({kind, {f, f + from}, {t, t + to}, unit_from, unit_to});
}

void SpanMap::append_replaced(std::size_t from_bytes, std::size_t to_bytes) {
  if (from_bytes == 0 && to_bytes == 0) return;
  const std::size_t f = from_end();
  const std::size_t t = to_end();
  runs_.push_back({Kind::replaced, {f, f + from_bytes}, {t, t + to_bytes}, 1, 1});
}

Span SpanMap::source_of(Span to) const { return map_span(runs_, kBack, to, {from_begin_, from_end()}); }

Span SpanMap::result_of(Span from) const { return map_span(runs_, kForth, from, {to_begin_, to_end()}); }

SpanMap SpanMap::then(const SpanMap& next) const {
  SpanMap out;
  const auto unchanged_here = [&](Span span) {
    const auto run = std::partition_point(runs_.begin(), runs_.end(),
                                          [&](const Run& r) { return r.to.end <= span.begin; });
    return run != runs_.end() && run->kind == Kind::unchanged && run->to.contains(span);
  };
  if (next.runs_.empty())
    return SpanMap(source_of({next.from_begin_, next.from_begin_}).begin, next.to_begin_);
  out.reset(source_of(next.runs_.front().from).begin, next.to_begin_);
  // What this map deleted between the last run and this one belongs to no later text; it
  // goes into the replaced run, so that the result stays a tiling. Where both maps cut the
  // same replaced run, its pieces cannot be told apart and are one.
  const auto replace = [&](Span origin, std::size_t to_bytes) {
    if (origin.begin < out.from_end() && !out.runs_.empty()) {
      Run& last = out.runs_.back();
      last = {Kind::replaced,
              {last.from.begin, std::max(last.from.end, origin.end)},
              {last.to.begin, last.to.end + to_bytes},
              1,
              1};
      return;
    }
    out.append_replaced(origin.end - out.from_end(), to_bytes);
  };
  for (const Run& run : next.runs_) {
    const Span origin = source_of(run.from);
    // A transcoded run is carried over only where nothing was done to its bytes before;
    // cut inside a character it could not be told apart from a replaced one.
    if (run.kind == Kind::replaced || (run.kind == Kind::transcoded && !unchanged_here(run.from))) {
      replace(origin, run.to.size());
      continue;
    }
    if (run.kind == Kind::transcoded) {
      out.append_replaced(origin.begin - out.from_end(), 0);
      out.append_transcoded(run.to.size() / run.unit_to, run.unit_from, run.unit_to);
      continue;
    }
    // Cut the unchanged run where this map's runs end.
    auto here = std::partition_point(runs_.begin(), runs_.end(),
                                     [&](const Run& r) { return r.to.end <= run.from.begin; });
    for (std::size_t at = run.from.begin; at < run.from.end && here != runs_.end(); ++here) {
      const std::size_t stop = std::min(run.from.end, here->to.end);
      const Span piece = source_of({at, stop});
      if (here->kind == Kind::replaced || (stop - at) % here->unit_to != 0 ||
          (at - here->to.begin) % here->unit_to != 0) {
        replace(piece, stop - at);
      } else {
        if (piece.begin > out.from_end()) out.append_replaced(piece.begin - out.from_end(), 0);
        out.append_transcoded((stop - at) / here->unit_to, here->unit_from, here->unit_to);
      }
      at = stop;
    }
  }
  return out;
}

void SpanMap::reset(std::size_t from_begin, std::size_t to_begin) {
  from_begin_ = from_begin;
  to_begin_ = to_begin;
  runs_.clear();
}

}  // namespace loa
