// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace loa::normalizer {

/// How a newsreader of a region speaks: every choice where two readings are
/// both right. A plain struct: read from the voice profile, overridden by
/// settings and flags. Enumerators are named by what is said.
struct Style {
  enum class Region : unsigned char { north, central, south };
  enum class Four : unsigned char { tu, bon };          ///< 24: hai mươi tư | hai mươi bốn
  enum class ZeroTen : unsigned char { linh, le };      ///< 105: một trăm linh năm | lẻ năm
  enum class Thousand : unsigned char { nghin, ngan };  ///< 1.000: một nghìn | một ngàn
  enum class EarlyDay : unsigned char {
    plain,
    mung
  };  ///< 2/9: ngày hai | mùng hai (lunar days 1–10: always mùng)
  enum class ClockMinute : unsigned char {
    spoken,
    silent
  };  ///< 7h30: bảy giờ ba mươi phút | bảy giờ ba mươi
  enum class ClockZero : unsigned char { plain, linh };  ///< 7h05: bảy giờ năm phút | bảy giờ linh năm phút
  enum class LetterNames : unsigned char { alphabet, school };     ///< B: bê | bờ
  enum class Dollar : unsigned char { do_la, do_la_my, letters };  ///< USD: đô la | đô la Mỹ | u ét đê
  enum class Dong : unsigned char { dong, viet_nam_dong };         ///< VND: đồng | việt nam đồng
  enum class Decimals : unsigned char { digits, number };  ///< 6,82: sáu phẩy tám hai | sáu phẩy tám mươi hai
  enum class DocumentCode : unsigned char {
    expanded,
    spelled
  };  ///< NĐ-CP: nghị định chính phủ | nờ đê xê pê
  enum class Emoji : unsigned char { silent, named };

  Region region = Region::north;
  Four four = Four::tu;
  ZeroTen zero_ten = ZeroTen::linh;
  Thousand thousand = Thousand::nghin;
  EarlyDay early_day = EarlyDay::plain;
  ClockMinute clock_minute = ClockMinute::spoken;
  ClockZero clock_zero = ClockZero::plain;
  LetterNames letter_names = LetterNames::alphabet;
  Dollar dollar = Dollar::do_la;
  Dong dong = Dong::dong;
  Decimals decimals = Decimals::digits;
  DocumentCode document_code = DocumentCode::expanded;
  Emoji emoji = Emoji::silent;

  friend bool operator==(const Style&, const Style&) = default;

  /// The defaults of a region: the north says tư, linh, nghìn; the centre and the
  /// south say tư, lẻ, ngàn.
  [[nodiscard]] static Style of(Region region);

  /// Sets one switch by its name in TOML and on the command line, such as
  /// ("zero_ten", "le"). Returns false for an unknown key or value.
  bool set(std::string_view key, std::string_view value);
};

}  // namespace loa::normalizer
