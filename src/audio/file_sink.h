// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
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

/// The sample rate (Hz) at which a file of `format` holds sound made at `rate`:
/// `rate` itself where the format allows it, otherwise the nearest rate above that
/// does, otherwise its highest: Opus 22050 → 24000, 44100 → 48000; MP3 37800 → 44100.
/// The sinks resample by this rule; whoever counts frames of the file asks here.
[[nodiscard]] int storable_rate(FileFormat format, int rate);

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
  /// Not owned, may be null. When it is true and a signal interrupts a write that
  /// waits for the reader of a pipe, the write returns `interrupted` instead of going on.
  const std::atomic<bool>* cancelled = nullptr;
};

/// Writes a file through libsndfile. Until finish() it has no name or a hidden
/// one in the same folder; then it is synced and takes its name in one step, so
/// that a reader sees the old file or the whole new one. WAV is plain PCM RIFF
/// (format tag 1) and becomes RF64 only past 4 GiB. A new file has the
/// permissions that the umask leaves, a replaced one keeps its own; a symbolic
/// link stays and its target is replaced. A target that is a device, a pipe or a
/// descriptor of ours (/dev/stdout) is written to directly, as by stream_sink().
/// Rates that a format cannot hold are resampled, see storable_rate().
/// Errors: begin() cannot_create; write() io (disk full …); finish() io, or
/// cannot_create when the name was taken meanwhile and `no_clobber` is set.
[[nodiscard]] std::unique_ptr<AudioSink> file_sink(std::string path, FileOptions options);

/// Streams to an open descriptor that need not seek: WAV with a header for
/// unknown length (corrected at the end where the descriptor can seek), raw
/// PCM, or any format of libsndfile that can stream. Does not close `fd`, which
/// may be non-blocking. What write() is given leaves the process before it
/// returns, but for the part that an encoder must hold back. Requires: SIGPIPE is
/// ignored. Errors: io, broken_pipe, interrupted.
[[nodiscard]] std::unique_ptr<AudioSink> stream_sink(int fd, FileOptions options);

}  // namespace loa::audio
