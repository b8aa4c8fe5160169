// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/dateline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "loa/base/utf8.h"

namespace loa::bulletin {
namespace {

constexpr int kLines = 12;
constexpr std::size_t kLineBytes = 120;
constexpr int kEarliestYear = 1975, kLatestYear = 2199;

/// A run of digits, a run of letters, or one other character.
struct Token {
  enum class Kind : unsigned char { digits, letters, mark } kind;
  std::string_view text;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  // Lead bytes of the Vietnamese letters: U+00C0–U+01BF and U+1E00–U+1FFF.
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte <= 0xC6) || byte == 0xE1;
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    if (is_digit(line[at])) {
      while (end < line.size() && is_digit(line[end])) ++end;
      tokens.push_back({Token::Kind::digits, line.substr(at, end - at)});
    } else if (is_letter(line[at])) {
      while (end < line.size() &&
             (is_letter(line[end]) || !utf8::is_boundary(static_cast<unsigned char>(line[end]))))
        ++end;
      tokens.push_back({Token::Kind::letters, line.substr(at, end - at)});
    } else {
      end = at + utf8::decode(line, at).size;
      if (line[at] != ' ') tokens.push_back({Token::Kind::mark, line.substr(at, end - at)});
    }
    at = end;
  }
  return tokens;
}

// What may stand beside the date. Compared with both cases of the first letter;
// the list is short enough to hold the two.
bool furnishes(std::string_view word) {
  constexpr std::array kWords{"Thứ", "thứ",  "Hai",  "hai",  "Ba",    "ba",   "Tư",   "tư",   "Năm",
                              "năm", "Sáu",  "sáu",  "Bảy",  "bảy",   "Chủ",  "chủ",  "Nhật", "nhật",
                              "CN",  "Ngày", "ngày", "Cập",  "cập",   "Đăng", "đăng", "lúc",  "Lúc",
                              "giờ", "phút", "sáng", "trưa", "chiều", "tối",  "AM",   "PM",   "GMT",
                              "UTC", "h",    "g",    "Xuất", "xuất",  "bản",  "ra",   "tháng"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::optional<int> number(const Token& token, std::size_t most_digits) {
  if (token.kind != Token::Kind::digits || token.text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char c : token.text) value = value * 10 + (c - '0');
  return value;
}

std::string iso(std::optional<int> day, std::optional<int> month, std::optional<int> year) {
  if (!day || !month || !year || *year < kEarliestYear || *year > kLatestYear) return {};
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

// A date at tokens[at …]; `used` is how many tokens it takes.
std::string date_at(const std::vector<Token>& tokens, std::size_t at, std::size_t& used) {
  if (at + 5 > tokens.size()) return {};
  const auto text = [&](std::size_t i) { return tokens[at + i].text; };
  const bool separated = text(1) == text(3) && (text(1) == "/" || text(1) == "-" || text(1) == ".");
  const bool spelled = text(1) == "tháng" && text(3) == "năm";
  if (!separated && !spelled) return {};
  used = 5;
  if (separated && text(0).size() == 4)
    return iso(number(tokens[at + 4], 2), number(tokens[at + 2], 2), number(tokens[at], 4));
  if (text(4).size() != 4) return {};
  return iso(number(tokens[at], 2), number(tokens[at + 2], 2), number(tokens[at + 4], 4));
}

std::string date_of_line(std::string_view line) {
  if (line.empty() || line.size() > kLineBytes) return {};
  const std::vector<Token> tokens = tokens_of(line);
  // A place before it: "Huế, ngày 27 tháng 8 năm 2025".
  std::size_t begin = 0;
  for (std::size_t i = 1; i + 1 < tokens.size() && i <= 4; ++i) {
    if (tokens[i].text == "," && tokens[i + 1].text == "ngày") begin = i + 1;
  }
  std::string found;
  for (std::size_t i = begin; i < tokens.size();) {
    std::size_t used = 0;
    const std::string date = date_at(tokens, i, used);
    if (!date.empty()) {
      if (!found.empty()) return {};
      found = date;
      i += used;
      continue;
    }
    if (tokens[i].kind == Token::Kind::letters && !furnishes(tokens[i].text)) return {};
    ++i;
  }
  return found;
}

}  // namespace

std::string publication_date(std::string_view text) {
  for (int i = 0; i < kLines && !text.empty(); ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (std::string date = date_of_line(text.substr(0, end)); !date.empty()) return date;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

}  // namespace loa::bulletin
