// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of this folder share: reading a string to its end.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "article/article.h"
#include "catch.h"

namespace loa::article::testing {

struct ReadLines {
  std::vector<Line> lines;
  std::vector<Diagnostic> reports;
  std::string encoding;
  std::optional<Error> error;
};

inline ReadLines read_lines(std::string bytes, TextOptions options = {}) {
  ReadLines out;
  Diagnostics diagnostics([&](const Diagnostic& d) { out.reports.push_back(d); });
  LineReader reader(string_source(std::move(bytes), "bai.txt"), std::move(options), diagnostics);
  for (;;) {
    auto line = reader.next();
    if (!line) out.error = line.error();
    if (!line || !*line) break;
    out.lines.push_back(std::move(**line));
  }
  out.encoding = std::string(reader.encoding());
  return out;
}

inline std::vector<Block> read_blocks(std::string bytes, TextOptions options = {}) {
  Diagnostics diagnostics;
  ArticleReader reader(
      LineReader(string_source(std::move(bytes), "bai.txt"), std::move(options), diagnostics));
  std::vector<Block> blocks;
  for (;;) {
    auto block = reader.next();
    REQUIRE(block);
    if (!*block) return blocks;
    blocks.push_back(std::move(**block));
  }
}

inline std::string sample(const std::string& name) {
  std::ifstream file(LOA_SOURCE_DIR "/tests/article/samples/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// One line a block: "12 caption? text"; the question mark says that it is not sure.
inline std::vector<std::string> outline(const std::vector<Block>& blocks) {
  std::vector<std::string> out;
  for (const Block& block : blocks) {
    out.push_back(std::to_string(block.line) + " " + std::string(name(block.kind)) +
                  (block.sure ? " " : "? ") + block.text);
  }
  return out;
}

}  // namespace loa::article::testing
