// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "loa/base/result.h"
#include "loa/normalizer/style.h"
#include "speech/engine.h"

namespace loa::speech {

/// Silence behind what was said, at the profile's default rate. It shrinks with
/// a faster rate and grows with a slower one (see pauses_at).
struct Pauses {
  std::chrono::milliseconds group{60};  ///< inside a telephone number or code
  std::chrono::milliseconds light{80};  ///< bracket, quotation mark
  std::chrono::milliseconds comma{180};
  std::chrono::milliseconds semicolon{280};
  std::chrono::milliseconds colon{280};
  std::chrono::milliseconds sentence{420};
  std::chrono::milliseconds paragraph{700};
  std::chrono::milliseconds subhead{900};  ///< before and after
  std::chrono::milliseconds title{1200};   ///< behind it
  std::chrono::milliseconds item{1500};    ///< between the articles of a programme
};

/// A voice of ours: `voices/NAME.toml`.
struct VoiceProfile {
  std::string name;                  ///< "bac"
  std::vector<std::string> aliases;  ///< "north"
  std::string description_vi, description_en;
  VoiceSettings settings;
  int syllables_per_minute = 0;  ///< at settings.rate_wpm, measured
  /// The best that eSpeak NG ships for it, where the data of ours cannot be had (see voice_data.h).
  std::optional<VoiceSettings> stock;
  int stock_syllables_per_minute = 0;
  Pauses pauses;
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

/// eSpeak NG's rate for a speed in syllables a minute with pauses, by the
/// measured table; clamped to 80–400 wpm.
[[nodiscard]] int rate_for_syllables(int syllables_per_minute);
/// The inverse.
[[nodiscard]] int syllables_for_rate(int rate_wpm);

/// The profile's pauses at another rate.
[[nodiscard]] Pauses pauses_at(const VoiceProfile& profile, int rate_wpm);

}  // namespace loa::speech
