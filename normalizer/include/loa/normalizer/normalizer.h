// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/span.h"
#include "loa/base/span_map.h"
#include "loa/normalizer/style.h"

namespace loa::normalizer {

/// What a run of text was taken for. One enumerator, one room: a class is read
/// by the source file, the data table, the spec table and the chapter of the
/// reading rules that carry its name.
enum class SemioticClass : std::uint8_t {
  plain,         ///< Vietnamese words, as they stand
  cardinal,      ///< 44, 1.234.567, 6,82, -5, 007, 3/4, ½
  ordinal,       ///< thứ 1, hạng nhất
  roman,         ///< lần thứ XVII, quý II
  date,          ///< 27/8, 15-8-2025, 27-28/8
  time,          ///< 7h30, 14:30-16:00, 1'30"
  range,         ///< 3-5 người, 2025 – 2030
  score,         ///< thắng 2-1, 25-20, 25-18
  ratio,         ///< tỷ lệ 1/500, 44/44 đảng bộ
  money,         ///< 50.000đ, 2tr5, $20
  measure,       ///< 120 km/h, 37,5°C, 100%
  abbreviation,  ///< UBND, TP., GS.TS
  letters,       ///< WTO, N.V.A., unknown capitals
  code,          ///< 45/2023/NĐ-CP, QL1A, MH370
  telephone,     ///< 0912 345 678, 113
  electronic,    ///< hnn.vn, a@b.vn, #hashtag
  foreign,       ///< Donald Trump, Facebook, COVID
  symbol,        ///< &, +, /, §
  punctuation,   ///< becomes a clause mark or a pause
  silent,        ///< list bullets, ©, zero-width characters: listed, not dropped
};
/// Its name as `--explain` and JSON have it: "date". Static storage.
[[nodiscard]] std::string_view name(SemioticClass semiotic_class);

/// How sure a reading is, with the reason; what is not `sure` is listed for the
/// editor before a bulletin goes on air.
enum class Certainty : std::uint8_t {
  sure,
  narrow,                ///< rivals were close
  unknown_abbreviation,  ///< spelled out, in no table
  unknown_foreign,       ///< read by rule, in no lexicon
  ambiguous_default,     ///< several expansions, no cue found
  impossible_value,      ///< ngày 31/4: read as written
};
/// Its name as `--explain` and JSON have it: "unknown-abbreviation". Static storage.
[[nodiscard]] std::string_view name(Certainty certainty);

/// The language that the engine should read a run of spoken words in.
enum class Language : std::uint8_t { vietnamese, english };

/// What a run of the text was taken for. Readings tile the text in order,
/// without gap or overlap.
struct Reading {
  Span source;  ///< bytes of the text given to normalize()
  Span spoken;  ///< bytes of SpokenText::text; empty for silent runs
  SemioticClass semiotic_class = SemioticClass::plain;
  Certainty certainty = Certainty::sure;
  std::string_view rule;          ///< name of the rule that won, such as "date.day-month"; static storage
  std::string_view rival;         ///< the rule it beat narrowly, or empty; static storage
  std::int32_t entry = kNoEntry;  ///< with the rule "dictionary": index into Dictionary::entries()

  static constexpr std::int32_t kNoEntry = -1;
};

/// Another way to read what a Reading reads, for somebody who has to choose.
struct Rival {
  std::string spoken;     ///< as a dictionary writes it: English words carry `en:`
  std::string_view rule;  ///< the rule that reads so; static storage
};

/// One spoken word. `source` may point backwards within its reading ($10 → mười đô la).
struct Word {
  Span spoken;  ///< bytes of SpokenText::text, without marks
  Span source;  ///< bytes of the text given to normalize()
};

/// A silence that no mark stands for: between the groups of a telephone number,
/// after a bracket. An entry beside the text, never a character in it.
struct Pause {
  std::size_t offset = 0;  ///< byte of SpokenText::text that it stands before
  enum class Strength : std::uint8_t { group, light } strength = Strength::group;
};

/// A run of spoken words in another language than Vietnamese.
struct LanguageRun {
  Span spoken;
  Language language = Language::english;
};

/// The words that are said. `text` is plain NFC UTF-8: words with one blank
/// between, and clause marks , . ; : ? ! directly behind a word; no digit, no
/// symbol. Reused between calls to keep its memory.
struct SpokenText {
  std::string text;
  std::vector<Word> words;
  std::vector<Reading> readings;
  std::vector<Pause> pauses;
  std::vector<LanguageRun> languages;
  std::vector<Span> malformed;  ///< bytes of the text given that are no UTF-8, read as if blank
  SpanMap map;                  ///< spoken text → text given

