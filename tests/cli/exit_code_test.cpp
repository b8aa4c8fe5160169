// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_code.h"

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "catch.h"

using namespace loa;
using namespace loa::cli;

namespace {

// The rows of EXIT STATUS: `.It 65`.
std::set<int> statuses_in(const std::string& page) {
  std::ifstream file(std::string(LOA_SOURCE_DIR) + "/docs/man/" + page);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  std::set<int> statuses;
  const std::regex row("\n\\.It (\\d+)\n");
  for (std::sregex_iterator it(text.begin(), text.end(), row), end; it != end; ++it)
    statuses.insert(std::stoi((*it)[1]));
  return statuses;
}

std::set<int> statuses_in_the_code() {
  std::set<int> statuses{static_cast<int>(ExitCode::success)};
  for (const ExitRow& row : kExitTable) statuses.insert(static_cast<int>(row.exit));
  return statuses;
}

}  // namespace

TEST_CASE("the exit codes follow sysexits.h", "[cli][exit]") {
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::usage)) == 64);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::bad_data)) == 65);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::no_input)) == 66);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::no_device)) == 69);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::engine)) == 70);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::internal)) == 70);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::cannot_create)) == 73);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::io)) == 74);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::config)) == 78);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::interrupted)) == 130);
  STATIC_REQUIRE(static_cast<int>(exit_code(ErrorCode::broken_pipe)) == 141);
}

TEST_CASE("every kind of error has one row of its own", "[cli][exit]") {
  std::map<ErrorCode, int> rows;
  for (const ExitRow& row : kExitTable) ++rows[row.error];
  CHECK(rows.size() == kExitTable.size());
}

TEST_CASE("the manual pages list the exit codes of the program and no others", "[cli][exit]") {
  CHECK(statuses_in("loa.1") == statuses_in_the_code());
  CHECK(statuses_in("vi/loa.1") == statuses_in_the_code());
}
