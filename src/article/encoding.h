// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace loa::article {

enum class Encoding : unsigned char { utf8, utf16le, utf16be, windows1258, viscii, tcvn3, vni };

/// The name that users write and see: "utf-8", "windows-1258" …
[[nodiscard]] std::string_view name(Encoding encoding);

/// The encoding with this name, upper or lower case, with or without hyphens
/// ("UTF-8", "utf8", "cp1258", "abc"); nothing for an unknown one.
[[nodiscard]] std::optional<Encoding> find_encoding(std::string_view name);

/// What each byte of an 8-bit encoding stands for: up to two characters, in VNI
/// marks for the letter before. A first character of 0 is a byte without meaning.
using ByteTable = std::array<std::array<char32_t, 2>, 256>;

/// Requires: `encoding` is an 8-bit one. Made at the first call, then shared; thread-safe.
[[nodiscard]] const ByteTable& byte_table(Encoding encoding);

/// A guess from the first bytes of a text (without BOM). Bytes that are valid
/// UTF-8, or mostly so, are UTF-8; UTF-16 is known by its high bytes; among the
/// 8-bit encodings the one wins that gives the most Vietnamese syllables.
[[nodiscard]] Encoding detect_encoding(std::string_view bytes);

/// True for a byte of an 8-bit text or UTF-8 that no text has: a control
/// character other than tab, line and page ends, or the letters that VISCII keeps there.
[[nodiscard]] bool is_control(unsigned char byte, Encoding encoding);

}  // namespace loa::article
