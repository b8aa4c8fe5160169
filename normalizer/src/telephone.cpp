// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

constexpr Phrases kCues = {"điện thoại",     "đt",         "sđt",      "hotline",  "zalo",
                           "viber",          "whatsapp",   "fax",      "tel",      "liên hệ",
                           "liên lạc",       "gọi",        "gọi số",   "tổng đài", "số máy",
                           "đường dây nóng", "di động",    "nhắn tin", "gọi đến",  "điện thoại số",
                           "tổng đài số",    "máy bàn",    "gọi điện", "mobile",   "nhắn tin đến",
                           "soạn tin gửi",   "phone",      "đầu số",   "thuê bao", "sim",
                           "số điện thoại",  "số hotline", "bấm",      "bấm số",   "quay số"};
// Numbers of three to five figures that are called.
constexpr Phrases kShortCues = {
    "cảnh sát", "tổng đài",  "gọi",         "gọi số",   "hotline",       "đường dây nóng", "cứu hỏa",
    "cấp cứu",  "đường dây", "bấm",         "bấm số",   "quay số",       "gọi ngay",       "điện thoại",
    "gọi đến",  "đầu số",    "tổng đài số", "gọi điện", "lực lượng",     "nhắn tin đến",   "trung tâm",
    "cổng",     "điều hành", "qua kênh",    "hệ thống", "cổng thông tin"};
bool is_hotline(std::string_view figures) { return tables::is_in(tables::List::hotline, figures); }

// Before "số 113" where it is called, not counted.
constexpr Phrases kReachedBy = {"qua", "tới", "đến", "vào", "theo", "liên hệ", "báo", "về"};
// Around a list of such numbers.
constexpr Phrases kListCues = {"gọi", "đầu số", "tổng đài", "khẩn cấp", "báo tin", "tin báo", "xe ưu tiên"};

bool is_short(const Context& c, std::size_t i) {
  return c.is(i, TokenKind::number) && (c[i].size() == 3 || c[i].size() == 4) && is_hotline(c.text(i));
}

// Đầu số 112, 113, 114 và 115: one number of a list of such numbers.
bool is_listed(const Context& c, std::size_t i) {
  if (!is_short(c, i) || c[i].size() != 3 || c.text(i).substr(0, 2) != "11") return false;
  const auto is_other = [&](std::size_t k) {
    return k != i && is_short(c, k) && c[k].size() == 3 && c.text(k).substr(0, 2) == "11";
  };
  const auto joins = [&](std::size_t k) {
    return c.is_mark(k, U',') || (c.is(k, TokenKind::word) &&
                                  (c.folded(k) == "và" || c.folded(k) == "hoặc" || c.folded(k) == "hay"));
  };
  const std::size_t after = c.skip_blank(i + 1);
  const bool before_other = joins(after) && is_other(c.skip_blank(after + 1));
  const std::size_t before = i == 0 ? Context::npos : c.skip_blank_back(i - 1);
  const bool behind_other =
      before != Context::npos && before > 0 && joins(before) && is_other(c.skip_blank_back(before - 1));
  return (before_other || behind_other) && c.near_any(i, i + 1, kListCues);
}

struct Number {
  static constexpr std::size_t kMost = 8;
  std::array<std::size_t, kMost> groups{};
  std::size_t count = 0;
  std::size_t digits = 0;
  bool masked = false;  // 0234.3822.xxx
  std::size_t last = 0;
};

bool is_mask(const Context& c, std::size_t i) {
  if (!c.is(i, TokenKind::word)) return false;
  const std::string_view text = c.text(i);
  return text.size() >= 2 &&
         std::all_of(text.begin(), text.end(), [](char b) { return b == 'x' || b == 'X'; });
}

// 0935.***.112: as many stars as stand there from token i on.
std::size_t stars(const Context& c, std::size_t i) {
  std::size_t count = 0;
  while (count < 8 && c.is_mark(i + count, U'*')) ++count;
  return count;
}

