// SPDX-License-Identifier: GPL-3.0-or-later
// Names of products that begin with a figure, or are one: an airliner, an engine, a journey. They look like
// counts and measures; the maker's names and a few words beside them tell. Telephones and computers:
// device.cpp.
#include "product.h"

#include <array>
#include <string_view>

#include "code.h"
#include "letters.h"
#include "number_words.h"
#include "numeral.h"
#include "recogniser.h"

namespace loa::normalizer {
namespace {

// 6N5Đ, 3N/2Đ, 4N - 3Đ, 4N3D: days and nights of a journey.
bool days_and_nights(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !is_written(c, i + 1, "N")) return false;
  std::size_t nights = i + 2;
  if (!c.is(nights, TokenKind::number)) {
    nights = c.skip_blank(nights);
    if (!c.is_mark(nights, U'/') && !c.is_dash(nights)) return false;
    nights = c.skip_blank(nights + 1);
  }
  if (!c.is(nights, TokenKind::number) || c[nights].size() > 2 ||
      !(is_written(c, nights + 1, "Đ") || is_written(c, nights + 1, "D")) || !stands_free(c, nights + 2))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("ngày", c[i + 1].span());
  say_cardinal(draft, c.text(nights), c.style(), c[nights].span());
  draft.say("đêm", c[nights + 1].span());
  return draft.accept(SemioticClass::measure, "measure.journey", nights + 2);
}

// Lexus LM 500h, NX 450h+: behind the letters of a model the h stands for the hybrid, no hour.
bool hybrid(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 3 || !is_written(c, i + 1, "h") || !stands_free(c, i + 2)) return false;
  if (i < 2 || !c.is_blank(i - 1) || !c.is(i - 2, TokenKind::word) || c[i - 2].shape != Shape::upper ||
      c[i - 2].letters > 3)
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("hát", c[i + 1].span());
  draft.end = i + 2;
  if (c.is_mark(i + 2, U'+')) {
    draft.say("cộng", c[i + 2].span());
    draft.end = i + 3;
  }
  draft.rule = "code.model";
  return true;
}

// SN 1987A, thiên thạch 2024A: a capital behind a year, where no current is spoken of.
bool year_and_letter(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 4 || !is_written(c, i + 1, "A") || !stands_free(c, i + 2)) return false;
  const std::string_view year = c.text(i);
  if (year[0] != '1' && year[0] != '2') return false;
  static constexpr Phrases kCurrent = {"điện",    "dòng", "sạc",     "pin",     "ắc quy",
                                       "cầu chì", "ampe", "công tơ", "aptomat", "hàn"};
  if (c.near_any(i, i + 2, kCurrent)) return false;
  say_cardinal(draft, year, c.style(), c[i].span());
  draft.say("a", c[i + 1].span());
  draft.rule = "code.model";
  draft.end = i + 2;
  return true;
}

// KDA 9/1/12: kills, deaths, helps; no date.
bool kills(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!c.is_mark(i + 1, U'/') || !c.is(i + 2, TokenKind::number) || !c.is_mark(i + 3, U'/') ||
      !c.is(i + 4, TokenKind::number) || c[i].size() > 2 || c[i + 2].size() > 2 || c[i + 4].size() > 2)
    return false;
  static constexpr Phrases kGame = {"kda", "chỉ số", "game", "ván"};
  static constexpr Phrases kMatch = {"kda", "mvp", "lmht", "liên quân", "liên minh huyền thoại"};
  if (!c.preceded_by_any(i, kGame) && !c.near_any(i, i + 5, kMatch)) return false;
  if (c.preceded_by(i, "ngày")) return false;
  for (const std::size_t at : {i, i + 2, i + 4}) {
    if (at != i) draft.say("trên", c[at - 1].span());
    say_cardinal(draft, c.text(at), c.style(), c[at].span());
  }
  return draft.accept(SemioticClass::score, "score.kills", i + 5);
}

// 1h59'24"2: hours, minutes, seconds and tenths.
bool long_race(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !is_written(c, i + 1, "h") || !c.is(i + 2, TokenKind::number) ||
      !c.is_apostrophe(i + 3) || !c.is(i + 4, TokenKind::number) || !c.is_closing_quote(i + 5) ||
      !c.is(i + 6, TokenKind::number) || c[i + 6].size() > 2)
    return false;
  constexpr std::string_view kUnits[] = {"giờ", "phút", "giây"};
  for (std::size_t k = 0; k < 3; ++k) {
    say_cardinal(draft, c.text(i + 2 * k), c.style(), c[i + 2 * k].span());
    draft.say(kUnits[k], c[i + 2 * k + 1].span());
  }
  if (c.text(i + 6)[0] == '0')
    say_digits(draft, c.text(i + 6), c[i + 6].span());
  else
    say_cardinal(draft, c.text(i + 6), c.style(), c[i + 6].span());
  return draft.accept(SemioticClass::time, "time.race", i + 7);
}

