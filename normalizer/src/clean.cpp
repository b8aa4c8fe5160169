// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "alphabet.h"
#include "loa/base/utf8.h"
#include "tables.h"

namespace loa::normalizer {
namespace {

// What the fast check thinks of a byte that begins a character.
enum class Lead : std::uint8_t { plain, blank_two, letters_two, e1, e2, other };

constexpr std::array<Lead, 256> make_leads() {
  std::array<Lead, 256> leads{};
  for (unsigned b = 0; b < 256; ++b) {
    Lead lead = Lead::other;
    if ((b >= 0x20 && b < 0x7F) || b == '\t' || b == '\n' || b == '\r') lead = Lead::plain;
    if (b == 0xC2) lead = Lead::blank_two;
    if (b >= 0xC3 && b <= 0xC6) lead = Lead::letters_two;
    if (b == 0xE1) lead = Lead::e1;
    if (b == 0xE2) lead = Lead::e2;
    leads[b] = lead;
  }
  return leads;
}
constexpr auto kLeads = make_leads();

unsigned char byte_at(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}
bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

std::size_t clean_size(std::string_view text, std::size_t offset) {
  const unsigned char b = byte_at(text, offset);
  switch (kLeads[b]) {
    case Lead::plain:
      return 1;
    case Lead::blank_two: {
      const unsigned char c = byte_at(text, offset + 1);
      // No-break space, degree sign, middle dot, guillemets, plus-minus.
      return c == 0xA0 || c == 0xB0 || c == 0xB7 || c == 0xAB || c == 0xBB || c == 0xB1 ? 2 : 0;
    }
    case Lead::letters_two: {
      const unsigned char c = byte_at(text, offset + 1);
      if (!continues(c)) return 0;
      if (b == 0xC3 && (c == 0x90 || c == 0xB0)) return 0;  // Ð ð: look-alikes of Đ đ
      if (b == 0xC4 && (c == 0xB2 || c == 0xB3 || c == 0xB0 || c == 0xB1 || c == 0xBF)) return 0;
      if (b == 0xC5 && (c == 0x80 || c == 0x89 || c == 0xBF)) return 0;
      if (b == 0xC6 && c != 0xA0 && c != 0xA1 && c != 0xAF && c != 0xB0) return 0;
      return 2;
    }
    case Lead::e1: {
      const unsigned char c = byte_at(text, offset + 1);
      const unsigned char d = byte_at(text, offset + 2);
      return (c == 0xBA || c == 0xBB) && continues(d) && (c != 0xBA || d >= 0xA0) ? 3 : 0;
    }
    case Lead::e2: {
      // En and em dash, smart quotes, ellipsis, bullet.
      if (byte_at(text, offset + 1) != 0x80) return 0;
      const unsigned char d = byte_at(text, offset + 2);
      return d == 0x93 || d == 0x94 || d == 0x98 || d == 0x99 || d == 0x9C || d == 0x9D || d == 0xA6 ||
                     d == 0xA2
                 ? 3
                 : 0;
    }
    case Lead::other:
      return 0;
  }
  return 0;
}

namespace {

bool is_combining(char32_t c) {
  if (c < 0x300) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x034F || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

// The shape of a vowel is part of the letter, so its mark goes before the tone;
// then the tones in any fixed order.
int mark_order(char32_t c) {
  switch (c) {
    case 0x0302:  // circumflex
    case 0x0306:  // breve
    case 0x031B:
      return 0;   // horn
    case 0x0300:  // grave, acute, hook above, tilde, dot below
    case 0x0301:
    case 0x0309:
    case 0x0303:
    case 0x0323:
      return 1;
    default:
      return 2;
  }
}

char32_t tone_of_look_alike(char32_t c) {
  switch (c) {
    case 0x0340:
      return 0x0300;
    case 0x0341:
      return 0x0301;
    default:
      return c;
  }
}

class Cleaner {
 public:
  Cleaner(std::string_view text, std::string& out, SpanMap& map)
      : text_(text), out_(out), map_(map), nfc_(instance(false)), nfkc_(instance(true)), nfd_(decomposer()) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      // Plain ASCII that no mark follows needs nothing.
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool plain = kLeads[byte] == Lead::plain && byte_at(text_, at + 1) < 0xC2;
      if (plain) {
        out_ += text_[at];
        map_.append_unchanged(1);
        ++at;
        continue;
      }
      at = cluster(at);
    }
  }

