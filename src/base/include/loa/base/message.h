// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

namespace loa {

/// Translates a message of ours. The English text in the code is the key; the
/// program installs gettext here, a library user may install their own. Without
/// a translator messages are English.
using Translator = const char* (*)(const char* message);

/// Set once at start, before other threads; nullptr restores English.
void set_translator(Translator translator);

/// The message in the user's language. Marked for xgettext by its name.
[[nodiscard]] const char* tr(const char* message);

/// What the system means by an errno, in the user's language; a number without a
/// message of ours is told in the C library's English. Any thread.
[[nodiscard]] std::string system_message(int error_number);

/// tr() with fmt placeholders: trf("cannot open {}", path). A translation with
/// broken placeholders falls back to the English text.
template <class... Args>
[[nodiscard]] std::string trf(const char* message, Args&&... args) {
  try {
    return fmt::format(fmt::runtime(tr(message)), args...);
  } catch (const fmt::format_error&) {
    return fmt::format(fmt::runtime(message), args...);
  }
}

}  // namespace loa