// tour Fansipan 1N: so many days.
bool days(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !is_written(c, i + 1, "N") || !stands_free(c, i + 2)) return false;
  static constexpr Phrases kJourney = {"tour", "tua", "khởi hành", "lịch trình", "land tour", "du lịch"};
  if (!c.near_any(i, i + 2, kJourney)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("ngày", c[i + 1].span());
  return draft.accept(SemioticClass::measure, "measure.journey", i + 2);
}

// tỷ lệ 1x2 of the bookmakers; 0x7B of the programmers.
bool letter_x(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (!is_written(c, i + 1, "x") || !c.is(i + 2, TokenKind::number)) return false;
  const bool odds =
      c.text(i) == "1" && c.text(i + 2) == "2" &&
      c.near_any(i, i + 3, std::array<std::string_view, 4>{"kèo", "nhà cái", "cá cược", "tỷ lệ"});
  const bool hexadecimal = c.text(i) == "0" && c.is(i + 3, TokenKind::word);
  if (!odds && !hexadecimal) return false;
  say_digits(draft, c.text(i), c[i].span());
  draft.say("ích", c[i + 1].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  draft.end = i + 3;
  draft.rule = "code.letter-x";
  if (hexadecimal && c[i + 3].letters <= 4) {
    say_letters(draft, c.text(i + 3), LetterUse::abbreviation, c, c[i + 3].span());
    draft.end = i + 4;
  }
  return true;
}

// Tucson 1.6T, động cơ 3.0T: with a blower, no tonnes.
bool blown_engine(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 1 || !c.is_point_or_comma(i + 1) || !c.is(i + 2, TokenKind::number) ||
      c[i + 2].size() != 1 || !is_written(c, i + 3, "T") || !stands_free(c, i + 4))
    return false;
  static constexpr Phrases kLorry = {"xe tải", "tải trọng", "tải",  "cẩu", "hàng",
                                     "cầu",    "cấm xe",    "phao", "ghe", "ben"};
  static constexpr Phrases kEngine = {"động cơ", "máy", "turbo", "tăng áp",   "mã lực",
                                      "hộp số",  "bản", "sedan", "suv",       "xăng",
                                      "mẫu xe",  "i4",  "v6",    "hatchback", "xe"};
  static constexpr Phrases kLimits = {"trên", "dưới", "quá", "hơn", "chở"};
  if (c.near_any(i, i + 4, kLorry) || c.preceded_by_any(i, kLimits)) return false;
  const bool behind_name = i >= 2 && c.is_blank(i - 1) && c.is(i - 2, TokenKind::word) &&
                           c[i - 2].shape != Shape::lower && !c[i - 2].syllable;
  if (!behind_name && !c.near_any(i, i + 4, kEngine)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("phẩy", c[i + 1].span());
  say_digits(draft, c.text(i + 2), c[i + 2].span());
  draft.say("tê", c[i + 3].span());
  draft.rule = "code.engine";
  draft.end = i + 4;
  return true;
}

// trái phiếu kỳ hạn 7Y, lợi suất 10Y, OMO 14D: years, months, weeks and days of a loan.
bool term(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 3 || !c.is(i + 1, TokenKind::word) || c[i + 1].letters != 1 || !stands_free(c, i + 2))
    return false;
  std::string_view spoken;
  if (c.text(i + 1) == "Y") spoken = "năm";
  if (c.text(i + 1) == "M") spoken = "tháng";
  if (c.text(i + 1) == "W") spoken = "tuần";
  if (c.text(i + 1) == "D") spoken = "ngày";
  // thai 22w
  if (c.text(i + 1) == "w" &&
      c.near_any(i, i + 2, std::array<std::string_view, 3>{"thai", "siêu âm", "sản phụ"})) {
    say_cardinal(draft, c.text(i), c.style(), c[i].span());
    draft.say("tuần", c[i + 1].span());
    return draft.accept(SemioticClass::measure, "measure.weeks", i + 2);
  }
  static constexpr Phrases kLoan = {"kỳ hạn", "lợi suất",       "trái phiếu", "omo",
                                    "coupon", "liên ngân hàng", "tín phiếu",  "reverse repo"};
  if (spoken.empty() || !c.near_any(i, i + 2, kLoan)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say(spoken, c[i + 1].span());
  return draft.accept(SemioticClass::date, "date.term", i + 2);
}

// giải chạy 5K, 10K: kilometres by their letter.
bool race_length(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 3 || !is_written(c, i + 1, "K") || !stands_free(c, i + 2)) return false;
  if (c.is_dash(i + 2) && c.is(i + 3, TokenKind::number)) return false;  // 36K-111.22
  static constexpr Phrases kRace = {"chạy", "đường chạy", "marathon", "runner", "cự ly", "cự li", "hm", "fm"};
  static constexpr Phrases kMoney = {"giá", "đồng", "tiền", "vé", "phí"};
  if (!c.near_any(i, i + 2, kRace) || c.near_any(i, i + 2, kMoney)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("ca", c[i + 1].span());
  draft.rule = "code.race";
  draft.end = i + 2;
  return true;
}

// nhớt 10W-40, 5W30: how thick an oil is when it is cold and when it is warm.
bool oil(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 2 || !is_written(c, i + 1, "W")) return false;
  const std::size_t warm = c.is_dash(i + 2) ? i + 3 : i + 2;
  if (!c.is(warm, TokenKind::number) || c[warm].size() != 2 || !stands_free(c, warm + 1)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("vê kép", c[i + 1].span());
  say_cardinal(draft, c.text(warm), c.style(), c[warm].span());
  draft.rule = "code.oil";
  draft.end = warm + 1;
  return true;
}

// thông điệp 5K: khẩu trang, khử khuẩn and the others.
bool five_rules(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "5" || !is_written(c, i + 1, "K") || !stands_free(c, i + 2)) return false;
  static constexpr Phrases kRules = {"thông điệp", "nguyên tắc", "quy tắc",          "quy định", "thực hiện",
                                     "tuân thủ",   "khuyến cáo", "biện pháp",        "yêu cầu",  "vắc xin",
                                     "vaccine",    "khẩu trang", "phòng chống dịch", "covid"};
  if (!c.preceded_by_any(i, kRules) &&
      !c.near_any(i, i + 2, std::array<std::string_view, 4>{"thông điệp", "vaccine", "khẩu trang", "covid"}))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("ca", c[i + 1].span());
  draft.rule = "code.five-rules";
  draft.end = i + 2;
  return true;
}

