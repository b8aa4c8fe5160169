// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/gate.h"

#include <random>
#include <string>

#include "catch.h"
#include "loa/base/utf8.h"
#include "loa/normalizer/normalizer.h"
#include "speech/letters.h"

using loa::Span;
using loa::speech::gate;
using loa::speech::Gated;
using loa::speech::kNoLetters;

namespace {

bool is_mark(char c) { return std::string_view(",.;:?!").find(c) != std::string_view::npos; }

/// Every rule of the closed alphabet, checked on what came out.
void check_closed(const std::string& text) {
  INFO("gated: " << text);
  REQUIRE(loa::utf8::find_invalid(text) == std::string::npos);
  std::size_t letters = 0, run = 0, clause = 0;
  char32_t last = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const loa::utf8::Decoded decoded = loa::utf8::decode(text, at);
    const char32_t c = decoded.code_point;
    at += decoded.size;
    clause += decoded.size;
    if (loa::speech::is_letter(c)) {
      REQUIRE((last == U' ' || loa::speech::is_letter(last)));
      const bool same = loa::speech::is_letter(last) && loa::speech::lower(last) == loa::speech::lower(c);
      run = same ? run + 1 : 1;
      REQUIRE(run <= loa::speech::kMaxLetterRun);
      REQUIRE(++letters <= loa::speech::kMaxWordLetters);
    } else if (c == U' ') {
      REQUIRE(last != U' ');
      REQUIRE(at < text.size());
      letters = 0;
    } else {
      REQUIRE(c < 0x80);
      REQUIRE(is_mark(static_cast<char>(c)));
      REQUIRE(loa::speech::is_letter(last));
      REQUIRE((at == text.size() || text[at] == ' '));
      REQUIRE(clause <= loa::speech::kMaxClauseBytes);
      clause = 0;
    }
    last = c;
  }
  REQUIRE(clause <= loa::speech::kMaxClauseBytes);
}

std::vector<Span> spans_of(const std::string& text, std::initializer_list<const char*> words) {
  std::vector<Span> spans;
  for (const std::string word : words) {
    const std::size_t begin = text.find(word, spans.empty() ? 0 : spans.back().end);
    REQUIRE(begin != std::string::npos);
    spans.push_back({begin, begin + word.size()});
  }
  return spans;
}

}  // namespace

TEST_CASE("the gate leaves spoken Vietnamese as it is", "[speech][gate]") {
  const std::string text = "Ngày hai mươi bảy tháng tám, mưa to ở thành phố Huế; gió giật cấp chín!";
  const Gated gated = gate(text);
  CHECK(gated.text == text);
  CHECK(gated.removed == 0);
  CHECK(gated.has_letters);
}

TEST_CASE("the gate takes everything else for a blank and counts it", "[speech][gate]") {
  struct Row {
    const char *in, *out;
    std::size_t removed;
  };
  const Row rows[] = {
      {"(-hai độ)", "hai độ", 2},
      {"\"-Không", "Không", 1},
      {"'-v", "v", 1},
      {"[-a", "a", 1},
      {"Nhiệt độ giảm, (-hai độ)", "Nhiệt độ giảm, hai độ", 2},
      {"một\x01"
       "0A hai",
       "một A hai", 2},
      {"[\x02h'a:7j]]", "ha j", 6},
      {"<audio src=\"/etc/passwd\">", "audio src etc passwd", 7},
      {"thể dục - thể thao", "thể dục thể thao", 0},
      {"Jong-un", "Jong un", 0},
      {"27/8", "", 4},
      {"…", "", 1},
      {"", "", 0},
      {" \n\t ", "", 0},
      {". , ;", "", 3},
      {"Hết..", "Hết", 2},
      {"v.v", "v v", 1},
      {"a ,b", "a b", 1},
      {"trời ơi!", "trời ơi!", 0},
      {"hội\xC2\xADnghị", "hộinghị", 0},  // soft hyphen
      {"children's", "childrens", 0},
      {"München Łódź Čech", "Munchen Lódz Cech", 0},
      {"Ðà Nẵng", "Đà Nẵng", 0},  // eth for đ, a common mistake
      {"straße", "strasse", 0},
      {"аbc", "bc", 1},               // Cyrillic а
      {"\xFFhai\xE1\xBB", "hai", 2},  // malformed
      {"aaaaaa", "aaa", 3},
      {"AaAaAa", "AaA", 3},
      {"một\xE2\x80\xA8hai", "một hai", 1},  // line separator
  };
  for (const Row& row : rows) {
    INFO(row.in);
    const Gated gated = gate(row.in);
    CHECK(gated.text == row.out);
    CHECK(gated.removed == row.removed);
  }
}

