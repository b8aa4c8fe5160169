// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "alphabet.h"
#include "joined.h"
#include "letters.h"
#include "recogniser.h"
#include "respell.h"

namespace loa::normalizer {
namespace {

constexpr std::size_t kLongestWord = 40;

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
    if (!c.is_blank(at) && !c.is_dash(at) && !c.is_apostrophe(at) && !c.is_mark(at, U'.')) return 0;
    ++at;
  }
}

// McDonald's, Levi's: the s is not said.
std::size_t end_of_possessive(const Context& c, std::size_t end) {
  return c.is_apostrophe(end) && (c.text(end + 1) == "s" || c.text(end + 1) == "S") ? end + 2 : end;
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
    return Certainty::sure;  // Nakamura, Sandro: a Vietnamese would say it so, who has never seen it
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
  return count_ascii_capitals(text) * 2 > c[i].letters || has_vietnamese_letter(text);
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

// CAPA, KOTO, MAVEN, LAVIE, WIPHA: four or five letters that are said as a word. Those of four take turns,
// vowel and consonant (EVFTA, IAEA and OECD are spelled); those of five begin with a consonant and a vowel
// and have one vowel more, or take turns.
bool has_shape_of_word(std::string_view key) {
  if (key.find('y') != std::string_view::npos || key.substr(0, 2) == "ub") return false;
  bool turns = true;
  bool parted = false;  // a consonant stands behind the first vowel, and a vowel behind that
  for (std::size_t n = 1; n < key.size(); ++n) {
    const bool vowel = is_ascii_vowel(key[n]);
    turns = turns && vowel != is_ascii_vowel(key[n - 1]);
    parted = parted || (n > 2 && vowel && !is_ascii_vowel(key[n - 1]));
  }
  if (key.size() == 4) return turns && key.substr(0, 2) != key.substr(2);  // rhymes ABAB
  return key.size() == 5 && (turns || (parted && !is_ascii_vowel(key[0]) && is_ascii_vowel(key[1])));
}

}  // namespace

bool is_word_in_capitals(const Context& c, std::size_t i, std::string_view key) {
  const auto vowels = static_cast<std::size_t>(std::count_if(key.begin(), key.end(), is_ascii_vowel));
  const bool word = c[i].letters >= 6 && vowels * 4 >= key.size() && !has_vietnamese_letter(c.text(i));
  const bool short_word = c[i].letters == key.size() && has_shape_of_word(key);
  // WATT'S UP, McDONALD'S: letters that are spelled own nothing.
  const bool owns = (c.is_apostrophe(i + 1) && c.text(i + 2) == "S") ||
                    (i > 3 && c.is_one_blank(i - 1) && c.text(i - 2) == "S" && c.is_apostrophe(i - 3));
  if (owns && vowels != 0 && can_be_said(key)) return true;
  return (word || short_word || (c.headline() && c[i].letters >= 4 && vowels != 0)) && can_be_said(key);
}

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
  if (capitals && !is_word_in_capitals(c, i, key)) return false;
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
