// SPDX-License-Identifier: GPL-3.0-or-later
// Real playback: PortAudio → ALSA → PulseAudio's null sink, recorded from its monitor.
// Run through with_pulseaudio.sh, each tag with a server of its own.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>

#include "audio/player.h"
#include "audio_test_support.h"
#include "catch.h"
#include "recorder.h"

using namespace loa;
using namespace loa::audio;
using namespace loa::audio::test;
using namespace std::chrono_literals;

namespace {

pid_t server() {
  const char* pid = std::getenv("LOA_TEST_PULSE_PID");
  return pid != nullptr ? static_cast<pid_t>(std::atoi(pid)) : 0;
}

void pactl(const std::string& command) { REQUIRE(std::system(("pactl " + command).c_str()) == 0); }

/// A player in the middle of a long sound.
std::unique_ptr<Player> playing(const std::vector<std::int16_t>& samples) {
  auto player = make_player({});
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(player->write(samples));
  for (int i = 0; i < 500 && player->heard() < 5000; ++i) std::this_thread::sleep_for(10ms);
  REQUIRE(player->heard() >= 5000);
  return player;
}

Result<void> write_on(Player& player) {
  const std::vector<std::int16_t> samples = sound(22050);
  for (int seconds = 0; seconds < 30; ++seconds) LOA_TRY(player.write(samples));
  return {};
}

void check_lost(const Result<void>& result) {
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::no_device);
  CHECK_FALSE(result.error().hint.empty());
}

}  // namespace

TEST_CASE("what is written is what is heard, from the first sample to the last", "[played]") {
  const TemporaryFolder folder;
  // Three streams after each other: an idle sink wakes up in other ways than a fresh one.
  for (const std::size_t frames : {1500U, 30000U, 22050U}) {
    CAPTURE(frames);
    const std::vector<std::int16_t> samples = sound(frames);
    Recorder recorder(folder.file("monitor"));
    const auto player = make_player({});
    REQUIRE(player->begin(Format{22050}));
    REQUIRE(write_in_pieces(*player, samples, 4000));
    REQUIRE(player->finish());
    CHECK(player->report().played == static_cast<Frames>(frames));
    CHECK(player->heard() == static_cast<Frames>(frames));
    const auto alignment = align(recorder.stop(), samples, samples.size() / 2);
    REQUIRE(alignment.has_value());
    CHECK(alignment->head_lost == 0);
    CHECK(alignment->tail_lost == 0);
    CHECK(alignment->different == 0);
    CHECK(alignment->heard_after == 0);
  }
}

TEST_CASE("cancel() stops the sound within 50 ms", "[played]") {
  const TemporaryFolder folder;
  const std::vector<std::int16_t> samples = sound(60000);
  Recorder recorder(folder.file("monitor"));
  const auto player = playing(samples);
  const Frames heard = player->heard();
  player->cancel();
  const Result<void> result = player->write(samples);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::interrupted);
  player->discard();
  const std::vector<std::int16_t> recorded = recorder.stop();
  const auto alignment = align(recorded, samples, 2000);
  REQUIRE(alignment.has_value());
  CHECK(alignment->different == 0);
  // In samples, not by the clock: what was recorded beyond what was heard when it was cancelled.
  const auto stopped_at = static_cast<Frames>(samples.size() - alignment->tail_lost);
  INFO("heard " << heard << ", stopped at " << stopped_at);
  CHECK(stopped_at - heard <= 22050 * 50 / 1000);
}

TEST_CASE("the device list names the sound server", "[played]") {
  const Result<std::vector<Device>> found = devices();
  REQUIRE(found);
  CHECK(std::count_if(found->begin(), found->end(), [](const Device& d) { return d.is_default; }) == 1);
  CHECK(std::any_of(found->begin(), found->end(), [](const Device& d) { return d.name == "pulse"; }));
}

TEST_CASE("a device is found by name, by a part of it, and by number", "[played]") {
  const Result<std::vector<Device>> found = devices();
  REQUIRE(found);
  REQUIRE_FALSE(found->empty());
  for (const std::string& name :
       {std::string("pulse"), std::string("PUL"), std::to_string(found->front().index)}) {
    CAPTURE(name);
    PlayerOptions options;
    options.device = name;
    const auto player = make_player(options);
    REQUIRE(player->begin(Format{22050}));
    REQUIRE(player->write(sound(2000)));
    CHECK(player->finish());
  }
  PlayerOptions options;
  options.device = "no such device";
  const auto player = make_player(options);
  Result<void> result = player->begin(Format{22050});
  if (result) result = player->write(sound(2000));
  check_lost(result);
  CHECK(result.error().message.find("no such device") != std::string::npos);
}

TEST_CASE("a sink that is suspended is given up", "[suspended]") {
  const auto player = playing(sound(30000));
  pactl(std::string("suspend-sink ") + std::getenv("LOA_TEST_SINK") + " 1");
  check_lost(write_on(*player));
}

TEST_CASE("a sink that is unloaded ends in an error", "[unloaded]") {
  const auto player = playing(sound(30000));
  pactl("unload-module module-null-sink");
  check_lost(write_on(*player));
}

TEST_CASE("a sound server that is killed ends in an error", "[killed]") {
  const auto player = playing(sound(30000));
  REQUIRE(kill(server(), SIGKILL) == 0);
  check_lost(write_on(*player));
}

TEST_CASE("a sound server that is frozen while playing ends in an error, not in a hang", "[frozen]") {
  auto player = playing(sound(30000));
  REQUIRE(kill(server(), SIGSTOP) == 0);
  check_lost(write_on(*player));
  player.reset();
  kill(server(), SIGCONT);
}

TEST_CASE("a sound server that is frozen from the start ends in an error, not in a hang", "[frozen-early]") {
  REQUIRE(kill(server(), SIGSTOP) == 0);
  auto player = make_player({});
  Result<void> result = player->begin(Format{22050});
  if (result) result = player->write(sound(2000));
  check_lost(result);
  player.reset();
  check_lost([] {
    Result<std::vector<Device>> found = devices();
    return found ? Result<void>() : Result<void>(std::move(found).error().with_hint("-"));
  }());
  kill(server(), SIGCONT);
}

TEST_CASE("no sound server is no device, with a hint", "[none]") {
  if (const Result<std::vector<Device>> found = devices(); found && !found->empty()) {
    WARN("this machine has a sound card: nothing to see");
    return;
  }
  const auto player = make_player({});
  Result<void> result = player->begin(Format{22050});
  if (result) result = player->write(sound(2000));
  check_lost(result);
}
