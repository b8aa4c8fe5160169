// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/level_guard.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace loa::audio {
namespace {

constexpr std::size_t kBlock = 32;  // frames that have one peak
constexpr std::size_t kAhead = 4;   // blocks: how long before a peak the gain begins to fall
constexpr std::size_t kTaps = 12;   // of the interpolation
constexpr std::size_t kReach = kTaps / 2;
constexpr std::size_t kTogether = 4;    // frames whose points are looked at together
constexpr std::size_t kPoints = 4;      // BS.1770: that are looked at in each frame
constexpr float kRelease = 0.08F;       // seconds until a fall of the gain has been made good by 63 %
constexpr std::size_t kSlice = 16'384;  // frames worked at a time, so that they stay in the cache
constexpr double kFullScale = 32768;
// The product of a sound and a moving gain may be a little above what was computed for the sound.
constexpr double kMarginDb = 0.1;

/// How far into a block each of its frames is, from 0 to 1. A table, since the conversion takes longer.
constexpr auto kWayInto = [] {
  std::array<float, kBlock> way{};
  for (std::size_t i = 0; i < kBlock; ++i) way[i] = static_cast<float>(i) / kBlock;
  return way;
}();

// Both go over whole numbers, of which compilers take several at once, in any order.

int sum(const std::int16_t* x) {
  int sum = 0;
  for (std::size_t i = 0; i < kBlock; ++i) sum += x[i];
  return sum;
}

/// The highest of x[0] to x[Frames - 1] and of the frames within reach.
template <std::size_t Frames>
int highest(const std::int16_t* x) {
  std::int16_t most = 0, least = 0;
  for (std::size_t i = 0; i < Frames + 2 * kReach; ++i) {
    most = std::max(most, (x - kReach)[i]);
    least = std::min(least, (x - kReach)[i]);
  }
  return std::max<int>(most, -least);
}

/// The direct current of a block: a straight line through it.
struct Line {
  float begin = 0, change = 0;

  [[nodiscard]] float at(std::size_t i) const { return begin + change * kWayInto[i]; }
  [[nodiscard]] float highest() const { return std::max(std::abs(begin), std::abs(begin + change)); }
};

/// A high-pass that is worked out once a block: the mean of the blocks, low-passed twice, is what is taken
/// away, in straight lines from block to block. What a voice has is changed by less than a thousandth. As a
/// recursion over the frames the filter would cost a tenth of what speaking costs.
class HighPass {
 public:
  explicit HighPass(int sample_rate)
      : keep_(static_cast<float>(
            std::exp(-2 * std::numbers::pi * kPoleHertz * static_cast<double>(kBlock) / sample_rate))) {}

  /// What is to be taken away from the next block.
  Line next(const std::int16_t* x) {
    const float before = second_;
    first_ += (1 - keep_) * (static_cast<float>(sum(x)) / static_cast<float>(kBlock) - first_);
    second_ += (1 - keep_) * (first_ - second_);
    // In a long silence they would come to numbers that processors are slow with.
    if (std::abs(first_) < 1e-6F && std::abs(second_) < 1e-6F) first_ = second_ = 0;
    return {before, second_ - before};
  }

 private:
  static constexpr double kPoleHertz = 10;  // of each of the two low-passes
  float keep_;
  float first_ = 0, second_ = 0;
};

/// The frames and the points between them: a sinc under a Hann window.
class Interpolation {
 public:
  Interpolation() {
    for (std::size_t point = 1; point < kPoints; ++point) {
      double sum = 0;
      for (std::size_t k = 0; k < kTaps; ++k) {
        const double t = static_cast<double>(k) - (kReach - 1) - static_cast<double>(point) / kPoints;
        const double angle = std::numbers::pi * t;
        const double tap = std::sin(angle) / angle * (0.5 + 0.5 * std::cos(angle / kReach));
        taps_[point - 1][k] = static_cast<float>(tap);
        sum += std::abs(tap);
      }
      most_ = std::max(most_, static_cast<float>(sum));
    }
  }

  /// How far a point can lie above the highest frame about it.
  [[nodiscard]] float most() const { return most_; }

