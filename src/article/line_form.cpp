// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/line_form.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "loa/base/utf8.h"

namespace loa::article {
namespace {

using Words = std::vector<std::string_view>;

bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == 0xFEFF ||
         c == 0x200B;  // stray BOM, zero-width space
}
char32_t last_character(std::string_view text) {
  return text.empty() ? 0 : utf8::decode(text, utf8::floor_boundary(text, text.size() - 1)).code_point;
}
char32_t first_character(std::string_view text) {
  return text.empty() ? 0 : utf8::decode(text, 0).code_point;
}
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char c = text[at++];
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, at);
    utf8::append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code_point))));
    at += c.size;
  }
  return out;
}

bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }
bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}
template <class List>
bool starts_with_any(std::string_view text, const List& heads) {
  return std::any_of(std::begin(heads), std::end(heads),
                     [&](std::string_view h) { return starts_with(text, h); });
}

// Words without the punctuation around them;
Words words_of(std::string_view text, std::size_t most = 4000) {
  Words words;
  std::size_t at = 0;
  std::size_t begin = 0;
  const auto take = [&](std::size_t end) {
    std::string_view word = text.substr(begin, end - begin);
    while (!word.empty() && !has_letter_or_digit(word.substr(0, utf8::decode(word, 0).size))) {
      word.remove_prefix(utf8::decode(word, 0).size);
    }
    while (!word.empty()) {
      const std::size_t last = utf8::floor_boundary(word, word.size() - 1);
      if (has_letter_or_digit(word.substr(last))) break;
      word.remove_suffix(word.size() - last);
    }
    if (!word.empty()) words.push_back(word);
  };
  while (at < text.size() && words.size() < most) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (is_blank(c.code_point)) {
      take(at);
      begin = at + c.size;
    }
    at += c.size;
  }
  if (words.size() < most) take(text.size());
  return words;
}

// "5/8", "27-08-2025", "05.8.2025": two or three numbers.
bool is_date(std::string_view word) {
  int numbers = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    std::size_t digits = at;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    if (digits == at || digits - at > 4) return false;
    ++numbers;
    if (digits == word.size()) break;
    if (word[digits] != '/' && word[digits] != '-' && word[digits] != '.') return false;
    at = digits + 1;
  }
  return numbers == 2 || numbers == 3;
}

// `word` in small letters.
bool is_date_word(std::string_view word) {
  static constexpr std::string_view kDateWords[] = {
      "ngày", "tháng", "năm", "giờ", "phút", "thứ",   "hai", "ba", "tư", "sáu",  "bảy",
      "chủ",  "nhật",  "cập", "lúc", "đăng", "gmt+7", "gmt", "am", "pm", "xuất", "bản"};
  return std::find(std::begin(kDateWords), std::end(kDateWords), word) != std::end(kDateWords);
}

std::size_t blanks_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_blank(utf8::decode(text, end).code_point))
    end += utf8::decode(text, end).size;
  return end - at;
}

// A dash at `at`: its bytes, or 0.
std::size_t dash_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const utf8::Decoded c = utf8::decode(text, at);
  const bool dash =
      c.code_point == U'-' || c.code_point == 0x2013 || c.code_point == 0x2014 || c.code_point == 0x2212;
  return dash ? c.size : 0;
}

bool is_agency(std::string_view name) {
  static constexpr std::string_view kAgencies[] = {
      "HNN",  "TTO",     "PLO",   "QNO", "VOV",   "VTV",  "TTXVN", "SGGP", "SGGPO",      "NLĐO", "NLDO",
      "ANTĐ", "GD&TĐ",   "TPO",   "LĐO", "VTC",   "VNN",  "CAND",  "QĐND", "TNO",        "VGP",  "HNMO",
      "BDO",  "ĐNO",     "BNEWS", "VNA", "AFP",   "AP",   "TASS",  "KTĐT", "BVPL",       "ANTV", "VTCN",
      "THQN", "BQN",     "CLO",   "NDO", "ĐCSVN", "KTSG", "TBTC",  "DNO",  "BTO",        "LDO",  "BGĐT",
      "BNA",  "Dân trí", "TTTĐ",  "PNO", "HNM",   "BLA",  "ĐTTCO", "PNVN", "Chinhphu.vn"};
  return std::find(std::begin(kAgencies), std::end(kAgencies), name) != std::end(kAgencies);
}

