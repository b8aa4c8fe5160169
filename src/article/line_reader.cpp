// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>

#include "article/article.h"
#include "article/decoder.h"
#include "article/encoding.h"
#include "loa/base/message.h"
#include "loa/base/utf8.h"

namespace loa::article {
namespace {

constexpr std::size_t kReadSize = 64 * 1024;
constexpr std::size_t kBinaryWindow =
    64 * 1024;  // NUL bytes up to here refuse a file, later ones are broken text
constexpr std::size_t kMaxReports = 20;
constexpr std::size_t kNone = std::string_view::npos;

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

std::size_t bom_size(std::string_view bytes, Encoding encoding) {
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (encoding == Encoding::utf8) return starts("\xEF\xBB\xBF") ? 3 : 0;
  if (encoding == Encoding::utf16le) return starts("\xFF\xFE") ? 2 : 0;
  if (encoding == Encoding::utf16be) return starts("\xFE\xFF") ? 2 : 0;
  return 0;
}

struct LineEnd {
  std::size_t at = 0;    // first byte of the line end
  std::size_t size = 0;  // its bytes; 0: no line end found
  bool cr = false;       // a lone CR at the end of what is known: a LF may follow
};

LineEnd find_end_16(std::string_view bytes, std::size_t from, bool little) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<unsigned>(little ? first | second << 8 : first << 8 | second);
  };
  for (std::size_t at = from; at + 1 < bytes.size(); at += 2) {
    const unsigned c = unit(at);
    if (c == 0x000A || c == 0x2028 || c == 0x2029) return {at, 2, false};
    if (c == 0x000D) {
      if (at + 3 < bytes.size()) return {at, unit(at + 2) == 0x000A ? 4U : 2U, false};
      return {at, 2, true};
    }
  }
  return {bytes.size(), 0, false};
}

LineEnd find_end_8(std::string_view bytes, std::size_t from, Encoding encoding) {
  // memchr() three times is faster than a loop over the bytes: lines are long, and
  // two of the three marks do not occur in most files.
  const auto find = [&](int wanted, std::size_t limit) {
    const void* hit = limit > from ? std::memchr(bytes.data() + from, wanted, limit - from) : nullptr;
    return hit == nullptr ? limit : static_cast<std::size_t>(static_cast<const char*>(hit) - bytes.data());
  };
  std::size_t end = find('\n', bytes.size());
  std::size_t size = end < bytes.size() ? 1 : 0;
  bool cr = false;
  const std::size_t carriage = find('\r', end);
  if (carriage < end) {
    const bool known = carriage + 1 < bytes.size();
    size = known && bytes[carriage + 1] == '\n' ? 2 : 1;
    cr = !known;
    end = carriage;
  }
  if (encoding == Encoding::utf8) {  // U+2028 and U+2029: E2 80 A8, E2 80 A9
    for (std::size_t at = from; (at = bytes.substr(0, end).find("\xE2\x80", at)) != kNone; ++at) {
      if (at + 2 < end && (bytes[at + 2] == '\xA8' || bytes[at + 2] == '\xA9')) return {at, 3, false};
    }
  }
  return {end, size, cr};
}

// True where a line may be cut: not inside a character nor before its marks.
bool is_cut(std::string_view bytes, std::size_t at, Encoding encoding) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  switch (encoding) {
    case Encoding::utf8:
      return utf8::is_boundary(byte) && byte != 0xCC && byte != 0xCD;
    case Encoding::utf16le:
    case Encoding::utf16be: {
      if (at % 2 != 0 || at + 1 >= bytes.size()) return false;
      const auto high = static_cast<unsigned char>(bytes[at + (encoding == Encoding::utf16le ? 1 : 0)]);
      return (high < 0xDC || high > 0xDF) && high != 0x03;
    }
    default: {
      const char32_t first = byte_table(encoding)[byte][0];
      return first < 0x0300 || first > 0x036F;
    }
  }
}

// Where to cut a line of which only the first `limit` bytes are wanted: behind the
// last sentence end, else the last blank, of the later half; else between characters.
std::size_t find_cut(std::string_view bytes, std::size_t limit, Encoding encoding) {
  const std::size_t step = is_utf16(encoding) ? 2 : 1;
  const std::size_t low = encoding == Encoding::utf16be ? 1 : 0;
  const auto ascii = [&](std::size_t at) -> char {
    if (step == 2 && bytes[at + 1 - low] != 0) return 'x';
    return bytes[at + low];
  };
  limit = std::max<std::size_t>(limit / step * step, 8);  // no character with its marks' bytes is longer
  limit = std::min(limit, bytes.size() / step * step);
  std::size_t blank = 0;
  for (std::size_t at = limit - step; at > limit / 2 && at >= step; at -= step) {
    if (ascii(at) != ' ') continue;
    if (blank == 0) blank = at + step;
    const char before = ascii(at - step);
    if (before == '.' || before == '!' || before == '?') return at + step;
  }
  if (blank != 0) return blank;
  for (std::size_t at = limit; at > limit / 2; --at) {
    if (at < bytes.size() && is_cut(bytes, at, encoding)) return at;
  }
  return limit;
}

}  // namespace

