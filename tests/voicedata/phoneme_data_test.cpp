// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/phoneme_data.h"

#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>
#include <unistd.h>

#include <random>

#include "catch.h"
#include "voicedata/builder.h"

namespace fs = std::filesystem;
using namespace loa::voicedata;
using loa::ErrorCode;

namespace {

constexpr const char* kFiles[] = {"phontab", "phonindex", "phondata", "phondata-manifest"};

fs::path installed() {
  Dl_info info{};
  REQUIRE(dladdr(reinterpret_cast<const void*>(&espeak_Initialize), &info) != 0);
  return fs::path(info.dli_fname).parent_path() / "espeak-ng-data";
}

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("loa-voicedata-" + std::to_string(getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

std::string bytes(const fs::path& file) {
  auto read = read_file(file);
  REQUIRE(read);
  return *std::move(read);
}

}  // namespace

TEST_CASE("what was read is written byte for byte", "[voicedata]") {
  const auto data = PhonemeData::read(installed());
  REQUIRE(data);
  const Folder folder;
  REQUIRE(data->write(folder.path));
  for (const char* file : kFiles) {
    INFO(file);
    CHECK(bytes(folder.path / file) == bytes(installed() / file));
  }
}

TEST_CASE("our voices are appended: nothing that was there changes", "[voicedata]") {
  auto data = PhonemeData::read(installed());
  REQUIRE(data);
  const auto facts = read_facts(fs::path(LOA_SOURCE_DIR) / "voices/phonetics");
  if (!facts) FAIL(facts.error().message << " line " << facts.error().place.line);
  const auto added = add_voices(*facts, *data);
  if (!added) FAIL(added.error().message << " line " << added.error().place.line);
  const Folder folder;
  REQUIRE(data->write(folder.path));
  for (const char* file : {"phonindex", "phondata", "phondata-manifest"}) {
    INFO(file);
    CHECK(bytes(folder.path / file).starts_with(bytes(installed() / file)));
  }
  // But for the number of tables, which is its first word.
  CHECK(bytes(folder.path / "phontab").substr(4).starts_with(bytes(installed() / "phontab").substr(4)));

  const auto again = PhonemeData::read(folder.path);
  REQUIRE(again);
  for (const Region region : kRegions) {
    REQUIRE(again->table(table_name(region)) != nullptr);
    for (const char* phoneme : {"1", "6", "a:", "u", "d_", "c"}) {
      INFO(table_name(region) << " " << phoneme);
      const auto ours = again->find(table_name(region), phoneme),
                 theirs = again->find(base_table(region), phoneme);
      REQUIRE(ours);
      REQUIRE(theirs);
      CHECK(ours->code == theirs->code);
      CHECK(ours->type == theirs->type);
    }
  }
  CHECK(again->find("vi-loa", "a:")->program != again->find("vi", "a:")->program);
  // Not named by us, so theirs.
  CHECK(again->find("vi-loa", "m")->program == again->find("vi", "m")->program);
}

TEST_CASE("data that is cut short or damaged is refused, never read past its end", "[voicedata]") {
  const Folder folder;
  std::mt19937 random(27);
  const auto copy = [&] {
    for (const char* file : kFiles)
      fs::copy_file(installed() / file, folder.path / file, fs::copy_options::overwrite_existing);
  };
  for (const char* file : {"phontab", "phonindex", "phondata"})
    for (const double part : {0.0, 0.0001, 0.3, 0.9}) {
      copy();
      const auto size = static_cast<double>(fs::file_size(folder.path / file));
      fs::resize_file(folder.path / file, static_cast<std::uintmax_t>(size * part));
      INFO(file << " " << part);
      CHECK_FALSE(PhonemeData::read(folder.path));
    }
  copy();
  REQUIRE(write_file(folder.path / "phondata",
                     std::string("\x02\x48\x01\0", 4) + bytes(installed() / "phondata").substr(4)));
  CHECK(PhonemeData::read(folder.path).error().code == ErrorCode::bad_data);
  copy();
  fs::remove(folder.path / "phondata-manifest");
  CHECK(PhonemeData::read(folder.path).error().code == ErrorCode::no_input);

  // Whatever is in the tables: read or refused, no crash, and building on it neither.
  const auto facts = read_facts(fs::path(LOA_SOURCE_DIR) / "voices/phonetics");
  REQUIRE(facts);
  for (int round = 0; round < 60; ++round) {
    copy();
    const char* file = kFiles[random() % 3];
    std::string damaged = bytes(folder.path / file);
    for (int i = 0; i < 40; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    REQUIRE(write_file(folder.path / file, damaged));
    if (auto data = PhonemeData::read(folder.path)) (void)add_voices(*facts, *data);
  }
}
