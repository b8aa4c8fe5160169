// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "loa/base/utf8.h"
#include "loa/normalizer/normalizer.h"

namespace loa::normalizer::tables {
namespace {

using namespace std::string_view_literals;

struct Group {
  std::uint16_t first;
  std::uint16_t count;
};

struct Rime {
  std::uint32_t letters;  // packed by five bits; number 0: none
  std::uint32_t onsets;   // bit n: goes with onset n
  std::uint8_t marks;     // bit n: the tone mark may stand on letter n
  bool stop;              // ends in c, ch, p, t: only sắc and nặng
};

#include "tables_data.inc"

constexpr std::uint16_t kNoRow = 0xFFFF;

std::uint32_t hash(std::string_view text) {
  // FNV-1a, as in compile_tables.py.
  std::uint32_t value = 0x811C9DC5;
  for (const char byte : text) {
    value = (value ^ static_cast<unsigned char>(byte)) * 0x01000193;
  }
  return value ^ (value >> 15);
}

// Number of the key in the table that compile_tables.py laid out, or kNoRow.
// `key_of` gives the key of a number.
template <std::size_t size, class KeyOf>
std::uint16_t find(const std::uint16_t (&slots)[size], std::string_view key, KeyOf key_of) {
  static_assert((size & (size - 1)) == 0);
  for (std::size_t slot = hash(key) & (size - 1);; slot = (slot + 1) & (size - 1)) {
    const std::uint16_t number = slots[slot];
    if (number == kNoRow || key_of(number) == key) {
      return number;
    }
  }
}

template <std::size_t size, class Row, std::size_t rows>
const Row* find_row(const std::uint16_t (&slots)[size], const Row (&table)[rows], std::string_view key) {
  const auto number = find(slots, key, [&](std::uint16_t n) { return table[n].written; });
  return number == kNoRow ? nullptr : &table[number];
}

// The rows that stand together under the key.
template <std::size_t size, class Row, std::size_t rows, std::size_t groups>
std::span<const Row> find_group(const std::uint16_t (&slots)[size], const Group (&spans)[groups],
                                const Row (&table)[rows], std::string_view key) {
  const auto number = find(slots, key, [&](std::uint16_t n) { return table[spans[n].first].written; });
  if (number == kNoRow) return {};
  return {table + spans[number].first, spans[number].count};
}

// Letter and tone of a character as letter | tone << 5; 0: not of the Vietnamese alphabet.
std::uint8_t letter_and_tone(char32_t character) {
  if (character < std::size(kLatinLetters)) {
    return kLatinLetters[character];
  }
  if (character >= 0x1EA0 && character - 0x1EA0 < std::size(kVietnameseLetters)) {
    return kVietnameseLetters[character - 0x1EA0];
  }
  return 0;
}

constexpr std::size_t kLongestSyllable = 7;  // nghiêng

struct Letters {
  std::array<std::uint8_t, kLongestSyllable> letter{};
  std::size_t count = 0;
  std::size_t mark = 0;   // index of the letter that bears the tone
  std::uint8_t tone = 0;  // 0 ngang, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng
};

bool rime_fits(const Letters& word, std::size_t start, std::uint8_t onset) {
  constexpr std::size_t longest = 4;  // uyên
  const std::size_t length = word.count - start;
  if (length == 0 || length > longest || onset >= 32) {
    return false;
  }
  std::uint32_t key = 0;
  for (std::size_t i = start; i < word.count; ++i) {
    key = key << 5 | word.letter[i];
  }
  const Rime& rime = kRimes[kRimeSlots[static_cast<std::uint32_t>(key * kRimeMultiplier) >> kRimeShift]];
  if (rime.letters != key || (rime.onsets >> onset & 1U) == 0) {
    return false;
  }
  if (word.tone == 0) {
    return !rime.stop;
  }
  if (word.mark < start || (rime.marks >> (word.mark - start) & 1U) == 0) {
    return false;
  }
  return !rime.stop || word.tone == 2 || word.tone == 5;
}

bool is_regular(const Letters& word) {
  std::size_t consonants = 0;
  while (consonants < word.count && (kVowelMask >> word.letter[consonants] & 1U) == 0) {
    ++consonants;
  }
  const auto second = word.count > 1 ? word.letter[1] : std::uint8_t{0};
  switch (consonants) {
    case 0:
      return rime_fits(word, 0, kEmptyOnset);
    case 1:
      if (word.letter[0] == kLetterQ) {
        return second == kLetterU && rime_fits(word, 2, kOnsetQu);
      }
      if (word.letter[0] == kLetterG && second == kLetterI) {
        // già is gi + a; gì and gìn are g + i, g + in.
        return rime_fits(word, 2, kOnsetGi) || rime_fits(word, 1, kOnsetG);
      }
      return rime_fits(word, 1, kOneLetterOnsets[word.letter[0]]);
    case 2:
      return rime_fits(word, 2, kTwoLetterOnsets[word.letter[0] << 5 | word.letter[1]]);
    case 3:
      return (std::uint32_t{word.letter[0]} << 10 | std::uint32_t{word.letter[1]} << 5 | word.letter[2]) ==
                 kThreeLetterOnset &&
             rime_fits(word, 3, kThreeLetterOnsetNumber);
    default:
      return false;
  }
}

bool is_extra_syllable(std::string_view word) {
  std::string folded;
  fold(word, folded);
  return find(kExtraSyllableSlots, folded, [](std::uint16_t n) { return kExtraSyllables[n]; }) != kNoRow;
}

// The cell of a fold table, or an empty view: the character stands as it is.
template <std::size_t size>
std::string_view folded_character(const std::string_view (&folds)[size], char32_t character) {
  constexpr char32_t first_latin = 0xC0, end_latin = 0x250, first_additional = 0x1E00,
                     end_additional = 0x1F00;
  static_assert(size == (end_latin - first_latin) + (end_additional - first_additional));
  if (character >= first_latin && character < end_latin) {
    return folds[character - first_latin];
  }
  if (character >= first_additional && character < end_additional) {
    return folds[end_latin - first_latin + (character - first_additional)];
  }
  return {};
}

template <std::size_t size>
void fold_with(const std::string_view (&folds)[size], std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : text[at];
      ++at;
      continue;
    }
    const auto decoded = utf8::decode(text, at);
    if (decoded.code_point == U'\u2019') {  // right single quotation mark
      out += '\'';
    } else if (const auto folded = folded_character(folds, decoded.code_point); !folded.empty()) {
      out += folded;
    } else {
      out += text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
}

}  // namespace

bool is_syllable(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    if (letters.count == kLongestSyllable) {
      return false;
    }
    const auto byte = static_cast<unsigned char>(word[at]);
    char32_t character = byte;
    std::size_t size = 1;
    if (byte >= 0x80) {
      // Two and three bytes in place: the word is well-formed, and this is the hottest loop of all.
      if (byte < 0xE0 && at + 1 < word.size()) {
        character = (byte & 0x1FU) << 6 | (static_cast<unsigned char>(word[at + 1]) & 0x3FU);
        size = 2;
      } else if (byte < 0xF0 && at + 2 < word.size()) {
        character = (byte & 0x0FU) << 12 | (static_cast<unsigned char>(word[at + 1]) & 0x3FU) << 6 |
                    (static_cast<unsigned char>(word[at + 2]) & 0x3FU);
        size = 3;
      } else {
        const auto decoded = utf8::decode(word, at);
        character = decoded.code_point;
        size = decoded.size;
      }
    }
    const std::uint8_t found = letter_and_tone(character);
    if (found == 0) {
      return false;
    }
    if (const std::uint8_t tone = found >> 5; tone != 0) {
      if (letters.tone != 0) {
        return false;
      }
      letters.tone = tone;
      letters.mark = letters.count;
    }
    letters.letter[letters.count++] = found & 31U;
    at += size;
  }
  return letters.count != 0 && (is_regular(letters) || is_extra_syllable(word));
}

