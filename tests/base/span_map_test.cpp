// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/span_map.h"

#include <random>

#include "catch.h"

using loa::Span;
using loa::SpanMap;

TEST_CASE("unchanged runs shift, replaced runs map as a whole", "[base][span_map]") {
  // "ngày 27/8 qua" → "ngày hai mươi bảy tháng tám qua", in bytes of ASCII stand-ins.
  SpanMap map;
  map.append_unchanged(5);
  map.append_replaced(4, 20);
  map.append_unchanged(4);

  CHECK(map.source_of({0, 4}) == Span{0, 4});
  CHECK(map.source_of({7, 9}) == Span{5, 9});
  CHECK(map.source_of({25, 29}) == Span{9, 13});
  CHECK(map.source_of({3, 7}) == Span{3, 9});
  CHECK(map.result_of({5, 9}) == Span{5, 25});
  CHECK(map.result_of({6, 7}) == Span{5, 25});
  CHECK(map.result_of({9, 13}) == Span{25, 29});
}

TEST_CASE("transcoded runs map whole characters", "[base][span_map]") {
  SpanMap map;
  map.append_transcoded(10, 2, 1);  // UTF-16 letters that became ASCII
  map.append_transcoded(3, 2, 3);   // and three Vietnamese letters
  CHECK(map.source_of({4, 5}) == Span{8, 10});
  CHECK(map.source_of({10, 13}) == Span{20, 22});
  CHECK(map.source_of({11, 12}) == Span{20, 22});
  CHECK(map.result_of({22, 24}) == Span{13, 16});
}

TEST_CASE("what was deleted stays outside its neighbours", "[base][span_map]") {
  SpanMap map;
  map.append_unchanged(2);
  map.append_replaced(3, 0);
  map.append_unchanged(2);
  CHECK(map.source_of({0, 2}) == Span{0, 2});
  CHECK(map.source_of({2, 4}) == Span{5, 7});
  CHECK(map.source_of({0, 4}) == Span{0, 7});
  CHECK(map.result_of({2, 5}) == Span{2, 2});
}

TEST_CASE("an offset past the end is clamped", "[base][span_map]") {
  SpanMap map;
  map.append_unchanged(3);
  CHECK(map.source_of({9, 12}) == Span{3, 3});
  CHECK(SpanMap{}.source_of({4, 5}) == Span{0, 0});
}

TEST_CASE("runs of a kind that touch are one run", "[base][span_map]") {
  SpanMap map;
  for (int i = 0; i < 1000; ++i) map.append_unchanged(7);
  CHECK(map.runs().size() == 1);
}

namespace {

// A random map over `from_size` bytes.
SpanMap random_map(std::mt19937& random, std::size_t from_size) {
  SpanMap map;
  while (map.from_end() < from_size) {
    const std::size_t left = from_size - map.from_end();
    const std::size_t n = std::min<std::size_t>(left, 1 + random() % 6);
    switch (random() % 3) {
      case 0:
        map.append_unchanged(n);
        break;
      case 1:
        map.append_replaced(n, random() % 5);
        break;
      default:
        if (n % 2 == 0)
          map.append_transcoded(n / 2, 2, 3);
        else
          map.append_replaced(0, 1 + random() % 3);
    }
  }
  return map;
}

}  // namespace

TEST_CASE("a composed map tiles both texts and agrees with its two halves", "[base][span_map]") {
  std::mt19937 random(27082025);
  for (int round = 0; round < 500; ++round) {
    const SpanMap first = random_map(random, 40);
    const SpanMap second = random_map(random, first.to_end());
    const SpanMap both = first.then(second);

    std::size_t from = both.runs().empty() ? 0 : both.runs().front().from.begin;
    std::size_t to = 0;
    for (const auto& run : both.runs()) {
      REQUIRE(run.from.begin == from);
      REQUIRE(run.to.begin == to);
      from = run.from.end;
      to = run.to.end;
    }
    REQUIRE(to == second.to_end());

    for (std::size_t i = 0; i < second.to_end(); ++i) {
      const Span direct = both.source_of({i, i + 1});
      const Span by_steps = first.source_of(second.source_of({i, i + 1}));
      INFO("round " << round << " byte " << i);
      // The composed map may be wider where runs of the two cut each other, never elsewhere.
      REQUIRE(direct.begin <= by_steps.begin);
      REQUIRE(direct.end >= by_steps.end);
    }
  }
}
