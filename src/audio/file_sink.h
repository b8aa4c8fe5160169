// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "audio/sink.h"

namespace loa::audio {

enum class FileFormat : unsigned char { wav, flac, opus, vorbis, mp3, raw };

/// By extension: .wav .flac .opus .ogg (Vorbis; .oga too) .mp3 .raw/.pcm; nothing for others.
[[nodiscard]] std::optional<FileFormat> format_of_path(const std::string& path);
/// By name as on the command line: wav, flac, opus, vorbis, mp3, raw.
[[nodiscard]] std::optional<FileFormat> format_of_name(const std::string& name);

/// Goes into the file where the format has room for it (UTF-8).
struct Metadata {
  std::string title;
  std::string artist;
  std::string date;  ///< ISO 8601, such as 2025-08-27
  std::string software;
};

struct FileOptions {
  FileFormat format = FileFormat::wav;
  Metadata metadata;
  bool no_clobber = false;  ///< an existing target is an error (cannot_create) instead of being replaced
};

/// Writes a file through libsndfile: to a temporary name in the same folder,
/// synced and renamed when whole. WAV is plain PCM RIFF (format tag 1) and
/// becomes RF64 only past 4 GiB. A target that is a device or a pipe is
/// written to directly. Opus is resampled to 48 kHz by itself where the rate needs it.
[[nodiscard]] std::unique_ptr<AudioSink> file_sink(std::string path, FileOptions options);

/// Streams to an open descriptor that need not seek: WAV with a header for
/// unknown length (corrected at the end where the descriptor can seek), raw
/// PCM, or any format of libsndfile that can stream. Does not close `fd`. The
/// first write is passed on at once.
[[nodiscard]] std::unique_ptr<AudioSink> stream_sink(int fd, FileOptions options);

}  // namespace loa::audio
