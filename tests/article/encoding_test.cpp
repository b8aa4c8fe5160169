// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/encoding.h"

#include <map>

#include "loa/base/utf8.h"
#include "reading.h"

using namespace loa;
using namespace loa::article;
using namespace loa::article::testing;

namespace {

// Every letter of Vietnamese with every tone, small and capital, in words.
constexpr std::string_view kLetters =
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ "
    "ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ đ Đ Ă Â Ê Ô Ơ Ư";
constexpr std::string_view kNews =
    "Sáng nay, bà con xã Vĩnh Thủy gặt xong lúa hè thu. Năng suất đạt 6,2 tấn mỗi héc-ta, cao hơn vụ trước.\n"
    "Đường về thôn đã được sửa; những ổ gà lớn không còn nữa. Trẻ em đến trường bằng xe đạp.\n";

std::string encode(std::string_view text, Encoding encoding) {
  std::string out;
  std::map<std::u32string, char> bytes;  // what a byte stands for → the byte
  const bool wide = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  if (!wide) {
    const ByteTable& table = byte_table(encoding);
    for (std::size_t b = 1; b < 256; ++b) {
      std::u32string key(1, table[b][0]);
      if (table[b][0] == 0) continue;
      if (table[b][1] != 0) key += table[b][1];
      bytes.emplace(key, static_cast<char>(b));
    }
  }
  // Letter → base letter and marks, as the encodings with marks write it.
  static const std::map<char32_t, std::vector<std::u32string>> kSplit = [] {
    std::map<char32_t, std::vector<std::u32string>> split;
    const std::u32string plain = U"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    const std::u32string tones = U"\u0300\u0309\u0303\u0301\u0323";
    const std::vector<std::u32string> rows = {U"àảãáạ", U"ằẳẵắặ", U"ầẩẫấậ", U"èẻẽéẹ", U"ềểễếệ", U"ìỉĩíị",
                                              U"òỏõóọ", U"ồổỗốộ", U"ờởỡớợ", U"ùủũúụ", U"ừửữứự", U"ỳỷỹýỵ",
                                              U"ÀẢÃÁẠ", U"ẰẲẴẮẶ", U"ẦẨẪẤẬ", U"ÈẺẼÉẸ", U"ỀỂỄẾỆ", U"ÌỈĨÍỊ",
                                              U"ÒỎÕÓỌ", U"ỒỔỖỐỘ", U"ỜỞỠỚỢ", U"ÙỦŨÚỤ", U"ỪỬỮỨỰ", U"ỲỶỸÝỴ"};
    const std::map<char32_t, std::u32string> shapes = {
        {U'ă', U"a\u0306"}, {U'â', U"a\u0302"}, {U'ê', U"e\u0302"}, {U'ô', U"o\u0302"},
        {U'Ă', U"A\u0306"}, {U'Â', U"A\u0302"}, {U'Ê', U"E\u0302"}, {U'Ô', U"O\u0302"}};
    for (const auto& [letter, parts] : shapes) split[letter] = {parts.substr(0, 1), parts.substr(1)};
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t tone = 0; tone < 5; ++tone) {
        auto& ways = split[rows[row][tone]];
        ways = {std::u32string(1, plain[row]), std::u32string(1, tones[tone])};
        const auto shape = shapes.find(plain[row]);
        if (shape == shapes.end()) continue;
        const std::u32string mark = shape->second.substr(1);  // the dot below comes first in NFD
        ways.push_back(shape->second.substr(0, 1));
        ways.push_back(tones[tone] == 0x0323 ? tones[tone] + mark : mark + tones[tone]);
      }
    }
    return split;
  }();
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    at += c.size;
    if (wide) {
      const char high = static_cast<char>(c.code_point >> 8);
      const char low = static_cast<char>(c.code_point & 0xFF);
      out += encoding == Encoding::utf16le ? low : high;
      out += encoding == Encoding::utf16le ? high : low;
      continue;
    }
    const auto one = bytes.find(std::u32string(1, c.code_point));
    if (one != bytes.end()) {
      out += one->second;
      continue;
    }
    const auto& ways = kSplit.at(c.code_point);
    bool done = false;
    for (std::size_t way = 0; way + 1 < ways.size() && !done; way += 2) {
      if (bytes.count(ways[way]) != 0 && bytes.count(ways[way + 1]) != 0) {
        out += bytes.at(ways[way]);
        out += bytes.at(ways[way + 1]);
        done = true;
      }
    }
    REQUIRE(done);
  }
  return out;
}

// Reading back each line gives the text, and each letter the bytes that encode it.
void check_round_trip(std::string_view text, Encoding encoding, const TextOptions& options) {
  const std::string bytes = encode(text, encoding);
  const ReadLines read = read_lines(bytes, options);
  CHECK(read.encoding == name(encoding));
  CHECK(read.reports.empty());
  std::string joined;
  for (const Line& line : read.lines) {
    joined += line.text + (line.ended ? "\n" : "");
    for (std::size_t at = 0; at < line.text.size();) {
      const std::size_t size = utf8::decode(line.text, at).size;
      const Span from = line.map.source_of({at, at + size});
      CHECK(from.of(bytes) == encode(std::string_view(line.text).substr(at, size), encoding));
      at += size;
    }
  }
  CHECK(joined == text);
}

