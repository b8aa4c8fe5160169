// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "foreign.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "number_words.h"
#include "numeral.h"
#include "quantity.h"
#include "recogniser.h"
#include "roman_value.h"

namespace loa::normalizer {
namespace {

bool is_capitals(const Token& token) {
  return token.is(TokenKind::word) && (token.shape == Shape::upper || token.shape == Shape::single_upper);
}

bool all_digits_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

bool contains(const auto& list, std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

// ---- official documents --------------------------------------------------------

constexpr Phrases kKindsSaid = {"nghị định",
                                "nghị quyết",
                                "quyết định",
                                "thông tư",
                                "thông tư liên tịch",
                                "chỉ thị",
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
                                "thông báo kết luận",
                                "hiến pháp",
                                "phương án",
                                "giấy chứng nhận",
                                "giấy mời",
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

bool read_document(const Context& c, std::size_t i, bool kind_said, DocumentCode& code) {
  std::size_t at = i + 1;
  if (c.is_mark(at, U'/') || c.is_mark(at, U':')) {
    if (c.is(at + 1, TokenKind::number) && c[at + 1].size() == 4) {
      code.year = at + 1;
      at += 2;
    }
  }
  std::size_t piece = skip_sign(c, at, code.year != 0);
  // 13/2007-TT-BYT, as it was written then.
  if (code.year != 0 && c.is_dash(at) && c.is_dash(at + 2) &&
      tables::find_document_kind(c.text(at + 1)) != nullptr)
    piece = at + 1;
  if (piece == at) {
    // Nghị định 137/2015: the year ends it.
    const std::string_view year = code.year != 0 ? c.text(code.year) : std::string_view{};
    if (year.empty() || !c.is_mark(i + 1, U'/') || (year[0] != '1' && year[0] != '2')) return false;
    const bool numbered = c.preceded_by(i, "số");
    const std::size_t before = numbered ? c.word_before(i) : i;
    if (before == Context::npos || !c.preceded_by_any(before, kLawsSaid)) return false;
    code.last = at;
    return true;
  }
  if (c.is_blank(at) && c[piece].letters == 1) return false;  // TDP 3 - L=250m
  code.letters = c[piece].span();
  bool first = true;
  while (code.issuer_count < code.issuers.size()) {
    const std::size_t end = end_of_piece(c, piece);
    if (end == piece) break;
    std::string capitals;
    std::string_view text = c.text(piece, end);
    if (c[piece].shape == Shape::lower) {
      if (first && !kind_said) return false;
      for (std::size_t byte = 0; byte < text.size();) {
        const utf8::Decoded d = utf8::decode(text, byte);
        byte += d.size;
        utf8::append(capitals, static_cast<char32_t>(u_toupper(static_cast<UChar32>(d.code_point))));
      }
      text = capitals;
    }
    const tables::DocumentRow* kind = first ? tables::find_document_kind(text) : nullptr;
    if (kind != nullptr) {
      code.kind = kind;
    } else {
      const tables::DocumentRow* issuer = tables::find_document_issuer(text);
      if (issuer == nullptr && code.kind != nullptr) issuer = tables::find_document_kind(text);
      if (issuer != nullptr) {
        code.issuers[code.issuer_count++] = {issuer->written, issuer->spoken};
      } else {
        // An office that the table of documents does not know may be a common abbreviation.
        const auto rows =
            first ? std::span<const tables::AbbreviationRow>{} : tables::find_abbreviation(text);
        if (rows.empty() || rows.back().kind != tables::AbbreviationKind::expand) {
          if (first) return false;
          // QĐ-ĐT3: an office by its letters.
          if (code.kind != nullptr && !c.is_blank(piece - 1) && is_capitals(c[piece]) &&
              c[piece].letters <= 4) {
            code.office = piece;
            code.last = end;
          }
          break;
        }
        code.issuers[code.issuer_count++] = {rows.back().written, rows.back().spoken};
      }
    }
    first = false;
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
    if (!issuer.empty()) issuer += ' ';
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

bool recognise_document(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 7) return false;
  // 2.415-QĐ/TU: the number is grouped.
  const bool grouped = c[i].size() <= 3 && c.text(i)[0] != '0' && c.is_mark(i + 1, U'.') &&
                       c.is(i + 2, TokenKind::number) && c[i + 2].size() == 3;
  const std::size_t last_figure = grouped ? i + 2 : i;
  const std::size_t sign = last_figure + 1;
  if (!c.is_mark(sign, U'/') && !c.is_mark(sign, U':') && skip_sign(c, sign, false) == sign) return false;
  // Quyết định số: 12/QĐ-UBND: the colon is passed over.
  const std::size_t mark = i > 0 ? c.skip_blank_back(i - 1) : i;
  const std::size_t said_before = c.is_mark(mark, U':') ? mark : i;
  const bool has_number_word = c.preceded_by(said_before, "số");
  const auto kind_before = [&](std::size_t at) {
    const std::size_t before = c.preceded_by(at, "số") ? c.word_before(at) : at;
    return before != Context::npos && c.preceded_by_any(before, kKindsSaid);
  };
  bool kind_said = kind_before(said_before);
  DocumentCode code;
  if (!read_document(c, last_figure, kind_said, code)) return false;
  if (!kind_said && code.kind != nullptr)
    if (const std::size_t head = head_of_list(c, i); head != i) kind_said = kind_before(head);

  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.document";
  draft.end = code.last;
  const Span number = c.span(i, last_figure + 1);
  if (!has_number_word && !kind_said && code.year != 0) draft.say("số", number);
  // "… 154/2025/NĐ-CP của Chính phủ": the issuer that the text names is said once.
  std::string issuer = issuer_words(c, i, code);
  const bool expanded = c.style().document_code == Style::DocumentCode::expanded;
  const bool names_issuer = expanded && kind_said && take_from_issuer(c, code.last, issuer);
  // "Quyết định xử phạt số 1789/QĐ-XPHC": the letters only say again what kind it is.
  const bool says_again = kind_said && code.issuer_count == 1 && code.issuers[0].written.substr(0, 2) == "XP";
  const bool letters_silent = (names_issuer && issuer.empty()) || says_again;
  const std::size_t last_number = code.year != 0 ? code.year : last_figure;
  std::string figures(c.text(i));
  if (grouped) figures += c.text(last_figure);
  const Span tail{c[code.year != 0 ? last_number : i].begin,
                  letters_silent ? c[code.last - 1].end : c[last_number].end};
  if (c.text(i).size() > 1 && c.text(i)[0] == '0')
    say_digits(draft, c.text(i), code.year != 0 ? number : tail);
  else
    say_cardinal(draft, figures, c.style(), code.year != 0 ? number : tail);
  if (code.year != 0) {
    draft.group_pause();
    draft.say("năm", c[code.year].span());
    say_cardinal(draft, c.text(code.year), c.style(), tail);
  }
  if (code.letters.empty() || letters_silent) return true;
  if (code.year != 0) draft.group_pause();
  if (c.style().document_code == Style::DocumentCode::spelled) {
    draft.mark(',', code.letters);
    say_letters(draft, code.letters.of(c.whole_text()), LetterUse::initial, c, code.letters);
    return true;
  }
  // 45/2025/HS-PT: the pieces say what kind of case it is; no one issues it.
  // 12/HĐ-XD says what the contract is about.
  constexpr std::string_view kCourt[] = {"HS",   "DS",   "HC",   "ST",   "PT",   "KDTM", "HNGĐ",
                                         "TLST", "TLPT", "HSST", "HSPT", "DSST", "DSPT", "HĐ"};
  if (code.kind != nullptr && contains(kCourt, code.kind->written)) {
    if (code.kind->written == "HĐ") draft.mark(',', code.letters);
    draft.say(code.kind->spoken, code.letters);
    for (std::size_t n = 0; n < code.issuer_count; ++n) draft.say(code.issuers[n].spoken, code.letters);
    return true;
  }
  const bool party =
      code.issuer_count == 1 && (code.issuers[0].written == "TW" || code.issuers[0].written == "TƯ");
  if (!kind_said && code.kind != nullptr) {
    draft.mark(',', code.letters);
    draft.say(code.kind->spoken, code.letters);
    if (code.issuer_count > 0) {
      if (code.year != 0 && !party) draft.say("của", code.letters);
      if (code.year == 0 && !party) draft.mark(',', code.letters);
      draft.say(issuer, code.letters);
    }
  } else if (code.issuer_count > 0) {
    if (!names_issuer) draft.say("của", code.letters);
    draft.say(issuer, code.letters);
  } else if (code.kind != nullptr && code.office == 0) {
    draft.say(code.kind->spoken, code.letters);
  }
  if (code.office != 0) {
    say_letters(draft, c.text(code.office), LetterUse::initial, c, c[code.office].span());
    if (code.last > code.office + 1) say_digits(draft, c.text(code.last - 1), c[code.last - 1].span());
  }
  return true;
}

// ---- plates, standards, versions, addresses of computers -------------------------

// 75A-123.45, 74C1 - 126.98, 51B-21545, 29A 123.45
bool recognise_plate(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // 29-LD-123.45, 41-NG-012-34: the letters stand between hyphens.
  const std::size_t letters =
      c.is_dash(i + 1) && c.is(i + 2, TokenKind::word) && c[i + 2].letters == 2 && c.is_dash(i + 3) ? i + 2
                                                                                                    : i + 1;
  if (c[i].size() != 2 || !c.is(letters, TokenKind::word) || c[letters].letters > 2 ||
      !is_capitals(c[letters]))
    return false;
  std::size_t at = letters + 1;
  std::size_t series = 0;
  if (c.is(at, TokenKind::number) && c[at].size() == 1) series = at++;
  const bool cued =
      c.preceded_by_any(i, std::array<std::string_view, 8>{"biển số", "bks", "biển kiểm soát", "biển", "bs",
                                                           "mang biển số", "số", "kiểm soát"});
  const std::size_t sign = c.skip_blank(at);
  std::size_t number = sign;
  if (c.is_dash(sign) || c.is_mark(sign, U'.')) number = c.skip_blank(sign + 1);
  // 29A-679.xx: the last figures kept back.
  if (number > at && c.is(number, TokenKind::number) && c[number].size() == 3 &&
      c.is_mark(number + 1, U'.') && (c.folded(number + 2) == "xx" || c.folded(number + 2) == "xxx")) {
    say_digit_pairs(draft, c.text(i), c[i].span());
    say_letters(draft, c.text(letters), LetterUse::initial, c, c[letters].span());
    if (series != 0) say_digits(draft, c.text(series), c[series].span());
    draft.mark(',', c[sign].span());
    say_digits(draft, c.text(number), c[number].span());
    say_letters(draft, c.text(number + 2), LetterUse::initial, c, c[number + 2].span());
    draft.semiotic_class = SemioticClass::code;
    draft.rule = "code.plate";
    draft.end = number + 3;
    return true;
  }
  // 30K-xxx.xx: a number kept back.
  if (number > at && c.is(number, TokenKind::word) &&
      c.text(number).find_first_not_of("xX") == std::string_view::npos && c[number].letters >= 3) {
    say_digit_pairs(draft, c.text(i), c[i].span());
    say_letters(draft, c.text(letters), LetterUse::initial, c, c[letters].span());
    if (series != 0) say_digits(draft, c.text(series), c[series].span());
    draft.mark(',', c[sign].span());
    say_letters(draft, c.text(number), LetterUse::initial, c, c[number].span());
    draft.end = number + 1;
    if (c.is_mark(draft.end, U'.') && c.is(draft.end + 1, TokenKind::word) && c[draft.end + 1].letters == 2 &&
        c.text(draft.end + 1).find_first_not_of("xX") == std::string_view::npos) {
      say_letters(draft, c.text(draft.end + 1), LetterUse::initial, c, c[draft.end + 1].span());
      draft.end += 2;
    }
    draft.semiotic_class = SemioticClass::code;
    draft.rule = "code.plate";
    return true;
  }
  if (number == at || !c.is(number, TokenKind::number)) {
    return false;
  }
  std::size_t second = 0;
  std::size_t last = number + 1;
  if (c[number].size() == 3 && (c.is_mark(number + 1, U'.') || (letters == i + 2 && c.is_dash(number + 1))) &&
      c.is(number + 2, TokenKind::number) && c[number + 2].size() == 2) {
    second = number + 2;
    last = number + 3;
  } else if (c[number].size() != 5 && c[number].size() != 4) {
    return false;
  }
  // Only a blank between: a plate where plates are spoken of.
  const bool among_plates =
      c[number].size() == 5 &&
      c.near_any(i, last, std::array<std::string_view, 4>{"biển số", "biển kiểm soát", "bks", "biển"});
  if (number == sign && !cued && !among_plates) return false;
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.plate";
  draft.end = last;
  say_digit_pairs(draft, c.text(i), c[i].span());
  say_letters(draft, c.text(letters), LetterUse::initial, c, c[letters].span());
  if (series != 0) say_digits(draft, c.text(series), c[series].span());
  draft.mark(',', c[last - 1].span());
  if (second != 0) {
    say_digits(draft, c.text(number), c[number].span());
    say_digit_pairs(draft, c.text(second), c[second].span());
  } else {
    const std::string_view text = c.text(number);
    const std::size_t head = text.size() == 5 ? 3 : 2;
    const Span whole = c[number].span();
    if (head == 3)
      say_digits(draft, text.substr(0, 3), {whole.begin, whole.begin + 3});
    else
      say_digit_pairs(draft, text.substr(0, 2), {whole.begin, whole.begin + 2});
    say_digit_pairs(draft, text.substr(head), {whole.begin + head, whole.end});
  }
  return true;
}

// 192.168.1.1
bool recognise_ip(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // 103.27.x.x: part of it kept back.
  if (c[i].size() <= 3 && c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number) &&
      c.is_mark(i + 3, U'.') &&
      (c.folded(i + 4) == "x" || c.folded(i + 4) == "xx" || c.folded(i + 4) == "xxx")) {
    std::size_t at = i;
    for (std::size_t parts = 0; parts < 4; ++parts) {
      if (parts > 0) draft.say("chấm", c[at - 1].span());
      if (c.is(at, TokenKind::number))
        say_digits(draft, c.text(at), c[at].span());
      else
        say_letters(draft, c.text(at), LetterUse::abbreviation, c, c[at].span());
      draft.end = at + 1;
      if (!c.is_mark(at + 1, U'.') ||
          !(c.is(at + 2, TokenKind::number) || c.folded(at + 2).view().substr(0, 1) == "x"))
        break;
      at += 2;
    }
    draft.semiotic_class = SemioticClass::code;
    draft.rule = "code.ip";
    return true;
  }
  for (std::size_t n = 0; n < 4; ++n) {
    const std::size_t at = i + 2 * n;
    if (!c.is(at, TokenKind::number) || c[at].size() > 3) return false;
    const std::string_view text = c.text(at);
    if (text.size() == 3 && text > "255") return false;
    if (n < 3 && !c.is_mark(at + 1, U'.')) return false;
  }
  if (c.is_mark(i + 7, U'.') && c.is(i + 8, TokenKind::number)) return false;
  // Four groups of three after a short head are thousands, not an address.
  const bool thousands = c[i + 2].size() == 3 && c[i + 4].size() == 3 && c[i + 6].size() == 3;
  if (thousands &&
      !c.near_any(i, i + 7, std::array<std::string_view, 4>{"ip", "địa chỉ", "máy chủ", "server"}))
    return false;
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.ip";
  for (std::size_t n = 0; n < 4; ++n) {
    if (n > 0) draft.say("chấm", c[i + 2 * n - 1].span());
    say_digits(draft, c.text(i + 2 * n), c[i + 2 * n].span());
  }
  draft.end = i + 7;
  return true;
}

// ---- letters and figures ----------------------------------------------------------

enum class Figures { cardinal, digits };

constexpr std::string_view kAirlines[] = {
    "VN", "VJ", "QH", "BL", "MH", "SQ", "VU", "TG", "KE", "OZ", "CX", "CZ", "MU", "JL", "NH", "QR",
    "EK", "AF", "BA", "AA", "UA", "DL", "LH", "SU", "JT", "QZ", "AK", "FD", "TR", "TK", "PR", "CI",
    "BR", "KL", "QF", "EY", "HU", "MF", "LJ", "TW", "ZE", "VZ", "SL", "GA", "PG", "FZ", "AI"};

// Figures behind letters: 30 as a number, 07 and 370 one by one.
void say_model_figures(Draft& draft, const Context& c, std::size_t i, bool hyphen, std::string_view head) {
  const std::string_view text = c.text(i);
  const Span source = c[i].span();
  bool one_by_one = text.size() > 1 && text[0] == '0';
  if (text.size() == 3 && !one_by_one) {
    const bool round = text.substr(1) == "00" || text.substr(1) == "50";
    one_by_one = !hyphen && !round;
    if (!hyphen && head == "A" && text[0] == '3') one_by_one = true;  // A350
    if (hyphen && (contains(kAirlines, head) || head == "HQ") && !round) one_by_one = true;
  }
  const bool flight = text.size() == 2 && contains(kAirlines, head) &&
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

std::string_view road(std::string_view word) {
  if (word == "QL" || word == "Ql") return "quốc lộ";
  if (word == "TL") return "tỉnh lộ";
  if (word == "ĐT" || word == "DT") return "đường tỉnh";
  if (word == "HL") return "hương lộ";
  if (word == "ĐH") return "đường huyện";
  if (word == "CT") return "cao tốc";
  return {};
}

// QL1A, QL.27A, ĐT.601, TL 10, CT.01
bool recognise_road(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view name = road(c.text(i));
  if (name.empty()) return false;
  std::size_t number = i + 1;
  const bool glued = c.is(number, TokenKind::number);
  if (!glued) {
    if (c.is_mark(number, U'.') || c.is_dash(number)) ++number;
    number = c.skip_blank(number);
  }
  if (!c.is(number, TokenKind::number)) return false;
  const std::string_view figures = c.text(number);
  const std::string_view word = c.text(i);
  // giống lúa ĐT100: a seed, no road.
  constexpr std::string_view kSeeds[] = {"lúa", "giống", "gieo", "cấy", "sạ", "hạt giống", "thóc", "gạo"};
  if (word == "ĐT" && glued && c.near_any(i, number + 1, kSeeds) && !c.near(i, number + 1, "đường") &&
      !c.near(i, number + 1, "tuyến"))
    return false;
  const bool dotted = c.is_mark(i + 1, U'.') && number == i + 2;
  if (word != "QL" && word != "Ql") {
    // ĐT 0234 3822 is a telephone, ĐH 2025 is no road.
    if (figures.size() > 3 || c.is_mark(number + 1, U'.') || c.is_dash(number + 1)) return false;
    const bool lettered = c.is(number + 1, TokenKind::word) && c[number + 1].shape == Shape::single_upper;
    if (word == "ĐT" && !glued && !dotted && figures.size() != 3 && !lettered) return false;
    if ((word == "DT" || word == "ĐH" || word == "CT") && !(glued || dotted)) return false;
    if (word == "CT" && !(figures.size() == 2 && figures[0] == '0')) return false;
    if (word == "ĐH" && figures.size() > 2) return false;
  } else if (figures.size() > 3) {
    return false;
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.road";
  // đường ĐH.02, cao tốc CT.02: the word before has said it.
  if (c.preceded_by(i, name))
    say_letters(draft, word, LetterUse::abbreviation, c, c.span(i, number));
  else if (name.substr(0, name.find(' ')) == "đường" && c.preceded_by(i, "đường"))
    draft.say(name.substr(name.find(' ') + 1), c.span(i, number));
  else
    draft.say(name, c.span(i, number));
  if (figures.size() > 1 && figures[0] == '0')
    say_digits(draft, figures, c[number].span());
  else
    say_cardinal(draft, figures, c.style(), c[number].span());
  draft.end = number + 1;
  const std::size_t tail = number + 1;
  if (c.is(tail, TokenKind::word) && c[tail].letters <= 2 && c[tail].shape != Shape::capitalised) {
    say_letters(draft, c.text(tail), LetterUse::initial, c, c[tail].span());
    draft.end = tail + 1;
  }
  return true;
}

// Km205+092, Km 6+599,97, km15+500
bool recognise_kilometre_post(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view word = c.text(i);
  if (word != "Km" && word != "km" && word != "KM" && word != "Lý" && word != "lý") return false;
  const std::size_t number = c.skip_blank(i + 1);
  if (!c.is(number, TokenKind::number) || c[number].size() > 4) return false;
  const bool post = c.is_mark(number + 1, U'+') && c.is(number + 2, TokenKind::number);
  if (!post && word == "KM" && (c.near(i, number, "sắn") || c.near(i, number, "giống"))) return false;
  if (word[0] == 'L' || word[0] == 'l') return false;
  if (!post && word == "km" && number != i + 1) return false;
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.kilometre-post";
  draft.say("ki lô mét", c[i].span());
  say_cardinal(draft, c.text(number), c.style(), c[number].span());
  draft.end = number + 1;
  if (!post) return true;
  draft.say("cộng", c[number + 1].span());
  const auto metres = read_numeral(c, number + 2);
  if (metres && !metres->leading_zero()) {
    say_numeral(draft, *metres, c);
    draft.end = metres->last;
  } else {
    say_digits(draft, c.text(number + 2), c[number + 2].span());
    draft.end = number + 3;
  }
  return true;
}

// ISO 9001:2015, TCVN 5574:2018
bool recognise_standard(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view word = c.text(i);
  const bool standard =
      contains(std::array<std::string_view, 7>{"ISO", "IEC", "TCVN", "QCVN", "ASTM", "GMP", "HACCP"}, word);
  if (!standard) return false;
  const std::size_t number = c.skip_blank(i + 1);
  if (!c.is(number, TokenKind::number)) return false;
  const bool year =
      c.is_mark(number + 1, U':') && c.is(number + 2, TokenKind::number) && c[number + 2].size() == 4;
  if (year && c.is_mark(number + 3, U'/')) return false;  // QCVN 31:2011/BGTVT: a document
  const auto rows = tables::find_abbreviation(word);
  if (rows.empty()) return false;
  if (rows.back().spoken.empty())
    say_letters(draft, word, LetterUse::abbreviation, c, c[i].span());
  else
    draft.say(rows.back().spoken, c[i].span());
  say_cardinal(draft, c.text(number), c.style(), c[number].span());
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.standard";
  draft.end = number + 1;
  if (year) {
    draft.mark(',', c[number + 1].span());
    say_cardinal(draft, c.text(number + 2), c.style(), c[number + 2].span());
    draft.end = number + 3;
  }
  return true;
}

// v2.0.1, V1.2
bool recognise_version(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "v" && c.text(i) != "V" && c.text(i) != "ver") return false;
  std::size_t at = i + 1;
  if (c.is_mark(at, U'.') && c[i].letters > 1) ++at;
  if (!c.is(at, TokenKind::number) || !c.is_mark(at + 1, U'.') || !c.is(at + 2, TokenKind::number))
    return false;
  draft.say("phiên bản", c[i].span());
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.version";
  say_cardinal(draft, c.text(at), c.style(), c[at].span());
  ++at;
  while (c.is_mark(at, U'.') && c.is(at + 1, TokenKind::number)) {
    draft.say("chấm", c[at].span());
    say_cardinal(draft, c.text(at + 1), c.style(), c[at + 1].span());
    at += 2;
  }
  draft.end = at;
  return true;
}

// phiên bản 2.1, công nghiệp 4.0, USB 3.0: the dot of a version is chấm.
bool recognise_version_number(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 3 || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number)) return false;
  static constexpr Phrases versioned = {
      "react",    "tls",      "ssl",          "http",        "node",        "vue",       "laravel",
      "angular",  "flutter",  "swift",        "ruby",        "rust",        "go",        "sql",
      "mysql",    "docker",   "bản cập nhật", "bản vá",      "patch",       "pd",        "qc",
      "gói",      "gói thầu", "nhà ga",       "phiên bản",   "công nghiệp", "cách mạng", "usb",
      "ios",      "ubuntu",   "android",      "bluetooth",   "html",        "hdmi",      "windows",
      "python",   "nghiệp",   "thời đại",     "kỷ nguyên",   "phần mềm",    "firmware",  "wifi",
      "web",      "pcie",     "thế hệ",       "ver",         "version",     "mô hình",   "cmcn",
      "opus",     "sonnet",   "haiku",        "gemini",      "llama",       "grok",      "claude",
      "deepseek", "qwen",     "veo",          "kling",       "mistral",     "macos",     "watchos",
      "ipados",   "hyperos",  "harmonyos",    "coloros",     "oneui",       "ui",        "linux",
      "directx",  "opengl",   "java",         "php",         "chrome",      "firefox",   "unity",
      "engine",   "net",      "thunderbolt",  "displayport", "seedance",    "kimi",      "gen",
      "emui",     "kernel",   "vneid",        "sdk",         "api"};
  // 5.1.2: three parts that are neither thousands nor a date count something's version.
  // 19.12.25 is a day where its figures can be one.
  const bool day = c[i].size() == 2 && c[i + 2].size() == 2 && c[i + 4].size() == 2 && c.text(i) <= "31" &&
                   c.text(i + 2) <= "12" && c.text(i + 2) >= "01" && c.text(i) >= "01" &&
                   c.text(i + 4) >= "20" && !c.is_mark(i + 5, U'.');
  const bool three = c.is_mark(i + 3, U'.') && c.is(i + 4, TokenKind::number) && c[i].size() <= 2 &&
                     c[i + 4].size() <= 2 && !day;
  // BeReal 3.0: a nought behind a point says the version of a name; a unit would have a comma.
  const bool nought = c.text(i + 2) == "0" && i >= 2 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::word) &&
                      c[i - 2].shape != Shape::lower && !c[i - 2].syllable &&
                      (c.is_edge(i + 3) || c.is_mark(i + 3, U'.')) && !c.is(i + 4, TokenKind::number) &&
                      !read_unit(c, c.skip_blank(i + 3), false) &&
                      !c.followed_by_any(i + 3, std::array<std::string_view, 4>{"độ", "điểm", "triệu", "tỷ"});
  if ((!three && !nought && !c.preceded_by_any(i, versioned)) || c[i + 2].size() > 2) return false;
  std::size_t at = i + 1;
  while (c.is_mark(at, U'.') && c.is(at + 1, TokenKind::number) && at - i < Context::kWindow) at += 2;
  if (c.is_mark(c.skip_blank(at), U'%') || (c.is_mark(at, U',') && c.is(at + 1, TokenKind::number)))
    return false;
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.version";
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  for (std::size_t n = i + 2; n < at; n += 2) {
    draft.say("chấm", c[n - 1].span());
    say_cardinal(draft, c.text(n), c.style(), c[n].span());
  }
  draft.end = at;
  return true;
}

constexpr std::string_view kElements[] = {"H",  "He", "Li", "B",  "C",  "N",  "O",  "F",  "Na",
                                          "Mg", "Al", "Si", "P",  "S",  "Cl", "K",  "Ca", "Ti",
                                          "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "As", "Br",
                                          "Ag", "Cd", "I",  "Ba", "Au", "Hg", "Pb", "U"};

bool is_element_run(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size()) {
    if (at + 1 < word.size() && contains(kElements, word.substr(at, 2)))
      at += 2;
    else if (contains(kElements, word.substr(at, 1)))
      ++at;
    else
      return false;
  }
  return true;
}

constexpr std::string_view kFormulas[] = {
    "CO2",  "H2O",   "O2",   "H2",   "N2",    "SO2",    "NO2",   "NOx",     "SOx", "CH4",
    "NH3",  "H2S",   "O3",   "Cl2",  "H2SO4", "HNO3",   "CaCO3", "Na2CO3",  "N2O", "CO2e",
    "SpO2", "Fe2O3", "TiO2", "SiO2", "Al2O3", "C2H5OH", "H2O2",  "Ca(OH)2", "HCl"};

// H2O, CO2, NaCl, H2SO4: each letter by its name, figures as they are.
bool recognise_formula(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  std::size_t end = i;
  while (end < i + 12 && ((c.is(end, TokenKind::word) && c[end].letters <= 6) ||
                          (c.is(end, TokenKind::number) && end > i && c[end].size() <= 2)))
    ++end;
  if (end == i) return false;
  const std::string_view text = c.text(i, end);
  const bool known = contains(kFormulas, text);
  const bool salt = contains(
      std::array<std::string_view, 9>{"NaCl", "KCl", "NaOH", "HCl", "KOH", "MgO", "CaO", "NaHCO", "KNO"},
      text);
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
    if (c.is(at, TokenKind::word))
      say_letters(draft, c.text(at), LetterUse::initial, c, c[at].span());
    else
      say_cardinal(draft, c.text(at), c.style(), c[at].span());
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.formula";
  draft.end = end;
  return true;
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

// Abbreviations that are said in full also where figures are glued on: BN91, KV1, CS2.
constexpr Phrases kGenes = {"gen", "gene", "đột biến"};
constexpr std::string_view kSaidBeforeFigures[] = {"QK", "TP", "No", "VN", "NV",  "HK", "QĐ",
                                                   "BT", "BN", "KV", "KP", "CMT", "TDP"};

// Whether a number of two to six plain figures stands behind G1, G.1.
bool wins_prize(const Context& c, std::size_t i) {
  const std::size_t prize = c.is_mark(i + 1, U'.') ? i + 2 : i + 1;
  if (!c.is(prize, TokenKind::number) || c[prize].size() != 1 || c.text(prize) == "0") return false;
  const std::size_t number = c.skip_blank(c.is_mark(prize + 1, U':') ? prize + 2 : prize + 1);
  return number > prize + 1 && c.is(number, TokenKind::number) && c[number].size() >= 2 &&
         c[number].size() <= 6 && !c.is(c.skip_blank(number + 1), TokenKind::word) &&
         !c.is_mark(number + 1, U'%');
}

// Says the letters in front of figures: by the table when they have a name of their own.
void say_model_letters(Draft& draft, const Context& c, std::size_t i, bool figures_follow) {
  const Token& token = c[i];
  const std::string_view text = c.text(i);
  const Span source = token.span();
  // (HẾT H1), bàn ở H2: the halves of a match.
  constexpr std::string_view kHalf[] = {"hết", "cuối", "đầu", "trong", "nghỉ", "ở", "vào"};
  constexpr std::string_view kMatch[] = {"bàn",  "tỷ số", "trận", "bóng đá",   "clb", "đội",
                                         "phút", "thắng", "thua", "trực tiếp", "sân"};
  if (text == "H" && figures_follow && (c.text(i + 1) == "1" || c.text(i + 1) == "2") &&
      c.preceded_by_any(i, kHalf) && c.near_any(i, i + 2, kMatch)) {
    draft.say("hiệp", source);
    return;
  }
  if (text == "G" && figures_follow && c.preceded_by(i, "giải"))
    return;  // Giải G.7: the word before has said it
  // G.1 23456: a prize and the number that has won it.
  if (text == "G" && figures_follow && wins_prize(c, i)) {
    draft.say("giải", source);
    return;
  }
  if (token.letters == 1) {
    const bool foreign = text == "D" || text == "d";
    say_letters(draft, text, foreign ? LetterUse::code : LetterUse::initial, c, source);
    return;
  }
  if (figures_follow) {
    // What these stand for where figures are glued on: BĐ2 (a flood warning), VĐ1, CS2, VT1.
    struct Numbered {
      std::string_view written, spoken;
    };
    constexpr Numbered kNumbered[] = {
        {"BĐ", "báo động"}, {"VĐ", "vành đai"}, {"CS", "cơ sở"}, {"VT", "vị trí"}, {"GĐ", "giai đoạn"}};
    for (const Numbered& n : kNumbered) {
      if (text != n.written) continue;
      // CS2 Major: the game
      constexpr std::string_view kGame[] = {"major",          "esports",  "e-sports",  "game",
                                            "valve",          "vitality", "faze",      "navi",
                                            "counter-strike", "steam",    "tuyển thủ", "giải đấu"};
      if (text == "CS" && c.near_any(i, i + 2, kGame)) break;
      draft.say(n.spoken, source);
      return;
    }
  }
  if (contains(kAirlines, text) && figures_follow) {
    say_letters(draft, text, LetterUse::code, c, source);
    return;
  }
  if (const auto rows = tables::find_abbreviation(text); !rows.empty()) {
    // Which of several, only where all of them are said in full: HK1 is a term beside học phí.
    const auto holds = [&](const tables::AbbreviationRow& r) { return c.holds(r.cue, i, i + 1); };
    const auto& row = text == "HK" ? *std::find_if(rows.begin(), std::prev(rows.end()), holds) : rows.back();
    if (row.kind == tables::AbbreviationKind::spell && row.spoken.empty())
      say_letters(draft, text, LetterUse::abbreviation, c, source);
    else if (row.kind != tables::AbbreviationKind::expand ||
             (contains(kSaidBeforeFigures, text) && !(text == "TP" && c.preceded_by_any(i, kGenes)) &&
              !(text == "VN" && c.is_dash(i + 1) && c.is(i + 2, TokenKind::word))))
      draft.say(row.spoken, source);
    else
      say_letters(draft, text, LetterUse::abbreviation, c, source);
    return;
  }
  if ((token.shape != Shape::upper || token.letters > 3) && say_lexicon_word(draft, text, source)) return;
  if (token.shape == Shape::upper) {
    say_letters(draft, text, LetterUse::abbreviation, c, source);
    return;
  }
  if (tables::is_syllable(text)) {
    std::string lower;
    tables::fold(text, lower);
    draft.say(lower, source);
    return;
  }
  if (token.letters <= 2) {
    say_letters(draft, text, LetterUse::abbreviation, c, source);
    return;
  }
  // HbA1c, eGFR2: capitals inside a short word are letters.
  const auto capitals = std::count_if(text.begin(), text.end(), [](char b) { return b >= 'A' && b <= 'Z'; });
  if (figures_follow && token.letters <= 4 && capitals >= 2 && !has_vietnamese_letter(text)) {
    say_letters(draft, text, LetterUse::abbreviation, c, source);
    return;
  }
  say_foreign_word(draft, text, true, c, source);
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
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.blood-type";
  draft.end = bracket ? end + 1 : end;
  return true;
}

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
    if (!(c.is_mark(number + 1, U'.') || c.is_mark(number + 1, U',')) || !c.is(number + 2, TokenKind::number))
      return false;
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

bool is_small_roman(std::string_view text) {
  return text.find_first_not_of("IVX") == std::string_view::npos && roman_value(text) > 0;
}

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
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.petrol";
  return true;
}

// U23, U.23, F-16, Su-30, SARS-CoV-2, H5N1, Covid-19, PC02, VN1545, 12A1.
bool recognise_model(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // P.5, Q.1: a ward, a district. NPK5:10:3: the parts of a manure.
  if (c.is_mark(i + 1, U'.') && (c.text(i) == "P" || c.text(i) == "Q")) return false;
  if (c.text(i) == "NPK" && c.is_mark(i + 2, U':')) return false;
  // letters then figures: glued, by a hyphen, or U.23 by a dot.
  std::size_t at = i;
  bool figures = false;
  std::size_t end = i;
  bool hyphen = false;
  struct Part {
    std::size_t token;
    bool hyphen;
  };
  std::array<Part, 8> parts{};
  std::size_t count = 0;
  while (count < parts.size()) {
    const Token& token = c[at];
    if (token.is(TokenKind::word)) {
      if (token.letters > 14) return false;
      // A small word behind figures is a unit or a suffix of one letter.
      if (count > 0 && token.shape == Shape::lower && token.letters > 2) break;
      if (count > 0 && hyphen && token.shape == Shape::capitalised && c[at].syllable) break;
    } else if (token.is(TokenKind::number)) {
      if (token.size() > 9) return false;
      figures = true;
    } else {
      break;
    }
    parts[count++] = {at, hyphen};
    end = at + 1;
    ++at;
    hyphen = false;
    if (c.is(at, TokenKind::word) || c.is(at, TokenKind::number)) continue;
    const bool dash = c.is_dash(at) && (c.is(at + 1, TokenKind::number) || c.is(at + 1, TokenKind::word));
    // U.23, NB.1.8.1; of three letters only with a second point: XBB.1.5.
    const bool lineage = c[i].letters == 3 && c[i].shape == Shape::upper && c.is_mark(at + 2, U'.') &&
                         c.is(at + 3, TokenKind::number) && c[at + 3].size() <= 2;
    const bool dot = c.is_mark(at, U'.') && count == 1 && (c[i].letters <= 2 || lineage) &&
                     c[i].shape != Shape::lower && c[i].is(TokenKind::word) &&
                     c.is(at + 1, TokenKind::number) && c[at + 1].size() <= 3;
    if (!dash && !dot) break;
    // BĐ2-BĐ3: two of a kind, the dash is a range's.
    if (dash && figures && c.is(at + 1, TokenKind::word) && c.text(at + 1) == c.text(i) &&
        c.is(at + 2, TokenKind::number))
      break;
    hyphen = true;
    ++at;
  }
  if (!figures || count < 2) return false;
  // What a hyphen joins to figures must be a name: "anh-1" and "sáng 16-4" are not.
  const Token& head = c[i];
  if (head.is(TokenKind::word) && head.shape == Shape::lower) {
    if (c[i].syllable && head.letters > 1) return false;
    // Covid-19 in small letters is in the lexicon.
    if (!c.is(i + 1, TokenKind::number) && tables::find_respelling(c.folded(i)) == nullptr &&
        tables::find_abbreviation(c.text(i)).empty())
      return false;
  }
  // Huế-2025: a Vietnamese name and a year are not a model.
  if (head.is(TokenKind::word) && head.shape == Shape::capitalised && c.is_dash(i + 1) && c[i].syllable &&
      head.letters > 2)
    return false;
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t t = parts[n].token;
    if (c.is(t, TokenKind::number))
      say_model_figures(draft, c, t, parts[n].hyphen,
                        n > 0 ? c.text(parts[n - 1].token) : std::string_view{});
    else if ((parts[n].hyphen || (n > 0 && n + 1 == count && c[t].shape == Shape::upper)) &&
             (c[t].letters > 1 || c.text(i) == "RON") && is_small_roman(c.text(t)))
      // RON95-III, Z6III
      say_cardinal(draft, static_cast<std::uint64_t>(roman_value(c.text(t))), c.style(), c[t].span());
    else if (c.text(i) == "KV" && c.text(t) == "NT")
      draft.say("nông thôn", c[t].span());  // KV2-NT: where a candidate lives
    else
      say_model_letters(draft, c, t, n + 1 < count && c.is(parts[n + 1].token, TokenKind::number));
  }
  // M7,6, M6.9: the magnitude of an earthquake.
  if (count == 2 && c.text(i) == "M" && c.is(end + 1, TokenKind::number) &&
      (c.is_mark(end, U',') || (c.is_mark(end, U'.') && c.near(i, end, "động đất")))) {
    draft.say("phẩy", c[end].span());
    say_digits(draft, c.text(end + 1), c[end + 1].span());
    end += 2;
  }
  // GPT-5.1, Qwen2.5, NB.1.8.1: a point and figures glued on are a version.
  const auto point_follows = [&](std::size_t from) {
    return c.is_mark(from, U'.') && c.is(from + 1, TokenKind::number) && c[from + 1].size() <= 2;
  };
  const bool dotted = c.is_mark(i + 1, U'.');
  const bool of_version = count == 2 || (count == 3 && c[parts[1].token].letters == 1);  // DeepSeek-V3.2
  if (of_version && head.is(TokenKind::word) && c.is(end - 1, TokenKind::number) && point_follows(end) &&
      (!dotted || point_follows(end + 2) || head.letters == 3 ||
       c.near_any(i, end, std::array<std::string_view, 4>{"biến thể", "biến chủng", "dòng phụ", "chủng"}))) {
    for (std::size_t links = 0; links < 4 && point_follows(end); ++links) {
      draft.say("chấm", c[end].span());
      if (c.text(end + 1)[0] == '0' && c[end + 1].size() > 1)
        say_digits(draft, c.text(end + 1), c[end + 1].span());  // căn
      else
        say_cardinal(draft, c.text(end + 1), c.style(), c[end + 1].span());
      end += 2;
    }
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.model";
  draft.end = end;
  return !draft.items().empty();
}

// chuyến bay VN 1371
bool recognise_flight(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!contains(kAirlines, c.text(i)) || !c.is_blank(i + 1) || !c.is(i + 2, TokenKind::number)) return false;
  if (c[i + 2].size() > 4) return false;
  if (!c.preceded_by_any(
          i, std::array<std::string_view, 7>{"chuyến", "chuyến bay", "chuyến bay số", "số hiệu", "mã hiệu",
                                             "chuyến bay mang số hiệu", "chặng bay"}))
    return false;
  say_letters(draft, c.text(i), LetterUse::code, c, c[i].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.flight";
  draft.end = i + 3;
  return true;
}

// What has a number with a letter: lớp 12A, tòa 14B.
constexpr Phrases kNumbered = {"án",    "bí số",        "lớp",  "khối", "quốc lộ", "ql",      "tỉnh lộ",
                               "đường", "số",           "nhà",  "lô",   "tòa",     "phòng",   "tổ",
                               "khu",   "thửa",         "hẻm",  "ngõ",  "ngách",   "cổng",    "tầng",
                               "bến",   "học sinh lớp", "điều", "cấp",  "tàu",     "xe buýt", "tuyến"};

// 5G, 3D, 9X, 12A1, 1A: figures and then letters, where no unit is meant.
bool recognise_figures_and_letters(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const Token& letters = c[i + 1];
  if (!letters.is(TokenKind::word) || c[i].size() > 3) return false;
  if (i > 0 && !c.is_edge(i - 1) && !c.is_dash(i - 1)) return false;
  const std::string_view text = c.text(i + 1);
  const bool capital = letters.shape == Shape::single_upper;
  // vắc xin 5in1, máy in 3in1
  if (text == "in" && c.text(i + 2) == "1" && c[i].size() == 1) {
    say_cardinal(draft, c.text(i), c.style(), c[i].span());
    draft.say("trong", letters.span());
    say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
    draft.semiotic_class = SemioticClass::code;
    draft.rule = "code.all-in-one";
    draft.end = i + 3;
    return true;
  }
  if (text == "H" && c[i].size() <= 2 && c.is(i + 2, TokenKind::number) && c[i + 2].size() == 2) {
    return false;  // LÚC 19H30
  }
  // màn hình 2K+: as 4K and 8K are said.
  const bool resolution =
      text == "K" && c[i].size() == 1 && !c.is(i + 2, TokenKind::number) &&
      c.near_any(i, i + 2,
                 std::array<std::string_view, 9>{"độ phân giải", "màn hình", "video", "camera", "quay", "màn",
                                                 "oled", "ips", "hdr"});
  // vàng 18K: carats.
  const bool carats =
      (text == "K" || text == "k") && c[i].size() <= 2 && !c.is(i + 2, TokenKind::number) &&
      c.near_any(i, i + 2, std::array<std::string_view, 3>{"vàng", "nữ trang", "trang sức"}) &&
      contains(std::array<std::string_view, 6>{"9", "10", "14", "18", "22", "24"}, c.text(i));
  const bool school = c.preceded_by_any(i, kNumbered);
  const bool generation = capital && c[i].size() == 1 &&
                          (text == "G" || text == "D" || text == "X" || text == "S" || text == "P");
  const bool small_generation = (text == "x" || text == "K") && c[i].size() == 1 &&
                                (c.text(i) == "4" || c.text(i) == "8" || c.text(i) == "9" || text == "x") &&
                                !c.is_blank(i + 1) && !c.is(i + 2, TokenKind::number);
  const bool mixed_code =
      (capital || letters.shape == Shape::upper) && c.is(i + 2, TokenKind::number) && letters.letters <= 3;
  const bool letter = letters.letters == 1 && text != "h" && text != "g" && text != "m";
  // 12A, 14B, 1A: only A, B, C, D, E … behind a word that numbers things.
  const bool numbered = school && letter && (capital || text == "a" || text == "b" || text == "c");
  // 1A, 36A are roads, plates, houses; amperes only where electricity is spoken of.
  const bool amperes =
      c.near_any(i, i + 2,
                 std::array<std::string_view, 10>{"điện", "dòng", "sạc", "pin", "ắc quy", "aptomat",
                                                  "cầu chì", "ampe", "công tơ", "atm"});
  const bool letter_a = text == "A" && !amperes;
  // Core Ultra 7 258V: volts are not spoken of beside a processor.
  const bool processor =
      capital && c[i].size() == 3 && text != "W" &&
      c.near_any(i, i + 2,
                 std::array<std::string_view, 6>{"chip", "cpu", "core", "ryzen", "snapdragon", "vi xử lý"});
  if (!generation && !small_generation && !mixed_code && !numbered && !letter_a && !processor && !carats &&
      !resolution)
    return false;
  if (generation && text == "D" && school) return false;
  if (text == "G" && c.preceded_by_any(i, std::array<std::string_view, 2>{"nặng", "khối lượng"}))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  say_letters(draft, text, text == "D" && !school ? LetterUse::code : LetterUse::initial, c, letters.span());
  draft.end = i + 2;
  if (mixed_code) {
    say_model_figures(draft, c, i + 2, false, text);
    draft.end = i + 3;
    // K2P, 2A6M
    if (c.is(i + 3, TokenKind::word) && c[i + 3].letters <= 2) {
      say_letters(draft, c.text(i + 3), LetterUse::initial, c, c[i + 3].span());
      draft.end = i + 4;
    }
  }
  // số 5B/12: a house in an alley.
  if (numbered && !mixed_code && c.is_mark(draft.end, U'/') && c.is(draft.end + 1, TokenKind::number) &&
      c[draft.end + 1].size() <= 3) {
    draft.say("trên", c[draft.end].span());
    say_cardinal(draft, c.text(draft.end + 1), c.style(), c[draft.end + 1].span());
    draft.end += 2;
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.figures-and-letters";
  return true;
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

// T7, sáng T2,4,6: days of the week; T4/2025: a month.
// 13,4 độ N: a side of the chart behind degrees.
bool recognise_compass(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].letters != 1 || !c.preceded_by(i, "độ")) return false;
  const std::size_t degrees = c.word_before(i);
  if (degrees == Context::npos || degrees < 2 || !c.is(c.skip_blank_back(degrees - 1), TokenKind::number))
    return false;
  constexpr std::string_view kChart[] = {"vị trí", "tâm",     "tọa độ", "vĩ độ",   "kinh độ",
                                         "bão",    "áp thấp", "atnđ",   "tâm bão", "vùng"};
  if (!c.near_any(i, i + 1, kChart)) return false;
  const std::string_view side = c.text(i);
  const std::string_view words = side == "N" || side == "B"   ? "vĩ bắc"
                                 : side == "S"                ? "vĩ nam"
                                 : side == "E" || side == "Đ" ? "kinh đông"
                                 : side == "W"                ? "kinh tây"
                                                              : "";
  if (words.empty()) return false;
  draft.say(words, c[i].span());
  draft.semiotic_class = SemioticClass::measure;
  draft.rule = "measure.compass";
  draft.end = i + 1;
  return true;
}

// Đơn hàng Q4, lợi nhuận Q3: a quarter where results are told.
bool recognise_bare_quarter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "Q" || !c.is(i + 1, TokenKind::number)) return false;
  const auto n = read_figures(c, i + 1, 1);
  if (!n || n->value < 1 || n->value > 4 || !(c.is_edge(i + 2) || c.is_mark(i + 2, U'.'))) return false;
  constexpr std::string_view kResults[] = {
      "đáo hạn",  "phát hành",   "trái phiếu", "doanh thu",          "lợi nhuận", "lnst",    "lntt",
      "đơn hàng", "tăng trưởng", "gdp",        "kết quả kinh doanh", "bctc",      "cùng kỳ", "kinh doanh"};
  if (!c.near_any(i, i + 2, kResults)) return false;
  // Audi Q3, mẫu Q5
  constexpr std::string_view kCars[] = {"audi", "mẫu", "xe", "chiếc", "infiniti", "dòng"};
  if (c.preceded_by_any(i, kCars) || c.near(i, i + 2, "audi")) return false;
  draft.say("quý", c[i].span());
  say_cardinal(draft, n->value, c.style(), n->span);
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.quarter";
  draft.end = i + 2;
  return true;
}

