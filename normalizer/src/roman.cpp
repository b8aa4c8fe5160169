// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "cues.h"
#include "letters.h"
#include "number_words.h"
#include "recogniser.h"
#include "roman_value.h"

namespace loa::normalizer {
namespace {

constexpr Phrases kBefore = {
    "thứ",       "khóa",      "thế kỷ",    "thế kỉ",    "chương",    "quý",        "kỳ",       "kì",
    "đại hội",   "hạng",      "cấp",       "loại",      "vùng",      "khu vực",    "quân khu", "phần",
    "tập",       "mục",       "bảng",      "nhóm",      "lô",        "giai đoạn",  "đợt",      "thế chiến",
    "báo động",  "hk",        "chk",       "ghk",       "kv",        "hn",         "cấp cháy", "bậc",
    "quyển",     "phụ lục",   "type",      "topik",     "đề án",     "số",         "điều",     "tiểu khu",
    "quân đoàn", "chiến khu", "liên khu",  "phân khu",  "đẳng",      "level",      "class",    "cụm",
    "khối",      "hình",      "dinh",      "công ước",  "tuyến",     "giải",       "lần",      "trung ương",
    "ban",       "dòng",      "đại chiến", "hồi",       "màn",       "chi khu",    "mức",      "chuyên khoa",
    "tổng hợp",  "tuần",      "chúa nhật", "bài đọc",   "sư đoàn",   "trung đoàn", "lữ đoàn",  "độ",
    "tổ",        "trạm",      "kho",       "kíp",       "tổ máy",    "phân xưởng", "vành đai", "khối thi",
    "tiểu đội",  "trung đội", "đại đội",   "tiểu đoàn", "binh đoàn", "hạm đội"};
// Before I and what is longer than a letter: what has a letter as often (khu X, ca C).
constexpr Phrases kBeforeFirst = {"ca",        "khu",        "xưởng",   "nhà ga",  "cầu số", "phường",
                                  "đội tuyển", "quốc lộ",    "khu phố", "ấp",      "thôn",   "khóm",
                                  "xóm",       "tổ dân phố", "chi bộ",  "chi đội", "tổ hợp"};
constexpr Phrases kMonarch = {"vua",      "giáo hoàng", "nữ hoàng",
                              "hoàng đế", "quốc vương", "đức giáo hoàng",
                              "sa hoàng", "hoàng hậu",  "thánh"};
constexpr std::string_view kOrdinals[] = {"", "đệ nhất", "đệ nhị", "đệ tam"};

bool is_capitalised(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) && c[i].shape == Shape::capitalised;
}

// Another numeral joined by , và - before: khóa XIII, XIV.
bool follows_numeral(const Context& c, std::size_t i) {
  if (i < 2) return false;
  std::size_t at = c.skip_blank_back(i - 1);
  if (!(c.is_mark(at, U',') || c.is_dash(at) || c.is_mark(at, U'/') || c.folded(at) == "và")) return false;
  at = c.skip_blank_back(at - 1);
  // A chain of them, bounded: loại A-I-II.
  for (int links = 0; links < 4 && c.is(at, TokenKind::word); ++links) {
    if (roman_value(c.text(at)) == 0 && c[at].shape != Shape::single_upper) return false;
    if (c.preceded_by_any(at, kBefore)) return true;
    if (at < 2 || !c.is_dash(at - 1)) return false;
    at -= 2;
  }
  return false;
}

// The value of a numeral in small letters, as far as xviii; 0 where it is none.
int small_roman_value(std::string_view text) {
  constexpr std::size_t kLongest = 5;
  if (text.size() > kLongest || text.find_first_not_of("ivx") != std::string_view::npos) return 0;
  std::string capitals;
  for (const char letter : text) capitals += static_cast<char>(letter - 'a' + 'A');
  return roman_value(capitals);
}

}  // namespace

