// SPDX-License-Identifier: GPL-3.0-or-later
// Throughput on news text, construction, and hostile input at two sizes: the time of the
// larger over that of the smaller must stay near the ratio of their sizes.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "loa/normalizer/normalizer.h"

namespace {

using loa::normalizer::Memory;
using loa::normalizer::Normalizer;
using loa::normalizer::SpokenText;

std::vector<std::string> news_lines() {
  std::vector<std::string> lines;
  for (const char* name : {"ban-tin.txt", "thong-bao.txt"}) {
    std::ifstream file(std::string(LOA_SOURCE_DIR "/audio-samples/") + name);
    for (std::string line; std::getline(file, line);)
      if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

void news(benchmark::State& state) {
  const auto lines = news_lines();
  const Normalizer normalizer;
  SpokenText spoken;
  std::size_t bytes = 0;
  for (auto _ : state) {
    Memory memory;
    for (const auto& line : lines) {
      normalizer.normalize(line, &memory, spoken);
      benchmark::DoNotOptimize(spoken.text.data());
      bytes += line.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(news);

void construction(benchmark::State& state) {
  for (auto _ : state) {
    const Normalizer normalizer;
    benchmark::DoNotOptimize(&normalizer);
  }
}
BENCHMARK(construction);

void hostile(benchmark::State& state, const std::string& piece) {
  const auto size = static_cast<std::size_t>(state.range(0));
  std::string text;
  while (text.size() < size) text += piece;
  const Normalizer normalizer;
  SpokenText spoken;
  for (auto _ : state) {
    normalizer.normalize(text, nullptr, spoken);
    benchmark::DoNotOptimize(spoken.text.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) *
                          static_cast<std::int64_t>(state.iterations()));
}
#define HOSTILE(name, piece) BENCHMARK_CAPTURE(hostile, name, piece)->Arg(1 << 20)->Arg(1 << 21)
HOSTILE(digits, "7");
HOSTILE(slashes, "1/");
HOSTILE(dots, "1.");
HOSTILE(hyphens, "1-");
HOSTILE(commas, "1,");
HOSTILE(colons, "1:");
HOSTILE(initials, "A.");
HOSTILE(capitals, "AB");
HOSTILE(combining, "\xCC\x81");
HOSTILE(word, "nghiêng");
HOSTILE(letters, "a");
HOSTILE(brackets, "(");
HOSTILE(definitions, "Trung tâm (TT) ");
HOSTILE(invalid, "\xFF");
HOSTILE(lettered_items, "a.b.c.");
HOSTILE(ampersands, "A&");
HOSTILE(percents, "1%");
HOSTILE(quotes, "\"");
HOSTILE(slashed_units, "/h");
HOSTILE(headline, "THÔNG BÁO ");
HOSTILE(abbreviations, "UBND ");
HOSTILE(openings, "UBND (");
HOSTILE(tickers, "VIC, ");
HOSTILE(addresses, "https://a.vn/b?c=d ");

}  // namespace

int main(int argc, char** argv) {
  // Memory is kept between rounds: what the system takes to hand out pages grows in steps with the size, and
  // is no time of the normaliser's.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
