// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "loa/base/utf8.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// A letter that only Vietnamese words have: with a tone or a shape of its own.
// Đ does not count, abbreviations are full of it.
bool has_vietnamese_vowel(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded d = utf8::decode(word, i);
    i += d.size;
    if (d.code_point >= 0xC0 && d.code_point != 0x110) return true;
  }
  return false;
}

bool is_capital_syllable(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) && (c[i].shape == Shape::upper || c[i].shape == Shape::single_upper) &&
         c[i].syllable;
}

// TP. HỒ CHÍ MINH in a line of small letters: MINH stands in a run of capital
// syllables that holds a word with Vietnamese vowels.
bool stands_among_capital_words(const Context& c, std::size_t i) {
  for (std::size_t at = i + 1; at < i + 8 && (c.is_blank(at) || is_capital_syllable(c, at)); ++at)
    if (!c.is_blank(at) && c[at].shape == Shape::upper && has_vietnamese_vowel(c.text(at))) return true;
  for (std::size_t at = i, steps = 0; at > 0 && steps < 8; ++steps) {
    --at;
    if (!c.is_blank(at) && !is_capital_syllable(c, at)) return false;
    if (!c.is_blank(at) && c[at].shape == Shape::upper && has_vietnamese_vowel(c.text(at))) return true;
  }
  return false;
}

// A syllable that has lost its marks, as one that can be said: MIEN as miên, LOP as lóp. Empty: none.
std::string with_marks(std::string_view word) {
  if (word.size() > 6) return {};
  std::string small;
  for (const char letter : word) {
    if (letter < 'A' || letter > 'Z') return {};
    small += static_cast<char>(letter - 'A' + 'a');
  }
  if (tables::is_syllable(small)) return small;
  struct Marked {
    std::string_view bare, marked;
  };
  constexpr Marked kNuclei[] = {{"ie", "iê"}, {"ye", "yê"}, {"uo", "uô"}, {"ua", "uâ"}};
  for (const Marked& nucleus : kNuclei) {
    const std::size_t at = small.find(nucleus.bare);
    if (at == std::string::npos) continue;
    const std::string marked = std::string(small).replace(at, 2, nucleus.marked);
    if (tables::is_syllable(marked)) return marked;
  }
  // Before -c, -ch, -p and -t a tone is a must.
  constexpr Marked kVowels[] = {{"ie", "iế"}, {"ye", "yế"}, {"uo", "uố"}, {"a", "á"}, {"e", "é"},
                                {"i", "í"},   {"o", "ó"},   {"u", "ú"},   {"y", "ý"}};
  for (const Marked& vowel : kVowels) {
    const std::size_t at = small.rfind(vowel.bare);
    if (at == std::string::npos) continue;
    const std::string marked = std::string(small).replace(at, vowel.bare.size(), vowel.marked);
    if (tables::is_syllable(marked)) return marked;
  }
  return {};
}

// Ảnh: N.NAM, T.AN - H.LINH: a given name behind the initial of another.
bool stands_behind_initial(const Context& c, std::size_t i) {
  return i >= 2 && c.is_mark(i - 1, U'.') && c.is(i - 2, TokenKind::word) && c[i - 2].letters <= 2 &&
         (c[i - 2].shape == Shape::upper || c[i - 2].shape == Shape::single_upper) &&
         (i == 2 || c.is_edge(i - 3)) && !(c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::word));
}

// Whether the word before or behind is in capitals too: hardly an abbreviation stands so.
bool stands_beside_capitals(const Context& c, std::size_t i) {
  const auto is_capitals = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].shape == Shape::upper;
  };
  return is_capitals(i + 2) || (i >= 2 && is_capitals(i - 2));
}

// GIA VANG HOM NAY, UNG HO MIEN TRUNG: four syllables in capitals side by side are words that have lost
// their marks.
bool stands_in_long_run(const Context& c, std::size_t i) {
  const auto is_word = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].shape == Shape::upper &&
           (c[at].syllable || !with_marks(c.text(at)).empty());
  };
  std::size_t words = 1;
  for (std::size_t at = i; words < 4 && c.is_blank(at + 1) && is_word(at + 2); at += 2) ++words;
  for (std::size_t at = i; words < 4 && at >= 2 && c.is_blank(at - 1) && is_word(at - 2); at -= 2) ++words;
  return words >= 4;
}