  /// The highest of the points from x[0] up to x[kTogether]; looks at x[1 - kReach] to
  /// x[kTogether - 1 + kReach]. Several frames at once, as compilers like it.
  [[nodiscard]] float peak_from(const float* x) const {
    std::array<float, kTogether> peak{};
    for (std::size_t i = 0; i < kTogether; ++i) peak[i] = std::abs(x[i]);
    for (std::size_t point = 0; point + 1 < kPoints; ++point) {
      std::array<float, kTogether> y{};
      for (std::size_t k = 0; k < kTaps; ++k)
        for (std::size_t i = 0; i < kTogether; ++i) y[i] += taps_[point][k] * (x - kReach + 1)[k + i];
      for (std::size_t i = 0; i < kTogether; ++i) peak[i] = std::max(peak[i], std::abs(y[i]));
    }
    return *std::max_element(peak.begin(), peak.end());
  }

 private:
  std::array<std::array<float, kTaps>, kPoints - 1> taps_{};  // of the points between two frames
  float most_ = 1;
};

/// The gain between two blocks is the mean over kAhead of what the blocks about it allow, so
/// within a block, where it goes in a straight line, it is never above what its peak allows.
class Limiter {
 public:
  explicit Limiter(int sample_rate)
      : ceiling_(static_cast<float>(kFullScale * std::pow(10, (kCeilingDbtp - kMarginDb) / 20))),
        keep_(std::exp(-static_cast<float>(kBlock) / (kRelease * static_cast<float>(sample_rate)))) {
    allowed_.fill(1);
    held_.fill(1);
  }

  /// The block x[0 … kBlock), with kReach frames before and behind it, is the next that is looked
  /// at; its line is lines[1], those of the blocks beside it lines[0] and lines[2].
  void look_at(const std::int16_t* x, const Line* lines) {
    float gain = 1;
    const float tail = std::exchange(tail_, 0.0F);
    const float current = std::max({lines[0].highest(), lines[1].highest(), lines[2].highest()});
    if (may_pass(highest<kBlock>(x), current)) {
      // The points behind the last frame of a block belong to the next one as well.
      const float peak = std::max(tail, true_peak(x, lines, current));
      if (peak > ceiling_) gain = ceiling_ / peak;
    }
    if (gain == 1 && at_rest_) return;
    push(allowed_, gain);
    // Of the boundary kAhead blocks before the end of this one: all blocks whose gain it is part of.
    const float least = *std::min_element(allowed_.begin(), allowed_.end());
    float held = std::min(least, 1 - (1 - held_.back()) * keep_);
    if (held > 0.9999F && least == 1) held = 1;
    push(held_, held);
    at_rest_ = least == 1 && *std::min_element(held_.begin(), held_.end()) == 1;
  }

  /// The gain at the end of the block that was looked at kAhead blocks ago.
  [[nodiscard]] float gain() const {
    if (at_rest_) return 1;
    float sum = 0;
    for (const float held : held_) sum += held;
    return sum / static_cast<float>(kAhead);
  }

 private:
  template <std::size_t N>
  static void push(std::array<float, N>& values, float last) {
    std::copy(values.begin() + 1, values.end(), values.begin());
    values.back() = last;
  }

  float true_peak(const std::int16_t* x, const Line* lines, float current) {
    std::array<float, kBlock + 2 * kReach> filtered;
    float* to = filtered.data();
    for (std::size_t i = 0; i < kReach; ++i)
      *to++ = static_cast<float>((x - kReach)[i]) - lines[0].at(kBlock - kReach + i);
    for (std::size_t i = 0; i < kBlock; ++i) to[i] = static_cast<float>(x[i]) - lines[1].at(i);
    to += kBlock;
    for (std::size_t i = 0; i < kReach; ++i) to[i] = static_cast<float>((x + kBlock)[i]) - lines[2].at(i);
    float peak = 0;
    for (std::size_t i = 0; i < kBlock; i += kTogether)
      if (may_pass(highest<kTogether>(x + i), current)) {
        tail_ = points_.peak_from(filtered.data() + kReach + i);
        peak = std::max(peak, tail_);
      } else {
        tail_ = 0;
      }
    return peak;
  }

  /// Whether a point can lie above the ceiling where no frame in reach is above `highest`.
  [[nodiscard]] bool may_pass(int highest, float current) const {
    return (static_cast<float>(highest) + current) * points_.most() > ceiling_;
  }

  Interpolation points_;
  float ceiling_, keep_;
  std::array<float, kAhead + 1> allowed_{};
  std::array<float, kAhead> held_{};
  bool at_rest_ = true;  // all of them are 1
  float tail_ = 0;       // the peak of the last frames of the block before
};

/// Samples in, the same number of samples out, some of them later.
class Stream {
 public:
  explicit Stream(int sample_rate) : high_pass_(sample_rate), limiter_(sample_rate) {}

