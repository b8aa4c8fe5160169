// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "loa/base/utf8.h"
#include "tables.h"

using namespace loa::normalizer;

namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  scan(text, tokens);
  return tokens;
}

// The word is looked at with much, little and nothing behind it: three ways to reach its end.
void check_word(const std::string& word, Shape shape) {
  for (const char* behind : {"", ".", " và những từ sau nó", "1 chữ số ngay phía sau"}) {
    INFO(word << behind);
    const std::vector<Token> tokens = tokens_of(word + behind);
    REQUIRE_FALSE(tokens.empty());
    CHECK(tokens[0].is(TokenKind::word));
    CHECK(tokens[0].size() == word.size());
    CHECK(tokens[0].letters == loa::utf8::length(word));
    CHECK(tokens[0].shape == shape);
    CHECK(tokens[0].syllable == tables::is_syllable(word));
  }
}

}  // namespace

TEST_CASE("a word knows its shape and whether it is a syllable", "[normalizer][scan]") {
  for (const char* word :
       {"a",      "ở",   "ăn",  "đi",  "đĩa", "gì",  "già", "giếng", "quý",   "nghiêng", "ngoằn", "thuyền",
        "trường", "gen", "crô", "ghế", "hoà", "ngh", "q",   "kat",   "toàán", "bă",      "đđi",   "chip"})
    check_word(word, Shape::lower);
  for (const char* word :
       {"Anh", "Ăn", "Ấn", "Đi", "Đĩa", "Gì", "Già", "Quý", "Nghiêng", "Ông", "Ủy", "Trump", "Đức"})
    check_word(word, Shape::capitalised);
  for (const char* word : {"A", "Ở", "Đ", "Y", "Q"}) check_word(word, Shape::single_upper);
  for (const char* word : {"HUẾ", "ĐI", "NGHIÊNG", "UBND", "GÌ"}) check_word(word, Shape::upper);
  for (const char* word : {"hUẾ", "TTg", "NGhiêng", "iPhone"}) check_word(word, Shape::mixed);
}

TEST_CASE("what stands directly behind a word is no part of it", "[normalizer][scan]") {
  for (const char* sign : {"”", "…", "–", "\u00A0", "°", "•", "12", "/", "'", ")"}) {
    INFO(sign);
    const std::vector<Token> tokens = tokens_of(std::string("trường") + sign + "học sinh đến lớp rất sớm");
    REQUIRE(tokens.size() > 3);
    CHECK(tokens[0].syllable);
    CHECK(tokens[0].size() == std::string_view("trường").size());
    CHECK_FALSE(tokens[1].is(TokenKind::word));
    CHECK(tokens[2].syllable);
  }
}

TEST_CASE("text that is clean is read where it stands, other text is cleaned first", "[normalizer][scan]") {
  std::string cleaned;
  loa::SpanMap map;
  std::vector<Token> tokens;
  const auto is_clean = [&](std::string_view text) {
    return clean_and_scan(text, cleaned, map, tokens).data() == text.data();
  };
  CHECK(is_clean("Ở xã, 12 hộ “mới” – 3°C…"));
  for (const char* text :
       {"ho\u0300a", "m\u00B2", "\x01", "a\x7F", "\xFF", "tr\xC6", "ð", "học\u200Bsinh", "Trường\u0301"}) {
    INFO(text);
    CHECK_FALSE(is_clean(text));
  }
}
