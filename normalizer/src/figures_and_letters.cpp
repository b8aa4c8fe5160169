// SPDX-License-Identifier: GPL-3.0-or-later
// Figures with letters glued on behind: 5G, 3D, 12A1, 1080p, where no unit is meant.
#include <string_view>

#include "code.h"
#include "cues.h"
#include "letters.h"
#include "measure.h"
#include "number_words.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// What has a number with a letter: lớp 12A, tòa 14B.
constexpr Phrases kNumbered = {"án",    "bí số",        "lớp",  "khối", "quốc lộ", "ql",      "tỉnh lộ",
                               "đường", "số",           "nhà",  "lô",   "tòa",     "phòng",   "tổ",
                               "khu",   "thửa",         "hẻm",  "ngõ",  "ngách",   "cổng",    "tầng",
                               "bến",   "học sinh lớp", "điều", "cấp",  "tàu",     "xe buýt", "tuyến"};

// Figures with letters glued on, which are said as letters.
struct FiguresAndLetters {
  std::size_t i = 0;
  std::string_view figures;
  std::string_view letters;
  bool capital = false;   // one capital
  bool numbered = false;  // 12A, 14B behind a word that numbers things
  bool code = false;      // 2A6: figures go on
};

// vắc xin 5in1, máy in 3in1
bool read_all_in_one(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i + 1) != "in" || c.text(i + 2) != "1" || c[i].size() != 1) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("trong", c[i + 1].span());
  say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
  return draft.accept(SemioticClass::code, "code.all-in-one", i + 3);
}

// nhà lớp học 2T8P, nhà 1T2L, căn hộ 3PN2WC: what a building has of the one and of the other
struct Rooms {
  std::string_view first;
  std::string_view second;
  std::string_view first_said;
  std::string_view second_said;
};
constexpr Rooms kRooms[] = {{"T", "P", "tầng", "phòng"},
                            {"T", "PH", "tầng", "phòng"},
                            {"T", "L", "trệt", "lầu"},
                            {"PN", "WC", "phòng ngủ", "nhà vệ sinh"},
                            {"PN", "VS", "phòng ngủ", "phòng vệ sinh"},
                            {"PN", "PK", "phòng ngủ", "phòng khách"}};

bool read_rooms(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 1 || !c.is(i + 2, TokenKind::number) || c[i + 2].size() > 2 ||
      !c.is(i + 3, TokenKind::word))
    return false;
  for (const Rooms& rooms : kRooms) {
    if (c.text(i + 1) != rooms.first || c.text(i + 3) != rooms.second) continue;
    say_cardinal(draft, c.text(i), c.style(), c[i].span());
    draft.say(rooms.first_said, c[i + 1].span());
    say_cardinal(draft, c.text(i + 2), c.style(), c[i + 2].span());
    draft.say(rooms.second_said, c[i + 3].span());
    return draft.accept(SemioticClass::measure, "measure.rooms", i + 4);
  }
  return false;
}

// LÚC 19H30; XẢ 80M3/S, RỘNG 15M2; nhà 3T, 4PN: an hour, a unit in a headline, storeys.
bool is_hour_or_unit(const Context& c, const FiguresAndLetters& f) {
  const std::size_t i = f.i;
  // xe tải 1T2: a load
  if (f.letters == "T" && f.figures.size() <= 2 && c.is(i + 2, TokenKind::number) &&
      c.preceded_by_any(i, cues::kLoaded))
    return true;
  if (f.letters == "T" && f.figures.size() == 1 && tells_of_home(c, i, i + 2)) return true;
  if (f.letters == "H" && f.figures.size() <= 2 && c.is(i + 2, TokenKind::number) && c[i + 2].size() == 2)
    return true;
  return (f.letters == "M" || f.letters == "KM") && (c.text(i + 2) == "2" || c.text(i + 2) == "3") &&
         (c.is_edge(i + 3) || c.is(i + 3, TokenKind::mark)) && c.headline();
}

// 5G, 3D, 9X, 4K, 2K+: of which generation, how fine.
bool is_generation(const Context& c, const FiguresAndLetters& f) {
  if (f.figures.size() != 1) return false;
  constexpr std::string_view kCapitals[] = {"G", "D", "X", "S", "P"};
  if (f.capital && contains(kCapitals, f.letters)) return true;
  if (c.is(f.i + 2, TokenKind::number)) return false;
  const bool small =
      f.letters == "x" || (f.letters == "K" && (f.figures == "4" || f.figures == "8" || f.figures == "9"));
  return small || (f.letters == "K" && c.near_any(f.i, f.i + 2, cues::kScreens));
}

