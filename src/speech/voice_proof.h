// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "loa/base/result.h"
#include "voicedata/facts.h"

namespace loa::speech {

struct ProofVoice {
  std::string name;
  voicedata::Region region = voicedata::Region::north;
};

/// Lets a process of its own speak the six tones with each voice from the data in `folder`, and
/// compares the pitch at the end of the syllables with the facts. Returns the version of the
/// engine. Errors: bad_data (unknown version, a crash, a voice missing, tones in a wrong order).
[[nodiscard]] Result<std::string> prove_voice_data(const std::filesystem::path& folder,
                                                   const voicedata::Facts& facts,
                                                   const std::vector<ProofVoice>& voices);

/// Pitch in Hz every 10 ms of mono samples at `sample_rate`, by autocorrelation; 0 where
/// there is no voice.
[[nodiscard]] std::vector<double> pitch_track(std::span<const std::int16_t> samples, int sample_rate);

}  // namespace loa::speech
