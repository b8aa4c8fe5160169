// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace loa::utf8 {

/// One decoded character. `valid` is false for a malformed sequence; then
/// `code_point` is U+FFFD and `size` the bytes to skip (the maximal subpart,
/// Unicode 15 section 3.9, table 3-8; at least 1).
struct Decoded {
  char32_t code_point = 0;
  std::uint8_t size = 0;
  bool valid = true;
};

/// Decodes the character at `offset`. Requires: offset < text.size().
[[nodiscard]] Decoded decode(std::string_view text, std::size_t offset);

/// Appends the UTF-8 form of `code_point`; surrogates and values above U+10FFFF become U+FFFD.
void append(std::string& text, char32_t code_point);

/// Offset of the first malformed byte, or npos. One pass; plain ASCII goes 8 bytes a step.
[[nodiscard]] std::size_t find_invalid(std::string_view text);

/// Number of code points; malformed sequences count one each.
[[nodiscard]] std::size_t length(std::string_view text);

/// True at the first byte of a character (not 10xxxxxx).
[[nodiscard]] constexpr bool is_boundary(unsigned char byte) { return (byte & 0xC0) != 0x80; }

/// The largest character boundary <= offset.
[[nodiscard]] std::size_t floor_boundary(std::string_view text, std::size_t offset);

}  // namespace loa::utf8
