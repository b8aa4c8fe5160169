// SPDX-License-Identifier: GPL-3.0-or-later
// Number plates of vehicles.
#include <optional>
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

// A plate up to its figures: 29-LD, 51B, 74C1.
struct Plate {
  std::size_t letters = 0;  // their token
  std::size_t series = 0;   // token of the figure behind them, 0: none
  std::size_t sign = 0;     // what stands before the figures; their own token where only a blank does
  std::size_t number = 0;   // the first of them
  bool apart = false;       // a hyphen before the letters too
};

std::optional<Plate> read_head(const Context& c, std::size_t i) {
  // 29-LD-123.45, 41-NG-012-34: the letters stand between hyphens; 75-G1 234.56: a motorcycle's.
  Plate p;
  p.apart = c.is_dash(i + 1) && c.is(i + 2, TokenKind::word) &&
            ((c[i + 2].letters == 2 && c.is_dash(i + 3)) ||
             (c.is(i + 3, TokenKind::number) && c[i + 3].size() == 1));
  p.letters = p.apart ? i + 2 : i + 1;
  if (c[i].size() != 2 || !c.is(p.letters, TokenKind::word) || c[p.letters].letters > 2 ||
      !is_capitals(c[p.letters]))
    return std::nullopt;
  std::size_t at = p.letters + 1;
  if (c.is(at, TokenKind::number) && c[at].size() == 1) p.series = at++;
  p.sign = c.skip_blank(at);
  p.number = c.is_dash(p.sign) || c.is_mark(p.sign, U'.') ? c.skip_blank(p.sign + 1) : p.sign;
  if (p.number == at) return std::nullopt;  // nothing parts them
  return p;
}

void say_head(const Context& c, Draft& draft, const Plate& p) {
  const std::size_t i = c.here();
  say_digit_pairs(draft, c.text(i), c[i].span());
  say_letters(draft, c.text(p.letters), LetterUse::initial, c, c[p.letters].span());
  if (p.series != 0) say_digits(draft, c.text(p.series), c[p.series].span());
}

// 29A-679.xx, 43C-27x.xx, 30K-xxx.xx: the figures up to `end`, some of them kept back.
bool read_veiled(const Context& c, Draft& draft, const Plate& p, std::size_t end) {
  say_head(c, draft, p);
  draft.mark(',', c[p.sign].span());
  for (std::size_t part = p.number; part < end; ++part) {
    if (c.is(part, TokenKind::number))
      say_digits(draft, c.text(part), c[part].span());
    else if (c.is(part, TokenKind::word))
      say_letters(draft, c.text(part), LetterUse::initial, c, c[part].span());
  }
  return draft.accept(SemioticClass::code, "code.plate", end);
}

// Only a blank between: whether plates are spoken of, or nothing else is written so.
bool is_told(const Context& c, const Plate& p, bool two_parts, std::size_t last) {
  static constexpr Phrases kCues = {"biển số",      "bks", "biển kiểm soát", "biển", "bs",
                                    "mang biển số", "số",  "kiểm soát"};
  static constexpr Phrases kPlates = {"biển số", "biển kiểm soát", "bks", "biển"};
  const std::size_t i = c.here();
  const bool motorcycle = p.series != 0 && two_parts;
  return motorcycle || c.preceded_by_any(i, kCues) ||
         (c[p.number].size() == 5 && c.near_any(i, last, kPlates));
}

// 21545 as 215 45, 2154 as 21 54.
void say_unparted(const Context& c, Draft& draft, std::size_t number) {
  const std::string_view text = c.text(number);
  const Span whole = c[number].span();
  const std::size_t head = text.size() == 5 ? 3 : 2;
  const Span first{whole.begin, whole.begin + head};
  if (head == 3)
    say_digits(draft, text.substr(0, head), first);
  else
    say_digit_pairs(draft, text.substr(0, head), first);
  say_digit_pairs(draft, text.substr(head), {first.end, whole.end});
}

}  // namespace

// 75A-123.45, 74C1 - 126.98, 51B-21545, 29A 123.45
bool recognise_plate(const Context& c, Draft& draft) {
  const auto p = read_head(c, c.here());
  if (!p) return false;
  if (const std::size_t end = end_of_veiled(c, p->number); end > p->number)
    return read_veiled(c, draft, *p, end);
  if (!c.is(p->number, TokenKind::number)) return false;
  const std::size_t second = p->number + 2;
  const bool two_parts = c[p->number].size() == 3 &&
                         (c.is_mark(second - 1, U'.') || (p->apart && c.is_dash(second - 1))) &&
                         c.is(second, TokenKind::number) && c[second].size() == 2;
  if (!two_parts && c[p->number].size() != 5 && c[p->number].size() != 4) return false;
  const std::size_t last = two_parts ? second + 1 : p->number + 1;
  if (p->number == p->sign && !is_told(c, *p, two_parts, last)) return false;
  say_head(c, draft, *p);
  draft.mark(',', c[last - 1].span());
  if (two_parts) {
    say_digits(draft, c.text(p->number), c[p->number].span());
    say_digit_pairs(draft, c.text(second), c[second].span());
  } else {
    say_unparted(c, draft, p->number);
  }
  return draft.accept(SemioticClass::code, "code.plate", last);
}

}  // namespace loa::normalizer
