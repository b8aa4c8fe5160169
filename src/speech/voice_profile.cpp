// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice_profile.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include "loa/base/data_dirs.h"
#include "loa/base/message.h"
#include "speech/repairs.h"

namespace loa::speech {
namespace {
namespace fs = std::filesystem;
using normalizer::Style;

/// Reads one profile file; remembers the first thing that is wrong.
class ProfileReader {
 public:
  explicit ProfileReader(std::string file) : file_(std::move(file)) {}

  Result<VoiceProfile> read() {
    LOA_TRY_ASSIGN(const toml::table table, parse());
    profile_.name = fs::path(file_).stem().string();
    if (const toml::node* base = table.get("like")) LOA_TRY(take_over(*base));
    each(table, [&](std::string_view key, const toml::node& value) {
      if (key == "like") {
        return;
      } else if (key == "aliases") {
        read_aliases(value);
      } else if (key == "prosody") {
        take_prosody(value);
      } else if (const toml::table* section = value.as_table(); section == nullptr) {
        unknown(key, value);
      } else if (key == "description") {
        each(*section, [&](auto k, const auto& v) { read_description(k, v); });
      } else if (key == "engine") {
        each(*section, [&](auto k, const auto& v) { read_engine(engine_, k, v); });
      } else if (key == "stock") {
        // What it does not say is as in [engine], which stands before it.
        if (!stock_) {
          stock_ = engine_;
          stock_->variant.clear();
        }
        each(*section, [&](auto k, const auto& v) { read_engine(*stock_, k, v); });
      } else if (key == "rates") {
        read_rates(value, *section);
      } else if (read_prosody(key, *section)) {
        return;
      } else if (key == "style") {
        read_style(*section);
      } else {
        unknown(key, value);
      }
    });
    if (error_) return std::move(*error_);
    if (!engine_.has_voice || engine_.syllables_per_minute == 0)
      return Error{ErrorCode::config, tr("engine.voice and engine.syllables_per_minute are needed")}.at(
          {file_});
    profile_.settings = engine_.finished(profile_.rates);
    profile_.syllables_per_minute = engine_.syllables_per_minute;
    if (stock_) {
      profile_.stock = stock_->finished(shipped_rates());
      profile_.stock_syllables_per_minute = stock_->syllables_per_minute;
    }
    return profile_;
  }

 private:
  Result<toml::table> parse() const {
    try {
      return toml::parse_file(file_);
    } catch (const toml::parse_error& error) {
      return Error{ErrorCode::config, std::string(error.description())}.at(place(error.source()));
    }
  }

  // The delivery that a voice names; what stands below it in the voice's own file wins.
  void take_prosody(const toml::node& value) {
    const std::string name = text("prosody", value);
    if (name.empty()) return;
    const auto file = name.find('/') == std::string::npos
                          ? find_data(fmt::format("voices/prosody/{}.toml", name))
                          : std::nullopt;
    if (!file) return fail(value, trf("there is no voices/prosody/{}.toml", name));
    ProfileReader reader(file->string());
    auto table = reader.parse();
    if (!table) {
      if (!error_) error_ = std::move(table.error());
      return;
    }
    reader.each(*table, [&](std::string_view key, const toml::node& section) {
      if (!section.is_table() || !reader.read_prosody(key, *section.as_table())) reader.unknown(key, section);
    });
    if (reader.error_ && !error_) error_ = std::move(reader.error_);
    profile_.prosody = std::move(reader.profile_.prosody);
  }

  /// A section that a prosody file and a voice's own file may have. False: another one.
  bool read_prosody(std::string_view key, const toml::table& section) {
    if (key == "pauses")
      each(section, [&](auto k, const auto& v) { read_pause(k, v); });
    else if (key == "breath")
      each(section, [&](auto k, const auto& v) { read_breath(k, v); });
    else if (key == "melody")
      each(section, [&](auto k, const auto& v) { read_melody(k, v); });
    else if (key == "blocks")
      each(section, [&](auto k, const auto& v) { read_block(k, v); });
    else
      return false;
    return true;
  }

  Place place(const toml::source_region& source) const {
    return {file_, source.begin.line, source.begin.column};
  }

  void fail(const toml::node& value, std::string message) {
    if (!error_) error_ = Error{ErrorCode::config, std::move(message)}.at(place(value.source()));
  }
  void unknown(std::string_view key, const toml::node& value) { fail(value, trf("unknown key \"{}\"", key)); }

