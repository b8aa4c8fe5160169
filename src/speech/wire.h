// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "speech/engine.h"

/// What the processes of the engine say to each other. They are forks of one
/// program, so numbers travel as they lie in memory.
namespace loa::speech::wire {

/// Parent → speech process, one packet each.
enum class Request : std::uint32_t {
  configure,  ///< VoiceSettings; answered by a Reply
  jobs,       ///< how many workers may speak at a time
};

enum class Status : std::uint32_t { ok, no_data, incomplete_data, other_data, no_voice, no_variant };

/// Speech process → parent, the answer to `configure`.
struct Reply {
  Status status = Status::ok;
  std::int32_t sample_rate = 0;
  std::string version, data_path;
  std::string subject;  ///< the file or voice that is missing
};

/// Worker → parent: a stream of records, each a header and its bytes.
enum class RecordType : std::uint32_t {
  hello,       ///< count: the worker's process id
  samples,     ///< count samples of 16 bits
  silence,     ///< count frames of nothing
  words,       ///< count WordRecords
  phrase_end,  ///< a PhraseRecord
};
struct Record {
  RecordType type = RecordType::hello;
  std::uint32_t phrase = 0;
  std::uint32_t count = 0;
  std::uint32_t bytes = 0;  ///< that follow
};
struct WordRecord {
  std::uint32_t word = 0;
  std::uint32_t unused = 0;
  Frames frame = 0;  ///< from the beginning of the phrase
};
struct PhraseRecord {
  std::uint32_t interpolated = 0, lost = 0, dropped = 0, gated = 0;
  std::uint32_t failed = 0;  ///< 1: the engine refused the phrase
};

/// Collects the bytes of a message.
class Writer {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint64_t>(value.size()));
    bytes_ += value;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads them in the same order. Past the end everything is zero and ok() false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  T number() {
    static_assert(std::is_trivially_copyable_v<T>);
    T value{};
    if (!take(sizeof value)) return value;
    std::memcpy(&value, bytes_.data() + at_ - sizeof value, sizeof value);
    return value;
  }
  std::string text() {
    const auto size = number<std::uint64_t>();
    if (!take(size)) return {};
    return std::string(bytes_.substr(at_ - size, size));
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  bool take(std::size_t size) {
    ok_ = ok_ && size <= bytes_.size() - at_;
    if (ok_) at_ += size;
    return ok_;
  }
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

[[nodiscard]] std::string configure_request(const VoiceSettings& settings);
[[nodiscard]] VoiceSettings read_settings(Reader& reader);
[[nodiscard]] std::string jobs_request(unsigned jobs);
[[nodiscard]] std::string encode(const Reply& reply);
[[nodiscard]] Reply decode_reply(std::string_view bytes);

/// The phrases [first, last) of a unit.
[[nodiscard]] std::string encode(const Unit& unit, std::uint32_t first, std::uint32_t last);
struct Task {
  std::uint32_t first = 0;  ///< index of the first phrase in its unit
  Unit unit;
  bool ok = false;
};
[[nodiscard]] Task decode_task(std::string_view bytes);

}  // namespace loa::speech::wire
