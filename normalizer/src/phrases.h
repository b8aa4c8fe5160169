// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loa::normalizer {

/// Pairs of bytes, as a set that may say yes too often: what is asked first where words are
/// compared with many phrases, of which nearly all differ in those two.
struct BytePairs {
  std::array<std::uint64_t, 4> bits{};

  static constexpr unsigned place(char outer, char inner) {
    return (static_cast<unsigned char>(outer) * 29U + static_cast<unsigned char>(inner)) % 256U;
  }
  constexpr void add(char outer, char inner) {
    const unsigned at = place(outer, inner);
    bits[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  [[nodiscard]] constexpr bool holds(char outer, char inner) const {
    const unsigned at = place(outer, inner);
    return (bits[at / 64] >> (at % 64) & 1U) != 0;
  }
  /// The first two bytes of `words`, which is not empty; a blank behind a single one.
  constexpr void add_beginning(std::string_view words) { add(words[0], words.size() > 1 ? words[1] : ' '); }
  /// The last two, from the end.
  constexpr void add_ending(std::string_view words) {
    add(words.back(), words.size() > 1 ? words[words.size() - 2] : ' ');
  }
  [[nodiscard]] constexpr bool meets(const BytePairs& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) common |= bits[i] & other.bits[i];
    return common != 0;
  }
};

/// Phrases that are looked for together (folded, single blanks, none of them empty):
/// `constexpr Phrases kCues = {"tỷ lệ", "tỉ lệ"}`. Where none of them begins or ends as the
/// neighbour does, Context sees it at one look; a long list costs no more than a short one.
template <std::size_t count>
class Phrases {
 public:
  template <class... Words>
  constexpr Phrases(const Words&... words) : phrases_{std::string_view(words)...} {
    for (const std::string_view phrase : phrases_) {
      beginnings_.add_beginning(phrase);
      endings_.add_ending(phrase);
    }
  }
  [[nodiscard]] constexpr const std::string_view* begin() const { return phrases_.data(); }
  [[nodiscard]] constexpr const std::string_view* end() const { return phrases_.data() + count; }
  [[nodiscard]] constexpr const BytePairs& beginnings() const { return beginnings_; }
  [[nodiscard]] constexpr const BytePairs& endings() const { return endings_; }

 private:
  std::array<std::string_view, count> phrases_;
  BytePairs beginnings_;
  BytePairs endings_;
};
template <class... Words>
Phrases(const Words&...) -> Phrases<sizeof...(Words)>;

}  // namespace loa::normalizer
