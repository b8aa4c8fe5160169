// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/player.h"

#include <readerwriterqueue/readerwritercircularbuffer.h>
#include <semaphore.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "audio/rate_converter.h"
#include "audio/resampler.h"
#include "audio/sound_device.h"
#include "loa/base/message.h"

namespace loa::audio {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Clock = std::chrono::steady_clock;

/// Wakes one waiting thread. notify() may be called in a signal handler and in the
/// device's callback, which a condition variable may not.
class Event {
 public:
  Event() { sem_init(&semaphore_, 0, 0); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { sem_destroy(&semaphore_); }

  void notify() noexcept { sem_post(&semaphore_); }
  void wait_for(milliseconds limit) {
    timespec until{};
    clock_gettime(CLOCK_MONOTONIC, &until);
    const auto end = nanoseconds(until.tv_nsec) + limit;
    until.tv_sec += static_cast<time_t>(end / std::chrono::seconds(1));
    until.tv_nsec = static_cast<long>((end % std::chrono::seconds(1)).count());
    if (sem_clockwait(&semaphore_, CLOCK_MONOTONIC, &until) != 0) return;
    while (sem_trywait(&semaphore_) == 0) {  // one look at the state serves all calls so far
    }
  }

 private:
  sem_t semaphore_;
};

/// Measures how long something has not moved, in what this process could see: the
/// time in which it was itself stopped (Ctrl-Z, a sleeping laptop) does not count.
class StallWatch {
 public:
  bool exceeded(std::uint64_t progress, milliseconds limit) {
    const auto now = Clock::now();
    if (progress != progress_) {
      progress_ = progress;
      stalled_ = nanoseconds(0);
    } else {
      stalled_ += std::min<nanoseconds>(now - last_, milliseconds(100));
    }
    last_ = now;
    return stalled_ > limit;
  }
  void restart() { progress_ = ~std::uint64_t{0}; }

 private:
  std::uint64_t progress_ = ~std::uint64_t{0};
  nanoseconds stalled_{0};
  Clock::time_point last_ = Clock::now();
};

struct Block {
  std::uint32_t size = 0;
  std::array<std::int16_t, 256> samples;
};

/// 1.4 s at 48 kHz, 3 s at 22,050 Hz: how long synthesis may be held up unheard.
constexpr std::size_t kRingBlocks = 256;
/// Sound that is there before the first of it is handed over.
constexpr milliseconds kAhead{60};
constexpr milliseconds kTick{20};
std::atomic<bool> thread_left_behind = false;

Frames frames_in(nanoseconds duration, int rate) {
  return static_cast<Frames>(std::ceil(std::chrono::duration<double>(duration).count() * rate));
}

/// What the writer, the control thread and the device's callback share. It lives as
/// long as the last of them: a control thread left behind in a hung call keeps it.
class Session final : public SoundSource {
 public:
  enum class State : unsigned char { preparing, opened, running, over };

  Session(PlayerOptions player_options, std::unique_ptr<SoundDevice> sound_device)
      : options(std::move(player_options)), device(std::move(sound_device)) {}

  // --- the device's callback

  bool render(std::span<std::int16_t> out, nanoseconds delay, bool underflow) noexcept override {
    callbacks.fetch_add(1, std::memory_order_relaxed);
    if (stop.load(std::memory_order_relaxed)) {
      std::fill(out.begin(), out.end(), std::int16_t{0});
      return false;
    }
    if (underflow && handed_ > 0) underflows.fetch_add(1, std::memory_order_relaxed);

    std::size_t filled = 0;
    const auto silence = [&](Frames frames) {
      const auto count = std::min(static_cast<std::size_t>(frames), out.size() - filled);
      std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(filled), count, std::int16_t{0});
      filled += count;
      return static_cast<Frames>(count);
    };
    if (lead_in_left_ > 0) lead_in_left_ -= silence(lead_in_left_);
    set_clock(delay, filled);

