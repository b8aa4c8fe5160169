// SPDX-License-Identifier: GPL-3.0-or-later
// `loa check`: what to listen to before an article goes on air.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/dictionaries.h"
#include "cli/doubts.h"
#include "cli/output.h"
#include "loa/base/message.h"
#include "loa/normalizer/dictionary.h"

namespace loa::cli {
namespace {

using normalizer::Certainty;
using normalizer::Dictionary;
using normalizer::DictionaryEntry;
using normalizer::Normalizer;

/// A doubt in words: what matters first, each line by itself, for eyes and for a screen reader.
std::string in_words(const Doubt& doubt) {
  std::string text =
      prefix(doubt.place) + trf("“{}” is read {}", doubt.written, shown_words(doubt.spoken)) + '\n';
  const auto line = [&text](const std::string& words) { text += "  " + words + '\n'; };
  line(trf("Why in doubt: {}", reason(doubt.certainty)));
  if (!doubt.rivals.empty()) {
    std::string rivals;
    for (const normalizer::Rival& rival : doubt.rivals)
      rivals += (rivals.empty() ? "" : "; ") + shown_words(rival.spoken);
    line(trf("It might be: {}", rivals));
  }
  line(trf("Sentence: {}", doubt.sentence));
  line(trf("ID: {}", doubt.id));
  return text + '\n';
}

std::string in_json(const Doubt& doubt) {
  using Object = nlohmann::ordered_json;
  Object it;
  it["id"] = doubt.id;
  it["file"] = doubt.place.file;
  it["line"] = doubt.place.line;
  it["column"] = doubt.place.column;
  it["source"] = Object::array({doubt.bytes.begin, doubt.bytes.end});
  it["kind"] = doubt.block;
  it["written"] = doubt.written;
  it["spoken"] = doubt.spoken;
  it["certainty"] = name(doubt.certainty);
  it["rule"] = doubt.rule;
  Object& rivals = it["rivals"] = Object::array();
  for (const normalizer::Rival& rival : doubt.rivals)
    rivals.push_back(Object{{"spoken", rival.spoken}, {"rule", rival.rule}});
  it["sentence"] = doubt.sentence;
  return it.dump(-1, ' ', false, Object::error_handler_t::replace) + '\n';
}

/// What is not known at all is not known anywhere; what neighbours decide holds beside them only.
bool holds_by_neighbours(const Doubt& doubt) {
  return doubt.certainty != Certainty::unknown_abbreviation && doubt.certainty != Certainty::unknown_foreign;
}

class Checking {
 public:
  Checking(Session& session, normalizer::Style style, article::TextOptions text, Dictionary station)
      : session_(session),
        options_(session.line.check),
        style_(style),
        text_(std::move(text)),
        station_(std::move(station)) {}

  Result<void> run(const Input& input) {
    if (!options_.accept.empty()) LOA_TRY(accept(input));
    LOA_TRY_ASSIGN(const Tally tally, list(input, station_, [this](const Doubt& doubt) -> Result<void> {
                     if (!options_.accept.empty()) return {};
                     LOA_TRY(out_.write(options_.json ? in_json(doubt) : in_words(doubt)));
                     return out_.flush();
                   }));
    total_.doubts += tally.doubts;
    total_.readings += tally.readings;
    return {};
  }

  /// The end: what was asked for and not found, the summary, what --strict says.
  Result<void> finish() {
    LOA_TRY(out_.finish());
    for (const std::string& id : options_.accept)
      if (id != "all" && !found_.contains(id))
        return Error{ErrorCode::usage,
                     trf("there is no doubt with the ID “{}”", id),
                     {},
                     tr("loa check FILE lists them; what is accepted already is not among them")};
    session_.console.say(trf("readings in doubt: {} of {}", total_.doubts, total_.readings));
    if (total_.doubts > 0 && options_.accept.empty() && !options_.json)
      session_.console.say(
          tr("to keep one: loa check --accept ID FILE; to change its words, add --as 'words'"));
    if (options_.strict && total_.doubts > 0)
      return Error{ErrorCode::bad_data, trf("readings still in doubt: {}", total_.doubts)};
    return {};
  }

