// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "loa/base/message.h"

namespace loa::cli {
namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;

Error failure(int code) {
  if (code == EPIPE) return {ErrorCode::broken_pipe, tr("the reader of standard output went away")};
  return {ErrorCode::io, trf("cannot write to standard output: {}", system_message(code))};
}

}  // namespace

Result<void> Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) return flush();
  return {};
}

Result<void> Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      // Somebody who shares our standard output has made it non-blocking.
      pollfd waiting{fd_, POLLOUT, 0};
      if (::poll(&waiting, 1, -1) < 0 && errno != EINTR) return failure(errno);
    } else if (errno != EINTR) {
      const int code = errno;
      buffer_.clear();
      return failure(code);
    }
  }
  buffer_.clear();
  return {};
}

Result<void> Output::finish() {
  LOA_TRY(flush());
  // Network file systems tell of a full disk only when a descriptor is closed.
  if (const int copy = ::dup(fd_); copy >= 0 && ::close(copy) != 0 && errno != EINTR) return failure(errno);
  return {};
}

}  // namespace loa::cli
