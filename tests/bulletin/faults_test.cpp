// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/programme.h"
#include "catch.h"
#include "fakes.h"
#include "scripted_engine.h"

using fakes::RecordingSink;
using fakes::RecordingTimeline;
using loa::Diagnostic;
using loa::Diagnostics;
using loa::ErrorCode;
using loa::Result;
using loa::bulletin::Programme;
using loa::bulletin::ProgrammeOptions;
using loa::bulletin::Summary;
using scripted::kWordFrames;
using scripted::script;

namespace {

const std::string kText = "Tin vắn\n\nĐò dọc sang sông, gió lớn. Bến vắng khách.\n\nĐò ngang vẫn chạy.\n";

struct Reading {
  explicit Reading(ProgrammeOptions options = {}, scripted::Script what_happens = {})
      : engine(*loa::speech::Engine::start()), programme(engine, std::move(options), diagnostics) {
    script = std::move(what_happens);
    programme.add_timeline(&timeline);
  }
  Result<Summary> run(const std::string& text) {
    std::vector<loa::bulletin::Item> items;
    items.push_back({loa::article::string_source(text, "tin.txt")});
    if (auto opened = programme.open(std::move(items)); !opened) return std::move(opened).error();
    return programme.run(sink);
  }
  std::vector<Diagnostic> reported;
  Diagnostics diagnostics{[this](const Diagnostic& d) { reported.push_back(d); }};
  loa::speech::Engine engine;
  Programme programme;
  RecordingSink sink;
  RecordingTimeline timeline;
};

}  // namespace

TEST_CASE("a render that lost words leaves nothing, and names the place and the text", "[bulletin][faults]") {
  Reading reading({}, {.lose = "gió lớn"});
  const auto summary = reading.run(kText);
  REQUIRE_FALSE(summary);
  CHECK(summary.error().code == ErrorCode::engine);
  CHECK(summary.error().message.find("gió lớn.") != std::string::npos);
  CHECK(summary.error().place.file == "tin.txt");
  CHECK(summary.error().place.line == 3);
  CHECK(reading.sink.state == RecordingSink::State::discarded);
  REQUIRE(reading.reported.size() == 1);
  CHECK(reading.reported[0].id == "words-lost");
  CHECK(reading.reported[0].place.line == 3);
}

TEST_CASE("no output takes its name before all of them are on disk", "[bulletin][faults]") {
  Reading reading;
  reading.timeline.on_complete = [&reading]() -> Result<void> {
    CHECK(reading.sink.state == RecordingSink::State::completed);
    return loa::Error{ErrorCode::io, "no room"};
  };
  const auto summary = reading.run(kText);
  REQUIRE_FALSE(summary);
  CHECK(summary.error().code == ErrorCode::io);
  CHECK(reading.sink.state == RecordingSink::State::discarded);
  CHECK_FALSE(reading.timeline.finished);

  Reading good;
  REQUIRE(good.run(kText));
  CHECK(good.sink.state == RecordingSink::State::finished);
  CHECK(good.timeline.finished);
}

TEST_CASE("reading aloud goes on over lost words, and counts them", "[bulletin][faults]") {
  ProgrammeOptions options;
  options.stop_on_loss = false;
  Reading reading(options, {.lose = "gió lớn"});
  const auto summary = reading.run(kText);
  REQUIRE(summary);
  CHECK(summary->words_lost == 2);
  CHECK(reading.sink.state == RecordingSink::State::finished);
  CHECK(reading.reported.size() == 1);
  // The lost words stay in the timeline, at their place, without length.
  CHECK(reading.timeline.spoken() == "Tin vắn Đò dọc sang sông gió lớn Bến vắng khách Đò ngang vẫn chạy");
  for (const auto& clause : reading.timeline.clauses)
    for (const auto& word : clause.words) {
      const bool lost = word.spoken == "gió" || word.spoken == "lớn";
      CHECK(word.end - word.begin == (lost ? 0 : kWordFrames));
    }
}

TEST_CASE("a render may keep what could be spoken", "[bulletin][faults]") {
  ProgrammeOptions options;
  options.keep_partial = true;
  Reading reading(options, {.lose = "Đò"});
  const auto summary = reading.run(kText);
  REQUIRE(summary);
  CHECK(summary->words_lost == 8);
  CHECK(reading.sink.state == RecordingSink::State::finished);
  CHECK(reading.reported.size() == 2);
}

TEST_CASE("an engine that is gone for good ends the reading", "[bulletin][faults]") {
  Reading reading({}, {.vanish = true});
  const auto summary = reading.run(kText);
  REQUIRE_FALSE(summary);
  CHECK(summary.error().code == ErrorCode::engine);
  CHECK(reading.sink.state == RecordingSink::State::discarded);
}

