// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "article/article.h"
#include "article/dotted_words.h"
#include "loa/base/open_word.h"
#include "loa/base/utf8.h"

namespace loa::article {
namespace {

// A bracket that is never closed must not swallow the rest of the text.
constexpr std::size_t kLongestBracket = 400;
constexpr std::size_t kLongestDottedWord = 24;

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// Opening ICU's iterator costs more than cutting a whole article: one for each thread.
icu::BreakIterator* sentence_iterator() {
  static thread_local const auto iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> opened(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) opened.reset();
    return opened;
  }();
  return iterator.get();
}

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_letter_or_digit(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }
bool is_opener(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION || c == U'"' || c == U'\'';
}
bool is_closer(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == U'"' || c == U'\'';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const utf8::Decoded next = utf8::decode(text, at);
    if (!is_blank(next.code_point)) break;
    at += next.size;
  }
  return at;
}

std::size_t before(std::string_view text, std::size_t at) { return utf8::floor_boundary(text, at - 1); }

std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const std::size_t last = before(text, end);
    if (!is_blank(utf8::decode(text, last).code_point)) break;
    end = last;
  }
  return end;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kLongestDottedWord) {
    const utf8::Decoded next = utf8::decode(text, end);
    if (!is_letter_or_digit(next.code_point)) break;
    end += next.size;
  }
  return text.substr(at, end - at);
}

// Words that begin a sentence far more often than they go on a name: they decide
// whether "N.V.A. Theo" is two sentences.
bool begins_sentences(std::string_view word) {
  static constexpr std::string_view kOpeners[] = {
      "Theo",  "Tại", "Ngày", "Sau",   "Khi",  "Trong", "Tuy",   "Ông", "Bà",    "Anh",  "Chị",   "Đến",
      "Từ",    "Với", "Các",  "Những", "Một",  "Hiện",  "Do",    "Vì",  "Nhưng", "Còn",  "Cơ",    "Qua",
      "Trước", "Đây", "Việc", "Lúc",   "Cùng", "Bên",   "Ngoài", "Để",  "Nếu",   "Công", "Đồng",  "Người",
      "Nạn",   "Vụ",  "Hai",  "Ở",     "Được", "Bị",    "Cũng",  "Tuy", "Nhờ",   "Sáng", "Chiều", "Tối",
      "Trưa",  "Đêm", "Năm",  "Tháng", "Hôm",  "Riêng", "Như",   "Và",  "Cháu",  "Em",   "Họ",    "Thời"};
  return std::find(std::begin(kOpeners), std::end(kOpeners), word) != std::end(kOpeners);
}

// "D", "N.V.A", "Th.D": capitals (with at most one small letter behind) between full stops.
bool is_initials(std::string_view word) {
  std::size_t at = 0;
  bool any = false;
  while (at < word.size()) {
    utf8::Decoded letter = utf8::decode(word, at);
    if (!u_isupper(static_cast<UChar32>(letter.code_point))) return false;
    any = true;
    at += letter.size;
    if (at == word.size()) return true;
    letter = utf8::decode(word, at);
    if (u_islower(static_cast<UChar32>(letter.code_point))) {
      at += letter.size;
      if (at == word.size()) return word.find('.') != std::string_view::npos;
    }
    if (word[at] != '.') return false;
    ++at;
  }
  return any;
}

