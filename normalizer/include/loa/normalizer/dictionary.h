// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "loa/base/result.h"

namespace loa::normalizer {

/// Before a word of DictionaryEntry::spoken: the engine reads it in English.
inline constexpr std::string_view kEnglishMark = "en:";

/// A line of the user's dictionary.
struct DictionaryEntry {
  std::string
      written;  ///< as it stands in the text: "TTPVHCC", "Bún bò"; in small letters it matches any case
  std::string spoken;  ///< the words that are said; one that is English is written `en:word`
  std::string cue;  ///< when it holds: "prev=công ty|cty", "next=…", "near=…"; ";" or, "&" and; empty: always
  std::string scope;  ///< where it holds: empty or "station", everywhere; "article", in the article
                      ///< that the file lies beside; "file=bong-da*|the-thao*", in files of these names
  std::string note;
  std::string file;      ///< the dictionary that it stands in, as it was named
  std::size_t line = 0;  ///< of that file, from 1

  friend bool operator==(const DictionaryEntry&, const DictionaryEntry&) = default;
};

/// An entry that changes nothing, because another one always comes before it.
struct DictionaryIssue {
  enum class Kind : unsigned char {
    duplicate,  ///< the other says the same words
    shadowed,   ///< the other says other words
  } kind = Kind::shadowed;
  std::size_t entry = 0;  ///< index into entries(): the one without effect
  std::size_t other = 0;  ///< the one that wins
};

/// The user's own entries, which win over every rule and table. A TSV file that
/// a spreadsheet opens: a heading line `written spoken cue scope note` (the last
/// three may be missing), `#` comments, UTF-8. Const members are thread-safe.
class Dictionary {
 public:
  /// An empty dictionary.
  Dictionary() = default;

  /// Reads a file. Errors: no_input when it cannot be read; config with
  /// file:line when a line is wrong. With `problems`, wrong lines are put there
  /// and passed over instead.
  [[nodiscard]] static Result<Dictionary> load(const std::filesystem::path& file,
                                               std::vector<Error>* problems = nullptr);
  /// Reads the text of such a file; `name` is shown in errors.
  [[nodiscard]] static Result<Dictionary> parse(std::string_view text, std::string_view name,
                                                std::vector<Error>* problems = nullptr);

  /// Adds an entry behind the others; of two that fit, the longer wins, then the
  /// one with a cue, then the later. Errors: config, when a field is empty, the
  /// cue or the scope cannot be understood or the words hold what is not said
  /// (figures, signs).
  [[nodiscard]] Result<void> add(DictionaryEntry entry);

  /// Adds all entries of `over`, which win over those that are here already
  /// wherever both are written the same.
  void add_layer(const Dictionary& over);

  /// The entries whose scope holds for the article `file` (as the user named it;
  /// empty for a text without a file), in their order and layers.
  [[nodiscard]] Dictionary for_article(std::string_view file) const;

  /// Entries that can never win. Sorted by entry.
  [[nodiscard]] std::vector<DictionaryIssue> issues() const;

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] const std::vector<DictionaryEntry>& entries() const { return entries_; }

  /// One condition of a cue; for the recogniser.
  struct Condition {
    enum class Kind : unsigned char { prev, next, near } kind = Kind::prev;
    bool negated = false;
    std::vector<std::string> phrases;  ///< folded
  };
  using Cue = std::vector<std::vector<Condition>>;  ///< any of: all of
  struct Candidate {
    std::size_t entry = 0;  ///< index into entries()
    std::string written;    ///< NFC; folded when any case matches
    std::string spoken;     ///< NFC; with kEnglishMark
    bool any_case = false;
    unsigned layer = 0;  ///< the higher wins
    Cue cue;
  };
  /// The entries that begin with this word or sign (folded), the best first.
  [[nodiscard]] const std::vector<Candidate>* starting_with(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  void insert(Candidate candidate, DictionaryEntry entry);

  std::vector<DictionaryEntry> entries_;
  unsigned layers_ = 0;  ///< number of the highest
  std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>> by_head_;
};

}  // namespace loa::normalizer
