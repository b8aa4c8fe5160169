// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "loa/base/result.h"

namespace loa::cli {

/// Standard output, which carries the product and nothing else. Buffered; every
/// failure is seen: a reader that went away (broken_pipe), a full disk (io).
class Output {
 public:
  /// `fd` is not closed by the destructor; what is still in the buffer is dropped by it.
  explicit Output(int fd = 1) : fd_(fd) {}

  Result<void> write(std::string_view text);
  Result<void> flush();
  /// flush(), and asks the file system whether it really took everything.
  Result<void> finish();

 private:
  int fd_;
  std::string buffer_;
};

}  // namespace loa::cli
