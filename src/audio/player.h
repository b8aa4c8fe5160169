// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "audio/sink.h"

namespace loa::audio {

struct Device {
  int index = 0;
  std::string name, host_api;
  double default_sample_rate = 0;
  double low_latency_seconds = 0, high_latency_seconds = 0;
  bool is_default = false;
};

/// Output devices that PortAudio sees. Time-limited: a frozen sound server is an
/// error (no_device), not a hang. An empty list is a value.
[[nodiscard]] Result<std::vector<Device>> devices();

struct PlayerOptions {
  std::string device;  ///< a name or part of one, or an index; empty: the default
  /// Silence before the first word, for sinks that wake up slowly. The default is twice
  /// what a null sink of PulseAudio needs: without it 11 to 20 ms of sound were missing in
  /// 12 tries of 12, with 20 ms none in 12 of 12.
  std::chrono::milliseconds lead_in{40};
};

struct PlayerReport {
  Frames played = 0;          ///< handed to the device, without lead-in and tail silence
  Frames starved_frames = 0;  ///< silence sent because synthesis was late
  unsigned underflows = 0;    ///< as PortAudio counts them
};

/// Plays through PortAudio: callback ← lock-free ring ← write(). finish() drains
/// by sending silence of its own behind the last sample; discard() stops within
/// 50 ms. A lost device, a suspended sink or a frozen server end in no_device.
class Player : public AudioSink, public PlaybackClock {
 public:
  [[nodiscard]] virtual PlayerReport report() const = 0;
  /// Makes a blocked write() or finish() return `interrupted` at once and stops the
  /// sound. Async-signal-safe, any thread.
  virtual void cancel() noexcept = 0;
};

/// The device is looked for at once, in a thread of the player's own; begin() opens
/// it there and does not wait for it, so that synthesis goes on meanwhile. What is
/// wrong with it is told by the next call. finish() without a write plays nothing.
/// A thread that hangs in a frozen sound server is left behind after 0.5 s.
[[nodiscard]] std::unique_ptr<Player> make_player(PlayerOptions options);

/// Whether a thread was left behind in a sound server that did not answer. It may wake up
/// at any time, inside libraries whose exit handlers would meanwhile pull their data away
/// (ALSA's plug-ins abort then): the program leaves by _Exit. Any thread.
[[nodiscard]] bool left_a_thread_behind() noexcept;

}  // namespace loa::audio