// giai đoạn IIB, type IIa: a numeral with a letter for its part.
static bool numeral_with_letter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i);
  if (text.size() < 2 || text.size() > 5) return false;
  const char part = text.back();
  const std::string_view head = text.substr(0, text.size() - 1);
  const bool letter = (part >= 'A' && part <= 'C') || (part >= 'a' && part <= 'c');
  if (!letter || text == "VC" || head.find_first_not_of("IVX") != std::string_view::npos) return false;
  const int value = roman_value(head);
  constexpr std::string_view before[] = {"giai đoạn", "type", "typ",   "loại", "nhóm", "độ",
                                         "hạng",      "pha",  "phase", "lớp",  "cấp",  "bậc"};
  if (value == 0 || c.is(i + 1, TokenKind::number) || !c.preceded_by_any(i, before)) return false;
  const Span span = c[i].span();
  say_cardinal(draft, static_cast<std::uint64_t>(value), c.style(), {span.begin, span.end - 1});
  say_letters(draft, text.substr(head.size()), LetterUse::initial, c, {span.end - 1, span.end});
  return draft.accept(SemioticClass::roman, "roman.with-letter", i + 1);
}

// (i) khảo sát; (ii) thiết kế: the number of a clause, in small letters.
bool recognise_roman_item(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i);
  // quý l/2026: the small letter that looks like the numeral.
  if (text.size() <= 3 && text.find_first_not_of('l') == std::string_view::npos && c.preceded_by(i, "quý")) {
    say_cardinal(draft, text.size(), c.style(), c[i].span());
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.unknown";
    return draft.accept(SemioticClass::roman, "roman.cue", i + 1);
  }
  if (!c.is_mark(i + 1, U')') || !c.is_edge(i + 2)) return false;
  const int value = small_roman_value(text);
  if (value == 0) return false;
  const bool opened = i > 0 && c.is_mark(i - 1, U'(') && (i == 1 || c.is_blank(i - 2));
  if (!opened && i > 0 && !c.is_blank(i - 1)) return false;
  // Without its bracket i) stands between h) and k), or before ii); (v) may be a verb, (x) a fault.
  constexpr std::size_t kReach = 256;
  const auto is_item = [&](std::size_t at, std::string_view numeral) {
    return c.is(at, TokenKind::word) && c.text(at) == numeral && c.is_mark(at + 1, U')');
  };
  bool certain = text != "v" && text != "x" && (opened || text != "i");
  for (std::size_t at = i; !certain && text == "i" && at < i + kReach && at < c.size(); ++at)
    certain = is_item(at, "ii");
  for (std::size_t steps = 1; !certain && opened && text != "i" && steps < kReach && steps <= i; ++steps)
    certain = is_item(i - steps, text == "v" ? "iv" : "ix");
  if (!certain) return false;
  say_cardinal(draft, static_cast<std::uint64_t>(value), c.style(), c[i].span());
  return draft.accept(SemioticClass::roman, "roman.item", i + 1);
}

// giáo viên hạng iii, quý ii: typed in small letters. One that is a syllable as well (i, vi) stays a word.
bool recognise_small_roman(const Context& c, Draft& draft) {
  static constexpr Phrases kNumbered = {"hạng",   "quý",    "chương", "phụ lục",   "học kỳ", "học kì", "khóa",
                                        "bậc",    "mục",    "phần",   "giai đoạn", "loại",   "nhóm",   "cấp",
                                        "thế kỷ", "thế kỉ", "kỳ",     "đại hội",   "lần thứ"};
  const std::size_t i = c.here();
  const int value = small_roman_value(c.text(i));
  if (value == 0 || c.is(i + 1, TokenKind::number) || !c.preceded_by_any(i, kNumbered)) return false;
  say_cardinal(draft, static_cast<std::uint64_t>(value), c.style(), c[i].span());
  return draft.accept(SemioticClass::roman, "roman.cue", i + 1);
}

namespace {

// What the letters number: V, its value, its place.
struct Roman {
  std::size_t token;
  std::string_view text;
  int value;
  Span span;

