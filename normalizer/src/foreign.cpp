// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "alphabet.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr std::size_t kLongestWord = 40;

bool is_ascii_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
}

// A capitalised word that is no Vietnamese syllable: the neighbour of a foreign name.
bool is_foreign_name(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) && c[i].shape != Shape::lower && c[i].shape != Shape::single_upper &&
         !c[i].syllable;
}

// One past the last token of the row's words from token `i` on, or 0. Words are
// parted by one blank, a hyphen, or an apostrophe.
std::size_t matches(const Context& c, std::size_t i, const tables::RespellingRow& row, std::string& scratch) {
  std::string_view rest = row.written;
  std::size_t at = i;
  while (true) {
    const std::size_t cut = rest.find(' ');
    if (!c.is(at, TokenKind::word) || c[at].size() > kLongestWord) return 0;
    if (row.capital && c[at].shape == Shape::lower) return 0;
    scratch.clear();
    tables::fold(c.text(at), scratch);
    if (scratch != rest.substr(0, cut)) {
      // ha Nội vụ: a Vietnamese word with its marks is no part of a name without.
      if (at > i && c[at].syllable && c[at].size() > c[at].letters) return 0;
      scratch.clear();
      tables::fold_to_ascii(c.text(at), scratch);
      if (scratch != rest.substr(0, cut)) return 0;
    }
    ++at;
    if (cut == std::string_view::npos) {
      // Dan Burn, Da Vinci, but Di Linh: the head of a name only before a foreign one.
      const bool heads_name =
          (c.is_blank(at) || c.is_dash(at)) && is_foreign_name(c, at + 1) && !c.is(at + 1, TokenKind::end);
      return row.heads_name && !heads_name ? 0 : at;
    }
    rest.remove_prefix(cut + 1);
    if (!c.is_blank(at) && !c.is_dash(at) && !c.is_mark(at, U'\'') && !c.is_mark(at, U'\u2019') &&
        !c.is_mark(at, U'.'))
      return 0;
    ++at;
  }
}

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

