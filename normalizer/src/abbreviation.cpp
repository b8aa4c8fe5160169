// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "abbreviation.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "memory.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// Pieces joined by . & - / as in PGS.TS, GD&ĐT, LĐ - TB&XH.
constexpr std::size_t kMostPieces = 6;

struct Chunk {
  struct Piece {
    std::size_t last = 0;     // one past its last token
    std::size_t key_end = 0;  // its end in `key`
    bool spaced = false;      // a blank stands before it
  };
  std::array<Piece, kMostPieces> pieces{};
  std::size_t count = 0;
  std::string key;  // dots and blanks left out, other signs kept
};

bool may_be_spaced(const Token& token) {
  return token.is(TokenKind::word) && (token.shape == Shape::upper || token.shape == Shape::mixed);
}

void gather(const Context& c, Chunk& chunk) {
  std::size_t i = c.here();
  chunk.key = c.text(i);
  chunk.pieces[0] = {i + 1, chunk.key.size(), false};
  chunk.count = 1;
  ++i;
  if (chunk.key == "Ng") return;  // Ng.V.Đ: a surname before initials
  while (chunk.count < kMostPieces) {
    bool spaced = false;
    std::size_t sign = i;
    if (c.is_blank(sign)) {
      spaced = true;
      ++sign;
    }
    const bool dot = c.is_mark(sign, U'.');
    const bool dash = c.is_dash(sign);
    const bool other = c.is_mark(sign, U'&') || c.is_mark(sign, U'/') || c.is_mark(sign, U'+');
    if (!dot && !dash && !other) return;
    if (dot && spaced) return;
    std::size_t word = sign + 1;
    if (c.is_blank(word)) {
      spaced = true;
      ++word;
    }
    if (!c.is(word, TokenKind::word)) {
      // OPEC+, K+
      if (c.is_mark(sign, U'+') && !spaced && sign == i) {
        chunk.key += '+';
        chunk.pieces[chunk.count++] = {sign + 1, chunk.key.size(), false};
      }
      return;
    }
    const bool name = c[word].shape == Shape::capitalised && dash;  // TT - Huế
    if (spaced && (c.is_mark(sign, U'/') || c.is_mark(sign, U'+') || (!may_be_spaced(c[word]) && !name) ||
                   !may_be_spaced(c[c.here()])))
      return;
    if (!dot) chunk.key += dash ? std::string_view("-") : c.text(sign);
    chunk.key += c.text(word);
    chunk.pieces[chunk.count++] = {word + 1, chunk.key.size(), spaced};
    i = word + 1;
  }
}

// GD-ĐT, GD&ĐT and GDĐT are one abbreviation: as written first, then with the
// signs made equal, then without them.
std::span<const tables::AbbreviationRow> find(std::string_view key, std::string& scratch) {
  if (const auto rows = tables::find_abbreviation(key); !rows.empty()) return rows;
  if (key.find_first_of("-&") == std::string_view::npos) return {};
  scratch = key;
  std::replace(scratch.begin(), scratch.end(), '-', '&');
  if (const auto rows = tables::find_abbreviation(scratch); !rows.empty()) return rows;
  scratch.erase(std::remove(scratch.begin(), scratch.end(), '&'), scratch.end());
  return tables::find_abbreviation(scratch);
}

// The dot behind what stands before a name ends no sentence.
bool stands_before_names(std::string_view key) { return tables::is_in(tables::List::before_name, key); }

// Whether one of the words that the row looks for stands there, and not only a figure or a capital.
bool is_decided_by_words(const Context& c, const tables::AbbreviationRow& row, std::size_t first,
                         std::size_t last) {
  using Kind = tables::CueCondition::Kind;
  for (const tables::CueAlternative& alternative : row.cue) {
    if (!c.holds(std::span(&alternative, 1), first, last)) continue;
    for (const tables::CueCondition& condition : alternative.conditions) {
      const bool words = condition.kind == Kind::prev || condition.kind == Kind::next ||
                         condition.kind == Kind::near || condition.kind == Kind::head ||
                         condition.kind == Kind::behind_colon;
      if (words && !condition.negated) return true;
    }
  }
  return false;
}

