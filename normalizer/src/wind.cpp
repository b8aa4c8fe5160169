// SPDX-License-Identifier: GPL-3.0-or-later
// Directions and forces of the wind.
#include <string_view>

#include "code.h"
#include "recogniser.h"

namespace loa::normalizer {

// 13,4 độ N: a side of the chart behind degrees.
bool recognise_compass(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].letters != 1 || !c.preceded_by(i, "độ")) return false;
  const std::size_t degrees = c.word_before(i);
  if (degrees == Context::npos || degrees < 2 || !c.is(c.skip_blank_back(degrees - 1), TokenKind::number))
    return false;
  const std::string_view side = c.text(i);
  // 19,8 độ V.Bắc; 108,1 độ K.Đông
  const bool cut = c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::word);
  if (cut && (side == "V" || side == "K")) {
    const Folded whither = c.folded(i + 2);
    const bool known =
        side == "V" ? whither == "bắc" || whither == "nam" : whither == "đông" || whither == "tây";
    if (!known) return false;
    draft.say(side == "V" ? "vĩ" : "kinh", c.span(i, i + 2));
    return draft.accept(SemioticClass::measure, "measure.compass", i + 2);
  }
  static constexpr Phrases kChart = {"vị trí", "tâm",     "tọa độ", "vĩ độ",   "kinh độ",
                                     "bão",    "áp thấp", "atnđ",   "tâm bão", "vùng"};
  if (!c.near_any(i, i + 1, kChart)) return false;
  const std::string_view words = side == "N" || side == "B"   ? "vĩ bắc"
                                 : side == "S"                ? "vĩ nam"
                                 : side == "E" || side == "Đ" ? "kinh đông"
                                 : side == "W"                ? "kinh tây"
                                                              : "";
  if (words.empty()) return false;
  draft.say(words, c[i].span());
  return draft.accept(SemioticClass::measure, "measure.compass", i + 1);
}

// gió c11, giật c14-15: the force of the wind.
bool recognise_wind_force(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "c" || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2) return false;
  static constexpr Phrases kWind = {"gió", "giật", "bão", "atnđ", "áp thấp"};
  if (!c.near_any(i, i + 2, kWind)) return false;
  draft.say("cấp", c[i].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.wind", i + 1);
}

}  // namespace loa::normalizer