const LetterRow* find_letter(char32_t letter) {
  const auto row_of = [](char32_t capital) -> const LetterRow* {
    for (const LetterRow& row : kLetters) {
      if (row.letter == capital) {
        return &row;
      }
    }
    return nullptr;
  };
  // Vietnamese letters lose their tone (ế → Ê), foreign ones their diacritics (ü → U).
  constexpr char32_t capitals[] = U"?AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY";
  if (const auto found = letter_and_tone(letter); found != 0) {
    return row_of(capitals[found & 31U]);
  }
  std::string one;
  std::string folded;
  utf8::append(one, letter);
  fold(one, folded);
  if (folded.empty() || folded[0] < 'a' || folded[0] > 'z') {
    return nullptr;
  }
  return row_of(static_cast<char32_t>(folded[0] - ('a' - 'A')));
}

const LookAlikeRow* find_look_alike(char32_t letter) {
  const auto* row = std::lower_bound(std::begin(kLookAlikes), std::end(kLookAlikes), letter,
                                     [](const LookAlikeRow& r, char32_t c) { return r.written < c; });
  return row != std::end(kLookAlikes) && row->written == letter ? row : nullptr;
}

std::span<const AbbreviationRow> find_abbreviation(std::string_view written) {
  return find_group(kAbbreviationSlots, kAbbreviationGroups, kAbbreviations, written);
}

