// SPDX-License-Identifier: GPL-3.0-or-later
// tests/spec/*.tsv are the specification: each row is one test.
#include "catch.h"
#include "loa/normalizer/normalizer.h"
#include "spec_rows.h"

using loa::normalizer::Normalizer;

TEST_CASE("every row of the spec tables is read as it says", "[normalizer][spec]") {
  const Normalizer normalizer;
  const std::vector<SpecRow> rows = spec_rows();
  REQUIRE(rows.size() > 1000);
  for (const SpecRow& row : rows) {
    // Rows that differ become sections of their own, so that a red one names its line.
    const std::string said = normalizer.normalize(row.written);
    if (said == row.spoken) {
      SUCCEED();
      continue;
    }
    DYNAMIC_SECTION(row.file << ":" << row.line << " " << row.written) { CHECK(said == row.spoken); }
  }
}
