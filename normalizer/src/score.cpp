// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "cues.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

/// A result: 2-1, 7-6(4).
struct Score {
  Figures home;
  Figures away;
  std::optional<Figures> tie_break;
  std::optional<Figures> tie_away;
  Span dash;
  std::size_t end = 0;
};

std::optional<Score> read_score(const Context& c, std::size_t i, bool slash = false) {
  const auto home = read_figures(c, i, 3);
  if (!home) return std::nullopt;
  const std::size_t dash = c.skip_blank(i + 1);
  if (slash ? !c.is_mark(dash, U'/') : !c.is_dash(dash) && !c.is_mark(dash, U':')) return std::nullopt;
  // kết quả lớp 10: 412 em: a colon that leans to the left tells what follows.
  static constexpr Phrases kResults = {"thắng", "thua", "hòa", "tỷ số", "tỉ số", "dẫn", "chung cuộc"};
  if (c.is_mark(dash, U':') && c.is_blank(dash + 1) && !c.is_blank(i + 1) && !c.preceded_by_any(i, kResults))
    return std::nullopt;
  const auto away = read_figures(c, c.skip_blank(dash + 1), 3);
  if (!away) return std::nullopt;
  Score s{*home, *away, std::nullopt, std::nullopt, c[dash].span(), away->token + 1};
  if (c.is(s.end, TokenKind::word)) return std::nullopt;
  if ((c.is_mark(s.end, U'/') || c.is_mark(s.end, U'.') || c.is_mark(s.end, U',') || c.is_dash(s.end)) &&
      c.is(s.end + 1, TokenKind::number))
    return std::nullopt;
  // 7-6(4), 7-6 (7/5), 7-6 (7-5)
  const bool seven = (s.home.value == 7 && s.away.value == 6) || (s.home.value == 6 && s.away.value == 7);
  const std::size_t open = seven ? c.skip_blank(s.end) : s.end;
  if (c.is_mark(open, U'(') && c.is(open + 1, TokenKind::number)) {
    if (c.is_mark(open + 2, U')')) {
      s.tie_break = read_figures(c, open + 1, 2);
      if (s.tie_break) s.end = open + 3;
    } else if (seven && (c.is_mark(open + 2, U'/') || c.is_dash(open + 2)) &&
               c.is(open + 3, TokenKind::number) && c.is_mark(open + 4, U')')) {
      s.tie_break = read_figures(c, open + 1, 2);
      s.tie_away = read_figures(c, open + 3, 2);
      if (!s.tie_break || !s.tie_away) return std::nullopt;
      s.end = open + 5;
    }
  }
  return s;
}

bool is_name(const Token& t) { return t.is(TokenKind::word) && t.shape != Shape::lower; }

// T1, G2: a name whose last token is a figure.
bool is_lettered_name(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::number) && c[i].size() == 1 && i > 0 && is_name(c[i - 1]) &&
         c[i - 1].letters <= 3;
}

// A cue a few words before, in the same clause.
bool cue_before(const Context& c, std::size_t i) {
  for (std::size_t at = i, steps = 0; at > 0 && steps < 14; ++steps) {
    --at;
    if ((c.is_mark(at, U'.') && c.is_edge(at + 1)) || c.is_mark(at, U';')) return false;
    // Thua 0-1 ở lượt đi: the cue may begin the sentence.
    const bool begins = at == 0 || c.is(c.skip_blank_back(at - 1), TokenKind::mark);
    const bool small = c[at].shape == Shape::lower || (begins && c[at].shape == Shape::capitalised);
    if (c.is(at, TokenKind::word) && small && c.followed_by_any(at, cues::kScore)) return true;
  }
  return false;
}