Number gather(const Context& c, std::size_t i) {
  Number n;
  while (n.count < Number::kMost) {
    const std::size_t hidden = n.count > 0 ? stars(c, i) : 0;
    if (!c.is(i, TokenKind::number) && !(n.count > 0 && is_mask(c, i)) && hidden < 2) break;
    if (c.is(i, TokenKind::number)) {
      if (n.digits + c[i].size() > 13) break;
      n.digits += c[i].size();
    } else {
      n.masked = true;
    }
    n.groups[n.count++] = i;
    if (hidden > 0) i += hidden - 1;
    n.last = i + 1;
    // 091234xxxx, 0912xxx456: the mask is glued on, and figures to it.
    if (is_mask(c, i + 1) || stars(c, i + 1) > 1 ||
        ((is_mask(c, i) || hidden > 0) && c.is(i + 1, TokenKind::number))) {
      ++i;
      continue;
    }
    const bool sign =
        c.is_blank(i + 1) || c.is_mark(i + 1, U'.') || c.is_dash(i + 1) || c.is_mark(i + 1, U')');
    if (!sign) break;
    const bool closing = c.is_mark(i + 1, U')') && c.is_blank(i + 2);
    // 0905 - 123 - 456
    const bool spaced = c.is_blank(i + 1) && (c.is_dash(i + 2) || c.is_mark(i + 2, U'.')) &&
                        c.is_blank(i + 3) && c[n.groups[0]].size() >= 3 && c.text(n.groups[0])[0] == '0';
    i += spaced ? 4 : closing ? 3 : 2;
  }
  return n;
}

// The number without its last group.
void drop_last(const Context& c, Number& n) {
  --n.count;
  if (c.is(n.groups[n.count], TokenKind::number)) n.digits -= c[n.groups[n.count]].size();
  n.last = n.groups[n.count - 1] + 1;
}

// How a number begins, and what stands before it.
struct Head {
  std::size_t first = 0;       // its first token, behind + and (
  std::size_t cue_end = 0;     // where the words end that may call it a telephone number
  std::string_view text;       // its first figures
  bool international = false;  // +84
  bool bracket = false;        // (0234)
  bool with_country = false;   // 84-905-123-456
  bool hidden = false;         // 09****1234
  bool cued = false;           // a word calls it a telephone number
};

// taxi 38.32.32.32: four pairs, where somebody is called.
bool is_in_pairs(const Context& c, std::size_t i) {
  if (c[i].size() != 2 || c.text(i)[0] == '0' || !c.is_mark(i + 1, U'.')) return false;
  for (std::size_t pair = 1; pair < 4; ++pair)
    if (!c.is_mark(i + 2 * pair - 1, U'.') || !c.is(i + 2 * pair, TokenKind::number) ||
        c[i + 2 * pair].size() != 2)
      return false;
  static constexpr Phrases kCalled = {"taxi", "gọi", "liên hệ", "tổng đài", "điện thoại", "đt", "hotline"};
  return c.near_any(i, i + 7, kCalled);
}

std::optional<Head> read_head(const Context& c, std::size_t i) {
  const bool plus = c.is_mark(i, U'+');
  Head head;
  head.bracket = c.is_mark(i, U'(');
  head.international = plus || (head.bracket && c.is_mark(i + 1, U'+'));
  head.first = i + (head.bracket ? 1u : 0u) + (head.international ? 1u : 0u);
  const std::size_t first = head.first;
  if (!c.is(first, TokenKind::number)) return std::nullopt;
  if (first == i && i > 1 && c.is(i - 2, TokenKind::number) &&
      (c.is_mark(i - 1, U',') || c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U'/')))
    return std::nullopt;
  head.text = c.text(first);
  // Quay số: 05-11-23-34: the numbers of a draw.
  head.with_country = head.text == "84" && (c.is_dash(first + 1) || c.is_mark(first + 1, U'.')) &&
                      c.is(first + 2, TokenKind::number) && c[first + 2].size() == 3;
  head.hidden = head.text.size() == 2 && head.text[0] == '0' && stars(c, first + 1) > 1;
  // (04) 38.228.302: as they were before 2017
  const bool old = head.bracket && head.text.size() == 2 && head.text[0] == '0' && c.is_mark(first + 1, U')');
  const bool pairs = is_in_pairs(c, first);
  if (!head.international && head.text.size() < 3 && !head.with_country && !head.hidden && !old && !pairs)
    return std::nullopt;
  const std::size_t colon = i > 0 ? c.skip_blank_back(i - 1) : i;
  head.cue_end = c.is_mark(colon, U':') ? colon : i;
  head.cued = pairs || c.preceded_by_any(head.cue_end, kCues);
  return head;
}

// thuê bao 200.000 đồng/tháng: what it costs, or how many there are
bool is_counted(const Context& c, const Number& n) {
  static constexpr Phrases kCounted = {"đồng", "người", "khách hàng", "thuê bao", "triệu",
                                       "lượt", "nghìn", "cuộc",       "chiếc",    "số"};
  return c.followed_by_any(n.last, kCounted) ||
         tables::find_currency(c.text(c.skip_blank(n.last))) != nullptr;
}

