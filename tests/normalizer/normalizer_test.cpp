// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/normalizer/normalizer.h"
#include "catch.h"
#include "loa/normalizer/dictionary.h"

using namespace loa;
using namespace loa::normalizer;

namespace {

std::string say(std::string_view text, const Style& style = {}) { return Normalizer(style).normalize(text); }

const Reading& reading_of(const SpokenText& out, std::string_view text, std::string_view written) {
  for (const Reading& reading : out.readings)
    if (reading.source.of(text) == written) return reading;
  FAIL("no reading of " << written);
  return out.readings.front();
}

}  // namespace

TEST_CASE("a word may point backwards inside its reading", "[normalizer][spans]") {
  const std::string text = "giá $10 thôi";
  SpokenText out;
  Normalizer().normalize(text, nullptr, out);
  REQUIRE(out.text == "giá mười đô la thôi");
  REQUIRE(out.words.size() == 5);
  CHECK(out.words[1].source.of(text) == "10");
  CHECK(out.words[2].source.of(text) == "$");
  CHECK(out.words[4].source.of(text) == "thôi");
}

TEST_CASE("words point at the bytes given, decomposed or not", "[normalizer][spans][unicode]") {
  const std::string text = "ngày 27/8 ở Hue\xCC\x82\xCC\x81 nhé";
  SpokenText out;
  Normalizer().normalize(text, nullptr, out);
  REQUIRE(out.text == "ngày hai mươi bảy tháng tám ở Huế nhé");
  CHECK(out.words[1].source.of(text) == "27");
  CHECK(out.words[5].source.of(text) == "8");
  CHECK(out.words[7].source.of(text) == "Hue\xCC\x82\xCC\x81");
}

TEST_CASE("a reading says its class, its rule and the rival that was close", "[normalizer][explain]") {
  const std::string text = "Chị mua 1/3 hôm qua 5/8.";
  SpokenText out;
  Normalizer().normalize(text, nullptr, out);
  const Reading& sure = reading_of(out, text, "5/8");
  CHECK(sure.semiotic_class == SemioticClass::date);
  CHECK(sure.certainty == Certainty::sure);
  const Reading& narrow = reading_of(out, text, "1/3");
  CHECK(narrow.certainty == Certainty::narrow);
  CHECK(narrow.rule == "date.day-month");
  CHECK(narrow.rival == "cardinal.fraction");
}

TEST_CASE("a long number has short pauses where a reader takes them", "[normalizer][pauses]") {
  const auto with_pauses = [](std::string_view text) {
    SpokenText out;
    Normalizer().normalize(text, nullptr, out);
    std::string said = out.text;
    for (auto pause = out.pauses.rbegin(); pause != out.pauses.rend(); ++pause)
      said.insert(pause->offset, "| ");
    return said;
  };
  CHECK(with_pauses("thu 1.234.567.890 đồng") ==
        "thu một tỷ | hai trăm ba mươi tư triệu | năm trăm sáu mươi bảy nghìn | tám trăm chín mươi đồng");
  CHECK(with_pauses("vay 12.345 tỷ đồng") == "vay mười hai nghìn ba trăm bốn mươi lăm tỷ đồng");
  CHECK(with_pauses("có 1.200.000 người") == "có một triệu hai trăm nghìn người");
  CHECK(with_pauses("gần 2.000.000.000.000.000 đồng") == "gần hai triệu tỷ đồng");
  CHECK(with_pauses("số tài khoản 0071000123456") ==
        "số tài khoản không không bảy | một không không | không một hai | ba bốn năm sáu");
  CHECK(with_pauses("số căn cước 046201001234") ==
        "số căn cước không bốn sáu | hai không một | không không một | hai ba bốn");
  CHECK(with_pauses("gọi 0912345678") == "gọi không chín một hai | ba bốn năm | sáu bảy tám");
  CHECK(with_pauses("gọi 0234 3822115") == "gọi không hai ba bốn | ba tám hai | hai một một năm");
  CHECK(with_pauses("Nghị định 168/2024/NĐ-CP") ==
        "Nghị định một trăm sáu mươi tám | năm hai nghìn không trăm hai mươi tư | của chính phủ");
}

TEST_CASE("an impossible day after ngày is read as written and doubted", "[normalizer][date]") {
  const std::string text = "ngày 31/4";
  SpokenText out;
  Normalizer().normalize(text, nullptr, out);
  CHECK(out.text == "ngày ba mươi mốt tháng tư");
  CHECK(reading_of(out, text, "31/4").certainty == Certainty::impossible_value);
}