// lúa IR 50404, OM 5451: the number of a seed behind its letters.
bool recognise_seed(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // CL 555 and NL 5451 only where grain is spoken of; NL is what is still to be milled.
  const bool raw = c.text(i) == "NL";
  const bool breeder = c.text(i) == "IR" || c.text(i) == "OM" || c.text(i) == "OMCS";
  constexpr Phrases kGrain = {"lúa", "gạo", "giống", "thóc"};
  if ((!breeder && !raw && c.text(i) != "CL") || !c.near_any(i, i + 3, kGrain)) return false;
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
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.seed";
  draft.end = i + 3;
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
  draft.semiotic_class = SemioticClass::abbreviation;
  draft.rule = "abbreviation.document";
  draft.end = i + 1;
  return true;
}

// gió c11, giật c14-15: the force of the wind.
bool recognise_wind_force(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "c" || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2) return false;
  constexpr std::string_view kWind[] = {"gió", "giật", "bão", "atnđ", "áp thấp"};
  if (!c.near_any(i, i + 2, kWind)) return false;
  draft.say("cấp", c[i].span());
  draft.semiotic_class = SemioticClass::abbreviation;
  draft.rule = "abbreviation.wind";
  draft.end = i + 1;
  return true;
}

bool recognise_week_day(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  // Khám t2-t6, nghỉ t7: where days of the week are spoken of.
  constexpr std::string_view kWeek[] = {"nghỉ", "cn", "khám", "tiêm", "lịch", "làm việc", "học", "mở cửa"};
  const bool small = c.text(i) == "t" && c[i + 1].size() == 1 && c.near_any(i, i + 2, kWeek);
  if ((c.text(i) != "T" && !small) || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2) return false;
  const auto n = read_figures(c, i + 1, 2);
  draft.semiotic_class = SemioticClass::date;
  if (c.is_mark(i + 2, U'/') || c.is_mark(i + 2, U'.') || c.is_dash(i + 2)) {
    const auto year = read_figures(c, i + 3, 4);
    if (n->value >= 1 && n->value <= 12 && year && year->value > 1900 && year->value < 2100) {
      draft.say("tháng", c[i].span());
      if (n->value == 4)
        draft.say("tư", n->span);
      else
        say_cardinal(draft, n->value, c.style(), n->span);
      draft.say("năm", c[i + 2].span());
      say_cardinal(draft, year->value, c.style(), year->span);
      draft.rule = "date.month-year";
      draft.end = i + 4;
      return true;
    }
  }
  constexpr std::string_view kYears[] = {"lũy kế",    "doanh số", "cùng kỳ",    "kim ngạch",  "tháng trước",
                                         "quý",       "lương",    "bảng lương", "tiền lương", "xuất khẩu",
                                         "nhập khẩu", "yoy",      "dự báo",     "dự kiến"};
  if (n->value >= 1 && n->value <= 12 && c.near_any(i, i + 2, kYears)) {
    draft.say("tháng", c[i].span());
    if (n->value == 4)
      draft.say("tư", n->span);
    else
      say_cardinal(draft, n->value, c.style(), n->span);
    draft.rule = "date.month";
    draft.end = i + 2;
    return true;
  }
  if (n->digits.size() != 1 || n->value < 2 || n->value > 7) return false;
  // T7: 7h30-11h30
  const bool timed = c.is_mark(i + 2, U':') && c.is(c.skip_blank(i + 3), TokenKind::number) &&
                     (c.text(c.skip_blank(i + 3) + 1) == "h" || c.text(c.skip_blank(i + 3) + 1) == "g");
  // 19h45 T6, T7: behind an hour.
  const std::size_t hour = i > 1 ? c.skip_blank_back(i - 1) : i;
  const bool behind_hour =
      c.folded(hour) == "h" || (c.is(hour, TokenKind::number) && hour > 0 && c.text(hour - 1) == "h");
  // vé T2-T5: from the second day of the week on.
  const std::size_t to = c.skip_blank(i + 2);
  const std::size_t last = c.skip_blank(to + 1);
  constexpr std::string_view kTerminals[] = {"nhà ga", "sân bay", "terminal", "ga", "chuyến bay"};
  const bool terminal = c.near_any(i, i + 2, kTerminals);
  const bool span = !terminal && c.is_dash(to) && c.text(last) == "T" && c.is(last + 1, TokenKind::number) &&
                    c[last + 1].size() == 1 && c.text(i + 1) == "2" && c.text(last + 1) > "2" &&
                    c.text(last + 1) < "8";
  const std::size_t from = i >= 3 ? c.skip_blank_back(i - 1) : i;
  const std::size_t first = c.is_dash(from) ? c.skip_blank_back(from - 1) : i;
  const bool spanned =
      !terminal && first != i && first >= 1 && c.text(first) == "2" && c.text(first - 1) == "T";
  const bool listed = span || spanned ||
                      (c.is_mark(hour, U',') && hour > 1 && c.is(hour - 1, TokenKind::number) &&
                       c.text(hour - 2) == "T" && c[hour - 1].size() == 1);
  constexpr std::string_view kBefore[] = {"sáng", "trưa", "chiều", "tối", "đêm", "ngày", "từ",
                                          "đến",  "tới",  "giờ",   "h",   "g",   "nghỉ", "vào",
                                          "hôm",  "và",   "tuần",  "hết", "ca",  "trừ"};
  constexpr std::string_view kNear[] = {"thời khóa biểu", "chào cờ",   "phụ đạo",  "tăng cường", "cn",
                                        "hằng tuần",      "hàng tuần", "chủ nhật", "lịch học",   "tăng ca"};
  if (!timed && !small && !behind_hour && !listed && !c.preceded_by_any(i, kBefore) &&
      !c.near_any(i, i + 2, kNear))
    return false;
  draft.say("thứ", c[i].span());
  say_ordinal(draft, n->value, c.style(), n->span);
  draft.rule = "date.week-day";
  draft.end = i + 2;
  while ((c.is_mark(draft.end, U',') || c.is_dash(draft.end)) && draft.end < i + 12) {
    const auto next = read_figures(c, draft.end + 1, 1);
    if (!next || next->value < 2 || next->value > 7 || c.is(draft.end + 2, TokenKind::word)) break;
    if (c.is_dash(draft.end))
      draft.say("đến thứ", c[draft.end].span());
    else
      draft.mark(',', c[draft.end].span());
    say_ordinal(draft, next->value, c.style(), next->span);
    draft.end += 2;
  }
  return true;
}

