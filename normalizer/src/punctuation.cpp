// SPDX-License-Identifier: GPL-3.0-or-later
#include "punctuation.h"

#include "loa/base/open_word.h"
#include "memory.h"

namespace loa::normalizer {
namespace {

bool starts_sentence(const Context& c, std::size_t i) {
  std::size_t at = i;
  for (std::size_t steps = 0; steps < 4; ++steps, ++at) {
    const Token& t = c[at];
    if (t.is(TokenKind::end)) return true;
    if (t.is(TokenKind::word)) return t.shape != Shape::lower;
    if (t.is(TokenKind::number)) return true;
  }
  return false;
}

bool is_text(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) || c.is(i, TokenKind::number);
}

// Whether an ellipsis at tokens [i, end) is the end of a sentence. đúng... 14 giây, chỉ còn… 3 người: a
// figure behind it is what the reader was kept waiting for; đến từ... Na Uy: the sentence cannot have ended.
bool ellipsis_ends_sentence(const Context& c, std::size_t i, std::size_t end) {
  if (c.is(c.skip_blank(end), TokenKind::end)) return true;
  if (!starts_sentence(c, end)) return false;
  if (c.is(c.skip_blank(end), TokenKind::number) && i > 0 && is_text(c, i - 1)) return false;
  return i == 0 || !c.is(i - 1, TokenKind::word) || !is_open_word(c.text(i - 1));
}

// cao tốc Bắc - Nam, hành lang Đông – Tây: two quarters are one word, and no parts of longer names.
bool parts_quarters(const Context& c, std::size_t i, std::size_t end) {
  if (i < 2) return false;
  const std::size_t left = c.skip_blank_back(i - 1);
  const std::size_t right = c.skip_blank(end);
  const auto is = [&](std::string_view one, std::string_view other) {
    return (c.text(left) == one && c.text(right) == other) || (c.text(left) == other && c.text(right) == one);
  };
  if (!c.is(left, TokenKind::word) || !c.is(right, TokenKind::word)) return false;
  if (!is("Bắc", "Nam") && !is("Đông", "Tây")) return false;
  const auto is_name = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].shape == Shape::capitalised;
  };
  const std::size_t before = left > 1 ? c.skip_blank_back(left - 1) : left;
  return (before == left || !is_name(before)) && !is_name(c.skip_blank(right + 1));
}

// … đã được mô tả [12], [20]: references to notes are for the eye. Past them, or `i`.
std::size_t end_of_notes(const Context& c, std::size_t i) {
  const auto note = [&c](std::size_t at) {
    return c.is_mark(at, U'[') && c.is(at + 1, TokenKind::number) && c[at + 1].size() <= 3 &&
           c.is_mark(at + 2, U']');
  };
  // … tỷ USD hiện nay(1): glued to a word, a figure in round brackets is one too.
  if (i > 0 && c.is_mark(i, U'(') && c.is(i - 1, TokenKind::word) && c[i - 1].shape == Shape::lower &&
      c[i - 1].letters > 1 && c.is(i + 1, TokenKind::number) && c[i + 1].size() <= 2 &&
      c.is_mark(i + 2, U')'))
    return i + 3;
  // … lãnh đạo được nhân dân”(1). Behind a quotation it tells where that is from; at the end of a line too.
  if (i > 2 && c.is_mark(i, U'(') && c.is(i + 1, TokenKind::number) && c[i + 1].size() <= 2 &&
      c.is_mark(i + 2, U')')) {
    const bool quoted = c.is_closing_quote(i - 1) && !c.is(i - 2, TokenKind::number);
    const bool last = c.is_blank(i - 1) && c.is_sentence_mark(i - 2) && c.is(i + 3, TokenKind::end);
    if (quoted || last) return i + 3;
  }
  if (i == 0 || !note(i)) return i;
  // Alone in its line it is all there is to say.
  std::size_t before = i;
  for (int marks = 0; marks < 8 && before > 0 && !is_text(c, before); ++marks)
    before = c.skip_blank_back(before - 1);
  if (!is_text(c, before)) return i;
  std::size_t end = i + 3;
  while (c.is_mark(end, U',') && note(c.skip_blank(end + 1))) end = c.skip_blank(end + 1) + 3;
  return end;
}

