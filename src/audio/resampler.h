// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audio/sink.h"

namespace loa::audio {

/// A sink that brings what it is given to `sample_rate` (libsoxr HQ) and passes
/// it on to `next`. Where the rates are equal, samples pass untouched. The result
/// does not depend on how the writes are cut, and is the same in every run.
[[nodiscard]] std::unique_ptr<AudioSink> resampling_sink(std::unique_ptr<AudioSink> next, int sample_rate);

/// Frames at `to` for `frames` at `from`, to the nearest frame: exactly what the
/// resampler yields for them.
[[nodiscard]] Frames resampled_frames(Frames frames, int from, int to);

}  // namespace loa::audio