// 10T/2025, 10T2025: so many months of a year; kỳ hạn 12T.
bool recognise_months(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i + 1) != "T" || c[i].size() > 2) return false;
  const auto n = read_figures(c, i, 2);
  const std::size_t at = c.is_mark(i + 2, U'/') ? i + 3 : i + 2;
  const auto year = read_figures(c, at, 4);
  const bool of_year = n->value <= 12 && year && year->value > 1900 && year->value < 2100;
  constexpr std::string_view kTerm[] = {"ân hạn",   "cho vay",  "ls",       "kỳ hạn",
                                        "lãi suất", "tiền gửi", "tiết kiệm"};
  const bool term = !c.is(at, TokenKind::number) && (c.near_any(i, i + 2, kTerm) || c.preceded_by(i, "cọc"));
  // 6T 4,8%: a term and its rate, in a list of such.
  const auto rate = c.is_blank(i + 2) ? read_numeral(c, i + 3) : std::nullopt;
  constexpr std::string_view kTerms[] = {"1", "2", "3", "6", "9", "12", "13", "18", "24", "36"};
  const bool summed = rate && n->value <= 12 && c.preceded_by(i, "lãi") &&
                      c.followed_by_any(rate->last, std::array<std::string_view, 3>{"tỷ", "tỉ", "triệu"});
  const bool rated =
      rate && contains(kTerms, c.text(i)) &&
      (c.is_mark(c.skip_blank(rate->last), U'%') ||
       (c.followed_by_any(rate->last, std::array<std::string_view, 2>{"tỷ", "tỉ"}) &&
        c.near_any(i, rate->last,
                   std::array<std::string_view, 4>{"lnst", "lntt", "doanh thu", "lợi nhuận"})));
  // GRDP 9T tăng 9%, thu NSNN 11T ước đạt: so many months of the year.
  constexpr std::string_view kGoesOn[] = {"tăng", "giảm", "ước", "đạt", "đầu năm", "cuối năm", "qua", "năm"};
  constexpr std::string_view kSums[] = {"grdp",      "gdp",       "iip",       "xk",        "nk",
                                        "cpi",       "fdi",       "nsnn",      "lợi nhuận", "lnst",
                                        "doanh thu", "kim ngạch", "thu",       "ngân sách", "kết quả",
                                        "xnk",       "lntt",      "sản lượng", "lũy kế"};
  const bool of_growth = n->value <= 12 && n->value > 0 &&
                         (c.preceded_by_any(i, kSums) || c.followed_by_any(i + 2, kGoesOn)) &&
                         !c.near(i, i + 2, "xe") && !c.near(i, i + 2, "tải");
  if (!of_year && !term && !rated && !of_growth && !summed) return false;
  say_cardinal(draft, n->value, c.style(), n->span);
  draft.say("tháng", c[i + 1].span());
  draft.semiotic_class = SemioticClass::date;
  draft.rule = "date.months";
  draft.end = i + 2;
  if (of_year) {
    draft.say("năm", year->span);
    say_cardinal(draft, year->value, c.style(), year->span);
    draft.end = at + 1;
  }
  return true;
}

