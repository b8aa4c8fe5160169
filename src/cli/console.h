// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "loa/base/diagnostics.h"
#include "loa/base/result.h"

namespace loa::cli {

/// Standard error: errors, warnings, what was done, and the status line. The only
/// place of the program that writes there. One thread.
class Console {
 public:
  enum class Verbosity : unsigned char {
    quiet,    ///< errors and warnings
    normal,   ///< summaries and progress as well
    verbose,  ///< notes as well, and every warning of a kind
  };

  Console();
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void set_verbosity(Verbosity verbosity) { verbosity_ = verbosity; }
  [[nodiscard]] Verbosity verbosity() const { return verbosity_; }
  /// Colour is used on a terminal unless NO_COLOR is set; `false` forbids it.
  void set_colour(bool allowed);

  /// `loa: FILE:LINE:COLUMN: what is wrong`, and the hint on a line of its own. Says
  /// nothing of what the user did (interrupted) or cannot care about (broken_pipe), nor
  /// of an error without a message, which was said before.
  void error(const Error& error);
  /// `loa: text`, unless quiet.
  void say(std::string_view text);

  /// Where modules report to. Many warnings of one kind are counted after the first ones.
  [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }
  /// Says how many warnings of each kind were not printed. Called at the end.
  void settle();

  /// True when a status line can be redrawn in place.
  [[nodiscard]] bool is_terminal() const { return terminal_; }
  /// Draws or redraws the status line, cut to the terminal's width; empty removes it.
  void status(std::string_view text);

 private:
  void line(std::string_view text);
  void warn(const Diagnostic& diagnostic);
  [[nodiscard]] std::string red(std::string_view text) const;

  Verbosity verbosity_ = Verbosity::normal;
  bool terminal_ = false;
  bool colour_ = false;
  std::string status_;
  std::map<std::string, std::size_t> kinds_;
  Diagnostics diagnostics_;
};

/// `file:line:column: `, as far as they are known; empty for no place.
[[nodiscard]] std::string prefix(const Place& place);

}  // namespace loa::cli
