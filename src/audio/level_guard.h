// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audio/sink.h"

namespace loa::audio {

/// True peaks (ITU-R BS.1770) of what the guard lets through stay below this.
constexpr double kCeilingDbtp = -1.0;

/// A sink that takes direct current out of what it is given, holds its peaks below the ceiling
/// and passes it on to `next`, which must outlive it: a high-pass of
/// 4 Hz, far below any voice, and a limiter that looks
/// some 7 ms ahead. Speech whose peaks lie below the ceiling is filtered only. As many frames
/// come out as go in, at the same places; those looked ahead over follow when the stream is
/// complete. The result does not depend on how the writes are cut.
[[nodiscard]] std::unique_ptr<AudioSink> level_guard(AudioSink& next);

}  // namespace loa::audio
