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

/// A line of the user's dictionary.
struct DictionaryEntry {
  std::string
      written;  ///< as it stands in the text: "TTPVHCC", "Bún bò"; in small letters it matches any case
  std::string spoken;  ///< the words that are said
  std::string cue;  ///< when it holds: "prev=công ty|cty", "next=…", "near=…"; ";" or, "&" and; empty: always
  std::string scope;  ///< where it holds, such as "station"; kept for the caller, not looked at here
  std::string note;
  std::size_t line = 0;  ///< of the file, from 1
};

/// The user's own entries, which win over every rule and table. A TSV file that
/// a spreadsheet opens: a heading line `written spoken cue scope note` (the last
/// three may be missing), `#` comments, UTF-8. Const members are thread-safe.
class Dictionary {
 public:
  /// An empty dictionary.
  Dictionary() = default;

  /// Reads a file. Errors: no_input when it cannot be read; config with
  /// file:line when a line is wrong.
  [[nodiscard]] static Result<Dictionary> load(const std::filesystem::path& file);
  /// Reads the text of such a file; `name` is shown in errors.
  [[nodiscard]] static Result<Dictionary> parse(std::string_view text, std::string_view name);

  /// Adds an entry behind the others; of two that fit, the longer wins, then the
  /// one with a cue, then the later. Errors: config, when a field is empty, the
  /// cue cannot be understood or the words hold what is not said (figures, signs).
  [[nodiscard]] Result<void> add(DictionaryEntry entry);

  [[nodiscard]] const std::vector<DictionaryEntry>& entries() const { return entries_; }

  /// One condition of a cue; for the recogniser.
  struct Condition {
    enum class Kind : unsigned char { prev, next, near } kind = Kind::prev;
    bool negated = false;
    std::vector<std::string> phrases;  ///< folded
  };
  using Cue = std::vector<std::vector<Condition>>;  ///< any of: all of
  struct Candidate {
    std::size_t entry = 0;
    std::string written;  ///< NFC; folded when any case matches
    std::string spoken;   ///< NFC
    bool any_case = false;
    Cue cue;
  };
  /// The entries that begin with this word or sign (folded), the best first.
  [[nodiscard]] const std::vector<Candidate>* starting_with(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  std::vector<DictionaryEntry> entries_;
  std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>> by_head_;
};

}  // namespace loa::normalizer
