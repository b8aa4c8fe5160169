// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/target_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>

#include "files/descriptor_writer.h"
#include "loa/base/message.h"

namespace loa::files {
namespace {

Error cannot_create(const std::string& path, const std::string& reason) {
  return Error{ErrorCode::cannot_create, trf("cannot create {}: {}", path, reason)};
}

Error cannot_create(const std::string& path, int error_number) {
  return cannot_create(path, system_message(error_number));
}

Error already_there(const std::string& path) {
  return cannot_create(path, tr("it exists already, and is not to be replaced"));
}

/// Empty, with errno set, when there is no such path.
std::string canonical(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : std::string();
}

std::string link_text(const std::string& path) {
  std::string text(PATH_MAX, '\0');
  const ssize_t length = readlink(path.c_str(), text.data(), text.size());
  text.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
  return text;
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.size() <= 9 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string descriptor_path(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

/// Nobody else's name, and short enough for every file system.
std::string hidden_name() {
  std::random_device random;
  return fmt::format(".loa-{:08x}{:08x}.part", random(), random());
}

int link_without_replacing(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // File systems without that flag have hard links, which never replace either.
  if (link(from.c_str(), to.c_str()) != 0) return errno;
  unlink(from.c_str());
  return 0;
}

/// The new name must survive a power cut as well. The file itself is safe by now, so
/// a folder that cannot be synced (some network file systems) is no failure.
void sync_folder(const std::string& folder) {
  const Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) fsync(directory.get());
}

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

Result<Target> resolve_target(const std::string& path, bool no_clobber) {
  Target target;
  target.path = path;
  if (path.empty()) return cannot_create(path, ENOENT);
  const std::string own_descriptors = canonical("/proc/self/fd");

  std::string step = path;
  for (int links = 0;; ++links) {
    if (links > 40) return cannot_create(path, ELOOP);
    const std::size_t slash = step.rfind('/');
    target.name = slash == std::string::npos ? step : step.substr(slash + 1);
    std::string folder = ".";
    if (slash != std::string::npos) folder = slash == 0 ? "/" : step.substr(0, slash);
    target.folder = canonical(folder);
    if (target.folder.empty()) return cannot_create(path, errno);
    if (target.name.empty() || target.name == "." || target.name == "..") return cannot_create(path, EISDIR);

    if (!own_descriptors.empty() && target.folder == own_descriptors && all_digits(target.name)) {
      // /dev/stdout and its kind: what our caller opened is written to, whatever it is.
      int number = -1;
      std::from_chars(target.name.data(), target.name.data() + target.name.size(), number);
      target.stream = Descriptor(fcntl(number, F_DUPFD_CLOEXEC, 3));
      if (!target.is_stream()) return cannot_create(path, errno);
      return target;
    }
    struct stat status {};
    if (lstat(target.real_path().c_str(), &status) != 0) {
      if (errno != ENOENT) return cannot_create(path, errno);
      if (links > 0 && no_clobber) return already_there(path);  // the link itself is there
      return target;
    }
    if (S_ISLNK(status.st_mode)) {
      const std::string text = link_text(target.real_path());
      if (text.empty()) return cannot_create(path, errno);
      step = text.front() == '/' ? text : target.folder + "/" + text;
      continue;
    }
    if (S_ISDIR(status.st_mode)) return cannot_create(path, EISDIR);
    if (S_ISREG(status.st_mode)) {
      if (no_clobber) return already_there(path);
      // A rename would replace a write-protected file without asking.
      if (faccessat(AT_FDCWD, target.real_path().c_str(), W_OK, AT_EACCESS) != 0)
        return cannot_create(path, errno);
      target.exists = true;
      return target;
    }
    target.stream = Descriptor(open(target.real_path().c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
    if (!target.is_stream()) {
      if (errno == EINTR) return Error{ErrorCode::interrupted, tr("interrupted")};
      return cannot_create(path, errno);
    }
    return target;
  }
}

Result<TargetFile> TargetFile::create(const Target& target, bool allow_unnamed) {
  constexpr mode_t kMode = 0666;  // less what the umask takes
  if (allow_unnamed) {
    Descriptor unnamed(open(target.folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode));
    // It is named through /proc later; where that is not mounted, have a name from the start.
    if (unnamed.get() >= 0 && access(descriptor_path(unnamed.get()).c_str(), F_OK) == 0)
      return TargetFile(std::move(unnamed), {});
  }
  for (;;) {
    std::string hidden = target.folder + "/" + hidden_name();
    Descriptor named(open(hidden.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kMode));
    if (named.get() >= 0) return TargetFile(std::move(named), std::move(hidden));
    if (errno != EEXIST && errno != EINTR) return cannot_create(target.path, errno);
  }
}

TargetFile::~TargetFile() {
  if (!hidden_path_.empty()) unlink(hidden_path_.c_str());
}

Result<void> TargetFile::sync(const Target& target, bool no_clobber) {
  struct stat replaced {};
  if (!no_clobber && stat(target.real_path().c_str(), &replaced) == 0) {
    // The owner only where we may: an editor run by root leaves a file its owner, too.
    if (fchown(descriptor(), replaced.st_uid, replaced.st_gid) != 0) errno = 0;
    fchmod(descriptor(), replaced.st_mode & 07777U);
  }
  while (fsync(descriptor()) != 0) {
    if (errno == EINVAL || errno == ENOSYS) break;  // not a kind of file system that can
    if (errno != EINTR) return write_error(target.path, errno);
  }
  synced_ = true;
  return {};
}

Result<void> TargetFile::commit(const Target& target, bool no_clobber) {
  if (!synced_) LOA_TRY(sync(target, no_clobber));
  const std::string final_path = target.real_path();
  if (hidden_path_.empty()) {
    const std::string unnamed = descriptor_path(descriptor());
    const auto name_it = [&](const std::string& name) {
      return linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
    };
    int failure = name_it(final_path);
    if (failure == 0) {
      sync_folder(target.folder);
      return {};
    }
    if (failure == EEXIST && no_clobber) return already_there(target.path);
    // A link never replaces: take a hidden name first, then rename.
    while (failure == EEXIST) {
      hidden_path_ = target.folder + "/" + hidden_name();
      failure = name_it(hidden_path_);
    }
    if (failure != 0) {
      hidden_path_.clear();
      return cannot_create(target.path, failure);
    }
  }

  int failure = 0;
  if (no_clobber) {
    failure = link_without_replacing(hidden_path_, final_path);
    if (failure == EEXIST) return already_there(target.path);
  } else if (std::rename(hidden_path_.c_str(), final_path.c_str()) != 0) {
    failure = errno;
  }
  if (failure != 0) return cannot_create(target.path, failure);
  hidden_path_.clear();
  sync_folder(target.folder);
  return {};
}

}  // namespace loa::files
