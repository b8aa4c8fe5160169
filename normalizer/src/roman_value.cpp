// SPDX-License-Identifier: GPL-3.0-or-later
#include "roman_value.h"

#include <cstddef>
#include <string>

namespace loa::normalizer {

int roman_value(std::string_view capitals) {
  struct Step {
    std::string_view sign;
    int value;
  };
  constexpr Step kSteps[] = {{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100},
                             {"XC", 90},  {"L", 50},   {"XL", 40}, {"X", 10},   {"IX", 9},
                             {"V", 5},    {"IV", 4},   {"I", 1}};
  constexpr std::size_t kLongest = 15;  // MMMDCCCLXXXVIII
  if (capitals.empty() || capitals.size() > kLongest) return 0;
  if (capitals.find_first_not_of("MDCLXVI") != std::string_view::npos) return 0;
  int value = 0;
  std::string_view rest = capitals;
  for (const Step& step : kSteps) {
    while (rest.substr(0, step.sign.size()) == step.sign) {
      rest.remove_prefix(step.sign.size());
      value += step.value;
    }
  }
  if (!rest.empty() || value > 3999) return 0;
  // Writing the value again must give the same letters: IIII, XLX, DCD are none.
  std::string canonical;
  int left = value;
  for (const Step& step : kSteps) {
    for (; left >= step.value; left -= step.value) canonical += step.sign;
  }
  return canonical == capitals ? value : 0;
}

}  // namespace loa::normalizer
