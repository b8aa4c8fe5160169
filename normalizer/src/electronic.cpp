// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foreign.h"
#include "letters.h"
#include "loa/base/utf8.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr std::size_t kMostTokens = 64;

bool is_ending(std::string_view label) {
  const tables::SiteRow* row = tables::find_site(label);
  return row != nullptr && row->ending;
}

// What ends the name of a program or a file.
bool is_file_ending(std::string_view label) {
  const tables::SiteRow* row = tables::find_site(label);
  return row != nullptr && row->file;
}

// One past the last token of the unbroken run at `i`; marks that end a sentence
// or close a bracket are no part of it.
std::size_t end_of_run(const Context& c, std::size_t i) {
  std::size_t end = i;
  while (end < c.size() && end - i < kMostTokens && !c.is_blank(end)) {
    const Token& t = c[end];
    if (t.is(TokenKind::mark)) {
      if (t.code > 0x7E || t.code == U'(' || t.code == U')' || t.code == U'"' || t.code == U',' ||
          t.code == U';' || t.code == U'<' || t.code == U'>' || t.code == U'[' || t.code == U']' ||
          t.code == U'!' || t.code == U'\'')
        break;
    }
    ++end;
  }
  while (end > i && c.is(end - 1, TokenKind::mark) && !c.is_mark(end - 1, U'/')) --end;
  return end;
}

// tap → tạp, luât → luật: before c, ch, p, t a syllable has a tone, and in the
// words of addresses (tập, luật, học, lịch) it is mostly the low one.
bool add_low_tone(std::string& syllable) {
  const std::size_t coda = syllable.ends_with("ch") ? 2 : 1;
  if (syllable.size() <= coda || std::string_view("cpth").find(syllable.back()) == std::string_view::npos)
    return false;
  constexpr std::pair<std::string_view, std::string_view> toned[] = {{"ê", "ệ"}, {"ô", "ộ"}, {"ơ", "ợ"},
                                                                     {"â", "ậ"}, {"a", "ạ"}, {"e", "ẹ"},
                                                                     {"i", "ị"}, {"o", "ọ"}, {"u", "ụ"}};
  for (const auto& [plain, low] : toned) {
    const std::size_t end = syllable.size() - coda;
    if (!std::string_view(syllable).substr(0, end).ends_with(plain)) continue;
    syllable.replace(end - plain.size(), plain.size(), low);
    return true;
  }
  return false;
}

// What it costs to take `piece` for a syllable, 0 where it is none: a syllable as
// it stands, or one typed without the marks of its vowel (bien, viet, tuong), is
// likelier than one whose tone must be guessed. `said` is what is to be said for it.
std::size_t bare_syllable_cost(std::string_view piece, std::string& said) {
  constexpr std::size_t known = 1;
  constexpr std::size_t as_typed = 2;
  constexpr std::size_t guessed = 3;
  // What the table knows: bao is báo, tap is tập, ubnd is spelled.
  if (const tables::SiteRow* row = tables::find_site(piece); row != nullptr && !row->ending && !row->file) {
    said = row->spoken;
    return piece.size() > 2 ? known : as_typed;
  }
  said = piece;
  if (tables::is_syllable(said)) return as_typed;
  constexpr std::pair<std::string_view, std::string_view> vowels[] = {
      {"ie", "iê"}, {"ye", "yê"}, {"uo", "ươ"}, {"uo", "uô"}, {"ua", "uâ"}, {"ue", "uê"}};
  if (add_low_tone(said) && tables::is_syllable(said)) return guessed;
  for (const auto& [bare, marked] : vowels) {
    const std::size_t at = piece.find(bare);
    if (at == std::string_view::npos) continue;
    said = piece;
    said.replace(at, bare.size(), marked);
    if (tables::is_syllable(said)) return as_typed;
    if (add_low_tone(said) && tables::is_syllable(said)) return guessed;
  }
  return 0;
}

