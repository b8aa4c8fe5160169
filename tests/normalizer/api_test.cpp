// SPDX-License-Identifier: GPL-3.0-or-later
// What the library promises to those who call it: threads, streams, rivals, dictionaries, every switch, C.
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "catch.h"
#include "loa/normalizer/dictionary.h"
#include "loa/normalizer/normalizer.h"
#include "loa/normalizer/stream.h"
#include "loa_normalizer.h"
#include "spec_rows.h"

using namespace loa;
using namespace loa::normalizer;

TEST_CASE("every value of every switch of style changes what it is there for", "[normalizer][style]") {
  struct Row {
    const char *key, *value, *written, *spoken;
  };
  constexpr Row rows[] = {
      {"region", "north", "1.105 người", "một nghìn một trăm linh năm người"},
      {"region", "central", "1.105 người", "một ngàn một trăm lẻ năm người"},
      {"region", "south", "1.105 người", "một ngàn một trăm lẻ năm người"},
      {"four", "tu", "24 người", "hai mươi tư người"},
      {"four", "bon", "24 người", "hai mươi bốn người"},
      {"zero_ten", "linh", "105 người", "một trăm linh năm người"},
      {"zero_ten", "le", "105 người", "một trăm lẻ năm người"},
      {"thousand", "nghin", "1.000 người", "một nghìn người"},
      {"thousand", "ngan", "1.000 người", "một ngàn người"},
      {"early_day", "plain", "ngày 2/9", "ngày hai tháng chín"},
      {"early_day", "mung", "ngày 2/9", "ngày mùng hai tháng chín"},
      {"clock_minute", "spoken", "lúc 7h30", "lúc bảy giờ ba mươi phút"},
      {"clock_minute", "silent", "lúc 7h30", "lúc bảy giờ ba mươi"},
      {"clock_zero", "plain", "lúc 7h05", "lúc bảy giờ năm phút"},
      {"clock_zero", "linh", "lúc 7h05", "lúc bảy giờ linh năm phút"},
      {"letter_names", "alphabet", "nhóm B", "nhóm bê"},
      {"letter_names", "school", "nhóm B", "nhóm bờ"},
      {"dollar", "do_la", "20 USD", "hai mươi đô la"},
      {"dollar", "do_la_my", "20 USD", "hai mươi đô la mỹ"},
      {"dollar", "letters", "20 USD", "hai mươi u ét đê"},
      {"dong", "dong", "20 VND", "hai mươi đồng"},
      {"dong", "viet_nam_dong", "20 VND", "hai mươi việt nam đồng"},
      {"decimals", "digits", "6,82 điểm", "sáu phẩy tám hai điểm"},
      {"decimals", "number", "6,82 điểm", "sáu phẩy tám mươi hai điểm"},
  };
  for (const Row& row : rows) {
    INFO(row.key << "=" << row.value);
    Style style;
    REQUIRE(style.set(row.key, row.value));
    CHECK(Normalizer(style).normalize(row.written) == row.spoken);
  }
  // Their words may grow with the tables; that the two differ is what the switch is for.
  for (const auto& [key, one, other, written] :
       {std::tuple{"document_code", "expanded", "spelled", "Nghị định 45/2023/NĐ-CP"},
        std::tuple{"emoji", "silent", "named", "vui 😀 quá"}}) {
    Style first;
    Style second;
    REQUIRE(first.set(key, one));
    REQUIRE(second.set(key, other));
    CHECK(Normalizer(first).normalize(written) != Normalizer(second).normalize(written));
  }
}

