// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "article/article.h"
#include "bulletin/article_memory.h"
#include "bulletin/patient_source.h"
#include "bulletin/phrasing.h"
#include "bulletin/programme.h"
#include "loa/base/diagnostics.h"
#include "loa/base/result.h"
#include "loa/normalizer/normalizer.h"
#include "speech/engine.h"
#include "timeline/timeline.h"

namespace loa::bulletin {

/// A sentence that begins in a unit.
struct ScriptSentence {
  std::uint32_t phrase = 0;  ///< of the unit, where it begins
  std::string text;          ///< the article's own words
  std::size_t file_end = 0;  ///< bytes of the file up to its end
};

/// A unit with what is known of it before it is spoken.
struct ScriptUnit {
  speech::Unit unit;
  std::chrono::milliseconds silence_before{0};
  std::vector<timeline::Clause> clauses;     ///< their times are filled in when they are heard
  std::vector<Range> clause_phrases;         ///< for each clause, its phrases of the unit
  std::vector<std::size_t> words_of_phrase;  ///< kept when the unit is handed to the engine
  std::vector<std::chrono::milliseconds> pause_behind;
  std::size_t syllables = 0;  ///< about
  std::vector<ScriptSentence> sentences;
  std::size_t item = 0;
  Place place;

  /// Speaks `next` in the same unit, behind its silence. Both are of the same article.
  void append(ScriptUnit next);
};

/// What is to be said, unit by unit: the articles of a programme, read block by
/// block, normalised and cut. A fork is paid for each unit, so short blocks share one.
/// Holds one unit, one block and what the reader looks ahead.
class Script {
 public:
  struct Counts {
    std::size_t captions_skipped = 0, links_skipped = 0;
  };

  /// The arguments outlive the script.
  Script(const ProgrammeOptions& options, Diagnostics& diagnostics, const PatientSource::Waiting& waiting);

  /// Takes the articles over and reads the first one up to its title.
  Result<void> open(std::vector<Item> items);

  /// The next unit, or nothing at the end. Errors: what the sources report.
  Result<std::optional<ScriptUnit>> next();

  /// The blocks that were gathered for the next unit, if any: for a text that is written
  /// while it is read, where what follows may be long in coming.
  [[nodiscard]] std::optional<ScriptUnit> take_gathered() { return std::exchange(gathered_, std::nullopt); }

  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::string& date() const { return date_; }
  [[nodiscard]] const Counts& counts() const { return counts_; }
  [[nodiscard]] std::size_t items() const { return items_.size(); }

 private:
  Result<void> begin_item();
  void end_item();
  Result<std::optional<article::Block>> next_block();
  Result<bool> fetch();
  void say(const article::Block& block, bool announce);
  void close_with(std::vector<article::Block>& bylines);
  void announce_byline();
  [[nodiscard]] std::chrono::milliseconds silence_before(article::BlockKind kind) const;
  ScriptUnit make_unit(const article::Block& block, Range clauses) const;
  void gather(ScriptUnit unit);
  void close_gathered();

  const ProgrammeOptions& options_;
  Diagnostics& diagnostics_;
  const PatientSource::Waiting& waiting_;
  normalizer::Normalizer normalizer_;
  PhrasingLimits limits_;
  speech::Pauses pauses_;

  std::vector<Item> items_;
  std::size_t item_ = 0;
  std::optional<article::ArticleReader> reader_;
  std::deque<article::Block> opening_;  ///< read by open(), not yet said
  std::string file_;                    ///< name of the article now read
  ArticleMemory memory_;
  std::vector<article::Block> opening_bylines_;  ///< from above the text; kept for its end
  std::vector<article::Block> bylines_;          ///< last read; whether they close the article is not known
  std::deque<ScriptUnit> units_;
  std::optional<ScriptUnit> gathered_;  ///< goes behind `units_` when it is long enough

  std::optional<article::BlockKind> before_;  ///< the block last said, of this article
  bool before_continues_ = false;
  bool said_body_ = false;  ///< more than title, lead and dateline, of this article
  bool said_anything_ = false;

  std::string title_, date_;
  Counts counts_;
  normalizer::SpokenText spoken_;  ///< reused, as is the next
  Phrasing phrasing_;
  std::vector<speech::Delivery> deliveries_;  ///< of its phrases
};

}  // namespace loa::bulletin
