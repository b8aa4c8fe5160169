// SPDX-License-Identifier: GPL-3.0-or-later
// ch.ết, ma tú.y: words that writers break by dots, so that no filter finds them.
#include <algorithm>
#include <optional>
#include <string>

#include "abbreviation.h"
#include "recogniser.h"
#include "tables.h"

namespace loa::normalizer {
namespace {

/// A syllable in pieces.
struct Broken {
  std::string whole;  ///< in small letters
  std::size_t end = 0;
  bool odd = false;    ///< a piece can be no word of its own
  bool plain = false;  ///< no marks of Vietnamese
};

std::optional<Broken> read_broken(const Context& c, std::size_t i) {
  if (!c.is(i, TokenKind::word) || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::word) ||
      (i > 0 && !c.is_edge(i - 1)))
    return std::nullopt;
  const auto is_odd = [&](std::size_t at) { return !c[at].syllable || c[at].letters == 1; };
  Broken broken{std::string(c.folded(i).view()), i + 1, is_odd(i), false};
  const bool capitals = c[i].shape == Shape::upper;
  while (c.is_mark(broken.end, U'.') && c.is(broken.end + 1, TokenKind::word)) {
    const std::size_t piece = broken.end + 1;
    const bool upper = c[piece].shape == Shape::upper || c[piece].shape == Shape::single_upper;
    if (c[piece].shape != Shape::lower && !(capitals && upper)) return std::nullopt;
    broken.odd = broken.odd || is_odd(piece);
    broken.whole += c.folded(piece).view();
    broken.end = piece + 1;
    if (broken.whole.size() > tables::kSyllableReach) return std::nullopt;
  }
  const std::size_t end = broken.end;
  if (!tables::is_syllable(broken.whole)) return std::nullopt;
  if (!c.is_edge(end) && !c.is_mark(end, U'.') && !c.is_mark(end, U'!') && !c.is_mark(end, U'?'))
    return std::nullopt;
  if (c.is_mark(end, U'.') && !c.is_edge(end + 1)) return std::nullopt;
  broken.plain = std::all_of(broken.whole.begin(), broken.whole.end(),
                             [](char b) { return static_cast<unsigned char>(b) < 0x80; });
  return broken;
}

}  // namespace

bool recognise_broken_word(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto broken = read_broken(c, i);
  if (!broken || find_cut_word(c, i) != nullptr) return false;  // t.hiện is thực hiện
  // Where a broken word with marks ends that begins at token `at`; npos: there is none.
  const auto end_of_marked = [&](std::size_t at) {
    const auto beside = read_broken(c, at);
    return beside && beside->odd && !beside->plain ? beside->end : Context::npos;
  };
  // m.a t.úy, t.ử v.ong: without marks only beside another; vo.ng: no word ends so.
  if (broken->plain) {
    const std::string_view last = c.text(broken->end - 1);
    const bool coda =
        last == "ng" || last == "nh" || last == "n" || last == "m" || last == "t" || last == "c";
    const bool behind = c.is_blank(broken->end) && end_of_marked(broken->end + 1) != Context::npos;
    bool before = false;
    for (std::size_t at = i, steps = 0; at >= 1 && steps < 7 && !before; ++steps) {
      --at;
      before = end_of_marked(at) == i - 1;
    }
    if (!behind && !before && !(coda && c[i].letters >= 2 && c[i].syllable)) return false;
  }
  // về.anh ấy, anh T.ở xã: a blank is missing, behind a sentence or an initial.
  static constexpr Phrases kWords = {"anh", "ai", "an", "ăn", "em", "ông",  "ấy",  "ấn", "án",
                                     "áo",  "ép", "êm", "ôm", "ốm", "uống", "yêu", "ít", "ở"};
  const bool initial = c[i].shape == Shape::single_upper;
  if ((!broken->odd || initial) && c.followed_by_any(broken->end - 1, kWords)) return false;
  draft.say(broken->whole, c.span(i, broken->end));
  return draft.accept(SemioticClass::plain, "plain.broken", broken->end);
}

}  // namespace loa::normalizer
