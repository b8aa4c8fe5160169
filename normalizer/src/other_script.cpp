// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "loa/base/utf8.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool is_latin(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
}

// Whether a word that begins with `first` has a letter of ours in it, with or without marks.
// Letters of the Latin script that are none (ŋ and its kind aside, which the voice
// folds) begin behind Latin Extended-A: ƛ, ǀ, ỻ.
bool has_letter_of_ours(char32_t first, std::string_view word) {
  const bool vietnamese = first >= 0x1EA0 && first <= 0x1EF9;
  if (first < 0x180 || vietnamese) return true;
  std::string plain;
  tables::fold_to_ascii(word, plain);
  return std::any_of(plain.begin(), plain.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The sound that Unicode gives to a character: CYRILLIC SMALL LETTER ZHE → zhe.
void append_sound(std::string& out, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  char buffer[128];
  const int32_t size =
      u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, buffer, sizeof buffer, &status);
  std::string_view name(buffer, U_SUCCESS(status) && size > 0 ? static_cast<std::size_t>(size) : 0);
  // The letter's own name is the last word before what it is drawn with.
  if (const std::size_t with = name.find(" WITH "); with != std::string_view::npos)
    name = name.substr(0, with);
  const bool named =
      name.find("LETTER ") != std::string_view::npos || name.find("SYLLABLE ") != std::string_view::npos;
  if (!out.empty() && out.back() != ' ') out += ' ';
  if (!named) {
    if (!ends_with(out, "chữ lạ ")) out += "chữ lạ ";
    return;
  }
  name.remove_prefix(std::min(name.size(), name.find_last_of(" -") + 1));
  if (name.find_first_of("AEIOUY") == std::string_view::npos || name.size() == 1) {
    for (const char letter : name) {
      const tables::LetterRow* row = tables::find_letter(static_cast<char32_t>(letter));
      out += row != nullptr ? row->alphabet : "chữ lạ";
      out += ' ';
    }
    return;
  }
  for (const char letter : name)
    if (is_ascii_capital(letter)) out += static_cast<char>(letter + 0x20);
  out += ' ';
}

}  // namespace

// Letters of another script than ours, or that no reader of ours knows: said by the
// name of each, so that nothing is lost; ideographs are only announced.
bool recognise_other_script(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  const std::string_view word = c.text(i);
  const bool ours = token.code < 0x250 || is_latin(token.code);
  if (ours && has_letter_of_ours(token.code, word)) return false;
  if (const tables::SymbolRow* row = tables::find_symbol(word); row != nullptr && !row->spoken.empty()) {
    draft.say(row->spoken, token.span());
    // π/4, 3π/4: a part of half a turn.
    const bool over = token.code == U'\u03C0' && c.is_mark(i + 1, U'/') && c.is(i + 2, TokenKind::number);
    if (over) draft.say("trên", c[i + 1].span());
    return draft.accept(SemioticClass::symbol, "symbol.table", over ? i + 2 : i + 1);
  }
  std::string& sounds = draft.scratch();
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    const tables::SymbolRow* named = tables::find_symbol(word.substr(at, d.size));
    at += d.size;
    if (named != nullptr && !named->spoken.empty()) {
      sounds += ' ';
      sounds += named->spoken;  // α is an pha wherever it stands
      sounds += ' ';
    } else if (!ours && is_latin(d.code_point)) {
      // A Latin letter lost among others is said by its name.
      const tables::LetterRow* row = tables::find_letter(d.code_point);
      sounds += ' ';
      if (row != nullptr) sounds += row->alphabet;
      sounds += ' ';
    } else {
      append_sound(sounds, d.code_point);
    }
  }
  draft.certainty = Certainty::unknown_foreign;
  draft.say(sounds, token.span());
  return draft.accept(SemioticClass::foreign, "foreign.other-script", i + 1);
}

}  // namespace loa::normalizer
