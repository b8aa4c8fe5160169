/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <loa_normalizer.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  loa_normalizer *normalizer = loa_normalizer_new();
  loa_result *result;
  loa_reading reading;
  size_t i;
  if (argc != 2 || normalizer == NULL) return 2;
  result = loa_normalize(normalizer, argv[1], strlen(argv[1]), NULL, LOA_TEXT_RUNNING);
  if (result == NULL) return 3;
  puts(loa_result_text(result));
  for (i = 0; loa_result_reading(result, i, &reading) == 0; ++i)
    if (!reading.is_sure)
      printf("in doubt: %.*s (%s)\n", (int)(reading.source_end - reading.source_begin),
             argv[1] + reading.source_begin, reading.certainty);
  loa_result_free(result);
  loa_normalizer_free(normalizer);
  return 0;
}
