// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "loa/base/utf8.h"

namespace loa::speech {
namespace {

/// A vowel by what it is made of: base letter, shape, tone.
enum class Shape : std::uint8_t { plain, breve, circumflex, horn };
struct VowelRow {
  char base;
  Shape shape;
  std::array<char32_t, 6> tones;  // ngang, huyền, sắc, hỏi, ngã, nặng
};
constexpr std::array<VowelRow, 12> kLower = {{
    {'a', Shape::plain, {U'a', U'à', U'á', U'ả', U'ã', U'ạ'}},
    {'a', Shape::breve, {U'ă', U'ằ', U'ắ', U'ẳ', U'ẵ', U'ặ'}},
    {'a', Shape::circumflex, {U'â', U'ầ', U'ấ', U'ẩ', U'ẫ', U'ậ'}},
    {'e', Shape::plain, {U'e', U'è', U'é', U'ẻ', U'ẽ', U'ẹ'}},
    {'e', Shape::circumflex, {U'ê', U'ề', U'ế', U'ể', U'ễ', U'ệ'}},
    {'i', Shape::plain, {U'i', U'ì', U'í', U'ỉ', U'ĩ', U'ị'}},
    {'o', Shape::plain, {U'o', U'ò', U'ó', U'ỏ', U'õ', U'ọ'}},
    {'o', Shape::circumflex, {U'ô', U'ồ', U'ố', U'ổ', U'ỗ', U'ộ'}},
    {'o', Shape::horn, {U'ơ', U'ờ', U'ớ', U'ở', U'ỡ', U'ợ'}},
    {'u', Shape::plain, {U'u', U'ù', U'ú', U'ủ', U'ũ', U'ụ'}},
    {'u', Shape::horn, {U'ư', U'ừ', U'ứ', U'ử', U'ữ', U'ự'}},
    {'y', Shape::plain, {U'y', U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}},
}};

struct Vowel {
  const VowelRow* row = nullptr;
  std::size_t tone = 0;
};

Vowel find_vowel(char32_t lower_letter) {
  for (const VowelRow& row : kLower)
    for (std::size_t tone = 0; tone < row.tones.size(); ++tone)
      if (row.tones[tone] == lower_letter) return {&row, tone};
  return {};
}

const VowelRow* find_row(char base, Shape shape) {
  for (const VowelRow& row : kLower)
    if (row.base == base && row.shape == shape) return &row;
  return nullptr;
}

/// Upper case of a lower-case letter of ours.
constexpr char32_t upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE) return c - 32;  // Latin-1
  return c - 1;  // elsewhere the cases alternate: Đ đ, Ă ă, Ơ ơ, Ạ ạ …
}

/// For every letter of ours its lower case, at its own place in two blocks of Unicode; else 0.
/// This is asked for each character of a text, several times.
constexpr char32_t kHighBegin = 0x1E00;
struct LowerCases {
  std::array<char32_t, 0x200> low{};
  std::array<char32_t, 0x100> high{};

  [[nodiscard]] constexpr char32_t& at(char32_t c) { return c < low.size() ? low[c] : high[c - kHighBegin]; }
  [[nodiscard]] constexpr char32_t of(char32_t c) const {
    if (c < low.size()) return low[c];
    return c >= kHighBegin && c < kHighBegin + high.size() ? high[c - kHighBegin] : 0;
  }
};
constexpr LowerCases make_lower_cases() {
  LowerCases table;
  const auto add = [&](char32_t c) { table.at(c) = table.at(upper(c)) = c; };
  for (char32_t c = U'a'; c <= U'z'; ++c) add(c);
  add(U'đ');
  for (const VowelRow& row : kLower)
    for (const char32_t c : row.tones) add(c);
  return table;
}
constexpr LowerCases kLowerCases = make_lower_cases();

