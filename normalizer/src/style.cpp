// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/normalizer/style.h"

namespace loa::normalizer {
namespace {

/// A switch and its values by name.
template <class Enum>
struct Choice {
  std::string_view name;
  Enum value;
};

template <class Enum, std::size_t n>
bool choose(Enum& target, std::string_view value, const Choice<Enum> (&choices)[n]) {
  for (const Choice<Enum>& choice : choices) {
    if (choice.name == value) {
      target = choice.value;
      return true;
    }
  }
  return false;
}

}  // namespace

Style Style::of(Region region) {
  Style style;
  style.region = region;
  if (region != Region::north) {
    style.zero_ten = ZeroTen::le;
    style.thousand = Thousand::ngan;
  }
  return style;
}

bool Style::set(std::string_view key, std::string_view value) {
  if (key == "region") {
    Region chosen{};
    const bool known = choose(chosen, value,
                              {Choice<Region>{"north", Region::north},
                               {"central", Region::central},
                               {"south", Region::south},
                               {"bac", Region::north},
                               {"trung", Region::central},
                               {"nam", Region::south}});
    if (!known) return false;
    // A region is a set of defaults for what differs by region; the rest stays.
    const Style defaults = of(chosen);
    region = chosen;
    zero_ten = defaults.zero_ten;
    thousand = defaults.thousand;
    four = defaults.four;
    return true;
  }
  if (key == "four") return choose(four, value, {Choice<Four>{"tu", Four::tu}, {"bon", Four::bon}});
  if (key == "zero_ten")
    return choose(zero_ten, value, {Choice<ZeroTen>{"linh", ZeroTen::linh}, {"le", ZeroTen::le}});
  if (key == "thousand")
    return choose(thousand, value, {Choice<Thousand>{"nghin", Thousand::nghin}, {"ngan", Thousand::ngan}});
  if (key == "early_day")
    return choose(early_day, value, {Choice<EarlyDay>{"plain", EarlyDay::plain}, {"mung", EarlyDay::mung}});
  if (key == "clock_minute")
    return choose(clock_minute, value,
                  {Choice<ClockMinute>{"spoken", ClockMinute::spoken}, {"silent", ClockMinute::silent}});
  if (key == "clock_zero")
    return choose(clock_zero, value,
                  {Choice<ClockZero>{"plain", ClockZero::plain}, {"linh", ClockZero::linh}});
  if (key == "letter_names")
    return choose(letter_names, value,
                  {Choice<LetterNames>{"alphabet", LetterNames::alphabet}, {"school", LetterNames::school}});
  if (key == "dollar")
    return choose(dollar, value,
                  {Choice<Dollar>{"do_la", Dollar::do_la},
                   {"do_la_my", Dollar::do_la_my},
                   {"letters", Dollar::letters}});
  if (key == "dong")
    return choose(dong, value, {Choice<Dong>{"dong", Dong::dong}, {"viet_nam_dong", Dong::viet_nam_dong}});
  if (key == "decimals")
    return choose(decimals, value,
                  {Choice<Decimals>{"digits", Decimals::digits}, {"number", Decimals::number}});
  if (key == "document_code")
    return choose(
        document_code, value,
        {Choice<DocumentCode>{"expanded", DocumentCode::expanded}, {"spelled", DocumentCode::spelled}});
  if (key == "emoji")
    return choose(emoji, value, {Choice<Emoji>{"silent", Emoji::silent}, {"named", Emoji::named}});
  return false;
}

}  // namespace loa::normalizer
