// SPDX-License-Identifier: GPL-3.0-or-later
#include "number_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace loa::normalizer {
namespace {

constexpr std::array<std::string_view, 10> kDigits{"không", "một", "hai", "ba",  "bốn",
                                                   "năm",   "sáu", "bảy", "tám", "chín"};

unsigned digit(char c) { return static_cast<unsigned>(c - '0'); }

/// The words of one number, from the largest group of three down, each given to `add`.
template <class Add>
class Cardinal {
 public:
  Cardinal(Add add, const Style& style) : add_(add), style_(style) {}

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
        for (std::size_t n = 0; n < g; ++n) add_("tỷ");
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
      if (g == 2) add_("triệu");
      if (g == 1) add_(style_.thousand == Style::Thousand::nghin ? "nghìn" : "ngàn");
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
      add_(kDigits[hundreds]);
      add_("trăm");
    }
    if (tens == 0) {
      if (units == 0) return;
      if (with_hundreds) add_(style_.zero_ten == Style::ZeroTen::linh ? "linh" : "lẻ");
      add_(kDigits[units]);
      return;
    }
    if (tens == 1) {
      add_("mười");
    } else {
      add_(kDigits[tens]);
      add_("mươi");
    }
    if (units == 0) return;
    if (units == 5) {
      add_("lăm");
    } else if (units == 1 && tens > 1) {
      add_("mốt");
    } else if (units == 4 && tens > 1) {
      add_(style_.four == Style::Four::tu ? "tư" : "bốn");
    } else {
      add_(kDigits[units]);
    }
  }

  Add add_;
  const Style& style_;
  bool started_ = false;
};

constexpr std::size_t kMostFigures = 27;  // nobody can follow a longer number: it is said by its digits
// Three groups of nine figures, each of fifteen words, triệu and nghìn, and three times tỷ.
constexpr std::size_t kMostWords = 3 * 17 + 3;

constexpr std::size_t kLongNumber = 7;  // figures; a reader takes what is longer in groups

bool ends_group(std::string_view word) {
  return word == "tỷ" || word == "triệu" || word == "nghìn" || word == "ngàn";
}

/// How many of `left` digits are said in one go: three, but no digit stays alone, and eight are halved.
std::size_t digits_together(std::size_t left) { return left == 8 || left == 4 ? 4 : 3; }

}  // namespace

void say_cardinal(Draft& draft, std::string_view digits, const Style& style, Span source) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) {
    draft.say_word(kDigits[0], source);
    return;
  }
  const std::string_view figures = digits.substr(first);
  if (figures.size() > kMostFigures) {
    for (const char c : digits) draft.say_word(kDigits[digit(c)], source);
    return;
  }
  if (digits.size() < kLongNumber) {
    Cardinal([&](std::string_view word) { draft.say_word(word, source); }, style).say(figures);
    return;
  }
  std::array<std::string_view, kMostWords> words;
  std::size_t count = 0;
  Cardinal([&](std::string_view word) { words[count++] = word; }, style).say(figures);
  constexpr std::size_t kShort = 8;  // words that are said in one go: một triệu hai trăm năm mươi nghìn
  for (std::size_t n = 0; n < count; ++n) {
    draft.say_word(words[n], source);
    if (count > kShort && ends_group(words[n]) && n + 1 < count && !ends_group(words[n + 1]))
      draft.group_pause();
  }
}

void say_cardinal(Draft& draft, std::uint64_t value, const Style& style, Span source) {
  std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 1> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  say_cardinal(draft, std::string_view(digits.data(), end), style, source);
}

bool heard_as_one(std::uint64_t first, std::uint64_t second) {
  return first >= 10 && second > 0 &&
         ((first % 10 == 0 && second < 10) || (first % 100 == 0 && second < 100));
}

void say_digits(Draft& draft, std::string_view digits, Span source) {
  const bool in_groups = digits.size() >= kLongNumber;
  while (!digits.empty()) {
    const std::size_t together =
        in_groups ? std::min(digits_together(digits.size()), digits.size()) : digits.size();
    for (const char c : digits.substr(0, together)) draft.say_word(kDigits[digit(c)], source);
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