bool looks_like_site(std::string_view name) {
  const std::string small = lower(name);
  for (const std::string_view end : {".vn", ".com", ".net", ".org", ".tv"}) {
    if (small.size() > end.size() && contains(small, end)) return true;
  }
  return false;
}

// `line` in small letters. Whole lines only: in a sentence these words are words.
bool is_furniture(std::string_view line) {
  static constexpr std::string_view kAlone[] = {"chia sẻ",           "bình luận",
                                                "gửi bình luận",     "ý kiến",
                                                "ý kiến của bạn",    "in bài viết",
                                                "lưu bài viết",      "lưu bài",
                                                "sao chép liên kết", "về trang chủ đề",
                                                "trở lại",           "quay lại",
                                                "lên đầu trang",     "theo dõi",
                                                "đăng nhập",         "quảng cáo",
                                                "facebook",          "zalo",
                                                "twitter",           "copy link",
                                                "tin mới nhất",      "đọc nhiều",
                                                "tin đọc nhiều",     "tin khác",
                                                "tin nổi bật",       "chia sẻ facebook",
                                                "chia sẻ zalo",      "theo dõi trên google news"};
  static constexpr std::string_view kLabels[] = {
      "tag:", "tags:", "từ khóa:", "từ khoá:", "chủ đề:", "chuyên mục:"};
  static constexpr std::string_view kCounted[] = {"bình luận (", "ý kiến (", "thích (", "chia sẻ ("};
  if (std::find(std::begin(kAlone), std::end(kAlone), line) != std::end(kAlone)) return true;
  if (starts_with_any(line, kLabels) && line.size() < 160 && !has_end_mark(line)) return true;
  return starts_with_any(line, kCounted) && line.back() == ')' && line.size() < 24;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(blanks_at(text, 0));
  while (!text.empty()) {
    const std::size_t last = utf8::floor_boundary(text, text.size() - 1);
    if (!is_blank(utf8::decode(text, last).code_point)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

bool has_end_mark(std::string_view line) {
  line = trimmed(line);
  for (;;) {
    const char32_t last = last_character(line);
    if (last == 0) return false;
    const auto type = u_charType(static_cast<UChar32>(last));
    if (type != U_END_PUNCTUATION && type != U_FINAL_PUNCTUATION && last != U'"' && last != U'\'') {
      return last == U'.' || last == U'?' || last == U'!' || last == 0x2026 || last == U':' || last == U';' ||
             last == U',';
    }
    line.remove_suffix(line.size() - utf8::floor_boundary(line, line.size() - 1));
  }
}

bool starts_lower(std::string_view line) {
  return u_islower(static_cast<UChar32>(first_character(trimmed(line))));
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (u_isalnum(static_cast<UChar32>(c.code_point)) != 0) return true;
    at += c.size;
  }
  return false;
}

bool all_capitals(std::string_view text) {
  int capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (u_islower(static_cast<UChar32>(c.code_point)) != 0) return false;
    if (is_upper(c.code_point)) ++capitals;
    at += c.size;
  }
  return capitals >= 2;
}

ListMarker list_marker(std::string_view line) {
  if (line.empty()) return {};
  const utf8::Decoded first = utf8::decode(line, 0);
  static constexpr char32_t kBullets[] = {U'-',   U'*',   U'+',   0x2022, 0x2013, 0x2014,
                                          0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x2023, 0x00B7,
                                          0x2713, 0x2192, 0x27A2, 0x2756, 0x25B6, 0x2212};
  if (std::find(std::begin(kBullets), std::end(kBullets), first.code_point) != std::end(kBullets)) {
    const std::size_t blanks = blanks_at(line, first.size);
    // A minus sign before a number is not a bullet, and "•Nội dung" is one.
    const bool needs_blank = first.code_point < 0x80 || first.code_point == 0x2013 ||
                             first.code_point == 0x2014 || first.code_point == 0x2212;
    if (first.size + blanks >= line.size()) return {};
    if (blanks > 0 || !needs_blank) return {first.size + blanks, false};
    if (first.code_point == U'-' && is_upper(utf8::decode(line, 1).code_point)) return {1, false};
    return {};
  }
  std::size_t at = line[0] == '(' ? 1 : 0;
  const std::size_t begin = at;
  if (at < line.size() && is_digit(line[at])) {
    while (at < line.size() &&
           (is_digit(line[at]) || (line[at] == '.' && at + 1 < line.size() && is_digit(line[at + 1])))) {
      ++at;
    }
    if (at - begin > 8) return {};
  } else {
    while (at < line.size() && (line[at] == 'I' || line[at] == 'V' || line[at] == 'X')) ++at;
    if (at == begin && at < line.size()) {
      const utf8::Decoded letter = utf8::decode(line, at);
      if (u_isalpha(static_cast<UChar32>(letter.code_point)) == 0) return {};
      at += letter.size;
    }
  }
  if (at == begin || at >= line.size()) return {};
  if (line[at] != ')' && (begin != 0 || line[at] != '.')) return {};
  ++at;
  const std::size_t blanks = blanks_at(line, at);
  if (blanks == 0 || at + blanks >= line.size()) return {};
  return {at + blanks, true};
}

bool is_link(std::string_view line) {
  line = trimmed(line);
  if (starts_with(line, ">>") || starts_with(line, "\xC2\xBB ")) return true;
  if ((starts_with(line, "http://") || starts_with(line, "https://") || starts_with(line, "www.")) &&
      !contains(line, " ")) {
    return true;
  }
  static constexpr std::string_view kOpeners[] = {
      "xem thêm",        "đọc thêm",        "tin liên quan", "bài liên quan",       "tin cùng chuyên mục",
      "mời bạn đọc xem", "mời độc giả xem", "mời xem",       "có thể bạn quan tâm", "bài viết liên quan",
      "xem tiếp",        "nghe thêm",       "đọc tiếp"};
  const std::string small = lower(line.substr(0, 200));
  if (is_furniture(small)) return true;
  for (const std::string_view opener : kOpeners) {
    if (!starts_with(small, opener)) continue;
    const std::string_view rest = trimmed(std::string_view(small).substr(opener.size()));
    if (rest.empty() || contains(std::string_view(small).substr(0, 60), ":") || !has_end_mark(line))
      return true;
  }
  return false;
}

bool is_section(std::string_view line) {
  static constexpr std::string_view kSections[] = {
      "thời sự",       "thế giới",     "quốc tế",     "chính trị", "xã hội",     "kinh tế",  "kinh doanh",
      "pháp luật",     "giáo dục",     "y tế",        "sức khỏe",  "văn hóa",    "thể thao", "giải trí",
      "du lịch",       "khoa học",     "công nghệ",   "đời sống",  "môi trường", "bạn đọc",  "trang chủ",
      "xây dựng đảng", "đô thị",       "nông nghiệp", "quân sự",   "quốc phòng", "an ninh",  "nhịp sống",
      "số hóa",        "bất động sản", "lao động",    "việc làm"};
  const std::string small = lower(trimmed(line).substr(0, 80));
  std::string_view rest = small;
  for (std::size_t parts = 0; parts < 3; ++parts) {  // "Kinh tế - Xã hội", "Trang chủ / Thời sự"
    const std::size_t end = std::min(rest.find_first_of("-/>|&"), rest.size());
    const std::string_view part = trimmed(rest.substr(0, end));
    if (std::find(std::begin(kSections), std::end(kSections), part) == std::end(kSections)) return false;
    if (end == rest.size()) return true;
    rest.remove_prefix(end + 1);
  }
  return false;
}

bool is_agenda_item(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 220 || has_end_mark(line)) return false;
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    return at - begin;
  };
  const std::size_t hour = digits();
  if (hour == 0 || hour > 2 || at >= line.size()) return false;
  const char mark = line[at];
  if (mark != 'h' && mark != ':' && mark != 'g') return false;
  ++at;
  const std::size_t minute = digits();
  if (minute != 2 && !(minute == 0 && mark != ':')) return false;
  return at < line.size() && (line[at] == ' ' || line[at] == ':' || dash_at(line, at) != 0);
}

