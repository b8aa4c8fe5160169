// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "loa/base/result.h"
#include "loa/normalizer/style.h"
#include "speech/engine.h"
#include "speech/prosody.h"

namespace loa::speech {

/// How many syllables a minute a voice says, pauses of a comma and a full stop in every 14
/// syllables included, at a rate of eSpeak NG's; measured by bench/rates.
struct RatePoint {
  int rate_wpm = 0, syllables_per_minute = 0;
};
/// At least two points; both figures ascend. Between them lie straight lines; what lies beyond
/// the ends is taken for the ends.
using RateTable = std::vector<RatePoint>;

/// The table of eSpeak NG's own voices.
[[nodiscard]] const RateTable& shipped_rates();

/// A voice of ours: `voices/NAME.toml`.
struct VoiceProfile {
  std::string name;                  ///< "bac"
  std::vector<std::string> aliases;  ///< "north"
  std::string description_vi, description_en;
  VoiceSettings settings;
  int syllables_per_minute = 0;  ///< at settings.rate_wpm
  RateTable rates = shipped_rates();
  /// The best that eSpeak NG ships for it, where the data of ours cannot be had (see voice_data.h).
  std::optional<VoiceSettings> stock;
  int stock_syllables_per_minute = 0;
  Prosody prosody;
  normalizer::Style style;
};

/// Finds a profile by name or alias in the data folders (see base data_dirs), or makes
/// one from an eSpeak NG voice name with variant, such as "vi+f2", with the
/// northern defaults. Errors: usage (no such voice; the hint lists ours), config (a broken file, with line).
[[nodiscard]] Result<VoiceProfile> find_profile(const std::string& name);

/// All profiles of ours, by name. A broken file is an error with its line.
[[nodiscard]] Result<std::vector<VoiceProfile>> all_profiles();

/// Turns a profile that has such settings into that of the shipped voice.
void use_stock(VoiceProfile& profile);

/// eSpeak NG's rate for a speed in syllables a minute with pauses.
[[nodiscard]] int rate_for_syllables(const RateTable& table, int syllables_per_minute);
/// The inverse.
[[nodiscard]] int syllables_for_rate(const RateTable& table, int rate_wpm);

/// The profile's pauses at another rate.
[[nodiscard]] Pauses pauses_at(const VoiceProfile& profile, int rate_wpm);

}  // namespace loa::speech
