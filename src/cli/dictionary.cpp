// SPDX-License-Identifier: GPL-3.0-or-later
// `loa dictionary`: rows that are wrong or have no effect, and what a new table would change.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "bulletin/article_memory.h"
#include "cli/commands.h"
#include "cli/dictionaries.h"
#include "cli/doubts.h"
#include "cli/output.h"
#include "cli/places.h"
#include "loa/base/message.h"
#include "loa/normalizer/dictionary.h"

namespace loa::cli {
namespace {

using article::Block;
using normalizer::Dictionary;
using normalizer::DictionaryEntry;
using normalizer::DictionaryIssue;
using normalizer::Normalizer;
using normalizer::SpokenText;
using Object = nlohmann::ordered_json;

std::string line_of(const Object& object) {
  return object.dump(-1, ' ', false, Object::error_handler_t::replace) + '\n';
}

/// Goes through the blocks of a text that are read aloud.
template <class Take>
Result<void> for_each_block(Session& session, const Input& input, const article::TextOptions& text,
                            const Normalizer& normalizer, Take take) {
  LOA_TRY_ASSIGN(auto source, open_input(input, session.console));
  PlaceFinder places(std::move(source), text);
  article::ArticleReader reader(article::LineReader(places.watched(), text, session.console.diagnostics()));
  bulletin::ArticleMemory memory;
  while (true) {
    LOA_TRY_ASSIGN(const auto block, reader.next());
    if (!block) return {};
    if (is_complete(input)) memory.learn_ahead(*block, reader, normalizer);
    if (is_left_out(*block, true)) continue;
    LOA_TRY(take(*block, *memory.get(), places));
  }
}

class Lint {
 public:
  explicit Lint(Session& session) : session_(session), json_(session.line.dictionary.json) {}

  Result<void> run(const std::filesystem::path& path, const std::vector<Input>& corpus,
                   const normalizer::Style& style, const article::TextOptions& text) {
    std::vector<Error> problems;
    LOA_TRY_ASSIGN(const auto dictionary, Dictionary::load(path, &problems));
    for (const Error& problem : problems) LOA_TRY(tell("wrong", problem.place, problem.message));
    const auto& entries = dictionary.entries();
    for (const DictionaryIssue& issue : dictionary.issues()) {
      const DictionaryEntry& entry = entries[issue.entry];
      const DictionaryEntry& other = entries[issue.other];
      const bool same = issue.kind == DictionaryIssue::Kind::duplicate;
      LOA_TRY(tell(same ? "duplicate" : "shadowed", {entry.file, entry.line, 0},
                   same ? trf("“{}” is there twice, also in line {}", entry.written, other.line)
                        : trf("“{}” has no effect: line {} comes before it", entry.written, other.line)));
    }
    if (!corpus.empty()) LOA_TRY(find_unmet(dictionary, corpus, style, text));
    LOA_TRY(out_.finish());
    session_.console.say(trf("rows: {}; remarks: {}", entries.size() + problems.size(), remarks_));
    if (!problems.empty())
      return Error{
          ErrorCode::config, trf("wrong rows in the dictionary: {}", problems.size()), {path.string(), 0, 0}};
    if (session_.line.dictionary.strict && remarks_ > 0)
      return Error{
          ErrorCode::bad_data, trf("remarks on the dictionary: {}", remarks_), {path.string(), 0, 0}};
    return {};
  }

 private:
  Result<void> tell(const char* kind, const Place& place, const std::string& message) {
    ++remarks_;
    if (!json_) return out_.write(prefix(place) + message + '\n');
    Object it;
    it["kind"] = kind;
    it["file"] = place.file;
    it["line"] = place.line;
    it["message"] = message;
    return out_.write(line_of(it));
  }

  Result<void> find_unmet(const Dictionary& dictionary, const std::vector<Input>& corpus,
                          const normalizer::Style& style, const article::TextOptions& text) {
    std::vector<bool> met(dictionary.entries().size());
    SpokenText spoken;
    for (const Input& input : corpus) {
      const Dictionary holding = dictionary.for_article(input.path);
      const Normalizer normalizer(style, &holding);
      LOA_TRY(for_each_block(
          session_, input, text, normalizer,
          [&](const Block& block, normalizer::Memory& memory, PlaceFinder&) -> Result<void> {
            normalizer.normalize(block.text, &memory, spoken, {bulletin::text_kind(block.kind)});
            for (const normalizer::Reading& reading : spoken.readings) {
              if (reading.entry == normalizer::Reading::kNoEntry) continue;
              const auto& entry = holding.entries()[static_cast<std::size_t>(reading.entry)];
              const auto& all = dictionary.entries();
              const auto found = std::find(all.begin(), all.end(), entry);
              met[static_cast<std::size_t>(found - all.begin())] = true;
            }
            return {};
          }));
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
      const DictionaryEntry& entry = dictionary.entries()[i];
      if (!met[i])
        LOA_TRY(tell("unmet", {entry.file, entry.line, 0},
                     trf("“{}” is met nowhere in the texts", entry.written)));
    }
    return {};
  }

