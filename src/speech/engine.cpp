// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <utility>

#include "loa/base/message.h"
#include "speech/process.h"
#include "speech/speech_process.h"
#include "speech/wire.h"

namespace loa::speech {
namespace {
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kWorkerSilence{5'000};  // a worker without a sample for so long hangs
constexpr milliseconds kStartLimit{10'000};    // for the engine's start and a voice
constexpr milliseconds kSlice{500};
constexpr std::size_t kMostWaiting = 5'000'000;         // samples kept of all units whose turn has not come
constexpr std::size_t kPiece = 131'072;                 // samples handed on at a time, about
constexpr std::size_t kMostSpare = 4;                   // pieces kept to be filled again
constexpr int kSocketBuffer = 1 << 20;                  // bytes; the system gives what it allows
constexpr std::size_t kChunk = std::size_t{256} << 10;  // received at a time
constexpr std::uint32_t kMostAttempts = 4;              // for each phrase: idle workers may be dead as well

/// Adds up time spent waiting. A wait counts as one slice at most, so a program
/// that was stopped or a machine that slept does not look like a hang.
class Patience {
 public:
  void reset() { spent_ = {}; }
  void add(Clock::duration waited) {
    spent_ += std::min(std::chrono::duration_cast<milliseconds>(waited), 2 * kSlice);
  }
  [[nodiscard]] bool over(milliseconds limit) const { return spent_ >= limit; }

 private:
  milliseconds spent_{};
};

/// A unit on its way.
struct InFlight {
  Unit unit;
  std::deque<Audio> ready;  // received and not yet handed on
  std::size_t waiting = 0;  // samples in them
  UnitReport report;
  bool done = false;

  // The worker that speaks it, if any.
  Fd socket;
  pid_t worker = 0;            // 0 until it has said who it is
  std::string rest;            // of a record that has not come whole
  std::uint32_t task_end = 0;  // the phrase behind the last one that it has to speak
  Patience silence;

  // How far it has come. A phrase may be spoken twice: what was handed on is not repeated.
  std::uint32_t phrase = 0;
  std::uint32_t attempts = 0;     // of `phrase` that failed
  bool phrase_by_phrase = false;  // after a worker died
  Frames phrase_begin = 0;        // in the unit
  Frames phrase_frames = 0;       // handed on, of `phrase`
  Frames attempt_frames = 0;      // made by this worker, of `phrase`
  std::uint32_t next_word = 0;

  [[nodiscard]] bool finished() const { return phrase == unit.phrases.size(); }
  [[nodiscard]] bool has_piece() const { return done || !ready.empty(); }
};

bool spans_fit(const Phrase& phrase) {
  std::size_t last = 0;
  for (const Span word : phrase.words) {
    if (word.begin < last || word.end < word.begin || word.end > phrase.text.size()) return false;
    last = word.end;
  }
  return true;
}

Error explain(const wire::Reply& reply, const VoiceSettings& settings) {
  const char* install = tr("install the Debian package espeak-ng-data");
  const auto error = [&](std::string message, std::string hint) {
    return Error{ErrorCode::no_device, std::move(message)}.with_hint(std::move(hint));
  };
  switch (reply.status) {
    case wire::Status::no_data:
      return error(reply.subject.empty() ? std::string(tr("the data of eSpeak NG is missing"))
                                         : trf("the data of eSpeak NG is missing: {}", reply.subject),
                   install);
    case wire::Status::incomplete_data:
      return error(trf("the data of eSpeak NG is incomplete: {} is missing", reply.subject), install);
    case wire::Status::other_data:
      return error(trf("eSpeak NG did not take its data from {} but from {}", reply.subject, reply.data_path),
                   install);
    case wire::Status::no_variant:
      return error(
          trf("eSpeak NG has no voice variant \"{}\" (voice \"{}\")", reply.subject, settings.voice),
          trf("variants are files in {}/voices/!v, from the Debian package espeak-ng-data", reply.data_path));
    case wire::Status::no_voice:
    case wire::Status::ok:
      break;
  }
  return error(
      trf("eSpeak NG has no voice \"{}\"", reply.subject),
      tr("\"loa voices\" lists the voices; those of eSpeak NG are in the Debian package espeak-ng-data"));
}

Error gone() {
  return Error{ErrorCode::engine, tr("the speech engine died and could not be started again")}.with_hint(
      tr("try again; if it happens again, reinstall the Debian packages libespeak-ng1 and espeak-ng-data"));
}

Error interrupted() { return {ErrorCode::interrupted, tr("interrupted")}; }

}  // namespace

struct Engine::Impl {
  SpeechProcess process, standby;
  Fd cancelled;
  VoiceSettings settings;
  bool asked = false;       // `settings` were sent to `process` and not yet answered
  bool configured = false;  // and answered well
  wire::Reply reply;
  unsigned jobs = 1;
  std::deque<std::unique_ptr<InFlight>> units;
  std::vector<char> chunk;                       // what is received, kept so that its memory is touched once
  std::vector<std::vector<std::int16_t>> spare;  // of pieces that were given back, for the same reason

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (units.empty() && configured) process.leave();
  }

  // --- the speech process

  void ask(const VoiceSettings& wanted) {
    settings = wanted;
    configured = false;
    asked = true;
    // A dead process is noticed when the answer is waited for.
    for (const std::string& request : {wire::jobs_request(jobs), wire::configure_request(settings)})
      (void)!send(process.control.get(), request.data(), request.size(), MSG_NOSIGNAL);
  }

  /// Waits for the answer to ask(); a process that dies or hangs is replaced.
  Result<void> await_answer() {
    Patience patience;
    std::array<char, 16384> packet{};
    while (asked) {
      std::array<pollfd, 2> fds{{{process.control.get(), POLLIN, 0}, {cancelled.get(), POLLIN, 0}}};
      const Clock::time_point before = Clock::now();
      poll(fds.data(), fds.size(), static_cast<int>(kSlice.count()));
      if (fds[1].revents != 0) return interrupted();
      if (fds[0].revents != 0) {
        const ssize_t size = recv(process.control.get(), packet.data(), packet.size(), 0);
        if (size > 0) {
          reply = wire::decode_reply({packet.data(), static_cast<std::size_t>(size)});
          asked = false;
          break;
        }
        if (!replace_process()) return gone();
        patience.reset();
        continue;
      }
      patience.add(Clock::now() - before);
      if (patience.over(kStartLimit)) {
        if (!replace_process()) return gone();
        patience.reset();
      }
    }
    configured = reply.status == wire::Status::ok;
    if (!configured) return explain(reply, settings);
    return {};
  }

  /// Puts the standby in the place of the process and tells it the settings. False when there is none left.
  bool replace_process() {
    process.end();
    if (!standby) return false;
    process = std::move(standby);
    ask(settings);
    return true;
  }

  /// The process has died under its workers: all of them are gone, and their tasks are given out again.
  Result<void> recover() {
    for (const auto& unit : units) {
      if (!unit->socket) continue;
      unit->socket.reset();
      ++unit->report.retries;
      unit->phrase_by_phrase = true;
    }
    if (!replace_process()) return gone();
    return await_answer();
  }

  // --- units

  [[nodiscard]] unsigned speaking() const {
    return static_cast<unsigned>(
        std::count_if(units.begin(), units.end(), [](const auto& unit) { return bool{unit->socket}; }));
  }

  Result<void> dispatch() {
    unsigned busy = speaking();
    for (const auto& unit : units) {
      if (busy >= jobs) break;
      if (unit->done || unit->socket) continue;
      if (!send_task(*unit)) {
        LOA_TRY(recover());
        return dispatch();
      }
      ++busy;
    }
    return {};
  }

  bool send_task(InFlight& unit) {
    SocketPair pair = make_socket_pair(SOCK_STREAM);
    if (!pair.ours) return false;
    const timeval limit{kStartLimit.count() / 1000, 0};
    setsockopt(pair.ours.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    // So that a worker can go on while this process is busy or has to wait for a core.
    setsockopt(pair.theirs.get(), SOL_SOCKET, SO_SNDBUF, &kSocketBuffer, sizeof kSocketBuffer);
    unit.task_end =
        unit.phrase_by_phrase ? unit.phrase + 1 : static_cast<std::uint32_t>(unit.unit.phrases.size());
    const std::string task = wire::encode(unit.unit, unit.phrase, unit.task_end);
    wire::Writer size;
    size.number(static_cast<std::uint64_t>(task.size()));
    if (!send_descriptor(process.tasks.get(), pair.theirs.get())) return false;
    pair.theirs.reset();
    if (!send_all(pair.ours.get(), size.bytes() + task)) return false;
    unit.socket = std::move(pair.ours);
    unit.worker = 0;
    unit.rest.clear();
    unit.attempt_frames = 0;
    unit.silence.reset();
    return true;
  }

  /// Takes what the worker has sent. Returns false when it is gone.
  bool read_from(InFlight& unit) {
    // A record that was cut off is kept in front of what follows it.
    if (chunk.size() < unit.rest.size() + kChunk) chunk.resize(unit.rest.size() + kChunk);
    std::memcpy(chunk.data(), unit.rest.data(), unit.rest.size());
    ssize_t got = 0;
    do got = recv(unit.socket.get(), chunk.data() + unit.rest.size(), kChunk, MSG_DONTWAIT);
    while (got < 0 && errno == EINTR);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return true;
    if (got <= 0) return false;
    unit.silence.reset();
    const std::string_view bytes(chunk.data(), unit.rest.size() + static_cast<std::size_t>(got));
    std::size_t at = 0;
    for (wire::Record record; bytes.size() - at >= sizeof record;) {
      std::memcpy(&record, bytes.data() + at, sizeof record);
      if (bytes.size() - at - sizeof record < record.bytes) break;
      take(unit, record, bytes.data() + at + sizeof record);
      at += sizeof record + record.bytes;
    }
    unit.rest = bytes.substr(at);
    return true;
  }

  void take(InFlight& unit, const wire::Record& record, const char* bytes) {
    switch (record.type) {
      case wire::RecordType::hello:
        unit.worker = static_cast<pid_t>(record.count);
        break;
      case wire::RecordType::samples:
      case wire::RecordType::silence:
        take_frames(unit, record, bytes);
        break;
      case wire::RecordType::words:
        take_words(unit, record, bytes);
        break;
      case wire::RecordType::phrase_end:
        end_phrase(unit, bytes);
        break;
    }
  }

  /// The piece that is being received. A unit that waits is kept in several, since
  /// to make one ever larger means to copy it again and again.
  Audio& piece_of(InFlight& unit) {
    if (!unit.ready.empty() && unit.ready.back().samples.size() < kPiece) return unit.ready.back();
    Audio& piece = unit.ready.emplace_back();
    if (spare.empty()) {
      piece.samples.reserve(kPiece + kChunk / sizeof(std::int16_t));
    } else {
      piece.samples = std::move(spare.back());
      spare.pop_back();
    }
    return piece;
  }

  void take_frames(InFlight& unit, const wire::Record& record, const char* bytes) {
    // The head of a phrase that an earlier worker died in has been handed on already.
    const Frames known = std::clamp<Frames>(unit.phrase_frames - unit.attempt_frames, 0, record.count);
    unit.attempt_frames += record.count;
    const std::size_t fresh = record.count - static_cast<std::size_t>(known);
    if (fresh == 0) return;
    std::vector<std::int16_t>& samples = piece_of(unit).samples;
    if (record.type == wire::RecordType::samples) {
      // All records are of even size, so samples lie where they may be read in place.
      const auto* made = reinterpret_cast<const std::int16_t*>(bytes) + known;
      samples.insert(samples.end(), made, made + fresh);
    } else {
      samples.resize(samples.size() + fresh);
    }
    unit.waiting += fresh;
    unit.phrase_frames += static_cast<Frames>(fresh);
  }

  void take_words(InFlight& unit, const wire::Record& record, const char* bytes) {
    for (std::uint32_t i = 0; i < record.count; ++i) {
      wire::WordRecord word;
      std::memcpy(&word, bytes + i * sizeof word, sizeof word);
      if (word.word < unit.next_word) continue;
      unit.next_word = word.word + 1;
      piece_of(unit).words.push_back({unit.phrase, word.word, unit.phrase_begin + word.frame});
    }
  }

  void end_phrase(InFlight& unit, const char* bytes) {
    wire::PhraseRecord end;
    std::memcpy(&end, bytes, sizeof end);
    UnitReport& report = unit.report;
    report.words_interpolated += end.interpolated;
    report.words_lost += end.lost;
    report.events_dropped += end.dropped;
    report.gated += end.gated;
    if (end.failed != 0) report.lost_phrases.push_back(unit.phrase);
    next_phrase(unit);
    if (unit.phrase == unit.task_end) unit.socket.reset();
  }

  static void next_phrase(InFlight& unit) {
    unit.phrase_begin += unit.phrase_frames;
    ++unit.phrase;
    unit.attempts = 0;
    unit.phrase_frames = unit.attempt_frames = 0;
    unit.next_word = 0;
    unit.done = unit.finished();
  }

  /// The worker died or was ended in the middle of a phrase.
  void fail(InFlight& unit) {
    unit.socket.reset();
    unit.phrase_by_phrase = true;
    ++unit.report.retries;
    if (++unit.attempts < kMostAttempts) return;
    const Phrase& phrase = unit.unit.phrases[unit.phrase];
    unit.report.lost_phrases.push_back(unit.phrase);
    unit.report.words_lost += phrase.words.size() - unit.next_word;
    const Frames pause = std::max<Frames>(phrase.pause_after.count(), 0) * reply.sample_rate / 1000;
    std::vector<std::int16_t>& samples = piece_of(unit).samples;
    samples.resize(samples.size() + static_cast<std::size_t>(pause));
    unit.waiting += static_cast<std::size_t>(pause);
    unit.phrase_frames += pause;
    next_phrase(unit);
  }

  /// Waits for the workers for a moment and takes what they have sent.
  Result<void> pump() {
    std::vector<pollfd> fds{{cancelled.get(), POLLIN, 0}, {process.control.get(), POLLIN, 0}};
    std::vector<InFlight*> asked_units;
    // Beyond what may wait, workers are left to wait themselves, but for the one that is listened to.
    std::size_t waiting = 0;
    for (const auto& unit : units) waiting += unit->waiting;
    for (const auto& unit : units) {
      if (!unit->socket || (unit != units.front() && waiting > kMostWaiting)) continue;
      fds.push_back({unit->socket.get(), POLLIN, 0});
      asked_units.push_back(unit.get());
    }
    const Clock::time_point before = Clock::now();
    poll(fds.data(), fds.size(), static_cast<int>(kSlice.count()));
    const Clock::duration waited = Clock::now() - before;
    if (fds[0].revents != 0) return interrupted();
    bool process_hangs = false;
    for (std::size_t i = 0; i < asked_units.size(); ++i) {
      InFlight& unit = *asked_units[i];
      if (fds[i + 2].revents != 0) {
        if (!read_from(unit)) fail(unit);
      } else {
        unit.silence.add(waited);
        if (!unit.silence.over(kWorkerSilence)) continue;
        // Its end of the socket is open, so the worker lives and its number is its own.
        // Without a word from any worker it is the speech process that makes none.
        if (unit.worker > 0) kill(unit.worker, SIGKILL);
        process_hangs = process_hangs || unit.worker == 0;
        if (unit.worker > 0) fail(unit);
      }
    }
    if (fds[1].revents != 0 || process_hangs) return recover();
    return {};
  }
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::start(const std::string& data_path) {
  auto impl = std::make_unique<Impl>();
  impl->cancelled = Fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!impl->cancelled) return Error{ErrorCode::no_device, tr("cannot start the speech process")};
  LOA_TRY_ASSIGN(impl->process, fork_speech_process(data_path, false));
  // A second one can only be forked now, while nothing else has been touched.
  LOA_TRY_ASSIGN(impl->standby, fork_speech_process(data_path, true));
  return Engine(std::move(impl));
}

void Engine::prepare(const VoiceSettings& settings) {
  const bool known = (impl_->asked || impl_->configured) && impl_->settings == settings;
  if (!known && !impl_->asked && impl_->units.empty()) impl_->ask(settings);
}

Result<void> Engine::configure(const VoiceSettings& settings) {
  if (!impl_->units.empty()) return Error{ErrorCode::internal, "Engine::configure with units in flight"};
  if (impl_->asked && !(impl_->settings == settings)) (void)impl_->await_answer();
  prepare(settings);
  return impl_->await_answer();
}

void Engine::discard() {
  for (const auto& unit : impl_->units)
    if (unit->socket && unit->worker > 0) kill(unit->worker, SIGKILL);
  impl_->units.clear();
  std::uint64_t count = 0;
  (void)!read(impl_->cancelled.get(), &count, sizeof count);
}

Result<void> Engine::submit(Unit unit) {
  if (!impl_->configured) return Error{ErrorCode::internal, "Engine::submit before configure"};
  auto entry = std::make_unique<InFlight>();
  for (const Phrase& phrase : unit.phrases) {
    if (!spans_fit(phrase))
      return Error{ErrorCode::internal, "Engine::submit: word spans do not fit their text"};
    entry->report.words_sent += phrase.words.size();
  }
  entry->unit = std::move(unit);
  entry->done = entry->finished();
  impl_->units.push_back(std::move(entry));
  return impl_->dispatch();
}

void Engine::give_back(Audio piece) {
  if (impl_->spare.size() >= kMostSpare || piece.samples.capacity() < kPiece) return;
  piece.samples.clear();
  impl_->spare.push_back(std::move(piece.samples));
}

Result<std::optional<Audio>> Engine::receive() {
  while (!impl_->units.empty()) {
    InFlight& front = *impl_->units.front();
    if (front.has_piece()) {
      Audio piece;
      if (!front.ready.empty()) {
        piece = std::move(front.ready.front());
        front.ready.pop_front();
      }
      front.waiting -= piece.samples.size();
      piece.last = front.done && front.ready.empty();
      if (piece.last) {
        piece.report = std::move(front.report);
        impl_->units.pop_front();
      }
      return std::optional<Audio>(std::move(piece));
    }
    LOA_TRY(impl_->dispatch());
    LOA_TRY(impl_->pump());
    LOA_TRY(impl_->dispatch());
  }
  return std::optional<Audio>{};
}

std::size_t Engine::in_flight() const { return impl_->units.size(); }

void Engine::set_jobs(unsigned jobs) {
  impl_->jobs = std::max(jobs, 1U);
  const std::string request = wire::jobs_request(impl_->jobs);
  (void)!send(impl_->process.control.get(), request.data(), request.size(), MSG_NOSIGNAL);
}

void Engine::cancel() noexcept {
  const std::uint64_t one = 1;
  (void)!write(impl_->cancelled.get(), &one, sizeof one);
}

int Engine::sample_rate() const { return impl_->reply.sample_rate; }
const std::string& Engine::engine_version() const { return impl_->reply.version; }
const std::string& Engine::engine_data_path() const { return impl_->reply.data_path; }

}  // namespace loa::speech
