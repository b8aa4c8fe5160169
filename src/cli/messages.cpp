// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/messages.h"

#include <cstdlib>
#include <optional>

#include "cli/catalogue.h"
#include "loa/base/data_dirs.h"
#include "loa/base/message.h"

namespace loa::cli {
namespace {

std::optional<Catalogue>& catalogue() {
  static std::optional<Catalogue> instance;
  return instance;
}

const char* translate(const char* message) { return catalogue()->find(message); }

MessageLanguage chosen_language = MessageLanguage::english;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::string_view(value) : std::string_view();
}

}  // namespace

std::optional<MessageLanguage> language_of(std::string_view name) {
  const std::string_view language = name.substr(0, name.find_first_of("_.@-"));
  if (language == "vi") return MessageLanguage::vietnamese;
  if (language == "en") return MessageLanguage::english;
  return std::nullopt;
}

MessageLanguage language_of_environment() {
  std::string_view locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (locale = variable(name); !locale.empty()) break;
  // As in gettext: whoever sets LC_ALL=C wants the untranslated messages of a script.
  const bool plain = locale == "C" || locale == "POSIX";
  if (!plain) {
    std::string_view list = variable("LANGUAGE");
    while (!list.empty()) {
      const std::size_t colon = list.find(':');
      if (const auto language = language_of(list.substr(0, colon))) return *language;
      list = colon == std::string_view::npos ? std::string_view() : list.substr(colon + 1);
    }
  }
  return language_of(locale).value_or(MessageLanguage::english);
}

void use_language(MessageLanguage language) {
  set_translator(nullptr);
  chosen_language = language;
  if (language == MessageLanguage::english) return;
  if (!catalogue()) {
    const auto path = find_data("locale/vi/LC_MESSAGES/loa.mo");
    if (path) catalogue() = Catalogue::open(path->string());
  }
  if (catalogue()) set_translator(&translate);
}

MessageLanguage current_language() { return chosen_language; }

}  // namespace loa::cli
