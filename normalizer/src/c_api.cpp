// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <utility>

#include "loa/normalizer/dictionary.h"
#include "loa/normalizer/normalizer.h"
#include "loa_normalizer.h"

namespace normalizer = loa::normalizer;

struct loa_normalizer {
  normalizer::Style style;
  normalizer::Dictionary dictionary;
  std::string error;
};
struct loa_memory {
  normalizer::Memory memory;
};
struct loa_result {
  normalizer::SpokenText spoken;
};

namespace {

/// Runs `work` and turns what it throws into `failure`: nothing may leave C's world as an exception.
template <class T, class Work>
T guarded(T failure, Work work) noexcept {
  try {
    return work();
  } catch (const std::exception&) {
    return failure;
  }
}

normalizer::Normalizer reader_of(const loa_normalizer& it) {
  return {it.style, it.dictionary.empty() ? nullptr : &it.dictionary};
}

std::string_view view(const char* text, std::size_t size) {
  return text == nullptr ? std::string_view() : std::string_view(text, size);
}

}  // namespace

loa_normalizer* loa_normalizer_new(void) {
  return guarded<loa_normalizer*>(nullptr, [] { return new loa_normalizer; });
}

void loa_normalizer_free(loa_normalizer* it) { delete it; }

int loa_normalizer_set_style(loa_normalizer* it, const char* key, const char* value) {
  if (it == nullptr || key == nullptr || value == nullptr) return -1;
  return guarded(-1, [&] {
    const bool known = it->style.set(key, value);
    it->error = known ? "" : "unknown style: " + std::string(key) + "=" + value;
    return known ? 0 : -1;
  });
}

int loa_normalizer_set_dictionary(loa_normalizer* it, const char* table, size_t size) {
  if (it == nullptr) return -1;
  return guarded(-1, [&] {
    auto dictionary = normalizer::Dictionary::parse(view(table, size), "dictionary");
    if (!dictionary) {
      const loa::Error& error = dictionary.error();
      it->error = error.place.file + ":" + std::to_string(error.place.line) + ": " + error.message;
      return -1;
    }
    it->dictionary = *std::move(dictionary);
    it->error.clear();
    return 0;
  });
}

const char* loa_normalizer_error(const loa_normalizer* it) { return it == nullptr ? "" : it->error.c_str(); }

loa_memory* loa_memory_new(void) {
  return guarded<loa_memory*>(nullptr, [] { return new loa_memory; });
}

void loa_memory_free(loa_memory* memory) { delete memory; }

int loa_memory_learn(loa_memory* memory, const loa_normalizer* it, const char* text, size_t size) {
  if (memory == nullptr || it == nullptr) return -1;
  return guarded(-1, [&] {
    reader_of(*it).learn(view(text, size), memory->memory);
    return 0;
  });
}

loa_result* loa_normalize(const loa_normalizer* it, const char* text, size_t size, loa_memory* memory,
                          loa_text_kind kind) {
  if (it == nullptr) return nullptr;
  return guarded<loa_result*>(nullptr, [&] {
    auto result = std::make_unique<loa_result>();
    normalizer::Options options;
    switch (kind) {
      case LOA_TEXT_RUNNING:
        break;
      case LOA_TEXT_TITLE:
        options.kind = normalizer::TextKind::title;
        break;
      case LOA_TEXT_LIST_ITEM:
        options.kind = normalizer::TextKind::list_item;
        break;
      case LOA_TEXT_DATELINE:
        options.kind = normalizer::TextKind::dateline;
        break;
      case LOA_TEXT_CAPTION:
        options.kind = normalizer::TextKind::caption;
        break;
      case LOA_TEXT_BYLINE:
        options.kind = normalizer::TextKind::byline;
        break;
    }
    reader_of(*it).normalize(view(text, size), memory == nullptr ? nullptr : &memory->memory, result->spoken,
                             options);
    return result.release();
  });
}

void loa_result_free(loa_result* result) { delete result; }

const char* loa_result_text(const loa_result* result) {
  return result == nullptr ? "" : result->spoken.text.c_str();
}
size_t loa_result_text_size(const loa_result* result) {
  return result == nullptr ? 0 : result->spoken.text.size();
}

size_t loa_result_reading_count(const loa_result* result) {
  return result == nullptr ? 0 : result->spoken.readings.size();
}

int loa_result_reading(const loa_result* result, size_t index, loa_reading* out) {
  if (out == nullptr || index >= loa_result_reading_count(result)) return -1;
  const normalizer::Reading& reading = result->spoken.readings[index];
  out->source_begin = reading.source.begin;
  out->source_end = reading.source.end;
  out->spoken_begin = reading.spoken.begin;
  out->spoken_end = reading.spoken.end;
  // The names are literals, so a NUL stands behind them.
  out->semiotic_class = name(reading.semiotic_class).data();
  out->certainty = name(reading.certainty).data();
  out->is_sure = reading.certainty == normalizer::Certainty::sure ? 1 : 0;
  return 0;
}

size_t loa_result_word_count(const loa_result* result) {
  return result == nullptr ? 0 : result->spoken.words.size();
}

int loa_result_word(const loa_result* result, size_t index, loa_word* out) {
  if (out == nullptr || index >= loa_result_word_count(result)) return -1;
  const normalizer::Word& word = result->spoken.words[index];
  out->spoken_begin = word.spoken.begin;
  out->spoken_end = word.spoken.end;
  out->source_begin = word.source.begin;
  out->source_end = word.source.end;
  const auto& runs = result->spoken.languages;
  const auto run = std::partition_point(runs.begin(), runs.end(),
                                        [&](const auto& r) { return r.spoken.end <= word.spoken.begin; });
  out->is_english =
      run != runs.end() && run->language == normalizer::Language::english && run->spoken.contains(word.spoken)
          ? 1
          : 0;
  return 0;
}

size_t loa_result_malformed_count(const loa_result* result) {
  return result == nullptr ? 0 : result->spoken.malformed.size();
}

int loa_result_malformed(const loa_result* result, size_t index, size_t* begin, size_t* end) {
  if (begin == nullptr || end == nullptr || index >= loa_result_malformed_count(result)) return -1;
  *begin = result->spoken.malformed[index].begin;
  *end = result->spoken.malformed[index].end;
  return 0;
}

const char* loa_normalizer_tables_version(void) {
  static const std::string version(normalizer::tables_version());
  return version.c_str();
}