// The first row whose cue holds over the items of the list; the last row, which has none, always does.
const tables::AbbreviationRow& decided_by_list(const Context& c,
                                               std::span<const tables::AbbreviationRow> rows,
                                               std::size_t first, std::size_t last) {
  // Without an item before or behind there is no list.
  bool parted = false;
  for (std::size_t at = last; at < last + Context::kWindow && at < c.size() && !parted; ++at)
    parted = c.is_mark(at, U';');
  for (std::size_t at = first; at + Context::kWindow > first && at > 0 && !parted; --at)
    parted = c.is_mark(at - 1, U';');
  if (!parted) return rows.back();
  for (const tables::AbbreviationRow& row : rows)
    if (c.holds(row.cue, first, last, Context::Reach::list)) return row;
  return rows.back();
}

// Where the clause does not decide: the list, or else what the abbreviation stood for before in the
// paragraph.
const tables::AbbreviationRow& decided_further_off(const Context& c,
                                                   std::span<const tables::AbbreviationRow> rows,
                                                   std::size_t first, std::size_t last) {
  const tables::AbbreviationRow& row = decided_by_list(c, rows, first, last);
  if (&row != &rows.back() || c.memory() == nullptr) return row;
  const tables::AbbreviationRow* before = c.memory()->last_decided(rows);
  return before != nullptr ? *before : row;
}

// vắng k lý do, k thu tiền: không, as it is typed in haste.
bool recognise_short_no(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "k" || !c.is_one_blank(i + 1) || !c.is(i + 2, TokenKind::word)) return false;
  const Token& next = c[i + 2];
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  const bool head = i == 0 || c.is_mark(before, U',') || c.is_mark(before, U';') || c.is_mark(before, U':');
  // sởi 2 ca, k TV: of capitals only where a clause begins.
  if (!(next.shape == Shape::lower && next.syllable) && !(next.shape == Shape::upper && head)) return false;
  // 11 đạt, 4 k đạt: persons or things that do not.
  const bool counted = c.is(before, TokenKind::number) &&
                       c.followed_by_any(i + 1, std::array<std::string_view, 7>{"đạt", "có", "được", "đủ",
                                                                                "phép", "lý do", "cần"});
  const bool behind_word =
      c.is(before, TokenKind::word) && (c[before].syllable || c[before].shape == Shape::upper ||
                                        c.is(before - 1, TokenKind::number));  // nợ >2tr k được vay
  if (i > 0 && (!c.is_blank(i - 1) || (!head && !counted && !behind_word))) return false;
  // hệ số k là, vitamin k giúp: a letter.
  static constexpr Phrases kNamed = {"vitamin", "hệ số", "số",  "biến", "trị số", "chỉ số",
                                     "giá trị", "nhóm",  "lớp", "với",  "thứ",    "điểm"};
  static constexpr Phrases kOfLetters = {"là", "bằng", "của", "và", "hoặc"};
  if (c.preceded_by_any(i, kNamed) || c.followed_by_any(i + 1, kOfLetters)) return false;
  draft.certainty = Certainty::narrow;
  draft.rival = "letters.initials";
  return expand(c, draft, i + 1, "không", "abbreviation.short-no");
}

}  // namespace

bool expand(const Context& c, Draft& draft, std::size_t end, std::string_view words, std::string_view rule) {
  draft.say(words, c.span(c.here(), end));
  return draft.accept(SemioticClass::abbreviation, rule, end);
}

