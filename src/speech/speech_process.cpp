// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/speech_process.h"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include "loa/base/message.h"
#include "speech/espeak.h"
#include "speech/repairs.h"
#include "speech/wire.h"
#include "speech/worker.h"

namespace loa::speech {
namespace {

constexpr long kHeadStart = 3'000'000;   // ns that the first worker of a voice has for itself
constexpr long kForkAgain = 50'000'000;  // ns until a fork that failed is tried again

/// The inside of a speech process: a voice, and workers that wait for a task.
class Host {
 public:
  Host(Fd control, Fd tasks) : control_(std::move(control)), tasks_(std::move(tasks)), pid_(getpid()) {}

  [[noreturn]] void run(const std::string& data_path, bool standby) {
    static_cast<void>(signal(SIGCHLD, [](int) {}));  // only to be woken from ppoll
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, nullptr);
    if (standby) wait_for_request();
    reply_ = espeak::start(data_path);
    load_repairs();
    for (;;) {
      fill_pool();
      if (wait_for_request()) serve_request();
      reap();
    }
  }

 private:
  /// One worker more than may speak at a time: the next is forked while they speak.
  /// Behind a new voice only the first, which somebody waits for.
  [[nodiscard]] std::size_t pool_size() const {
    if (!configured_) return 0;
    return fresh_voice_ ? 1 : jobs_ + 1;
  }

  void fill_pool() {
    while (workers_.size() < pool_size()) {
      const pid_t pid = fork();
      if (pid == 0) {
        die_with_parent(pid_);
        control_.reset();
        run_worker(std::move(tasks_), settings_, reply_.sample_rate);
      }
      if (pid < 0) return;  // tried again soon, see wait_for_request
      workers_.push_back(pid);
    }
  }

  /// True when a request waits. Returns also when a worker has ended.
  bool wait_for_request() {
    struct pollfd request {
      control_.get(), POLLIN, 0
    };
    const bool rested = !fresh_voice_ && workers_.size() >= pool_size();
    const struct timespec soon { 0, fresh_voice_ ? kHeadStart : kForkAgain };
    sigset_t none;
    sigemptyset(&none);
    const int ready = ppoll(&request, 1, rested ? nullptr : &soon, &none);
    if (ready <= 0) fresh_voice_ = false;
    return ready > 0;
  }

  void serve_request() {
    std::array<char, 4096> packet{};
    const ssize_t size = recv(control_.get(), packet.data(), packet.size(), 0);
    if (size < 0 && errno == EINTR) return;
    if (size <= 0) {  // the parent is done, or gone; then the workers find nothing to do
      for (const pid_t worker : workers_) waitpid(worker, nullptr, 0);
      _exit(0);
    }
    wire::Reader reader({packet.data(), static_cast<std::size_t>(size)});
    switch (reader.number<wire::Request>()) {
      case wire::Request::configure:
        configure(wire::read_settings(reader));
        break;
      case wire::Request::jobs:
        jobs_ = std::max(1U, reader.number<unsigned>());
        break;
    }
  }

  void configure(VoiceSettings settings) {
    wire::Reply reply = reply_;
    if (reply.status == wire::Status::ok) {
      // Those that wait have the old voice.
      for (const pid_t worker : workers_) kill(worker, SIGKILL);
      for (const pid_t worker : workers_) waitpid(worker, nullptr, 0);
      workers_.clear();
      settings_ = std::move(settings);
      reply.status = espeak::set_voice(settings_, reply.subject);
      fresh_voice_ = configured_ = reply.status == wire::Status::ok;
    }
    const std::string bytes = wire::encode(reply);
    if (send(control_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) _exit(0);
    // The workers are forked behind the answer, while the parent gets its first task ready.
  }

  void reap() {
    for (;;) {
      const pid_t ended = waitpid(-1, nullptr, WNOHANG);
      if (ended <= 0) return;
      std::erase(workers_, ended);
    }
  }

  Fd control_, tasks_;
  pid_t pid_;
  wire::Reply reply_;
  VoiceSettings settings_;
  bool configured_ = false;
  bool fresh_voice_ = false;  ///< its first worker has not had its head start
  unsigned jobs_ = 1;
  std::vector<pid_t> workers_;
};

}  // namespace

SpeechProcess& SpeechProcess::operator=(SpeechProcess&& other) noexcept {
  if (this != &other) {
    end();
    pid = std::exchange(other.pid, -1);
    control = std::move(other.control);
    tasks = std::move(other.tasks);
  }
  return *this;
}

void SpeechProcess::leave() {
  tasks.reset();
  if (control) {
    shutdown(control.get(), SHUT_WR);
    struct pollfd gone {
      control.get(), POLLIN, 0
    };
    poll(&gone, 1, 100);
  }
  end();
}

void SpeechProcess::end() {
  control.reset();
  tasks.reset();
  if (pid > 0) {
    kill(pid, SIGKILL);  // its workers die with it
    while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  pid = -1;
}

Result<SpeechProcess> fork_speech_process(const std::string& data_path, bool standby) {
  SocketPair control = make_socket_pair(SOCK_SEQPACKET);
  SocketPair tasks = make_socket_pair(SOCK_SEQPACKET);
  const pid_t parent = getpid();
  const pid_t pid = control.ours && tasks.ours ? fork() : -1;
  if (pid < 0)
    return Error{ErrorCode::no_device, trf("cannot start the speech process: {}", system_message(errno))};
  if (pid == 0) {
    die_with_parent(parent);
    detach_from_terminal(control.theirs.get(), tasks.theirs.get());
    Host(std::move(control.theirs), std::move(tasks.theirs)).run(data_path, standby);
  }
  SpeechProcess process;
  process.pid = pid;
  process.control = std::move(control.ours);
  process.tasks = std::move(tasks.ours);
  return process;
}

}  // namespace loa::speech
