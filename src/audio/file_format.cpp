// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "audio/file_sink.h"

namespace loa::audio {
namespace {

struct Named {
  std::string_view name;
  FileFormat format;
};

constexpr std::array<Named, 6> kNames = {{{"wav", FileFormat::wav},
                                          {"flac", FileFormat::flac},
                                          {"opus", FileFormat::opus},
                                          {"vorbis", FileFormat::vorbis},
                                          {"mp3", FileFormat::mp3},
                                          {"raw", FileFormat::raw}}};

constexpr std::array<Named, 9> kExtensions = {{{"wav", FileFormat::wav},
                                               {"wave", FileFormat::wav},
                                               {"flac", FileFormat::flac},
                                               {"opus", FileFormat::opus},
                                               {"ogg", FileFormat::vorbis},
                                               {"oga", FileFormat::vorbis},
                                               {"mp3", FileFormat::mp3},
                                               {"raw", FileFormat::raw},
                                               {"pcm", FileFormat::raw}}};

// RFC 6716 2: the rates an Opus encoder takes.
constexpr std::array kOpusRates = {8000, 12000, 16000, 24000, 48000};
// ISO 11172-3 (MPEG-1) and 13818-3 (MPEG-2), and the MPEG-2.5 extension.
constexpr std::array kMp3Rates = {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000};

/// ASCII only: `.OPUS` is an extension in every locale, the Turkish one included.
std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::optional<FileFormat> find(std::span<const Named> table, const std::string& name) {
  const auto* found =
      std::find_if(table.data(), table.data() + table.size(), [&](const Named& n) { return n.name == name; });
  if (found == table.data() + table.size()) return std::nullopt;
  return found->format;
}

int at_least(std::span<const int> rates, int wanted) {
  const auto found = std::lower_bound(rates.begin(), rates.end(), wanted);
  return found == rates.end() ? rates.back() : *found;
}

}  // namespace

std::optional<FileFormat> format_of_path(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  return find(kExtensions, lower(std::string_view(name).substr(dot + 1)));
}

std::optional<FileFormat> format_of_name(const std::string& name) { return find(kNames, lower(name)); }

int storable_rate(FileFormat format, int rate) {
  switch (format) {
    case FileFormat::opus:
      return at_least(kOpusRates, rate);
    case FileFormat::mp3:
      return at_least(kMp3Rates, rate);
    case FileFormat::wav:
    case FileFormat::flac:
    case FileFormat::vorbis:
    case FileFormat::raw:
      break;
  }
  return rate;
}

}  // namespace loa::audio
