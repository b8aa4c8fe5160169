// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "article/article.h"
#include "bulletin/phrasing.h"
#include "speech/prosody.h"

namespace loa::bulletin {

/// Speed and pitch of each phrase of a block: its kind's own, and the melody of
/// the sentences, which decline phrase by phrase and end with a fall or a rise.
/// Depends on the phrases alone.
[[nodiscard]] std::vector<speech::Delivery> deliver(const Phrasing& phrasing, article::BlockKind kind,
                                                    const speech::Prosody& prosody);

}  // namespace loa::bulletin
