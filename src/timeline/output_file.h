// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "files/descriptor_writer.h"
#include "files/target_file.h"
#include "loa/base/result.h"
#include "timeline/timeline.h"

namespace loa::timeline {

/// A text file that appears whole or not at all: complete() puts it on disk without
/// its name, commit() gives it the name; see files::TargetFile. A device, a pipe or "-"
/// (standard output) is written to directly, and every write is passed on by flush().
/// Thread: one at a time.
class OutputFile {
 public:
  /// Errors: cannot_create; interrupted while a pipe waits for its reader.
  static Result<OutputFile> create(const std::string& path, const FileOptions& options = {});

  /// Buffered. Errors: io, broken_pipe, interrupted.
  Result<void> write(std::string_view text);
  /// Passes on what is buffered where the reader may be waiting for it: when
  /// written directly; a file that is not yet visible is left to its buffer.
  Result<void> flush();
  /// Everything is on disk, or has left. Errors: io, broken_pipe, interrupted.
  Result<void> complete();
  /// complete(), and under its name. Errors: cannot_create as well.
  Result<void> commit();

 private:
  OutputFile(files::Target target, bool no_clobber) : target_(std::move(target)), no_clobber_(no_clobber) {}
  [[nodiscard]] Result<void> check() const;

  files::Target target_;
  bool no_clobber_;
  std::optional<files::TargetFile> file_;  ///< none: written directly
  std::unique_ptr<files::DescriptorWriter> writer_;
};

}  // namespace loa::timeline
