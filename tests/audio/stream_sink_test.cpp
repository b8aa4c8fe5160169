// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <pthread.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <thread>

#include "audio/file_sink.h"
#include "audio_test_support.h"
#include "catch.h"

using namespace loa;
using namespace loa::audio;
using namespace loa::audio::test;

namespace {

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() { REQUIRE(pipe2(ends, O_CLOEXEC) == 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  [[nodiscard]] int reader() const { return ends[0]; }
  [[nodiscard]] int writer() const { return ends[1]; }
  void close_end(int which) {
    if (ends[which] >= 0) close(ends[which]);
    ends[which] = -1;
  }
  [[nodiscard]] std::vector<std::uint8_t> read_all() const {
    std::vector<std::uint8_t> all;
    std::uint8_t buffer[4096];
    for (ssize_t n = 0; (n = read(reader(), buffer, sizeof buffer)) > 0;)
      all.insert(all.end(), buffer, buffer + n);
    return all;
  }
  [[nodiscard]] std::size_t waiting() const {
    int bytes = -1;
    return ioctl(reader(), FIONREAD, &bytes) == 0 ? static_cast<std::size_t>(bytes) : 0;
  }
};

FileOptions options_for(FileFormat format) {
  FileOptions options;
  options.format = format;
  options.metadata.title = "Bản tin";
  return options;
}

std::vector<std::uint8_t> through_pipe(FileFormat format, const std::vector<std::int16_t>& samples) {
  Pipe pipe;
  std::vector<std::uint8_t> received;
  std::thread reader([&] { received = pipe.read_all(); });
  const auto sink = stream_sink(pipe.writer(), options_for(format));
  Result<void> result = sink->begin(Format{22050});
  if (result) result = write_in_pieces(*sink, samples, 4000);
  if (result) result = sink->finish();
  pipe.close_end(1);
  reader.join();
  REQUIRE(result);
  return received;
}

}  // namespace

TEST_CASE("WAV in a pipe says that its length is unknown", "[audio][stream]") {
  const std::vector<std::int16_t> samples = sound(10000);
  const std::vector<std::uint8_t> bytes = through_pipe(FileFormat::wav, samples);
  REQUIRE(bytes.size() == 44 + samples.size() * 2);
  CHECK(std::memcmp(bytes.data(), "RIFF\xff\xff\xff\xffWAVEfmt ", 16) == 0);
  CHECK(little_endian(bytes, 16, 4) == 16);
  CHECK(little_endian(bytes, 20, 2) == 1);
  CHECK(little_endian(bytes, 22, 2) == 1);
  CHECK(little_endian(bytes, 24, 4) == 22050);
  CHECK(little_endian(bytes, 28, 4) == 44100);
  CHECK(little_endian(bytes, 32, 2) == 2);
  CHECK(little_endian(bytes, 34, 2) == 16);
  CHECK(std::memcmp(bytes.data() + 36, "data\xff\xff\xff\xff", 8) == 0);
  CHECK(std::memcmp(bytes.data() + 44, samples.data(), samples.size() * 2) == 0);
}

TEST_CASE("raw in a pipe is the samples alone", "[audio][stream]") {
  const std::vector<std::int16_t> samples = sound(10000);
  const std::vector<std::uint8_t> bytes = through_pipe(FileFormat::raw, samples);
  REQUIRE(bytes.size() == samples.size() * 2);
  CHECK(std::memcmp(bytes.data(), samples.data(), bytes.size()) == 0);
}

TEST_CASE("what came through a pipe can be played", "[audio][stream]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(50000);
  for (const char* name : {"wav", "flac", "opus", "vorbis"}) {
    DYNAMIC_SECTION(name) {
      const FileFormat format = format_of_name(name).value();
      const std::vector<std::uint8_t> bytes = through_pipe(format, samples);
      const std::string path = folder.file("tin");
      std::ofstream(path, std::ios::binary)
          .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
      const ReadBack file = read_back(path);
      REQUIRE(file.opened);
      const int rate = storable_rate(format, 22050);
      CHECK(file.info.samplerate == rate);
      const double seconds = static_cast<double>(file.samples.size()) / rate;
      CHECK(seconds == Approx(50000 / 22050.0).margin(0.0001));
      if (format == FileFormat::wav || format == FileFormat::flac) CHECK(file.samples == samples);
    }
  }
}

TEST_CASE("MP3 in a pipe is that of a file but for its length, known at the end only", "[audio][stream]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(50000);
  const std::vector<std::uint8_t> piped = through_pipe(FileFormat::mp3, samples);
  const auto sink = file_sink(folder.file("tin.mp3"), options_for(FileFormat::mp3));
  REQUIRE(sink->begin(Format{22050}));
  REQUIRE(sink->write(samples));
  REQUIRE(sink->finish());
  const std::vector<std::uint8_t> file = bytes_of(folder.file("tin.mp3"));
  REQUIRE(piped.size() == file.size());
  // The length is in the frame behind the tag: an ID3v2 header tells its own size in 7-bit bytes.
  REQUIRE(std::memcmp(file.data(), "ID3", 3) == 0);
  const std::size_t tag = 10 + (std::size_t{file[8]} << 7U) + file[9];
  CHECK(std::equal(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(tag), piped.begin()));
  const auto first_frame = static_cast<std::ptrdiff_t>(tag + 208);  // 64 kb/s at 22,050 Hz
  CHECK(std::equal(file.begin() + first_frame, file.end(), piped.begin() + first_frame));
  CHECK(piped != file);
}

TEST_CASE("the first write has left before the call returns", "[audio][stream]") {
  Pipe pipe;
  const auto sink = stream_sink(pipe.writer(), options_for(FileFormat::wav));
  REQUIRE(sink->begin(Format{22050}));
  REQUIRE(sink->write(sound(100)));
  CHECK(pipe.waiting() == 44 + 200);
  REQUIRE(sink->write(sound(1)));
  CHECK(pipe.waiting() == 44 + 202);
}

TEST_CASE("a regular file as standard output gets the right header and the rest of the script behind it",
          "[audio][stream]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out");
  const int fd = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  REQUIRE(write(fd, "head", 4) == 4);
  const auto sink = stream_sink(fd, options_for(FileFormat::wav));
  REQUIRE(sink->begin(Format{22050}));
  REQUIRE(sink->write(sound(1000)));
  REQUIRE(sink->finish());
  REQUIRE(write(fd, "tail", 4) == 4);
  close(fd);
  const std::vector<std::uint8_t> bytes = bytes_of(path);
  REQUIRE(bytes.size() == 4 + 44 + 2000 + 4);
  CHECK(little_endian(bytes, 4 + 4, 4) == 36 + 2000);
  CHECK(little_endian(bytes, 4 + 40, 4) == 2000);
  CHECK(std::memcmp(bytes.data() + bytes.size() - 4, "tail", 4) == 0);
}

