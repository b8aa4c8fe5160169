// SPDX-License-Identifier: GPL-3.0-or-later
#include "letters.h"

#include <string>

#include "abbreviation.h"
#include "cues.h"
#include "foreign.h"
#include "loa/base/utf8.h"
#include "number_words.h"
#include "recogniser.h"
#include "roman_value.h"

namespace loa::normalizer {

bool has_vietnamese_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    at += d.size;
    if (d.code_point < 0x80) continue;
    const tables::LetterRow* row = tables::find_letter(d.code_point);
    if (row != nullptr && row->letter > 0x7F) return true;
  }
  return false;
}

void say_letters(Draft& draft, std::string_view word, LetterUse use, const Context& context, Span source) {
  const bool school = context.style().letter_names == Style::LetterNames::school;
  const bool vietnamese = use == LetterUse::initial || has_vietnamese_letter(word);
  const bool same_bytes = word.size() == source.size();
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded d = utf8::decode(word, at);
    const Span letter = same_bytes ? Span{source.begin + at, source.begin + at + d.size} : source;
    at += d.size;
    const tables::LetterRow* row = tables::find_letter(d.code_point);
    if (row == nullptr) {
      // cos120πt: letters of other alphabets have names of their own.
      const tables::SymbolRow* symbol = tables::find_symbol(word.substr(at - d.size, d.size));
      if (symbol != nullptr) draft.say(symbol->spoken, letter);
      continue;
    }
    std::string_view name = row->alphabet;
    if (school)
      name = row->school;
    else if (use == LetterUse::web)
      name = row->web;
    else if (!vietnamese)
      name = use == LetterUse::code ? row->code : row->foreign;
    draft.say(name, letter);
  }
}