// baochinhphu, banbientap: cut into the fewest and likeliest syllables.
bool split_label(std::string_view label, std::string& out) {
  constexpr std::size_t longest = 40;
  constexpr std::size_t unreached = 999;
  constexpr std::size_t most = 18;  // eight or nine syllables
  if (label.empty() || label.size() > longest) return false;
  if (const tables::SiteRow* row = tables::find_site(label); row != nullptr && !row->ending && !row->file) {
    out += row->spoken;
    return true;
  }
  std::array<std::size_t, longest + 1> cost{};
  std::array<std::size_t, longest + 1> size_at{};
  cost.fill(unreached);
  cost[label.size()] = 0;
  std::string said;
  for (std::size_t at = label.size(); at-- > 0;) {
    for (std::size_t size = std::min<std::size_t>(label.size() - at, 7); size >= 2; --size) {
      if (cost[at + size] >= cost[at]) continue;
      const std::size_t own = bare_syllable_cost(label.substr(at, size), said);
      if (own == 0 || cost[at + size] + own >= cost[at]) continue;
      cost[at] = cost[at + size] + own;
      size_at[at] = size;
    }
  }
  if (cost[0] > most) return false;
  for (std::size_t at = 0; at < label.size(); at += size_at[at]) {
    bare_syllable_cost(label.substr(at, size_at[at]), said);
    if (!out.empty()) out += ' ';
    out += said;
  }
  return true;
}

// ubnd@…, sgddt.…: what is an abbreviation in capitals is one here too, and spelled.
bool is_abbreviation(std::string_view label) {
  std::string capitals(label);
  for (char& b : capitals)
    if (b >= 'a' && b <= 'z') b = static_cast<char>(b - 'a' + 'A');
  return label.size() <= 6 && !tables::find_abbreviation(capitals).empty();
}

void say_label(const Context& c, Draft& draft, std::size_t i) {
  const Span source = c[i].span();
  if (c.is(i, TokenKind::number)) {
    if (c[i].size() <= 2)
      say_cardinal(draft, c.text(i), c.style(), source);
    else
      say_digits(draft, c.text(i), source);
    return;
  }
  std::string label;
  tables::fold(c.text(i), label);
  if (const tables::SiteRow* site = tables::find_site(label)) {
    draft.say(site->spoken, source);
    return;
  }
  // vetauonline, thethaonews: an English word behind Vietnamese ones
  for (const tables::ListRow& tail : tables::rows_of(tables::List::site_tail)) {
    if (!label.ends_with(tail.written) || label.size() < tail.written.size() + 4) continue;
    const std::string_view head = std::string_view(label).substr(0, label.size() - tail.written.size());
    std::string said;
    if (const tables::SiteRow* site = tables::find_site(head))
      said = site->spoken;
    else if (!split_label(head, said))
      continue;
    draft.say(said, source);
    draft.say(tail.spoken, source);
    return;
  }
  if (label.size() > 24) {
    draft.say(label, source, Language::english);
    return;
  }
  const bool vowel = label.find_first_of("aeiouy") != std::string::npos;
  std::string bare;
  if (label.size() == 3 && c.is(i, TokenKind::word) && !tables::is_syllable(label) &&
      bare_syllable_cost(label, bare) != 0) {
    draft.say(bare, source);  // tin-tuc
    return;
  }
  if (label.size() <= 3 && !tables::is_syllable(label)) {
    say_letters(draft, label, LetterUse::web, c, source);
    return;
  }
  std::string words;
  if (tables::is_syllable(label) || split_label(label, words)) {
    draft.say(words.empty() ? label : words, source);
    return;
  }
  if (!vowel || is_abbreviation(label)) {
    say_letters(draft, label, LetterUse::web, c, source);
    return;
  }
  say_foreign_word(draft, label, false, c, source);
}

