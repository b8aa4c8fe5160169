// SPDX-License-Identifier: GPL-3.0-or-later
// How else a piece of text might be read: for the editor who has to choose.
#include <algorithm>

#include "abbreviation.h"
#include "context.h"
#include "draft.h"
#include "foreign.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "loa/normalizer/dictionary.h"
#include "loa/normalizer/normalizer.h"
#include "memory.h"
#include "recogniser.h"
#include "scan.h"

namespace loa::normalizer {
namespace {

// Cues look at one sentence; what lies further off decides nothing here.
constexpr std::size_t kAround = 8 * 1024;

void append_words(const Draft& draft, std::string& words) {
  for (const Draft::Item& item : draft.items()) {
    if (item.kind != Draft::Item::Kind::word) continue;
    if (!words.empty()) words += ' ';
    if (item.language == Language::english) words += kEnglishMark;
    words += draft.text(item);
  }
}

class RivalFinder {
 public:
  RivalFinder(const Context& context, std::size_t first, std::size_t end, std::string chosen)
      : context_(context), first_(first), end_(end), chosen_(std::move(chosen)) {}

  std::vector<Rival> find() {
    add_later_rules();
    add_expansions();
    add_foreign();
    add_letters();
    if (rivals_.size() > Normalizer::kMostRivals) rivals_.resize(Normalizer::kMostRivals);
    return std::move(rivals_);
  }

 private:
  void add(std::string spoken, std::string_view rule) {
    if (spoken.empty() || spoken == chosen_) return;
    const bool known =
        std::any_of(rivals_.begin(), rivals_.end(), [&](const Rival& r) { return r.spoken == spoken; });
    if (!known) rivals_.push_back({std::move(spoken), rule});
  }

  // Reads on from token `i` to the end of the piece, as the reader does.
  void read_rest(std::size_t i, std::string& words) {
    while (i < end_) {
      const Token& token = context_[i];
      std::size_t next = i + 1;
      bool read = false;
      if (!token.is(TokenKind::blank)) {
        context_.move_to(i);
        const RuleList rules = rules_for(context_, i);
        for (std::size_t r = 0; r < rules.size(); ++r) {
          draft_.reset();
          if (!rules[r].recognise(context_, draft_)) continue;
          append_words(draft_, words);
          next = std::max(next, draft_.end);
          read = true;
          break;
        }
      }
      if (!read && token.is(TokenKind::word)) {
        if (!words.empty()) words += ' ';
        words += context_.text(i);
      }
      i = next;
    }
  }

  // What each recogniser that would take these tokens makes of them.
  void add_later_rules() {
    const RuleList rules = rules_for(context_, first_);
    for (std::size_t r = 0; r < rules.size(); ++r) {
      context_.move_to(first_);
      draft_.reset();
      if (!rules[r].recognise(context_, draft_)) continue;
      std::string words;
      append_words(draft_, words);
      const std::string_view name = draft_.rule;
      read_rest(draft_.end, words);
      add(std::move(words), name);
    }
  }

  void add_expansions() {
    if (!context_.is(first_, TokenKind::word)) return;
    context_.move_to(first_);
    std::vector<std::string_view> expansions;
    list_expansions(context_, end_, expansions);
    for (const std::string_view expansion : expansions) add(std::string(expansion), "abbreviation.table");
  }

  void add_foreign() {
    if (!one_word() || context_[first_].shape == Shape::upper || tables::is_syllable(context_.text(first_)))
      return;
    std::string plain;
    tables::fold_to_ascii(context_.text(first_), plain);
    for (const bool is_name : {true, false}) {
      draft_.reset();
      say_foreign_word(draft_, plain, is_name, context_, context_[first_].span());
      std::string words;
      append_words(draft_, words);
      add(std::move(words), "foreign.unknown");
    }
  }

  // Capitals may always be meant as letters.
  void add_letters() {
    if (!one_word() || (context_[first_].shape != Shape::upper && context_[first_].shape != Shape::mixed))
      return;
    draft_.reset();
    say_letters(draft_, context_.text(first_), LetterUse::abbreviation, context_, context_[first_].span());
    std::string words;
    append_words(draft_, words);
    add(std::move(words), "letters.unknown");
  }

  [[nodiscard]] bool one_word() const { return end_ == first_ + 1 && context_.is(first_, TokenKind::word); }

  Context context_;
  std::size_t first_;
  std::size_t end_;
  std::string chosen_;
  Draft draft_;
  std::vector<Rival> rivals_;
};

}  // namespace

std::vector<Rival> Normalizer::rivals(std::string_view text, const Memory* memory, Span source,
                                      const Options& options) const {
  if (source.empty() || source.end > text.size()) return {};
  if (text.size() > 2 * kAround) {
    std::size_t from = source.begin > kAround ? utf8::floor_boundary(text, source.begin - kAround) : 0;
    const std::size_t blank = text.find(' ', from);
    if (from != 0 && blank < source.begin) from = blank + 1;
    const std::size_t to = std::min(text.size(), source.end + kAround);
    text = text.substr(from, utf8::floor_boundary(text, to) - from);
    source = {source.begin - from, std::min(source.end - from, text.size())};
  }
  Memory own = memory != nullptr ? *memory : Memory();
  SpokenText chosen;
  normalize(text, &own, chosen, options);
  std::string words;
  for (const Reading& reading : chosen.readings) {
    if (reading.source.end <= source.begin || reading.source.begin >= source.end) continue;
    const std::string more = chosen.words_of(reading.spoken);
    if (!words.empty() && !more.empty()) words += ' ';
    words += more;
  }

  std::string cleaned;
  SpanMap to_clean;
  std::vector<Token> tokens;
  const std::string_view clean_text = clean_and_scan(text, cleaned, to_clean, tokens);
  if (clean_text.data() != text.data()) source = to_clean.result_of(source);
  std::size_t first = 0;
  while (first < tokens.size() && tokens[first].begin < source.begin) ++first;
  std::size_t end = first;
  while (end < tokens.size() && tokens[end].end <= source.end) ++end;
  while (first < end && tokens[first].is(TokenKind::blank)) ++first;
  while (end > first && tokens[end - 1].is(TokenKind::blank)) --end;
  if (first == end) return {};
  return RivalFinder(Context(clean_text, tokens, style_, options, &own.impl(), nullptr), first, end, words)
      .find();
}

}  // namespace loa::normalizer
