// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "loa/normalizer/normalizer.h"

namespace loa::normalizer {

/// Reads a text that comes in pieces of any size, cut anywhere, even inside a
/// character: each line is handed out as soon as its end has come. Needs memory
/// for one line; a line longer than kLongestLine is cut at a blank. What the text
/// defines is remembered from line to line. One thread at a time.
///
///     Stream stream(normalizer);
///     while (more) { stream.push(bytes); while (stream.next()) use(stream.spoken()); }
///     stream.end();
///     while (stream.next()) use(stream.spoken());
class Stream {
 public:
  static constexpr std::size_t kLongestLine = std::size_t{64} * 1024;

  /// `normalizer` must outlive the object.
  explicit Stream(const Normalizer& normalizer, Options options = {})
      : normalizer_(normalizer), options_(options) {}

  /// Takes more bytes. What the views handed out before pointed at is gone.
  void push(std::string_view bytes);
  /// No more bytes will come: the last line need not have an end. push() begins anew.
  void end() { ended_ = true; }

  /// Reads the next line, if all of it is there.
  [[nodiscard]] bool next();
  /// The line last read, without its line end (LF, CRLF); valid until push() or next().
  [[nodiscard]] std::string_view written() const { return written_; }
  /// Where it begins, in bytes from the beginning of the stream.
  [[nodiscard]] std::size_t offset() const { return offset_; }
  /// True when the next line goes on with this one, which was too long.
  [[nodiscard]] bool continues() const { return continues_; }
  /// What is said; its spans are of written().
  [[nodiscard]] const SpokenText& spoken() const { return spoken_; }

 private:
  void read(std::size_t size, std::size_t skip);

  const Normalizer& normalizer_;
  Options options_;
  Memory memory_;
  SpokenText spoken_;
  std::string buffer_;
  std::size_t at_ = 0;        // bytes of the buffer that were read
  std::size_t searched_ = 0;  // no line end stands before this byte of the buffer
  std::size_t passed_ = 0;    // bytes of the stream before the buffer
  std::string_view written_;
  std::size_t offset_ = 0;
  bool continues_ = false;
  bool ended_ = false;
};

}  // namespace loa::normalizer
