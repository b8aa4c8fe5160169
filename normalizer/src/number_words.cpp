// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_words.h"

#include <algorithm>
#include <array>

namespace loa::normalizer {
namespace {

constexpr std::array<std::string_view, 10> kDigits{"không", "một", "hai", "ba",  "bốn",
                                                   "năm",   "sáu", "bảy", "tám", "chín"};

void add(std::string& out, std::string_view word) {
  if (!out.empty() && out.back() != ' ') out += ' ';
  out += word;
}

unsigned digit(char c) { return static_cast<unsigned>(c - '0'); }

/// The words of one number, from the largest group of three down.
class Cardinal {
 public:
  Cardinal(std::string& out, const Style& style) : out_(out), style_(style) {}

  // `digits` has no leading zero. Nine figures make a group that counts in tỷ:
  // 10^15 is một triệu tỷ, 10^18 một tỷ tỷ.
  void say(std::string_view digits) {
    const std::size_t groups = (digits.size() + 8) / 9;
    std::size_t at = 0;
    for (std::size_t g = groups; g-- > 0;) {
      const std::size_t size = g + 1 == groups ? digits.size() - 9 * g : 9;
      const bool any = say_nine(digits.substr(at, size));
      at += size;
      if (any) {
        for (std::size_t n = 0; n < g; ++n) add(out_, "tỷ");
      }
    }
  }

 private:
  bool say_nine(std::string_view digits) {
    const std::size_t groups = (digits.size() + 2) / 3;
    bool any = false;
    std::size_t at = 0;
    for (std::size_t g = groups; g-- > 0;) {
      const std::size_t size = g + 1 == groups ? digits.size() - 3 * g : 3;
      const std::string_view three = digits.substr(at, size);
      at += size;
      if (three.find_first_not_of('0') == std::string_view::npos) continue;
      say_three(three);
      any = true;
      if (g == 2) add(out_, "triệu");
      if (g == 1) add(out_, style_.thousand == Style::Thousand::nghin ? "nghìn" : "ngàn");
    }
    return any;
  }

  void say_three(std::string_view digits) {
    const unsigned units = digit(digits[digits.size() - 1]);
    const unsigned tens = digits.size() > 1 ? digit(digits[digits.size() - 2]) : 0;
    const unsigned hundreds = digits.size() > 2 ? digit(digits[0]) : 0;
    const bool with_hundreds = digits.size() > 2 && (started_ || hundreds > 0);
    started_ = true;
    if (with_hundreds) {
      add(out_, kDigits[hundreds]);
      add(out_, "trăm");
    }
    if (tens == 0) {
      if (units == 0) return;
      if (with_hundreds) add(out_, style_.zero_ten == Style::ZeroTen::linh ? "linh" : "lẻ");
      add(out_, kDigits[units]);
      return;
    }
    if (tens == 1) {
      add(out_, "mười");
    } else {
      add(out_, kDigits[tens]);
      add(out_, "mươi");
    }
    if (units == 0) return;
    if (units == 5) {
      add(out_, "lăm");
    } else if (units == 1 && tens > 1) {
      add(out_, "mốt");
    } else if (units == 4 && tens > 1) {
      add(out_, style_.four == Style::Four::tu ? "tư" : "bốn");
    } else {
      add(out_, kDigits[units]);
    }
  }

  std::string& out_;
  const Style& style_;
  bool started_ = false;
};

}  // namespace

void append_cardinal(std::string& out, std::string_view digits, const Style& style) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) {
    add(out, kDigits[0]);
    return;
  }
  // Nobody can follow a number of more than 27 figures: by its digits.
  if (digits.size() - first > 27) {
    append_digits(out, digits);
    return;
  }
  Cardinal(out, style).say(digits.substr(first));
}

void append_digits(std::string& out, std::string_view digits) {
  for (const char c : digits) add(out, kDigits[digit(c)]);
}

namespace {

constexpr std::size_t kLongNumber = 7;  // figures; a reader takes what is longer in groups

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

bool ends_group(std::string_view word) {
  return word == "tỷ" || word == "triệu" || word == "nghìn" || word == "ngàn";
}

/// How many of `left` digits are said in one go: three, but no digit stays alone, and eight are halved.
std::size_t digits_together(std::size_t left) { return left == 8 || left == 4 ? 4 : 3; }

}  // namespace

void say_cardinal(Draft& draft, std::string_view digits, const Style& style, Span source) {
  std::string& words = draft.scratch();
  append_cardinal(words, digits, style);
  constexpr std::ptrdiff_t kShort = 8;  // words that are said in one go: một triệu hai trăm năm mươi nghìn
  if (digits.size() < kLongNumber || std::count(words.begin(), words.end(), ' ') < kShort) {
    draft.say(words, source);
    return;
  }
  std::string_view rest = words;
  while (!rest.empty()) {
    const std::string_view word = first_word(rest);
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    draft.say(word, source);
    if (ends_group(word) && !rest.empty() && !ends_group(first_word(rest))) draft.group_pause();
  }
}

void say_cardinal(Draft& draft, std::uint64_t value, const Style& style, Span source) {
  say_cardinal(draft, std::to_string(value), style, source);
}

void say_digits(Draft& draft, std::string_view digits, Span source) {
  const bool in_groups = digits.size() >= kLongNumber;
  while (!digits.empty()) {
    const std::size_t together =
        in_groups ? std::min(digits_together(digits.size()), digits.size()) : digits.size();
    for (const char c : digits.substr(0, together)) draft.say(kDigits[digit(c)], source);
    digits.remove_prefix(together);
    if (!digits.empty()) draft.group_pause();
  }
}

void say_digit_pairs(Draft& draft, std::string_view digits, Span source) {
  if (digits.size() != 2 || digits[0] == '0' || digits[0] == '1' || digits[1] == '0') {
    say_digits(draft, digits, source);
    return;
  }
  // 45: bốn lăm; 21: hai mốt; 24: hai tư.
  draft.say(kDigits[digit(digits[0])], source);
  switch (digits[1]) {
    case '1':
      draft.say("mốt", source);
      break;
    case '4':
      draft.say("tư", source);
      break;
    case '5':
      draft.say("lăm", source);
      break;
    default:
      draft.say(kDigits[digit(digits[1])], source);
      break;
  }
}

void say_ordinal(Draft& draft, std::uint64_t value, const Style& style, Span source) {
  if (value == 1) {
    draft.say("nhất", source);
  } else if (value == 4) {
    draft.say("tư", source);
  } else {
    say_cardinal(draft, value, style, source);
  }
}

}  // namespace loa::normalizer
