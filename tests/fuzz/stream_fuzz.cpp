// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in pieces of any size: every byte is handed out once and in order.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loa/normalizer/normalizer.h"
#include "loa/normalizer/stream.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loa::normalizer;
  if (size < 1) return 0;
  static const Normalizer normalizer;
  const std::size_t step = std::size_t{data[0]} + 1;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);  // NOLINT: libFuzzer's bytes
  Stream stream(normalizer);
  std::size_t reached = 0;
  const auto take = [&] {
    while (stream.next()) {
      if (stream.offset() < reached || stream.offset() > reached + 2) std::abort();
      if (text.substr(stream.offset(), stream.written().size()) != stream.written()) std::abort();
      reached = stream.offset() + stream.written().size();
    }
  };
  for (std::size_t at = 0; at < text.size(); at += step) {
    stream.push(std::string_view(text).substr(at, step));
    take();
  }
  stream.end();
  take();
  if (reached + 2 < text.size()) std::abort();
  return 0;
}