constexpr Encoding kAll[] = {Encoding::utf16le, Encoding::utf16be, Encoding::windows1258,
                             Encoding::viscii,  Encoding::tcvn3,   Encoding::vni};

}  // namespace

TEST_CASE("every Vietnamese letter comes back from each encoding with its exact bytes",
          "[article][encoding]") {
  for (const Encoding encoding : kAll) {
    DYNAMIC_SECTION(name(encoding)) {
      TextOptions options;
      options.encoding = std::string(name(encoding));
      check_round_trip(kLetters, encoding, options);
    }
  }
}

TEST_CASE("each encoding is found by itself in a few lines of news", "[article][encoding]") {
  for (const Encoding encoding : kAll) {
    DYNAMIC_SECTION(name(encoding)) { check_round_trip(kNews, encoding, {}); }
  }
}

TEST_CASE("known bytes of the old encodings are what their users know", "[article][encoding]") {
  const auto text = [](std::string bytes, std::string encoding) {
    TextOptions options;
    options.encoding = std::move(encoding);
    const auto read = read_lines(std::move(bytes), options);
    REQUIRE(read.lines.size() == 1);
    return read.lines[0].text;
  };
  CHECK(text("Vi\xD6t Nam \xAE\xCAt n\xAD\xED"
             "c",
             "tcvn3") == "Việt Nam đất nước");
  CHECK(text("\xF1o\xE4"
             "c la\xE4p",
             "vni") == "độc lập");
  CHECK(text("n\xF6\xF4\xF9"
             "c",
             "vni") == "nước");
  CHECK(text("Vi\xAEt Nam", "viscii") == "Việt Nam");
  CHECK(text("Vi\xEA\xF2t Nam", "windows-1258") == "Việt Nam");
}

TEST_CASE("small letters typed in a TCVN3 font of capitals are capitals", "[article][encoding]") {
  TextOptions options;
  options.encoding = "tcvn3";
  const auto read = read_lines("TH\xB5NH PH\xE8 Hu\xD5", options);
  REQUIRE(read.lines.size() == 1);
  CHECK(read.lines[0].text == "THÀNH PHỐ Huế");
}

TEST_CASE("UTF-16 is told by its BOM, in either order", "[article][encoding]") {
  for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be}) {
    const std::string bytes = encode("\uFEFFHuế xa\r\nđó", encoding);
    const auto read = read_lines(bytes);
    CHECK(read.encoding == name(encoding));
    REQUIRE(read.lines.size() == 2);
    CHECK(read.lines[0].text == "Huế xa");
    CHECK(read.lines[0].map.source_of({2, 5}) == Span{6, 8});
    CHECK(read.lines[1].map.source_of({0, 2}) == Span{18, 20});
  }
}

TEST_CASE("UTF-16 without a BOM is told by its NUL bytes, a few NUL bytes are not UTF-16",
          "[article][encoding]") {
  using namespace std::string_view_literals;
  CHECK(loa::article::detect_encoding("T\0i\0n\0 \0v\0\xAF\x1E"
                                      "n\0"sv) == Encoding::utf16le);
  CHECK(loa::article::detect_encoding("\0T\0i\0n\0 \0v\x1E\xAF\0n"sv) == Encoding::utf16be);
  for (const std::string_view binary : {"a b\0c"sv, "a b\0"sv, "\0 a b c d e"sv, "x \0y \0z \0w \0"sv}) {
    const Encoding found = loa::article::detect_encoding(binary);
    CHECK(found != Encoding::utf16le);
    CHECK(found != Encoding::utf16be);
  }
}

TEST_CASE("an odd byte and half a surrogate in UTF-16 are invalid, the rest is read", "[article][encoding]") {
  const auto read =
      read_lines(std::string("\xFF\xFE"
                             "a\0\x00\xD8"
                             "b\0c",
                             9));
  REQUIRE(read.lines.size() == 1);
  CHECK(read.lines[0].text == "a\uFFFDb\uFFFD");
  CHECK(read.reports.size() == 2);
}

TEST_CASE("UTF-8 with a few broken bytes stays UTF-8", "[article][encoding]") {
  CHECK(read_lines("Nước \xFF lên nhanh ở đầu nguồn\n").encoding == "utf-8");
  CHECK(read_lines("plain text\n").encoding == "utf-8");
}

TEST_CASE("ASCII before the first Vietnamese letter does not decide", "[article][encoding]") {
  const auto read = read_lines("BAN TIN 5\n" + encode(kNews, Encoding::tcvn3));
  CHECK(read.encoding == "tcvn3");
  REQUIRE(read.lines.size() == 3);
  CHECK(read.lines[1].text.substr(0, 5) == "Sáng");
}

TEST_CASE("an encoding that we do not have is a mistake in the command", "[article][encoding]") {
  TextOptions options;
  options.encoding = "koi8-r";
  const auto read = read_lines("abc", options);
  REQUIRE(read.error);
  CHECK(read.error->code == ErrorCode::usage);
  CHECK(read.error->hint.find("viscii") != std::string::npos);
  CHECK(find_encoding("UTF8") == Encoding::utf8);
  CHECK(find_encoding("ABC") == Encoding::tcvn3);
}
