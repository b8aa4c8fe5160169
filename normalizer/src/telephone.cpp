// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
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
    "cảnh sát",      "tổng đài", "gọi",         "gọi số",   "hotline",   "đường dây nóng",    "cứu hỏa",
    "cấp cứu",       "bấm",      "bấm số",      "quay số",  "gọi ngay",  "điện thoại",        "gọi đến",
    "số điện thoại", "đầu số",   "tổng đài số", "gọi điện", "lực lượng", "trung tâm cấp cứu", "nhắn tin đến",
    "trung tâm",     "cổng",     "điều hành",   "qua kênh", "hệ thống",  "cổng thông tin"};
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

}  // namespace

// 0912 345 678, (0234) 3822.755, +84 912…, 1900 1234, 113: figure by figure, a
// short silence between the groups.
bool recognise_telephone(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  std::size_t first = i;
  const bool plus = c.is_mark(i, U'+');
  const bool bracket = c.is_mark(i, U'(');
  if (plus || bracket) first = bracket && c.is_mark(i + 1, U'+') ? i + 2 : i + 1;
  if (!c.is(first, TokenKind::number)) return false;
  if (!plus && !bracket && i > 0 &&
      (c.is_mark(i - 1, U',') || c.is_mark(i - 1, U'.') || c.is_mark(i - 1, U'/')) && i > 1 &&
      c.is(i - 2, TokenKind::number))
    return false;
  const std::string_view head = c.text(first);
  const bool international = plus || (bracket && c.is_mark(i + 1, U'+'));
  // Quay số: 05-11-23-34: the numbers of a draw.
  // 84-905-123-456
  const bool with_country = head == "84" && (c.is_dash(first + 1) || c.is_mark(first + 1, U'.')) &&
                            c.is(first + 2, TokenKind::number) && c[first + 2].size() == 3;
  const bool hidden = head.size() == 2 && head[0] == '0' && stars(c, first + 1) > 1;  // 09****1234
  if (!international && head.size() < 3 && !with_country && !hidden) return false;
  // G3 02345 - 12345: tickets that won.
  static constexpr Phrases kLottery = {"xổ số", "kqxs", "xskt"};
  if (head.size() == 5 && c.is_dash(c.skip_blank(first + 1)) && c.near_any(first, first + 1, kLottery))
    return false;
  const std::size_t said_before =
      c.is_mark(c.skip_blank_back(i - 1), U':') && i > 0 ? c.skip_blank_back(i - 1) : i;
  const bool cued = c.preceded_by_any(said_before, kCues);

  Number n = gather(c, first);
  // thuê bao 200.000 đồng/tháng: what it costs, or how many there are
  static constexpr Phrases kCounted = {"đồng", "người", "khách hàng", "thuê bao", "triệu",
                                       "lượt", "nghìn", "cuộc",       "chiếc",    "số"};
  const auto counted = [&](const Number& number) {
    return c.followed_by_any(number.last, kCounted) ||
           tables::find_currency(c.text(c.skip_blank(number.last))) != nullptr;
  };
  const auto accepts = [&](const Number& number) {
    const std::size_t digits = number.digits;
    if (international)
      return digits >= 8 && digits <= 13 && (head == "84" || cued || head.substr(0, 2) == "84");
    if (with_country) return digits == 11;
    if (bracket && !(head[0] == '0' && number.count > 1)) return false;
    if (head[0] == '0' && (head.size() >= 3 || hidden)) {
      if (number.masked) return digits >= 3;
      if (digits == 10 || digits == 11) return true;
      return cued && digits >= 6;
    }
    if (head == "1900" || head == "1800") return number.count > 1 && digits >= 8 && digits <= 10;
    if (head.substr(0, 4) == "1900" || head.substr(0, 4) == "1800")
      return digits >= 8 && digits <= 10 && number.count == 1;
    if (cued && !number.masked) {
      // 3822 755, 3.822.755
      return digits >= 6 && digits <= 8 && (number.count > 1 || head.size() >= 7) && !counted(number);
    }
    return false;
  };
  // A number that follows may have been taken in: "1900 1234, 15 người".
  while (n.count > 1 && !accepts(n)) {
    --n.count;
    if (c.is(n.groups[n.count], TokenKind::number)) n.digits -= c[n.groups[n.count]].size();
    n.last = n.groups[n.count - 1] + 1;
  }
  bool accepted = accepts(n);
  if (!accepted && !plus && !bracket) {
    // gọi số 0692 345 678 hoặc 113
    const std::size_t joint = c.word_before(i);
    static constexpr Phrases kCall = {"gọi", "báo", "liên hệ", "điện thoại", "đt", "hotline", "sđt", "lh"};
    const bool second_of_two =
        joint != Context::npos && joint >= 2 && (c.folded(joint) == "hoặc" || c.folded(joint) == "hay") &&
        c.is(c.skip_blank_back(joint - 1), TokenKind::number) && c.near_any(i, i + 1, kCall);
    const bool short_number =
        is_hotline(head) &&
        (c.preceded_by_any(said_before, kShortCues) || second_of_two ||
         (head.size() == 3 && head.substr(0, 2) == "11" && c.preceded_by(said_before, "đt"))) &&
        !c.is_mark(first + 1, U'/') && !(c.is_mark(first + 1, U'.') && c.is(first + 2, TokenKind::number));
    // Gọi 112 khi cần cứu nạn, 113 báo an ninh, 115 cấp cứu: the further ones of a list.
    static constexpr Phrases kTask = {"báo", "cấp cứu", "khi", "cứu", "chữa cháy", "để", "cảnh sát"};
    const bool further = head.size() == 3 && head[0] == '1' && head[1] == '1' && c.near(i, i + 1, "gọi") &&
                         c.followed_by_any(first + 1, kTask);
    // cú pháp VNN gửi 1409
    const bool sent = head.size() == 4 && head[0] >= '1' && head[0] <= '9' && c.preceded_by(i, "gửi") &&
                      c.near_any(i, i + 1, std::array<std::string_view, 3>{"cú pháp", "soạn", "tin nhắn"});
    const bool called = is_hotline(head) && head.size() == 3 && c.preceded_by(first, "số") &&
                        !c.is(c.skip_blank(first + 1), TokenKind::word) &&
                        !c.is(c.skip_blank(first + 1), TokenKind::number) && !c.is_mark(first + 1, U'/') &&
                        !c.is_mark(first + 1, U'.') && !c.is_mark(first + 1, U',');
    // tin báo qua số 112 là thật: called too, whatever follows but the name of a street.
    const std::size_t next = c.skip_blank(first + 1);
    const std::size_t number_sign = c.word_before(first);
    static constexpr Phrases kStreet = {"đường", "phố", "ngõ", "ngách", "hẻm", "tổ", "thôn"};
    const bool reached = is_short(c, first) && number_sign != Context::npos &&
                         c.folded(number_sign) == "số" && c.preceded_by_any(number_sign, kReachedBy) &&
                         !(c.is(next, TokenKind::word) && c[next].shape != Shape::lower) &&
                         !c.followed_by_any(first + 1, kStreet) && !c.is(next, TokenKind::number) &&
                         !c.is_mark(first + 1, U'/') &&
                         !(c.is_mark(first + 1, U'.') && c.is(first + 2, TokenKind::number));
    // CA 113, PCCC 114, cấp cứu 115
    static constexpr Phrases kOffices = {"ca",      "pccc",     "công an",   "cảnh sát pccc",
                                         "cứu hộ",  "báo cháy", "chữa cháy", "cấp cứu",
                                         "cứu nạn", "khẩn cấp", "báo",       "báo ngay"};
    static constexpr Phrases kJoins = {"hoặc", "và", "khi", "để"};
    const bool office =
        is_short(c, first) && first == i && c.preceded_by_any(said_before, kOffices) &&
        (!c.is(c.skip_blank(first + 1), TokenKind::word) || c.followed_by_any(first + 1, kJoins)) &&
        !c.is_mark(first + 1, U'/') && !c.is(first + 2, TokenKind::number);
    // "số 113" is called, "số 113 Lê Lợi" is a house.
    if (called || office || reached || further || is_listed(c, first) || short_number || sent ||
        (c.preceded_by_any(said_before, kShortCues) && head.size() == 4 && head[0] == '1' &&
         (c.preceded_by(said_before, "tổng đài") || c.preceded_by(said_before, "nhắn tin đến")))) {
      n = {};
      n.groups[0] = first;
      n.count = 1;
      n.last = first + 1;
      accepted = true;
    }
  }
  if (!accepted) return false;
  draft.semiotic_class = SemioticClass::telephone;
  draft.rule = "telephone";
  if (international) draft.say("cộng", c[first - 1].span());
  for (std::size_t g = 0; g < n.count; ++g) {
    if (g > 0) draft.group_pause();
    const Token& token = c[n.groups[g]];
    const std::string_view text = c.text(n.groups[g]);
    if (token.is(TokenKind::word)) {
      for (std::size_t at = 0; at < text.size(); ++at)
        draft.say("ích", {token.begin + at, token.begin + at + 1});
    } else if (token.is(TokenKind::mark)) {
      for (std::size_t star = 0; star < stars(c, n.groups[g]); ++star)
        draft.say("sao", c[n.groups[g] + star].span());
    } else if (n.count == 1 && text.size() == 10 && text[0] == '0') {
      // Written in one piece: said as people say it, 4-3-3.
      say_digits(draft, text.substr(0, 4), {token.begin, token.begin + std::size_t{4}});
      draft.group_pause();
      say_digits(draft, text.substr(4, 3), {token.begin + std::size_t{4}, token.begin + std::size_t{7}});
      draft.group_pause();
      say_digits(draft, text.substr(7), {token.begin + std::size_t{7}, token.end});
    } else {
      say_digits(draft, text, token.span());
    }
  }
  draft.end = n.last;
  return true;
}

}  // namespace loa::normalizer
