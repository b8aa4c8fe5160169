// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "bulletin/programme.h"
#include "cli/console.h"

namespace loa::cli {

/// "3:25" or "1:02:03".
[[nodiscard]] std::string duration(std::chrono::milliseconds time);
[[nodiscard]] std::string duration(audio::Frames frames, int sample_rate);

/// Shows where long work is: on a terminal one line, redrawn at most ten times a second;
/// otherwise a line every ten seconds; nothing when quiet.
class ProgressLine {
 public:
  enum class Work : unsigned char {
    reading,    ///< time left is time of listening
    rendering,  ///< time left is time of waiting
  };

  ProgressLine(Console& console, Work work);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// `sample_rate`: of Progress::frames_done.
  void show(const bulletin::Progress& progress, int sample_rate);

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] std::string text(const bulletin::Progress& progress, int sample_rate,
                                 Clock::time_point now) const;

  Console& console_;
  Work work_;
  Clock::time_point begun_;
  Clock::time_point shown_;
};

}  // namespace loa::cli