// Whether a telephone number of this head has so many figures in so many groups.
bool is_complete(const Context& c, const Head& head, const Number& n) {
  const std::string_view text = head.text;
  if (head.international) return n.digits >= 8 && n.digits <= 13 && (head.cued || text.substr(0, 2) == "84");
  if (head.with_country) return n.digits == 11;
  if (head.bracket && !(text[0] == '0' && n.count > 1)) return false;
  if (head.bracket && text.size() == 2) return n.digits == 10 && !n.masked;
  if (text[0] == '0' && (text.size() >= 3 || head.hidden)) {
    if (n.masked) return n.digits >= 3;
    return n.digits == 10 || n.digits == 11 || (head.cued && n.digits >= 6);
  }
  const std::string_view service = text.substr(0, 4);
  if (service == "1900" || service == "1800")
    return n.digits >= 8 && n.digits <= 10 && (n.count == 1) == (text.size() > 4);
  // 3822 755, 3.822.755
  return head.cued && !n.masked && n.digits >= 6 && n.digits <= 8 && (n.count > 1 || text.size() >= 7) &&
         !is_counted(c, n);
}

// Whether the short number goes on: 113/QĐ, 113.5.
bool goes_on(const Context& c, std::size_t first) {
  return c.is_mark(first + 1, U'/') || (c.is_mark(first + 1, U'.') && c.is(first + 2, TokenKind::number));
}

// gọi 113, gọi số 0692 345 678 hoặc 113, ĐT: 114
bool is_short_behind_cue(const Context& c, const Head& head) {
  static constexpr Phrases kCall = {"gọi", "báo", "liên hệ", "điện thoại", "đt", "hotline", "sđt", "lh"};
  const std::size_t i = c.here();
  if (!is_hotline(head.text) || goes_on(c, head.first)) return false;
  if (c.preceded_by_any(head.cue_end, kShortCues)) return true;
  if (head.text.size() == 3 && head.text.substr(0, 2) == "11" && c.preceded_by(head.cue_end, "đt"))
    return true;
  const std::size_t joint = c.word_before(i);
  return joint != Context::npos && joint >= 2 && (c.folded(joint) == "hoặc" || c.folded(joint) == "hay") &&
         c.is(c.skip_blank_back(joint - 1), TokenKind::number) && c.near_any(i, i + 1, kCall);
}

// Gọi 112 khi cần cứu nạn, 113 báo an ninh, 115 cấp cứu: the further ones of a list.
bool is_short_of_list(const Context& c, const Head& head) {
  static constexpr Phrases kTask = {"báo", "cấp cứu", "khi", "cứu", "chữa cháy", "để", "cảnh sát"};
  const std::size_t i = c.here();
  return head.text.size() == 3 && head.text[0] == '1' && head.text[1] == '1' && c.near(i, i + 1, "gọi") &&
         c.followed_by_any(head.first + 1, kTask);
}

// cú pháp VNN gửi 1409
bool is_sent_to(const Context& c, const Head& head) {
  static constexpr Phrases kMessage = {"cú pháp", "soạn", "tin nhắn"};
  const std::size_t i = c.here();
  return head.text.size() == 4 && head.text[0] >= '1' && head.text[0] <= '9' && c.preceded_by(i, "gửi") &&
         c.near_any(i, i + 1, kMessage);
}

// "số 113" is called, "số 113 Lê Lợi" is a house. tin báo qua số 112 là thật: called too, whatever follows
// but the name of a street.
bool is_called(const Context& c, const Head& head) {
  static constexpr Phrases kStreet = {"đường", "phố", "ngõ", "ngách", "hẻm", "tổ", "thôn"};
  const std::size_t first = head.first;
  const std::size_t next = c.skip_blank(first + 1);
  if (c.is(next, TokenKind::number) || c.is_mark(first + 1, U'/')) return false;
  if (is_hotline(head.text) && head.text.size() == 3 && c.preceded_by(first, "số") &&
      !c.is(next, TokenKind::word) && !c.is_mark(first + 1, U'.') && !c.is_mark(first + 1, U','))
    return true;
  const std::size_t sign = c.word_before(first);
  return is_short(c, first) && sign != Context::npos && c.folded(sign) == "số" &&
         c.preceded_by_any(sign, kReachedBy) &&
         !(c.is(next, TokenKind::word) && c[next].shape != Shape::lower) &&
         !c.followed_by_any(first + 1, kStreet) && !goes_on(c, first);
}

