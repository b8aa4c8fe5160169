// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice_data.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <numeric>

#include "catch.h"
#include "engine_test.h"
#include "speech/voice_proof.h"

namespace fs = std::filesystem;
using namespace loa::speech;
using loa::ErrorCode;

namespace {

/// A data folder of its own with our tables, and a home without anything, while it lives.
class Place {
 public:
  Place() : path_(fs::temp_directory_path() / ("loa-voice-data-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "data/voices");
    fs::create_directories(path_ / "home");
    fs::copy(fs::path(LOA_SOURCE_DIR) / "voices/phonetics", path_ / "data/voices/phonetics",
             fs::copy_options::recursive);
    setenv("LOA_DATA_DIR", (path_ / "data").c_str(), 1);
    setenv("XDG_DATA_HOME", (path_ / "home").c_str(), 1);
  }
  ~Place() {
    unsetenv("LOA_DATA_DIR");
    unsetenv("XDG_DATA_HOME");
    fs::permissions(path_ / "data", fs::perms::owner_all);
    fs::remove_all(path_);
  }
  [[nodiscard]] fs::path data() const { return path_ / "data"; }
  [[nodiscard]] fs::path home() const { return path_ / "home"; }

 private:
  fs::path path_;
};

VoiceData ready() {
  auto data = ready_voice_data();
  if (!data) FAIL(data.error().message);
  return *std::move(data);
}

/// The pitch of a syllable in semitones about 100 Hz, at tenths of its voiced part; NaN
/// where the voice breaks.
std::vector<double> contour(Engine& engine, const char* syllable) {
  const auto track = pitch_track(speak(engine, unit_of({syllable})).samples, engine.sample_rate());
  const auto voiced = [](double f0) { return f0 > 0; };
  const auto first = std::find_if(track.begin(), track.end(), voiced);
  const auto last = std::find_if(track.rbegin(), track.rend(), voiced).base();
  REQUIRE(last - first > 10);
  std::vector<double> tenths;
  for (int i = 0; i <= 10; ++i) {
    const double f0 = *(first + (last - first - 1) * i / 10);
    tenths.push_back(f0 > 0 ? 12 * std::log2(f0 / 100) : std::nan(""));
  }
  return tenths;
}

double lowest(const std::vector<double>& tones, std::size_t from, std::size_t to) {
  double low = 1000;
  for (std::size_t i = from; i <= to; ++i)
    if (!std::isnan(tones[i])) low = std::min(low, tones[i]);
  return low;
}

bool breaks(const std::vector<double>& tones, std::size_t from, std::size_t to) {
  return std::any_of(tones.begin() + static_cast<std::ptrdiff_t>(from),
                     tones.begin() + static_cast<std::ptrdiff_t>(to) + 1,
                     [](double t) { return std::isnan(t); });
}

}  // namespace

TEST_CASE("the six tones of the north have their shapes", "[speech][voicedata]") {
  auto engine = Engine::start(ready().folder.string());
  REQUIRE(engine);
  for (const char* voice : {"loa-bac+loa-nu", "loa-bac+loa-nam"}) {
    INFO(voice);
    REQUIRE(engine->configure({.voice = voice, .rate_wpm = 140, .range = 50}));
    const auto ngang = contour(*engine, "ma"), huyen = contour(*engine, "mà"), sac = contour(*engine, "má"),
               hoi = contour(*engine, "mả"), nga = contour(*engine, "mã"), nang = contour(*engine, "mạ");
    // Level: within two semitones.
    CHECK(std::abs(ngang[9] - ngang[3]) < 2);
    // Falls, and ends below ngang.
    CHECK(huyen[9] < huyen[3] - 1);
    CHECK(huyen[9] < ngang[9] - 2);
    // Rises to well above ngang.
    CHECK(sac[10] > sac[4] + 4);
    CHECK(sac[10] > ngang[9] + 4);
    // Dips and comes back half.
    CHECK(lowest(hoi, 5, 8) < hoi[2] - 3);
    CHECK(hoi[10] > lowest(hoi, 5, 8) + 1);
    CHECK(hoi[10] < ngang[9]);
    // Breaks in the middle, then ends highest.
    CHECK((breaks(nga, 3, 8) || lowest(nga, 4, 7) < nga[2] - 4));
    CHECK(nga[10] > sac[10] - 1);
    // Drops and stays down.
    CHECK(lowest(nang, 7, 10) < nang[2] - 4);
    CHECK(lowest(nang, 7, 10) < huyen[9]);
    CHECK((std::isnan(nang[10]) || nang[10] < lowest(nang, 7, 9) + 1.5));
  }
}

TEST_CASE("the south and the centre have their own tones, with hỏi and ngã as one", "[speech][voicedata]") {
  auto engine = Engine::start(ready().folder.string());
  REQUIRE(engine);
  const auto last_third = [](const std::vector<double>& tone) { return lowest(tone, 8, 10); };
  {
    REQUIRE(engine->configure({.voice = "loa-nam+loa-nu", .rate_wpm = 140, .range = 50}));
    const auto ngang = contour(*engine, "ma"), huyen = contour(*engine, "mà"), sac = contour(*engine, "má"),
               hoi = contour(*engine, "mả"), nga = contour(*engine, "mã"), nang = contour(*engine, "mạ");
    CHECK(std::abs(hoi[10] - nga[10]) < 1);
    CHECK(hoi[10] > lowest(hoi, 4, 7) + 3);
    CHECK(sac[10] > ngang[9] + 3);
    CHECK(huyen[9] < ngang[9] - 3);
    CHECK(lowest(nang, 4, 8) < nang[2] - 2);
    CHECK(nang[10] > lowest(nang, 4, 8) + 1);
    CHECK(nang[10] < hoi[10] - 3);
  }
  {
    REQUIRE(engine->configure({.voice = "loa-trung+loa-nu", .rate_wpm = 140, .range = 50}));
    const auto ngang = contour(*engine, "ma"), huyen = contour(*engine, "mà"), sac = contour(*engine, "má"),
               hoi = contour(*engine, "mả"), nga = contour(*engine, "mã"), nang = contour(*engine, "mạ");
    CHECK(std::abs(last_third(hoi) - last_third(nga)) < 1);
    CHECK(last_third(hoi) < last_third(huyen) - 1);
    CHECK(last_third(nang) < last_third(hoi) - 1);
    CHECK(last_third(huyen) < last_third(ngang) - 2);
    CHECK(sac[10] > sac[4] + 3);
  }
}

TEST_CASE("nasals before a vowel take their time, in each region", "[speech][voicedata]") {
  auto engine = Engine::start(ready().folder.string());
  REQUIRE(engine);
  for (const char* voice : {"loa-bac+loa-nu", "loa-trung+loa-nu", "loa-nam+loa-nu"}) {
    REQUIRE(engine->configure({.voice = voice, .rate_wpm = 140, .range = 50}));
    const auto milliseconds = [&](const char* words) {
      return static_cast<int>(speak(*engine, unit_of({words})).samples.size()) * 1000 / engine->sample_rate();
    };
    // eSpeak NG's n of the centre has no sound of its own: two vowels with nothing between them, 100 ms
    // shorter.
    for (const char* words : {"a na", "a nha", "a nga"}) {
      INFO(voice << ": " << words);
      CHECK(milliseconds(words) > milliseconds("a ma") - 60);
    }
  }
}

TEST_CASE("final stops are closed, in each region", "[speech][voicedata]") {
  auto engine = Engine::start(ready().folder.string());
  REQUIRE(engine);
  for (const char* voice : {"loa-bac+loa-nu", "loa-trung+loa-nu", "loa-nam+loa-nu"}) {
    REQUIRE(engine->configure({.voice = voice, .rate_wpm = 140, .range = 50}));
    // eSpeak NG's final t of the centre and the south is a friction that nothing closes.
    for (const char* words : {"át a", "ất a", "ít a", "ết a", "ót a", "ướt a", "ác a", "áp a"}) {
      const auto samples = speak(*engine, unit_of({words})).samples;
      const auto frame = static_cast<std::size_t>(engine->sample_rate() / 200);  // 5 ms
      std::vector<double> energy;
      for (std::size_t at = 0; at + frame <= samples.size(); at += frame)
        energy.push_back(std::accumulate(samples.begin() + static_cast<std::ptrdiff_t>(at),
                                         samples.begin() + static_cast<std::ptrdiff_t>(at + frame), 0.0,
                                         [](double sum, double it) { return sum + it * it; }));
      const double quiet = *std::max_element(energy.begin(), energy.end()) / 10'000;  // 40 dB below
      const auto loud = [quiet](double it) { return it > quiet; };
      const auto first = std::find_if(energy.begin(), energy.end(), loud);
      const auto last = std::find_if(energy.rbegin(), energy.rend(), loud).base();
      INFO(voice << ": " << words);
      CHECK(std::count_if(first, last, [quiet](double it) { return it <= quiet; }) >= 6);
    }
  }
}

TEST_CASE("the voices of eSpeak NG sound with our data as they do without", "[speech][voicedata]") {
  auto ours = Engine::start(ready().folder.string());
  REQUIRE(ours);
  Engine theirs = started();
  for (const char* voice : {"vi", "vi+f2", "vi-vn-x-south", "vi-vn-x-central+m3", "en"}) {
    INFO(voice);
    REQUIRE(ours->configure({.voice = voice}));
    REQUIRE(theirs.configure({.voice = voice}));
    const auto unit = unit_of({"Chiều nay, Hà Nội có mưa rào.", "Nhiệt độ thấp nhất là hai mươi độ."});
    CHECK(speak(*ours, unit).samples == speak(theirs, unit).samples);
  }
}

TEST_CASE("data is built once, and again when it is damaged or our tables change", "[speech][voicedata]") {
  const Place place;
  CHECK(find_voice_data().error().code == ErrorCode::no_input);
  const VoiceData first = ready();
  CHECK(first.engine_version.starts_with("1.5"));
  CHECK(first.folder.string().starts_with(place.data().string()));
  const auto built = fs::last_write_time(first.folder.parent_path() / "manifest");
  CHECK(ready().folder == first.folder);
  CHECK(fs::last_write_time(first.folder.parent_path() / "manifest") == built);

  for (const char* file : {"phontab", "phondata", "phonindex", "voices/loa-bac", "voices/!v/loa-nu"}) {
    INFO(file);
    // Other times alone do no harm; other bytes of the same length do, and so does a cut.
    fs::last_write_time(first.folder / file, built - std::chrono::hours(1));
    CHECK(find_voice_data());
    const auto size = fs::file_size(first.folder / file);
    {
      std::fstream bytes(first.folder / file, std::ios::in | std::ios::out | std::ios::binary);
      bytes.seekp(static_cast<std::streamoff>(size / 2));
      bytes.put('\x7F');
    }
    CHECK_FALSE(find_voice_data());
    CHECK(ready().folder == first.folder);
    fs::resize_file(first.folder / file, 3);
    CHECK_FALSE(find_voice_data());
    CHECK(ready().folder == first.folder);
  }
  fs::remove(first.folder.parent_path() / "manifest");
  CHECK_FALSE(find_voice_data());
  CHECK(ready().folder == first.folder);

  std::ofstream(place.data() / "voices/phonetics/phonemes.tsv", std::ios::app)
      << "north\tm\t\tlength\t60\ta try\tnobody\n";
  CHECK_FALSE(find_voice_data());
  const VoiceData second = ready();
  CHECK(second.folder != first.folder);
}

TEST_CASE("data whose tones are not those of the facts is not taken", "[speech][voicedata]") {
  const auto folder = ready().folder;
  auto facts = loa::voicedata::read_facts(fs::path(LOA_SOURCE_DIR) / "voices/phonetics");
  REQUIRE(facts);
  const std::vector<ProofVoice> voices = {{"loa-bac", loa::voicedata::Region::north}};
  const auto right = prove_voice_data(folder, *facts, voices);
  REQUIRE(right);
  CHECK(right->starts_with("1.5"));
  for (auto& tone : facts->tones)
    tone.phoneme = tone.phoneme == "2" ? "3" : tone.phoneme == "3" ? "2" : tone.phoneme;
  CHECK(prove_voice_data(folder, *facts, voices).error().code == ErrorCode::bad_data);
  CHECK(prove_voice_data(folder, *facts, {{"loa-tay", loa::voicedata::Region::north}}).error().code ==
        ErrorCode::bad_data);
}

TEST_CASE("broken tables are told, and leave nothing", "[speech][voicedata]") {
  const Place place;
  std::ofstream(place.data() / "voices/phonetics/tones.tsv") << "nonsense\n";
  const auto broken = ready_voice_data();
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == ErrorCode::config);
  CHECK(broken.error().place.line == 1);
  for (const auto& entry : fs::recursive_directory_iterator(place.data() / "espeak-ng"))
    FAIL("left behind: " << entry.path());
}

