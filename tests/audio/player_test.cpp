// SPDX-License-Identifier: GPL-3.0-or-later
// The player with a device that misbehaves on command. The real thing is in playback_test.cpp.
#include "audio/player.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "audio/sound_device.h"
#include "audio_test_support.h"
#include "catch.h"

using namespace loa;
using namespace loa::audio;
using namespace loa::audio::test;
using namespace std::chrono_literals;

namespace {

/// What a FakeDevice does and what it was given; outlives the player.
struct Stage {
  int rate = 0;  ///< the only one it takes; 0: any
  std::chrono::nanoseconds latency = 50ms;
  enum class Hang : unsigned char { never, initialise, open, start, stop } hang = Hang::never;
  bool no_device = false;

  std::atomic<bool> frozen = false;     ///< asks for no more blocks
  std::atomic<bool> unplugged = false;  ///< ends the stream
  std::atomic<int> stops = 0, closes = 0;

  std::mutex mutex;
  std::condition_variable released;
  bool release = false;
  std::vector<std::int16_t> played;

  void hang_if(Hang here) {
    if (hang != here) return;
    std::unique_lock lock(mutex);
    released.wait(lock, [this] { return release; });
  }
  void let_go() {
    const std::lock_guard lock(mutex);
    release = true;
    released.notify_all();
  }
  std::vector<std::int16_t> copy() {
    const std::lock_guard lock(mutex);
    return played;
  }
  std::size_t size() {
    const std::lock_guard lock(mutex);
    return played.size();
  }
};

/// Asks for blocks as fast as it can.
class FakeDevice final : public SoundDevice {
 public:
  explicit FakeDevice(std::shared_ptr<Stage> stage) : stage_(std::move(stage)) {}
  ~FakeDevice() override { end(); }

  Result<void> initialise() override {
    stage_->hang_if(Stage::Hang::initialise);
    if (stage_->no_device) return Error{ErrorCode::no_device, "no sound device was found"};
    return {};
  }
  Result<std::vector<Device>> list() override { return std::vector<Device>(); }
  Result<OpenedDevice> open(const std::string&, int wanted_rate, SoundSource& source) override {
    stage_->hang_if(Stage::Hang::open);
    source_ = &source;
    return OpenedDevice{stage_->rate != 0 ? stage_->rate : wanted_rate, stage_->latency};
  }
  Result<void> start() override {
    stage_->hang_if(Stage::Hang::start);
    thread_ = std::thread([this] { run(); });
    return {};
  }
  void stop() noexcept override {
    ++stage_->stops;
    stage_->hang_if(Stage::Hang::stop);
    end();
  }
  void close() noexcept override {
    ++stage_->closes;
    end();
  }

 private:
  void run() {
    std::vector<std::int16_t> block(441, std::int16_t{-1});
    while (!stop_) {
      if (stage_->unplugged) break;
      if (stage_->frozen) {
        std::this_thread::sleep_for(1ms);
        continue;
      }
      const bool more = source_->render(block, stage_->latency, false);
      {
        const std::lock_guard lock(stage_->mutex);
        stage_->played.insert(stage_->played.end(), block.begin(), block.end());
      }
      if (!more) break;
      std::this_thread::yield();
    }
    source_->stopped();
  }
  void end() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
  }

  std::shared_ptr<Stage> stage_;
  SoundSource* source_ = nullptr;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

std::unique_ptr<Player> player_on(const std::shared_ptr<Stage>& stage,
                                  std::chrono::milliseconds lead_in = 0ms, PlayerLimits limits = {}) {
  PlayerOptions options;
  options.lead_in = lead_in;
  return make_player(options, std::make_unique<FakeDevice>(stage), limits);
}

/// Writes until something goes wrong; a test that never sees it would hang, so 10^8 frames are the end.
Result<void> write_until_failure(Player& player) {
  const std::vector<std::int16_t> samples = sound(10000);
  for (int i = 0; i < 10000; ++i) LOA_TRY(player.write(samples));
  return {};
}

constexpr PlayerLimits kImpatient{100ms, 100ms, 100ms, 100ms};

}  // namespace

TEST_CASE("every sample is handed over, behind the lead-in and before silence that drains the device",
          "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const std::vector<std::int16_t> samples = sound(100000);  // more than the ring holds
  const auto player = player_on(stage, 100ms);
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(write_in_pieces(*player, samples, 3000));
  REQUIRE(player->finish());
  const std::vector<std::int16_t> played = stage->copy();

  const auto first = std::find_if(played.begin(), played.end(), [](int s) { return s != 0; });
  CHECK(first - played.begin() >= 2205);
  // A fast device may outrun the writer: leave the gaps out, count them.
  std::vector<std::int16_t> heard(first, played.end());
  const PlayerReport report = player->report();
  CHECK(report.played == 100000);
  CHECK(player->heard() == 100000);
  if (report.starved_frames == 0) {
    REQUIRE(heard.size() > samples.size());
    CHECK(std::equal(samples.begin(), samples.end(), heard.begin()));
  }
  const auto last = std::find_if(played.rbegin(), played.rend(), [](int s) { return s != 0; });
  CHECK(last - played.rbegin() >= 1103 + 441);  // 50 ms and one block
  CHECK(stage->closes == 1);
}

