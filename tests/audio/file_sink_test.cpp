// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/file_sink.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <thread>

#include "audio/file_sink_internal.h"
#include "audio/resampler.h"
#include "audio_test_support.h"
#include "catch.h"

using namespace loa;
using namespace loa::audio;
using namespace loa::audio::test;

namespace {

struct Kind {
  const char* name;
  const char* extension;
  bool lossless;
  bool tags;
};

const Kind kKinds[] = {{"wav", ".wav", true, true},    {"flac", ".flac", true, true},
                       {"opus", ".opus", false, true}, {"vorbis", ".ogg", false, true},
                       {"mp3", ".mp3", false, true},   {"raw", ".raw", true, false}};

FileOptions options_for(FileFormat format) {
  FileOptions options;
  options.format = format;
  return options;
}

Result<void> write_file(const std::string& path, const std::vector<std::int16_t>& samples,
                        FileOptions options, FileLimits limits = {}, int rate = 22050,
                        std::size_t longest = 9000) {
  const auto sink = file_sink(path, std::move(options), limits);
  LOA_TRY(sink->begin(Format{rate}));
  LOA_TRY(write_in_pieces(*sink, samples, longest));
  return sink->finish();
}

mode_t permissions(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

double level(const std::vector<std::int16_t>& samples) {
  double sum = 0;
  for (const double s : samples) sum += s * s;
  return std::sqrt(sum / static_cast<double>(samples.size()));
}

}  // namespace

TEST_CASE("the format follows from the extension, in either case", "[audio][file]") {
  CHECK(format_of_path("ban-tin.WAV") == FileFormat::wav);
  CHECK(format_of_path("/a.b/tin.oga") == FileFormat::vorbis);
  CHECK(format_of_path("tin.2025.opus") == FileFormat::opus);
  CHECK(format_of_path("tin.pcm") == FileFormat::raw);
  CHECK_FALSE(format_of_path("/a.wav/tin").has_value());
  CHECK_FALSE(format_of_path("tin.m4a").has_value());
  CHECK(format_of_name("flac") == FileFormat::flac);
  CHECK_FALSE(format_of_name("aiff").has_value());
}

TEST_CASE("a rate that a format cannot hold becomes the next one that it can", "[audio][file]") {
  CHECK(storable_rate(FileFormat::wav, 22050) == 22050);
  CHECK(storable_rate(FileFormat::opus, 22050) == 24000);
  CHECK(storable_rate(FileFormat::opus, 44100) == 48000);
  CHECK(storable_rate(FileFormat::opus, 96000) == 48000);
  CHECK(storable_rate(FileFormat::mp3, 22050) == 22050);
  CHECK(storable_rate(FileFormat::mp3, 37800) == 44100);
}

TEST_CASE("each format is read back with its rate, frames and tags", "[audio][file]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(22050 * 3 + 77);
  for (const Kind& kind : kKinds) {
    DYNAMIC_SECTION(kind.name) {
      FileOptions options = options_for(format_of_name(kind.name).value());
      options.metadata = {"Huế hỏi: nước rút chưa?", "Nguyễn Thị Ngọc Ánh", "2025-08-27", "Loa"};
      const std::string path = folder.file(std::string("tin") + kind.extension);
      REQUIRE(write_file(path, samples, options));
      CHECK(folder.entries() == 1);
      if (options.format == FileFormat::raw) {
        const std::vector<std::uint8_t> bytes = bytes_of(path);
        REQUIRE(bytes.size() == samples.size() * 2);
        CHECK(std::memcmp(bytes.data(), samples.data(), bytes.size()) == 0);
        continue;
      }
      const ReadBack file = read_back(path);
      REQUIRE(file.opened);
      const int rate = storable_rate(options.format, 22050);
      CHECK(file.info.samplerate == rate);
      CHECK(file.info.channels == 1);
      CHECK(static_cast<Frames>(file.samples.size()) ==
            resampled_frames(static_cast<Frames>(samples.size()), 22050, rate));
      if (kind.lossless) {
        CHECK(file.samples == samples);
      } else {
        // VBR MP3 keeps the level, constant bit rate would lose 0.44 dB; Opus takes some of the noise.
        CHECK(std::abs(20 * std::log10(level(file.samples) / level(samples))) <
              (options.format == FileFormat::mp3 ? 0.2 : 0.5));
      }
      CHECK(file.title == "Huế hỏi: nước rút chưa?");
      CHECK(file.artist == "Nguyễn Thị Ngọc Ánh");
      CHECK(file.date.substr(0, 4) == "2025");
      CHECK(file.software.substr(0, 3) == "Loa");
    }
  }
}

TEST_CASE("WAV is plain PCM RIFF with the right sizes", "[audio][file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("tin.wav");
  const std::size_t frames = GENERATE(0U, 1U, 22050U);
  REQUIRE(write_file(path, sound(frames), options_for(FileFormat::wav)));
  const std::vector<std::uint8_t> bytes = bytes_of(path);
  REQUIRE(bytes.size() >= 44);
  CHECK(std::memcmp(bytes.data(), "RIFF", 4) == 0);
  CHECK(little_endian(bytes, 4, 4) == bytes.size() - 8);
  CHECK(std::memcmp(bytes.data() + 12, "fmt ", 4) == 0);
  CHECK(little_endian(bytes, 16, 4) == 16);
  CHECK(little_endian(bytes, 20, 2) == 1);
  CHECK(little_endian(bytes, 22, 2) == 1);
  CHECK(little_endian(bytes, 24, 4) == 22050);
  CHECK(read_back(path).samples.size() == frames);
}

TEST_CASE("WAV becomes RF64 where RIFF ends and not before", "[audio][file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("tin.wav");
  const std::vector<std::int16_t> samples = sound(50000);
  REQUIRE(write_file(path, samples, options_for(FileFormat::wav)));
  const auto whole = static_cast<std::int64_t>(bytes_of(path).size());

  FileLimits limits;
  limits.allow_unnamed = GENERATE(true, false);
  SECTION("at the limit it is RIFF") {
    limits.riff_bytes = whole;
    REQUIRE(write_file(path, samples, options_for(FileFormat::wav), limits));
    CHECK(std::memcmp(bytes_of(path).data(), "RIFF", 4) == 0);
    CHECK(static_cast<std::int64_t>(bytes_of(path).size()) == whole);
  }
  SECTION("one frame above it is RF64 with every sample") {
    limits.riff_bytes = whole - 2;
    REQUIRE(write_file(path, samples, options_for(FileFormat::wav), limits));
    CHECK(std::memcmp(bytes_of(path).data(), "RF64", 4) == 0);
    const ReadBack file = read_back(path);
    CHECK(file.samples == samples);
    CHECK(folder.entries() == 1);
  }
}

// 4 GiB of disk twice over: by hand, with [large].
TEST_CASE("a WAV file past 4 GiB has all its frames", "[.][large]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("tin.wav");
  const auto sink = file_sink(path, options_for(FileFormat::wav));
  REQUIRE(sink->begin(Format{22050}));
  const std::vector<std::int16_t> block = sound(1 << 20);
  constexpr int kBlocks = 2049;
  for (int i = 0; i < kBlocks; ++i) REQUIRE(sink->write(block));
  REQUIRE(sink->finish());
  SF_INFO info{};
  SNDFILE* file = sf_open(path.c_str(), SFM_READ, &info);
  REQUIRE(file != nullptr);
  CHECK(info.frames == sf_count_t{kBlocks} << 20);
  sf_close(file);
}

TEST_CASE("the bytes of WAV, FLAC, MP3 and raw do not depend on how writes are cut", "[audio][file]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(60000);
  for (const char* name : {"wav", "flac", "mp3", "raw"}) {
    DYNAMIC_SECTION(name) {
      const FileOptions options = options_for(format_of_name(name).value());
      const std::string one = folder.file("one"), many = folder.file("many");
      REQUIRE(write_file(one, samples, options, {}, 22050, samples.size() * 100));
      REQUIRE(write_file(many, samples, options, {}, 22050, 700));
      CHECK(bytes_of(one) == bytes_of(many));
    }
  }
  for (const char* name : {"opus", "vorbis"}) {
    DYNAMIC_SECTION(name) {  // Ogg numbers its streams by chance: the samples are the same
      const FileOptions options = options_for(format_of_name(name).value());
      const std::string one = folder.file("one"), many = folder.file("many");
      REQUIRE(write_file(one, samples, options, {}, 22050, samples.size() * 100));
      REQUIRE(write_file(many, samples, options, {}, 22050, 700));
      CHECK(read_back(one).samples == read_back(many).samples);
    }
  }
}

TEST_CASE("a sink that is discarded or destroyed leaves no file", "[audio][file]") {
  const TemporaryFolder folder;
  for (const Kind& kind : kKinds) {
    for (const bool unnamed : {true, false}) {
      DYNAMIC_SECTION(kind.name << (unnamed ? ", unnamed" : ", hidden")) {
        FileLimits limits;
        limits.allow_unnamed = unnamed;
        auto sink = file_sink(folder.file("tin"), options_for(format_of_name(kind.name).value()), limits);
        REQUIRE(sink->begin(Format{}));
        REQUIRE(sink->write(sound(30000)));
        CHECK(folder.entries() == (unnamed ? 0U : 1U));
        CHECK_FALSE(std::filesystem::exists(folder.file("tin")));
        sink->discard();
        CHECK(folder.entries() == 0);
        REQUIRE(sink->begin(Format{}));
        REQUIRE(sink->write(sound(30000)));
        sink.reset();
        CHECK(folder.entries() == 0);
      }
    }
  }
}

TEST_CASE("an existing file stays as it was until the new one is whole", "[audio][file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("tin.wav");
  std::ofstream(path) << "old";
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  FileLimits limits;
  limits.allow_unnamed = GENERATE(true, false);
  const auto sink = file_sink(path, options_for(FileFormat::wav), limits);
  REQUIRE(sink->begin(Format{}));
  REQUIRE(sink->write(sound(5000)));
  CHECK(bytes_of(path).size() == 3);
  REQUIRE(sink->finish());
  CHECK(read_back(path).samples.size() == 5000);
  CHECK(permissions(path) == 0640);
  CHECK(folder.entries() == 1);
}

TEST_CASE("a new file has the permissions that the umask leaves", "[audio][file]") {
  const TemporaryFolder folder;
  FileLimits limits;
  limits.allow_unnamed = GENERATE(true, false);
  const mode_t before = umask(027);
  const Result<void> written =
      write_file(folder.file("tin.wav"), sound(10), options_for(FileFormat::wav), limits);
  umask(before);
  REQUIRE(written);
  CHECK(permissions(folder.file("tin.wav")) == 0640);
}

TEST_CASE("no-clobber never replaces a file, however late that appeared", "[audio][file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("tin.wav");
  FileOptions options = options_for(FileFormat::wav);
  options.no_clobber = true;
  FileLimits limits;
  limits.allow_unnamed = GENERATE(true, false);
  const auto sink = file_sink(path, options, limits);
  SECTION("there from the start") {
    std::ofstream(path) << "old";
    const Result<void> begun = sink->begin(Format{});
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code == ErrorCode::cannot_create);
    CHECK(begun.error().message.find(path) != std::string::npos);
  }
  SECTION("made by another meanwhile") {
    REQUIRE(sink->begin(Format{}));
    REQUIRE(sink->write(sound(100)));
    std::ofstream(path) << "old";
    const Result<void> finished = sink->finish();
    REQUIRE_FALSE(finished);
    CHECK(finished.error().code == ErrorCode::cannot_create);
  }
  CHECK(bytes_of(path).size() == 3);
  CHECK(folder.entries() == 1);
}

