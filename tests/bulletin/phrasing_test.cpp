// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/phrasing.h"

#include <random>
#include <string>

#include "catch.h"
#include "loa/base/utf8.h"

using loa::Span;
using loa::bulletin::Break;
using loa::bulletin::ClauseCut;
using loa::bulletin::cut_phrases;
using loa::bulletin::cut_units;
using loa::bulletin::Phrasing;
using loa::bulletin::PhrasingLimits;
using loa::bulletin::Range;
using loa::normalizer::Language;
using loa::normalizer::SpokenText;

namespace {

// Text that is spoken as it stands: every word is its own source.
SpokenText plain(const std::string& text) {
  SpokenText spoken;
  spoken.text = text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    std::size_t word_end = end;
    while (word_end > at && std::string(",.;:?!").find(text[word_end - 1]) != std::string::npos) --word_end;
    if (word_end > at) spoken.words.push_back({{at, word_end}, {at, word_end}});
    at = end + 1;
  }
  return spoken;
}

struct Cut {
  std::string text;
  Phrasing phrasing;
  std::vector<std::string> phrases() const {
    std::vector<std::string> out;
    for (const auto& phrase : phrasing.phrases) {
      std::string words;
      for (std::size_t w = phrase.words.begin; w < phrase.words.end; ++w)
        words += (words.empty() ? "" : " ") +
                 text.substr(phrasing.words[w].spoken.begin, phrasing.words[w].spoken.size());
      out.push_back(words + phrase.mark);
    }
    return out;
  }
  std::vector<Break> breaks() const {
    std::vector<Break> out;
    for (const auto& phrase : phrasing.phrases) out.push_back(phrase.behind);
    return out;
  }
  std::vector<std::string> written(const std::string& block) const {
    std::vector<std::string> out;
    for (const auto& clause : phrasing.clauses) out.emplace_back(clause.written.of(block));
    return out;
  }
};

Cut cut(const SpokenText& spoken, const std::string& block, std::vector<Span> sentences = {},
        const PhrasingLimits& limits = {}) {
  if (sentences.empty()) sentences = {{0, block.size()}};
  Cut out;
  out.text = spoken.text;
  cut_phrases(spoken, block, sentences, out.phrasing, limits);
  return out;
}

Cut cut(const std::string& text, std::vector<Span> sentences = {}, const PhrasingLimits& limits = {}) {
  return cut(plain(text), text, std::move(sentences), limits);
}

using Strings = std::vector<std::string>;
using Breaks = std::vector<Break>;

}  // namespace

TEST_CASE("a phrase ends at every clause mark, and the mark goes to the engine", "[bulletin][phrasing]") {
  const Cut a = cut("Sáng nay, trời mưa; đường ngập: xe dừng.");
  CHECK(a.phrases() == Strings{"Sáng nay,", "trời mưa;", "đường ngập:", "xe dừng."});
  CHECK(a.breaks() == Breaks{Break::comma, Break::semicolon, Break::colon, Break::sentence});
}

TEST_CASE("a text that ends without a mark is given a full stop", "[bulletin][phrasing]") {
  CHECK(cut("Chợ phiên mở cửa").phrases() == Strings{"Chợ phiên mở cửa."});
  CHECK(cut("Đi đâu?").phrases() == Strings{"Đi đâu?"});
}

TEST_CASE("a final mark inside a sentence is a shorter pause than the end of the sentence",
          "[bulletin][phrasing]") {
  const std::string text = "Hay quá! anh nói. Rồi đi.";
  const Cut a = cut(text, {{0, 19}, {20, text.size()}});
  CHECK(a.phrases() == Strings{"Hay quá!", "anh nói.", "Rồi đi."});
  CHECK(a.breaks() == Breaks{Break::semicolon, Break::sentence, Break::sentence});
}

TEST_CASE("a sentence ends only where the spoken text has a mark", "[bulletin][phrasing]") {
  // The splitter was mistaken: nothing is said there.
  const Cut a = cut("Gặp TP Huế nay.", {{0, 7}, {8, 18}});
  CHECK(a.phrases() == Strings{"Gặp TP Huế nay."});
  CHECK(a.phrasing.clauses.size() == 1);
  // A sentence that ends in a weak mark (three dots are said as a comma) ends all the same.
  const Cut b = cut("Mưa, Gió.", {{0, 5}, {6, 10}});
  CHECK(b.phrases() == Strings{"Mưa.", "Gió."});
  CHECK(b.breaks() == Breaks{Break::sentence, Break::sentence});
}

