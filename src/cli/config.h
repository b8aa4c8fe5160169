// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loa/base/result.h"
#include "loa/normalizer/style.h"
#include "speech/voice_profile.h"

namespace loa::cli {

/// What can be set by a flag, by a variable LOA_… and in config.toml. Every value is
/// checked where it is read; what nobody has set is empty. loa-config(5) describes the keys.
struct Settings {
  std::optional<std::string> voice;       ///< profile of ours or eSpeak NG voice: "nam", "vi+f2"
  std::optional<std::string> region;      ///< "north", "central" or "south"
  std::optional<std::string> lang;        ///< "vi" or "en": language of the messages
  std::optional<std::string> device;      ///< sound device, a name or part of one, or an index
  std::optional<std::string> dictionary;  ///< path of the user's own readings
  std::optional<int> speed;               ///< eSpeak NG's words a minute
  std::optional<int> syllables;           ///< syllables a minute, instead of `speed`
  std::optional<int> pitch, range, amplitude;
  std::optional<int> gap;          ///< between words, units of 10 ms
  std::optional<int> lead_in;      ///< ms of silence before the first word of `read`
  std::optional<int> jobs;         ///< processes of `render`
  std::optional<int> sample_rate;  ///< Hz, of rendered files
  std::optional<bool> captions_too;
  std::vector<std::pair<std::string, std::string>> style;  ///< key, value; later ones win
};

/// A setting that is a whole number: its key in config.toml, its LOA_… variable, its limits.
struct IntegerSetting {
  const char* key;
  const char* variable;
  std::optional<int> Settings::*member;
  int low, high;
};
struct TextSetting {
  const char* key;
  const char* variable;
  std::optional<std::string> Settings::*member;
};

inline constexpr IntegerSetting kIntegerSettings[] = {
    {"speed", "LOA_SPEED", &Settings::speed, 80, 450},
    {"syllables", "LOA_SYLLABLES", &Settings::syllables, 60, 600},
    {"pitch", "LOA_PITCH", &Settings::pitch, 0, 99},
    {"range", "LOA_RANGE", &Settings::range, 40, 99},
    {"amplitude", "LOA_AMPLITUDE", &Settings::amplitude, 0, 200},
    {"gap", "LOA_GAP", &Settings::gap, 0, 500},
    {"lead_in", "LOA_LEAD_IN", &Settings::lead_in, 0, 60'000},
    {"jobs", "LOA_JOBS", &Settings::jobs, 1, 256},
    {"sample_rate", "LOA_SAMPLE_RATE", &Settings::sample_rate, 8'000, 192'000},
};
inline constexpr TextSetting kTextSettings[] = {
    {"voice", "LOA_VOICE", &Settings::voice},
    {"region", "LOA_REGION", &Settings::region},
    {"lang", "LOA_LANG", &Settings::lang},
    {"device", "LOA_DEVICE", &Settings::device},
    {"dictionary", "LOA_DICTIONARY", &Settings::dictionary},
};

/// The number in `text`, all of it, within the limits; else an error without a place (code usage).
[[nodiscard]] Result<int> parse_integer(const std::string& name, std::string_view text, int low, int high);

/// Sets a text setting after checking it; `name` is what the error calls it. Errors: usage.
Result<void> set_text(Settings& settings, std::optional<std::string> Settings::*member,
                      const std::string& name, std::string value);
/// Adds `KEY=VALUE` of a style after checking it. Errors: usage.
Result<void> add_style(Settings& settings, std::string_view assignment);

/// Reads a file of settings. Errors: config, with file and line (unknown key, wrong
/// type, out of limits, broken TOML, unreadable file).
[[nodiscard]] Result<Settings> read_config(const std::filesystem::path& path);

/// What LOA_… variables say; `lookup` answers like getenv. Errors: config.
[[nodiscard]] Result<Settings> settings_from_environment(const char* (*lookup)(const char*));

/// `higher` over `lower`: what higher sets, wins. A higher voice brings its own region, and
/// of `speed` and `syllables` the higher one counts.
[[nodiscard]] Settings merged(Settings lower, const Settings& higher);

/// Variables over the user's file over the system's. `path`: a file to read instead of
/// both (--config); it must be there. LOA_CONFIG names one as well.
[[nodiscard]] Result<Settings> load_settings(const std::optional<std::string>& path);

/// The profile that is asked for, by default `bac`, with everything else applied to it.
/// `stock`: the shipped voice, since the data of ours cannot be had. Errors: as speech::find_profile.
[[nodiscard]] Result<speech::VoiceProfile> resolve_voice(const Settings& settings, bool stock = false);

}  // namespace loa::cli
