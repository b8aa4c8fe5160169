// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/programme.h"

#include <algorithm>

#include "audio/resampler.h"
#include "catch.h"
#include "fakes.h"

using fakes::PieceSource;
using fakes::RecordingSink;
using fakes::RecordingTimeline;
using loa::Diagnostic;
using loa::Diagnostics;
using loa::Error;
using loa::ErrorCode;
using loa::Result;
using loa::bulletin::Item;
using loa::bulletin::Programme;
using loa::bulletin::ProgrammeOptions;
using loa::bulletin::Progress;
using loa::bulletin::Summary;

namespace {

constexpr const char* kArticle =
    "Chợ nổi họp lại sau lũ\n"
    "\n"
    "Sáng 27/8, chợ nổi bên bến sông họp lại sau hơn 2 tuần nước lớn. Có 44 ghe về bán cá, bán rau.\n"
    "\n"
    "Giá cả vẫn giữ\n"
    "\n"
    "Bà con cho biết: giá cá 50.000 đồng/kg, rau 12.000 đồng một bó; “không ai nói thách”, một người bán "
    "nói.\n"
    "\n"
    "Ảnh: Người dân mua bán trên sông\n"
    "\n"
    "Chiều cùng ngày, đội tuần tra đường thủy nhắc các chủ ghe mặc áo phao, buộc ghe chắc chắn.\n"
    "\n"
    "Lan Chi\n";

ProgrammeOptions options(unsigned jobs = 1) {
  ProgrammeOptions options;
  options.voice.style = loa::normalizer::Style::of(loa::normalizer::Style::Region::north);
  options.jobs = jobs;
  return options;
}

std::vector<Item> items(std::initializer_list<std::string> texts) {
  std::vector<Item> out;
  for (const std::string& text : texts)
    out.push_back({loa::article::string_source(text, "bài " + std::to_string(out.size() + 1) + ".txt")});
  return out;
}

/// A programme with everything that listens to it.
struct Reading {
  explicit Reading(ProgrammeOptions the_options = options())
      : engine(*loa::speech::Engine::start()), programme(engine, std::move(the_options), diagnostics) {
    programme.add_timeline(&timeline);
  }
  Result<Summary> run(std::vector<Item> what) {
    if (auto opened = programme.open(std::move(what)); !opened) return std::move(opened).error();
    return programme.run(sink);
  }

  std::vector<std::string> reported;
  Diagnostics diagnostics{[this](const Diagnostic& d) { reported.push_back(d.id + " " + d.place.file); }};
  loa::speech::Engine engine;
  Programme programme;
  RecordingSink sink;
  RecordingTimeline timeline;
};

}  // namespace

TEST_CASE("an article is spoken whole: every word once, in order, with its bytes and its frames",
          "[bulletin][programme]") {
  Reading reading;
  const auto summary = reading.run(items({kArticle}));
  REQUIRE(summary);
  CHECK(reading.sink.state == RecordingSink::State::finished);
  CHECK(summary->frames == static_cast<loa::audio::Frames>(reading.sink.samples.size()));
  CHECK(summary->sample_rate == reading.sink.sample_rate);
  CHECK(summary->words_lost == 0);
  CHECK(summary->gated == 0);
  CHECK(summary->captions_skipped == 1);
  CHECK(summary->title == "Chợ nổi họp lại sau lũ");

  // What the normaliser says of each block is what is spoken.
  const auto& timeline = reading.timeline;
  CHECK(timeline.total == summary->frames);
  const std::string spoken = timeline.spoken();
  CHECK(spoken.find("Chợ nổi họp lại sau lũ") == 0);
  CHECK(spoken.find("hai mươi bảy tháng tám") != std::string::npos);
  CHECK(spoken.find("bốn mươi tư ghe") != std::string::npos);
  CHECK(spoken.find("năm mươi nghìn đồng") != std::string::npos);
  CHECK(spoken.find("Người dân mua bán") == std::string::npos);
  CHECK(spoken.substr(spoken.size() - std::string("Bài của Lan Chi").size()) == "Bài của Lan Chi");

  const std::string file = kArticle;
  loa::audio::Frames now = 0;
  std::size_t words = 0, sentences = 0;
  for (const auto& clause : timeline.clauses) {
    REQUIRE(clause.words.size() == clause.word_offsets.size());
    REQUIRE(clause.words.size() == clause.word_ends.size());
    CHECK(clause.begin >= now);
    CHECK(file.find(clause.written) != std::string::npos);
    for (std::size_t w = 0; w < clause.words.size(); ++w) {
      const auto& word = clause.words[w];
      CHECK(word.begin >= now);
      CHECK(word.end > word.begin);
      now = word.begin;
      const loa::Span written{clause.word_offsets[w], clause.word_ends[w]};
      CHECK(word.file.of(file) == written.of(clause.written));
      ++words;
    }
    now = clause.end;
    sentences += clause.sentence_end ? 1 : 0;
  }
  CHECK(now <= summary->frames);
  CHECK(words == summary->words);
  CHECK(sentences == summary->sentences);
}