/// Plain letters where they are not Vietnamese, in the order of their numbers; those of
/// two blocks are given by kFoldRuns below.
struct Fold {
  char32_t from;
  std::string_view to;
};
constexpr Fold kFolds[] = {
    {0xC4, "A"},    {0xC5, "A"},   {0xC6, "AE"},  {0xC7, "C"},   {0xCB, "E"},   {0xCE, "I"},   {0xCF, "I"},
    {0xD0, "Đ"},    {0xD1, "N"},   {0xD6, "O"},   {0xD8, "O"},   {0xDB, "U"},   {0xDC, "U"},   {0xDE, "Th"},
    {0xDF, "ss"},   {0xE4, "a"},   {0xE5, "a"},   {0xE6, "ae"},  {0xE7, "c"},   {0xEB, "e"},   {0xEE, "i"},
    {0xEF, "i"},    {0xF0, "đ"},   {0xF1, "n"},   {0xF6, "o"},   {0xF8, "o"},   {0xFB, "u"},   {0xFC, "u"},
    {0xFE, "th"},   {0xFF, "y"},   {0x100, "A"},  {0x101, "a"},  {0x104, "A"},  {0x105, "a"},  {0x106, "C"},
    {0x107, "c"},   {0x108, "C"},  {0x109, "c"},  {0x10A, "C"},  {0x10B, "c"},  {0x10C, "C"},  {0x10D, "c"},
    {0x10E, "D"},   {0x10F, "d"},  {0x112, "E"},  {0x113, "e"},  {0x114, "E"},  {0x115, "e"},  {0x116, "E"},
    {0x117, "e"},   {0x118, "E"},  {0x119, "e"},  {0x11A, "E"},  {0x11B, "e"},  {0x11C, "G"},  {0x11D, "g"},
    {0x11E, "G"},   {0x11F, "g"},  {0x120, "G"},  {0x121, "g"},  {0x122, "G"},  {0x123, "g"},  {0x124, "H"},
    {0x125, "h"},   {0x126, "H"},  {0x127, "h"},  {0x12A, "I"},  {0x12B, "i"},  {0x12C, "I"},  {0x12D, "i"},
    {0x12E, "I"},   {0x12F, "i"},  {0x130, "I"},  {0x131, "i"},  {0x134, "J"},  {0x135, "j"},  {0x136, "K"},
    {0x137, "k"},   {0x139, "L"},  {0x13A, "l"},  {0x13B, "L"},  {0x13C, "l"},  {0x13D, "L"},  {0x13E, "l"},
    {0x141, "L"},   {0x142, "l"},  {0x143, "N"},  {0x144, "n"},  {0x145, "N"},  {0x146, "n"},  {0x147, "N"},
    {0x148, "n"},   {0x14A, "Ng"}, {0x14B, "ng"}, {0x14C, "O"},  {0x14D, "o"},  {0x14E, "O"},  {0x14F, "o"},
    {0x150, "O"},   {0x151, "o"},  {0x152, "OE"}, {0x153, "oe"}, {0x154, "R"},  {0x155, "r"},  {0x156, "R"},
    {0x157, "r"},   {0x158, "R"},  {0x159, "r"},  {0x15A, "S"},  {0x15B, "s"},  {0x15C, "S"},  {0x15D, "s"},
    {0x15E, "S"},   {0x15F, "s"},  {0x160, "S"},  {0x161, "s"},  {0x162, "T"},  {0x163, "t"},  {0x164, "T"},
    {0x165, "t"},   {0x166, "T"},  {0x167, "t"},  {0x16A, "U"},  {0x16B, "u"},  {0x16C, "U"},  {0x16D, "u"},
    {0x16E, "U"},   {0x16F, "u"},  {0x170, "U"},  {0x171, "u"},  {0x172, "U"},  {0x173, "u"},  {0x174, "W"},
    {0x175, "w"},   {0x176, "Y"},  {0x177, "y"},  {0x178, "Y"},  {0x179, "Z"},  {0x17A, "z"},  {0x17B, "Z"},
    {0x17C, "z"},   {0x17D, "Z"},  {0x17E, "z"},  {0x189, "Đ"},  {0x18F, "E"},  {0x192, "f"},  {0x1CD, "A"},
    {0x1CE, "a"},   {0x1CF, "I"},  {0x1D0, "i"},  {0x1D1, "O"},  {0x1D2, "o"},  {0x1D3, "U"},  {0x1D4, "u"},
    {0x1E6, "G"},   {0x1E7, "g"},  {0x1E8, "K"},  {0x1E9, "k"},  {0x1EA, "O"},  {0x1EB, "o"},  {0x1F4, "G"},
    {0x1F5, "g"},   {0x1F8, "N"},  {0x1F9, "n"},  {0x21E, "H"},  {0x21F, "h"},  {0x226, "A"},  {0x227, "a"},
    {0x228, "E"},   {0x229, "e"},  {0x22E, "O"},  {0x22F, "o"},  {0x232, "Y"},  {0x233, "y"},  {0x256, "đ"},
    {0x259, "e"},   {0x1E96, "h"}, {0x1E97, "t"}, {0x1E98, "w"}, {0x1E99, "y"}, {0x1E9A, "a"}, {0x1E9B, "s"},
    {0x1E9E, "SS"}, {0x2C61, "l"}};