std::string_view sign_name(char32_t sign) {
  switch (sign) {
    case U'.':
      return "chấm";
    case U'@':
      return "a còng";
    case U'/':
      return "gạch chéo";
    case U'-':
      return "gạch ngang";
    case U'_':
      return "gạch dưới";
    case U':':
      return "hai chấm";
    case U'?':
      return "hỏi";
    case U'=':
      return "bằng";
    case U'&':
      return "và";
    case U'#':
      return "thăng";
    case U'%':
      return "phần trăm";
    case U'+':
      return "cộng";
    case U'~':
      return "ngã";
    default:
      return "gạch";
  }
}

// The labels and dots from here to token `end`.
void say_dotted(const Context& c, Draft& draft, std::size_t end) {
  for (std::size_t k = c.here(); k < end; ++k) {
    if (c.is_mark(k, U'.'))
      draft.say(sign_name(U'.'), c[k].span());
    else
      say_label(c, draft, k);
  }
  draft.semiotic_class = SemioticClass::electronic;
  draft.end = end;
}

// Tên miền .vn, đuôi .gov.vn, tệp .pdf, .mp4: a dot that no word touches in front.
bool recognise_ending(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i > 0 && !c.is_edge(i - 1)) return false;
  static constexpr Phrases kCues = {"tên miền", "domain", "website",  "đuôi",    "tệp",       "tập tin",
                                    "file",     "files",  "miền",     "đuôi là", "định dạng", "dạng",
                                    "và",       "hoặc",   "nền tảng", "là"};
  const auto joins = [&](std::size_t dot) {
    if (!c.is_mark(dot, U'.') || !c.is(dot + 1, TokenKind::word)) return false;
    const std::string_view label = c.folded(dot + 1);
    const bool known = is_ending(label) || is_file_ending(label);
    const std::size_t comma = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
    // A blank set before a full stop by mistake is commoner than an ending that is a Vietnamese word.
    const bool word = c[dot + 1].syllable || !known;
    return !word || (dot > i && known) ||
           (c[dot + 1].size() == c[dot + 1].letters && c[dot + 1].letters <= 12 &&
            (c.preceded_by_any(i, kCues) || (c.is_mark(comma, U',') && known)));
  };
  std::size_t end = i;
  while (joins(end)) end += 2;
  // .mp3, .mp4
  if (end > i && c.folded(end - 1) == "mp" && c.is(end, TokenKind::number) && c[end].size() == 1) ++end;
  if (end == i || c.is(end, TokenKind::word) ||
      (c.is(end, TokenKind::number) && !c.is(end - 1, TokenKind::number)))
    return false;
  say_dotted(c, draft, end);
  draft.rule = "electronic.ending";
  return true;
}

// #HueXanh, @hue_ngay_nay: words parted by capitals and underscores.
bool recognise_tag(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is(i + 1, TokenKind::word) || (i > 0 && !c.is_edge(i - 1))) return false;
  draft.say(c.is_mark(i, U'#') ? "thăng" : "a còng", c[i].span());
  std::size_t at = i + 1;
  for (std::size_t steps = 0; steps < 16; ++steps, ++at) {
    if (c.is_mark(at, U'_') || (c.is_mark(at, U'.') && c.is(at + 1, TokenKind::word) && c.is_mark(i, U'@'))) {
      continue;
    }
    if (c.is(at, TokenKind::number)) {
      say_label(c, draft, at);
      continue;
    }
    if (!c.is(at, TokenKind::word)) break;
    const std::string_view text = c.text(at);
    if (say_lexicon_word(draft, text, c[at].span())) continue;
    std::size_t begin = 0;
    bool after_capital = false;
    for (std::size_t b = 0; b <= text.size();) {
      bool cut = b == text.size();
      std::size_t size = 1;
      if (!cut) {
        const utf8::Decoded d = utf8::decode(text, b);
        size = d.size;
        // #SEAGames: capitals in a run are one part, and the last of them begins a word.
        const bool capital = letter_case(d.code_point) == LetterCase::upper;
        const bool next_small = b + size < text.size() &&
                                letter_case(utf8::decode(text, b + size).code_point) == LetterCase::lower;
        cut = b > begin && capital && (!after_capital || next_small) && c[at].shape != Shape::upper;
        after_capital = capital;
      }
      if (cut) {
        const std::string_view part = text.substr(begin, b - begin);
        const Span source{c[at].begin + begin, c[at].begin + b};
        std::string words;
        std::string folded;
        tables::fold(part, folded);
        if (tables::is_syllable(folded))
          draft.say(folded, source);
        else if (part.size() <= 3 && part.size() > 1 && are_ascii_capitals(part))
          say_letters(draft, part, LetterUse::abbreviation, c, source);
        else if (split_label(folded, words))
          draft.say(words, source);
        else
          say_foreign_word(draft, part, false, c, source);
        begin = b;
      }
      b += size;
    }
  }
  return draft.accept(SemioticClass::electronic,
                      c.is_mark(i, U'#') ? "electronic.hashtag" : "electronic.handle", at);
}