// mô hình 3T, tiêu chí 4M, nhóm 4T: so many words that begin with the letter. 3D and 5G are names of their
// own.
bool slogan(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() != 1 || c[i + 1].shape != Shape::single_upper || !stands_free(c, i + 2)) return false;
  static constexpr Phrases kSlogans = {"mô hình",   "nguyên tắc", "quy tắc",   "phương châm", "thông điệp",
                                       "khẩu hiệu", "tiêu chí",   "công thức", "phương pháp", "nhóm",
                                       "băng",      "băng nhóm",  "mục tiêu",  "chương trình"};
  const std::string_view letter = c.text(i + 1);
  if (letter == "D" || letter == "G" || !c.preceded_by_any(i, kSlogans)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  say_letters(draft, letter, LetterUse::initial, c, c[i + 1].span());
  draft.rule = "code.slogan";
  draft.end = i + 2;
  return true;
}

// cờ chớp 3'+2", cờ nhanh 15'+10": minutes, and seconds for each move.
bool chess_clock(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto prime = [&](std::size_t at) { return c.is_apostrophe(at) || c.is_mark(at, U'\u2032'); };
  const auto double_prime = [&](std::size_t at) {
    return c.is_closing_quote(at) || c.is_mark(at, U'\u2033');
  };
  if (!prime(i + 1) || !c.is_mark(i + 2, U'+') || !c.is(i + 3, TokenKind::number) || !double_prime(i + 4))
    return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("phút", c[i + 1].span());
  draft.say("cộng", c[i + 2].span());
  say_cardinal(draft, c.text(i + 3), c.style(), c[i + 3].span());
  draft.say("giây", c[i + 4].span());
  return draft.accept(SemioticClass::time, "time.chess-clock", i + 5);
}