// Lômônôxốp, bêtông, Inđônêxia: Vietnamese syllables written without a hyphen, or with two
// consonants that meet (Clêmentê). The longest first; the remainder must come out whole. Where `closed`, each
// syllable but the first begins with a consonant, so that lô mô nô xốp is found before lôm ôn.
bool split_syllables(std::string_view word, std::string& out, bool closed, int depth = 0) {
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

// The vowels, each with its tones: none, huyền, sắc, hỏi, ngã, nặng.
constexpr char32_t kToned[][6] = {{U'a', U'à', U'á', U'ả', U'ã', U'ạ'}, {U'ă', U'ằ', U'ắ', U'ẳ', U'ẵ', U'ặ'},
                                  {U'â', U'ầ', U'ấ', U'ẩ', U'ẫ', U'ậ'}, {U'e', U'è', U'é', U'ẻ', U'ẽ', U'ẹ'},
                                  {U'ê', U'ề', U'ế', U'ể', U'ễ', U'ệ'}, {U'i', U'ì', U'í', U'ỉ', U'ĩ', U'ị'},
                                  {U'o', U'ò', U'ó', U'ỏ', U'õ', U'ọ'}, {U'ô', U'ồ', U'ố', U'ổ', U'ỗ', U'ộ'},
                                  {U'ơ', U'ờ', U'ớ', U'ở', U'ỡ', U'ợ'}, {U'u', U'ù', U'ú', U'ủ', U'ũ', U'ụ'},
                                  {U'ư', U'ừ', U'ứ', U'ử', U'ữ', U'ự'}, {U'y', U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}};

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

// ---- words joined together: SharePoint, HyperOS, eSIM ---------------------------

bool is_capital(char b) { return b >= 'A' && b <= 'Z'; }
char to_small(char b) { return is_capital(b) ? static_cast<char>(b - 'A' + 'a') : b; }

// One past the part that begins at `begin`: Share|Point, JP|Morgan, Hyper|OS, GEN|fest.
std::size_t end_of_part(std::string_view word, std::size_t begin) {
  std::size_t end = begin + 1;
  if (is_capital(word[begin]) && end < word.size() && is_capital(word[end])) {
    while (end < word.size() && is_capital(word[end])) ++end;
    if (end >= word.size()) return end;
    // GENfest: no word begins with Nf, so all the capitals are the first part.
    constexpr std::string_view kVoiced = "aeiouyhlrw";
    const bool begins_word =
        is_ascii_vowel(to_small(word[end - 1])) || kVoiced.find(word[end]) != std::string_view::npos;
    return begins_word ? end - 1 : end;
  }
  while (end < word.size() && !is_capital(word[end])) ++end;
  return end;
}

bool is_prefix_letter(std::string_view part) { return part == "e" || part == "i"; }

// Whether each part is a word or letters by itself: McTominay and LeBron are one word.
bool is_joined(std::string_view word) {
  std::size_t parts = 0;
  for (std::size_t at = 0; at < word.size(); ++parts) {
    const std::size_t end = end_of_part(word, at);
    const std::string_view part = word.substr(at, end - at);
    const bool letters = part.size() <= 4 && std::all_of(part.begin(), part.end(), is_capital);
    const bool vowel = part.find_first_of("aeiouyAEIOUY") != std::string_view::npos;
    const bool prefix = at == 0 && is_prefix_letter(part);
    if (!letters && !prefix && (part.size() < 3 || !vowel || part == "Mac" || part == "Fitz")) return false;
    at = end;
  }
  return parts >= 2 && parts <= 4;
}

Certainty say_joined(Draft& draft, const Context& c, std::string_view word, Span source) {
  Certainty certainty = Certainty::sure;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = end_of_part(word, at);
    const std::string_view part = word.substr(at, end - at);
    const Span span = word.size() == source.size() ? Span{source.begin + at, source.begin + end} : source;
    if (at == 0 && is_prefix_letter(part)) {
      draft.say(part == "e" ? "i" : "ai", span);
    } else if (say_lexicon_word(draft, part, span)) {
    } else if (std::all_of(part.begin(), part.end(), is_capital)) {
      const auto rows = tables::find_abbreviation(part);
      if (!rows.empty() && rows.back().kind != tables::AbbreviationKind::expand &&
          !rows.back().spoken.empty())
        draft.say(rows.back().spoken, span);
      else
        say_letters(draft, part, LetterUse::abbreviation, c, span);
    } else if (tables::is_syllable(part)) {
      std::string lower;
      tables::fold(part, lower);
      draft.say(lower, span);
    } else {
      certainty = say_foreign_word(draft, part, true, c, span);
    }
    at = end;
  }
  return certainty;
}

// ĐăkSơMei, KơRoong, HBông: a name whose parts were written together, told from QĐst by a small letter
// with a mark. Appends its parts, as bytes of it: at each capital, and each of several capitals but the last.
bool split_name(std::string_view word, std::vector<Span>& parts) {
  bool marked = false;
  bool after_small = false;
  std::size_t small = 0;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    const bool upper = letter_case(d.code_point) == LetterCase::upper;
    if (upper) parts.push_back({at, at});
    if (parts.empty()) return false;
    if (!upper) {
      marked = marked || d.code_point >= 0x80;
      ++small;
    }
    after_small = !upper;
    at += d.size;
    parts.back().end = at;
  }
  return marked && small >= 2 && parts.size() >= 2 && parts.size() <= 4 && after_small;
}

// lúc 9g ngàyThứ Năm: two words of Vietnamese whose blank was lost, of three letters and more each.
bool split_lost_blank(std::string_view word, std::vector<Span>& parts) {
  constexpr std::size_t kShortest = 3;
  std::size_t letters = 0;
  std::size_t behind = 0;
  bool marked = false;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    if (letter_case(d.code_point) == LetterCase::upper) {
      if (at == 0 || !parts.empty() || letters < kShortest) return false;
      parts = {{0, at}, {at, word.size()}};
    }
    ++(parts.empty() ? letters : behind);
    marked = marked || d.code_point >= 0x80;
    at += d.size;
  }
  return marked && behind >= kShortest && parts.size() == 2 &&
         std::all_of(parts.begin(), parts.end(),
                     [word](const Span& part) { return tables::is_syllable(part.of(word)); });
}

