// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/gate.h"

#include "loa/base/utf8.h"
#include "speech/letters.h"

namespace loa::speech {
namespace {

bool is_mark(char32_t c) {
  return c == U',' || c == U'.' || c == U';' || c == U':' || c == U'?' || c == U'!';
}

/// What parts words without being lost: blanks and hyphens of all kinds.
bool is_gap(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == U'-' || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200A) || (c >= 0x2010 && c <= 0x2015) || c == 0x202F || c == 0x3000;
}

/// Invisible inside a word: dropped without parting it.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x2BC; }

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// A blank and the longest word: letters take three bytes at most.
constexpr std::size_t kMaxWordBytes = 3 * kMaxWordLetters + 2;

/// Writes the gated text and keeps its rules.
class Writer {
 public:
  Writer(std::size_t size, std::span<const Span> words) : words_(words) {
    gated_.text.reserve(size + 16);
    gated_.starts.assign(words.size(), kNoLetters);
  }

  /// From here on the characters at source byte `at` and later are written.
  void advance(std::size_t at) {
    while (word_ < words_.size() && words_[word_].end <= at) ++word_;
    in_word_ = word_ < words_.size() && words_[word_].begin <= at;
  }

  void letter(char32_t c) {
    const char32_t small = lower(c);
    if (small == last_small_ && !gap_ && after_letter_) {
      if (run_ == kMaxLetterRun) {
        ++gated_.removed;
        return;
      }
      ++run_;
    } else {
      run_ = 1;
    }
    if (letters_ == kMaxWordLetters) gap_ = true;
    open_gap();
    if (in_word_ && gated_.starts[word_] == kNoLetters) gated_.starts[word_] = length_;
    append(c);
    last_small_ = small;
    after_letter_ = true;
    ++letters_;
    gated_.has_letters = true;
  }

  void gap() {
    gap_ = true;
    after_letter_ = false;
  }

  /// A clause mark; only where a letter is directly before it.
  bool mark(char32_t c) {
    if (!after_letter_) return false;
    append(c);
    clause_begin_ = gated_.text.size();
    gap();
    return true;
  }

  void count_removed() { ++gated_.removed; }
  [[nodiscard]] bool after_letter() const { return after_letter_; }
  Gated finish() { return std::move(gated_); }

 private:
  /// Blanks are written before the next letter only, so that none leads, trails or doubles.
  void open_gap() {
    if (gap_ && !gated_.text.empty()) {
      if (gated_.text.size() - clause_begin_ >= kMaxClauseBytes - kMaxWordBytes) {
        append(U',');
        clause_begin_ = gated_.text.size();
      }
      append(U' ');
    }
    if (gap_) letters_ = 0;
    gap_ = false;
  }

  void append(char32_t c) {
    utf8::append(gated_.text, c);
    ++length_;
  }

  Gated gated_;
  std::span<const Span> words_;
  std::size_t word_ = 0;
  bool in_word_ = false;
  std::uint32_t length_ = 0;      // code points written
  std::size_t letters_ = 0;       // of the word being written
  std::size_t run_ = 0;           // the same letter in a row
  std::size_t clause_begin_ = 0;  // byte behind the last mark
  char32_t last_small_ = 0;
  bool gap_ = true, after_letter_ = false;
};

}  // namespace

Gated gate(std::string_view text, std::span<const Span> words) {
  Writer writer(text.size(), words);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    char32_t c = decoded.code_point;
    writer.advance(at);
    at += decoded.size;
    const char32_t next = at < text.size() ? utf8::decode(text, at).code_point : U' ';
    if (is_letter(c)) {
      // Marks are put on before the letter is written, so that every rule sees whole letters.
      while (at < text.size()) {
        const utf8::Decoded mark = utf8::decode(text, at);
        const char32_t composed = compose(c, mark.code_point);
        if (composed == 0) break;
        c = composed;
        at += mark.size;
      }
      writer.letter(c);
    } else if (is_gap(c)) {
      writer.gap();
    } else if (is_invisible(c)) {
      // nothing is heard of it anyway
    } else if (is_apostrophe(c) && writer.after_letter() && is_letter(next)) {
      // "childrens" is said like "children's"; the engine reads past its memory on some apostrophes
    } else if (is_mark(c)) {
      // A mark inside a word ("v.v", "a:b") ends no clause.
      if (!is_gap(next) || !writer.mark(c)) {
        writer.count_removed();
        writer.gap();
      }
    } else if (is_combining(c)) {
      writer.count_removed();
    } else if (const std::string_view folded = fold_foreign(c); !folded.empty()) {
      for (std::size_t i = 0; i < folded.size();) {
        const utf8::Decoded plain = utf8::decode(folded, i);
        writer.letter(plain.code_point);
        i += plain.size;
      }
    } else {
      writer.count_removed();
      writer.gap();
    }
  }
  return writer.finish();
}

}  // namespace loa::speech
