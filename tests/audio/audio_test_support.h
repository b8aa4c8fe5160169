// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sndfile.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "audio/sink.h"

namespace loa::audio::test {

/// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "loa-audio-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::size_t entries() const {
    const std::filesystem::directory_iterator all(path_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

 private:
  std::filesystem::path path_;
};

/// A tone with noise on it: no stretch of it looks like another, and no encoder can guess it.
inline std::vector<std::int16_t> sound(std::size_t frames, int rate = 22050) {
  std::vector<std::int16_t> samples(frames);
  std::uint32_t noise = 12345;
  for (std::size_t i = 0; i < frames; ++i) {
    noise = noise * 1664525U + 1013904223U;
    const double tone = 8000.0 * std::sin(2 * 3.14159265358979 * 440.0 * static_cast<double>(i) / rate);
    samples[i] = static_cast<std::int16_t>(std::lround(tone) + static_cast<int>(noise >> 22U) - 512);
  }
  return samples;
}

/// Writes in pieces of changing length, as an engine would.
inline Result<void> write_in_pieces(AudioSink& sink, std::span<const std::int16_t> samples,
                                    std::size_t longest) {
  std::uint32_t random = 99;
  while (!samples.empty()) {
    random = random * 1664525U + 1013904223U;
    const std::size_t count = std::min<std::size_t>(samples.size(), 1 + (random >> 8U) % longest);
    LOA_TRY(sink.write(samples.first(count)));
    samples = samples.subspan(count);
  }
  return {};
}

inline std::vector<std::uint8_t> bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::uint32_t little_endian(const std::vector<std::uint8_t>& bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) value = value << 8U | bytes.at(at + static_cast<std::size_t>(i));
  return value;
}

struct ReadBack {
  bool opened = false;
  SF_INFO info{};
  std::vector<std::int16_t> samples;
  std::string title, artist, date, software;
};

inline ReadBack read_back(const std::string& path) {
  ReadBack result;
  const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> file(sf_open(path.c_str(), SFM_READ, &result.info),
                                                         &sf_close);
  if (!file) return result;
  result.opened = true;
  std::vector<std::int16_t> block(4096);
  for (;;) {
    const sf_count_t frames = sf_read_short(file.get(), block.data(), static_cast<sf_count_t>(block.size()));
    if (frames <= 0) break;
    result.samples.insert(result.samples.end(), block.begin(), block.begin() + frames);
  }
  const auto tag = [&](int kind) {
    const char* text = sf_get_string(file.get(), kind);
    return std::string(text != nullptr ? text : "");
  };
  result.title = tag(SF_STR_TITLE);
  result.artist = tag(SF_STR_ARTIST);
  result.date = tag(SF_STR_DATE);
  result.software = tag(SF_STR_SOFTWARE);
  return result;
}

/// The program ignores SIGPIPE, and so do tests that close pipes.
struct IgnoreSigpipe {
  IgnoreSigpipe() { std::signal(SIGPIPE, SIG_IGN); }
  IgnoreSigpipe(const IgnoreSigpipe&) = delete;
  IgnoreSigpipe& operator=(const IgnoreSigpipe&) = delete;
  ~IgnoreSigpipe() { std::signal(SIGPIPE, SIG_DFL); }
};

}  // namespace loa::audio::test