// A dot, or several. Returns the token behind what was written, as the next ones do.
std::size_t write_dots(const Context& c, std::size_t i, Emitter& emitter) {
  std::size_t end = i + 1;
  // ca khúc "APT." của: the dot of a title ends no sentence before a small letter.
  if (i > 0 && c[i - 1].shape == Shape::upper && c.is_closing_quote(i + 1) && c.is_blank(i + 2) &&
      c.is(i + 3, TokenKind::word) && c[i + 3].shape == Shape::lower) {
    emitter.silent(c[i].span(), "silent.dot");
    return end;
  }
  // vi khuẩn e.coli: the first letter of a name in Latin.
  const bool latin = i > 0 && c.is(i - 1, TokenKind::word) && c[i - 1].letters == 1 &&
                     c.is(i + 1, TokenKind::word) && c[i + 1].shape == Shape::lower && c[i + 1].letters > 3 &&
                     !c[i + 1].syllable && (i < 2 || c.is_edge(i - 2));
  if (latin || (i > 0 && c.folded(i - 1) == "e" && c.folded(c.skip_blank(i + 1)) == "coli")) {
    emitter.silent(c[i].span(), "silent.dot");
    return end;
  }
  while (c.is_mark(end, U'.')) ++end;
  // Two dots and more are a pause; they end a sentence only where a new one begins.
  const bool stop = end == i + 1 || ellipsis_ends_sentence(c, i, end);
  emitter.mark(stop ? '.' : ',', c.span(i, end));
  return end;
}

// A bracket that opens, with what it holds where that is for the eye alone.
std::size_t write_opening(const Context& c, std::size_t i, Emitter& emitter) {
  if (const std::size_t end = end_of_notes(c, i); end != i) {
    emitter.silent(c.span(i, end), "silent.note");
    return end;
  }
  if (const std::size_t end = end_of_repeated(c, i); end != i) {
    emitter.silent(c.span(i, end), "silent.definition");
    return end;
  }
  emitter.soft_comma(c[i].span());
  return i + 1;
}

// An apostrophe inside a word is no quote.
std::size_t write_apostrophe(const Context& c, std::size_t i, Emitter& emitter) {
  if (i > 0 && is_text(c, i - 1) && is_text(c, i + 1))
    emitter.silent(c[i].span(), "punctuation.apostrophe");
  else
    emitter.quote(c[i].span());
  return i + 1;
}

std::size_t write_dashes(const Context& c, std::size_t i, Emitter& emitter) {
  std::size_t end = i + 1;
  while (c.is_dash(end)) ++end;
  const bool joins = i > 0 && is_text(c, i - 1) && is_text(c, end);
  // Cô-oét and Hà Nội-Huế go on without a pause; chính trị - kinh tế pauses.
  // LSO-Ngày 10/11: the paper before its news.
  const bool source = joins && i == 1 && c[0].shape == Shape::upper && c[end].syllable &&
                      c[end].shape == Shape::capitalised && end == i + 1;
  if (((joins && !source) || parts_quarters(c, i, end)) && c[i].code != U'\u2014')  // em dash
    emitter.silent(c.span(i, end), "punctuation.hyphen");
  else
    emitter.soft_comma(c.span(i, end));
  return end;
}

}  // namespace

std::size_t punctuate(const Context& c, std::size_t i, Emitter& emitter) {
  const Token& token = c[i];
  const Span span = token.span();
  switch (token.code) {
    case U'.':
      return write_dots(c, i, emitter);
    case U'\u2026':  // ellipsis
      emitter.mark(ellipsis_ends_sentence(c, i, i + 1) ? '.' : ',', span);
      return i + 1;
    case U',':
    case U';':
    case U':':
    case U'?':
    case U'!':
      emitter.mark(static_cast<char>(token.code), span);
      return i + 1;
    case U'[':
    case U'(':
      return write_opening(c, i, emitter);
    case U')':
    case U']':
    case U'{':
    case U'}':
    case U'|':
    case U'/':
    case U'\\':
      emitter.soft_comma(span);
      return i + 1;
    case U'\'':
    case U'\u2019':
      return write_apostrophe(c, i, emitter);
    case U'"':
    case U'\u2018':
    case U'\u201C':
    case U'\u201D':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2039':
    case U'\u203A':
      emitter.quote(span);
      return i + 1;
    default:
      break;
  }
  if (c.is_dash(i)) return write_dashes(c, i, emitter);
  emitter.silent(span, "silent.sign");
  return i + 1;
}

}  // namespace loa::normalizer
