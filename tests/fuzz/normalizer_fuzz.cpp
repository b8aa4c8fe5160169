// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: the readings tile them, the words lie in order, nothing is read outside.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loa/base/utf8.h"
#include "loa/normalizer/normalizer.h"

namespace {
void require(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loa::normalizer;
  static const Normalizer normalizer;
  static SpokenText spoken;
  const std::string text(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes

  Memory memory;
  normalizer.normalize(text, &memory, spoken);
  std::size_t at = 0;
  for (const Reading& reading : spoken.readings) {
    require(reading.source.begin == at && reading.source.end >= at);
    at = reading.source.end;
  }
  require(at == text.size());
  std::size_t spoken_at = 0;
  for (const Word& word : spoken.words) {
    require(word.spoken.begin >= spoken_at && word.spoken.end <= spoken.text.size());
    require(word.source.end <= text.size() && word.source.begin <= word.source.end);
    spoken_at = word.spoken.end;
  }
  require(loa::utf8::find_invalid(spoken.text) == std::string::npos);
  for (const char c : spoken.text) require(c < '0' || c > '9');
  return 0;
}