struct LineReader::Impl {
  Impl(std::unique_ptr<ByteSource> bytes, TextOptions text_options, Diagnostics& sink)
      : source(std::move(bytes)), options(std::move(text_options)), diagnostics(&sink) {}

  std::unique_ptr<ByteSource> source;
  TextOptions options;
  Diagnostics* diagnostics;

  std::string buffer;  // bytes read and not yet handed out, from `begin` on
  std::size_t begin = 0;
  std::size_t offset = 0;    // of buffer[begin] in the file
  std::size_t searched = 0;  // bytes behind `begin` that hold no line end
  bool at_end = false;
  bool started = false;
  bool decided = false;  // the encoding is known; until then all was ASCII
  bool skip_lf = false;  // a CR ended the last line; a LF that comes now belongs to it
  bool cut_before = false;
  std::size_t number = 1;
  std::size_t reports = 0;
  std::size_t unreported = 0;
  std::size_t cut_column = 0;  // characters of the line handed out before the present piece
  std::optional<Error> failed;
  Encoding encoding = Encoding::utf8;

  std::string_view rest() const { return std::string_view(buffer).substr(begin); }

  Result<bool> read_more() {
    if (begin > 0) {
      buffer.erase(0, begin);
      begin = 0;
    }
    const std::size_t old = buffer.size();
    buffer.resize(old + kReadSize);
    auto got = source->read(buffer.data() + old, kReadSize);
    buffer.resize(old + (got ? *got : 0));
    if (!got) return std::move(got).error();
    if (*got == 0) at_end = true;
    return *got != 0;
  }

  void consume(std::size_t bytes) {
    begin += bytes;
    offset += bytes;
    searched = 0;
  }

  Error binary(const char* why) const {
    return Error{ErrorCode::bad_data, trf("binary data, not text: {}", tr(why)),
                 Place{source->name(), number, 0}};
  }

