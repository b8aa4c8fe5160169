// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/delivery.h"

#include <cstddef>

namespace loa::bulletin {

std::vector<speech::Delivery> deliver(const Phrasing& phrasing, article::BlockKind kind,
                                      const speech::Prosody& prosody) {
  const auto own = prosody.blocks.find(article::name(kind));
  const speech::Delivery plain = own == prosody.blocks.end() ? speech::Delivery{} : own->second;
  const speech::Melody& melody = prosody.melody;
  const auto& phrases = phrasing.phrases;
  std::vector<speech::Delivery> out(phrases.size(), plain);
  for (std::size_t begin = 0; begin < phrases.size();) {
    std::size_t end = begin;
    while (end + 1 < phrases.size() && phrases[end].behind != Break::sentence) ++end;
    const std::size_t first = phrases[begin].words.begin;
    const auto length = static_cast<long>(phrases[end].words.end - first);
    for (std::size_t p = begin; p <= end; ++p) {
      // A phrase of one breath, such as the groups of a number, is not torn apart.
      if (p > begin && phrases[p - 1].behind < Break::breath) {
        out[p].pitch_cents = out[p - 1].pitch_cents;
        continue;
      }
      const auto said = static_cast<long>(phrases[p].words.begin - first);
      out[p].pitch_cents += melody.start + static_cast<int>((melody.end - melody.start) * said / length);
    }
    out[end].pitch_cents += phrases[end].mark == '?' ? melody.question : melody.statement;
    begin = end + 1;
  }
  return out;
}

}  // namespace loa::bulletin