std::string_view without_words_before(const Context& c, std::size_t i, std::string_view spoken) {
  if (i < 2 || !c.is_blank(i - 1) || !c.is(i - 2, TokenKind::word)) return spoken;
  const std::size_t second = spoken.find(' ');
  std::string_view rest = spoken;
  // quy chuẩn kỹ thuật quốc gia QCVN
  if (c.preceded_by_any(
          i, std::array<std::string_view, 2>{"quy chuẩn kỹ thuật quốc gia", "tiêu chuẩn quốc gia"}) &&
      spoken.ends_with(" chuẩn việt nam"))
    return "việt nam";
  for (std::size_t at = second; at != std::string_view::npos; at = spoken.find(' ', at + 1))
    if (at != second && c.preceded_by(i, spoken.substr(0, at))) rest = spoken.substr(at + 1);
  // khu KCN, số SĐT: one word alone only where it heads the name, and ends no other word (đại hội HND).
  static constexpr Phrases kHeads = {"khu",   "cụm",   "quỹ", "mã",  "giấy", "thẻ",
                                     "người", "đường", "ban", "hội", "số",   "nhà"};
  static constexpr Phrases kOtherWords = {"đại hội", "xã hội", "quốc hội", "chi hội", "phân hội",
                                          "ủy ban",  "một số", "tổng số",  "các số",  "đa số",
                                          "chỉ số",  "hệ số",  "vài số",   "nhiều số"};
  if (rest == spoken && second != std::string_view::npos && c.preceded_by(i, spoken.substr(0, second)) &&
      c.preceded_by_any(i, kHeads) && !c.preceded_by_any(i, kOtherWords))
    rest = spoken.substr(second + 1);
  return rest;
}

const tables::CutWord* find_cut_word(const Context& c, std::size_t i) {
  // 35.000 đ/ký: a price, though đ/ký is đăng ký elsewhere.
  if (c.text(i) == "đ" && c.text(i + 2) == "ký" && i > 0 && c.is(c.skip_blank_back(i - 1), TokenKind::number))
    return nullptr;
  const bool slash = c.is_mark(i + 1, U'/');
  if (c[i].letters > 3 || (!slash && !c.is_mark(i + 1, U'.')) || !c.is(i + 2, TokenKind::word) ||
      !c[i + 2].syllable || c.is_mark(i + 3, U'/') ||
      (i > 0 && (c.is_mark(i - 1, U'/') || c.is_mark(i - 1, U'.'))))
    return nullptr;
  // BỘ PHẬN T.HIỆN; but A.Toàn, K.Hoạch may be names.
  if (!slash && c[i + 2].shape != Shape::lower && c[i + 2].shape != Shape::upper) return nullptr;
  const std::string_view head = c.folded(i);
  const std::string_view rest = c.folded(i + 2);
  std::array<char, 24> key{};
  if (head.size() + 1 + rest.size() > key.size()) return nullptr;
  std::copy(head.begin(), head.end(), key.begin());
  key[head.size()] = '/';
  std::copy(rest.begin(), rest.end(), key.begin() + static_cast<std::ptrdiff_t>(head.size()) + 1);
  return tables::find_cut_word({key.data(), head.size() + 1 + rest.size()});
}

// TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, TL. GIÁM ĐỐC, TUQ. Trưởng ban: for whom a paper is signed.
bool recognise_signer(const Context& c, Draft& draft) {
  static constexpr Phrases kSigners = {
      "ủy ban",     "ubnd",        "hội đồng",   "hđnd",      "ban",         "btv",
      "bch",        "đảng ủy",     "đu",         "chi bộ",    "chi ủy",      "chi đoàn",
      "chi hội",    "hội",         "đoàn",       "mttq",      "chủ tịch",    "phó chủ tịch",
      "ct",         "trưởng",      "phó trưởng", "giám đốc",  "gđ",          "bộ trưởng",
      "thứ trưởng", "hiệu trưởng", "thủ trưởng", "chánh",     "cục trưởng",  "chi cục trưởng",
      "tổng",       "thường trực", "thường vụ",  "gia đình",  "tổ",          "tập thể",
      "nhà trường", "công ty",     "liên đoàn",  "thủ tướng", "chính phủ",   "viện trưởng",
      "bộ",         "bí thư",      "công đoàn",  "đảng bộ",   "trạm trưởng", "đội trưởng",
      "bkt",        "tdp",         "thôn",       "tiểu ban",  "vụ trưởng",   "quốc hội",
      "cơ quan",    "đơn vị"};
  const std::size_t i = c.here();
  if (!c.is_mark(i + 1, U'.') || (i > 0 && (c.is(c.skip_blank_back(i - 1), TokenKind::word) ||
                                            c.is(c.skip_blank_back(i - 1), TokenKind::number))))
    return false;
  const tables::ListRow* sign = tables::find_in(tables::List::signer, c.text(i));
  if (sign == nullptr || c[c.skip_blank(i + 2)].shape == Shape::lower || !c.followed_by_any(i + 2, kSigners))
    return false;
  return expand(c, draft, i + 2, sign->spoken, "abbreviation.signer");
}

