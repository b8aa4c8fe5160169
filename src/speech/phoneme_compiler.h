// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "loa/base/result.h"

namespace loa::speech {

/// Lets eSpeak NG's own compiler make the phoneme data of `sources`, a folder `phsource`, and put it
/// into the folder `data`. In a process of its own, since the compiler changes the engine's state and
/// may crash. Errors: bad_data, with the first thing that the compiler says; no_device.
Result<void> compile_phonemes(const std::filesystem::path& sources, const std::filesystem::path& data);

}  // namespace loa::speech
