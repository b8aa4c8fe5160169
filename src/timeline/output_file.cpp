// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "loa/base/message.h"

namespace loa::timeline {
namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr int kAttempts = 100;

std::string system_message(int number) { return std::system_category().message(number); }

Error cannot_create(const std::string& path, int number) {
  return {ErrorCode::cannot_create, trf("cannot create the file: {}", system_message(number)), {path}};
}

// Not mkstemp: it makes files that only their owner can read, and the umask
// cannot be asked for without changing it.
int open_temporary(const std::string& target, std::string& name) {
  const std::filesystem::path path(target);
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string leaf = "." + path.filename().string() + "." + std::to_string(::getpid()) + "-" +
                             std::to_string(attempt) + ".part";
    name = (path.parent_path() / leaf).string();
    const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
  return -1;
}

}  // namespace

Result<OutputFile> OutputFile::create(const std::string& path) {
  OutputFile file;
  file.path_ = path;
  if (path == "-") {
    file.fd_ = STDOUT_FILENO;
    file.direct_ = true;
    return file;
  }
  struct stat status = {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return cannot_create(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    file.fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file.fd_ < 0) return cannot_create(path, errno);
    file.owned_ = file.direct_ = true;
    return file;
  }
  // A symbolic link stays: what it points to is replaced.
  std::error_code ignored;
  const auto resolved = std::filesystem::canonical(path, ignored);
  file.target_ = ignored ? path : resolved.string();
  file.fd_ = open_temporary(file.target_, file.temporary_);
  if (file.fd_ < 0) {
    const int number = errno;
    file.temporary_.clear();
    return cannot_create(path, number);
  }
  file.owned_ = true;
  if (exists) static_cast<void>(::fchmod(file.fd_, status.st_mode & 07777));  // kept where the system lets us
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      buffer_(std::move(other.buffer_)),
      fd_(std::exchange(other.fd_, -1)),
      owned_(other.owned_),
      direct_(other.direct_) {}

OutputFile::~OutputFile() {
  if (fd_ >= 0 && owned_) ::close(fd_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Error OutputFile::failure(int number) const {
  if (number == EPIPE) return {ErrorCode::broken_pipe, trf("the reader of the output went away"), {path_}};
  return {ErrorCode::io, trf("cannot write: {}", system_message(number)), {path_}};
}

Result<void> OutputFile::drain() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return failure(errno);
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return {};
}

Result<void> OutputFile::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) return drain();
  return {};
}

Result<void> OutputFile::flush() {
  if (direct_) return drain();
  return {};
}

Result<void> OutputFile::commit() {
  LOA_TRY(drain());
  if (direct_) {
    if (owned_ && ::close(std::exchange(fd_, -1)) != 0) return failure(errno);
    return {};
  }
  if (::fsync(fd_) != 0) return failure(errno);
  if (::close(std::exchange(fd_, -1)) != 0) return failure(errno);
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return failure(errno);
  temporary_.clear();
  return {};
}

}  // namespace loa::timeline