// What is written without a blank: scheme, host, path.
struct Address {
  std::size_t begin = 0;
  std::size_t host = 0;
  std::size_t host_end = 0;  // the first / or ? behind the host, or the end
  std::size_t end = 0;
  bool scheme = false;  // https://
  bool www = false;
  bool mail = false;  // an @ in the host
};

std::optional<Address> gather_address(const Context& c, std::size_t i) {
  Address a;
  a.begin = i;
  a.end = end_of_run(c, i);
  if (a.end <= i + 2) return std::nullopt;
  a.scheme = c.is_mark(i + 1, U':') && c.is_mark(i + 2, U'/') && c.is_mark(i + 3, U'/');
  a.host = a.scheme ? i + 4 : i;
  a.host_end = a.host;
  for (; a.host_end < a.end && !c.is_mark(a.host_end, U'/') && !c.is_mark(a.host_end, U'?'); ++a.host_end)
    a.mail = a.mail || c.is_mark(a.host_end, U'@');
  if (a.host_end <= a.host) return std::nullopt;
  a.www = c.folded(a.host) == "www";
  return a;
}

// A label that is a Vietnamese word ends an address only behind a foreign one: bit.ly, not "xong.la".
bool may_end_address(const Context& c, std::size_t last) {
  if (!c[last].syllable) return true;
  const Token& label = c[last - 2];
  if (tables::find_site(c.text(last - 2)) != nullptr) return true;
  // Crypto.com, Booking.com, Character.AI: what begins no sentence.
  if (c.folded(last) == "com" || c.text(last) == "AI") return label.is(TokenKind::word) && !label.syllable;
  return c[last].shape == Shape::lower && label.is(TokenKind::word) && label.shape == Shape::lower &&
         label.letters >= 3 && label.size() == label.letters && !label.syllable;
}

// Whether the host ends as one does, or as a file: vnexpress.net, baocao.docx, bai-hat.mp3.
bool has_known_ending(const Context& c, const Address& a) {
  const std::size_t last = a.host_end - 1;
  const std::size_t length = a.host_end - a.host;
  if (length >= 3 && c.is_mark(last - 1, U'.')) {
    const Folded ending = c.folded(last);
    if (is_ending(ending) && may_end_address(c, last)) return true;
    if (c[last].shape == Shape::lower && is_file_ending(ending)) return true;
  }
  return length >= 4 && c.is(last, TokenKind::number) && c[last].size() == 1 && c.folded(last - 1) == "mp" &&
         c.is_mark(last - 2, U'.');
}