bool is_marked_caption(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 600) return false;
  // A sure caption may go unread, so "Ảnh hưởng của bão …", "… từ hai nguồn: thuế và
  // phí" must not pass: marks stand at the two ends, with a colon, a bracket or alone.
  const std::string head = lower(line.substr(0, utf8::floor_boundary(line, 48)));
  static constexpr std::string_view kColon[] = {
      "ảnh:",      "ảnh :", "nguồn:",  "video:",    "clip:",     "đồ họa:",    "trong ảnh:",
      "hình ảnh:", "(ảnh:", "(nguồn:", "ảnh trên:", "ảnh dưới:", "nguồn ảnh:", "infographic:"};
  if (starts_with_any(head, kColon)) return line.size() < 300;
  static constexpr std::string_view kAlone[] = {"ảnh minh họa",  "ảnh minh hoạ", "ảnh tư liệu",
                                                "hình minh họa", "ảnh internet", "ảnh chụp màn hình",
                                                "ảnh ttxvn",     "ảnh đồ họa"};
  const std::string_view inside =
      head.empty() || head[0] != '(' ? std::string_view(head) : std::string_view(head).substr(1);
  if (starts_with_any(inside, kAlone) && line.size() <= 48) return true;
  if (starts_with(head, "bài") || starts_with(head, "tin,") || starts_with(head, "tin và"))
    return false;  // a byline

  // "Mưa lớn - Ảnh 1.": what stands for a picture in the text of a copied page.
  std::string_view before = line;
  if (!before.empty() && before.back() == '.') before.remove_suffix(1);
  const std::size_t whole = before.size();
  while (!before.empty() && is_digit(before.back())) before.remove_suffix(1);
  const std::size_t figures = whole - before.size();
  if ((figures == 1 || figures == 2) && (before.ends_with(" - Ảnh ") || before.ends_with(" - ảnh ")))
    return true;

  // The credit at the end, no more than a name long.
  const std::size_t tail_begin = line.size() > 96 ? utf8::floor_boundary(line, line.size() - 96) : 0;
  const std::string_view tail = line.substr(tail_begin);
  struct Mark {
    std::string_view text;
    bool name_only;
  };
  static constexpr Mark kMarks[] = {{" Ảnh:", false},  {" Ảnh :", false},    {"(Ảnh:", false},
                                    {"(ảnh:", false},  {".Ảnh:", false},     {" ẢNH:", false},
                                    {" Nguồn:", true}, {"(Nguồn:", true},    {"(nguồn:", true},
                                    {"(Ảnh ", true},   {" Nguồn ảnh:", true}};
  if (tail.find(':') == std::string_view::npos && tail.find('(') == std::string_view::npos) return false;
  for (const Mark& mark : kMarks) {
    const std::size_t at = tail.rfind(mark.text);
    if (at == std::string_view::npos) continue;
    std::string_view credit = trimmed(tail.substr(at + mark.text.size()));
    while (!credit.empty() && (credit.back() == '.' || credit.back() == ')')) credit.remove_suffix(1);
    if (credit.empty() || credit.size() > 60) continue;
    if (!mark.name_only || is_name(credit) || looks_like_site(credit)) return true;
  }
  return false;
}

