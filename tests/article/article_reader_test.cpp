// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include "reading.h"

using namespace loa;
using namespace loa::article;
using namespace loa::article::testing;

namespace {
using Outline = std::vector<std::string>;

// Kinds only, a word a block; "?" marks what is not sure.
std::string kinds(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    out += (out.empty() ? "" : " ") + std::string(name(block.kind)) + (block.sure ? "" : "?");
  }
  return out;
}
std::string kind_of_line(const std::string& line) {
  const auto blocks = read_blocks(
      "Tiêu đề của bài\n\nMột đoạn đầu khá dài để làm phần mở bài của tin này, có dấu "
      "chấm.\n\nĐoạn trước.\n\n" +
      line + "\n\nĐoạn sau của bài.\n");
  REQUIRE(blocks.size() >= 5);
  return std::string(name(blocks[3].kind)) + (blocks[3].sure ? "" : "?");
}
}  // namespace

TEST_CASE("a news article is told apart by form", "[article][block]") {
  CHECK(kinds(read_blocks(sample("commune-news.txt"))) ==
        "title dateline lead caption paragraph subhead paragraph caption? paragraph quotation caption link "
        "link "
        "byline");
}

TEST_CASE("an announcement of a commune is told apart by form", "[article][block]") {
  CHECK(kinds(read_blocks(sample("announcement.txt"))) ==
        "title title subhead? subhead? dateline title title lead list_item list_item list_item list_item "
        "list_item "
        "paragraph subhead list_item list_item byline byline byline byline byline");
}

TEST_CASE("a sport report is told apart by form, and a match is no dateline", "[article][block]") {
  const auto blocks = read_blocks(sample("sport.txt"));
  CHECK(kinds(blocks) ==
        "title dateline dateline lead paragraph caption paragraph subhead list_item list_item byline");
  CHECK(blocks[4].text.substr(0, 22) == "Hải Phòng - Sông L");
}

TEST_CASE("the bullet is not read, the enumerator is, and a minus sign is no bullet", "[article][block]") {
  const auto lines = outline(read_blocks(sample("notice-list.txt")));
  CHECK(lines == Outline{"1 title Lịch tiêm phòng cho trẻ tháng 10", "3 paragraph Trạm y tế nhắc bà con:",
                         "5 list_item I. Thời gian", "6 list_item 1. Ngày 10/10: trẻ dưới 1 tuổi.",
                         "7 list_item 2. Ngày 11/10: trẻ từ 1 đến 5 tuổi.", "8 list_item II. Giấy tờ",
                         "9 list_item Sổ tiêm;", "10 list_item Giấy khai sinh.",
                         "11 list_item Thẻ bảo hiểm (nếu có).",
                         "12 paragraph -5 độ C là nhiệt độ của tủ bảo quản mẫu."});
}

TEST_CASE("the lines of a hard-wrapped file are joined, with the way back through each break",
          "[article][block]") {
  const std::string bytes = sample("wrapped-mail.txt");
  const auto blocks = read_blocks(bytes);
  CHECK(kinds(blocks) == "title lead paragraph paragraph list_item list_item paragraph");
  const Block& lead = blocks[1];
  CHECK(lead.text.find('\n') == std::string::npos);
  const std::size_t word = lead.text.find("năm nay");
  REQUIRE(word != std::string::npos);
  CHECK(lead.text[word - 1] == ' ');
  CHECK(lead.map.source_of({word, word + 8}).of(bytes) == "năm nay");
  CHECK(lead.map.source_of({word - 1, word}).of(bytes) == "\n");
  CHECK(blocks[4].text.substr(blocks[4].text.size() - 11) == "hành lang;");
}

TEST_CASE("in a file that is not wrapped a line is a paragraph", "[article][block]") {
  CHECK(read_blocks("Tin vắn\nMột đoạn.\nHai đoạn ngắn.\nBa đoạn.\n").size() == 4);
}

