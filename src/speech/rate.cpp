// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "speech/voice_profile.h"

namespace loa::speech {
namespace {

/// Straight lines between the measured points, clamped at both ends, rounded.
int between(const RateTable& table, int x, int RatePoint::*from, int RatePoint::*to) {
  x = std::clamp(x, table.front().*from, table.back().*from);
  std::size_t i = 1;
  while (table[i].*from < x) ++i;
  const RatePoint &low = table[i - 1], &high = table[i];
  const int width = high.*from - low.*from;
  return low.*to + ((x - low.*from) * (high.*to - low.*to) * 2 + width) / (2 * width);
}

std::chrono::milliseconds scaled(std::chrono::milliseconds pause, int from, int to) {
  return std::chrono::milliseconds((pause.count() * from + to / 2) / to);
}

}  // namespace

const RateTable& shipped_rates() {
  // Voice vi, by bench/rates. Above 400 the engine changes its method and gets slower again.
  static const RateTable kMeasured = {{80, 108},  {100, 127}, {120, 153}, {140, 179}, {160, 203},
                                      {175, 222}, {200, 253}, {220, 277}, {240, 303}, {260, 327},
                                      {300, 380}, {350, 457}, {400, 534}};
  return kMeasured;
}

int rate_for_syllables(const RateTable& table, int syllables_per_minute) {
  return between(table, syllables_per_minute, &RatePoint::syllables_per_minute, &RatePoint::rate_wpm);
}

int syllables_for_rate(const RateTable& table, int rate_wpm) {
  return between(table, rate_wpm, &RatePoint::rate_wpm, &RatePoint::syllables_per_minute);
}

Pauses pauses_at(const VoiceProfile& profile, int rate_wpm) {
  const int from = profile.syllables_per_minute > 0
                       ? profile.syllables_per_minute
                       : syllables_for_rate(profile.rates, profile.settings.rate_wpm);
  const int to = syllables_for_rate(profile.rates, rate_wpm);
  Pauses pauses = profile.prosody.pauses;
  for (std::chrono::milliseconds* pause :
       {&pauses.group, &pauses.light, &pauses.breath, &pauses.comma, &pauses.semicolon, &pauses.colon,
        &pauses.sentence, &pauses.list_item, &pauses.paragraph, &pauses.subhead, &pauses.title, &pauses.item})
    *pause = scaled(*pause, from, to);
  return pauses;
}

}  // namespace loa::speech