Certainty say_parts(Draft& draft, const Context& c, std::string_view word, const std::vector<Span>& parts,
                    Span source) {
  Certainty certainty = Certainty::narrow;
  for (const Span part : parts) {
    const Span span{source.begin + part.begin, source.begin + part.end};
    const std::string_view text = part.of(word);
    std::string lower;
    tables::fold(text, lower);
    if (text.size() == 1) {
      // The H of HBông is a consonant before another.
      const tables::LetterRow* row = tables::find_letter(static_cast<char32_t>(text[0]));
      if (row != nullptr) draft.say(text == "H" ? "hơ" : row->school, span);
    } else if (say_lexicon_word(draft, text, span)) {
    } else if (tables::is_syllable(text)) {
      draft.say(lower, span);
    } else {
      certainty = say_foreign_word(draft, text, true, c, span);
    }
  }
  return certainty;
}

// McDonald's, Levi's: the s is not said.
std::size_t end_of_possessive(const Context& c, std::size_t end) {
  const bool apostrophe = c.is_mark(end, U'\'') || c.is_mark(end, U'\u2019');  // right single quotation mark
  return apostrophe && c.is(end + 1, TokenKind::word) && c.text(end + 1) == "s" ? end + 2 : end;
}

// gigawatt (GW), Bitcoin (BTC): behind the word a bracket with its sign alone, which is said the same.
std::size_t end_of_sign(const Context& c, std::size_t end, std::string_view spoken) {
  const std::size_t open = c.skip_blank(end);
  if (!c.is_mark(open, U'(') || !c.is(open + 1, TokenKind::word) || !c.is_mark(open + 2, U')')) return end;
  const std::string_view sign = c.text(open + 1);
  const auto rows = tables::find_abbreviation(sign);
  const tables::UnitRow* unit = tables::find_unit(sign);
  const bool same =
      std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.spoken == spoken; }) ||
      (unit != nullptr && unit->spoken == spoken);
  return same ? open + 3 : end;
}

}  // namespace

bool say_lexicon_word(Draft& draft, std::string_view word, Span source) {
  std::string key;
  tables::fold(word, key);
  const tables::RespellingRow* row = tables::find_respelling(key);
  if (row == nullptr) {
    key.clear();
    tables::fold_to_ascii(word, key);
    row = tables::find_respelling(key);
  }
  if (row == nullptr && key.size() > 4 && key.back() == 's') {
    key.pop_back();  // fans, games
    row = tables::find_respelling(key);
  }
  if (row == nullptr || row->heads_name) return false;
  draft.say(row->spoken, source);
  return true;
}

Certainty say_foreign_word(Draft& draft, std::string_view word, bool is_name, const Context& context,
                           Span source) {
  if (say_lexicon_word(draft, word, source)) return Certainty::sure;
  std::string folded;
  tables::fold(word, folded);
  std::string out;
  const bool ascii = has_foreign_or_plain_letters_only(folded);
  // Cư Yuốt, Ea Yiêng: before a vowel the y of the Central Highlands is the d of the south.
  if (is_name && !ascii && folded.size() > 2 && folded[0] == 'y') {
    out = "d" + folded.substr(1);
    if (tables::is_syllable(out)) {
      draft.say(out, source);
      return Certainty::sure;
    }
    out.clear();
  }
  if (!ascii && (set_tone_right(folded, out) || split_syllables(folded, out, true) ||
                 split_syllables(folded, out, false))) {
    draft.say(out, source);
    return Certainty::sure;
  }
  std::string plain;
  tables::fold_to_ascii(word, plain);
  // anh Qu: the u belongs to the q, as the h does to Ph.
  const bool vowels = plain != "qu" && std::any_of(plain.begin(), plain.end(), is_ascii_vowel);
  if (!vowels || !has_foreign_or_plain_letters_only(plain)) {
    say_letters(draft, word, LetterUse::abbreviation, context, source);
    return Certainty::unknown_abbreviation;
  }
  out.clear();
  // A last e is mute as a rule: Alice, Gilmore are left to English.
  const bool last_sounds = plain.back() != 'e' || looks_japanese(plain);
  if (is_misspelt_vietnamese(word)) {
    draft.say(folded, source);  // đươc, nhưũng: the engine comes closer than English would
  } else if (is_name && last_sounds && respell_open_syllables(plain, out)) {
    draft.say(out, source);
  } else {
    out.clear();
    fold_keeping_case(word, out);
    if (is_joined(out)) return say_joined(draft, context, out, source);  // ngêH is read as ngeH would be
    draft.say(out, source, Language::english);
  }
  return Certainty::unknown_foreign;
}