// K2 Đ15, khoản 3 Đ.219, Đ.174 BLHS: clause and article of a law.
bool recognise_article(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i);
  if (text != "K" && text != "Đ") return false;
  const std::size_t number = c.is_mark(i + 1, U'.') ? c.skip_blank(i + 2) : i + 1;
  if (!c.is(number, TokenKind::number) || c[number].size() > 3) return false;
  const std::size_t next = c.skip_blank(c.is_mark(number + 1, U',') ? number + 2 : number + 1);
  bool article = false;
  if (text == "K") {
    article =
        c.folded(next) == "điều" ||
        (c.text(next) == "Đ" && c.is(c.is_mark(next + 1, U'.') ? next + 2 : next + 1, TokenKind::number));
  } else {
    std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
    if (c.is_mark(before, U',') && before > 0) before = c.skip_blank_back(before - 1);
    const bool clause = c.is(before, TokenKind::number) && before > 0 &&
                        (c.text(before - 1) == "K" || c.preceded_by(before, "khoản"));
    constexpr std::string_view kLaw[] = {"luật",   "blhs",    "blds", "blttds",
                                         "blttds", "bộ luật", "nđ",   "nghị định"};
    article = clause || c.followed_by_any(number + 1, kLaw);
  }
  if (!article) return false;
  draft.say(text == "K" ? "khoản" : "điều", c.span(i, number));
  say_cardinal(draft, c.text(number), c.style(), c[number].span());
  draft.semiotic_class = SemioticClass::abbreviation;
  draft.rule = "abbreviation.article";
  draft.end = number + 1;
  return true;
}

}  // namespace