TEST_CASE("the clauses of a block give its text back", "[bulletin][programme]") {
  Reading reading;
  REQUIRE(reading.run(items({kArticle})));
  std::string block;
  std::vector<std::string> blocks;
  for (const auto& clause : reading.timeline.clauses) {
    block += clause.written;
    if (!clause.block_end) continue;
    blocks.push_back(block);
    block.clear();
  }
  CHECK(block.empty());
  for (const std::string& text : blocks) CHECK(std::string(kArticle).find(text + "\n") != std::string::npos);
  CHECK(blocks.size() == 6);
}

TEST_CASE("one job and many jobs give the same samples and the same timeline", "[bulletin][programme]") {
  Reading one(options(1)), many(options(3));
  REQUIRE(one.run(items({kArticle, kArticle})));
  REQUIRE(many.run(items({kArticle, kArticle})));
  CHECK(one.sink.samples == many.sink.samples);
  REQUIRE(one.timeline.clauses.size() == many.timeline.clauses.size());
  for (std::size_t i = 0; i < one.timeline.clauses.size(); ++i) {
    CHECK(one.timeline.clauses[i].begin == many.timeline.clauses[i].begin);
    CHECK(one.timeline.clauses[i].end == many.timeline.clauses[i].end);
  }
}

TEST_CASE("a reading depends on the text alone, not on what was read before", "[bulletin][programme]") {
  Reading reading;
  REQUIRE(reading.run(items({kArticle})));
  Programme second(reading.engine, options(), reading.diagnostics);
  RecordingSink again;
  REQUIRE(second.open(items({kArticle})));
  REQUIRE(second.run(again));
  CHECK(again.samples == reading.sink.samples);
}

TEST_CASE("a title is followed by its silence, exactly", "[bulletin][programme]") {
  ProgrammeOptions some = options();
  some.voice.prosody.pauses.title = std::chrono::milliseconds(2000);
  Reading reading(some);
  REQUIRE(reading.run(items({kArticle})));
  const auto& clauses = reading.timeline.clauses;
  REQUIRE(clauses.size() > 1);
  CHECK(clauses[0].block_kind == "title");
  const auto silence = clauses[1].begin - clauses[0].end;
  const auto expected = loa::speech::pauses_at(some.voice, some.voice.settings.rate_wpm).title.count() *
                        reading.sink.sample_rate / 1000;
  CHECK(silence >= expected);
  CHECK(silence <= expected + reading.sink.sample_rate / 10);  // a stop consonant begins with silence
  const auto* begin = reading.sink.samples.data() + clauses[0].end;
  // The high-pass takes a moment to forget the voice.
  const auto* faded = begin + expected / 10;
  CHECK(std::all_of(begin, faded, [](std::int16_t sample) { return std::abs(sample) < 30; }));
  CHECK(std::all_of(faded, begin + expected, [](std::int16_t sample) { return sample == 0; }));
}