  [[nodiscard]] bool single() const { return text.size() == 1; }
  [[nodiscard]] bool letter_only() const { return text == "C" || text == "D" || text == "L" || text == "M"; }
};

void say_value(const Context& c, Draft& draft, const Roman& n) {
  say_cardinal(draft, static_cast<std::uint64_t>(n.value), c.style(), n.span);
}

// Whether a name goes on behind it, or a code.
bool belongs_to_name(const Context& c, const Roman& n) {
  const std::size_t i = n.token;
  const bool dot = c.is_mark(i + 1, U'.');
  const bool name = c.is(i + 2, TokenKind::word) && c[i + 2].shape == Shape::capitalised;
  // Hạ màn V.League
  if (n.single() && dot && name && !c[i + 2].syllable) return true;
  // Busan I'Park
  if (c.is_apostrophe(i + 1) && c.is(i + 2, TokenKind::word)) return true;
  // đội đầu bảng V.Ninh Bình: the initial of a name, and no number that a name follows without a blank
  if (n.text == "V" && dot && name && c.is_one_blank(i + 3) && c[i + 4].shape == Shape::capitalised)
    return true;
  // mã số V.07.02.25: the letter of a code.
  return dot && c.is(i + 2, TokenKind::number) && c.text(i + 2)[0] == '0';
}

// các lô H, I, K: a letter in a row of letters.
bool is_among_letters(const Context& c, std::size_t i) {
  const auto is_letter = [&](std::size_t at) {
    return c.is(at, TokenKind::word) && c[at].shape == Shape::single_upper && roman_value(c.text(at)) == 0;
  };
  const std::size_t comma = i > 1 ? c.skip_blank_back(i - 1) : i;
  return (c.is_mark(comma, U',') && is_letter(c.skip_blank_back(comma - 1))) ||
         (c.is_mark(i + 1, U',') && is_letter(c.skip_blank(i + 2)));
}

// I. KẾT QUẢ: the head of a list, at the start of a line.
bool heads_list(const Context& c, const Roman& n) {
  const std::size_t i = n.token;
  std::size_t first = i;
  while (first > 0 && c.is_blank(first - 1)) --first;
  const bool mark = c.is_mark(i + 1, U'.') || c.is_mark(i + 1, U')') || c.is_mark(i + 1, U'/');
  // X. Vinh Lộc is a commune; X. Tổ chức thực hiện the tenth head.
  const bool commune = n.text == "X" && is_capitalised(c, i + 3) && is_capitalised(c, c.skip_blank(i + 4));
  return first == 0 && mark && c.is_blank(i + 2) && !n.letter_only() && !commune;
}

// bảng A … I: a letter where its neighbours are letters.
bool is_letter_of_group(const Context& c, std::size_t i) {
  static constexpr Phrases kGroups = {"bảng", "nhóm", "lô", "khối", "hạng", "loại", "cụm", "khu", "ca"};
  if (!c.preceded_by_any(i, kGroups)) return false;
  const Folded noun = c.folded(c.word_before(i));
  for (std::size_t at = i > Context::kWindow ? i - Context::kWindow : 0;
       at < i + Context::kWindow && at < c.size(); ++at) {
    if (at == i || !c.is(at, TokenKind::word) || c[at].shape != Shape::single_upper ||
        roman_value(c.text(at)) != 0)
      continue;
    const std::size_t before = c.word_before(at);
    if (before != Context::npos && c.folded(before) == noun.view()) return true;
  }
  // AFC Cup, bảng I: the groups of a football cup are letters, unless a bảng II stands beside.
  static constexpr Phrases kCups = {"cup", "afc", "vòng loại", "vòng bảng", "world cup", "euro",
                                    "u23", "u20", "u17",       "lượt trận", "hạt giống", "asian cup"};
  static constexpr Phrases kFurther = {"ii", "iii"};
  return noun.view() == "bảng" && c.text(i) == "I" && c.near_any(i, i + 1, kCups) &&
         !c.near_any(i, i + 1, kFurther);
}

// quý II.2018, học kỳ I.2019: with its year. Mục II.3: with a number below it.
bool read_figures_behind(const Context& c, Draft& draft, const Roman& n) {
  const std::size_t i = n.token;
  if (!c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number)) return false;
  static constexpr Phrases kOfYear = {"quý", "kỳ", "học kỳ", "đợt", "hk"};
  const bool year = c[i + 2].size() == 4 && c.preceded_by_any(i, kOfYear);
  if (!year && c[i + 2].size() > 2) return false;
  say_value(c, draft, n);
  draft.say(year ? "năm" : "chấm", c[i + 1].span());
  say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
  return draft.accept(SemioticClass::roman, "roman.cue", i + 3);
}

