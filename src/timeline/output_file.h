// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "loa/base/result.h"

namespace loa::timeline {

/// A text file that appears whole or not at all: written under a temporary name
/// in the folder of its target, synced and renamed by commit(). A device, a pipe
/// or "-" (standard output) is written to directly, and every write is passed on
/// by flush(). Thread: one at a time.
class OutputFile {
 public:
  /// Errors: cannot_create.
  static Result<OutputFile> create(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  /// Removes the temporary file when it was not committed.
  ~OutputFile();

  /// Buffered. Errors: io, broken_pipe.
  Result<void> write(std::string_view text);
  /// Passes on what is buffered where the reader may be waiting for it: when
  /// written directly; a file that is not yet visible is left to its buffer.
  Result<void> flush();
  /// Everything is on disk under its name. Errors: io, broken_pipe.
  Result<void> commit();

 private:
  OutputFile() = default;
  Result<void> drain();
  [[nodiscard]] Error failure(int number) const;

  std::string path_;       ///< as the user named it
  std::string target_;     ///< with symbolic links resolved
  std::string temporary_;  ///< empty: written directly, or committed
  std::string buffer_;
  int fd_ = -1;
  bool owned_ = false;  ///< the descriptor is ours to close
  bool direct_ = false;
};

}  // namespace loa::timeline
