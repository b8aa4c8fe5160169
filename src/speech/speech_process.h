// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <utility>

#include "loa/base/result.h"
#include "speech/process.h"

namespace loa::speech {

/// A speech process, seen from its parent.
struct SpeechProcess {
  pid_t pid = -1;
  Fd control;  ///< requests and replies, a packet each
  Fd tasks;    ///< sockets for the workers: the first free one takes it

  SpeechProcess() = default;
  SpeechProcess(SpeechProcess&& other) noexcept { *this = std::move(other); }
  SpeechProcess& operator=(SpeechProcess&& other) noexcept;
  ~SpeechProcess() { end(); }
  /// Ends it and its workers at once.
  void end();
  /// Lets workers that have done their work leave by themselves, for a moment, and
  /// then ends it: so their CPU time is counted with the program's.
  void leave();
  explicit operator bool() const { return pid > 0; }
};

/// Forks a speech process. It starts eSpeak NG at once, or with `standby` when it
/// is first spoken to. Nothing of the program may be needed by it that is not there
/// yet: it never returns and never runs what the program registered to run at exit.
[[nodiscard]] Result<SpeechProcess> fork_speech_process(const std::string& data_path, bool standby);

}  // namespace loa::speech