bool opens_like_caption(std::string_view line) {
  static constexpr std::string_view kOpeners[] = {
      "Các đại biểu",  "Toàn cảnh", "Quang cảnh", "Đại biểu",    "Lãnh đạo",  "Một góc",
      "Đông đảo",      "Hình ảnh",  "Khung cảnh", "Hiện trường", "Người dân", "Cán bộ, chiến sĩ",
      "Đoàn công tác", "Đồng chí",  "Ông ",       "Bà "};
  static constexpr std::string_view kScenes[] = {" tham dự", " tại ",     " phát biểu", " chụp",
                                                 " trao ",   " tặng ",    " dâng ",     " thăm ",
                                                 " cảnh ",   " kiểm tra", " cắt băng",  " ra mắt"};
  line = trimmed(line);
  if (!starts_with_any(line, kOpeners)) return false;
  return std::any_of(std::begin(kScenes), std::end(kScenes),
                     [&](std::string_view s) { return contains(line, s); }) ||
         starts_with(line, "Toàn cảnh") || starts_with(line, "Quang cảnh") || starts_with(line, "Một góc");
}

bool shows_person_of(std::string_view line, std::string_view beside) {
  static constexpr std::string_view kSurnames[] = {
      "Nguyễn", "Trần", "Lê",    "Phạm",  "Hoàng", "Huỳnh", "Phan", "Vũ",    "Võ",    "Đặng",
      "Bùi",    "Đỗ",   "Hồ",    "Ngô",   "Dương", "Lý",    "Đinh", "Đoàn",  "Trịnh", "Trương",
      "Lâm",    "Mai",  "Đào",   "Tô",    "Cao",   "Hà",    "Tạ",   "Thái",  "Lương", "Châu",
      "Tống",   "Từ",   "Vương", "Quách", "Lưu",   "Chu",   "Tôn",  "Tăng",  "Thân",  "La",
      "Kiều",   "Văn",  "Hứa",   "Phùng", "Triệu", "Nông",  "Lò",   "Giàng", "Vi",    "Sầm",
      "Điểu",   "Rơ",   "Y",     "Siu",   "Ksor",  "Quàng"};
  static constexpr std::string_view kActs[] = {
      "phát", "chỉ",  "đề",   "trao", "tặng",  "thăm",  "kiểm", "chủ",  "trình", "báo",  "cùng",
      "tham", "cắt",  "dâng", "tiếp", "bắt",   "chụp",  "tại",  "động", "làm",   "khảo", "và",
      "đọc",  "ký",   "trả",  "chia", "trong", "dự",    "thắp", "giới", "kết",   "nhấn", "điều",
      "khen", "chúc", "gặp",  "trò",  "đón",   "hướng", "ghi",  "nhận", "bên"};
  const Words words = words_of(line, 120);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(std::begin(kSurnames), std::end(kSurnames), words[i]) == std::end(kSurnames)) continue;
    std::size_t end = i + 1;
    while (end < words.size() && end - i < 5 && is_upper(first_character(words[end])) &&
           !all_capitals(words[end])) {
      ++end;
    }
    if (end - i < 2 || end >= words.size()) continue;
    const std::string_view name = line.substr(
        static_cast<std::size_t>(words[i].data() - line.data()),
        static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() - words[i].data()));
    if (contains(beside, name) &&
        std::find(std::begin(kActs), std::end(kActs), words[end]) != std::end(kActs)) {
      return true;
    }
  }
  return false;
}