// thua 1-3 ở Asian Cup 2004, rồi 0-2 và 0-10: nought to so much, where a score stands earlier in the
// sentence.
bool score_earlier(const Context& c, std::size_t i, const Score& s) {
  if (std::min(s.home.value, s.away.value) != 0 || std::max(s.home.value, s.away.value) > 15) return false;
  for (std::size_t at = i, steps = 0; at > 2 && steps < 40; ++steps) {
    --at;
    if (c.is_sentence_mark(at) && c.is_edge(at + 1)) return false;
    if (c.is(at, TokenKind::number) && c.is_dash(at - 1) && c.is(at - 2, TokenKind::number) &&
        c[at].size() <= 2 && c[at - 2].size() <= 2 && cue_before(c, at - 2))
      return true;
  }
  return false;
}

// Thể Công - Hà Nội 1-2: two names joined by a dash stand before.
bool behind_two_names(const Context& c, std::size_t i) {
  bool dash = false;
  std::size_t names = 0;
  for (std::size_t at = i, steps = 0; at > 0 && steps < 16; ++steps) {
    --at;
    if (c.is_blank(at) || (c.is_mark(at, U'.') && !c.is_edge(at + 1))) continue;  // TP.HCM is one name
    // T&T Hà Nội - Quân khu 4: 1-2
    const bool of_club = c.is_mark(at, U'&') || c.folded(at) == "khu" || (c.is_mark(at, U':') && steps < 2) ||
                         (c.is(at, TokenKind::number) && c[at].size() == 1 && steps > 0);
    if (of_club) continue;
    if (c.is_dash(at) && at > 0 && c.is_blank(at - 1) && names > 0) {
      dash = true;
      names = 0;
    } else if (is_name(c[at])) {
      ++names;
      if (dash) return true;
    } else {
      return false;
    }
  }
  return false;
}

// 1-0 phút 12, 2-1 phút 90+5: the minute in which it came to that.
bool minute_behind(const Context& c, std::size_t end) {
  const std::size_t word = c.word_after(end);
  if (word == Context::npos || !c.followed_by(end, "phút")) return false;
  const std::size_t minute = c.skip_blank(word + 1);
  const std::size_t behind = c.skip_blank(minute + 1);
  return c.is(minute, TokenKind::number) && !c.is(behind, TokenKind::word) &&
         !c.is(behind, TokenKind::number);
}

// 6-4, 7-6: a set of tennis.
bool is_set_of_tennis(unsigned home, unsigned away) {
  const auto [least, most] = std::minmax(home, away);
  return (most == 6 && least <= 4) || (most == 7 && (least == 5 || least == 6));
}

// 6-4 3-6 7-6: one that others follow without a comma.
bool is_set(const Context& c, std::size_t i) {
  const auto home = read_figures(c, i, 1);
  const auto away = c.is_dash(i + 1) ? read_figures(c, i + 2, 1) : std::nullopt;
  return home && away && is_set_of_tennis(home->value, away->value);
}

// Sets: 25-20, 25-18: another score beside a comma.
bool score_beside(const Context& c, std::size_t i, std::size_t end) {
  if (c.is_mark(end, U',') && read_score(c, c.skip_blank(end + 1))) return true;
  if (is_set(c, i) &&
      ((c.is_one_blank(end) && is_set(c, end + 1)) || (i >= 4 && c.is_one_blank(i - 1) && is_set(c, i - 4))))
    return true;
  if (i < 2) return false;
  const std::size_t comma = c.skip_blank_back(i - 1);
  if (!c.is_mark(comma, U',') || comma < 3) return false;
  const bool plain =
      c.is(comma - 1, TokenKind::number) && c.is_dash(comma - 2) && c.is(comma - 3, TokenKind::number);
  // 7-6(4), 6-3: a set with its tie-break.
  const bool tie_break = c.is_mark(comma - 1, U')') && comma >= 4 && c.is(comma - 2, TokenKind::number) &&
                         (c.is_mark(comma - 3, U'(') || c.is_mark(comma - 3, U'/') || c.is_dash(comma - 3));
  return plain || tie_break;
}