// TƯ, ĐƯ, HƯ are syllables; between small words they are the committees of the party.
bool recognise_syllable_abbreviation(const Context& c, Draft& draft) {
  constexpr std::string_view kCommittees[] = {"TƯ", "ĐƯ", "HƯ"};
  if (c.headline() || !contains(kCommittees, c.text(c.here()))) return false;
  const Token& next = c[c.skip_blank(c.here() + 1)];
  if (next.shape == Shape::upper && next.syllable) return false;  // HƯ HỎNG
  return recognise_abbreviation(c, draft);
}

// HT. Thích Thiện Nhơn, ĐĐ. Thích Phước Tiến, NT.Thích nữ Diệu Tâm: monks and nuns by rank.
static bool recognise_clergy(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::size_t end = c.is_mark(i + 1, U'.') ? i + 2 : i + 1;
  const std::size_t name = c.skip_blank(end);
  if (c.text(name) != "Thích" || !c.is_one_blank(name + 1) || !c.is(name + 2, TokenKind::word) ||
      (c[name + 2].shape != Shape::capitalised && c.folded(name + 2) != "nữ"))
    return false;
  const tables::ListRow* rank = tables::find_in(tables::List::clergy, c.text(i));
  return rank != nullptr && expand(c, draft, end, rank->spoken, "abbreviation.clergy");
}

// TP - Hà Nội: the first syllable of a city, no story.
static bool names_a_city(std::string_view syllable) {
  constexpr std::string_view kFirst[] = {"hà", "hồ", "đà", "hải", "cần", "huế", "vinh", "biên", "thủ", "nha"};
  return contains(kFirst, syllable);
}

// Lũ rút chậm. PN: two letters behind the last sentence of a line are who wrote it.
static bool is_byline(const Context& c, std::size_t i) {
  if (c[i].shape != Shape::upper || c[i].letters != 2 || i < 3 || !c.is_blank(i - 1) ||
      !c.is(c.skip_blank(i + 1), TokenKind::end))
    return false;
  const std::size_t mark = c.skip_blank_back(i - 1);
  return c.is_sentence_mark(mark) && mark > 0 && c[mark - 1].shape == Shape::lower && c[mark - 1].syllable &&
         c[mark - 1].letters > 1;
}

// The rule by which capitals are said one by one for where they stand, or nothing.
static std::string_view spelled_in_place(const Context& c, std::size_t i) {
  if (is_byline(c, i)) return "letters.byline";
  if (c[i].shape != Shape::upper || c[i].letters > 3 || i == 0 || !c.is(i - 1, TokenKind::number)) return {};
  const std::string_view figures = c.text(i - 1);
  // tuyến 09BCT: behind a nought the letters go with the number.
  static constexpr Phrases kRoutes = {"xe", "tuyến", "buýt", "số", "lộ", "mã", "trạm"};
  if (figures.size() >= 2 && figures[0] == '0' && (i < 2 || c.is_edge(i - 2)) &&
      c.near_any(i - 1, i + 1, kRoutes))
    return "letters.route";
  // lớp 3TA, 4TB: the letters of classes
  if (c[i].letters == 2 && figures.size() <= 2 && c.near(i - 1, i + 1, "lớp")) return "letters.class";
  return {};
}