bool is_name(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > 100 ||
      (has_end_mark(line) && last_character(line) != U')' && line.size() > 8)) {
    return false;
  }
  const Words words = words_of(line, 12);
  if (words.empty() || words.size() > 8) return false;
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_upper(first_character(word)) || word == "và"; }) &&
         std::none_of(line.begin(), line.end(), is_digit) && !contains(line, ":");
}

bool is_marked_byline(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 160) return false;
  const std::string small = lower(line);
  static constexpr std::string_view kColon[] = {
      "bài",        "tin", "tác giả",   "thực hiện", "người viết", "biên tập", "nhóm phóng viên",
      "phóng viên", "pv",  "biên dịch", "theo"};
  const std::size_t colon = small.find(':');
  if (colon < 40 && starts_with_any(small, kColon) &&
      is_name(trimmed(line.substr(std::min(line.size(), line.find(':') + 1))))) {
    return true;
  }
  if (starts_with(small, "nhóm pv") || starts_with(small, "nhóm phóng viên") || small == "pv" ||
      small == "p.v") {
    return true;
  }
  std::string_view source = line;
  if (!source.empty() && source.front() == '(' && source.back() == ')')
    source = source.substr(1, source.size() - 2);
  return starts_with(source, "Theo ") && is_name(source.substr(5));
}

