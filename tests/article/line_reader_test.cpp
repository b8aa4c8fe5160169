// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/utf8.h"
#include "reading.h"

using namespace loa;
using namespace loa::article;
using namespace loa::article::testing;

namespace {
std::vector<std::string> texts(const std::string& bytes) {
  std::vector<std::string> out;
  for (const Line& line : read_lines(bytes).lines) out.push_back(line.text);
  return out;
}
using Texts = std::vector<std::string>;
}  // namespace

TEST_CASE("LF, CRLF, lone CR and U+2028 end a line", "[article][line]") {
  CHECK(texts("a\nb\r\nc\rd\xE2\x80\xA8"
              "e\n") == Texts{"a", "b", "c", "d", "e"});
  CHECK(texts("a\n\n\r\n\rb") == Texts{"a", "", "", "", "b"});
  CHECK(texts("\r") == Texts{""});
}

TEST_CASE("nothing, or only a BOM, is no line", "[article][line]") {
  CHECK(texts("").empty());
  CHECK(texts("\xEF\xBB\xBF").empty());
  CHECK(texts("\xFF\xFE").empty());
}

TEST_CASE("a last line without line end says so", "[article][line]") {
  const auto read = read_lines("một\nhai");
  REQUIRE(read.lines.size() == 2);
  CHECK(read.lines[0].ended);
  CHECK_FALSE(read.lines[1].ended);
  CHECK(read.lines[1].number == 2);
}

TEST_CASE("a BOM and line ends count in the bytes of the file", "[article][line]") {
  const auto read = read_lines("\xEF\xBB\xBFmột\r\nhai\r\n");
  REQUIRE(read.lines.size() == 2);
  CHECK(read.lines[0].map.source_of({0, 5}) == Span{3, 8});
  CHECK(read.lines[1].map.source_of({0, 3}) == Span{10, 13});
}

TEST_CASE("decomposed letters are composed and lead back to all their bytes", "[article][line]") {
  const std::string decomposed = "Hue\xCC\x82\xCC\x81 xa";  // e, circumflex, acute
  const auto read = read_lines(decomposed);
  REQUIRE(read.lines.size() == 1);
  CHECK(read.lines[0].text == "Huế xa");
  CHECK(read.lines[0].map.source_of({2, 5}) == Span{2, 7});
  CHECK(read.lines[0].map.source_of({0, 2}) == Span{0, 2});
  CHECK(read.lines[0].map.source_of({6, 8}) == Span{8, 10});
}

TEST_CASE("invalid bytes are reported with line, column and offset, replaced, and the rest is read",
          "[article][line]") {
  const auto read = read_lines("dòng đầu vẫn là tiếng Việt\nchữ \xFF\xFE hỏng\n");
  REQUIRE(read.lines.size() == 2);
  CHECK(read.lines[1].text == "chữ \uFFFD\uFFFD hỏng");
  REQUIRE(read.reports.size() == 1);  // one run, one report
  CHECK(read.reports[0].id == "invalid-bytes");
  CHECK(read.reports[0].place.file == "bai.txt");
  CHECK(read.reports[0].place.line == 2);
  CHECK(read.reports[0].place.column == 5);
  const std::size_t offset = std::string("dòng đầu vẫn là tiếng Việt\nchữ ").size();
  CHECK(read.reports[0].message.find(std::to_string(offset)) != std::string::npos);
  CHECK(read.lines[1].map.source_of({6, 9}) == Span{offset, offset + 1});
}

TEST_CASE("many invalid places give a bounded number of reports and a count", "[article][line]") {
  std::string bytes = "tiếng Việt có dấu đầy đủ ở đây, rất nhiều chữ để biết là tiếng Việt\n";
  for (int i = 0; i < 500; ++i) bytes += "đã hỏng \xFF một chữ ở đây\n";
  const auto read = read_lines(bytes);
  CHECK(read.lines.size() == 501);
  CHECK(read.reports.size() == 21);
  CHECK(read.reports.back().message.find("480") != std::string::npos);
}

TEST_CASE("NUL bytes that are not UTF-16 are binary data", "[article][line]") {
  for (const std::string& bytes : {std::string("chữ\0chữ\nx", 11),
                                   std::string("\x7F"
                                               "ELF\2\1\1\0\0\0\0\0\0",
                                               13),
                                   std::string("\0\0\0\0\0\0\0\0", 8)}) {
    const auto read = read_lines(bytes);
    REQUIRE(read.error);
    CHECK(read.error->code == ErrorCode::bad_data);
    CHECK(read.error->message.find("binary") != std::string::npos);
    CHECK(read.lines.empty());
  }
}

TEST_CASE("many control characters are binary data, a few are not", "[article][line]") {
  CHECK(read_lines(std::string(20, '\x01') + std::string(40, 'a')).error);
  CHECK_FALSE(read_lines("\x1B[1mđậm\x1B[0m và một dòng bình thường dài hơn\n").error);
}

TEST_CASE("a line without end is cut at a sentence, never inside a character", "[article][line]") {
  TextOptions options;
  options.max_line_bytes = 256;
  std::string bytes;
  while (bytes.size() < 5000) bytes += "Đây là một câu. Và đây là câu nữa. ";
  const auto read = read_lines(bytes, options);
  REQUIRE(read.lines.size() > 10);
  std::string joined;
  std::size_t at = 0;
  for (std::size_t i = 0; i < read.lines.size(); ++i) {
    const Line& line = read.lines[i];
    CHECK(line.text.size() <= 256);
    CHECK(line.number == 1);
    CHECK(line.continues == (i + 1 < read.lines.size()));
    if (line.continues) CHECK(line.text.substr(line.text.size() - 2) == ". ");
    CHECK(line.map.source_of({0, line.text.size()}) == Span{at, at + line.text.size()});
    at += line.text.size();
    joined += line.text;
  }
  CHECK(joined == bytes);
}

TEST_CASE("a megabyte without blank keeps every character whole", "[article][line]") {
  std::string bytes;
  while (bytes.size() < 1000000) bytes += "ưởe\xCC\x82\xCC\x81";
  const auto read = read_lines(bytes);
  std::size_t source_end = 0;
  for (const Line& line : read.lines) {
    CHECK(utf8::find_invalid(line.text) == std::string::npos);
    CHECK(line.text.find("\xCC\x82") == std::string::npos);  // no mark lost its letter
    CHECK(line.map.source_of({0, line.text.size()}).begin == source_end);
    source_end = line.map.source_of({0, line.text.size()}).end;
  }
  CHECK(source_end == bytes.size());
  CHECK(read.reports.empty());
}
