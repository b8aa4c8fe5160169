// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <fmt/format.h>

#include "loa/base/message.h"

namespace loa::cli {
namespace {
using std::chrono::milliseconds;
constexpr milliseconds kRedraw{100};
constexpr milliseconds kLineNowAndThen{10'000};
}  // namespace

std::string duration(milliseconds time) {
  const auto seconds = (time.count() + 500) / 1000;
  const auto minutes = seconds / 60;
  if (minutes >= 60) return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
  return fmt::format("{}:{:02}", minutes, seconds % 60);
}

std::string duration(audio::Frames frames, int sample_rate) {
  return duration(milliseconds(sample_rate > 0 ? frames * 1000 / sample_rate : 0));
}

ProgressLine::ProgressLine(Console& console, Work work)
    : console_(console), work_(work), begun_(Clock::now()), shown_(begun_) {}

ProgressLine::~ProgressLine() { console_.status({}); }

void ProgressLine::show(const bulletin::Progress& progress, int sample_rate) {
  if (console_.verbosity() == Console::Verbosity::quiet) return;
  const Clock::time_point now = Clock::now();
  if (now - shown_ < (console_.is_terminal() ? kRedraw : kLineNowAndThen)) return;
  shown_ = now;
  if (console_.is_terminal())
    console_.status(text(progress, sample_rate, now));
  else
    console_.say(text(progress, sample_rate, now));
}

std::string ProgressLine::text(const bulletin::Progress& progress, int sample_rate,
                               Clock::time_point now) const {
  std::string result;
  if (progress.items > 1) result = trf("article {} of {}, ", progress.item + 1, progress.items);
  const std::string done = duration(progress.frames_done, sample_rate);
  result += trf("sentence {}, {} of sound", progress.sentences_done, done);
  if (progress.bytes_total > 0 && progress.bytes_done > 0) {
    const double part = static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total);
    const auto spent = std::chrono::duration_cast<milliseconds>(now - begun_);
    const double made_ms = work_ == Work::reading
                               ? static_cast<double>(progress.frames_done) * 1000 / sample_rate
                               : static_cast<double>(spent.count());
    // Of several articles only the one that is read now is known.
    const double left = part < 1 ? made_ms * (1 - part) / part : 0;
    if (progress.items <= 1)
      result += trf(", {} left", duration(milliseconds(static_cast<long long>(left))));
    else
      result += fmt::format(", {:.0f} %", part * 100);
  }
  if (console_.is_terminal() && !progress.sentence.empty()) result += "  " + std::string(progress.sentence);
  return result;
}

}  // namespace loa::cli
