// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "article/article.h"

namespace loa::bulletin {

/// A source that uses the time while it waits for a slow one (a pipe, a
/// keyboard): what was read before is spoken first, not held back by what has
/// not been written yet. Waiting can be interrupted.
class PatientSource : public article::ByteSource {
 public:
  struct Waiting {
    /// Called before a read that would block; its error is what read() returns.
    std::function<Result<void>()> use_the_time;
    /// Called when the wait has become long: the source is written while it is read
    /// (a keyboard, a log), and nothing may be held back for what comes next.
    std::function<Result<void>()> hold_nothing_back;
    /// Asked while waiting; true makes read() return `interrupted`.
    std::function<bool()> cancelled;
  };

  /// `waiting` must outlive the source.
  PatientSource(std::unique_ptr<article::ByteSource> source, const Waiting& waiting);

  Result<std::size_t> read(char* buffer, std::size_t size) override;
  [[nodiscard]] bool ready() const override;
  [[nodiscard]] const std::string& name() const override;

 private:
  std::unique_ptr<article::ByteSource> source_;
  const Waiting& waiting_;
};

}  // namespace loa::bulletin