bool begins_foreign_name(const Context& c, std::size_t i) {
  std::string key;  // short: a syllable without marks
  tables::fold(c.text(i), key);
  std::string scratch;
  for (const tables::RespellingRow& row : tables::respellings_from(key))
    if ((row.words > 1 || row.heads_name) && matches(c, i, row, scratch) != 0) return true;
  return false;
}

namespace {

// UNFCCC, VTVCAB: no language says four consonants in a row.
bool can_be_said(std::string_view ascii) {
  constexpr std::size_t most = 3;
  std::size_t run = 0;
  return std::none_of(ascii.begin(), ascii.end(), [&run](char letter) {
    run = is_ascii_vowel(letter) || letter == 'y' ? 0 : run + 1;
    return run > most;
  });
}

// The small words of English that stand inside a title.
bool is_particle(std::string_view word) {
  constexpr std::string_view kParticles[] = {"the", "of", "and", "in", "to", "for", "with", "on", "a", "an"};
  return contains(kParticles, word);
}

// Whether a name of several words that the lexicon holds begins at token `i`.
bool begins_long_name(const Context& c, std::size_t i) {
  std::string key;
  tables::fold(c.text(i), key);
  std::string scratch;
  const auto rows = tables::respellings_from(key);
  return std::any_of(rows.begin(), rows.end(), [&](const tables::RespellingRow& row) {
    return row.words > 1 && matches(c, i, row, scratch) != 0;
  });
}

// Whether the lexicon holds the word at token `i`, alone or as the first of a name.
bool in_lexicon(const Context& c, std::size_t i) {
  std::string key;
  tables::fold(c.text(i), key);
  return tables::find_respelling(key) != nullptr || begins_long_name(c, i);
}

bool is_capital_name(const Context& c, std::size_t i) {
  return is_foreign_name(c, i) && c[i].shape == Shape::capitalised;
}

// World of Warcraft, The Last Warrior: of one voice, where small words tell that it is English and the
// lexicon does not hold all of it.
bool recognise_english_title(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool opens = c.text(i) == "The" && c.is_blank(i + 1) && is_foreign_name(c, i + 2);
  if (!opens && !is_foreign_name(c, i)) return false;
  constexpr std::size_t kMostWords = 12;
  std::size_t end = i;
  bool particle = opens;
  for (std::size_t at = i, words = 0; words < kMostWords; at += 2, ++words) {
    const bool name = is_capital_name(c, at);
    if (!name && !is_particle(c.text(at)) && at != i) break;
    if (!name && at == i && !opens) return false;
    if (name) {
      particle = particle || (at != i && at > end + 1);  // a small word was passed
      end = at + 1;
    }
    if (!c.is_one_blank(at + 1)) break;
  }
  if (!particle) return false;
  bool unknown = false;
  for (std::size_t at = i; at < end && !unknown; at += 2)
    unknown = is_capital_name(c, at) && !in_lexicon(c, at);
  if (!unknown || has_vietnamese_letter(c.text(i)) || begins_long_name(c, i)) return false;
  for (std::size_t at = i; at < end; at += 2) draft.say(c.text(at), c[at].span(), Language::english);
  draft.certainty = Certainty::unknown_foreign;
  return draft.accept(SemioticClass::foreign, "foreign.english-title", end);
}

}  // namespace

