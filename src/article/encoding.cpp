// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/encoding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "article/legacy_tables.h"
#include "loa/base/utf8.h"

namespace loa::article {
namespace {

struct EncodingName {
  std::string_view name;
  Encoding encoding;
};
// The first name of each encoding is the one that is shown.
constexpr std::array<EncodingName, 15> kNames = {{{"utf-8", Encoding::utf8},
                                                  {"utf-16le", Encoding::utf16le},
                                                  {"utf-16be", Encoding::utf16be},
                                                  {"windows-1258", Encoding::windows1258},
                                                  {"viscii", Encoding::viscii},
                                                  {"tcvn3", Encoding::tcvn3},
                                                  {"vni", Encoding::vni},
                                                  {"utf-16", Encoding::utf16le},
                                                  {"ascii", Encoding::utf8},
                                                  {"us-ascii", Encoding::utf8},
                                                  {"cp1258", Encoding::windows1258},
                                                  {"abc", Encoding::tcvn3},
                                                  {"tcvn-5712", Encoding::tcvn3},
                                                  {"vni-win", Encoding::vni},
                                                  {"vni-windows", Encoding::vni}}};

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

ByteTable ascii_table() {
  ByteTable table{};
  for (std::size_t b = 0; b < 0x80; ++b) table[b] = {static_cast<char32_t>(b), 0};
  return table;
}

ByteTable make_windows1258() {
  ByteTable table = ascii_table();
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("windows-1258", &status);
  if (U_FAILURE(status)) return table;  // every high byte is then reported as invalid
  for (std::size_t b = 0x80; b < 0x100; ++b) {
    const char byte = static_cast<char>(b);
    std::array<UChar, 4> out{};
    status = U_ZERO_ERROR;
    const int32_t count =
        ucnv_toUChars(converter, out.data(), static_cast<int32_t>(out.size()), &byte, 1, &status);
    if (U_SUCCESS(status) && count == 1 && out[0] != 0xFFFD && out[0] != 0x1A) table[b] = {out[0], 0};
  }
  ucnv_close(converter);
  return table;
}

ByteTable make_viscii() {
  ByteTable table = ascii_table();
  for (std::size_t i = 0; i < kVisciiHigh.size(); ++i) table[0x80 + i] = {kVisciiHigh[i], 0};
  for (const ByteLetter& low : kVisciiLow) table[low.byte] = {low.letter, 0};
  return table;
}

void add_windows_punctuation(ByteTable& table) {
  for (std::size_t i = 0; i < kWindowsPunctuation.size(); ++i) table[0x80 + i] = {kWindowsPunctuation[i], 0};
}

ByteTable make_tcvn3() {
  ByteTable table = ascii_table();
  add_windows_punctuation(table);
  for (std::size_t i = 0; i < kTcvnHigh.size(); ++i) table[0xA0 + i] = {kTcvnHigh[i], 0};
  return table;
}

ByteTable make_vni() {
  ByteTable table = ascii_table();
  add_windows_punctuation(table);
  for (std::size_t b = 0xA0; b < 0x100; ++b) table[b] = {static_cast<char32_t>(b), 0};  // Latin-1
  for (const VniMark& mark : kVniMarks) {
    table[mark.byte] = mark.marks;
    table[mark.byte - 0x20U] = mark.marks;
  }
  for (const VniLetter& letter : kVniLetters) {
    table[letter.byte] = {letter.small, 0};
    table[letter.byte - 0x20U] = {letter.capital, 0};
  }
  table[kVniYDot.byte] = {kVniYDot.letter, 0};
  table[kVniCapitalYDot.byte] = {kVniCapitalYDot.letter, 0};
  return table;
}

// Whether a word, decomposed, has the shape of a written Vietnamese syllable:
// consonants, vowels with at most one tone, a final; and one kind of case.
bool is_syllable_shape(const icu::UnicodeString& nfd) {
  static constexpr std::array<std::string_view, 28> kOnsets = {
      "",    "b",  "c", "ch", "d", "g",  "gh", "h", "k", "kh", "l",  "m", "n", "ng",
      "ngh", "nh", "p", "ph", "q", "qu", "r",  "s", "t", "th", "tr", "v", "x", "gi"};
  static constexpr std::array<std::string_view, 9> kFinals = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  std::string letters;
  int tones = 0;
  int capitals = 0;
  bool first_capital = false;
  for (int32_t i = 0; i < nfd.length(); ++i) {
    const UChar c = nfd[i];
    const bool after_vowel =
        !letters.empty() && std::string_view("aeiouy").find(letters.back()) != std::string_view::npos;
    switch (c) {
      case 0x0300:
      case 0x0301:
      case 0x0303:
      case 0x0309:
      case 0x0323:
        if (!after_vowel) return false;
        ++tones;
        continue;
      case 0x0302:
        if (!after_vowel || letters.back() == 'i' || letters.back() == 'u' || letters.back() == 'y')
          return false;
        continue;
      case 0x0306:
        if (letters.empty() || letters.back() != 'a') return false;
        continue;
      case 0x031B:
        if (letters.empty() || (letters.back() != 'o' && letters.back() != 'u')) return false;
        continue;
      default:
        break;
    }
    UChar32 small = u_tolower(c);
    if (small != c) {
      ++capitals;
      if (letters.empty()) first_capital = true;
    }
    if (small == 0x0111) small = 'd';
    if (small < 'a' || small > 'z') return false;
    letters += static_cast<char>(small);
  }
  const int length = static_cast<int>(letters.size());
  if (tones > 1 || length > 7) return false;
  if (capitals != 0 && capitals != length && !(capitals == 1 && first_capital)) return false;
  const auto is_vowel = [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; };
  const auto onset_end =
      static_cast<std::size_t>(std::find_if(letters.begin(), letters.end(), is_vowel) - letters.begin());
  const std::string_view onset = std::string_view(letters).substr(0, onset_end);
  std::size_t vowels_end = onset_end;
  while (vowels_end < letters.size() && is_vowel(letters[vowels_end])) ++vowels_end;
  const std::string_view final = std::string_view(letters).substr(vowels_end);
  return vowels_end > onset_end && vowels_end - onset_end <= 4 &&
         std::find(kOnsets.begin(), kOnsets.end(), onset) != kOnsets.end() &&
         std::find(kFinals.begin(), kFinals.end(), final) != kFinals.end();
}

// Vietnamese words with marks minus three times those that cannot be.
int plausibility(std::string_view bytes, Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return 0;
  const ByteTable& table = byte_table(encoding);
  int score = 0;
  icu::UnicodeString word;
  bool marked = false;
  const auto judge = [&] {
    if (marked) score += is_syllable_shape(nfd->normalize(word, status)) ? 1 : -3;
    word.remove();
    marked = false;
  };
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const auto& [first, second] = table[byte];
    const auto code = static_cast<UChar32>(first);
    const bool mark = first != 0 && u_charType(code) == U_NON_SPACING_MARK;
    if (first != 0 && (u_isalpha(code) || mark)) {
      word.append(code);
      if (second != 0) word.append(static_cast<UChar32>(second));
      marked = marked || byte >= 0x80 || (byte < 0x20);
      continue;
    }
    judge();
    // Bytes without meaning, and signs that text hardly has, speak against.
    if (byte >= 0x80) {
      const bool common = first == 0xA0 || first == 0xB0 || first == 0xAB || first == 0xBB ||
                          first == 0x2013 || first == 0x2014 || first == 0x2018 || first == 0x2019 ||
                          first == 0x201C || first == 0x201D || first == 0x2026 || first == 0x2022;
      if (!common) score -= 2;
    } else if (byte < 0x20 && is_control(byte, encoding)) {
      score -= 3;
    }
  }
  judge();
  return score;
}

std::optional<Encoding> detect_utf16(std::string_view bytes) {
  constexpr std::size_t kFewest = 4;  // a shorter text without a BOM proves nothing
  const std::size_t units = bytes.size() / 2;
  if (units < kFewest || bytes.find('\0') == std::string_view::npos) return std::nullopt;
  std::size_t little = 0;
  std::size_t big = 0;
  std::size_t zeros = 0;
  std::size_t little_nul = 0;
  std::size_t big_nul = 0;
  const auto is_high = [](char c) {  // high bytes of Latin, Vietnamese and punctuation
    return c == 0x00 || c == 0x01 || c == 0x03 || c == 0x1E || c == 0x20;
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char even = bytes[i];
    const char odd = bytes[i + 1];
    if (even == 0 && odd == 0) ++zeros;
    if (odd == 0) ++little_nul;
    if (even == 0) ++big_nul;
    if (is_high(odd) && !(even == 0 && odd == 0)) ++little;
    if (is_high(even) && !(even == 0 && odd == 0)) ++big;
  }
  if (zeros != 0) return std::nullopt;
  // Some two letters of three are ASCII in Vietnamese: half of the high bytes must be NUL.
  const auto fits = [&](std::size_t high, std::size_t nul) {
    return high * 10 >= units * 9 && nul * 2 >= units;
  };
  if (little > big && fits(little, little_nul)) return Encoding::utf16le;
  if (big > little && fits(big, big_nul)) return Encoding::utf16be;
  return std::nullopt;
}

}  // namespace

