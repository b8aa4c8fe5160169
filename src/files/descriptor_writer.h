// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "loa/base/result.h"

namespace loa::files {

/// Writes bytes to a descriptor so that no failure is lost: libsndfile's encoders
/// forget errors of their own output (a full disk ends in success), so they write
/// through this, which keeps the first errno for the caller to ask for.
///
/// Positions count from where the descriptor stood. Small writes are gathered.
/// A regular file can be corrected by seeking back. On a pipe, bytes leave in
/// order and a correction behind them is dropped without an error, since an
/// encoder that finds it cannot seek may give up instead of going on.
/// Thread: one. Does not own the descriptor.
class DescriptorWriter {
 public:
  explicit DescriptorWriter(int fd, const std::atomic<bool>* cancelled = nullptr);

  [[nodiscard]] bool seekable() const { return seekable_; }
  [[nodiscard]] int descriptor() const { return fd_; }

  /// Takes all bytes; after a failure they go nowhere.
  void write(const void* data, std::size_t bytes);
  /// The next write() goes to `position`.
  void seek(std::int64_t position) { position_ = position; }
  [[nodiscard]] std::int64_t position() const { return position_; }
  /// One past the last byte ever written.
  [[nodiscard]] std::int64_t size() const { return size_; }

  /// Hands what was gathered to the system. False when anything failed so far.
  bool flush();
  /// Forgets what was gathered; nothing is written from here on.
  void abandon() noexcept;
  /// Leaves the descriptor's own offset behind the last byte, for who shares it with us.
  void leave_at_end();

  /// The first errno of any write; 0: none. ECANCELED: interrupted by the user.
  [[nodiscard]] int error() const { return error_; }

 private:
  void write_out(const std::uint8_t* data, std::size_t bytes, std::int64_t position);

  int fd_;
  const std::atomic<bool>* cancelled_;
  bool seekable_ = false;
  std::int64_t base_ = 0;      // offset of our position 0 in a seekable file
  std::int64_t position_ = 0;  // of the next write
  std::int64_t size_ = 0;
  std::vector<std::uint8_t> gathered_;
  std::int64_t gathered_at_ = 0;
  int error_ = 0;
};

/// An error while writing to `name` (a path, or what to call the output).
[[nodiscard]] Error write_error(const std::string& name, int error_number);

}  // namespace loa::files
