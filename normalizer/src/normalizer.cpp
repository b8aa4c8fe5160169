// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/normalizer/normalizer.h"

#include <algorithm>
#include <optional>

#include "context.h"
#include "draft.h"
#include "emitter.h"
#include "foreign.h"
#include "loa/base/utf8.h"
#include "loa/normalizer/dictionary.h"
#include "memory.h"
#include "punctuation.h"
#include "recogniser.h"
#include "scan.h"
#include "tables.h"

namespace loa::normalizer {

std::string_view name(SemioticClass semiotic_class) {
  constexpr std::string_view kNames[] = {"plain",      "cardinal",     "ordinal", "roman",       "date",
                                         "time",       "range",        "score",   "ratio",       "money",
                                         "measure",    "abbreviation", "letters", "code",        "telephone",
                                         "electronic", "foreign",      "symbol",  "punctuation", "silent"};
  return kNames[static_cast<std::size_t>(semiotic_class)];
}

std::string_view name(Certainty certainty) {
  constexpr std::string_view kNames[] = {
      "sure", "narrow", "unknown-abbreviation", "unknown-foreign", "ambiguous-default", "impossible-value"};
  return kNames[static_cast<std::size_t>(certainty)];
}

std::string_view tables_version() { return tables::version(); }

void SpokenText::clear() {
  text.clear();
  words.clear();
  readings.clear();
  pauses.clear();
  languages.clear();
  malformed.clear();
  map.reset();
}

std::string SpokenText::words_of(Span span) const {
  std::string result;
  for (const Word& word : words) {
    if (!span.contains(word.spoken)) continue;
    const bool english = std::any_of(languages.begin(), languages.end(), [&](const LanguageRun& run) {
      return run.language == Language::english && run.spoken.contains(word.spoken);
    });
    if (!result.empty()) result += ' ';
    if (english) result += kEnglishMark;
    result += word.spoken.of(text);
  }
  return result;
}

namespace {

/// Reads one piece of clean text. Nothing is allocated for a token.
class Reader {
 public:
  Reader(Context& context, Emitter& emitter, Memory::Impl& memory)
      : context_(context), emitter_(emitter), memory_(memory), draft_(memory.draft), rival_(memory.rival) {}

  void run() {
    std::size_t i = 0;
    while (i < context_.size()) {
      const Token& token = context_[i];
      if (token.is(TokenKind::blank)) {
        // Exynos 1480 8 nhân, năm 2025 20 hộ: two numbers, not one. (26 0C is one.)
        if (i > 0 && context_[i - 1].is(TokenKind::number) && i + 1 < context_.size() &&
            context_[i + 1].is(TokenKind::number) &&
            !(context_.text(i + 1) == "0" && context_.is(i + 2, TokenKind::word)))
          emitter_.soft_comma(token.span());
        else
          emitter_.blank(token.span());
        ++i;
      } else if (const std::size_t words = plain_run(i); words > i) {
        emitter_.plain_run(context_.tokens(i, words));
        i = words;
      } else if (const std::size_t own = own_entry(i); own > i) {
        i = own;
      } else if (token.is(TokenKind::word) && is_plain_word(i)) {
        emitter_.plain(token.span());
        ++i;
      } else if (is_plain_mark(i)) {
        i = punctuate(context_, i, emitter_);
      } else if (const std::size_t end = recognise(i); end > i) {
        i = end;
      } else if (token.is(TokenKind::mark)) {
        i = punctuate(context_, i, emitter_);
      } else {
        emitter_.plain(token.span());
        ++i;
      }
    }
  }

