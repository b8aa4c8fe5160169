// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/word_tracker.h"

#include <algorithm>

#include "speech/gate.h"

namespace loa::speech {
namespace {
constexpr std::size_t kMostJoined = 3;  // words behind the first of one event
}  // namespace

WordTracker::WordTracker(std::span<const std::uint32_t> starts) : starts_(starts.begin(), starts.end()) {}

void WordTracker::on_event(std::int64_t text_position, Frames frame, std::vector<Start>& known) {
  const std::int64_t position = text_position - 1;
  std::uint32_t word = next_;
  while (word < starts_.size() && (starts_[word] == kNoLetters || std::int64_t{starts_[word]} < position))
    ++word;
  if (word == starts_.size() || std::int64_t{starts_[word]} != position) {
    ++dropped_;
    return;
  }
  frame = std::max(frame, last_frame_);
  interpolate(word, starts_[word], frame, known);
  known.push_back({word, frame});
  heard_ = true;
  next_ = word + 1;
  last_position_ = starts_[word];
  last_frame_ = frame;
}

void WordTracker::finish(Frames frames, std::uint32_t letters, std::vector<Start>& known) {
  const auto end = static_cast<std::uint32_t>(starts_.size());
  interpolate(end, std::max(letters, last_position_ + 1), std::max(frames, last_frame_), known);
  next_ = end;
}

/// The words from the first unknown one up to `until`, which begins at `position` and `frame`.
void WordTracker::interpolate(std::uint32_t until, std::uint32_t position, Frames frame,
                              std::vector<Start>& known) {
  std::size_t run = 0;
  for (; next_ < until; ++next_) {
    if (starts_[next_] == kNoLetters) {
      ++lost_;
      continue;
    }
    const Frames span = frame - last_frame_;
    const Frames letters = Frames{position} - Frames{last_position_};
    const Frames before = Frames{starts_[next_]} - Frames{last_position_};
    known.push_back({next_, last_frame_ + (letters > 0 ? span * before / letters : 0)});
    ++run;
  }
  const bool joined = run <= kMostJoined && heard_;
  (joined ? interpolated_ : lost_) += run;
}

}  // namespace loa::speech
