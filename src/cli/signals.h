// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loa::cli {

/// Ctrl-C, SIGTERM and SIGHUP. While something is registered that can be cancelled, the
/// handler cancels it and the program ends in good order; otherwise it ends at once
/// with exit status 130, and so it does at the third signal. A SIGHUP that was ignored
/// when the program started (nohup) stays ignored. SIGPIPE is ignored: writing tells.
void install_signal_handlers();

/// A file that grows past its limit (ulimit -f) is an error of writing, not the end of the
/// program. Called before the speech process is forked: it inherits this, and the sound
/// libraries that eSpeak NG brings along make large files in memory.
void ignore_file_size_signal();

/// True once a signal has come.
[[nodiscard]] bool stop_requested() noexcept;

/// A descriptor that becomes readable when a signal comes, to wait on beside others.
[[nodiscard]] int stop_descriptor() noexcept;

/// Registers something to cancel for its own lifetime. `cancel` must be
/// async-signal-safe. When the signal has come before, it is called at once.
class OnStop {
 public:
  using Cancel = void (*)(void* object) noexcept;

  OnStop(Cancel cancel, void* object);
  ~OnStop();
  OnStop(const OnStop&) = delete;
  OnStop& operator=(const OnStop&) = delete;

  /// For any object with a `cancel()` that is async-signal-safe.
  template <class T>
  explicit OnStop(T& object) : OnStop([](void* it) noexcept { static_cast<T*>(it)->cancel(); }, &object) {}

 private:
  int slot_;
};

}  // namespace loa::cli