  /// The words of `span` (bytes of `text`), with blanks between and without marks, as a
  /// dictionary writes them: English words carry `en:`.
  [[nodiscard]] std::string words_of(Span span) const;

  /// Empties it and keeps its memory.
  void clear();
};

/// What a text has established so far: expansions given in brackets, seasons,
/// years, what TU stands for here. One object for one article; without one,
/// every call is a text of its own. Not thread-safe. A value: may be copied.
class Memory {
 public:
  Memory();
  Memory(const Memory&);
  Memory(Memory&&) noexcept;
  Memory& operator=(const Memory&);
  Memory& operator=(Memory&&) noexcept;
  ~Memory();

  struct Impl;
  [[nodiscard]] Impl& impl() { return *impl_; }
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// The user's own entries; see dictionary.h.
class Dictionary;

/// Block kinds that change a reading; the caller's article reader knows them.
enum class TextKind : std::uint8_t { running, title, list_item, dateline, caption, byline };

struct Options {
  TextKind kind = TextKind::running;
};

/// Turns written Vietnamese into the words that a newsreader says. Const and
/// thread-safe; construction costs under a millisecond and parses nothing
/// (tables are compiled in). Total: any bytes give a result, malformed UTF-8 is
/// read as if it were blank, spelled is the last resort, nothing is dropped.
/// Time is linear in the text for any input.
class Normalizer {
 public:
  explicit Normalizer(Style style = {});
  /// `dictionary` must outlive the normaliser; nullptr: none.
  Normalizer(Style style, const Dictionary* dictionary);

  /// Reads `text` (UTF-8, any normalisation form, one block or line without the
  /// line end, or a piece of one) and replaces what is in `out`. `memory` is
  /// read and extended; nullptr: every call is a text of its own.
  void normalize(std::string_view text, Memory* memory, SpokenText& out, const Options& options = {}) const;

  /// The convenient form: only the words.
  [[nodiscard]] std::string normalize(std::string_view text) const;

  /// Learns what `text` establishes (definitions in brackets, …) without reading it:
  /// the look-ahead that lets a title know what the lead defines.
  void learn(std::string_view text, Memory& memory) const;

  /// How else the bytes `source` of `text` might be read: what the rules that lost would say,
  /// the other expansions of an abbreviation, its letters. For a Reading that is not sure;
  /// the words that normalize() chose are not among them. At most kMostRivals, the likeliest
  /// first; several milliseconds for a long text. `memory` as given to normalize(), or nullptr.
  [[nodiscard]] std::vector<Rival> rivals(std::string_view text, const Memory* memory, Span source,
                                          const Options& options = {}) const;
  static constexpr std::size_t kMostRivals = 4;

  /// As given when it was made. The dictionary is the caller's; nullptr: there is none.
  [[nodiscard]] const Style& style() const { return style_; }
  [[nodiscard]] const Dictionary* dictionary() const { return dictionary_; }

 private:
  Style style_;
  const Dictionary* dictionary_ = nullptr;
};

/// Version of the tables that are compiled in: a number of rows and a checksum,
/// such as "2143-9f31c2aa".
[[nodiscard]] std::string_view tables_version();

}  // namespace loa::normalizer
