// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "catch.h"

using namespace loa;
using namespace loa::cli;

namespace {

namespace fs = std::filesystem;

/// A file of settings that lives as long as the test.
class File {
 public:
  explicit File(const std::string& text)
      : path_(fs::temp_directory_path() / ("loa-config-test-" + std::to_string(::getpid()) + ".toml")) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~File() { fs::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Settings settings_of(const std::string& text) {
  const File file(text);
  auto settings = read_config(file.path());
  if (!settings) FAIL(settings.error().message);
  return *std::move(settings);
}

Error error_of(const std::string& text) {
  const File file(text);
  const auto settings = read_config(file.path());
  REQUIRE(!settings);
  CHECK(settings.error().code == ErrorCode::config);
  CHECK(settings.error().place.file == file.path().string());
  return settings.error();
}

std::map<std::string, std::string> variables;
const char* lookup(const char* name) {
  const auto found = variables.find(name);
  return found == variables.end() ? nullptr : found->second.c_str();
}
Result<Settings> from_environment(std::map<std::string, std::string> values) {
  variables = std::move(values);
  return settings_from_environment(&lookup);
}

}  // namespace

TEST_CASE("every key of the settings is read", "[cli][config]") {
  const Settings it = settings_of(
      "voice = \"nam\"\nregion = \"south\"\nlang = \"vi\"\ndevice = \"pulse\"\nspeed = 200\npitch = 60\n"
      "range = 70\namplitude = 90\ngap = 1\nlead_in = 500\njobs = 3\nsample_rate = 48000\n"
      "captions_too = true\ndictionary = \"/tmp/a.tsv\"\n[style]\nzero_ten = \"le\"\n");
  CHECK(it.voice == "nam");
  CHECK(it.region == "south");
  CHECK(it.lang == "vi");
  CHECK(it.device == "pulse");
  CHECK(it.speed == 200);
  CHECK(it.pitch == 60);
  CHECK(it.range == 70);
  CHECK(it.amplitude == 90);
  CHECK(it.gap == 1);
  CHECK(it.lead_in == 500);
  CHECK(it.jobs == 3);
  CHECK(it.sample_rate == 48000);
  CHECK(it.captions_too == true);
  CHECK(it.dictionary == "/tmp/a.tsv");
  CHECK(it.style == std::vector<std::pair<std::string, std::string>>{{"zero_ten", "le"}});
}

TEST_CASE("an empty file of settings sets nothing", "[cli][config]") {
  const Settings it = settings_of("# nothing\n");
  CHECK(!it.voice);
  CHECK(!it.speed);
  CHECK(it.style.empty());
}

TEST_CASE("a path in a file of settings is relative to the file", "[cli][config]") {
  const Settings it = settings_of("dictionary = \"rieng.tsv\"\n");
  CHECK(it.dictionary == (fs::temp_directory_path() / "rieng.tsv").string());
}

TEST_CASE("what is wrong in a file of settings is told with its line", "[cli][config]") {
  CHECK(error_of("voice = \"bac\"\nvoise = \"nam\"\n").place.line == 2);
  CHECK(error_of("\n\nspeed = \"fast\"\n").place.line == 3);
  CHECK(error_of("speed = 900\n").place.line == 1);
  CHECK(error_of("speed = 150.5\n").place.line == 1);
  CHECK(error_of("region = \"west\"\n").place.line == 1);
  CHECK(error_of("lang = \"fr\"\n").place.line == 1);
  CHECK(error_of("voice = 3\n").place.line == 1);
  CHECK(error_of("captions_too = 1\n").place.line == 1);
  CHECK(error_of("[style]\nzero_ten = \"hai\"\n").place.line == 2);
  CHECK(error_of("style = \"le\"\n").place.line == 1);
  CHECK(error_of("voice = \"bac\"\nspeed = = 3\n").place.line == 2);
  CHECK(error_of("speed = 150\nsyllables = 200\n").place.line == 2);
}

TEST_CASE("a file of settings that was asked for must be there", "[cli][config]") {
  const auto settings = read_config("/nonexistent/config.toml");
  REQUIRE(!settings);
  CHECK(settings.error().code == ErrorCode::config);
}

TEST_CASE("variables set what flags and files set", "[cli][config]") {
  const auto it = from_environment({{"LOA_VOICE", "trung"},
                                    {"LOA_SPEED", "210"},
                                    {"LOA_LEAD_IN", "0"},
                                    {"LOA_CAPTIONS_TOO", "1"},
                                    {"LOA_STYLE", "four=bon,zero_ten=le"}});
  REQUIRE(it);
  CHECK(it->voice == "trung");
  CHECK(it->speed == 210);
  CHECK(it->lead_in == 0);
  CHECK(it->captions_too == true);
  CHECK(it->style.size() == 2);
}

TEST_CASE("an empty variable is as good as none, a wrong one is an error that names it", "[cli][config]") {
  CHECK(!from_environment({{"LOA_VOICE", ""}})->voice);
  for (const auto& [name, value] : std::map<std::string, std::string>{{"LOA_SPEED", "fast"},
                                                                      {"LOA_REGION", "west"},
                                                                      {"LOA_STYLE", "four"},
                                                                      {"LOA_CAPTIONS_TOO", "maybe"}}) {
    const auto it = from_environment({{name, value}});
    REQUIRE(!it);
    CHECK(it.error().code == ErrorCode::config);
    CHECK(it.error().message.find(name) != std::string::npos);
  }
}

TEST_CASE("the higher layer wins key by key", "[cli][config]") {
  Settings lower, higher;
  lower.voice = "bac";
  lower.pitch = 40;
  higher.pitch = 60;
  const Settings it = merged(lower, higher);
  CHECK(it.voice == "bac");
  CHECK(it.pitch == 60);
}

TEST_CASE("a voice from a higher layer brings its own region", "[cli][config]") {
  Settings lower, higher;
  lower.region = "south";
  higher.voice = "bac";
  CHECK(!merged(lower, higher).region);
  higher.region = "central";
  CHECK(merged(lower, higher).region == "central");
  CHECK(merged(lower, Settings{}).region == "south");
}

TEST_CASE("of the two ways to say a speed the higher one counts", "[cli][config]") {
  Settings lower, higher;
  lower.speed = 200;
  higher.syllables = 240;
  const Settings it = merged(lower, higher);
  CHECK(!it.speed);
  CHECK(it.syllables == 240);
}

TEST_CASE("a whole number is all of the text and nothing else", "[cli][config]") {
  CHECK(parse_integer("n", "12", 0, 99).value() == 12);
  CHECK(parse_integer("n", "+12", 0, 99).value() == 12);
  CHECK(parse_integer("n", "-3", -5, 99).value() == -3);
  for (const char* wrong : {"", " 12", "12 ", "12a", "1.2", "1,2", "0x10", "100", "99999999999"})
    CHECK(!parse_integer("n", wrong, 0, 99));
}

TEST_CASE("flags change the voice that was asked for", "[cli][config]") {
  Settings settings;
  settings.voice = "bac";
  const auto plain = resolve_voice(settings);
  REQUIRE(plain);
  settings.speed = 300;
  settings.pitch = 70;
  settings.region = "south";
  settings.style.emplace_back("zero_ten", "linh");
  const auto changed = resolve_voice(settings);
  REQUIRE(changed);
  CHECK(changed->settings.rate_wpm == 300);
  CHECK(changed->settings.pitch == 70);
  CHECK(changed->settings.voice == plain->settings.voice);
  CHECK(changed->style.thousand == normalizer::Style::Thousand::ngan);
  CHECK(changed->style.zero_ten == normalizer::Style::ZeroTen::linh);
}

TEST_CASE("faster speech has shorter pauses", "[cli][config]") {
  Settings settings;
  const auto plain = resolve_voice(settings);
  settings.speed = 400;
  const auto fast = resolve_voice(settings);
  REQUIRE((plain && fast));
  const auto pause = [](const speech::VoiceProfile& voice) {
    return speech::pauses_at(voice, voice.settings.rate_wpm).sentence;
  };
  CHECK(pause(*fast) < pause(*plain));
  CHECK(pause(*fast) * 4 > pause(*plain));
}
