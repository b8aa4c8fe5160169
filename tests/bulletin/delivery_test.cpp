// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/delivery.h"

#include "catch.h"
#include "speech/voice_profile.h"

using loa::article::BlockKind;
using loa::bulletin::Break;
using loa::bulletin::deliver;
using loa::bulletin::Phrasing;
using loa::speech::Delivery;
using loa::speech::Prosody;

namespace {

struct Cut {
  std::size_t words;
  Break behind;
  char mark = ',';
};
Phrasing phrasing(const std::vector<Cut>& cuts) {
  Phrasing out;
  std::size_t at = 0;
  for (const Cut& cut : cuts) {
    loa::bulletin::PhraseCut phrase;
    phrase.words = {at, at + cut.words};
    phrase.behind = cut.behind;
    phrase.mark = cut.mark;
    out.phrases.push_back(phrase);
    at += cut.words;
  }
  return out;
}

std::vector<int> pitches(const Phrasing& of, const Prosody& prosody, BlockKind kind = BlockKind::paragraph) {
  std::vector<int> out;
  for (const Delivery& delivery : deliver(of, kind, prosody)) out.push_back(delivery.pitch_cents);
  return out;
}

}  // namespace

TEST_CASE("a sentence declines phrase by phrase, falls as a statement and rises as a question",
          "[bulletin][prosody]") {
  Prosody prosody;
  prosody.melody = {.start = 40, .end = -60, .statement = -30, .question = 80};
  CHECK(pitches(phrasing({{5, Break::comma}, {5, Break::sentence, '.'}}), prosody) == std::vector{40, -40});
  CHECK(pitches(phrasing({{5, Break::comma}, {5, Break::sentence, '?'}}), prosody) == std::vector{40, 70});
  // Each sentence begins anew.
  CHECK(pitches(phrasing({{8, Break::sentence, '.'}, {4, Break::breath}, {4, Break::sentence, '.'}}),
                prosody) == std::vector{10, 40, -40});
}

TEST_CASE("the groups of a number keep one pitch", "[bulletin][prosody]") {
  Prosody prosody;
  prosody.melody = {.start = 40, .end = -60, .statement = 0, .question = 0};
  CHECK(
      pitches(phrasing({{4, Break::group}, {3, Break::group}, {3, Break::comma}, {10, Break::sentence, '.'}}),
              prosody) == std::vector{40, 40, 40, -10});
}

TEST_CASE("a block may be slower or lower; without a prosody all is as the voice is", "[bulletin][prosody]") {
  Prosody prosody;
  prosody.blocks["title"] = {.rate_percent = 93, .pitch_cents = 0};
  prosody.blocks["caption"] = {.rate_percent = 100, .pitch_cents = -100};
  const Phrasing one = phrasing({{6, Break::sentence, '.'}});
  CHECK(deliver(one, BlockKind::title, prosody).front() == Delivery{93, 0});
  CHECK(deliver(one, BlockKind::caption, prosody).front() == Delivery{100, -100});
  CHECK(deliver(one, BlockKind::paragraph, prosody).front() == Delivery{});
  CHECK(deliver(phrasing({}), BlockKind::title, prosody).empty());
}

TEST_CASE("the voices are delivered like a newsreader", "[bulletin][prosody]") {
  for (const char* voice : {"bac", "bac-nam", "trung", "nam"}) {
    const auto profile = loa::speech::find_profile(voice);
    REQUIRE(profile);
    CHECK(profile->prosody.breath.syllables == 25);
    CHECK(profile->prosody.breath.before.count("và") == 1);
    CHECK(profile->prosody.blocks.at("title").rate_percent < 100);
    // Less than half of what lies between two level tones (some four semitones).
    CHECK(profile->prosody.melody.question - profile->prosody.melody.end < 200);
  }
}
