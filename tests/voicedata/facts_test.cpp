// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/facts.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "voicedata/builder.h"
#include "voicedata/spectrum.h"

namespace fs = std::filesystem;
using namespace loa::voicedata;
using loa::ErrorCode;

namespace {

/// A copy of our tables, to be spoiled.
struct Tables {
  Tables() : path(fs::temp_directory_path() / ("loa-facts-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::copy(fs::path(LOA_SOURCE_DIR) / "voices/phonetics", path, fs::copy_options::recursive);
  }
  ~Tables() { fs::remove_all(path); }
  void add(const char* file, const std::string& row) const {
    std::ofstream(path / file, std::ios::app) << row << "\n";
  }
  fs::path path;
};

std::uint16_t formant(const std::vector<std::uint8_t>& bytes, std::size_t frame, std::size_t f) {
  const std::size_t at = 4 + frame * 64 + 2 + 2 * f;
  return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8);
}

}  // namespace

TEST_CASE("our tables say something of each tone of each region", "[voicedata]") {
  const auto facts = read_facts(fs::path(LOA_SOURCE_DIR) / "voices/phonetics");
  REQUIRE(facts);
  for (const Region region : kRegions)
    for (const char* tone : {"1", "2", "3", "4", "5", "6", "7"})
      CHECK(std::count_if(facts->tones.begin(), facts->tones.end(), [&](const ToneFact& it) {
              return it.region == region && it.phoneme == tone;
            }) == 1);
  CHECK(facts->speakers.size() == 2);
}

TEST_CASE("a wrong row is told with its line", "[voicedata]") {
  struct Row {
    const char *file, *row;
  };
  for (const Row& it : {
           Row{"tones.tsv", "west\tngang\t77\t84\t0:100 100:0\t\t\twhy\twho"},
           Row{"tones.tsv", "north\tbằng\t77\t84\t0:100 100:0\t\t\twhy\twho"},
           Row{"tones.tsv", "north\tngang\t84\t77\t0:100 100:0\t\t\twhy\twho"},
           Row{"tones.tsv", "north\tngang\t77\t84\t0:100 90:0\t\t\twhy\twho"},
           Row{"tones.tsv", "north\tngang\t77\t84\t0:100 50:3 50:4 100:0\t\t\twhy\twho"},
           Row{"tones.tsv", "north\tngang\t77\t84\t0:100 100:0\t\t\t\twho"},
           Row{"tones.tsv", "north\tngang\t77"},
           Row{"spectra.tsv", "new\tvietnam/aa\t0-3\t770/1400\t\t\t\twhy\twho"},
           Row{"spectra.tsv", "new\tvietnam/aa\tall\t770\t\t\t\twhy\twho"},
           Row{"spectra.tsv", "new\tvowel\t1\t770/1400\t30\t\t\twhy\twho"},
           Row{"spectra.tsv", "i\tvietnam/aa\tall\t770/1400\t\t\t\twhy\twho"},
       }) {
    INFO(it.row);
    const Tables tables;
    std::ifstream file(tables.path / it.file);
    const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
    tables.add(it.file, it.row);
    const auto facts = read_facts(tables.path);
    REQUIRE_FALSE(facts);
    CHECK(facts.error().code == ErrorCode::config);
    CHECK(facts.error().place.line == static_cast<std::size_t>(lines) + 1);
  }
}

TEST_CASE("a missing table is told by its name", "[voicedata]") {
  const Tables tables;
  fs::remove(tables.path / "tones.tsv");
  const auto facts = read_facts(tables.path);
  REQUIRE_FALSE(facts);
  CHECK(facts.error().code == ErrorCode::no_input);
  CHECK(facts.error().message.find("tones.tsv") != std::string::npos);
}

TEST_CASE("a contour is straight between its points", "[voicedata]") {
  const auto line = envelope({{0, 100}, {50, 0}, {100, 100}});
  CHECK(line[0] == 254);  // as the compiler of eSpeak NG has it
  CHECK(std::abs(line[32] - 128) <= 1);
  CHECK(line[64] == 0);
  CHECK(std::abs(line[96] - 128) <= 1);
  CHECK(line[127] >= 250);
}

TEST_CASE("a moved spectrum keeps all but its formants and its level", "[voicedata]") {
  SpectrumFact own{"x", "vowel", {}};
  for (const int ms : {50, 40, 0}) {
    FrameFact frame;
    frame.formants = {600, 1400, 2500, 3500, 4300};
    frame.heights = {40, 80, 70, 50, 40, 20, 10, 5};
    frame.milliseconds = ms;
    own.frames.push_back(frame);
  }
  const auto before = make_spectrum(own, {});
  REQUIRE(before);
  REQUIRE(before->size() == 4 + 3 * 64);
  CHECK((*before)[2] == 3);
  CHECK(formant(*before, 0, 1) == 600);

  SpectrumFact moved{"y", "x", {}};
  moved.frames.resize(2);
  moved.frames[0] = {1, 1, {300, 2200}, 0, {}, {}, {}};
  moved.frames[1] = {2, 0, {300, 2000, 2700}, 0, {}, {}, {}};
  const auto after = make_spectrum(moved, *before);
  REQUIRE(after);
  CHECK(formant(*after, 0, 1) == 300);
  CHECK(formant(*after, 0, 2) == 2200);
  CHECK(formant(*after, 0, 3) == 2500);
  CHECK(formant(*after, 2, 2) == 2000);
  CHECK(formant(*after, 2, 3) == 2700);
  for (std::size_t frame = 0; frame < 3; ++frame)
    for (std::size_t at = 16; at < 64; ++at)
      if (at != 17) CHECK((*after)[4 + frame * 64 + at] == (*before)[4 + frame * 64 + at]);

  moved.frames[1].first = 5;
  moved.frames[1].last = 5;
  CHECK(make_spectrum(moved, *before).error().code == ErrorCode::config);
  CHECK(make_spectrum(moved, std::vector<std::uint8_t>{1, 2, 3}).error().code == ErrorCode::bad_data);
}
