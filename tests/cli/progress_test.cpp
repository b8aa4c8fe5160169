// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include "catch.h"

using namespace loa::cli;
using std::chrono::milliseconds;

TEST_CASE("a duration is said in minutes and seconds, and in hours when it has them", "[cli][progress]") {
  CHECK(duration(milliseconds(0)) == "0:00");
  CHECK(duration(milliseconds(499)) == "0:00");
  CHECK(duration(milliseconds(500)) == "0:01");
  CHECK(duration(milliseconds(59'600)) == "1:00");
  CHECK(duration(milliseconds(205'000)) == "3:25");
  CHECK(duration(milliseconds(3'723'000)) == "1:02:03");
  CHECK(duration(22'050 * 61, 22'050) == "1:01");
}
