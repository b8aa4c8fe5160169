// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/word_tracker.h"

#include <algorithm>

#include "speech/gate.h"

namespace loa::speech {

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
  ++heard_;
  next_ = word + 1;
  last_position_ = starts_[word];
  last_frame_ = frame;
}

void WordTracker::finish(Frames frames, std::uint32_t letters, std::vector<Start>& known) {
  const auto end = static_cast<std::uint32_t>(starts_.size());
  interpolate(end, std::max(letters, last_position_ + 1), std::max(frames, last_frame_), known);
  next_ = end;
}

std::size_t WordTracker::interpolated() const { return believable() ? missing_ : 0; }
std::size_t WordTracker::lost() const { return silent_ + (believable() ? 0 : missing_); }

/// The words from the first unknown one up to `until`, which begins at `position` and `frame`.
void WordTracker::interpolate(std::uint32_t until, std::uint32_t position, Frames frame,
                              std::vector<Start>& known) {
  for (; next_ < until; ++next_) {
    if (starts_[next_] == kNoLetters) {
      ++silent_;
      continue;
    }
    const Frames span = frame - last_frame_;
    const Frames letters = Frames{position} - Frames{last_position_};
    const Frames before = Frames{starts_[next_]} - Frames{last_position_};
    known.push_back({next_, last_frame_ + (letters > 0 ? span * before / letters : 0)});
    ++missing_;
  }
}

/// The engine joins a few words into one event (English "of the"); a phrase in
/// which more than every third has none was not spoken whole.
bool WordTracker::believable() const { return missing_ * 3 <= heard_ + missing_; }

}  // namespace loa::speech
