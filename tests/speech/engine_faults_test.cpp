// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when processes die, hang or are killed.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

#include "engine_test.h"
#include "processes.h"

using namespace loa::speech;
using loa::ErrorCode;

namespace {

/// Long enough that its worker waits for us in the middle of it.
Unit long_unit() {
  Unit unit;
  for (int i = 0; i < 60; ++i)
    unit.phrases.push_back(phrase_of("Nước trên các sông đang lên nhanh và còn lên nữa.", 300));
  return unit;
}

/// The child that has workers of its own; the other one stands by.
pid_t speech_process() {
  for (const pid_t child : children_of(getpid()))
    if (!children_of(child).empty()) return child;
  FAIL("no speech process");
  return 0;
}

std::vector<pid_t> workers() { return children_of(speech_process()); }

Spoken first_piece(Engine& engine) {
  auto piece = engine.receive();
  REQUIRE(piece);
  REQUIRE(piece->has_value());
  REQUIRE_FALSE((*piece)->last);
  return {(*piece)->samples, (*piece)->words, (*piece)->report};
}

void check_whole(const Unit& unit, const Spoken& spoken, std::size_t frames) {
  CHECK(spoken.report.words_lost == 0);
  CHECK(spoken.report.lost_phrases.empty());
  CHECK(spoken.report.retries >= 1);
  std::size_t i = 0;
  Frames last = 0;
  REQUIRE(spoken.words.size() == spoken.report.words_sent);
  for (std::uint32_t p = 0; p < unit.phrases.size(); ++p)
    for (std::uint32_t w = 0; w < unit.phrases[p].words.size(); ++w, ++i) {
      REQUIRE(spoken.words[i].phrase == p);
      REQUIRE(spoken.words[i].word == w);
      REQUIRE(spoken.words[i].frame >= last);
      last = spoken.words[i].frame;
    }
  // Phrases spoken one by one differ a little from phrases spoken in a row.
  const double ratio = static_cast<double>(spoken.samples.size()) / static_cast<double>(frames);
  CHECK(std::abs(ratio - 1) < 0.03);
}

template <class Condition>
bool soon(Condition condition) {
  for (int i = 0; i < 500; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

TEST_CASE("a worker killed in the middle of a unit is replaced and nothing is lost or repeated",
          "[speech][faults]") {
  Engine engine = started();
  const Unit unit = long_unit();
  const std::size_t frames = speak(engine, unit).samples.size();
  REQUIRE(engine.submit(unit));
  Spoken spoken = first_piece(engine);
  for (const pid_t worker : workers()) kill(worker, SIGKILL);
  spoken = receive_unit(engine, std::move(spoken));
  check_whole(unit, spoken, frames);
}

TEST_CASE("a worker that hangs is replaced", "[speech][faults]") {
  Engine engine = started();
  const Unit unit = long_unit();
  const std::size_t frames = speak(engine, unit).samples.size();
  REQUIRE(engine.submit(unit));
  Spoken spoken = first_piece(engine);
  for (const pid_t worker : workers()) kill(worker, SIGSTOP);
  spoken = receive_unit(engine, std::move(spoken));
  check_whole(unit, spoken, frames);
}

TEST_CASE("a phrase whose workers always die is lost and told, and the rest is spoken", "[speech][faults]") {
  Engine engine = started();
  // No text that passes the gate gets a worker to die, so somebody kills them all for a while. On a busy
  // machine a worker may be done before its killer gets to run: then once more.
  Spoken spoken;
  for (int attempt = 0; attempt < 20 && spoken.report.words_lost == 0; ++attempt) {
    REQUIRE(engine.submit(long_unit()));
    spoken = first_piece(engine);
    std::atomic<bool> killing = true;
    const pid_t process = speech_process();
    std::thread killer([&] {
      while (killing)
        for (const pid_t worker : children_of(process)) kill(worker, SIGKILL);
    });
    spoken = receive_unit(engine, std::move(spoken));
    killing = false;
    killer.join();
  }
  CHECK_FALSE(spoken.report.lost_phrases.empty());
  CHECK(spoken.report.words_lost > 0);
  CHECK(spoken.report.words_lost + spoken.words.size() == spoken.report.words_sent);
  CHECK(speak(engine, unit_of({"Một hai ba.", "Bốn năm sáu."})).report.words_lost == 0);
}

TEST_CASE("the speech process is replaced once, then its death is an error", "[speech][faults]") {
  Engine engine = started();
  const Unit unit = long_unit();
  const std::size_t frames = speak(engine, unit).samples.size();
  REQUIRE(engine.submit(unit));
  Spoken spoken = first_piece(engine);
  kill(speech_process(), SIGKILL);
  spoken = receive_unit(engine, std::move(spoken));
  check_whole(unit, spoken, frames);

  REQUIRE(engine.submit(unit));
  first_piece(engine);
  kill(speech_process(), SIGKILL);
  for (;;) {
    const auto piece = engine.receive();
    if (piece) continue;
    CHECK(piece.error().code == ErrorCode::engine);
    break;
  }
}

TEST_CASE("a speech process that dies before it is asked is replaced", "[speech][faults]") {
  auto engine = Engine::start();
  REQUIRE(engine);
  kill(children_of(getpid()).front(), SIGKILL);
  REQUIRE(engine->configure({}));
  CHECK_FALSE(speak(*engine, unit_of({"Xin chào."})).samples.empty());
}

TEST_CASE("no process outlives the engine", "[speech][faults]") {
  std::vector<pid_t> all;
  {
    Engine engine = started();
    REQUIRE(engine.submit(long_unit()));
    first_piece(engine);
    all = descendants_of(getpid());
    CHECK(all.size() >= 3);
  }
  CHECK(soon([&] { return std::all_of(all.begin(), all.end(), is_gone); }));
}

TEST_CASE("no process outlives a program that is killed", "[speech][faults]") {
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  const pid_t program = fork();
  if (program == 0) {
    auto engine = Engine::start();
    if (!engine || !engine->configure({}) || !engine->submit(long_unit()) || !engine->receive()) _exit(1);
    (void)!write(ready[1], "x", 1);
    for (;;) pause();
  }
  char byte = 0;
  REQUIRE(read(ready[0], &byte, 1) == 1);
  const std::vector<pid_t> all = descendants_of(program);
  CHECK(all.size() >= 3);
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  CHECK(soon([&] { return std::all_of(all.begin(), all.end(), is_gone); }));
  close(ready[0]);
  close(ready[1]);
}

TEST_CASE("the terminal's signals are for the program, not for its speech process", "[speech][faults]") {
  Engine engine = started();
  const std::size_t frames = speak(engine, long_unit()).samples.size();
  REQUIRE(engine.submit(long_unit()));
  Spoken spoken = first_piece(engine);
  for (const pid_t child : descendants_of(getpid()))
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) kill(child, signal);
  spoken = receive_unit(engine, std::move(spoken));
  CHECK(spoken.report.retries == 0);
  CHECK(spoken.samples.size() == frames);
}

TEST_CASE("the engine's processes hold none of the program's descriptors", "[speech][faults]") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  Engine engine = started();
  REQUIRE(engine.submit(long_unit()));
  first_piece(engine);
  close(ends[1]);
  char byte = 0;
  CHECK(read(ends[0], &byte, 1) == 0);  // the end of the pipe is seen although workers live
  close(ends[0]);
}
