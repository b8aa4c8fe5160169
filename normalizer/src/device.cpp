// SPDX-License-Identifier: GPL-3.0-or-later
// Names and numbers of telephones, computers and cameras that look like counts and measures: 12/256GB, iPhone
// 4s.
#include <array>
#include <string_view>

#include "letters.h"
#include "number_words.h"
#include "numeral.h"
#include "product.h"

namespace loa::normalizer {

// iPhone 4s, iPhone 5c: a generation, no seconds.
bool telephone_generation(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !c.is(i + 1, TokenKind::word) || c[i + 1].letters != 1 || !stands_free(c, i + 2) ||
      !c.preceded_by(i, "iphone"))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  say_letters(draft, c.text(i + 1), LetterUse::code, c, c[i + 1].span());
  draft.rule = "code.model";
  draft.end = i + 2;
  return true;
}

// Xiaomi 15T, OnePlus 13T: behind a maker of telephones no tonnes.
bool telephone_model(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !is_written(c, i + 1, "T") || !stands_free(c, i + 2)) return false;
  static constexpr Phrases kMakers = {"xiaomi", "oneplus", "redmi", "realme",  "oppo",
                                      "vivo",   "honor",   "mi",    "infinix", "tecno"};
  if (!c.preceded_by_any(i, kMakers)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("tê", c[i + 1].span());
  draft.rule = "code.model";
  draft.end = i + 2;
  return true;
}

// Ryzen 7 9800X3D: the X is a letter, no sign of multiplication.
bool stacked_processor(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 4 || !is_written(c, i + 1, "X") || !c.is(i + 2, TokenKind::number) ||
      c.text(i + 2) != "3" || !is_written(c, i + 3, "D"))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  say_letters(draft, "X", LetterUse::code, c, c[i + 1].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  say_letters(draft, "D", LetterUse::code, c, c[i + 3].span());
  draft.rule = "code.model";
  draft.end = i + 4;
  return true;
}

// 8GB/256GB, 12/256GB: working memory and store, two things and no ratio.
bool memory_and_store(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto bytes = [&](std::size_t at) {
    return is_written(c, at, "GB") || is_written(c, at, "TB") || is_written(c, at, "MB");
  };
  if (c[i].size() > 4) return false;
  const std::size_t own = c.skip_blank(i + 1);
  const std::size_t slash = c.skip_blank(bytes(own) ? own + 1 : i + 1);
  if (!c.is_mark(slash, U'/')) return false;
  const std::size_t store = c.skip_blank(slash + 1);
  const std::size_t unit = c.skip_blank(store + 1);
  if (!c.is(store, TokenKind::number) || c[store].size() > 4 || !bytes(unit)) return false;
  const auto say_bytes = [&](std::size_t at) {
    draft.say(is_written(c, at, "TB")   ? "tê ra bai"
              : is_written(c, at, "MB") ? "mê ga bai"
                                        : "gi ga bai",
              c[at].span());
  };
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  if (bytes(own)) say_bytes(own);
  draft.mark(',', c[slash].span());
  say_cardinal(draft, c.text(store), c.style(), c[store].span());
  say_bytes(unit);
  // 256GB/512GB/1TB: as many as there are.
  std::size_t end = unit + 1;
  for (int links = 0; links < 6 && c.is_mark(end, U'/') && c.is(end + 1, TokenKind::number) &&
                      c[end + 1].size() <= 4 && bytes(end + 2);
       ++links) {
    draft.mark(',', c[end].span());
    say_cardinal(draft, c.text(end + 1), c.style(), c[end + 1].span());
    say_bytes(end + 2);
    end += 3;
  }
  return draft.accept(SemioticClass::measure, "measure.memory", end);
}

