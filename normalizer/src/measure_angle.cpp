// SPDX-License-Identifier: GPL-3.0-or-later
// Degrees: angles, places on the chart, and the degree sign that lost its place.
#include "measure.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// kinh tuyến 107,50E-114,00E: the second of two behind one of the words `lines`.
bool continues_line(const Context& c, std::size_t i, const auto& lines) {
  if (i < 4 || !c.is_dash(i - 1) || !c.is(i - 2, TokenKind::word) || !c.is(i - 3, TokenKind::number))
    return false;
  std::size_t first = i - 3;
  if (first >= 2 && c.is_point_or_comma(first - 1) && c.is(first - 2, TokenKind::number)) first -= 2;
  return c.preceded_by_any(first, lines);
}

}  // namespace

// 16°27'48"N; 15o20'N, 106 độ 40'E, where the sign is not at hand
bool read_angle(const Context& c, Draft& draft, const Numeral& degrees) {
  const bool word = c.followed_by(degrees.last, "độ");
  std::size_t at = word ? c.skip_blank(degrees.last) : degrees.last;
  if (!word && !c.is_mark(at, U'\u00B0') && c.text(at) != "o") return false;
  const auto minutes = read_numeral(c, word ? c.skip_blank(at + 1) : at + 1);
  if (!minutes || !c.is_apostrophe(minutes->last)) return false;
  say_numeral(draft, degrees, c);
  draft.say("độ", c[at].span());
  say_numeral(draft, *minutes, c);
  draft.say("phút", c[minutes->last].span());
  at = minutes->last + 1;
  if (const auto seconds = read_numeral(c, at); seconds && c.is_closing_quote(seconds->last)) {
    say_numeral(draft, *seconds, c);
    draft.say("giây", c[seconds->last].span());
    at = seconds->last + 1;
  }
  const std::size_t side = c.skip_blank(at);
  struct Side {
    std::string_view written, spoken;
  };
  constexpr Side kSides[] = {{"N", "bắc"},  {"B", "bắc"}, {"S", "nam"}, {"E", "đông"},
                             {"Đ", "đông"}, {"W", "tây"}, {"T", "tây"}};
  for (const Side& s : kSides) {
    if (!c.is(side, TokenKind::word) || c.text(side) != s.written) continue;
    draft.say(s.spoken, c[side].span());
    at = side + 1;
    break;
  }
  draft.rule = "measure.angle";
  draft.end = at;
  return true;
}

