// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for any text: checked on every written form of the spec, on random
// mixtures of them, and on random bytes.
#include <clocale>
#include <cstdlib>
#include <random>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "catch.h"
#include "loa/base/utf8.h"
#include "loa/normalizer/normalizer.h"
#include "spec_rows.h"

using namespace loa;
using namespace loa::normalizer;

namespace {

SpokenText read(std::string_view text) {
  static const Normalizer normalizer;
  SpokenText out;
  normalizer.normalize(text, nullptr, out);
  return out;
}

bool holds_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    i += d.size;
    if (d.valid && u_isalnum(static_cast<UChar32>(d.code_point))) return true;
  }
  return false;
}

// Letters, single blanks between, at most one clause mark behind a word.
std::string fault_of_form(const std::string& said) {
  bool after_mark = true;  // nothing but a word may come now
  bool after_blank = true;
  for (std::size_t i = 0; i < said.size();) {
    const utf8::Decoded d = utf8::decode(said, i);
    i += d.size;
    if (!d.valid) return "malformed";
    const char32_t c = d.code_point;
    if (c == U' ') {
      if (after_blank) return "two blanks";
      after_blank = true;
    } else if (c == U',' || c == U'.' || c == U';' || c == U':' || c == U'?' || c == U'!') {
      if (after_blank || after_mark) return "a mark without a word";
      after_mark = true;
    } else if (u_isalpha(static_cast<UChar32>(c))) {
      if (after_mark && !after_blank) return "a letter behind a mark";
      after_blank = after_mark = false;
    } else {
      return "the character U+" + std::to_string(c);
    }
  }
  if (!said.empty() && said.back() == ' ') return "a blank at the end";
  return {};
}

// Two capitals together are an abbreviation that nobody has read.
bool holds_capitals(const std::string& said) {
  bool last = false;
  for (std::size_t i = 0; i < said.size();) {
    const utf8::Decoded d = utf8::decode(said, i);
    i += d.size;
    const bool upper = u_isupper(static_cast<UChar32>(d.code_point)) != 0;
    if (upper && last) return true;
    last = upper;
  }
  return false;
}

std::string fault_of_spans(std::string_view text, const SpokenText& out) {
  std::size_t source = 0;
  std::size_t spoken = 0;
  for (const Reading& reading : out.readings) {
    if (reading.source.begin != source) return "readings do not tile at " + std::to_string(source);
    if (reading.source.end < reading.source.begin) return "a reading runs backwards";
    source = reading.source.end;
    if (reading.spoken.end > out.text.size() || reading.spoken.begin > reading.spoken.end)
      return "spoken span outside";
    if (!reading.spoken.empty()) {
      if (reading.spoken.begin < spoken) return "readings overlap in the spoken text";
      spoken = reading.spoken.end;
    }
  }
  if (source != text.size()) return "the readings end at " + std::to_string(source);
  std::size_t end = 0;
  for (const Word& word : out.words) {
    if (word.spoken.begin < end || word.spoken.empty() || word.spoken.end > out.text.size())
      return "words overlap";
    if (word.source.empty() || word.source.end > text.size())
      return "a word from nowhere: " + std::string(word.spoken.of(out.text));
    const std::string between = out.text.substr(end, word.spoken.begin - end);
    if (end != 0 && between != " " && !(between.size() == 2 && between[1] == ' '))
      return "a gap between words";
    end = word.spoken.end;
  }
  if (out.text.size() - end > 1) return "words missing at the end";
  if (out.map.to_end() != out.text.size()) return "the map does not reach the end of the words";
  if (out.map.from_end() != text.size()) return "the map does not reach the end of the text";
  return {};
}

void check(const std::string& text) {
  const SpokenText out = read(text);
  INFO("written: " << text);
  INFO("said: " << out.text);
  CHECK(fault_of_form(out.text).empty());
  CHECK(fault_of_spans(text, out).empty());
  CHECK_FALSE(holds_capitals(out.text));
  if (holds_letter_or_digit(text)) CHECK_FALSE(out.text.empty());
  CHECK(read(out.text).text == out.text);
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString nfd =
      icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status);
  std::string out;
  nfd.toUTF8String(out);
  return out;
}

}  // namespace

TEST_CASE("what is said is words and marks, stands where it came from, and is said again the same",
          "[normalizer][property]") {
  for (const SpecRow& row : spec_rows()) {
    INFO(row.file << ":" << row.line);
    check(row.written);
  }
}

TEST_CASE("decomposed letters are read as composed ones", "[normalizer][property][unicode]") {
  for (const SpecRow& row : spec_rows()) {
    INFO(row.file << ":" << row.line << " " << row.written);
    const std::string text = decomposed(row.written);
    const SpokenText out = read(text);
    CHECK(out.text == read(row.written).text);
    CHECK(fault_of_spans(text, out).empty());
  }
}

TEST_CASE("any mixture of written forms keeps the properties", "[normalizer][property]") {
  std::mt19937 random(20251124);
  const std::vector<SpecRow> rows = spec_rows();
  const std::string joints[] = {" ",  ", ", "",  "-",  "/", ".", " – ", "(",
                                ") ", "\"", "…", ": ", "+", "'", "\n"};
  for (int n = 0; n < 1500; ++n) {
    std::string text;
    const unsigned pieces = 1 + random() % 4;
    for (unsigned p = 0; p < pieces; ++p) {
      const std::string& written = rows[random() % rows.size()].written;
      const std::size_t from = utf8::floor_boundary(written, random() % written.size());
      const std::size_t to = utf8::floor_boundary(written, from + random() % (written.size() - from + 1));
      text += written.substr(from, to - from);
      text += joints[random() % std::size(joints)];
    }
    check(text);
  }
}

TEST_CASE("any bytes give words that keep the properties", "[normalizer][property]") {
  std::mt19937 random(7);
  const std::string alphabet =
      "0123456789.,/-:;()%$ "
      "aAbĐđhgmsxIVXT+'\"@#&^°ấọĂ₫€½²№①\xCC\x81\xCC\xA3\xE2\x80\x94\xF0\x9F\x98\x80\xFF\xC0\x00";
  for (int n = 0; n < 3000; ++n) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i)
      text += n % 2 == 0 ? alphabet[random() % alphabet.size()] : static_cast<char>(random() % 256);
    const SpokenText out = read(text);
    INFO("bytes: " << Catch::StringMaker<std::string>::convert(text));
    INFO("said: " << out.text);
    CHECK(fault_of_form(out.text).empty());
    CHECK(fault_of_spans(text, out).empty());
    CHECK_FALSE(holds_capitals(out.text));
    // Names of letters of other scripts may be respelled once more; then it is still.
    const std::string again = read(out.text).text;
    CHECK(read(again).text == again);
  }
}

TEST_CASE("the locale and the time zone of the machine change nothing", "[normalizer][property]") {
  std::vector<std::string> before;
  const std::vector<SpecRow> rows = spec_rows();
  for (const SpecRow& row : rows) before.push_back(read(row.written).text);
  setenv("TZ", "Asia/Ho_Chi_Minh", 1);
  for (const char* locale : {"tr_TR.UTF-8", "vi_VN.UTF-8", "C"}) {
    if (std::setlocale(LC_ALL, locale) == nullptr) continue;
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(read(rows[i].written).text == before[i]);
  }
  std::setlocale(LC_ALL, "C");
}