TEST_CASE("a row that the phoneme cannot have is told with its line", "[speech][voicedata]") {
  // A stop that is one already, a manner that is none, a phoneme and a table that do not exist, a condition.
  for (const char* row :
       {"north\tt[\t\tmanner\tstop", "south\tkh\t\tmanner\tnasal", "central\tn\t\tcalls\tvi/nn",
        "central\tn\t\tcalls\tnowhere/n", "central\tn\t\tcalls\tn", "central\tn\tword-end\tcalls\tvi/n"}) {
    INFO(row);
    const Place place;
    std::ofstream(place.data() / "voices/phonetics/phonemes.tsv", std::ios::app)
        << "# the row is the next\n"
        << row << "\ta try\tnobody\n";
    const auto refused = ready_voice_data();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::config);
    CHECK(refused.error().place.line > 200);
  }
}

TEST_CASE("several builders at once all get whole data", "[speech][voicedata]") {
  const Place place;
  std::vector<pid_t> builders;
  for (int i = 0; i < 4; ++i) {
    const pid_t pid = fork();
    if (pid == 0) _exit(ready_voice_data() ? 0 : 1);
    builders.push_back(pid);
  }
  for (const pid_t pid : builders) {
    int status = 0;
    REQUIRE(waitpid(pid, &status, 0) == pid);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  }
  CHECK(find_voice_data());
  const auto entries =
      std::distance(fs::directory_iterator(place.data() / "espeak-ng"), fs::directory_iterator());
  CHECK(entries == 1);
}

