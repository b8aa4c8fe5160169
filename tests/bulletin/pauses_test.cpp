// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/pauses.h"

#include "catch.h"

using loa::article::BlockKind;
using loa::bulletin::Break;
using loa::bulletin::pause_behind;
using loa::bulletin::pause_between;

TEST_CASE("the pauses of a profile, from the weakest break to the strongest", "[bulletin][pauses]") {
  const loa::speech::Pauses pauses;
  CHECK(pause_behind(Break::none, pauses).count() == 0);
  CHECK(pause_behind(Break::group, pauses) == pauses.group);
  CHECK(pause_behind(Break::light, pauses) == pauses.light);
  CHECK(pause_behind(Break::breath, pauses) == pauses.breath);
  CHECK(pause_behind(Break::comma, pauses) == pauses.comma);
  CHECK(pause_behind(Break::semicolon, pauses) == pauses.semicolon);
  CHECK(pause_behind(Break::colon, pauses) == pauses.colon);
  CHECK(pause_behind(Break::sentence, pauses) == pauses.sentence);
}

TEST_CASE("title and subheads stand apart, a dateline does not", "[bulletin][pauses]") {
  const loa::speech::Pauses pauses;
  CHECK(pause_between(BlockKind::title, BlockKind::lead, pauses) == pauses.title);
  CHECK(pause_between(BlockKind::title, BlockKind::subhead, pauses) == pauses.title);
  CHECK(pause_between(BlockKind::paragraph, BlockKind::subhead, pauses) == pauses.subhead);
  CHECK(pause_between(BlockKind::subhead, BlockKind::paragraph, pauses) == pauses.subhead);
  CHECK(pause_between(BlockKind::paragraph, BlockKind::paragraph, pauses) == pauses.paragraph);
  CHECK(pause_between(BlockKind::list_item, BlockKind::list_item, pauses) == pauses.list_item);
  CHECK(pause_between(BlockKind::list_item, BlockKind::paragraph, pauses) == pauses.paragraph);
  CHECK(pause_between(BlockKind::dateline, BlockKind::lead, pauses) == pauses.semicolon);
}
