// SPDX-License-Identifier: GPL-3.0-or-later
#include "emitter.h"

#include <array>
#include <cstdint>

namespace loa::normalizer {
namespace {

// The stronger mark wins where several stand together; 0 is no mark.
constexpr std::array<std::uint8_t, 256> make_strengths() {
  std::array<std::uint8_t, 256> strengths{};
  std::uint8_t strength = 0;
  for (const char mark : {',', ':', ';', '.', '!', '?'})
    strengths[static_cast<unsigned char>(mark)] = ++strength;
  return strengths;
}
constexpr auto kStrengths = make_strengths();

int strength(char mark) { return kStrengths[static_cast<unsigned char>(mark)]; }

}  // namespace

// The plain reading that `span` belongs to: the last one goes on, or a new one begins.
void Emitter::extend_plain(Span span) {
  if (!out_.readings.empty() && out_.readings.back().semiotic_class == SemioticClass::plain) {
    out_.readings.back().source.end = span.end;
    return;
  }
  Reading reading;
  reading.source = span;
  reading.spoken = {out_.text.size(), out_.text.size()};
  out_.readings.push_back(reading);
}

// Puts what stands between the last word and the next: the comma and the pause
// that waited for it, and a blank. Returns the bytes added.
std::size_t Emitter::open_word() {
  std::string& text = out_.text;
  const std::size_t before = text.size();
  if (before != 0) {
    const bool marked = strength(text.back()) != 0;
    if (comma_reading_ != kNone && !marked) {
      out_.readings[comma_reading_].spoken = {before, before + 1};
      text += ',';
    }
    text += ' ';
    if (quote_ && !marked && comma_reading_ == kNone)
      out_.pauses.push_back({text.size(), Pause::Strength::light});
  }
  comma_reading_ = kNone;
  quote_ = false;
  return text.size() - before;
}

void Emitter::replaced(std::size_t from, std::size_t to) {
  if (from == 0 && to == 0) return;
  out_.map.append_unchanged(unchanged_);
  unchanged_ = 0;
  out_.map.append_replaced(from, to);
}

// The bytes from the map's reach to `source_begin` became the last `added` ones.
void Emitter::map_to(std::size_t source_begin, std::size_t added) {
  const std::size_t passed = source_begin - from_;
  if (passed == 1 && added == 1 && clean_[from_] == ' ')
    ++unchanged_;
  else
    replaced(passed, added);
  from_ = source_begin;
}

void Emitter::plain(Span word) {
  extend_plain(word);
  // One blank and a word, nothing waiting: most of a text is copied as it stands.
  const bool copied = from_ + 1 == word.begin && clean_[from_] == ' ' && !out_.text.empty() &&
                      comma_reading_ == kNone && !quote_;
  if (copied) {
    out_.text.append(clean_.substr(from_, 1 + word.size()));
    ++unchanged_;
  } else {
    map_to(word.begin, open_word());
    out_.text.append(word.of(clean_));
  }
  const Span spoken{out_.text.size() - word.size(), out_.text.size()};
  out_.words.push_back({spoken, word});
  Reading& reading = out_.readings.back();
  if (reading.spoken.empty()) reading.spoken.begin = spoken.begin;
  reading.spoken.end = spoken.end;
  unchanged_ += word.size();
  from_ = word.end;
}

void Emitter::plain_run(std::span<const Token> run) {
  plain(run.front().span());  // joins on to what stands before
  const std::size_t end = run.back().end;
  const std::size_t shift = out_.text.size() - from_;
  out_.text.append(clean_.substr(from_, end - from_));
  for (std::size_t i = 2; i < run.size(); i += 2) {
    const Span word = run[i].span();
    out_.words.push_back({word.shifted(shift), word});
  }
  Reading& reading = out_.readings.back();
  reading.source.end = end;
  reading.spoken.end = out_.text.size();
  unchanged_ += end - from_;
  from_ = end;
}

void Emitter::mark(char mark, Span span) {
  std::string& text = out_.text;
  Reading reading;
  reading.source = span;
  reading.semiotic_class = SemioticClass::punctuation;
  reading.rule = "punctuation.mark";
  reading.spoken = {text.size(), text.size()};
  comma_reading_ = kNone;
  if (!text.empty()) {
    const int last = strength(text.back());
    if (last == 0) {
      text += mark;
      reading.spoken.end = text.size();
      if (from_ == span.begin && span.size() == 1 && clean_[from_] == mark)
        ++unchanged_;
      else
        replaced(span.end - from_, 1);
      from_ = span.end;
    } else if (last < strength(mark)) {
      text.back() = mark;
    }
  }
  out_.readings.push_back(reading);
}

void Emitter::soft_comma(Span span) {
  Reading reading;
  reading.source = span;
  reading.semiotic_class = SemioticClass::punctuation;
  reading.rule = "punctuation.pause";
  reading.spoken = {out_.text.size(), out_.text.size()};
  if (comma_reading_ == kNone) comma_reading_ = out_.readings.size();
  out_.readings.push_back(reading);
}

void Emitter::quote(Span span) {
  silent(span, "punctuation.quote");
  out_.readings.back().semiotic_class = SemioticClass::punctuation;
  quote_ = true;
}

void Emitter::silent(Span span, std::string_view rule) {
  Reading reading;
  reading.source = span;
  reading.semiotic_class = SemioticClass::silent;
  reading.rule = rule;
  reading.spoken = {out_.text.size(), out_.text.size()};
  out_.readings.push_back(reading);
}

void Emitter::reading(const Draft& draft, Span span) {
  Reading reading;
  reading.source = span;
  reading.semiotic_class = draft.semiotic_class;
  reading.certainty = draft.certainty;
  reading.rule = draft.rule;
  reading.rival = draft.rival;
  reading.entry = draft.entry;
  reading.spoken = {out_.text.size(), out_.text.size()};
  const std::size_t index = out_.readings.size();
  out_.readings.push_back(reading);

  std::string& text = out_.text;
  if (draft.is_plain() && !draft.items().empty()) {
    map_to(span.begin, open_word());
    const std::size_t begin = text.size();
    text += draft.words();
    for (const Draft::Item& item : draft.items())
      out_.words.push_back({{begin + item.begin, begin + item.end}, item.source});
    out_.readings[index].spoken = {begin, text.size()};
    replaced(span.size(), text.size() - begin);
    from_ = span.end;
    return;
  }
  std::size_t body = 0;  // where the reading's own bytes begin
  bool first = true;
  bool paused = false;
  for (const Draft::Item& item : draft.items()) {
    switch (item.kind) {
      case Draft::Item::Kind::word: {
        const std::size_t added = open_word();
        if (paused && strength(text.size() > 1 ? text[text.size() - 2] : ' ') == 0)
          out_.pauses.push_back({text.size(), Pause::Strength::group});
        paused = false;
        if (first) {
          map_to(span.begin, added);
          body = text.size();
          out_.readings[index].spoken.begin = body;
          first = false;
        }
        const Span spoken{text.size(), text.size() + (item.end - item.begin)};
        text += draft.text(item);
        out_.words.push_back({spoken, item.source});
        if (item.language != Language::vietnamese) {
          const bool joins = !out_.languages.empty() && out_.languages.back().language == item.language &&
                             out_.languages.back().spoken.end + 1 == spoken.begin;
          if (joins)
            out_.languages.back().spoken.end = spoken.end;
          else
            out_.languages.push_back({spoken, item.language});
        }
        break;
      }
      case Draft::Item::Kind::mark:
        if (first) {
          // Before any word of its own: as if it stood there by itself.
          if (!text.empty() && strength(text.back()) == 0 && comma_reading_ == kNone) comma_reading_ = index;
        } else if (strength(text.back()) == 0) {
          text += item.mark;
        }
        break;
      case Draft::Item::Kind::group_pause:
        paused = true;
        break;
      case Draft::Item::Kind::light_pause:
        quote_ = true;
        break;
    }
  }
  if (!first) {
    out_.readings[index].spoken.end = text.size();
    replaced(span.size(), text.size() - body);
    from_ = span.end;
  }
}

void Emitter::finish() {
  replaced(clean_.size() - from_, 0);
  out_.map.append_unchanged(unchanged_);
  unchanged_ = 0;
  from_ = clean_.size();
}

}  // namespace loa::normalizer