// bão YAGI, bão số 10 (BUALOI), KONG-REY: bulletins set the names of storms in capitals.
bool recognise_storm(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  static constexpr Phrases kStorms = {"bão", "siêu bão", "áp thấp", "áp thấp nhiệt đới", "hội tụ"};
  if (c[i].shape != Shape::upper || c[i].letters < 2 || c[i].size() > kLongestWord) return false;
  // An abbreviation is a storm only with a word more, and most are none: the clause is not looked at for
  // them.
  const bool abbreviation = !tables::find_abbreviation(c.text(i)).empty();
  if (const Token& next = c[c.skip_blank(c.is_dash(i + 1) ? i + 2 : i + 1)];
      abbreviation && !(next.is(TokenKind::word) && next.shape == Shape::upper))
    return false;
  if (!c.near_any(i, i + 1, kStorms)) return false;
  std::string scratch;
  std::string key;
  tables::fold_to_ascii(c.text(i), key);
  for (const tables::RespellingRow& row : tables::respellings_from(key)) {
    const std::size_t end = matches(c, i, row, scratch);
    if (end == 0 || (abbreviation && row.words < 2)) continue;
    draft.say(row.spoken, c.span(i, end));
    return draft.accept(SemioticClass::foreign, "foreign.storm", end);
  }
  if (abbreviation) return false;
  // bão số 3 (WIPHA), tên quốc tế là KOTO: no lexicon knows every name to come.
  std::size_t before = i;
  while (before > 0 && (c.is_blank(before - 1) || c.is_mark(before - 1, U'(') ||
                        c.is_mark(before - 1, U'"') || c.is_mark(before - 1, U'“')))
    --before;
  if (before > 1 && c.is(before - 1, TokenKind::number) && c.preceded_by(before - 1, "số"))
    before = c.word_before(before - 1);
  static constexpr Phrases kCalled = {"bão", "siêu bão", "quốc tế là", "tên là", "tên quốc tế"};
  const auto vowels = std::count_if(key.begin(), key.end(), is_ascii_vowel);
  if (before == Context::npos || !c.preceded_by_any(before, kCalled) || c[i].syllable || vowels < 2 ||
      !can_be_said(key) || has_vietnamese_letter(c.text(i)))
    return false;
  draft.certainty = say_foreign_word(draft, key, true, c, c[i].span());
  return draft.accept(SemioticClass::foreign, "foreign.storm", i + 1);
}

