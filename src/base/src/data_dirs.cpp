// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/data_dirs.h"

#include <cstdlib>
#include <system_error>

namespace loa {
namespace fs = std::filesystem;

std::vector<fs::path> data_dirs() {
  std::vector<fs::path> dirs;
  if (const char* env = std::getenv("LOA_DATA_DIR"); env != nullptr && *env != '\0') {
    dirs.emplace_back(env);
    return dirs;
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path folder = program.parent_path();
    // Installed: bin/loa beside share/loa. In the build tree, CMake lays out a `share/loa`
    // at the top of it, some folders above the program.
    for (fs::path up = folder.parent_path(); !up.empty(); up = up.parent_path()) {
      const fs::path candidate = up / "share" / "loa";
      if (fs::is_directory(candidate, error)) {
        dirs.push_back(candidate);
        break;
      }
      if (up == up.root_path() || fs::exists(up / "CMakeCache.txt", error)) break;
    }
  }
  return dirs;
}

std::optional<fs::path> find_data(std::string_view relative) {
  std::error_code error;
  for (const fs::path& dir : data_dirs()) {
    fs::path path = dir / relative;
    if (fs::exists(path, error)) return path;
  }
  return std::nullopt;
}

fs::path config_dir() {
  if (const char* xdg = std::getenv("XDG_CONFIG_HOME"); xdg != nullptr && *xdg == '/')
    return fs::path(xdg) / "loa";
  const char* home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : "/") / ".config" / "loa";
}

}  // namespace loa
