// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "cli/inputs.h"
#include "loa/base/result.h"
#include "loa/normalizer/dictionary.h"
#include "loa/normalizer/normalizer.h"

namespace loa::cli {

/// A reading that is not sure, with what an editor needs to decide.
struct Doubt {
  std::string id;  ///< the same wherever the same is written between the same words; 8 letters and figures
  Place place;
  Span bytes;  ///< of the file
  std::string_view block;
  std::string sentence;
  std::string written;
  std::string spoken;  ///< as a dictionary writes it
  normalizer::Certainty certainty = normalizer::Certainty::sure;
  std::string_view rule;
  std::vector<normalizer::Rival> rivals;
  std::string cue;  ///< of a dictionary entry that is to hold between the same words; empty: none beside it
};

/// What an article that was gone through held.
struct Tally {
  std::size_t readings = 0;  ///< that needed a decision: all but plain words, marks and silence
  std::size_t doubts = 0;
};

/// Reads an article as `render` does and hands out its doubts, each as soon as it is known.
/// Errors: as the source reports, and what `take` returns.
Result<Tally> find_doubts(std::unique_ptr<article::ByteSource> source, const article::TextOptions& options,
                          const normalizer::Normalizer& normalizer, bool look_ahead, bool captions_too,
                          Diagnostics& diagnostics, const std::function<Result<void>(const Doubt&)>& take);

/// The sentence of `text` that `place` lies in, without blanks at its ends.
[[nodiscard]] std::string sentence_around(std::string_view text, Span place);

/// Whether the reader leaves this block out.
[[nodiscard]] bool is_left_out(const article::Block& block, bool captions_too);

/// What the user is told instead of the enumerator's name.
[[nodiscard]] std::string reason(normalizer::Certainty certainty);

/// Words as a dictionary writes them, for a reader: `en:` is told in words.
[[nodiscard]] std::string shown_words(std::string_view spoken);

}  // namespace loa::cli
