// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of official documents, their kinds, and the articles of laws.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "code.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {

namespace {

constexpr Phrases kKindsSaid = {"nghị định",
                                "nghị quyết",
                                "quyết định",
                                "thông tư",
                                "thông tư liên tịch",
                                "chỉ thị",
                                "thông tri",
                                "công điện",
                                "công văn",
                                "kế hoạch",
                                "thông báo",
                                "kết luận",
                                "báo cáo",
                                "tờ trình",
                                "hướng dẫn",
                                "đề án",
                                "chương trình",
                                "quy chế",
                                "quy định",
                                "quy chuẩn",
                                "pháp lệnh",
                                "luật",
                                "giấy phép",
                                "bản án",
                                "văn bản",
                                "lệnh",
                                "sắc lệnh",
                                "hợp đồng",
                                "nđ",
                                "nq",
                                "qđ",
                                "tt",
                                "ct",
                                "tiêu chuẩn",
                                "qcvn",
                                "tcvn",
                                "công văn hỏa tốc",
                                "công văn khẩn",
                                "công điện khẩn",
                                "công điện thượng khẩn",
                                "công điện hỏa tốc",
                                "thông báo kết luận",
                                "kết luận thanh tra",
                                "hiến pháp",
                                "phương án",
                                "giấy chứng nhận",
                                "giấy mời",
                                "gm",
                                "kl",
                                "hđ",
                                "kh",
                                "tb",
                                "bc",
                                "hd",
                                "cv",
                                "cđ",
                                "ttr",
                                "biên bản",
                                "quyết định xử phạt",
                                "klgđ",
                                "vụ án"};

constexpr Phrases kLawsSaid = {"nghị định", "nghị quyết", "quyết định", "thông tư",  "chỉ thị",
                               "pháp lệnh", "công văn",   "luật",       "công điện", "nđ",
                               "nq",        "qđ",         "tt",         "ct"};

struct DocumentCode {
  std::size_t year = 0;  // token, 0: none
  const tables::DocumentRow* kind = nullptr;
  struct Issuer {
    std::string_view written;
    std::string_view spoken;
  };
  std::array<Issuer, 4> issuers{};
  std::size_t issuer_count = 0;
  std::size_t office = 0;  // token of an issuer that no table knows, 0: none
  Span letters;            // bytes of kind and issuers
  std::size_t last = 0;
};

// A piece such as "NĐ", "BGDĐT", "QH15": capitals with figures glued on, & inside.
std::size_t end_of_piece(const Context& c, std::size_t i) {
  if (!c.is(i, TokenKind::word)) return i;
  // 1234/qđ-ubnd: typed in small letters, and joined without a blank.
  if (c[i].shape == Shape::lower && (c.is_blank(i - 1) || c[i].letters > 5 || c[i].letters < 2)) return i;
  std::size_t end = i + 1;
  while (c.is_mark(end, U'&') && c.is(end + 1, TokenKind::word)) end += 2;
  if (c.is(end, TokenKind::number) && c[end].size() <= 2) ++end;
  return end;
}

std::size_t skip_sign(const Context& c, std::size_t i, bool slash_only) {
  const std::size_t sign = c.skip_blank(i);
  const bool ok = c.is_mark(sign, U'/') || (!slash_only && c.is_dash(sign));
  if (!ok) return i;
  return c.skip_blank(sign + 1);
}

// số 19 KL/TW: a blank where the slash should stand.
bool is_kind_behind_blank(const Context& c, std::size_t at) {
  return c.is_blank(at) && c.is(at + 1, TokenKind::word) && c[at + 1].shape != Shape::lower &&
         c.is_mark(at + 2, U'/') && c.is(at + 3, TokenKind::word) && c[at + 3].shape != Shape::lower &&
         tables::find_document_kind(c.text(at + 1)) != nullptr;
}

// The year behind the number at `i`, where one stands there. Returns one past what was read.
std::size_t read_year_of_document(const Context& c, std::size_t i, DocumentCode& code) {
  const std::size_t sign = i + 1;
  // 18-2019-TT-BGDĐT, as files are named: dashes all the way.
  const bool dashes = c.is_dash(sign) && c.is_dash(sign + 2) && c.is_dash(sign + 4) &&
                      tables::find_document_kind(c.text(sign + 3)) != nullptr;
  if (!(c.is_mark(sign, U'/') || c.is_mark(sign, U':') || dashes) || !c.is(sign + 1, TokenKind::number) ||
      c[sign + 1].size() != 4)
    return sign;
  code.year = sign + 1;
  return sign + 2;
}

// The first letters behind the number and the year, which end at `at`; `at` itself where there are none.
std::size_t first_piece(const Context& c, std::size_t at, const DocumentCode& code) {
  // 13/2007-TT-BYT, as it was written then; 96/2020 NĐ-CP, where the slash was left out.
  if (code.year != 0 && (c.is_dash(at) || (c.is_blank(at) && c[at + 1].shape == Shape::upper)) &&
      c.is_dash(at + 2) && c.is(at + 3, TokenKind::word) &&
      tables::find_document_kind(c.text(at + 1)) != nullptr)
    return at + 1;
  const std::size_t piece = skip_sign(c, at, code.year != 0);
  return piece == at && code.year == 0 && is_kind_behind_blank(c, at) ? at + 1 : piece;
}

// Nghị định 137/2015: the year ends it.
bool ends_with_year(const Context& c, std::size_t i, const DocumentCode& code) {
  if (code.year == 0 || !c.is_mark(i + 1, U'/')) return false;
  const char century = c.text(code.year)[0];
  if (century != '1' && century != '2') return false;
  const std::size_t before = c.preceded_by(i, "số") ? c.word_before(i) : i;
  return before != Context::npos && c.preceded_by_any(before, kLawsSaid);
}

// "text" in capitals, in `memory` where it is not so written.
std::string_view capitals_of(std::string_view text, std::string& memory) {
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded d = utf8::decode(text, byte);
    byte += d.size;
    utf8::append(memory, static_cast<char32_t>(u_toupper(static_cast<UChar32>(d.code_point))));
  }
  return memory;
}