  /// Begins with what another profile says; what this one says then replaces it.
  Result<void> take_over(const toml::node& value) {
    const std::string name = text("like", value);
    const auto file = name.find('/') == std::string::npos && depth_ == 0
                          ? find_data(fmt::format("voices/{}.toml", name))
                          : std::nullopt;
    if (!file)
      return Error{ErrorCode::config, trf("there is no voice \"{}\"", name)}.at(place(value.source()));
    ProfileReader base(file->string());
    base.depth_ = 1;
    LOA_TRY(base.read());
    const std::string own_name = profile_.name;
    profile_ = std::move(base.profile_);
    profile_.name = own_name;
    profile_.aliases.clear();
    engine_ = base.engine_;
    stock_ = base.stock_;
    return {};
  }

  /// In the order of the file, so that the first mistake is the one reported.
  template <class Visit>
  static void each(const toml::table& table, Visit visit) {
    std::vector<std::pair<std::string_view, const toml::node*>> entries;
    for (const auto& [key, value] : table) entries.emplace_back(key, &value);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return a.second->source().begin.line < b.second->source().begin.line;
    });
    for (const auto& [key, value] : entries) visit(key, *value);
  }

  std::string text(std::string_view key, const toml::node& value) {
    if (const auto text = value.value_exact<std::string>()) return *text;
    fail(value, trf("\"{}\" must be text in quotation marks", key));
    return {};
  }

  int number(std::string_view key, const toml::node& value, int least, int most) {
    const auto number = value.value_exact<std::int64_t>();
    if (number && *number >= least && *number <= most) return static_cast<int>(*number);
    fail(value, trf("\"{}\" must be a whole number from {} to {}", key, least, most));
    return least;
  }

  /// Semitones in the file, cents in the program.
  int cents(std::string_view key, const toml::node& value) {
    constexpr double kMost = 12;
    const auto semitones = value.value<double>();
    if (semitones && *semitones >= -kMost && *semitones <= kMost)
      return static_cast<int>(std::lround(*semitones * 100));
    fail(value, trf("\"{}\" must be a number from {} to {}", key, -kMost, kMost));
    return 0;
  }

  void read_breath(std::string_view key, const toml::node& value) {
    Breath& breath = profile_.prosody.breath;
    if (key == "syllables")
      breath.syllables = number(key, value, 0, 1000);
    else if (key == "least")
      breath.least = number(key, value, 1, 1000);
    else if (const toml::table* words = value.as_table(); key == "before" && words != nullptr)
      each(*words, [&](std::string_view word, const toml::node& joined) {
        const toml::array* list = joined.as_array();
        if (list == nullptr) return fail(joined, trf("\"{}\" must be a list of words", word));
        std::vector<std::string>& entry = breath.before[std::string(word)];
        entry.clear();
        for (const toml::node& before : *list) entry.push_back(text(word, before));
      });
    else
      unknown(key, value);
  }

  void read_melody(std::string_view key, const toml::node& value) {
    Melody& melody = profile_.prosody.melody;
    if (key == "start")
      melody.start = cents(key, value);
    else if (key == "end")
      melody.end = cents(key, value);
    else if (key == "statement")
      melody.statement = cents(key, value);
    else if (key == "question")
      melody.question = cents(key, value);
    else
      unknown(key, value);
  }

  void read_block(std::string_view kind, const toml::node& value) {
    static constexpr std::string_view kKinds[] = {"title",   "lead",   "subhead",  "paragraph", "quotation",
                                                  "caption", "byline", "dateline", "list_item"};
    const toml::table* section = value.as_table();
    if (section == nullptr || std::find(std::begin(kKinds), std::end(kKinds), kind) == std::end(kKinds))
      return unknown(kind, value);
    Delivery& delivery = profile_.prosody.blocks[std::string(kind)];
    each(*section, [&](std::string_view key, const toml::node& v) {
      if (key == "rate")
        delivery.rate_percent = number(key, v, 50, 200);
      else if (key == "pitch")
        delivery.pitch_cents = cents(key, v);
      else
        unknown(key, v);
    });
  }

