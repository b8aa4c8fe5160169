// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/repairs.h"

#include <string>

#include "catch.h"

using loa::Span;
using loa::speech::Accent;
using loa::speech::accent_of;
using loa::speech::repair;
using loa::speech::repaired_word;

TEST_CASE("words that the engine says wrong are respelled", "[speech][repairs]") {
  CHECK(repaired_word("họa", Accent::north) == "hoạ");
  CHECK(repaired_word("Tọa", Accent::south) == "toạ");
  CHECK(repaired_word("qui", Accent::north) == "quy");
  CHECK(repaired_word("Đăk", Accent::north) == "đắc");
  CHECK(repaired_word("giuộc", Accent::north) == "duộc");
  CHECK(repaired_word("ho\u0323a", Accent::north) == "hoạ");
}

TEST_CASE("words that it says right stay, letter for letter", "[speech][repairs]") {
  for (const char* word : {"Huế", "hoạ", "hóa", "quý", "gì", "gìn", "Đắk", "NATO", "buýt"})
    CHECK(repaired_word(word, Accent::north) == word);
}

TEST_CASE("a repair is for the accents that need it", "[speech][repairs]") {
  CHECK(repaired_word("hung", Accent::north) == "hung");
  CHECK(repaired_word("hung", Accent::south) != "hung");
  CHECK(repaired_word("qui", Accent::other) == "qui");
}

TEST_CASE("our southern and central voices have sounds that the shipped ones lack", "[speech][repairs]") {
  CHECK(repaired_word("trời", Accent::loa_south) == "tjời");
  CHECK(repaired_word("Rừng", Accent::loa_south) == "zừng");
  CHECK(repaired_word("trình", Accent::loa_south) == "tjình");
  CHECK(repaired_word("rịn", Accent::loa_south) == "zịnh");
  CHECK(repaired_word("vịn", Accent::loa_south) == "jịnh");
  CHECK(repaired_word("bệnh", Accent::loa_south) == "bệnh");
  CHECK(repaired_word("đến", Accent::loa_south) == "đếnh");
  CHECK(repaired_word("ếch", Accent::loa_south) == "ết");
  CHECK(repaired_word("thích", Accent::loa_central) == "tzít");
  CHECK(repaired_word("trời", Accent::loa_central) == "trời");
  for (const Accent ours : {Accent::loa_north, Accent::loa_central, Accent::loa_south}) {
    CHECK(repaired_word("Thứ", ours) == "tzứ");
    CHECK(repaired_word("họa", ours) == "hoạ");
    CHECK(repaired_word("thọa", ours) == "tzoạ");
  }
  for (const char* word : {"trời", "rừng", "vịn", "thích", "đến", "thứ"}) {
    CHECK(repaired_word(word, Accent::south) == word);
    CHECK(repaired_word(word, Accent::north) == word);
  }
  CHECK(repaired_word("hung", Accent::loa_south) == repaired_word("hung", Accent::south));
}

TEST_CASE("word spans follow their words into the respelled text", "[speech][repairs]") {
  const std::string text = "đe dọa, qui tắc veo veo";
  std::vector<Span> words;
  for (const std::string word : {"đe dọa", "qui", "tắc", "veo", "veo"}) {
    const std::size_t begin = text.find(word, words.empty() ? 0 : words.back().end);
    words.push_back({begin, begin + word.size()});
  }
  const auto repaired = repair(text, words, Accent::north);
  CHECK(repaired.text == "đe doạ, quy tắc vđeo vđeo");
  REQUIRE(repaired.words.size() == 5);
  const char* expected[] = {"đe doạ", "quy", "tắc", "vđeo", "vđeo"};
  for (std::size_t i = 0; i < 5; ++i)
    CHECK(repaired.text.substr(repaired.words[i].begin, repaired.words[i].size()) == expected[i]);
}

TEST_CASE("the accent is told by the voice, with or without variant", "[speech][repairs]") {
  CHECK(accent_of("vi") == Accent::north);
  CHECK(accent_of("vi+f5") == Accent::north);
  CHECK(accent_of("VI-vn-x-South+m3") == Accent::south);
  CHECK(accent_of("vi-vn-x-central") == Accent::central);
  CHECK(accent_of("loa-nam+loa-nu") == Accent::loa_south);
  CHECK(accent_of("loa-bac+loa-nu") == Accent::loa_north);
  CHECK(accent_of("loa-trung") == Accent::loa_central);
  CHECK(accent_of("en+f2") == Accent::other);
  CHECK(accent_of("vie") == Accent::other);
}
