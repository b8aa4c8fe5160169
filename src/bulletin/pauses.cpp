// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/pauses.h"

#include <algorithm>

namespace loa::bulletin {

using article::BlockKind;

std::chrono::milliseconds pause_behind(Break behind, const speech::Pauses& pauses) {
  switch (behind) {
    case Break::none:
      return std::chrono::milliseconds(0);
    case Break::group:
      return pauses.group;
    case Break::light:
      return pauses.light;
    case Break::breath:
      return pauses.breath;
    case Break::comma:
      return pauses.comma;
    case Break::semicolon:
      return pauses.semicolon;
    case Break::colon:
      return pauses.colon;
    case Break::sentence:
      return pauses.sentence;
  }
  return pauses.sentence;
}

std::chrono::milliseconds pause_between(BlockKind before, BlockKind next, const speech::Pauses& pauses) {
  // "HNN.VN - Sáng nay": the dash is a pause of the sentence that follows.
  if (before == BlockKind::dateline) return pauses.semicolon;
  if (before == BlockKind::title) return pauses.title;
  if (before == BlockKind::subhead || next == BlockKind::subhead || next == BlockKind::title)
    return std::max(pauses.subhead, pauses.paragraph);
  if (before == BlockKind::list_item && next == BlockKind::list_item) return pauses.list_item;
  return pauses.paragraph;
}

}  // namespace loa::bulletin
