// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/script.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "bulletin/dateline.h"
#include "bulletin/delivery.h"
#include "bulletin/pauses.h"
#include "loa/base/message.h"

namespace loa::bulletin {
namespace {

using article::Block;
using article::BlockKind;

// Said before the name that closes a reading; spoken, not a message of the program.
constexpr std::string_view kBylineAnnouncement = "Bài của";

// A by-line that says what it is needs no announcement: "Theo TTXVN", "Bài, ảnh: Lan Chi".
constexpr std::string_view kSpeakingBylines[] = {"Theo ",   "Bài",   "Tin",      "Ảnh",
                                                 "Tác giả", "Nguồn", "Thực hiện"};

constexpr UnitLimits kUnitLimits;
constexpr std::size_t kMostBylines = 8;
constexpr std::size_t kMostAboveTitle = 4;

bool says_what_it_is(std::string_view byline) {
  if (byline.substr(0, 1) == "(") byline.remove_prefix(1);
  if (byline.find(':') != std::string_view::npos) return true;
  return std::any_of(std::begin(kSpeakingBylines), std::end(kSpeakingBylines),
                     [&](std::string_view start) { return byline.substr(0, start.size()) == start; });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

void ScriptUnit::append(ScriptUnit next) {
  const std::size_t shift = unit.phrases.size();
  unit.phrases.back().pause_after += next.silence_before;
  std::move(next.unit.phrases.begin(), next.unit.phrases.end(), std::back_inserter(unit.phrases));
  std::move(next.clauses.begin(), next.clauses.end(), std::back_inserter(clauses));
  for (const Range range : next.clause_phrases)
    clause_phrases.push_back({range.begin + shift, range.end + shift});
  for (ScriptSentence& sentence : next.sentences) {
    sentence.phrase += static_cast<std::uint32_t>(shift);
    sentences.push_back(std::move(sentence));
  }
  syllables += next.syllables;
}

Script::Script(const ProgrammeOptions& options, Diagnostics& diagnostics,
               const PatientSource::Waiting& waiting)
    : options_(options),
      diagnostics_(diagnostics),
      waiting_(waiting),
      normalizer_(options.voice.style),
      limits_{.breath = &options.voice.prosody.breath},
      pauses_(speech::pauses_at(options.voice, options.voice.settings.rate_wpm)) {}

Result<void> Script::open(std::vector<Item> items) {
  items_ = std::move(items);
  if (items_.empty()) return {};
  LOA_TRY(begin_item());
  // Papers put section and date above the title.
  for (bool above = true; above && opening_.size() < kMostAboveTitle;) {
    LOA_TRY_ASSIGN(auto block, reader_->next());
    if (!block) break;
    if (block->kind == BlockKind::title) title_ = block->text;
    if (date_.empty()) date_ = publication_date(block->text);
    above = block->kind == BlockKind::dateline || block->kind == BlockKind::subhead ||
            block->kind == BlockKind::link;
    opening_.push_back(*std::move(block));
  }
  if (date_.empty()) date_ = publication_date(reader_->look_ahead());
  return {};
}

Result<void> Script::begin_item() {
  file_ = items_[item_].source->name();
  const normalizer::Dictionary& own = items_[item_].dictionary;
  normalizer_ = normalizer::Normalizer(options_.voice.style, own.empty() ? nullptr : &own);
  auto source = std::make_unique<PatientSource>(std::move(items_[item_].source), waiting_);
  reader_.emplace(article::LineReader(std::move(source), options_.text, diagnostics_));
  memory_ = {};
  before_.reset();
  before_continues_ = said_body_ = false;
  return {};
}

void Script::end_item() {
  close_gathered();
  if (!before_ && items_.size() > 1)
    diagnostics_.warn("nothing-to-say", tr("there is nothing to say in it"), {file_});
  reader_.reset();
  ++item_;
}

Result<std::optional<Block>> Script::next_block() {
  if (opening_.empty()) return reader_->next();
  std::optional<Block> block(std::move(opening_.front()));
  opening_.pop_front();
  return block;
}

// Reads until there is a unit to say; false at the end of the programme.
Result<bool> Script::fetch() {
  while (units_.empty()) {
    if (item_ == items_.size()) return false;
    if (!reader_) LOA_TRY(begin_item());
    LOA_TRY_ASSIGN(auto block, next_block());
    if (!block) {
      close_with(opening_bylines_);
      close_with(bylines_);
      end_item();
      continue;
    }
    memory_.learn_ahead(*block, *reader_, normalizer_);
    if (block->sure && block->kind == BlockKind::caption && !options_.captions_too) {
      ++counts_.captions_skipped;
    } else if (block->sure && block->kind == BlockKind::link) {
      ++counts_.links_skipped;
    } else if (block->kind == BlockKind::byline && block->sure &&
               opening_bylines_.size() + bylines_.size() < kMostBylines) {
      (said_body_ ? bylines_ : opening_bylines_).push_back(*std::move(block));
    } else {
      // Text goes on behind these names: they sign a part of it (a decree), at their place.
      for (const Block& byline : bylines_) say(byline, false);
      bylines_.clear();
      say(*block, false);
    }
  }
  return true;
}

Result<std::optional<ScriptUnit>> Script::next() {
  LOA_TRY_ASSIGN(const bool more, fetch());
  if (!more) return std::optional<ScriptUnit>();
  std::optional<ScriptUnit> unit(std::move(units_.front()));
  units_.pop_front();
  return unit;
}

std::chrono::milliseconds Script::silence_before(BlockKind kind) const {
  if (!said_anything_) return std::chrono::milliseconds(0);
  if (!before_) return pauses_.item;
  if (before_continues_) return pauses_.sentence;
  return pause_between(*before_, kind, pauses_);
}

// The names that close a reading. One name is announced; several lines are a
// signature ("TM. UBND", "Chủ tịch", the name) and say themselves what they are.
void Script::close_with(std::vector<Block>& bylines) {
  for (const Block& byline : bylines) say(byline, options_.announce_byline && bylines.size() == 1);
  bylines.clear();
}

// Puts "Bài của" before the name; the two words come from no byte of the article.
void Script::announce_byline() {
  const std::size_t room = kBylineAnnouncement.size() + 1;
  spoken_.text.insert(0, std::string(kBylineAnnouncement) + " ");
  for (normalizer::Word& word : spoken_.words) word.spoken = word.spoken.shifted(room);
  for (normalizer::Pause& pause : spoken_.pauses) pause.offset += room;
  for (normalizer::LanguageRun& run : spoken_.languages) run.spoken = run.spoken.shifted(room);
  const std::size_t blank = kBylineAnnouncement.find(' ');
  spoken_.words.insert(spoken_.words.begin(),
                       {{{0, blank}, {0, 0}}, {{blank + 1, kBylineAnnouncement.size()}, {0, 0}}});
}

void Script::say(const Block& block, bool announce) {
  normalizer_.normalize(block.text, memory_.get(), spoken_, {text_kind(block.kind)});
  if (spoken_.words.empty()) return;  // a line of stars
  if (announce && !says_what_it_is(block.text)) announce_byline();
  cut_phrases(spoken_, block.text, article::sentences(block.text), phrasing_, limits_);
  if (phrasing_.phrases.empty()) return;
  deliveries_ = deliver(phrasing_, block.kind, options_.voice.prosody);
  auto silence = silence_before(block.kind);
  for (const Range clauses : cut_units(phrasing_.clauses, !said_anything_, kUnitLimits)) {
    ScriptUnit unit = make_unit(block, clauses);
    unit.silence_before = std::exchange(silence, std::chrono::milliseconds(0));
    if (clauses.end == phrasing_.clauses.size()) {
      // What follows the block is not known yet: its silence comes before the next one.
      unit.unit.phrases.back().pause_after = std::chrono::milliseconds(0);
      unit.clauses.back().block_end = !block.continues;
    }
    gather(std::move(unit));
    said_anything_ = true;
  }
  before_ = block.kind;
  before_continues_ = block.continues;
  said_body_ = said_body_ || block.kind == BlockKind::paragraph || block.kind == BlockKind::quotation ||
               block.kind == BlockKind::list_item;
}

// The first unit of all is not kept back: it is what somebody waits for.
void Script::gather(ScriptUnit unit) {
  if (!said_anything_) {
    units_.push_back(std::move(unit));
    return;
  }
  if (gathered_ && gathered_->syllables + unit.syllables > kUnitLimits.syllables) close_gathered();
  if (gathered_)
    gathered_->append(std::move(unit));
  else
    gathered_ = std::move(unit);
  if (gathered_->syllables >= kUnitLimits.gathered_syllables) close_gathered();
}

void Script::close_gathered() {
  if (gathered_) units_.push_back(*std::exchange(gathered_, std::nullopt));
}

ScriptUnit Script::make_unit(const Block& block, Range clauses) const {
  ScriptUnit out;
  out.item = item_;
  out.place = {file_, block.line};
  const std::size_t first_phrase = phrasing_.clauses[clauses.begin].phrases.begin;
  const std::size_t last_phrase = phrasing_.clauses[clauses.end - 1].phrases.end;
  out.unit.phrases.reserve(last_phrase - first_phrase);
  out.clauses.reserve(clauses.size());
  for (std::size_t c = clauses.begin; c < clauses.end; ++c) {
    const ClauseCut& cut = phrasing_.clauses[c];
    out.syllables += cut.syllables;
    timeline::Clause clause;
    clause.written = cut.written.of(block.text);
    clause.sentence_end = cut.sentence_end;
    clause.block_kind = article::name(block.kind);
    clause.file = file_;
    clause.line = block.line;
    for (std::size_t p = cut.phrases.begin; p < cut.phrases.end; ++p) {
      const PhraseCut& from = phrasing_.phrases[p];
      speech::Phrase phrase;
      phrase.language = from.language == normalizer::Language::english ? speech::Language::english
                                                                       : speech::Language::vietnamese;
      phrase.delivery = deliveries_[p];
      phrase.pause_after = pause_behind(from.behind, pauses_);
      for (std::size_t w = from.words.begin; w < from.words.end; ++w) {
        const SpokenWord& word = phrasing_.words[w];
        const std::string_view text = word.spoken.of(spoken_.text);
        if (!phrase.text.empty()) phrase.text += ' ';
        phrase.words.push_back({phrase.text.size(), phrase.text.size() + text.size()});
        phrase.text += text;
        // A reading that is cut all the same has words whose source lies in a neighbour.
        const auto inside = [&](std::size_t offset) {
          return std::clamp(offset, cut.written.begin, cut.written.end) - cut.written.begin;
        };
        clause.word_offsets.push_back(inside(word.source.begin));
        clause.word_ends.push_back(inside(word.source.end));
        clause.words.push_back({std::string(text), block.map.source_of(word.source)});
      }
      phrase.text += from.mark;
      out.unit.phrases.push_back(std::move(phrase));
    }
    out.clause_phrases.push_back({cut.phrases.begin - first_phrase, cut.phrases.end - first_phrase});
    out.clauses.push_back(std::move(clause));

    const bool begins = c == 0 || phrasing_.clauses[c - 1].sentence_end;
    if (!begins) continue;
    std::size_t last = c;
    while (!phrasing_.clauses[last].sentence_end && last + 1 < phrasing_.clauses.size()) ++last;
    const Span written{cut.written.begin, phrasing_.clauses[last].written.end};
    out.sentences.push_back({static_cast<std::uint32_t>(cut.phrases.begin - first_phrase),
                             std::string(trimmed(written.of(block.text))),
                             block.map.source_of({written.begin, written.end}).end});
  }
  return out;
}

}  // namespace loa::bulletin