// Ảnh: LINH ĐOAN: two syllables of three letters and more side by side, and none that stands for something.
bool stands_in_pair(const Context& c, std::size_t i) {
  const auto is_word = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].shape == Shape::upper && c[at].syllable && c[at].letters >= 3 &&
           tables::find_abbreviation(c.text(at)).empty();
  };
  return is_word(i) &&
         ((c.is_blank(i + 1) && is_word(i + 2)) || (i >= 2 && c.is_blank(i - 1) && is_word(i - 2)));
}

// ẢNH: AN VY, Ảnh: LÊ MAI - AN VY: who took the picture stands behind the colon, two words and more.
bool stands_in_credit(const Context& c, std::size_t i) {
  static constexpr Phrases kCredits = {"ảnh", "ảnh minh họa", "bài, ảnh", "đồ họa", "video", "clip"};
  std::size_t first = i;
  while (first >= 2 && c.is_blank(first - 1) && is_capital_syllable(c, first - 2)) first -= 2;
  const bool alone = first == i && !(c.is_blank(i + 1) && is_capital_syllable(c, i + 2));
  const std::size_t colon = first > 0 ? c.skip_blank_back(first - 1) : first;
  return !alone && colon < first && c.is_mark(colon, U':') && c.preceded_by_any(colon, kCredits);
}

// AI, MU, CA: letters that are syllables as well. In a headline the words beside them tell.
bool is_letters(const Context& c, std::size_t i, bool& sure) {
  const std::string_view word = c.text(i);
  // CA PHƯỜNG, CA TP HUẾ; but CA SĨ, 2 CA MẮC
  static constexpr Phrases kPolice = {"phường", "xã", "tp", "thành phố", "quận", "huyện", "tỉnh", "thị xã"};
  if (word == "CA") return c.followed_by_any(i + 1, kPolice);
  if (word == "MU") return !c.followed_by(i + 1, "rùa");
  if (word != "AI") return false;
  static constexpr Phrases kWho = {"là", "cũng", "sẽ là", "được",   "bị", "phải", "chịu", "mà",
                                   "đó", "nấy",  "dám",   "có thể", "ai", "oán",  "điếu", "cập"};
  static constexpr Phrases kAsks = {"của", "là",    "với",   "cho",    "do",     "bởi", "những",
                                    "mọi", "không", "chẳng", "bất kỳ", "bất cứ", "vì",  "tại",
                                    "hỏi", "chờ",   "trách", "để",     "theo",   "gọi"};
  static constexpr Phrases kTechnical = {
      "chip",       "chíp",      "công nghệ", "ứng dụng", "mô hình",   "robot",    "trí tuệ",
      "nhân tạo",   "chatgpt",   "openai",    "google",   "nvidia",    "dữ liệu",  "chatbot",
      "deepfake",   "số",        "gemini",    "trợ lý",   "tác nhân",  "phần mềm", "công cụ",
      "thuật toán", "microsoft", "kỷ nguyên", "thời đại", "bong bóng", "gpu",      "camera",
      "smartphone", "startup",   "kỹ năng",   "nhân lực", "ngành"};
  if (c.near_any(i, i + 1, kTechnical)) return true;
  sure = false;
  return !c.followed_by_any(i + 1, kWho) && !c.preceded_by_any(i, kAsks);
}

}  // namespace

// Words set in capitals are words: said in small letters.
bool recognise_headline(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  if (token.shape != Shape::upper && token.shape != Shape::single_upper) return false;
  const std::string_view word = c.text(i);
  if (!token.syllable) {
    // HOC PHI LOP 9A: what has lost its marks, and is doubted.
    if (token.shape != Shape::upper || !stands_beside_capitals(c, i)) return false;
    const std::string marked = with_marks(word);
    if (marked.empty() || !stands_in_long_run(c, i)) return false;
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.known";
    draft.say(marked, token.span());
    return draft.accept(SemioticClass::plain, "plain.lost-marks", i + 1);
  }
  const bool is_word = (token.shape == Shape::upper && has_vietnamese_vowel(word)) || c.headline() ||
                       (token.shape == Shape::upper &&
                        (stands_among_capital_words(c, i) || stands_in_long_run(c, i) ||
                         stands_in_pair(c, i) || stands_in_credit(c, i) || stands_behind_initial(c, i)));
  if (!is_word) return false;
  bool sure = true;
  if (is_letters(c, i, sure)) return false;
  if (!sure) {
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.known";
  }
  std::string& lower = draft.scratch();
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    at += d.size;
    utf8::append(lower, to_lower(d.code_point));
  }
  draft.say(lower, token.span());
  return draft.accept(SemioticClass::plain, "plain.capitals", i + 1);
}

}  // namespace loa::normalizer
