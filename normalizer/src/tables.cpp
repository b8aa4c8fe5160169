// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "alphabet.h"
#include "loa/base/utf8.h"
#include "loa/normalizer/normalizer.h"

namespace loa::normalizer::tables {
namespace {

using namespace std::string_view_literals;

struct Group {
  std::uint16_t first;
  std::uint16_t count;
};

struct UnitHead {
  std::string_view written;
  std::uint8_t tokens;
};

struct Onset {
  std::uint8_t number;  // its bit in Rime::onsets
  std::uint8_t bytes;
  std::uint8_t letters;
};

struct Rime {
  std::uint64_t bytes;   // as it is written, with its tone; its first byte is the lowest; 0: none
  std::uint32_t onsets;  // bit n: goes with onset n
  std::uint8_t letters;
};

// A list of vocabulary.tsv: its rows, and where their numbers stand in kListSlots.
struct ListCells {
  List list;
  std::uint16_t first_row, rows;
  std::uint16_t first_slot, slots;
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
// `key_of` gives the key of a number. `size`: a power of two.
template <class KeyOf>
std::uint16_t find(const std::uint16_t* slots, std::size_t size, std::string_view key, KeyOf key_of) {
  for (std::size_t slot = hash(key) & (size - 1);; slot = (slot + 1) & (size - 1)) {
    const std::uint16_t number = slots[slot];
    if (number == kNoRow || key_of(number) == key) {
      return number;
    }
  }
}

template <std::size_t size, class KeyOf>
std::uint16_t find(const std::uint16_t (&slots)[size], std::string_view key, KeyOf key_of) {
  static_assert((size & (size - 1)) == 0);
  return find(slots, size, key, key_of);
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

// The lists in the order of List, whatever that of the file.
static_assert(std::size(kLists) == static_cast<std::size_t>(List::site_tail) + 1);
constexpr auto kListCells = [] {
  std::array<ListCells, std::size(kLists)> cells{};
  for (const ListCells& list : kLists) cells[static_cast<std::size_t>(list.list)] = list;
  return cells;
}();

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

constexpr const LetterRow* row_of_letter(char32_t capital) {
  for (const LetterRow& row : kLetters) {
    if (row.letter == capital) {
      return &row;
    }
  }
  return nullptr;
}

// The rows of the Vietnamese letters by their numbers in letter_and_tone().
constexpr auto kLetterRows = [] {
  constexpr char32_t kCapitals[] = U"?AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY";
  std::array<const LetterRow*, 32> rows{};
  for (std::size_t number = 1; number + 1 < std::size(kCapitals); ++number) {
    rows[number] = row_of_letter(kCapitals[number]);
  }
  return rows;
}();

// The eight bytes at `text`, the first one lowest.
std::uint64_t eight_bytes(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) {
    bytes = __builtin_bswap64(bytes);
  }
  return bytes;
}

constexpr std::size_t kLongestSyllable = 11;  // bytes: ngh, and a rime of eight
static_assert(kLongestSyllable <= kSyllableReach);

// Letters of the rime of `size` bytes at `text` that goes with `onset`, or 0.
std::size_t rime_letters(const char* text, std::size_t size, std::uint8_t onset) {
  if (size - 1 >= sizeof(std::uint64_t)) {
    return 0;
  }
  const std::uint64_t bytes = eight_bytes(text) & ~std::uint64_t{0} >> (64 - 8 * size);
  const std::uint64_t mixed = bytes * kRimeMultiplier;
  const std::size_t slot =
      (mixed >> kRimeSlotShift ^ kRimeDisplacements[mixed >> kRimeBucketShift]) % std::size(kRimes);
  const Rime& rime = kRimes[slot];
  return rime.bytes == bytes && (rime.onsets >> onset & 1U) != 0 ? rime.letters : 0;
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
      out += is_ascii_capital(text[at]) ? static_cast<char>(byte + ('a' - 'A')) : text[at];
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

std::size_t syllable_letters(const char* word, std::size_t size) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  const std::uint8_t first = kOnsetFirst[byte(0)];
  const std::uint8_t second = first != 0 ? kOnsetSecond[byte(1)] : std::uint8_t{0};
  Onset onset = kOnsets[first << 5 | second];
  switch (onset.number) {
    case kNoOnset:
      return 0;
    case kOnsetG.number:
      // già is gi + a; gì and gìn are g + i, g + in.
      if (byte(1) == 'i') {
        if (const std::size_t rime = rime_letters(word + 2, size - 2, kOnsetGi.number); rime != 0) {
          return kOnsetGi.letters + rime;
        }
      }
      break;
    case kOnsetNg.number:
      if (byte(2) == 'h') {
        onset = kOnsetNgh;
      }
      break;
    case kOnsetQu.number:
      if (byte(1) != 'u') {
        return 0;
      }
      break;
    default:
      break;
  }
  const std::size_t rime = rime_letters(word + onset.bytes, size - onset.bytes, onset.number);
  return rime != 0 ? onset.letters + rime : 0;
}

bool is_syllable(std::string_view word) {
  // In small letters, where there is room to look further than it goes.
  std::array<char, kSyllableReach> small{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded decoded = utf8::decode(word, at);
    at += decoded.size;
    if (letter_and_tone(decoded.code_point) == 0 || size + decoded.size > kLongestSyllable) {
      return false;
    }
    // A capital of Vietnamese takes as many bytes as its small letter.
    const char32_t letter = to_lower(decoded.code_point);
    if (decoded.size == 3) {
      small[size++] = static_cast<char>(0xE0 | letter >> 12);
    }
    if (decoded.size >= 2) {
      small[size++] = static_cast<char>((decoded.size == 2 ? 0xC0U : 0x80U) | (letter >> 6 & 0x3FU));
    }
    small[size++] = static_cast<char>(decoded.size == 1 ? letter : 0x80U | (letter & 0x3FU));
  }
  return size != 0 && syllable_letters(small.data(), size) != 0;
}

const LetterRow* find_letter(char32_t letter) {
  // Vietnamese letters lose their tone (ế → Ê), foreign ones their diacritics (ü → U).
  if (const auto found = letter_and_tone(letter); found != 0) {
    return kLetterRows[found & 31U];
  }
  std::string one;
  std::string folded;
  utf8::append(one, letter);
  fold(one, folded);
  if (folded.empty() || folded[0] < 'a' || folded[0] > 'z') {
    return nullptr;
  }
  return row_of_letter(static_cast<char32_t>(folded[0] - ('a' - 'A')));
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

const CutWord* find_cut_word(std::string_view written) { return find_row(kCutWordSlots, kCutWords, written); }

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

std::size_t longest_unit(std::string_view first_token) {
  const UnitHead* head = find_row(kUnitHeadSlots, kUnitHeads, first_token);
  return head != nullptr ? head->tokens : 0;
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

const BookRow* find_book(std::string_view written) { return find_row(kBookSlots, kBooks, written); }

const DocumentRow* find_document_kind(std::string_view written) {
  return find_row(kDocumentKindSlots, kDocuments, written);
}

const DocumentRow* find_document_issuer(std::string_view written) {
  const auto number = find(kDocumentIssuerSlots, written,
                           [](std::uint16_t n) { return kDocuments[kFirstIssuer + n].written; });
  return number == kNoRow ? nullptr : &kDocuments[kFirstIssuer + number];
}

const SymbolRow* find_symbol(std::string_view written) { return find_row(kSymbolSlots, kSymbols, written); }

const ListRow* find_in(List list, std::string_view written) {
  const ListCells& cells = kListCells[static_cast<std::size_t>(list)];
  const ListRow* rows = kListRows + cells.first_row;
  const auto number = find(kListSlots + cells.first_slot, cells.slots, written,
                           [rows](std::uint16_t n) { return rows[n].written; });
  return number == kNoRow ? nullptr : &rows[number];
}

std::span<const ListRow> rows_of(List list) {
  const ListCells& cells = kListCells[static_cast<std::size_t>(list)];
  return {kListRows + cells.first_row, cells.rows};
}

std::string_view version() { return kVersion; }

std::span<const AbbreviationRow> all_abbreviations() { return kAbbreviations; }
std::span<const AbbreviationPart> all_abbreviation_parts() { return kAbbreviationParts; }
std::span<const UnitRow> all_units() { return kUnits; }
std::span<const CurrencyRow> all_currencies() { return kCurrencies; }
std::span<const RespellingRow> all_respellings() { return kRespellings; }
std::span<const LetterRow> all_letters() { return kLetters; }
std::span<const SiteRow> all_sites() { return kSites; }
std::span<const BookRow> all_books() { return kBooks; }
std::span<const DocumentRow> all_documents() { return kDocuments; }
std::span<const SymbolRow> all_symbols() { return kSymbols; }

}  // namespace loa::normalizer::tables