TEST_CASE("a symbolic link stays and its target is written", "[audio][file]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "kho");
  const std::string link = folder.file("tin.wav");
  std::filesystem::create_symlink("kho/that.wav", link);
  const bool dangling = GENERATE(true, false);
  if (!dangling) std::ofstream(folder.file("kho/that.wav")) << "old";
  REQUIRE(write_file(link, sound(1000), options_for(FileFormat::wav)));
  CHECK(std::filesystem::is_symlink(link));
  CHECK(read_back(folder.file("kho/that.wav")).samples.size() == 1000);

  FileOptions options = options_for(FileFormat::wav);
  options.no_clobber = true;
  CHECK_FALSE(write_file(link, sound(1000), options));
}

TEST_CASE("what cannot be created is said at once with the reason", "[audio][file]") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("ring", folder.path() / "ring");
  std::ofstream(folder.file("plain")) << "x";
  struct Row {
    std::string path;
    const char* reason;
  };
  const std::vector<Row> rows = {{folder.file("missing/tin.wav"), "there is no such file or folder"},
                                 {folder.path().string(), "it is a folder"},
                                 {folder.path().string() + "/", "it is a folder"},
                                 {folder.file("plain/tin.wav"), "no folder"},
                                 {folder.file("ring"), "in a circle"},
                                 {"/proc/tin.wav", "there is no such file or folder"},
                                 {"", "there is no such file or folder"}};
  for (const Row& row : rows) {
    {
      CAPTURE(row.path);
      const auto sink = file_sink(row.path, options_for(FileFormat::wav));
      const Result<void> begun = sink->begin(Format{});
      REQUIRE_FALSE(begun);
      CHECK(begun.error().code == ErrorCode::cannot_create);
      CHECK(begun.error().message.find(row.path) != std::string::npos);
      CHECK(begun.error().message.find(row.reason) != std::string::npos);
    }
  }
}

