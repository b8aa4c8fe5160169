// SPDX-License-Identifier: GPL-3.0-or-later
// Standards, versions of programs, addresses of computers.
#include <array>
#include <string_view>

#include "abbreviation.h"
#include "code.h"
#include "letters.h"
#include "number_words.h"
#include "quantity.h"
#include "recogniser.h"

namespace loa::normalizer {

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

// ISO 9001:2015, TCVN 5574:2018
bool recognise_standard(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view word = c.text(i);
  const bool standard =
      contains(std::array<std::string_view, 7>{"ISO", "IEC", "TCVN", "QCVN", "ASTM", "GMP", "HACCP"}, word);
  if (!standard) return false;
  const std::size_t number = c.skip_blank(i + 1);
  if (!c.is(number, TokenKind::number)) return false;
  // QCVN 01-1:2024/BYT: a part of a standard.
  const bool part = c.is_dash(number + 1) && c.is(number + 2, TokenKind::number) && c[number + 2].size() <= 3;
  const std::size_t last = part ? number + 2 : number;
  const bool year = c.is_mark(last + 1, U':') && c.is(last + 2, TokenKind::number) && c[last + 2].size() == 4;
  const bool issued = year && c.is_mark(last + 3, U'/');
  if (issued && !part) return false;  // QCVN 31:2011/BGTVT: a document
  const auto rows = tables::find_abbreviation(word);
  if (rows.empty()) return false;
  if (rows.back().spoken.empty())
    say_letters(draft, word, LetterUse::abbreviation, c, c[i].span());
  else
    draft.say(without_words_before(c, i, rows.back().spoken), c[i].span());
  if (part && c.text(number)[0] == '0')
    say_digits(draft, c.text(number), c[number].span());
  else
    say_cardinal(draft, c.text(number), c.style(), c[number].span());
  draft.semiotic_class = SemioticClass::code;
  draft.rule = "code.standard";
  if (part) {
    draft.say("gạch ngang", c[number + 1].span());
    say_cardinal(draft, c.text(last), c.style(), c[last].span());
  }
  draft.end = last + 1;
  if (year) {
    if (issued)
      draft.say("năm", c[last + 1].span());
    else
      draft.mark(',', c[last + 1].span());
    say_cardinal(draft, c.text(last + 2), c.style(), c[last + 2].span());
    draft.end = last + 3;
  }
  const auto* issuer = issued ? tables::find_document_issuer(c.text(last + 4)) : nullptr;
  if (issuer != nullptr) {
    draft.say("của", c[last + 3].span());
    draft.say(issuer->spoken, c[last + 4].span());
    draft.end = last + 5;
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

namespace {

// mục 3.2; chỉ tiêu 13.4, 17.8 và 17.10: the number of a part, no decimal, and those listed behind it.
bool numbers_part(const Context& c, std::size_t i) {
  static constexpr Phrases kParts = {"mục",  "tiểu mục", "tiêu chí", "chỉ tiêu",    "bảng",
                                     "biểu", "phụ lục",  "nội dung", "tiêu chí số", "chỉ tiêu số",
                                     "điều", "khoản",    "khu vực"};
  static constexpr Phrases kCounted = {"triệu", "tỷ", "tỉ", "nghìn", "ngàn", "điểm", "người", "lần", "phần"};
  if (c[i].size() > 2 || c[i + 2].size() > 2 || c.is_mark(i + 3, U'/') ||
      (c.is_mark(i + 3, U',') && c.is(i + 4, TokenKind::number)))
    return false;
  const std::size_t behind = c.skip_blank(i + 3);
  if (c.is_mark(behind, U'%') || read_unit(c, behind, false) || c.followed_by_any(i + 3, kCounted))
    return false;
  for (int members = 0; members < 8; ++members) {
    if (c.preceded_by_any(i, kParts)) return true;
    if (i < 4) return false;
    const std::size_t joint = c.skip_blank_back(i - 1);
    if (!c.is_mark(joint, U',') && !(c.folded(joint) == "và")) return false;
    const std::size_t last = joint == 0 ? 0 : c.skip_blank_back(joint - 1);
    if (last < 2 || !c.is(last, TokenKind::number) || !c.is_mark(last - 1, U'.') ||
        !c.is(last - 2, TokenKind::number))
      return false;
    i = last - 2;
  }
  return false;
}

}  // namespace

// 20th Century, SEA Games 31st: the ending of an English ordinal says nothing behind Vietnamese figures.
bool recognise_english_ordinal(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view ending = c.text(i + 1);
  if (c[i].size() > 2 || (ending != "st" && ending != "nd" && ending != "rd" && ending != "th")) return false;
  const char last = c.text(i).back();
  const bool teen = c[i].size() == 2 && c.text(i)[0] == '1';
  const std::string_view due = teen          ? "th"
                               : last == '1' ? "st"
                               : last == '2' ? "nd"
                               : last == '3' ? "rd"
                                             : "th";
  if (ending != due || c.is(i + 2, TokenKind::number)) return false;
  // 6th đầu năm: six months
  const std::size_t next = c.skip_blank(i + 2);
  if (ending == "th" && (next == i + 2 || !c.is(next, TokenKind::word) ||
                         c[next].shape != Shape::capitalised || c[next].syllable))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  return draft.accept(SemioticClass::ordinal, "ordinal.english", i + 2);
}

// 2.4 AT, 1.5G CVT, 2.7V 4x2: the engine of a car before its gears, or before its trim and them.
bool recognise_engine(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 1 || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number) || c[i + 2].size() != 1)
    return false;
  std::size_t at = i + 3;
  if (c.is(at, TokenKind::word) && c[at].shape == Shape::single_upper) ++at;
  const std::size_t gears = c.skip_blank(at);
  constexpr std::string_view kGears[] = {"AT", "MT", "CVT", "DCT", "AMT", "Turbo", "AWD", "TDCi", "TGDi"};
  const bool wheels = c.text(gears) == "4" && c.text(gears + 1) == "x" && c.is(gears + 2, TokenKind::number);
  if (!wheels && !(contains(kGears, c.text(gears)) && (c.is_edge(gears + 1) || c.is_mark(gears + 1, U'/'))))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("chấm", c[i + 1].span());
  say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
  if (at > i + 3) say_letters(draft, c.text(i + 3), LetterUse::initial, c, c[i + 3].span());
  return draft.accept(SemioticClass::code, "code.engine", at);
}

namespace {

// 5.1.2: three parts that are neither thousands nor a day count something's version.
bool has_three_parts(const Context& c, std::size_t i) {
  if (!c.is_mark(i + 3, U'.') || !c.is(i + 4, TokenKind::number) || c[i].size() > 2 || c[i + 4].size() > 2)
    return false;
  // 19.12.25 is a day where its figures can be one.
  const bool day = c[i].size() == 2 && c[i + 2].size() == 2 && c[i + 4].size() == 2 && c.text(i) <= "31" &&
                   c.text(i + 2) <= "12" && c.text(i + 2) >= "01" && c.text(i) >= "01" &&
                   c.text(i + 4) >= "20" && !c.is_mark(i + 5, U'.');
  return !day;
}

// BeReal 3.0: a nought behind a point says the version of a name; a unit would have a comma. Xã hội 5.0, nông
// nghiệp 4.0: an age of what it says of itself.
bool ends_in_nought(const Context& c, std::size_t i) {
  static constexpr Phrases kAges = {"xã hội",     "giáo dục",  "y tế",     "du lịch",   "ngân hàng",
                                    "thương mại", "chính phủ", "bảo tàng", "logistics", "marketing",
                                    "đô thị",     "hải quan",  "sản xuất", "nhà máy",   "nông dân",
                                    "kinh tế",    "văn hóa",   "thư viện"};
  static constexpr Phrases kCounted = {"độ", "điểm", "triệu", "tỷ"};
  if (c.text(i + 2) != "0" || c.is(i + 4, TokenKind::number)) return false;
  const bool behind_name = i >= 2 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::word) &&
                           c[i - 2].shape != Shape::lower && !c[i - 2].syllable &&
                           (c.is_edge(i + 3) || c.is_mark(i + 3, U'.')) &&
                           !c.followed_by_any(i + 3, kCounted);
  const bool of_age = c[i].size() == 1 && c.preceded_by_any(i, kAges);
  return (behind_name || of_age) && !read_unit(c, c.skip_blank(i + 3), false);
}

// phòng 2.05, căn 12.08
bool is_room(const Context& c, std::size_t i) {
  static constexpr Phrases kRooms = {"phòng", "phòng học", "phòng thi", "phòng họp", "căn", "căn hộ"};
  return c[i + 2].size() == 2 && c[i].size() <= 2 && c.preceded_by_any(i, kRooms) &&
         !c.is(i + 3, TokenKind::word) && !c.is_mark(i + 3, U'/');
}

bool is_versioned(const Context& c, std::size_t i) {
  static constexpr Phrases kVersioned = {
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
      "emui",     "kernel",   "vneid",        "sdk",         "api",         "gepard"};
  return c.preceded_by_any(i, kVersioned);
}

}  // namespace

