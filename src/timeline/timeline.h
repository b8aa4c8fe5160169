// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/result.h"
#include "loa/base/span.h"

namespace loa::timeline {

using Frames = std::int64_t;

/// One spoken word: known three ways.
struct Word {
  std::string spoken;
  Span file;         ///< bytes of the article's file; empty where the word is ours (Bài của …)
  Frames begin = 0;  ///< of the output, at its sample rate
  Frames end = 0;
};

/// A stretch of the article's own text between two clause marks, with the words
/// that were spoken for it; what captions are cut from. The clauses of a block
/// tile its text: joined as they are, they give it back.
struct Clause {
  std::string written;                    ///< clean text as it stands, with its marks and blanks
  std::vector<std::size_t> word_offsets;  ///< for each word, where in `written` its source begins
  std::vector<std::size_t> word_ends;     ///< and ends
  std::vector<Word> words;
  Frames begin = 0, end = 0;
  bool sentence_end = false, block_end = false;
  std::string block_kind;  ///< "title", "paragraph" …
  std::string file;        ///< as the user named it
  std::size_t line = 0;
};

struct FileOptions {
  bool no_clobber = false;  ///< an existing target is an error (cannot_create) instead of being replaced
  /// Not owned, may be null: when it is true, a write that waits for the reader of a pipe gives up.
  const std::atomic<bool>* cancelled = nullptr;
};

/// Takes clauses as they are spoken and writes a file of them as it goes;
/// nothing is built up in memory. The file appears whole or not at all: a
/// writer that is destroyed unfinished leaves none. A device, a pipe or "-"
/// (standard output) is written to directly. Thread: one at a time.
class TimelineWriter {
 public:
  virtual ~TimelineWriter() = default;
  /// Errors: io, broken_pipe.
  virtual Result<void> add(const Clause& clause) = 0;
  /// Nothing more comes: all is put on disk, still without its name. `total`: frames of
  /// the whole output. Errors: io, broken_pipe.
  virtual Result<void> complete(Frames total) = 0;
  /// The file takes its name. Errors: cannot_create.
  virtual Result<void> finish() = 0;
};

/// JSON: one object with `version`, `title`, `sample_rate`, `clauses` (one a
/// line, written as they come) and, at its end, `frames`. Errors: cannot_create.
[[nodiscard]] Result<std::unique_ptr<TimelineWriter>> json_writer(const std::string& path, int sample_rate,
                                                                  const std::string& title,
                                                                  const FileOptions& options = {});

/// WebVTT or SRT by the extension (.vtt, .srt): the article's own text, cut at
/// clauses, at most two lines of 42 characters. Errors: usage (another
/// extension), cannot_create.
[[nodiscard]] Result<std::unique_ptr<TimelineWriter>> caption_writer(const std::string& path, int sample_rate,
                                                                     const FileOptions& options = {});

}  // namespace loa::timeline
