// SPDX-License-Identifier: GPL-3.0-or-later
// Persons whose title is cut to its first letter, as notices and lists write them: a. Minh, C. Hoa, (Ô Tâm).
#include <optional>
#include <string_view>

#include "cues.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr std::string_view title_of(std::string_view letter) {
  if (letter == "a" || letter == "A") return "anh";
  if (letter == "b" || letter == "B") return "bà";
  if (letter == "c" || letter == "C") return "chị";
  if (letter == "ô" || letter == "Ô") return "ông";
  return {};
}

bool is_titled(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::word) && c[i].letters == 1 && !title_of(c.text(i)).empty();
}

// Behind the letter of a title and its dot, where a given name has to stand; npos: nothing of the kind.
std::size_t name_behind(const Context& c, std::size_t title) {
  const std::size_t name = c.skip_blank(c.is_mark(title + 1, U'.') ? title + 2 : title + 1);
  // các xã A Lưới 1, A Lưới 2; thủy điện A Vương: places of the mountains.
  static constexpr Phrases kHighlands = {"lưới", "vương", "ngo", "pa chải", "mú sung", "roàng", "lin", "sào"};
  if (c.text(title) == "A" && c.is_blank(title + 1) && c.followed_by_any(title + 1, kHighlands))
    return Context::npos;
  // What is read in laws, and what begins sentences, is no name.
  static constexpr Phrases kDivisions = {"khoản", "điều", "mục", "chương", "phần", "luật", "nghị", "phụ"};
  if (name == title + 1 || !c.is(name, TokenKind::word) || c[name].shape != Shape::capitalised ||
      !c[name].syllable || c.followed_by_any(name, cues::kBegins) || c.followed_by_any(name, kDivisions))
    return Context::npos;
  return name;
}

// One past the last word of the name that begins at `name`: Vàng A Páo, Hoa.
std::size_t end_of_name(const Context& c, std::size_t name) {
  std::size_t end = name + 1;
  for (int words = 0; words < 4 && c.is_one_blank(end); ++words) {
    const Token& word = c[end + 1];
    if (!word.is(TokenKind::word) || (word.shape != Shape::capitalised && word.shape != Shape::single_upper))
      break;
    end += 2;
  }
  return end;
}

// Dũng 0905 …, Dũng (0905 …, Dũng - sđt: 0905 …: a number to call.
bool telephone_behind(const Context& c, std::size_t end) {
  constexpr std::string_view kCalls[] = {"đt", "sđt", "dđ", "số", "zalo", "tel"};
  std::size_t at = end;
  for (int steps = 0; steps < 7; ++steps, ++at) {
    if (c.is(at, TokenKind::number)) return c[at].size() >= 3 && c.text(at)[0] == '0';
    const bool passed = c.is_blank(at) || c.is_dash(at) || c.is_mark(at, U'(') || c.is_mark(at, U':') ||
                        c.is_mark(at, U',') || c.is_mark(at, U'.') || contains(kCalls, c.folded(at).view());
    if (!passed) return false;
  }
  return false;
}

// A. and B., B. and C. in this order number the lines of a list.
bool counts_on(std::string_view first, std::string_view second) {
  return (first == "A" && second == "B") || (first == "B" && second == "C");
}

bool is_full_title(const Context& c, std::size_t i) {
  static constexpr std::string_view kTitles[] = {"ông", "bà",  "anh",  "chị", "cô",
                                                 "chú", "bác", "thầy", "đc",  "em"};
  return c.is(i, TokenKind::word) && c[i].letters > 1 && contains(kTitles, c.folded(i).view());
}

bool parts_persons(const Context& c, std::size_t i) {
  return c.is_mark(i, U',') || c.is_mark(i, U';') || c.folded(i) == "và" || c.folded(i) == "hoặc";
}

// The next of a list is a person too: A. Dũng, C. Hoa; A. Dũng và bà Lan.
bool person_follows(const Context& c, std::size_t i, std::size_t end) {
  std::size_t at = c.skip_blank(end);
  if (!parts_persons(c, at)) return false;
  at = c.skip_blank(at + 1);
  if (c.is(at, TokenKind::number) && c.is_mark(at + 1, U'.')) at = c.skip_blank(at + 2);
  if (is_full_title(c, at)) return true;
  return is_titled(c, at) && name_behind(c, at) != Context::npos && !counts_on(c.text(i), c.text(at));
}