TEST_CASE("a folder and a file that may not be written are refused", "[audio][file]") {
  const TemporaryFolder folder;
  std::ofstream(folder.file("locked.wav")) << "old";
  REQUIRE(chmod(folder.file("locked.wav").c_str(), 0444) == 0);
  std::filesystem::create_directory(folder.path() / "locked");
  REQUIRE(chmod(folder.file("locked").c_str(), 0555) == 0);
  REQUIRE(chmod(folder.path().c_str(), 0777) == 0);
  // Root may write anything: be somebody else, in a process of its own.
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(9);
    const auto code = [](const std::string& path) {
      const Result<void> begun = file_sink(path, options_for(FileFormat::wav))->begin(Format{});
      return begun ? ErrorCode::internal : begun.error().code;
    };
    _exit(code(folder.file("locked.wav")) == ErrorCode::cannot_create &&
                  code(folder.file("locked/tin.wav")) == ErrorCode::cannot_create
              ? 0
              : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a full disk is an error in every format and leaves no file", "[audio][file]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(400000);
  for (const Kind& kind : kKinds) {
    DYNAMIC_SECTION(kind.name) {
      // A limit on the size of files fails as a full disk does, in the middle of a write.
      const pid_t child = fork();
      if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{20000, 20000};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(9);
        const Result<void> written =
            write_file(folder.file("tin"), samples, options_for(format_of_name(kind.name).value()));
        if (written) _exit(1);
        _exit(written.error().code == ErrorCode::io &&
                      written.error().message.find(folder.file("tin")) != std::string::npos &&
                      written.error().message.find("larger than allowed") != std::string::npos
                  ? 0
                  : 2);
      }
      int status = 0;
      REQUIRE(waitpid(child, &status, 0) == child);
      REQUIRE(WIFEXITED(status));
      CHECK(WEXITSTATUS(status) == 0);
      CHECK(folder.entries() == 0);
    }
    DYNAMIC_SECTION(kind.name << " to /dev/full") {
      const Result<void> written =
          write_file("/dev/full", samples, options_for(format_of_name(kind.name).value()));
      REQUIRE_FALSE(written);
      CHECK(written.error().code == ErrorCode::io);
      CHECK(written.error().message.find("/dev/full") != std::string::npos);
      CHECK(written.error().message.find("no room is left on the disk") != std::string::npos);
      CHECK(std::filesystem::is_character_file("/dev/full"));
    }
  }
}

TEST_CASE("a FIFO and a descriptor of ours are written to, not replaced", "[audio][file]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(3000);
  SECTION("FIFO") {
    const std::string fifo = folder.file("ong.wav");
    REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
    std::vector<std::uint8_t> received;
    std::thread reader([&] { received = bytes_of(fifo); });
    const Result<void> written = write_file(fifo, samples, options_for(FileFormat::wav));
    reader.join();
    REQUIRE(written);
    CHECK(received.size() == 44 + samples.size() * 2);
    CHECK(std::filesystem::is_fifo(fifo));
  }
  SECTION("descriptor") {
    const std::string path = folder.file("tin.wav");
    std::FILE* open_file = std::fopen(path.c_str(), "w");
    std::fputs("before", open_file);
    std::fflush(open_file);
    REQUIRE(
        write_file("/dev/fd/" + std::to_string(fileno(open_file)), samples, options_for(FileFormat::raw)));
    std::fputs("after", open_file);
    std::fclose(open_file);
    CHECK(bytes_of(path).size() == 6 + samples.size() * 2 + 5);
  }
}
