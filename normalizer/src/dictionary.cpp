// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/normalizer/dictionary.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "clean.h"
#include "loa/base/message.h"
#include "loa/base/split.h"
#include "loa/base/utf8.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

std::string cleaned(std::string_view text) {
  std::string out;
  SpanMap map;
  clean(text, out, map);
  return out;
}

std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    i += d.size;
    utf8::append(out, to_lower(d.code_point));
  }
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

// A spreadsheet puts a cell that holds quotation marks into quotation marks.
std::string unquoted(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::string(cell);
  std::string result;
  for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
    if (cell[i] == '"' && i + 2 < cell.size() && cell[i + 1] == '"') ++i;
    result += cell[i];
  }
  return result;
}

// Each word folded as the context folds the text's.
std::string folded_phrase(std::string_view phrase) {
  std::string out;
  for (const std::string_view word : split(phrase, ' ')) {
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += Folded(word).view();
  }
  return out;
}

Result<Dictionary::Cue> parse_cue(std::string_view text) {
  Dictionary::Cue cue;
  if (trim(text).empty()) return cue;
  for (const std::string_view alternative : split(text, ';')) {
    std::vector<Dictionary::Condition> conditions;
    for (std::string_view part : split(alternative, '&')) {
      part = trim(part);
      Dictionary::Condition condition;
      if (!part.empty() && part[0] == '!') {
        condition.negated = true;
        part.remove_prefix(1);
      }
      const std::size_t sign = part.find('=');
      const std::string_view kind = part.substr(0, sign);
      if (sign == std::string_view::npos || (kind != "prev" && kind != "next" && kind != "near"))
        return Error{ErrorCode::config,
                     trf("cannot understand the cue \"{}\"", part),
                     {},
                     tr("write prev=…, next=… or near=…")};
      condition.kind = kind == "prev"   ? Dictionary::Condition::Kind::prev
                       : kind == "next" ? Dictionary::Condition::Kind::next
                                        : Dictionary::Condition::Kind::near;
      for (const std::string_view phrase : split(part.substr(sign + 1), '|')) {
        std::string words = folded_phrase(trim(phrase));
        if (words.empty())
          return Error{ErrorCode::config, trf("cannot understand the cue \"{}\"", part), {}, {}};
        condition.phrases.push_back(std::move(words));
      }
      conditions.push_back(std::move(condition));
    }
    cue.push_back(std::move(conditions));
  }
  return cue;
}

// What is said must be words and clause marks: anything else would be left to the
// engine to guess.
bool is_sayable(std::string_view words) {
  bool said = false;
  for (std::string_view word : split(words, ' ')) {
    if (word.starts_with(kEnglishMark)) {
      word.remove_prefix(kEnglishMark.size());
      if (word.empty()) return false;
    }
    for (std::size_t i = 0; i < word.size();) {
      const utf8::Decoded d = utf8::decode(word, i);
      i += d.size;
      const bool mark = d.code_point == U',' && i == word.size() && i > 1;
      if (!mark && letter_case(d.code_point) == LetterCase::none) return false;
      said = true;
    }
  }
  return said;
}

constexpr std::string_view kFileScope = "file=";

bool is_scope(std::string_view scope) {
  return scope.empty() || scope == "station" || scope == "article" ||
         (scope.starts_with(kFileScope) && scope.size() > kFileScope.size());
}

// Whether `name` is one that `pattern` describes: * stands for any characters, ? for one byte.
bool matches_name(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool scope_holds(std::string_view scope, std::string_view file) {
  if (!scope.starts_with(kFileScope)) return true;
  const std::size_t slash = file.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? file : file.substr(slash + 1);
  for (std::string_view pattern : split(scope.substr(kFileScope.size()), '|'))
    if (!name.empty() && (matches_name(trim(pattern), name) || matches_name(trim(pattern), file)))
      return true;
  return false;
}

}  // namespace

void Dictionary::insert(Candidate candidate, DictionaryEntry entry) {
  std::vector<Token> tokens;
  scan(candidate.written, tokens);
  std::string head = lower(tokens.front().span().of(candidate.written));
  candidate.entry = entries_.size();
  entries_.push_back(std::move(entry));
  std::vector<Candidate>& candidates = by_head_[std::move(head)];
  const auto better = [](const Candidate& a, const Candidate& b) {
    if (a.written.size() != b.written.size()) return a.written.size() > b.written.size();
    if (a.layer != b.layer) return a.layer > b.layer;
    if (a.cue.empty() != b.cue.empty()) return b.cue.empty();
    return a.entry > b.entry;
  };
  candidates.insert(std::upper_bound(candidates.begin(), candidates.end(), candidate, better),
                    std::move(candidate));
}