TEST_CASE("sure captions are read when asked for", "[bulletin][programme]") {
  ProgrammeOptions some = options();
  some.captions_too = true;
  Reading reading(some);
  const auto summary = reading.run(items({kArticle}));
  REQUIRE(summary);
  CHECK(summary->captions_skipped == 0);
  CHECK(reading.timeline.spoken().find("Người dân mua bán trên sông") != std::string::npos);
}

TEST_CASE("the by-line is read without its announcement when that is switched off", "[bulletin][programme]") {
  ProgrammeOptions some = options();
  some.announce_byline = false;
  Reading reading(some);
  REQUIRE(reading.run(items({kArticle})));
  CHECK(reading.timeline.spoken().find("Bài của") == std::string::npos);
  CHECK(reading.timeline.spoken().find("Lan Chi") != std::string::npos);
}

TEST_CASE("several articles are one programme, with a pause between them", "[bulletin][programme]") {
  Reading reading;
  const auto summary = reading.run(items({"Bài một.\n", "***\n", "Bài ba.\n"}));
  REQUIRE(summary);
  CHECK(reading.timeline.spoken() == "Bài một Bài ba");
  const auto& clauses = reading.timeline.clauses;
  REQUIRE(clauses.size() == 2);
  CHECK(clauses[0].file == "bài 1.txt");
  CHECK(clauses[1].file == "bài 3.txt");
  const ProgrammeOptions same = options();
  const auto item = loa::speech::pauses_at(same.voice, same.voice.settings.rate_wpm).item.count();
  CHECK(clauses[1].begin - clauses[0].end >= item * reading.sink.sample_rate / 1000);
  CHECK(reading.reported == std::vector<std::string>{"nothing-to-say bài 2.txt"});
}

TEST_CASE("nothing to say is an error, and the sink is not even begun", "[bulletin][programme]") {
  for (const char* const text : {"", "\n\n \n", "***\n---\n"}) {
    Reading reading;
    const auto summary = reading.run(items({text}));
    REQUIRE_FALSE(summary);
    CHECK(summary.error().code == ErrorCode::bad_data);
    CHECK(reading.sink.state == RecordingSink::State::new_);
  }
  Reading nothing;
  CHECK(nothing.run({}).error().code == ErrorCode::bad_data);
}

TEST_CASE("cancelling ends the reading and discards the sound", "[bulletin][programme]") {
  Reading reading(options(2));
  reading.sink.on_write = [&]() -> Result<void> {
    reading.programme.cancel();
    return {};
  };
  const auto summary = reading.run(items({kArticle}));
  REQUIRE_FALSE(summary);
  CHECK(summary.error().code == ErrorCode::interrupted);
  CHECK(reading.sink.state == RecordingSink::State::discarded);
  CHECK(reading.timeline.total == -1);
}

TEST_CASE("a sink that fails ends the reading with its own error", "[bulletin][programme]") {
  Reading reading;
  reading.sink.on_write = []() -> Result<void> { return Error{ErrorCode::io, "đầy đĩa"}; };
  const auto summary = reading.run(items({kArticle}));
  REQUIRE_FALSE(summary);
  CHECK(summary.error().code == ErrorCode::io);
  CHECK(reading.sink.state == RecordingSink::State::discarded);
  // The engine is of use to the next programme all the same.
  Programme next(reading.engine, options(), reading.diagnostics);
  RecordingSink sink;
  REQUIRE(next.open(items({"Bài sau."})));
  CHECK(next.run(sink));
}

TEST_CASE("a slow pipe is spoken as it comes, with as many jobs as may be", "[bulletin][programme]") {
  for (const unsigned jobs : {1U, 4U}) {
    Reading reading(options(jobs));
    // The end of the text is written when all that came before has been heard.
    bool gave_up = false;
    int questions = 0;
    const auto heard = [&] {
      constexpr int kPatience = 1000;  // some 20 s of waiting: it will never come
      gave_up = ++questions > kPatience;
      return gave_up || reading.timeline.spoken().find("xin đọc luôn") != std::string::npos;
    };
    std::vector<Item> what;
    what.push_back({std::make_unique<PieceSource>(std::vector<PieceSource::Piece>{
        {"Bản tin trưa\n\nTin thứ nhất đã có. Đường đã thông xe từ sáng sớm nay.\n\nTin thứ hai cũng có rồi, "
         "xin đọc luôn.\n\nTin thứ ba."},
        {"\n\nTin cuối.\n", heard},
    })});
    REQUIRE(reading.run(std::move(what)));
    CHECK_FALSE(gave_up);
    CHECK(reading.timeline.spoken().find("Tin thứ ba Tin cuối") != std::string::npos);
  }
}

