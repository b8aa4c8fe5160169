// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <deque>

#include "article/article.h"
#include "article/line_form.h"
#include "article/map_slice.h"
#include "article/wrapping.h"
#include "loa/base/utf8.h"

namespace loa::article {
namespace {

constexpr std::size_t kLookAhead = 64 * 1024;
constexpr std::size_t kLongestTitle = 360;        // bytes
constexpr std::size_t kLongestSubhead = 220;      // bytes
constexpr std::size_t kLongestSureCaption = 330;  // bytes; a longer one may be a paragraph with a credit
constexpr std::size_t kRemembered = 4096;         // bytes of the paragraph before, for names
constexpr std::size_t kFollowing = 2;             // paragraphs that a by-line or a caption may need to see

// One or, in a hard-wrapped file, several lines that are read as one.
struct Paragraph {
  std::string text;
  SpanMap map;
  std::size_t line = 0;
  bool continues = false;
  bool continued = false;  // the rest of a line that was cut
  bool speaks = false;     // has a letter or digit
};

}  // namespace

struct ArticleReader::Impl {
  explicit Impl(LineReader reader) : lines(std::move(reader)) {}

  LineReader lines;
  std::deque<Line> raw;  // lines that do not yet make a paragraph
  std::size_t raw_bytes = 0;
  bool at_end = false;
  std::optional<Error> failed;
  Wrapping wrapping;
  std::size_t sampled = 0;  // lines that the wrapping was judged by

  std::deque<Paragraph> ahead;
  std::string ahead_text;  // of all in `ahead`, a line each
  std::size_t ahead_begin = 0;
  bool last_continued = false;

  bool titled = false;
  bool led = false;
  bool body = false;  // a paragraph proper was handed out
  bool signing = false;
  BlockKind previous = BlockKind::paragraph;
  std::string previous_text;

  std::size_t waiting() const { return ahead_text.size() - ahead_begin + raw_bytes; }

  // --- lines to paragraphs ---

  bool pull_line() {
    if (at_end) return false;
    auto line = lines.next();
    if (!line || !*line) {
      if (!line) failed = std::move(line).error();
      at_end = true;
      return false;
    }
    raw_bytes += (*line)->text.size() + 1;
    raw.push_back(std::move(**line));
    return true;
  }

  bool line_now() { return !at_end && lines.ready(); }

  // Judges again while the file is young: a pipe may have shown little of itself.
  void judge_wrapping() {
    constexpr std::size_t kEnough = 60;
    if (sampled >= kEnough || raw.size() < 2 || wrapping.hard) return;
    wrapping = find_wrapping(raw);
    sampled = std::max(sampled, raw.size());
  }

  static void append_trimmed(Paragraph& out, const Line& line) {
    const std::string_view text = trimmed(line.text);
    if (text.empty()) return;
    const auto begin = static_cast<std::size_t>(text.data() - line.text.data());
    const Span part{begin, begin + text.size()};
    if (out.text.empty()) {
      out.map.reset(line.map.source_of(part).begin, 0);
      out.line = line.number;
    } else {
      const std::size_t from = line.map.source_of(part).begin;
      out.map.append_replaced(from - std::min(from, out.map.from_end()), 1);
      out.text += ' ';
    }
    append_slice(out.map, line.map, part);
    out.text += text;
  }

  // Moves the first paragraph of `raw` into `ahead`. False when there was none to move.
  bool make_paragraph() {
    while (!raw.empty() && trimmed(raw.front().text).empty() && !raw.front().continues) pop_raw();
    if (raw.empty() && !pull_line()) return false;
    if (trimmed(raw.front().text).empty()) {
      last_continued = raw.front().continues && last_continued;
      pop_raw();
      return true;
    }
    Paragraph out;
    append_trimmed(out, raw.front());
    out.continues = raw.front().continues;
    out.continued = last_continued;
    while (!out.continues) {
      // Only where lines may be joined is the next one waited for.
      const bool may_join = wrapping.hard && raw.front().ended;
      if (raw.size() < 2 && may_join) pull_line();
      if (raw.size() < 2 || !may_join || !joins(wrapping, raw[0].text, raw[1].text)) break;
      if (out.text.size() > kLookAhead) {
        out.continues = true;
        break;
      }
      pop_raw();
      append_trimmed(out, raw.front());
    }
    last_continued = out.continues;
    pop_raw();
    out.speaks = has_letter_or_digit(out.text);
    if (!out.speaks) return true;  // a row of dashes or stars
    ahead_text += out.text;
    ahead_text += '\n';
    ahead.push_back(std::move(out));
    return true;
  }

  void pop_raw() {
    raw_bytes -= raw.front().text.size() + 1;
    raw.pop_front();
  }

