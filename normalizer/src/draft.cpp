// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.h"

namespace loa::normalizer {

// The first reading of a text takes at once what nearly all of them need.
void Draft::make_room() {
  if (items_.capacity() != 0) return;
  items_.reserve(kUsualWords);
  buffer_.reserve(kUsualWords * kUsualBytes);
}

void Draft::say_word(std::string_view word, Span source) {
  make_room();
  const std::size_t begin = buffer_.size();
  buffer_ += word;
  items_.push_back({Item::Kind::word, Language::vietnamese, 0, static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(buffer_.size()), source});
}

void Draft::say(std::string_view words, Span source, Language language) {
  make_room();
  const std::size_t base = buffer_.size();
  buffer_ += words;  // at once; an item is a part of it
  for (std::size_t at = 0; at < words.size();) {
    if (words[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < words.size() && words[at] != ' ') ++at;
    const bool comma = words[at - 1] == ',';
    const std::size_t stop = comma ? at - 1 : at;
    if (stop > begin)
      items_.push_back({Item::Kind::word, language, 0, static_cast<std::uint32_t>(base + begin),
                        static_cast<std::uint32_t>(base + stop), source});
    if (comma) mark(',', source);
  }
}

void Draft::mark(char mark, Span source) {
  items_.push_back({Item::Kind::mark, Language::vietnamese, mark, 0, 0, source});
}

}  // namespace loa::normalizer