// Whether the number at `i` is told to be a letter's.
bool is_letter(const Context& c, std::size_t i) {
  const std::size_t said = c.preceded_by(i, "số") ? c.word_before(i) : i;
  return said != Context::npos && (c.preceded_by(said, "công văn") || c.preceded_by(said, "cv"));
}

// Puts into `code` what the letters stand for: a kind of document where they come first, an issuer elsewhere.
// An office that the table of documents does not know may be a common abbreviation. False where it is
// neither. `letter`: the number is a letter's.
bool add_piece(std::string_view text, bool first, bool letter, DocumentCode& code) {
  // Công văn 6043/CT-TTHT: a letter of the Tax Department, no directive.
  const bool of_office = letter && tables::find_document_issuer(text) != nullptr;
  if (first && !of_office && (code.kind = tables::find_document_kind(text)) != nullptr) return true;
  const tables::DocumentRow* issuer = tables::find_document_issuer(text);
  if (issuer == nullptr && code.kind != nullptr) issuer = tables::find_document_kind(text);
  if (issuer != nullptr) {
    code.issuers[code.issuer_count++] = {issuer->written, issuer->spoken};
    return true;
  }
  if (first) return false;
  const auto rows = tables::find_abbreviation(text);
  if (rows.empty() || rows.back().kind != tables::AbbreviationKind::expand) return false;
  code.issuers[code.issuer_count++] = {rows.back().written, rows.back().spoken};
  return true;
}

