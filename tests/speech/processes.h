// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <vector>

/// The living children of a process, by /proc. Zombies do not count.
std::vector<pid_t> children_of(pid_t parent);

/// Children, their children, and so on.
std::vector<pid_t> descendants_of(pid_t parent);

/// Not a process any more, or a zombie.
bool is_gone(pid_t pid);
