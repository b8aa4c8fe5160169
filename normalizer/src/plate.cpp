// SPDX-License-Identifier: GPL-3.0-or-later
// Number plates of vehicles.
#include <array>
#include <string_view>

#include "code.h"
#include "letters.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// Behind the figures of a number some of which are kept back as x: 679.xx, 27x.xx, xxx; `i` where none are.
std::size_t end_of_veiled(const Context& c, std::size_t i) {
  std::size_t places = 0;
  std::size_t veiled = 0;
  std::size_t at = i;
  for (; at < i + 6; ++at) {
    const bool figures = c.is(at, TokenKind::number);
    const bool letters =
        c.is(at, TokenKind::word) && c.text(at).find_first_not_of("xX") == std::string_view::npos;
    if (figures || letters)
      places += c[at].size();
    else if (!(c.is_mark(at, U'.') && at > i &&
               (c.is(at + 1, TokenKind::number) || c.folded(at + 1) == "xx")))
      break;
    if (letters) veiled += c[at].size();
  }
  return veiled > 0 && places >= 3 && places <= 5 && !c.is(at, TokenKind::word) ? at : i;
}

}  // namespace

// 75A-123.45, 74C1 - 126.98, 51B-21545, 29A 123.45
bool recognise_plate(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // 29-LD-123.45, 41-NG-012-34: the letters stand between hyphens; 75-G1 234.56: a motorcycle's.
  const bool apart = c.is_dash(i + 1) && c.is(i + 2, TokenKind::word) &&
                     ((c[i + 2].letters == 2 && c.is_dash(i + 3)) ||
                      (c.is(i + 3, TokenKind::number) && c[i + 3].size() == 1));
  const std::size_t letters = apart ? i + 2 : i + 1;
  if (c[i].size() != 2 || !c.is(letters, TokenKind::word) || c[letters].letters > 2 ||
      !is_capitals(c[letters]))
    return false;
  std::size_t at = letters + 1;
  std::size_t series = 0;
  if (c.is(at, TokenKind::number) && c[at].size() == 1) series = at++;
  const bool cued =
      c.preceded_by_any(i, std::array<std::string_view, 8>{"biển số", "bks", "biển kiểm soát", "biển", "bs",
                                                           "mang biển số", "số", "kiểm soát"});
  const std::size_t sign = c.skip_blank(at);
  std::size_t number = sign;
  if (c.is_dash(sign) || c.is_mark(sign, U'.')) number = c.skip_blank(sign + 1);
  // 29A-679.xx, 43C-27x.xx, 30K-xxx.xx: figures kept back.
  if (const std::size_t end = number > at ? end_of_veiled(c, number) : number; end > number) {
    say_digit_pairs(draft, c.text(i), c[i].span());
    say_letters(draft, c.text(letters), LetterUse::initial, c, c[letters].span());
    if (series != 0) say_digits(draft, c.text(series), c[series].span());
    draft.mark(',', c[sign].span());
    for (std::size_t part = number; part < end; ++part) {
      if (c.is(part, TokenKind::number))
        say_digits(draft, c.text(part), c[part].span());
      else if (c.is(part, TokenKind::word))
        say_letters(draft, c.text(part), LetterUse::initial, c, c[part].span());
    }
    return draft.accept(SemioticClass::code, "code.plate", end);
  }
  if (number == at || !c.is(number, TokenKind::number)) {
    return false;
  }
  std::size_t second = 0;
  std::size_t last = number + 1;
  if (c[number].size() == 3 && (c.is_mark(number + 1, U'.') || (letters == i + 2 && c.is_dash(number + 1))) &&
      c.is(number + 2, TokenKind::number) && c[number + 2].size() == 2) {
    second = number + 2;
    last = number + 3;
  } else if (c[number].size() != 5 && c[number].size() != 4) {
    return false;
  }
  // Only a blank between: a plate where plates are spoken of.
  const bool among_plates =
      c[number].size() == 5 &&
      c.near_any(i, last, std::array<std::string_view, 4>{"biển số", "biển kiểm soát", "bks", "biển"});
  const bool motorcycle = series != 0 && second != 0;
  if (number == sign && !cued && !among_plates && !motorcycle) return false;
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.plate";
  draft.end = last;
  say_digit_pairs(draft, c.text(i), c[i].span());
  say_letters(draft, c.text(letters), LetterUse::initial, c, c[letters].span());
  if (series != 0) say_digits(draft, c.text(series), c[series].span());
  draft.mark(',', c[last - 1].span());
  if (second != 0) {
    say_digits(draft, c.text(number), c[number].span());
    say_digit_pairs(draft, c.text(second), c[second].span());
  } else {
    const std::string_view text = c.text(number);
    const std::size_t head = text.size() == 5 ? 3 : 2;
    const Span whole = c[number].span();
    if (head == 3)
      say_digits(draft, text.substr(0, 3), {whole.begin, whole.begin + 3});
    else
      say_digit_pairs(draft, text.substr(0, 2), {whole.begin, whole.begin + 2});
    say_digit_pairs(draft, text.substr(head), {whole.begin + head, whole.end});
  }
  return true;
}

}  // namespace loa::normalizer