namespace {

// ở Q12-TP HCM, Q1, TP.HCM: a district of that city.
bool recognise_district(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "Q" || !c.is(i + 1, TokenKind::number) || c[i + 1].size() > 2 || c.text(i + 1) > "12")
    return false;
  const std::size_t sign = c.skip_blank(i + 2);
  if (!c.is_dash(sign) && !c.is_mark(sign, U',')) return false;
  const Folded city = c.folded(c.skip_blank(sign + 1));
  if (!(city == "tp" || city == "tphcm" || city == "hcm")) return false;
  draft.say("quận", c[i].span());
  say_cardinal(draft, c.text(i + 1), c.style(), c[i + 1].span());
  draft.semiotic_class = SemioticClass::abbreviation;
  draft.rule = "abbreviation.administrative-unit";
  draft.end = i + 2;
  return true;
}

// K12/5 Nguyễn Huệ, K.40/8 Duy Tân: a house in an alley, as Huế and Đà Nẵng write.
bool recognise_alley(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "K" && c.text(i) != "k") return false;
  const std::size_t number = c.skip_blank(c.is_mark(i + 1, U'.') ? i + 2 : i + 1);
  if (!c.is(number, TokenKind::number) || !c.is_mark(number + 1, U'/') ||
      !c.is(number + 2, TokenKind::number))
    return false;
  std::size_t end = number + 3;
  while (c.is_mark(end, U'/') && c.is(end + 1, TokenKind::number) && end < i + 12) end += 2;
  if (!c.is_blank(end) || !c.is(end + 1, TokenKind::word) || c[end + 1].shape != Shape::capitalised)
    return false;
  draft.say("kiệt", c.span(i, number));
  for (std::size_t at = number; at < end; at += 2) {
    if (at > number) draft.say("trên", c[at - 1].span());
    say_cardinal(draft, c.text(at), c.style(), c[at].span());
  }
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.alley";
  draft.end = end;
  return true;
}

}  // namespace