// Whether a host without scheme, www and @ is none after all.
bool is_no_host(const Context& c, const Address& a) {
  // PCT.CN: an office and its field.
  if (a.host_end == a.host + 3 && c[a.host].shape == Shape::upper && c.text(a.host_end - 1) == "CN" &&
      !tables::find_abbreviation(c.text(a.host)).empty())
    return true;
  // "ngày 1.5.Vn", "P.VN": a label of one capital is no host; capitals stand only in known ones.
  if (c[a.host].shape == Shape::single_upper || c.is(a.host, TokenKind::number)) return true;
  for (std::size_t k = a.host; k < a.host_end; ++k) {
    if (c.is(k, TokenKind::word) && has_vietnamese_letter(c.text(k))) return true;
    if (c.is(k, TokenKind::mark) && !c.is_mark(k, U'.') && !c.is_dash(k) && !c.is_mark(k, U'_')) return true;
  }
  return false;
}

bool is_address(const Context& c, const Address& a) {
  const bool known = has_known_ending(c, a);
  if (a.scheme || a.mail) return true;
  const bool dotted = a.host_end >= a.host + 3 && c.is_mark(a.host_end - 2, U'.');
  if (a.www) return dotted || known;
  return known && !is_no_host(c, a);
}

void say_address(const Context& c, Draft& draft, const Address& a) {
  // https:// is typed by nobody, and hides the address from who hears it.
  const bool web = a.scheme && (c.folded(a.begin) == "https" || c.folded(a.begin) == "http");
  if (a.scheme && !web) {
    say_label(c, draft, a.begin);
    draft.say("hai chấm", c[a.begin + 1].span());
    draft.say("gạch chéo", c[a.begin + 2].span());
    draft.say("gạch chéo", c[a.begin + 3].span());
  }
  for (std::size_t k = a.host; k < a.end; ++k) {
    if (!c[k].is(TokenKind::mark))
      say_label(c, draft, k);
    else if (k == a.host + 1 && a.www && c.is_mark(k, U'.'))
      draft.mark(',', c[k].span());
    else if (k != a.end - 1 || !c.is_mark(k, U'/'))
      draft.say(sign_name(c[k].code), c[k].span());
  }
}

}  // namespace

// hnn.vn, www.vnexpress.net/the-thao, toasoan@hnn.vn, #hashtag, @handle.
bool recognise_electronic(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.is_mark(i, U'#') || c.is_mark(i, U'@')) return recognise_tag(c, draft);
  if (c.is_mark(i, U'.')) return recognise_ending(c, draft);
  // An address has a dot, @ or :// close by: most words are told at once.
  if (!c.is(i + 1, TokenKind::mark) && !c.is(i + 1, TokenKind::number)) return false;
  // Nguyễn Hoàng/chinhphu.vn: a name, and where it is from.
  const bool behind_name = i >= 2 && c.is_mark(i - 1, U'/') && c.is(i - 2, TokenKind::word) &&
                           (i == 2 || c.is_blank(i - 3)) && c[i - 2].shape != Shape::lower;
  if (i > 0 && !c.is_edge(i - 1) && !behind_name) return false;
  const auto address = gather_address(c, i);
  if (!address || !is_address(c, *address)) return false;
  say_address(c, draft, *address);
  return draft.accept(SemioticClass::electronic, address->mail ? "electronic.mail" : "electronic.address",
                      address->end);
}

// 24h.com.vn, 2700chess.com: an address that begins with a figure.
bool recognise_numbered_site(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is(i + 1, TokenKind::word) || !c.is_mark(i + 2, U'.') || !c.is(i + 3, TokenKind::word) ||
      c[i + 1].shape != Shape::lower || c[i + 3].shape != Shape::lower)
    return false;
  std::size_t end = i + 2;
  while (c.is_mark(end, U'.') && c.is(end + 1, TokenKind::word) && is_ending(c.folded(end + 1))) end += 2;
  if (end == i + 2 || has_vietnamese_letter(c.text(i + 1))) return false;
  // bán 20kg.To quả: an ending that is a Vietnamese word follows a foreign one
  if (end == i + 4 && c[i + 3].syllable && c.text(i + 3) != "com") return false;
  say_dotted(c, draft, end);
  draft.rule = "electronic.address";
  return true;
}

}  // namespace loa::normalizer