  /// "140 = 182": eSpeak NG's rate and what the voice says then, as the whole table.
  void read_rates(const toml::node& value, const toml::table& section) {
    RateTable rates;
    each(section, [&](std::string_view key, const toml::node& v) {
      RatePoint point;
      const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), point.rate_wpm);
      if (error != std::errc{} || end != key.data() + key.size()) return unknown(key, v);
      point.syllables_per_minute = number(key, v, 1, 2000);
      if (!rates.empty() && (point.rate_wpm <= rates.back().rate_wpm ||
                             point.syllables_per_minute <= rates.back().syllables_per_minute))
        return fail(v, tr("the rates and what is said at them must grow from line to line"));
      rates.push_back(point);
    });
    if (rates.size() < 2) return fail(value, trf("\"{}\" needs two lines at least", "rates"));
    profile_.rates = std::move(rates);
  }

  void read_aliases(const toml::node& value) {
    const toml::array* names = value.as_array();
    if (names == nullptr) return fail(value, tr("\"aliases\" must be a list of names"));
    for (const toml::node& name : *names) profile_.aliases.push_back(text("aliases", name));
  }

  void read_description(std::string_view key, const toml::node& value) {
    if (key == "vi")
      profile_.description_vi = text(key, value);
    else if (key == "en")
      profile_.description_en = text(key, value);
    else
      unknown(key, value);
  }

  /// A section about the engine.
  struct EngineSection {
    VoiceSettings settings;
    std::string variant;
    int syllables_per_minute = 0;
    bool has_voice = false;

    [[nodiscard]] VoiceSettings finished(const RateTable& rates) const {
      VoiceSettings result = settings;
      if (!variant.empty()) result.voice += "+" + variant;
      result.rate_wpm = rate_for_syllables(rates, syllables_per_minute);
      return result;
    }
  };

  void read_engine(EngineSection& section, std::string_view key, const toml::node& value) {
    VoiceSettings& settings = section.settings;
    if (key == "voice") {
      settings.voice = text(key, value);
      section.has_voice = !settings.voice.empty();
    } else if (key == "variant")
      section.variant = text(key, value);
    else if (key == "syllables_per_minute")
      section.syllables_per_minute = number(key, value, shipped_rates().front().syllables_per_minute,
                                            shipped_rates().back().syllables_per_minute);
    else if (key == "pitch")
      settings.pitch = number(key, value, 0, 99);
    else if (key == "range")
      settings.range = number(key, value, 40, 99);
    else if (key == "amplitude")
      settings.amplitude = number(key, value, 0, 200);
    else if (key == "word_gap")
      settings.word_gap = number(key, value, 0, 500);
    else
      unknown(key, value);
  }

  void read_pause(std::string_view key, const toml::node& value) {
    struct Named {
      std::string_view name;
      std::chrono::milliseconds Pauses::*pause;
    };
    static constexpr Named kPauses[] = {
        {"group", &Pauses::group},       {"light", &Pauses::light},         {"breath", &Pauses::breath},
        {"comma", &Pauses::comma},       {"semicolon", &Pauses::semicolon}, {"colon", &Pauses::colon},
        {"sentence", &Pauses::sentence}, {"list_item", &Pauses::list_item}, {"paragraph", &Pauses::paragraph},
        {"subhead", &Pauses::subhead},   {"title", &Pauses::title},         {"item", &Pauses::item}};
    for (const Named& named : kPauses)
      if (named.name == key) {
        profile_.prosody.pauses.*named.pause = std::chrono::milliseconds(number(key, value, 0, 60'000));
        return;
      }
    unknown(key, value);
  }

  void read_style(const toml::table& section) {
    // The region first: it sets the defaults of the others.
    if (const toml::node* region = section.get("region")) {
      const std::string name = text("region", *region);
      if (name == "north")
        profile_.style = Style::of(Style::Region::north);
      else if (name == "central")
        profile_.style = Style::of(Style::Region::central);
      else if (name == "south")
        profile_.style = Style::of(Style::Region::south);
      else
        fail(*region, tr("\"region\" must be north, central or south"));
    }
    each(section, [&](std::string_view key, const toml::node& value) {
      if (key == "region") return;
      const std::string choice = text(key, value);
      if (!choice.empty() && !profile_.style.set(key, choice))
        fail(value, trf("unknown style: {} = \"{}\"", key, choice));
    });
  }

  std::string file_;
  VoiceProfile profile_;
  int depth_ = 0;  // 1: read for another, which may not be like a third
  EngineSection engine_;
  std::optional<EngineSection> stock_;
  std::optional<Error> error_;
};

/// The profile files, the first data folder first, by name.
std::vector<fs::path> profile_files() {
  std::vector<fs::path> files;
  std::set<std::string> names;
  std::error_code error;
  for (const fs::path& folder : data_dirs()) {
    std::vector<fs::path> here;
    for (const auto& entry : fs::directory_iterator(folder / "voices", error))
      if (entry.path().extension() == ".toml" && names.insert(entry.path().stem().string()).second)
        here.push_back(entry.path());
    files.insert(files.end(), here.begin(), here.end());
  }
  std::sort(files.begin(), files.end(),
            [](const fs::path& a, const fs::path& b) { return a.stem() < b.stem(); });
  return files;
}

bool names_profile(const VoiceProfile& profile, const std::string& name) {
  return profile.name == name ||
         std::find(profile.aliases.begin(), profile.aliases.end(), name) != profile.aliases.end();
}

/// The name of a voice of the engine, such as "vi", "en-us" or "vi-vn-x-south+f2". Whether
/// the engine has it is found out by Engine::configure().
bool looks_like_engine_voice(const std::string& name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '/';
  };
  const std::size_t plus = name.find('+');
  const std::string base = name.substr(0, plus);
  if (base.size() < 2 || base.front() == '/' || base.front() == '-' ||
      !std::all_of(base.begin(), base.end(), allowed))
    return false;
  // Languages have two or three letters before a hyphen; a longer word is a mistyped name of ours.
  const std::size_t head = std::min(base.find('-'), base.size());
  return plus != std::string::npos || head <= 3 || base.find('/') != std::string::npos;
}