TEST_CASE("one normaliser serves many threads with the same words", "[normalizer][threads]") {
  auto dictionary = Dictionary::parse("written\tspoken\nUBND\tủy ban\n", "mine.tsv");
  REQUIRE(dictionary);
  const Normalizer normalizer(Style{}, &*dictionary);
  const std::vector<SpecRow> rows = spec_rows();
  std::vector<std::string> expected;
  for (const SpecRow& row : rows) expected.push_back(normalizer.normalize(row.written));
  std::vector<std::size_t> wrong(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t)
    threads.emplace_back([&, t] {
      SpokenText out;
      for (std::size_t n = 0; n < rows.size(); ++n) {
        const std::size_t i = (n + t * rows.size() / wrong.size()) % rows.size();
        normalizer.normalize(rows[i].written, nullptr, out);
        if (out.text != expected[i]) ++wrong[t];
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<std::size_t>(wrong.size()));
}

TEST_CASE("a stream cut anywhere gives the lines of the whole text", "[normalizer][stream]") {
  const std::string text =
      "Trung tâm Phục vụ hành chính công (TTPVHCC) mở cửa.\r\n\nTTPVHCC họp sáng 27/8\nGiá 2tr5";
  const Normalizer normalizer;
  for (std::size_t size = 1; size <= text.size(); ++size) {
    Stream stream(normalizer);
    std::string said;
    std::size_t lines = 0;
    const auto take = [&] {
      while (stream.next()) {
        CHECK(text.substr(stream.offset(), stream.written().size()) == stream.written());
        said += stream.spoken().text + "|";
        ++lines;
      }
    };
    for (std::size_t at = 0; at < text.size(); at += size) {
      stream.push(std::string_view(text).substr(at, size));
      take();
    }
    stream.end();
    take();
    CHECK(lines == 4);
    CHECK(said ==
          "Trung tâm Phục vụ hành chính công mở cửa.||"
          "trung tâm phục vụ hành chính công họp sáng ngày hai mươi bảy tháng tám|Giá hai triệu năm|");
  }
}

TEST_CASE("a line without an end does not fill the memory of a stream", "[normalizer][stream]") {
  const Normalizer normalizer;
  Stream stream(normalizer);
  std::size_t read = 0;
  for (int i = 0; i < 40; ++i) {
    stream.push(std::string(10'000, 'a') + " ");
    while (stream.next()) {
      CHECK(stream.continues());
      read += stream.written().size();
    }
  }
  CHECK(read > 300'000);
}

TEST_CASE("malformed bytes are listed with their place", "[normalizer][unicode]") {
  SpokenText out;
  Normalizer().normalize("giá \xFF\xC0 10 \xE1\xBB", nullptr, out);
  CHECK(out.malformed == std::vector<Span>{{5, 7}, {11, 13}});
  Normalizer().normalize("giá 10", nullptr, out);
  CHECK(out.malformed.empty());
}

TEST_CASE("a doubtful reading has rivals, and its own words are not among them", "[normalizer][rivals]") {
  const std::string text = "Chị mua 1/3 hôm nọ";
  const auto rivals = Normalizer().rivals(text, nullptr, {text.find("1/3"), text.find("1/3") + 3});
  REQUIRE_FALSE(rivals.empty());
  CHECK(rivals.size() <= Normalizer::kMostRivals);
  CHECK(rivals.front().spoken == "một phần ba");
  for (const Rival& rival : rivals) CHECK(rival.spoken != "ngày một tháng ba");
  CHECK(Normalizer().rivals(text, nullptr, {0, 0}).empty());
}

TEST_CASE("an entry may be English, and one layer lies over another", "[normalizer][dictionary]") {
  auto station = Dictionary::parse(
      "written\tspoken\tcue\tscope\nXQ\tích quy\tnext=về\t\nHK\thoàng kim\t\tfile=a*\n", "s.tsv");
  const auto article = Dictionary::parse("written\tspoken\nXQ\ten:ex en:queue ơi\n", "a.tsv");
  REQUIRE(station);
  REQUIRE(article);
  Dictionary both = station->for_article("tin/b.txt");
  CHECK(both.entries().size() == 1);
  both.add_layer(*article);
  const Normalizer normalizer(Style{}, &both);
  SpokenText out;
  normalizer.normalize("XQ về", nullptr, out);
  CHECK(out.text == "ex queue ơi về");
  REQUIRE(out.languages.size() == 1);
  CHECK(out.languages.front().spoken.of(out.text) == "ex queue");
  CHECK(station->for_article("tin/a.txt").entries().size() == 2);
}

TEST_CASE("entries without effect are found", "[normalizer][dictionary]") {
  const auto dictionary = Dictionary::parse(
      "written\tspoken\tcue\nA B\ta bê\t\nA B\ta bờ\t\nubnd\tủy ban\t\nUBND\tủy ban xã\tnext=xã\nUBND\tủy "
      "ban\t\n",
      "d.tsv");
  REQUIRE(dictionary);
  const auto issues = dictionary->issues();
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].entry == 0);
  CHECK(issues[0].other == 1);
  CHECK(issues[0].kind == DictionaryIssue::Kind::shadowed);
}

TEST_CASE("the C API says the same, and refuses what is wrong", "[normalizer][c]") {
  loa_normalizer* it = loa_normalizer_new();
  REQUIRE(it != nullptr);
  CHECK(loa_normalizer_set_style(it, "region", "south") == 0);
  CHECK(loa_normalizer_set_style(it, "region", "moon") == -1);
  CHECK(std::string(loa_normalizer_error(it)) == "unknown style: region=moon");
  const std::string table = "written\tspoken\nXQ\tích quy\n";
  CHECK(loa_normalizer_set_dictionary(it, table.data(), table.size()) == 0);
  CHECK(loa_normalizer_set_dictionary(it, "written\tspoken\nA\tb2\n", 21) == -1);
  CHECK(std::string(loa_normalizer_error(it)).find("dictionary:2: ") == 0);
  const std::string text =
      "XQ thấy \xFF"
      "105 người";
  loa_result* result = loa_normalize(it, text.data(), text.size(), nullptr, LOA_TEXT_RUNNING);
  REQUIRE(result != nullptr);
  CHECK(std::string(loa_result_text(result)) == "ích quy thấy một trăm lẻ năm người");
  std::size_t reached = 0;
  loa_reading reading;
  for (std::size_t i = 0; i < loa_result_reading_count(result); ++i) {
    REQUIRE(loa_result_reading(result, i, &reading) == 0);
    CHECK(reading.source_begin == reached);
    reached = reading.source_end;
  }
  CHECK(reached == text.size());
  CHECK(loa_result_reading(result, loa_result_reading_count(result), &reading) == -1);
  loa_word word;
  REQUIRE(loa_result_word(result, 0, &word) == 0);
  CHECK(word.source_end == 2);
  std::size_t begin = 0;
  std::size_t end = 0;
  REQUIRE(loa_result_malformed_count(result) == 1);
  REQUIRE(loa_result_malformed(result, 0, &begin, &end) == 0);
  CHECK(begin == text.find('\xFF'));
  loa_result_free(result);
  loa_memory* memory = loa_memory_new();
  const std::string lead = "Trung tâm Phục vụ hành chính công (TTPVHCC)";
  CHECK(loa_memory_learn(memory, it, lead.data(), lead.size()) == 0);
  result = loa_normalize(it, "TTPVHCC", 7, memory, LOA_TEXT_TITLE);
  CHECK(std::string(loa_result_text(result)) == "trung tâm phục vụ hành chính công");
  loa_result_free(result);
  loa_memory_free(memory);
  loa_normalizer_free(it);
  CHECK(loa_normalize(nullptr, "a", 1, nullptr, LOA_TEXT_RUNNING) == nullptr);
  CHECK(loa_result_text_size(nullptr) == 0);
}
