// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "context.h"
#include "draft.h"

namespace loa::normalizer {

/// Says `word` by the lexicon of respellings. False, and nothing said, when it is not there.
bool say_lexicon_word(Draft& draft, std::string_view word, Span source);

/// Says a word that is no Vietnamese syllable: by the lexicon, by syllables, in
/// English, or by its letters when it has no vowel. Returns how sure that is.
Certainty say_foreign_word(Draft& draft, std::string_view word, bool is_name, const Context& context,
                           Span source);

/// Whether the capitals at token `i` are a word set in capitals (CIENCO) and not letters. `key`: the word in
/// small letters without marks.
bool is_word_in_capitals(const Context& context, std::size_t i, std::string_view key);

/// Whether the capitalised syllable `i`, with a blank behind it, is the first word
/// of a foreign name in the lexicon: Man City, San Marino, Dan Burn.
bool begins_foreign_name(const Context& context, std::size_t i);

}  // namespace loa::normalizer
