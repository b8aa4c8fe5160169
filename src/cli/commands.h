// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bulletin/programme.h"
#include "cli/config.h"
#include "cli/console.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "loa/base/result.h"
#include "speech/engine.h"

namespace loa::cli {

/// What a command works with.
struct Session {
  Console& console;
  const CommandLine& line;
  const Settings& settings;                      ///< flags over variables over files
  std::optional<Result<speech::Engine>> engine;  ///< started for commands that speak
  std::optional<Error> no_voice_data = {};       ///< why the engine has no data of ours
};

/// Each in the file of its name. They print what went well; an error is returned and
/// printed by main(), which also turns it into the exit status.
Result<void> run_read(Session& session);
Result<void> run_render(Session& session);
Result<void> run_normalize(Session& session);
Result<void> run_check(Session& session);
Result<void> run_dictionary(Session& session);
Result<void> run_voices(Session& session);
Result<void> run_devices(Session& session);
Result<void> run_version(Session& session);

/// The speech process of the session, with the data of our voices where it can be had. Errors: no_device.
[[nodiscard]] Result<speech::Engine*> engine_of(Session& session);

/// What `read` and `render` have in common: the voice and how the text is read. Errors: as
/// resolve_voice and text_options.
[[nodiscard]] Result<bulletin::ProgrammeOptions> programme_options(Session& session);

/// Opens the texts as the items of a programme, each with the readings that hold for it.
/// Errors: no_input, config.
[[nodiscard]] Result<std::vector<bulletin::Item>> open_items(const std::vector<Input>& inputs,
                                                             Session& session);

/// Says on standard error what was left out on purpose.
void say_left_out(Console& console, const bulletin::Summary& summary);

/// The error of a reading that lost words although it went on; success otherwise.
[[nodiscard]] Result<void> nothing_lost(const bulletin::Summary& summary);

}  // namespace loa::cli
