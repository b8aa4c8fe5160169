// SPDX-License-Identifier: GPL-3.0-or-later
// Any file: blocks come in order, hold valid UTF-8, and point into the file.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "article/article.h"
#include "loa/base/utf8.h"

namespace {
void require(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loa::article;
  const std::string bytes(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes
  loa::Diagnostics diagnostics;
  ArticleReader reader(LineReader(string_source(bytes, "fuzz.txt"), {}, diagnostics));
  std::size_t at = 0;
  for (;;) {
    auto block = reader.next();
    if (!block || !*block) return 0;
    require(loa::utf8::find_invalid((*block)->text) == std::string::npos);
    const loa::Span file = (*block)->map.source_of({0, (*block)->text.size()});
    require(file.begin >= at && file.end <= bytes.size());
    at = file.begin;
    std::size_t sentence_at = 0;
    for (const loa::Span sentence : sentences((*block)->text)) {
      require(sentence.begin >= sentence_at && sentence.end <= (*block)->text.size());
      sentence_at = sentence.end;
    }
  }
}