  Session& session_;
  bool json_;
  Output out_;
  std::size_t remarks_ = 0;
};

/// A piece of a block that two dictionaries read differently.
struct Change {
  Span source;
  std::string before, after;
};

/// Walks both readings from one common boundary to the next.
std::vector<Change> changes(const SpokenText& before, const SpokenText& after) {
  std::vector<Change> result;
  const auto bounds = [](const SpokenText& spoken) {
    std::vector<std::size_t> ends;
    // Plain words have boundaries of their own, so that a change names no more than it is.
    for (const normalizer::Reading& reading : spoken.readings) {
      if (reading.semiotic_class == normalizer::SemioticClass::plain)
        for (const normalizer::Word& word : spoken.words)
          if (reading.spoken.contains(word.spoken)) {
            ends.push_back(word.source.begin);
            ends.push_back(word.source.end);
          }
      ends.push_back(reading.source.begin);
      ends.push_back(reading.source.end);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
  };
  const auto one = bounds(before);
  const auto other = bounds(after);
  std::vector<std::size_t> common;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
  const auto words = [](const SpokenText& spoken, Span source, std::size_t& at) {
    std::string text;
    while (at < spoken.words.size() && spoken.words[at].source.begin < source.end) {
      const std::string word = spoken.words_of(spoken.words[at].spoken);
      text += (text.empty() ? "" : " ") + word;
      ++at;
    }
    return text;
  };
  std::size_t at_one = 0;
  std::size_t at_other = 0;
  for (std::size_t i = 0; i + 1 < common.size(); ++i) {
    const Span source{common[i], common[i + 1]};
    Change change{source, words(before, source, at_one), words(after, source, at_other)};
    if (change.before != change.after) result.push_back(std::move(change));
  }
  return result;
}

Result<void> diff(Session& session, const std::vector<Input>& inputs, const normalizer::Style& style,
                  const article::TextOptions& text) {
  const DictionaryOptions& options = session.line.dictionary;
  LOA_TRY_ASSIGN(const auto old_table, Dictionary::load(options.tables[0]));
  LOA_TRY_ASSIGN(const auto new_table, Dictionary::load(options.tables[1]));
  Output out;
  std::size_t count = 0;
  SpokenText before;
  SpokenText after;
  for (const Input& input : inputs) {
    LOA_TRY_ASSIGN(const auto old_dictionary, dictionary_of_article(old_table, input));
    LOA_TRY_ASSIGN(const auto new_dictionary, dictionary_of_article(new_table, input));
    const Normalizer old_normalizer(style, &old_dictionary);
    const Normalizer new_normalizer(style, &new_dictionary);
    const auto compare = [&](const Block& block, normalizer::Memory& memory,
                             PlaceFinder& places) -> Result<void> {
      const normalizer::Options as{bulletin::text_kind(block.kind)};
      old_normalizer.normalize(block.text, &memory, before, as);
      new_normalizer.normalize(block.text, &memory, after, as);
      for (const Change& change : changes(before, after)) {
        ++count;
        const Span bytes = block.map.source_of(change.source);
        LOA_TRY_ASSIGN(const Place place, places.place_of(bytes.begin));
        const std::string written(change.source.of(block.text));
        const std::string sentence = sentence_around(block.text, change.source);
        if (options.json) {
          Object it;
          it["file"] = place.file;
          it["line"] = place.line;
          it["column"] = place.column;
          it["source"] = Object::array({bytes.begin, bytes.end});
          it["written"] = written;
          it["before"] = change.before;
          it["after"] = change.after;
          it["sentence"] = sentence;
          LOA_TRY(out.write(line_of(it)));
        } else {
          LOA_TRY(out.write(prefix(place) +
                            trf("“{}” is read {}, would be read {}", written, shown_words(change.before),
                                shown_words(change.after)) +
                            "\n  " + trf("Sentence: {}", sentence) + "\n\n"));
        }
      }
      return {};
    };
    LOA_TRY(for_each_block(session, input, text, new_normalizer, compare));
  }
  LOA_TRY(out.finish());
  session.console.say(trf("readings that change: {}", count));
  if (options.strict && count > 0) return Error{ErrorCode::bad_data, trf("readings that change: {}", count)};
  return {};
}

}  // namespace

Result<void> run_dictionary(Session& session) {
  const DictionaryOptions& options = session.line.dictionary;
  LOA_TRY_ASSIGN(const auto profile, resolve_voice(session.settings));
  LOA_TRY_ASSIGN(const auto text, text_options(session.line.input));
  std::vector<Input> inputs;
  if (!session.line.input.files.empty()) {
    LOA_TRY_ASSIGN(inputs, find_inputs(session.line.input));
  }
  if (options.action == DictionaryOptions::Action::diff) return diff(session, inputs, profile.style, text);
  const auto path = options.tables.empty() ? station_dictionary_path(session.settings)
                                           : std::filesystem::path(options.tables.front());
  std::error_code unknown;
  if (options.tables.empty() && !std::filesystem::exists(path, unknown))
    return Error{ErrorCode::no_input,
                 tr("there is no dictionary yet"),
                 {path.string(), 0, 0},
                 tr("loa check --accept ID writes its first entry")};
  return Lint(session).run(path, inputs, profile.style, text);
}

}  // namespace loa::cli
