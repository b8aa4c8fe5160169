// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "article/article.h"
#include "bulletin/phrasing.h"
#include "speech/voice_profile.h"

namespace loa::bulletin {

/// The silence inside a block.
[[nodiscard]] std::chrono::milliseconds pause_behind(Break behind, const speech::Pauses& pauses);

/// The silence between two blocks of an article that are both read.
[[nodiscard]] std::chrono::milliseconds pause_between(article::BlockKind before, article::BlockKind next,
                                                      const speech::Pauses& pauses);

}  // namespace loa::bulletin
