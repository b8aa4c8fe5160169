// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/file_sink.h"

namespace loa::audio {

/// stream_sink() of file_sink.h with the name that its errors give the output.
[[nodiscard]] std::unique_ptr<AudioSink> stream_sink(int fd, FileOptions options, std::string name);

}  // namespace loa::audio