 private:
  static const icu::Normalizer2* instance(bool compatibility) {
    UErrorCode status = U_ZERO_ERROR;
    return compatibility ? icu::Normalizer2::getNFKCInstance(status)
                         : icu::Normalizer2::getNFCInstance(status);
  }
  static const icu::Normalizer2* decomposer() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }

  // One base character and the marks behind it. Returns where the next begins.
  std::size_t cluster(std::size_t begin) {
    const utf8::Decoded base = utf8::decode(text_, begin);
    std::size_t at = begin + base.size;
    std::array<char32_t, 12> marks{};
    std::size_t count = 0;
    while (at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0xCC) {
      const utf8::Decoded next = utf8::decode(text_, at);
      if (!next.valid) break;
      if (!is_combining(next.code_point) && !is_joiner(next.code_point, at + next.size)) break;
      at += next.size;
      const char32_t mark = tone_of_look_alike(next.code_point);
      const auto* last = marks.begin() + static_cast<std::ptrdiff_t>(count);
      if (!is_combining(mark) || is_invisible(mark) || count == marks.size() ||
          std::find(marks.cbegin(), last, mark) != last)
        continue;
      marks[count++] = mark;
    }
    const std::size_t before = out_.size();
    if (base.valid)
      character(plain_letter(base.code_point, begin), {marks.data(), count});
    else
      out_ += ' ';
    const std::size_t from = at - begin;
    if (out_.size() - before == from && text_.compare(begin, from, out_, before, from) == 0)
      map_.append_unchanged(from);
    else
      map_.append_replaced(from, out_.size() - before);
    return at;
  }

  // The letter of ours that one at `at` is drawn like, if it is meant to be one.
  char32_t plain_letter(char32_t c, std::size_t at) {
    constexpr char32_t florin = 0x192;  // ƒ/1.9: the one of the Latin letters that stands for another
    if (c < 0x250 && c != florin) return c;
    const tables::LookAlikeRow* row = tables::find_look_alike(c);
    if (row == nullptr || (row->mixed && !has_letter_of_ours(at))) return c;
    return row->plain;
  }

  // Whether the word about `at` has a Latin letter. Words behind and before it are not looked at twice.
  bool has_letter_of_ours(std::size_t at) {
    if (at < word_end_) return word_is_mixed_;
    const auto latin = [](char32_t c) {
      UErrorCode status = U_ZERO_ERROR;
      return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_LATIN;
    };
    word_is_mixed_ =
        !out_.empty() && latin(utf8::decode(out_, utf8::floor_boundary(out_, out_.size() - 1)).code_point);
    for (word_end_ = at; word_end_ < text_.size();) {
      const utf8::Decoded next = utf8::decode(text_, word_end_);
      const bool letter = next.valid && (u_isalpha(static_cast<UChar32>(next.code_point)) != 0 ||
                                         is_combining(next.code_point) || is_invisible(next.code_point));
      if (!letter) break;
      word_is_mixed_ = word_is_mixed_ || latin(next.code_point);
      word_end_ += next.size;
    }
    return word_is_mixed_;
  }

  // An invisible character between a letter and its mark.
  [[nodiscard]] bool is_joiner(char32_t c, std::size_t after) const {
    if (!is_invisible(c) || after >= text_.size()) return false;
    const utf8::Decoded next = utf8::decode(text_, after);
    return next.valid && is_combining(next.code_point) && !is_invisible(next.code_point);
  }

