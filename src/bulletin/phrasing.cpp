// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/phrasing.h"

#include <algorithm>
#include <limits>

#include "loa/base/utf8.h"

namespace loa::bulletin {
namespace {

using normalizer::Language;
using normalizer::SemioticClass;
using normalizer::SpokenText;

/// What lies between a word and the next one.
struct Gap {
  char mark = 0;  ///< the strongest clause mark, or 0
  Break behind = Break::none;
  bool cut = false;         ///< a phrase ends here
  bool clean = false;       ///< no reading goes on behind it
  std::size_t said_to = 0;  ///< the last byte of the block's text that was said up to here
};

bool is_final(char mark) { return mark == '.' || mark == '?' || mark == '!'; }

int rank(char mark) {
  constexpr std::string_view kWeakestFirst = ",;:.!?";
  const std::size_t at = kWeakestFirst.find(mark);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

char strongest_mark(std::string_view between) {
  char best = 0;
  for (const char c : between)
    if (rank(c) >= 0 && (best == 0 || rank(c) > rank(best))) best = c;
  return best;
}

Break break_of(char mark) {
  if (mark == ',') return Break::comma;
  if (mark == ':') return Break::colon;
  // A final mark inside a sentence: “Hay quá!”, anh nói.
  return Break::semicolon;
}

std::vector<SpokenWord>& split_words(const SpokenText& spoken, std::size_t letters,
                                     std::vector<SpokenWord>& out) {
  out.clear();
  const std::string_view text = spoken.text;
  for (const normalizer::Word& word : spoken.words) {
    std::size_t begin = word.spoken.begin, count = 0;
    for (std::size_t at = begin; at < word.spoken.end;) {
      if (text[at] == ' ') {
        if (at > begin) out.push_back({{begin, at}, word.source});
        begin = ++at;
        count = 0;
        continue;
      }
      if (count++ == letters) {
        out.push_back({{begin, at}, word.source});
        begin = at;
        count = 1;
      }
      at = std::min(word.spoken.end, at + utf8::decode(text, at).size);
    }
    if (word.spoken.end > begin) out.push_back({{begin, word.spoken.end}, word.source});
  }
  return out;
}

class Cutter {
 public:
  Cutter(const SpokenText& spoken, std::string_view text, const std::vector<Span>& sentences, Phrasing& out,
         const PhrasingLimits& limits)
      : spoken_(spoken), text_(text), sentences_(sentences), out_(out), limits_(limits) {}

  void run() {
    out_.phrases.clear();
    out_.clauses.clear();
    const auto& words = split_words(spoken_, limits_.word_letters, out_.words);
    if (words.empty()) return;
    find_languages();
    find_gaps();
    find_clean_gaps();
    if (limits_.breath != nullptr && limits_.breath->syllables > 0) find_breaths();
    for (std::size_t begin = 0, i = 0; i < words.size(); ++i) {
      if (!gaps_[i].cut) continue;
      add_phrases(begin, i + 1);
      begin = i + 1;
    }
    join_clauses();
  }

 private:
  void find_languages() {
    languages_.assign(out_.words.size(), Language::vietnamese);
    auto run = spoken_.languages.begin();
    for (std::size_t i = 0; i < out_.words.size(); ++i) {
      const Span word = out_.words[i].spoken;
      while (run != spoken_.languages.end() && run->spoken.end <= word.begin) ++run;
      if (run != spoken_.languages.end() && run->spoken.begin < word.end) languages_[i] = run->language;
    }
  }

  [[nodiscard]] std::size_t sentence_at(std::size_t offset) const {
    const auto it = std::partition_point(sentences_.begin(), sentences_.end(),
                                         [&](const Span& s) { return s.end <= offset; });
    return static_cast<std::size_t>(it - sentences_.begin());
  }

  void find_gaps() {
    const auto& words = out_.words;
    gaps_.assign(words.size(), {});
    auto pause = spoken_.pauses.begin();
    std::size_t sentence = sentence_at(words.front().source.begin);
    for (std::size_t i = 0; i < words.size(); ++i) {
      Gap& gap = gaps_[i];
      const bool last = i + 1 == words.size();
      const std::size_t next = last ? spoken_.text.size() : words[i + 1].spoken.begin;
      gap.mark = strongest_mark(Span{words[i].spoken.end, next}.of(spoken_.text));
      // Readings say some words backwards; sentences only follow one another.
      const std::size_t here = last ? sentence : std::max(sentence, sentence_at(words[i + 1].source.begin));
      if (gap.mark != 0) gap.behind = here != sentence ? Break::sentence : break_of(gap.mark);
      sentence = here;
      while (pause != spoken_.pauses.end() && pause->offset <= next) {
        const bool light = pause->strength == normalizer::Pause::Strength::light;
        if (pause->offset > words[i].spoken.begin) {
          gap.behind = std::max(gap.behind, light ? Break::light : Break::group);
          gap.cut = true;
        }
        ++pause;
      }
      if (last) gap.behind = Break::sentence;
      if (last || gap.mark != 0 || languages_[i] != languages_[i + 1]) gap.cut = true;
    }
  }

  // A reading may say its words backwards ($10: mười đô la); a gap is clean when
  // nothing said behind it stands in the text before what was said until there.
  void find_clean_gaps() {
    const auto& words = out_.words;
    std::size_t latest = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      latest = std::max(latest, words[i].source.end);
      gaps_[i].said_to = latest;
    }
    std::size_t earliest = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = words.size(); i-- > 0;) {
      gaps_[i].clean = gaps_[i].said_to <= earliest;
      earliest = std::min(earliest, words[i].source.begin);
    }
  }