void say_score(Draft& draft, const Context& c, const Score& s) {
  say_cardinal(draft, s.home.value, c.style(), s.home.span);
  if (heard_as_one(s.home.value, s.away.value)) draft.mark(',', s.dash);
  say_cardinal(draft, s.away.value, c.style(), s.away.span);
  if (!s.tie_break) return;
  draft.mark(',', s.tie_break->span);
  draft.say("loạt tai bờ rếch", s.tie_break->span);
  say_cardinal(draft, s.tie_break->value, c.style(), s.tie_break->span);
  if (!s.tie_away) return;
  if (heard_as_one(s.tie_break->value, s.tie_away->value)) draft.mark(',', s.tie_away->span);
  say_cardinal(draft, s.tie_away->value, c.style(), s.tie_away->span);
}

// đội hình 4-4-2, 4-2-3-1
bool formation(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  std::size_t at = i;
  unsigned sum = 0;
  std::size_t lines = 0;
  while (lines < 5) {
    const auto line = read_figures(c, at, 1);
    if (!line) return false;
    sum += line->value;
    ++lines;
    ++at;
    if (!c.is_dash(at) || !c.is(at + 1, TokenKind::number)) break;
    ++at;
  }
  if (lines < 3 || c.is(at, TokenKind::word) || c.is(at, TokenKind::number)) return false;
  if (sum != 10 && !c.preceded_by(i, "sơ đồ") && !c.preceded_by(i, "đội hình")) return false;
  for (std::size_t n = i; n < at; n += 2) say_digits(draft, c.text(n), c[n].span());
  return draft.accept(SemioticClass::score, "score.formation", at);
}

}  // namespace

// hạng -49kg, võ sĩ (+80kg): a class of weight goes up to so much, or from it on.
bool recognise_weight_class(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool plus = c.is_mark(i, U'+');
  if (!plus && !c.is_dash(i)) return false;
  const auto limit = read_figures(c, i + 1, 3);
  if (!limit) return false;
  const std::size_t unit = c.skip_blank(i + 2);
  if (!c.is(unit, TokenKind::word) || !(c.folded(unit) == "kg")) return false;
  static constexpr Phrases kClass = {"hạng", "cân", "nội dung", "nữ", "nam", "hạng cân", "đối kháng"};
  static constexpr Phrases kFight = {"võ sĩ", "vđv",        "hạng cân",     "judo",   "taekwondo", "karate",
                                     "wushu", "vovinam",    "pencak silat", "boxing", "hcv",       "hcb",
                                     "hcđ",   "huy chương", "đô vật",       "vật",    "kurash",    "jujitsu",
                                     "muay",  "kickboxing", "đô cử"};
  const bool bracket = i > 0 && c.is_mark(i - 1, U'(');
  if (i > 0 && !c.is_edge(i - 1)) return false;
  if (!c.preceded_by_any(i, kClass) && !(bracket && c.near_any(i, unit + 1, kFight))) return false;
  if (bracket && c.preceded_by_any(i - 1, std::array<std::string_view, 3>{"tăng", "giảm", "sụt"}))
    return false;
  draft.say(plus ? "trên" : "dưới", c[i].span());
  say_cardinal(draft, limit->value, c.style(), limit->span);
  draft.say("ki lô gam", c[unit].span());
  return draft.accept(SemioticClass::score, "score.weight-class", unit + 1);
}

