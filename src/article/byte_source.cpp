// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "article/article.h"
#include "loa/base/message.h"

namespace loa::article {
namespace {

class FileSource : public ByteSource {
 public:
  FileSource(int fd, bool owned, std::string name) : fd_(fd), owned_(owned), name_(std::move(name)) {}
  ~FileSource() override {
    if (owned_) ::close(fd_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(fd_, buffer, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      if (errno == EAGAIN || errno == EWOULDBLOCK) {  // the other end made our stdin non-blocking
        pollfd waiting{fd_, POLLIN, 0};
        ::poll(&waiting, 1, -1);
        continue;
      }
      const int error = errno;
      return Error{error == EISDIR ? ErrorCode::no_input : ErrorCode::io,
                   trf("cannot read {}: {}", shown_name(), system_message(error)), Place{name_}};
    }
  }

  bool ready() const override {
    pollfd asked{fd_, POLLIN, 0};
    return ::poll(&asked, 1, 0) > 0;
  }

  const std::string& name() const override { return name_; }

 private:
  std::string shown_name() const { return name_ == "-" ? std::string(tr("standard input")) : name_; }

  int fd_;
  bool owned_;
  std::string name_;
};

class StringSource : public ByteSource {
 public:
  StringSource(std::string text, std::string name) : text_(std::move(text)), name_(std::move(name)) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min(size, text_.size() - at_);
    std::memcpy(buffer, text_.data() + at_, count);
    at_ += count;
    return count;
  }
  const std::string& name() const override { return name_; }

 private:
  std::string text_;
  std::size_t at_ = 0;
  std::string name_;
};

Error cannot_open(const std::string& path, const std::string& why) {
  return Error{ErrorCode::no_input, trf("cannot read {}: {}", path, why), Place{path}};
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_source(const std::string& path) {
  const bool standard_input = path == "-";
  const int fd = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return cannot_open(path, system_message(errno));
  auto source = std::make_unique<FileSource>(fd, !standard_input, path);

  struct stat status {};
  if (::fstat(fd, &status) != 0) {
    return cannot_open(standard_input ? std::string(tr("standard input")) : path, system_message(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    return cannot_open(standard_input ? std::string(tr("standard input")) : path, tr("it is a directory"));
  }
  return std::unique_ptr<ByteSource>(std::move(source));
}

std::unique_ptr<ByteSource> string_source(std::string text, std::string name) {
  return std::make_unique<StringSource>(std::move(text), std::move(name));
}

}  // namespace loa::article
