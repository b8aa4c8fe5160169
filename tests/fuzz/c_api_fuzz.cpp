// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the C API: readings tile them, and each has rivals that can be said.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loa/normalizer/normalizer.h"
#include "loa_normalizer.h"

namespace {
void require(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes
  loa_normalizer* it = loa_normalizer_new();
  loa_memory* memory = loa_memory_new();
  loa_normalizer_set_dictionary(it, text.data(), text.size());
  require(loa_memory_learn(memory, it, text.data(), text.size()) == 0);
  loa_result* result = loa_normalize(it, text.data(), text.size(), memory, LOA_TEXT_TITLE);
  require(result != nullptr);
  std::size_t reached = 0;
  loa_reading reading;
  std::size_t doubts = 0;
  for (std::size_t i = 0; loa_result_reading(result, i, &reading) == 0; ++i) {
    require(reading.source_begin == reached && reading.spoken_end <= loa_result_text_size(result));
    reached = reading.source_end;
    if (reading.is_sure == 1 || ++doubts > 8) continue;
    const auto rivals =
        loa::normalizer::Normalizer().rivals(text, nullptr, {reading.source_begin, reading.source_end});
    for (const auto& rival : rivals) require(!rival.spoken.empty());
  }
  require(reached == text.size());
  loa_word word;
  for (std::size_t i = 0; loa_result_word(result, i, &word) == 0; ++i)
    require(word.source_end <= text.size());
  std::size_t begin = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; loa_result_malformed(result, i, &begin, &end) == 0; ++i)
    require(begin < end && end <= text.size());
  loa_result_free(result);
  loa_memory_free(memory);
  loa_normalizer_free(it);
  return 0;
}
