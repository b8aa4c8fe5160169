// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.h"

namespace loa::normalizer {

void Draft::say(std::string_view words, Span source, Language language) {
  std::size_t at = 0;
  while (at < words.size()) {
    if (words[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t stop = words.find(' ', at);
    if (stop == std::string_view::npos) stop = words.size();
    std::string_view word = words.substr(at, stop - at);
    at = stop;
    char after = 0;
    if (word.back() == ',') {
      after = ',';
      word.remove_suffix(1);
    }
    if (!word.empty()) {
      const auto begin = static_cast<std::uint32_t>(buffer_.size());
      buffer_ += word;
      items_.push_back(
          {Item::Kind::word, language, 0, begin, static_cast<std::uint32_t>(buffer_.size()), source});
    }
    if (after != 0) mark(after, source);
  }
}

void Draft::mark(char mark, Span source) {
  items_.push_back({Item::Kind::mark, Language::vietnamese, mark, 0, 0, source});
}

}  // namespace loa::normalizer
