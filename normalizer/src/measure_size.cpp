// SPDX-License-Identifier: GPL-3.0-or-later
// Heights, weights, litres with their tenths (1m75, 3kg2, 1l5), inches, and products of sides.
#include "cues.h"
#include "measure.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr Phrases kHeight = {"cao",        "dài",  "rộng", "sâu",  "chiều cao", "chiều dài",
                             "chiều rộng", "nặng", "ngập", "dâng", "ngang"};

// trẻ cao 1m-1m3: the upper end of a child's height.
bool ends_height_range(const Context& c, std::size_t i) {
  return i >= 3 && c.is_dash(c.skip_blank_back(i - 1)) &&
         (c.text(c.skip_blank_back(c.skip_blank_back(i - 1) - 1)) == "m" ||
          c.is(c.skip_blank_back(c.skip_blank_back(i - 1) - 1), TokenKind::number));
}

}  // namespace

// 1m75, 2m05, 1m6; 1m2 is a height beside "cao", else square metres.
bool read_height(const Context& c, Draft& draft, const Numeral& metres) {
  const std::size_t i = metres.last;
  if (!is_written(c, i, "m") || !metres.is_integer() || metres.value() > 999) return false;
  const auto part = read_figures(c, i + 1, 2);
  if (!part || c.is(i + 2, TokenKind::word)) return false;
  if (part->digits == "2" || part->digits == "3") {
    const bool beside_land = c.near(metres.first, i + 2, "diện tích") || c.near(metres.first, i + 2, "đất");
    const bool limited = c.preceded_by_any(metres.first, kLimits) || ends_height_range(c, metres.first);
    const bool child = metres.value() <= 2 && limited &&
                       (c.near(metres.first, i + 2, "trẻ") || c.near(metres.first, i + 2, "te"));
    const bool high = metres.value() < 10 && (c.preceded_by_any(metres.first, kHeight) || child ||
                                              (c.near_any(metres.first, i + 2, kHeight) && !beside_land));
    if (!high) return false;
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
  }
  say_numeral(draft, metres, c);
  draft.say("mét", c[i].span());
  if (part->digits[0] == '0')
    draft.say(c.style().zero_ten == Style::ZeroTen::linh ? "linh" : "lẻ", part->span);
  say_cardinal(draft, part->value, c.style(), part->span);
  draft.rule = "measure.height";
  draft.end = i + 2;
  // cao 1m55+
  if (c.is_mark(i + 2, U'+') && !c.is(c.skip_blank(i + 3), TokenKind::number)) {
    draft.say("trở lên", c[i + 2].span());
    draft.end = i + 3;
  }
  return true;
}

// bé nặng 3kg2: the figure behind is its tenths.
bool read_weight(const Context& c, Draft& draft, const Numeral& kilograms) {
  const std::size_t i = kilograms.last;
  if (!is_written(c, i, "kg") || !kilograms.is_integer()) return false;
  const auto part = read_figures(c, i + 1, 2);
  if (!part || c.is(i + 2, TokenKind::word)) return false;
  say_numeral(draft, kilograms, c);
  draft.say("ki lô gam", c[i].span());
  say_cardinal(draft, part->value, c.style(), part->span);
  draft.rule = "measure.weight";
  draft.end = i + 2;
  return true;
}

// chai 1l5: a litre and its tenths
bool read_litres(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  if (!is_written(c, i, "l") || !n.is_integer() || n.value() > 30) return false;
  const auto tenths = read_figures(c, i + 1, 1);
  if (!tenths || c.is(i + 2, TokenKind::word) || c.is(i + 3, TokenKind::number)) return false;
  say_numeral(draft, n, c);
  draft.say("lít", c[i].span());
  say_cardinal(draft, tenths->value, c.style(), tenths->span);
  draft.rule = "measure.litres";
  draft.end = i + 2;
  return true;
}

// màn hình 15,6": inches, unless the sign closes a quotation.
bool read_inches(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t sign = n.last;
  if (!c.is_closing_quote(sign) && !c.is_mark(sign, U'\u2033')) return false;
  static constexpr Phrases kDevices = {
      "màn hình", "tivi",        "ti vi", "tv",      "laptop",  "mâm",         "lazang",
      "la zăng",  "hud",         "ipad",  "macbook", "vành",    "lốp",         "màn",
      "đồng hồ",  "oled",        "lcd",   "lazăng",  "la-zăng", "bánh xe",     "chảo",
      "iphone",   "tần số quét", "pixel", "pixels",  "amoled",  "độ phân giải"};
  if (!c.near_any(n.first, sign, kDevices)) return false;
  for (std::size_t back = n.first, steps = 0; back > 0 && steps < Context::kWindow; ++steps) {
    --back;
    const bool opens =
        c.is_mark(back, U'\u201C') || (c.is_mark(back, U'"') && (back == 0 || c.is_edge(back - 1)));
    if (opens) return false;
  }
  return say_counted(draft, c, n, "inh", "measure.inch");
}

// container 40'
bool read_feet(const Context& c, Draft& draft, const Numeral& n) {
  return c.preceded_by_any(n.first, cues::kContainers) && say_counted(draft, c, n, "phít", "measure.feet");
}

// 2 x 3 m, 4x100m, 320 x 480
bool read_product(const Context& c, Draft& draft, const Numeral& first) {
  std::size_t at = c.skip_blank(first.last);
  if (!is_times(c, at)) return false;
  auto next = read_numeral(c, c.skip_blank(at + 1));
  if (!next) return false;
  say_numeral(draft, first, c);
  std::size_t end = first.last;
  for (int factors = 0; factors < 4 && next; ++factors) {
    draft.say("nhân", c[at].span());
    say_numeral(draft, *next, c);
    end = next->last;
    at = c.skip_blank(end);
    if (!is_times(c, at)) break;
    next = read_numeral(c, c.skip_blank(at + 1));
  }
  draft.rule = "measure.product";
  const bool blank = c.is_blank(end);
  if (const auto unit = read_unit(c, c.skip_blank(end), !blank)) {
    say_unit(draft, *unit, c);
    end = unit->end;
  } else if (c.is_apostrophe(end)) {
    draft.say("phút", c[end].span());  // 2x45'
    ++end;
  }
  draft.end = end;
  return true;
}

// 6mx20m, 5mx18m: the unit of the first side runs into the sign.
bool read_glued_product(const Context& c, Draft& draft, const Numeral& first) {
  const std::size_t i = first.last;
  if (!is_written(c, i, "mx") && !is_written(c, i, "cmx")) return false;
  const auto next = read_numeral(c, i + 1);
  if (!next) return false;
  say_numeral(draft, first, c);
  const Span sign{c[i].end - 1, c[i].end};
  draft.say(c.text(i) == "mx" ? "mét" : "xăng ti mét", {c[i].begin, sign.begin});
  draft.say("nhân", sign);
  say_numeral(draft, *next, c);
  draft.end = next->last;
  if (const auto unit = read_unit(c, c.skip_blank(next->last), !c.is_blank(next->last))) {
    say_unit(draft, *unit, c);
    draft.end = unit->end;
  }
  draft.rule = "measure.product";
  return true;
}

}  // namespace loa::normalizer
