// SPDX-License-Identifier: GPL-3.0-or-later
// Chemical formulas and types of blood.
#include <array>
#include <string_view>

#include "code.h"
#include "letters.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {

namespace {

bool is_element(std::string_view letters) { return tables::is_in(tables::List::element, letters); }

bool is_element_run(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size()) {
    if (at + 1 < word.size() && is_element(word.substr(at, 2)))
      at += 2;
    else if (is_element(word.substr(at, 1)))
      ++at;
    else
      return false;
  }
  return true;
}

struct Ion {
  std::string_view formula;
  std::string_view charge;  // figures of it, none for one
  char sign;
};
constexpr Ion kIons[] = {{"NH4", "", '+'},  {"Na", "", '+'},   {"K", "", '+'},    {"Ca", "2", '+'},
                         {"Mg", "2", '+'},  {"Fe", "2", '+'},  {"Fe", "3", '+'},  {"Cu", "2", '+'},
                         {"Zn", "2", '+'},  {"Pb", "2", '+'},  {"Al", "3", '+'},  {"Mn", "2", '+'},
                         {"Cl", "", '-'},   {"F", "", '-'},    {"NO3", "", '-'},  {"NO2", "", '-'},
                         {"CN", "", '-'},   {"HCO3", "", '-'}, {"PO4", "3", '-'}, {"SO4", "2", '-'},
                         {"CO3", "2", '-'}, {"OH", "", '-'}};

// NO3-, PO43-, Ca2+: the figure before the sign is the charge.
bool recognise_ion(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool figures = c.is(i + 1, TokenKind::number);
  const std::size_t sign = figures ? i + 2 : i + 1;
  const bool plus = c.is_mark(sign, U'+');
  if (c[i].letters > 3 || (!plus && !c.is_dash(sign)) || c.is(sign + 1, TokenKind::word) ||
      c.is(sign + 1, TokenKind::number))
    return false;
  const std::string_view text = c.text(i, sign);
  for (const Ion& ion : kIons) {
    if ((ion.sign == '+') != plus || text.size() != ion.formula.size() + ion.charge.size() ||
        !text.starts_with(ion.formula) || !text.ends_with(ion.charge))
      continue;
    // K+, F-, CN-: without a figure they are other things too.
    static constexpr Phrases kChemistry = {"ion",       "i ôn",  "nồng độ", "hàm lượng", "mg/l",
                                           "điện giải", "amoni", "muối",    "chỉ tiêu",  "máu"};
    if (!figures && !c.near_any(i, sign, kChemistry)) return false;
    say_letters(draft, c.text(i), LetterUse::initial, c, c[i].span());
    if (figures) say_digits(draft, c.text(i + 1), c[i + 1].span());
    draft.say(plus ? "cộng" : "trừ", c[sign].span());
    return draft.accept(SemioticClass::code, "code.ion", sign + 1);
  }
  return false;
}

}  // namespace

// H2O, CO2, NaCl, H2SO4: each letter by its name, figures as they are.
bool recognise_formula(const Context& c, Draft& draft) {
  if (recognise_ion(c, draft)) return true;
  const std::size_t i = c.here();
  std::size_t end = i;
  while (end < i + 12 && ((c.is(end, TokenKind::word) && c[end].letters <= 6) ||
                          (c.is(end, TokenKind::number) && end > i && c[end].size() <= 2)))
    ++end;
  if (end == i) return false;
  const std::string_view text = c.text(i, end);
  // bón 5kg KCl: potash, as farmers call it
  static constexpr Phrases kFields = {"bón", "phân", "npk", "đạm", "lân", "ure", "urê", "sào", "thúc"};
  if (text == "KCl" && c.near_any(i, end, kFields)) return false;
  constexpr std::string_view kSalts[] = {"NaCl", "KCl", "NaOH", "HCl", "KOH", "MgO", "CaO", "NaHCO", "KNO"};
  const bool known = tables::is_in(tables::List::formula, text);
  const bool salt = contains(kSalts, text);
  if (!known && !salt) {
    if (end - i < 2) return false;
    bool mixed = false;
    for (std::size_t at = i; at < end; ++at)
      if (c.is(at, TokenKind::word)) {
        if (!is_element_run(c.text(at))) return false;
        mixed = mixed || c[at].shape == Shape::mixed || c[at].shape == Shape::capitalised;
      }
    // CO3, H5N1, B12: letters alone do not make a formula.
    const bool cue = c.near_any(i, end,
                                std::array<std::string_view, 8>{"khí", "axit", "a xít", "hóa chất", "phân tử",
                                                                "phản ứng", "công thức", "hợp chất"});
    if (!(mixed && end - i >= 3) && !cue) return false;
  }
  for (std::size_t at = i; at < end; ++at) {
    if (text == "CO2e" && at + 1 == end)
      draft.say("tương đương", c[at].span());  // to so much carbon dioxide
    else if (c.is(at, TokenKind::word))
      say_letters(draft, c.text(at), LetterUse::initial, c, c[at].span());
    else
      say_cardinal(draft, c.text(at), c.style(), c[at].span());
  }
  if (!known && !salt) {  // what elements can spell, names can as well: COP30
    draft.certainty = Certainty::narrow;
    draft.rival = "code.model";
  }
  return draft.accept(SemioticClass::code, "code.formula", end);
}

// Rh+, Rh(-), nhóm máu AB+: the sign is the factor's, dương or âm.
bool recognise_blood_type(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i);
  const bool factor = text == "Rh" || text == "RH";
  const bool group = text == "A" || text == "B" || text == "AB" || text == "O";
  if (!factor && !group) return false;
  std::size_t at = factor ? c.skip_blank(i + 1) : i + 1;
  const bool bracket = factor && c.is_mark(at, U'(');
  if (bracket) ++at;
  const bool plus = c.is_mark(at, U'+');
  if (!plus && !c.is_dash(at)) return false;
  const std::size_t end = at + 1;
  if (bracket && !c.is_mark(end, U')')) return false;
  if (!bracket && !c.is_edge(end) && !c.is_mark(end, U'.')) return false;
  if (!bracket && !plus && c.is_blank(at - 1)) return false;  // a dash between words
  if (group && !c.near_any(i, end, std::array<std::string_view, 2>{"máu", "hiến máu"})) return false;
  if (factor)
    draft.say("e rờ hát", c[i].span());
  else
    say_letters(draft, text, LetterUse::initial, c, c[i].span());
  draft.say(plus ? "dương" : "âm", c[at].span());
  return draft.accept(SemioticClass::code, "code.blood-type", bracket ? end + 1 : end);
}

}  // namespace loa::normalizer
