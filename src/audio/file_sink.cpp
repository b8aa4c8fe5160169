// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/file_sink.h"

#include <sndfile.h>
#include <unistd.h>

#include <optional>
#include <utility>
#include <vector>

#include "audio/encoded_output.h"
#include "audio/file_sink_internal.h"
#include "audio/stream_sink.h"
#include "files/descriptor_writer.h"
#include "files/target_file.h"
#include "loa/base/message.h"

namespace loa::audio {
namespace {

using files::DescriptorWriter;
using files::TargetFile;

/// A temporary file being filled.
struct Draft {
  TargetFile file;
  DescriptorWriter writer;
  std::unique_ptr<EncodedOutput> output;

  explicit Draft(TargetFile target_file) : file(std::move(target_file)), writer(file.descriptor()) {}
  ~Draft() { writer.abandon(); }  // else closing the encoder would go on writing into what is thrown away
};

class FileSink final : public AudioSink {
 public:
  FileSink(std::string path, FileOptions options, FileLimits limits)
      : path_(std::move(path)), options_(std::move(options)), limits_(limits) {}
  ~FileSink() override { discard(); }

  Result<void> begin(const Format& format) override {
    discard();
    format_ = format;
    LOA_TRY_ASSIGN(target_, files::resolve_target(path_, options_.no_clobber));
    if (target_->is_stream()) {
      stream_ = stream_sink(target_->stream.get(), options_, path_);
      return stream_->begin(format);
    }
    LOA_TRY_ASSIGN(draft_, new_draft(EncodedOutput::Wav::riff));
    return {};
  }

  Result<void> write(std::span<const std::int16_t> samples) override {
    if (stream_) return stream_->write(samples);
    if (!draft_ || !draft_->output) return Error{ErrorCode::internal, "write() without begin()"};
    if (options_.format == FileFormat::wav && !long_ &&
        draft_->writer.size() + static_cast<std::int64_t>(samples.size_bytes()) > limits_.riff_bytes)
      LOA_TRY(become_rf64());
    return draft_->output->write(samples);
  }

  Result<void> complete() override {
    if (!draft_ || !draft_->output) return {};
    // Taken out first: what fails from here on leaves no file.
    std::unique_ptr<Draft> draft = std::move(draft_);
    LOA_TRY(draft->output->close());
    draft->output.reset();
    LOA_TRY(draft->file.sync(*target_, options_.no_clobber));
    draft_ = std::move(draft);
    return {};
  }

  Result<void> finish() override {
    if (stream_) return std::exchange(stream_, nullptr)->finish();
    LOA_TRY(complete());
    if (!draft_) return Error{ErrorCode::internal, "finish() without begin()"};
    // Taken out first: a name that cannot be taken leaves no file.
    const std::unique_ptr<Draft> draft = std::move(draft_);
    return draft->file.commit(*target_, options_.no_clobber);
  }

  void discard() noexcept override {
    if (stream_) stream_->discard();
    stream_.reset();
    draft_.reset();
    target_.reset();
    long_ = false;
  }

 private:
  Result<std::unique_ptr<Draft>> new_draft(EncodedOutput::Wav wav) {
    LOA_TRY_ASSIGN(TargetFile file, TargetFile::create(*target_, limits_.allow_unnamed));
    auto draft = std::make_unique<Draft>(std::move(file));
    LOA_TRY_ASSIGN(draft->output, EncodedOutput::open(options_.format, format_.sample_rate, options_.metadata,
                                                      draft->writer, path_, wav));
    return draft;
  }

  /// Copies what there is into an RF64 file and goes on there. libsndfile can neither
  /// turn the one header into the other nor write RF64 that falls back to format tag 1
  /// when it stays short, and 4 GiB are 27 hours of speech: the copy is rare enough.
  Result<void> become_rf64() {
    LOA_TRY(draft_->output->close());
    LOA_TRY_ASSIGN(std::unique_ptr<Draft> longer, new_draft(EncodedOutput::Wav::rf64));
    const int source = draft_->file.descriptor();
    if (lseek(source, 0, SEEK_SET) != 0) return Error{ErrorCode::io, trf("cannot read back {}", path_)};
    SF_INFO info{};
    const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> shorter(sf_open_fd(source, SFM_READ, &info, SF_FALSE),
                                                              &sf_close);
    if (!shorter) return Error{ErrorCode::io, trf("cannot read back {}", path_)};
    std::vector<std::int16_t> block(std::size_t{64} * 1024);
    sf_count_t copied = 0;
    for (;;) {
      const sf_count_t frames =
          sf_read_short(shorter.get(), block.data(), static_cast<sf_count_t>(block.size()));
      if (frames <= 0) break;
      LOA_TRY(longer->output->write({block.data(), static_cast<std::size_t>(frames)}));
      copied += frames;
    }
    if (copied != info.frames) return Error{ErrorCode::io, trf("cannot read back {}", path_)};
    draft_ = std::move(longer);
    long_ = true;
    return {};
  }

  std::string path_;
  FileOptions options_;
  FileLimits limits_;
  Format format_;
  std::optional<files::Target> target_;
  std::unique_ptr<AudioSink> stream_;  // when the target is a device or a pipe
  std::unique_ptr<Draft> draft_;
  bool long_ = false;  // an RF64 file by now
};

}  // namespace

std::unique_ptr<AudioSink> file_sink(std::string path, FileOptions options, FileLimits limits) {
  return std::make_unique<FileSink>(std::move(path), std::move(options), limits);
}

std::unique_ptr<AudioSink> file_sink(std::string path, FileOptions options) {
  return file_sink(std::move(path), std::move(options), FileLimits{});
}

}  // namespace loa::audio