  [[nodiscard]] std::size_t bytes(std::size_t begin, std::size_t end) const {
    std::size_t sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += out_.words[i].spoken.size() + 1;
    return sum;
  }

  // A word of several syllables is a foreign one or a run of letters.
  [[nodiscard]] std::size_t syllables(std::size_t word) const {
    constexpr std::size_t kLongestSyllable = 12;  // bytes: nghiêng and some
    return 1 + out_.words[word].spoken.size() / kLongestSyllable;
  }

  // A pause is about a syllable.
  [[nodiscard]] std::size_t syllables(const PhraseCut& phrase) const {
    std::size_t count = phrase.behind >= Break::comma ? 1 : 0;
    for (std::size_t i = phrase.words.begin; i < phrase.words.end; ++i) count += syllables(i);
    return count;
  }

  // The words of a number or a name of several words stay together.
  void find_readings() {
    reading_.assign(out_.words.size(), 0);
    std::size_t at = 0;
    for (std::size_t i = 0; i < out_.words.size(); ++i) {
      const auto& readings = spoken_.readings;
      while (at < readings.size() && readings[at].spoken.end <= out_.words[i].spoken.begin) ++at;
      const bool within = at < readings.size() && readings[at].semiotic_class != SemioticClass::plain;
      reading_[i] = within ? at + 1 : 0;
    }
  }

  [[nodiscard]] std::string_view spoken_word(std::size_t i) const {
    return out_.words[i].spoken.of(spoken_.text);
  }

  // May a breath be taken between the words i and i + 1?
  [[nodiscard]] bool may_breathe(std::size_t i) {
    if (reading_[i] != 0 && reading_[i] == reading_[i + 1]) return false;
    const auto& before = limits_.breath->before;
    auto entry = before.end();
    if (i + 2 < out_.words.size()) {
      pair_.assign(spoken_word(i + 1)).append(" ").append(spoken_word(i + 2));
      entry = before.find(pair_);
    }
    if (entry == before.end()) entry = before.find(spoken_word(i + 1));
    if (entry == before.end()) return false;
    return std::find(entry->second.begin(), entry->second.end(), spoken_word(i)) == entry->second.end();
  }

  // Divides what lies between two cuts into about equal parts, from the left: the
  // places seen are within one part's length, or passed for good, so time is linear.
  void find_breaths() {
    find_readings();
    const auto most = static_cast<std::size_t>(limits_.breath->syllables);
    const auto least = static_cast<std::size_t>(limits_.breath->least);
    for (std::size_t begin = 0; begin < gaps_.size();) {
      std::size_t end = begin, rest = 0;
      while (!gaps_[end].cut) rest += syllables(end++);
      rest += syllables(end);  // the words [begin, end]
      while (rest > most) {
        const std::size_t parts = (rest + most - 1) / most;
        const std::size_t target = rest / parts;
        std::size_t best = end, best_size = 0, size = 0;
        for (std::size_t i = begin; i < end; ++i) {
          size += syllables(i);
          if (size + least > rest ||
              (best_size > 0 && size > target && size - target >= distance(best_size, target)))
            break;
          if (size < least || !may_breathe(i)) continue;
          if (best_size == 0 || distance(size, target) < distance(best_size, target)) {
            best = i;
            best_size = size;
          }
        }
        if (best_size == 0) break;  // no place for a breath
        gaps_[best].cut = true;
        gaps_[best].behind = Break::breath;
        begin = best + 1;
        rest -= best_size;
      }
      begin = end + 1;
    }
  }

  static std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