TEST_CASE("the gate composes marks that stand behind their letters", "[speech][gate]") {
  CHECK(gate("tie\u0302\u0301ng Vie\u0323\u0302t").text == "tiếng Việt");
  CHECK(gate("Đu\u031Bo\u031B\u0300ng Lu\u031B\u0323c").text == "Đường Lực");
  CHECK(gate("\u0301a").text == "a");
  CHECK(gate("a\u0301\u0300").removed == 1);  // two tones
  CHECK(gate("b\u0301").removed == 1);
}

TEST_CASE("the gate cuts long words and long clauses", "[speech][gate]") {
  std::string word;
  for (int i = 0; i < 100; ++i) word += i % 2 == 0 ? "ộ" : "b";
  check_closed(gate(word).text);
  CHECK(gate(word).removed == 0);
  std::string clause;
  for (int i = 0; i < 5000; ++i) clause += "nghiêng ";
  const Gated gated = gate(clause);
  check_closed(gated.text);
  CHECK(gated.removed == 0);
  CHECK(gated.text.find(',') != std::string::npos);
}

TEST_CASE("the gate tells where each word begins", "[speech][gate]") {
  const std::string text = "\"đô la\" – 27 e\u0301t, x";
  const Gated gated = gate(text, spans_of(text, {"\"đô", "la", "27", "e\u0301t", "x"}));
  CHECK(gated.text == "đô la ét, x");
  CHECK(gated.starts == std::vector<std::uint32_t>{0, 3, kNoLetters, 6, 10});
}

TEST_CASE("a word that is cut begins where its first part does", "[speech][gate]") {
  const std::string text = "Jong-un nói";
  const Gated gated = gate(text, std::vector<Span>{{0, 7}, {8, text.size()}});
  CHECK(gated.starts == std::vector<std::uint32_t>{0, 8});
}

TEST_CASE("whatever goes in, only the closed alphabet comes out", "[speech][gate]") {
  std::mt19937 random(20250827);
  const std::vector<std::string> pieces = {"a",      "ộ",  "B",  " ",    "-",    ".",    ",",      "?",
                                           "'",      "\"", "(",  "[[",   "\x01", "\x02", "\u0301", "9",
                                           "\u0323", "ß",  "文", "\xFF", "\xE1", "!!",   "😀",      "\u200C",
                                           "xin",    "\n", "<",  "&",    "Đ",    "ﬁ",    "u\u031B"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    std::vector<Span> words;
    const std::size_t size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t begin = text.size();
      text += pieces[random() % pieces.size()];
      if (random() % 3 == 0) words.push_back({begin, text.size()});
    }
    INFO("text: " << text);
    const Gated gated = gate(text, words);
    check_closed(gated.text);
    REQUIRE(gated.starts.size() == words.size());
    const Gated again = gate(gated.text);
    REQUIRE(again.text == gated.text);
    REQUIRE(again.removed == 0);
    std::uint32_t last = 0;
    for (const std::uint32_t start : gated.starts) {
      if (start == kNoLetters) continue;
      REQUIRE(start >= last);
      last = start;
    }
  }
}

TEST_CASE("of letters with foreign marks the plain ones are heard", "[gate]") {
  CHECK(gate("Ḥamās Əliyev Ŋ Ǟ ḍ Ẕ").text == "Hamas Eliyev Ng A d Z");
  CHECK(gate("Ḥ").removed == 0);
}

TEST_CASE("no word of the normaliser is lost at the gate, whatever character it was written with", "[gate]") {
  loa::normalizer::Normalizer normalizer{loa::normalizer::Style{}};
  loa::normalizer::SpokenText spoken;
  constexpr char32_t kEnd = 0x20000;  // behind it are ideographs, as there are before it
  for (char32_t c = U' '; c < kEnd; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    loa::utf8::append(text, c);
    normalizer.normalize(text, nullptr, spoken, {});
    std::vector<Span> words;
    for (const auto& word : spoken.words) words.push_back(word.spoken);
    for (const std::uint32_t start : gate(spoken.text, words).starts) {
      if (start != kNoLetters) continue;
      FAIL("U+" << std::hex << static_cast<std::uint32_t>(c) << " is said as " << spoken.text);
    }
  }
}
