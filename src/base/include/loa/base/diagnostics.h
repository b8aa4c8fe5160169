// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "loa/base/result.h"

namespace loa {

enum class Severity : unsigned char { note, warning };

/// Something the user should know although work went on: `1:204 invalid-bytes …`.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string id;       ///< stable name in kebab-case, such as "invalid-bytes"
  std::string message;  ///< one line in the user's language
  Place place = {};
};

/// Where modules report what they noticed. The caller prints, counts or fails
/// on it; no module prints. Not thread-safe: one object for one thread.
class Diagnostics {
 public:
  using Listener = std::function<void(const Diagnostic&)>;

  /// Without a listener, diagnostics are only counted.
  explicit Diagnostics(Listener listener = {}) : listener_(std::move(listener)) {}

  void report(const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::warning) ++warnings_;
    if (listener_) listener_(diagnostic);
  }
  void warn(std::string id, std::string message, Place place = {}) {
    report({Severity::warning, std::move(id), std::move(message), std::move(place)});
  }
  void note(std::string id, std::string message, Place place = {}) {
    report({Severity::note, std::move(id), std::move(message), std::move(place)});
  }

  [[nodiscard]] std::size_t warnings() const { return warnings_; }

 private:
  Listener listener_;
  std::size_t warnings_ = 0;
};

}  // namespace loa