Result<void> Dictionary::add(DictionaryEntry entry) {
  Candidate candidate;
  candidate.layer = layers_;
  candidate.written = cleaned(trim(entry.written));
  candidate.spoken = cleaned(trim(entry.spoken));
  if (candidate.written.empty()) return Error{ErrorCode::config, tr("the written form is empty"), {}, {}};
  if (!is_sayable(candidate.spoken))
    return Error{ErrorCode::config,
                 trf("\"{}\" cannot be said", entry.spoken),
                 {},
                 tr("write words only, no figures and no signs")};
  LOA_TRY_ASSIGN(candidate.cue, parse_cue(cleaned(entry.cue)));
  if (!is_scope(entry.scope))
    return Error{ErrorCode::config,
                 trf("cannot understand the scope \"{}\"", entry.scope),
                 {},
                 tr("write station, article or file=NAME; * stands for any letters of the name")};
  candidate.any_case = lower(candidate.written) == candidate.written;
  insert(std::move(candidate), std::move(entry));
  return {};
}

void Dictionary::add_layer(const Dictionary& over) {
  const unsigned base = layers_ + 1;
  std::vector<const Candidate*> in_order(over.entries_.size());
  for (const auto& [head, candidates] : over.by_head_)
    for (const Candidate& candidate : candidates) in_order[candidate.entry] = &candidate;
  for (const Candidate* candidate : in_order) {
    Candidate copy = *candidate;
    copy.layer += base;
    insert(std::move(copy), over.entries_[candidate->entry]);
  }
  layers_ = base + over.layers_;
}

Dictionary Dictionary::for_article(std::string_view file) const {
  std::vector<const Candidate*> in_order(entries_.size());
  for (const auto& [head, candidates] : by_head_)
    for (const Candidate& candidate : candidates) in_order[candidate.entry] = &candidate;
  Dictionary result;
  result.layers_ = layers_;
  for (const Candidate* candidate : in_order)
    if (scope_holds(entries_[candidate->entry].scope, file))
      result.insert(*candidate, entries_[candidate->entry]);
  return result;
}

std::vector<DictionaryIssue> Dictionary::issues() const {
  std::vector<DictionaryIssue> issues;
  const auto covers = [this](const Candidate& winner, const Candidate& loser) {
    const bool written =
        winner.written == loser.written || (winner.any_case && winner.written == lower(loser.written));
    const DictionaryEntry& first = entries_[winner.entry];
    const DictionaryEntry& second = entries_[loser.entry];
    const bool scope = !first.scope.starts_with(kFileScope) || first.scope == second.scope;
    return written && scope && (winner.cue.empty() || first.cue == second.cue);
  };
  for (const auto& [head, candidates] : by_head_) {
    for (std::size_t loser = 1; loser < candidates.size(); ++loser) {
      for (std::size_t winner = 0; winner < loser; ++winner) {
        if (!covers(candidates[winner], candidates[loser])) continue;
        const bool same = candidates[winner].spoken == candidates[loser].spoken;
        issues.push_back({same ? DictionaryIssue::Kind::duplicate : DictionaryIssue::Kind::shadowed,
                          candidates[loser].entry, candidates[winner].entry});
        break;
      }
    }
  }
  std::sort(issues.begin(), issues.end(), [](const auto& a, const auto& b) { return a.entry < b.entry; });
  return issues;
}

Result<Dictionary> Dictionary::parse(std::string_view text, std::string_view name,
                                     std::vector<Error>* problems) {
  constexpr std::array<std::string_view, 5> kColumns{"written", "spoken", "cue", "scope", "note"};
  Dictionary dictionary;
  std::vector<std::size_t> columns;  // of each cell: its place in kColumns
  std::size_t line = 0;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (std::string_view row : split(text, '\n')) {
    ++line;
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (trim(row).empty() || row[0] == '#') continue;
    const Place place{std::string(name), line, 0};
    const std::vector<std::string_view> cells = split(row, '\t');
    if (columns.empty()) {
      for (const std::string_view cell : cells) {
        const auto* column = std::find(kColumns.begin(), kColumns.end(), trim(cell));
        if (column == kColumns.end())
          return Error{ErrorCode::config, trf("unknown column \"{}\"", trim(cell)), place,
                       tr("the first line names the columns: written, spoken, cue, scope, note")};
        columns.push_back(static_cast<std::size_t>(column - kColumns.begin()));
      }
      for (const std::size_t needed : {std::size_t{0}, std::size_t{1}})
        if (std::find(columns.begin(), columns.end(), needed) == columns.end())
          return Error{ErrorCode::config, trf("the column \"{}\" is missing", kColumns[needed]), place, {}};
      continue;
    }
    const auto wrong = [&](Error error) -> Result<void> {
      error.place = place;
      if (problems == nullptr) return error;
      problems->push_back(std::move(error));
      return {};
    };
    if (cells.size() > columns.size()) {
      LOA_TRY(wrong({ErrorCode::config, trf("{} cells under {} headings", cells.size(), columns.size())}));
      continue;
    }
    DictionaryEntry entry;
    entry.file = name;
    entry.line = line;
    std::array<std::string*, 5> fields{&entry.written, &entry.spoken, &entry.cue, &entry.scope, &entry.note};
    for (std::size_t i = 0; i < cells.size(); ++i) *fields[columns[i]] = unquoted(trim(cells[i]));
    if (auto added = dictionary.add(std::move(entry)); !added) LOA_TRY(wrong(std::move(added.error())));
  }
  return dictionary;
}

