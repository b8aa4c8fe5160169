// SPDX-License-Identifier: GPL-3.0-or-later
// Catch2 v2 (Debian 12) or v3 (Debian 13), whichever is installed.
#pragma once

#ifdef LOA_CATCH2_V2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
using Catch::Approx;
#endif