namespace {

// The row of the lexicon that begins with the word: its letters as written, then without their marks.
bool read_respelling(const Context& c, Draft& draft, std::string& key) {
  const std::size_t i = c.here();
  std::string scratch;
  for (const bool ascii : {false, true}) {
    key.clear();
    if (ascii)
      tables::fold_to_ascii(c.text(i), key);
    else
      tables::fold(c.text(i), key);
    for (const tables::RespellingRow& row : tables::respellings_from(key)) {
      const std::size_t last = matches(c, i, row, scratch);
      if (last == 0) continue;
      draft.say(row.spoken, c.span(i, last));
      // họp ở Washington D.C. hôm qua, D.C. 12-14/11: the dot of a letter ends no sentence before a small one
      // or a figure.
      const bool dot = c[last - 1].letters == 1 && c.is_mark(last - 2, U'.') && c.is_mark(last, U'.') &&
                       c.is_blank(last + 1) &&
                       (c.is(last + 2, TokenKind::number) ||
                        (c.is(last + 2, TokenKind::word) && c[last + 2].shape == Shape::lower));
      return draft.accept(SemioticClass::foreign, "foreign.lexicon",
                          dot ? last + 1 : end_of_sign(c, end_of_possessive(c, last), row.spoken));
    }
  }
  return false;
}

// Capitals that are a word set in capitals and not letters. `key`: the word in small letters without marks.
bool is_word_in_capitals(const Context& c, std::string_view key) {
  const Token& token = c[c.here()];
  const auto vowels = static_cast<std::size_t>(std::count_if(key.begin(), key.end(), is_ascii_vowel));
  const bool word =
      token.letters >= 6 && vowels * 4 >= key.size() && !has_vietnamese_letter(c.text(c.here()));
  return (word || (c.headline() && token.letters >= 4 && vowels != 0)) && can_be_said(key);
}

// YouTube, VinFast, HàNội: words joined, or a blank lost between them.
bool read_joined(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  if (token.size() == token.letters && is_joined(c.text(i))) {
    draft.certainty = say_joined(draft, c, c.text(i), token.span());
    return draft.accept(SemioticClass::foreign, "foreign.joined", end_of_possessive(c, i + 1));
  }
  std::vector<Span> parts;
  if (!split_lost_blank(c.text(i), parts)) {
    parts.clear();
    if (!split_name(c.text(i), parts)) return false;
  }
  draft.certainty = say_parts(draft, c, c.text(i), parts, token.span());
  draft.rival = "letters.unknown";
  return draft.accept(SemioticClass::foreign, "foreign.joined", i + 1);
}

// TTgx, HĐQTs: more capitals than a name has.
bool has_too_many_capitals(const Context& c, std::size_t i) {
  const std::string_view text = c.text(i);
  const auto capitals = std::count_if(text.begin(), text.end(), [](char b) { return b >= 'A' && b <= 'Z'; });
  return static_cast<std::size_t>(capitals) * 2 > c[i].letters || has_vietnamese_letter(text);
}

// điểm d khoản 2: a letter alone is one of the Vietnamese alphabet; d and đ are told apart.
bool read_one_letter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  say_letters(draft, c.text(i), LetterUse::initial, c, c[i].span());
  const bool of_a_law = c.preceded_by(i, "điểm") || c.followed_by(i + 1, "khoản");
  // khẩu độ f/1.4
  const bool aperture = c.text(i) == "f" && c.is_mark(i + 1, U'/') && c.is(i + 2, TokenKind::number);
  draft.certainty = of_a_law || aperture ? Certainty::sure : Certainty::unknown_abbreviation;
  draft.accept(SemioticClass::letters, of_a_law ? "letters.point" : "letters.unknown",
               aperture ? i + 2 : i + 1);
  // hàm số f(x): no pause between a function and its only letter
  if (c.is_mark(i + 1, U'(') && c.is(i + 2, TokenKind::word) && c[i + 2].letters == 1 &&
      c.is_mark(i + 3, U')')) {
    say_letters(draft, c.text(i + 2), LetterUse::initial, c, c[i + 2].span());
    draft.end = i + 4;
  }
  return !draft.items().empty();
}

// Kinhtedothi - Ngày 18/11: a paper by the name of its site.
bool read_site(const Context& c, Draft& draft, std::string_view key) {
  constexpr std::size_t kLongName = 9;
  const std::size_t i = c.here();
  const tables::SiteRow* site = key.size() >= kLongName ? tables::find_site(key) : nullptr;
  if (site == nullptr || site->ending || site->file) return false;
  draft.say(site->spoken, c[i].span());
  return draft.accept(SemioticClass::foreign, "foreign.site", i + 1);
}

}  // namespace

// Words that are no Vietnamese syllables: the lexicon, then syllables by rule,
// then the engine's English.
bool recognise_foreign(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  if (token.code >= 0x250 && token.code < 0x1E00) return false;
  if (recognise_english_title(c, draft)) return true;
  if (token.size() > kLongestWord) {
    draft.say(c.text(i), token.span(), Language::english);
    draft.certainty = Certainty::unknown_foreign;
    return draft.accept(SemioticClass::foreign, "foreign.english", i + 1);
  }
  std::string key;
  if (read_respelling(c, draft, key)) return true;
  if (token.syllable) return false;
  const bool capitals = token.shape == Shape::upper || token.shape == Shape::single_upper;
  if (capitals && !is_word_in_capitals(c, key)) return false;
  if (token.shape == Shape::mixed) {
    if (read_joined(c, draft)) return true;
    if (has_too_many_capitals(c, i)) return false;
  }
  if (token.letters == 1 && token.shape == Shape::lower) return read_one_letter(c, draft);
  if (read_site(c, draft, key)) return true;
  draft.certainty = say_foreign_word(draft, c.text(i), token.shape != Shape::lower, c, token.span());
  return draft.accept(SemioticClass::foreign,
                      draft.certainty == Certainty::sure ? "foreign.syllables" : "foreign.unknown",
                      end_of_possessive(c, i + 1)) &&
         !draft.items().empty();
}

}  // namespace loa::normalizer