TEST_CASE("silences that no mark stands for end a phrase", "[bulletin][phrasing]") {
  SpokenText spoken = plain("không chín một hai ba bốn năm gọi ngay.");
  spoken.pauses.push_back({spoken.text.find("một"), loa::normalizer::Pause::Strength::group});
  spoken.pauses.push_back({spoken.text.find("gọi"), loa::normalizer::Pause::Strength::light});
  const Cut a = cut(spoken, spoken.text);
  CHECK(a.phrases() == Strings{"không chín,", "một hai ba bốn năm,", "gọi ngay."});
  CHECK(a.breaks() == Breaks{Break::group, Break::light, Break::sentence});
  CHECK(a.phrasing.clauses.size() == 1);  // no clause mark among them
}

TEST_CASE("a silence beside a mark does not weaken it", "[bulletin][phrasing]") {
  SpokenText spoken = plain("một, hai.");
  spoken.pauses.push_back({spoken.text.find("hai"), loa::normalizer::Pause::Strength::light});
  CHECK(cut(spoken, spoken.text).breaks() == Breaks{Break::comma, Break::sentence});
}

TEST_CASE("another language is a phrase of its own, without silence around it", "[bulletin][phrasing]") {
  SpokenText spoken = plain("Hãng Blue Moon mở cửa.");
  spoken.languages.push_back({{spoken.text.find("Blue"), spoken.text.find(" mở")}, Language::english});
  const Cut a = cut(spoken, spoken.text);
  CHECK(a.phrases() == Strings{"Hãng,", "Blue Moon,", "mở cửa."});
  CHECK(a.breaks() == Breaks{Break::none, Break::none, Break::sentence});
  CHECK(a.phrasing.phrases[1].language == Language::english);
  CHECK(a.phrasing.phrases[2].language == Language::vietnamese);
  CHECK(a.phrasing.clauses.size() == 1);
}

TEST_CASE("a clause without a mark is cut into even parts that the engine can take", "[bulletin][phrasing]") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "đường ";
  text.back() = '.';
  const Cut a = cut(text);
  REQUIRE(a.phrasing.phrases.size() == 4);
  for (const auto& phrase : a.phrasing.phrases) {
    CHECK(phrase.words.size() >= 45);
    CHECK(phrase.words.size() <= 55);
  }
  CHECK(a.breaks() == Breaks{Break::none, Break::none, Break::none, Break::sentence});
}

TEST_CASE("a word too long for the engine is divided", "[bulletin][phrasing]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "ư";
  const Cut a = cut(text);
  REQUIRE(a.phrasing.words.size() == 3);
  CHECK(a.phrasing.words[0].spoken == Span{0, 80});
  CHECK(a.phrasing.words[2].spoken == Span{160, 200});
  for (const auto& word : a.phrasing.words) CHECK(word.source == Span{0, 200});
}

TEST_CASE("clauses tile the block's own text and keep its marks on the right side", "[bulletin][phrasing]") {
  // Written: Ông nói: “Được (tạm), nhé”.
  const std::string block = "Ông nói: “Được (tạm), nhé”.";
  SpokenText spoken = plain("Ông nói: Được tạm, nhé.");
  const auto source = [&](std::size_t w, const std::string& word) {
    const std::size_t at = block.find(word);
    spoken.words[w].source = {at, at + word.size()};
  };
  source(0, "Ông");
  source(1, "nói");
  source(2, "Được");
  source(3, "tạm");
  source(4, "nhé");
  CHECK(cut(spoken, block).written(block) == Strings{"Ông nói: ", "“Được (tạm), ", "nhé”."});
}

TEST_CASE("without a blank, the cut lies before what opens", "[bulletin][phrasing]") {
  const std::string block = "Huế(miền Trung)";
  SpokenText spoken = plain("Huế, miền Trung.");
  spoken.words[0].source = {0, 5};
  spoken.words[1].source = {6, 11};
  spoken.words[2].source = {12, 17};
  CHECK(cut(spoken, block).written(block) == Strings{"Huế", "(miền Trung)"});
}

