// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "speech/engine.h"
#include "speech/wire.h"

namespace loa::speech {

/// libespeak-ng: all of its state is global, so there is one in a process, and no
/// object. To be called from one thread, in a process made for it: starting it
/// makes a second thread and sets the locale of the whole process, and ordinary
/// text may end the process. Never terminated (that hangs in 1.51), only left by _exit.
namespace espeak {

/// A word begins: `text_position` in code points from 1, `sample` from the beginning of the call.
struct WordEvent {
  std::int64_t text_position = 0;
  Frames sample = 0;
};

/// Takes what the engine makes, in order.
using Sink = std::function<void(std::span<const std::int16_t> samples, std::span<const WordEvent> words)>;

/// Starts the engine with the data in `data_path` (a folder holding espeak-ng-data,
/// or that folder itself), or the installed data when empty: never with a folder that
/// the environment names. Fills everything of the reply. Takes some milliseconds.
[[nodiscard]] wire::Reply start(const std::string& data_path);

/// The data folder beside the library, where Debian has it; empty: there is none.
[[nodiscard]] std::string installed_data();
/// The file of the library that this program runs with; empty: not known.
[[nodiscard]] std::string library_file();

/// Loads the voice and sets how it speaks. Returns ok, no_voice, no_variant or
/// incomplete_data, with the subject in `subject`.
[[nodiscard]] wire::Status set_voice(const VoiceSettings& settings, std::string& subject);

/// Speed and pitch of what is spoken next, relative to the settings of the voice now loaded.
void set_delivery(const VoiceSettings& settings, const Delivery& delivery);

/// The same settings in the engine's English voice.
[[nodiscard]] VoiceSettings english(const VoiceSettings& settings);

/// Compiles the phonemes of a folder `phsource` into the folder `data`, which has to be there. What
/// the compiler has to say goes to `log`, a descriptor. After start(); nothing else may follow in
/// this process. Returns false when the compiler found a mistake.
bool compile_phonemes(const std::string& sources, const std::string& data, int log);

/// Speaks gated text. Returns false when the engine refuses it.
bool speak(const std::string& text, const Sink& sink);

}  // namespace espeak
}  // namespace loa::speech