// Year, kind and issuers behind the number whose last token is `i`. `kind_said`: the words before name the
// kind.
bool read_document(const Context& c, std::size_t i, bool kind_said, DocumentCode& code) {
  const std::size_t at = read_year_of_document(c, i, code);
  std::size_t piece = first_piece(c, at, code);
  if (piece == at) {
    code.last = at;
    return ends_with_year(c, i, code);
  }
  if (c.is_blank(at) && c[piece].letters == 1) return false;  // TDP 3 - L=250m
  code.letters = c[piece].span();
  for (bool first = true; code.issuer_count < code.issuers.size(); first = false) {
    const std::size_t end = end_of_piece(c, piece);
    if (end == piece) break;
    const bool small = c[piece].shape == Shape::lower;
    if (small && first && !kind_said) return false;
    std::string capitals;
    const std::string_view text = small ? capitals_of(c.text(piece, end), capitals) : c.text(piece, end);
    if (!add_piece(text, first, kind_said && is_letter(c, i), code)) {
      if (first) return false;
      // QĐ-ĐT3: an office by its letters.
      if (code.kind != nullptr && !c.is_blank(piece - 1) && is_capitals(c[piece]) &&
          c[piece].letters <= (kind_said ? 9 : 4)) {
        code.office = piece;
        code.last = end;
      }
      break;
    }
    code.letters.end = c[end - 1].end;
    code.last = end;
    const std::size_t next = skip_sign(c, end, false);
    if (next == end) break;
    // "… 57-NQ/TW - Hà Nội": a spaced dash goes on only to another piece in capitals.
    if (c.is_blank(end) && !is_capitals(c[next])) break;
    piece = next;
  }
  // 16/CN, 3/H: without a kind or a year it is no document.
  if (code.kind == nullptr && code.year == 0 && !(kind_said && code.issuer_count > 0)) return false;
  return code.kind != nullptr || code.issuer_count > 0;
}

// The bodies that have issued a document, in full.
std::string issuer_words(const Context& c, std::size_t i, const DocumentCode& code) {
  std::string issuer;
  for (std::size_t n = 0; n < code.issuer_count; ++n) {
    std::string_view words = code.issuers[n].spoken;
    // NQ/TU: of a city where the text names one.
    if (code.issuers[n].written == "TU" &&
        c.near_any(i, code.last, std::array<std::string_view, 3>{"thành ủy", "thành phố", "tp"}))
      words = "thành ủy";
    // 12-HD/BTC, HD-BTC/TU: the party writes the hyphen first, and has no ministries.
    const bool party = (code.year == 0 && c.whole_text()[code.letters.begin - 1] == '-') ||
                       (n + 1 < code.issuer_count && code.issuers[n + 1].written == "TU");
    if (party && code.issuers[n].written == "BTC") words = "ban tổ chức";
    // A joint circular has issuers of one rank: của Bộ Y tế và Bộ Tài chính.
    if (!issuer.empty())
      issuer += code.kind != nullptr && code.kind->written == "TTLT" ? std::string_view(" và ") : " ";
    issuer += words;
  }
  return issuer;
}

// Whether "của" and a body follow the code; what that body says again is taken
// off the head of `issuer`: QH15 của Quốc hội leaves "khóa mười lăm".
bool take_from_issuer(const Context& c, std::size_t end, std::string& issuer) {
  // … QĐ-UBND ngày 5/8/2025 của UBND tỉnh: the date may stand between.
  if (c.followed_by(end, "ngày")) {
    for (std::size_t ahead = end; ahead < end + 16; ++ahead) {
      if (!c.is(ahead, TokenKind::word) || !(c.folded(ahead) == "của")) continue;
      end = ahead;
      break;
    }
  }
  if (issuer.empty() || !c.followed_by(end, "của")) return false;
  std::size_t at = c.skip_blank(c.skip_blank(end) + 1);
  // "của tỉnh" adds to the issuer, "của Bộ Chính trị" is the issuer.
  const bool named = c.is(at, TokenKind::word) && c[at].shape != Shape::lower;
  std::string_view rest = issuer;
  for (int words = 0; words < 8 && c.is(at, TokenKind::word) && !rest.empty(); ++words) {
    const Folded word = c.folded(at);
    std::string_view said = word.view();
    const auto rows = is_capitals(c[at]) ? tables::find_abbreviation(c.text(at))
                                         : std::span<const tables::AbbreviationRow>{};
    if (!rows.empty()) said = rows.back().spoken;
    const bool same = !said.empty() && rest.substr(0, said.size()) == said &&
                      (rest.size() == said.size() || rest[said.size()] == ' ');
    if (!same) break;
    rest.remove_prefix(std::min(rest.size(), said.size() + 1));
    at = c.skip_blank(at + 1);
  }
  // Hướng dẫn nghị quyết 17/2022/UBTVQH15 của Tổng Liên đoàn Lao động: the guide is theirs, the resolution is
  // not.
  if (rest.size() == issuer.size() && named && issuer.find("quốc hội") != std::string::npos) return false;
  issuer.erase(0, issuer.size() - rest.size());
  // What the text names is said once; of a National Assembly its number is kept.
  if (named && issuer.substr(0, 5) != "khóa") issuer.clear();
  return named || issuer.empty();
}