TEST_CASE("datelines of agencies and places come before their paragraph", "[article][block]") {
  const std::string rest = "Sáng nay, hội thi mở màn với mười đội đến từ các xã ven sông.";
  for (const std::string head : {"HNN.VN - ", "(PLO)- ", "TTO - ", "(VTV.vn) - ", "QNO -",
                                 "Hà Nội, ngày 5/8 - ", "(Dân trí) – ", "Huế, 27/8 - ", "SGGP - "}) {
    const auto blocks = read_blocks("Hội thi mở màn\n\n" + head + rest + "\n");
    INFO(head);
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[1].kind == BlockKind::dateline);
    CHECK(blocks[1].sure);
    CHECK(head.substr(0, blocks[1].text.size()) == blocks[1].text);
    CHECK(blocks[2].kind == BlockKind::lead);
    CHECK(blocks[2].text == rest);
  }
  const auto match =
      read_blocks("Trận cầu lớn\n\nMU - Liverpool gặp nhau lần thứ 200 vào tối nay trên sân khách.\n");
  CHECK(kinds(match) == "title lead");
}

TEST_CASE("section and date above the title, and the page around the article", "[article][block]") {
  CHECK(outline(read_blocks("Đời sống - Xã hội\nThứ tư, 12/11/2025, 08:15 (GMT+7)\nXã Mỹ Lợi có đò mới\n"
                            "Chiếc đò chở được hai mươi người, chạy ngày bốn chuyến.\n"
                            "Khách - Ảnh 1.\nBến cũ nay đã được sửa sang.\nLê Na\n"
                            "Từ khóa: đò, bến\nChia sẻ\nBình luận (3)\n")) ==
        Outline{"1 subhead Đời sống - Xã hội", "2 dateline Thứ tư, 12/11/2025, 08:15 (GMT+7)",
                "3 title Xã Mỹ Lợi có đò mới",
                "4 lead Chiếc đò chở được hai mươi người, chạy ngày bốn chuyến.", "5 caption Khách - Ảnh 1.",
                "6 paragraph Bến cũ nay đã được sửa sang.", "7 byline Lê Na", "8 link Từ khóa: đò, bến",
                "9 link Chia sẻ", "10 link Bình luận (3)"});
  CHECK(kind_of_line("Chia sẻ của người trong cuộc") == "subhead");
  CHECK(kind_of_line("Bình luận, ông nói: đò chậm.") == "paragraph");
}

TEST_CASE("an agenda is a list, a score and a headline are no datelines", "[article][block]") {
  CHECK(kinds(read_blocks("LỄ HỘI ĐÌNH LÀNG\n7h00 - 7h30: Đón khách\n8h: Rước kiệu\n09:15 Đua ghe\n"
                          "7h30 sáng nay, trống đã vang.\n")) ==
        "title list_item list_item list_item paragraph");
  CHECK(kind_of_line("HAGL 3-3 Hải Phòng") == "subhead");
  CHECK(kind_of_line("Huế, 27/8") == "dateline");
  CHECK(kind_of_line("THỨ BẢY, NGÀY 08/11/2025 - 17:20") == "dateline");
  CHECK(kinds(read_blocks("DỰ BÁO THỜI TIẾT NGÀY 13/11/2025\nTrời nhiều mây, có mưa.\n")) ==
        "title paragraph");
}

TEST_CASE("a caption may show who speaks two paragraphs later", "[article][block]") {
  CHECK(kinds(read_blocks("Xã mở hội\nSáng nay, xã Vinh Hưng mở hội với bốn trò chơi dân gian của làng.\n"
                          "Bí thư Trần Văn Bốn phát biểu tại hội làng\nHội kéo dài hai ngày.\n"
                          "Bí thư Trần Văn Bốn mong bà con giữ lệ cũ.\n")) ==
        "title lead caption paragraph paragraph");
}

