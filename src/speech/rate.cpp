// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "speech/voice_profile.h"

namespace loa::speech {
namespace {

/// Measured with eSpeak NG 1.51, voice vi, a comma and a full stop in every 14
/// syllables. Above 400 the engine changes its method and gets slower again.
struct Measured {
  int rate_wpm, syllables_per_minute;
};
constexpr std::array<Measured, 13> kMeasured = {{{80, 106},
                                                 {100, 127},
                                                 {120, 153},
                                                 {140, 182},
                                                 {160, 210},
                                                 {175, 231},
                                                 {200, 266},
                                                 {220, 294},
                                                 {240, 329},
                                                 {260, 356},
                                                 {300, 431},
                                                 {350, 517},
                                                 {400, 604}}};

/// Straight lines between the measured points, clamped at both ends, rounded.
int between(int x, int Measured::*from, int Measured::*to) {
  x = std::clamp(x, kMeasured.front().*from, kMeasured.back().*from);
  std::size_t i = 1;
  while (kMeasured[i].*from < x) ++i;
  const Measured &low = kMeasured[i - 1], &high = kMeasured[i];
  const int width = high.*from - low.*from;
  return low.*to + ((x - low.*from) * (high.*to - low.*to) * 2 + width) / (2 * width);
}

std::chrono::milliseconds scaled(std::chrono::milliseconds pause, int from, int to) {
  return std::chrono::milliseconds((pause.count() * from + to / 2) / to);
}

}  // namespace

int rate_for_syllables(int syllables_per_minute) {
  return between(syllables_per_minute, &Measured::syllables_per_minute, &Measured::rate_wpm);
}

int syllables_for_rate(int rate_wpm) {
  return between(rate_wpm, &Measured::rate_wpm, &Measured::syllables_per_minute);
}

Pauses pauses_at(const VoiceProfile& profile, int rate_wpm) {
  const int from = profile.syllables_per_minute > 0 ? profile.syllables_per_minute
                                                    : syllables_for_rate(profile.settings.rate_wpm);
  const int to = syllables_for_rate(rate_wpm);
  Pauses pauses = profile.prosody.pauses;
  for (std::chrono::milliseconds* pause :
       {&pauses.group, &pauses.light, &pauses.breath, &pauses.comma, &pauses.semicolon, &pauses.colon,
        &pauses.sentence, &pauses.list_item, &pauses.paragraph, &pauses.subhead, &pauses.title, &pauses.item})
    *pause = scaled(*pause, from, to);
  return pauses;
}

}  // namespace loa::speech