    while (filled < out.size()) {
      const bool complete = ended.load(std::memory_order_acquire);  // before the ring is looked at
      if (handed_ == 0 && !complete && !enough_ahead()) {
        silence(static_cast<Frames>(out.size()));
        break;
      }
      if (taken_ < current_.size || next_block()) {
        const std::size_t count = std::min<std::size_t>(current_.size - taken_, out.size() - filled);
        std::copy_n(current_.samples.begin() + static_cast<std::ptrdiff_t>(taken_), count,
                    out.begin() + static_cast<std::ptrdiff_t>(filled));
        filled += count;
        taken_ += count;
        handed_ += static_cast<Frames>(count);
        continue;
      }
      if (complete) {
        // Where the device stops, it drops what it still holds: push it out with silence.
        if (tail_left_ < 0)
          tail_left_ = frames_in(std::max(latency, delay), device_rate) + 2 * static_cast<Frames>(out.size());
        tail_left_ -= silence(tail_left_);
        if (tail_left_ > 0) break;
        silence(static_cast<Frames>(out.size()));
        handed.store(handed_, std::memory_order_relaxed);
        completed.store(true, std::memory_order_release);
        return false;
      }
      const Frames missing = silence(static_cast<Frames>(out.size()));
      if (handed_ > 0) starved.fetch_add(missing, std::memory_order_relaxed);
    }
    handed.store(handed_, std::memory_order_relaxed);
    for_writer.notify();
    return true;
  }

  void stopped() noexcept override {
    device_stopped.store(true, std::memory_order_release);
    for_writer.notify();
    for_control.notify();
  }

  // --- the control thread

  void control() {
    if (Result<void> played = open_and_play(); !played && !stop) {
      const std::lock_guard lock(mutex_);
      failure_ = std::move(played).error();
      failed = true;
    }
    device->close();
    state = State::over;
    for_writer.notify();
  }

  // --- any thread

  /// Async-signal-safe.
  void request_stop() noexcept {
    std::int64_t running = 0;
    stopped_at_.compare_exchange_strong(running, now_ns(), std::memory_order_relaxed);
    stop.store(true, std::memory_order_relaxed);
    for_control.notify();
    for_writer.notify();
  }

  Error failure() {
    const std::lock_guard lock(mutex_);
    return failure_;
  }

  /// Frames of the device's rate that were heard.
  Frames heard_frames() const {
    const std::int64_t origin = clock_origin_.load(std::memory_order_relaxed);
    if (origin == 0) return 0;
    const std::int64_t stopped_at = stopped_at_.load(std::memory_order_relaxed);
    const std::chrono::duration<double> since(
        nanoseconds((stopped_at != 0 ? stopped_at : now_ns()) - origin));
    const auto frames = static_cast<Frames>(since.count() * device_rate);
    return std::clamp<Frames>(frames, 0, handed.load(std::memory_order_relaxed));
  }

  const PlayerOptions options;
  const std::unique_ptr<SoundDevice> device;
  // Of the library's two queues the one without fences, which ThreadSanitizer cannot follow.
  // Only the calls that never wait are used.
  moodycamel::BlockingReaderWriterCircularBuffer<Block> ring{kRingBlocks};
  Event for_writer, for_control;

  int wanted_rate = 0;  // set by the writer before `begun`
  std::atomic<bool> begun = false;
  int device_rate = 0;    // set by the control thread before `opened`
  nanoseconds latency{};  // likewise
  std::atomic<State> state = State::preparing;

  std::atomic<bool> stop = false;       // at once
  std::atomic<bool> ended = false;      // the ring has the last sample
  std::atomic<bool> failed = false;     // failure() says why
  std::atomic<bool> completed = false;  // the tail was handed over
  std::atomic<bool> device_stopped = false;
  std::atomic<Frames> queued = 0;  // into the ring, so far
  std::atomic<Frames> handed = 0;  // to the device, without lead-in and tail
  std::atomic<Frames> starved = 0;
  std::atomic<unsigned> underflows = 0;
  std::atomic<std::uint64_t> callbacks = 0;

 private:
  static std::int64_t now_ns() noexcept {
    return std::chrono::duration_cast<nanoseconds>(Clock::now().time_since_epoch()).count();
  }

  bool next_block() noexcept {
    taken_ = 0;
    if (ring.try_dequeue(current_)) return true;
    current_.size = 0;
    return false;
  }

  bool enough_ahead() const noexcept { return queued >= frames_in(kAhead, device_rate); }

  /// The instant at which frame 0 would have been heard had all gone without a gap until
  /// now: one number, so that a reader in another thread never sees half of a change.
  void set_clock(nanoseconds delay, std::size_t frames_before) noexcept {
    const double played_before = static_cast<double>(handed_ - static_cast<Frames>(frames_before));
    clock_origin_.store(
        now_ns() + delay.count() - static_cast<std::int64_t>(played_before * 1e9 / device_rate),
        std::memory_order_relaxed);
  }