namespace {

// Figures are one letter each: N.V.A, T.T. D.
std::size_t end_of_initials(const Context& c, std::size_t i) {
  constexpr std::size_t most = 8;
  std::size_t end = i + 1;
  for (std::size_t n = 1; n < most && c.is_mark(end, U'.'); ++n) {
    const Token& next = c[end + 1];
    if (!next.is(TokenKind::word) || next.shape != Shape::single_upper) break;
    end += 2;
  }
  return end;
}

bool is_vowel_name(std::string_view letter) {
  return letter == "A" || letter == "E" || letter == "I" || letter == "O" || letter == "U" || letter == "Y" ||
         letter == "Ô" || letter == "Ơ" || letter == "Ê" || letter == "Ă" || letter == "Â" || letter == "Ư";
}

constexpr Phrases kPersons = {"ông", "bà",  "anh", "chị",      "em",     "cháu",   "cô",        "chú",
                              "bé",  "bác", "cậu", "nạn nhân", "bị cáo", "bị can", "đối tượng", "nghi phạm"};

constexpr Phrases kFirms = {"công ty", "tập đoàn", "hãng", "cty"};
constexpr Phrases kLicences = {"gplx", "giấy phép lái xe", "bằng lái", "lái xe hạng", "sát hạch lái xe"};

constexpr Phrases kForeignLetters = {"vitamin", "vi-ta-min", "sinh tố", "vitamine", "viêm gan", "size"};

// Only marks that stay marks when they are said: a bracket becomes a comma, a quote nothing.
bool begins_sentence(const Context& c, std::size_t i) {
  if (i > 0 && c.is_mark(i - 1, U'.')) return false;  // CĐV.A: joined on
  for (std::size_t steps = 0; i > 0 && steps < 4; ++steps) {
    --i;
    if (c.is_blank(i) || c.is_mark(i, U'"') || c.is_mark(i, U'\u201C') || c.is_mark(i, U'\'') ||
        c.is_mark(i, U'\u2018'))
      continue;
    return c.is_sentence_mark(i) || c.is_mark(i, U';') || c.is_mark(i, U':') ||
           c.is_mark(i, U'\u2026');  // ellipsis
  }
  return i == 0;
}

// Ở, Ý, Á: a letter with a tone is a word and has no name.
bool bears_tone(std::string_view letter) {
  const utf8::Decoded d = utf8::decode(letter, 0);
  if (d.code_point < 0x80) return false;
  const tables::LetterRow* row = tables::find_letter(d.code_point);
  return row != nullptr && to_lower(row->letter) != to_lower(d.code_point);
}

// The dot of an initial ends no sentence where a small letter, a mark or a figure follows.
bool dot_is_silent(const Context& c, std::size_t dot) {
  const std::size_t next = c.skip_blank(dot + 1);
  return (c.is(next, TokenKind::word) && c[next].shape == Shape::lower) ||
         (c.is(next, TokenKind::mark) && !c.is_mark(next, U'"')) || c.is(next, TokenKind::number) ||
         c.is(dot + 1, TokenKind::word);
}

constexpr Phrases kLettered = {"bảng", "nhóm",    "khối",      "lớp",  "loại", "hạng", "khu",
                               "tòa",  "vitamin", "nhóm máu",  "gan",  "lô",   "cổng", "cửa",
                               "đội",  "hàng",    "phương án", "điểm", "mục",  "phần", "serie"};

// Gerald R. Ford, Mary E. Brunkow, J.K. Rowling, H. Kane: the dot belongs to the
// initial of a foreign name.
bool initial_of_foreign_name(const Context& c, std::size_t first, std::size_t dot) {
  if (!c.is_blank(dot + 1)) return false;
  const Token& next = c[dot + 2];
  if (!next.is(TokenKind::word) || next.shape == Shape::lower || c[dot + 2].syllable) return false;
  if (dot > first + 1) return true;
  const std::size_t before = c.word_before(first);
  if (before == Context::npos) return true;
  if (c[before].shape == Shape::lower) return !c.preceded_by_any(first, kLettered);
  if (c[before].size() == c[before].letters) return true;  // a name without Vietnamese marks
  // Bộ trưởng Quốc phòng Mỹ P. Hegseth
  static constexpr Phrases kCountries = {"mỹ",   "nga", "pháp", "đức", "nhật", "úc",   "độ",
                                         "quốc", "cập", "kỳ",   "bản", "sĩ",   "điển", "đảng"};
  return c.preceded_by_any(first, kCountries);
}

// Hồ Văn Tr., chị Ng., em Th.: the head of a masked name that two letters write.
bool masked_name(const Context& c, Draft& draft) {
  constexpr std::string_view heads[] = {"Ch", "Gi", "Kh", "Ng", "Nh", "Ph", "Qu", "Th", "Tr"};
  const std::size_t i = c.here();
  if (!contains(heads, c.text(i))) return false;
  // Tr. khai nhận: told before by the whole name.
  const bool dotted = c.is_mark(i + 1, U'.') && c.is_one_blank(i + 2) && c.is(i + 3, TokenKind::word) &&
                      c[i + 3].shape == Shape::lower;
  // Qu…CĐ: read again it would be the same as with one dot.
  const bool goes_on = dotted || (c.is_mark(i + 1, U'\u2026') && c.is(c.skip_blank(i + 2), TokenKind::word));
  if (!goes_on && (i < 2 || !c.is_blank(i - 1))) return false;
  // "Long Qu-.": the sign in between says nothing, and read again it would be gone.
  std::size_t dot = i + 1;
  while (dot < i + 8 && c.is_dash(dot)) ++dot;
  // Nor do the dots of "Qu…" behind such signs.
  if (!c.is_mark(dot, U'.') && !c.is_mark(dot, U'\u2026')) return false;
  const bool named = i >= 2 && c[i - 2].shape == Shape::capitalised && c.is(i - 2, TokenKind::word);
  if (!goes_on && !named && !c.preceded_by_any(i, kPersons)) return false;
  say_letters(draft, c.text(i), LetterUse::initial, c, c[i].span());
  return draft.accept(SemioticClass::letters, "letters.initials", dot_is_silent(c, i + 1) ? i + 2 : i + 1);
}

// Y tế, Ô tô, Y Ban, A Lưới, U ám: one vowel that is a word, not a letter.
bool is_part_of_words(const Context& c, std::size_t i) {
  const std::string_view letter = c.text(i);
  if (!is_vowel_name(letter) || !c.is_blank(i + 1) || !c.is(i + 2, TokenKind::word)) return false;
  // Words that will be respelled, or go with figures, are no neighbours to stand by: reading the words again
  // must give the same.
  if (!c[i + 2].syllable || c.is(i + 3, TokenKind::number)) return false;
  const bool person = c.preceded_by_any(i, kPersons);
  if (c[i + 2].shape == Shape::capitalised) return letter == "Y" || !person;
  if (c[i + 2].shape != Shape::lower) return false;
  const bool plain_vowel = letter == "A" || letter == "E" || letter == "I" || letter == "O" || letter == "U";
  return plain_vowel ? begins_sentence(c, i) : !person;
}

// cúm A/H5N1, F/A-18, AN/SPY-1; P/E, A/B: the slash joins letters to one name.
bool slash_is_silent(const Context& c, std::size_t slash) {
  if (!c.is_mark(slash, U'/')) return false;
  // sao chổi C/2025 A6
  const std::string_view head = c.text(slash - 1);
  // khẩu độ f/1.4
  if (c.is(slash + 1, TokenKind::number) && c.is_mark(slash + 2, U'.') && head == "F") return true;
  if (c.is(slash + 1, TokenKind::number) && c[slash + 1].size() == 4)
    return (head == "C" || head == "P" || head == "D") && c.is_blank(slash + 2) &&
           c.is(slash + 3, TokenKind::word) && c.is(slash + 4, TokenKind::number);
  if (!c.is(slash + 1, TokenKind::word)) return false;
  const Token& next = c[slash + 1];
  if (next.shape != Shape::upper && next.shape != Shape::single_upper) return false;
  if (c.is(slash + 2, TokenKind::number) || (c.is_dash(slash + 2) && c.is(slash + 3, TokenKind::number)))
    return next.letters <= 4;
  return next.shape == Shape::single_upper && c.is_edge(slash + 2) &&
         c[slash - 1].shape == Shape::single_upper;
}

// Nguyễn V. Thành, Lê Q. Liêm: the initial of a middle name.
bool middle_initial(const Context& c, std::size_t i) {
  if (!c.is_mark(i + 1, U'.') || !c.is_blank(i + 2) || i < 2 || !c.is_blank(i - 1)) return false;
  const Token& given = c[i + 3];
  if (!given.is(TokenKind::word) || given.shape != Shape::capitalised ||
      !c.preceded_by_any(i, cues::kFamilies))
    return false;
  // Behind a family name alone: of Nguyễn Văn A. no more follows.
  const std::size_t before = c.word_before(i - 2);
  if (before != Context::npos && before + 2 == i - 2 && c[before].shape != Shape::lower && before != 0)
    return false;
  return !c.followed_by_any(i + 3, cues::kBegins);
}

bool is_small_roman(std::string_view word) {
  return word.size() >= 2 && word.find_first_not_of("IVX") == std::string_view::npos && roman_value(word) > 0;
}

}  // namespace

