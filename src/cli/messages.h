// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace loa::cli {

enum class MessageLanguage : unsigned char { english, vietnamese };

/// "vi" or "en", also with a country and encoding as in vi_VN.UTF-8; nothing for others.
[[nodiscard]] std::optional<MessageLanguage> language_of(std::string_view name);

/// What the environment asks for, in gettext's order: LANGUAGE (its first language that we
/// have), unless the locale is C; LC_ALL; LC_MESSAGES; LANG. English otherwise.
[[nodiscard]] MessageLanguage language_of_environment();

/// Installs the translator that tr() asks. A missing catalogue leaves English.
void use_language(MessageLanguage language);

/// The one last chosen.
[[nodiscard]] MessageLanguage current_language();

}  // namespace loa::cli