// The one before it is: bà Lan, A. Dũng; C. Hoa 0914 222 333, B. Lan.
bool person_before(const Context& c, std::size_t i) {
  if (i < 4) return false;
  std::size_t at = c.skip_blank_back(i - 1);
  if (c.is_mark(at, U'.') && c.is(at - 1, TokenKind::number)) at = c.skip_blank_back(at - 2);
  if (!parts_persons(c, at)) return false;
  // Over the name and the number to call.
  for (int steps = 0; steps < 14 && at > 0; ++steps) {
    --at;
    if (is_full_title(c, at)) return true;
    if (is_titled(c, at) && at + 1 < i && name_behind(c, at) != Context::npos)
      return !counts_on(c.text(at), c.text(i));
    const bool passed = c.is_blank(at) || c.is_dash(at) || c.is_mark(at, U'.') || c.is_mark(at, U'(') ||
                        c.is_mark(at, U')') || c.is(at, TokenKind::number) ||
                        (c.is(at, TokenKind::word) && c[at].shape != Shape::lower);
    if (!passed) return false;
  }
  return false;
}

// One letter that may be a title, with what stands around it.
struct ShortTitle {
  std::size_t at = 0;
  std::string_view spoken;
  bool dot = false;                    // A. Tuấn
  bool glued = false;                  // a.Tuấn
  std::size_t before = Context::npos;  // the token before it, blanks passed over
  std::size_t name = 0;
  std::size_t end = 0;  // of the name
};

// Mục a.Nội dung, lớp B Hòa: the letter of a list or of a class. Anh A. Dũng: an initial.
bool is_lettered(const Context& c, std::size_t i) {
  static constexpr Phrases kLettered = {"mục",       "điểm",   "khoản", "phần", "ý",      "tiết",    "câu",
                                        "phương án", "đáp án", "lớp",   "khu",  "khối",   "vitamin", "loại",
                                        "nhóm",      "lô",     "tòa",   "bảng", "hạng",   "đội",     "tổ",
                                        "thôn",      "ấp",     "xóm",   "xã",   "phường", "tuyến",   "ông",
                                        "bà",        "anh",    "chị",   "em",   "cô",     "chú",     "bác"};
  return c.preceded_by_any(i, kLettered);
}

std::optional<ShortTitle> read_short_title(const Context& c, std::size_t i) {
  ShortTitle t;
  t.at = i;
  t.spoken = title_of(c.text(i));
  if (t.spoken.empty()) return std::nullopt;
  t.dot = c.is_mark(i + 1, U'.');
  // "ô. Lan" said: no other word is cut to ô.
  const bool quoted = t.spoken == "ông" && t.dot && i > 0 &&
                      (c.is_mark(i - 1, U'"') || c.is_mark(i - 1, U'\'') || c.is_mark(i - 1, U'\u201C') ||
                       c.is_mark(i - 1, U'\u2018'));
  if (i > 0 && !c.is_edge(i - 1) && !c.is_mark(i - 1, U'+') && !quoted) return std::nullopt;
  t.glued = t.dot && !c.is_blank(i + 2);
  t.name = name_behind(c, i);
  if (t.name == Context::npos || (!t.dot && !c.is_blank(i + 1)) || is_lettered(c, i)) return std::nullopt;
  t.before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  t.end = end_of_name(c, t.name);
  return t;
}

// gặp b. Minh, LH: C. Hoa: whom to ask for.
bool is_asked_for(const Context& c, const ShortTitle& t) {
  static constexpr Phrases kAskFor = {"gặp", "báo", "lh",      "liên hệ", "hoặc",    "mời",
                                      "nhờ", "sđt", "hotline", "gọi",     "đăng ký", "liên lạc"};
  return c.preceded_by_any(c.is_mark(t.before, U':') ? t.before : t.at, kAskFor);
}

// A. Tý xóm 2, C. Lan - tổ 5: where somebody lives.
bool lives_behind(const Context& c, const ShortTitle& t) {
  static constexpr Phrases kLives = {"xóm", "tổ", "thôn", "ấp", "khóm", "kp", "tdp", "đội", "bản", "khu phố"};
  const std::size_t mark = c.skip_blank(t.end);
  const std::size_t home =
      c.is_dash(mark) || c.is_mark(mark, U'(') || c.is_mark(t.end, U',') ? mark + 1 : t.end;
  const std::size_t word = c.word_after(home);
  return t.dot && word != Context::npos && c.followed_by_any(home, kLives) &&
         c.is(c.skip_blank(word + 1), TokenKind::number);
}

// 0905 123 456 (A. Tuấn), LH: C. Hoa, A. Tý xóm 2: nothing but a person can be meant.
bool is_contact(const Context& c, const ShortTitle& t) {
  if (is_asked_for(c, t) || lives_behind(c, t) || telephone_behind(c, t.end)) return true;
  return c.is_mark(t.before, U'(') && t.before > 0 && c.is_mark(t.end, U')') &&
         c.is(c.skip_blank_back(t.before - 1), TokenKind::number);
}