namespace {

// lớp 8A3 (t.4-5 thứ 7): lessons of a day
bool recognise_lesson(const Context& c, Draft& draft) {
  static constexpr Phrases kOfSchool = {"tiết", "lớp", "tkb", "thời khóa biểu"};
  const std::size_t i = c.here();
  return c.text(i) == "t" && c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number) &&
         c[i + 2].size() == 1 && c.near_any(i, i + 3, kOfSchool) &&
         expand(c, draft, i + 2, "tiết", "abbreviation.lesson");
}

// sàng lọc K vú, K CTC
bool recognise_cancer(const Context& c, Draft& draft) {
  static constexpr Phrases kOrgans = {"vú",         "gan",         "phổi",       "cổ tử cung", "ctc",
                                      "đại tràng",  "dạ dày",      "tuyến giáp", "vòm",        "thực quản",
                                      "trực tràng", "buồng trứng", "tử cung",    "tụy",        "da",
                                      "máu",        "xương",       "bàng quang"};
  const std::size_t i = c.here();
  return c.text(i) == "K" && c.is_one_blank(i + 1) && c.followed_by_any(i + 1, kOrgans) &&
         c.is(i + 2, TokenKind::word) && (c[i + 2].shape == Shape::lower || c.text(i + 2) == "CTC") &&
         expand(c, draft, i + 1, "ung thư", "abbreviation.cancer");
}

// T° nước: the temperature
bool recognise_temperature(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  return (c.text(i) == "T" || c.text(i) == "t") && c.is_mark(i + 1, U'\u00B0') &&
         !c.is(i + 2, TokenKind::word) && expand(c, draft, i + 2, "nhiệt độ", "abbreviation.temperature");
}

bool recognise_one_letter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (recognise_person_title(c, draft)) return true;
  if (c[i].shape == Shape::single_upper &&
      (recognise_unit_of_office(c, draft) || recognise_admin_unit(c, draft)) && !names_points(c, i, i + 1))
    return true;
  draft.reset();
  return recognise_lesson(c, draft) || recognise_cancer(c, draft) || recognise_temperature(c, draft) ||
         (c[i].shape == Shape::lower && (recognise_small_unit(c, draft) || recognise_short_no(c, draft)));
}

// đ/diện, k.phí
bool recognise_cut_word(const Context& c, Draft& draft) {
  const tables::CutWord* word = find_cut_word(c, c.here());
  if (word == nullptr) return false;
  if (word->ambiguous) {
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.initials";
  }
  return expand(c, draft, c.here() + 3, word->spoken, "abbreviation.cut-word");
}

// tuyến 09BCT, lớp 3TA, a byline
bool spell_in_place(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view rule = spelled_in_place(c, i);
  if (rule.empty()) return false;
  say_letters(draft, c.text(i), LetterUse::abbreviation, c, c[i].span());
  draft.certainty = Certainty::narrow;
  draft.rival = "abbreviation.table";
  return draft.accept(SemioticClass::letters, rule, i + 1);
}

// ĐT: 0234 …, DĐ. 0912 …
bool recognise_telephone_label(const Context& c, Draft& draft, std::string_view key) {
  if (key != "ĐT" && key != "DĐ") return false;
  const std::size_t i = c.here();
  std::size_t number = i + 1;
  while (number < i + 4 && (c.is_blank(number) || c.is_mark(number, U':') || c.is_mark(number, U'.') ||
                            c.is_mark(number, U'(')))
    ++number;
  if (number == i + 1 || !c.is(number, TokenKind::number) ||
      !((c.text(number)[0] == '0' && c[number].size() >= 3) || c.text(number) == "84"))
    return false;
  draft.say(key == "ĐT" ? "điện thoại" : "di động", c[i].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.telephone",
                      c.is_mark(i + 1, U'.') ? i + 2 : i + 1);
}

// St. Peter, St. Pauli: the dot ends no sentence.
bool recognise_saint(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "St" || !c.is_mark(i + 1, U'.')) return false;
  const std::size_t name = c.skip_blank(i + 2);
  if (!c.is(name, TokenKind::word) || c[name].shape == Shape::lower) return false;
  draft.say("xanh", c[i].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.saint", i + 2);
}

