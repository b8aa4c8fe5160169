// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/phoneme_compiler.h"

#include <sys/wait.h>

#include <sstream>
#include <string>

#include "loa/base/message.h"
#include "speech/espeak.h"
#include "speech/process.h"

namespace loa::speech {
namespace {

constexpr unsigned kSeconds = 120;  // it takes about one

/// "ph_vietnam(12): what is wrong", the only lines of the log that matter.
std::string first_error(const std::string& log) {
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);)
    if (line.find("): ") != std::string::npos || line.starts_with("Can't")) return line;
  return {};
}

}  // namespace

Result<void> compile_phonemes(const std::filesystem::path& sources, const std::filesystem::path& data) {
  const auto answer = ask_child(kSeconds, [&](int socket) {
    const bool done = espeak::start({}).status == wire::Status::ok &&
                      espeak::compile_phonemes(sources.string(), data.string(), socket);
    return done ? 0 : 1;
  });
  if (!answer) return Error{ErrorCode::no_device, tr("cannot start the speech process")};
  if (WIFEXITED(answer->status) && WEXITSTATUS(answer->status) == 0) return {};
  return Error{ErrorCode::bad_data, trf("eSpeak NG could not compile the phonemes of {}: {}",
                                        sources.string(), first_error(answer->bytes))};
}

}  // namespace loa::speech
