// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "loa/base/result.h"

namespace loa::voicedata {

/// What differs from the Vietnamese that eSpeak NG ships: the tables of voices/phonetics,
/// read and checked. The heads of the tables explain the columns.

enum class Region { north, central, south };
inline constexpr Region kRegions[] = {Region::north, Region::central, Region::south};

/// Points of a line: per cent of the time, per cent of the height.
using Contour = std::vector<std::pair<int, int>>;

struct ToneFact {
  Region region = Region::north;
  std::string phoneme;    ///< "1" to "7"; 7: ngang at the end of a clause
  int low = 0, high = 0;  ///< units of eSpeak NG's pitch
  Contour pitch, loudness;
  int length = 0;  ///< per cent of the vowel; 0: whole
  Place place;
};

/// One frame of a spectrum; what is empty is kept from the spectrum it comes from.
struct FrameFact {
  int first = 1, last = 0;    ///< frames that it is for, from 1; last 0: to the end
  std::vector<int> formants;  ///< F1 F2 F3 …, Hz
  int milliseconds = 0;       ///< of our own spectra
  std::vector<int> heights;   ///< of our own spectra, 8 values
  std::vector<int> widths;    ///< of our own spectra, F1 F2 F3, Hz
  Place place;
};
struct SpectrumFact {
  std::string name;  ///< "loa/NAME" in the data
  std::string from;  ///< name of an installed spectrum; "vowel" or "glide": our own
  std::vector<FrameFact> frames;
};

struct PhonemeFact {
  Region region = Region::north;
  std::string phoneme;
  std::string where, property, value;
  Place place;
};

struct Facts {
  std::vector<ToneFact> tones;
  std::vector<SpectrumFact> spectra;
  std::vector<PhonemeFact> phonemes;
  /// Files of voices/phonetics/speakers: name and lines for eSpeak NG's variants.
  std::vector<std::pair<std::string, std::string>> speakers;
};

/// Reads the tables of a folder. Errors: no_input; config, with file and line.
[[nodiscard]] Result<Facts> read_facts(const std::filesystem::path& folder);

/// The files that read_facts reads, sorted.
[[nodiscard]] std::vector<std::filesystem::path> fact_files(const std::filesystem::path& folder);

}  // namespace loa::voicedata
