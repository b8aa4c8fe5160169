// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "reading.h"

using namespace loa;
using namespace loa::article;

namespace {
std::string all_of(ByteSource& source) {
  std::string out;
  char buffer[7];
  for (;;) {
    auto got = source.read(buffer, sizeof buffer);
    REQUIRE(got);
    if (*got == 0) return out;
    out.append(buffer, *got);
  }
}
}  // namespace

TEST_CASE("a missing file is no input, with its name and the cause", "[article][source]") {
  const auto source = open_source("/khong/co/bai.txt");
  REQUIRE_FALSE(source);
  CHECK(source.error().code == ErrorCode::no_input);
  CHECK(source.error().place.file == "/khong/co/bai.txt");
  CHECK(source.error().message.find("/khong/co/bai.txt") != std::string::npos);
  CHECK(source.error().message.find("there is no such file") != std::string::npos);
}

TEST_CASE("a directory is no input", "[article][source]") {
  const auto source = open_source("/");
  REQUIRE_FALSE(source);
  CHECK(source.error().code == ErrorCode::no_input);
}

TEST_CASE("an unreadable file is no input", "[article][source]") {
  if (::geteuid() == 0) return;  // root reads everything
  const std::string path =
      std::filesystem::temp_directory_path() / ("loa-unreadable-" + std::to_string(::getpid()));
  std::ofstream(path) << "kín";
  std::filesystem::permissions(path, std::filesystem::perms::none);
  const auto source = open_source(path);
  std::filesystem::remove(path);
  REQUIRE_FALSE(source);
  CHECK(source.error().code == ErrorCode::no_input);
}

TEST_CASE("a file and a string give all their bytes", "[article][source]") {
  const std::string path = LOA_SOURCE_DIR "/tests/article/samples/sport.txt";
  auto file = open_source(path);
  REQUIRE(file);
  CHECK((*file)->name() == path);
  CHECK(all_of(**file) == testing::sample("sport.txt"));
  CHECK(all_of(*string_source("một hai ba bốn")) == "một hai ba bốn");
}

TEST_CASE("a line of a slow pipe is handed out before the next one is written", "[article][source]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  auto source = open_source("/dev/fd/" + std::to_string(ends[0]));
  REQUIRE(source);
  Diagnostics diagnostics;
  LineReader reader(std::move(*source), {}, diagnostics);
  // Nobody writes more until the line came out: a reader that waits hangs here.
  for (const std::string text : {"a", "câu hai", "câu ba"}) {
    CHECK_FALSE(reader.ready());
    const std::string line = text + (text == "câu hai" ? "\r" : "\n");
    REQUIRE(::write(ends[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    CHECK(reader.ready());
    const auto got = reader.next();
    REQUIRE(got);
    REQUIRE(got->has_value());
    CHECK((*got)->text == text);
  }
  REQUIRE(::write(ends[1], "dở", 4) == 4);
  CHECK_FALSE(reader.ready());
  ::close(ends[1]);
  const auto last = reader.next();
  REQUIRE((last && last->has_value()));
  CHECK((*last)->text == "dở");
  CHECK_FALSE((*last)->ended);
  ::close(ends[0]);
}
