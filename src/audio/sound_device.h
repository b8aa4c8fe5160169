// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "audio/player.h"

namespace loa::audio {

/// Gives the samples of one stream, block by block, in the device's own thread.
class SoundSource {
 public:
  virtual ~SoundSource() = default;
  /// Fills `out`, whose first sample will be heard after `delay`. Returns false
  /// with the last block. Never waits, allocates or locks.
  virtual bool render(std::span<std::int16_t> out, std::chrono::nanoseconds delay,
                      bool underflow) noexcept = 0;
  /// No further block will be asked for, whatever the reason.
  virtual void stopped() noexcept = 0;
};

struct OpenedDevice {
  int sample_rate = 0;               ///< the wanted one, or the device's own where it refuses that
  std::chrono::nanoseconds latency;  ///< from render() to the ear
};

/// A sound system with one stream. Every call may block for ever when a sound
/// server hangs, so all are made by one thread that can be left behind.
class SoundDevice {
 public:
  virtual ~SoundDevice() = default;
  /// Errors: no_device.
  virtual Result<void> initialise() = 0;
  virtual Result<std::vector<Device>> list() = 0;
  /// `which` as in PlayerOptions::device. `source` is not owned and outlives close().
  virtual Result<OpenedDevice> open(const std::string& which, int wanted_rate, SoundSource& source) = 0;
  virtual Result<void> start() = 0;
  /// Stops the sound at once and drops what the device still holds.
  virtual void stop() noexcept = 0;
  /// Undoes open() and initialise(), as far as they came.
  virtual void close() noexcept = 0;
};

[[nodiscard]] std::unique_ptr<SoundDevice> portaudio_device();

/// Time limits of a player; tests with a device of their own make them short.
struct PlayerLimits {
  std::chrono::milliseconds open{10'000};        ///< initialise, open, start
  std::chrono::milliseconds first_block{5'000};  ///< a sleeping sink took 1.9 s
  std::chrono::milliseconds next_block{2'000};   ///< silence of the device that means it is gone
  std::chrono::milliseconds close{500};          ///< then the thread is left behind
};

[[nodiscard]] std::unique_ptr<Player> make_player(PlayerOptions options, std::unique_ptr<SoundDevice> device,
                                                  PlayerLimits limits);

}  // namespace loa::audio