// vàng 18K; Core Ultra 7 258V; video 1080p: letters where such things are spoken of.
bool is_letter_of_trade(const Context& c, const FiguresAndLetters& f) {
  static constexpr Phrases kGold = {"vàng", "nữ trang", "trang sức"};
  static constexpr Phrases kProcessors = {"chip", "cpu", "core", "ryzen", "snapdragon", "vi xử lý"};
  static constexpr Phrases kVideos = {"độ phân giải", "màn hình",   "video",   "camera", "quay",
                                      "hd",           "chất lượng", "youtube", "webcam"};
  static constexpr std::string_view kCarats[] = {"9", "10", "14", "18", "22", "24"};
  static constexpr std::string_view kLines[] = {"360", "480", "720", "1080", "1440", "2160"};
  const std::size_t end = f.i + 2;
  if ((f.letters == "K" || f.letters == "k") && !c.is(end, TokenKind::number) && contains(kCarats, f.figures))
    return c.near_any(f.i, end, kGold);
  // Of these no such number of minutes is told.
  if (f.letters == "p")
    return contains(kLines, f.figures) && (f.figures == "1080" || f.figures == "1440" ||
                                           f.figures == "2160" || c.near_any(f.i, end, kVideos));
  // Volts are not spoken of beside a processor.
  return f.capital && f.figures.size() == 3 && f.letters != "W" && c.near_any(f.i, end, kProcessors);
}

// 1A, 36A are roads, plates, houses; amperes only where electricity is spoken of.
bool is_letter_a(const Context& c, const FiguresAndLetters& f) {
  static constexpr Phrases kCurrents = {"điện",    "dòng",    "sạc",  "pin",     "ắc quy",
                                        "aptomat", "cầu chì", "ampe", "công tơ", "atm"};
  return f.letters == "A" && !c.near_any(f.i, f.i + 2, kCurrents);
}

// vĩ tuyến 17N, nặng 50G: a unit or a side after all.
bool is_measured(const Context& c, const FiguresAndLetters& f) {
  static constexpr Phrases kLines = {"vĩ tuyến", "kinh tuyến", "vĩ độ", "kinh độ"};
  static constexpr Phrases kWeights = {"nặng", "khối lượng"};
  return c.preceded_by_any(f.i, kLines) || (f.letters == "G" && c.preceded_by_any(f.i, kWeights));
}

}  // namespace

// 5G, 3D, 9X, 12A1, 1A: figures and then letters, where no unit is meant.
bool recognise_figures_and_letters(const Context& c, Draft& draft) {
  static constexpr Phrases kForms = {"mẫu số", "mẫu", "biểu số", "biểu"};
  const std::size_t i = c.here();
  const Token& letters = c[i + 1];
  if (!letters.is(TokenKind::word) || c[i].size() > (c.text(i + 1) == "p" ? 4U : 3U)) return false;
  if (i > 0 && !c.is_edge(i - 1) && !c.is_dash(i - 1)) return false;
  if (read_all_in_one(c, draft) || read_rooms(c, draft)) return true;
  FiguresAndLetters f{i, c.text(i), c.text(i + 1), letters.shape == Shape::single_upper, false, false};
  if (is_hour_or_unit(c, f)) return false;
  const bool school = c.preceded_by_any(i, kNumbered);
  f.code =
      (f.capital || letters.shape == Shape::upper) && c.is(i + 2, TokenKind::number) && letters.letters <= 3;
  // Only A, B, C, D, E … behind a word that numbers things; mẫu số 2đ.
  const bool form = f.figures.size() <= 2 && c.preceded_by_any(i, kForms);
  const bool letter = letters.letters == 1 && f.letters != "h" && f.letters != "g" && f.letters != "m";
  f.numbered =
      letter && ((school && (f.capital || f.letters == "a" || f.letters == "b" || f.letters == "c")) || form);
  const bool generation = is_generation(c, f);
  if (!f.code && !f.numbered && !generation && !is_letter_a(c, f) && !is_letter_of_trade(c, f)) return false;
  if ((generation && f.letters == "D" && school) || is_measured(c, f)) return false;
  say_cardinal(draft, f.figures, c.style(), c[i].span());
  say_letters(draft, f.letters, f.letters == "D" && !school ? LetterUse::code : LetterUse::initial, c,
              letters.span());
  std::size_t end = i + 2;
  if (f.code) {
    say_model_figures(draft, c, i + 2, false, f.letters);
    end = i + 3;
    // K2P, 2A6M
    if (c.is(end, TokenKind::word) && c[end].letters <= 2) {
      say_letters(draft, c.text(end), LetterUse::initial, c, c[end].span());
      ++end;
    }
  } else if (f.numbered && c.is_mark(end, U'/') && c.is(end + 1, TokenKind::number) &&
             c[end + 1].size() <= 3) {
    // số 5B/12: a house in an alley.
    draft.say("trên", c[end].span());
    say_cardinal(draft, c.text(end + 1), c.style(), c[end + 1].span());
    end += 2;
  }
  return draft.accept(SemioticClass::code, "code.figures-and-letters", end);
}

}  // namespace loa::normalizer
