// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "loa/base/result.h"
#include "voicedata/facts.h"
#include "voicedata/phoneme_data.h"

namespace loa::voicedata {

/// Says the facts once more, in the language of eSpeak NG's own phoneme compiler: `tree` becomes
/// links to what is in `sources` (a folder with eSpeak NG's `phonemes`, `vietnam/` …), beside our
/// phoneme tables at the end of `phonemes` and our spectra and envelopes in `loa/`. `installed` is
/// what the names are looked up in. Errors: no_input (no such sources), config (with the row),
/// bad_data (a spectrum of an unknown shape), cannot_create, io.
Result<void> write_sources(const Facts& facts, const PhonemeData& installed,
                           const std::filesystem::path& sources, const std::filesystem::path& tree);

}  // namespace loa::voicedata
