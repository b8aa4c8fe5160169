// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/utf8.h"

#include "catch.h"

namespace utf8 = loa::utf8;

TEST_CASE("well-formed characters of every length decode and encode back", "[base][utf8]") {
  for (const char32_t c : {U'a', U'\u0111', U'\u1EC7', U'\U0001F4E2', U'\0', U'\uD7FF', U'\U0010FFFF'}) {
    std::string text;
    utf8::append(text, c);
    const auto decoded = utf8::decode(text, 0);
    CHECK(decoded.valid);
    CHECK(decoded.code_point == c);
    CHECK(decoded.size == text.size());
    CHECK(utf8::find_invalid(text) == std::string_view::npos);
  }
}

TEST_CASE("malformed bytes are skipped by their maximal subpart", "[base][utf8]") {
  // Overlong, surrogate, truncated, stray continuation, above U+10FFFF.
  CHECK(utf8::decode("\xC0\xAF", 0).size == 1);
  CHECK(utf8::decode("\xED\xA0\x80", 0).size == 1);
  CHECK(utf8::decode("\xE1\xBB", 0).size == 2);
  CHECK(utf8::decode("\x80", 0).size == 1);
  CHECK(utf8::decode("\xF4\x90\x80\x80", 0).size == 1);
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xE1\xBB", "\x80", "\xF4\x90\x80\x80"})
    CHECK_FALSE(utf8::decode(bad, 0).valid);
}

TEST_CASE("the first malformed byte is found behind a long clean run", "[base][utf8]") {
  std::string text(1000, 'a');
  text += "ế\xFF";
  CHECK(utf8::find_invalid(text) == 1003);
  CHECK(utf8::length(text) == 1002);
}

TEST_CASE("an offset inside a character goes back to its first byte", "[base][utf8]") {
  const std::string text = "aế";
  CHECK(utf8::floor_boundary(text, 3) == 1);
  CHECK(utf8::floor_boundary(text, 1) == 1);
  CHECK(utf8::floor_boundary(text, 9) == text.size());
}
