// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "loa/base/result.h"

namespace loa::speech {

/// The private data of our voices: a folder like eSpeak NG's own, with the phonemes of ours
/// appended to the installed ones (see docs/voices.md). Everything that is installed sounds
/// in it as it does without. It lies in `espeak-ng/KEY` below a data folder (see data_dirs())
/// or the user's ($XDG_DATA_HOME/loa, ~/.local/share/loa), where KEY stands for the library,
/// its data and our facts: when one of them changes, other data is built.
struct VoiceData {
  std::filesystem::path folder;  ///< for Engine::start()
  std::string engine_version;    ///< that it was built with, and in brackets from which sources
  std::vector<std::string> voices;
};

/// The data that fits what is installed, if it has been built and is whole. Cheap: some
/// forty stat calls, and sums of files only when their times have changed. Errors: no_input,
/// when there is none.
[[nodiscard]] Result<VoiceData> find_voice_data();

/// Builds the data where it can be written, the data folder first, or below `target`. Safe
/// while others build, read or are killed: made in a temporary folder, heard in a process of
/// its own (the tones must be in the right order of pitch), then renamed into place. Takes
/// some tenths of a second. Where `phoneme_sources` names a folder with eSpeak NG's own sources (its
/// `phsource`, or the one above it), its phonemes and ours are compiled from there by the library's
/// own compiler; else ours are appended to what is installed. Both sound alike. Errors: bad_data (the
/// installed eSpeak NG is not one that is known, or what was built does not sound right), config (our facts,
/// with file and line), no_input, cannot_create, io. To be called from a process that has not started the
/// engine, and before it has other threads.
[[nodiscard]] Result<VoiceData> build_voice_data(const std::filesystem::path& target = {},
                                                 const std::filesystem::path& phoneme_sources = {});

/// find_voice_data(), else build_voice_data().
[[nodiscard]] Result<VoiceData> ready_voice_data();

}  // namespace loa::speech