Result<Dictionary> Dictionary::load(const std::filesystem::path& file, std::vector<Error>* problems) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{ErrorCode::no_input, trf("cannot read {}", file.string()), {}, {}};
  const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.bad()) return Error{ErrorCode::io, trf("cannot read {}", file.string()), {}, {}};
  if (const std::size_t bad = utf8::find_invalid(text); bad < text.size()) {
    const auto line = static_cast<std::size_t>(
                          std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n')) +
                      1;
    return Error{ErrorCode::config,
                 trf("the byte at offset {} is no UTF-8", bad),
                 {file.string(), line, 0},
                 tr("save it as UTF-8 text with tabs between the cells")};
  }
  return parse(text, file.string(), problems);
}

const std::vector<Dictionary::Candidate>* Dictionary::starting_with(std::string_view folded) const {
  const auto found = by_head_.find(folded);
  return found == by_head_.end() ? nullptr : &found->second;
}

namespace {

bool holds(const Context& c, const Dictionary::Condition& condition, std::size_t first, std::size_t last) {
  using Kind = Dictionary::Condition::Kind;
  const auto stands = [&](std::string_view phrase) {
    if (condition.kind == Kind::prev) return c.preceded_by(first, phrase);
    if (condition.kind == Kind::next) return c.followed_by(last, phrase);
    return c.near(first, last, phrase);
  };
  return std::any_of(condition.phrases.begin(), condition.phrases.end(), stands) != condition.negated;
}

bool holds(const Context& c, const Dictionary::Cue& cue, std::size_t first, std::size_t last) {
  if (cue.empty()) return true;
  return std::any_of(cue.begin(), cue.end(), [&](const auto& alternative) {
    return std::all_of(alternative.begin(), alternative.end(),
                       [&](const auto& condition) { return holds(c, condition, first, last); });
  });
}

// The token behind the written form, if it stands at token `i`; npos: it does not.
std::size_t match(const Context& c, std::size_t i, const Dictionary::Candidate& candidate) {
  const std::size_t begin = c[i].begin;
  std::size_t last = i;
  // Small letters may take fewer bytes than capitals, so lengths are compared in characters.
  std::size_t at = 0;
  std::size_t from = begin;
  const std::string_view text = c.whole_text();
  while (at < candidate.written.size()) {
    if (from >= text.size()) return Context::npos;
    const utf8::Decoded want = utf8::decode(candidate.written, at);
    const utf8::Decoded have = utf8::decode(text, from);
    const char32_t letter = candidate.any_case ? to_lower(have.code_point) : have.code_point;
    if (letter != want.code_point) return Context::npos;
    at += want.size;
    from += have.size;
  }
  while (last < c.size() && c[last].end < from) ++last;
  if (last >= c.size() || c[last].end != from) return Context::npos;
  const bool ends_in_word = c.is(last, TokenKind::word) || c.is(last, TokenKind::number);
  if (ends_in_word && (c.is(last + 1, TokenKind::word) || c.is(last + 1, TokenKind::number)))
    return Context::npos;
  const bool starts_in_word = c.is(i, TokenKind::word) || c.is(i, TokenKind::number);
  if (starts_in_word && i > 0 && (c.is(i - 1, TokenKind::word) || c.is(i - 1, TokenKind::number)))
    return Context::npos;
  return last + 1;
}

}  // namespace

bool recognise_dictionary(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.dictionary() == nullptr) return false;
  std::string& head = draft.scratch();
  const std::string_view text = c.text(i);
  if (text.size() > 64) return false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    at += d.size;
    utf8::append(head, to_lower(d.code_point));
  }
  const auto* candidates = c.dictionary()->starting_with(head);
  if (candidates == nullptr) return false;
  for (const Dictionary::Candidate& candidate : *candidates) {
    const std::size_t end = match(c, i, candidate);
    if (end == Context::npos || !holds(c, candidate.cue, i, end)) continue;
    draft.semiotic_class = SemioticClass::abbreviation;
    draft.rule = "dictionary";
    const Span source = c.span(i, end);
    for (std::string_view word : split(candidate.spoken, ' ')) {
      const bool english = word.starts_with(kEnglishMark);
      if (english) word.remove_prefix(kEnglishMark.size());
      draft.say(word, source, english ? Language::english : Language::vietnamese);
    }
    draft.entry = static_cast<std::int32_t>(candidate.entry);
    draft.end = end;
    return true;
  }
  return false;
}

}  // namespace loa::normalizer