// Nghị quyết số 57-NQ/TW, 59-NQ/TW và 66-NQ/TW: the first of the list this one belongs to.
std::size_t head_of_list(const Context& c, std::size_t i) {
  for (int members = 0; members < 6 && i >= 4; ++members) {
    const std::size_t joint = c.skip_blank_back(i - 1);
    if (!c.is_mark(joint, U',') && !(c.folded(joint) == "và")) break;
    // Back over the letters and signs of the member before, to its number.
    std::size_t at = c.skip_blank_back(joint - 1);
    std::size_t steps = 0;
    bool letters = false;
    while (at > 0 && steps < 12 && (c.is(at, TokenKind::word) || c.is_mark(at, U'/') || c.is_dash(at))) {
      letters = letters || (c.is(at, TokenKind::word) && c[at].shape != Shape::lower);
      --at;
      ++steps;
    }
    // NQ 70, 71, 72-NQ/TW: only the last of them bears the letters.
    const bool bare = at == c.skip_blank_back(joint - 1) && c.is(at, TokenKind::number) && c[at].size() <= 4;
    if ((!letters && !bare) || !c.is(at, TokenKind::number)) break;
    // 45/2023/NĐ-CP: the number stands before the year.
    if (at >= 2 && c.is_mark(at - 1, U'/') && c.is(at - 2, TokenKind::number)) at -= 2;
    i = at;
  }
  return i;
}

// The number of a document: 45, 2.415, 66.7, 168a.
struct DocumentNumber {
  std::size_t last = 0;   // its last token
  bool grouped = false;   // 2.415-QĐ/TU
  bool numbered = false;  // 66.7/2025/NQ-CP: the seventh that goes with the 66th
  bool lettered = false;  // 168a/QĐ-UBND: put between two numbers later
};

DocumentNumber read_document_number(const Context& c, std::size_t i) {
  DocumentNumber n;
  const bool point = c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number);
  n.grouped = point && c[i].size() <= 3 && c.text(i)[0] != '0' && c[i + 2].size() == 3;
  n.numbered = point && !n.grouped && c[i + 2].size() <= 2 && c.is_mark(i + 3, U'/') &&
               c.is(i + 4, TokenKind::number) && c[i + 4].size() == 4 && c.is_mark(i + 5, U'/') &&
               c.is(i + 6, TokenKind::word);
  n.lettered = !n.grouped && !n.numbered && c.is(i + 1, TokenKind::word) && c[i + 1].letters == 1 &&
               (c.is_mark(i + 2, U'/') || c.is_dash(i + 2)) && c.text(i + 1) != "h";
  n.last = n.grouped || n.numbered ? i + 2 : (n.lettered ? i + 1 : i);
  return n;
}

// Whether letters of a kind or a year can follow the sign. 20/9, 14:30 and 3-5 have neither.
bool may_be_document(const Context& c, std::size_t sign) {
  if (!c.is_mark(sign, U'/') && !c.is_mark(sign, U':') && skip_sign(c, sign, false) == sign)
    return is_kind_behind_blank(c, sign);
  const std::size_t behind = c.skip_blank(c.skip_blank(sign) + 1);
  return c.is(behind, TokenKind::word) || (c.is(behind, TokenKind::number) && c[behind].size() == 4);
}

// Whether the words before token `at` name a kind of document, with or without "số".
bool names_kind(const Context& c, std::size_t at) {
  const std::size_t before = c.preceded_by(at, "số") ? c.word_before(at) : at;
  return before != Context::npos && c.preceded_by_any(before, kKindsSaid);
}

// Whether the text before the code that begins at `i` has named the kind that it bears. `said_before` is
// where the words end.
bool has_named_kind(const Context& c, std::size_t i, std::size_t said_before,
                    const tables::DocumentRow& kind) {
  // Văn bản hợp nhất 05/VBHN-BGDĐT: a kind of several words, said in full before.
  if (c.preceded_by(said_before, kind.spoken)) return true;
  if (const std::size_t head = head_of_list(c, i); head != i && names_kind(c, head)) return true;
  // Kế hoạch phối hợp số 327/KH-UBND, Thông báo kết luận cuộc họp số 12/TB-VPCP: words between them.
  if (!c.preceded_by(said_before, "số")) return false;
  std::size_t at = i;
  for (int words = 0; words < 9 && at > 0; ++words) {
    at = c.word_before(at);
    if (at == Context::npos) return false;
    if (words > 1 && c.followed_by(at, kind.spoken)) return true;
  }
  return false;
}

