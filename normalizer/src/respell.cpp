// SPDX-License-Identifier: GPL-3.0-or-later
#include "respell.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "alphabet.h"
#include "loa/base/utf8.h"
#include "tables.h"

namespace loa::normalizer {

namespace {

bool begins_with_vowel(std::string_view word) {
  std::string plain;
  tables::fold_to_ascii(word.substr(0, utf8::decode(word, 0).size), plain);
  return !plain.empty() && is_ascii_vowel(plain[0]);
}

// How a consonant is said that another follows: the g of Grêgôriô. Empty: the two are one sound, or none.
std::string_view onset_alone(std::string_view word) {
  if (word.size() < 3) return {};
  const bool liquid = word[1] == 'l' || word[1] == 'r';
  switch (word[0]) {
    case 'b':
      return liquid ? "bờ" : "";
    case 'c':
    case 'k':
      return liquid ? "cờ" : "";
    case 'd':
      return liquid ? "đờ" : "";
    case 'g':
      return liquid ? "gờ" : "";
    case 'm':
      return liquid ? "mờ" : "";
    case 'p':
      return liquid ? "pờ" : "";
    case 's':
      return std::string_view("tpckmnl").find(word[1]) != std::string_view::npos ? "xờ" : "";
    default:
      return {};
  }
}

}  // namespace

// Lômônôxốp, bêtông, Inđônêxia: Vietnamese syllables written without a hyphen, or with two
// consonants that meet (Clêmentê). The longest first; the remainder must come out whole. Where `closed`, each
// syllable but the first begins with a consonant, so that lô mô nô xốp is found before lôm ôn.
bool split_syllables(std::string_view word, std::string& out, bool closed, int depth) {
  if (word.empty()) return true;
  if (const std::string_view onset = onset_alone(word); !onset.empty() && depth <= 8) {
    const std::size_t before = out.size();
    if (!out.empty() && out.back() != ' ') out += ' ';
    out += onset;
    if (split_syllables(word.substr(1), out, closed, depth + 1)) return true;
    out.resize(before);
    return false;
  }
  if (depth > 8 || (closed && depth > 0 && begins_with_vowel(word))) return false;
  if (depth > 0 && (word == "a" || word == "ô")) return false;  // anh, ông before a name
  for (std::size_t size = std::min<std::size_t>(word.size(), 12); size > 0; --size) {
    if (size < word.size() && !utf8::is_boundary(static_cast<unsigned char>(word[size]))) continue;
    if (!tables::is_syllable(word.substr(0, size))) continue;
    // "ha" set apart behind a figure would be hectares when it is read again.
    if (depth == 0 && size < word.size() && word.substr(0, size) == "ha") continue;
    // So would "ko" be: what stands for something else when it stands alone.
    if (size < 4 && size < word.size() && !tables::find_abbreviation(word.substr(0, size)).empty()) continue;
    const std::size_t before = out.size();
    if (!out.empty() && out.back() != ' ') out += ' ';
    out += word.substr(0, size);
    if (split_syllables(word.substr(size), out, closed, depth + 1)) return true;
    out.resize(before);
  }
  return false;
}

namespace {

// The vowels, each with its tones: none, huyền, sắc, hỏi, ngã, nặng.
constexpr char32_t kToned[][6] = {{U'a', U'à', U'á', U'ả', U'ã', U'ạ'}, {U'ă', U'ằ', U'ắ', U'ẳ', U'ẵ', U'ặ'},
                                  {U'â', U'ầ', U'ấ', U'ẩ', U'ẫ', U'ậ'}, {U'e', U'è', U'é', U'ẻ', U'ẽ', U'ẹ'},
                                  {U'ê', U'ề', U'ế', U'ể', U'ễ', U'ệ'}, {U'i', U'ì', U'í', U'ỉ', U'ĩ', U'ị'},
                                  {U'o', U'ò', U'ó', U'ỏ', U'õ', U'ọ'}, {U'ô', U'ồ', U'ố', U'ổ', U'ỗ', U'ộ'},
                                  {U'ơ', U'ờ', U'ớ', U'ở', U'ỡ', U'ợ'}, {U'u', U'ù', U'ú', U'ủ', U'ũ', U'ụ'},
                                  {U'ư', U'ừ', U'ứ', U'ử', U'ữ', U'ự'}, {U'y', U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}};

}  // namespace

// qúy → quý, ngừơi → người, ngừoi → người: the tone stands on the wrong letter, and
// o behind ư lost its hook. False where no place makes a syllable of it.
bool set_tone_right(std::string_view word, std::string& out) {
  constexpr std::size_t longest = 8;
  std::array<char32_t, longest> letters{};
  std::array<std::size_t, longest> vowel{};  // row of kToned, one more; 0: a consonant
  std::size_t count = 0;
  std::size_t tone = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    if (count == longest) return false;
    const utf8::Decoded d = utf8::decode(word, at);
    at += d.size;
    letters[count] = d.code_point;
    for (std::size_t row = 0; row < std::size(kToned); ++row) {
      const auto* found = std::find(std::begin(kToned[row]), std::end(kToned[row]), d.code_point);
      if (found == std::end(kToned[row])) continue;
      vowel[count] = row + 1;
      letters[count] = kToned[row][0];
      const auto mark = static_cast<std::size_t>(found - std::begin(kToned[row]));
      if (mark != 0 && tone != 0) return false;
      if (mark != 0) tone = mark;
    }
  }
  if (tone == 0) return false;
  for (const bool hooked : {false, true}) {
    for (std::size_t n = 0; hooked && n + 1 < count; ++n)
      if (letters[n] == U'ư' && letters[n + 1] == U'o') {
        letters[n + 1] = U'ơ';
        vowel[n + 1] = 9;  // the row of ơ
      }
    for (std::size_t n = 0; n < count; ++n) {
      if (vowel[n] == 0) continue;
      out.clear();
      for (std::size_t k = 0; k < count; ++k)
        utf8::append(out, k == n ? kToned[vowel[n] - 1][tone] : letters[k]);
      if (tables::is_syllable(out)) return true;
    }
  }
  out.clear();
  return false;
}

