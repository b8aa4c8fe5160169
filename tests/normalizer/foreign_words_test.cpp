// SPDX-License-Identifier: GPL-3.0-or-later
// Each of the commonest foreign words goes one way, and none is spelled that people say as a word.
#include "catch.h"
#include "loa/normalizer/normalizer.h"
#include "spec_rows.h"

using namespace loa::normalizer;

namespace {

struct ForeignWord {
  std::string written;
  std::string way;
  std::string spoken;
};

std::vector<ForeignWord> foreign_words() {
  std::ifstream stream(LOA_SOURCE_DIR "/tests/normalizer/foreign_words.tsv");
  std::vector<ForeignWord> words;
  for (std::string line; std::getline(stream, line);) {
    const std::size_t first = line.find('\t');
    if (line.empty() || line[0] == '#' || first == std::string::npos) continue;
    const std::size_t second = line.find('\t', first + 1);
    ForeignWord word{line.substr(0, first), line.substr(first + 1, second - first - 1),
                     line.substr(second + 1)};
    if (word.written != "written") words.push_back(std::move(word));
  }
  return words;
}

// The rule that read the first piece; English is told by the mark beside the text.
std::string way_of(const SpokenText& said) {
  if (!said.languages.empty()) return "english";
  if (said.readings.empty() || said.readings.front().rule.empty()) return "syllable";
  return std::string(said.readings.front().rule);
}

}  // namespace

TEST_CASE("the commonest foreign words go the way that the list says", "[normalizer][foreign]") {
  const Normalizer normalizer;
  const std::vector<ForeignWord> words = foreign_words();
  REQUIRE(words.size() >= 400);
  SpokenText said;
  for (const ForeignWord& word : words) {
    INFO(word.written);
    normalizer.normalize(word.written, nullptr, said);
    CHECK(said.text == word.spoken);
    CHECK(way_of(said) == word.way);
    CHECK(word.way != "letters.unknown");
  }
}

TEST_CASE("a foreign word is read in a sentence as by itself", "[normalizer][foreign]") {
  const Normalizer normalizer;
  SpokenText said;
  for (const ForeignWord& word : foreign_words()) {
    INFO(word.written);
    normalizer.normalize("người dân gọi " + word.written + " hôm nay", nullptr, said);
    CHECK(said.text == "người dân gọi " + word.spoken + " hôm nay");
  }
}