// thế kỷ XVI-XVIII
bool read_span(const Context& c, Draft& draft, const Roman& n) {
  const std::size_t dash = c.skip_blank(n.token + 1);
  const std::size_t last = c.skip_blank(dash + 1);
  const int value = c.is_dash(dash) && c.is(last, TokenKind::word) ? roman_value(c.text(last)) : 0;
  if (value <= n.value || follows_numeral(c, n.token) || c.is_dash(last + 1)) return false;
  say_value(c, draft, n);
  draft.say("đến", c[dash].span());
  say_cardinal(draft, static_cast<std::uint64_t>(value), c.style(), c[last].span());
  return draft.accept(SemioticClass::roman, "roman.cue", last + 1);
}

// thứ IV, giải I: which in a row, and not how many.
bool is_ordinal(const Context& c, const Roman& n) {
  static constexpr Phrases kFirst = {"hạng", "giải"};
  // bệnh viện hạng I, giáo viên hạng I: a class of a scale, no first place.
  static constexpr Phrases kScaled = {"bệnh viện hạng", "giáo viên hạng", "giảng viên hạng",
                                      "chứng chỉ hạng", "gv hạng",        "viên chức hạng",
                                      "bv hạng",        "chức danh hạng", "năng lực hạng"};
  const std::size_t i = n.token;
  if (c.preceded_by(i, "thứ")) return true;
  if (n.value != 1 || !c.preceded_by_any(i, kFirst) || c.preceded_by_any(i, kScaled)) return false;
  // hạng I, II, III: of a row of classes the first is "một" as well.
  const std::size_t next = c.skip_blank(i + 2);
  const bool of_a_row = (c.is_mark(i + 1, U',') || c.is_dash(i + 1)) && c.is(next, TokenKind::word) &&
                        roman_value(c.text(next)) > 1;
  return !of_a_row;
}

// khóa XIII, quý II, Vùng I: a word before it says that it is a number.
bool read_behind_cue(const Context& c, Draft& draft, const Roman& n) {
  static constexpr Phrases kAlways = {"thế kỷ", "thứ", "khóa", "lần"};
  const std::size_t i = n.token;
  // C, D, L, M say a number only behind words that always number: "cấp CC" is a card.
  const bool large = n.text.find_first_of("CDLM") != std::string_view::npos;
  if ((n.letter_only() || (large && n.text.size() < 4)) && !c.preceded_by_any(i, kAlways)) return false;
  if (n.single() && is_letter_of_group(c, i)) return false;
  // giải V.League: a dot joins it to a word, as the initial of a name is joined.
  if (n.single() && c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::word)) {
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.initials";
  }
  if (read_figures_behind(c, draft, n) || read_span(c, draft, n)) return true;
  if (is_ordinal(c, n))
    say_ordinal(draft, static_cast<std::uint64_t>(n.value), c.style(), n.span);
  else
    say_value(c, draft, n);
  return draft.accept(SemioticClass::roman, "roman.cue", i + 1);
}