  // A clause without a mark for longer than the engine can take is cut into
  // parts of about the same size, between readings where there is one nearby.
  void add_phrases(std::size_t begin, std::size_t end) {
    std::size_t rest = bytes(begin, end);
    while (rest > limits_.phrase_bytes) {
      const std::size_t parts = (rest + limits_.phrase_bytes - 1) / limits_.phrase_bytes;
      const std::size_t target = rest / parts;
      std::size_t best = begin + 1, size = 0, best_size = 0;
      bool best_clean = false;
      for (std::size_t i = begin; i + 1 < end; ++i) {
        size += out_.words[i].spoken.size() + 1;
        if (size > limits_.phrase_bytes && i > begin) break;
        const auto distance = [&](std::size_t s) { return s > target ? s - target : target - s; };
        const bool clean = gaps_[i].clean && 2 * distance(size) < target;
        if (best_size == 0 || clean > best_clean ||
            (clean == best_clean && distance(size) <= distance(best_size))) {
          best = i + 1;
          best_size = size;
          best_clean = clean;
        }
      }
      if (best_size == 0) break;  // one word
      add_phrase(begin, best);
      begin = best;
      rest -= best_size;
    }
    add_phrase(begin, end);
  }

  void add_phrase(std::size_t begin, std::size_t end) {
    const Gap& gap = gaps_[end - 1];
    PhraseCut phrase;
    phrase.words = {begin, end};
    phrase.behind = gap.behind;
    phrase.language = languages_[begin];
    if (gap.behind == Break::sentence) {
      phrase.mark = is_final(gap.mark) ? gap.mark : '.';
    } else {
      phrase.mark = gap.mark != 0 ? gap.mark : ',';
    }
    out_.phrases.push_back(phrase);
  }

  // Where the text is cut between two clauses: behind the last blank, so that a
  // closing mark stays with what it closes and an opening one goes with what it opens.
  [[nodiscard]] std::size_t cut_in_text(std::size_t end_before, std::size_t begin_behind) const {
    const std::string_view between = Span{end_before, begin_behind}.of(text_);
    const std::size_t blank = between.rfind(' ');
    if (blank != std::string_view::npos) return end_before + blank + 1;
    for (std::size_t i = 0; i < between.size(); i += utf8::decode(between, i).size) {
      const char32_t c = utf8::decode(between, i).code_point;
      const bool opens = c == U'(' || c == U'[' || c == U'{' || c == U'\u201C'  // left double quotation mark
                         || c == U'\u2018'                                      // left single quotation mark
                         || c == U'\u00AB';                                     // left guillemet
      if (opens) return end_before + i;
    }
    return begin_behind;
  }

  void join_clauses() {
    std::size_t begin = 0, written = 0, size = 0;
    for (std::size_t p = 0; p < out_.phrases.size(); ++p) {
      const PhraseCut& phrase = out_.phrases[p];
      size += syllables(phrase);
      const Gap& gap = gaps_[phrase.words.end - 1];
      const bool last = p + 1 == out_.phrases.size();
      const bool clause_mark = phrase.behind >= Break::comma;
      const bool too_long = !gap.cut;  // cut by us
      const bool endless = size >= limits_.clause_syllables;
      if (!last && !((clause_mark || too_long) && gap.clean) && !endless) continue;
      ClauseCut clause;
      clause.phrases = {begin, p + 1};
      clause.syllables = size;
      clause.sentence_end = phrase.behind == Break::sentence;
      std::size_t stop = text_.size();
      if (!last) {
        stop = std::max(gap.said_to, written);
        if (gap.clean) stop = cut_in_text(stop, std::max(stop, out_.words[phrase.words.end].source.begin));
      }
      clause.written = {written, stop};
      out_.clauses.push_back(clause);
      begin = p + 1;
      written = stop;
      size = 0;
    }
  }

  const SpokenText& spoken_;
  std::string_view text_;
  const std::vector<Span>& sentences_;
  Phrasing& out_;
  const PhrasingLimits& limits_;
  std::vector<std::size_t> reading_;  ///< that a word belongs to, from 1; 0: it stands for itself
  std::string pair_;
  std::vector<Gap> gaps_;  ///< behind each word
  std::vector<Language> languages_;
};

}  // namespace

void cut_phrases(const SpokenText& spoken, std::string_view text, const std::vector<Span>& sentences,
                 Phrasing& out, const PhrasingLimits& limits) {
  Cutter(spoken, text, sentences, out, limits).run();
}

std::vector<Range> cut_units(const std::vector<ClauseCut>& clauses, bool first, const UnitLimits& limits) {
  std::vector<Range> units;
  for (std::size_t at = 0; at < clauses.size();) {
    const bool opening = first && units.empty();
    const std::size_t limit = opening ? limits.first_syllables : limits.syllables;
    const std::size_t most = opening ? 1 : limits.sentences;
    std::size_t size = 0, sentences = 0, whole = at, end = at;
    while (end < clauses.size() && sentences < most && size + clauses[end].syllables <= limit) {
      size += clauses[end].syllables;
      if (clauses[end++].sentence_end) {
        ++sentences;
        whole = end;
      }
    }
    // Not even one sentence fits: as many of its clauses as do, at least one.
    if (end == clauses.size()) whole = end;
    if (whole == at) whole = std::max(end, at + 1);
    units.push_back({at, whole});
    at = whole;
  }
  return units;
}

}  // namespace loa::bulletin