// The number and the year. `tail` is what the last word of them stands for.
void say_document_number(const Context& c, Draft& draft, const DocumentNumber& n, const DocumentCode& code,
                         Span tail) {
  const std::size_t i = c.here();
  const Span number = c.span(i, n.last + 1);
  const Span figures = code.year != 0 ? number : tail;
  if (c.text(i).size() > 1 && c.text(i)[0] == '0') {
    say_digits(draft, c.text(i), figures);
  } else {
    std::string value(c.text(i));
    if (n.grouped) value += c.text(n.last);
    say_cardinal(draft, value, c.style(), figures);
  }
  if (n.numbered) {
    draft.say("chấm", number);
    say_cardinal(draft, c.text(n.last), c.style(), number);
  }
  if (n.lettered) say_letters(draft, c.text(n.last), LetterUse::initial, c, figures);
  if (code.year != 0) {
    draft.group_pause();
    draft.say("năm", c[code.year].span());
    say_cardinal(draft, c.text(code.year), c.style(), tail);
  }
}

// 45/2025/HS-PT: the pieces say what kind of case it is; no one issues it. 12/HĐ-XD: what the contract is
// about.
bool is_case_of_court(const DocumentCode& code) {
  constexpr std::string_view kCourt[] = {"HS",   "DS",   "HC",   "ST",   "PT",   "KDTM", "HNGĐ", "TLST",
                                         "TLPT", "HSST", "HSPT", "DSST", "DSPT", "QĐST", "HĐ"};
  return code.kind != nullptr && contains(kCourt, code.kind->written);
}

// Kind and issuer. `issuer`: what is left of their words behind what the text names itself.
void say_kind_and_issuer(Draft& draft, const DocumentCode& code, bool kind_said, bool issuer_named,
                         std::string_view issuer) {
  const bool party =
      code.issuer_count == 1 && (code.issuers[0].written == "TW" || code.issuers[0].written == "TƯ");
  if (!kind_said && code.kind != nullptr) {
    draft.mark(',', code.letters);
    draft.say(code.kind->spoken, code.letters);
    if (code.issuer_count == 0) return;
    if (code.year != 0 && !party) draft.say("của", code.letters);
    if (code.year == 0 && !party) draft.mark(',', code.letters);
    draft.say(issuer, code.letters);
  } else if (code.issuer_count > 0) {
    if (!issuer_named) draft.say("của", code.letters);
    draft.say(issuer, code.letters);
  } else if (code.kind != nullptr && code.office == 0) {
    draft.say(code.kind->spoken, code.letters);
  }
}

// QĐ-ĐT3, QĐ-HH&ĐT: letters, with figures or further letters glued on.
void say_office(const Context& c, Draft& draft, const DocumentCode& code) {
  for (std::size_t at = code.office; at < code.last; ++at) {
    if (c.is(at, TokenKind::word))
      say_letters(draft, c.text(at), LetterUse::initial, c, c[at].span());
    else if (c.is(at, TokenKind::number))
      say_digits(draft, c.text(at), c[at].span());
    else
      draft.say("và", c[at].span());
  }
}

// The letters of a document, in the style that is wanted.
void say_document_letters(const Context& c, Draft& draft, const DocumentCode& code, bool kind_said,
                          bool issuer_named, std::string_view issuer) {
  if (code.year != 0) draft.group_pause();
  if (c.style().document_code == Style::DocumentCode::spelled) {
    draft.mark(',', code.letters);
    say_letters(draft, code.letters.of(c.whole_text()), LetterUse::initial, c, code.letters);
    return;
  }
  if (is_case_of_court(code)) {
    if (code.kind->written == "HĐ") draft.mark(',', code.letters);
    // Quyết định số 18/2022/QĐST-DS: the kind is said once.
    constexpr std::string_view kDecision = "quyết định ";
    std::string_view kind = code.kind->spoken;
    if (kind_said && kind.substr(0, kDecision.size()) == kDecision) kind.remove_prefix(kDecision.size());
    draft.say(kind, code.letters);
    for (std::size_t n = 0; n < code.issuer_count; ++n) draft.say(code.issuers[n].spoken, code.letters);
    return;
  }
  say_kind_and_issuer(draft, code, kind_said, issuer_named, issuer);
  if (code.office != 0) say_office(c, draft, code);
}

