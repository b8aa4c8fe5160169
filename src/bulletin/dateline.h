// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace loa::bulletin {

/// The day an article was published, as ISO 8601 ("2025-08-27"), where a line of
/// `text` is plainly that: nothing but a date with its weekday, hour and place
/// ("Thứ Tư, 27/8/2025 10:15", "Huế, ngày 27 tháng 8 năm 2025"). Only the first
/// lines are looked at. A date inside a sentence is not one. Else empty.
[[nodiscard]] std::string publication_date(std::string_view text);

}  // namespace loa::bulletin