// TT - Ngày 9-8, (TP) - …: the newspaper at the head of its story.
bool recognise_outlet(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool bracketed = i == 1 && c.is_mark(0, U'(') && c.is_mark(2, U')');
  if ((c.text(i) != "TT" && c.text(i) != "TP") || (i != 0 && !bracketed)) return false;
  const std::size_t head_end = i * 2 + 1;
  const std::size_t dash = c.skip_blank(head_end);
  if (dash == head_end || !c.is_dash(dash) || c.folded(c.skip_blank(dash + 1)) == "huế") return false;
  if (c.text(i) == "TP") {
    const std::size_t lead = dash + (c.is_mark(dash + 2, U'“') || c.is_mark(dash + 2, U'"') ? 3 : 2);
    if (!c.is_blank(dash - 1) || !c.is_blank(dash + 1) || c[lead].shape != Shape::capitalised ||
        names_a_city(c.folded(lead).view()))
      return false;
  }
  draft.say(c.text(i) == "TT" ? "tuổi trẻ" : "tiền phong", c[i].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.outlet", i + 1);
}

// Says what the row has for the tokens up to `end`.
void say_row(const Context& c, Draft& draft, const tables::AbbreviationRow& row, std::string_view key,
             std::size_t end) {
  using Kind = tables::AbbreviationKind;
  const std::size_t i = c.here();
  if (row.kind == Kind::spell && row.spoken.empty()) {
    say_letters(draft, key, LetterUse::abbreviation, c, c.span(i, end));
    draft.accept(SemioticClass::letters, "letters.known", end);
    return;
  }
  draft.say(without_words_before(c, i, row.spoken), c.span(i, end));
  if (row.kind == Kind::expand)
    draft.accept(SemioticClass::abbreviation, "abbreviation.table", end);
  else if (row.kind == Kind::word)
    draft.accept(SemioticClass::foreign, "foreign.acronym", end);
  else
    draft.accept(SemioticClass::letters, "letters.known", end);
}

// How sure it is that `row` of `rows` is meant. `chosen` is the one whose cue held beside it; another one was
// decided further off.
void judge_row(const Context& c, Draft& draft, std::span<const tables::AbbreviationRow> rows,
               const tables::AbbreviationRow& row, const tables::AbbreviationRow& chosen,
               std::string_view key) {
  const std::size_t i = c.here();
  if (row.ambiguous && row.cue.empty()) draft.certainty = Certainty::ambiguous_default;
  const auto doubt = [&](std::string_view rival) {
    draft.certainty = Certainty::narrow;
    draft.rival = rival;
  };
  if (&row != &chosen) doubt("abbreviation.table");
  // 6AM, 2MT: capitals that are joined to a figure are a unit or a mark more often than what they
  // stand for by themselves.
  if (i > 0 && c.is(i - 1, TokenKind::number)) doubt("code.model");
  // TT Hoa Kỳ: that a capital follows is a weak reason to choose among several things.
  const bool by_words = row.ambiguous && !row.cue.empty() && is_decided_by_words(c, row, i, draft.end);
  if (row.ambiguous && !row.cue.empty() && key.size() <= 4 && !by_words) doubt("abbreviation.table");
  if (by_words && &row == &chosen) {
    draft.rows = rows.data();
    draft.decided = &row;
  }
}

// The end of an abbreviation with the dot that belongs to it and not to the sentence.
std::size_t end_with_dot(const Context& c, std::string_view key, std::size_t end) {
  // TP . Huế: the dot stands off.
  if (c.is_blank(end) && c.is_mark(end + 1, U'.') && stands_before_names(key)) {
    const std::size_t name = c.skip_blank(end + 2);
    return c.is(name, TokenKind::word) && c[name].shape != Shape::lower ? end + 2 : end;
  }
  if (!c.is_mark(end, U'.')) return end;
  // TP.Vinh, GS. Trần
  const std::size_t next = c.skip_blank(end + 1);
  const bool glued = c.is(end + 1, TokenKind::word) || c.is(end + 1, TokenKind::number);
  // giám sát TT. Theo đó, …: a word that opens a sentence is no name.
  static constexpr Phrases kOpeners = {"theo đó", "theo",     "tuy nhiên", "trong",     "ngoài ra", "khi",
                                       "hiện",    "bên cạnh", "các",       "những",     "nhưng",    "vì vậy",
                                       "do đó",   "trước đó", "sau đó",    "đồng thời", "tại",      "được",
                                       "nếu",     "từ",       "cùng với"};
  const bool opens = c.is_blank(end + 1) && c.followed_by_any(end + 1, kOpeners);
  const bool name =
      stands_before_names(key) && !opens && (c.is(next, TokenKind::word) || c.is(next, TokenKind::number));
  const bool small = c.is(next, TokenKind::word) && c[next].shape == Shape::lower && next > end + 1;
  const bool listed = stands_before_names(key) && c.is_mark(end + 1, U',');  // Kennedy Jr., Biden
  return glued || listed || name || small ? end + 1 : end;
}

// mẫu số 01/TTN: the letters are the form's own, whatever else they may stand for.
bool is_code_of_form(const Context& c, std::size_t i) {
  static constexpr Phrases kForms = {"mẫu số", "mẫu", "biểu số"};
  return i >= 2 && (c.is_mark(i - 1, U'/') || c.is_dash(i - 1)) && c.is(i - 2, TokenKind::number) &&
         c[i - 2].size() <= 2 && c.preceded_by_any(i - 2, kForms);
}

// The first row whose cue holds, for the tokens up to `end`. False where none does.
bool read_rows(const Context& c, Draft& draft, std::span<const tables::AbbreviationRow> rows,
               std::string_view key, std::size_t end) {
  const std::size_t i = c.here();
  const auto held = std::find_if(
      rows.begin(), rows.end(), [&](const tables::AbbreviationRow& row) { return c.holds(row.cue, i, end); });
  if (held == rows.end()) return false;
  const tables::AbbreviationRow& chosen = *held;
  const tables::AbbreviationRow& row =
      chosen.ambiguous && chosen.cue.empty() ? decided_further_off(c, rows, i, end) : chosen;
  const bool of_form = &row == &chosen && row.ambiguous && row.cue.empty() && is_code_of_form(c, i);
  if (end == i + 1 && (of_form || is_spelled_here(c, i, end, row.spoken))) {
    say_letters(draft, key, LetterUse::abbreviation, c, c.span(i, end));
    // ẢNH: NG.THẮNG: the dot belongs to what is written together
    const bool glued = c.is_mark(end, U'.') && c.is(end + 1, TokenKind::word);
    return draft.accept(SemioticClass::letters, "letters.ticker", glued ? end + 1 : end);
  }
  say_row(c, draft, row, key, end);
  judge_row(c, draft, rows, row, chosen, key);
  draft.end = end_with_dot(c, key, end);
  return true;
}

// As many pieces as the article has defined or the table knows: PGS.TS before PGS.
bool read_pieces_of(const Context& c, Draft& draft, const Chunk& chunk) {
  const std::size_t i = c.here();
  std::string scratch;
  for (std::size_t n = chunk.count; n > 0; --n) {
    const auto key = std::string_view(chunk.key).substr(0, chunk.pieces[n - 1].key_end);
    const std::size_t end = chunk.pieces[n - 1].last;
    // One letter is an initial, not an abbreviation; small words count only as they are listed.
    if (n == 1 && c[i].letters == 1) return false;
    if (c.memory() != nullptr && c[i].shape != Shape::lower) {
      if (const std::string* defined = c.memory()->find(key))
        return expand(c, draft, end, *defined, "abbreviation.defined");
    }
    // A-I-II is no AI: signs are passed over only between pieces of two letters and more.
    const bool whole =
        std::all_of(chunk.pieces.begin(), chunk.pieces.begin() + static_cast<std::ptrdiff_t>(n),
                    [&](const Chunk::Piece& piece) { return c[piece.last - 1].letters > 1; });
    const auto rows = whole ? find(key, scratch) : tables::find_abbreviation(key);
    if (rows.empty()) continue;
    // QL1A, U23, VTV3: the code recogniser knows more.
    if (n == 1 && c.is(end, TokenKind::number) && c[i].shape != Shape::lower) return false;
    if (read_rows(c, draft, rows, key, end)) return true;
  }
  return false;
}

}  // namespace