namespace {

struct Sound {
  std::string_view written;
  std::string_view spoken;
};
// Consonants of romanised names, the longest first, as a Vietnamese says them.
constexpr Sound kConsonants[] = {
    {"tch", "ch"}, {"sch", "s"}, {"shch", "s"}, {"ch", "ch"}, {"sh", "s"},  {"zh", "gi"}, {"kh", "kh"},
    {"gh", "g"},   {"ph", "ph"}, {"th", "th"},  {"ts", "x"},  {"tz", "x"},  {"dj", "gi"}, {"dz", "gi"},
    {"ck", "c"},   {"qu", "qu"}, {"ng", "ng"},  {"ny", "nh"}, {"gn", "nh"}, {"tr", "tr"}, {"b", "b"},
    {"c", "c"},    {"d", "đ"},   {"f", "ph"},   {"g", "g"},   {"h", "h"},   {"j", "gi"},  {"k", "c"},
    {"l", "l"},    {"m", "m"},   {"n", "n"},    {"p", "p"},   {"r", "r"},   {"s", "x"},   {"t", "t"},
    {"v", "v"},    {"w", "qu"},  {"x", "x"},    {"z", "d"}};
constexpr Sound kVowels[] = {{"ee", "i"},  {"oo", "u"},  {"ou", "u"},  {"ai", "ai"}, {"ay", "ay"},
                             {"au", "au"}, {"ao", "ao"}, {"ei", "ây"}, {"ey", "ây"}, {"oi", "oi"},
                             {"oy", "oi"}, {"ui", "ui"}, {"eu", "êu"}, {"iu", "iu"}, {"a", "a"},
                             {"e", "ê"},   {"i", "i"},   {"o", "ô"},   {"u", "u"},   {"y", "i"}};

}  // namespace