 private:
  // Most of a text: syllables with one blank between, behind the last of them a blank, a comma or a full
  // stop. Returns the token behind the last of them; `i` when there is none, or when each word is to be
  // looked up.
  [[nodiscard]] std::size_t plain_run(std::size_t i) const {
    if (context_.dictionary() != nullptr) return i;
    std::size_t end = i;
    for (; context_[i].syllable; i += 2) {
      const Token& word = context_[i];
      const Token& next = context_[i + 2];
      if (word.shape == Shape::capitalised) {
        // A syllable without marks may begin a foreign name: left to is_plain_word().
        if (word.size() == word.letters && next.is(TokenKind::word) && next.shape != Shape::lower) break;
      } else if (word.shape != Shape::lower) {
        break;
      }
      if (word.size() <= 2 && is_short_form(i)) break;
      const bool goes_on = context_.is_one_blank(i + 1);
      const bool ends =
          context_.is_mark(i + 1, U',') ||
          (context_.is_mark(i + 1, U'.') && word.shape == Shape::lower && is_blank_or_end(next));
      if (goes_on || ends) end = i + 1;
      if (!goes_on) break;
    }
    return end;
  }
  [[nodiscard]] static bool is_blank_or_end(const Token& token) {
    return token.is(TokenKind::blank) || token.is(TokenKind::end);
  }

  // Syllables of two bytes at most that are written for others too: ha, ko, Ko; a Minh, ô. Tâm (anh, ông)
  // before a name; (i), (vi), the number of a clause;
  // Ga 3,16, a book.
  [[nodiscard]] bool is_short_form(std::size_t i) const {
    const Token& token = context_[i];
    const std::string_view text = context_.text(i);
    if ((text == "i" || text == "vi" || text == "xi") && context_.is_mark(i + 1, U')')) return true;
    if ((text == "Ga" || text == "Am" || text == "Ep") && context_[i + 2].is(TokenKind::number)) return true;
    if (token.letters != 1) return text == "ha" || text == "ko" || text == "Ko";
    const Token& name = context_[context_.is_mark(i + 1, U'.') ? i + 3 : i + 2];
    return (text == "a" || text == "ô") && name.shape == Shape::capitalised && name.is(TokenKind::word);
  }

  // A Vietnamese syllable that stands by itself needs no recogniser; most words are.
  [[nodiscard]] bool is_plain_word(std::size_t i) const {
    const Token& token = context_[i];
    if (token.shape != Shape::lower && token.shape != Shape::capitalised) return false;
    const Token& next = context_[i + 1];
    const bool joined =
        next.is(TokenKind::number) || (next.is(TokenKind::mark) && next.code != U',' &&
                                       !context_.is_edge(i + 2) && !context_.is(i + 2, TokenKind::mark));
    if (joined) return false;
    const std::string_view text = context_.text(i);
    // A syllable and a unit; a syllable and a short form (ko: không); one and a number's sign: No. 40.
    const auto numbers = [&] {
      return next.is_mark(U'.') && context_.is(context_.skip_blank(i + 2), TokenKind::number);
    };
    if (token.size() <= 2 && (is_short_form(i) || (text == "No" && numbers()))) return false;
    if (!token.syllable) return false;
    // Man City: a syllable without marks may begin a foreign name.
    const bool before_name = token.shape == Shape::capitalised && token.size() == token.letters &&
                             context_[i + 2].is(TokenKind::word) && context_[i + 2].shape != Shape::lower;
    return !before_name || !begins_foreign_name(context_, i);
  }

  // Marks that no class begins with: asking would be in vain.
  [[nodiscard]] bool is_plain_mark(std::size_t i) const {
    const Token& token = context_[i];
    if (!token.is(TokenKind::mark)) return false;
    switch (token.code) {
      case U'.':  // but ".vn"
        return !context_.is(i + 1, TokenKind::word) || (i > 0 && !context_.is_edge(i - 1));
      case U':':  // but 12 : 4 = 3
        return i == 0 || !context_.is_blank(i - 1) || !context_.is(i + 2, TokenKind::number);
      case U',':
      case U';':
      case U'?':
      case U'!':
      case U')':
      case U'\u201C':
      case U'\u201D':
        return true;
      default:
        return false;
    }
  }

  // The user's own entries come before everything, plain words too.
  std::size_t own_entry(std::size_t i) {
    if (context_.dictionary() == nullptr) return i;
    context_.move_to(i);
    draft_.reset();
    if (!recognise_dictionary(context_, draft_)) return i;
    emitter_.reading(draft_, context_.span(i, draft_.end));
    return draft_.end;
  }

