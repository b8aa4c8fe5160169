// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "loa/base/result.h"

namespace loa::audio {

/// Frames of mono audio at the rate of the stream they belong to.
using Frames = std::int64_t;

struct Format {
  int sample_rate = 22050;  ///< Hz
  friend bool operator==(const Format&, const Format&) = default;
};

/// Where mono 16-bit audio goes. The order of calls is begin, write …, then
/// (complete and) finish, or discard. A sink that is destroyed unfinished discards: it leaves
/// no file. Thread: the writer's, unless said otherwise.
class AudioSink {
 public:
  virtual ~AudioSink() = default;
  /// Opens the device or the temporary file. Errors: no_device, cannot_create.
  virtual Result<void> begin(const Format& format) = 0;
  /// Takes all of `samples`; blocks while there is no room, which is how memory
  /// stays flat. Errors: io, no_device (lost), broken_pipe, interrupted.
  virtual Result<void> write(std::span<const std::int16_t> samples) = 0;
  /// Nothing more will be written: a file is put on disk, still without its name, so that
  /// finish() has only the name to give and several outputs can appear together. May be left
  /// out, finish() does the same; what is heard or streamed has nothing to do. Errors: io.
  virtual Result<void> complete() { return {}; }
  /// Returns when everything was heard, or is safely on disk under its name.
  virtual Result<void> finish() = 0;
  /// Stops at once (sound within 50 ms) and leaves no file. Never fails.
  virtual void discard() noexcept = 0;
};

/// Says which frame is being heard.
class PlaybackClock {
 public:
  virtual ~PlaybackClock() = default;
  /// Frames of this stream that have left the loudspeaker, estimated from the
  /// device's own time and latency; never falls. Any thread.
  [[nodiscard]] virtual Frames heard() const = 0;
};

}  // namespace loa::audio
