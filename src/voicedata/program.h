// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/result.h"
#include "voicedata/facts.h"
#include "voicedata/phoneme_data.h"

namespace loa::voicedata {

/// Writes the little programs that eSpeak NG runs for each phoneme: 16-bit words.
class Program {
 public:
  /// Number of a phoneme or vowel group by its mnemonic; nothing: there is none.
  using Lookup = std::function<std::optional<std::uint8_t>(std::string_view mnemonic)>;

  /// "word-end" as an instruction.
  static constexpr std::uint16_t kWordEndCondition = 0x2893;

  explicit Program(Lookup lookup) : lookup_(std::move(lookup)) {}

  /// First runs the program that is there: what follows overrules it piece by piece.
  void call(std::uint16_t program);
  void pitch_envelope(std::uint32_t address);
  void loudness_envelope(std::uint32_t address);
  /// The vowel, or the sound, lasts so long.
  void length(int milliseconds);
  /// How the neighbouring vowel moves from (`entry`) or to the consonant: see the head of
  /// voices/phonetics/phonemes.tsv. False: not understood.
  [[nodiscard]] bool transition(bool entry, std::string_view value, bool stop);
  /// What sounds, the last thing of a program: a spectrum, a recording, or both. Levels in
  /// per cent, 0 for the usual one.
  struct Sound {
    std::optional<std::uint32_t> spectrum, recording;
    int spectrum_level = 0, recording_level = 0;
  };
  void sound(const Sound& sound);

  /// Everything until close() is only done when the condition holds; false: not understood.
  /// `close(true)`: and what comes up to end_alternatives() is not done then.
  [[nodiscard]] bool open(std::string_view condition);
  void close(bool alternative_follows);
  void end_alternatives();

  void end() { words_.push_back(1); }
  [[nodiscard]] const std::vector<std::uint16_t>& words() const { return words_; }

 private:
  [[nodiscard]] bool condition_term(std::string_view term);
  void jump_here(std::size_t from);

  Lookup lookup_;
  std::vector<std::uint16_t> words_;
  std::size_t open_ = 0;           // the jump over the conditional part
  std::vector<std::size_t> ends_;  // jumps to end_alternatives()
};

}  // namespace loa::voicedata
