// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "catch.h"
#include "spoken.h"
#include "timeline/timeline.h"

using loa::timeline::json_writer;
using spoken::Folder;
using spoken::kRate;
using spoken::read_file;
using spoken::Reader;

TEST_CASE("the JSON timeline gives back every word with its text, its bytes and its frames",
          "[timeline][json]") {
  const Folder folder;
  const std::string path = folder / "bài.json";
  Reader reader;
  const std::vector clauses{reader.clause("Tựa \"đề\" \\ một", true, true), reader.clause("Thân bài, "),
                            reader.clause("hết.", true, true)};
  auto writer = json_writer(path, kRate, "Tựa \"đề\"");
  REQUIRE(writer);
  for (const auto& clause : clauses) REQUIRE((*writer)->add(clause));
  REQUIRE((*writer)->complete(reader.now()));
  REQUIRE((*writer)->finish());

  const auto json = nlohmann::json::parse(read_file(path));
  CHECK(json["version"] == 1);
  CHECK(json["title"] == "Tựa \"đề\"");
  CHECK(json["sample_rate"] == kRate);
  CHECK(json["frames"] == reader.now());
  REQUIRE(json["clauses"].size() == clauses.size());
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    const auto& written = json["clauses"][c];
    const auto& clause = clauses[c];
    CHECK(written["kind"] == clause.block_kind);
    CHECK(written["file"] == clause.file);
    CHECK(written["line"] == clause.line);
    CHECK(written["written"] == clause.written);
    CHECK(written["begin"] == clause.begin);
    CHECK(written["end"] == clause.end);
    CHECK(written["sentence_end"] == clause.sentence_end);
    CHECK(written["block_end"] == clause.block_end);
    REQUIRE(written["words"].size() == clause.words.size());
    for (std::size_t w = 0; w < clause.words.size(); ++w) {
      const auto& word = clause.words[w];
      CHECK(written["words"][w] == nlohmann::json{{"written", word.spoken},
                                                  {"spoken", word.spoken},
                                                  {"file_begin", word.file.begin},
                                                  {"file_end", word.file.end},
                                                  {"begin", word.begin},
                                                  {"end", word.end}});
    }
  }
}

TEST_CASE("a timeline of nothing is valid JSON", "[timeline][json]") {
  const Folder folder;
  auto writer = json_writer(folder / "a.json", kRate, "");
  REQUIRE(writer);
  REQUIRE((*writer)->complete(0));
  REQUIRE((*writer)->finish());
  const auto json = nlohmann::json::parse(read_file(folder / "a.json"));
  CHECK(json["clauses"].empty());
  CHECK(json["frames"] == 0);
}

TEST_CASE("bytes that are not UTF-8 do not break the timeline", "[timeline][json]") {
  const Folder folder;
  Reader reader;
  auto writer = json_writer(folder / "a.json", kRate, "\xff");
  REQUIRE(writer);
  REQUIRE((*writer)->add(reader.clause("\xc3 hai", true, true)));
  REQUIRE((*writer)->complete(reader.now()));
  REQUIRE((*writer)->finish());
  CHECK(nlohmann::json::parse(read_file(folder / "a.json"))["clauses"][0]["words"].size() == 2);
}
