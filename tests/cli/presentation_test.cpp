// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/presentation.h"

#include <nlohmann/json.hpp>

#include "catch.h"

using namespace loa;
using namespace loa::cli;

namespace {

// "Lúc 7h30" behind a byte order mark of three bytes.
struct Fixture {
  std::string text = "Lúc 7h30";
  SpanMap map{3, 0};
  normalizer::SpokenText spoken;

  Fixture() {
    map.append_unchanged(text.size());
    spoken.text = "Lúc bảy giờ";
    spoken.words = {{{0, 4}, {0, 4}}, {{5, 10}, {5, 9}}, {{11, 16}, {5, 9}}};
    spoken.readings = {
        {{0, 5}, {0, 4}, normalizer::SemioticClass::plain, normalizer::Certainty::sure, "", ""},
        {{5, 9},
         {5, 16},
         normalizer::SemioticClass::time,
         normalizer::Certainty::narrow,
         "time.clock",
         "code.x"}};
  }

  std::string shown(const NormalizeOptions& options, bool continues = false, bool continued = false) {
    if (!presentation) presentation = make_presentation(options);
    std::string out;
    presentation->show({"a.txt", "", 12, text, &map, continues, continued}, spoken, out);
    return out;
  }

  std::unique_ptr<Presentation> presentation;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a line is shown as its words", "[cli][presentation]") {
  CHECK(shown({}) == "Lúc bảy giờ\n");
}

TEST_CASE_METHOD(Fixture, "the pieces of a long line are joined again", "[cli][presentation]") {
  std::string line = shown({}, true, false);
  line += shown({}, true, true);
  line += shown({}, false, true);
  CHECK(line == "Lúc bảy giờ Lúc bảy giờ Lúc bảy giờ\n");
}

TEST_CASE_METHOD(Fixture, "an empty line stays an empty line", "[cli][presentation]") {
  spoken.clear();
  CHECK(shown({}) == "\n");
}

TEST_CASE_METHOD(Fixture, "an explanation names place, class, certainty, rule and rival",
                 "[cli][presentation]") {
  const std::string out = shown({.explain = true});
  CHECK(out.find("12: Lúc bảy giờ\n") == 0);
  CHECK(out.find("\t8-12\ttime\tnarrow\ttime.clock > code.x\t7h30\tbảy giờ\n") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "an object for programs holds bytes of the file", "[cli][presentation]") {
  const std::string out = shown({.json = true});
  CHECK(out.find('\n') == out.size() - 1);
  const auto line = nlohmann::json::parse(out);
  CHECK(line["file"] == "a.txt");
  CHECK(line["line"] == 12);
  CHECK(line["written"] == "Lúc 7h30");
  CHECK(line["spoken"] == "Lúc bảy giờ");
  CHECK(line["readings"][1]["class"] == "time");
  CHECK(line["readings"][1]["rival"] == "code.x");
  CHECK(line["readings"][1]["source"] == nlohmann::json::array({8, 12}));
  CHECK(line["words"][2]["spoken"] == "giờ");
  CHECK(line["words"][2]["source"] == nlohmann::json::array({8, 12}));
}
