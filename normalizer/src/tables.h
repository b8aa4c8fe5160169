// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The project's word lists, compiled in from normalizer/data by
/// tools/compile_tables.py. Every function here is a pure look-up in constant
/// data: no start-up cost, no allocation, safe from any thread. All strings have
/// static storage. Keys are NFC; what is folded says so.
namespace loa::normalizer::tables {

// ---- syllables ---------------------------------------------------------------

/// Whether `word` (NFC, any case) can be a Vietnamese syllable: an onset, a rime
/// that goes with it and a tone that the rime bears; tone marks in the old and in
/// the new place.
[[nodiscard]] bool is_syllable(std::string_view word);

/// The same for most of a text: the number of letters of a syllable in small letters, or with
/// a capital first; 0 where the `size` bytes at `word` are none. No loop: a quarter of the time.
/// Requires: kSyllableReach bytes may be read there, whatever stands behind the word.
[[nodiscard]] std::size_t syllable_letters(const char* word, std::size_t size);
constexpr std::size_t kSyllableReach = 16;

// ---- letters -----------------------------------------------------------------

/// How one letter is named.
struct LetterRow {
  char32_t letter;            ///< capital
  std::string_view alphabet;  ///< B: "bê", G: "giê", R: "e rờ"
  std::string_view foreign;   ///< inside foreign abbreviations: D: "đê"
  std::string_view code;      ///< beside figures, as in flight numbers: M: "em", N: "en"
  std::string_view web;       ///< inside addresses: G: "gờ", R: "rờ"
  std::string_view school;    ///< B: "bờ"
};
/// The row of a letter of any case (NFC), or nullptr. Letters with tone marks and
/// foreign diacritics are found under their plain letter (É → E, Ü → U, Ữ → Ư).
[[nodiscard]] const LetterRow* find_letter(char32_t letter);

/// A letter of another alphabet that is drawn like one of ours.
struct LookAlikeRow {
  char32_t written;
  char32_t plain;
  bool mixed;  ///< only in a word that has letters of ours as well
};
/// The row of a letter, or nullptr.
[[nodiscard]] const LookAlikeRow* find_look_alike(char32_t letter);

// ---- cues --------------------------------------------------------------------

/// One thing to look for around an abbreviation.
struct CueCondition {
  enum class Kind : std::uint8_t {
    prev,          ///< one of `words` stands directly before
    next,          ///< one of `words` stands directly after
    near,          ///< one of `words` stands anywhere in the sentence
    head,          ///< one of `words` stands in the label that heads this part of the line (XDCB: …)
    behind_colon,  ///< a colon stands directly after, and one of `words` behind it (TB: ông Hai)
    prev_percent,  ///< a percent sign stands directly before
    prev_number,   ///< a number stands directly before
    next_number,   ///< a number stands directly after
    next_year,     ///< a four-digit year stands directly after
    next_three,    ///< a three-digit number stands directly after
    next_capital,  ///< a capitalised word stands directly after
    next_upper,    ///< a word of two capitals and more stands directly after: another abbreviation
    dot_capital,   ///< a dot stands directly after, and a capitalised word behind it: TT. Khe Tre
    next_foreign,  ///< a capitalised word that is no Vietnamese syllable stands directly after
    next_roman,    ///< a Roman numeral stands directly after
    next_date,     ///< a day and month stand after, in a bracket or behind a comma too: CN (6/12)
    prev_capital,  ///< a capitalised word stands directly before
    line_start,    ///< nothing but blanks and opening brackets stands before
    line_end,      ///< nothing but marks stands after
    in_brackets,   ///< an opening bracket stands directly before
    glued_before,  ///< joined to the token before by - & . / +
    glued_after,   ///< joined to the token after by - & . / +
    before_colon,  ///< a colon stands directly after
    item_start,    ///< the line or a mark stands directly before, no word or figure: the head of an item
    signs_note,    ///< a dash before, a closing bracket behind: (… - NV), who has put the note in
  };
  Kind kind;
  bool negated;                             ///< the condition must not hold
  std::span<const std::string_view> words;  ///< lower case; phrases of several words with single blanks
};
/// All conditions of an alternative must hold.
struct CueAlternative {
  std::span<const CueCondition> conditions;
};

// ---- abbreviations -----------------------------------------------------------

enum class AbbreviationKind : std::uint8_t {
  expand,  ///< `spoken` are the full words
  spell,   ///< `spoken` are letter names, or empty: spell by the letters table
  word,    ///< said as a word; `spoken` are its syllables
};
struct AbbreviationRow {
  std::string_view written;  ///< without dots and blanks: "TPHCM", "PGSTS", "GD&ĐT", "TTg"
  AbbreviationKind kind;
  bool ambiguous;  ///< has rivals; chosen without a cue it is a doubt
  std::string_view spoken;
  std::span<const CueAlternative> cue;  ///< empty: the default, always holds
};
/// The rivals for a written form in the order to be tried (the first whose cue
/// holds wins, the last has none), or nothing. Case counts ("TTg", "ThS").
[[nodiscard]] std::span<const AbbreviationRow> find_abbreviation(std::string_view written);

/// A piece that longer abbreviations are made of.
struct AbbreviationPart {
  std::string_view written;  ///< "QL-" at the head only, "-VN" never at the head
  std::string_view spoken;
};
/// The part written just so, with its hyphen, or nullptr.
[[nodiscard]] const AbbreviationPart* find_abbreviation_part(std::string_view written);

/// A word of two syllables by what notices cut it to: "đ/diện" → "đại diện".
struct CutWord {
  std::string_view written;  ///< small letters, with a slash: "đ/diện", "th/gian"
  std::string_view spoken;
  bool ambiguous;  ///< other words are cut to the same
};
/// The word written so, or nullptr.
[[nodiscard]] const CutWord* find_cut_word(std::string_view written);

// ---- units and currencies ----------------------------------------------------

struct UnitRow {
  enum class Kind : std::uint8_t {
    physical,  ///< "/" before it is "trên": km/h
    counted,   ///< "/" before it is "một": kg, người
    scale,     ///< multiplies: triệu, tỷ, k, tr
    percent,   ///< %, ‰
    degree,    ///< °C
  };
  std::string_view written;  ///< case counts: "kW", "MB", "m²"
  std::string_view spoken;
  Kind kind;
  bool glued_only;       ///< a unit only right behind a figure: k, g, h, s, l
  bool needs_number;     ///< never a unit without a number in front: m, h, t; false: "mỗi ha" reads too
  bool apart;            ///< begins like a figure: a pause keeps it from the number
  std::string_view per;  ///< spoken as the denominator, when it differs: h → "giờ", s → "giây"
  std::span<const CueAlternative> cue;  ///< empty: always holds
};
/// The rivals for a written form, as find_abbreviation() returns them; the last may have a cue as well.
[[nodiscard]] std::span<const UnitRow> find_units(std::string_view written);
/// The last of them, which is the one that needs no cue, or nullptr.
[[nodiscard]] const UnitRow* find_unit(std::string_view written);

struct CurrencyRow {
  std::string_view written;  ///< "$", "US$", "USD", "đ", "VNĐ", "₫"
  std::string_view code;     ///< ISO 4217: "USD"
  std::string_view spoken;   ///< "đô la"
  std::string_view full;     ///< the long name: "đô la mỹ", "việt nam đồng"
  bool before;               ///< may stand before the number: $20, USD 20
};
[[nodiscard]] const CurrencyRow* find_currency(std::string_view written);

/// The most tokens (see scan.h) of a unit or a currency whose first one is written so: "độ" begins
/// "độ C". 0 where none begins so, as with nearly all that stands behind a number.
[[nodiscard]] std::size_t longest_unit(std::string_view first_token);

// ---- foreign words and names -------------------------------------------------

struct RespellingRow {
  std::string_view written;  ///< folded with fold(); several words with single blanks
  std::string_view spoken;   ///< Vietnamese syllables
  std::uint8_t words;        ///< number of words in `written`
  bool capital;              ///< only where the first letter is a capital (names such as "May", "Lan")
  bool heads_name;           ///< only directly before another foreign name: Dan Burn, Da Vinci
};
/// All rows whose first word is `folded_first_word`, the longest first.
[[nodiscard]] std::span<const RespellingRow> respellings_from(std::string_view folded_first_word);
/// The row of exactly this key, or nullptr.
[[nodiscard]] const RespellingRow* find_respelling(std::string_view folded);

/// Appends `text` (NFC) to `out` in lower case, foreign diacritics taken off and
/// Vietnamese letters with their tones kept: Müller → muller, Škoda → skoda,
/// BÊTÔNG → bêtông; ’ becomes '.
void fold(std::string_view text, std::string& out);
/// The same with the Vietnamese marks taken off as well: Beyoncé → beyonce, Đ → d.
void fold_to_ascii(std::string_view text, std::string& out);

// ---- addresses, documents, symbols ------------------------------------------

/// A known site or the ending of an address: "vnexpress" → "vê en ếch pờ rét", "com" → "com".
struct SiteRow {
  std::string_view written;
  std::string_view spoken;
  bool ending;  ///< ends an address: vn, com, top
  bool file;    ///< ends the name of a file or program: pdf, exe, js
};
[[nodiscard]] const SiteRow* find_site(std::string_view lower_case);

/// A book of the Bible by its short form: "Ga" → "gio an", "1Cr" → "cô rin tô một".
struct BookRow {
  std::string_view written;
  std::string_view spoken;
};
[[nodiscard]] const BookRow* find_book(std::string_view written);

/// A piece of a document's number: "NĐ" is a kind (nghị định), "CP" an issuer (chính phủ).
struct DocumentRow {
  enum class Role : std::uint8_t { kind, issuer };
  std::string_view written;  ///< "NĐ", "TTg", "BGDĐT", "UBND"
  std::string_view spoken;
  Role role;
};
[[nodiscard]] const DocumentRow* find_document_kind(std::string_view written);
[[nodiscard]] const DocumentRow* find_document_issuer(std::string_view written);

struct SymbolRow {
  std::string_view written;
  std::string_view spoken;  ///< empty: deliberately silent
  std::string_view named;   ///< its name, for emoji and when nothing may be left out
};
[[nodiscard]] const SymbolRow* find_symbol(std::string_view written);

// ---- vocabularies ------------------------------------------------------------

/// The lists of vocabulary.tsv, which says what stands in each.
enum class List : std::uint8_t {
  airline,
  before_figures,
  before_name,
  boat,
  clergy,
  coin,
  company_word,
  element,
  formula,
  hotline,
  road,
  ruler,
  signer,
  site_tail,
};
struct ListRow {
  std::string_view written;
  std::string_view spoken;  ///< empty: the list says only which words belong to it
};
/// The row of a list, or nullptr.
[[nodiscard]] const ListRow* find_in(List list, std::string_view written);
/// Whether the list has the word.
[[nodiscard]] inline bool is_in(List list, std::string_view written) {
  return find_in(list, written) != nullptr;
}
/// All rows of a list.
[[nodiscard]] std::span<const ListRow> rows_of(List list);

// ---- all tables --------------------------------------------------------------

/// Rows of all tables and a checksum of their contents: "2143 rows, 9f31c2aa".
[[nodiscard]] std::string_view version();

/// For tests: every row, in the order of the files.
[[nodiscard]] std::span<const AbbreviationRow> all_abbreviations();
[[nodiscard]] std::span<const AbbreviationPart> all_abbreviation_parts();
[[nodiscard]] std::span<const UnitRow> all_units();
[[nodiscard]] std::span<const CurrencyRow> all_currencies();
[[nodiscard]] std::span<const RespellingRow> all_respellings();
[[nodiscard]] std::span<const LetterRow> all_letters();
[[nodiscard]] std::span<const SiteRow> all_sites();
[[nodiscard]] std::span<const BookRow> all_books();
[[nodiscard]] std::span<const DocumentRow> all_documents();
[[nodiscard]] std::span<const SymbolRow> all_symbols();

}  // namespace loa::normalizer::tables
