// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace loa::cli {

/// CLI11's help in the user's language, with descriptions wrapped to 80 columns.
/// Included by options.cpp alone: CLI11 is large.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_subcommand(const CLI::App* command) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_description(const CLI::App* app) const override;
};

/// `left` in a column of its own, `right` beside it, wrapped at blanks by code points.
[[nodiscard]] std::string two_columns(const std::string& left, const std::string& right);

}  // namespace loa::cli
