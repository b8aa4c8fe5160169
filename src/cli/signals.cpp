// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>

#include "cli/exit_code.h"

namespace loa::cli {
namespace {

struct Slot {
  std::atomic<OnStop::Cancel> cancel{nullptr};
  std::atomic<void*> object{nullptr};
};
// A programme and a player at most; a free one is found at once.
std::array<Slot, 4> slots;
std::atomic<int> registered{0};
std::atomic<int> signals_seen{0};
std::array<int, 2> stop_pipe{-1, -1};

static_assert(std::atomic<OnStop::Cancel>::is_always_lock_free && std::atomic<void*>::is_always_lock_free &&
              std::atomic<int>::is_always_lock_free);

extern "C" void handle_stop(int) {
  constexpr int kPatience = 3;
  const int saved = errno;
  const int seen = ++signals_seen;
  if (registered == 0 || seen >= kPatience) _exit(static_cast<int>(ExitCode::interrupted));
  for (Slot& slot : slots)
    if (const auto cancel = slot.cancel.load()) cancel(slot.object.load());
  const char byte = 0;
  [[maybe_unused]] const ssize_t told = ::write(stop_pipe[1], &byte, 1);
  errno = saved;
}

}  // namespace

void ignore_file_size_signal() { static_cast<void>(::signal(SIGXFSZ, SIG_IGN)); }

void install_signal_handlers() {
  if (::pipe2(stop_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) stop_pipe = {-1, -1};
  struct sigaction action {};
  // Without SA_RESTART: a read that waits for the keyboard must come back.
  action.sa_handler = &handle_stop;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // nohup asks to live on when the terminal goes. An ignored SIGINT only says that a script
    // started us in the background; whoever sends one means it.
    struct sigaction before {};
    if (signal == SIGHUP && sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
      continue;
    sigaction(signal, &action, nullptr);
  }
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, nullptr);
}

bool stop_requested() noexcept { return signals_seen != 0; }

int stop_descriptor() noexcept { return stop_pipe[0]; }

OnStop::OnStop(Cancel cancel, void* object) : slot_(0) {
  while (slots[static_cast<std::size_t>(slot_)].object.load() != nullptr)
    if (static_cast<std::size_t>(++slot_) == slots.size()) std::abort();
  Slot& slot = slots[static_cast<std::size_t>(slot_)];
  slot.object = object;
  slot.cancel = cancel;
  ++registered;
  if (stop_requested()) cancel(object);
}

OnStop::~OnStop() {
  Slot& slot = slots[static_cast<std::size_t>(slot_)];
  --registered;
  slot.cancel = nullptr;
  slot.object = nullptr;
}

}  // namespace loa::cli
