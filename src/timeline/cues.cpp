// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/cues.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "loa/base/utf8.h"

namespace loa::timeline {
namespace {

// A sentence longer than this is cut where it stands: memory and time stay bounded.
constexpr std::size_t kMaxSentenceTokens = 400;

// What a cut costs, in one currency. A cue more is better than a cut inside a
// clause, and a cut inside a clause is better than a cue that flashes by.
constexpr double kCue = 10;
constexpr double kInsideClause = 25;
constexpr double kInsideReading = 200;
constexpr double kTooShort = 60;  // for a cue of no length; proportional
constexpr double kTooLong = 15;   // for each second too long: a slow voice may need it
constexpr double kUneven = 6;     // for a cue that fills nothing of its room

// Marks that ride on the character before them, or join two.
bool takes_no_room(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0x00AD || c == 0xFEFF;
}

bool ends_with_mark(std::string_view text) {
  return !text.empty() && std::string_view(",.;:?!").find(text.back()) != std::string_view::npos;
}

}  // namespace

std::size_t width(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = utf8::decode(text, i);
    if (!takes_no_room(c.code_point)) ++count;
    i += c.size;
  }
  return count;
}

std::vector<std::string> two_lines(std::string_view text, std::size_t line_width) {
  const std::size_t whole = width(text);
  if (whole <= line_width) return {std::string(text)};
  std::size_t best = std::string_view::npos;
  double best_cost = std::numeric_limits<double>::max();
  for (std::size_t blank = text.find(' '); blank != std::string_view::npos;
       blank = text.find(' ', blank + 1)) {
    const std::size_t upper = width(text.substr(0, blank));
    if (upper > line_width) break;
    const std::size_t lower = whole - upper - 1;
    if (lower > line_width) continue;
    double cost =
        upper > lower ? 1.5 * static_cast<double>(upper - lower) : static_cast<double>(lower - upper);
    if (ends_with_mark(text.substr(0, blank))) cost -= 26;
    if (cost < best_cost) {
      best_cost = cost;
      best = blank;
    }
  }
  if (best == std::string_view::npos) return {};
  return {std::string(text.substr(0, best)), std::string(text.substr(best + 1))};
}

CueCutter::CueCutter(int sample_rate, CueLimits limits) : sample_rate_(sample_rate), limits_(limits) {}

std::chrono::milliseconds CueCutter::milliseconds(Frames frames) const {
  return std::chrono::milliseconds(frames * 1000 / sample_rate_);
}

// Splits the clause's text at blanks, and what is wider than a line inside.
void CueCutter::tokenize(const Clause& clause) {
  const std::string& text = clause.written;
  const std::size_t first = sentence_.size();
  std::vector<Span> spans;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t end = at, room = 0;
    while (end < text.size() && text[end] != ' ') {
      const auto c = utf8::decode(text, end);
      if (!takes_no_room(c.code_point) && ++room > limits_.line_width) break;
      end += c.size;
    }
    spans.push_back({at, end});
    Token token;
    token.begin = token.end = clause.begin;
    token.text = text.substr(at, end - at);
    token.width = width(token.text);
    token.blank_after = end == text.size() || text[end] == ' ';
    token.glued = !token.blank_after;
    sentence_.push_back(std::move(token));
    at = end;
  }
  if (spans.empty()) return;
  // Whether the text goes on without blank is known from the next clause alone;
  // within a block the clauses tile the text.
  sentence_.back().blank_after = text.back() == ' ' || clause.block_end;
  sentence_.back().clause_end = true;

  // Each word gives its time to the tokens that it was read from. `last_word`
  // and `first_word` find the places where a reading runs on or backwards.
  std::vector<std::size_t> last_word(spans.size(), 0), first_word(spans.size(), clause.words.size());
  for (std::size_t w = 0; w < clause.words.size(); ++w) {
    const Word& word = clause.words[w];
    auto token = static_cast<std::size_t>(
        std::partition_point(spans.begin(), spans.end(),
                             [&](Span s) { return s.end <= clause.word_offsets[w]; }) -
        spans.begin());
    token = std::min(token, spans.size() - 1);
    for (bool more = true; more; ++token) {
      Token& mine = sentence_[first + token];
      mine.begin = mine.spoken ? std::min(mine.begin, word.begin) : word.begin;
      mine.end = mine.spoken ? std::max(mine.end, word.end) : word.end;
      mine.spoken = true;
      last_word[token] = std::max(last_word[token], w);
      first_word[token] = std::min(first_word[token], w);
      more = token + 1 < spans.size() && spans[token + 1].begin < clause.word_ends[w];
      if (more) mine.glued = true;
    }
  }
  // Words that point backwards ($10 is said "mười đô la") tie their tokens together.
  std::size_t latest = 0;
  bool any = false;
  for (std::size_t t = 0; t + 1 < spans.size(); ++t) {
    if (sentence_[first + t].spoken) {
      latest = any ? std::max(latest, last_word[t]) : last_word[t];
      any = true;
    }
    for (std::size_t later = t + 1; any && later < std::min(spans.size(), t + 8); ++later)
      if (sentence_[first + later].spoken && first_word[later] < latest) sentence_[first + t].glued = true;
  }
}

