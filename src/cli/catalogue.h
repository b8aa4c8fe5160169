// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loa::cli {

/// A compiled gettext catalogue (.mo), mapped into memory and searched in place.
///
/// Why not libintl's gettext(): it translates only under a locale that is
/// generated on the machine, and since glibc 2.39 not under C.UTF-8 either.
/// Vietnamese messages must not need a generated vi_VN, and no setlocale() call
/// means that numbers and letters behave alike everywhere.
class Catalogue {
 public:
  /// Maps the file for the rest of the program's life. Nothing when it is missing or malformed.
  static std::optional<Catalogue> open(const std::string& path);

  /// The translation of `message`, or `message` itself. Thread-safe; the answer lives as long as the program.
  [[nodiscard]] const char* find(const char* message) const;

 private:
  explicit Catalogue(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::optional<std::uint32_t> word(std::size_t offset) const;
  [[nodiscard]] const char* text(std::uint32_t table, std::uint32_t index) const;

  std::string_view bytes_;
  std::uint32_t count_ = 0;
  std::uint32_t originals_ = 0;
  std::uint32_t translations_ = 0;
};

}  // namespace loa::cli