TEST_CASE("the switches of style choose between two right readings", "[normalizer][style]") {
  const auto with = [](std::string_view key, std::string_view value, std::string_view text) {
    Style style;
    REQUIRE(style.set(key, value));
    return say(text, style);
  };
  CHECK(with("four", "bon", "24 người") == "hai mươi bốn người");
  CHECK(with("zero_ten", "le", "105 người") == "một trăm lẻ năm người");
  CHECK(with("thousand", "ngan", "1.000 người") == "một ngàn người");
  CHECK(with("early_day", "mung", "ngày 2/9") == "ngày mùng hai tháng chín");
  CHECK(with("clock_minute", "silent", "lúc 7h30") == "lúc bảy giờ ba mươi");
  CHECK(with("clock_zero", "linh", "lúc 7h05") == "lúc bảy giờ linh năm phút");
  CHECK(with("dollar", "do_la_my", "20 USD") == "hai mươi đô la mỹ");
  CHECK(with("dollar", "letters", "20 USD") == "hai mươi u ét đê");
  CHECK(with("dong", "viet_nam_dong", "20 VND") == "hai mươi việt nam đồng");
  CHECK(with("decimals", "number", "6,82 điểm") == "sáu phẩy tám mươi hai điểm");
  CHECK(with("region", "south", "1.105 người") == "một ngàn một trăm lẻ năm người");
  Style style;
  CHECK_FALSE(style.set("four", "five"));
  CHECK_FALSE(style.set("no such switch", "x"));
  CHECK(style == Style{});
}

TEST_CASE("the user's dictionary wins over tables and rules", "[normalizer][dictionary]") {
  const auto dictionary = Dictionary::parse(
      "written\tspoken\tcue\n"
      "UBND\tủy ban xã\n"
      "bún bò\tbún bò huế\n"
      "24/7\tsuốt ngày đêm\tnear=phục vụ\n",
      "mine.tsv");
  REQUIRE(dictionary);
  const Normalizer normalizer(Style{}, &*dictionary);
  CHECK(normalizer.normalize("UBND họp") == "ủy ban xã họp");
  CHECK(normalizer.normalize("Bún bò ngon") == "bún bò huế ngon");
  CHECK(normalizer.normalize("phục vụ 24/7") == "phục vụ suốt ngày đêm");
  CHECK(normalizer.normalize("ngày 24/7") == "ngày hai mươi tư tháng bảy");
}

TEST_CASE("a wrong dictionary names its file and line", "[normalizer][dictionary]") {
  const auto fault = [](std::string_view text) {
    const auto result = Dictionary::parse(text, "mine.tsv");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::config);
    CHECK(result.error().place.file == "mine.tsv");
    return result.error().place.line;
  };
  CHECK(fault("written\tspoken\nA\tB2\n") == 2);
  CHECK(fault("written\tspoken\n# ghi chú\nA\tbê\nB\n") == 4);
  CHECK(fault("written\tsaid\n") == 1);
  CHECK(fault("written\tspoken\tcue\nA\tbê\tbeside=x\n") == 2);
}

TEST_CASE("what a bracket defines holds for the whole article", "[normalizer][memory]") {
  const Normalizer normalizer;
  Memory memory;
  normalizer.learn("Trung tâm Phục vụ hành chính công (TTPVHCC) mở cửa.", memory);
  SpokenText out;
  normalizer.normalize("TTPVHCC đổi giờ", &memory, out);
  CHECK(out.text == "trung tâm phục vụ hành chính công đổi giờ");
  Memory copy = memory;
  normalizer.normalize("TTPVHCC", &copy, out);
  CHECK(out.text == "trung tâm phục vụ hành chính công");
}

TEST_CASE("a long text in one call reads as its lines do, with what its last line defines",
          "[normalizer][memory]") {
  const std::string_view line = "Sáng 27/8, TTPVHCC tiếp 1.250 lượt người.\n";
  const std::string_view last = "Trung tâm Phục vụ hành chính công (TTPVHCC) mở lại.";
  const std::size_t lines = 600'000 / line.size();
  std::string text;
  for (std::size_t n = 0; n < lines; ++n) text += line;
  text += last;
  SpokenText out;
  Normalizer().normalize(text, nullptr, out);

  Memory memory;
  Normalizer().learn(last, memory);
  SpokenText of_line;
  Normalizer().normalize(line.substr(0, line.size() - 1), &memory, of_line);
  REQUIRE(of_line.text.find("phục vụ hành chính công") != std::string::npos);
  std::size_t found = 0;
  for (std::size_t at = 0; (at = out.text.find(of_line.text, at)) != std::string::npos; ++at) ++found;
  CHECK(found == lines);
  std::size_t end = 0;
  for (const Reading& reading : out.readings) {
    REQUIRE(reading.source.begin == end);
    end = reading.source.end;
  }
  CHECK(end == text.size());
  CHECK(out.map.from_end() == text.size());
}

TEST_CASE("the table version names the rows", "[normalizer]") {
  CHECK(tables_version().find('-') != std::string_view::npos);
}
