// SPDX-License-Identifier: GPL-3.0-or-later
#include "alphabet.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "loa/base/utf8.h"

namespace loa::normalizer {
namespace {

// In these blocks capital and small letters alternate; `parity` is that of the capitals.
struct Alternating {
  char32_t first, last;
  unsigned parity;
};
constexpr Alternating kAlternating[] = {
    {0x0100, 0x012F, 0}, {0x0132, 0x0137, 0}, {0x0139, 0x0148, 1}, {0x014A, 0x0177, 0}, {0x0179, 0x017E, 1},
    {0x01A0, 0x01A5, 0}, {0x01CD, 0x01DC, 1}, {0x01DE, 0x01EF, 0}, {0x1E00, 0x1E95, 0}, {0x1EA0, 0x1EFF, 0},
};

const Alternating* find_alternating(char32_t c) {
  if (c >= 0x1EA0 && c <= 0x1EFF) return &kAlternating[std::size(kAlternating) - 1];
  for (const Alternating& block : kAlternating)
    if (block.first <= c && c <= block.last) return &block;
  return nullptr;
}

}  // namespace

LetterCase letter_case_by_table(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return LetterCase::lower;
    return c >= 'A' && c <= 'Z' ? LetterCase::upper : LetterCase::none;
  }
  if (c < 0x100) {
    if (c == 0xD7 || c == 0xF7 || c < 0xC0) return LetterCase::none;
    return c < 0xDF ? LetterCase::upper : LetterCase::lower;
  }
  if (c == 0x01AF) return LetterCase::upper;  // Ư
  if (c == 0x01B0) return LetterCase::lower;  // ư
  if (const Alternating* block = find_alternating(c))
    return (c & 1U) == block->parity ? LetterCase::upper : LetterCase::lower;
  const auto code = static_cast<UChar32>(c);
  if (u_isupper(code)) return LetterCase::upper;
  if (u_isalpha(code)) return LetterCase::lower;
  // Marks on letters stay with their word.
  return (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0 ? LetterCase::lower : LetterCase::none;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c < 0x100) return c >= 0xC0 && c < 0xDF && c != 0xD7 ? c + 0x20 : c;
  if (c == 0x01AF) return 0x01B0;
  if (const Alternating* block = find_alternating(c)) return (c & 1U) == block->parity ? c + 1 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

namespace {

// The rimes that are written with the tone mark in two places: o or u, then a
// vowel with the tone. Each row: the plain vowel before, the vowels with grave,
// acute, hook, tilde, dot, and the same tones on the vowel before.
struct TwoPlaces {
  char before;
  std::u32string_view late;
  std::u32string_view early;
};
constexpr std::u32string_view kToneO = U"\u00F2\u00F3\u1ECF\u00F5\u1ECD";
constexpr TwoPlaces kTwoPlaces[] = {
    {'o', U"\u00E0\u00E1\u1EA3\u00E3\u1EA1", kToneO},                             // oà → òa
    {'o', U"\u00E8\u00E9\u1EBB\u1EBD\u1EB9", kToneO},                             // oè → òe
    {'u', U"\u1EF3\u00FD\u1EF7\u1EF9\u1EF5", U"\u00F9\u00FA\u1EE7\u0169\u1EE5"},  // uỳ → ùy
};

}  // namespace

Folded::Folded(std::string_view word) {
  std::string_view rest = word;
  std::array<char32_t, kCapacity> letters;
  std::size_t n = 0;
  for (std::size_t i = 0; i < rest.size();) {
    const auto byte = static_cast<unsigned char>(rest[i]);
    char32_t c = byte;
    if (byte < 0x80) {
      ++i;
      if (c >= 'A' && c <= 'Z') c += 0x20;
    } else if (byte == 0xE1 && i + 2 < rest.size() && static_cast<unsigned char>(rest[i + 1]) >= 0xBA &&
               static_cast<unsigned char>(rest[i + 1]) <= 0xBB) {
      // Most letters of Vietnamese that are not ASCII: from U+1EA0 on capitals are even.
      c = 0x1E00U | (static_cast<unsigned char>(rest[i + 1]) & 0x03U) << 6 |
          (static_cast<unsigned char>(rest[i + 2]) & 0x3FU);
      c = c >= 0x1EA0 ? c | 1U : to_lower(c);
      i += 3;
    } else {
      const utf8::Decoded d = utf8::decode(rest, i);
      c = to_lower(d.code_point);
      i += d.size;
    }
    if (n == letters.size()) return;
    letters[n++] = c;
  }
  if (n >= 2 && letters[n - 1] > 0x7F && !(n >= 3 && letters[n - 3] == 'q')) {
    for (const TwoPlaces& rime : kTwoPlaces) {
      if (letters[n - 2] != static_cast<char32_t>(rime.before)) continue;
      const std::size_t tone = rime.late.find(letters[n - 1]);
      if (tone == std::u32string_view::npos) continue;
      letters[n - 2] = rime.early[tone];
      letters[n - 1] = rime.before == 'u' ? U'y' : (&rime == &kTwoPlaces[0] ? U'a' : U'e');
      break;
    }
  }
  std::size_t size = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const char32_t c = letters[i];
    const std::size_t need = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (size + need > kCapacity) return;
    switch (need) {
      case 1:
        bytes_[size++] = static_cast<char>(c);
        break;
      case 2:
        bytes_[size++] = static_cast<char>(0xC0 | (c >> 6));
        bytes_[size++] = static_cast<char>(0x80 | (c & 0x3F));
        break;
      case 3:
        bytes_[size++] = static_cast<char>(0xE0 | (c >> 12));
        bytes_[size++] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        bytes_[size++] = static_cast<char>(0x80 | (c & 0x3F));
        break;
      default:
        bytes_[size++] = static_cast<char>(0xF0 | (c >> 18));
        bytes_[size++] = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        bytes_[size++] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        bytes_[size++] = static_cast<char>(0x80 | (c & 0x3F));
        break;
    }
  }
  size_ = static_cast<std::uint8_t>(size);
}

Folded Folded::as_written(std::string_view word) {
  Folded folded;
  std::copy(word.begin(), word.end(), folded.bytes_);
  folded.size_ = static_cast<std::uint8_t>(word.size());
  return folded;
}

}  // namespace loa::normalizer
