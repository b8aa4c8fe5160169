// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/phoneme_compiler.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
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
  SocketPair pair = make_socket_pair(SOCK_STREAM);
  const pid_t parent = getpid();
  const pid_t pid = pair.ours ? fork() : -1;
  if (pid < 0) return Error{ErrorCode::no_device, tr("cannot start the speech process")};
  if (pid == 0) {
    die_with_parent(parent);
    alarm(kSeconds);
    detach_from_terminal(pair.theirs.get(), pair.theirs.get());
    const bool done = espeak::start({}).status == wire::Status::ok &&
                      espeak::compile_phonemes(sources.string(), data.string(), pair.theirs.get());
    _exit(done ? 0 : 1);
  }
  pair.theirs.reset();
  std::string log(65536, '\0');
  std::size_t size = 0;
  for (ssize_t got = 1; got > 0 || (got < 0 && errno == EINTR);) {
    if (size == log.size()) log.resize(2 * size);
    got = recv(pair.ours.get(), log.data() + size, log.size() - size, 0);
    if (got > 0) size += static_cast<std::size_t>(got);
  }
  log.resize(size);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return Error{ErrorCode::bad_data,
               trf("eSpeak NG could not compile the phonemes of {}: {}", sources.string(), first_error(log))};
}

}  // namespace loa::speech
