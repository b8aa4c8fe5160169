// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <string_view>
#include <type_traits>

namespace loa::normalizer {

/// A set of what is numbered below 256, which may say yes too often: what is asked first where words are
/// compared with many phrases, of which nearly all begin with another.
struct Sieve {
  std::array<std::uint64_t, 4> bits{};

  static constexpr unsigned kPlaces = 256;

  constexpr void add(unsigned place) { bits[place / 64] |= std::uint64_t{1} << (place % 64); }
  [[nodiscard]] constexpr bool holds(unsigned place) const {
    return (bits[place / 64] >> (place % 64) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool meets(const Sieve& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) common |= bits[i] & other.bits[i];
    return common != 0;
  }
};

/// The place of two bytes in a sieve of them.
constexpr unsigned place_of_pair(char outer, char inner) {
  return (static_cast<unsigned char>(outer) * 29U + static_cast<unsigned char>(inner)) % Sieve::kPlaces;
}

/// Of a word that phrases begin or end with, as PhraseIndex sorts them.
constexpr std::uint32_t hash_of_word(std::string_view word) {
  std::uint32_t hash = 0;
  for (const char byte : word) hash = hash * 31 + static_cast<unsigned char>(byte);
  return hash;
}

/// The first eight bytes of a word, the first one lowest.
constexpr std::uint64_t first_bytes(std::string_view word) {
  const std::size_t size = word.size() < 8 ? word.size() : 8;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && size >= 4) {
    // Two pieces that may overlap, since nothing may be read behind the word.
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, word.data(), sizeof low);
    std::memcpy(&high, word.data() + size - sizeof high, sizeof high);
    return low | std::uint64_t{high} << 8 * (size - sizeof high);
  }
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < size; ++i) bytes |= std::uint64_t{static_cast<unsigned char>(word[i])} << 8 * i;
  return bytes;
}

/// The place of a word in a sieve of them.
constexpr unsigned place_of_word(std::string_view word) {
  return static_cast<unsigned>(first_bytes(word) * 0x9E3779B97F4A7C15U >> 56U);  // Fibonacci hashing
}
/// That of the first word of a phrase.
constexpr unsigned place_of_first_word(std::string_view phrase) {
  return place_of_word(phrase.substr(0, phrase.find(' ')));
}

/// Which of some phrases begin (or end) with a given word: a list of a hundred is asked as fast as one
/// of three, since nearly always none of them or one is left to be compared.
template <std::size_t count>
class PhraseIndex {
  static_assert(count < 256);

 public:
  /// `outer` and `inner` are the bytes of `word` that the phrase begins (or ends) with.
  constexpr void add(char outer, char inner, std::string_view word, std::size_t phrase) {
    pairs_.add(place_of_pair(outer, inner));
    words_.add(place_of_word(word));
    buckets_[phrase] = bucket(hash_of_word(word));
  }
  /// To be called once all of them have been added.
  constexpr void sort() {
    std::size_t at = 0;
    for (std::size_t b = 0; b < kBuckets; ++b) {
      for (std::size_t phrase = 0; phrase < count; ++phrase)
        if (buckets_[phrase] == b) order_[at++] = static_cast<std::uint8_t>(phrase);
      ends_[b + 1] = static_cast<std::uint8_t>(at);
    }
  }
  /// The words that the phrases begin (or end) with.
  [[nodiscard]] constexpr const Sieve& words() const { return words_; }
  /// The phrases that may have these two bytes and the word; others may be among them.
  [[nodiscard]] constexpr std::span<const std::uint8_t> find(char outer, char inner,
                                                             std::uint32_t hash) const {
    if (!pairs_.holds(place_of_pair(outer, inner))) return {};
    const std::size_t b = bucket(hash);
    return {order_.data() + ends_[b], order_.data() + ends_[b + 1]};
  }

 private:
  static constexpr std::size_t kBuckets = std::bit_ceil(count);
  static constexpr std::uint8_t bucket(std::uint32_t hash) {
    return static_cast<std::uint8_t>(hash % kBuckets);
  }

  Sieve pairs_;
  Sieve words_;
  std::array<std::uint8_t, count> buckets_{};
  std::array<std::uint8_t, count> order_{};
  std::array<std::uint8_t, kBuckets + 1> ends_{};
};

/// Phrases that are looked for together (folded, single blanks, none of them empty):
/// `static constexpr Phrases kCues = {"tỷ lệ", "tỉ lệ"}`.
template <std::size_t count>
class Phrases {
 public:
  template <class... Words>
  constexpr Phrases(const Words&... words) : phrases_{std::string_view(words)...} {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view phrase = phrases_[i];
      const bool one = phrase.size() == 1;
      beginnings_.add(phrase[0], one ? ' ' : phrase[1], phrase.substr(0, phrase.find(' ')), i);
      endings_.add(phrase.back(), one ? ' ' : phrase[phrase.size() - 2], phrase.substr(phrase.rfind(' ') + 1),
                   i);  // npos + 1 is 0
    }
    beginnings_.sort();
    endings_.sort();
  }
  [[nodiscard]] constexpr const std::string_view* begin() const { return phrases_.data(); }
  [[nodiscard]] constexpr const std::string_view* end() const { return phrases_.data() + count; }
  [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const { return phrases_[i]; }
  [[nodiscard]] constexpr const PhraseIndex<count>& beginnings() const { return beginnings_; }
  [[nodiscard]] constexpr const PhraseIndex<count>& endings() const { return endings_; }

 private:
  std::array<std::string_view, count> phrases_;
  PhraseIndex<count> beginnings_;
  PhraseIndex<count> endings_;
};
template <class... Words>
Phrases(const Words&...) -> Phrases<sizeof...(Words)>;

/// A list that is sorted by its words.
template <class List>
concept Indexed = requires(const List& list) {
  list.beginnings();
};

/// Whether the list has the text. Nearly all of a list differ in their size or first byte.
constexpr bool contains(const auto& list, std::string_view text) {
  return std::any_of(std::begin(list), std::end(list), [text](std::string_view one) {
    return one.size() == text.size() && (text.empty() || one[0] == text[0]) && one == text;
  });
}

}  // namespace loa::normalizer
