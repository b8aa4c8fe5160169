// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "audio_test_support.h"

namespace loa::audio::test {

/// Records what the null sink of with_pulseaudio.sh plays.
class Recorder {
 public:
  /// Returns when the recording runs.
  explicit Recorder(std::string path) : path_(std::move(path)) {
    const std::string device = std::string("--device=") + std::getenv("LOA_TEST_SINK") + ".monitor";
    const std::string rate = std::string("--rate=") + std::getenv("LOA_TEST_SINK_RATE");
    std::filesystem::remove(path_);  // what an earlier recording left says nothing about this one
    pid_ = fork();
    if (pid_ == 0) {
      const int fd = open(path_.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
      dup2(fd, STDOUT_FILENO);
      execlp("parec", "parec", device.c_str(), "--raw", "--format=s16le", rate.c_str(), "--channels=1",
             "--latency-msec=20", nullptr);
      _exit(127);
    }
    for (int i = 0; i < 500 && recorded() == 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  ~Recorder() { stop(); }

  [[nodiscard]] std::size_t recorded() const {
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(path_, missing);
    return missing ? 0 : static_cast<std::size_t>(bytes) / 2;
  }

  /// All samples so far; what the sink plays in the next half second is still waited for.
  std::vector<std::int16_t> stop() {
    if (pid_ > 0) {
      const std::size_t enough = recorded() + 11025;
      for (int i = 0; i < 300 && recorded() < enough; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      kill(pid_, SIGINT);
      waitpid(pid_, nullptr, 0);
      pid_ = -1;
    }
    const std::vector<std::uint8_t> bytes = bytes_of(path_);
    std::vector<std::int16_t> samples(bytes.size() / 2);
    if (!samples.empty()) std::memcpy(samples.data(), bytes.data(), samples.size() * 2);
    return samples;
  }

 private:
  std::string path_;
  pid_t pid_ = -1;
};

/// How a recording holds what was sent.
struct Alignment {
  std::size_t head_lost = 0;    ///< samples missing at the beginning
  std::size_t tail_lost = 0;    ///< and at the end
  std::size_t different = 0;    ///< in between
  std::size_t heard_after = 0;  ///< samples that are not silence behind the last one sent
};

/// Nothing when no part of `sent` is found. `from`: where in `sent` to look for a fixed point.
inline std::optional<Alignment> align(const std::vector<std::int16_t>& recorded,
                                      const std::vector<std::int16_t>& sent, std::size_t from) {
  constexpr std::size_t kWindow = 64;
  const auto window = sent.begin() + static_cast<std::ptrdiff_t>(from);
  const auto found = std::search(recorded.begin(), recorded.end(), window, window + kWindow);
  if (found == recorded.end()) return std::nullopt;
  Alignment result;
  const std::ptrdiff_t origin = (found - recorded.begin()) - static_cast<std::ptrdiff_t>(from);
  const auto recorded_at = [&](std::size_t i) -> int {
    const std::ptrdiff_t at = origin + static_cast<std::ptrdiff_t>(i);
    return at < 0 || at >= static_cast<std::ptrdiff_t>(recorded.size())
               ? 0
               : recorded[static_cast<std::size_t>(at)];
  };
  std::size_t first = from, last = from + kWindow;
  while (first > 0 && recorded_at(first - 1) == sent[first - 1]) --first;
  while (last < sent.size() && recorded_at(last) == sent[last]) ++last;
  // Beyond the first difference: lost up to an end if all is silence there, else wrong.
  const auto count = [&](std::size_t begin, std::size_t end) {
    std::size_t audible = 0, wrong = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (recorded_at(i) != sent[i]) ++wrong;
      if (recorded_at(i) != 0) ++audible;
    }
    return audible == 0 ? std::pair(end - begin, std::size_t{0}) : std::pair(std::size_t{0}, wrong);
  };
  const auto [head, wrong_before] = count(0, first);
  const auto [tail, wrong_behind] = count(last, sent.size());
  result.head_lost = head;
  result.tail_lost = tail;
  result.different = wrong_before + wrong_behind;
  for (std::size_t i = sent.size(); i < sent.size() + 22050; ++i)
    if (recorded_at(i) != 0) ++result.heard_after;
  return result;
}

}  // namespace loa::audio::test