TEST_CASE("words begin and end where the engine says, phrases end before their silence",
          "[bulletin][faults]") {
  ProgrammeOptions options;
  Reading reading(options);
  REQUIRE(reading.run(kText));
  const auto pauses = loa::speech::pauses_at(options.voice, options.voice.settings.rate_wpm);
  const auto& clauses = reading.timeline.clauses;
  REQUIRE(clauses.size() == 5);
  loa::timeline::Frames at = 0;
  const std::chrono::milliseconds silences[] = {pauses.title, pauses.comma, pauses.sentence, pauses.paragraph,
                                                std::chrono::milliseconds(0)};
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    CHECK(clauses[c].begin == at);
    for (const auto& word : clauses[c].words) {
      CHECK(word.begin == at);
      at += kWordFrames;
      CHECK(word.end == at);
    }
    CHECK(clauses[c].end == at);
    at += silences[c].count();  // a frame is a millisecond here
  }
  CHECK(reading.timeline.total == at);
}

TEST_CASE("one name at the end is announced, wherever the article has it", "[bulletin][byline]") {
  const std::string body =
      "Đò ngang vẫn chạy, bà con hai bên sông vẫn qua lại mỗi ngày như trước.\n\nBến mới sắp mở.\n";
  const auto spoken = [](const std::string& text) {
    Reading reading;
    REQUIRE(reading.run(text));
    return reading.timeline.spoken();
  };
  const std::string at_the_end = spoken("Tin bến đò\n\n" + body + "\nLan Chi\n");
  CHECK(at_the_end.substr(at_the_end.find("sắp")) == "sắp mở Bài của Lan Chi");
  const std::string self_evident = spoken("Tin bến đò\n\n" + body + "\n(Theo Lan Chi)\n");
  CHECK(self_evident.substr(self_evident.find("sắp")) == "sắp mở Theo Lan Chi");
}

TEST_CASE("a signature is read as it stands", "[bulletin][byline]") {
  Reading reading;
  REQUIRE(
      reading.run("Thông báo cấp nước\n\nTừ mai, nước sạch có lại ở cả ba thôn ven sông của xã.\n\n"
                  "Bà con cần trữ nước trước.\n\nCHỦ TỊCH\n\nTrần Văn Bình\n"));
  CHECK(reading.timeline.spoken().find("Bài của") == std::string::npos);
  const std::string spoken = reading.timeline.spoken();
  CHECK(spoken.find("Trần Văn Bình") == spoken.size() - std::string("Trần Văn Bình").size());
}

TEST_CASE("however long the article, few units are under way at a time", "[bulletin][faults]") {
  std::string text = "Bản tin dài\n\n";
  for (int i = 0; i < 500; ++i)
    text += "Đoạn này nói về con đường mới mở qua ba xã ven sông, ai cũng vui.\n\n";
  ProgrammeOptions options;
  options.jobs = 2;
  Reading reading(options);
  REQUIRE(reading.run(text));
  CHECK(script.most_in_flight == 6);
  CHECK(script.units.size() > 40);
}

TEST_CASE("short paragraphs are spoken together, but not with the first words", "[bulletin][faults]") {
  std::string text = "Tin vắn\n\n";
  for (int i = 0; i < 100; ++i) text += "Đò ngang vẫn chạy.\n\n";  // four syllables
  Reading reading;
  REQUIRE(reading.run(text));
  REQUIRE(script.units.size() > 1);
  CHECK(script.units.front().phrases.size() == 1);
  CHECK(script.units.size() < 10);
  const auto pauses =
      loa::speech::pauses_at(ProgrammeOptions().voice, ProgrammeOptions().voice.settings.rate_wpm);
  CHECK(script.units[1].phrases.front().pause_after == pauses.paragraph);
}

TEST_CASE("every phrase that goes to the engine is short, marked at its end and names its words",
          "[bulletin][faults]") {
  std::string endless = "Hàng dài";
  for (int i = 0; i < 3000; ++i) endless += " người và xe";
  Reading reading;
  REQUIRE(
      reading.run("Đường đông\n\n" + endless + "\n\nGặp (tại xã) lúc 7h30: \"vui quá!\", rồi về; hết…\n"));
  for (const auto& unit : script.units) {
    std::size_t words = 0;
    for (const auto& phrase : unit.phrases) {
      CHECK(phrase.text.size() <= 610);
      CHECK(std::string(",.;:?!").find(phrase.text.back()) != std::string::npos);
      REQUIRE_FALSE(phrase.words.empty());
      std::size_t end = 0;
      for (const auto& word : phrase.words) {
        CHECK(word.begin == (end == 0 ? 0 : end + 1));
        end = word.end;
      }
      CHECK(end + 1 == phrase.text.size());
      words += phrase.words.size();
    }
    CHECK(words <= 300);
  }
}