// CA 113, PCCC 114, cấp cứu 115
bool is_short_of_office(const Context& c, const Head& head) {
  static constexpr Phrases kOffices = {"ca",      "pccc",     "công an",   "cảnh sát pccc",
                                       "cứu hộ",  "báo cháy", "chữa cháy", "cấp cứu",
                                       "cứu nạn", "khẩn cấp", "báo",       "báo ngay"};
  static constexpr Phrases kJoins = {"hoặc", "và", "khi", "để"};
  const std::size_t first = head.first;
  return is_short(c, first) && first == c.here() && c.preceded_by_any(head.cue_end, kOffices) &&
         (!c.is(c.skip_blank(first + 1), TokenKind::word) || c.followed_by_any(first + 1, kJoins)) &&
         !c.is_mark(first + 1, U'/') && !c.is(first + 2, TokenKind::number);
}

// tổng đài 1022, nhắn tin đến 1408
bool is_switchboard(const Context& c, const Head& head) {
  return head.text.size() == 4 && head.text[0] == '1' && c.preceded_by_any(head.cue_end, kShortCues) &&
         (c.preceded_by(head.cue_end, "tổng đài") || c.preceded_by(head.cue_end, "nhắn tin đến"));
}

bool is_short_number(const Context& c, const Head& head) {
  if (head.first != c.here()) return false;
  return is_short_behind_cue(c, head) || is_short_of_list(c, head) || is_sent_to(c, head) ||
         is_called(c, head) || is_short_of_office(c, head) || is_switchboard(c, head) ||
         is_listed(c, head.first);
}

// The telephone number at here(), or one without groups.
Number read_number(const Context& c, const Head& head) {
  Number n = gather(c, head.first);
  // A number that follows may have been taken in: "1900 1234, 15 người".
  while (n.count > 1 && !is_complete(c, head, n)) drop_last(c, n);
  if (is_complete(c, head, n)) return n;
  n = {};
  if (!is_short_number(c, head)) return n;
  n.groups[0] = head.first;
  n.count = 1;
  n.last = head.first + 1;
  return n;
}

// Figures, x for what is kept back, or stars for it.
void say_group(const Context& c, Draft& draft, std::size_t i) {
  const Token& token = c[i];
  const std::string_view text = c.text(i);
  if (token.is(TokenKind::word)) {
    for (std::size_t at = 0; at < text.size(); ++at)
      draft.say("ích", {token.begin + at, token.begin + at + 1});
  } else if (token.is(TokenKind::mark)) {
    for (std::size_t star = 0; star < stars(c, i); ++star) draft.say("sao", c[i + star].span());
  } else {
    say_digits(draft, text, token.span());
  }
}

// 0912345678, written in one piece: said as people say it, 4-3-3.
void say_in_groups(const Context& c, Draft& draft, std::size_t i) {
  const std::string_view text = c.text(i);
  const std::size_t begin = c[i].begin;
  say_digits(draft, text.substr(0, 4), {begin, begin + 4});
  draft.group_pause();
  say_digits(draft, text.substr(4, 3), {begin + 4, begin + 7});
  draft.group_pause();
  say_digits(draft, text.substr(7), {begin + 7, c[i].end});
}

}  // namespace

// 0912 345 678, (0234) 3822.755, +84 912…, 1900 1234, 113: figure by figure, a
// short silence between the groups.
bool recognise_telephone(const Context& c, Draft& draft) {
  const std::optional<Head> head = read_head(c, c.here());
  if (!head) return false;
  // G3 02345 - 12345: tickets that won.
  static constexpr Phrases kLottery = {"xổ số", "kqxs", "xskt"};
  if (head->text.size() == 5 && c.is_dash(c.skip_blank(head->first + 1)) &&
      c.near_any(head->first, head->first + 1, kLottery))
    return false;
  const Number n = read_number(c, *head);
  if (n.count == 0) return false;
  if (head->international) draft.say("cộng", c[head->first - 1].span());
  const std::string_view text = c.text(n.groups[0]);
  if (n.count == 1 && text.size() == 10 && text[0] == '0' && c.is(n.groups[0], TokenKind::number)) {
    say_in_groups(c, draft, n.groups[0]);
    return draft.accept(SemioticClass::telephone, "telephone", n.last);
  }
  for (std::size_t g = 0; g < n.count; ++g) {
    if (g > 0) draft.group_pause();
    say_group(c, draft, n.groups[g]);
  }
  return draft.accept(SemioticClass::telephone, "telephone", n.last);
}

}  // namespace loa::normalizer
