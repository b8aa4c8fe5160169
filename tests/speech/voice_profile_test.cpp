// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice_profile.h"

#include <unistd.h>
#include <cstdlib>

#include <filesystem>
#include <fstream>

#include "catch.h"

namespace fs = std::filesystem;
using namespace loa::speech;
using loa::ErrorCode;
using loa::normalizer::Style;

namespace {

/// A data folder of its own, by LOA_DATA_DIR, while it lives.
class DataFolder {
 public:
  DataFolder() : path_(fs::temp_directory_path() / ("loa-voices-" + std::to_string(getpid()))) {
    fs::create_directories(path_ / "voices");
    setenv("LOA_DATA_DIR", path_.c_str(), 1);
  }
  ~DataFolder() {
    unsetenv("LOA_DATA_DIR");
    fs::remove_all(path_);
  }
  void voice(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / "voices" / (name + ".toml")) << text;
  }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("the voices of three regions are there", "[speech][voice]") {
  struct Row {
    const char *name, *alias, *voice;
    Style::Region region;
  };
  for (const Row& row : {Row{"bac", "north", "vi", Style::Region::north},
                         Row{"trung", "central", "vi-vn-x-central", Style::Region::central},
                         Row{"nam", "south", "vi-vn-x-south", Style::Region::south}}) {
    INFO(row.name);
    const auto profile = find_profile(row.name);
    REQUIRE(profile);
    CHECK(profile->name == row.name);
    CHECK(profile->settings.voice.substr(0, profile->settings.voice.find('+')) == row.voice);
    CHECK(profile->settings.amplitude == 60);
    CHECK(profile->settings.range >= 60);
    CHECK(profile->settings.range <= 80);
    CHECK(profile->settings.rate_wpm == rate_for_syllables(profile->syllables_per_minute));
    CHECK(profile->style == Style::of(row.region));
    CHECK_FALSE(profile->description_vi.empty());
    const auto same = find_profile(row.alias);
    REQUIRE(same);
    CHECK(same->name == row.name);
  }
  const auto all = all_profiles();
  REQUIRE(all);
  CHECK(all->size() == 3);
}

TEST_CASE("any voice of the engine makes a profile", "[speech][voice]") {
  const auto profile = find_profile("vi+f2");
  REQUIRE(profile);
  CHECK(profile->settings.voice == "vi+f2");
  CHECK(profile->style == Style::of(Style::Region::north));
  const auto south = find_profile("vi-vn-x-south");
  REQUIRE(south);
  CHECK(south->style == Style::of(Style::Region::south));
  CHECK(find_profile("en-us"));
}

TEST_CASE("an unknown voice is a mistake of use, and the hint names ours", "[speech][voice]") {
  const auto profile = find_profile("bacc");
  REQUIRE_FALSE(profile);
  CHECK(profile.error().code == ErrorCode::usage);
  CHECK(profile.error().hint.find("bac, nam, trung") != std::string::npos);
  CHECK_FALSE(find_profile(""));
  CHECK_FALSE(find_profile("../etc/passwd"));
}

TEST_CASE("a profile is read whole", "[speech][voice]") {
  const DataFolder folder;
  folder.voice("thu", R"(
aliases = ["test", "try"]
[engine]
voice = "vi-vn-x-south"
variant = "m3"
syllables_per_minute = 231
pitch = 40
range = 80
word_gap = 1
[pauses]
comma = 111
[style]
zero_ten = "linh"
region = "south"
)");
  const auto profile = find_profile("try");
  REQUIRE(profile);
  CHECK(profile->settings == VoiceSettings{"vi-vn-x-south+m3", 175, 40, 80, 60, 1});
  CHECK(profile->pauses.comma == std::chrono::milliseconds(111));
  CHECK(profile->pauses.sentence == Pauses{}.sentence);
  CHECK(profile->style.zero_ten == Style::ZeroTen::linh);
  CHECK(profile->style.thousand == Style::of(Style::Region::south).thousand);
}

TEST_CASE("a broken profile is told with its line", "[speech][voice]") {
  const DataFolder folder;
  const std::string good = "[engine]\nvoice = \"vi\"\nsyllables_per_minute = 200\n";
  struct Row {
    const char* name;
    std::string text;
    std::size_t line;
  };
  for (const Row& row :
       {Row{"syntax", good + "pitch = = 3\n", 4}, Row{"key", good + "pich = 3\n", 4},
        Row{"section", good + "[pause]\ncomma = 3\n", 4}, Row{"range", good + "range = 20\n", 4},
        Row{"type", good + "pitch = \"high\"\n", 4}, Row{"pauses", good + "[pauses]\ncomma = -1\n", 5},
        Row{"style", good + "[style]\nfour = \"vier\"\n", 5},
        Row{"region", good + "[style]\nregion = \"west\"\n", 5}}) {
    INFO(row.name);
    folder.voice(row.name, row.text);
    const auto profile = find_profile(row.name);
    REQUIRE_FALSE(profile);
    CHECK(profile.error().code == ErrorCode::config);
    CHECK(profile.error().place.line == row.line);
    CHECK(fs::path(profile.error().place.file).filename() == std::string(row.name) + ".toml");
  }
  folder.voice("bare", "[engine]\nvoice = \"vi\"\n");
  CHECK(find_profile("bare").error().code == ErrorCode::config);
  CHECK(all_profiles().error().code == ErrorCode::config);
}
