// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "loa/base/message.h"

namespace loa::cli {
namespace {

constexpr const char* kStandardInput = "-";

constexpr std::array<std::string_view, 7> kEncodings{"utf-8",  "utf-16le", "utf-16be", "windows-1258",
                                                     "viscii", "tcvn3",    "vni"};

/// What a file that cannot be opened would say later, after some work.
Result<void> look_at(const std::string& path) {
  struct stat status {};
  const auto wrong = [&path](const std::string& why) {
    return Error{ErrorCode::no_input, trf("cannot read: {}", why), {path, 0, 0}};
  };
  if (::stat(path.c_str(), &status) != 0 || ::access(path.c_str(), R_OK) != 0) {
    const int reason = errno;
    Error error = wrong(system_message(reason));
    if (reason == ENOENT) {
      error = wrong(tr("there is no such file"));
      if (path.find(' ') != std::string::npos || path.empty())
        error.hint = tr("a text is given as --text \"…\"");
    }
    return error;
  }
  if (S_ISDIR(status.st_mode)) return wrong(tr("it is a folder"));
  return {};
}

}  // namespace

Result<std::vector<Input>> find_inputs(const InputOptions& options) {
  std::vector<Input> inputs;
  if (options.text) {
    inputs.push_back({"", true, *options.text});
    return inputs;
  }
  for (const std::string& path : options.files) {
    if (path != kStandardInput) LOA_TRY(look_at(path));
    inputs.push_back({path, false, ""});
  }
  if (inputs.empty()) inputs.push_back({kStandardInput, false, ""});
  const auto times = std::count_if(inputs.begin(), inputs.end(),
                                   [](const Input& input) { return input.path == kStandardInput; });
  if (times > 1) return Error{ErrorCode::usage, tr("standard input can be read only once")};
  return inputs;
}

Result<std::unique_ptr<article::ByteSource>> open_input(const Input& input, Console& console) {
  if (input.is_text) return article::string_source(input.text);
  if (input.path == kStandardInput && ::isatty(STDIN_FILENO) == 1)
    console.say(tr("waiting for text from the keyboard; Ctrl-D on an empty line ends it"));
  return article::open_source(input.path);
}

bool is_complete(const Input& input) {
  if (input.is_text) return true;
  struct stat status {};
  const int found =
      input.path == kStandardInput ? ::fstat(STDIN_FILENO, &status) : ::stat(input.path.c_str(), &status);
  return found == 0 && S_ISREG(status.st_mode);
}

Result<article::TextOptions> text_options(const InputOptions& options) {
  article::TextOptions result;
  result.encoding = options.encoding;
  std::transform(result.encoding.begin(), result.encoding.end(), result.encoding.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const bool known = std::find(kEncodings.begin(), kEncodings.end(), result.encoding) != kEncodings.end();
  if (!result.encoding.empty() && !known) {
    std::string list;
    for (const std::string_view name : kEncodings) list += (list.empty() ? "" : ", ") + std::string(name);
    return Error{ErrorCode::usage,
                 trf("--encoding: unknown encoding “{}”", options.encoding),
                 {},
                 trf("there are {}", list)};
  }
  return result;
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat one {};
  struct stat other {};
  if (a == kStandardInput || b == kStandardInput || a.empty() || b.empty()) return false;
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino && S_ISREG(one.st_mode);
}

}  // namespace loa::cli
