// SPDX-License-Identifier: GPL-3.0-or-later
#include "joined.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "alphabet.h"
#include "foreign.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "respell.h"
#include "tables.h"

namespace loa::normalizer {

namespace {

char to_small(char b) { return is_ascii_capital(b) ? static_cast<char>(b - 'A' + 'a') : b; }

// One past the part that begins at `begin`: Share|Point, JP|Morgan, Hyper|OS, GEN|fest.
std::size_t end_of_part(std::string_view word, std::size_t begin) {
  std::size_t end = begin + 1;
  if (is_ascii_capital(word[begin]) && end < word.size() && is_ascii_capital(word[end])) {
    while (end < word.size() && is_ascii_capital(word[end])) ++end;
    if (end >= word.size()) return end;
    // GENfest: no word begins with Nf, so all the capitals are the first part.
    constexpr std::string_view kVoiced = "aeiouyhlrw";
    const bool begins_word =
        is_ascii_vowel(to_small(word[end - 1])) || kVoiced.find(word[end]) != std::string_view::npos;
    return begins_word ? end - 1 : end;
  }
  while (end < word.size() && !is_ascii_capital(word[end])) ++end;
  return end;
}

bool is_prefix_letter(std::string_view part) { return part == "e" || part == "i"; }

}  // namespace

// Whether each part is a word or letters by itself: McTominay and LeBron are one word.
bool is_joined(std::string_view word) {
  std::size_t parts = 0;
  for (std::size_t at = 0; at < word.size(); ++parts) {
    const std::size_t end = end_of_part(word, at);
    const std::string_view part = word.substr(at, end - at);
    const bool letters = part.size() <= 4 && are_ascii_capitals(part);
    const bool vowel = part.find_first_of("aeiouyAEIOUY") != std::string_view::npos;
    const bool prefix = at == 0 && is_prefix_letter(part);
    if (!letters && !prefix && (part.size() < 3 || !vowel || part == "Mac" || part == "Fitz")) return false;
    at = end;
  }
  return parts >= 2 && parts <= 4;
}

Certainty say_joined(Draft& draft, const Context& c, std::string_view word, Span source) {
  Certainty certainty = Certainty::sure;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = end_of_part(word, at);
    const std::string_view part = word.substr(at, end - at);
    const Span span = word.size() == source.size() ? Span{source.begin + at, source.begin + end} : source;
    if (at == 0 && is_prefix_letter(part)) {
      draft.say(part == "e" ? "i" : "ai", span);
    } else if (say_lexicon_word(draft, part, span)) {
    } else if (are_ascii_capitals(part)) {
      const auto rows = tables::find_abbreviation(part);
      if (!rows.empty() && rows.back().kind != tables::AbbreviationKind::expand &&
          !rows.back().spoken.empty())
        draft.say(rows.back().spoken, span);
      else {
        say_letters(draft, part, LetterUse::abbreviation, c, span);
        if (rows.empty() && part.size() >= 3) certainty = Certainty::unknown_abbreviation;
      }
    } else if (tables::is_syllable(part)) {
      std::string lower;
      tables::fold(part, lower);
      draft.say(lower, span);
    } else {
      certainty = say_foreign_word(draft, part, true, c, span);
    }
    at = end;
  }
  return certainty;
}

// ĐăkSơMei, KơRoong, HBông: a name whose parts were written together, told from QĐst by a small letter
// with a mark. Appends its parts, as bytes of it: at each capital, and each of several capitals but the last.
bool split_name(std::string_view word, std::vector<Span>& parts) {
  bool marked = false;
  bool after_small = false;
  std::size_t small = 0;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    const bool upper = letter_case(d.code_point) == LetterCase::upper;
    if (upper) parts.push_back({at, at});
    if (parts.empty()) return false;
    if (!upper) {
      marked = marked || d.code_point >= 0x80;
      ++small;
    }
    after_small = !upper;
    at += d.size;
    parts.back().end = at;
  }
  return marked && small >= 2 && parts.size() >= 2 && parts.size() <= 4 && after_small;
}

// lúc 9g ngàyThứ Năm: two words of Vietnamese whose blank was lost, of three letters and more each.
bool split_lost_blank(std::string_view word, std::vector<Span>& parts) {
  constexpr std::size_t kShortest = 3;
  std::size_t letters = 0;
  std::size_t behind = 0;
  bool marked = false;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    if (letter_case(d.code_point) == LetterCase::upper) {
      if (at == 0 || !parts.empty() || letters < kShortest) return false;
      parts = {{0, at}, {at, word.size()}};
    }
    ++(parts.empty() ? letters : behind);
    marked = marked || d.code_point >= 0x80;
    at += d.size;
  }
  return marked && behind >= kShortest && parts.size() == 2 &&
         std::all_of(parts.begin(), parts.end(),
                     [word](const Span& part) { return tables::is_syllable(part.of(word)); });
}

Certainty say_parts(Draft& draft, const Context& c, std::string_view word, const std::vector<Span>& parts,
                    Span source) {
  Certainty certainty = Certainty::narrow;
  for (const Span part : parts) {
    const Span span{source.begin + part.begin, source.begin + part.end};
    const std::string_view text = part.of(word);
    std::string lower;
    tables::fold(text, lower);
    if (text.size() == 1) {
      // The H of HBông is a consonant before another.
      const tables::LetterRow* row = tables::find_letter(static_cast<char32_t>(text[0]));
      if (row != nullptr) draft.say(text == "H" ? "hơ" : row->school, span);
    } else if (say_lexicon_word(draft, text, span)) {
    } else if (tables::is_syllable(text)) {
      draft.say(lower, span);
    } else {
      certainty = say_foreign_word(draft, text, true, c, span);
    }
  }
  return certainty;
}

}  // namespace loa::normalizer
