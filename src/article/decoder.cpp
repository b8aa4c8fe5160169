// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/decoder.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "loa/base/utf8.h"

namespace loa::article {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void add_invalid(Decoded& out, std::size_t bytes) {
  const std::size_t at = out.map.from_end();
  if (!out.invalid.empty() && out.invalid.back().end == at) {
    out.invalid.back().end += bytes;
  } else {
    out.invalid.push_back({at, at + bytes});
  }
  out.text += kReplacement;
  out.map.append_transcoded(1, static_cast<unsigned char>(bytes), 3);
}

// Where the check below stands between two bytes, as the place of a state in a row of its table.
enum class State : unsigned char {
  whole = 0,     // a character has ended
  last = 6,      // one more byte is missing, any that continues
  latin = 12,    // behind E1
  mark = 18,     // behind E2
  general = 24,  // behind E2 80
  unsure = 30,   // for good
};

// For each byte a row of six bits for each state: the state that the byte leads to.
constexpr std::array<std::uint64_t, 256> make_steps() {
  std::array<std::uint64_t, 256> steps{};
  for (unsigned b = 0; b < 256; ++b) {
    const auto set = [&](State from, bool good, State to) {
      steps[b] |= static_cast<std::uint64_t>(good ? to : State::unsure) << static_cast<unsigned>(from);
    };
    const bool continues = b >= 0x80 && b < 0xC0;
    const State begun = b < 0x80                ? State::whole
                        : b >= 0xC2 && b < 0xCC ? State::last
                        : b == 0xE1             ? State::latin
                        : b == 0xE2             ? State::mark
                                                : State::unsure;
    set(State::whole, true, begun);
    set(State::last, continues, State::whole);
    set(State::latin, b == 0xBA || b == 0xBB, State::last);
    set(State::mark, b == 0x80, State::general);
    set(State::general, continues && b >= 0x82, State::whole);
    set(State::unsure, false, State::unsure);
  }
  return steps;
}
constexpr auto kSteps = make_steps();

// True where the bytes are surely valid UTF-8 that NFC leaves as it is: characters below
// U+0300, Vietnamese letters (U+1E80–1EFF) and general punctuation past the two quads that
// have canonical equals. A shift for each byte and no branch, eight to a round: many times as fast as ICU.
bool surely_valid_nfc(std::string_view text) {
  constexpr std::size_t kRound = 8;
  std::uint64_t state = static_cast<std::uint64_t>(State::whole);
  const auto step = [&](char byte) { state = kSteps[static_cast<unsigned char>(byte)] >> (state & 63U); };
  const char* byte = text.data();
  const char* const end = byte + text.size();
  for (; static_cast<std::size_t>(end - byte) >= kRound; byte += kRound)
    for (std::size_t i = 0; i < kRound; ++i) step(byte[i]);
  for (; byte != end; ++byte) step(*byte);
  return (state & 63U) == static_cast<std::uint64_t>(State::whole);
}

void decode_utf8(std::string_view bytes, Decoded& out) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::string_view rest = bytes.substr(at);
    std::size_t valid = utf8::find_invalid(rest);
    if (valid == std::string_view::npos) valid = rest.size();
    out.text += rest.substr(0, valid);
    out.map.append_unchanged(valid);
    at += valid;
    if (at == bytes.size()) return;
    const std::size_t broken = utf8::decode(bytes, at).size;
    add_invalid(out, broken);
    at += broken;
  }
}

void decode_utf16(std::string_view bytes, bool little, Decoded& out) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  };
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    char32_t code = unit(at);
    unsigned char size = 2;
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        size = 4;
      }
    }
    if ((code >= 0xD800 && code < 0xE000) || code == 0) {
      add_invalid(out, size);
    } else {
      const std::size_t before = out.text.size();
      utf8::append(out.text, code);
      out.map.append_transcoded(1, size, static_cast<unsigned char>(out.text.size() - before));
    }
    at += size;
  }
  if (at < bytes.size()) add_invalid(out, bytes.size() - at);
}

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0xA8 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// TCVN3 has no capitals with tones: in a font of capitals the writer typed small
// ones. Two plain capitals without a plain small letter tell such a word.
bool is_capital_word(std::string_view word) {
  const auto small = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const auto capital = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return small == 0 && capital >= 2;
}

void decode_bytes(std::string_view bytes, Encoding encoding, Decoded& out) {
  const ByteTable& table = byte_table(encoding);
  std::size_t word_end = 0;
  bool capitals = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (encoding == Encoding::tcvn3 && at >= word_end) {
      while (word_end < bytes.size() && is_word_byte(bytes[word_end])) ++word_end;
      capitals = is_capital_word(bytes.substr(at, word_end - at));
      word_end = std::max(word_end, at + 1);
    }
    auto [first, second] = table[static_cast<unsigned char>(bytes[at])];
    if (capitals && first >= 0x80) first = static_cast<char32_t>(u_toupper(static_cast<UChar32>(first)));
    if (first == 0) {
      add_invalid(out, 1);
      continue;
    }
    const std::size_t before = out.text.size();
    utf8::append(out.text, first);
    if (second != 0) utf8::append(out.text, second);
    out.map.append_transcoded(1, 1, static_cast<unsigned char>(out.text.size() - before));
  }
}

void normalize(Decoded& out) {
  if (surely_valid_nfc(out.text)) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return;
  if (nfc->isNormalizedUTF8(out.text, status) || U_FAILURE(status)) return;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, static_cast<int32_t>(out.text.size()));
  icu::Edits edits;
  nfc->normalizeUTF8(0, out.text, sink, &edits, status);
  if (U_FAILURE(status)) return;

  SpanMap changes;
  auto it = edits.getFineIterator();
  while (it.next(status)) {
    if (it.hasChange()) {
      changes.append_replaced(static_cast<std::size_t>(it.oldLength()),
                              static_cast<std::size_t>(it.newLength()));
    } else {
      changes.append_unchanged(static_cast<std::size_t>(it.oldLength()));
    }
  }
  out.map = out.map.then(changes);
  out.text = std::move(composed);
}

}  // namespace

Decoded decode(std::string_view bytes, std::size_t offset, Encoding encoding) {
  Decoded out;
  out.map.reset(offset, 0);
  switch (encoding) {
    case Encoding::utf8:
      if (surely_valid_nfc(bytes)) {
        out.text = bytes;
        out.map.append_unchanged(bytes.size());
        return out;
      }
      decode_utf8(bytes, out);
      break;
    case Encoding::utf16le:
      decode_utf16(bytes, true, out);
      break;
    case Encoding::utf16be:
      decode_utf16(bytes, false, out);
      break;
    default:
      decode_bytes(bytes, encoding, out);
      break;
  }
  normalize(out);
  return out;
}

}  // namespace loa::article
