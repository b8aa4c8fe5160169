// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/cues.h"

#include <random>

#include "catch.h"
#include "spoken.h"

using loa::timeline::Clause;
using loa::timeline::Cue;
using loa::timeline::CueCutter;
using loa::timeline::two_lines;
using spoken::kRate;
using spoken::Reader;
using std::chrono::milliseconds;

namespace {

std::vector<Cue> cut(const std::vector<Clause>& clauses, loa::timeline::Frames total) {
  CueCutter cutter(kRate);
  std::vector<Cue> cues;
  for (const Clause& clause : clauses) cutter.add(clause, cues);
  cutter.finish(total, cues);
  return cues;
}

std::string joined(const Cue& cue) {
  std::string text = cue.lines.front();
  for (std::size_t i = 1; i < cue.lines.size(); ++i) text += " " + cue.lines[i];
  return text;
}

std::vector<std::string> texts(const std::vector<Cue>& cues) {
  std::vector<std::string> out;
  for (const Cue& cue : cues) out.push_back(joined(cue));
  return out;
}

}  // namespace

TEST_CASE("the width counts what takes room on the screen", "[timeline][cues]") {
  CHECK(loa::timeline::width("Đường về quê") == 12);
  CHECK(loa::timeline::width("e\u0301") == 1);
  CHECK(loa::timeline::width("") == 0);
}

TEST_CASE("two lines are even, break behind a mark, and are not made where one is enough",
          "[timeline][cues]") {
  CHECK(two_lines("một hai", 10) == std::vector<std::string>{"một hai"});
  CHECK(two_lines("một hai ba bốn", 10) == std::vector<std::string>{"một hai", "ba bốn"});
  CHECK(two_lines("một, hai ba bốn năm", 14) == std::vector<std::string>{"một,", "hai ba bốn năm"});
  CHECK(two_lines("một hai ba bốn năm sáu", 8).empty());
  CHECK(two_lines("mộthaibabốn", 8).empty());
}

TEST_CASE("a long sentence is cut at its clauses", "[timeline][cues]") {
  Reader reader;
  const std::vector clauses{
      reader.clause("Sáng nay tại trụ sở ủy ban phường bên sông, "),
      reader.clause("hơn hai trăm hộ dân đã đến nhận giấy mời họp tổ, "),
      reader.clause("bàn chuyện đặt tên cho bốn con đường mới mở.", true, true),
  };
  CHECK(texts(cut(clauses, reader.now())) ==
        std::vector<std::string>{"Sáng nay tại trụ sở ủy ban phường bên sông,",
                                 "hơn hai trăm hộ dân đã đến nhận giấy mời họp tổ,",
                                 "bàn chuyện đặt tên cho bốn con đường mới mở."});
}

TEST_CASE("short clauses of a sentence share a cue, sentences do not", "[timeline][cues]") {
  Reader reader;
  const std::vector clauses{
      reader.clause("Rau, "),
      reader.clause("cá, "),
      reader.clause("thịt đều tăng giá nhẹ.", true),
      reader.clause(" Riêng trứng thì không.", true, true),
  };
  CHECK(texts(cut(clauses, reader.now())) ==
        std::vector<std::string>{"Rau, cá, thịt đều tăng giá nhẹ.", "Riêng trứng thì không."});
}

TEST_CASE("clauses without a blank between them are shown without one", "[timeline][cues]") {
  Reader reader;
  const std::vector clauses{reader.clause("Huế—"), reader.clause("Đà Nẵng.", true, true)};
  CHECK(texts(cut(clauses, reader.now())) == std::vector<std::string>{"Huế—Đà Nẵng."});
}

TEST_CASE("a clause without marks is cut between words, into parts that fit", "[timeline][cues]") {
  Reader reader;
  std::string text;
  for (int i = 0; i < 60; ++i) text += "đường ";
  const auto cues = cut({reader.clause(text, true, true)}, reader.now());
  CHECK(cues.size() == 5);
  for (const Cue& cue : cues) CHECK(cue.lines.size() <= 2);
}

