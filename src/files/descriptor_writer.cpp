// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/descriptor_writer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "loa/base/message.h"

namespace loa::files {
namespace {

constexpr std::size_t kGather = std::size_t{64} * 1024;

/// Whether bytes already written can be written again. Not in append mode, where
/// every write goes to the end whatever the offset.
bool can_correct(int fd) {
  struct stat status {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return false;
  const int flags = fcntl(fd, F_GETFL);
  return flags != -1 && (flags & O_APPEND) == 0;
}

}  // namespace

DescriptorWriter::DescriptorWriter(int fd, const std::atomic<bool>* cancelled)
    : fd_(fd), cancelled_(cancelled) {
  if (can_correct(fd)) {
    base_ = lseek(fd, 0, SEEK_CUR);
    seekable_ = base_ >= 0;
  }
}

void DescriptorWriter::write(const void* data, std::size_t bytes) {
  const auto* from = static_cast<const std::uint8_t*>(data);
  if (!seekable_ && position_ < size_) {
    // A correction of what has left already: skip what lies behind the end.
    const auto behind = std::min(bytes, static_cast<std::size_t>(size_ - position_));
    position_ += static_cast<std::int64_t>(behind);
    from += behind;
    bytes -= behind;
  }
  if (bytes == 0 || error_ != 0) return;

  const std::int64_t gathered_end = gathered_at_ + static_cast<std::int64_t>(gathered_.size());
  if (!gathered_.empty() && (position_ != gathered_end || gathered_.size() + bytes > kGather)) flush();
  if (bytes >= kGather) {
    write_out(from, bytes, position_);
  } else {
    if (gathered_.empty()) gathered_at_ = position_;
    gathered_.insert(gathered_.end(), from, from + bytes);
  }
  position_ += static_cast<std::int64_t>(bytes);
  size_ = std::max(size_, position_);
}

bool DescriptorWriter::flush() {
  if (!gathered_.empty()) {
    write_out(gathered_.data(), gathered_.size(), gathered_at_);
    gathered_.clear();
  }
  return error_ == 0;
}

void DescriptorWriter::abandon() noexcept {
  gathered_.clear();
  if (error_ == 0) error_ = ECANCELED;
}

void DescriptorWriter::leave_at_end() {
  if (seekable_) lseek(fd_, base_ + size_, SEEK_SET);
}

void DescriptorWriter::write_out(const std::uint8_t* data, std::size_t bytes, std::int64_t position) {
  while (bytes > 0 && error_ == 0) {
    if (cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed)) {
      error_ = ECANCELED;
      return;
    }
    const ssize_t written =
        seekable_ ? pwrite(fd_, data, bytes, base_ + position) : ::write(fd_, data, bytes);
    if (written > 0) {
      data += written;
      bytes -= static_cast<std::size_t>(written);
      position += written;
    } else if (written == 0) {
      error_ = EIO;  // not to be seen with a write of more than zero bytes; never spin on it
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd waiting{fd_, POLLOUT, 0};
      poll(&waiting, 1, 100);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
}

Error write_error(const std::string& name, int error_number) {
  switch (error_number) {
    case EPIPE:
      return Error{ErrorCode::broken_pipe, trf("the reader of {} has gone away", name)};
    case ECANCELED:
      return Error{ErrorCode::interrupted, tr("interrupted")};
    default:
      return Error{ErrorCode::io, trf("cannot write {}: {}", name, system_message(error_number))};
  }
}

}  // namespace loa::files
