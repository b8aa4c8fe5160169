// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace loa::timeline {

/// One caption on the screen.
struct Cue {
  std::vector<std::string> lines;  ///< one or two, without line ends
  std::chrono::milliseconds begin{0}, end{0};
};

/// What a caption may be. The figures are those of common captioning guides:
/// two lines of 42 characters, up to seven seconds.
struct CueLimits {
  std::size_t line_width = 42;  ///< characters, see width()
  std::chrono::milliseconds shortest{1000};
  std::chrono::milliseconds longest{7000};
  std::chrono::milliseconds linger{500};  ///< how long a cue may stay into the silence behind it
};

/// Characters that take room on the screen: code points without combining marks
/// and joiners.
[[nodiscard]] std::size_t width(std::string_view text);

/// Breaks `text` (blanks between words) into at most two lines, the second one
/// rather the longer, behind a mark where that is not much worse. Nothing when
/// it does not fit.
[[nodiscard]] std::vector<std::string> two_lines(std::string_view text, std::size_t line_width);

/// Turns the clauses of one spoken text into cues. A cue never spans two
/// sentences; within a sentence the cuts are chosen together so that they fall
/// at clauses where that can be done, and no cue is a leftover. Holds one
/// sentence and one cue, whatever the length of the text (an endless sentence
/// is cut).
class CueCutter {
 public:
  explicit CueCutter(int sample_rate, CueLimits limits = {});

  /// Takes the next clause; appends to `out` the cues that are now certain.
  /// Cues ascend, do not overlap, and last at least a millisecond.
  void add(const Clause& clause, std::vector<Cue>& out);
  /// The last ones. `total`: frames of the whole output.
  void finish(Frames total, std::vector<Cue>& out);

 private:
  /// What is not cut: a run of text without blank (a word with its marks).
  struct Token {
    std::string text;
    std::size_t width = 0;
    Frames begin = 0, end = 0;
    bool spoken = false;  ///< false: a mark by itself; it has no time of its own
    bool glued = false;   ///< a reading goes on into the next token: cut only in need
    bool clause_end = false;
    bool blank_after = true;
  };

  void tokenize(const Clause& clause);
  void time_silent_tokens();
  void cut_sentence(std::vector<Cue>& out);
  [[nodiscard]] double cost(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const;
  void emit(Cue cue, std::vector<Cue>& out);
  [[nodiscard]] std::chrono::milliseconds milliseconds(Frames frames) const;

  int sample_rate_;
  CueLimits limits_;
  std::vector<Token> sentence_;
  Cue pending_;  ///< its end waits for the beginning of the next one
  bool has_pending_ = false;
};

}  // namespace loa::timeline
