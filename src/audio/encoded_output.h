// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "audio/file_sink.h"
#include "files/descriptor_writer.h"

namespace loa::audio {

/// One stream of samples on its way into a container: resampled where the format
/// needs it, encoded by libsndfile, written through a DescriptorWriter. Encoders
/// get blocks of a fixed size, so that their bytes do not depend on how the
/// writes were cut. Thread: one.
class EncodedOutput {
 public:
  enum class Wav : unsigned char { riff, rf64 };

  /// `name` is what errors call the output. `writer` must outlive the object.
  /// Errors: cannot_create when libsndfile refuses; usage for an impossible rate.
  static Result<std::unique_ptr<EncodedOutput>> open(FileFormat format, int sample_rate,
                                                     const Metadata& metadata,
                                                     files::DescriptorWriter& writer, std::string name,
                                                     Wav wav = Wav::riff);
  ~EncodedOutput();

  /// Errors: io, broken_pipe, interrupted.
  Result<void> write(std::span<const std::int16_t> samples);
  /// Encodes what was held back, completes the header, flushes the writer.
  Result<void> close();

 private:
  struct Impl;
  explicit EncodedOutput(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace loa::audio