// Hậu Xá I, Hậu Xá II; Trà Nóc I và II: the second of the name stands behind the first.
bool second_part_follows(const Context& c, std::size_t i) {
  std::size_t at = c.skip_blank(i + 1);
  if (!c.is_mark(at, U',') && !c.is_mark(at, U'/') && !c.is_dash(at) && c.folded(at) != "và") return false;
  at = c.skip_blank(at + 1);
  if (c.is(at, TokenKind::word) && c.text(at) == "II") return true;
  // The name again: each word of it as before the first.
  std::size_t from = i - 2;
  while (from >= 2 && c.is_blank(from - 1) && is_capitalised(c, from - 2)) from -= 2;
  for (std::size_t name = from; name < i; ++name)
    if (c.text(name) == c.text(at) && c.text(at + i - name) == "II") return true;
  return false;
}

// Đội I thắng đội II, Hà Tĩnh I và Hà Tĩnh II: the word before I stands somewhere near before II as well.
bool has_second(const Context& c, std::size_t i) {
  if (!c.is(i - 2, TokenKind::word)) return false;
  const std::size_t from = i > Context::kWindow ? i - Context::kWindow : 2;
  for (std::size_t at = std::max<std::size_t>(from, 2); at < i + Context::kWindow && at < c.size(); ++at)
    if (c.is(at, TokenKind::word) && c.text(at) == "II" && c.is_blank(at - 1) &&
        c.folded(at - 2) == c.folded(i - 2).view())
      return true;
  return false;
}

// Whether the word at `i` ends the name of a town that has a first and a second team.
bool names_town(const Context& c, std::size_t i) {
  if (c.text(i) == "HCM" || c.text(i) == "TPHCM") return true;
  static constexpr Phrases kTowns = {"hà nội",      "minh",       "hà nam", "sơn la",
                                     "thái nguyên", "quảng ninh", "đà nẵng"};
  return is_capitalised(c, i) && c.preceded_by_any(i + 2, kTowns);
}