TEST_CASE("a device with another rate gets all of it at that rate", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  stage->rate = 48000;
  const auto player = player_on(stage);
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(write_in_pieces(*player, sound(22050), 3000));
  REQUIRE(player->finish());
  CHECK(player->report().played == 22050);
  CHECK(player->heard() == 22050);
  CHECK(stage->size() >= 48000 + 2400);
}

TEST_CASE("silence because synthesis is late is counted, and nothing is lost", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const std::vector<std::int16_t> samples = sound(10000);
  const auto player = player_on(stage);
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(player->write(std::span(samples).first(5000)));
  while (stage->size() < 20000) std::this_thread::sleep_for(1ms);
  REQUIRE(player->write(std::span(samples).subspan(5000)));
  REQUIRE(player->finish());
  const PlayerReport report = player->report();
  CHECK(report.played == 10000);
  CHECK(report.starved_frames >= 10000);
  // The silence lies where the writer was waited for; on a busy machine also elsewhere.
  const std::vector<std::int16_t> played = stage->copy();
  REQUIRE(played.size() > 10000 + static_cast<std::size_t>(report.starved_frames));
  const auto sounding = [](std::vector<std::int16_t> all) {
    std::erase(all, 0);
    return all;
  };
  CHECK(sounding(played) == sounding(samples));
}

TEST_CASE("waiting for the first words is no underrun", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const auto player = player_on(stage, 50ms);
  REQUIRE(player->begin(Format{22050}));
  while (stage->size() < 10000) std::this_thread::sleep_for(1ms);
  REQUIRE(player->write(sound(8000)));
  REQUIRE(player->finish());
  CHECK(player->report().starved_frames == 0);
}

TEST_CASE("what is heard never falls and never runs ahead of what was handed over", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const auto player = player_on(stage);
  REQUIRE(player->begin(Format{22050}));
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0;
  std::thread listener([&] {
    for (Frames before = 0; !done;) {
      const Frames now = player->heard();
      if (now < before || now > 60000) ++wrong;
      before = now;
    }
  });
  const Result<void> written = write_in_pieces(*player, sound(60000), 2000);
  const Result<void> finished = written ? player->finish() : written;
  done = true;
  listener.join();
  REQUIRE(finished);
  CHECK(wrong == 0);
  CHECK(player->heard() == 60000);
}

TEST_CASE("a device that goes away is said to be gone", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const auto player = player_on(stage);
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(player->write(sound(5000)));
  stage->unplugged = true;
  const Result<void> result = GENERATE(true, false) ? write_until_failure(*player) : player->finish();
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::no_device);
  CHECK_FALSE(result.error().hint.empty());
}

TEST_CASE("a device that no longer asks for sound is given up", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const auto player = player_on(stage, 0ms, kImpatient);
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(player->write(sound(5000)));
  stage->frozen = true;
  const Result<void> result = GENERATE(true, false) ? write_until_failure(*player) : player->finish();
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::no_device);
}

TEST_CASE("a sound system that hangs is left behind", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  stage->hang = GENERATE(Stage::Hang::initialise, Stage::Hang::open, Stage::Hang::start);
  {
    const auto player = player_on(stage, 0ms, kImpatient);
    REQUIRE(player->begin(Format{22050}));
    const Result<void> result = write_until_failure(*player);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::no_device);
    CHECK(stage->closes == 0);
  }
  CHECK(left_a_thread_behind());
  stage->let_go();
  while (stage->closes == 0) std::this_thread::sleep_for(1ms);
}

TEST_CASE("a server that hangs at the stop does not hold up the listener", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  stage->hang = Stage::Hang::stop;
  {
    const auto player = player_on(stage, 0ms, kImpatient);
    REQUIRE(player->begin(Format{22050}));
    REQUIRE(player->write(sound(5000)));
    player->discard();
  }
  stage->let_go();
  while (stage->closes == 0) std::this_thread::sleep_for(1ms);
}

TEST_CASE("no device is an error of the first write", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  stage->no_device = true;
  const auto player = player_on(stage);
  Result<void> result = player->begin(Format{22050});
  if (result) result = player->write(sound(100));
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::no_device);
}

TEST_CASE("cancel() ends a blocked write and the sound", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  const auto player = player_on(stage);
  REQUIRE(player->begin(Format{22050}));
  REQUIRE(player->write(sound(5000)));
  stage->frozen = true;  // the ring fills up
  std::thread other([&] {
    std::this_thread::sleep_for(20ms);
    player->cancel();
  });
  const Result<void> result = write_until_failure(*player);
  other.join();
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::interrupted);
  while (stage->stops == 0) std::this_thread::sleep_for(1ms);
  CHECK(player->finish().error().code == ErrorCode::interrupted);
}

TEST_CASE("a player that is not used, or has nothing to play, ends quietly", "[audio][player]") {
  const auto stage = std::make_shared<Stage>();
  {
    const auto player = player_on(stage);
    if (GENERATE(true, false)) {
      REQUIRE(player->begin(Format{22050}));
      REQUIRE(player->finish());
      CHECK(player->heard() == 0);
      CHECK(player->report().played == 0);
    }
  }
  CHECK(stage->size() == 0);
  CHECK(stage->closes == 1);
}