// Quyết định 439/QĐ-TTg 2023 về …: whether the year stands behind the letters.
bool has_year_behind(const Context& c, const DocumentCode& code) {
  const std::size_t year = code.last + 1;
  if (code.year != 0 || code.letters.empty() || !c.is_one_blank(code.last) ||
      !c.is(year, TokenKind::number) || c[year].size() != 4)
    return false;
  const std::string_view century = c.text(year).substr(0, 2);
  return (century == "19" || century == "20") && (c.is_blank(year + 1) || c.is_edge(year + 1)) &&
         !c.is(c.skip_blank(year + 1), TokenKind::number);
}

}  // namespace

// 45/2023/NĐ-CP, 1234/QĐ-UBND: the number, the year and the letters of a document.
bool recognise_document(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 7) return false;
  const DocumentNumber n = read_document_number(c, i);
  if (!n.lettered && c.is(i + 1, TokenKind::word)) return false;
  const std::size_t sign = n.last + 1;
  if (!may_be_document(c, sign)) return false;
  // Quyết định số: 12/QĐ-UBND: the colon is passed over.
  const std::size_t mark = i > 0 ? c.skip_blank_back(i - 1) : i;
  const std::size_t said_before = c.is_mark(mark, U':') ? mark : i;
  const bool has_number_word = c.preceded_by(said_before, "số");
  bool kind_said = names_kind(c, said_before);
  if (!has_number_word && !kind_said && is_kind_behind_blank(c, sign)) return false;
  DocumentCode code;
  if (!read_document(c, n.last, kind_said, code)) return false;
  if (n.lettered && (code.kind == nullptr || (!has_number_word && !kind_said))) return false;
  kind_said = kind_said || (code.kind != nullptr && has_named_kind(c, i, said_before, *code.kind));

  // "… 154/2025/NĐ-CP của Chính phủ": the issuer that the text names is said once.
  std::string issuer = issuer_words(c, i, code);
  const bool expanded = c.style().document_code == Style::DocumentCode::expanded;
  const bool issuer_named = expanded && kind_said && take_from_issuer(c, code.last, issuer);
  // "Quyết định xử phạt số 1789/QĐ-XPHC": the letters only say again what kind it is.
  const bool says_again = kind_said && code.issuer_count == 1 && code.issuers[0].written.substr(0, 2) == "XP";
  const bool letters_silent = (issuer_named && issuer.empty()) || says_again;
  const std::size_t last_number = code.year != 0 ? code.year : n.last;
  const Span tail{c[code.year != 0 ? last_number : i].begin,
                  letters_silent ? c[code.last - 1].end : c[last_number].end};
  if (!has_number_word && !kind_said && code.year != 0) draft.say("số", c.span(i, n.last + 1));
  say_document_number(c, draft, n, code, tail);
  if (!code.letters.empty() && !letters_silent)
    say_document_letters(c, draft, code, kind_said, issuer_named, issuer);
  std::size_t end = code.last;
  if (kind_said && has_year_behind(c, code)) {
    end = code.last + 2;
    draft.say("năm", c[end - 1].span());
    say_cardinal(draft, c.text(end - 1), c.style(), c[end - 1].span());
  }
  return draft.accept(SemioticClass::code, "code.document", end);
}

