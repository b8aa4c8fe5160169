// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audio/file_sink.h"
#include "cli/config.h"
#include "cli/console.h"
#include "loa/base/result.h"

namespace loa::cli {

enum class Command : unsigned char {
  help,
  read,
  render,
  normalize,
  check,
  dictionary,
  voices,
  devices,
  version
};

/// Where the text comes from.
struct InputOptions {
  std::vector<std::string> files;   ///< "-" is standard input; none: standard input
  std::optional<std::string> text;  ///< --text
  std::string encoding;             ///< --encoding; empty: found out
};

struct RenderOptions {
  std::string output;                       ///< -o; "-" is standard output
  std::string output_dir;                   ///< --output-dir
  std::optional<audio::FileFormat> format;  ///< --format; by extension otherwise
  std::string timeline;                     ///< --timeline
  std::string captions;                     ///< --captions
  bool no_clobber = false;
  bool keep_partial = false;
  bool dry_run = false;
};

struct NormalizeOptions {
  bool lines = false;
  bool article = false;
  bool explain = false;
  bool json = false;
};

struct CheckOptions {
  enum class Scope : unsigned char { article, station };
  bool json = false;
  bool strict = false;
  std::vector<std::string> accept;  ///< IDs; "all" is every one
  std::optional<std::string> as;    ///< other words for the one that is accepted
  Scope scope = Scope::article;
};

struct DictionaryOptions {
  enum class Action : unsigned char { check, diff } action = Action::check;
  std::vector<std::string> tables;  ///< the one to check, if named; or the old and the new one
  bool json = false;
  bool strict = false;
};

struct VoicesOptions {
  bool all = false;
  bool sample = false;
  std::string output_dir;  ///< samples are written there instead of being heard
  bool build = false;
  std::string source;  ///< eSpeak NG's phoneme sources, to build from
  std::vector<std::string> names;
};

/// What the command line asks for.
struct CommandLine {
  Command command = Command::help;
  std::string help;   ///< what to print, for Command::help
  Settings settings;  ///< those given as flags
  Console::Verbosity verbosity = Console::Verbosity::normal;
  bool no_colour = false;
  InputOptions input;
  RenderOptions render;
  NormalizeOptions normalize;
  CheckOptions check;
  DictionaryOptions dictionary;
  VoicesOptions voices;
};

/// Reads the words behind the program's name. Errors: usage, with a hint.
[[nodiscard]] Result<CommandLine> parse_command_line(std::vector<std::string> arguments);

/// The value of a long option such as "--lang" before everything is understood, for what
/// is needed to say what is not understood.
[[nodiscard]] std::optional<std::string> peek_option(const std::vector<std::string>& arguments,
                                                     std::string_view option);

/// True when the command is going to speak: then the speech process is started before
/// anything else is done.
[[nodiscard]] bool is_going_to_speak(const std::vector<std::string>& arguments);

}  // namespace loa::cli
