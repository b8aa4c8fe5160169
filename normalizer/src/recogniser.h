// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "context.h"
#include "draft.h"

/// A recogniser reads one semiotic class. It lives in the file that carries the
/// name of its class and works in two steps: classify (the tokens from
/// `context.here()` on, and their neighbours, into a small struct of that file)
/// and verbalize (that struct into words).
///
/// The contract of a recogniser:
/// * It looks at the tokens from here() on, and at neighbours through Context.
///   It must take time proportional to what it consumes: looking further than
///   Context::kWindow without consuming is not allowed.
/// * When the tokens are not its own it returns false; what it has put into the
///   draft by then is thrown away.
/// * When they are it has said a word or a silence for every letter and digit of
///   what it consumed, and returns `draft.accept(SemioticClass::date, "date.day-month", end)`:
///   its class, the rule, and one past the last token that it read (> here()).
///   `certainty` is `narrow` when a rival was close; the framework then finds
///   the rival's name, by asking the recognisers that come after this one.
/// * It never says digits, capitals of its own, or symbols.
///
/// To add a class: write its file, declare its recogniser here, give it its place
/// in the table of dispatch.cpp, a figure's with the signs that may stand behind it.
/// The order there is the only place where rivals are decided.
namespace loa::normalizer {

using Recogniser = bool (*)(const Context&, Draft&);

/// A line of the dispatch table.
struct Rule {
  std::string_view name;  ///< "date"
  Recogniser recognise;
};

/// Rules of the table, in its order.
class RuleList {
 public:
  RuleList() = default;
  RuleList(const Rule* table, std::span<const std::uint8_t> order) : table_(table), order_(order) {}
  [[nodiscard]] std::size_t size() const { return order_.size(); }
  [[nodiscard]] const Rule& operator[](std::size_t i) const { return table_[order_[i]]; }

 private:
  const Rule* table_ = nullptr;
  std::span<const std::uint8_t> order_;  // numbers in the table
};

/// The recognisers to be asked for token `i`, in order: all that can match there.
[[nodiscard]] RuleList rules_for(const Context& context, std::size_t i);

// One for each file. In the order of SemioticClass.
bool recognise_dictionary(const Context&, Draft&);
bool recognise_broken_word(const Context&, Draft&);
bool recognise_headline(const Context&, Draft&);
bool recognise_cardinal(const Context&, Draft&);
bool recognise_fraction(const Context&, Draft&);
bool recognise_change(const Context&, Draft&);
bool recognise_signed_number(const Context&, Draft&);
bool recognise_digits(const Context&, Draft&);
bool recognise_ordinal(const Context&, Draft&);
bool recognise_padded_count(const Context&, Draft&);
bool recognise_power(const Context&, Draft&);
bool recognise_roman(const Context&, Draft&);
bool recognise_roman_item(const Context&, Draft&);
bool recognise_small_roman(const Context&, Draft&);
bool recognise_scripture(const Context&, Draft&);
bool recognise_storm(const Context&, Draft&);
bool recognise_chapter_verse(const Context&, Draft&);
bool recognise_date(const Context&, Draft&);
bool recognise_slash_year(const Context&, Draft&);
bool recognise_quarter(const Context&, Draft&);
bool recognise_full_hour(const Context&, Draft&);
bool recognise_time(const Context&, Draft&);
bool recognise_time_zone(const Context&, Draft&);
bool recognise_range(const Context&, Draft&);
bool recognise_number_list(const Context&, Draft&);
bool recognise_units_by_dots(const Context&, Draft&);
bool recognise_season(const Context&, Draft&);
bool recognise_boat(const Context&, Draft&);
bool recognise_section_number(const Context&, Draft&);
bool recognise_times(const Context&, Draft&);
bool recognise_score(const Context&, Draft&);
bool recognise_half_points(const Context&, Draft&);
bool recognise_chess_move(const Context&, Draft&);
bool recognise_slashed_sets(const Context&, Draft&);
bool recognise_weight_class(const Context&, Draft&);
bool recognise_ratio(const Context&, Draft&);
bool recognise_money(const Context&, Draft&);
bool recognise_measure(const Context&, Draft&);
bool recognise_road_post(const Context&, Draft&);
bool recognise_clock_minute(const Context&, Draft&);
bool recognise_dash_between(const Context&, Draft&);
bool recognise_per(const Context&, Draft&);
bool recognise_unit_word(const Context&, Draft&);
bool recognise_abbreviation(const Context&, Draft&);
bool recognise_syllable_abbreviation(const Context&, Draft&);
bool recognise_person_title(const Context&, Draft&);
bool recognise_initials(const Context&, Draft&);
bool recognise_letters(const Context&, Draft&);
bool recognise_code(const Context&, Draft&);
bool recognise_product(const Context&, Draft&);
bool recognise_telephone(const Context&, Draft&);
bool recognise_electronic(const Context&, Draft&);
bool recognise_numbered_site(const Context&, Draft&);
bool recognise_foreign(const Context&, Draft&);
bool recognise_other_script(const Context&, Draft&);
bool recognise_symbol(const Context&, Draft&);

}  // namespace loa::normalizer
