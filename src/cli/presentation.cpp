// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/presentation.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

namespace loa::cli {
namespace {

using normalizer::Reading;
using normalizer::SpokenText;

class Plain : public Presentation {
 public:
  void show(const Written& written, const SpokenText& spoken, std::string& out) override {
    if (!written.continued) said_ = false;
    if (said_ && !spoken.text.empty()) out += ' ';
    out += spoken.text;
    said_ = said_ || !spoken.text.empty();
    if (!written.continues) out += '\n';
  }

 private:
  bool said_ = false;  ///< something of the line that goes on
};

class Explained : public Presentation {
 public:
  void show(const Written& written, const SpokenText& spoken, std::string& out) override {
    auto to = std::back_inserter(out);
    const std::string_view colon = written.kind.empty() ? "" : " ";
    fmt::format_to(to, "{}{}{}: {}\n", written.line, colon, written.kind, spoken.text);
    for (const Reading& reading : spoken.readings) {
      const Span place = written.map->source_of(reading.source);
      fmt::format_to(to, "\t{}-{}\t{}\t{}\t{}", place.begin, place.end, name(reading.semiotic_class),
                     name(reading.certainty), reading.rule);
      if (!reading.rival.empty()) fmt::format_to(to, " > {}", reading.rival);
      fmt::format_to(to, "\t{}\t{}\n", reading.source.of(written.text), reading.spoken.of(spoken.text));
    }
  }
};

class Json : public Presentation {
 public:
  void show(const Written& written, const SpokenText& spoken, std::string& out) override {
    using Object = nlohmann::ordered_json;
    const auto place = [&written](Span source) {
      const Span file = written.map->source_of(source);
      return Object::array({file.begin, file.end});
    };
    Object line;
    line["file"] = written.file;
    line["line"] = written.line;
    if (!written.kind.empty()) line["kind"] = written.kind;
    if (written.continues) line["continues"] = true;
    line["written"] = written.text;
    line["spoken"] = spoken.text;
    Object& readings = line["readings"] = Object::array();
    for (const Reading& reading : spoken.readings) {
      Object it;
      it["class"] = name(reading.semiotic_class);
      it["rule"] = reading.rule;
      if (!reading.rival.empty()) it["rival"] = reading.rival;
      it["certainty"] = name(reading.certainty);
      it["source"] = place(reading.source);
      it["written"] = reading.source.of(written.text);
      it["spoken"] = reading.spoken.of(spoken.text);
      readings.push_back(std::move(it));
    }
    Object& words = line["words"] = Object::array();
    // Both lie in the order of the words.
    auto run = spoken.languages.begin();
    auto pause = spoken.pauses.begin();
    for (const normalizer::Word& word : spoken.words) {
      Object it;
      while (pause != spoken.pauses.end() && pause->offset <= word.spoken.begin) {
        const bool light = pause++->strength == normalizer::Pause::Strength::light;
        it["pause"] = light ? "light" : "group";  // before the word
      }
      it["spoken"] = word.spoken.of(spoken.text);
      it["source"] = place(word.source);
      while (run != spoken.languages.end() && run->spoken.end <= word.spoken.begin) ++run;
      if (run != spoken.languages.end() && run->language == normalizer::Language::english &&
          run->spoken.contains(word.spoken))
        it["lang"] = "en";
      words.push_back(std::move(it));
    }
    // Malformed bytes were replaced by the reader; should one get here, it must not end the stream.
    out += line.dump(-1, ' ', false, Object::error_handler_t::replace);
    out += '\n';
  }
};

}  // namespace

std::unique_ptr<Presentation> make_presentation(const NormalizeOptions& options) {
  if (options.json) return std::make_unique<Json>();
  if (options.explain) return std::make_unique<Explained>();
  return std::make_unique<Plain>();
}

}  // namespace loa::cli
