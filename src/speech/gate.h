// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/span.h"

namespace loa::speech {

/// Limits of what the engine is given: beyond them eSpeak NG loses sound or worse.
inline constexpr std::size_t kMaxWordLetters = 40;     ///< longer words are cut
inline constexpr std::size_t kMaxLetterRun = 3;        ///< the same letter in a row
inline constexpr std::size_t kMaxClauseBytes = 600;    ///< between two marks; a comma is put in
inline constexpr std::size_t kMaxCallBytes = 1 << 20;  ///< positions in events have 24 bits

/// A word of which no letter passed.
inline constexpr std::uint32_t kNoLetters = std::numeric_limits<std::uint32_t>::max();

/// What may be handed to the engine.
struct Gated {
  std::string text;
  /// For each word given, where its first letter is in `text`, in code points from 0; or kNoLetters.
  std::vector<std::uint32_t> starts;
  std::size_t removed = 0;  ///< characters that were not let through
  bool has_letters = false;
};

/// The last thing before eSpeak NG, whatever came before it: lets only a closed
/// alphabet through, because ordinary text can crash the engine and control
/// characters command it. Total, pure, linear.
///
/// Passed: letters a–z and those of Vietnamese, precomposed, in both cases; one
/// blank between words; one of `, . ; : ? !` directly behind a letter, followed
/// by a blank or the end. Combining marks are composed, letters of other Latin
/// alphabets folded, hyphens and blanks of all kinds become a blank; everything
/// else becomes a blank and is counted. `words`: byte spans of `text`, ascending.
[[nodiscard]] Gated gate(std::string_view text, std::span<const Span> words = {});

}  // namespace loa::speech
