// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/split.h"

#include "catch.h"

using Parts = std::vector<std::string_view>;

TEST_CASE("a row is split at each separator, and empty cells stay", "[base]") {
  CHECK(loa::split("tp\tthành phố\t\tsure", '\t') == Parts{"tp", "thành phố", "", "sure"});
  CHECK(loa::split("một\n", '\n') == Parts{"một", ""});
  CHECK(loa::split("một", ';') == Parts{"một"});
  CHECK(loa::split("", ';') == Parts{""});
}
