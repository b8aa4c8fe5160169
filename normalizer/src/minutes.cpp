// SPDX-License-Identifier: GPL-3.0-or-later
// Minutes that no clock shows: of a race, of a match, and so many of them.
#include "minutes.h"

#include <optional>

#include "cues.h"
#include "number_words.h"
#include "quantity.h"

namespace loa::normalizer {
namespace {

// Hundredths or thousandths of a second: 05 digit by digit, 82 as a number.
void say_hundredths(Draft& draft, const Context& c, std::size_t i) {
  if (c.text(i)[0] == '0')
    say_digits(draft, c.text(i), c[i].span());
  else
    say_cardinal(draft, c.text(i), c.style(), c[i].span());
}

// A minute of a match as it is written: 41', 90'+6, 45+2.
struct MatchMinute {
  Figures minute;
  std::optional<Figures> added;
  bool prime = false;
  std::size_t sign = 0;  // the prime's token, or where it would stand
  std::size_t end = 0;
};

std::optional<MatchMinute> find_match_minute(const Context& c, std::size_t i) {
  const auto minute = read_figures(c, i, 3);
  if (!minute) return std::nullopt;
  MatchMinute m{*minute, {}, false, i + 1, i + 1};
  if (c.is_mark(i + 1, U'+')) {
    m.added = read_figures(c, i + 2, 2);
    if (!m.added) return std::nullopt;
    m.sign = i + 3;
  }
  m.prime = c.is_apostrophe(m.sign);
  m.end = m.prime ? m.sign + 1 : m.sign;
  if (m.prime && !m.added && c.is_mark(m.end, U'+')) {  // 90'+6
    m.added = read_figures(c, m.end + 1, 2);
    if (m.added) m.end += c.is_apostrophe(m.end + 2) ? 3U : 2U;
  }
  return m;
}

// '3 trong 1' closes a quotation: an opening quote stands shortly before.
bool closes_quotation(const Context& c, std::size_t i) {
  for (std::size_t back = i, steps = 0; back > 0 && steps < 12; ++steps) {
    --back;
    const bool open =
        (c.is_mark(back, U'\'') && (back == 0 || c.is_edge(back - 1))) || c.is_mark(back, U'\u2018');
    if (open && !(back > 0 && c.is(back - 1, TokenKind::number))) return true;
  }
  return false;
}

// (12', 57'), phút 41', 46' và 76': the ones behind a comma or "và" are minutes as the first.
bool is_further_minute(const Context& c, std::size_t i) {
  const std::size_t joint = i >= 3 ? c.skip_blank_back(i - 1) : 0;
  if (c.is_mark(joint, U',')) return joint > 1 && c.is_apostrophe(joint - 1);
  if (joint <= 1 || c.folded(joint) != "và") return false;
  const std::size_t before = c.skip_blank_back(joint - 1);
  return before > 0 && c.is_apostrophe(before);
}

// màn hình 27', MacBook Pro 14'
bool is_screen(const Context& c, const MatchMinute& m) {
  static constexpr Phrases kScreens = {"màn hình", "laptop"};
  const std::size_t word = c.word_before(m.minute.token);
  return (word != Context::npos && c[word].shape == Shape::mixed) ||
         c.near_any(m.minute.token, m.sign, kScreens);
}

// Whether it tells when something happened in a match, and not how long something lasts.
bool is_of_match(const Context& c, const MatchMinute& m, bool further, bool bracket) {
  static constexpr Phrases kLasting = {"môn", "thi", "phim", "làm bài", "thời lượng", "thời gian"};
  static constexpr Phrases kMatch = {"bàn", "thắng", "thua", "hòa", "tỷ số", "trận", "ghi", "gỡ", "hiệp"};
  static constexpr Phrases kMoments = {"ở", "đến"};
  static constexpr Phrases kGoals = {"ghi bàn", "bàn thắng"};
  const std::size_t i = m.minute.token;
  // Khoảng 15' sau: that long.
  static constexpr Phrases kAbout = {"khoảng", "chừng", "gần", "hơn", "trong", "suốt", "mất"};
  if (!m.added && !bracket && c.preceded_by_any(i, kAbout)) return false;
  if (m.added || c.preceded_by_any(i, kMoments) || c.near_any(i, m.sign, kGoals)) return true;
  // môn Toán (90'), phim (118')
  const bool lasts = c.near_any(i, m.sign, kLasting);
  // KHTN (90'), LS&ĐL (60'): how long papers last, where no match is told.
  const bool paper = bracket && m.prime && m.minute.value >= 45 && m.minute.value % 15 == 0 && i >= 3 &&
                     c[c.skip_blank_back(i - 2)].shape == Shape::upper && !c.near_any(i, m.sign, kMatch);
  if (bracket && !(lasts && !further) && !paper) return true;
  // thắng 2-0 (Bích Thùy 21', Hải Yến 58'): the minute of a scorer; a film lasts.
  const std::size_t scorer = c.word_before(i);
  if (!m.prime || lasts || paper || scorer == Context::npos || c[scorer].shape != Shape::capitalised)
    return false;
  // Nấu 15': a word is a capital at the head of its line.
  return scorer > 0 || !c[scorer].syllable || c.near_any(i, m.sign, kMatch);
}

}  // namespace

std::optional<std::size_t> dash_after(const Context& c, std::size_t i) {
  const std::size_t at = c.skip_blank(i);
  const std::size_t behind = c.skip_to_sign(at);
  if (behind == at) return std::nullopt;
  return c.skip_blank(behind);
}

// 6:52.03, 1:44.85, 2:05.331, 1:21:10.567: minutes, seconds and what is left of a second in a race.
bool read_race_minutes(const Context& c, Draft& draft) {
  static constexpr Phrases kScales = {"bản đồ", "tỷ lệ", "tỉ lệ", "sơ đồ", "quy hoạch"};
  const std::size_t i = c.here();
  const auto first = read_figures(c, i, 2);
  const bool hours = c.is_mark(i + 3, U':') && is_minute(c, i + 2) && is_minute(c, i + 4);
  const std::size_t minute = hours ? i + 2 : i;
  const std::size_t second = minute + 2;
  const std::size_t point = minute + 3;
  const std::size_t rest = minute + 4;
  if (!first || !c.is_mark(minute + 1, U':') || !is_minute(c, second) || c[second].size() != 2) return false;
  if (!c.is_point_or_comma(point) || !c.is(rest, TokenKind::number) || c[rest].size() < 2 ||
      c[rest].size() > 3 || !free_end(c, rest + 1))
    return false;
  // bản đồ 1:10.000
  if (c[rest].size() == 3 && (c.text(rest) == "000" || c.near_any(i, rest + 1, kScales))) return false;
  const auto say = [&](std::size_t figures, std::string_view unit) {
    say_cardinal(draft, read_figures(c, figures, 2)->value, c.style(), c[figures].span());
    draft.say(unit, c[figures + 1].span());
  };
  if (hours) say(i, "giờ");
  say(minute, "phút");
  say_cardinal(draft, c.text(second), c.style(), c[second].span());
  draft.say("giây", c[point].span());
  say_hundredths(draft, c, rest);
  return draft.accept(SemioticClass::time, "time.race-minutes", rest + 1);
}

// 56"82, 4"174, 9s58: seconds, hundredths and thousandths of a race.
bool read_race_seconds(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto second = read_figures(c, i, 2);
  const bool mark = c.is_closing_quote(i + 1) ||
                    (is_letter(c, i + 1, 's') && c.is(i + 2, TokenKind::number) && c[i + 2].size() == 2);
  if (!second || !mark || !c.is(i + 2, TokenKind::number) || c[i + 2].size() < 2 || c[i + 2].size() > 3)
    return false;
  if (!free_end(c, i + 3)) return false;
  say_cardinal(draft, second->value, c.style(), second->span);
  draft.say("giây", c[i + 1].span());
  say_hundredths(draft, c, i + 2);
  return draft.accept(SemioticClass::time, "time.race-seconds", i + 3);
}

// giãn cách 6-10'/chuyến: so many minutes, no minute of a match.
bool read_minute_range(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto from = read_figures(c, i, 3);
  if (!from || (i > 0 && !c.is_edge(i - 1)) || (i > 0 && c.is_mark(i - 1, U'\''))) return false;
  const auto dash = dash_after(c, i + 1);
  if (!dash) return false;
  const auto to = read_figures(c, *dash, 3);
  if (!to || to->value <= from->value) return false;
  const std::size_t sign = to->token + 1;
  if (!c.is_apostrophe(sign) || !free_end(c, sign + 1)) return false;
  say_cardinal(draft, from->value, c.style(), from->span);
  draft.say("đến", {from->span.end, to->span.begin});
  say_cardinal(draft, to->value, c.style(), to->span);
  draft.say("phút", c[sign].span());
  draft.rule = "time.minutes";
  draft.end = say_per(draft, c, sign + 1, true);
  return true;
}

// 45', (69'), 90+6': the minute of a match, or so many minutes; inches of a screen.
bool read_match_minute(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto m = find_match_minute(c, i);
  if (!m) return false;
  const bool says_minute = c.preceded_by(i, "phút");
  if (m->prime ? !free_end(c, m->end) || closes_quotation(c, i) : !(m->added && says_minute)) return false;
  const bool further = is_further_minute(c, i);
  const bool bracket = further || (i > 0 && c.is_mark(i - 1, U'('));
  if (m->prime && !bracket && !m->added && is_screen(c, *m)) {
    say_cardinal(draft, m->minute.value, c.style(), m->minute.span);
    draft.say("inh", c[m->sign].span());
    return draft.accept(SemioticClass::measure, "measure.inch", m->sign + 1);
  }
  const bool of_match = is_of_match(c, *m, further, bracket);
  if (of_match && !says_minute) draft.say("phút", m->minute.span);
  say_cardinal(draft, m->minute.value, c.style(), m->minute.span);
  if (m->added) {
    draft.say("cộng", c[m->added->token - 1].span());
    say_cardinal(draft, m->added->value, c.style(), m->added->span);
  }
  if (!of_match && !says_minute) draft.say("phút", c[m->sign].span());
  draft.rule = "time.match-minute";
  draft.end = m->prime && !of_match ? say_per(draft, c, m->end, true) : m->end;
  return true;
}

}  // namespace loa::normalizer
