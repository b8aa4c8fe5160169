// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doubts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "bulletin/article_memory.h"
#include "cli/places.h"
#include "loa/base/message.h"
#include "loa/base/utf8.h"

namespace loa::cli {
namespace {

using article::Block;
using normalizer::Certainty;
using normalizer::SemioticClass;
using normalizer::SpokenText;

bool is_joining(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c >= 0x3040;
}

/// Letters or figures stand on both sides of `offset`.
bool is_inside_word(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  const std::size_t before = utf8::floor_boundary(text, offset - 1);
  return is_joining(utf8::decode(text, before).code_point) &&
         is_joining(utf8::decode(text, offset).code_point);
}

Span widened_to_words(std::string_view text, Span span) {
  while (is_inside_word(text, span.begin)) span.begin = utf8::floor_boundary(text, span.begin - 1);
  while (is_inside_word(text, span.end)) span.end += utf8::decode(text, span.end).size;
  return span;
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && text[span.begin] == ' ') ++span.begin;
  while (!span.empty() && text[span.end - 1] == ' ') --span.end;
  return span;
}

std::string_view word_behind(std::string_view text, std::size_t at) {
  for (std::string_view passed : {" ", "\"", "“", "”", "‘", "’"})
    if (text.substr(at).starts_with(passed)) at += passed.size();
  std::size_t end = at;
  while (end < text.size()) {
    const utf8::Decoded d = utf8::decode(text, end);
    if (!is_joining(d.code_point) || (d.code_point >= '0' && d.code_point <= '9')) break;
    end += d.size;
  }
  const bool figure = end < text.size() && text[end] >= '0' && text[end] <= '9';
  return figure ? std::string_view() : text.substr(at, end - at);
}

std::string_view word_ahead(std::string_view text, std::size_t at) {
  text = text.substr(0, at);
  for (std::string_view passed : {"(", "\"", "“", "‘", " "})
    if (text.ends_with(passed)) text.remove_suffix(passed.size());
  std::size_t begin = text.size();
  while (begin > 0) {
    const std::size_t last = utf8::floor_boundary(text, begin - 1);
    const char32_t c = utf8::decode(text, last).code_point;
    if (!is_joining(c)) break;
    if (c >= '0' && c <= '9') return {};
    begin = last;
  }
  return text.substr(begin);
}

std::string cue_of(std::string_view text, Span written) {
  std::string cue;
  if (const auto word = word_ahead(text, written.begin); !word.empty()) cue = "prev=" + std::string(word);
  if (const auto word = word_behind(text, written.end); !word.empty())
    cue += (cue.empty() ? "next=" : " & next=") + std::string(word);
  return cue;
}

/// From what is written and three words on both sides, so that it outlives changes elsewhere.
std::string id_of(std::string_view text, Span written) {
  constexpr int kWords = 3;
  constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  std::size_t begin = written.begin;
  std::size_t end = written.end;
  for (int words = 0; words <= kWords && begin > 0; --begin)
    if (text[begin - 1] == ' ' && ++words > kWords) break;
  for (int words = 0; words <= kWords && end < text.size(); ++end)
    if (text[end] == ' ' && ++words > kWords) break;
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a, 64 bits
  const auto take = [&hash](std::string_view bytes) {
    for (const char byte : bytes) {
      hash ^= static_cast<unsigned char>(byte);
      hash *= 0x100000001b3U;
    }
    hash ^= 0xFFU;
    hash *= 0x100000001b3U;
  };
  take(written.of(text));
  take(text.substr(begin, written.begin - begin));
  take(text.substr(written.end, end - written.end));
  std::string id;
  for (int i = 0; i < 8; ++i) id += kLetters[(hash >> (64 - 5 * (i + 1))) & 31U];
  return id;
}

std::string words_from(const SpokenText& spoken, Span source) {
  std::string words;
  for (const normalizer::Reading& reading : spoken.readings) {
    if (reading.source.end <= source.begin || reading.source.begin >= source.end) continue;
    if (reading.semiotic_class == SemioticClass::plain) {
      for (const normalizer::Word& word : spoken.words)
        if (reading.spoken.contains(word.spoken) && source.contains(word.source))
          words += (words.empty() ? "" : " ") + std::string(word.spoken.of(spoken.text));
      continue;
    }
    const std::string more = spoken.words_of(reading.spoken);
    if (!more.empty()) words += (words.empty() ? "" : " ") + more;
  }
  return words;
}

}  // namespace

