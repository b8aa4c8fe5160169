// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever goes into the gate, only the closed alphabet comes out.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "loa/base/utf8.h"
#include "speech/gate.h"
#include "speech/letters.h"
#include "speech/repairs.h"

using namespace loa::speech;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_closed(std::string_view text) {
  std::size_t letters = 0, run = 0, clause = 0;
  char32_t last = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const loa::utf8::Decoded decoded = loa::utf8::decode(text, at);
    const char32_t c = decoded.code_point;
    check(decoded.valid);
    at += decoded.size;
    clause += decoded.size;
    check(clause <= kMaxClauseBytes);
    if (is_letter(c)) {
      check(last == U' ' || is_letter(last));
      run = lower(last) == lower(c) ? run + 1 : 1;
      check(run <= kMaxLetterRun);
      check(++letters <= kMaxWordLetters);
    } else if (c == U' ') {
      check(last != U' ' && at < text.size());
      letters = 0;
    } else {
      check(std::u32string_view(U",.;:?!").find(c) != std::u32string_view::npos);
      check(is_letter(last) && (at == text.size() || text[at] == ' '));
      clause = 0;
    }
    last = c;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<loa::Span> words;
  for (std::size_t at = 0; at < size;) {
    const std::size_t end = std::min(text.find(' ', at), size);
    if (end > at) words.push_back({at, end});
    at = end + 1;
  }
  const Repaired repaired = repair(text, words, Accent::south);
  check(repaired.words.size() == words.size());
  const Gated gated = gate(repaired.text, repaired.words);
  check_closed(gated.text);
  const Gated again = gate(gated.text);
  check(again.text == gated.text && again.removed == 0);
  const std::size_t length = loa::utf8::length(gated.text);
  std::int64_t last = -1;
  check(gated.starts.size() == words.size());
  for (const std::uint32_t start : gated.starts) {
    if (start == kNoLetters) continue;
    check(std::int64_t{start} > last && start < length);
    last = start;
  }
  return 0;
}