VoiceProfile engine_profile(const std::string& name) {
  VoiceProfile profile;
  profile.name = name;
  profile.settings.voice = name;
  profile.syllables_per_minute = syllables_for_rate(profile.rates, profile.settings.rate_wpm);
  switch (accent_of(name)) {
    case Accent::central:
    case Accent::loa_central:
      profile.style = Style::of(Style::Region::central);
      break;
    case Accent::south:
    case Accent::loa_south:
      profile.style = Style::of(Style::Region::south);
      break;
    case Accent::north:
    case Accent::loa_north:
    case Accent::other:
      profile.style = Style::of(Style::Region::north);
      break;
  }
  return profile;
}

Error no_profiles() {
  const std::vector<fs::path> folders = data_dirs();
  if (folders.empty())
    return Error{ErrorCode::config, tr("the voices of Loa are missing beside the program")}.with_hint(
        tr("install Loa again, or let LOA_DATA_DIR name the folder that holds voices/"));
  return Error{ErrorCode::config,
               trf("the voices of Loa are missing: {}", (folders.front() / "voices").string())}
      .with_hint(
          tr("LOA_DATA_DIR names the folder that holds voices/ and locale/; without it Loa finds its own"));
}

}  // namespace

Result<std::vector<VoiceProfile>> all_profiles() {
  std::vector<VoiceProfile> profiles;
  for (const fs::path& file : profile_files()) {
    LOA_TRY_ASSIGN(VoiceProfile profile, ProfileReader(file.string()).read());
    profiles.push_back(std::move(profile));
  }
  return profiles;
}

Result<VoiceProfile> find_profile(const std::string& name) {
  // By its file first: another profile that is broken does not matter then.
  if (!name.empty() && name.find('/') == std::string::npos)
    if (const auto file = find_data(fmt::format("voices/{}.toml", name)))
      return ProfileReader(file->string()).read();
  LOA_TRY_ASSIGN(std::vector<VoiceProfile> profiles, all_profiles());
  for (VoiceProfile& profile : profiles)
    if (names_profile(profile, name)) return std::move(profile);
  if (profiles.empty()) return no_profiles();
  if (looks_like_engine_voice(name)) return engine_profile(name);
  std::string ours;
  for (const VoiceProfile& profile : profiles) ours += (ours.empty() ? "" : ", ") + profile.name;
  return Error{ErrorCode::usage, trf("there is no voice \"{}\"", name)}.with_hint(
      trf("the voices are {}, or any of eSpeak NG's such as vi+f2", ours.empty() ? "vi" : ours));
}

void use_stock(VoiceProfile& profile) {
  if (!profile.stock) return;
  profile.settings = *std::move(profile.stock);
  profile.syllables_per_minute = profile.stock_syllables_per_minute;
  profile.rates = shipped_rates();
  profile.stock.reset();
}

}  // namespace loa::speech