bool is_enumerator(std::string_view word) {
  if (word.empty() || word.size() > 5) return false;
  if (std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; })) {
    return word.size() <= 3 || word.find('.') != std::string_view::npos;
  }
  if (word.size() == 1) return (word[0] >= 'a' && word[0] <= 'z') || (word[0] >= 'A' && word[0] <= 'Z');
  return std::all_of(word.begin(), word.end(), [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Span> cut() {
    const std::size_t first = skip_blanks(text_, 0);
    begin_ = first;
    scanned_ = first;
    if (text_.find_first_of(".!?\xE2\xEF\n\r\xC2") != std::string_view::npos) offer_boundaries();
    close(text_.size());
    return std::move(sentences_);
  }

 private:
  void offer_boundaries() {
    icu::BreakIterator* iterator = sentence_iterator();
    if (iterator == nullptr) return;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> utext(
        utext_openUTF8(nullptr, text_.data(), static_cast<int64_t>(text_.size()), &status));
    iterator->setText(utext.get(), status);
    if (U_FAILURE(status)) return;
    iterator->first();
    std::size_t from = begin_;
    for (int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
      const auto boundary = static_cast<std::size_t>(at);
      offer_ellipses(from, boundary);
      if (boundary < text_.size()) offer(boundary);
      from = boundary;
    }
  }

  // U+2026 is no sentence end to ICU; before a capital it is one.
  void offer_ellipses(std::size_t from, std::size_t to) {
    static constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
    for (std::size_t at = from; (at = text_.substr(0, to).find(kEllipsis, at)) != std::string_view::npos;) {
      at += kEllipsis.size();
      std::size_t next = at;
      while (next < to) {
        const utf8::Decoded c = utf8::decode(text_, next);
        if (!is_closer(c.code_point)) break;
        next += c.size;
      }
      const std::size_t word = skip_blanks(text_, next);
      if (word == next || word >= to) continue;
      std::size_t letter = word;
      while (letter < to && is_opener(utf8::decode(text_, letter).code_point)) {
        letter += utf8::decode(text_, letter).size;
      }
      if (letter < to && u_isupper(static_cast<UChar32>(utf8::decode(text_, letter).code_point))) offer(word);
    }
  }

  void offer(std::size_t boundary) {
    if (boundary <= begin_) return;
    const std::size_t next = skip_blanks(text_, boundary);
    if (next >= text_.size()) return;
    count_brackets(boundary);
    const std::size_t end = trim_end(text_, begin_, boundary);
    if (end > begin_ && !goes_on(end, next)) close(boundary);
  }

  void count_brackets(std::size_t to) {
    for (; scanned_ < to; ++scanned_) {
      const char c = text_[scanned_];
      if (c == '(' || c == '[') {
        if (depth_++ == 0) bracket_ = scanned_;
      } else if ((c == ')' || c == ']') && depth_ > 0) {
        --depth_;
      }
      if (c >= 0 && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
        says_ = true;
      if ((static_cast<unsigned char>(c) & 0xC0) == 0xC0 && !says_) {
        says_ = is_letter_or_digit(utf8::decode(text_, scanned_).code_point);
      }
    }
  }

  bool goes_on(std::size_t end, std::size_t next) {
    if (!says_) return true;  // a sentence has something to say
    if (depth_ > 0 && end - bracket_ < kLongestBracket) return true;

    std::size_t first = next;
    while (first < text_.size()) {
      const utf8::Decoded c = utf8::decode(text_, first);
      if (!is_opener(c.code_point)) break;
      first += c.size;
    }
    if (first < text_.size()) {
      const utf8::Decoded c = utf8::decode(text_, first);
      const auto code = static_cast<UChar32>(c.code_point);
      // A small letter, a comma or a closing mark goes on: “…?”, ông nói; “…!” - bà kể.
      if (u_islower(code) || c.code_point == U',' || c.code_point == U';' || c.code_point == U':')
        return true;
      if (first == next && (is_closer(c.code_point) && c.code_point != U'"' && c.code_point != U'\''))
        return true;
    }
    return (text_[end - 1] == '.' && full_stop_goes_on(end - 1, first)) || pauses(end);
  }

  // đến từ... Na Uy, chỉ còn… Messi: an ellipsis behind a word that ends no sentence.
  bool pauses(std::size_t end) const {
    static constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
    const std::string_view said = text_.substr(begin_, end - begin_);
    std::size_t stop = said.size();
    if (said.ends_with(kEllipsis))
      stop -= kEllipsis.size();
    else if (said.ends_with(".."))
      stop = said.find_last_not_of('.') + 1;
    else
      return false;
    const std::size_t blank = said.substr(0, stop).find_last_of(" \t\n");
    return blank != std::string_view::npos && is_open_word(said.substr(blank + 1, stop - blank - 1));
  }

  bool full_stop_goes_on(std::size_t stop, std::size_t next) const {
    std::size_t word_begin = stop;
    while (word_begin > begin_ && stop - word_begin < kLongestDottedWord) {
      const std::size_t previous = before(text_, word_begin);
      const char32_t c = utf8::decode(text_, previous).code_point;
      if (c != U'.' && !is_letter_or_digit(c)) break;
      word_begin = previous;
    }
    const std::string_view word = text_.substr(word_begin, stop - word_begin);
    if (word.empty() || word.back() == '.') return false;
    if (word_begin == begin_ && is_enumerator(word)) return true;
    const std::string_view follower = word_at(text_, next);
    const bool digit = !follower.empty() && follower[0] >= '0' && follower[0] <= '9';
    for (const DottedWord& known : kDottedWords) {
      if (known.word != word) continue;
      if (known.follow == Follow::never) return false;
      return known.follow == Follow::anything ? !begins_sentences(follower) || word.size() > 1 : digit;
    }
    return is_initials(word) && !digit && !begins_sentences(follower);
  }

  void close(std::size_t boundary) {
    const std::size_t end = trim_end(text_, begin_, boundary);
    if (end > begin_) {
      count_brackets(boundary);
      if (!says_ && !sentences_.empty()) {
        sentences_.back().end = end;  // a lone mark belongs to the sentence before
      } else {
        sentences_.push_back({begin_, end});
      }
    }
    begin_ = skip_blanks(text_, boundary);
    scanned_ = std::max(scanned_, begin_);
    depth_ = 0;
    says_ = false;
  }

  std::string_view text_;
  std::vector<Span> sentences_;
  std::size_t begin_ = 0;    // of the sentence being collected
  std::size_t scanned_ = 0;  // brackets are counted up to here
  int depth_ = 0;
  std::size_t bracket_ = 0;  // where the outermost open one is
  bool says_ = false;        // the sentence holds a letter or digit
};

}  // namespace

std::vector<Span> sentences(std::string_view text) { return Cutter(text).cut(); }

}  // namespace loa::article
