// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "audio/player.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "loa/base/message.h"
#include "speech/voice_data.h"

namespace loa::cli {
namespace {

// A descriptor that the caller has closed would be given to the next file that is
// opened, and messages would be written into it. Here reading and writing it fail.
void reserve_standard_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    [[maybe_unused]] const int reserved = ::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

Result<void> run(Session& session) {
  switch (session.line.command) {
    case Command::help: {
      Output out;
      LOA_TRY(out.write(session.line.help));
      return out.finish();
    }
    case Command::read:
      return run_read(session);
    case Command::render:
      return run_render(session);
    case Command::normalize:
      return run_normalize(session);
    case Command::check:
      return run_check(session);
    case Command::dictionary:
      return run_dictionary(session);
    case Command::voices:
      return run_voices(session);
    case Command::devices:
      return run_devices(session);
    case Command::version:
      return run_version(session);
  }
  return Error{ErrorCode::internal, "unknown command"};
}

void choose_language(const std::optional<std::string>& flag, const Result<Settings>& settings) {
  std::optional<MessageLanguage> language;
  if (flag) language = language_of(*flag);
  if (!language && settings && settings->lang) language = language_of(*settings->lang);
  use_language(language.value_or(language_of_environment()));
}

int report(Console& console, const Error& error) {
  // Whatever broke because the user stopped us is not worth a message.
  if (stop_requested()) return static_cast<int>(ExitCode::interrupted);
  console.error(error);
  return static_cast<int>(exit_code(error.code));
}

int run_program(std::vector<std::string> arguments) {
  // First of all: the speech process gets ready while everything else is done.
  std::optional<Result<speech::Engine>> engine;
  std::optional<Error> no_voice_data;
  if (is_going_to_speak(arguments)) {
    const auto data = speech::ready_voice_data();
    if (!data) no_voice_data = data.error();
    engine.emplace(speech::Engine::start(data ? data->folder.string() : std::string{}));
  }
  install_signal_handlers();

  const auto language_flag = peek_option(arguments, "--lang");
  choose_language(language_flag, Settings{});
  Result<Settings> settings = load_settings(peek_option(arguments, "--config"));
  choose_language(language_flag, settings);

  Console console;
  const Result<CommandLine> line = parse_command_line(std::move(arguments));
  if (!line) return report(console, line.error());
  console.set_verbosity(line->verbosity);
  if (line->no_colour) console.set_colour(false);
  // Broken settings do not keep anybody from reading the help that explains them.
  const bool needs_settings = line->command != Command::help && line->command != Command::version;
  if (!settings && needs_settings) return report(console, settings.error());

  const Settings all = merged(settings ? *settings : Settings{}, line->settings);
  Session session{console, *line, all, std::move(engine), std::move(no_voice_data)};
  const Result<void> done = run(session);
  console.settle();
  return done ? static_cast<int>(ExitCode::success) : report(console, done.error());
}

int guarded_run(std::vector<std::string> arguments) {
  try {
    return run_program(std::move(arguments));
  } catch (const std::bad_alloc&) {
    Console().error({ErrorCode::internal, tr("out of memory")});
  } catch (const std::exception& problem) {
    Console().error({ErrorCode::internal, trf("a fault of Loa itself: {}", problem.what())});
  }
  return static_cast<int>(ExitCode::engine);
}

}  // namespace
}  // namespace loa::cli

int main(int argc, char** argv) {
  loa::cli::reserve_standard_descriptors();
  loa::cli::ignore_file_size_signal();
  const int status = loa::cli::guarded_run({argv + 1, argv + argc});
  if (loa::audio::left_a_thread_behind()) {
    static_cast<void>(std::fflush(nullptr));
    std::_Exit(status);
  }
  return status;
}
