// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iterator>

#include "loa/base/message.h"
#include "loa/base/utf8.h"

namespace loa::cli {
namespace {

/// Warnings of one kind that are printed before they are only counted.
constexpr std::size_t kWarningsOfAKind = 10;

void put(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;  // there is nobody left to tell
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

// Control characters in a file name or in an article must not reach the terminal.
std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    const char32_t c = decoded.code_point;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      fmt::format_to(std::back_inserter(result), "\\x{:02x}", static_cast<unsigned>(c));
    else
      utf8::append(result, c);
    at += decoded.size;
  }
  return result;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && count-- > 0) at += utf8::decode(text, at).size;
  return text.substr(0, at);
}

}  // namespace

std::string prefix(const Place& place) {
  std::string result = place.file;
  if (place.line != 0) result += fmt::format("{}{}", result.empty() ? "" : ":", place.line);
  if (place.line != 0 && place.column != 0) result += fmt::format(":{}", place.column);
  if (!result.empty()) result += ": ";
  return result;
}

Console::Console() : diagnostics_([this](const Diagnostic& diagnostic) { warn(diagnostic); }) {
  const char* term = std::getenv("TERM");
  terminal_ = ::isatty(STDERR_FILENO) == 1 && term != nullptr && std::string_view(term) != "dumb";
  set_colour(true);
}

Console::~Console() { status({}); }

void Console::set_colour(bool allowed) { colour_ = allowed && terminal_ && !is_set("NO_COLOR"); }

std::string Console::red(std::string_view text) const {
  return colour_ ? fmt::format("\x1b[31m{}\x1b[m", text) : std::string(text);
}

void Console::error(const Error& error) {
  if (error.code == ErrorCode::interrupted || error.code == ErrorCode::broken_pipe) return;
  if (error.message.empty()) return;
  line(fmt::format("{} {}", red("loa:"), printable(prefix(error.place) + error.message)));
  if (!error.hint.empty()) line("  " + printable(trf("hint: {}", error.hint)));
}

void Console::say(std::string_view text) {
  if (verbosity_ != Verbosity::quiet) line("loa: " + printable(text));
}

void Console::warn(const Diagnostic& diagnostic) {
  if (diagnostic.severity == Severity::note && verbosity_ != Verbosity::verbose) return;
  if (++kinds_[diagnostic.id] > kWarningsOfAKind && verbosity_ != Verbosity::verbose) return;
  line("loa: " + printable(prefix(diagnostic.place) + diagnostic.message) + " [" + diagnostic.id + "]");
}

void Console::settle() {
  status({});
  for (const auto& [id, count] : kinds_)
    if (count > kWarningsOfAKind && verbosity_ != Verbosity::verbose)
      line("loa: " + trf("{} more of the kind [{}]; --verbose shows them all", count - kWarningsOfAKind, id));
  kinds_.clear();
}

void Console::status(std::string_view text) {
  if (!terminal_ || text == status_) return;
  status_ = first_characters(printable(text), terminal_width() - 1);
  put("\r\x1b[K" + status_);
}

void Console::line(std::string_view text) {
  std::string all;
  if (!status_.empty()) all = "\r\x1b[K";
  all += text;
  all += '\n';
  all += status_;
  put(all);
}

}  // namespace loa::cli