bool is_sign_off(std::string_view line) {
  line = trimmed(line);
  static constexpr std::string_view kHeads[] = {"TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "Q. CHỦ TỊCH"};
  static constexpr std::string_view kOffices[] = {
      "CHỦ TỊCH",       "PHÓ CHỦ TỊCH", "GIÁM ĐỐC",   "PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG",
      "TRƯỞNG CÔNG AN", "BÍ THƯ",       "PHÓ BÍ THƯ", "TRƯỞNG PHÒNG", "TRƯỞNG BAN"};
  if (line.size() > 120) return false;
  if (starts_with(line, "(Đã ký") || line == "Đã ký" || starts_with(line, "(Ký tên") ||
      starts_with(line, "(đã ký"))
    return true;
  return all_capitals(line) && (starts_with_any(line, kHeads) || starts_with_any(line, kOffices));
}

bool is_date_line(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 120 || last_character(line) == U'.') return false;
  const Words words = words_of(line, 20);
  if (words.empty() || words.size() > 12) return false;
  const std::string small = lower(line);
  const bool written_out = contains(small, "ngày") && contains(small, "tháng") && contains(small, "năm");
  const auto date = std::find_if(words.begin(), words.end(), is_date);
  if (!written_out && date == words.end()) return false;
  // "HAGL 3-3 Hải Phòng" is a score, "DỰ BÁO THỜI TIẾT NGÀY 13/11" a title.
  const bool comma = contains(line, ",");
  const bool with_year = date != words.end() && date->size() >= 8;
  const bool day_named = contains(small, "ngày") || contains(small, "thứ ") || contains(small, "chủ nhật");
  if (!written_out && !with_year && !day_named && !comma && words.size() > 1) return false;
  const auto place_words = std::count_if(words.begin(), words.end(), [&](std::string_view word) {
    return !is_digit(word[0]) && !is_date_word(lower(word));
  });
  if (place_words > 0 && !comma && all_capitals(line)) return false;
  // Nothing but place, weekday, time and the words of a date.
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_digit(word[0]) || is_upper(first_character(word)) || is_date_word(lower(word));
  });
}

Dateline find_dateline(std::string_view line) {
  constexpr std::size_t kLongest = 72;
  std::size_t text_end = 0;
  std::size_t dash = 0;
  if (!line.empty() && line[0] == '(') {
    const std::size_t close = line.substr(0, kLongest).find(')');
    if (close == std::string_view::npos || close < 3) return {};
    text_end = close + 1;
    dash = text_end + blanks_at(line, text_end);
    if (dash_at(line, dash) == 0) return {};
    const std::size_t after = dash + dash_at(line, dash);
    if (after + blanks_at(line, after) >= line.size()) return {};
    return {text_end, after + blanks_at(line, after), true};
  }
  // The first dash with a blank before it.
  for (std::size_t at = 0; at < std::min(line.size(), kLongest);) {
    const std::size_t blanks = blanks_at(line, at);
    if (blanks > 0 && dash_at(line, at + blanks) > 0) {
      text_end = at;
      dash = at + blanks;
      break;
    }
    at += utf8::decode(line, at).size;
  }
  if (text_end == 0) return {};
  const std::size_t dash_end = dash + dash_at(line, dash);
  const std::size_t size = dash_end + blanks_at(line, dash_end);
  if (size >= line.size()) return {};
  const std::string_view head = line.substr(0, text_end);
  const Words words = words_of(head, 12);
  if (words.empty()) return {};
  if (is_agency(head) || (words.size() == 1 && looks_like_site(head))) return {text_end, size, true};
  // "Hà Nội, ngày 5/8 - ", "Huế, 27/8 - "
  if (words.size() <= 8 && contains(head, ",") && is_date(words.back()) && is_upper(first_character(head))) {
    return {text_end, size, true};
  }
  // An agency that we do not know: one word of capitals, then a sentence that
  // does not begin with a name ("MU - Liverpool hòa" is none).
  if (words.size() == 1 && utf8::length(head) >= 3 && utf8::length(head) <= 8 && all_capitals(head) &&
      std::none_of(head.begin(), head.end(), is_digit)) {
    const Words rest = words_of(line.substr(size), 3);
    if (rest.size() >= 2 && is_upper(first_character(rest[0])) && !is_upper(first_character(rest[1]))) {
      return {text_end, size, false};
    }
  }
  return {};
}

}  // namespace loa::article