  Result<void> open_and_play() {
    LOA_TRY(device->initialise());
    while (!begun.load(std::memory_order_acquire)) {
      if (stop) return {};
      for_control.wait_for(milliseconds(200));
    }
    LOA_TRY_ASSIGN(const OpenedDevice opened, device->open(options.device, wanted_rate, *this));
    device_rate = opened.sample_rate;
    latency = opened.latency;
    lead_in_left_ = frames_in(options.lead_in, device_rate);
    state = State::opened;
    for_writer.notify();

    // A lead-in can play while the first words are still being made.
    while (!stop && lead_in_left_ == 0 && !enough_ahead() && !ended) for_control.wait_for(milliseconds(200));
    if (stop) return {};
    state = State::running;
    LOA_TRY(device->start());
    while (!stop && !device_stopped) for_control.wait_for(milliseconds(200));
    device->stop();
    return {};
  }

  // Of the callback, and before it of the control thread.
  Frames lead_in_left_ = 0;
  Frames tail_left_ = -1;
  Frames handed_ = 0;
  Block current_;          // out of the ring
  std::size_t taken_ = 0;  // of it

  std::atomic<std::int64_t> clock_origin_ = 0;
  std::atomic<std::int64_t> stopped_at_ = 0;  // 0: running
  std::mutex mutex_;
  Error failure_;
};

class DevicePlayer final : public Player {
 public:
  DevicePlayer(PlayerOptions options, std::unique_ptr<SoundDevice> device, PlayerLimits limits)
      : session_(std::make_shared<Session>(std::move(options), std::move(device))), limits_(limits) {
    // At once: finding the devices takes 30 to 165 ms, which the first sentence takes as well.
    control_ = std::thread([session = session_] { session->control(); });
  }
  ~DevicePlayer() override { discard(); }

  Result<void> begin(const Format& format) override {
    if (format.sample_rate <= 0) return Error{ErrorCode::usage, tr("a sample rate must be above zero")};
    rate_ = format.sample_rate;
    session_->wanted_rate = rate_;
    session_->begun.store(true, std::memory_order_release);
    session_->for_control.notify();
    if (session_->failed) return session_->failure();
    return {};
  }

  Result<void> write(std::span<const std::int16_t> samples) override {
    LOA_TRY(wait_until_opened());
    if (!converter_) return enqueue(samples);
    converted_.clear();
    LOA_TRY(converter_->convert(samples, converted_));
    return enqueue(converted_);
  }

  Result<void> finish() override {
    if (written_any_) {
      if (converter_) {
        converted_.clear();
        LOA_TRY(converter_->flush(converted_));
        LOA_TRY(enqueue(converted_));
      }
      session_->ended.store(true, std::memory_order_release);
      session_->for_control.notify();
      LOA_TRY(wait_for([this] { return session_->device_stopped && session_->completed; }));
      all_heard_ = true;
    }
    if (session_->stop) return Error{ErrorCode::interrupted, tr("interrupted")};
    end_session();
    return {};
  }

  void discard() noexcept override { end_session(); }

  void cancel() noexcept override { session_->request_stop(); }

  Frames heard() const override {
    Frames frames = 0;
    const Session::State state = session_->state;
    if (state == Session::State::running || state == Session::State::over)
      frames = to_stream_rate(all_heard_ ? session_->handed.load() : session_->heard_frames());
    Frames known = heard_.load(std::memory_order_relaxed);
    while (frames > known && !heard_.compare_exchange_weak(known, frames, std::memory_order_relaxed)) {
    }
    return std::max(frames, known);
  }

  PlayerReport report() const override {
    PlayerReport report;
    report.played = to_stream_rate(session_->handed);
    report.starved_frames = to_stream_rate(session_->starved);
    report.underflows = session_->underflows;
    return report;
  }

 private:
  Frames to_stream_rate(Frames frames) const {
    return frames == 0 ? 0 : resampled_frames(frames, session_->device_rate, rate_);
  }

  /// Waits for `ready`, and for nothing that will not come.
  template <class Ready>
  Result<void> wait_for(Ready ready) {
    watch_.restart();
    for (;;) {
      if (session_->stop) return Error{ErrorCode::interrupted, tr("interrupted")};
      if (session_->failed) return session_->failure();
      if (ready()) return {};
      if (session_->device_stopped && !session_->completed) return lost(tr("the sound device has gone away"));
      if (stalled())
        return lost(session_->state == Session::State::running ? tr("the sound device no longer takes sound")
                                                               : tr("the sound system does not answer"));
      session_->for_writer.wait_for(kTick);
    }
  }