TEST_CASE("captions and links in the middle of an article", "[article][block]") {
  CHECK(kind_of_line("Ảnh: Quang Tám") == "caption");
  CHECK(kind_of_line("(Ảnh: TTXVN)") == "caption");
  CHECK(kind_of_line("Nguồn: Sở Y tế") == "caption");
  CHECK(kind_of_line("Cầu mới nhìn từ trên cao. Ảnh: Văn Ba") == "caption");
  CHECK(kind_of_line("Ảnh hưởng của bão kéo dài ba ngày.") == "paragraph");
  CHECK(kind_of_line("Ảnh minh họa cho điều đó là xã bên, nơi ba người bị thương.") == "paragraph");
  CHECK(kind_of_line("Tiền lấy từ hai nguồn: ngân sách và bà con góp.") == "paragraph");
  CHECK(kind_of_line("(Ảnh hưởng của gió còn kéo dài.)") == "paragraph");
  CHECK(kind_of_line("Cầu mới nhìn từ trên cao (Nguồn: Báo Tỉnh)") == "caption");
  CHECK(kind_of_line("Toàn cảnh lễ hội nhìn từ bờ nam") == "caption?");
  CHECK(kind_of_line("Xem thêm: Giá lúa hôm nay") == "link");
  CHECK(kind_of_line("Đọc thêm") == "link");
  CHECK(kind_of_line(">>> Bão số 5 đổi hướng") == "link");
  CHECK(kind_of_line("Xem thêm một hiệp nữa, ông mới ra về.") == "paragraph");
  CHECK(kind_of_line("Giữ nghề bằng đôi tay") == "subhead");
  CHECK(kind_of_line("“Tôi không bỏ nghề đâu”, bà nói.") == "quotation");
}

TEST_CASE("nothing to say is no block", "[article][block]") {
  CHECK(read_blocks("").empty());
  CHECK(read_blocks("\n \r\n\t\n").empty());
  CHECK(read_blocks("***\n----\n…\n").empty());
  CHECK(read_blocks("\xEF\xBB\xBF\n").empty());
}

TEST_CASE("a single line is a paragraph", "[article][block]") {
  CHECK(outline(read_blocks("xin chào")) == Outline{"1 paragraph xin chào"});
}

TEST_CASE("a very long paragraph goes on in further blocks of its kind", "[article][block]") {
  std::string text = "Tựa bài\n\n";
  while (text.size() < 200000) text += "Một câu của đoạn văn rất dài. ";
  const auto blocks = read_blocks(text);
  REQUIRE(blocks.size() >= 4);
  CHECK(blocks[1].continues);
  CHECK(blocks[2].continues);
  CHECK_FALSE(blocks.back().continues);
  CHECK(blocks[1].kind == blocks[2].kind);
}

TEST_CASE("look_ahead holds the text behind the block, in whole lines and bounded", "[article][block]") {
  Diagnostics diagnostics;
  std::string text = "Tựa\n\nĐoạn một.\n\nĐoạn hai có UBND (Ủy ban nhân dân).\n";
  ArticleReader reader(LineReader(string_source(text), {}, diagnostics));
  REQUIRE(reader.next());
  CHECK(reader.look_ahead() == "Đoạn một.\nĐoạn hai có UBND (Ủy ban nhân dân).\n");
  REQUIRE(reader.next());
  CHECK(reader.look_ahead() == "Đoạn hai có UBND (Ủy ban nhân dân).\n");
  REQUIRE(reader.next());
  CHECK(reader.look_ahead().empty());

  std::string longer = "Tựa\n";
  while (longer.size() < 1000000) longer += "Một đoạn nữa của bài viết dài.\n";
  ArticleReader long_reader(LineReader(string_source(longer), {}, diagnostics));
  for (int i = 0; i < 5000; ++i) {
    REQUIRE(long_reader.next());
    REQUIRE(long_reader.look_ahead().size() <= 64 * 1024);
    REQUIRE(long_reader.look_ahead().size() > 32 * 1024);
    REQUIRE(long_reader.look_ahead().back() == '\n');
  }
}

TEST_CASE("an article from a pipe begins after a few lines", "[article][block]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  auto source = open_source("/dev/fd/" + std::to_string(ends[0]));
  REQUIRE(source);
  Diagnostics diagnostics;
  ArticleReader reader(LineReader(std::move(*source), {}, diagnostics));
  const std::string head = "Tựa bài\n\nĐoạn một của bài.\n\nĐoạn hai của bài.\n";
  REQUIRE(::write(ends[1], head.data(), head.size()) == static_cast<ssize_t>(head.size()));
  const auto title = reader.next();  // would hang if it wanted 64 KiB
  REQUIRE((title && title->has_value()));
  CHECK((*title)->kind == BlockKind::title);
  ::close(ends[1]);
  ::close(ends[0]);
}
