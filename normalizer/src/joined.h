// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "context.h"
#include "draft.h"
#include "loa/base/span.h"

/// Words that were written together: SharePoint, ĐăkSơMei, ngàyThứ.
namespace loa::normalizer {

/// Whether each part is a word or letters by itself: McTominay and LeBron are one word.
[[nodiscard]] bool is_joined(std::string_view word);

/// ĐăkSơMei, KơRoong: appends the parts of a name, as bytes of it, at each capital, and each of several
/// capitals but the last. False where it is no such name.
[[nodiscard]] bool split_name(std::string_view word, std::vector<Span>& parts);

/// ngàyThứ: appends two words of Vietnamese whose blank was lost, of three letters and more each.
[[nodiscard]] bool split_lost_blank(std::string_view word, std::vector<Span>& parts);

/// Says the parts of a word for which is_joined() holds: by the lexicon, as foreign words, or as letters.
/// Returns how sure the least sure of them is.
Certainty say_joined(Draft& draft, const Context& context, std::string_view word, Span source);

/// Says `parts` of `word`, as split_name() or split_lost_blank() found them. Never sure.
Certainty say_parts(Draft& draft, const Context& context, std::string_view word,
                    const std::vector<Span>& parts, Span source);

}  // namespace loa::normalizer
