// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>

#include "catch.h"

using namespace loa;
using namespace loa::cli;

TEST_CASE("output arrives whole and in order, through a slow and non-blocking pipe too", "[cli][output]") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  REQUIRE(::fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0);
  std::string expected, received;
  for (int i = 0; i < 100'000; ++i) expected += "dòng " + std::to_string(i) + "\n";
  std::thread reader([&] {
    std::array<char, 1000> buffer{};
    for (ssize_t got = 0; (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
      received.append(buffer.data(), static_cast<std::size_t>(got));
  });
  Output out(ends[1]);
  bool written = true;
  for (std::size_t at = 0; at < expected.size(); at += 777)
    written = written && out.write(std::string_view(expected).substr(at, 777));
  written = written && out.finish();
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  CHECK(written);
  CHECK(received == expected);
}

TEST_CASE("a reader that went away is told apart from a full disk", "[cli][output]") {
  const auto before = ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  ::close(ends[0]);
  Output gone(ends[1]);
  REQUIRE(gone.write("a"));
  const auto broken = gone.flush();
  ::close(ends[1]);
  ::signal(SIGPIPE, before);
  REQUIRE(!broken);
  CHECK(broken.error().code == ErrorCode::broken_pipe);

  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  Output disk(full);
  REQUIRE(disk.write("a"));
  const auto no_room = disk.finish();
  ::close(full);
  REQUIRE(!no_room);
  CHECK(no_room.error().code == ErrorCode::io);
}