bool recognise_code(const Context& c, Draft& draft) {
  const Token& token = c[c.here()];
  if (token.is(TokenKind::number)) {
    // Most numbers stand by themselves.
    if (c.is_blank(c.here() + 1) && !c.is_dash(c.here() + 2) && !c.is_mark(c.here() + 2, U'/')) return false;
    return recognise_months(c, draft) || recognise_ip(c, draft) || recognise_version_number(c, draft) ||
           recognise_plate(c, draft) || recognise_document(c, draft) ||
           recognise_figures_and_letters(c, draft);
  }
  if (!token.is(TokenKind::word)) return false;
  return recognise_week_day(c, draft) || recognise_petrol(c, draft) || recognise_glued_document(c, draft) ||
         recognise_article(c, draft) || recognise_alley(c, draft) || recognise_district(c, draft) ||
         recognise_document_kind(c, draft) || recognise_compass(c, draft) || recognise_seed(c, draft) ||
         recognise_bare_quarter(c, draft) || recognise_wind_force(c, draft) || recognise_road(c, draft) ||
         recognise_kilometre_post(c, draft) || recognise_standard(c, draft) || recognise_version(c, draft) ||
         recognise_flight(c, draft) || recognise_airliner(c, draft) || recognise_formula(c, draft) ||
         recognise_blood_type(c, draft) || recognise_common_model(c, draft) || recognise_model(c, draft);
}

}  // namespace loa::normalizer
