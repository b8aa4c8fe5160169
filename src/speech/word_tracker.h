// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/engine.h"

namespace loa::speech {

/// Turns the engine's word events into the starts of the words that it was given.
///
/// An event tells a code point of the text, from 1, and a frame from the
/// beginning of the call. Of an event only these two are trusted: its length is
/// wrong before quotation marks and its number skips. It counts when it points to
/// the first letter of a word behind the last one heard; else it is a phantom of
/// the engine and dropped. A word that is longer than the engine takes, or held a
/// hyphen, reaches it in two parts: the event of the second part is dropped too.
/// A word without an event lies between its neighbours and gets its place from
/// the letters between them.
class WordTracker {
 public:
  /// A word that begins to sound.
  struct Start {
    std::uint32_t word = 0;
    Frames frame = 0;  ///< from the beginning of the phrase
  };

  /// `starts`: code points at which words begin, ascending, kNoLetters where none passed the gate.
  explicit WordTracker(std::span<const std::uint32_t> starts);

  /// Takes an event; appends the words that are known by it, in order.
  void on_event(std::int64_t text_position, Frames frame, std::vector<Start>& known);

  /// The phrase is spoken: `frames` long, `letters` code points. Appends the words left.
  void finish(Frames frames, std::uint32_t letters, std::vector<Start>& known);

  [[nodiscard]] std::size_t dropped() const { return dropped_; }
  /// Words without an event that are believed to have been spoken.
  [[nodiscard]] std::size_t interpolated() const { return interpolated_; }
  /// Words that did not pass the gate, or that stand in a longer run without an event
  /// than the engine joins into one ("as well as" is one word to it).
  [[nodiscard]] std::size_t lost() const { return lost_; }

 private:
  void interpolate(std::uint32_t until, std::uint32_t position, Frames frame, std::vector<Start>& known);

  std::vector<std::uint32_t> starts_;
  std::uint32_t next_ = 0;           // the first word not yet known
  std::uint32_t last_position_ = 0;  // of the last known word
  Frames last_frame_ = 0;
  bool heard_ = false;  // any word so far
  std::size_t interpolated_ = 0, lost_ = 0, dropped_ = 0;
};

}  // namespace loa::speech