// A mark by itself, such as a dash, is shown with what stands before it; times
// ascend even where a reading was said backwards.
void CueCutter::time_silent_tokens() {
  const auto spoken =
      std::find_if(sentence_.begin(), sentence_.end(), [](const Token& t) { return t.spoken; });
  Frames at = spoken != sentence_.end() ? spoken->begin : sentence_.front().begin;
  for (Token& token : sentence_) {
    if (!token.spoken) token.begin = token.end = at;
    token.begin = std::max(token.begin, at);
    token.end = std::max(token.end, token.begin);
    at = token.glued ? token.begin : token.end;
  }
}

std::string CueCutter::text(std::size_t begin, std::size_t end) const {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    text += sentence_[i].text;
    if (i + 1 < end && sentence_[i].blank_after) text += ' ';
  }
  return text;
}

double CueCutter::cost(std::size_t begin, std::size_t end) const {
  const Token& last = sentence_[end - 1];
  const double seconds =
      static_cast<double>(last.end - sentence_[begin].begin) / static_cast<double>(sample_rate_);
  const double shortest = static_cast<double>(limits_.shortest.count()) / 1000;
  const double longest = static_cast<double>(limits_.longest.count()) / 1000;
  double cost = kCue;
  if (seconds < shortest) cost += kTooShort * (shortest - seconds) / shortest;
  if (seconds > longest) cost += kTooLong * (seconds - longest);
  std::size_t room = 0;
  for (std::size_t i = begin; i < end; ++i) room += sentence_[i].width + 1;
  const double empty =
      1 - std::min(1.0, static_cast<double>(room) / static_cast<double>(2 * limits_.line_width));
  cost += kUneven * empty * empty;
  if (end != sentence_.size()) {
    if (last.glued) cost += kInsideReading;
    if (!last.clause_end) cost += kInsideClause;
  }
  return cost;
}

// The cheapest way to cut the sentence, found from its end (a shortest path;
// every cue reaches two lines ahead at most).
void CueCutter::cut_sentence(std::vector<Cue>& out) {
  if (sentence_.empty()) return;
  time_silent_tokens();
  const std::size_t count = sentence_.size();
  std::vector<double> rest(count + 1, 0);
  std::vector<std::size_t> stop(count + 1, count);
  for (std::size_t begin = count; begin-- > 0;) {
    rest[begin] = std::numeric_limits<double>::max();
    for (std::size_t end = begin + 1; end <= count; ++end) {
      // A token is never wider than a line, so one always fits.
      if (end > begin + 1 && two_lines(text(begin, end), limits_.line_width).empty()) break;
      const double total = cost(begin, end) + rest[end];
      if (total < rest[begin]) {
        rest[begin] = total;
        stop[begin] = end;
      }
    }
  }
  for (std::size_t begin = 0; begin < count; begin = stop[begin]) {
    const std::size_t end = stop[begin];
    Cue cue;
    cue.lines = two_lines(text(begin, end), limits_.line_width);
    cue.begin = milliseconds(sentence_[begin].begin);
    cue.end = milliseconds(sentence_[end - 1].end);
    emit(std::move(cue), out);
  }
  sentence_.clear();
}

// A cue that is short lasts into the silence behind it, as far as the next one
// lets it.
void CueCutter::emit(Cue cue, std::vector<Cue>& out) {
  using std::chrono::milliseconds;
  if (has_pending_) {
    // Text that was not heard (a lost phrase) has no time: the shortest one.
    cue.begin = std::max(cue.begin, pending_.begin + milliseconds(1));
    const auto wanted = std::max(pending_.end + limits_.linger, pending_.begin + limits_.shortest);
    pending_.end = std::max(std::min(wanted, cue.begin), pending_.begin + milliseconds(1));
    out.push_back(std::move(pending_));
  }
  cue.end = std::max(cue.end, cue.begin + milliseconds(1));
  pending_ = std::move(cue);
  has_pending_ = true;
}

void CueCutter::add(const Clause& clause, std::vector<Cue>& out) {
  tokenize(clause);
  if (clause.sentence_end || clause.block_end || sentence_.size() >= kMaxSentenceTokens) cut_sentence(out);
}

void CueCutter::finish(Frames total, std::vector<Cue>& out) {
  cut_sentence(out);
  if (!has_pending_) return;
  const auto wanted = std::max(pending_.end + limits_.linger, pending_.begin + limits_.shortest);
  pending_.end = std::max(pending_.end, std::min(wanted, milliseconds(total)));
  out.push_back(std::move(pending_));
  has_pending_ = false;
}

}  // namespace loa::timeline