TEST_CASE("a clause never ends inside a reading, though the voice pauses there", "[bulletin][phrasing]") {
  // "75A-123.45" is said with a comma in the middle; all words point to the whole of it.
  const std::string block = "Xe 75A-123.45 rẽ.";
  SpokenText spoken = plain("Xe bảy lăm a, một hai ba bốn lăm rẽ.");
  for (std::size_t w = 1; w + 1 < spoken.words.size(); ++w) spoken.words[w].source = {3, 13};
  spoken.words.front().source = {0, 2};
  spoken.words.back().source = {14, 17};
  const Cut a = cut(spoken, block);
  CHECK(a.phrases() == Strings{"Xe bảy lăm a,", "một hai ba bốn lăm rẽ."});
  CHECK(a.written(block) == Strings{block});
}

TEST_CASE("words that are said in another order than written keep their clause whole",
          "[bulletin][phrasing]") {
  const std::string block = "$10, 5";
  SpokenText spoken = plain("mười, đô la, năm.");
  spoken.words[0].source = {1, 3};
  spoken.words[1].source = spoken.words[2].source = {0, 1};
  spoken.words[3].source = {5, 6};
  CHECK(cut(spoken, block).written(block) == Strings{"$10, ", "5"});
}

TEST_CASE("whatever the text, phrases tile the words, clauses tile the phrases and the text",
          "[bulletin][phrasing]") {
  std::mt19937 random(7);
  const auto pick = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
  };
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (std::size_t i = pick(80) + 1; i > 0; --i) {
      const std::string words[] = {"a", "đường", "Nguyễn", "một", std::string(pick(60) + 1, 'x')};
      text += words[pick(4)];
      if (pick(6) == 0) text += ",.;:?!"[pick(5)];
      text += i == 1 ? "" : " ";
    }
    SpokenText spoken = plain(text);
    for (auto& word : spoken.words) {
      if (pick(9) != 0) continue;
      word.source.begin = pick(word.source.begin);  // points backwards, or to more
    }
    if (!spoken.words.empty() && pick(2) == 0) {
      const auto& from = spoken.words[pick(spoken.words.size() - 1)];
      spoken.languages.push_back({from.spoken, Language::english});
      spoken.pauses.push_back({spoken.words[pick(spoken.words.size() - 1)].spoken.begin});
    }
    std::vector<Span> sentences;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.size(), at + 1 + pick(60));
      sentences.push_back({at, end});
      at = end;
    }
    const PhrasingLimits limits{.phrase_bytes = 40 + pick(100), .word_letters = 20, .clause_syllables = 20};
    const Cut a = cut(spoken, text, sentences, limits);
    const Phrasing& p = a.phrasing;
    std::size_t word = 0;
    for (const auto& phrase : p.phrases) {
      CHECK(phrase.words.begin == word);
      CHECK(phrase.words.size() > 0);
      std::size_t bytes = 0;
      for (; word < phrase.words.end; ++word) bytes += p.words[word].spoken.size() + 1;
      CHECK((bytes <= limits.phrase_bytes || phrase.words.size() == 1));
    }
    CHECK(word == p.words.size());
    std::size_t phrase = 0, written = 0;
    for (const auto& clause : p.clauses) {
      CHECK(clause.phrases.begin == phrase);
      CHECK(clause.phrases.size() > 0);
      CHECK(clause.written.begin == written);
      CHECK(clause.written.end >= written);
      phrase = clause.phrases.end;
      written = clause.written.end;
    }
    CHECK(phrase == p.phrases.size());
    CHECK(written == (p.clauses.empty() ? 0 : text.size()));
    std::string said;
    for (const auto& w : p.words) said += w.spoken.of(spoken.text);
    std::string expected;
    for (const auto& w : spoken.words) expected += w.spoken.of(spoken.text);
    CHECK(said == expected);
  }
}

TEST_CASE("nothing to say makes no phrase", "[bulletin][phrasing]") {
  const Cut a = cut(SpokenText{}, "***");
  CHECK(a.phrasing.phrases.empty());
  CHECK(a.phrasing.clauses.empty());
  CHECK(cut_units({}, true).empty());
}

namespace {

loa::speech::Breath breath(int syllables, int least) {
  loa::speech::Breath out;
  out.syllables = syllables;
  out.least = least;
  out.before = {{"và", {}}, {"khi", {"sau"}}, {"sau khi", {}}, {"để", {}}};
  return out;
}

std::vector<std::string> breaths(const std::string& text, const loa::speech::Breath& breath) {
  PhrasingLimits limits;
  limits.breath = &breath;
  const SpokenText spoken = plain(text);
  Cut a;
  a.text = text;
  cut_phrases(spoken, text, {{0, text.size()}}, a.phrasing, limits);
  return a.phrases();
}

}  // namespace

