// SPDX-License-Identifier: GPL-3.0-or-later
#include "letters.h"

#include <string>

#include "loa/base/utf8.h"
#include "recogniser.h"

namespace loa::normalizer {

bool has_vietnamese_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    at += d.size;
    if (d.code_point < 0x80) continue;
    const tables::LetterRow* row = tables::find_letter(d.code_point);
    if (row != nullptr && row->letter > 0x7F) return true;
  }
  return false;
}

void say_letters(Draft& draft, std::string_view word, LetterUse use, const Context& context, Span source) {
  const bool school = context.style().letter_names == Style::LetterNames::school;
  const bool vietnamese = use == LetterUse::initial || has_vietnamese_letter(word);
  const bool same_bytes = word.size() == source.size();
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    const Span letter = same_bytes ? Span{source.begin + at, source.begin + at + d.size} : source;
    at += d.size;
    const tables::LetterRow* row = tables::find_letter(d.code_point);
    if (row == nullptr) continue;
    std::string_view name = row->alphabet;
    if (school)
      name = row->school;
    else if (use == LetterUse::web)
      name = row->web;
    else if (!vietnamese)
      name = use == LetterUse::code ? row->code : row->foreign;
    draft.say(name, letter);
  }
}

namespace {

// Figures are one letter each: N.V.A, T.T. D.
std::size_t end_of_initials(const Context& c, std::size_t i) {
  constexpr std::size_t most = 8;
  std::size_t end = i + 1;
  for (std::size_t n = 1; n < most && c.is_mark(end, U'.'); ++n) {
    const Token& next = c[end + 1];
    if (!next.is(TokenKind::word) || next.shape != Shape::single_upper) break;
    end += 2;
  }
  return end;
}

bool is_vowel_name(std::string_view letter) {
  return letter == "A" || letter == "E" || letter == "I" || letter == "O" || letter == "U" || letter == "Y" ||
         letter == "Ô" || letter == "Ơ" || letter == "Ê" || letter == "Ă" || letter == "Â" || letter == "Ư";
}

constexpr std::string_view kPersons[] = {"ông",    "bà",     "anh",       "chị",      "em",  "cháu",
                                         "cô",     "chú",    "bé",        "bác",      "cậu", "nạn nhân",
                                         "bị cáo", "bị can", "đối tượng", "nghi phạm"};

}  // namespace

// Initials, single letters, and capitals that are in no table.
bool recognise_letters(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  if (token.shape == Shape::single_upper) {
    // Y Ban, A Lưới: a vowel before a name is a part of it.
    const bool before_name = c.is_blank(i + 1) && c.is(i + 2, TokenKind::word) &&
                             c[i + 2].shape == Shape::capitalised && tables::is_syllable(c.text(i + 2));
    if (before_name && is_vowel_name(c.text(i)) && !c.preceded_by_any(i, kPersons)) return false;
    const std::size_t end = end_of_initials(c, i);
    for (std::size_t at = i; at < end; at += 2)
      say_letters(draft, c.text(at), LetterUse::initial, c, c[at].span());
    draft.semiotic_class = SemioticClass::letters;
    draft.rule = "letters.initials";
    draft.end = end;
    if (c.is_mark(end, U'.')) {
      // The dot of an initial ends no sentence where a small letter, a mark or a figure follows.
      const std::size_t next = c.skip_blank(end + 1);
      const bool goes_on = (c.is(next, TokenKind::word) && c[next].shape == Shape::lower) ||
                           (c.is(next, TokenKind::mark) && !c.is_mark(next, U'"')) ||
                           c.is(next, TokenKind::number);
      // Behind a person a capital word may still be the rest of the name: anh D. Nguyễn is rare, a new
      // sentence is not.
      if (goes_on || (c.is(end + 1, TokenKind::word))) draft.end = end + 1;
    }
    return true;
  }
  if (token.shape != Shape::upper && token.shape != Shape::mixed) return false;
  say_letters(draft, c.text(i), LetterUse::abbreviation, c, token.span());
  if (draft.items().empty()) return false;
  draft.semiotic_class = SemioticClass::letters;
  draft.certainty = Certainty::unknown_abbreviation;
  draft.rule = "letters.unknown";
  draft.end = i + 1;
  return true;
}

}  // namespace loa::normalizer