  /// Appends to `out` what is ready.
  void run(std::span<const std::int16_t> samples, std::vector<std::int16_t>& out) {
    taken_ += samples.size();
    put(samples, out);
  }

  /// Appends the rest.
  void flush(std::vector<std::int16_t>& out) {
    static constexpr std::array<std::int16_t, (kAhead + 2) * kBlock + kReach> kZeros{};
    put(kZeros, out);
    out.resize(out.size() - (given_ - taken_));
    given_ = taken_;
  }

 private:
  void put(std::span<const std::int16_t> samples, std::vector<std::int16_t>& out) {
    sound_.insert(sound_.end(), samples.begin(), samples.end());
    for (; begin_of(lines_.size()) <= sound_.size(); ++filtered_)
      lines_.push_back(high_pass_.next(sound_.data() + begin_of(filtered_)));
    std::size_t given = out.size();
    if (filtered_ > kAhead + 1) out.resize(given + (filtered_ - 1 - std::max(looked_, kAhead)) * kBlock);
    for (; looked_ + 1 < filtered_; ++looked_) {
      limiter_.look_at(sound_.data() + begin_of(looked_), lines_.data() + looked_);
      const float from = gain_;
      gain_ = limiter_.gain();
      if (looked_ < kAhead) continue;
      give(looked_ - kAhead, from, out.data() + given);
      given += kBlock;
    }
    // Kept: what is still to be given, and what lies about it.
    if (looked_ <= kAhead) return;
    const std::size_t done = looked_ - kAhead;
    sound_.erase(sound_.begin(), sound_.begin() + static_cast<std::ptrdiff_t>(done * kBlock));
    lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(done));
    filtered_ -= done;
    looked_ = kAhead;
  }

  /// Where in sound_ a block begins.
  static std::size_t begin_of(std::size_t block) { return kReach + block * kBlock; }

  void give(std::size_t block, float from, std::int16_t* to) {
    const std::int16_t* const x = sound_.data() + begin_of(block);
    const Line line = lines_[block + 1];
    const float change = gain_ - from;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const float y = (static_cast<float>(x[i]) - line.at(i)) * (from + change * kWayInto[i]);
      to[i] = static_cast<std::int16_t>(static_cast<int>(y + std::copysign(0.5F, y)));
    }
    given_ += kBlock;
  }

  HighPass high_pass_;
  Limiter limiter_;
  std::vector<std::int16_t> sound_ = std::vector<std::int16_t>(kReach);
  std::vector<Line> lines_ = std::vector<Line>(1);  // the first is of the block before sound_
  std::size_t filtered_ = 0;                        // blocks of it that have a line
  std::size_t looked_ = 0;                          // blocks of it that the limiter has seen
  std::size_t taken_ = 0, given_ = 0;               // frames of the whole stream
  float gain_ = 1;                                  // at the end of what was given
};

class LevelGuard final : public AudioSink {
 public:
  explicit LevelGuard(AudioSink& next) : next_(next) {}

  Result<void> begin(const Format& format) override {
    stream_.emplace(format.sample_rate);
    return next_.begin(format);
  }

  Result<void> write(std::span<const std::int16_t> samples) override {
    while (!samples.empty()) {
      const std::size_t now = std::min(samples.size(), kSlice);
      ready_.clear();
      stream_->run(samples.first(now), ready_);
      LOA_TRY(pass_on());
      samples = samples.subspan(now);
    }
    return {};
  }

  Result<void> complete() override {
    LOA_TRY(flush());
    return next_.complete();
  }

  Result<void> finish() override {
    LOA_TRY(flush());
    return next_.finish();
  }

  void discard() noexcept override { next_.discard(); }

 private:
  Result<void> flush() {
    if (!stream_) return {};
    ready_.clear();
    stream_->flush(ready_);
    stream_.reset();
    return pass_on();
  }
  Result<void> pass_on() { return ready_.empty() ? Result<void>() : next_.write(ready_); }

  AudioSink& next_;
  std::optional<Stream> stream_;
  std::vector<std::int16_t> ready_;
};

}  // namespace

std::unique_ptr<AudioSink> level_guard(AudioSink& next) { return std::make_unique<LevelGuard>(next); }

}  // namespace loa::audio
