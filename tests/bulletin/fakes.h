// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of the pipeline that the tests hold in their hands.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "article/article.h"
#include "audio/sink.h"
#include "timeline/timeline.h"

namespace fakes {

/// Keeps what it is given, and can misbehave.
class RecordingSink : public loa::audio::AudioSink {
 public:
  enum class State : unsigned char { new_, begun, completed, finished, discarded };

  loa::Result<void> begin(const loa::audio::Format& format) override {
    state = State::begun;
    sample_rate = format.sample_rate;
    return {};
  }
  loa::Result<void> write(std::span<const std::int16_t> more) override {
    samples.insert(samples.end(), more.begin(), more.end());
    if (on_write) return on_write();
    return {};
  }
  loa::Result<void> complete() override {
    state = State::completed;
    return {};
  }
  loa::Result<void> finish() override {
    state = State::finished;
    return {};
  }
  void discard() noexcept override { state = State::discarded; }

  State state = State::new_;
  int sample_rate = 0;
  std::vector<std::int16_t> samples;
  std::function<loa::Result<void>()> on_write;
};

class RecordingTimeline : public loa::timeline::TimelineWriter {
 public:
  loa::Result<void> add(const loa::timeline::Clause& clause) override {
    clauses.push_back(clause);
    return {};
  }
  loa::Result<void> complete(loa::timeline::Frames frames) override {
    total = frames;
    if (on_complete) return on_complete();
    return {};
  }
  loa::Result<void> finish() override {
    finished = true;
    return {};
  }

  [[nodiscard]] std::string spoken() const {
    std::string all;
    for (const auto& clause : clauses)
      for (const auto& word : clause.words) all += (all.empty() ? "" : " ") + word.spoken;
    return all;
  }

  std::vector<loa::timeline::Clause> clauses;
  loa::timeline::Frames total = -1;
  bool finished = false;
  std::function<loa::Result<void>()> on_complete;
};

/// Hands out pieces of text, each when its time has come.
class PieceSource : public loa::article::ByteSource {
 public:
  struct Piece {
    std::string text;
    std::function<bool()> ready = [] { return true; };
  };
  explicit PieceSource(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  loa::Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (next_ == pieces_.size()) return std::size_t{0};
    std::string& text = pieces_[next_].text;
    const std::size_t count = text.copy(buffer, size);
    text.erase(0, count);
    if (text.empty()) ++next_;
    return count;
  }
  [[nodiscard]] bool ready() const override { return next_ == pieces_.size() || pieces_[next_].ready(); }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::vector<Piece> pieces_;
  std::size_t next_ = 0;
  std::string name_ = "ống.txt";
};

}  // namespace fakes