bool recognise_abbreviation(const Context& c, Draft& draft) {
  const Token& token = c[c.here()];
  if (token.letters == 2 && recognise_clergy(c, draft)) return true;
  if (token.letters == 1 && recognise_one_letter(c, draft)) return true;
  if (token.letters > 16) return false;
  if (token.letters <= 3 && token.shape == Shape::upper && recognise_signer(c, draft)) return true;
  if (recognise_cut_word(c, draft) || spell_in_place(c, draft)) return true;
  Chunk chunk;
  gather(c, chunk);
  return recognise_telephone_label(c, draft, chunk.key) || recognise_saint(c, draft) ||
         recognise_outlet(c, draft) || read_pieces_of(c, draft, chunk);
}

namespace {

// What a piece of an abbreviation stands for there, or nothing.
std::string_view part_words(std::string_view piece, std::size_t letters, bool head) {
  std::array<char, 36> marked{};
  const std::size_t size = piece.size() + 1;
  if (size <= marked.size()) {
    std::copy(piece.begin(), piece.end(), marked.begin() + (head ? 0 : 1));
    marked[head ? size - 1 : 0] = '-';
    if (const auto* part = tables::find_abbreviation_part({marked.data(), size})) return part->spoken;
  }
  if (letters < 4) return {};
  const auto rows = tables::find_abbreviation(piece);
  const bool known = rows.size() == 1 && rows[0].kind == tables::AbbreviationKind::expand;
  return known ? rows[0].spoken : std::string_view{};
}

}  // namespace