TEST_CASE("measuring says how long it will be and leaves the timelines alone", "[bulletin][programme]") {
  Reading measured, spoken;
  REQUIRE(measured.programme.open(items({kArticle})));
  const auto length = measured.programme.measure();
  REQUIRE(length);
  const auto summary = spoken.run(items({kArticle}));
  REQUIRE(summary);
  CHECK(length->frames == summary->frames);
  CHECK(length->words == summary->words);
  CHECK(measured.timeline.clauses.empty());
  CHECK(measured.timeline.total == -1);
}

TEST_CASE("the timeline counts frames of the output", "[bulletin][programme]") {
  ProgrammeOptions some = options();
  some.output_rate = 48'000;
  Reading plain, resampled(some);
  REQUIRE(plain.run(items({kArticle})));
  const auto summary = resampled.run(items({kArticle}));
  REQUIRE(summary);
  CHECK(summary->sample_rate == 48'000);
  const int rate = resampled.sink.sample_rate;
  CHECK(rate == plain.sink.sample_rate);
  CHECK(summary->frames == loa::audio::resampled_frames(plain.timeline.total, rate, 48'000));
  REQUIRE(plain.timeline.clauses.size() == resampled.timeline.clauses.size());
  for (std::size_t i = 0; i < plain.timeline.clauses.size(); ++i)
    CHECK(resampled.timeline.clauses[i].begin ==
          loa::audio::resampled_frames(plain.timeline.clauses[i].begin, rate, 48'000));
}

TEST_CASE("title and date are known before speaking", "[bulletin][programme]") {
  Reading reading;
  REQUIRE(reading.programme.open(
      items({"Mùa nước nổi về sớm\n\nThứ Tư, 27/8/2025\n\nNước trên sông đã lên từ đầu tháng này.\n"})));
  CHECK(reading.programme.title() == "Mùa nước nổi về sớm");
  CHECK(reading.programme.date() == "2025-08-27");
  CHECK(reading.sink.state == RecordingSink::State::new_);
}

TEST_CASE("the title is found below section and date", "[bulletin][programme]") {
  Reading reading;
  REQUIRE(
      reading.run(items({"Thời sự\nThứ Tư, 27/8/2025\nMùa nước nổi về sớm\nNước lên từ đầu tháng này.\n"})));
  CHECK(reading.programme.title() == "Mùa nước nổi về sớm");
  CHECK(reading.programme.date() == "2025-08-27");
  CHECK(reading.timeline.clauses.front().written == "Thời sự");
}

TEST_CASE("progress tells each sentence in the article's own words", "[bulletin][programme]") {
  Reading reading;
  std::vector<std::string> sentences;
  std::uint64_t bytes = 0;
  loa::audio::Frames frames = 0;
  reading.programme.on_progress([&](const Progress& progress) {
    CHECK(progress.sentences_done == sentences.size());
    CHECK(progress.items == 1);
    CHECK(progress.bytes_done >= bytes);
    CHECK(progress.frames_done >= frames);
    bytes = progress.bytes_done;
    frames = progress.frames_done;
    sentences.emplace_back(progress.sentence);
  });
  const auto summary = reading.run(items({"Tin vắn\n\nSáng 27/8, trời mưa. Chiều nắng lại, gió nhẹ!\n"}));
  REQUIRE(summary);
  CHECK(sentences == std::vector<std::string>{"Tin vắn", "Sáng 27/8, trời mưa.", "Chiều nắng lại, gió nhẹ!"});
  CHECK(summary->sentences == sentences.size());
}
