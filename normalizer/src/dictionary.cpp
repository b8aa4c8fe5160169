// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/normalizer/dictionary.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "clean.h"
#include "loa/base/message.h"
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

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t cut = text.find(at);
    parts.push_back(text.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    text.remove_prefix(cut + 1);
  }
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
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
  for (std::size_t i = 0; i < words.size();) {
    const utf8::Decoded d = utf8::decode(words, i);
    i += d.size;
    const bool mark = d.code_point == U' ' || d.code_point == U',';
    if (!mark && letter_case(d.code_point) == LetterCase::none) return false;
  }
  return !words.empty();
}

}  // namespace

Result<void> Dictionary::add(DictionaryEntry entry) {
  Candidate candidate;
  candidate.written = cleaned(trim(entry.written));
  candidate.spoken = cleaned(trim(entry.spoken));
  if (candidate.written.empty()) return Error{ErrorCode::config, tr("the written form is empty"), {}, {}};
  if (!is_sayable(candidate.spoken))
    return Error{ErrorCode::config,
                 trf("\"{}\" cannot be said", entry.spoken),
                 {},
                 tr("write words only, no figures and no signs")};
  LOA_TRY_ASSIGN(candidate.cue, parse_cue(cleaned(entry.cue)));
  candidate.any_case = lower(candidate.written) == candidate.written;
  std::vector<Token> tokens;
  scan(candidate.written, tokens);
  std::string head = lower(tokens.front().span().of(candidate.written));
  candidate.entry = entries_.size();
  entries_.push_back(std::move(entry));
  std::vector<Candidate>& candidates = by_head_[std::move(head)];
  const auto better = [](const Candidate& a, const Candidate& b) {
    if (a.written.size() != b.written.size()) return a.written.size() > b.written.size();
    if (a.cue.empty() != b.cue.empty()) return b.cue.empty();
    return a.entry > b.entry;
  };
  candidates.insert(std::upper_bound(candidates.begin(), candidates.end(), candidate, better), candidate);
  return {};
}

Result<Dictionary> Dictionary::parse(std::string_view text, std::string_view name) {
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
    if (cells.size() > columns.size())
      return Error{
          ErrorCode::config, trf("{} cells under {} headings", cells.size(), columns.size()), place, {}};
    DictionaryEntry entry;
    entry.line = line;
    std::array<std::string*, 5> fields{&entry.written, &entry.spoken, &entry.cue, &entry.scope, &entry.note};
    for (std::size_t i = 0; i < cells.size(); ++i) *fields[columns[i]] = trim(cells[i]);
    if (auto added = dictionary.add(std::move(entry)); !added) return std::move(added.error()).at(place);
  }
  return dictionary;
}

Result<Dictionary> Dictionary::load(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{ErrorCode::no_input, trf("cannot read {}", file.string()), {}, {}};
  const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.bad()) return Error{ErrorCode::io, trf("cannot read {}", file.string()), {}, {}};
  return parse(text, file.string());
}

const std::vector<Dictionary::Candidate>* Dictionary::starting_with(std::string_view folded) const {
  const auto found = by_head_.find(folded);
  return found == by_head_.end() ? nullptr : &found->second;
}

namespace {

bool holds(const Context& c, const Dictionary::Condition& condition, std::size_t first, std::size_t last) {
  bool result = false;
  switch (condition.kind) {
    case Dictionary::Condition::Kind::prev:
      result = c.preceded_by_any(first, condition.phrases);
      break;
    case Dictionary::Condition::Kind::next:
      result = c.followed_by_any(last, condition.phrases);
      break;
    case Dictionary::Condition::Kind::near:
      result = c.near_any(first, last, condition.phrases);
      break;
  }
  return result != condition.negated;
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
    draft.say(candidate.spoken, c.span(i, end));
    draft.end = end;
    return true;
  }
  return false;
}

}  // namespace loa::normalizer