bool compose_abbreviation(std::string_view written, std::string& words) {
  constexpr std::size_t most = 16;
  std::array<std::size_t, most + 1> starts{};  // byte where letter n starts
  std::size_t letters = 0;
  for (std::size_t at = 0; at < written.size(); ++letters) {
    if (letters == most) return false;
    starts[letters] = at;
    at += utf8::decode(written, at).size;
  }
  starts[letters] = written.size();
  // Short foreign acronyms fall into pieces by chance; Vietnamese letters and length say that it is none.
  if (letters < 4 || (letters < 6 && !has_vietnamese_letter(written))) return false;
  // From the end: the fewest pieces, and of as many the shortest head: QL and ĐTXD.
  struct Best {
    std::size_t pieces = 0;  // 0: no way
    std::size_t next = 0;
    std::string_view spoken;
  };
  std::array<Best, most + 1> best{};
  best[letters].pieces = 1;
  for (std::size_t i = letters; i-- > 0;) {
    for (std::size_t end = i + 2; end <= letters; ++end) {
      if (best[end].pieces == 0 || (i == 0 && end == letters)) continue;
      const std::string_view piece = written.substr(starts[i], starts[end] - starts[i]);
      if (best[i].pieces != 0 && best[end].pieces + 1 >= best[i].pieces) continue;
      const std::string_view spoken = part_words(piece, end - i, i == 0);
      if (!spoken.empty()) best[i] = {best[end].pieces + 1, end, spoken};
    }
  }
  if (best[0].pieces == 0) return false;
  for (std::size_t i = 0; i < letters; i = best[i].next) {
    if (!words.empty()) words += ' ';
    words += best[i].spoken;
  }
  return true;
}

void list_expansions(const Context& c, std::size_t end, std::vector<std::string_view>& expansions) {
  Chunk chunk;
  gather(c, chunk);
  std::string scratch;
  for (std::size_t n = chunk.count; n > 0; --n) {
    if (chunk.pieces[n - 1].last > end) continue;
    const auto key = std::string_view(chunk.key).substr(0, chunk.pieces[n - 1].key_end);
    for (const tables::AbbreviationRow& row : find(key, scratch))
      if (!row.spoken.empty()) expansions.push_back(row.spoken);
    return;
  }
}

}  // namespace loa::normalizer
