// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace loa {

/// Whether a sentence of Vietnamese goes on behind `word`, as behind *đến từ*, *của*, *là*: so that an
/// ellipsis there is a pause, whatever follows it (đến từ... Na Uy). In small letters, as it is written in a
/// sentence.
[[nodiscard]] inline bool is_open_word(std::string_view word) {
  static constexpr std::string_view kOpen[] = {"là",  "của",  "từ",  "vì",     "với", "và",  "hoặc", "tại",
                                               "bởi", "bằng", "cho", "mang",   "nhờ", "như", "gồm",  "những",
                                               "các", "một",  "chỉ", "khoảng", "gần", "hơn", "đúng", "tận"};
  for (const std::string_view open : kOpen)
    if (word == open) return true;
  return false;
}

}  // namespace loa
