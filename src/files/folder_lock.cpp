// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace loa::files {

FolderLock::FolderLock(const std::string& folder)
    : folder_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  while (folder_.get() >= 0 && flock(folder_.get(), LOCK_EX) != 0 && errno == EINTR) {
  }
}

}  // namespace loa::files