 private:
  Result<Tally> list(const Input& input, const Dictionary& station,
                     const std::function<Result<void>(const Doubt&)>& take,
                     const Dictionary* more = nullptr) {
    LOA_TRY_ASSIGN(auto dictionary, dictionary_of_article(station, input));
    if (more != nullptr) dictionary.add_layer(*more);
    const Normalizer normalizer(style_, dictionary.empty() ? nullptr : &dictionary);
    LOA_TRY_ASSIGN(auto source, open_input(input, session_.console));
    return find_doubts(std::move(source), text_, normalizer, is_complete(input),
                       session_.settings.captions_too.value_or(false), session_.console.diagnostics(), take);
  }

  Result<void> accept(const Input& input) {
    if (input.path == "-")
      return Error{
          ErrorCode::usage, tr("what is accepted must be read twice: give a file or --text"), {}, {}};
    const bool all =
        std::find(options_.accept.begin(), options_.accept.end(), "all") != options_.accept.end();
    std::vector<Doubt> chosen;
    LOA_TRY(list(input, station_, [&](const Doubt& doubt) -> Result<void> {
      const bool named =
          std::find(options_.accept.begin(), options_.accept.end(), doubt.id) != options_.accept.end();
      if (named) found_.insert(doubt.id);
      const bool twice =
          std::any_of(chosen.begin(), chosen.end(), [&](const Doubt& d) { return d.id == doubt.id; });
      if ((named || all) && !twice) chosen.push_back(doubt);
      return {};
    }));
    if (chosen.empty()) return {};
    const bool in_article = options_.scope == CheckOptions::Scope::article;
    const auto path =
        in_article ? article_dictionary_path(input) : station_dictionary_path(session_.settings);
    std::vector<DictionaryEntry> entries;
    for (const Doubt& doubt : chosen) {
      DictionaryEntry entry;
      entry.written = doubt.written;
      entry.spoken = options_.as.value_or(doubt.spoken);
      if (holds_by_neighbours(doubt)) entry.cue = doubt.cue;
      entry.scope = in_article ? "article" : "station";
      entry.note = doubt.sentence;
      std::replace(entry.note.begin(), entry.note.end(), '\t', ' ');
      if (!in_article && holds_by_neighbours(doubt) && entry.cue.empty())
        return Error{ErrorCode::usage,
                     trf("no word stands beside “{}” to know it by in other articles", doubt.written),
                     doubt.place, tr("accept it for this article, with --scope article")};
      entries.push_back(std::move(entry));
    }
    // Nothing is written that would not take effect.
    Dictionary more;
    for (const DictionaryEntry& entry : entries)
      if (auto added = more.add(entry); !added) {
        added.error().code = ErrorCode::usage;
        return std::move(added).error();
      }
    std::set<std::string> open;
    LOA_TRY(list(
        input, station_,
        [&open](const Doubt& doubt) -> Result<void> {
          open.insert(doubt.id);
          return {};
        },
        &more));
    for (const Doubt& doubt : chosen)
      if (open.contains(doubt.id))
        return Error{ErrorCode::usage, trf("“{}” cannot be accepted by itself", doubt.written), doubt.place,
                     trf("write the whole of what is joined to it into {}", path.string())};
    for (const DictionaryEntry& entry : entries) {
      LOA_TRY(append_entry(path, entry));
      session_.console.say(
          trf("“{}” is read {}: written to {}", entry.written, shown_words(entry.spoken), path.string()));
    }
    if (!in_article) {
      LOA_TRY_ASSIGN(station_, load_station_dictionary(session_.settings));
    }
    return {};
  }

  Session& session_;
  const CheckOptions& options_;
  normalizer::Style style_;
  article::TextOptions text_;
  Dictionary station_;
  Output out_;
  Tally total_;
  std::set<std::string> found_;
};

}  // namespace

Result<void> run_check(Session& session) {
  LOA_TRY_ASSIGN(const auto profile, resolve_voice(session.settings));
  LOA_TRY_ASSIGN(auto text, text_options(session.line.input));
  LOA_TRY_ASSIGN(const auto inputs, find_inputs(session.line.input));
  const CheckOptions& options = session.line.check;
  std::error_code ignored;
  // The first reading that a station accepts makes its dictionary.
  const bool is_new = !options.accept.empty() && options.scope == CheckOptions::Scope::station &&
                      !std::filesystem::exists(station_dictionary_path(session.settings), ignored);
  Dictionary station;
  if (!is_new) {
    LOA_TRY_ASSIGN(station, load_station_dictionary(session.settings));
  }
  Checking checking(session, profile.style, std::move(text), std::move(station));
  for (const Input& input : inputs) LOA_TRY(checking.run(input));
  return checking.finish();
}

}  // namespace loa::cli
