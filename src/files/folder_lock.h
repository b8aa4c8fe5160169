// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "files/target_file.h"

namespace loa::files {

/// Held by one process at a time, for files of a folder that are read, changed and written anew.
/// Leaves no file behind; the system gives it up with the process, whatever ends that.
/// Where the file system knows no locks it holds nobody up, nor protects.
class FolderLock {
 public:
  /// Waits until it is ours.
  explicit FolderLock(const std::string& folder);

 private:
  Descriptor folder_;
};

}  // namespace loa::files