// N.V.A, L.T.: letters joined by dots are a person's, whatever else they might mean; T.Ư is not one.
bool recognise_initials(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].shape == Shape::capitalised) return masked_name(c, draft);
  if (c[i].shape != Shape::single_upper || bears_tone(c.text(i))) return false;
  // H'Hen Niê, Y'Moan: the particle before a name of the Central Highlands.
  const bool apostrophe = c.is_apostrophe(i + 1);
  // Ea H'leo, Đắk R'lấp, D'Ran: the sound that such a name begins with.
  struct Onset {
    std::string_view letter, sound;
  };
  static constexpr Onset kOnsets[] = {{"H", "hơ"}, {"R", "rờ"}, {"D", "đờ"}, {"P", "pờ"}, {"B", "bờ"}};
  for (const Onset& onset : kOnsets) {
    if (!apostrophe || c.text(i) != onset.letter || !c.is(i + 2, TokenKind::word)) continue;
    const bool named = onset.letter == "H" && (c[i + 2].shape == Shape::capitalised || c[i + 2].syllable);
    if (!named && !c[i + 2].syllable && c[i + 2].size() == c[i + 2].letters) break;
    draft.say(onset.sound, c.span(i, i + 2));
    return draft.accept(SemioticClass::letters, "letters.highland-name", i + 2);
  }
  // L'Equipe, L'Oréal; O'Neill, D'Artagnan: an article or a particle before a foreign name.
  if (apostrophe && c.is(i + 2, TokenKind::word) && c[i + 2].shape == Shape::capitalised &&
      (i == 0 || c.is_edge(i - 1))) {
    if (begins_foreign_name(c, i)) return recognise_foreign(c, draft);
    const std::string_view letter = c.text(i);
    const std::string_view particle = letter == "O" ? "ô" : letter == "L" ? "lơ" : letter == "D" ? "đờ" : "";
    if (!particle.empty() && !c[i + 2].syllable) {
      draft.say(particle, c.span(i, i + 2));
      return draft.accept(SemioticClass::foreign, "foreign.particle", i + 2);
    }
  }
  // anh Đ., chị Q.: no money and no ward.
  constexpr std::string_view people[] = {"ông", "bà",  "anh", "chị", "em",      "cháu",
                                         "cô",  "chú", "bé",  "bác", "nạn nhân"};
  if (!c.is(i + 1, TokenKind::number) && c.text(i) != "Y" && c.preceded_by_any(i, people))
    return recognise_letters(c, draft);
  if (!c.is_mark(i + 1, U'.')) return false;
  const Token& second = c[i + 2];
  if (!second.is(TokenKind::word) || second.shape != Shape::single_upper) return false;
  if (c.text(i) == "T" && (c.text(i + 2) == "Ư" || c.text(i + 2) == "W") && !c.is_mark(i + 3, U'.'))
    return false;
  if (c.text(i) == "Â" && c.text(i + 2) == "L") return false;  // 19/10 Â.L
  // H.A Lưới, X.A Ngo: a district, a commune of such a name
  if ((c.text(i) == "H" || c.text(i) == "X") && c.text(i + 2) == "A" && c.is_one_blank(i + 3) &&
      c[i + 4].shape == Shape::capitalised && c[i + 4].syllable)
    return false;
  return recognise_letters(c, draft);
}

