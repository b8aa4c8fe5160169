// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/dateline.h"

#include "catch.h"

using loa::bulletin::publication_date;

TEST_CASE("a line that is nothing but a date is the day of publication", "[bulletin][dateline]") {
  CHECK(publication_date("27/8/2025") == "2025-08-27");
  CHECK(publication_date("Thứ Tư, 27/08/2025 10:15 (GMT+7)") == "2025-08-27");
  CHECK(publication_date("Chủ nhật, 7-9-2025, 06:00 GMT+7") == "2025-09-07");
  CHECK(publication_date("Cập nhật lúc 9h30 ngày 1.12.2025") == "2025-12-01");
  CHECK(publication_date("Huế, ngày 27 tháng 8 năm 2025") == "2025-08-27");
  CHECK(publication_date("2025-08-27") == "2025-08-27");
  CHECK(publication_date("Chợ phiên mở cửa\n\nThứ Hai, 3/11/2025\nSáng nay, chợ phiên đông.") ==
        "2025-11-03");
}

TEST_CASE("a date inside a sentence is not the day of publication", "[bulletin][dateline]") {
  CHECK(publication_date("Tính đến 15/8/2025, cả xã có ba chợ.").empty());
  CHECK(publication_date("Kỷ niệm 2/9/1945").empty());
  CHECK(publication_date("Từ 1/9/2025 đến 5/9/2025").empty());
  CHECK(publication_date("1/9/2025 - 5/9/2025").empty());
}

TEST_CASE("what is no day of the calendar is none", "[bulletin][dateline]") {
  CHECK(publication_date("31/4/2025").empty());
  CHECK(publication_date("29/2/2024") == "2024-02-29");
  CHECK(publication_date("29/2/2023").empty());
  CHECK(publication_date("27/8/25").empty());
  CHECK(publication_date("99999999999999/8/2025").empty());
  CHECK(publication_date("27/8").empty());
  CHECK(publication_date("").empty());
}

TEST_CASE("only the first lines are looked at", "[bulletin][dateline]") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "Một dòng\n";
  CHECK(publication_date(text + "27/8/2025").empty());
}