  // Asks the recognisers in their order. Returns the first token that was not read.
  std::size_t recognise(std::size_t i) {
    context_.move_to(i);
    const RuleList rules = rules_for(context_, i);
    for (std::size_t r = 0; r < rules.size(); ++r) {
      draft_.reset();
      if (!rules[r].recognise(context_, draft_)) continue;
      if (draft_.certainty == Certainty::narrow && draft_.rival.empty()) {
        for (std::size_t s = r + 1; s < rules.size(); ++s) {
          rival_.reset();
          if (rules[s].recognise(context_, rival_)) {
            draft_.rival = rival_.rule;
            break;
          }
        }
      }
      if (draft_.decided != nullptr) memory_.decided.insert_or_assign(draft_.rows, draft_.decided);
      const std::size_t end = std::min(draft_.end, context_.size());
      if (draft_.items().empty())
        emitter_.silent(context_.span(i, end), draft_.rule);
      else
        emitter_.reading(draft_, context_.span(i, end));
      return end;
    }
    return i;
  }

  Context& context_;
  Emitter& emitter_;
  Memory::Impl& memory_;
  Draft& draft_;
  Draft& rival_;
};

void list_malformed(std::string_view text, std::vector<Span>& malformed) {
  std::size_t at = utf8::find_invalid(text);
  while (at < text.size()) {
    const utf8::Decoded d = utf8::decode(text, at);
    const Span here{at, at + d.size};
    at += d.size;
    if (d.valid) continue;
    if (!malformed.empty() && malformed.back().end == here.begin)
      malformed.back().end = here.end;
    else
      malformed.push_back(here);
  }
}

// Everything that belongs to one call and one text given.
void read(std::string_view text, const Style& style, const Dictionary* dictionary, Memory* memory,
          const Options& options, SpokenText& out) {
  std::string cleaned;
  SpanMap to_clean;
  std::optional<Memory::Impl> own;
  Memory::Impl& established = memory != nullptr ? memory->impl() : own.emplace();
  established.decided.clear();
  const std::string_view clean_text = clean_and_scan(text, cleaned, to_clean, established.tokens);
  const bool as_given = clean_text.data() == text.data();
  Context context(clean_text, established.tokens, style, options, &established, dictionary);
  learn_definitions(context, established);

  Emitter emitter(clean_text, out);
  Reader(context, emitter, established).run();
  emitter.finish();
  if (as_given) return;

  list_malformed(text, out.malformed);
  // From the clean text back to the text given.
  for (Word& word : out.words) word.source = to_clean.source_of(word.source);
  std::size_t reached = 0;
  for (Reading& reading : out.readings) {
    const std::size_t end = std::max(reached, to_clean.source_of(reading.source).end);
    reading.source = {reached, end};
    reached = end;
  }
  if (!out.readings.empty()) {
    out.readings.back().source.end = text.size();
  } else if (!text.empty()) {
    Reading reading;
    reading.source = {0, text.size()};
    reading.semiotic_class = SemioticClass::silent;
    reading.rule = "silent.invisible";
    out.readings.push_back(reading);
  }
  out.map = to_clean.then(out.map);
  // What was deleted behind the last run belongs to no word, but the map reaches the end.
  if (out.map.from_end() < text.size()) out.map.append_replaced(text.size() - out.map.from_end(), 0);
}

// Of a line with a bracket what may define something: from the sign before the first bracket that no name
// goes over to the last closing one. The rest is most of a line, and is scanned when it is read.
std::string_view without_idle_ends(std::string_view line) {
  const auto inside_name = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte >= 0x80 || byte == ',' || byte == '-' || (byte | 0x20U) - 'a' < 26U;
  };
  std::size_t begin = line.find('(');
  while (begin > 0 && inside_name(line[begin - 1])) --begin;
  if (begin > 0) --begin;
  const std::size_t close = line.rfind(')');
  return line.substr(begin, close == std::string_view::npos ? 0 : close + 1 - begin);
}

// Bigger texts are read in pieces, so that memory stays bounded and what is worked in fits the caches (news
// in one call is read four times as fast as in pieces of 16 MB). A piece ends at the end of a line, in text
// without lines at the end of a sentence; only what has neither is cut at a blank.
constexpr std::size_t kPiece = std::size_t{1} << 16;

// Where the piece that begins at `at` ends.
std::size_t piece_end(std::string_view text, std::size_t at) {
  const std::string_view most = text.substr(at, kPiece);
  if (at + most.size() == text.size()) return text.size();
  for (const std::string_view mark : {"\n", ". ", " "}) {
    const std::size_t found = most.rfind(mark);
    if (found != std::string_view::npos && found > 0) return at + found + mark.size() - 1;
  }
  return utf8::floor_boundary(text, at + most.size());
}

}  // namespace

