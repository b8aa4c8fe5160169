// SPDX-License-Identifier: GPL-3.0-or-later
#include "recogniser.h"

/// The order of the recognisers: the one place where rivals are decided. What
/// stands higher wins where both would read. Why each pair stands as it does is
/// written beside it, and tests/normalizer shows both sides.
namespace loa::normalizer {
namespace {

constexpr Rule kFigure[] = {
    {"section", recognise_section_number},  // 3.2. at the head of a line
    {"telephone", recognise_telephone},     // 0912 345 678, before groups of thousands
    {"digits", recognise_digits},           // a citizen number is no count, whatever follows
    {"product", recognise_product},         // 787-9, 6N5Đ, 1.6T, before scores and tonnes
    {"code", recognise_code},               // 45/2023/NĐ-CP, 75A-123.45, 5G, before dates and units
    {"time", recognise_time},               // 7h30, 14:30 have a sign of their own
    {"date", recognise_date},               // 27/8, 16-4 beside a time word, before parts and ranges
    {"season", recognise_season},           // 2024/25, before ratios
    {"measure", recognise_measure},    // 10-15%, 2-3 km: a unit behind makes a range of it, before scores
    {"score", recognise_score},        // thắng 2-1, before ranges
    {"fraction", recognise_fraction},  // 2/3 diện tích, before ratios
    {"ratio", recognise_ratio},        // 44/44 đảng bộ
    {"list", recognise_number_list},   // 08-10-12
    {"range", recognise_range},        // 3-5 người
    {"clock-minute", recognise_clock_minute},  // 7 giờ 30
    {"ordinal", recognise_ordinal},            // thứ 4, tháng 4
    {"padded", recognise_padded_count},        // 03 người
    {"cardinal", recognise_cardinal},          // every figure ends here
};

constexpr Rule kSign[] = {
    {"electronic", recognise_electronic},      // #hashtag, @handle
    {"telephone", recognise_telephone},        // (0234) 3822.755, +84 912 …
    {"weight-class", recognise_weight_class},  // hạng -49kg, before what is below nought
    {"signed", recognise_signed_number},       // -5°C
    {"money", recognise_money},                // $20
    {"slash-year", recognise_slash_year},      // quý II/2025, before per
    {"between", recognise_dash_between},       // thứ 2 - thứ 6
    {"per", recognise_per},                    // đồng/kg
    {"power", recognise_power},                // 10³
    {"digits", recognise_digits},              // #45021
    {"unit", recognise_unit_word},             // 5 triệu €
    {"symbol", recognise_symbol},
};

constexpr Rule kSmallWord[] = {
    {"times", recognise_times},                // 7 trụ x 4,2 MW
    {"road-post", recognise_road_post},        // km28
    {"electronic", recognise_electronic},      // hnn.vn, before its words
    {"unit", recognise_unit_word},             // m2, ha, before codes
    {"code", recognise_code},                  // covid-19, v2.0.1
    {"abbreviation", recognise_abbreviation},  // tp, đ/c, v.v.
    {"other-script", recognise_other_script},
    {"foreign", recognise_foreign},  // whatever is no syllable
};

constexpr Rule kCapitalWord[] = {
    {"road-post", recognise_road_post},                          // Km205+092
    {"electronic", recognise_electronic},                        // VnExpress.net
    {"initials", recognise_initials},                            // N.V.A, before whatever one letter may mean
    {"roman", recognise_roman},                                  // thứ XVII; without a cue it stands back
    {"quarter", recognise_quarter},                              // Q4/2025
    {"time-zone", recognise_time_zone},                          // GMT+7
    {"boat", recognise_boat},                                    // BĐ 95678-TS
    {"code", recognise_code},                                    // QL1A, U23, MH370, before the letters alone
    {"money", recognise_money},                                  // US$50, USD 20
    {"syllable-abbreviation", recognise_syllable_abbreviation},  // TƯ, before words in capitals
    {"headline", recognise_headline},                            // HUẾ
    {"abbreviation", recognise_abbreviation},                    // UBND, TP., NATO
    {"unit", recognise_unit_word},                               // triệu USD
    {"other-script", recognise_other_script},
    {"foreign", recognise_foreign},  // Washington, VINAMILK
    {"letters", recognise_letters},  // N.V.A., unknown capitals: the last resort
};

}  // namespace

std::span<const Rule> rules_for(const Token& token) {
  switch (token.kind) {
    case TokenKind::number:
      return kFigure;
    case TokenKind::word:
      if (token.shape == Shape::lower) return kSmallWord;
      return kCapitalWord;
    case TokenKind::mark:
      return kSign;
    default:
      return {};
  }
}

}  // namespace loa::normalizer
