// SPDX-License-Identifier: GPL-3.0-or-later
// Chapters and verses of the Bible, as parishes and religious pages cite them.
#include <array>
#include <string>
#include <string_view>

#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"
#include "tables.h"

namespace loa::normalizer {
namespace {

constexpr std::size_t kMostDigits = 3;  // Tv 119,176

// Where people speak of the Bible.
constexpr Phrases kReligious = {"phúc âm",  "tin mừng", "bài đọc",  "đáp ca",     "chúa",       "thánh vịnh",
                                "thánh",    "suy niệm", "phụng vụ", "kinh thánh", "thiên chúa", "lời chúa",
                                "tin lành", "câu gốc",  "đức tin",  "môn đệ",     "mục sư",     "linh mục"};

bool is_verse_letter(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) && (c.text(i) == "a" || c.text(i) == "b" || c.text(i) == "c");
}

// One citation, said as it is read; false where the figures go on in another way.
class Citation {
 public:
  Citation(const Context& c, Draft& draft, std::size_t at) : c_(c), draft_(draft), at_(at) {}

  // 3,16-18; 34,4b-6.8-9; 18,1-19,42; 4,14-16;5,7-9
  bool read() {
    if (!chapter()) return false;
    while (true) {
      if (!verses()) return false;
      const std::size_t next = c_.skip_blank(at_ + 1);
      if (!c_.is_mark(at_, U';') || !opens_chapter(next)) return true;
      draft_.mark(';', c_[at_].span());
      at_ = next;
      if (!chapter()) return false;
    }
  }
  [[nodiscard]] std::size_t end() const { return at_; }

 private:
  [[nodiscard]] bool opens_chapter(std::size_t i) const {
    return c_.is(i, TokenKind::number) && c_[i].size() <= kMostDigits &&
           (c_.is_mark(i + 1, U',') || c_.is_mark(i + 1, U':')) &&
           c_.is(c_.skip_blank(i + 2), TokenKind::number);
  }
  // "3," said "chương ba".
  bool chapter() {
    if (!opens_chapter(at_)) return false;
    draft_.say("chương", c_[at_].span());
    number();
    ++at_;
    at_ = c_.skip_blank(at_);
    return true;
  }
  void number() {
    say_cardinal(draft_, c_.text(at_), c_.style(), c_[at_].span());
    ++at_;
  }
  bool verse() {
    if (!c_.is(at_, TokenKind::number) || c_[at_].size() > kMostDigits) return false;
    draft_.say("câu", c_[at_].span());
    return bare_verse();
  }
  bool bare_verse() {
    if (!c_.is(at_, TokenKind::number) || c_[at_].size() > kMostDigits) return false;
    number();
    if (is_verse_letter(c_, at_)) {
      draft_.say(c_.text(at_) == "a" ? "a" : c_.text(at_) == "b" ? "bê" : "xê", c_[at_].span());
      ++at_;
    }
    return !c_.is(at_, TokenKind::word);
  }
  bool verses() {
    while (true) {
      if (!verse()) return false;
      const std::size_t dash = c_.skip_blank(at_);
      const std::size_t last = c_.skip_blank(dash + 1);
      if (c_.is_dash(dash) && c_.is(last, TokenKind::number)) {
        draft_.say("đến", c_[dash].span());
        at_ = last;
        if (opens_chapter(at_)) {
          if (!chapter() || !verse()) return false;
        } else if (!bare_verse()) {
          return false;
        }
      }
      if (!c_.is_mark(at_, U'.') || !c_.is(at_ + 1, TokenKind::number)) return true;
      draft_.mark(',', c_[at_].span());
      ++at_;
    }
  }

  const Context& c_;
  Draft& draft_;
  std::size_t at_;
};

}  // namespace

// (Xh 34,4b-6.8-9; 2Cr 13,11-13), Ga 3,16: the short form of a book, a chapter and verses.
bool recognise_scripture(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool numbered = c.is(i, TokenKind::number);
  const std::size_t word = numbered ? c.skip_blank(i + 1) : i;
  if (!c.is(word, TokenKind::word) || c[word].size() > 4 || !c.is_blank(word + 1) ||
      !c.is(word + 2, TokenKind::number))
    return false;
  const bool verses = c.is_mark(word + 3, U',') || c.is_mark(word + 3, U':');
  const bool psalm = c.text(word) == "Tv" && c[word + 2].size() <= kMostDigits;  // sung whole
  if (!verses && !psalm) return false;
  // 1 Cr 13: the blank is not in the table.
  std::string written(numbered ? c.text(i) : std::string_view{});
  written += c.text(word);
  const tables::BookRow* book = tables::find_book(written);
  if (book == nullptr) return false;
  draft.say(book->spoken, c.span(i, word + 1));
  std::size_t end = word + 3;
  if (Citation citation(c, draft, word + 2); citation.read()) {
    end = citation.end();
  } else if (psalm && !verses) {
    say_cardinal(draft, c.text(word + 2), c.style(), c[word + 2].span());
  } else {
    return false;
  }
  // In a bracket of its own, at the end of a line, or where the Bible is spoken of.
  const bool closes = c.is_mark(end, U')') || c.is_mark(c.skip_blank(end), U';') || c.is_mark(end, U'.') ||
                      c.is(c.skip_blank(end), TokenKind::end);
  const std::size_t before = i == 0 ? 0 : c.skip_blank_back(i - 1);
  const bool opens = i == 0 || c.is_mark(before, U'(') || c.is_mark(before, U';') || c.is_mark(before, U':');
  // Theo thư 1 Cr 13,4-7, tình yêu …
  const bool cited = c.preceded_by_any(i, std::array<std::string_view, 4>{"thư", "sách", "theo", "trích"});
  if (!(closes && opens) && !(verses && cited) && !c.near_any(i, end, kReligious)) return false;
  return draft.accept(SemioticClass::code, "code.scripture", end);
}

// Giăng 3:16, Thi thiên 23:1-6: the book in full before, no hour and no score.
bool recognise_chapter_verse(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i + 1, U':') || !c.is(i + 2, TokenKind::number) || i < 2 || !c.is_blank(i - 1)) return false;
  // The last syllable of their names, which are written with hyphens or without: Ma-thi-ơ, Cô-rinh-tô.
  static constexpr Phrases kBooks = {"giăng", "thiên", "ngôn", "huyền", "ký", "sai",   "mi",  "ơ",
                                     "tô",    "sô",    "líp",  "rơ",    "cơ", "ca",    "ma",  "mác",
                                     "vụ",    "vịnh",  "ti",   "thêu",  "cô", "gioan", "rôma"};
  if (!c.preceded_by_any(i, kBooks) || !c.near_any(i, i + 3, kReligious)) return false;
  Citation citation(c, draft, i);
  if (!citation.read()) return false;
  return draft.accept(SemioticClass::code, "code.scripture", citation.end());
}

}  // namespace loa::normalizer
