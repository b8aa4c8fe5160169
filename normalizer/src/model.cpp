// SPDX-License-Identifier: GPL-3.0-or-later
// Models, flights, genes and whatever else is letters and figures.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "code.h"
#include "foreign.h"
#include "letters.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"
#include "roman_value.h"

namespace loa::normalizer {

namespace {

bool all_digits_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

bool is_airline(std::string_view letters) { return tables::is_in(tables::List::airline, letters); }

}  // namespace

void say_model_figures(Draft& draft, const Context& c, std::size_t i, bool hyphen, std::string_view head) {
  const std::string_view text = c.text(i);
  const Span source = c[i].span();
  bool one_by_one = text.size() > 1 && text[0] == '0';
  if (text.size() == 3 && !one_by_one) {
    const bool round = text.substr(1) == "00" || text.substr(1) == "50";
    one_by_one = !hyphen && !round;
    if (!hyphen && head == "A" && text[0] == '3') one_by_one = true;  // A350
    if (hyphen && (is_airline(head) || head == "HQ") && !round) one_by_one = true;
  }
  const bool flight = (text.size() == 2 || text.size() == 3) && is_airline(head) &&
                      c.near_any(i, i + 1, std::array<std::string_view, 2>{"chuyến bay", "chuyến"});
  if (flight) one_by_one = true;
  // B-52 is a name that people know by its figures.
  if (head == "B" && text == "52") one_by_one = true;
  if (text.size() >= 4)
    one_by_one = !(text.size() == 4 && (text.substr(1) == "000" || text.substr(2) == "00" ||
                                        (hyphen && (text[0] == '2' || text.substr(0, 2) == "19"))));
  if (text.size() >= 3 && all_digits_zero(text)) one_by_one = true;
  if (one_by_one)
    say_digits(draft, text, source);
  else if ((head == "B" && text == "52") || (head == "AK" && text == "47"))
    say_digit_pairs(draft, text, source);  // as veterans say them
  else
    say_cardinal(draft, text, c.style(), source);
}

// Boeing 737, Airbus A320, Boeing 787-9: the figures of an airliner one by one.
bool recognise_airliner(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Folded word = c.folded(i);
  if (!(word == "boeing" || word == "airbus" || word == "embraer" || word == "atr" || word == "comac"))
    return false;
  if (!c.is_blank(i + 1)) return false;
  std::size_t at = i + 2;
  const bool letter = c.is(at, TokenKind::word) && c[at].letters <= 2 && c.is(at + 1, TokenKind::number);
  if (!letter && !c.is(at, TokenKind::number)) return false;
  const std::size_t number = letter ? at + 1 : at;
  if (c[number].size() < 2 || c[number].size() > 4) return false;
  say_foreign_word(draft, c.text(i), true, c, c[i].span());
  if (letter) say_letters(draft, c.text(at), LetterUse::code, c, c[at].span());
  say_digits(draft, c.text(number), c[number].span());
  draft.end = number + 1;
  if (c.is_dash(number + 1) && c.is(number + 2, TokenKind::number)) {
    say_cardinal(draft, c.text(number + 2), c.style(), c[number + 2].span());
    draft.end = number + 3;
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.airliner";
  return true;
}

namespace {

// TP53 is a gene and no city.
constexpr Phrases kGenes = {"gen", "gene", "đột biến"};

// Whether a number of two to six plain figures stands behind G1, G.1.
bool wins_prize(const Context& c, std::size_t i) {
  const std::size_t prize = c.is_mark(i + 1, U'.') ? i + 2 : i + 1;
  if (!c.is(prize, TokenKind::number) || c[prize].size() != 1 || c.text(prize) == "0") return false;
  const std::size_t number = c.skip_blank(c.is_mark(prize + 1, U':') ? prize + 2 : prize + 1);
  return number > prize + 1 && c.is(number, TokenKind::number) && c[number].size() >= 2 &&
         c[number].size() <= 6 && !c.is(c.skip_blank(number + 1), TokenKind::word) &&
         !c.is_mark(number + 1, U'%');
}

// What the letters stand for where figures are glued on: the rows with # of abbreviations.tsv (BĐ2, đ1, CS2).
// Nothing when they are letters.
std::string_view words_before_figures(const Context& c, std::size_t i) {
  const std::string_view text = c.text(i);
  std::array<char, 16> key{};
  if (text.size() >= key.size()) return {};
  std::copy(text.begin(), text.end(), key.begin());
  key[text.size()] = '#';
  for (const tables::AbbreviationRow& row : tables::find_abbreviation({key.data(), text.size() + 1}))
    if (c.holds(row.cue, i, i + 2)) return row.spoken;
  // NVH3, TBA2: three letters and more that stand for one thing alone.
  if (c[i].letters < 3 || c[i + 1].size() > 2) return {};
  const auto rows = tables::find_abbreviation(text);
  const bool sure = rows.size() == 1 && rows[0].kind == tables::AbbreviationKind::expand;
  return sure ? rows[0].spoken : std::string_view{};
}

// (HẾT H1), bàn ở H2, H1: 1-0: the halves of a match.
bool is_half_of_match(const Context& c, std::size_t i) {
  static constexpr Phrases kHalf = {"hết", "cuối", "đầu", "trong", "nghỉ", "ở", "vào"};
  static constexpr Phrases kMatch = {"bàn",  "tỷ số", "trận", "bóng đá",   "clb", "đội",
                                     "phút", "thắng", "thua", "trực tiếp", "sân"};
  if (c.text(i) != "H" || (c.text(i + 1) != "1" && c.text(i + 1) != "2")) return false;
  if (c.preceded_by_any(i, kHalf) && c.near_any(i, i + 2, kMatch)) return true;
  const std::size_t score = c.skip_blank(i + 3);
  const std::size_t dash = c.skip_blank(score + 1);
  return c.is_mark(i + 2, U':') && c.is(score, TokenKind::number) && c[score].size() == 1 &&
         c.is_dash(dash) && c.is(c.skip_blank(dash + 1), TokenKind::number);
}

// Phim "Mùa đông cuối" (T25): the episode; T13, T16 and T18 are ages that may see it.
bool is_episode(const Context& c, std::size_t i) {
  static constexpr Phrases kSeries = {"phim", "phim truyện", "tập phim", "vtv1", "vtv3", "lịch phát sóng"};
  constexpr std::string_view kAges[] = {"13", "16", "18"};
  return c.text(i) == "T" && c.is_mark(i - 1, U'(') && c.is_mark(i + 2, U')') &&
         !contains(kAges, c.text(i + 1)) && c.near_any(i, i + 2, kSeries);
}

// The word that the letters before figures stand for where such things are spoken of, or nothing.
std::string_view word_before_figures(const Context& c, std::size_t i) {
  static constexpr Phrases kSchool = {"phụ huynh", "tựu trường", "chào cờ", "thời khóa biểu", "tập trung"};
  if (is_half_of_match(c, i)) return "hiệp";
  // Họp phụ huynh K6: the classes of one year of school.
  if (const auto year = c.text(i) == "K" ? read_figures(c, i + 1, 2) : std::nullopt;
      year && year->value <= 12 && c.near_any(i, i + 2, kSchool))
    return "khối";
  // Bước 1: …; B2: …
  if (c.text(i) == "B" && c.is_mark(i + 2, U':') && c.near(i, i + 2, "bước")) return "bước";
  if (is_episode(c, i)) return "tập";
  return words_before_figures(c, i);
}

// Ba2, Baa3, Aa1: how good a debtor is, letter by letter
bool is_rating(const Context& c, std::size_t i) {
  static constexpr Phrases kRatings = {"xếp hạng", "tín nhiệm", "moody", "triển vọng", "hạng mức"};
  const std::string_view text = c.text(i);
  return c[i].letters <= 3 && text.front() >= 'A' && text.front() <= 'C' &&
         text.find_first_not_of('a', 1) == std::string_view::npos && c.near_any(i, i + 2, kRatings);
}

// HbA1c, eGFR2: capitals inside a short word are letters.
bool is_short_with_capitals(const Context& c, std::size_t i) {
  const std::string_view text = c.text(i);
  return c[i].letters <= 4 && count_ascii_capitals(text) >= 2 && !has_vietnamese_letter(text);
}

// TP, HK, MĐ: by the table, where the words are said before figures too.
void say_abbreviation_of_model(Draft& draft, const Context& c, std::size_t i,
                               std::span<const tables::AbbreviationRow> rows) {
  using Kind = tables::AbbreviationKind;
  const std::string_view text = c.text(i);
  // Which of several, only where all of them are said in full: HK1 is a term beside học phí.
  const auto holds = [&](const tables::AbbreviationRow& row) { return c.holds(row.cue, i, i + 1); };
  const bool several = text == "HK" || text == "BK" || text == "MĐ";
  const auto& row = several ? *std::find_if(rows.begin(), std::prev(rows.end()), holds) : rows.back();
  const bool gene = text == "TP" && c.preceded_by_any(i, kGenes);
  const bool code = text == "VN" && c.is_dash(i + 1) && c.is(i + 2, TokenKind::word);
  const bool said = row.kind == Kind::expand
                        ? tables::is_in(tables::List::before_figures, text) && !gene && !code
                        : !(row.kind == Kind::spell && row.spoken.empty());
  if (said)
    draft.say(row.spoken, c[i].span());
  else
    say_letters(draft, text, LetterUse::abbreviation, c, c[i].span());
}

// Letters for a name of their own before figures: thép Φ16, Giải G.7, VN1545. True where it was one.
bool say_letters_before_figures(Draft& draft, const Context& c, std::size_t i) {
  const std::string_view text = c.text(i);
  const Span source = c[i].span();
  if (const std::string_view words = word_before_figures(c, i); !words.empty()) {
    draft.say(words, source);
    return true;
  }
  if (text == "G" && c.preceded_by(i, "giải")) return true;  // Giải G.7: the word before has said it
  // G.1 23456: a prize and the number that has won it.
  if (text == "G" && wins_prize(c, i)) {
    draft.say("giải", source);
    return true;
  }
  if (c[i].letters == 1) return false;
  if (is_airline(text))
    say_letters(draft, text, LetterUse::code, c, source);
  else if (is_rating(c, i))
    say_letters(draft, text, LetterUse::initial, c, source);
  else if (tables::find_currency(text) != nullptr)  // số đăng ký VND-4309-05: no sum
    say_letters(draft, text, LetterUse::abbreviation, c, source);
  else
    return false;
  return true;
}

// Says the letters of a model: by the table when they have a name of their own.
// Three letters and more that no table knows may be a word as well.
void spell_unknown_letters(Draft& draft, const Context& c, std::string_view letters, Span source) {
  say_letters(draft, letters, LetterUse::abbreviation, c, source);
  if (letters.size() >= 3) draft.certainty = Certainty::unknown_abbreviation;
}

void say_model_letters(Draft& draft, const Context& c, std::size_t i, bool figures_follow) {
  const Token& token = c[i];
  const std::string_view text = c.text(i);
  const Span source = token.span();
  // thép Φ16: the diameter.
  if (const auto* symbol = tables::find_symbol(text); token.letters == 1 && symbol != nullptr) {
    draft.say(symbol->spoken, source);
    return;
  }
  if (figures_follow && say_letters_before_figures(draft, c, i)) return;
  if (token.letters == 1) {
    const bool foreign = text == "D" || text == "d";
    say_letters(draft, text, foreign ? LetterUse::code : LetterUse::initial, c, source);
    return;
  }
  if (const auto rows = tables::find_abbreviation(text); !rows.empty()) {
    say_abbreviation_of_model(draft, c, i, rows);
    return;
  }
  if ((token.shape != Shape::upper || token.letters > 3) && say_lexicon_word(draft, text, source)) return;
  if (token.shape != Shape::upper && tables::is_syllable(text)) {
    std::string lower;
    tables::fold(text, lower);
    draft.say(lower, source);
    return;
  }
  // CIENCO4, URENCO15: a name set in capitals
  std::string key;
  const bool word = token.shape == Shape::upper && token.letters >= 6 &&
                    (tables::fold(text, key), is_word_in_capitals(c, i, key));
  if (!word &&
      (token.shape == Shape::upper || token.letters <= 2 || (figures_follow && is_short_with_capitals(c, i))))
    spell_unknown_letters(draft, c, text, source);
  else
    say_foreign_word(draft, text, true, c, source);
}

}  // namespace

// PM2.5, PM 2.5; Covid -19 and Covid 19
bool recognise_common_model(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Folded word = c.folded(i);
  std::size_t number = c.skip_blank(i + 1);
  if (word == "covid") {
    if (c.is_dash(number)) number = c.skip_blank(number + 1);
    if (!c.is(number, TokenKind::number) || c.text(number) != "19") return false;
    draft.say("cô vít", c[i].span());
    say_cardinal(draft, c.text(number), c.style(), c[number].span());
    draft.end = number + 1;
  } else if (word == "pm") {
    if (!c.is(number, TokenKind::number) || !(c.text(number) == "2" || c.text(number) == "1")) return false;
    if (!c.is_point_or_comma(number + 1) || !c.is(number + 2, TokenKind::number)) return false;
    say_letters(draft, c.text(i), LetterUse::abbreviation, c, c[i].span());
    say_cardinal(draft, c.text(number), c.style(), c[number].span());
    draft.say("phẩy", c[number + 1].span());
    say_digits(draft, c.text(number + 2), c[number + 2].span());
    draft.end = number + 3;
  } else {
    return false;
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.model";
  return true;
}

namespace {

bool is_small_roman(std::string_view text) {
  return text.find_first_not_of("IVX") == std::string_view::npos && roman_value(text) > 0;
}

}  // namespace

// RON 95-III: the grade of petrol by its standard.
bool recognise_petrol(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "RON") return false;
  const std::size_t number = c.skip_blank(c.is_dash(i + 1) ? i + 2 : i + 1);
  if (!c.is(number, TokenKind::number) || c[number].size() != 2) return false;
  draft.say("ron", c[i].span());
  say_cardinal(draft, c.text(number), c.style(), c[number].span());
  draft.end = number + 1;
  const std::size_t grade = c.skip_blank(c.skip_blank(number + 1) + 1);
  if (c.is_dash(c.skip_blank(number + 1)) && c.is(grade, TokenKind::word) && is_small_roman(c.text(grade))) {
    say_cardinal(draft, static_cast<std::uint64_t>(roman_value(c.text(grade))), c.style(), c[grade].span());
    draft.end = grade + 1;
    // RON95-III 20.480đ: the price does not run into the grade.
    if (c.is_blank(draft.end) && c.is(draft.end + 1, TokenKind::number)) {
      draft.mark(',', c[draft.end].span());
      ++draft.end;
    }
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.petrol";
  return true;
}

namespace {

// Letters and figures by turns: glued, by a hyphen, or U.23 by a dot.
struct Model {
  struct Part {
    std::size_t token;
    bool hyphen;  // a sign stands before it
  };
  std::array<Part, 8> parts{};
  std::size_t count = 0;
  bool figures = false;
  std::size_t end = 0;
};

// Whether the piece at `at` cannot go on the model that has begun.
bool ends_model(const Context& c, std::size_t at, bool hyphen) {
  const Token& token = c[at];
  if (!token.is(TokenKind::word)) return false;
  // A small word behind figures is a unit or a suffix of one letter.
  if (token.shape == Shape::lower && (token.letters > 2 || c.text(at) == "ha")) return true;
  return hyphen && token.shape == Shape::capitalised && token.syllable;
}

// Whether the sign at `at` joins what follows to the model: Su-30, U.23, XBB.1.5.
bool joins_model(const Context& c, std::size_t at, const Model& model) {
  const Token& head = c[c.here()];
  const bool number = c.is(at + 1, TokenKind::number);
  if (c.is_dash(at))
    // BĐ2-BĐ3: two of a kind, the dash is a range's.
    return number ||
           (c.is(at + 1, TokenKind::word) &&
            !(model.figures && c.text(at + 1) == c.text(c.here()) && c.is(at + 2, TokenKind::number)));
  // Of three letters only with a second point.
  const bool lineage = head.letters == 3 && head.shape == Shape::upper && c.is_mark(at + 2, U'.') &&
                       c.is(at + 3, TokenKind::number) && c[at + 3].size() <= 2;
  return c.is_mark(at, U'.') && model.count == 1 && (head.letters <= 2 || lineage) &&
         head.shape != Shape::lower && head.is(TokenKind::word) && number && c[at + 1].size() <= 3;
}

// What stands together from here() on, or nothing where a piece is too long for a model.
std::optional<Model> gather_model(const Context& c) {
  Model model;
  std::size_t at = c.here();
  bool hyphen = false;
  while (model.count < model.parts.size()) {
    const bool number = c.is(at, TokenKind::number);
    if (!number && !c.is(at, TokenKind::word)) break;
    if (number ? c[at].size() > 9 : c[at].letters > 14) return std::nullopt;
    if (model.count > 0 && ends_model(c, at, hyphen)) break;
    model.figures = model.figures || number;
    model.parts[model.count++] = {at, hyphen};
    model.end = ++at;
    hyphen = !c.is(at, TokenKind::word) && !c.is(at, TokenKind::number);
    if (!hyphen) continue;
    if (!joins_model(c, at, model)) break;
    ++at;
  }
  return model;
}

// What a hyphen joins to figures must be a name: "anh-1" and "sáng 16-4" are not, nor is Huế-2025.
bool begins_model(const Context& c, std::size_t i) {
  const Token& head = c[i];
  if (!head.is(TokenKind::word)) return true;
  if (head.shape == Shape::capitalised) return !(c.is_dash(i + 1) && head.syllable && head.letters > 2);
  if (head.shape != Shape::lower) return true;
  if (head.syllable && head.letters > 1) return false;
  // Covid-19 in small letters is in the lexicon.
  return c.is(i + 1, TokenKind::number) || tables::find_respelling(c.folded(i)) != nullptr ||
         !tables::find_abbreviation(c.text(i)).empty();
}

// động đất M7,6, M6.9: the magnitude of an earthquake.
bool is_magnitude(const Context& c, std::size_t i, const Model& model) {
  static constexpr Phrases kQuakes = {"động đất", "rung chấn", "dư chấn", "sóng thần", "tâm chấn"};
  return model.count == 2 && c.text(i) == "M" && c.is(model.end + 1, TokenKind::number) &&
         c.is_point_or_comma(model.end) && c.near_any(i, model.end, kQuakes);
}

void say_figures_of_part(Draft& draft, const Context& c, const Model& model, std::size_t n) {
  const std::size_t t = model.parts[n].token;
  if (n > 0 && c[t].size() <= 3 && c.text(t)[0] != '0' && c.is(t - 1, TokenKind::word) &&
      !words_before_figures(c, t - 1).empty())
    say_cardinal(draft, c.text(t), c.style(), c[t].span());  // TK145: tiểu khu
  else
    say_model_figures(draft, c, t, model.parts[n].hyphen,
                      n > 0 ? c.text(model.parts[n - 1].token) : std::string_view{});
}

void say_letters_of_part(Draft& draft, const Context& c, const Model& model, std::size_t n) {
  const std::size_t t = model.parts[n].token;
  const std::string_view head = c.text(model.parts[0].token);
  const bool last_capitals = n > 0 && n + 1 == model.count && c[t].shape == Shape::upper;
  if ((model.parts[n].hyphen || last_capitals) && (c[t].letters > 1 || head == "RON") &&
      is_small_roman(c.text(t)))
    // RON95-III, Z6III
    say_cardinal(draft, static_cast<std::uint64_t>(roman_value(c.text(t))), c.style(), c[t].span());
  else if (head == "KV" && c.text(t) == "NT")
    draft.say("nông thôn", c[t].span());  // KV2-NT: where a candidate lives
  else
    say_model_letters(draft, c, t, n + 1 < model.count && c.is(model.parts[n + 1].token, TokenKind::number));
}

// GPT-5.1, Qwen2.5, NB.1.8.1: a point and figures glued on are a version. Returns its end.
std::size_t say_version_behind(Draft& draft, const Context& c, const Model& model) {
  static constexpr Phrases kVirus = {"biến thể", "biến chủng", "dòng phụ", "chủng", "omicron", "covid"};
  const std::size_t i = c.here();
  std::size_t end = model.end;
  const auto point_follows = [&](std::size_t from) {
    return c.is_mark(from, U'.') && c.is(from + 1, TokenKind::number) && c[from + 1].size() <= 2;
  };
  // DeepSeek-V3.2
  const bool two = model.count == 2 || (model.count == 3 && c[model.parts[1].token].letters == 1);
  if (!two || !c[i].is(TokenKind::word) || !c.is(end - 1, TokenKind::number) || !point_follows(end))
    return end;
  if (c.is_mark(i + 1, U'.') && !point_follows(end + 2) && c[i].letters != 3 && !c.near_any(i, end, kVirus))
    return end;
  for (std::size_t links = 0; links < 4 && point_follows(end); ++links) {
    draft.say("chấm", c[end].span());
    if (c.text(end + 1)[0] == '0' && c[end + 1].size() > 1)
      say_digits(draft, c.text(end + 1), c[end + 1].span());  // căn
    else
      say_cardinal(draft, c.text(end + 1), c.style(), c[end + 1].span());
    end += 2;
  }
  return end;
}

// F-16C/D, MiG-29K/KUB: the letters of two builds of one model, with no pause between them.
bool names_two_builds(const Context& c, const Model& model, std::size_t end) {
  return model.count >= 3 && c[end - 1].shape == Shape::single_upper && c.is(end - 2, TokenKind::number) &&
         c.is_mark(end, U'/') && c.is(end + 1, TokenKind::word) && c[end + 1].letters <= 3 &&
         (c[end + 1].shape == Shape::single_upper || c[end + 1].shape == Shape::upper) &&
         !c.is(end + 2, TokenKind::word) && !c.is(end + 2, TokenKind::number) && !c.is_dash(end + 2);
}

// số A2/24A, nhà C5/18: a house of a lane that has a letter. Returns its end.
std::size_t say_house_behind(Draft& draft, const Context& c, const Model& model, std::size_t end) {
  static constexpr Phrases kHouses = {"số", "nhà", "số nhà", "kiệt", "hẻm", "ngõ", "ngụ", "địa chỉ"};
  const std::size_t i = c.here();
  if (model.count != 2 || c[i].shape != Shape::single_upper || !c.is_mark(end, U'/') ||
      !c.is(end + 1, TokenKind::number) || c[end + 1].size() > 3 || !c.preceded_by_any(i, kHouses))
    return end;
  const bool letter = c[end + 2].shape == Shape::single_upper && c.is_edge(end + 3);
  if (!letter && !c.is_edge(end + 2)) return end;
  draft.say("trên", c[end].span());
  say_cardinal(draft, c.text(end + 1), c.style(), c[end + 1].span());
  if (letter) say_letters(draft, c.text(end + 2), LetterUse::initial, c, c[end + 2].span());
  return end + (letter ? 3 : 2);
}

// B2B, BCĐ389: what is listed with its figures.
bool say_listed_model(Draft& draft, const Context& c, const Model& model) {
  const std::size_t i = c.here();
  if (model.count < 3 && c[i].letters < 3) return false;
  const Span source = c.span(i, model.end);
  for (const tables::AbbreviationRow& row : tables::find_abbreviation(source.of(c.whole_text()))) {
    if (row.spoken.empty() || !c.holds(row.cue, i, model.end)) continue;
    draft.say(row.spoken, source);
    return true;
  }
  return false;
}

}  // namespace

// U23, U.23, F-16, Su-30, SARS-CoV-2, H5N1, Covid-19, PC02, VN1545, 12A1.
bool recognise_model(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // P.5, Q.1: a ward, a district. NPK5:10:3: the parts of a manure.
  if (c.is_mark(i + 1, U'.') && (c.text(i) == "P" || c.text(i) == "Q")) return false;
  if (c.text(i) == "NPK" && c.is_mark(i + 2, U':')) return false;
  if (c.text(i) == "km" || c.text(i) == "Km") return false;  // 18 triệu Km2: an area
  // USD500, VND5.000: a sum behind the code of its currency
  if (const auto* currency = tables::find_currency(c.text(i));
      currency != nullptr && currency->before && c[i].letters == 3 && c.is(i + 1, TokenKind::number))
    return false;
  const std::optional<Model> model = gather_model(c);
  if (!model || !model->figures || model->count < 2 || !begins_model(c, i)) return false;
  std::size_t end = model->end;
  if (say_listed_model(draft, c, *model)) return draft.accept(SemioticClass::code, "code.model", end);
  const bool magnitude = is_magnitude(c, i, *model);
  for (std::size_t n = 0; n < model->count; ++n) {
    const std::size_t t = model->parts[n].token;
    if (magnitude && n == 0)
      draft.say("độ lớn", c[t].span());
    else if (c.is(t, TokenKind::number))
      say_figures_of_part(draft, c, *model, n);
    else
      say_letters_of_part(draft, c, *model, n);
  }
  if (magnitude) {
    draft.say("phẩy", c[end].span());
    say_digits(draft, c.text(end + 1), c[end + 1].span());
    end += 2;
  } else {
    end = say_version_behind(draft, c, *model);
  }
  if (names_two_builds(c, *model, end)) {
    say_model_letters(draft, c, end + 1, false);
    end += 2;
  }
  end = say_house_behind(draft, c, *model, end);
  return draft.accept(SemioticClass::code, "code.model", end) && !draft.items().empty();
}

// chuyến bay VN 1371
bool recognise_flight(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!is_airline(c.text(i)) || !c.is_blank(i + 1) || !c.is(i + 2, TokenKind::number)) return false;
  if (c[i + 2].size() > 4) return false;
  static constexpr Phrases kFlights = {
      "chuyến", "chuyến bay", "chuyến bay số", "số hiệu", "mã hiệu", "chuyến bay mang số hiệu", "chặng bay"};
  if (!c.preceded_by_any(i, kFlights)) {
    // máy bay Boeing 787 VN 5001 hạ cánh; các chuyến VN253, VJ 152
    static constexpr Phrases kFlown = {"hạ cánh",  "cất cánh",   "boeing",        "airbus",
                                       "phi công", "chuyến bay", "mã chuyến bay", "các chuyến"};
    if (c[i + 2].size() < 3 || c.is(i + 4, TokenKind::number) || !c.near_any(i, i + 3, kFlown)) return false;
  }
  say_letters(draft, c.text(i), LetterUse::code, c, c[i].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  return draft.accept(SemioticClass::code, "code.flight", i + 3);
}

// sổ đỏ số CT 123456, tiền giả seri AA 12345678: the letters and figures of one paper.
bool recognise_serial(const Context& c, Draft& draft) {
  static constexpr Phrases kSerials = {"seri", "số seri", "serial", "ký hiệu", "số hiệu"};
  static constexpr Phrases kPapers = {"sổ đỏ", "sổ hồng", "giấy chứng nhận", "gcn", "gcnqsdđ", "giấy phép"};
  const std::size_t i = c.here();
  const Token& figures = c[i + 2];
  if (c[i].letters != 2 || c[i].shape != Shape::upper || !c.is_one_blank(i + 1) ||
      !figures.is(TokenKind::number) || figures.size() < 6 || figures.size() > 8 ||
      !(c.preceded_by_any(i, kSerials) || (c.preceded_by(i, "số") && c.near_any(i, i + 3, kPapers))))
    return false;
  say_letters(draft, c.text(i), LetterUse::code, c, c[i].span());
  say_digits(draft, c.text(i + 2), figures.span());
  return draft.accept(SemioticClass::code, "code.serial", i + 3);
}

// K6, K12: the classes of one year, where a school is spoken of.
bool recognise_grade(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "K" || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2 ||
      c.is(i + 2, TokenKind::word) || c.is_mark(i + 2, U'+') || c.is_mark(i + 2, U'/') ||
      (c.is_mark(i + 2, U'.') && c.is(i + 3, TokenKind::number)))
    return false;
  static constexpr Phrases kSchool = {"khối", "thi",  "học sinh", "hs",     "ph",       "phụ huynh", "lớp",
                                      "gvcn", "thcs", "thpt",     "trường", "tiểu học", "các em"};
  // lớp trung cấp chính trị K12: of a course
  static constexpr Phrases kCourses = {"học viên", "hv",       "khóa",      "đại học",  "sinh viên",
                                       "lý luận",  "tcllct",   "trung cấp", "cao đẳng", "đh",
                                       "lớp học",  "khóa học", "lớp dạy",   "bế giảng"};
  if (c.near_any(i, i + 2, kCourses)) return false;
  const std::string_view year = c.text(i + 1);
  if (year[0] == '0' || (year.size() == 2 && year > "12") || !c.near_any(i, i + 2, kSchool)) return false;
  draft.say("khối", c[i].span());
  say_cardinal(draft, year, c.style(), c[i + 1].span());
  draft.certainty = Certainty::narrow;
  draft.rival = "code.model";
  return draft.accept(SemioticClass::code, "code.grade", i + 2);
}

// lúa IR 50404, OM 5451: the number of a seed behind its letters.
bool recognise_seed(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // ĐT8, Đài thơm 8: the seed of the south.
  static constexpr Phrases kRice = {"lúa", "gạo", "giống", "thóc", "om", "đông xuân", "hè thu"};
  if (c.text(i) == "ĐT" && c.text(c.skip_blank(i + 1)) == "8" && c.near_any(i, i + 2, kRice)) {
    const std::size_t number = c.skip_blank(i + 1);
    draft.say("đài thơm", c[i].span());
    say_cardinal(draft, c.text(number), c.style(), c[number].span());
    return draft.accept(SemioticClass::code, "code.seed", number + 1);
  }
  // CL 555 and NL 5451 only where grain is spoken of; NL is what is still to be milled.
  const bool raw = c.text(i) == "NL";
  const bool breeder = c.text(i) == "IR" || c.text(i) == "OM" || c.text(i) == "OMCS";
  static constexpr Phrases kGrain = {"lúa", "gạo", "giống", "thóc", "nếp", "tấm"};
  // OM4218, OM 5451, IR 50404
  const bool listed = breeder && c[i + 2].size() >= (c.text(i) == "IR" ? 5U : 4U);
  if ((!breeder && !raw && c.text(i) != "CL") || (!listed && !c.near_any(i, i + 3, kGrain))) return false;
  if (!c.is_blank(i + 1) || !c.is(i + 2, TokenKind::number) || c[i + 2].size() < 2 || c[i + 2].size() > 5)
    return false;
  if (c.is_mark(i + 3, U'.') && c.is(i + 4, TokenKind::number)) return false;
  if (raw)
    draft.say("nguyên liệu", c[i].span());
  else
    say_letters(draft, c.text(i), LetterUse::abbreviation, c, c[i].span());
  if (c[i + 2].size() > 2)
    say_digits(draft, c.text(i + 2), c[i + 2].span());
  else
    say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
  return draft.accept(SemioticClass::code, "code.seed", i + 3);
}

}  // namespace loa::normalizer