static_assert(std::is_sorted(std::begin(kFolds), std::end(kFolds),
                             [](const Fold& a, const Fold& b) { return a.from < b.from; }));

/// Blocks in which a letter follows the other with its marks, each as a capital and a
/// small one: the plain letter of each pair.
struct FoldRun {
  char32_t from;
  std::string_view letters;  // lower case
};
constexpr FoldRun kFoldRuns[] = {
    {0x1D5, "uuuu"},
    {0x1DE, "aa"},
    {0x1EC, "o"},
    {0x1FA, "a"},
    {0x200, "aaeeiioorruust"},
    {0x22A, "oo"},
    {0x230, "o"},
    {0x1E00, "abbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzz"},
};
constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

char32_t lower(char32_t c) {
  const char32_t small = kLowerCases.of(c);
  return small != 0 ? small : c;
}

bool is_letter(char32_t c) { return kLowerCases.of(c) != 0; }

char32_t compose(char32_t letter, char32_t mark) {
  if (mark < 0x300 || mark > 0x341) return 0;
  const char32_t small = lower(letter);
  const Vowel vowel = find_vowel(small);
  if (vowel.row == nullptr) return 0;
  const VowelRow* row = vowel.row;
  std::size_t tone = vowel.tone;
  switch (mark) {
    case 0x300:
    case 0x340:
      tone = 1;
      break;
    case 0x301:
    case 0x341:
      tone = 2;
      break;
    case 0x309:
      tone = 3;
      break;
    case 0x303:
      tone = 4;
      break;
    case 0x323:
      tone = 5;
      break;
    case 0x302:
      row = find_row(row->base, Shape::circumflex);
      break;
    case 0x306:
      row = find_row(row->base, Shape::breve);
      break;
    case 0x31B:
      row = find_row(row->base, Shape::horn);
      break;
    default:
      return 0;
  }
  if (row == nullptr) return 0;
  // A second tone or a second shape on one letter is not Vietnamese.
  if (row == vowel.row ? vowel.tone != 0 : vowel.row->shape != Shape::plain) return 0;
  const char32_t composed = row->tones[tone];
  return small == letter ? composed : upper(composed);
}

std::string_view fold_foreign(char32_t c) {
  const Fold* found = std::lower_bound(std::begin(kFolds), std::end(kFolds), c,
                                       [](const Fold& fold, char32_t wanted) { return fold.from < wanted; });
  if (found != std::end(kFolds) && found->from == c) return found->to;
  for (const FoldRun& run : kFoldRuns) {
    if (c < run.from || c >= run.from + 2 * run.letters.size()) continue;
    const std::size_t pair = (c - run.from) / 2;
    const bool capital = (c - run.from) % 2 == 0;
    const auto letter = static_cast<std::size_t>(run.letters[pair] - 'a');
    return capital ? kCapitals.substr(letter, 1) : run.letters.substr(pair, 1);
  }
  return {};
}

std::string lower_composed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  char32_t last = 0;
  std::size_t last_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    at += decoded.size;
    char32_t c = lower(decoded.code_point);
    if (const char32_t composed = last != 0 ? compose(last, c) : 0; composed != 0) {
      result.resize(last_at);
      c = composed;
    }
    last = c;
    last_at = result.size();
    utf8::append(result, c);
  }
  return result;
}

}  // namespace loa::speech
