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

std::string_view thousand(const Context& c) {
  return c.style().thousand == Style::Thousand::nghin ? "nghìn" : "ngàn";
}

// 200K, màn hình 1.5K; the second of a range too: 200K - 800K.
bool read_capital_k(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  say_numeral(draft, n, c);
  draft.end = i + 1;
  if (n.decimal && c.near_any(n.first, i + 1, cues::kScreens)) {
    draft.say("ca", c[i].span());
    draft.rule = "measure.resolution";
    return true;
  }
  draft.say(thousand(c), c[i].span());
  const std::size_t dash = c.skip_blank(i + 1);
  const auto last = c.is_dash(dash) ? read_numeral(c, c.skip_blank(dash + 1)) : std::nullopt;
  const bool range = last && c.text(last->last) == "K" && last->real() > n.real();
  if (range) {
    draft.say("đến", c[dash].span());
    say_numeral(draft, *last, c);
    draft.say(thousand(c), c[last->last].span());
  }
  return draft.accept(SemioticClass::money, "money.scale", range ? last->last + 1 : i + 1);
}

// ủng hộ 9.450k: thousands of thousands.
bool read_thousands(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  say_cardinal(draft, static_cast<std::uint64_t>(n.value()) * 1000, c.style(),
               {n.span.begin, c[i].span().end});
  draft.certainty = Certainty::narrow;
  draft.rival = "measure";
  return draft.accept(SemioticClass::money, "money.scale", say_per(draft, c, i + 1, true));
}

// "5t" alone: an age, tỷ beside money, else tấn.
bool read_t_alone(const Context& c, Draft& draft, const Numeral& n, std::string_view scale) {
  const std::size_t i = n.last;
  if (read_age(c, draft, n)) return true;
  if (!is_written(c, i, "t") || !c.near_any(n.first, i + 1, kMoneyNear)) return false;
  say_numeral(draft, n, c);
  draft.say(scale, c[i].span());
  draft.certainty = Certainty::narrow;
  draft.rival = "measure";
  return draft.accept(SemioticClass::money, "money.scale", i + 1);
}

std::string_view scale_at(const Context& c, std::size_t i) {
  if (is_written(c, i, "tr") || is_written(c, i, "Tr")) return "triệu";
  if (is_written(c, i, "k")) return thousand(c);
  // xe tải 1t2, chở 1T2: a load
  if ((is_written(c, i, "t") || is_written(c, i, "T")) && c.preceded_by_any(i - 1, cues::kLoaded) &&
      (c.preceded_by(i - 1, "tải") || c.preceded_by(i - 1, "chở") || !c.near_any(i - 1, i + 1, kMoneyNear)))
    return "tấn";
  if (is_written(c, i, "t") || is_written(c, i, "tỷ") || is_written(c, i, "tỉ") || is_written(c, i, "ty"))
    return "tỷ";
  return {};
}

}  // namespace

// 2tr5, 1tr250, 2t3, 2k5, 5tỷ2: the figures behind the scale are its tenths.
bool read_scaled(const Context& c, Draft& draft, const Numeral& n) {
  const std::size_t i = n.last;
  if (is_written(c, i, "K") && !c.is(i + 1, TokenKind::number)) return read_capital_k(c, draft, n);
  const std::string_view scale = scale_at(c, i);
  const auto part = read_figures(c, i + 1, 3);
  const bool thousandths = scale == "triệu" && part && part->digits.size() == 3;
  // 1tr790k: millions and thousands.
  if (thousandths && is_written(c, i + 2, "k")) {
    say_numeral(draft, n, c);
    draft.say(scale, c[i].span());
    say_cardinal(draft, part->value, c.style(), part->span);
    draft.say(thousand(c), c[i + 2].span());
    return draft.accept(SemioticClass::money, "money.scaled", say_per(draft, c, i + 3, true));
  }
  if (is_written(c, i, "k") && !part && n.grouped && n.is_integer() && n.integer().size() <= 7 && !n.negative)
    return read_thousands(c, draft, n);
  if (!part) return (!scale.empty() || is_written(c, i, "T")) && read_t_alone(c, draft, n, scale);
  if (scale.empty() || c.is(i + 2, TokenKind::word)) return false;
  say_numeral(draft, n, c);
  draft.say(scale, c[i].span());
  say_cardinal(draft, part->value, c.style(), part->span);
  // 1tr290/khách: else "chín mươi một khách" would be heard.
  if (c.is_mark(i + 2, U'/') && thousandths) draft.say(thousand(c), part->span);
  return draft.accept(SemioticClass::money, "money.scaled", say_per(draft, c, i + 2, true));
}

}  // namespace loa::normalizer
