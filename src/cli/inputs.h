// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "article/article.h"
#include "cli/console.h"
#include "cli/options.h"
#include "loa/base/result.h"

namespace loa::cli {

/// One text to read.
struct Input {
  std::string path;      ///< as the user named it; "-" for standard input; empty for --text
  bool is_text = false;  ///< --text: `path` is empty, `text` is it
  std::string text;
};

/// What the command line names, in its order; standard input when it names nothing. Files
/// are looked at, not opened: a missing one is told before any work is done.
/// Errors: no_input, usage (standard input named twice).
[[nodiscard]] Result<std::vector<Input>> find_inputs(const InputOptions& options);

/// Opens one. On a terminal, says that it waits for text. Errors: no_input.
[[nodiscard]] Result<std::unique_ptr<article::ByteSource>> open_input(const Input& input, Console& console);

/// True when all of the text is there already, so that reading ahead does not keep anybody
/// waiting: a regular file, also as standard input, or --text.
[[nodiscard]] bool is_complete(const Input& input);

/// What else the reader needs to know. Errors: usage (unknown encoding).
[[nodiscard]] Result<article::TextOptions> text_options(const InputOptions& options);

/// True when both names lead to the same existing file. "-" is no file.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

}  // namespace loa::cli