  // How many paragraphs behind the first one its decision needs to see. A
  // sentence of the text speaks for itself: from a slow pipe it must not wait.
  std::size_t needed() const {
    if (ahead.empty()) return 0;
    const std::string& text = ahead.front().text;
    if (body && is_name(text)) return kFollowing;
    const bool settled =
        (titled || body) && !is_name(text) && (has_end_mark(text) || text.size() > 2 * kLongestSubhead);
    if (settled) return 0;
    // Whose picture it is may be said in the text behind the next paragraph.
    return titled && !has_end_mark(text) ? kFollowing : 1;
  }

  // Reads what a decision needs, and what can be had without waiting.
  void fill() {
    while (waiting() < kLookAhead && line_now()) {
      if (!pull_line()) break;
    }
    judge_wrapping();
    while (ahead.size() < 1 + needed()) {
      if (raw.size() < 2 && sampled < 8 && !at_end) {  // young pipe: see a second line before judging
        pull_line();
        judge_wrapping();
      }
      if (!make_paragraph()) break;
    }
    while (ahead_text.size() - ahead_begin < kLookAhead && (raw.size() > 8 || (at_end && !raw.empty())) &&
           make_paragraph()) {
    }
  }

  // --- paragraphs to blocks ---

  const Paragraph* following(std::size_t index) const {
    return index < ahead.size() ? &ahead[index] : nullptr;
  }

  bool is_text(const Paragraph* paragraph) const {
    return paragraph != nullptr &&
           (has_end_mark(paragraph->text) || paragraph->text.size() > kLongestSubhead) &&
           !is_link(paragraph->text) && !is_marked_caption(paragraph->text);
  }

  // Nothing but furniture comes after the paragraph.
  bool closes() const {
    for (std::size_t i = 1; i < ahead.size(); ++i) {
      const std::string& text = ahead[i].text;
      if (!is_link(text) && !is_marked_byline(text) && !is_marked_caption(text) && !is_name(text) &&
          !is_date_line(text)) {
        return false;
      }
    }
    return at_end && raw.empty();
  }

  struct Verdict {
    BlockKind kind;
    bool sure = true;
  };

  static bool is_quotation(std::string_view text) {
    static constexpr std::string_view kOpen = "\xE2\x80\x9C";   // “
    static constexpr std::string_view kClose = "\xE2\x80\x9D";  // ”
    if (text.substr(0, kOpen.size()) == kOpen) {
      const std::size_t close = text.rfind(kClose);
      return close == std::string_view::npos || close * 2 > text.size();
    }
    if (text.front() == '"') {
      const std::size_t close = text.rfind('"');
      return close != 0 && close * 2 > text.size();
    }
    return text.substr(0, 2) == "\xC2\xAB";  // «
  }

  Verdict judge_head(const Paragraph& now) {
    const std::string& text = now.text;
    if (is_date_line(text)) return {BlockKind::dateline};
    if (is_agenda_item(text)) return {BlockKind::paragraph};  // no title, whatever comes first
    if (!titled && is_section(text) && following(1) != nullptr && !is_text(following(1)))
      return {BlockKind::subhead};
    const bool capitals = all_capitals(text) && text.size() <= kLongestTitle;
    if (!titled) {
      const bool short_line = text.size() <= kLongestTitle && utf8::decode(text, 0).code_point != U'-';
      const bool stop = std::string_view(".:;,").find(text.back()) != std::string_view::npos;
      if (short_line && !stop && following(1) != nullptr && find_dateline(text).size == 0) {
        titled = true;
        return {BlockKind::title};
      }
    } else if (previous == BlockKind::title || previous == BlockKind::subhead ||
               previous == BlockKind::dateline || previous == BlockKind::byline) {
      if (capitals && !is_sign_off(text) && !(is_name(text) && text.size() < 40 && is_text(following(1)))) {
        return {BlockKind::title};
      }
      if (text.starts_with("Về việc ") || text.starts_with("V/v")) return {BlockKind::title};
      if (is_marked_byline(text)) return {BlockKind::byline};
      if (is_name(text) && text.size() < 50 && is_text(following(1))) return {BlockKind::byline, false};
    }
    return {BlockKind::paragraph};
  }

