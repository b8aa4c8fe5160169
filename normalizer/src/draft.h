// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loa/base/span.h"
#include "loa/normalizer/normalizer.h"

namespace loa::normalizer {

namespace tables {
struct AbbreviationRow;
}

/// What a recogniser has read: the words with the bytes they stand for, and how
/// it came to them. Filled by a recogniser, carried out by the emitter. One
/// object serves a whole text, so its memory is reused.
class Draft {
 public:
  struct Item {
    enum class Kind : std::uint8_t { word, mark, group_pause, light_pause };
    Kind kind = Kind::word;
    Language language = Language::vietnamese;
    char mark = 0;
    std::uint32_t begin = 0;  ///< text() tells them
    std::uint32_t end = 0;
    Span source;  ///< bytes of the clean text
  };

  std::size_t end = 0;  ///< the first token that is not part of the reading
  SemioticClass semiotic_class = SemioticClass::plain;
  Certainty certainty = Certainty::sure;
  std::string_view rule;   ///< static storage
  std::string_view rival;  ///< static storage
  std::int32_t entry = Reading::kNoEntry;
  /// Of an abbreviation of several meanings: the first of its rows, and the one that words beside it chose.
  const tables::AbbreviationRow* rows = nullptr;
  const tables::AbbreviationRow* decided = nullptr;

  /// Empties the draft and keeps its memory.
  void reset() {
    end = 0;
    semiotic_class = SemioticClass::plain;
    certainty = Certainty::sure;
    rule = {};
    rival = {};
    entry = Reading::kNoEntry;
    decided = nullptr;
    buffer_.clear();
    items_.clear();
    plain_ = true;
  }

  /// The last line of a recogniser: what was said is a reading of this class by this rule (static storage),
  /// up to the token `last`, which is not part of it. True, so that it can be returned.
  bool accept(SemioticClass is, std::string_view by, std::size_t last) {
    semiotic_class = is;
    rule = by;
    end = last;
    return true;
  }

  /// Appends the words of `words` (separated by blanks; a `,` behind a word is a
  /// clause mark), all standing for the bytes `source` of the clean text.
  void say(std::string_view words, Span source, Language language = Language::vietnamese);
  /// The same for one word without a mark.
  void say_word(std::string_view word, Span source);
  /// A clause mark (, . ; : ? !) behind the last word.
  void mark(char mark, Span source);
  void group_pause() { add({Item::Kind::group_pause, {}, 0, 0, 0, {}}); }
  void light_pause() { add({Item::Kind::light_pause, {}, 0, 0, 0, {}}); }

  /// An empty string whose memory is reused, for words that are being put together.
  [[nodiscard]] std::string& scratch() {
    scratch_.clear();
    return scratch_;
  }

  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] std::string_view text(const Item& item) const {
    return words().substr(item.begin, item.end - item.begin);
  }
  /// What the items are parts of. Of a plain draft it can be said as it stands: Vietnamese words with one
  /// blank between, no mark and no pause. Most are.
  [[nodiscard]] std::string_view words() const { return buffer_; }
  [[nodiscard]] bool is_plain() const { return plain_; }

 private:
  /// Where the next word begins in words().
  std::size_t open_word();
  void add(const Item& item) {
    plain_ = plain_ && item.kind == Item::Kind::word && item.language == Language::vietnamese;
    items_.push_back(item);
  }

  static constexpr std::size_t kUsualWords = 24;  // of a date, a telephone number
  static constexpr std::size_t kUsualBytes = 8;   // of one of them

  std::string buffer_;
  std::string scratch_;
  std::vector<Item> items_;
  bool plain_ = true;
};

}  // namespace loa::normalizer
