// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "audio/file_sink.h"

namespace loa::audio {

/// The ID3v2 tag of an MP3 file, in Unicode; empty where there is nothing to say or
/// no memory. libsndfile passes UTF-8 off as Latin-1, which makes "Huế" into "Huáº¿".
[[nodiscard]] std::vector<std::uint8_t> id3_tag(const Metadata& metadata);

}  // namespace loa::audio