std::string sentence_around(std::string_view text, Span place) {
  for (const Span sentence : article::sentences(text))
    if (sentence.begin <= place.begin && place.begin < sentence.end)
      return std::string(trimmed(text, {sentence.begin, std::max(sentence.end, place.end)}).of(text));
  return std::string(place.of(text));
}

bool is_left_out(const Block& block, bool captions_too) {
  return block.sure && ((block.kind == article::BlockKind::caption && !captions_too) ||
                        block.kind == article::BlockKind::link);
}

Result<Tally> find_doubts(std::unique_ptr<article::ByteSource> source, const article::TextOptions& options,
                          const normalizer::Normalizer& normalizer, bool look_ahead, bool captions_too,
                          Diagnostics& diagnostics, const std::function<Result<void>(const Doubt&)>& take) {
  PlaceFinder places(std::move(source), options);
  article::ArticleReader reader(article::LineReader(places.watched(), options, diagnostics));
  bulletin::ArticleMemory memory;
  Tally tally;
  SpokenText spoken;
  while (true) {
    LOA_TRY_ASSIGN(const auto block, reader.next());
    if (!block) return tally;
    if (look_ahead) memory.learn_ahead(*block, reader, normalizer);
    if (is_left_out(*block, captions_too)) continue;
    const normalizer::Options as{bulletin::text_kind(block->kind)};
    const std::string& text = block->text;
    normalizer.normalize(text, memory.get(), spoken, as);
    std::size_t done = 0;
    for (const normalizer::Reading& reading : spoken.readings) {
      if (reading.semiotic_class == SemioticClass::plain ||
          reading.semiotic_class == SemioticClass::punctuation ||
          reading.semiotic_class == SemioticClass::silent)
        continue;
      ++tally.readings;
      if (reading.certainty == Certainty::sure || reading.source.begin < done) continue;
      const Span written = trimmed(text, widened_to_words(text, reading.source));
      done = written.end;
      ++tally.doubts;
      Doubt doubt;
      doubt.id = id_of(text, written);
      doubt.bytes = block->map.source_of(written);
      LOA_TRY_ASSIGN(doubt.place, places.place_of(doubt.bytes.begin));
      doubt.block = article::name(block->kind);
      doubt.sentence = sentence_around(text, written);
      doubt.written = written.of(text);
      doubt.spoken = words_from(spoken, written);
      doubt.certainty = reading.certainty;
      doubt.rule = reading.rule;
      doubt.rivals = normalizer.rivals(text, memory.get(), reading.source, as);
      doubt.cue = cue_of(text, written);
      LOA_TRY(take(doubt));
    }
  }
}

std::string reason(Certainty certainty) {
  switch (certainty) {
    case Certainty::sure:
      break;
    case Certainty::narrow:
      return tr("it can be taken for something else");
    case Certainty::unknown_abbreviation:
      return tr("an abbreviation that is not known: its letters are read");
    case Certainty::unknown_foreign:
      return tr("a foreign word that is not known: it is read by rule");
    case Certainty::ambiguous_default:
      return tr("it stands for several things, and no word beside it decides");
    case Certainty::impossible_value:
      return tr("there is no such value: it is read as it is written");
  }
  return tr("sure");
}

std::string shown_words(std::string_view spoken) {
  std::string words;
  bool english = false;
  while (!spoken.empty()) {
    const std::size_t cut = std::min(spoken.find(' '), spoken.size());
    std::string_view word = spoken.substr(0, cut);
    spoken.remove_prefix(std::min(cut + 1, spoken.size()));
    if (word.starts_with(normalizer::kEnglishMark)) {
      word.remove_prefix(normalizer::kEnglishMark.size());
      english = true;
    }
    words += (words.empty() ? "" : " ") + std::string(word);
  }
  if (words.empty()) return tr("nothing");
  return english ? trf("“{}” as in English", words) : "“" + words + "”";
}

}  // namespace loa::cli
