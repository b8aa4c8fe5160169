// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "draft.h"
#include "loa/base/span.h"
#include "loa/base/span_map.h"
#include "loa/normalizer/normalizer.h"
#include "scan.h"

namespace loa::normalizer {

/// Builds a SpokenText from left to right: one blank between words, at most one
/// mark behind a word (the strongest wins), readings that tile the source, and
/// the map. All spans that come in are of the clean text and touch each other.
class Emitter {
 public:
  /// Appends to `out`. `clean` is the text that the spans name.
  Emitter(std::string_view clean, SpokenText& out) : clean_(clean), out_(out) {}

  /// A word said as it is written.
  void plain(Span word);
  /// Words said as they are written: tokens that are a word, one plain blank, a word, and so on.
  void plain_run(std::span<const Token> run);
  /// White space.
  void blank(Span span) { extend_plain(span); }
  /// A clause mark that was written: , . ; : ? !
  void mark(char mark, Span span);
  /// A bracket or a dash between words: a comma, if words follow and no mark stands there.
  void soft_comma(Span span);
  /// A quote: a short silence.
  void quote(Span span);
  /// Deliberately not said.
  void silent(Span span, std::string_view rule);
  /// What a recogniser read, from the bytes `span`.
  void reading(const Draft& draft, Span span);
  /// Ends the text: the map reaches its end.
  void finish();

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void extend_plain(Span span);
  std::size_t open_word();
  void replaced(std::size_t from, std::size_t to);
  void map_to(std::size_t source_begin, std::size_t added);

  std::string_view clean_;
  SpokenText& out_;
  std::size_t unchanged_ = 0;          // bytes at the end that the map has not been told of
  std::size_t from_ = 0;               // clean bytes that the map has reached
  std::size_t comma_reading_ = kNone;  // reading that waits for its soft comma
  bool quote_ = false;                 // a light pause waits for the next word
};

}  // namespace loa::normalizer
