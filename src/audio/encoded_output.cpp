// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/encoded_output.h"

#include <sndfile.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "audio/id3_tag.h"
#include "audio/rate_converter.h"
#include "loa/base/message.h"
#include "loa/base/utf8.h"

namespace loa::audio {
namespace {

using files::DescriptorWriter;
using files::write_error;

/// Frames an encoder gets at a time; a FLAC block, and few enough for the stack
/// that Vorbis takes for them.
constexpr std::size_t kEncoderBlock = 4096;

/// libsndfile builds headers in a buffer of limited size; no title needs more.
constexpr std::size_t kLongestTag = 1000;

int sndfile_format(FileFormat format, EncodedOutput::Wav wav) {
  switch (format) {
    case FileFormat::wav:
      return (wav == EncodedOutput::Wav::rf64 ? SF_FORMAT_RF64 : SF_FORMAT_WAV) | SF_FORMAT_PCM_16;
    case FileFormat::flac:
      return SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
    case FileFormat::opus:
      return SF_FORMAT_OGG | SF_FORMAT_OPUS;
    case FileFormat::vorbis:
      return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    case FileFormat::mp3:
      return SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    case FileFormat::raw:
      break;
  }
  return SF_FORMAT_RAW | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE;
}

/// The part of the output that libsndfile writes; a file being written is never read back.
struct Window {
  DescriptorWriter& writer;
  std::int64_t begin = 0;
};

Window& window_of(void* user) { return *static_cast<Window*>(user); }

sf_count_t io_size(void* user) { return window_of(user).writer.size() - window_of(user).begin; }

sf_count_t io_tell(void* user) { return window_of(user).writer.position() - window_of(user).begin; }

sf_count_t io_seek(sf_count_t offset, int whence, void* user) {
  sf_count_t from = 0;
  if (whence == SEEK_CUR) from = io_tell(user);
  if (whence == SEEK_END) from = io_size(user);
  if (from + offset < 0) return -1;
  window_of(user).writer.seek(window_of(user).begin + from + offset);
  return from + offset;
}

sf_count_t io_read(void*, sf_count_t, void*) { return 0; }

sf_count_t io_write(const void* data, sf_count_t bytes, void* user) {
  DescriptorWriter& writer = window_of(user).writer;
  if (bytes <= 0) return 0;
  writer.write(data, static_cast<std::size_t>(bytes));
  return writer.error() == 0 ? bytes : 0;
}

SF_VIRTUAL_IO kWriterIo = {io_size, io_seek, io_read, io_write, io_tell};

struct FileCloser {
  void operator()(SNDFILE* file) const { sf_close(file); }
};

std::string shortened(const std::string& text) {
  return text.size() <= kLongestTag ? text : text.substr(0, utf8::floor_boundary(text, kLongestTag));
}

/// What a format has no room for is left out: sf_set_string() says so, and that is no failure.
void set_tag(SNDFILE* file, int kind, const std::string& text) {
  if (!text.empty()) sf_set_string(file, kind, text.c_str());
}

}  // namespace

struct EncodedOutput::Impl {
  DescriptorWriter& writer;
  Window window;
  std::string name;
  std::optional<RateConverter> converter;
  std::unique_ptr<SNDFILE, FileCloser> file;  // null: raw
  bool gather = false;
  std::vector<std::int16_t> converted;
  std::vector<std::int16_t> held;  // less than one block

  Result<void> check() const {
    if (writer.error() != 0) return write_error(name, writer.error());
    return {};
  }

  Result<void> encode(std::span<const std::int16_t> samples) {
    if (samples.empty()) return {};
    if (file == nullptr) {
      static_assert(std::endian::native == std::endian::little, "raw samples are little-endian");
      writer.write(samples.data(), samples.size_bytes());
      return check();
    }
    const auto frames = static_cast<sf_count_t>(samples.size());
    const sf_count_t taken = sf_write_short(file.get(), samples.data(), frames);
    LOA_TRY(check());
    if (taken != frames)
      return Error{ErrorCode::io, trf("cannot write {}: {}", name, sf_strerror(file.get()))};
    return {};
  }