const AbbreviationPart* find_abbreviation_part(std::string_view written) {
  return find_row(kAbbreviationPartSlots, kAbbreviationParts, written);
}

std::span<const UnitRow> find_units(std::string_view written) {
  return find_group(kUnitSlots, kUnitGroups, kUnits, written);
}

const UnitRow* find_unit(std::string_view written) {
  const std::span<const UnitRow> rivals = find_units(written);
  return rivals.empty() || !rivals.back().cue.empty() ? nullptr : &rivals.back();
}

const CurrencyRow* find_currency(std::string_view written) {
  return find_row(kCurrencySlots, kCurrencies, written);
}

std::span<const RespellingRow> respellings_from(std::string_view folded_first_word) {
  const auto number = find(kRespellingSlots, folded_first_word, [](std::uint16_t n) {
    const std::string_view written = kRespellings[kRespellingGroups[n].first].written;
    return written.substr(0, written.find(' '));
  });
  if (number == kNoRow) {
    return {};
  }
  return {kRespellings + kRespellingGroups[number].first, kRespellingGroups[number].count};
}

const RespellingRow* find_respelling(std::string_view folded) {
  for (const RespellingRow& row : respellings_from(folded.substr(0, folded.find(' ')))) {
    if (row.written == folded) {
      return &row;
    }
  }
  return nullptr;
}

void fold(std::string_view text, std::string& out) { fold_with(kFolds, text, out); }

void fold_to_ascii(std::string_view text, std::string& out) { fold_with(kAsciiFolds, text, out); }

const SiteRow* find_site(std::string_view lower_case) { return find_row(kSiteSlots, kSites, lower_case); }

const DocumentRow* find_document_kind(std::string_view written) {
  return find_row(kDocumentKindSlots, kDocuments, written);
}

const DocumentRow* find_document_issuer(std::string_view written) {
  const auto number = find(kDocumentIssuerSlots, written,
                           [](std::uint16_t n) { return kDocuments[kFirstIssuer + n].written; });
  return number == kNoRow ? nullptr : &kDocuments[kFirstIssuer + number];
}

const SymbolRow* find_symbol(std::string_view written) { return find_row(kSymbolSlots, kSymbols, written); }

std::string_view version() { return kVersion; }

std::span<const AbbreviationRow> all_abbreviations() { return kAbbreviations; }
std::span<const AbbreviationPart> all_abbreviation_parts() { return kAbbreviationParts; }
std::span<const UnitRow> all_units() { return kUnits; }
std::span<const CurrencyRow> all_currencies() { return kCurrencies; }
std::span<const RespellingRow> all_respellings() { return kRespellings; }
std::span<const LetterRow> all_letters() { return kLetters; }
std::span<const SiteRow> all_sites() { return kSites; }
std::span<const DocumentRow> all_documents() { return kDocuments; }
std::span<const SymbolRow> all_symbols() { return kSymbols; }

}  // namespace loa::normalizer::tables
