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
    const char *name, *alias, *voice, *stock;
    Style::Region region;
  };
  for (const Row& row :
       {Row{"bac", "north", "loa-bac+loa-nu", "vi+f5", Style::Region::north},
        Row{"trung", "central", "loa-trung+loa-nu", "vi-vn-x-central+f5", Style::Region::central},
        Row{"nam", "south", "loa-nam+loa-nu", "vi-vn-x-south+f5", Style::Region::south}}) {
    INFO(row.name);
    const auto profile = find_profile(row.name);
    REQUIRE(profile);
    CHECK(profile->name == row.name);
    CHECK(profile->settings.voice == row.voice);
    REQUIRE(profile->stock);
    CHECK(profile->stock->voice == row.stock);
    CHECK(profile->stock->range >= 60);
    CHECK(profile->settings.amplitude == 34);  // measured: equally loud
    CHECK(profile->settings.range == 50);
    CHECK(profile->settings.rate_wpm == rate_for_syllables(profile->rates, profile->syllables_per_minute));
    CHECK(profile->style == Style::of(row.region));
    CHECK_FALSE(profile->description_vi.empty());
    const auto same = find_profile(row.alias);
    REQUIRE(same);
    CHECK(same->name == row.name);
  }
  const auto all = all_profiles();
  REQUIRE(all);
  CHECK(all->size() == 6);
}

TEST_CASE("a profile may be like another but for what it says", "[speech][voice]") {
  const auto female = find_profile("bac-nu"), male = find_profile("bac-nam");
  REQUIRE(female);
  REQUIRE(male);
  CHECK(male->name == "bac-nam");
  CHECK(male->settings.voice == "loa-bac+loa-nam");
  CHECK(male->stock->voice == "vi+m5");
  CHECK(male->stock->range == female->stock->range);
  CHECK(male->style == female->style);
  CHECK(male->prosody.pauses.comma == female->prosody.pauses.comma);
  const DataFolder folder;
  folder.voice("one", "like = \"two\"\n");
  folder.voice("two", "like = \"one\"\n");
  CHECK(find_profile("one").error().code == ErrorCode::config);
}

TEST_CASE("where our data cannot be had, a profile turns into that of the shipped voice", "[speech][voice]") {
  auto profile = find_profile("bac");
  REQUIRE(profile);
  const VoiceSettings stock = *profile->stock;
  use_stock(*profile);
  CHECK(profile->settings == stock);
  CHECK_FALSE(profile->stock);
  auto plain = find_profile("vi+f2");
  REQUIRE(plain);
  use_stock(*plain);
  CHECK(plain->settings.voice == "vi+f2");
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
  CHECK(profile.error().hint.find("bac, bac-nam, nam, nam-nam, trung, trung-nam") != std::string::npos);
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
syllables_per_minute = 222
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
  CHECK(profile->prosody.pauses.comma == std::chrono::milliseconds(111));
  CHECK(profile->prosody.pauses.sentence == Pauses{}.sentence);
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
        Row{"rates-shrink", good + "[rates]\n80 = 106\n100 = 105\n", 6},
        Row{"rates-few", good + "[rates]\n80 = 106\n", 4},
        Row{"rates-key", good + "[rates]\nslow = 106\n", 5},
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
