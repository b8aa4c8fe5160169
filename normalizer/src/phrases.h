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
class PhraseIndex {
 public:
  /// The phrases that may have these two bytes, the one at their end first, and the word with this hash;
  /// others may be among them.
  [[nodiscard]] constexpr std::span<const std::uint8_t> find(char outer, char inner,
                                                             std::uint32_t hash) const {
    if (!pairs_.holds(place_of_pair(outer, inner))) return {};
    const std::uint32_t bucket = hash & mask_;
    return {order_ + starts_[bucket], order_ + starts_[bucket + 1]};
  }
  /// The words that the phrases begin (or end) with.
  [[nodiscard]] constexpr const Sieve& words() const { return words_; }

  /// `word` is that of the next phrase, `outer` and `inner` its two bytes at the end of the phrase.
  constexpr void add(char outer, char inner, std::string_view word) {
    pairs_.add(place_of_pair(outer, inner));
    words_.add(place_of_word(word));
  }
  /// Once all have been added. The memory is the caller's: `order` has a place for each phrase, `starts` one
  /// more than a power of two. A counting sort: clang gives a constant a million steps.
  constexpr void sort(std::span<const std::uint32_t> hashes, std::span<std::uint8_t> order,
                      std::span<std::uint8_t> starts) {
    order_ = order.data();
    starts_ = starts.data();
    mask_ = static_cast<std::uint32_t>(starts.size() - 2);
    for (const std::uint32_t hash : hashes) ++starts[hash & mask_];
    for (std::size_t bucket = 1; bucket < starts.size(); ++bucket)
      starts[bucket] = static_cast<std::uint8_t>(starts[bucket] + starts[bucket - 1]);
    // Each is the end of its bucket now, and goes down to its start as the bucket is filled from behind.
    for (std::size_t phrase = hashes.size(); phrase-- > 0;)
      order[--starts[hashes[phrase] & mask_]] = static_cast<std::uint8_t>(phrase);
  }

 private:
  Sieve pairs_;
  Sieve words_;
  const std::uint8_t* order_ = nullptr;
  const std::uint8_t* starts_ = nullptr;  // of each bucket in order_, and the end of the last
  std::uint32_t mask_ = 0;
};

/// Phrases of any number that are looked for together. Not a template, so that Context has one function for
/// all lists: with one for each size the code did not fit into the instruction cache.
class PhraseList {
 public:
  PhraseList(const PhraseList&) = delete;  // it points into itself
  PhraseList& operator=(const PhraseList&) = delete;

  [[nodiscard]] constexpr const std::string_view* begin() const { return phrases_; }
  [[nodiscard]] constexpr const std::string_view* end() const { return phrases_ + size_; }
  [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const { return phrases_[i]; }
  [[nodiscard]] constexpr const PhraseIndex& beginnings() const { return beginnings_; }
  [[nodiscard]] constexpr const PhraseIndex& endings() const { return endings_; }

 protected:
  constexpr PhraseList() = default;

  const std::string_view* phrases_ = nullptr;
  std::size_t size_ = 0;
  PhraseIndex beginnings_;
  PhraseIndex endings_;
};

/// The phrases themselves (folded, single blanks, none of them empty):
/// `static constexpr Phrases kCues = {"tỷ lệ", "tỉ lệ"}`.
template <std::size_t count>
class Phrases : public PhraseList {
  static_assert(count < 256);

 public:
  template <class... Words>
  constexpr Phrases(const Words&... words) : all_{std::string_view(words)...} {
    phrases_ = all_.data();
    size_ = count;
    std::array<std::uint32_t, count> first{};
    std::array<std::uint32_t, count> last{};
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view phrase = all_[i];
      const bool one = phrase.size() == 1;
      const std::string_view first_word = phrase.substr(0, phrase.find(' '));
      const std::string_view last_word = phrase.substr(phrase.rfind(' ') + 1);  // npos + 1 is 0
      beginnings_.add(phrase[0], one ? ' ' : phrase[1], first_word);
      endings_.add(phrase.back(), one ? ' ' : phrase[phrase.size() - 2], last_word);
      first[i] = hash_of_word(first_word);
      last[i] = hash_of_word(last_word);
    }
    beginnings_.sort(first, by_first_.order, by_first_.starts);
    endings_.sort(last, by_last_.order, by_last_.starts);
  }

 private:
  struct Sorted {
    std::array<std::uint8_t, count> order{};
    std::array<std::uint8_t, std::bit_ceil(count) + 1> starts{};
  };
  std::array<std::string_view, count> all_;
  Sorted by_first_;
  Sorted by_last_;
};
template <class... Words>
Phrases(const Words&...) -> Phrases<sizeof...(Words)>;

/// Whether the list has the text. Nearly all of a list differ in their size or first byte.
constexpr bool contains(const auto& list, std::string_view text) {
  return std::any_of(std::begin(list), std::end(list), [text](std::string_view one) {
    return one.size() == text.size() && (text.empty() || one[0] == text[0]) && one == text;
  });
}

}  // namespace loa::normalizer
