// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace {

struct Stat {
  pid_t pid = 0, parent = 0;
  char state = 'X';
};

Stat read_stat(const std::filesystem::path& folder) {
  std::string line;
  std::getline(std::ifstream(folder / "stat"), line);
  const std::size_t name_end = line.rfind(')');
  if (name_end == std::string::npos || name_end + 4 >= line.size()) return {};
  return {std::stoi(line), std::stoi(line.substr(name_end + 4)), line[name_end + 2]};
}

}  // namespace

std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const Stat stat = read_stat(entry.path());
    if (stat.parent == parent && stat.state != 'Z' && stat.state != 'X') children.push_back(stat.pid);
  }
  return children;
}

std::vector<pid_t> descendants_of(pid_t parent) {
  std::vector<pid_t> all = children_of(parent);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const pid_t child : children_of(all[i])) all.push_back(child);
  return all;
}

bool is_gone(pid_t pid) {
  const Stat stat = read_stat("/proc/" + std::to_string(pid));
  return stat.pid == 0 || stat.state == 'Z' || stat.state == 'X';
}
