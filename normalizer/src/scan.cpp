// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan.h"

#include <unicode/uchar.h>

#include <array>

#include "alphabet.h"
#include "loa/base/utf8.h"

namespace loa::normalizer {
namespace {

enum class ByteClass : std::uint8_t { mark, lower, upper, digit, blank, lead };

constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (unsigned b = 0; b < 256; ++b) {
    ByteClass c = ByteClass::mark;
    if (b >= 'a' && b <= 'z') c = ByteClass::lower;
    if (b >= 'A' && b <= 'Z') c = ByteClass::upper;
    if (b >= '0' && b <= '9') c = ByteClass::digit;
    if (b <= ' ' || b == 0x7F) c = ByteClass::blank;  // control characters are blanks
    if (b >= 0x80) c = ByteClass::lead;
    classes[b] = c;
  }
  return classes;
}
constexpr auto kByteClasses = make_byte_classes();

bool is_blank(char32_t c) {
  return c == 0xA0 || (c > 0xA0 && u_isUWhiteSpace(static_cast<UChar32>(c))) || (c >= 0x80 && c < 0xA0);
}

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      const Character c = peek();
      Token token;
      token.begin = static_cast<std::uint32_t>(at_);
      token.code = c.code;
      switch (c.byte_class) {
        case ByteClass::lower:
        case ByteClass::upper:
          word(token);
          break;
        case ByteClass::digit:
          run_of(ByteClass::digit, TokenKind::number, token);
          break;
        case ByteClass::blank:
          run_of(ByteClass::blank, TokenKind::blank, token);
          break;
        default:
          at_ += c.size;
          token.kind = TokenKind::mark;
          break;
      }
      token.end = static_cast<std::uint32_t>(at_);
      tokens_.push_back(token);
    }
  }

 private:
  struct Character {
    char32_t code;
    std::uint8_t size;
    ByteClass byte_class;
  };

  [[nodiscard]] Character peek() const {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    const ByteClass byte_class = kByteClasses[byte];
    if (byte_class != ByteClass::lead) return {byte, 1, byte_class};
    // Vietnamese letters take two or three bytes; the clean text is well-formed.
    char32_t code = 0;
    std::uint8_t size = 0;
    if (byte < 0xE0 && at_ + 1 < text_.size()) {
      code =
          static_cast<char32_t>((byte & 0x1FU) << 6) | (static_cast<unsigned char>(text_[at_ + 1]) & 0x3FU);
      size = 2;
    } else if (byte < 0xF0 && at_ + 2 < text_.size()) {
      code = static_cast<char32_t>((byte & 0x0FU) << 12) |
             static_cast<char32_t>((static_cast<unsigned char>(text_[at_ + 1]) & 0x3FU) << 6) |
             (static_cast<unsigned char>(text_[at_ + 2]) & 0x3FU);
      size = 3;
    } else {
      const utf8::Decoded d = utf8::decode(text_, at_);
      code = d.code_point;
      size = d.size;
    }
    switch (letter_case(code)) {
      case LetterCase::lower:
        return {code, size, ByteClass::lower};
      case LetterCase::upper:
        return {code, size, ByteClass::upper};
      case LetterCase::none:
        break;
    }
    return {code, size, is_blank(code) ? ByteClass::blank : ByteClass::mark};
  }

  void word(Token& token) {
    token.kind = TokenKind::word;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first_capital = false;
    while (at_ < text_.size()) {
      if (kByteClasses[static_cast<unsigned char>(text_[at_])] == ByteClass::lower) {
        ++letters;
        ++at_;
        continue;
      }
      const Character c = peek();
      if (c.byte_class != ByteClass::lower && c.byte_class != ByteClass::upper) break;
      if (c.byte_class == ByteClass::upper) {
        ++capitals;
        if (letters == 0) first_capital = true;
      }
      ++letters;
      at_ += c.size;
    }
    token.letters = static_cast<std::uint8_t>(letters < 255 ? letters : 255);
    if (capitals == 0)
      token.shape = Shape::lower;
    else if (capitals == letters)
      token.shape = letters == 1 ? Shape::single_upper : Shape::upper;
    else
      token.shape = first_capital && capitals == 1 ? Shape::capitalised : Shape::mixed;
  }

  void run_of(ByteClass byte_class, TokenKind kind, Token& token) {
    token.kind = kind;
    while (at_ < text_.size()) {
      // ASCII is told by its byte alone: nearly every blank is one byte, and every digit.
      const ByteClass found = kByteClasses[static_cast<unsigned char>(text_[at_])];
      if (found == byte_class) {
        ++at_;
        continue;
      }
      if (found != ByteClass::lead || byte_class == ByteClass::digit) break;
      const Character c = peek();
      if (c.byte_class != byte_class) break;
      at_ += c.size;
    }
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace

void scan(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  tokens.reserve(text.size() / 3 + 8);
  Scanner(text, tokens).run();
}

}  // namespace loa::normalizer
