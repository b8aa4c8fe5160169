// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/program.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace loa::voicedata {
namespace {

// Instructions, as libespeak-ng 1.51 and 1.52 interpret them.
constexpr unsigned kNot = 0x0003, kSetLength = 0x0A00, kCondition = 0x2000, kOr = 0x1000, kJump = 0x6000,
                   kJumpUnless = 0x6800, kCall = 0x9100, kPitchEnvelope = 0x9200, kLoudnessEnvelope = 0x9300,
                   kEntry = 0xA100, kExit = 0xA200, kSpectrum = 0xB000, kRecording = 0xC000,
                   kAddedRecording = 0xF000, kContinue = 0x0002;
// Conditions: which neighbour, and what about it.
constexpr unsigned kThis = 0x100, kNext = 0x200, kPrevious = 0x000, kBefore = 0x400, kAfter = 0x500;
constexpr unsigned kProperty = 0x700, kIsPause = 0x91, kIsWordStart = 0x92, kIsWordEnd = 0x93;

std::uint16_t word(unsigned value) { return static_cast<std::uint16_t>(value & 0xFFFF); }

bool parse(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

/// Into steps of `step`, kept within the limits, counted from `least`.
unsigned steps(int value, int step, int least, int most) {
  const int rounded = (value < 0 ? value - step / 2 : value + step / 2) / step;
  return static_cast<unsigned>(std::clamp(rounded, least, most) - least);
}

std::string_view next_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
  while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
  return part;
}

}  // namespace

void Program::call(std::uint16_t program) {
  words_.push_back(kCall);
  words_.push_back(program);
}

void Program::pitch_envelope(std::uint32_t address) {
  words_.push_back(word(kPitchEnvelope | ((address >> 16) & 0xF)));
  words_.push_back(word(address));
}

void Program::loudness_envelope(std::uint32_t address) {
  words_.push_back(word(kLoudnessEnvelope | ((address >> 16) & 0xF)));
  words_.push_back(word(address));
}

void Program::length(int milliseconds) {
  words_.push_back(word(kSetLength | static_cast<unsigned>(std::clamp(milliseconds / 2, 0, 255))));
}

bool Program::transition(bool entry, std::string_view value, bool stop) {
  if (value == "none") {
    for (const unsigned each : {entry ? kEntry : kExit, 0U, 0U, 0U}) words_.push_back(word(each));
    return true;
  }
  // Defaults of the engine's own compiler.
  unsigned length = entry ? (stop ? 21 : 25) : 18, level = entry ? (stop ? 15 : 12) : 8;
  unsigned f1 = 0, f2 = 0, f2_low = 0, f2_high = 0, f3 = 0, f3_level = 0, colour = 0, flags = 0;
  while (!value.empty()) {
    const std::string_view item = next_part(value, ' ');
    if (item.empty()) continue;
    const std::size_t equals = item.find('=');
    const std::string_view key = item.substr(0, equals);
    if (equals == std::string_view::npos) {
      static constexpr std::string_view kFlags[] = {"break", "quick", "glottal", "longer", "f4", "pause"};
      const auto* const found = std::find(std::begin(kFlags), std::end(kFlags), key);
      if (found == std::end(kFlags)) return false;
      flags |= 2U << (found - std::begin(kFlags));
      continue;
    }
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    for (std::string_view rest = item.substr(equals + 1); !rest.empty() && count < 3; ++count)
      if (!parse(next_part(rest, ':'), numbers[count])) return false;
    if (key == "ms" && count == 1) {
      length = steps(numbers[0], 2, 0, 63);
      flags |= 1;
    } else if (key == "level" && count == 1) {
      level = steps(numbers[0], 2, 0, 31);
      flags |= 1;
    } else if (key == "share" && count == 1) {
      level = steps(numbers[0], 1, 0, 31) | 0x20;
      flags |= 1;
    } else if (key == "f1" && count == 1) {
      f1 = static_cast<unsigned>(std::clamp(numbers[0], 0, 7));
    } else if (key == "f2" && count == 3) {
      f2 = steps(numbers[0], 50, 0, 63);
      f2_low = steps(std::min(numbers[1], numbers[2]), 50, -15, 15);
      f2_high = steps(std::max(numbers[1], numbers[2]), 50, -15, 15);
    } else if (key == "f3" && count == 2) {
      f3 = steps(numbers[0], 50, -15, 15);
      f3_level = steps(numbers[1], 8, 0, 15);
    } else if (key == "colour" && count == 1) {
      colour = static_cast<unsigned>(std::clamp(numbers[0], 0, 7));
    } else {
      return false;
    }
  }
  const unsigned first = length + (level << 6) + (flags << 12);
  const unsigned second =
      f2 + (f2_low << 6) + (f2_high << 11) + (f3 << 16) + (f3_level << 21) + (f1 << 26) + (colour << 29);
  for (const unsigned each : {(entry ? kEntry : kExit) + ((first >> 16) & 0xFF), first, second >> 16, second})
    words_.push_back(word(each));
  return true;
}