// A name of open syllables, with n, m, ng, t, p, k, c at an end: Nakamura → na ca mu ra.
// False where consonants meet as they do in English.
bool respell_open_syllables(std::string_view word, std::string& out) {
  std::size_t at = 0;
  std::size_t syllables = 0;
  while (at < word.size()) {
    std::string_view onset;
    bool glides = false;
    if (!is_ascii_vowel(word[at]) ||
        (word[at] == 'y' && at + 1 < word.size() && is_ascii_vowel(word[at + 1]))) {
      if (word[at] == 'y') {
        ++at;
        onset = "d";
      } else {
        const auto* found = std::find_if(std::begin(kConsonants), std::end(kConsonants), [&](const Sound& s) {
          return word.substr(at, s.written.size()) == s.written;
        });
        if (found == std::end(kConsonants)) return false;
        at += found->written.size();
        onset = found->spoken;
        glides = found->written == "w";
        const bool soft = found->written == "c" && at < word.size() &&
                          (word[at] == 'e' || word[at] == 'i' || word[at] == 'y');
        if (soft) onset = "x";  // Cesena, Cincinnati
        // A doubled consonant is one: Gianni, Abdullah.
        if (at < word.size() && word[at] == word[at - 1]) ++at;
      }
    }
    const auto* vowel = std::find_if(std::begin(kVowels), std::end(kVowels), [&](const Sound& s) {
      return word.substr(at, s.written.size()) == s.written;
    });
    if (at >= word.size() || vowel == std::end(kVowels)) return false;
    at += vowel->written.size();
    std::string_view coda;
    const auto ends_here = [&](std::size_t size) {
      return at + size == word.size() || !is_ascii_vowel(word[at + size]);
    };
    bool glide = vowel->spoken.size() > 1 && vowel->spoken != "ê" && vowel->spoken != "ô";
    if (!glide) {
      if (word.substr(at, 2) == "ng" && ends_here(2)) {
        coda = "ng";
        at += 2;
      } else if (at < word.size() && (word[at] == 'n' || word[at] == 'm') && ends_here(1)) {
        coda = word.substr(at, 1);
        ++at;
      }
    }
    if (!out.empty() && out.back() != ' ') out += ' ';
    std::string syllable;
    const char first = vowel->spoken.front();
    const bool front_vowel = vowel->spoken == "ê" || first == 'i' || vowel->spoken == "êu";
    if (onset == "c" && front_vowel)
      syllable = "k";
    else if (onset == "g" && front_vowel)
      syllable = "gh";
    else if (onset == "ng" && front_vowel)
      syllable = "ngh";
    else if (onset == "gi" && first == 'i')
      syllable = "g";
    else if (glides && first == 'a')  // Waseda: oa xê đa
      syllable = "o";
    else if (glides && (vowel->spoken == "ê" || vowel->spoken == "i"))
      syllable = "u";
    else
      syllable = onset;
    if (glides && vowel->spoken == "i")
      syllable += "y";
    else
      syllable += vowel->spoken;
    syllable += coda;
    if (!tables::is_syllable(syllable)) return false;
    out += syllable;
    if (++syllables > 8) return false;
  }
  return syllables >= 2;
}

// A letter that only Vietnamese has: ă, đ, ơ, ư, and those with a tone below or on a hat.
bool is_misspelt_vietnamese(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    at += d.size;
    const char32_t c = to_lower(d.code_point);
    if ((c >= 0x1EA0 && c <= 0x1EF9) || c == U'\u0103' || c == U'\u0111' || c == U'\u01A1' || c == U'\u01B0')
      return true;
  }
  return false;
}

bool has_foreign_or_plain_letters_only(std::string_view ascii) {
  return std::all_of(ascii.begin(), ascii.end(), [](char b) { return b >= 'a' && b <= 'z'; });
}

// Müller, HyperX: foreign marks taken off and the author's capitals kept, but never
// two together, which would be letters.
void fold_keeping_case(std::string_view word, std::string& out) {
  bool last_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    const std::size_t begin = out.size();
    tables::fold_to_ascii(word.substr(at, d.size), out);
    at += d.size;
    const bool upper = letter_case(d.code_point) == LetterCase::upper;
    if (upper && !last_upper && out.size() == begin + 1 && out[begin] >= 'a' && out[begin] <= 'z')
      out[begin] = static_cast<char>(out[begin] - ('a' - 'A'));
    last_upper = upper;
  }
}

// A Japanese name: every syllable open or closed by n, and none of the letters
// that Japanese does not have. Its last e is sounded.
bool looks_japanese(std::string_view word) {
  std::size_t at = 0;
  std::size_t morae = 0;
  while (at < word.size()) {
    if (!is_ascii_vowel(word[at]) || word[at] == 'y') {
      constexpr std::string_view onsets[] = {"sh", "ch", "ts", "ky", "gy", "ny", "hy", "my", "ry",
                                             "k",  "s",  "t",  "n",  "h",  "m",  "y",  "r",  "w",
                                             "g",  "z",  "j",  "d",  "b",  "p",  "f"};
      const auto* found = std::find_if(std::begin(onsets), std::end(onsets),
                                       [&](std::string_view o) { return word.substr(at, o.size()) == o; });
      if (found == std::end(onsets)) return false;
      at += found->size();
    }
    if (at >= word.size() || !is_ascii_vowel(word[at]) || word[at] == 'y') return false;
    ++at;
    ++morae;
    if (at < word.size() && word[at] == 'n' && (at + 1 == word.size() || !is_ascii_vowel(word[at + 1]))) ++at;
  }
  // Inside and remote look the same until they are long.
  return morae >= 4 || (morae == 3 && word.substr(word.size() - 2) == "ae");
}

}  // namespace loa::normalizer