// Khu công nghiệp Phú Mỹ 3.1, nhiệt điện Phú Mỹ 2.2: a part of a place, by its name.
static bool is_part_of_place(const Context& c, std::size_t i) {
  static constexpr Phrases kPlaces = {"khu công nghiệp", "kcn",        "nhà máy",    "nhiệt điện", "ccn",
                                      "cụm công nghiệp", "khu đô thị", "khu dân cư", "dự án",      "trạm"};
  if (c[i].size() > 1 || c[i + 2].size() > 1 || c.is(i + 3, TokenKind::word)) return false;
  std::size_t name = i;
  while (name >= 2 && c.is_blank(name - 1) && c.is(name - 2, TokenKind::word) &&
         c[name - 2].shape == Shape::capitalised && !c.preceded_by_any(name, kPlaces))
    name -= 2;
  static constexpr Phrases kCounted = {"triệu", "tỷ", "tỉ", "nghìn", "ngàn", "lần"};
  return name != i && c.preceded_by_any(name, kPlaces) && !c.followed_by_any(i + 3, kCounted) &&
         !read_unit(c, c.skip_blank(i + 3), false);
}

// ngạch chuyên viên mã số 01.003, mã ngạch 13.096: the code of a rank of officials, and no thousands.
static bool is_code_of_rank(const Context& c, std::size_t i) {
  static constexpr Phrases kCodes = {"mã số", "mã ngạch", "mã số ngạch"};
  static constexpr Phrases kRanks = {"ngạch", "mã số", "chức danh"};
  if (c[i].size() != 2 || c[i + 2].size() != 3 || c.is_mark(i + 3, U'.')) return false;
  const std::size_t mark = i == 0 ? i : c.skip_blank_back(i - 1);
  return c.preceded_by_any(c.is_mark(mark, U':') ? mark : i, kCodes) ||
         (c.text(i)[0] == '0' && c.near_any(i, i + 3, kRanks));
}

