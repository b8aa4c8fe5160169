// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "loa/base/result.h"

namespace loa::files {

/// Owns a descriptor.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor();
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

/// Where a path really leads.
struct Target {
  std::string path;    ///< as the user named it, for messages
  std::string folder;  ///< of the file itself, behind all symbolic links
  std::string name;    ///< in that folder
  bool exists = false;
  Descriptor stream;  ///< open when the target is a device, a pipe or a descriptor of ours

  [[nodiscard]] bool is_stream() const { return stream.get() >= 0; }
  [[nodiscard]] std::string real_path() const { return folder + "/" + name; }
};

/// Follows symbolic links, a dangling one too, and opens what is no regular file.
/// Opening a FIFO waits for its reader. Errors: cannot_create (a folder, a missing
/// folder, a file that may not be written, with `no_clobber` one that exists);
/// interrupted, when a signal ends the wait.
[[nodiscard]] Result<Target> resolve_target(const std::string& path, bool no_clobber);

/// A new file beside its target that takes the target's name when it is whole.
/// Without a name at all where the file system knows such files (O_TMPFILE), so
/// that not even SIGKILL leaves anything behind; elsewhere under a hidden one.
class TargetFile {
 public:
  /// `allow_unnamed` false: always a hidden name. Errors: cannot_create.
  static Result<TargetFile> create(const Target& target, bool allow_unnamed = true);

  TargetFile(TargetFile&& other) noexcept
      : descriptor_(std::move(other.descriptor_)),
        hidden_path_(std::exchange(other.hidden_path_, {})),
        synced_(other.synced_) {}
  TargetFile& operator=(TargetFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(hidden_path_, other.hidden_path_);
    std::swap(synced_, other.synced_);
    return *this;
  }
  /// Removes what was not committed.
  ~TargetFile();

  [[nodiscard]] int descriptor() const { return descriptor_.get(); }

  /// Puts the file on disk, with the permissions of the file that it is going to replace.
  /// Errors: io.
  Result<void> sync(const Target& target, bool no_clobber);
  /// sync() if that was not done, and gives the file the target's name. With `no_clobber`
  /// it never replaces a file, however late that appeared. Errors: io, cannot_create; the
  /// file is then removed.
  Result<void> commit(const Target& target, bool no_clobber);

 private:
  TargetFile(Descriptor descriptor, std::string hidden_path)
      : descriptor_(std::move(descriptor)), hidden_path_(std::move(hidden_path)) {}

  Descriptor descriptor_;
  std::string hidden_path_;  // empty: no name yet, or no longer ours
  bool synced_ = false;
};

}  // namespace loa::files