  Verdict judge(const Paragraph& now) {
    const std::string& text = now.text;
    if (now.continued) return {previous};
    if (is_link(text)) return {BlockKind::link};
    if (is_marked_byline(text) && (body || titled)) return {BlockKind::byline};
    if (is_marked_caption(text) && (titled || body || following(1) != nullptr)) {
      return {BlockKind::caption, text.size() <= kLongestSureCaption};
    }
    if (!body && list_marker(text).size == 0) {
      const Verdict head = judge_head(now);
      if (head.kind != BlockKind::paragraph) return head;
    }
    if (is_sign_off(text)) {
      signing = true;
      return {BlockKind::byline};
    }
    if (signing && is_name(text)) return {BlockKind::byline};
    if (body && is_name(text) && closes()) return {BlockKind::byline};
    if (list_marker(text).size != 0 || is_agenda_item(text)) return {BlockKind::list_item};
    if (is_date_line(text)) return {BlockKind::dateline};
    if (text.starts_with("Nơi nhận:") && text.size() < 20) return {BlockKind::subhead};
    if (text.size() <= 2 * kLongestSubhead && !has_end_mark(text)) {
      const Paragraph* next = following(1);
      const bool near_before = !previous_text.empty() && shows_person_of(text, previous_text);
      const Paragraph* second = following(2);
      const bool near_after = (next != nullptr && shows_person_of(text, next->text)) ||
                              (second != nullptr && shows_person_of(text, second->text));
      if (near_before || near_after) return {BlockKind::caption};
      if (opens_like_caption(text)) return {BlockKind::caption, false};
      if (text.size() <= kLongestSubhead && next != nullptr && (body || titled)) {
        const bool before_text = is_text(next) || list_marker(next->text).size != 0;
        return before_text ? Verdict{BlockKind::subhead} : Verdict{BlockKind::subhead, false};
      }
      return {BlockKind::paragraph};
    }
    if (titled && !led && text.size() > 60) return {BlockKind::lead};
    return {is_quotation(text) ? BlockKind::quotation : BlockKind::paragraph};
  }

  // Hands out bytes [begin, end) of the first paragraph.
  Block take(Span part, Verdict verdict) const {
    const Paragraph& now = ahead.front();
    Block block;
    block.kind = verdict.kind;
    block.sure = verdict.sure;
    block.text = std::string(part.of(now.text));
    block.map = slice(now.map, part);
    block.line = now.line;
    block.continues = now.continues && part.end == now.text.size();
    return block;
  }

  void remember(const Block& block) {
    previous = block.kind;
    const bool text = block.kind == BlockKind::lead || block.kind == BlockKind::paragraph ||
                      block.kind == BlockKind::quotation;
    if (block.kind == BlockKind::lead) led = true;
    if (text) {
      body = true;
      led = true;  // a lead comes first or not at all
      previous_text = block.text.substr(
          0, utf8::floor_boundary(block.text, std::min(kRemembered, block.text.size() - 1)));
    }
    if (block.kind == BlockKind::list_item) body = true;
  }

  void drop_front() {
    ahead_begin += ahead.front().text.size() + 1;
    ahead.pop_front();
    if (ahead_begin > 4 * kLookAhead || ahead.empty()) {
      ahead_text.erase(0, ahead_begin);
      ahead_begin = 0;
    }
  }

  // Drops the first bytes of the first paragraph: they have been handed out.
  void drop_head(std::size_t bytes) {
    Paragraph& now = ahead.front();
    now.map = slice(now.map, {bytes, now.text.size()});
    now.text.erase(0, bytes);
    ahead_begin += bytes;
  }

  Result<std::optional<Block>> next() {
    fill();
    if (ahead.empty()) {
      if (failed) return Error{*failed};
      return std::optional<Block>{};
    }
    const std::string& text = ahead.front().text;
    if (!ahead.front().continued && !is_marked_caption(text) && list_marker(text).size == 0) {
      const Dateline dateline = find_dateline(text);
      const bool expected = dateline.sure || !body;
      if (dateline.size != 0 && expected &&
          has_letter_or_digit(std::string_view(text).substr(dateline.size)) &&
          (has_end_mark(text) || text.size() > kLongestSubhead)) {
        Block block = take({0, dateline.text_size}, {BlockKind::dateline, dateline.sure});
        drop_head(dateline.size);
        previous = BlockKind::dateline;
        return std::optional<Block>{std::move(block)};
      }
    }
    const Verdict verdict = judge(ahead.front());
    std::size_t begin = 0;
    if (verdict.kind == BlockKind::list_item && !ahead.front().continued) {
      const ListMarker marker = list_marker(text);
      if (!marker.spoken && has_letter_or_digit(std::string_view(text).substr(marker.size)))
        begin = marker.size;
    }
    Block block = take({begin, text.size()}, verdict);
    remember(block);
    drop_front();
    return std::optional<Block>{std::move(block)};
  }

  std::string_view look_ahead() const {
    const std::string_view text = std::string_view(ahead_text).substr(ahead_begin);
    if (text.size() <= kLookAhead) return text;
    const std::size_t end = text.rfind('\n', kLookAhead - 1);
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
  }
};

ArticleReader::ArticleReader(LineReader lines) : impl_(std::make_unique<Impl>(std::move(lines))) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

Result<std::optional<Block>> ArticleReader::next() { return impl_->next(); }
std::string_view ArticleReader::look_ahead() const { return impl_->look_ahead(); }

}  // namespace loa::article
