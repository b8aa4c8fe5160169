// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace loa::speech {
namespace {

/// A program may be started without standard descriptors; ours must not take their numbers.
Fd above_standard(int fd) {
  if (fd < 0 || fd > STDERR_FILENO) return Fd(fd);
  Fd low(fd);
  return Fd(fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

/// One byte with room for a descriptor beside it. Its parts point to each other.
struct DescriptorMessage {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};

  DescriptorMessage() {
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
  DescriptorMessage(const DescriptorMessage&) = delete;
  DescriptorMessage& operator=(const DescriptorMessage&) = delete;
};

void close_between(unsigned first, unsigned last) {
  if (first > last || close_range(first, last, 0) == 0) return;
  struct rlimit limit {};
  getrlimit(RLIMIT_NOFILE, &limit);
  const unsigned end = static_cast<unsigned>(std::min<rlim_t>(limit.rlim_cur, 65536));
  for (unsigned fd = first; fd <= last && fd < end; ++fd) close(static_cast<int>(fd));
}

}  // namespace

void Fd::reset() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
}

SocketPair make_socket_pair(int type) {
  std::array<int, 2> ends{-1, -1};
  if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
  SocketPair pair{above_standard(ends[0]), above_standard(ends[1])};
  return pair.ours && pair.theirs ? std::move(pair) : SocketPair{};
}

void die_with_parent(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
}

void detach_from_terminal(int keep_a, int keep_b) {
  const auto low = static_cast<unsigned>(std::min(keep_a, keep_b));
  const auto high = static_cast<unsigned>(std::max(keep_a, keep_b));
  close_between(STDERR_FILENO + 1, low - 1);
  close_between(low + 1, high - 1);
  close_between(high + 1, ~0U);
  // The engine's own complaints go nowhere: what matters comes back in replies and reports.
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(null, standard);
  if (null > STDERR_FILENO) close(null);
  // The user's program decides what Ctrl-C ends; this process ends with it.
  for (const int ignored : {SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE, SIGUSR1, SIGUSR2})
    static_cast<void>(signal(ignored, SIG_IGN));  // these can all be set
  for (const int plain : {SIGCHLD, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM, SIGWINCH})
    static_cast<void>(signal(plain, SIG_DFL));
  sigset_t none_blocked;
  sigemptyset(&none_blocked);
  sigprocmask(SIG_SETMASK, &none_blocked, nullptr);
  const struct rlimit none {};
  setrlimit(RLIMIT_CORE, &none);
}

std::optional<ChildAnswer> ask_child(unsigned seconds, const std::function<int(int socket)>& work) {
  SocketPair pair = make_socket_pair(SOCK_STREAM);
  const pid_t parent = getpid();
  const pid_t pid = pair.ours ? fork() : -1;
  if (pid < 0) return std::nullopt;
  if (pid == 0) {
    die_with_parent(parent);
    alarm(seconds);
    detach_from_terminal(pair.theirs.get(), pair.theirs.get());
    _exit(work(pair.theirs.get()));
  }
  pair.theirs.reset();
  ChildAnswer answer;
  std::array<char, 4096> chunk{};
  for (ssize_t got = 1; got > 0 || (got < 0 && errno == EINTR);) {
    got = recv(pair.ours.get(), chunk.data(), chunk.size(), 0);
    if (got > 0) answer.bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  while (waitpid(pid, &answer.status, 0) < 0 && errno == EINTR) {
  }
  return answer;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = recv(socket, bytes, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool send_descriptor(int socket, int descriptor) {
  DescriptorMessage message;
  cmsghdr* header = CMSG_FIRSTHDR(&message.header);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof descriptor);
  std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  ssize_t sent = 0;
  do sent = sendmsg(socket, &message.header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == 1;
}

Fd receive_descriptor(int socket) {
  DescriptorMessage message;
  ssize_t got = 0;
  do got = recvmsg(socket, &message.header, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  const cmsghdr* header = got == 1 ? CMSG_FIRSTHDR(&message.header) : nullptr;
  if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return Fd();
  int descriptor = -1;
  std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
  return Fd(descriptor);
}

}  // namespace loa::speech