std::string_view name(Encoding encoding) {
  for (const EncodingName& known : kNames) {
    if (known.encoding == encoding) return known.name;
  }
  return "utf-8";
}

std::optional<Encoding> find_encoding(std::string_view name) {
  const std::string wanted = folded(name);
  for (const EncodingName& known : kNames) {
    if (folded(known.name) == wanted) return known.encoding;
  }
  return std::nullopt;
}

const ByteTable& byte_table(Encoding encoding) {
  static const ByteTable windows1258 = make_windows1258();
  static const ByteTable viscii = make_viscii();
  static const ByteTable tcvn3 = make_tcvn3();
  static const ByteTable vni = make_vni();
  switch (encoding) {
    case Encoding::viscii:
      return viscii;
    case Encoding::tcvn3:
      return tcvn3;
    case Encoding::vni:
      return vni;
    default:
      return windows1258;
  }
}

bool is_control(unsigned char byte, Encoding encoding) {
  if (byte == 0x7F) return true;
  if (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0x1A) return false;
  if (encoding != Encoding::viscii) return true;
  return std::none_of(kVisciiLow.begin(), kVisciiLow.end(),
                      [&](const ByteLetter& low) { return low.byte == byte; });
}

Encoding detect_encoding(std::string_view bytes) {
  if (const auto utf16 = detect_utf16(bytes)) return *utf16;

  std::size_t whole = 0;
  std::size_t broken = 0;
  std::size_t at = 0;
  std::size_t low_letters = 0;  // VISCII letters among the control characters
  while (at < bytes.size()) {
    const utf8::Decoded next = utf8::decode(bytes, at);
    // The last bytes may be cut inside a character.
    if (!next.valid && at + 4 <= bytes.size()) ++broken;
    if (next.valid && next.size > 1) ++whole;
    if (next.size == 1 && next.valid && is_control(static_cast<unsigned char>(bytes[at]), Encoding::utf8) &&
        !is_control(static_cast<unsigned char>(bytes[at]), Encoding::viscii)) {
      ++low_letters;
    }
    at += next.size;
  }
  // UTF-8 with some broken bytes has far more whole characters: a text of an
  // 8-bit encoding hardly ever holds one by chance.
  if ((broken == 0 && low_letters == 0) || whole > broken) return Encoding::utf8;
  const std::string_view sample = bytes.substr(0, 16 * 1024);
  Encoding best = Encoding::utf8;
  int best_score = 0;
  for (const Encoding candidate : {Encoding::windows1258, Encoding::tcvn3, Encoding::vni, Encoding::viscii}) {
    const int score = plausibility(sample, candidate);
    if (score > best_score) {
      best = candidate;
      best_score = score;
    }
  }
  return best;
}

}  // namespace loa::article