// Duyên Hải I, Hồ Tả Trạch I: a name of two syllables and more that is no person's, before I at `i`.
bool is_place(const Context& c, std::size_t name, std::size_t i) {
  static constexpr Phrases kPersons = {"ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "cụ", "y"};
  if (i - name < 4 || c.preceded_by_any(name, kPersons) || c.preceded_by_any(name + 1, kPersons) ||
      c.preceded_by_any(name + 1, cues::kFamilies) || c.is_mark(i + 1, U'.'))
    return false;
  const std::size_t next = c.skip_blank(i + 1);
  return !c.is(next, TokenKind::word) || c[next].shape == Shape::lower;
}

// Khu đô thị Mỹ Đình I: the first of several parts of one name.
bool read_part_of_place(const Context& c, Draft& draft, const Roman& n) {
  static constexpr Phrases kParts = {
      "khu đô thị", "kđt",          "khu công nghiệp", "kcn",     "cụm công nghiệp", "ccn",
      "khu dân cư", "kdc",          "khu tái định cư", "nhà máy", "thủy điện",       "điện hạt nhân",
      "nhiệt điện", "cảng",         "bệnh viện",       "bv",      "chung cư",        "ga",
      "hồ chứa",    "trạm biến áp", "điện gió",        "hầm",     "điện mặt trời",   "trại giam"};
  // TP.HCM I thắng Hà Nội II: teams of one town
  static constexpr Phrases kMatch = {"bóng đá", "clb", "thắng", "thua", "hòa", "trận", "vòng", "hlv", "gặp"};
  const std::size_t i = n.token;
  if (n.text != "I" || i < 2 || !c.is_blank(i - 1)) return false;
  const bool team = c.near_any(i, i + 1, kMatch) && names_town(c, i - 2);
  if (!team && !has_second(c, i)) {
    // KCN VSIP I
    const bool capitals = c[i - 2].shape == Shape::upper && c.preceded_by_any(i - 2, kParts);
    if (!capitals && (!is_capitalised(c, i - 2) || !tables::is_syllable(c.text(i - 2)))) return false;
    std::size_t name = i - 2;
    while (name >= 2 && c.is_blank(name - 1) && is_capitalised(c, name - 2) &&
           !c.preceded_by_any(name, kParts))
      name -= 2;
    if (!second_part_follows(c, i) && !c.preceded_by_any(name, kParts) && !is_place(c, name, i)) return false;
  }
  say_value(c, draft, n);
  return draft.accept(SemioticClass::roman, "roman.part", i + 1);
}

// ca khúc I Believe I Can Fly: the English word, with its verb behind it.
bool is_english_pronoun(const Context& c, std::size_t i) {
  if (!c.is_one_blank(i + 1) || !is_capitalised(c, i + 2)) return false;
  static constexpr std::string_view kVerbs[] = {"can", "do", "am", "hate",
                                                "go"};  // Vietnamese syllables as well
  return !c[i + 2].syllable || contains(kVerbs, c.folded(i + 2).view());
}

// Behind a name: Louis XIV, Elizabeth II, Gioan Phaolô II.
bool read_behind_name(const Context& c, Draft& draft, const Roman& n) {
  const std::size_t i = n.token;
  const bool model = c.is_dash(i + 1) && c.is(i + 2, TokenKind::number);              // Mazda CX-5
  if (c.is_mark(i + 1, U'/') && c[i + 2].shape == Shape::single_upper) return false;  // Google I/O
  if (i < 2 || !c.is_blank(i - 1) || !is_capitalised(c, i - 2) || n.letter_only() || model || n.value >= 40)
    return false;
  const bool monarch = c.near_any(i, i + 1, kMonarch);
  if (!monarch && c[i - 2].syllable) return false;
  const bool ruler = monarch || tables::is_in(tables::List::ruler, c.folded(i - 2));
  if (ruler && n.value <= 3) {
    draft.say(kOrdinals[n.value], n.span);
    return draft.accept(SemioticClass::roman, "roman.name", i + 1);
  }
  if (n.single() && !ruler && n.text != "I" && n.text != "V") return false;
  if (n.text == "I" && !ruler && is_english_pronoun(c, i)) return false;
  if (!ruler) draft.certainty = Certainty::narrow;
  say_value(c, draft, n);
  return draft.accept(SemioticClass::roman, "roman.name", i + 1);
}

}  // namespace

bool recognise_roman(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (numeral_with_letter(c, draft)) return true;
  const Roman n{i, c.text(i), roman_value(c.text(i)), c[i].span()};
  if (n.value == 0 || c.is(i + 1, TokenKind::number) || belongs_to_name(c, n)) return false;
  if (n.single() && is_among_letters(c, i)) return false;
  // trụ hạng V-League, lên hạng V.League: the letter of a league
  const std::size_t league = c.is_dash(i + 1) || c.is_mark(i + 1, U'.') ? i + 2 : c.skip_blank(i + 1);
  if (n.single() && c.folded(league) == "league") return false;
  if (heads_list(c, n)) {
    say_value(c, draft, n);
    return draft.accept(SemioticClass::roman, "roman.outline", i + 1);
  }
  // 17,2 độ V.Bắc: a degree of latitude
  if (n.single() && c.preceded_by(i, "độ") && c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::word))
    return false;
  if (c.preceded_by_any(i, kBefore) ||
      ((n.text == "I" || !n.single()) && c.preceded_by_any(i, kBeforeFirst)) || follows_numeral(c, i))
    return read_behind_cue(c, draft, n);
  // Văn phòng quản lý đường bộ III.3: an office of an office
  if (!n.single() && n.value < 20 && c.is_edge(c.is_mark(i + 1, U'.') ? i + 3 : i) &&
      read_figures_behind(c, draft, n))
    return true;
  draft.reset();
  return read_part_of_place(c, draft, n) || read_behind_name(c, draft, n);
}

}  // namespace loa::normalizer
