// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/message.h"

#include <atomic>

namespace loa {
namespace {
std::atomic<Translator> current_translator{nullptr};
}

void set_translator(Translator translator) { current_translator = translator; }

const char* tr(const char* message) {
  const Translator translator = current_translator;
  return translator != nullptr ? translator(message) : message;
}

}  // namespace loa
