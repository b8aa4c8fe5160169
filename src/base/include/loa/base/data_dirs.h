// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace loa {

/// Folders that hold voices/, locale/ …, the first one wins: $LOA_DATA_DIR; else
/// `../share/loa` beside the running program when it is there (installed), else
/// the build tree's when the program runs from it. Computed at each call.
[[nodiscard]] std::vector<std::filesystem::path> data_dirs();

/// The first existing `relative` in data_dirs(), such as "voices/bac.toml".
[[nodiscard]] std::optional<std::filesystem::path> find_data(std::string_view relative);

/// $XDG_CONFIG_HOME/loa, or ~/.config/loa. Not created.
[[nodiscard]] std::filesystem::path config_dir();

}  // namespace loa