// điểm IMDb 9,3/10: so much of ten, no two days of October.
bool mark_of_ten(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto mark = read_numeral(c, i);
  if (!mark || !mark->decimal || mark->value() > 99 || mark->fraction().size() > 2 ||
      !c.is_mark(mark->last, U'/'))
    return false;
  const auto all = read_figures(c, mark->last + 1, 3);
  if (!all || c.is_mark(mark->last + 2, U'/') || c.is(mark->last + 2, TokenKind::word)) return false;
  // 3,62/4,0: the whole has a decimal too.
  if ((c.is_mark(mark->last + 2, U',') || c.is_mark(mark->last + 2, U'.')) &&
      c.is(mark->last + 3, TokenKind::number))
    return false;
  static constexpr Phrases kRated = {"điểm",       "imdb",     "rating", "chấm", "đánh giá",
                                     "thang điểm", "xếp hạng", "ielts",  "gpa",  "điểm số"};
  // Two days of a month rise: 3,9/10 may be a date, 9,3/10 is none.
  const bool falls = mark->fraction().size() == 1 &&
                     mark->value() >= static_cast<std::uint64_t>(mark->fraction()[0] - '0') &&
                     mark->value() <= all->value;
  if (!falls && !c.near_any(i, mark->last + 2, kRated)) return false;
  if (c.preceded_by(i, "ngày") || mark->value() > all->value) return false;
  say_numeral(draft, *mark, c);
  draft.say("trên", c[mark->last].span());
  say_cardinal(draft, all->value, c.style(), all->span);
  return draft.accept(SemioticClass::ratio, "ratio.mark", mark->last + 2);
}

// Phim A (8,5/10) hay phim B (9/10): a whole mark among marks that have a decimal.
bool whole_mark_of_ten(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto mark = read_figures(c, i, 2);
  if (!mark || mark->value > 10 || c.text(i)[0] == '0' || !c.is_mark(i + 1, U'/') || c.text(i + 2) != "10" ||
      !c.is_mark(i + 3, U')') || !c.is_mark(i - 1, U'('))
    return false;
  const auto has_decimal = [&](std::size_t slash) {
    return c.is_mark(slash, U'/') && c.text(slash + 1) == "10" && c.is(slash - 1, TokenKind::number) &&
           (c.is_mark(slash - 2, U',') || c.is_mark(slash - 2, U'.')) && c.is(slash - 3, TokenKind::number);
  };
  bool among = false;
  for (std::size_t at = i > Context::kWindow + 3 ? i - Context::kWindow : 3;
       !among && at < i + Context::kWindow && at < c.size(); ++at)
    among = has_decimal(at);
  if (!among) return false;
  say_cardinal(draft, mark->value, c.style(), mark->span);
  draft.say("trên", c[i + 1].span());
  say_cardinal(draft, 10, c.style(), c[i + 2].span());
  return draft.accept(SemioticClass::ratio, "ratio.mark", i + 3);
}

// thắng với 8/9đ: points of all that could be had.
bool points_of(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto won = read_numeral(c, i);
  if (!won || !c.is_mark(won->last, U'/')) return false;
  const auto all = read_numeral(c, won->last + 1);
  if (!all || !is_written(c, all->last, "đ") || !stands_free(c, all->last + 1) || all->value() > 300 ||
      c.is_mark(all->last + 1, U'/'))
    return false;
  say_numeral(draft, *won, c);
  draft.say("trên", c[won->last].span());
  say_numeral(draft, *all, c);
  draft.say("điểm", c[all->last].span());
  return draft.accept(SemioticClass::ratio, "ratio.points", all->last + 1);
}

// sách dày 320tr: pages, where a book is spoken of and no money.
bool pages(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c[i].size() > 4 || !is_written(c, i + 1, "tr") || !stands_free(c, i + 2) || c.is_mark(i + 2, U'/'))
    return false;
  static constexpr Phrases kBook = {"cuốn sách", "quyển sách", "dày",     "tiểu thuyết", "tập thơ", "bìa",
                                    "nxb",       "luận văn",   "ấn phẩm", "tập truyện",  "hồi ký"};
  static constexpr Phrases kMoney = {"tiền",   "đồng",      "bán",  "mua",         "doanh thu",
                                     "thưởng", "nhuận bút", "phạt", "giải thưởng", "đấu giá"};
  // chính sách, ngân sách: no books.
  static constexpr Phrases kNoBook = {"chính sách", "ngân sách", "danh sách", "sổ sách", "tủ sách"};
  const bool book =
      c.near_any(i, i + 2, kBook) || (c.near(i, i + 2, "sách") && !c.near_any(i, i + 2, kNoBook));
  if (c.preceded_by(i, "giá") || !book || c.near_any(i, i + 2, kMoney)) return false;
  say_cardinal(draft, c.text(i), c.style(), c[i].span());
  draft.say("trang", c[i + 1].span());
  draft.semiotic_class = SemioticClass::measure;
  draft.certainty = Certainty::narrow;
  draft.rival = "money.scale";
  draft.rule = "measure.pages";
  draft.end = i + 2;
  // (NXB Trẻ, 280tr.): the dot of the abbreviation.
  if (c.is_mark(i + 2, U'.') && (c.is_mark(i + 3, U')') || c.is_mark(i + 3, U','))) draft.end = i + 3;
  return true;
}