  Result<void> encode_blocks(std::span<const std::int16_t> samples) {
    if (!gather) return encode(samples);
    if (!held.empty()) {
      const std::size_t missing = std::min(kEncoderBlock - held.size(), samples.size());
      held.insert(held.end(), samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(missing));
      samples = samples.subspan(missing);
      if (held.size() < kEncoderBlock) return {};
      LOA_TRY(encode(held));
      held.clear();
    }
    for (; samples.size() >= kEncoderBlock; samples = samples.subspan(kEncoderBlock))
      LOA_TRY(encode(samples.first(kEncoderBlock)));
    held.assign(samples.begin(), samples.end());
    return {};
  }
};

EncodedOutput::EncodedOutput(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EncodedOutput::~EncodedOutput() = default;

Result<std::unique_ptr<EncodedOutput>> EncodedOutput::open(FileFormat format, int sample_rate,
                                                           const Metadata& metadata, DescriptorWriter& writer,
                                                           std::string name, Wav wav) {
  auto impl = std::make_unique<Impl>(Impl{writer, {writer, 0}, std::move(name), {}, {}, false, {}, {}});
  const Metadata tags = {shortened(metadata.title), shortened(metadata.artist), shortened(metadata.date),
                         shortened(metadata.software)};
  const int rate = storable_rate(format, sample_rate);
  if (rate != sample_rate) {
    LOA_TRY_ASSIGN(impl->converter, RateConverter::create(sample_rate, rate));
  }
  if (format == FileFormat::mp3) {
    const std::vector<std::uint8_t> tag = id3_tag(tags);
    writer.write(tag.data(), tag.size());
    impl->window.begin = writer.position();
  }
  if (format != FileFormat::raw) {
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = 1;
    info.format = sndfile_format(format, wav);
    impl->file.reset(sf_open_virtual(&kWriterIo, SFM_WRITE, &info, &impl->window));
    if (impl->file == nullptr) {
      if (writer.error() != 0) return write_error(impl->name, writer.error());
      return Error{ErrorCode::cannot_create, trf("cannot create {}: {}", impl->name, sf_strerror(nullptr))};
    }
    if (format == FileFormat::mp3) {
      // CBR and ABR come out 0.44 dB quieter than what goes in, VBR does not. The
      // command reports failure although it works, so its answer says nothing.
      int mode = SF_BITRATE_MODE_VARIABLE;
      sf_command(impl->file.get(), SFC_SET_BITRATE_MODE, &mode, sizeof mode);
    } else {
      set_tag(impl->file.get(), SF_STR_TITLE, tags.title);
      set_tag(impl->file.get(), SF_STR_ARTIST, tags.artist);
      set_tag(impl->file.get(), SF_STR_DATE, tags.date);
      set_tag(impl->file.get(), SF_STR_SOFTWARE, tags.software);
    }
    impl->gather = format != FileFormat::wav;
  }
  return std::unique_ptr<EncodedOutput>(new EncodedOutput(std::move(impl)));
}

Result<void> EncodedOutput::write(std::span<const std::int16_t> samples) {
  if (!impl_->converter) return impl_->encode_blocks(samples);
  impl_->converted.clear();
  LOA_TRY(impl_->converter->convert(samples, impl_->converted));
  return impl_->encode_blocks(impl_->converted);
}

Result<void> EncodedOutput::close() {
  if (impl_->converter) {
    impl_->converted.clear();
    LOA_TRY(impl_->converter->flush(impl_->converted));
    LOA_TRY(impl_->encode_blocks(impl_->converted));
  }
  LOA_TRY(impl_->encode(impl_->held));
  impl_->held.clear();
  int closed = 0;
  if (impl_->file != nullptr) closed = sf_close(impl_->file.release());
  impl_->writer.flush();
  LOA_TRY(impl_->check());
  if (closed != 0)
    return Error{ErrorCode::io, trf("cannot write {}: {}", impl_->name, sf_error_number(closed))};
  return {};
}

}  // namespace loa::audio
