// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "speech/engine.h"

/// What a unit became.
struct Spoken {
  std::vector<std::int16_t> samples;
  std::vector<loa::speech::WordStart> words;
  loa::speech::UnitReport report;
};

/// A phrase whose words are what blanks part.
inline loa::speech::Phrase phrase_of(std::string_view text, int pause_ms = 0,
                                     loa::speech::Language language = loa::speech::Language::vietnamese) {
  loa::speech::Phrase phrase{std::string(text), language, std::chrono::milliseconds(pause_ms), {}, {}};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    phrase.words.push_back({begin, end});
    at = end;
  }
  return phrase;
}

inline loa::speech::Unit unit_of(std::initializer_list<const char*> texts, int pause_ms = 0) {
  loa::speech::Unit unit;
  for (const char* text : texts) unit.phrases.push_back(phrase_of(text, pause_ms));
  return unit;
}

/// Receives the rest of the oldest unit.
inline Spoken receive_unit(loa::speech::Engine& engine, Spoken spoken = {}) {
  for (;;) {
    auto piece = engine.receive();
    REQUIRE(piece);
    REQUIRE(piece->has_value());
    spoken.samples.insert(spoken.samples.end(), (*piece)->samples.begin(), (*piece)->samples.end());
    spoken.words.insert(spoken.words.end(), (*piece)->words.begin(), (*piece)->words.end());
    spoken.report = (*piece)->report;
    if ((*piece)->last) return spoken;
  }
}

inline Spoken speak(loa::speech::Engine& engine, loa::speech::Unit unit) {
  REQUIRE(engine.submit(std::move(unit)));
  return receive_unit(engine);
}

inline loa::speech::Engine started(const loa::speech::VoiceSettings& settings = {}) {
  auto engine = loa::speech::Engine::start();
  REQUIRE(engine);
  const auto configured = engine->configure(settings);
  if (!configured) FAIL(configured.error().message);
  return std::move(*engine);
}