// P/E 15,2x; zoom 5x: so many times.
bool times(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const auto n = read_numeral(c, i);
  if (!n || !is_written(c, n->last, "x")) return false;
  if (!c.is_edge(n->last + 1) && !c.is_mark(n->last + 1, U'.') && !c.is_mark(n->last + 1, U'/')) return false;
  if (c.is(c.skip_blank(n->last + 1), TokenKind::number)) return false;  // 2x 3 m
  static constexpr Phrases kTimes = {"zoom",      "gấp",      "p/e",       "định giá",  "đòn bẩy",
                                     "tốc độ",    "cổ phiếu", "doanh thu", "nhanh hơn", "phóng to",
                                     "lợi nhuận", "ống kính", "tele",      "camera",    "telephoto"};
  if (!n->decimal && !c.near_any(i, n->last + 1, kTimes)) return false;
  if (!n->decimal && n->value() >= 8 && n->value() <= 9 && !c.near(i, n->last + 1, "zoom"))
    return false;  // 8x, 9x
  say_numeral(draft, *n, c);
  draft.say("lần", c[n->last].span());
  draft.semiotic_class = SemioticClass::measure;
  draft.rule = "measure.times";
  draft.end = n->last + 1;
  // zoom 4x/8x
  for (std::size_t links = 0; links < 4 && c.is_mark(draft.end, U'/') &&
                              c.is(draft.end + 1, TokenKind::number) && is_written(c, draft.end + 2, "x");
       ++links) {
    draft.mark(',', c[draft.end].span());
    say_cardinal(draft, c.text(draft.end + 1), c.style(), c[draft.end + 1].span());
    draft.say("lần", c[draft.end + 2].span());
    draft.end += 3;
  }
  return true;
}

// chiếc 787-9, dòng 737 MAX, Porsche 911: a name that is said figure by figure.
bool name_of_figures(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  const std::string_view text = c.text(i);
  const std::size_t tail = c.is_dash(i + 1) && c.is(i + 2, TokenKind::number) ? i + 2 : 0;
  bool named = false;
  if (text.size() == 3 && text[0] == '7' && text[2] == '7') {
    constexpr std::string_view kTypes[] = {"7",   "8",   "9",   "10",  "100", "200", "300",
                                           "400", "500", "600", "700", "800", "900"};
    bool type = false;
    for (const std::string_view t : kTypes) type = type || (tail != 0 && c.text(tail) == t);
    type = type && !c.is_mark(tail + 1, U'/') && !c.is_mark(tail + 1, U'.');
    if (tail != 0 && !type) return false;
    static constexpr Phrases kLine = {"dòng",   "mẫu",     "máy bay", "tàu bay",
                                      "phi cơ", "đội bay", "boeing",  "chiếc"};
    static constexpr Phrases kVersion = {"max", "dreamliner", "er", "freighter"};
    static constexpr Phrases kFlight = {"boeing",   "máy bay",  "hãng bay", "hàng không",
                                        "airlines", "phi công", "tàu bay"};
    const bool version = c.followed_by_any(i + 1, kVersion);
    named = type || version || (c.preceded_by_any(i, kLine) && c.near_any(i, i + 1, kFlight));
  } else if (text.size() == 3 || (text.size() == 4 && text.substr(1) == "008")) {
    static constexpr Phrases kMakers = {"porsche", "peugeot", "ferrari", "mclaren", "kilo"};
    named = c.preceded_by_any(i, kMakers);
  }
  // lỗi 404, mã lỗi 502; Nokia 1280
  if (text.size() == 3 && (text[0] == '4' || text[0] == '5') &&
      (c.preceded_by(i, "lỗi") || c.preceded_by(i, "error")))
    named = !c.followed_by_any(i + 1, std::array<std::string_view, 3>{"lần", "trường hợp", "lỗi"});
  if (text.size() == 4 && text[3] == '0' && text.substr(0, 2) != "20")
    named = named || c.preceded_by(i, "nokia");
  if (!named) return false;
  // máy bay chở 747 người
  const std::size_t next = c.skip_blank(tail != 0 ? tail + 1 : i + 1);
  static constexpr Phrases kCounts = {"người", "hành khách", "khách", "triệu", "tỷ",   "tỉ",    "xe",
                                      "chiếc", "chuyến",     "nghìn", "usd",   "euro", "mã lực"};
  if (tail == 0 && c.is(next, TokenKind::word) && c.followed_by_any(next, kCounts)) return false;
  if (tail == 0 && (c.is_point_or_comma(i + 1) || c.is_mark(i + 1, U'/')) && c.is(i + 2, TokenKind::number))
    return false;
  say_digits(draft, text, c[i].span());
  draft.end = i + 1;
  if (tail != 0) {
    say_cardinal(draft, c.text(tail), c.style(), c[tail].span());
    draft.end = tail + 1;
  }
  // 777X, 787ER
  if (c.is(draft.end, TokenKind::word) && c[draft.end].letters <= 2 && c[draft.end].shape != Shape::lower) {
    say_letters(draft, c.text(draft.end), LetterUse::abbreviation, c, c[draft.end].span());
    ++draft.end;
  }
  draft.rule = "code.airliner";
  return true;
}

}  // namespace