  // BOM, --encoding, or UTF-16 without BOM.
  Result<bool> start() {
    started = true;
    while (rest().size() < 4 && !at_end) {
      // A first line that is shorter than a BOM must not wait for more.
      if (!rest().empty() && static_cast<unsigned char>(rest()[0]) < 0x80 && rest()[0] != 0 &&
          (rest().find('\n') != kNone)) {
        break;
      }
      LOA_TRY(read_more());
    }
    if (!options.encoding.empty()) {
      const auto chosen = find_encoding(options.encoding);
      if (!chosen) {
        return Error{ErrorCode::usage, trf("unknown encoding {}", options.encoding), Place{},
                     tr("use utf-8, utf-16le, utf-16be, windows-1258, viscii, tcvn3 or vni")};
      }
      encoding = *chosen;
      decided = true;
      if (is_utf16(encoding) && folded_is_utf16() && rest().substr(0, 2) == "\xFE\xFF")
        encoding = Encoding::utf16be;
    } else {
      for (const Encoding marked : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be}) {
        if (bom_size(rest(), marked) == 0) continue;
        encoding = marked;
        decided = true;
        break;
      }
      if (!decided && rest().find('\0') != kNone) {
        const Encoding found = detect_encoding(rest());
        if (is_utf16(found)) {
          encoding = found;
          decided = true;
        }
      }
    }
    consume(bom_size(rest(), encoding));
    return true;
  }

  // "utf-16" without an order lets a BOM choose.
  bool folded_is_utf16() const { return options.encoding.size() <= 6; }

  std::optional<Error> refuse_binary(std::string_view bytes) const {
    if (is_utf16(encoding) || offset >= kBinaryWindow) return std::nullopt;
    bytes = bytes.substr(0, kBinaryWindow - offset);
    if (bytes.find('\0') != kNone) return binary(tr("it holds NUL bytes"));
    const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [&](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte < 0x20 && is_control(byte, decided ? encoding : Encoding::viscii);
    }));
    if (bytes.size() >= 32 && controls * 10 > bytes.size())
      return binary(tr("it holds many control characters"));
    return std::nullopt;
  }

  bool needs_decision(std::string_view line) const {
    if (decided) return false;
    return std::any_of(line.begin(), line.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0x80 || (is_control(byte, Encoding::utf8) && !is_control(byte, Encoding::viscii));
    });
  }

  LineEnd find_end() const {
    if (is_utf16(encoding)) {
      return find_end_16(rest(), searched, encoding == Encoding::utf16le);
    }
    // A mark of three bytes may have been cut at the end of the last read.
    return find_end_8(rest(), searched < 2 ? 0 : searched - 2, encoding);
  }

  bool whole_line_there() const {
    if (at_end || failed) return true;
    std::string_view have = rest();
    if (skip_lf && !have.empty()) return find_end().size != 0 || have.size() > options.max_line_bytes;
    return !have.empty() && (find_end().size != 0 || have.size() > options.max_line_bytes);
  }

  void drop_lf() {
    if (!skip_lf || rest().empty()) return;
    const std::size_t unit = is_utf16(encoding) ? 2 : 1;
    if (rest().size() < unit) return;
    const std::size_t low = encoding == Encoding::utf16be ? 1 : 0;
    if (rest()[low] == '\n' && (unit == 1 || rest()[1 - low] == 0)) consume(unit);
    skip_lf = false;
  }

  void report_invalid(const Line& line, const std::vector<Span>& invalid, std::string_view raw,
                      std::size_t raw_offset) {
    for (const Span run : invalid) {
      if (reports >= kMaxReports) {
        ++unreported;
        continue;
      }
      ++reports;
      std::string hex;
      const std::string_view bytes = raw.substr(run.begin - raw_offset, run.size());
      for (const char c : bytes.substr(0, 8)) {
        hex += fmt::format("{}{:02X}", hex.empty() ? "" : " ", static_cast<unsigned char>(c));
      }
      if (bytes.size() > 8) hex += " ...";
      const Span clean = line.map.result_of(run);
      const std::size_t column =
          cut_column + utf8::length(std::string_view(line.text).substr(0, clean.begin)) + 1;
      diagnostics->warn(
          "invalid-bytes",
          trf("not valid {}, replaced: {} at byte {} of the file", name_of_encoding(), hex, run.begin),
          Place{source->name(), line.number, column});
    }
  }

  void report_rest() {
    if (unreported == 0) return;
    diagnostics->warn("invalid-bytes", trf("{} more places with invalid bytes were replaced", unreported),
                      Place{source->name()});
    unreported = 0;
  }

  std::string_view name_of_encoding() const { return loa::article::name(encoding); }

  Line make_line(std::string_view raw) {
    Line line;
    line.number = number;
    Decoded decoded = decode(raw, offset, encoding);
    line.text = std::move(decoded.text);
    line.map = std::move(decoded.map);
    if (!decoded.invalid.empty()) report_invalid(line, decoded.invalid, raw, offset);
    return line;
  }

  Result<std::optional<Line>> next() {
    if (failed) return Error{*failed};
    auto line = pull();
    if (!line) failed = line.error();
    return line;
  }

  Result<std::optional<Line>> pull() {
    if (!started) {
      LOA_TRY(start());
      if (auto refused = refuse_binary(rest())) return std::move(*refused);
    }
    for (;;) {
      drop_lf();
      const LineEnd end = find_end();
      const bool found = end.size != 0;
      const bool too_long = (found ? end.at : rest().size()) > options.max_line_bytes;
      if (!found && !too_long && !at_end) {
        searched = is_utf16(encoding) ? rest().size() / 2 * 2 : rest().size();
        const std::size_t old = rest().size();
        LOA_TRY(read_more());
        if (auto refused = refuse_new(old)) return std::move(*refused);
        continue;
      }
      if (!found && rest().empty()) {
        report_rest();
        return std::optional<Line>{};
      }
      if (needs_decision(rest().substr(0, end.at))) {
        encoding = options.encoding.empty() ? detect_encoding(rest()) : encoding;
        if (is_utf16(encoding)) encoding = Encoding::utf8;
        decided = true;
        searched = 0;
        if (auto refused = refuse_binary(rest())) return std::move(*refused);
        continue;
      }
      if (too_long) return cut_line();
      Line line = make_line(rest().substr(0, end.at));
      line.ended = found;
      consume(end.at + end.size);
      skip_lf = end.cr;
      ++number;
      cut_column = 0;
      return std::optional<Line>{std::move(line)};
    }
  }

  std::optional<Error> refuse_new(std::size_t old) const {
    if (is_utf16(encoding) || offset + old >= kBinaryWindow) return std::nullopt;
    return rest().substr(old).find('\0') != kNone ? std::optional<Error>(binary(tr("it holds NUL bytes")))
                                                  : std::nullopt;
  }

  Result<std::optional<Line>> cut_line() {
    const std::size_t cut = find_cut(rest(), options.max_line_bytes, encoding);
    Line line = make_line(rest().substr(0, cut));
    line.continues = true;
    line.ended = false;
    consume(cut);
    cut_column += utf8::length(line.text);
    return std::optional<Line>{std::move(line)};
  }

  bool ready() {
    while (!whole_line_there()) {
      if (!source->ready()) return false;
      searched = is_utf16(encoding) ? rest().size() / 2 * 2 : rest().size();
      if (!started) {
        auto begun = start();
        if (!begun) failed = std::move(begun).error();
        if (!failed) failed = refuse_binary(rest());
        searched = 0;
        continue;
      }
      const std::size_t old = rest().size();
      auto got = read_more();
      if (!got) failed = std::move(got).error();
      if (!failed) failed = refuse_new(old);
    }
    return true;
  }
};

LineReader::LineReader(std::unique_ptr<ByteSource> source, TextOptions options, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(std::move(source), std::move(options), diagnostics)) {}
LineReader::~LineReader() = default;
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;

Result<std::optional<Line>> LineReader::next() { return impl_->next(); }
bool LineReader::ready() { return impl_->ready(); }
std::string_view LineReader::encoding() const { return loa::article::name(impl_->encoding); }
const std::string& LineReader::name() const { return impl_->source->name(); }

}  // namespace loa::article
