// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "speech/engine.h"

// An engine that fails on command. It takes the place of the real one in the test
// program that it is linked into: the symbols of speech::Engine are defined here.

namespace scripted {

inline constexpr int kRate = 1000;
inline constexpr loa::speech::Frames kWordFrames = 100;

/// What the engines made next will do; reset by the test.
struct Script {
  std::string lose = {};                      ///< phrases that hold this text are lost
  bool vanish = false;                        ///< the speech process is gone after the first unit
  std::size_t most_in_flight = 0;             ///< seen
  std::vector<loa::speech::Unit> units = {};  ///< seen
};
extern Script script;

}  // namespace scripted
