// SPDX-License-Identifier: GPL-3.0-or-later
// With the real eSpeak NG. Nothing here compares audio across its versions.
#include "engine_test.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "speech/voice_data.h"
#include "speech/voice_profile.h"

namespace fs = std::filesystem;
using namespace loa::speech;
using loa::ErrorCode;

namespace {

std::vector<Unit> bulletin() {
  return {unit_of({"Sáng nay,", "trời nhiều mây và có mưa rào rải rác."}, 180),
          unit_of({"Mực nước sông Hương lên nhanh,", "chính quyền cho học sinh nghỉ học.", "Đê vẫn an toàn!"},
                  300),
          unit_of({"Nhiệt độ thấp nhất là mười chín độ;", "gió đông bắc cấp ba:", "biển động nhẹ?"}, 200),
          unit_of({"Giá lúa tăng thêm một trăm năm mươi đồng mỗi ký."}, 400),
          unit_of({"Tin thể thao.", "Đội tuyển thắng hai không."}, 420)};
}

std::vector<Spoken> speak_all(Engine& engine, const std::vector<Unit>& units) {
  std::vector<Spoken> spoken;
  for (const Unit& unit : units) REQUIRE(engine.submit(unit));
  for (std::size_t i = 0; i < units.size(); ++i) spoken.push_back(receive_unit(engine));
  CHECK(engine.in_flight() == 0);
  return spoken;
}

void check_same(const std::vector<Spoken>& a, const std::vector<Spoken>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].samples == b[i].samples);
    REQUIRE(a[i].words.size() == b[i].words.size());
    for (std::size_t w = 0; w < a[i].words.size(); ++w) CHECK(a[i].words[w].frame == b[i].words[w].frame);
  }
}

}  // namespace

TEST_CASE("the audio of a unit depends on its text alone", "[speech][engine]") {
  Engine engine = started();
  const std::vector<Unit> units = bulletin();
  const std::vector<Spoken> once = speak_all(engine, units);
  engine.set_jobs(4);
  check_same(once, speak_all(engine, units));
  std::vector<Unit> reversed(units.rbegin(), units.rend());
  std::vector<Spoken> backwards = speak_all(engine, reversed);
  std::reverse(backwards.begin(), backwards.end());
  check_same(once, backwards);
  Engine other = started();
  check_same(once, speak_all(other, units));
}

TEST_CASE("every word is heard, in order", "[speech][engine]") {
  Engine engine = started();
  for (const Unit& unit : bulletin()) {
    const Spoken spoken = speak(engine, unit);
    std::size_t sent = 0;
    for (const Phrase& phrase : unit.phrases) sent += phrase.words.size();
    CHECK(spoken.report.words_sent == sent);
    CHECK(spoken.report.words_lost == 0);
    CHECK(spoken.report.lost_phrases.empty());
    CHECK(spoken.report.retries == 0);
    CHECK(spoken.report.gated == 0);
    REQUIRE(spoken.words.size() == sent);
    std::size_t i = 0;
    Frames last = 0;
    for (std::uint32_t p = 0; p < unit.phrases.size(); ++p)
      for (std::uint32_t w = 0; w < unit.phrases[p].words.size(); ++w, ++i) {
        CHECK(spoken.words[i].phrase == p);
        CHECK(spoken.words[i].word == w);
        CHECK(spoken.words[i].frame >= last);
        last = spoken.words[i].frame;
      }
    CHECK(last < static_cast<Frames>(spoken.samples.size()));
  }
}

