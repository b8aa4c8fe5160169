// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <sstream>

#include "loa/base/message.h"
#include "loa/base/utf8.h"

namespace loa::cli {
namespace {
constexpr std::size_t kLeftColumn = 28;
constexpr std::size_t kWidth = 80;
}  // namespace

std::string two_columns(const std::string& left, const std::string& right) {
  std::string result = "  " + left;
  std::size_t column = 2 + utf8::length(left);
  if (column + 2 > kLeftColumn) {
    result += '\n';
    column = 0;
  }
  result.append(kLeftColumn - column, ' ');
  column = kLeftColumn;
  std::istringstream words(right);
  for (std::string word; words >> word;) {
    const std::size_t width = utf8::length(word);
    if (column > kLeftColumn && column + 1 + width > kWidth) {
      result += '\n' + std::string(kLeftColumn, ' ');
      column = kLeftColumn;
    }
    if (column > kLeftColumn) {
      result += ' ';
      ++column;
    }
    result += word;
    column += width;
  }
  return result + '\n';
}

HelpFormatter::HelpFormatter() {
  label("Usage", tr("Usage"));
  label("Positionals", tr("Arguments"));
  label("OPTIONS", tr("OPTIONS"));
  label("SUBCOMMAND", tr("COMMAND"));
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  std::string help = CLI::Formatter::make_help(app, std::move(name), mode);
  // How many blank lines stand between groups depends on the version of CLI11.
  for (std::size_t at = 0; (at = help.find("\n\n\n", at)) != std::string::npos;) help.erase(at, 1);
  return help;
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  std::string left = make_option_name(option, is_positional);
  // CLI11 joins names by a bare comma.
  if (const std::size_t comma = left.find(','); comma != std::string::npos) left.insert(comma + 1, " ");
  if (!is_positional && left.starts_with("--")) left.insert(0, "    ");
  if (!is_positional && option->get_type_size() != 0 && !option->get_type_name().empty())
    left += ' ' + option->get_type_name();
  return two_columns(left, option->get_description());
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  return two_columns(command->get_name(), command->get_description());
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  return '\n' + CLI::Formatter::make_usage(app, std::move(name));
}

std::string HelpFormatter::make_description(const CLI::App* app) const {
  return app->get_description() + '\n';
}

}  // namespace loa::cli