// NĐ178, NQ71, NQ173/2024/QH15: the kind glued to its number. The number is read by itself.
bool recognise_glued_document(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // TT-29/2024: a hyphen between counts for nothing.
  const std::size_t number = c.is_dash(i + 1) ? i + 2 : i + 1;
  if (!c.is(number, TokenKind::number) || c[i].shape != Shape::upper || c[i].letters != 2) return false;
  const std::string_view text = c.text(i);
  const bool dated =
      c.is_mark(number + 1, U'/') && c.is(number + 2, TokenKind::number) && c[number + 2].size() == 4;
  if (number != i + 1 && !dated) return false;
  std::string_view kind;
  if (text == "NĐ") kind = "nghị định";
  if (text == "NQ") kind = "nghị quyết";
  if (text == "SN" && c[i + 1].size() == 4) kind = "sinh năm";  // SN1990
  if (text == "QĐ" && dated) kind = "quyết định";
  if (text == "TT" && dated) kind = "thông tư";
  if (text == "KL" && dated) kind = "kết luận";
  if (kind.empty()) return false;
  draft.say(kind, c[i].span());
  draft.semiotic_class = SemioticClass::abbreviation;
  draft.rule = "abbreviation.document";
  draft.end = number;
  if (number != i + 1) {
    say_cardinal(draft, c.text(number), c.style(), c[number].span());
    draft.say("năm", c[number + 1].span());
    say_cardinal(draft, c.text(number + 2), c.style(), c[number + 2].span());
    draft.end = number + 3;
  }
  return true;
}

// TB 612/TB-VPCP: the kind before the number that says it again.
bool recognise_document_kind(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_blank(i + 1) || !c.is(i + 2, TokenKind::number) || c[i].letters > 4) return false;
  std::size_t at = i + 3;
  if (c.is_mark(at, U'/') && c.is(at + 1, TokenKind::number) && c[at + 1].size() == 4) at += 2;
  if (!c.is_mark(at, U'/') && !c.is_dash(at)) return false;
  if (c.text(at + 1) != c.text(i)) return false;
  const tables::DocumentRow* kind = tables::find_document_kind(c.text(i));
  if (kind == nullptr) return false;
  draft.say(kind->spoken, c[i].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.document", i + 1);
}

// K2 Đ15, khoản 3 Đ.219, Đ.174 BLHS, BLHS Đ.244: clause and article of a law.
bool recognise_article(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const bool small = c.text(i) == "k" && c.is_mark(i + 1, U'.');  // k.2 Điều 15
  const std::string_view text = small ? "K" : c.text(i);
  if (text != "K" && text != "Đ") return false;
  const std::size_t number = c.is_mark(i + 1, U'.') ? c.skip_blank(i + 2) : i + 1;
  if (!c.is(number, TokenKind::number) || c[number].size() > 3) return false;
  const std::size_t next = c.skip_blank(c.is_mark(number + 1, U',') ? number + 2 : number + 1);
  bool article = false;
  if (text == "K") {
    article =
        c.folded(next) == "điều" ||
        (c.text(next) == "Đ" && c.is(c.is_mark(next + 1, U'.') ? next + 2 : next + 1, TokenKind::number));
    // Đ.12 K.3: the clause behind its article.
    const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
    article = article || (c.is(before, TokenKind::number) && before >= 2 &&
                          c.text(before - (c.is_mark(before - 1, U'.') ? 2 : 1)) == "Đ");
  } else {
    std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
    if (c.is_mark(before, U',') && before > 0) before = c.skip_blank_back(before - 1);
    const bool clause = c.is(before, TokenKind::number) && before > 0 &&
                        (c.text(before - 1) == "K" || c.preceded_by(before, "khoản") ||
                         (before > 1 && c.is_mark(before - 1, U'.') &&
                          (c.text(before - 2) == "k" || c.text(before - 2) == "K")));
    static constexpr Phrases kLaw = {"luật",   "bộ luật", "blhs", "blds",      "blttds",
                                     "bltths", "bllđ",    "nđ",   "nghị định", "hiến pháp"};
    // Đ.12 K.3, Đ12, K3
    const bool of_clause =
        c.text(next) == "K" && c.is(c.is_mark(next + 1, U'.') ? next + 2 : next + 1, TokenKind::number);
    article = clause || of_clause || c.followed_by_any(number + 1, kLaw) || c.preceded_by_any(i, kLaw);
  }
  if (!article) return false;
  draft.say(text == "K" ? "khoản" : "điều", c.span(i, number));
  say_cardinal(draft, c.text(number), c.style(), c[number].span());
  return draft.accept(SemioticClass::abbreviation, "abbreviation.article", number + 1);
}

}  // namespace loa::normalizer