// phiên bản 2.1, công nghiệp 4.0, USB 3.0: the dot of a version is chấm.
bool recognise_version_number(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.is_mark(i + 1, U'.') && c.is(i + 2, TokenKind::number) && is_code_of_rank(c, i)) {
    say_digits(draft, c.text(i), c[i].span());
    draft.say("chấm", c[i + 1].span());
    say_digits(draft, c.text(i + 2), c[i + 2].span());
    return draft.accept(SemioticClass::code, "code.rank", i + 3);
  }
  if (c[i].size() > 3 || !c.is_mark(i + 1, U'.') || !c.is(i + 2, TokenKind::number) || c[i + 2].size() > 2)
    return false;
  const bool room = is_room(c, i);
  if (!room && !has_three_parts(c, i) && !is_versioned(c, i) && !ends_in_nought(c, i) &&
      !numbers_part(c, i) && !is_part_of_place(c, i))
    return false;
  std::size_t at = i + 1;
  while (c.is_mark(at, U'.') && c.is(at + 1, TokenKind::number) && at - i < Context::kWindow) at += 2;
  if (c.is_mark(c.skip_blank(at), U'%') || (c.is_mark(at, U',') && c.is(at + 1, TokenKind::number)))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  for (std::size_t n = i + 2; n < at; n += 2) {
    draft.say("chấm", c[n - 1].span());
    if (room && c.text(n)[0] == '0')
      say_digits(draft, c.text(n), c[n].span());
    else
      say_cardinal(draft, c.text(n), c.style(), c[n].span());
  }
  return draft.accept(SemioticClass::code, "code.version", at);
}

}  // namespace loa::normalizer