// điểm Toán x2, cước giờ cao điểm x1,3: so many times what the word before tells. x86 is a family of chips.
bool recognise_factor(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (c.text(i) != "x" || i < 2 || !c.is_blank(i - 1) || !c.is(i - 2, TokenKind::word) || !c[i - 2].syllable)
    return false;
  const auto n = read_numeral(c, i + 1);
  if (!n || !stands_free(c, n->last) || n->integer() == "86" || n->integer() == "64") return false;
  // phương trình x2 - 5x + 6 = 0
  const std::size_t sign = c.skip_blank(n->last);
  if (c.is_dash(sign) || c.is_mark(sign, U'+') || c.is_mark(sign, U'=') || c.preceded_by(i, "trình"))
    return false;
  draft.say("nhân", c[i].span());
  say_numeral(draft, *n, c);
  return draft.accept(SemioticClass::measure, "measure.factor", n->last);
}

bool recognise_product(const Context& c, Draft& draft) {
  const std::size_t i = c.here();
  if (i > 0 && !c.is_edge(i - 1)) return false;
  draft.semiotic_class = SemioticClass::code;
  if (c.is_mark(i + 1, U'/'))
    return memory_and_store(c, draft) || bare_memory_and_store(c, draft) || kills(c, draft) ||
           sensor(c, draft) || versions_side_by_side(c, draft) || points_of(c, draft) ||
           whole_mark_of_ten(c, draft);
  if (c.is_blank(i + 1) && c.is_mark(i + 2, U'/') && versions_side_by_side(c, draft)) return true;
  if (c.is_mark(i + 2, U'+')) return chess_clock(c, draft);
  if (c.is(i + 1, TokenKind::word) || (c.is_blank(i + 1) && c.is_mark(i + 3, U'/')))
    if (memory_and_store(c, draft)) return true;
  if (c.is(i + 1, TokenKind::word))
    return days_and_nights(c, draft) || telephone_generation(c, draft) || hybrid(c, draft) ||
           stacked_processor(c, draft) || year_and_letter(c, draft) || telephone_model(c, draft) ||
           pages(c, draft) || generations(c, draft) || long_race(c, draft) || days(c, draft) ||
           letter_x(c, draft) || term(c, draft) || race_length(c, draft) || five_rules(c, draft) ||
           slogan(c, draft) || oil(c, draft) || times(c, draft) || name_of_figures(c, draft);
  if (c.is(i + 2, TokenKind::number) && c.is_point_or_comma(i + 1))
    return c.is_mark(i + 3, U'/')
               ? mark_of_ten(c, draft)
               : c.is(i + 3, TokenKind::word) &&
                     (radio_standard(c, draft) || blown_engine(c, draft) || times(c, draft));
  return c[i].size() >= 3 && c[i].size() <= 4 && name_of_figures(c, draft);
}

}  // namespace loa::normalizer
