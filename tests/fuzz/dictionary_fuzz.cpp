// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a dictionary: refused with a reason, or used without harm.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loa/normalizer/dictionary.h"
#include "loa/normalizer/normalizer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loa::normalizer;
  const std::string text(reinterpret_cast<const char*>(data), size);  // NOLINT: libFuzzer's bytes
  std::vector<loa::Error> problems;
  const auto dictionary =
      Dictionary::parse("written\tspoken\tcue\tscope\tnote\n" + text, "fuzz.tsv", &problems);
  if (!dictionary) {
    if (dictionary.error().message.empty()) std::abort();
    return 0;
  }
  for (const loa::Error& problem : problems)
    if (problem.place.line == 0 || problem.message.empty()) std::abort();
  for (const DictionaryIssue& issue : dictionary->issues())
    if (issue.entry >= dictionary->entries().size() || issue.other >= dictionary->entries().size())
      std::abort();
  Dictionary holding = dictionary->for_article("tin/bong-da.txt");
  holding.add_layer(*dictionary);
  SpokenText spoken;
  Normalizer(Style{}, &holding).normalize(text, nullptr, spoken);
  for (const Reading& reading : spoken.readings)
    if (reading.entry >= static_cast<std::int32_t>(holding.entries().size())) std::abort();
  return 0;
}