TEST_CASE("a file opened for appending is never corrected in the wrong place", "[audio][stream]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out");
  const int fd = open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  for (const FileFormat format : {FileFormat::wav, FileFormat::flac, FileFormat::mp3}) {
    const auto before = std::filesystem::file_size(path);
    const auto sink = stream_sink(fd, options_for(format));
    REQUIRE(sink->begin(Format{22050}));
    REQUIRE(sink->write(sound(30000)));
    REQUIRE(sink->finish());
    const std::vector<std::uint8_t> piped = through_pipe(format, sound(30000));
    const std::vector<std::uint8_t> all = bytes_of(path);
    CHECK(std::vector<std::uint8_t>(all.begin() + static_cast<std::ptrdiff_t>(before), all.end()) == piped);
  }
  close(fd);
}

TEST_CASE("a closed pipe is told as such in every format", "[audio][stream]") {
  const IgnoreSigpipe ignore;
  for (const char* name : {"wav", "raw", "flac", "opus", "vorbis", "mp3"}) {
    DYNAMIC_SECTION(name) {
      Pipe pipe;
      pipe.close_end(0);
      const auto sink = stream_sink(pipe.writer(), options_for(format_of_name(name).value()));
      Result<void> result = sink->begin(Format{22050});
      for (int i = 0; i < 20 && result; ++i) result = sink->write(sound(20000));
      REQUIRE_FALSE(result);
      CHECK(result.error().code == ErrorCode::broken_pipe);
      CHECK_FALSE(sink->write(sound(10)));
    }
  }
}

TEST_CASE("a non-blocking pipe with a slow reader loses nothing", "[audio][stream]") {
  Pipe pipe;
  REQUIRE(fcntl(pipe.writer(), F_SETFL, O_NONBLOCK) == 0);
  const std::vector<std::int16_t> samples = sound(200000);  // six times what a pipe holds
  std::vector<std::uint8_t> received;
  std::thread reader([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    received = pipe.read_all();
  });
  const auto sink = stream_sink(pipe.writer(), options_for(FileFormat::raw));
  Result<void> result = sink->begin(Format{22050});
  if (result) result = sink->write(samples);
  if (result) result = sink->finish();
  pipe.close_end(1);
  reader.join();
  REQUIRE(result);
  REQUIRE(received.size() == samples.size() * 2);
  CHECK(std::memcmp(received.data(), samples.data(), received.size()) == 0);
}

TEST_CASE("a signal ends the wait for a reader that does not read", "[audio][stream]") {
  Pipe pipe;
  std::atomic<bool> cancelled = false;
  struct sigaction action {};
  struct sigaction before {};
  action.sa_handler = [](int) {};
  REQUIRE(sigaction(SIGUSR1, &action, &before) == 0);

  FileOptions options = options_for(FileFormat::raw);
  options.cancelled = &cancelled;
  const auto sink = stream_sink(pipe.writer(), options);
  REQUIRE(sink->begin(Format{22050}));
  const pthread_t writer = pthread_self();
  std::atomic<bool> returned = false;
  std::thread interrupter([&] {
    while (pipe.waiting() < 65536) std::this_thread::yield();
    cancelled = true;
    while (!returned) {
      pthread_kill(writer, SIGUSR1);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  });
  const Result<void> result = sink->write(sound(100000));
  returned = true;
  interrupter.join();
  sigaction(SIGUSR1, &before, nullptr);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::interrupted);
}
