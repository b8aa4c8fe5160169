// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/worker.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "loa/base/utf8.h"
#include "speech/espeak.h"
#include "speech/gate.h"
#include "speech/repairs.h"
#include "speech/wire.h"
#include "speech/word_tracker.h"

namespace loa::speech {
namespace {

/// The first block goes out as it comes, so that the voice starts at once; the
/// later ones are gathered, because small writes cost more than speaking.
constexpr std::size_t kFirstGathered = std::size_t{16} << 10;
constexpr std::size_t kMostGathered = std::size_t{128} << 10;

/// The stream of records to the parent.
class Outlet {
 public:
  explicit Outlet(int socket) : socket_(socket) {
    // All pages at once: faulting them in one by one costs as much as filling them.
    void* memory =
        mmap(nullptr, kCapacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (memory == MAP_FAILED) _exit(1);
    bytes_ = static_cast<char*>(memory);
  }

  void add(wire::RecordType type, std::uint32_t phrase, std::uint32_t count, const void* data,
           std::size_t size) {
    const wire::Record record{type, phrase, count, static_cast<std::uint32_t>(size)};
    put(&record, sizeof record);
    put(data, size);
  }

  void flush_when_full() {
    if (used_ < gathered_) return;
    flush();
    gathered_ = std::clamp(gathered_ * 4, kFirstGathered, kMostGathered);
  }

  void flush() {
    // Nobody listens any more: there is nothing to clean up.
    if (!send_all(socket_, {bytes_, used_})) _exit(0);
    used_ = 0;
  }

 private:
  static constexpr std::size_t kCapacity = kMostGathered + (std::size_t{16} << 10);

  void put(const void* data, std::size_t size) {
    const char* from = static_cast<const char*>(data);
    while (size > 0) {
      if (used_ == kCapacity) flush();
      const std::size_t part = std::min(size, kCapacity - used_);
      std::memcpy(bytes_ + used_, from, part);
      used_ += part;
      from += part;
      size -= part;
    }
  }

  int socket_;
  char* bytes_ = nullptr;
  std::size_t used_ = 0, gathered_ = 0;
};

class Speaker {
 public:
  Speaker(int socket, const VoiceSettings& settings, int sample_rate)
      : outlet_(socket), settings_(settings), sample_rate_(sample_rate) {
    const auto pid = static_cast<std::uint32_t>(getpid());
    outlet_.add(wire::RecordType::hello, 0, pid, nullptr, 0);
    outlet_.flush();
  }

  void speak(const wire::Task& task) {
    std::uint32_t index = task.first;
    for (const Phrase& phrase : task.unit.phrases) speak(phrase, index++);
    outlet_.flush();
  }

 private:
  void speak(const Phrase& phrase, std::uint32_t index) {
    const bool english = phrase.language == Language::english;
    const Accent accent = english ? Accent::other : accent_of(settings_.voice);
    const Repaired repaired = repair(phrase.text, phrase.words, accent);
    const Gated gated = gate(repaired.text, repaired.words);
    WordTracker tracker(gated.starts);
    frames_ = 0;
    known_.clear();
    bool failed = false;
    if (gated.has_letters) {
      failed = !switch_voice(phrase.language, phrase.delivery);
      for (std::size_t begin = 0, position = 0; begin < gated.text.size() && !failed;) {
        const std::size_t end = call_end(gated.text, begin);
        const std::string call = gated.text.substr(begin, end - begin);
        failed = !speak_call(call, static_cast<std::int64_t>(position), index, tracker);
        position += utf8::length(call);
        begin = end;
      }
    }
    const auto letters = static_cast<std::uint32_t>(utf8::length(gated.text));
    tracker.finish(frames_, letters, known_);
    put_words(index);
    if (const Frames pause = phrase.pause_after.count() * sample_rate_ / 1000; pause > 0)
      outlet_.add(wire::RecordType::silence, index, static_cast<std::uint32_t>(pause), nullptr, 0);
    const auto number = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    const wire::PhraseRecord end{number(tracker.interpolated()), number(tracker.lost()),
                                 number(tracker.dropped()), number(gated.removed), failed ? 1U : 0U};
    outlet_.add(wire::RecordType::phrase_end, index, 1, &end, sizeof end);
  }

  bool speak_call(const std::string& text, std::int64_t position, std::uint32_t index, WordTracker& tracker) {
    const Frames begin = frames_;
    return espeak::speak(
        text, [&](std::span<const std::int16_t> samples, std::span<const espeak::WordEvent> words) {
          for (const espeak::WordEvent& word : words)
            tracker.on_event(word.text_position + position, begin + word.sample, known_);
          put_words(index);
          if (samples.empty()) return;
          outlet_.add(wire::RecordType::samples, index, static_cast<std::uint32_t>(samples.size()),
                      samples.data(), samples.size_bytes());
          frames_ += static_cast<Frames>(samples.size());
          outlet_.flush_when_full();
        });
  }

  /// Where a call that begins at `begin` must end: at a blank before the engine's positions run over.
  static std::size_t call_end(const std::string& text, std::size_t begin) {
    if (text.size() - begin <= kMaxCallBytes) return text.size();
    return text.rfind(' ', begin + kMaxCallBytes) + 1;
  }

  bool switch_voice(Language language, const Delivery& delivery) {
    if (language != spoken_) {
      spoken_ = language;
      delivery_ = {};
      std::string missing;
      if (espeak::set_voice(language == Language::english ? espeak::english(settings_) : settings_,
                            missing) != wire::Status::ok)
        return false;
    }
    if (delivery != delivery_) espeak::set_delivery(settings_, delivery);
    delivery_ = delivery;
    return true;
  }

  void put_words(std::uint32_t index) {
    if (known_.empty()) return;
    records_.clear();
    for (const WordTracker::Start& start : known_) records_.push_back({start.word, 0, start.frame});
    outlet_.add(wire::RecordType::words, index, static_cast<std::uint32_t>(records_.size()), records_.data(),
                records_.size() * sizeof(wire::WordRecord));
    known_.clear();
  }

  Outlet outlet_;
  const VoiceSettings& settings_;
  int sample_rate_;
  Language spoken_ = Language::vietnamese;
  Delivery delivery_;
  Frames frames_ = 0;  // of the phrase being spoken
  std::vector<WordTracker::Start> known_;
  std::vector<wire::WordRecord> records_;
};

}  // namespace

void run_worker(Fd tasks, const VoiceSettings& settings, int sample_rate) {
  const Fd socket = receive_descriptor(tasks.get());
  tasks.reset();
  if (!socket) _exit(0);
  std::uint64_t size = 0;
  if (!receive_all(socket.get(), reinterpret_cast<char*>(&size), sizeof size)) _exit(0);
  std::string bytes(size, '\0');
  if (!receive_all(socket.get(), bytes.data(), bytes.size())) _exit(0);
  const wire::Task task = wire::decode_task(bytes);
  if (!task.ok) _exit(1);
  Speaker(socket.get(), settings, sample_rate).speak(task);
  _exit(0);
}

}  // namespace loa::speech
