// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/program.h"

#include <map>

#include "catch.h"

using loa::voicedata::Program;
using Words = std::vector<std::uint16_t>;

namespace {

Program empty_program() {
  return Program([](std::string_view mnemonic) -> std::optional<std::uint8_t> {
    static const std::map<std::string_view, std::uint8_t> kCodes = {{"i", 0x28}, {"u", 0x27}, {"c", 0x51}};
    const auto found = kCodes.find(mnemonic);
    if (found == kCodes.end()) return std::nullopt;
    return found->second;
  });
}

/// What of a program runs when its conditions, in their order, are as told.
Words run(const Words& words, std::vector<bool> answers) {
  Words done;
  std::size_t asked = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::uint16_t word = words[at];
    if ((word & 0xE000) == 0x2000) {
      bool truth = true, or_next = false;
      while ((words[at] & 0xE000) == 0x2000) {
        bool answer = answers.at(asked++);
        const bool or_after = (words[at++] & 0x1000) != 0;
        if (words[at] == 3) answer = !answer, ++at;
        truth = or_next ? truth || answer : truth && answer;
        or_next = or_after;
      }
      REQUIRE((words[at] & 0xF800) == 0x6800);
      at += truth ? 1U : words[at] & 0xFFU;
    } else if ((word & 0xFE00) == 0x6000) {
      at += word & 0xFFU;
    } else {
      done.push_back(word);
      ++at;
    }
  }
  return done;
}

}  // namespace

TEST_CASE("of several conditions the first that holds counts", "[voicedata]") {
  Program program = empty_program();
  REQUIRE(program.open("before i|u"));
  program.length(20);
  program.close(true);
  REQUIRE(program.open("not word-end, after c"));
  program.length(40);
  program.close(true);
  program.length(60);
  program.end_alternatives();
  program.end();
  const Words& words = program.words();
  CHECK(run(words, {true, false}) == Words{0x0A0A, 1});
  CHECK(run(words, {false, true}) == Words{0x0A0A, 1});
  CHECK(run(words, {false, false, false, true}) == Words{0x0A14, 1});
  CHECK(run(words, {false, false, true, true}) == Words{0x0A1E, 1});
  CHECK(run(words, {false, false, false, false}) == Words{0x0A1E, 1});
}

TEST_CASE("a condition with alternatives holds together with another, in any order", "[voicedata]") {
  for (const char* condition : {"before i|u, word-start", "word-start, before i|u"}) {
    Program program = empty_program();
    REQUIRE(program.open(condition));
    program.length(20);
    program.close(false);
    program.end();
    for (const bool i : {false, true})
      for (const bool u : {false, true})
        for (const bool start : {false, true})
          CHECK((run(program.words(), {i, u, start}).size() == 2) == ((i || u) && start));
  }
}

TEST_CASE("what is not understood is refused", "[voicedata]") {
  Program program = empty_program();
  for (const char* condition :
       {"", "before", "before x", "word-middle", "beside i", "before i|u, after i|u"}) {
    INFO(condition);
    CHECK_FALSE(program.open(condition));
  }
  for (const char* value : {"f2=1700", "f2=1700:a:3", "f9=3", "brake", "ms=", "f1=1:2"}) {
    INFO(value);
    CHECK_FALSE(program.transition(true, value, false));
  }
}

TEST_CASE("transitions are packed as the engine unpacks them", "[voicedata]") {
  Program program = empty_program();
  REQUIRE(program.transition(false, "f1=1 f2=1700:100:300 f3=-300:70 ms=20 level=18", true));
  // length/2 in 6 bits, level/2 in 6, flags; then f2/50, its limits and f3/50 from -15, f1.
  CHECK(program.words() == Words{0xA200, 10 | 9 << 6 | 1 << 12,
                                 static_cast<std::uint16_t>((-6 + 15) | 9 << 5 | 1 << 10),
                                 static_cast<std::uint16_t>(34 | (2 + 15) << 6 | (6 + 15) << 11)});
  Program none = empty_program();
  REQUIRE(none.transition(true, "none", false));
  CHECK(none.words() == Words{0xA100, 0, 0, 0});
}

TEST_CASE("a sound replaces both the spectrum and the recording of the program before", "[voicedata]") {
  Program program = empty_program();
  program.sound({0x12344, 0x54320, 60, 110});
  CHECK(program.words() ==
        Words{0xC000, 0, 2, 0xB3C0, 0x48D1, static_cast<std::uint16_t>(0xF6E0 | 1), 0x50C8});
  Program silence = empty_program();
  silence.sound({});
  CHECK(silence.words() == Words{0xB000, 0, 2, 0xC000, 0});
}
