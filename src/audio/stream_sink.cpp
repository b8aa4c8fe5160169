// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/stream_sink.h"

#include <unistd.h>

#include <utility>

#include "audio/encoded_output.h"
#include "files/descriptor_writer.h"
#include "loa/base/message.h"

namespace loa::audio {
namespace {

using files::DescriptorWriter;

/// libsndfile refuses to write WAV to what cannot seek, so the header for unknown
/// length is ours: both sizes all ones, which readers take as "to the end".
constexpr std::uint32_t kUnknownSize = 0xFFFF'FFFF;
constexpr std::int64_t kRiffSizeAt = 4, kDataSizeAt = 40, kHeaderBytes = 44;

void put(DescriptorWriter& writer, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) {
    const auto byte = static_cast<std::uint8_t>(value >> (8 * i));
    writer.write(&byte, 1);
  }
}

void put_wav_header(DescriptorWriter& writer, int sample_rate) {
  constexpr std::uint32_t kPcm = 1, kChannels = 1, kBytesPerFrame = 2;
  const auto rate = static_cast<std::uint32_t>(sample_rate);
  writer.write("RIFF", 4);
  put(writer, kUnknownSize, 4);
  writer.write("WAVEfmt ", 8);
  put(writer, 16, 4);
  put(writer, kPcm, 2);
  put(writer, kChannels, 2);
  put(writer, rate, 4);
  put(writer, rate * kBytesPerFrame, 4);
  put(writer, kBytesPerFrame, 2);
  put(writer, 8 * kBytesPerFrame, 2);
  writer.write("data", 4);
  put(writer, kUnknownSize, 4);
}

/// The right sizes, where they can still be put in and fit. A longer file keeps
/// "to the end": RF64 would need room in the header that was sent long ago.
void correct_wav_header(DescriptorWriter& writer) {
  const std::int64_t size = writer.size();
  if (!writer.seekable() || size - 8 >= std::int64_t{kUnknownSize}) return;
  writer.seek(kRiffSizeAt);
  put(writer, static_cast<std::uint32_t>(size - 8), 4);
  writer.seek(kDataSizeAt);
  put(writer, static_cast<std::uint32_t>(size - kHeaderBytes), 4);
}

class StreamSink final : public AudioSink {
 public:
  StreamSink(int fd, FileOptions options, std::string name)
      : options_(std::move(options)), name_(std::move(name)), writer_(fd, options_.cancelled) {}

  Result<void> begin(const Format& format) override {
    const bool own_header = options_.format == FileFormat::wav;
    // The header leaves together with the first samples, in one write.
    if (own_header) put_wav_header(writer_, format.sample_rate);
    LOA_TRY_ASSIGN(output_, EncodedOutput::open(own_header ? FileFormat::raw : options_.format,
                                                format.sample_rate, options_.metadata, writer_, name_));
    return {};
  }

  Result<void> write(std::span<const std::int16_t> samples) override {
    if (!output_) return Error{ErrorCode::internal, "write() without begin()"};
    LOA_TRY(output_->write(samples));
    // Whoever listens to the pipe waits for this sentence, not for a full buffer.
    writer_.flush();
    return check();
  }

  Result<void> finish() override {
    if (!output_) return Error{ErrorCode::internal, "finish() without begin()"};
    const std::unique_ptr<EncodedOutput> output = std::move(output_);
    LOA_TRY(output->close());
    if (options_.format == FileFormat::wav) correct_wav_header(writer_);
    writer_.flush();
    writer_.leave_at_end();
    return check();
  }

  /// What has been sent cannot be taken back; an encoder's last words must not follow it.
  void discard() noexcept override {
    writer_.abandon();
    output_.reset();
  }

 private:
  Result<void> check() const {
    if (writer_.error() != 0) return files::write_error(name_, writer_.error());
    return {};
  }

  FileOptions options_;
  std::string name_;
  DescriptorWriter writer_;
  std::unique_ptr<EncodedOutput> output_;
};

}  // namespace

std::unique_ptr<AudioSink> stream_sink(int fd, FileOptions options, std::string name) {
  return std::make_unique<StreamSink>(fd, std::move(options), std::move(name));
}

std::unique_ptr<AudioSink> stream_sink(int fd, FileOptions options) {
  return stream_sink(fd, std::move(options),
                     fd == STDOUT_FILENO ? std::string(tr("standard output")) : trf("descriptor {}", fd));
}

}  // namespace loa::audio