TEST_CASE("pauses are exact silence of ours", "[speech][engine]") {
  Engine engine = started();
  const Frames rate = engine.sample_rate();
  const Spoken bare = speak(engine, unit_of({"Xin chào."}));
  const Spoken paused = speak(engine, unit_of({"Xin chào."}, 333));
  const auto pause = static_cast<std::size_t>(333 * rate / 1000);
  REQUIRE(paused.samples.size() == bare.samples.size() + pause);
  CHECK(std::all_of(paused.samples.end() - static_cast<std::ptrdiff_t>(pause), paused.samples.end(),
                    [](std::int16_t sample) { return sample == 0; }));
  const Spoken silent = speak(engine, unit_of({""}, 1000));
  CHECK(silent.samples.size() == static_cast<std::size_t>(rate));
  CHECK(silent.report.words_lost == 0);
}

TEST_CASE("an English phrase is spoken in the English voice and Vietnamese goes on", "[speech][engine]") {
  Engine engine = started();
  Unit unit;
  unit.phrases = {phrase_of("Câu lạc bộ"), phrase_of("Manchester United", 0, Language::english),
                  phrase_of("thắng trận", 100)};
  Unit vietnamese = unit;
  vietnamese.phrases[1].language = Language::vietnamese;
  const Spoken spoken = speak(engine, unit);
  CHECK(spoken.report.words_lost == 0);
  CHECK(spoken.words.size() == 7);
  CHECK(spoken.samples != speak(engine, vietnamese).samples);
  CHECK(spoken.report.retries == 0);
}