TEST_CASE("what killed builders left is swept, what others fill is not", "[speech][voicedata]") {
  const Place place;
  const fs::path root = place.data() / "espeak-ng";
  const auto entries = [&root] {
    return std::distance(fs::directory_iterator(root), fs::directory_iterator());
  };
  // Killed at whatever it was doing; the first of these is killed before it has begun.
  for (int i = 0; i < 12; ++i) {
    const pid_t pid = fork();
    if (pid == 0) _exit(build_voice_data() ? 0 : 1);
    usleep(static_cast<useconds_t>(i) * 9000);
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
  }
  fs::create_directories(root / ".new-left/espeak-ng-data/voices");
  std::ofstream(root / ".new-left/espeak-ng-data/phontab") << "half";
  fs::create_directories(root / ".new-busy");
  const int busy = open((root / ".new-busy").c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(flock(busy, LOCK_EX) == 0);
  REQUIRE(build_voice_data());
  CHECK(entries() == 2);  // what was built, and what is being filled
  CHECK(fs::exists(root / ".new-busy"));
  close(busy);
  REQUIRE(build_voice_data());
  CHECK(entries() == 1);
}

TEST_CASE("where the data folder cannot be written, the user's is used; else there is an error",
          "[speech][voicedata]") {
  const Place place;
  // A file where the folder should be: that stops the superuser too.
  std::ofstream(place.data() / "espeak-ng") << "in the way";
  const VoiceData data = ready();
  CHECK(data.folder.string().starts_with(place.home().string()));
  fs::remove_all(place.home() / "loa");
  std::ofstream(place.home() / "loa") << "in the way";
  const auto none = ready_voice_data();
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::cannot_create);
}