bool recognise_score(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i >= 2 && (c.is_dash(i - 1) || c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U',')) &&
      c.is(i - 2, TokenKind::number))
    return false;
  if (formation(c, draft)) return true;
  draft.reset();
  const auto s = read_score(c, i);
  if (!s) return false;
  const bool spaced = c.is_blank(i + 1);
  const bool between_names = !spaced && i >= 2 && c.is_blank(i - 1) &&
                             (is_name(c[c.skip_blank_back(i - 1)]) || is_lettered_name(c, i - 2)) &&
                             is_name(c[c.skip_blank(s->end)]);
  const bool minute = minute_behind(c, s->end);
  const bool cue = minute || cue_before(c, i) || score_earlier(c, i, *s) || behind_two_names(c, i);
  if (!cue && !between_names && !s->tie_break && !score_beside(c, i, s->end)) return false;
  const bool colon = !c.is_dash(c.skip_blank(i + 1));
  if (colon && !cue) return false;
  // A unit or a counted noun behind makes it a range: 12-15 độ, 2-3 năm.
  const bool small_next = c[c.skip_blank(s->end)].shape == Shape::lower || c.headline();
  // A range rises: thắng 2-1 trận cuối is a score all the same.
  const bool rises = s->home.value < s->away.value;
  // thua 1-3 năm 2004: the year in which it was.
  const std::size_t word = c.skip_blank(s->end);
  const std::size_t year = c.skip_blank(word + 1);
  const bool in_year = c.folded(word) == "năm" && c.is(year, TokenKind::number) && c[year].size() == 4;
  if (!s->tie_break && small_next && rises && !minute && !in_year &&
      c.followed_by_any(s->end, cues::kAfterRange))
    return false;
  if (c.is_mark(c.skip_blank(s->end), U'%')) return false;
  // nhóm tuổi 30-39, 40-49
  if (rises && !cue &&
      c.near_any(i, s->end, std::array<std::string_view, 4>{"nhóm tuổi", "độ tuổi", "lứa tuổi", "hạng tuổi"}))
    return false;
  if (c.preceded_by(i, "từ") || c.preceded_by(i, "khoảng")) return false;
  if (s->home.value >= 1000 || s->away.value >= 1000) return false;
  draft.semiotic_class = SemioticClass::score;
  draft.rule = "score";
  if (!c.preceded_by(i, "tỷ số") && !c.preceded_by(i, "tỉ số") && !between_names &&
      !score_beside(c, i, s->end) && s->home.value < s->away.value)
    draft.certainty = Certainty::narrow;
  say_score(draft, c, *s);
  draft.end = s->end;
  return true;
}

// hòa 1/2-1/2, thắng 2,5-1,5: a drawn game of chess gives each side half a point.
bool recognise_half_points(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::size_t dash = c.skip_blank(i + 3);
  const std::size_t away = c.skip_blank(dash + 1);
  const bool pairs = c.is(i + 2, TokenKind::number) && c.is_dash(dash) && c.is(away, TokenKind::number) &&
                     c.is_mark(i + 1, c[away + 1].code) && c.is(away + 2, TokenKind::number) &&
                     c.text(i + 2) == c.text(away + 2);
  if (!pairs || !c.is_edge(away + 3)) return false;
  const bool halves =
      c.is_mark(i + 1, U'/') && c.text(i) == "1" && c.text(away) == "1" && c.text(i + 2) == "2";
  if (!halves) {
    if (!c.is_point_or_comma(i + 1) || c.text(i + 2) != "5") return false;
    static constexpr Phrases kResults = {"thắng", "thua", "hòa", "dẫn", "chung cuộc", "kết quả"};
    static constexpr Phrases kChess = {"cờ", "kỳ thủ", "ván cờ", "cờ vua", "cờ tướng", "elo", "ryder cup"};
    const bool score = c.preceded_by(i, "tỷ số") || c.preceded_by(i, "tỉ số") ||
                       (c.preceded_by_any(i, kResults) && c.near_any(i, away + 3, kChess));
    if (!score) return false;
  }
  for (const std::size_t at : {i, away}) {
    if (at == away) draft.mark(',', c[dash].span());
    const auto whole = read_figures(c, at, 2);
    if (!whole) return false;
    say_cardinal(draft, whole->value, c.style(), whole->span);
    draft.say(halves ? "phần" : "phẩy", c[at + 1].span());
    say_cardinal(draft, halves ? 2 : 5, c.style(), c[at + 2].span());
  }
  return draft.accept(SemioticClass::score, "score.half-points", away + 3);
}

