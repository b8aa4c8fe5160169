// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "loa/base/diagnostics.h"
#include "loa/base/result.h"
#include "loa/base/span.h"

namespace loa::speech {

/// Frames of mono audio at the engine's sample rate.
using Frames = std::int64_t;

/// How the engine is to speak. Ranges are eSpeak NG's own.
struct VoiceSettings {
  std::string voice = "vi";  ///< eSpeak NG voice with variant: "vi", "vi-vn-x-central", "vi+f2"
  int rate_wpm = 175;        ///< 80–450, eSpeak NG's words a minute
  int pitch = 50;            ///< 0–99
  int range = 60;            ///< 40–99; below 40 the tones vanish
  int amplitude = 60;        ///< 0–200
  int word_gap = 0;          ///< units of 10 ms
  friend bool operator==(const VoiceSettings&, const VoiceSettings&) = default;
};

enum class Language : std::uint8_t { vietnamese, english };

/// How a phrase differs from the voice's own speed and pitch.
struct Delivery {
  int rate_percent = 100;  ///< of VoiceSettings::rate_wpm
  int pitch_cents = 0;     ///< hundredths of a semitone, about VoiceSettings::pitch
  friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// One call of the engine: a clause in one language. What goes in passes the
/// gate: only Vietnamese letters, blanks and one clause mark at the end reach
/// the engine; what had to be removed is counted in `UnitReport::gated`.
struct Phrase {
  std::string text;  ///< spoken words with one blank between, at most one mark , . ; : ? ! at the end
  Language language = Language::vietnamese;
  std::chrono::milliseconds pause_after{0};  ///< our own silence behind it, exact
  std::vector<Span> words;                   ///< bytes of `text`, one for every word that must be heard
  Delivery delivery;
};

/// Some sentences of one article, cut by the text alone: spoken by one fresh
/// fork of a process that has never spoken, so its audio depends on the text alone.
struct Unit {
  std::vector<Phrase> phrases;
};

/// Where a word begins to sound.
struct WordStart {
  std::uint32_t phrase = 0;  ///< index into Unit::phrases
  std::uint32_t word = 0;    ///< index into Phrase::words
  Frames frame = 0;          ///< from the beginning of the unit
};

/// What became of a unit.
struct UnitReport {
  std::size_t words_sent = 0;
  std::size_t words_lost = 0;               ///< not spoken: the reading is not a success
  std::size_t words_interpolated = 0;       ///< spoken, their start computed from their neighbours
  std::size_t events_dropped = 0;           ///< phantom events of the engine
  std::size_t gated = 0;                    ///< characters that the gate had to remove
  std::size_t retries = 0;                  ///< workers that died or hung on this unit
  std::vector<std::uint32_t> lost_phrases;  ///< phrases that could not be spoken
};

/// A piece of a unit's audio, in order. The last piece has `last` set and the report.
struct Audio {
  std::vector<std::int16_t> samples;
  std::vector<WordStart> words;  ///< those that begin within or before these samples
  bool last = false;
  UnitReport report;  ///< when `last`
};

/// The speech process: forked first of all, before other libraries are touched.
/// It initialises eSpeak NG, never speaks, and forks a worker for every unit.
/// Workers and the process die with their parent, whatever ends it; to be exact, with
/// the thread that called start(), so that is to be the main thread.
///
/// Thread: one thread at a time. Units are answered in the order of submission.
class Engine {
 public:
  /// Forks the speech process and returns at once; what it finds wrong is told
  /// by configure(). `data_path`: a folder holding espeak-ng-data, or empty for
  /// the installed one. Errors: no_device when no process can be made.
  static Result<Engine> start(const std::string& data_path = {});

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  /// Ends the speech process and its workers at once.
  ~Engine();

  /// Chooses the voice for the units that follow. Requires that no unit is in
  /// flight. Errors: no_device with the package to install when the engine's
  /// data, the voice or the variant is missing.
  Result<void> configure(const VoiceSettings& settings);

  /// Sends the settings ahead, so that the voice is loaded while the caller does
  /// something else; a later configure() with the same settings only waits for the
  /// answer. Requires that no unit is in flight. Errors are told by configure().
  void prepare(const VoiceSettings& settings);

  /// Drops the units in flight and ends their workers; a cancel() is forgotten.
  void discard();

  /// Hands over a unit. Up to `jobs` units (set_jobs) are spoken at a time, each
  /// by a worker of its own; further ones wait their turn. Does not block on speech.
  /// Requires configure(). Errors: internal, when the spans of a phrase's words do
  /// not ascend within its text; engine.
  Result<void> submit(Unit unit);

  /// The next piece of the oldest unit not yet fully received; waits for it.
  /// Nothing when no unit is in flight. A worker that dies or hangs (5 s without
  /// a sample) is replaced: its unit is spoken again phrase by phrase from the
  /// phrase that failed, and what cannot be spoken is told in the report.
  /// A speech process that dies is replaced once. Errors: engine, when it is gone
  /// for good; interrupted after cancel().
  Result<std::optional<Audio>> receive();

  /// Takes a piece that is of no more use, to be filled again. Nothing depends on it but time.
  void give_back(Audio piece);

  /// Units handed over and not yet fully received.
  [[nodiscard]] std::size_t in_flight() const;

  /// How many workers may speak at a time; 1 by default.
  void set_jobs(unsigned jobs);

  /// Makes receive() return `interrupted` soon. Async-signal-safe, any thread.
  void cancel() noexcept;

  /// Frames a second of all audio: 22,050 with the installed engines; known after configure().
  [[nodiscard]] int sample_rate() const;

  /// "1.51" and where its data lies, as the engine says; known after configure().
  [[nodiscard]] const std::string& engine_version() const;
  [[nodiscard]] const std::string& engine_data_path() const;

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// A voice of the installed engine that can speak Vietnamese, or any language.
struct EngineVoice {
  std::string name, language, file;
};
/// Asked of a process of its own. Errors: no_device.
[[nodiscard]] Result<std::vector<EngineVoice>> engine_voices(const std::string& data_path = {});

}  // namespace loa::speech
