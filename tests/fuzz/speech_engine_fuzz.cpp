// SPDX-License-Identifier: GPL-3.0-or-later
// Text goes through the gate into the real eSpeak NG: no text may end a worker, be
// refused, or change what is said after it.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "speech/engine.h"

using namespace loa::speech;

namespace {

std::optional<Engine> g_engine;
std::vector<std::int16_t> g_reference;
unsigned g_runs = 0;

void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

Phrase phrase_of(std::string_view text, Language language) {
  Phrase phrase{std::string(text), language, std::chrono::milliseconds(10), {}, {}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) phrase.words.push_back({at, end});
    at = end + 1;
  }
  return phrase;
}

std::vector<std::int16_t> speak(Unit unit) {
  std::vector<std::int16_t> samples;
  check(g_engine->submit(std::move(unit)).has_value(), "submit failed");
  for (;;) {
    const auto piece = g_engine->receive();
    check(piece.has_value() && piece->has_value(), "receive failed");
    samples.insert(samples.end(), (*piece)->samples.begin(), (*piece)->samples.end());
    if (!(*piece)->last) continue;
    check((*piece)->report.retries == 0, "a worker died or hung");
    check((*piece)->report.lost_phrases.empty(), "a phrase was refused");
    return samples;
  }
}

std::vector<std::int16_t> speak_reference() {
  Unit unit;
  unit.phrases = {phrase_of("Hôm nay trời nắng.", Language::vietnamese)};
  return speak(std::move(unit));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  auto engine = Engine::start();
  check(engine.has_value(), "start failed");
  g_engine.emplace(std::move(*engine));
  check(g_engine->configure({.rate_wpm = 400}).has_value(), "configure failed");
  g_reference = speak_reference();
  return 0;
}

/// The first byte chooses the language; line ends part phrases.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 2000) return -1;
  std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Unit unit;
  for (bool more = true; more;) {
    const std::size_t end = text.find('\n');
    more = end != std::string_view::npos;
    const bool english = (data[0] >> (unit.phrases.size() % 8) & 1U) != 0;
    unit.phrases.push_back(
        phrase_of(text.substr(0, end), english ? Language::english : Language::vietnamese));
    if (more) text.remove_prefix(end + 1);
  }
  speak(std::move(unit));
  if (++g_runs % 16 == 0) check(speak_reference() == g_reference, "a text changed what is said after it");
  return 0;
}
