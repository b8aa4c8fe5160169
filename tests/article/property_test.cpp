// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for any text at all.
#include <random>

#include "loa/base/utf8.h"
#include "reading.h"

using namespace loa;
using namespace loa::article;
using namespace loa::article::testing;

namespace {

std::string random_text(std::mt19937& random, bool hostile) {
  static const std::vector<std::string> kPieces = {"a",
                                                   "Huế",
                                                   " ",
                                                   " ",
                                                   " ",
                                                   "\n",
                                                   "\n\n",
                                                   "\r\n",
                                                   "\r",
                                                   ". ",
                                                   "? ",
                                                   "… ",
                                                   "“",
                                                   "”",
                                                   "(",
                                                   ")",
                                                   "TP. ",
                                                   "N.V.A. ",
                                                   "1. ",
                                                   "- ",
                                                   "• ",
                                                   "27/8",
                                                   "1.000",
                                                   "HNN.VN - ",
                                                   "Ảnh: ",
                                                   "Lê Thọ",
                                                   "e\xCC\x82\xCC\x81",
                                                   "u\xCC\x9B\xCC\xA3",
                                                   "\xC2\xA0",
                                                   "\xE2\x80\xA8",
                                                   "đồng",
                                                   "ông nói",
                                                   ">>> ",
                                                   "Xem thêm: ",
                                                   "ﬁ",
                                                   "😀",
                                                   "\t"};
  static const std::vector<std::string> kHostile = {"\xFF",         "\xC3", "\xE1\xBB",
                                                    "\xED\xA0\x80", "\x01", "\xF0\x9F"};
  std::string text;
  for (int i = std::uniform_int_distribution<int>(0, 120)(random); i > 0; --i) {
    const auto& from = hostile && random() % 12 == 0 ? kHostile : kPieces;
    text += from[random() % from.size()];
  }
  return text;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (c.code_point != U' ' && c.code_point != U'\t' && c.code_point != 0xA0) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

TEST_CASE("blocks come in order, never overlap, and lead back to their bytes", "[article][property]") {
  std::mt19937 random(20250827);
  for (int round = 0; round < 1500; ++round) {
    const bool hostile = round % 3 == 0;
    const std::string bytes = random_text(random, hostile);
    TextOptions options;
    options.encoding = "utf-8";
    if (round % 2 == 0) options.max_line_bytes = 64;
    std::size_t at = 0;
    for (const Block& block : read_blocks(bytes, options)) {
      INFO("round " << round << ": " << bytes);
      const Span whole = block.map.source_of({0, block.text.size()});
      REQUIRE(whole.begin >= at);
      REQUIRE(whole.end <= bytes.size());
      REQUIRE(block.map.to_end() == block.text.size());
      REQUIRE(utf8::find_invalid(block.text) == std::string::npos);
      REQUIRE(block.text.find('\n') == std::string::npos);
      at = whole.end;
      // What is ASCII came from the same byte, but for a line break that was joined.
      for (std::size_t i = 0; i < block.text.size(); ++i) {
        const char c = block.text[i];
        if (c <= ' ') continue;
        const Span from = block.map.source_of({i, i + 1});
        if (from.size() == 1) REQUIRE(bytes[from.begin] == c);
        REQUIRE_FALSE(from.empty());
      }
    }
  }
}

TEST_CASE("every letter of the lines is in a block", "[article][property]") {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    const std::string bytes = random_text(random, false);
    std::vector<bool> covered(bytes.size(), false);
    for (const Block& block : read_blocks(bytes)) {
      for (const SpanMap::Run& run : block.map.runs()) {
        for (std::size_t i = run.from.begin; i < run.from.end; ++i) covered[i] = true;
      }
    }
    INFO(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const auto byte = static_cast<unsigned char>(bytes[i]);
      if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')) {
        REQUIRE(covered[i]);
      }
    }
  }
}

TEST_CASE("sentences tile any text but for the blanks between them", "[article][property]") {
  std::mt19937 random(99);
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random, round % 2 == 0);
    INFO(text);
    std::size_t at = 0;
    for (const Span sentence : sentences(text)) {
      REQUIRE(sentence.begin >= at);
      REQUIRE(sentence.end <= text.size());
      REQUIRE_FALSE(sentence.empty());
      std::string gap = text.substr(at, sentence.begin - at);
      for (char& c : gap) {
        if (c == '\n' || c == '\r') c = ' ';
      }
      if (gap.find("\xE2\x80\xA8") == std::string::npos) REQUIRE(is_blank(gap));
      at = sentence.end;
    }
    REQUIRE(text.find_first_not_of(" \t\n\r\xC2\xA0\xE2\x80\xA8", at) == std::string::npos);
  }
}

TEST_CASE("hostile texts of a megabyte are cut without trouble", "[article][property]") {
  for (const std::string piece : {".", "A. ", "a... “", "xin chào ", "1.2. 3 ", "(a. B ", "… ", "1 "}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    std::size_t bytes = 0;
    for (const Span sentence : sentences(text)) bytes += sentence.size();
    CHECK(bytes * 2 > text.size() / 2);
  }
}
