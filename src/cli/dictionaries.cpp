// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dictionaries.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "files/folder_lock.h"
#include "loa/base/data_dirs.h"
#include "loa/base/message.h"
#include "timeline/output_file.h"

namespace loa::cli {
namespace fs = std::filesystem;
using normalizer::Dictionary;
using normalizer::DictionaryEntry;

fs::path station_dictionary_path(const Settings& settings) {
  return settings.dictionary ? fs::path(*settings.dictionary) : config_dir() / "dictionary.tsv";
}

fs::path article_dictionary_path(const Input& input) {
  if (input.is_text || input.path == "-") return {};
  return input.path + ".loa.tsv";
}

Result<Dictionary> load_station_dictionary(const Settings& settings) {
  const fs::path path = station_dictionary_path(settings);
  std::error_code ignored;
  if (!settings.dictionary && !fs::exists(path, ignored)) return Dictionary();
  LOA_TRY_ASSIGN(auto dictionary, Dictionary::load(path));
  for (const DictionaryEntry& entry : dictionary.entries())
    if (entry.scope == "article")
      return Error{ErrorCode::config,
                   tr("the scope article is for the file beside an article"),
                   {entry.file, entry.line, 0},
                   tr("write file=NAME to name the article here")};
  return dictionary;
}

Result<Dictionary> dictionary_of_article(const Dictionary& station, const Input& input) {
  Dictionary dictionary = station.for_article(input.is_text || input.path == "-" ? "" : input.path);
  const fs::path own = article_dictionary_path(input);
  std::error_code ignored;
  if (own.empty() || !fs::exists(own, ignored)) return dictionary;
  LOA_TRY_ASSIGN(const auto article, Dictionary::load(own));
  dictionary.add_layer(article.for_article(input.path));
  return dictionary;
}

namespace {

constexpr std::array<const char*, 5> kColumns{"written", "spoken", "cue", "scope", "note"};

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (&cell == cells.data() ? "" : "\t") + cell;
  return line;
}

std::vector<std::string> cells_of(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> cells;
  for (std::size_t cut = 0; cut != std::string::npos;) {
    cut = line.find('\t');
    cells.push_back(line.substr(0, cut));
    line.erase(0, cut == std::string::npos ? cut : cut + 1);
  }
  for (std::string& cell : cells) {
    while (!cell.empty() && cell.back() == ' ') cell.pop_back();
    while (!cell.empty() && cell.front() == ' ') cell.erase(0, 1);
  }
  return cells;
}

/// The heading of a dictionary's text: where its line begins and ends.
std::pair<std::size_t, std::size_t> heading_of(const std::string& text) {
  std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool blank = text.find_first_not_of(" \r", begin) >= end;
    if (!blank && text[begin] != '#') return {begin, end};
    begin = std::min(end + 1, text.size());
  }
  return {text.size(), text.size()};
}

}  // namespace

Result<void> append_entry(const fs::path& file, const DictionaryEntry& entry) {
  std::string text;
  std::error_code error;
  const fs::path folder = file.parent_path().empty() ? "." : file.parent_path();
  fs::create_directories(folder, error);
  const files::FolderLock lock(folder.string());
  if (fs::exists(file, error)) {
    LOA_TRY_ASSIGN(const auto dictionary, Dictionary::load(file));
    const bool there = std::any_of(dictionary.entries().begin(), dictionary.entries().end(),
                                   [&entry](const DictionaryEntry& row) {
                                     return row.written == entry.written && row.spoken == entry.spoken &&
                                            row.cue == entry.cue && row.scope == entry.scope;
                                   });
    if (there) return {};
    std::ifstream stream(file, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(stream), {});
  }
  auto [begin, end] = heading_of(text);
  const std::string line_end = end > begin && text[std::min(end, text.size()) - 1] == '\r' ? "\r\n" : "\n";
  std::vector<std::string> columns;
  if (begin == end) {
    if (!text.empty() && text.back() != '\n') text += line_end;
    columns.assign(kColumns.begin(), kColumns.end());
    text += joined(columns) + line_end;
  } else {
    columns = cells_of(text.substr(begin, end - begin));
    const std::size_t before = columns.size();
    for (const char* needed : kColumns)
      if (std::find(columns.begin(), columns.end(), needed) == columns.end()) columns.emplace_back(needed);
    if (columns.size() != before)
      text.replace(begin, end - begin, joined(columns) + (line_end == "\n" ? "" : "\r"));
    if (text.back() != '\n') text += line_end;
  }
  const std::array<const std::string*, 5> fields{&entry.written, &entry.spoken, &entry.cue, &entry.scope,
                                                 &entry.note};
  std::vector<std::string> cells(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto* column = std::find(kColumns.begin(), kColumns.end(), columns[i]);
    if (column == kColumns.end()) continue;
    std::string cell = *fields[static_cast<std::size_t>(column - kColumns.begin())];
    // A row that begins with # would be a comment; one that begins with a quotation mark, a cell in quotes.
    if (!cell.empty() && (cell.front() == '"' || (i == 0 && cell.front() == '#'))) {
      std::string quoted = "\"";
      for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
      cell = quoted + '"';
    }
    cells[i] = std::move(cell);
  }
  text += joined(cells) + line_end;
  LOA_TRY_ASSIGN(auto out, timeline::OutputFile::create(file.string()));
  LOA_TRY(out.write(text));
  return out.commit();
}

}  // namespace loa::cli
