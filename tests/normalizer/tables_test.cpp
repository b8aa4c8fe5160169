// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "loa/normalizer/normalizer.h"
#include "scan.h"
#include "tables.h"

using namespace loa::normalizer;

namespace {

template <class Rows, class Key>
void check_unique(const Rows& rows, Key key) {
  std::set<std::string> seen;
  for (const auto& row : rows) {
    INFO(key(row));
    CHECK(seen.insert(key(row)).second);
  }
}

void check_syllables(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    INFO(words);
    CHECK(tables::is_syllable(words.substr(at, end - at)));
    at = end + 1;
  }
}

}  // namespace

TEST_CASE("each key has one owner", "[normalizer][tables]") {
  const auto written = [](const auto& row) { return std::string(row.written); };
  check_unique(tables::all_currencies(), written);
  check_unique(tables::all_respellings(), written);
  check_unique(tables::all_sites(), written);
  check_unique(tables::all_books(), written);
  check_unique(tables::all_symbols(), written);
  check_unique(tables::all_documents(), [](const tables::DocumentRow& row) {
    return std::string(row.written) + (row.role == tables::DocumentRow::Role::kind ? " kind" : " issuer");
  });
}

TEST_CASE("each list of the vocabulary has its words and no other list's", "[normalizer][tables]") {
  using enum tables::List;
  for (const tables::List list : {airline, before_figures, before_name, boat, clergy, coin, company_word,
                                  element, formula, hotline, road, ruler, signer, site_tail}) {
    REQUIRE_FALSE(tables::rows_of(list).empty());
    for (const tables::ListRow& row : tables::rows_of(list)) {
      INFO(row.written);
      CHECK(tables::find_in(list, row.written) == &row);
      check_syllables(row.spoken);
    }
    CHECK(tables::find_in(list, "") == nullptr);
  }
  CHECK(tables::find_in(clergy, "TT")->spoken == "thượng tọa");
  CHECK(tables::find_in(boat, "TT") == nullptr);
}

TEST_CASE("the rivals of an abbreviation stand together and end in a default", "[normalizer][tables]") {
  std::set<std::string_view> closed;
  std::string_view open;
  for (const tables::AbbreviationRow& row : tables::all_abbreviations()) {
    INFO(row.written);
    if (row.written != open) CHECK(closed.insert(row.written).second);
    open = row.written;
    const auto rivals = tables::find_abbreviation(row.written);
    REQUIRE_FALSE(rivals.empty());
    CHECK(rivals.back().cue.empty());
  }
}

TEST_CASE("the rivals of a unit stand together, and only the last may do without a cue",
          "[normalizer][tables]") {
  std::set<std::string_view> closed;
  for (const tables::UnitRow& row : tables::all_units()) {
    INFO(row.written);
    const auto rivals = tables::find_units(row.written);
    REQUIRE_FALSE(rivals.empty());
    CHECK((&row < rivals.data() + rivals.size() && &row >= rivals.data()));
    if (&row == &rivals.front()) CHECK(closed.insert(row.written).second);
    if (&row != &rivals.back()) CHECK_FALSE(row.cue.empty());
  }
  CHECK(tables::find_unit("v") == &tables::find_units("v").back());
  CHECK(tables::find_unit("ng") == nullptr);
}

TEST_CASE("a unit is found by its first token", "[normalizer][tables]") {
  const auto check = [](std::string_view written) {
    INFO(written);
    std::vector<Token> tokens;
    scan(written, tokens);
    CHECK(tables::longest_unit(tokens[0].span().of(written)) >= tokens.size());
    CHECK(tokens.size() <= 3);  // quantity.cpp looks no further
  };
  for (const tables::UnitRow& row : tables::all_units()) check(row.written);
  for (const tables::CurrencyRow& row : tables::all_currencies()) check(row.written);
  CHECK(tables::longest_unit("độ") == 3);
  CHECK(tables::longest_unit("US") == 3);
  CHECK(tables::longest_unit("Huế") == 0);
}

TEST_CASE("what a table says is made of Vietnamese syllables", "[normalizer][tables]") {
  for (const auto& row : tables::all_abbreviations()) check_syllables(row.spoken);
  for (const auto& row : tables::all_respellings()) check_syllables(row.spoken);
  for (const auto& row : tables::all_units()) check_syllables(row.spoken);
  for (const auto& row : tables::all_currencies()) check_syllables(row.spoken);
  for (const auto& row : tables::all_letters()) check_syllables(row.alphabet);
}

TEST_CASE("a row is found by its key", "[normalizer][tables]") {
  for (const auto& row : tables::all_currencies()) CHECK(tables::find_currency(row.written) == &row);
  for (const auto& row : tables::all_respellings()) CHECK(tables::find_respelling(row.written) == &row);
  CHECK(tables::find_unit("nothing") == nullptr);
  CHECK(tables::find_respelling("không có") == nullptr);
  CHECK(tables::find_abbreviation("").empty());
}

TEST_CASE("syllables are told from other words", "[normalizer][tables]") {
  const std::string_view yes[] = {"nghiêng", "hòa",   "hoà",  "thuỷ", "thủy", "quốc",  "giếng", "gì",
                                  "gìn",     "khuỷu", "uyển", "Huế",  "ĐƯỢC", "xoong", "quýt",  "Quỳnh",
                                  "khuya",   "ngoèo", "Bắc",  "Kạn",  "yêu",  "ơi",    "ý",     "muỗi"};
  for (const std::string_view word : yes) {
    INFO(word);
    CHECK(tables::is_syllable(word));
  }
  const std::string_view no[] = {"",     "w",   "Trump", "hot",    "chip",   "Iran", "hoạt1",
                                 "ngìn", "kat", "bạt̀",   "nghang", "online", "zét",  "toàán"};
  for (const std::string_view word : no) {
    INFO(word);
    CHECK_FALSE(tables::is_syllable(word));
  }
}

TEST_CASE("folding takes foreign marks off and keeps Vietnamese letters", "[normalizer][tables]") {
  const auto folded = [](std::string_view text) {
    std::string out;
    tables::fold(text, out);
    return out;
  };
  CHECK(folded("Müller") == "muller");
  CHECK(folded("Škoda") == "skoda");
  CHECK(folded("Łódź") == "lódz");
  CHECK(folded("BÊTÔNG") == "bêtông");
  std::string ascii;
  tables::fold_to_ascii("Beyoncé Đ", ascii);
  CHECK(ascii == "beyonce d");
}
