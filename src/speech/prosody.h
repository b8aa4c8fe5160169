// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "speech/engine.h"

namespace loa::speech {

/// Silence behind what was said, at the profile's default rate. It shrinks with
/// a faster rate and grows with a slower one (see pauses_at).
struct Pauses {
  std::chrono::milliseconds group{60};    ///< inside a telephone number or code
  std::chrono::milliseconds light{80};    ///< bracket, quotation mark
  std::chrono::milliseconds breath{130};  ///< where a breath is taken without a mark
  std::chrono::milliseconds comma{180};
  std::chrono::milliseconds semicolon{280};
  std::chrono::milliseconds colon{280};
  std::chrono::milliseconds sentence{420};
  std::chrono::milliseconds list_item{480};  ///< between the items of a list
  std::chrono::milliseconds paragraph{700};
  std::chrono::milliseconds subhead{900};  ///< before and after
  std::chrono::milliseconds title{1200};   ///< behind it
  std::chrono::milliseconds item{1500};    ///< between the articles of a programme
};

/// Where a breath is taken in a stretch of words without a mark.
struct Breath {
  int syllables = 0;  ///< longer stretches are divided; 0: never
  int least = 7;      ///< syllables of the shortest part
  /// A word, or two with a blank between, that a breath may be taken before, and
  /// the words that belong to it and must not be cut off in front of it.
  std::map<std::string, std::vector<std::string>, std::less<>> before;
};

/// The pitch of a sentence, in cents about the voice's own. Kept below the
/// distance of two tones.
struct Melody {
  int start = 0, end = 0;  ///< at the sentence's beginning and end; between, by the syllables said
  int statement = 0;       ///< added to the last phrase of a statement
  int question = 0;        ///< added to the last phrase of a question
};

/// How a text is delivered: `voices/prosody/NAME.toml`, named by a voice's profile,
/// which may set any of it again.
struct Prosody {
  Pauses pauses;
  Breath breath;
  Melody melody;
  std::map<std::string, Delivery, std::less<>> blocks;  ///< by the name of the block's kind, "title"
};

}  // namespace loa::speech