// MacBook 16/256, điện thoại 8/128: the same without its bytes.
bool bare_memory_and_store(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  constexpr std::string_view kMemories[] = {"3", "4", "6", "8", "12", "16", "18", "24", "32"};
  constexpr std::string_view kStores[] = {"64", "128", "256", "512"};
  static constexpr Phrases kDevices = {"laptop", "macbook", "iphone",   "điện thoại", "galaxy",
                                       "ssd",    "ram",     "redmi",    "oppo",       "smartphone",
                                       "ipad",   "inch",    "phiên bản"};
  if (!contains(kMemories, c.text(i)) || !contains(kStores, c.text(i + 2)) || !stands_free(c, i + 3) ||
      !c.near_any(i, i + 3, kDevices))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.mark(',', c[i + 1].span());
  say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
  return draft.accept(SemioticClass::measure, "measure.memory", i + 3);
}

// cảm biến 1/1.3": a part of an inch.
bool sensor(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "1" || !c.is_mark(i + 1, U'/')) return false;
  const auto n = read_numeral(c, i + 2);
  if (!n || n->value() > 9) return false;
  const std::size_t sign = c.skip_blank(n->last);
  const bool inch = c.is_closing_quote(sign) || c.is_mark(sign, U'\u2033') || is_written(c, sign, "inch");
  if (!inch || (c.is(sign, TokenKind::mark) &&
                !c.near_any(i, sign, std::array<std::string_view, 3>{"cảm biến", "camera", "sensor"})))
    return false;
  say_digits(draft, c.text(i), c[i].span());
  draft.say("phần", c[i + 1].span());
  say_numeral(draft, *n, c);
  draft.say("inh", c[sign].span());
  return draft.accept(SemioticClass::measure, "measure.inch", sign + 1);
}

// 4G/5G: two generations side by side.
bool generations(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 1 || !is_written(c, i + 1, "G") || !c.is_mark(i + 2, U'/') ||
      !c.is(i + 3, TokenKind::number) || c[i + 3].size() != 1 || !is_written(c, i + 4, "G") ||
      !stands_free(c, i + 5))
    return false;
  for (const std::size_t at : {i, i + 3}) {
    if (at != i) draft.mark(',', c[at - 1].span());
    say_cardinal(draft, c.text(at), c.style(), c[at].span());
    say_letters(draft, "G", LetterUse::initial, c, c[at + 1].span());
  }
  draft.rule = "code.generations";
  draft.end = i + 5;
  return true;
}

// Wi-Fi 802.11ax
bool radio_standard(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "802" || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number)) return false;
  say_digits(draft, c.text(i), c[i].span());
  draft.say("chấm", c[i + 1].span());
  say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
  draft.end = i + 3;
  if (c.is(i + 3, TokenKind::word) && c[i + 3].letters <= 2) {
    say_letters(draft, c.text(i + 3), LetterUse::abbreviation, c, c[i + 3].span());
    draft.end = i + 4;
  }
  draft.rule = "code.standard";
  return true;
}

// Android 14/15, iOS 17 / 18, iPhone 14/15/16: versions of one thing side by side.
bool versions_side_by_side(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  static constexpr Phrases kVersioned = {
      "windows",   "android", "ios",        "ipados",      "macos",     "watchos",     "iphone",
      "ubuntu",    "one ui",  "snapdragon", "exynos",      "dimensity", "playstation", "galaxy",
      "bluetooth", "redmi",   "xperia",     "apple watch", "wi-fi",     "wifi",        "pixel"};
  constexpr std::size_t most = 3;  // 10/2025 is a month
  if (c[i].size() > most || !c.preceded_by_any(i, kVersioned)) return false;
  std::size_t at = i;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  for (std::size_t links = 0; links < 4; ++links) {
    const std::size_t slash = c.skip_blank(at + 1);
    const std::size_t next = c.skip_blank(slash + 1);
    if (!c.is_mark(slash, U'/') || !c.is(next, TokenKind::number) || c[next].size() > most) break;
    draft.mark(',', c[slash].span());
    say_cardinal(draft, c.text(next), c.style(), c[next].span());
    at = next;
  }
  if (at == i || !stands_free(c, at + 1)) return false;
  return draft.accept(SemioticClass::code, "code.versions", at + 1);
}

}  // namespace loa::normalizer
