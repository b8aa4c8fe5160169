// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/repairs.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "repairs_data.h"
#include "speech/letters.h"

namespace loa::speech {
namespace {

constexpr unsigned bit(Accent accent) { return 1U << static_cast<unsigned>(accent); }

/// One row of the table: for some accents, a whole word or the end of one.
struct Repair {
  unsigned accents = 0;
  std::string spoken;
};

struct Table {
  std::unordered_multimap<std::string, Repair> words;
  std::vector<std::pair<std::string, Repair>> endings;
};

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0;;) {
    const std::size_t end = line.find(separator, begin);
    fields.push_back(line.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return fields;
    begin = end + 1;
  }
}

unsigned accents_of(std::string_view field) {
  unsigned accents = 0;
  for (const std::string_view name : split(field, ' ')) {
    if (name == "all") accents |= bit(Accent::north) | bit(Accent::central) | bit(Accent::south);
    if (name == "north") accents |= bit(Accent::north);
    if (name == "central") accents |= bit(Accent::central);
    if (name == "south") accents |= bit(Accent::south);
  }
  return accents;
}

Table read_table() {
  Table table;
  bool header = true;
  for (const std::string_view line : split(kRepairsTsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    const std::vector<std::string_view> fields = split(line, '\t');
    if (fields.size() < 3) continue;
    Repair repair{accents_of(fields[0]), std::string(fields[2])};
    if (fields[1].starts_with('-'))
      table.endings.emplace_back(fields[1].substr(1), std::move(repair));
    else
      table.words.emplace(fields[1], std::move(repair));
  }
  return table;
}

const Table& table() {
  static const Table kTable = read_table();
  return kTable;
}

/// Nothing where the word is right as it is.
std::optional<std::string> find_repair(std::string_view word, Accent accent) {
  std::string key = lower_composed(word);
  const auto [first, last] = table().words.equal_range(key);
  for (auto found = first; found != last; ++found)
    if ((found->second.accents & bit(accent)) != 0) return found->second.spoken;
  for (const auto& [ending, repair] : table().endings)
    if ((repair.accents & bit(accent)) != 0 && key.ends_with(ending))
      return key.substr(0, key.size() - ending.size()) + repair.spoken;
  return std::nullopt;
}

}  // namespace

Accent accent_of(std::string_view voice) {
  const std::string name = lower_composed(voice.substr(0, voice.find('+')));
  const std::string_view base = std::string_view(name).substr(name.rfind('/') + 1);
  if (base == "vi-vn-x-central") return Accent::central;
  if (base == "vi-vn-x-south") return Accent::south;
  return base == "vi" || base.starts_with("vi-") ? Accent::north : Accent::other;
}

std::string repaired_word(std::string_view word, Accent accent) {
  return find_repair(word, accent).value_or(std::string(word));
}

Repaired repair(std::string_view text, const std::vector<Span>& words, Accent accent) {
  Repaired result;
  if (accent == Accent::other) return {std::string(text), words};
  result.text.reserve(text.size());
  result.words.reserve(words.size());
  std::size_t done = 0;
  for (const Span word : words) {
    result.text += text.substr(done, word.begin - done);
    const std::size_t begin = result.text.size();
    const std::string_view written = text.substr(word.begin, word.size());
    if (std::optional<std::string> spoken = find_repair(written, accent))
      result.text += *spoken;
    else
      result.text += written;
    result.words.push_back({begin, result.text.size()});
    done = word.end;
  }
  result.text += text.substr(done);
  return result;
}

void load_repairs() { table(); }

}  // namespace loa::speech
