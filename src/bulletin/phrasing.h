// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "loa/base/span.h"
#include "loa/normalizer/normalizer.h"
#include "speech/prosody.h"

// Pure functions from the spoken text of a block to what is spoken in one breath
// (phrases), written under the picture as one (clauses) and rendered in one go
// (units). They see the text alone: what they cut does not depend on jobs,
// devices or what was read before.

namespace loa::bulletin {

/// What stands behind a phrase, from the weakest to the strongest.
enum class Break : unsigned char { none, group, light, breath, comma, semicolon, colon, sentence };

/// Indices [begin, end) into a vector.
struct Range {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// One word for the engine: no blank in it, at most PhrasingLimits::word_letters long.
struct SpokenWord {
  Span spoken;  ///< bytes of the spoken text
  Span source;  ///< bytes of the block's text
};

/// One call of the engine: words in one language up to a mark.
struct PhraseCut {
  Range words;      ///< of Phrasing::words
  char mark = '.';  ///< what the engine hears behind them
  Break behind = Break::none;
  normalizer::Language language = normalizer::Language::vietnamese;
};

/// Phrases up to a clause mark, with the stretch of the block's text that they
/// were read from; never inside a reading.
struct ClauseCut {
  Range phrases;              ///< of Phrasing::phrases
  Span written;               ///< bytes of the block's text; the clauses tile it
  std::size_t syllables = 0;  ///< how long it sounds, about: with its pauses, in syllables
  bool sentence_end = false;
};

struct Phrasing {
  std::vector<SpokenWord> words;
  std::vector<PhraseCut> phrases;
  std::vector<ClauseCut> clauses;
};

struct PhrasingLimits {
  std::size_t phrase_bytes = 600;          ///< the engine cuts by itself, anywhere, at some 725
  std::size_t word_letters = 40;           ///< longer words lose sound in the engine
  std::size_t clause_syllables = 300;      ///< a reading without end is cut all the same
  const speech::Breath* breath = nullptr;  ///< where a long stretch without a mark is divided; none: nowhere
};

/// Cuts at clause marks, pauses, changes of language, where a reader would breathe
/// and where a phrase would become too long. `sentences` are spans of `text`; a sentence ends only where
/// the spoken text has a mark or ends. Replaces what is in `out`.
void cut_phrases(const normalizer::SpokenText& spoken, std::string_view text,
                 const std::vector<Span>& sentences, Phrasing& out, const PhrasingLimits& limits = {});

struct UnitLimits {
  std::size_t first_syllables = 50;  ///< the first unit of a programme: sound as soon as can be
  std::size_t syllables = 300;       ///< later ones, some 75 s: a fork is paid for once in a while
  std::size_t sentences = 8;
  std::size_t gathered_syllables = 150;  ///< short blocks are spoken together until they are as long
};

/// Groups the clauses of one block into units, as ranges that tile them: whole
/// sentences where they fit, else whole clauses. `first`: of the programme.
[[nodiscard]] std::vector<Range> cut_units(const std::vector<ClauseCut>& clauses, bool first,
                                           const UnitLimits& limits = {});

}  // namespace loa::bulletin
