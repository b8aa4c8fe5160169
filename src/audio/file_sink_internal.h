// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/file_sink.h"

namespace loa::audio {

/// What the tests make smaller or switch off.
struct FileLimits {
  /// Where RIFF ends: its size field counts the file less 8 bytes in 32 bits, and all
  /// ones mean "unknown" to some readers.
  std::int64_t riff_bytes = 0xFFFF'FFF0;
  bool allow_unnamed = true;  ///< false: a hidden temporary name, never O_TMPFILE
};

[[nodiscard]] std::unique_ptr<AudioSink> file_sink(std::string path, FileOptions options, FileLimits limits);

}  // namespace loa::audio
