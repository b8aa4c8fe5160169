// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine.h"
#include "speech/process.h"

namespace loa::speech {

/// The life of a worker: waits on `tasks` for one task, speaks it into the socket
/// that came with it, and is gone. Called in a fresh fork of the speech process,
/// whose engine has its voice and has never spoken.
[[noreturn]] void run_worker(Fd tasks, const VoiceSettings& settings, int sample_rate);

}  // namespace loa::speech
