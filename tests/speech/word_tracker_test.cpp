// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/word_tracker.h"

#include "catch.h"
#include "speech/gate.h"

using loa::speech::Frames;
using loa::speech::kNoLetters;
using loa::speech::WordTracker;
using Start = WordTracker::Start;

namespace {
std::vector<std::pair<std::uint32_t, Frames>> plain(const std::vector<Start>& starts) {
  std::vector<std::pair<std::uint32_t, Frames>> result;
  for (const Start& start : starts) result.emplace_back(start.word, start.frame);
  return result;
}
using Plain = std::vector<std::pair<std::uint32_t, Frames>>;
}  // namespace

TEST_CASE("an event starts the word that it points to", "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, 4, 9});
  std::vector<Start> known;
  tracker.on_event(1, 0, known);
  tracker.on_event(5, 100, known);
  tracker.on_event(10, 250, known);
  tracker.finish(400, 12, known);
  CHECK(plain(known) == Plain{{0, 0}, {1, 100}, {2, 250}});
  CHECK(tracker.dropped() == 0);
  CHECK(tracker.interpolated() == 0);
  CHECK(tracker.lost() == 0);
}

TEST_CASE("events that point back or into a word are dropped", "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, 4});
  std::vector<Start> known;
  tracker.on_event(1, 0, known);
  tracker.on_event(1, 20, known);   // again
  tracker.on_event(0, 30, known);   // before the text
  tracker.on_event(3, 40, known);   // inside
  tracker.on_event(99, 50, known);  // behind the text
  tracker.on_event(5, 60, known);
  CHECK(plain(known) == Plain{{0, 0}, {1, 60}});
  CHECK(tracker.dropped() == 4);
}

TEST_CASE("a word without an event lies between its neighbours by its letters", "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, 4, 6, 10});
  std::vector<Start> known;
  tracker.on_event(1, 1000, known);
  tracker.on_event(7, 1600, known);
  tracker.on_event(11, 2000, known);
  CHECK(plain(known) == Plain{{0, 1000}, {1, 1400}, {2, 1600}, {3, 2000}});
  tracker.finish(2500, 12, known);
  CHECK(tracker.interpolated() == 1);
  CHECK(tracker.lost() == 0);
}

TEST_CASE("a last word without an event lies before the end", "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, 2, 5});
  std::vector<Start> known;
  tracker.on_event(1, 0, known);
  tracker.on_event(3, 200, known);
  tracker.finish(800, 8, known);
  CHECK(plain(known) == Plain{{0, 0}, {1, 200}, {2, 500}});
  CHECK(tracker.interpolated() == 1);
}

TEST_CASE("a run of words without events is lost when it is longer than the engine joins",
          "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, 2, 4, 6, 8});
  std::vector<Start> known;
  tracker.on_event(1, 0, known);
  tracker.finish(900, 9, known);
  CHECK(known.size() == 5);
  CHECK(tracker.lost() == 4);
  CHECK(tracker.interpolated() == 0);
}

TEST_CASE("a phrase without any event is lost", "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, 2});
  std::vector<Start> known;
  tracker.finish(900, 3, known);
  CHECK(tracker.lost() == 2);
}

TEST_CASE("a word of which no letter passed the gate is lost", "[speech][words]") {
  WordTracker tracker(std::vector<std::uint32_t>{0, kNoLetters, 3});
  std::vector<Start> known;
  tracker.on_event(1, 0, known);
  tracker.on_event(4, 300, known);
  tracker.finish(500, 5, known);
  CHECK(plain(known) == Plain{{0, 0}, {2, 300}});
  CHECK(tracker.lost() == 1);
}