// 14,5N-118,2E; 16,0N: a place on the chart, where a storm or a position is spoken of. 21.71N - 96.02 E:
// behind a blank too, where the other half stands beside it.
bool read_coordinate(const Context& c, Draft& draft, const Numeral& n) {
  const bool apart = c.is_one_blank(n.last);
  const std::size_t i = apart ? n.last + 1 : n.last;
  if (!c.is(i, TokenKind::word) || n.integer().size() > 3 || c.is_mark(i + 1, U'/')) return false;
  std::string_view side = c.text(i);
  if (side.size() == 2 && side[0] == 'o') side.remove_prefix(1);  // 4oN-104oE
  std::string_view spoken;
  if (side == "N" || side == "B") spoken = "độ vĩ bắc";
  if (side == "S") spoken = "độ vĩ nam";
  if (side == "E" || side == "Đ") spoken = "độ kinh đông";
  if (side == "W") spoken = "độ kinh tây";
  if (spoken.empty()) return false;
  static constexpr Phrases kChart = {"vị trí",  "tâm",   "tọa độ",  "vĩ tuyến", "kinh tuyến", "bão", "atnđ",
                                     "áp thấp", "vĩ độ", "kinh độ", "vùng",     "vt",         "kt"};
  // 13,9N; 113,4E: two angles beside each other need no word of a chart.
  bool paired = false;
  for (std::size_t at = n.first, steps = 0; at > 1 && steps < 4; ++steps) {
    --at;
    paired = paired || ((c.text(at) == "N" || c.text(at) == "B" || c.text(at) == "S") &&
                        c.is(c.skip_blank_back(at - 1), TokenKind::number));
  }
  for (std::size_t at = i + 1; at < i + 9 && spoken.starts_with("độ vĩ"); ++at)
    paired = paired || ((c.text(at) == "E" || c.text(at) == "Đ" || c.text(at) == "W") &&
                        c.is(c.skip_blank_back(at - 1), TokenKind::number));
  if (!paired && (apart || !c.near_any(n.first, i + 1, kChart))) return false;
  if (!n.decimal && side != "E" && side != "N") return false;
  // vĩ tuyến 18,00N, kinh tuyến 107,50E: the line is named already.
  static constexpr Phrases kLines = {"vĩ tuyến", "kinh tuyến", "vĩ độ", "kinh độ", "vt", "kt"};
  if (c.preceded_by_any(n.first, kLines) || continues_line(c, n.first, kLines))
    spoken = spoken.ends_with("bắc")    ? "độ bắc"
             : spoken.ends_with("nam")  ? "độ nam"
             : spoken.ends_with("đông") ? "độ đông"
                                        : "độ tây";
  say_numeral(draft, n, c);
  draft.say(spoken, c[i].span());
  draft.rule = "measure.coordinate";
  draft.end = i + 1;
  // The other half behind a dash is a second angle, no end of a range.
  if (c.is_dash(draft.end) && c.is(draft.end + 1, TokenKind::number)) {
    const auto other = read_numeral(c, draft.end + 1);
    // kinh tuyến 107,50E-114,00E: between two lines of one kind
    if (other && c.text(other->last) == c.text(i))
      draft.say("đến", c[draft.end].span());
    else
      draft.mark(',', c[draft.end].span());
    ++draft.end;
  }
  return true;
}

// 14.862 độ vĩ Bắc: the figures of an instrument, whose point is a decimal's.
bool read_degrees_by_instrument(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.first;
  if (!c.is(i, TokenKind::number) || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number) ||
      n.last != i + 3)
    return false;
  if (!c.followed_by(n.last, "độ vĩ") && !c.followed_by(n.last, "độ kinh")) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("phẩy", c[i + 1].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  draft.rule = "measure.coordinate";
  draft.end = i + 3;
  return true;
}

// 26 0C, 390C, 37,50C: a degree sign that lost its place above the line.
bool read_fallen_degree(const Context& c, Draft& draft, const Numeral& n) {
  static constexpr Phrases kWarmth = {"nhiệt độ", "thân nhiệt", "sốt", "lạnh", "nóng", "đun", "bảo quản"};
  const std::size_t letter = n.last;
  if (c.text(letter) != "C" || c.is(letter + 1, TokenKind::word) || c.is(letter + 1, TokenKind::number))
    return false;
  const std::string_view last = c.text(n.last - 1);
  const bool apart =
      last == "0" && n.first > 1 && c.is_blank(n.first - 1) && c.is(n.first - 2, TokenKind::number);
  if (!apart && (last.size() < 2 || last.back() != '0' || n.grouped)) return false;
  if (!apart && !c.near_any(n.first, letter + 1, kWarmth)) return false;
  const Span figures = c[n.last - 1].span();
  const Span sign{figures.end - 1, c[letter].end};
  if (!apart) {
    const std::string_view rest = last.substr(0, last.size() - 1);
    if (n.negative) draft.say("âm", c[n.first].span());
    if (n.decimal) {
      say_cardinal(draft, n.integer(), c.style(), c[n.last - 3].span());
      draft.say("phẩy", c[n.last - 2].span());
      say_digits(draft, rest, {figures.begin, sign.begin});
    } else {
      say_cardinal(draft, rest, c.style(), {figures.begin, sign.begin});
    }
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
  }
  draft.say("độ xê", sign);
  draft.rule = "measure.fallen-degree";
  draft.end = letter + 1;
  return true;
}

}  // namespace loa::normalizer
