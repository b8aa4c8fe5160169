// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.h"

#include <toml++/toml.h>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "cli/messages.h"
#include "loa/base/data_dirs.h"
#include "loa/base/message.h"

namespace loa::cli {
namespace {

namespace fs = std::filesystem;
using normalizer::Style;

constexpr const char* kDefaultVoice = "bac";

bool is_region(std::string_view name) { return Style().set("region", name); }

Error outside(const std::string& name, std::string_view text, int low, int high) {
  return {ErrorCode::usage,
          trf("{}: “{}” is not a whole number from {} to {}", name, std::string(text), low, high)};
}

/// Copies a setting where the higher layer has one.
template <class T>
void overlay(std::optional<T>& lower, const std::optional<T>& higher) {
  if (higher) lower = higher;
}

/// One file being read: turns every complaint into a config error with its line.
class ConfigFile {
 public:
  explicit ConfigFile(fs::path path) : path_(std::move(path)) {}

  Result<Settings> read();

 private:
  Error error(const toml::source_position& where, std::string message) const {
    return Error{ErrorCode::config,
                 std::move(message),
                 {path_.string(), where.line, where.column},
                 tr("the settings are described in loa-config(5)")};
  }
  Error error(const toml::node& node, std::string message) const {
    return error(node.source().begin, std::move(message));
  }
  /// Restates an error of a value as one of this file.
  Result<void> checked(const toml::node& node, Result<void> result) const {
    if (!result) return error(node, result.error().message);
    return {};
  }
  Result<void> take(const std::string& key, const toml::node& node);
  Result<void> take_style(const toml::node& node);
  /// A path in the file is relative to the file; `~/` is the home folder.
  std::string resolve(const std::string& path) const;

  fs::path path_;
  Settings settings_;
};

Result<Settings> ConfigFile::read() {
  std::ifstream file(path_, std::ios::binary);
  std::string text;
  if (file) text.assign(std::istreambuf_iterator<char>(file), {});
  if (!file || file.bad())
    return Error{ErrorCode::config, tr("cannot read the settings"), {path_.string(), 0, 0}};
  toml::table table;
  try {
    table = toml::parse(text, path_.string());
  } catch (const toml::parse_error& broken) {
    return error(broken.source().begin, std::string(broken.description()));
  }
  for (const auto& [key, node] : table) LOA_TRY(take(std::string(key.str()), node));
  if (settings_.speed && settings_.syllables)
    return error(*table.get("syllables"), tr("speed and syllables say the same thing: keep one of them"));
  return std::move(settings_);
}

Result<void> ConfigFile::take(const std::string& key, const toml::node& node) {
  for (const IntegerSetting& setting : kIntegerSettings) {
    if (key != setting.key) continue;
    const auto value = node.is_integer() ? node.value<std::int64_t>() : std::nullopt;
    if (!value) return error(node, trf("{}: a whole number is needed", key));
    if (*value < setting.low || *value > setting.high)
      return error(node, outside(key, std::to_string(*value), setting.low, setting.high).message);
    settings_.*setting.member = static_cast<int>(*value);
    return {};
  }
  for (const TextSetting& setting : kTextSettings) {
    if (key != setting.key) continue;
    auto value = node.is_string() ? node.value<std::string>() : std::nullopt;
    if (!value) return error(node, trf("{}: a text in quotation marks is needed", key));
    if (key == "dictionary") value = resolve(*value);
    return checked(node, set_text(settings_, setting.member, key, *std::move(value)));
  }
  if (key == "captions_too") {
    if (!node.is_boolean()) return error(node, trf("{}: true or false is needed", key));
    settings_.captions_too = node.value<bool>();
    return {};
  }
  if (key == "style") return take_style(node);
  return error(node, trf("unknown setting “{}”", key));
}

Result<void> ConfigFile::take_style(const toml::node& node) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return error(node, tr("style is a table: [style]"));
  for (const auto& [key, value] : *table) {
    const auto text = value.is_string() ? value.value<std::string>() : std::nullopt;
    const std::string name(key.str());
    if (!text) return error(value, trf("{}: a text in quotation marks is needed", name));
    LOA_TRY(checked(value, add_style(settings_, name + "=" + *text)));
  }
  return {};
}

std::string ConfigFile::resolve(const std::string& path) const {
  if (path.starts_with("~/"))
    if (const char* home = std::getenv("HOME")) return (fs::path(home) / path.substr(2)).string();
  return (path_.parent_path() / path).string();
}

/// Where the system's settings may lie: $XDG_CONFIG_DIRS, by default /etc/xdg; the first wins.
std::optional<fs::path> system_config() {
  const char* variable = std::getenv("XDG_CONFIG_DIRS");
  std::string_view list = variable != nullptr && *variable != '\0' ? variable : "/etc/xdg";
  while (!list.empty()) {
    const std::size_t colon = list.find(':');
    const std::string_view folder = list.substr(0, colon);
    std::error_code error;
    if (folder.starts_with('/')) {
      fs::path path = fs::path(folder) / "loa" / "config.toml";
      if (fs::exists(path, error)) return path;
    }
    list = colon == std::string_view::npos ? std::string_view() : list.substr(colon + 1);
  }
  return std::nullopt;
}

}  // namespace

Result<int> parse_integer(const std::string& name, std::string_view text, int low, int high) {
  int value = 0;
  std::string_view digits = text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc() || end != digits.data() + digits.size() || value < low || value > high)
    return outside(name, text, low, high);
  return value;
}

