// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.h"

namespace loa::normalizer {

std::size_t Draft::open_word() {
  // The first reading of a text takes at once what nearly all of them need.
  if (items_.capacity() == 0) {
    items_.reserve(kUsualWords);
    buffer_.reserve(kUsualWords * kUsualBytes);
  }
  if (!buffer_.empty()) buffer_ += ' ';
  return buffer_.size();
}

void Draft::say_word(std::string_view word, Span source) {
  const std::size_t begin = open_word();
  buffer_ += word;
  add({Item::Kind::word, Language::vietnamese, 0, static_cast<std::uint32_t>(begin),
       static_cast<std::uint32_t>(buffer_.size()), source});
}

void Draft::say(std::string_view words, Span source, Language language) {
  const std::size_t base = open_word();
  buffer_ += words;  // at once; an item is a part of it
  if (words.empty()) plain_ = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t begin = at;
    while (at < words.size() && words[at] != ' ') ++at;
    const bool comma = at > begin && words[at - 1] == ',';
    const std::size_t stop = comma ? at - 1 : at;
    if (stop > begin)
      add({Item::Kind::word, language, 0, static_cast<std::uint32_t>(base + begin),
           static_cast<std::uint32_t>(base + stop), source});
    else
      plain_ = false;  // a blank too many
    if (comma) mark(',', source);
  }
  if (words.ends_with(' ')) plain_ = false;
}

void Draft::mark(char mark, Span source) {
  add({Item::Kind::mark, Language::vietnamese, mark, 0, 0, source});
}

}  // namespace loa::normalizer