void Program::sound(const Sound& sound) {
  const auto put = [this](unsigned instruction, std::uint32_t address, int level) {
    words_.push_back(
        word(instruction | (static_cast<unsigned>(level) & 0xFF) << 4 | ((address >> 18) & 0xF)));
    words_.push_back(word(address >> 2));
  };
  if (sound.spectrum) {
    // A recording that the program called before has set would sound along; address 0 is none.
    put(kRecording, 0, 0);
    words_.push_back(kContinue);
    put(kSpectrum, *sound.spectrum, sound.spectrum_level);
    if (sound.recording) put(kAddedRecording, *sound.recording, sound.recording_level);
  } else {
    put(kSpectrum, 0, 0);
    words_.push_back(kContinue);
    put(kRecording, sound.recording.value_or(0), sound.recording_level);
  }
}

bool Program::condition_term(std::string_view term) {
  bool no = false;
  if (term.starts_with("not ")) {
    no = true;
    term.remove_prefix(4);
  }
  const auto put = [&](unsigned condition, bool or_next) {
    words_.push_back(word(kCondition | condition | (or_next ? kOr : 0)));
    if (no) words_.push_back(kNot);
  };
  if (term == "word-end" || term == "word-start") {
    put(kThis + kProperty + (term == "word-end" ? kIsWordEnd : kIsWordStart), false);
    return true;
  }
  std::string_view rest = term;
  const std::string_view kind = next_part(rest, ' ');
  struct Kind {
    std::string_view name;
    unsigned which;
  };
  static constexpr Kind kKinds[] = {
      {"before", kBefore}, {"after", kAfter}, {"next", kNext}, {"previous", kPrevious}};
  const auto* const found =
      std::find_if(std::begin(kKinds), std::end(kKinds), [kind](const Kind& it) { return it.name == kind; });
  if (found == std::end(kKinds) || rest.empty()) return false;
  while (!rest.empty()) {
    const std::string_view name = next_part(rest, '|');
    unsigned what = 0;
    if (name == "vowel")
      what = kProperty + kTypeVowel;
    else if (name == "nasal")
      what = kProperty + kTypeNasal;
    else if (name == "pause")
      what = kProperty + kIsPause;
    else if (const auto code = lookup_(name))
      what = *code;
    else
      return false;
    // None of several: all of their opposites.
    put(found->which + what, !no && !rest.empty());
  }
  return true;
}

bool Program::open(std::string_view condition) {
  // Alternatives first: the engine works from left to right, "or" as strong as "and".
  std::vector<std::string_view> terms;
  while (!condition.empty()) terms.push_back(next_part(condition, ','));
  std::stable_partition(terms.begin(), terms.end(),
                        [](std::string_view term) { return term.find('|') != std::string_view::npos; });
  const auto with_alternatives = std::count_if(terms.begin(), terms.end(), [](std::string_view term) {
    return term.find('|') != std::string_view::npos && !term.starts_with("not ");
  });
  if (terms.empty() || with_alternatives > 1) return false;
  for (const std::string_view term : terms)
    if (!condition_term(term)) return false;
  open_ = words_.size();
  words_.push_back(kJumpUnless);
  return true;
}

void Program::close(bool alternative_follows) {
  if (alternative_follows) {
    ends_.push_back(words_.size());
    words_.push_back(kJump);
  }
  jump_here(open_);
}

void Program::end_alternatives() {
  for (const std::size_t jump : ends_) jump_here(jump);
  ends_.clear();
}

void Program::jump_here(std::size_t from) {
  // Distances have eight bits; the programs here are far shorter.
  words_[from] = word(words_[from] + static_cast<unsigned>(words_.size() - from));
}

}  // namespace loa::voicedata
