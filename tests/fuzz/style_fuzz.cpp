// SPDX-License-Identifier: GPL-3.0-or-later
// Any key and value of a style, `key=value` before a line end: taken or refused, and the text behind it read.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loa/normalizer/normalizer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loa::normalizer;
  std::string_view text(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes
  Style style;
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t equals = line.find('=');
    if (end == std::string_view::npos || equals == std::string_view::npos) break;
    const Style before = style;
    if (!style.set(line.substr(0, equals), line.substr(equals + 1)) && !(style == before)) std::abort();
    text.remove_prefix(end + 1);
  }
  const std::string spoken = Normalizer(style).normalize(text);
  if (std::any_of(spoken.begin(), spoken.end(), [](char c) { return c >= '0' && c <= '9'; })) std::abort();
  return 0;
}