TEST_CASE("text that crashes or commands the bare engine is spoken and changes nothing", "[speech][engine]") {
  Engine engine = started();
  const Spoken before = speak(engine, unit_of({"Trời hôm nay đẹp."}));
  for (const char* text : {"(-hai độ)",
                           "\"-Không",
                           "'-vi",
                           "[-a",
                           "'-a b c d",
                           "''-a",
                           "{-a",
                           "Nhiệt độ giảm, (-hai độ)",
                           "x, \"-y\"",
                           "“(-a",
                           "[-日本",
                           "(-文",
                           "[-é",
                           "một \x01 50S hai",
                           "một \x01 0A hai",
                           "[\x02h'a:7j]]",
                           "<speak>hai</speak>",
                           "<audio src=\"/etc/passwd\">ba</audio>",
                           "[[h'a:7j]]",
                           "&amp; bốn",
                           "a\xFF\xFE\x80 năm",
                           "\xE1\xBB ngh",
                           "👨‍👩‍👧 vui",
                           "Привет anh",
                           "\xEE\x80\xBC sáu",
                           "ti\xCC\x81m bi\xC3\xAA\xCC\x81n",
                           "hội\xC2\xADnghị",
                           "\x08gần\x08",
                           "ﬁ ﬂ",
                           "100% 27/8 -5°C",
                           "a\u200Cb",
                           "\xD5\x97 mới"}) {
    INFO(text);
    const Spoken spoken = speak(engine, unit_of({text}));
    CHECK(spoken.report.retries == 0);
    CHECK(spoken.report.lost_phrases.empty());
    CHECK(speak(engine, unit_of({"Trời hôm nay đẹp."})).samples == before.samples);
  }
  std::string apostrophes;
  for (int i = 0; i < 220; ++i) apostrophes += "s'";
  for (const std::string& text :
       {apostrophes, std::string(300, 'a'), std::string(10'000, '$'), std::string(100'000, ' '),
        std::string(2'000, '7'), std::string("một\0hai", 9)}) {
    const Spoken spoken = speak(engine, unit_of({text.c_str()}));
    CHECK(spoken.report.retries == 0);
    CHECK(spoken.report.lost_phrases.empty());
  }
}

TEST_CASE("a word of which nothing passes the gate is counted as lost", "[speech][engine]") {
  Engine engine = started();
  const Spoken spoken = speak(engine, unit_of({"ngày 27 tháng tám"}));
  CHECK(spoken.report.words_sent == 4);
  CHECK(spoken.report.words_lost == 1);
  CHECK(spoken.report.gated == 2);
  CHECK(spoken.words.size() == 3);
}

TEST_CASE("a phrase longer than the engine can take is spoken whole", "[speech][engine]") {
  Engine engine = started({.rate_wpm = 400});
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 2 == 0 ? "nghiêng " : "ngả ";
  Unit unit;
  unit.phrases = {phrase_of(text)};
  const Spoken spoken = speak(engine, unit);
  CHECK(spoken.report.words_lost == 0);
  CHECK(spoken.words.size() == 3000);
}

TEST_CASE("a faster rate is shorter and a higher pitch is other audio", "[speech][engine]") {
  Engine engine = started();
  std::size_t last = 0;
  for (const int rate : {400, 350, 300, 240, 200, 175, 150, 120, 100, 80}) {
    REQUIRE(engine.configure({.rate_wpm = rate}));
    const std::size_t length = speak(engine, bulletin()[1]).samples.size();
    CHECK(length > last);
    last = length;
  }
  REQUIRE(engine.configure({.range = 0}));
  const auto clamped = speak(engine, bulletin()[0]).samples;
  REQUIRE(engine.configure({.range = 40}));
  CHECK(speak(engine, bulletin()[0]).samples == clamped);
  REQUIRE(engine.configure({.range = 80}));
  CHECK(speak(engine, bulletin()[0]).samples != clamped);
}

TEST_CASE("every voice of ours is one that the engine has", "[speech][engine]") {
  const auto data = ready_voice_data();
  REQUIRE(data);
  auto started_with_ours = Engine::start(data->folder.string());
  REQUIRE(started_with_ours);
  Engine engine = *std::move(started_with_ours);
  const auto profiles = all_profiles();
  REQUIRE(profiles);
  for (const VoiceProfile& profile : *profiles) {
    INFO(profile.name);
    REQUIRE(engine.configure(profile.settings));
    const Spoken spoken = speak(engine, bulletin()[0]);
    CHECK(spoken.report.words_lost == 0);
    CHECK(std::any_of(spoken.samples.begin(), spoken.samples.end(), [](std::int16_t s) { return s > 3000; }));
  }
}

TEST_CASE("a voice given by its file sounds like the one given by its name", "[speech][engine]") {
  Engine engine = started({.voice = "vi+f5"});
  const auto named = speak(engine, bulletin()[0]).samples;
  REQUIRE(engine.configure({.voice = "aav/vi+f5"}));
  CHECK(speak(engine, bulletin()[0]).samples == named);
}

TEST_CASE("a missing voice or variant is told with the package that has it", "[speech][engine]") {
  Engine engine = started();
  for (const char* voice : {"vi+nosuch", "vi+", "xx-nosuch", "vi+../../../etc/passwd", ""}) {
    INFO(voice);
    const auto configured = engine.configure({.voice = voice});
    REQUIRE_FALSE(configured);
    CHECK(configured.error().code == ErrorCode::no_device);
    CHECK(configured.error().hint.find("espeak-ng-data") != std::string::npos);
    CHECK_FALSE(engine.submit(bulletin()[0]));
  }
  REQUIRE(engine.configure({}));
  CHECK_FALSE(speak(engine, bulletin()[0]).samples.empty());
}

TEST_CASE("missing or incomplete data is told, never replaced by other data", "[speech][engine]") {
  const fs::path folder = fs::temp_directory_path() / ("loa-data-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const fs::path installed = [] {
    Engine engine = started();
    return fs::path(engine.engine_data_path());
  }();
  const auto fails = [&] {
    auto engine = Engine::start(folder.string());
    REQUIRE(engine);
    const auto configured = engine->configure({});
    REQUIRE_FALSE(configured);
    CHECK(configured.error().code == ErrorCode::no_device);
    CHECK(configured.error().hint.find("espeak-ng-data") != std::string::npos);
  };
  fails();
  for (const char* file : {"phontab", "phonindex", "phondata", "intonations", "lang", "voices"})
    fs::create_symlink(installed / file, folder / file);
  fails();  // without dictionaries everything would be spelled
  for (const char* file : {"vi_dict", "en_dict"}) fs::create_symlink(installed / file, folder / file);
  {
    auto engine = Engine::start(folder.string());
    REQUIRE(engine);
    REQUIRE(engine->configure({}));
    CHECK(fs::equivalent(engine->engine_data_path(), folder));
  }
  fs::remove(folder / "phontab");
  std::ofstream(folder / "phontab").close();
  fails();
  fs::remove_all(folder);
}

TEST_CASE("a stray data folder in the environment changes nothing", "[speech][engine]") {
  const fs::path home = fs::temp_directory_path() / ("loa-home-" + std::to_string(getpid()));
  fs::create_directories(home / "espeak-ng-data");
  const std::string old_home = std::getenv("HOME") == nullptr ? "/" : std::getenv("HOME");
  const std::string path = started().engine_data_path();
  setenv("HOME", home.c_str(), 1);
  setenv("ESPEAK_DATA_PATH", home.c_str(), 1);
  Engine engine = started();
  CHECK(engine.engine_data_path() == path);
  CHECK_FALSE(engine.engine_version().empty());
  CHECK(engine.sample_rate() == 22050);
  CHECK(std::string(std::getenv("HOME")) == home.string());
  setenv("HOME", old_home.c_str(), 1);
  unsetenv("ESPEAK_DATA_PATH");
  fs::remove_all(home);
}

TEST_CASE("settings sent ahead are the ones that count", "[speech][engine]") {
  auto engine = Engine::start();
  REQUIRE(engine);
  engine->prepare({.voice = "vi+m3"});
  REQUIRE(engine->configure({.voice = "vi+m3"}));
  const auto ahead = speak(*engine, bulletin()[0]).samples;
  engine->prepare({.voice = "vi+nosuch"});
  REQUIRE(engine->configure({.voice = "vi+m3"}));
  CHECK(speak(*engine, bulletin()[0]).samples == ahead);
}

TEST_CASE("cancel ends the waiting and discard makes room for a new start", "[speech][engine]") {
  Engine engine = started();
  REQUIRE(engine.submit(bulletin()[0]));
  std::thread other([&] { engine.cancel(); });
  other.join();
  const auto piece = engine.receive();
  REQUIRE_FALSE(piece);
  CHECK(piece.error().code == ErrorCode::interrupted);
  CHECK(engine.in_flight() == 1);
  engine.discard();
  CHECK(engine.in_flight() == 0);
  CHECK_FALSE(speak(engine, bulletin()[1]).samples.empty());
}

TEST_CASE("without units there is nothing to receive, and an empty unit is answered", "[speech][engine]") {
  Engine engine = started();
  const auto none = engine.receive();
  REQUIRE(none);
  CHECK_FALSE(none->has_value());
  const Spoken spoken = speak(engine, Unit{});
  CHECK(spoken.samples.empty());
  CHECK(spoken.report.words_sent == 0);
}

TEST_CASE("word spans that do not fit their text are refused", "[speech][engine]") {
  Engine engine = started();
  Unit unit = unit_of({"một hai"});
  unit.phrases[0].words = {{0, 100}};
  CHECK_FALSE(engine.submit(unit));
  unit.phrases[0].words = {{3, 5}, {0, 2}};
  CHECK_FALSE(engine.submit(unit));
  CHECK(engine.in_flight() == 0);
}

TEST_CASE("the voices of the engine are listed, its variants too", "[speech][engine]") {
  const auto voices = engine_voices();
  REQUIRE(voices);
  const auto has = [&](const char* language, const char* file) {
    return std::any_of(voices->begin(), voices->end(), [&](const EngineVoice& voice) {
      return voice.language == language && voice.file == file;
    });
  };
  CHECK(has("vi", "aav/vi"));
  CHECK(has("vi-vn-x-south", "aav/vi-VN-x-south"));
  CHECK(has("variant", "!v/f5"));
  CHECK_FALSE(engine_voices("/nonexistent"));
}
