// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/diagnostics.h"
#include "loa/base/result.h"
#include "loa/base/span.h"
#include "loa/base/span_map.h"

namespace loa::article {

enum class BlockKind : unsigned char {
  title,
  lead,
  subhead,
  paragraph,
  quotation,
  caption,
  byline,
  dateline,
  list_item,
  link,
};
[[nodiscard]] std::string_view name(BlockKind kind);

/// A piece of an article that is read as one.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  bool sure = true;        ///< false: told apart by a weak sign; a caption that is not sure is read
  std::string text;        ///< clean NFC text, one line, no line ends, no leading or trailing blanks
  SpanMap map;             ///< text → bytes of the file
  std::size_t line = 0;    ///< line of the file where it begins, from 1
  bool continues = false;  ///< the paragraph goes on in the next block (very long ones are cut at a sentence)
};

/// Where bytes come from. Ownership of the file stays with the object.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Reads up to `size` bytes into `buffer`; 0 at the end. Blocks for at least one byte.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
  /// True when read() would return at once (data or the end is there).
  [[nodiscard]] virtual bool ready() const { return true; }
  /// As the user named it; "-" for standard input; empty for a string.
  [[nodiscard]] virtual const std::string& name() const = 0;
};

/// "-" is standard input. Errors: no_input (missing, unreadable, a directory).
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::string& path);
[[nodiscard]] std::unique_ptr<ByteSource> string_source(std::string text, std::string name = {});

/// A line of text as clean UTF-8, with the way back to the bytes of the file.
struct Line {
  std::string text;        ///< NFC; no line end
  SpanMap map;             ///< text → bytes of the file
  std::size_t number = 0;  ///< from 1
  bool continues = false;  ///< longer than the cut length: the next Line goes on with the same line
  bool ended = true;       ///< false: the file ended without a line end here
};

struct TextOptions {
  std::string encoding;  ///< "" detects; else utf-8, utf-16le, utf-16be, windows-1258, viscii, tcvn3, vni
  std::size_t max_line_bytes =
      64 * 1024;  ///< longer lines are cut, at a sentence end or blank where there is one
};

/// Pulls lines from a source: decodes, joins CRLF, reports invalid bytes with
/// line and offset (id "invalid-bytes"; they become U+FFFD), refuses binary
/// data (NUL bytes that are not UTF-16: error bad_data). Memory is bounded by
/// max_line_bytes. A line is handed out as soon as its end has been read.
class LineReader {
 public:
  LineReader(std::unique_ptr<ByteSource> source, TextOptions options, Diagnostics& diagnostics);
  ~LineReader();
  LineReader(LineReader&&) noexcept;
  LineReader& operator=(LineReader&&) noexcept;
  /// The next line, or nothing at the end.
  Result<std::optional<Line>> next();
  /// True when next() would not wait: a whole line, the end or an error is there.
  /// Reads what the source has ready.
  [[nodiscard]] bool ready();
  /// The encoding that was found or chosen, known after the first next().
  [[nodiscard]] std::string_view encoding() const;
  [[nodiscard]] const std::string& name() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Pulls blocks from lines, with bounded look-ahead (64 KiB): title, lead,
/// subheads, captions, dateline, byline, lists told apart by form; a hard-wrapped
/// file is recognised and its lines are joined. The dateline (`HNN.VN - `) is a
/// block of its own before the rest of its paragraph.
class ArticleReader {
 public:
  explicit ArticleReader(LineReader lines);
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;
  /// The next block, or nothing at the end.
  Result<std::optional<Block>> next();
  /// Clean text that has been read ahead of the block last handed out, for the
  /// normaliser to learn definitions from: at most 64 KiB, complete lines.
  [[nodiscard]] std::string_view look_ahead() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The sentences of a block's text, as spans that tile it but for blanks
/// between. ICU's break iterator, corrected for abbreviations (TP. Huế, GS.
/// Trần, v.v., anh D., N.V.A.), numbers and quotations.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);

}  // namespace loa::article