// thắng 6/4, 7/6 (7/5); thua 6/11, 11/8, 7/11: sets written with a slash, which are no days. A single one
// only where a game of sets is spoken of.
bool recognise_slashed_sets(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !c.is_mark(i + 1, U'/') || !c.is(i + 2, TokenKind::number) || c[i + 2].size() > 2)
    return false;
  static constexpr Phrases kBefore = {
      "thắng",   "thua",    "tỷ số",     "tỉ số",      "hạ",       "tỷ số là", "vượt qua",   "set đầu",
      "set một", "set hai", "thắng lại", "hai ván",    "hai set",  "ba ván",   "ba set",     "các ván",
      "các set", "gác vợt", "thúc thủ",  "chóng vánh", "thất bại", "điểm số",  "điểm số là", "đang là"};
  static constexpr Phrases kGames = {
      "set",    "séc",        "tay vợt",   "quần vợt",    "tennis",  "cầu lông", "ván",
      "vđv",    "pickleball", "bóng bàn",  "bóng chuyền", "đơn nam", "đơn nữ",   "đôi nam",
      "đôi nữ", "giao bóng",  "hạt giống", "gác vợt",     "cặp đôi", "atp",      "wta"};
  static constexpr Phrases kPlayed = {"hạ",     "thắng",     "thua", "đánh bại", "vượt qua",
                                      "loại",   "chung kết", "set",  "bán kết",  "quần vợt",
                                      "tennis", "tay vợt",   "atp",  "wta"};
  // thắng 3-1 (25/20, 23/25, 25/19)
  const bool bracket = i > 0 && c.is_mark(i - 1, U'(');
  const std::size_t result = bracket && i > 4 ? c.skip_blank_back(i - 2) : 0;
  const bool of_result = result > 2 && c.is(result, TokenKind::number) && c[result].size() == 1 &&
                         c.is_dash(result - 1) && c.is(result - 2, TokenKind::number);
  const bool told = bracket || c.preceded_by_any(i, kBefore);
  if (!told && c[i].size() > 1) return false;
  auto s = read_score(c, i, true);
  if (!s) return false;
  const auto next = c.is_mark(s->end, U',') ? read_score(c, c.skip_blank(s->end + 1), true) : std::nullopt;
  const bool several = next.has_value();
  // hạ Sinner 6/4, 3/6: the loser's name stands between.
  if (!told && !(several && is_set_of_tennis(s->home.value, s->away.value) &&
                 is_set_of_tennis(next->home.value, next->away.value) && c.near_any(i, next->end, kPlayed) &&
                 !c.preceded_by(i, "ngày")))
    return false;
  if ((!several || bracket) && !(several && of_result) && !c.near_any(i, s->end, kGames)) return false;
  if (bracket && !several) return false;
  draft.semiotic_class = SemioticClass::score;
  draft.rule = "score.sets";
  draft.certainty = several ? Certainty::sure : Certainty::narrow;
  while (true) {
    say_score(draft, c, *s);
    draft.end = s->end;
    const std::size_t joint = c.is_mark(s->end, U',') ? s->end : c.skip_blank(s->end);
    const bool last = c.folded(joint) == "và";  // 7/6, 7/6 và 5/7
    if (!last && joint != s->end) break;
    if (!last && !c.is_mark(joint, U',')) break;
    s = read_score(c, c.skip_blank(joint + 1), true);
    if (!s) break;
    if (last)
      draft.say("và", c[joint].span());
    else
      draft.mark(',', c[joint].span());
  }
  return true;
}

// 1.d4: the number of a move of chess and a square; the dot ends no sentence.
bool recognise_chess_move(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto move = read_figures(c, i, 2);
  if (!move || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::word) || !c.is(i + 3, TokenKind::number))
    return false;
  const std::string_view file = c.text(i + 2);
  const std::string_view rank = c.text(i + 3);
  if (file.size() != 1 || file[0] < 'a' || file[0] > 'h' || rank.size() != 1 || rank < "1" || rank > "8" ||
      !c.is_edge(i + 4))
    return false;
  say_cardinal(draft, move->value, c.style(), move->span);
  return draft.accept(SemioticClass::score, "score.move", i + 2);
}

}  // namespace loa::normalizer
