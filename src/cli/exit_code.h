// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "loa/base/result.h"

namespace loa::cli {

/// What the program ends with, after sysexits.h; the manual page loa(1) holds the same table.
enum class ExitCode : int {
  success = 0,
  usage = 64,          ///< the command line is wrong
  bad_data = 65,       ///< the input is not text, or holds nothing to say
  no_input = 66,       ///< a file is missing or cannot be read
  no_device = 69,      ///< no sound device, no engine data, a service is away
  engine = 70,         ///< some words could not be spoken; also our own mistakes (EX_SOFTWARE)
  cannot_create = 73,  ///< an output file cannot be made
  io = 74,             ///< reading or writing failed midway
  config = 78,         ///< a settings, profile or dictionary file is wrong
  interrupted = 130,   ///< Ctrl-C, SIGTERM, SIGHUP
  broken_pipe = 141,   ///< the reader of our output went away
};

struct ExitRow {
  ErrorCode error;
  ExitCode exit;
};

/// The one table from what went wrong to what the shell sees.
inline constexpr std::array kExitTable{
    ExitRow{ErrorCode::usage, ExitCode::usage},
    ExitRow{ErrorCode::bad_data, ExitCode::bad_data},
    ExitRow{ErrorCode::no_input, ExitCode::no_input},
    ExitRow{ErrorCode::no_device, ExitCode::no_device},
    ExitRow{ErrorCode::engine, ExitCode::engine},
    ExitRow{ErrorCode::cannot_create, ExitCode::cannot_create},
    ExitRow{ErrorCode::io, ExitCode::io},
    ExitRow{ErrorCode::config, ExitCode::config},
    ExitRow{ErrorCode::interrupted, ExitCode::interrupted},
    ExitRow{ErrorCode::broken_pipe, ExitCode::broken_pipe},
    ExitRow{ErrorCode::internal, ExitCode::engine},
};

[[nodiscard]] constexpr ExitCode exit_code(ErrorCode error) {
  for (const ExitRow& row : kExitTable)
    if (row.error == error) return row.exit;
  return ExitCode::engine;
}

// A code added to the enumeration without a row here would end as 70 unnoticed.
static_assert(kExitTable.size() == static_cast<std::size_t>(ErrorCode::internal) + 1);

}  // namespace loa::cli
