// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "catch.h"
#include "spoken.h"

using loa::ErrorCode;
using loa::timeline::OutputFile;
using spoken::Folder;
using spoken::read_file;

namespace fs = std::filesystem;

TEST_CASE("the file appears whole, at commit", "[timeline][file]") {
  const Folder folder;
  const std::string path = folder / "a.json";
  auto file = OutputFile::create(path);
  REQUIRE(file);
  REQUIRE(file->write("một "));
  REQUIRE(file->write(std::string(200'000, 'x')));
  CHECK_FALSE(fs::exists(path));
  REQUIRE(file->commit());
  CHECK(read_file(path) == "một " + std::string(200'000, 'x'));
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a complete file has no name before it is committed, and may be left without one",
          "[timeline][file]") {
  const Folder folder;
  {
    auto file = OutputFile::create(folder / "a.json");
    REQUIRE(file);
    REQUIRE(file->write("một"));
    REQUIRE(file->complete());
    CHECK_FALSE(fs::exists(folder / "a.json"));
  }
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("an existing file is not replaced where that is not wanted, however late it appears",
          "[timeline][file]") {
  const Folder folder;
  auto late = OutputFile::create(folder / "a.json", {.no_clobber = true});
  REQUIRE(late);
  REQUIRE(late->write("mới"));
  std::ofstream(folder / "a.json") << "cũ";
  const auto committed = late->commit();
  REQUIRE_FALSE(committed);
  CHECK(committed.error().code == ErrorCode::cannot_create);
  CHECK(read_file(folder / "a.json") == "cũ");
  CHECK_FALSE(OutputFile::create(folder / "a.json", {.no_clobber = true}));
}

TEST_CASE("a file that was not committed leaves nothing, and keeps what was there", "[timeline][file]") {
  const Folder folder;
  std::ofstream(folder / "a.json") << "cũ";
  {
    auto file = OutputFile::create(folder / "a.json");
    REQUIRE(file);
    REQUIRE(file->write("mới"));
  }
  CHECK(read_file(folder / "a.json") == "cũ");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a replaced file keeps its permissions, a symbolic link stays one", "[timeline][file]") {
  const Folder folder;
  std::ofstream(folder / "thật.json") << "cũ";
  fs::permissions(folder / "thật.json", fs::perms{0640});
  fs::create_symlink("thật.json", folder / "nối.json");
  auto file = OutputFile::create(folder / "nối.json");
  REQUIRE(file);
  REQUIRE(file->write("mới"));
  REQUIRE(file->commit());
  CHECK(fs::is_symlink(folder / "nối.json"));
  CHECK(read_file(folder / "thật.json") == "mới");
  CHECK(fs::status(folder / "thật.json").permissions() == fs::perms{0640});
}

TEST_CASE("a full disk is told, not swallowed", "[timeline][file]") {
  if (!fs::exists("/dev/full")) return;
  auto file = OutputFile::create("/dev/full");
  REQUIRE(file);
  REQUIRE(file->write("một"));
  const auto flushed = file->flush();
  REQUIRE_FALSE(flushed);
  CHECK(flushed.error().code == ErrorCode::io);
}

TEST_CASE("a folder that is not there, or that is the target, is an error at once", "[timeline][file]") {
  const Folder folder;
  const auto nowhere = OutputFile::create(folder / "không/a.json");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == ErrorCode::cannot_create);
  const auto target = OutputFile::create(folder.path().string());
  REQUIRE_FALSE(target);
  CHECK(target.error().code == ErrorCode::cannot_create);
}

TEST_CASE("a named pipe is written to as it comes, never replaced", "[timeline][file]") {
  const Folder folder;
  const std::string path = folder / "ống.vtt";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(reader >= 0);
  auto file = OutputFile::create(path);
  REQUIRE(file);
  REQUIRE(file->write("WEBVTT"));
  REQUIRE(file->flush());
  char got[16] = {};
  CHECK(::read(reader, got, sizeof got) == 6);
  CHECK(std::string(got) == "WEBVTT");
  REQUIRE(file->commit());
  CHECK(fs::is_fifo(path));
  ::close(reader);
}
