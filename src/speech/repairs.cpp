// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/repairs.h"
#include "loa/base/split.h"

#include <optional>
#include <unordered_map>
#include <utility>

#include "repairs_data.h"
#include "speech/letters.h"

namespace loa::speech {
namespace {

constexpr unsigned bit(Accent accent) { return 1U << static_cast<unsigned>(accent); }

/// One row of the table: for some accents, a whole word, its beginning or its end.
struct Repair {
  unsigned accents = 0;
  std::string spoken;
};

struct Table {
  std::unordered_multimap<std::string, Repair> words;
  std::vector<std::pair<std::string, Repair>> beginnings, endings;
};

unsigned accents_of(std::string_view field) {
  unsigned accents = 0;
  for (const std::string_view name : split(field, ' ')) {
    const bool all = name == "all", ours = all || name == "loa";
    if (all || name == "north") accents |= bit(Accent::north);
    if (all || name == "central") accents |= bit(Accent::central);
    if (all || name == "south") accents |= bit(Accent::south);
    if (ours || name == "north" || name == "loa-north") accents |= bit(Accent::loa_north);
    if (ours || name == "central" || name == "loa-central") accents |= bit(Accent::loa_central);
    if (ours || name == "south" || name == "loa-south") accents |= bit(Accent::loa_south);
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
    else if (fields[1].ends_with('-'))
      table.beginnings.emplace_back(fields[1].substr(0, fields[1].size() - 1), std::move(repair));
    else
      table.words.emplace(fields[1], std::move(repair));
  }
  return table;
}

const Table& table() {
  static const Table kTable = read_table();
  return kTable;
}

/// Letters of ours, precomposed or with combining marks; blanks, marks and signs part words.
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Nothing where the word is right as it is. A whole word first, then its beginning, then its end.
std::optional<std::string> find_repair(std::string_view word, Accent accent) {
  std::string key = lower_composed(word);
  bool repaired = false;
  const auto here = [accent](const Repair& repair) { return (repair.accents & bit(accent)) != 0; };
  const auto [first, last] = table().words.equal_range(key);
  for (auto found = first; found != last && !repaired; ++found)
    if (here(found->second)) {
      key = found->second.spoken;
      repaired = true;
    }
  for (const auto& [beginning, repair] : table().beginnings)
    if (here(repair) && key.starts_with(beginning)) {
      key.replace(0, beginning.size(), repair.spoken);
      repaired = true;
      break;
    }
  for (const auto& [ending, repair] : table().endings)
    if (here(repair) && key.ends_with(ending)) {
      key.replace(key.size() - ending.size(), ending.size(), repair.spoken);
      repaired = true;
      break;
    }
  if (!repaired) return std::nullopt;
  return key;
}

}  // namespace

Accent accent_of(std::string_view voice) {
  const std::string name = lower_composed(voice.substr(0, voice.find('+')));
  const std::string_view base = std::string_view(name).substr(name.rfind('/') + 1);
  if (base == "vi-vn-x-central") return Accent::central;
  if (base == "vi-vn-x-south") return Accent::south;
  if (base == "loa-bac") return Accent::loa_north;
  if (base == "loa-trung") return Accent::loa_central;
  if (base == "loa-nam") return Accent::loa_south;
  return base == "vi" || base.starts_with("vi-") ? Accent::north : Accent::other;
}

std::string repaired_word(std::string_view word, Accent accent) {
  return find_repair(word, accent).value_or(std::string(word));
}

Repaired repair(std::string_view text, const std::vector<Span>& words, Accent accent) {
  if (accent == Accent::other) return {std::string(text), words};
  Repaired result;
  result.text.reserve(text.size() + 8);
  result.words = words;
  auto begins = result.words.begin();  // spans whose ends are still those of the old text
  auto ends = result.words.begin();
  const auto move_spans = [&](std::size_t until, std::size_t old_at, std::size_t new_at, bool replaced) {
    // A span that begins or ends inside a replaced word takes in the whole of it.
    const std::size_t new_end = result.text.size();
    for (; begins != result.words.end() && begins->begin < until; ++begins)
      begins->begin = replaced ? new_at : begins->begin - old_at + new_at;
    for (; ends != result.words.end() && ends->end <= until; ++ends)
      ends->end = replaced ? new_end : ends->end - old_at + new_at;
  };
  for (std::size_t at = 0; at < text.size();) {
    const bool word = is_word_byte(text[at]);
    std::size_t end = at + 1;
    while (end < text.size() && is_word_byte(text[end]) == word) ++end;
    const std::string_view piece = text.substr(at, end - at);
    const std::size_t new_at = result.text.size();
    const std::optional<std::string> spoken = word ? find_repair(piece, accent) : std::nullopt;
    result.text += spoken ? std::string_view(*spoken) : piece;
    move_spans(end, at, new_at, spoken.has_value());
    at = end;
  }
  return result;
}

void load_repairs() { table(); }

}  // namespace loa::speech