  bool stalled() {
    const std::uint64_t callbacks = session_->callbacks;
    switch (session_->state) {
      case Session::State::preparing:
        return watch_.exceeded(0, limits_.open);
      case Session::State::opened:
        // Waiting for sound of ours: the control thread starts the device as soon as there is enough.
        return watch_.exceeded(1, limits_.open);
      case Session::State::running:
      case Session::State::over:
        break;
    }
    return watch_.exceeded(2 + callbacks, callbacks == 0 ? limits_.first_block : limits_.next_block);
  }

  static Error lost(std::string message) {
    return Error{ErrorCode::no_device, std::move(message)}.with_hint(
        tr("to get a file instead of sound: loa render -o bulletin.wav FILE"));
  }

  Result<void> wait_until_opened() {
    if (written_any_) return {};
    if (rate_ == 0) return Error{ErrorCode::internal, "write() without begin()"};
    LOA_TRY(wait_for([this] { return session_->state != Session::State::preparing; }));
    if (session_->device_rate != rate_) {
      LOA_TRY_ASSIGN(converter_, RateConverter::create(rate_, session_->device_rate));
    }
    written_any_ = true;
    return {};
  }

  Result<void> enqueue(std::span<const std::int16_t> samples) {
    while (!samples.empty()) {
      Block block;
      const std::size_t count = std::min(samples.size(), block.samples.size());
      block.size = static_cast<std::uint32_t>(count);
      std::copy_n(samples.begin(), count, block.samples.begin());
      if (session_->stop || session_->failed || !session_->ring.try_enqueue(block)) {
        LOA_TRY(wait_for([&] { return session_->ring.try_enqueue(block); }));
      }
      session_->queued += static_cast<Frames>(count);
      if (session_->state == Session::State::opened) session_->for_control.notify();
      samples = samples.subspan(count);
    }
    return {};
  }

  /// Stops the sound and the control thread, or leaves a hung one behind.
  void end_session() noexcept {
    if (!control_.joinable()) return;
    session_->request_stop();
    const auto end = Clock::now() + limits_.close;
    while (session_->state != Session::State::over && Clock::now() < end)
      session_->for_writer.wait_for(kTick);
    if (session_->state == Session::State::over) {
      control_.join();
    } else {
      thread_left_behind = true;
      control_.detach();
    }
  }

  const std::shared_ptr<Session> session_;
  const PlayerLimits limits_;
  std::thread control_;
  int rate_ = 0;
  bool written_any_ = false;
  std::atomic<bool> all_heard_ = false;
  mutable std::atomic<Frames> heard_ = 0;
  std::optional<RateConverter> converter_;
  std::vector<std::int16_t> converted_;
  StallWatch watch_;
};

/// Shared with a thread that may be left behind.
struct DeviceSearch {
  std::unique_ptr<SoundDevice> device;
  std::optional<Result<std::vector<Device>>> found;
  std::atomic<bool> done = false;
  Event event;
};

}  // namespace

std::unique_ptr<Player> make_player(PlayerOptions options, std::unique_ptr<SoundDevice> device,
                                    PlayerLimits limits) {
  return std::make_unique<DevicePlayer>(std::move(options), std::move(device), limits);
}

std::unique_ptr<Player> make_player(PlayerOptions options) {
  return make_player(std::move(options), portaudio_device(), PlayerLimits{});
}

Result<std::vector<Device>> devices() {
  const auto search = std::make_shared<DeviceSearch>();
  search->device = portaudio_device();
  std::thread([search] {
    if (Result<void> ready = search->device->initialise(); !ready)
      search->found.emplace(std::move(ready).error());
    else
      search->found.emplace(search->device->list());
    search->device->close();
    search->done = true;
    search->event.notify();
  }).detach();
  const auto end = Clock::now() + PlayerLimits{}.open;
  while (!search->done && Clock::now() < end) search->event.wait_for(kTick);
  if (!search->done) {
    thread_left_behind = true;
    return Error{ErrorCode::no_device, tr("the sound system does not answer")};
  }
  return *std::move(search->found);
}

bool left_a_thread_behind() noexcept { return thread_left_behind; }

}  // namespace loa::audio
