// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of one line tells about it, without the lines around it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace loa::article {

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Ends like a sentence or a clause: . ? ! … : ; , also before closing quotes and brackets.
[[nodiscard]] bool has_end_mark(std::string_view line);
[[nodiscard]] bool starts_lower(std::string_view line);
[[nodiscard]] bool has_letter_or_digit(std::string_view text);
/// Two letters or more, none of them small.
[[nodiscard]] bool all_capitals(std::string_view text);

struct ListMarker {
  std::size_t size = 0;  ///< bytes of bullet or enumerator with the blanks behind; 0: no list item
  bool spoken = false;   ///< an enumerator ("1. ", "a) ", "II. ") is part of the text, a bullet is not
};
[[nodiscard]] ListMarker list_marker(std::string_view line);

/// "Xem thêm: …", ">>> …", "Tin liên quan", a web address alone; what a page has around an
/// article and a copy of it brings along: "Chia sẻ", "Bình luận (3)", "Từ khóa: …".
[[nodiscard]] bool is_link(std::string_view line);
/// The name of a section of a paper, which some put above the title: "Thời sự", "Kinh tế - Xã hội".
[[nodiscard]] bool is_section(std::string_view line);
/// An item of an agenda: begins with a time of day and has no end mark ("7h00 - 7h30: Đón khách").
[[nodiscard]] bool is_agenda_item(std::string_view line);
/// Marked as a caption or credit: "Ảnh: …", "… Ảnh: Tên", "(Ảnh: TTXVN)", "Nguồn: …", "… - Ảnh 1.".
[[nodiscard]] bool is_marked_caption(std::string_view line);
/// A line without full stop that begins as captions do ("Các đại biểu …", "Toàn cảnh …").
[[nodiscard]] bool opens_like_caption(std::string_view line);
/// Names a person that `beside` names too, doing what people do in photographs.
[[nodiscard]] bool shows_person_of(std::string_view line, std::string_view beside);
/// "Lê Thọ", "Minh Anh - Quốc Huy", "NGUYỄN VĂN A", "P.V": capitalised words only, at most eight.
[[nodiscard]] bool is_name(std::string_view line);
/// "Bài, ảnh: …", "Theo TTXVN", "(Theo …)", "Nhóm PV", "Tác giả: …".
[[nodiscard]] bool is_marked_byline(std::string_view line);
/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)".
[[nodiscard]] bool is_sign_off(std::string_view line);
/// The whole line is a date, with or without place and time: "Thứ Tư, 27/8/2025 10:30",
/// "Hương Trà, ngày 5 tháng 8 năm 2025".
[[nodiscard]] bool is_date_line(std::string_view line);

struct Dateline {
  std::size_t text_size = 0;  ///< bytes of "HNN.VN"; 0: none
  std::size_t size = 0;       ///< with the dash and the blanks behind it
  bool sure = true;
};
/// The agency or place before the first sentence: "HNN.VN - ", "(PLO)- ", "Hà Nội, ngày 5/8 - ".
[[nodiscard]] Dateline find_dateline(std::string_view line);

}  // namespace loa::article
