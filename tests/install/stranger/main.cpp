// SPDX-License-Identifier: GPL-3.0-or-later
#include <loa/normalizer/normalizer.h>

#include <iostream>

int main(int, char** argv) { std::cout << loa::normalizer::Normalizer{}.normalize(argv[1]) << '\n'; }
