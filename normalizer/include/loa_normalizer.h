/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOA_NORMALIZER_H
#define LOA_NORMALIZER_H

/* The normaliser of Loa for C and for every language that can call C: written Vietnamese in,
 * the words that a newsreader says out, each with the bytes it stands for.
 *
 *     loa_normalizer *normalizer = loa_normalizer_new();
 *     loa_result *result = loa_normalize(normalizer, text, strlen(text), NULL, LOA_TEXT_RUNNING);
 *     puts(loa_result_text(result));
 *     loa_result_free(result);
 *     loa_normalizer_free(normalizer);
 *
 * All text is UTF-8; malformed bytes are read as if blank and listed. Offsets are bytes, the
 * first one and the one behind the last. No function throws, prints or ends the process.
 *
 * Threads: a normaliser that nobody changes any more may be used from any number of threads at
 * once; each memory and each result by one at a time.
 *
 * NULL may be given to every _free function, and for a handle elsewhere: the answer is then a
 * failure, 0 or an empty text. */

#include <stddef.h>

#if defined(__GNUC__)
#define LOA_API __attribute__((visibility("default")))
#else
#define LOA_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct loa_normalizer loa_normalizer; /* a style and a dictionary */
typedef struct loa_memory loa_memory;         /* what one article has established */
typedef struct loa_result loa_result;         /* what was made of one text */

/* What kind of text it is, where that changes a reading. */
typedef enum loa_text_kind {
  LOA_TEXT_RUNNING,
  LOA_TEXT_TITLE,
  LOA_TEXT_LIST_ITEM,
  LOA_TEXT_DATELINE,
  LOA_TEXT_CAPTION,
  LOA_TEXT_BYLINE
} loa_text_kind;

/* A run of the text and what became of it. Readings tile the text in order. The strings live
 * as long as the program. */
typedef struct loa_reading {
  size_t source_begin, source_end; /* of the text given */
  size_t spoken_begin, spoken_end; /* of loa_result_text(); empty for what is not said */
  const char* semiotic_class;      /* "date", "abbreviation", "plain" ... */
  const char* certainty;           /* "sure", or why it is not: "narrow", "unknown-abbreviation",
                                      "unknown-foreign", "ambiguous-default", "impossible-value" */
  int is_sure;                     /* 1: sure; 0: a person should look at it */
} loa_reading;

/* A spoken word. Its source may point backwards inside its reading ($10: ten dollars). */
typedef struct loa_word {
  size_t spoken_begin, spoken_end; /* of loa_result_text(), without marks */
  size_t source_begin, source_end; /* of the text given */
  int is_english;                  /* 1: to be read in English */
} loa_word;

/* A new normaliser in the style of the north; NULL when memory is short. The caller frees it when
 * no thread uses it any more. To free NULL does nothing, here and below. */
LOA_API loa_normalizer* loa_normalizer_new(void);
LOA_API void loa_normalizer_free(loa_normalizer* normalizer);

/* Sets a switch of style by its name, such as ("region", "south") or ("zero_ten", "le"); they are
 * listed in loa-config(5). Returns 0, or -1 for an unknown key or value. */
LOA_API int loa_normalizer_set_style(loa_normalizer* normalizer, const char* key, const char* value);

/* Takes the entries of a dictionary: the text of a table as loa(1) describes it, instead of those
 * it had. Returns 0, or -1 with a reason in loa_normalizer_error(); then nothing is changed. */
LOA_API int loa_normalizer_set_dictionary(loa_normalizer* normalizer, const char* table, size_t size);

/* Why the last call that changes this normaliser failed: one line, empty when it did not. Valid
 * until the next such call. */
LOA_API const char* loa_normalizer_error(const loa_normalizer* normalizer);

/* An empty memory, to be given with each part of one article in its order; NULL when memory is
 * short. The caller frees it. */
LOA_API loa_memory* loa_memory_new(void);
LOA_API void loa_memory_free(loa_memory* memory);

/* Takes up what `text` defines without reading it, so that a title knows what the lead defines.
 * Returns 0, or -1. */
LOA_API int loa_memory_learn(loa_memory* memory, const loa_normalizer* normalizer, const char* text,
                             size_t size);

/* Reads `size` bytes of `text`: a line, a paragraph or a sentence. `memory` may be NULL: then the
 * text stands by itself. NULL when memory is short. The caller frees the result. */
LOA_API loa_result* loa_normalize(const loa_normalizer* normalizer, const char* text, size_t size,
                                  loa_memory* memory, loa_text_kind kind);
LOA_API void loa_result_free(loa_result* result);

/* The words, ended by a NUL: letters with one blank between and clause marks behind words. It, and
 * what follows, is valid until the result is freed. */
LOA_API const char* loa_result_text(const loa_result* result);
LOA_API size_t loa_result_text_size(const loa_result* result);

/* How many there are, and one of them. Return 0 and fill in *out, or -1 when there is none. */
LOA_API size_t loa_result_reading_count(const loa_result* result);
LOA_API int loa_result_reading(const loa_result* result, size_t index, loa_reading* out);
LOA_API size_t loa_result_word_count(const loa_result* result);
LOA_API int loa_result_word(const loa_result* result, size_t index, loa_word* out);

/* Runs of bytes of the text that are no UTF-8. */
LOA_API size_t loa_result_malformed_count(const loa_result* result);
LOA_API int loa_result_malformed(const loa_result* result, size_t index, size_t* begin, size_t* end);

/* Version of the rules and tables, such as "2143-9f31c2aa". */
LOA_API const char* loa_normalizer_tables_version(void);

#ifdef __cplusplus
}
#endif

#endif