// phế quản (T), xương đùi (P): the side of a body.
static bool side_of_body(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i < 2 || !c.is_mark(i - 1, U'(') || !c.is_mark(i + 1, U')')) return false;
  const std::string_view letter = c.text(i);
  if (letter != "T" && letter != "P") return false;
  static constexpr Phrases kParts = {"phế quản",   "phổi", "thận", "tay",    "chân",     "mắt",
                                     "tai",        "đùi",  "vú",   "vai",    "gối",      "cẳng",
                                     "cánh",       "hông", "sườn", "bàn",    "ngón",     "má",
                                     "thái dương", "cổ",   "mông", "bả vai", "niệu quản"};
  if (!c.preceded_by_any(i, kParts)) return false;
  draft.say(letter == "T" ? "trái" : "phải", c[i].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.side", i + 1);
}

namespace {

// nam M.C, ghế V.I.P: words that are written with dots as well. `end`: where the letters and dots end.
bool read_dotted_word(const Context& c, Draft& draft, std::size_t end) {
  struct Dotted {
    std::string_view written, spoken;
  };
  static constexpr Dotted kDotted[] = {
      {"M.C", "em xi"}, {"V.I.P", "víp"}, {"D.J", "đi giây"}, {"A.I", "ây ai"}, {"G.A.P", "gáp"}};
  const std::size_t i = c.here();
  if (end <= i + 1) return false;
  const std::size_t mark = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  for (const Dotted& word : kDotted) {
    if (c.text(i, end) != word.written || c.is_mark(mark, U':') || c.preceded_by_any(i, kPersons)) continue;
    draft.say(word.spoken, c.span(i, end));
    return draft.accept(SemioticClass::letters, "letters.dotted", end);
  }
  return false;
}

// G.7, H'Hen: what one letter stands for when something is joined to it is not known.
bool is_joined_to_letter(const Context& c, std::size_t end) {
  return (c.is_mark(end, U'.') && c.is(end + 1, TokenKind::number)) ||
         (c.is_apostrophe(end) && c.is(end + 1, TokenKind::word));
}

// Takes in the dot or the slash behind the initials [here(), end) where it belongs to them and ends no
// sentence.
void take_mark_behind_initials(const Context& c, Draft& draft, std::size_t end) {
  const std::size_t i = c.here();
  const bool one = end == i + 1;
  if (one && slash_is_silent(c, end)) draft.end = end + 1;
  // bản CR-V. CX-5 thì: the last letter of a model, whose dot ends the sentence.
  if (i >= 2 && c.is_dash(i - 1) && c[i - 2].shape == Shape::upper) return;
  // Behind a person a capital word may still be the rest of the name: anh D. Nguyễn is rare, a new
  // sentence is not. Công ty C.P. Việt Nam is one name.
  const bool firm_name = !one && c.preceded_by_any(i, kFirms) && c.is_blank(end + 1);
  if (c.is_mark(end, U'.') && (dot_is_silent(c, end) || firm_name || initial_of_foreign_name(c, i, end)))
    draft.end = end + 1;
  // đạo diễn Đ.T. Huyền: two initials and a given name.
  const bool given_name = end == i + 3 && c.is_mark(end, U'.') && c.is_blank(end + 1) &&
                          c.is(end + 2, TokenKind::word) && c[end + 2].shape == Shape::capitalised &&
                          !c.followed_by_any(end + 2, cues::kBegins);
  if ((one && middle_initial(c, i)) || given_name) {
    draft.end = end + 1;
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.end-of-sentence";
  }
}

// anh D., N.V.A., khối A: letters one by one.
bool read_initials(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (bears_tone(c.text(i)) || is_part_of_words(c, i)) return false;
  const std::size_t end = end_of_initials(c, i);
  if (read_dotted_word(c, draft, end)) return true;
  // giấy phép lái xe hạng B, C, D1, D: said as D1 and DE are
  const bool foreign = end == i + 1 && (c.preceded_by_any(i, kForeignLetters) ||
                                        (c.text(i) == "D" && c.near_any(i, end, kLicences)));
  for (std::size_t at = i; at < end; at += 2)
    say_letters(draft, c.text(at), foreign ? LetterUse::abbreviation : LetterUse::initial, c, c[at].span());
  draft.accept(SemioticClass::letters, "letters.initials", end);
  if (end == i + 1 && is_joined_to_letter(c, end)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.joined";
  }
  take_mark_behind_initials(c, draft, end);
  // Ca I, Hà Tĩnh V: behind a word it may be a numeral that no cue tells.
  const bool numeral = c.text(i) == "I" || c.text(i) == "V" || c.text(i) == "X";
  if (numeral && end == i + 1 && draft.end == end && i >= 2 && c.is_blank(i - 1) &&
      c.is(i - 2, TokenKind::word)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "roman";
  }
  return true;
}

// Capitals that no table knows.
bool spell_unknown(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  say_letters(draft, c.text(i), LetterUse::abbreviation, c, c[i].span());
  if (draft.items().empty()) return false;
  draft.certainty = Certainty::unknown_abbreviation;
  const bool dot = c.is_mark(i + 1, U'.');
  // ẢNH: NG.THẮNG: a dot inside what is written together. ca khúc APT. của: the dot is the name's.
  const bool inside = dot && c.is(i + 2, TokenKind::word) && c[i].letters <= 3;
  const bool of_name =
      dot && c.is_blank(i + 2) && c.is(i + 3, TokenKind::word) && c[i + 3].shape == Shape::lower;
  return draft.accept(SemioticClass::letters, "letters.unknown",
                      slash_is_silent(c, i + 1) || inside || of_name ? i + 2 : i + 1);
}

}  // namespace

// Initials, single letters, and capitals that are in no table.
bool recognise_letters(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& token = c[i];
  if (token.shape == Shape::single_upper) return side_of_body(c, draft) || read_initials(c, draft);
  if (token.shape != Shape::upper && token.shape != Shape::mixed) return false;
  if (is_small_roman(c.text(i))) {
    // XIV, VII: no abbreviation is made of these letters alone.
    say_cardinal(draft, static_cast<std::uint64_t>(roman_value(c.text(i))), c.style(), token.span());
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.unknown";
    return draft.accept(SemioticClass::roman, "roman.letters-alone", i + 1);
  }
  if (std::string& words = draft.scratch(); compose_abbreviation(c.text(i), words)) {
    draft.say(words, token.span());
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.unknown";
    return draft.accept(SemioticClass::abbreviation, "abbreviation.composed", i + 1);
  }
  return spell_unknown(c, draft);
}

}  // namespace loa::normalizer
