// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "loa/base/span.h"

namespace loa {

/// The way back from a text to the text that it was made from: an ordered list
/// of runs that tile both. The model is ICU's `Edits`.
///
/// * `unchanged`: byte for byte the same; an offset maps to itself, shifted.
/// * `transcoded`: character by character, every character of `unit_to` bytes
///   made from `unit_from` bytes (as UTF-16 to ASCII: 2 to 1); offsets map
///   proportionally, whole characters at a time.
/// * `replaced`: an offset inside maps to the whole run.
///
/// "From" is the earlier text (the file), "to" the later one (the clean text).
/// Value type; const members are thread-safe. Runs of the same kind that touch
/// are merged, so the map of a plain UTF-8 file is one run, whatever its size.
class SpanMap {
 public:
  enum class Kind : unsigned char { unchanged, transcoded, replaced };

  struct Run {
    Kind kind;
    Span from;                ///< bytes of the earlier text
    Span to;                  ///< bytes of the later text
    unsigned char unit_from;  ///< bytes a character, `transcoded` only (else 1)
    unsigned char unit_to;    ///< bytes a character, `transcoded` only (else 1)
  };

  SpanMap() = default;
  /// An empty map whose first run will begin at these offsets.
  SpanMap(std::size_t from_begin, std::size_t to_begin) : from_begin_(from_begin), to_begin_(to_begin) {}

  /// Appends a run behind the last one. Zero bytes on both sides add nothing.
  void append_unchanged(std::size_t bytes);
  /// `characters` characters of `unit_from` bytes became as many of `unit_to`.
  void append_transcoded(std::size_t characters, unsigned char unit_from, unsigned char unit_to);
  /// Either side may be empty: an insertion or a deletion.
  void append_replaced(std::size_t from_bytes, std::size_t to_bytes);

  /// Where the bytes `to` of the later text came from. Offsets past the end are
  /// clamped. An empty span maps to the empty span at its place, or to the whole
  /// replaced run that it lies strictly inside. Logarithmic in the runs.
  [[nodiscard]] Span source_of(Span to) const;

  /// What became of the bytes `from` of the earlier text. Logarithmic.
  [[nodiscard]] Span result_of(Span from) const;

  /// This map (file → clean) followed by `next` (clean → spoken), as one map
  /// file → spoken. Requires: next's earlier text is this map's later text,
  /// or a part of it.
  [[nodiscard]] SpanMap then(const SpanMap& next) const;

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] std::size_t from_end() const { return runs_.empty() ? from_begin_ : runs_.back().from.end; }
  [[nodiscard]] std::size_t to_end() const { return runs_.empty() ? to_begin_ : runs_.back().to.end; }

  /// Empties the map and keeps its memory.
  void reset(std::size_t from_begin = 0, std::size_t to_begin = 0);

 private:
  std::size_t from_begin_ = 0;
  std::size_t to_begin_ = 0;
  std::vector<Run> runs_;
};

}  // namespace loa
