// SPDX-License-Identifier: GPL-3.0-or-later
// A scale with its tenths behind it: 2tr5, 1tr790k, 200K - 800K.
#include "cues.h"
#include "measure.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr Phrases kMoneyNear = {"giá", "tiền", "mua",  "bán",      "lương",
                                "vốn", "lãi",  "đồng", "thu nhập", "phí"};

}  // namespace

// 2tr5, 1tr250, 2t3, 2k5, 5tỷ2: the figures behind the scale are its tenths.
bool read_scaled(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  std::string_view scale;
  if (is_written(c, i, "tr") || is_written(c, i, "Tr")) scale = "triệu";
  const std::string_view thousand = c.style().thousand == Style::Thousand::nghin ? "nghìn" : "ngàn";
  if (is_written(c, i, "k")) scale = thousand;
  if (is_written(c, i, "t") || is_written(c, i, "tỷ") || is_written(c, i, "tỉ") || is_written(c, i, "ty"))
    scale = "tỷ";
  if (is_written(c, i, "K") && !c.is(i + 1, TokenKind::number)) {
    say_numeral(draft, n, c);
    draft.end = i + 1;
    // màn hình 1.5K
    if (n.decimal && c.near_any(n.first, i + 1, cues::kScreens)) {
      draft.say("ca", c[i].span());
      draft.rule = "measure.resolution";
      return true;
    }
    draft.say(thousand, c[i].span());
    draft.semiotic_class = SemioticClass::money;
    draft.rule = "money.scale";
    // 200K - 800K
    const std::size_t dash = c.skip_blank(i + 1);
    const auto last = c.is_dash(dash) ? read_numeral(c, c.skip_blank(dash + 1)) : std::nullopt;
    if (last && c.text(last->last) == "K" && last->real() > n.real()) {
      draft.say("đến", c[dash].span());
      say_numeral(draft, *last, c);
      draft.say(thousand, c[last->last].span());
      draft.end = last->last + 1;
    }
    return true;
  }
  const auto part = read_figures(c, i + 1, 3);
  // 1tr790k: millions and thousands.
  if (scale == "triệu" && part && part->digits.size() == 3 && is_written(c, i + 2, "k")) {
    say_numeral(draft, n, c);
    draft.say(scale, c[i].span());
    say_cardinal(draft, part->value, c.style(), part->span);
    draft.say(thousand, c[i + 2].span());
    return draft.accept(SemioticClass::money, "money.scaled", say_per(draft, c, i + 3, true));
  }
  // ủng hộ 9.450k: thousands of thousands.
  if (is_written(c, i, "k") && !part && n.grouped && n.is_integer() && n.integer().size() <= 7 &&
      !n.negative) {
    say_cardinal(draft, static_cast<std::uint64_t>(n.value()) * 1000, c.style(),
                 {n.span.begin, c[i].span().end});
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    return draft.accept(SemioticClass::money, "money.scale", say_per(draft, c, i + 1, true));
  }
  if ((scale.empty() && !is_written(c, i, "T")) || (part && c.is(i + 2, TokenKind::word))) return false;
  if (part && scale.empty()) return false;
  if (!part) {
    if (read_age(c, draft, n)) return true;
    // "5t" alone: tỷ beside money, else tấn.
    if (!is_written(c, i, "t") || !c.near_any(n.first, i + 1, kMoneyNear)) return false;
    say_numeral(draft, n, c);
    draft.say(scale, c[i].span());
    draft.certainty = Certainty::narrow;
    draft.rival = "measure";
    return draft.accept(SemioticClass::money, "money.scale", i + 1);
  }
  say_numeral(draft, n, c);
  draft.say(scale, c[i].span());
  say_cardinal(draft, part->value, c.style(), part->span);
  // 1tr290/khách: else "chín mươi một khách" would be heard.
  if (c.is_mark(i + 2, U'/') && part->digits.size() == 3 && scale == "triệu") draft.say(thousand, part->span);
  return draft.accept(SemioticClass::money, "money.scaled", say_per(draft, c, i + 2, true));
}

}  // namespace loa::normalizer