Result<void> set_text(Settings& settings, std::optional<std::string> Settings::*member,
                      const std::string& name, std::string value) {
  if (value.empty() && member != &Settings::device)
    return Error{ErrorCode::usage, trf("{}: a value is needed", name)};
  if (member == &Settings::region && !is_region(value))
    return Error{ErrorCode::usage, trf("{}: “{}” is not north, central or south", name, value)};
  if (member == &Settings::lang && !language_of(value))
    return Error{ErrorCode::usage, trf("{}: “{}” is not vi or en", name, value)};
  settings.*member = std::move(value);
  return {};
}

Result<void> add_style(Settings& settings, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string key(assignment.substr(0, equals));
  const std::string value(equals == std::string_view::npos ? "" : assignment.substr(equals + 1));
  Style probe;
  if (equals == std::string_view::npos || !probe.set(key, value))
    return Error{ErrorCode::usage,
                 trf("unknown style “{}”", std::string(assignment)),
                 {},
                 tr("styles are written KEY=VALUE, such as zero_ten=le; loa-config(5) lists them")};
  settings.style.emplace_back(key, value);
  return {};
}

Result<Settings> read_config(const fs::path& path) { return ConfigFile(path).read(); }

Result<Settings> settings_from_environment(const char* (*lookup)(const char*)) {
  Settings settings;
  const auto text_of = [lookup](const char* name) {
    const char* value = lookup(name);
    return std::string(value != nullptr ? value : "");
  };
  const auto as_config = [](Error error) {
    error.code = ErrorCode::config;
    return error;
  };
  for (const IntegerSetting& setting : kIntegerSettings) {
    const std::string text = text_of(setting.variable);
    if (text.empty()) continue;
    const auto value = parse_integer(setting.variable, text, setting.low, setting.high);
    if (!value) return as_config(value.error());
    settings.*setting.member = *value;
  }
  for (const TextSetting& setting : kTextSettings) {
    std::string text = text_of(setting.variable);
    if (text.empty()) continue;
    auto result = set_text(settings, setting.member, setting.variable, std::move(text));
    if (!result) return as_config(result.error());
  }
  if (const std::string text = text_of("LOA_CAPTIONS_TOO"); !text.empty()) {
    const bool yes = text == "1" || text == "true";
    if (!yes && text != "0" && text != "false")
      return Error{ErrorCode::config, trf("{}: true or false is needed", "LOA_CAPTIONS_TOO")};
    settings.captions_too = yes;
  }
  const std::string styles = text_of("LOA_STYLE");
  for (std::string_view list = styles; !list.empty();) {
    const std::size_t comma = list.find(',');
    auto result = add_style(settings, list.substr(0, comma));
    if (!result) {
      result.error().message = "LOA_STYLE: " + result.error().message;
      return as_config(result.error());
    }
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  if (settings.speed && settings.syllables)
    return Error{ErrorCode::config, tr("LOA_SPEED and LOA_SYLLABLES say the same thing: keep one of them")};
  return settings;
}

Settings merged(Settings lower, const Settings& higher) {
  if (higher.voice) lower.region.reset();
  if (higher.speed) lower.syllables.reset();
  if (higher.syllables) lower.speed.reset();
  for (const IntegerSetting& setting : kIntegerSettings)
    overlay(lower.*setting.member, higher.*setting.member);
  for (const TextSetting& setting : kTextSettings) overlay(lower.*setting.member, higher.*setting.member);
  overlay(lower.captions_too, higher.captions_too);
  lower.style.insert(lower.style.end(), higher.style.begin(), higher.style.end());
  return lower;
}

Result<Settings> load_settings(const std::optional<std::string>& path) {
  Settings settings;
  const char* variable = std::getenv("LOA_CONFIG");
  if (path) {
    LOA_TRY_ASSIGN(settings, read_config(*path));
  } else if (variable != nullptr && *variable != '\0') {
    LOA_TRY_ASSIGN(settings, read_config(variable));
  } else {
    if (const auto system = system_config()) {
      LOA_TRY_ASSIGN(settings, read_config(*system));
    }
    const fs::path user = config_dir() / "config.toml";
    std::error_code error;
    if (fs::exists(user, error)) {
      LOA_TRY_ASSIGN(const Settings own, read_config(user));
      settings = merged(std::move(settings), own);
    }
  }
  LOA_TRY_ASSIGN(const Settings environment, settings_from_environment([](const char* name) -> const char* {
                   return std::getenv(name);
                 }));
  return merged(std::move(settings), environment);
}

Result<speech::VoiceProfile> resolve_voice(const Settings& settings, bool stock) {
  LOA_TRY_ASSIGN(speech::VoiceProfile profile, speech::find_profile(settings.voice.value_or(kDefaultVoice)));
  if (stock) speech::use_stock(profile);
  if (settings.region) profile.style.set("region", *settings.region);
  for (const auto& [key, value] : settings.style) profile.style.set(key, value);

  speech::VoiceSettings& engine = profile.settings;
  const int rate_before = engine.rate_wpm;
  if (settings.speed) engine.rate_wpm = *settings.speed;
  if (settings.syllables) engine.rate_wpm = speech::rate_for_syllables(profile.rates, *settings.syllables);
  engine.pitch = settings.pitch.value_or(engine.pitch);
  engine.range = settings.range.value_or(engine.range);
  engine.amplitude = settings.amplitude.value_or(engine.amplitude);
  engine.word_gap = settings.gap.value_or(engine.word_gap);
  if (engine.rate_wpm != rate_before) {
    // Pauses shrink and grow with the rate that they were measured at.
    const int rate = engine.rate_wpm;
    engine.rate_wpm = rate_before;
    profile.prosody.pauses = speech::pauses_at(profile, rate);
    profile.syllables_per_minute = speech::syllables_for_rate(profile.rates, rate);
    engine.rate_wpm = rate;
  }
  return profile;
}

}  // namespace loa::cli
