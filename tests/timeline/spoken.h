// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses as if they had been spoken: every blank-separated word takes its
// letters times 1,000 frames, a clause is followed by 5,000 frames of silence.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "loa/base/utf8.h"
#include "timeline/timeline.h"

namespace spoken {

inline constexpr int kRate = 20'000;
inline constexpr loa::timeline::Frames kPause = 5'000;

class Reader {
 public:
  loa::timeline::Clause clause(const std::string& written, bool sentence_end = false,
                               bool block_end = false) {
    loa::timeline::Clause clause;
    clause.written = written;
    clause.sentence_end = sentence_end || block_end;
    clause.block_end = block_end;
    clause.block_kind = "paragraph";
    clause.file = "bài.txt";
    clause.line = 3;
    clause.begin = now_;
    for (std::size_t at = 0; at < written.size();) {
      std::size_t end = written.find(' ', at);
      if (end == std::string::npos) end = written.size();
      if (end > at) {
        const std::string text = written.substr(at, end - at);
        const auto length = static_cast<loa::timeline::Frames>(loa::utf8::length(text)) * 1'000;
        clause.word_offsets.push_back(at);
        clause.word_ends.push_back(end);
        clause.words.push_back({text, {file_ + at, file_ + end}, now_, now_ + length});
        now_ += length;
      }
      at = end + 1;
    }
    clause.end = now_;
    now_ += kPause;
    file_ += written.size();
    return clause;
  }
  [[nodiscard]] loa::timeline::Frames now() const { return now_; }

 private:
  loa::timeline::Frames now_ = 0;
  std::size_t file_ = 0;
};

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "loa-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] bool empty() const { return std::filesystem::is_empty(path_); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace spoken