Normalizer::Normalizer(Style style) : Normalizer(style, nullptr) {}
Normalizer::Normalizer(Style style, const Dictionary* dictionary) : style_(style), dictionary_(dictionary) {}

void Normalizer::normalize(std::string_view text, Memory* memory, SpokenText& out,
                           const Options& options) const {
  out.clear();
  if (text.empty()) return;  // every other line of a file
  if (text.size() <= kPiece) {
    read(text, style_, dictionary_, memory, options, out);
    return;
  }
  // What the text defines holds in all of it.
  Memory own;
  if (memory == nullptr) {
    learn(text, own);
    memory = &own;
  }
  SpokenText piece;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = piece_end(text, at);
    piece.clear();
    read(text.substr(at, end - at), style_, dictionary_, memory, options, piece);
    const bool joined = !out.text.empty() && !piece.text.empty();
    if (joined) out.text += ' ';
    const std::size_t by = out.text.size();
    const auto spoken = [by](Span s) { return s.shifted(by); };
    for (const Word& w : piece.words) out.words.push_back({spoken(w.spoken), w.source.shifted(at)});
    for (Reading r : piece.readings) {
      r.source = r.source.shifted(at);
      r.spoken = spoken(r.spoken);
      out.readings.push_back(r);
    }
    for (const Span m : piece.malformed) out.malformed.push_back(m.shifted(at));
    for (const Pause& p : piece.pauses) out.pauses.push_back({p.offset + by, p.strength});
    for (const LanguageRun& l : piece.languages) out.languages.push_back({spoken(l.spoken), l.language});
    out.map.append_replaced(0, joined ? 1 : 0);
    for (const SpanMap::Run& run : piece.map.runs()) {
      if (run.kind == SpanMap::Kind::unchanged)
        out.map.append_unchanged(run.from.size());
      else
        out.map.append_replaced(run.from.size(), run.to.size());
    }
    out.text += piece.text;
    at = end;
  }
}

std::string Normalizer::normalize(std::string_view text) const {
  SpokenText out;
  normalize(text, nullptr, out);
  return std::move(out.text);
}

void Normalizer::learn(std::string_view text, Memory& memory) const {
  // Definitions stand in brackets: a line without one has nothing to teach.
  const Options options;
  std::string cleaned;
  SpanMap map;
  std::vector<Token>& tokens = memory.impl().tokens;
  for (std::size_t end = 0;;) {
    const std::size_t bracket = text.find('(', end);
    if (bracket == std::string_view::npos) return;
    const std::size_t begin = text.rfind('\n', bracket) + 1;  // npos + 1 is 0
    end = std::min(text.find('\n', bracket), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (!may_define(line)) continue;
    line = without_idle_ends(line);
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t to = piece_end(line, at);
      const std::string_view piece = clean_and_scan(line.substr(at, to - at), cleaned, map, tokens);
      learn_definitions(Context(piece, tokens, style_, options, nullptr, nullptr), memory.impl());
      at = to;
    }
  }
}

}  // namespace loa::normalizer
