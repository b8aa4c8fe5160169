// SPDX-License-Identifier: GPL-3.0-or-later
#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "article/article.h"
#include "bulletin/article_memory.h"
#include "cli/commands.h"
#include "cli/dictionaries.h"
#include "cli/output.h"
#include "cli/presentation.h"
#include "loa/normalizer/normalizer.h"

namespace loa::cli {
namespace {

using article::Line;
using normalizer::Memory;
using normalizer::Normalizer;
using normalizer::SpokenText;

/// How far a file is read ahead for what it defines.
constexpr std::size_t kLookAheadBytes = 64 * 1024;

class Work {
 public:
  Work(Session& session, const normalizer::Style& style, const normalizer::Dictionary& station,
       article::TextOptions text)
      : session_(session),
        options_(session.line.normalize),
        style_(style),
        station_(station),
        text_options_(std::move(text)),
        presentation_(make_presentation(options_)) {}

  Result<void> run(const Input& input);
  Result<void> finish() { return out_.finish(); }

 private:
  Result<void> lines(const Input& input, article::LineReader reader);
  Result<void> blocks(const Input& input, article::ArticleReader reader);
  Result<void> say(const Line& line, Memory* memory);
  Result<void> show(const Written& written);

  Session& session_;
  const NormalizeOptions& options_;
  const normalizer::Style style_;
  const normalizer::Dictionary& station_;
  normalizer::Dictionary dictionary_;  ///< of the article now read
  Normalizer normalizer_;
  article::TextOptions text_options_;
  std::unique_ptr<Presentation> presentation_;
  Output out_;
  std::string file_;
  bool continued_ = false;
  SpokenText spoken_;  // this and the next are reused: no allocation for each line
  std::string shown_;
};

Result<void> Work::run(const Input& input) {
  LOA_TRY_ASSIGN(dictionary_, dictionary_of_article(station_, input));
  normalizer_ = Normalizer(style_, dictionary_.empty() ? nullptr : &dictionary_);
  LOA_TRY_ASSIGN(auto source, open_input(input, session_.console));
  file_ = source->name();
  continued_ = false;
  article::LineReader reader(std::move(source), text_options_, session_.console.diagnostics());
  if (options_.article) return blocks(input, article::ArticleReader(std::move(reader)));
  return lines(input, std::move(reader));
}

Result<void> Work::lines(const Input& input, article::LineReader reader) {
  const bool complete = is_complete(input);
  Memory memory;
  Memory* const remembered = options_.lines ? nullptr : &memory;
  const std::size_t ahead = remembered != nullptr && complete ? kLookAheadBytes : 0;
  std::deque<Line> waiting;
  std::size_t waiting_bytes = 0;
  for (bool more = true;;) {
    while (more && (waiting.empty() || waiting_bytes < ahead)) {
      // Before a wait, whoever reads us gets what there is.
      if (!complete && !reader.ready()) LOA_TRY(out_.flush());
      LOA_TRY_ASSIGN(auto line, reader.next());
      more = line.has_value();
      if (!more) break;
      if (ahead > 0) normalizer_.learn(line->text, memory);
      waiting_bytes += line->text.size() + 1;
      waiting.push_back(*std::move(line));
    }
    if (waiting.empty()) return {};
    LOA_TRY(say(waiting.front(), remembered));
    waiting_bytes -= waiting.front().text.size() + 1;
    waiting.pop_front();
  }
}

Result<void> Work::say(const Line& line, Memory* memory) {
  normalizer_.normalize(line.text, memory, spoken_);
  LOA_TRY(show({file_, "", line.number, line.text, &line.map, line.continues, continued_}));
  continued_ = line.continues;
  if (options_.lines && !line.continues) LOA_TRY(out_.flush());
  return {};
}

Result<void> Work::blocks(const Input& input, article::ArticleReader reader) {
  const bool complete = is_complete(input);
  bulletin::ArticleMemory memory;
  for (;;) {
    if (!complete) LOA_TRY(out_.flush());
    LOA_TRY_ASSIGN(const auto block, reader.next());
    if (!block) return {};
    if (complete) memory.learn_ahead(*block, reader, normalizer_);
    normalizer_.normalize(block->text, memory.get(), spoken_, {bulletin::text_kind(block->kind)});
    LOA_TRY(show({file_, article::name(block->kind), block->line, block->text, &block->map, block->continues,
                  continued_}));
    continued_ = block->continues;
  }
}

Result<void> Work::show(const Written& written) {
  shown_.clear();
  presentation_->show(written, spoken_, shown_);
  return out_.write(shown_);
}

}  // namespace

Result<void> run_normalize(Session& session) {
  LOA_TRY_ASSIGN(const auto profile, resolve_voice(session.settings));
  LOA_TRY_ASSIGN(auto text, text_options(session.line.input));
  LOA_TRY_ASSIGN(const auto inputs, find_inputs(session.line.input));
  LOA_TRY_ASSIGN(const auto station, load_station_dictionary(session.settings));
  Work work(session, profile.style, station, std::move(text));
  for (const Input& input : inputs) {
    Result<void> done = work.run(input);
    if (!done) {
      // What was made before the fault is still good.
      if (done.error().code != ErrorCode::broken_pipe) LOA_TRY(work.finish());
      return done;
    }
  }
  return work.finish();
}

}  // namespace loa::cli