TEST_CASE("a reading that covers several written words is not torn", "[timeline][cues]") {
  // "$10 tỷ" is said in another order than it is written.
  Reader reader;
  Clause clause = reader.clause(
      "Khoản vay lần này của nhà máy xử lý nước là $10 tỷ trong vòng mười lăm năm tới đây.", true, true);
  const std::size_t dollar = clause.written.find('$');
  for (std::size_t w = 0; w < clause.words.size(); ++w) {
    if (clause.word_offsets[w] != dollar) continue;
    std::swap(clause.word_offsets[w], clause.word_offsets[w + 1]);
    std::swap(clause.word_ends[w], clause.word_ends[w + 1]);
    break;
  }
  for (const Cue& cue : cut({clause}, reader.now())) {
    const std::string text = joined(cue);
    CHECK((text.find("$10") == std::string::npos) == (text.find("tỷ") == std::string::npos));
  }
}

TEST_CASE("a word wider than a line is broken rather than lost", "[timeline][cues]") {
  Reader reader;
  const std::string address = "https://" + std::string(150, 'a') + ".vn/tin";
  const auto cues = cut({reader.clause(address, true, true)}, reader.now());
  std::string all;
  for (const Cue& cue : cues)
    for (const std::string& line : cue.lines) {
      CHECK(loa::timeline::width(line) <= 42);
      all += line;
    }
  CHECK(all == address);
}

TEST_CASE("a cue stays into the silence behind it, never into the next one", "[timeline][cues]") {
  Reader reader;
  const std::vector clauses{reader.clause("Vâng.", true), reader.clause(" Đúng thế.", true, true)};
  const auto cues = cut(clauses, reader.now() + 10 * kRate);
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].begin == milliseconds(0));
  CHECK(cues[0].end == milliseconds(500));  // 250 of sound, then the next one begins
  CHECK(cues[1].begin == milliseconds(500));
  CHECK(cues[1].end == milliseconds(1500));  // made a second long, there is room
}

TEST_CASE("whatever is said, cues ascend without overlap, fit the screen and hold the whole text",
          "[timeline][cues]") {
  std::mt19937 random(20250827);
  const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  const char* const pieces[] = {"đường",   "a",   "–",    "“nghiêng”,", "Nguyễn",
                                "12.000đ", "(và", "thế)", "😀",          "x;"};
  for (int round = 0; round < 60; ++round) {
    Reader reader;
    std::vector<Clause> clauses;
    std::string whole;
    for (int c = pick(30) + 1; c > 0; --c) {
      std::string text;
      for (int w = pick(round % 3 == 0 ? 90 : 12) + 1; w > 0; --w) {
        text += pieces[pick(9)];
        text += ' ';
      }
      if (pick(20) == 0) text += std::string(static_cast<std::size_t>(pick(100)) + 1, 'z') + ' ';
      for (const char letter : text)
        if (letter != ' ') whole += letter;
      clauses.push_back(reader.clause(text, pick(2) == 0, c == 1 || pick(8) == 0));
      // Now and then words are lost, said backwards or share a source.
      Clause& clause = clauses.back();
      if (pick(4) == 0) std::reverse(clause.word_offsets.begin(), clause.word_offsets.end());
      if (pick(4) == 0) std::reverse(clause.word_ends.begin(), clause.word_ends.end());
      for (std::size_t w = 0; w < clause.words.size(); ++w)
        clause.word_ends[w] = std::max(clause.word_ends[w], clause.word_offsets[w]);
      if (pick(6) == 0)
        for (auto& word : clause.words) word.begin = word.end = clause.begin;
    }
    const auto cues = cut(clauses, reader.now());
    milliseconds before{0};
    std::string shown;
    for (const Cue& cue : cues) {
      CHECK(cue.begin >= before);
      CHECK(cue.end > cue.begin);
      before = cue.end;
      CHECK((cue.lines.size() == 1 || cue.lines.size() == 2));
      for (const std::string& line : cue.lines) {
        CHECK(loa::timeline::width(line) <= 42);
        for (const char letter : line)
          if (letter != ' ') shown += letter;
      }
    }
    CHECK(shown == whole);
  }
}