// mười hai a Hà Nội, quy u a Nội: behind the words for a figure, a letter or a sign it is one of them.
bool is_spelled(const Context& c, std::size_t i) {
  static constexpr Phrases kSpelled = {
      "a",     "bê",   "xê",    "dê",   "đê",    "e",    "ép",    "giê",  "hát",  "i",     "gi",
      "ca",    "lờ",   "mờ",    "nờ",   "o",     "pê",   "quy",   "rờ",   "ét",   "tê",    "u",
      "vê",    "kép",  "ích",   "dét",  "y",     "một",  "hai",   "ba",   "bốn",  "tư",    "năm",
      "lăm",   "sáu",  "bảy",   "tám",  "chín",  "mười", "mốt",   "mươi", "trăm", "nghìn", "ngàn",
      "triệu", "tỷ",   "không", "linh", "lẻ",    "cộng", "trừ",   "nhân", "bằng", "trên",  "phần",
      "chấm",  "phẩy", "gạch",  "chéo", "ngang", "còng", "thăng", "độ"};
  return c.preceded_by_any(i, kSpelled);
}

// A small letter: at the head of a line or behind a mark it numbers what follows. che ô. Lan …, đáp án b. Hai
// …: it may end a sentence or a foreign name (ki a), unless a word leads to a person.
bool small_is_title(const Context& c, const ShortTitle& t) {
  static constexpr Phrases kOfPerson = {
      "của", "với",         "cho",       "và",     "là",       "nhà",     "do",   "từ",  "cùng",
      "hỏi", "theo",        "vợ",        "chồng",  "con",      "qua",     "thăm", "mời", "bởi",
      "nhờ", "thay",        "được",      "tìm",    "tên",      "quán",    "hộ",   "gồm", "bầu",
      "cử",  "trưởng thôn", "tổ trưởng", "bí thư", "chủ tịch", "ứng viên"};
  std::size_t word = t.before;
  for (const char32_t quote : {U'"', U'\'', U'\u201C', U'\u2018', U'\u2019'})
    if (c.is_mark(word, quote)) word = c.skip_blank_back(word - 1);
  const bool number = c.is(word, TokenKind::number);
  const bool behind_word = number || (c.is(word, TokenKind::word) &&
                                      (c[word].shape == Shape::lower || c.preceded_by(t.at, "hộ")) &&
                                      c[word].syllable && !is_spelled(c, t.at));
  const bool led = t.glued || number || c.preceded_by_any(t.at, kOfPerson);
  return c.is_mark(t.before, U'(') || (behind_word && led) ||
         (t.glued && !c.is_mark(t.before, U';') && t.at > 0) ||
         (t.spoken == "ông" && (c.is_mark(t.before, U':') || c.is_mark(word, U':')));
}

// Ô Trần Văn Bảy: a full name. Ô. Nam: no name begins with that letter.
bool capital_is_title(const Context& c, const ShortTitle& t) {
  return (t.spoken == "ông" && t.dot) ||
         (t.end >= t.name + 5 && c.followed_by_any(t.name, cues::kFamilies) && t.spoken != "anh");
}

bool is_title_here(const Context& c, const ShortTitle& t, bool contact) {
  const auto listed = [&] { return person_follows(c, t.at, t.end) || person_before(c, t.at); };
  if (c[t.at].shape == Shape::lower) return contact || small_is_title(c, t) || listed();
  // Vàng A Páo, Nguyễn Văn A. Dũng
  const bool behind_name =
      c.is(t.before, TokenKind::word) && c[t.before].shape != Shape::lower && !is_asked_for(c, t);
  if (behind_name || t.glued) return false;
  return (contact && (t.dot || t.spoken != "anh" || telephone_behind(c, t.end))) || capital_is_title(c, t) ||
         listed();
}

}  // namespace

bool recognise_person_title(const Context& c, Draft& draft) {
  const auto title = read_short_title(c, c.here());
  if (!title) return false;
  const bool contact = is_contact(c, *title);
  if (!is_title_here(c, *title, contact)) return false;
  const std::size_t end = title->at + (title->dot ? 2 : 1);
  draft.say(title->spoken, c.span(title->at, end));
  if (!contact) {
    draft.certainty = Certainty::narrow;
    draft.rival = "letters.initials";
  }
  return draft.accept(SemioticClass::abbreviation, "abbreviation.person", end);
}

}  // namespace loa::normalizer
