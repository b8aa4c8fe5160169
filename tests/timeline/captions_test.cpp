// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "spoken.h"
#include "timeline/timeline.h"

using loa::ErrorCode;
using loa::timeline::caption_writer;
using spoken::Folder;
using spoken::kRate;
using spoken::read_file;
using spoken::Reader;

namespace {

std::string captions(const std::string& extension, const std::vector<loa::timeline::Clause>& clauses,
                     loa::timeline::Frames total) {
  const Folder folder;
  const std::string path = folder / ("bài" + extension);
  auto writer = caption_writer(path, kRate);
  REQUIRE(writer);
  for (const auto& clause : clauses) REQUIRE((*writer)->add(clause));
  CHECK_FALSE(std::filesystem::exists(path));
  REQUIRE((*writer)->complete(total));
  REQUIRE((*writer)->finish());
  return read_file(path);
}

}  // namespace

TEST_CASE("WebVTT captions carry the article's own text, escaped, one cue for each sentence that fits",
          "[timeline][captions]") {
  Reader reader;
  const std::vector clauses{
      reader.clause("Chợ phiên mở cửa", true, true),
      reader.clause("Giá rau < 20.000đ & cá > 90.000đ, "),
      reader.clause("bà con đến từ 5h30.", true, true),
  };
  CHECK(captions(".vtt", clauses, reader.now()) ==
        "WEBVTT\n"
        "\n"
        "1\n"
        "00:00:00.000 --> 00:00:00.900\n"
        "Chợ phiên mở cửa\n"
        "\n"
        "2\n"
        "00:00:00.900 --> 00:00:03.450\n"
        "Giá rau &lt; 20.000đ &amp; cá &gt; 90.000đ,\n"
        "bà con đến từ 5h30.\n"
        "\n");
}

TEST_CASE("SRT captions have a comma in the time and no markup", "[timeline][captions]") {
  Reader reader;
  const std::vector clauses{reader.clause("Một & hai, "), reader.clause("ba < bốn.", true, true)};
  CHECK(captions(".SRT", clauses, reader.now()) ==
        "1\n"
        "00:00:00,000 --> 00:00:01,250\n"
        "Một & hai, ba < bốn.\n"
        "\n");
}

TEST_CASE("captions of nothing are a file all the same", "[timeline][captions]") {
  CHECK(captions(".vtt", {}, 0) == "WEBVTT\n\n");
  CHECK(captions(".srt", {}, 0).empty());
}

TEST_CASE("hours have two digits or more", "[timeline][captions]") {
  loa::timeline::Clause clause = Reader().clause("Hết.", true, true);
  constexpr loa::timeline::Frames kHours = 123LL * 3600 * kRate;
  clause.words[0].begin += kHours;
  clause.words[0].end += kHours;
  const std::string vtt = captions(".vtt", {clause}, kHours + 10 * kRate);
  CHECK(vtt.find("123:00:00.000 --> 123:00:01.000") != std::string::npos);
}

TEST_CASE("an unknown caption extension is a mistake of the command line", "[timeline][captions]") {
  const auto writer = caption_writer("/tmp/captions.txt", kRate);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().code == ErrorCode::usage);
}
