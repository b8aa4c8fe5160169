// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace loa::speech {

/// Owns a file descriptor.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    if (this != &other) {
      reset();
      fd_ = std::exchange(other.fd_, -1);
    }
    return *this;
  }
  ~Fd() { reset(); }
  void reset();
  [[nodiscard]] int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// Two connected ends, close-on-exec and above the standard descriptors. Both empty on failure.
struct SocketPair {
  Fd ours, theirs;
};
[[nodiscard]] SocketPair make_socket_pair(int type);

/// In a child: dies with `parent`, whatever ends it. Leaves the process when it is gone already.
void die_with_parent(pid_t parent);

/// In the speech process: nothing of the terminal or of the parent's files is kept
/// but `keep_a` and `keep_b`, signals meant for the user's program do not end it,
/// a crash leaves no core file.
void detach_from_terminal(int keep_a, int keep_b);

/// What a child has sent, and how it ended, as waitpid says it.
struct ChildAnswer {
  std::string bytes;
  int status = 0;
};
/// Forks a child that does `work` with its end of a stream and leaves with what that returns, and
/// waits for all that it sends and for its end. The child dies with this process, has nothing of
/// its terminal, and is ended after `seconds`; 0: never. Nothing, with errno: it could not be forked.
[[nodiscard]] std::optional<ChildAnswer> ask_child(unsigned seconds,
                                                   const std::function<int(int socket)>& work);

/// Writes everything to a socket, waiting if need be. False when the other end is gone or does not read.
[[nodiscard]] bool send_all(int socket, std::string_view bytes);
/// Fills `bytes`; false at the end of the stream.
[[nodiscard]] bool receive_all(int socket, char* bytes, std::size_t size);

/// One byte with a descriptor beside it, and back.
[[nodiscard]] bool send_descriptor(int socket, int descriptor);
[[nodiscard]] Fd receive_descriptor(int socket);

}  // namespace loa::speech
