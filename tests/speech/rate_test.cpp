// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "speech/voice_profile.h"

using namespace loa::speech;

TEST_CASE("the rate grows with the syllables wanted", "[speech][rate]") {
  for (int syllables = 90; syllables < 620; ++syllables)
    CHECK(rate_for_syllables(shipped_rates(), syllables) <=
          rate_for_syllables(shipped_rates(), syllables + 1));
  for (int rate = 70; rate < 420; ++rate)
    CHECK(syllables_for_rate(shipped_rates(), rate) <= syllables_for_rate(shipped_rates(), rate + 1));
}

TEST_CASE("rates stay where the engine obeys them", "[speech][rate]") {
  CHECK(rate_for_syllables(shipped_rates(), 1) == 80);
  CHECK(rate_for_syllables(shipped_rates(), 10'000) == 400);
  CHECK(syllables_for_rate(shipped_rates(), 450) == syllables_for_rate(shipped_rates(), 400));
}

TEST_CASE("the measured points are met and the way back is the way there", "[speech][rate]") {
  CHECK(syllables_for_rate(shipped_rates(), 175) == 222);
  CHECK(rate_for_syllables(shipped_rates(), 222) == 175);
  for (int rate = 80; rate <= 400; ++rate)
    CHECK(std::abs(rate_for_syllables(shipped_rates(), syllables_for_rate(shipped_rates(), rate)) - rate) <=
          1);
}

TEST_CASE("pauses shrink with a faster rate and grow with a slower one", "[speech][rate]") {
  VoiceProfile profile;
  profile.syllables_per_minute = 222;
  CHECK(pauses_at(profile, 175).comma == profile.prosody.pauses.comma);
  CHECK(pauses_at(profile, 300).comma < profile.prosody.pauses.comma);
  CHECK(pauses_at(profile, 100).sentence > profile.prosody.pauses.sentence);
  CHECK(pauses_at(profile, 300).comma > std::chrono::milliseconds(0));
}