  void character(char32_t c, std::u32string_view marks) {
    if (is_invisible(c)) return;
    if (c == 0xF0) c = 0x111;                // ð
    if (c == 0xD0 || c == 0x189) c = 0x110;  // Ð, African D
    if (is_combining(c)) return;             // a mark without a letter
    if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0)) {
      out_ += c == '\t' || c == '\n' || c == '\r' ? static_cast<char>(c) : ' ';
      return;
    }
    if (marks.empty() && special(c)) return;
    letters_.remove();
    if (!marks.empty()) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::UnicodeString whole = nfd_->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
      std::array<char32_t, 20> all{};
      std::size_t n = 0;
      for (int32_t i = 0; i < whole.length() && n < 6; i = whole.moveIndex32(i, 1)) {
        const auto part = static_cast<char32_t>(whole.char32At(i));
        if (std::find(all.cbegin(), all.cbegin() + static_cast<std::ptrdiff_t>(n), part) ==
            all.cbegin() + static_cast<std::ptrdiff_t>(n))
          all[n++] = part;
      }
      for (const char32_t mark : marks) {
        const auto* last = all.cbegin() + static_cast<std::ptrdiff_t>(n);
        if (n < all.size() && std::find(all.cbegin(), last, mark) == last) all[n++] = mark;
      }
      std::stable_sort(all.begin() + 1, all.begin() + static_cast<std::ptrdiff_t>(n),
                       [](char32_t a, char32_t b) { return mark_order(a) < mark_order(b); });
      for (std::size_t i = 0; i < n; ++i) letters_.append(static_cast<UChar32>(all[i]));
    } else {
      letters_.append(static_cast<UChar32>(c));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed = nfc_->normalize(letters_, status);
    // What found no place on its letter is left out: no voice can say it.
    for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
      const auto part = static_cast<char32_t>(composed.char32At(i));
      if (i == 0 || !is_combining(part)) utf8::append(out_, part);
    }
  }

  // Characters that stand for plainer ones. True when `c` was one.
  bool special(char32_t c) {
    if (c < 0xA0) return false;
    switch (c) {
      case 0x2032:  // prime
      case 0x02B9:
      case 0x02BC:
      case 0x00B4:
      case 0x201B:
        out_ += '\'';
        return true;
      case 0x0149:  // apostrophe and n
        out_ += "'n";
        return true;
      case 0x2033:
        out_ += '"';
        return true;  // double prime
      case 0x201E:
      case 0x201F:
        utf8::append(out_, 0x201C);
        return true;
      case 0x2044:
        utf8::append(out_, 0x2044);
        return true;
      case 0x2215:
        out_ += '/';
        return true;
      case 0x2212:
        utf8::append(out_, 0x2212);
        return true;
      case 0x2010:
      case 0x2011:
        out_ += '-';
        return true;
      case 0x2012:
        utf8::append(out_, 0x2013);
        return true;
      case 0x2015:
        utf8::append(out_, 0x2014);
        return true;
      case 0x00BA:  // º for °
      case 0x02DA:
        utf8::append(out_, 0xB0);
        return true;
      case 0x2219:
      case 0x22C5:
        utf8::append(out_, 0xB7);
        return true;
      case 0x00B5:
        out_ += "\xCE\xBC";
        return true;  // µ
      case 0x2028:
      case 0x2029:
      case 0x1680:
      case 0x3000:
        out_ += ' ';
        return true;
      case 0x00B9:
        superscript('1');
        return true;
      case 0x00B2:
        superscript('2');
        return true;
      case 0x00B3:
        superscript('3');
        return true;
      case 0x207B:
        superscript('-');
        return true;
      default:
        break;
    }
    if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) {
      superscript(static_cast<char>('0' + (c - 0x2070)));
      return true;
    }
    if (c >= 0x2080 && c <= 0x2089) {
      out_ += static_cast<char>('0' + (c - 0x2080));
      return true;
    }
    // Spaces that group figures stay spaces that do not break.
    if (c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x205F) {
      utf8::append(out_, 0xA0);
      return true;
    }
    const auto code = static_cast<UChar32>(c);
    if (u_isdigit(code)) {
      out_ += static_cast<char>('0' + u_charDigitValue(code));
      return true;
    }
    // Ligatures, full-width and letter-like forms, circled figures, fractions.
    const bool compatible =
        (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0xBC && c <= 0xBE) ||
        (c >= 0x2150 && c <= 0x218F) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3380 && c <= 0x33DF) ||
        c == 0x2103 || c == 0x2109 || c == 0x212A || c == 0x2126 || c == 0x212B || c == 0x132 || c == 0x133 ||
        c == 0x13F || c == 0x140 || c == 0x17F || (c >= 0x1D400 && c <= 0x1D7FF) ||
        (c >= 0x1F100 && c <= 0x1F16C) || c == 0x2100 || c == 0x33A1 || c == 0x33A5;
    if (!compatible) return false;
    const bool fraction = (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E) || c == 0x2189;
    if (fraction && !out_.empty() && out_.back() >= '0' && out_.back() <= '9') out_ += ' ';
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString plain = nfkc_->normalize(icu::UnicodeString(code), status);
    if (U_FAILURE(status)) return false;
    const bool circled = c >= 0x2460 && c <= 0x24FF;
    if (circled && !out_.empty() && out_.back() != ' ') out_ += ' ';
    std::string bytes;
    plain.toUTF8String(bytes);
    if (bytes.empty()) return false;
    out_ += bytes;
    if (circled) out_ += ' ';
    return true;
  }

  // A power behind a figure or a bracket keeps its sign: 10³ → 10^3; m² → m2.
  void superscript(char digit) {
    const char last = out_.empty() ? ' ' : out_.back();
    const bool goes_on = power_end_ == out_.size() && power_end_ != 0;
    if (!goes_on && ((last >= '0' && last <= '9') || last == ')' || digit == '-' || ends_in_quantity()))
      out_ += '^';
    out_ += digit;
    power_end_ = out_.size();
  }

  // x², 3a³, AB²: what an equation writes, and no unit (m²), no gas (CO² for CO₂), no note behind a word.
  [[nodiscard]] bool ends_in_quantity() const {
    const auto from_end = [this](std::size_t n) { return n < out_.size() ? out_[out_.size() - 1 - n] : ' '; };
    const auto letter = [](char b) {
      return (b >= 'a' && b <= 'z') || is_ascii_capital(b) || static_cast<unsigned char>(b) >= 0x80;
    };
    constexpr std::string_view kUnknowns = "abcnprtuvxyz";
    if (from_end(0) == 'c' && from_end(1) == 'm') return !letter(from_end(2));  // E = mc²
    if (kUnknowns.find(from_end(0)) != std::string_view::npos) return !letter(from_end(1));
    if (out_.ends_with("π")) return !letter(from_end(2));
    return is_ascii_capital(from_end(0)) && is_ascii_capital(from_end(1)) && from_end(0) != 'O' &&
           !letter(from_end(2));
  }

  std::string_view text_;
  std::string& out_;
  SpanMap& map_;
  const icu::Normalizer2* nfc_;
  const icu::Normalizer2* nfkc_;
  const icu::Normalizer2* nfd_;
  icu::UnicodeString letters_;
  std::size_t power_end_ = 0;
  std::size_t word_end_ = 0;  // of the word that was last looked at for letters of ours
  bool word_is_mixed_ = false;
};

}  // namespace

void clean(std::string_view text, std::string& out, SpanMap& map) {
  out.clear();
  out.reserve(text.size() + 16);
  map.reset();
  Cleaner(text, out, map).run();
}

}  // namespace loa::normalizer