TEST_CASE("a long stretch without a mark is divided where a reader breathes", "[bulletin][phrasing]") {
  const std::string text = "cán bộ xã đến từng nhà và phát tờ rơi cho bà con để mọi người cùng phòng bệnh.";
  CHECK(breaths(text, breath(13, 4)) ==
        std::vector<std::string>{"cán bộ xã đến từng nhà,",
                                 "và phát tờ rơi cho bà con để mọi người cùng phòng bệnh."});
  CHECK(breaths(text, breath(8, 4)) == std::vector<std::string>{"cán bộ xã đến từng nhà,",
                                                                "và phát tờ rơi cho bà con,",
                                                                "để mọi người cùng phòng bệnh."});
  CHECK(breaths(text, breath(25, 4)).size() == 1);
  CHECK(breaths(text, breath(0, 4)).size() == 1);
  CHECK(breaths(text, breath(12, 11)).size() == 1);
}

TEST_CASE("a breath is taken before the words of the table alone, and not behind what belongs to them",
          "[bulletin][phrasing]") {
  CHECK(breaths("bà con trở về nhà sau khi nước lũ đã rút hết.", breath(8, 3)) ==
        std::vector<std::string>{"bà con trở về nhà,", "sau khi nước lũ đã rút hết."});
  CHECK(breaths("một hai ba bốn năm sáu bảy tám chín mười mười một.", breath(5, 2)).size() == 1);
}

TEST_CASE("a breath never divides a reading", "[bulletin][phrasing]") {
  const std::string text = "diện tích năm và một phần hai héc ta đất trồng lúa.";
  const auto lungs = breath(6, 2);
  PhrasingLimits limits;
  limits.breath = &lungs;
  SpokenText spoken = plain(text);
  const std::size_t from = text.find("năm"), to = text.find(" đất");
  loa::normalizer::Reading reading;
  reading.spoken = reading.source = {0, from};
  spoken.readings.push_back(reading);
  reading.spoken = reading.source = {from, to};
  reading.semiotic_class = loa::normalizer::SemioticClass::measure;
  spoken.readings.push_back(reading);
  Phrasing phrasing;
  cut_phrases(spoken, text, {{0, text.size()}}, phrasing, limits);
  CHECK(phrasing.phrases.size() == 1);
}

namespace {

std::vector<ClauseCut> clauses(const std::vector<std::pair<std::size_t, bool>>& sizes) {
  std::vector<ClauseCut> out;
  for (const auto& [syllables, sentence_end] : sizes) {
    ClauseCut clause;
    clause.syllables = syllables;
    clause.sentence_end = sentence_end;
    out.push_back(clause);
  }
  return out;
}

using Ranges = std::vector<Range>;

}  // namespace

TEST_CASE("the first unit of a programme is its first sentence", "[bulletin][units]") {
  const auto some = clauses({{10, false}, {10, true}, {20, true}, {20, true}});
  CHECK(cut_units(some, true) == Ranges{{0, 2}, {2, 4}});
  CHECK(cut_units(some, false) == Ranges{{0, 4}});
}

TEST_CASE("a long first sentence gives its first clauses to the first unit", "[bulletin][units]") {
  CHECK(cut_units(clauses({{20, false}, {20, false}, {20, false}, {20, true}, {10, true}}), true) ==
        Ranges{{0, 2}, {2, 5}});
  CHECK(cut_units(clauses({{180, false}, {20, true}}), true) == Ranges{{0, 1}, {1, 2}});
}

TEST_CASE("units hold whole sentences while they fit", "[bulletin][units]") {
  CHECK(cut_units(clauses({{120, true}, {120, true}, {120, true}}), false) == Ranges{{0, 2}, {2, 3}});
  std::vector<std::pair<std::size_t, bool>> many(20, {10, true});
  CHECK(cut_units(clauses(many), false) == Ranges{{0, 8}, {8, 16}, {16, 20}});
}

TEST_CASE("a sentence too long for a unit is cut at its clauses", "[bulletin][units]") {
  CHECK(cut_units(clauses({{140, false}, {140, false}, {140, false}, {20, true}, {10, true}}), false) ==
        Ranges{{0, 2}, {2, 5}});
  CHECK(cut_units(clauses({{800, false}, {20, true}}), false) == Ranges{{0, 1}, {1, 2}});
}
