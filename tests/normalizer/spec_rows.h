// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// A row of tests/spec/*.tsv: what is written and what is said.
struct SpecRow {
  std::string file;
  std::size_t line = 0;
  std::string written;
  std::string spoken;
};

/// Every row of every table, in the order of the file names.
inline std::vector<SpecRow> spec_rows() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(LOA_SOURCE_DIR "/tests/spec"))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<SpecRow> rows;
  for (const auto& file : files) {
    std::ifstream stream(file);
    std::string text;
    for (std::size_t line = 1; std::getline(stream, text); ++line) {
      const std::size_t tab = text.find('\t');
      if (text.empty() || text[0] == '#' || tab == std::string::npos) continue;
      std::string written = text.substr(0, tab);
      if (written == "written") continue;
      std::string spoken = text.substr(tab + 1, text.find('\t', tab + 1) - tab - 1);
      rows.push_back({file.filename().string(), line, std::move(written), std::move(spoken)});
    }
  }
  return rows;
}
