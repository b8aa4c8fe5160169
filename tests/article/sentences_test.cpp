// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.h"

using namespace loa;
using namespace loa::article;

namespace {
// "A. | B." → the text without bars, and the sentences that the bars make.
void check(const std::string& written) {
  std::string text;
  std::vector<std::string> expected(1);
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written.compare(at, 3, " | ") == 0) {
      text += ' ';
      expected.emplace_back();
      at += 2;
    } else {
      text += written[at];
      expected.back() += written[at];
    }
  }
  std::vector<std::string> got;
  for (const Span span : sentences(text)) got.emplace_back(span.of(text));
  INFO(written);
  CHECK(got == expected);
}
}  // namespace

TEST_CASE("sentences end at full stops, question and exclamation marks", "[article][sentences]") {
  check("Trời mưa to. | Nước lên nhanh! | Ai cũng lo? | Không.");
  check("Một câu không dấu chấm");
}

TEST_CASE("a full stop in an abbreviation or a name ends nothing", "[article][sentences]") {
  check("Ông về TP. Huế hôm qua. | TX. Hương Trà đón ông.");
  check("Theo GS. Trần Lâm, PGS.TS. Vũ Hà và ThS. Lê An, việc này khó.");
  check("BS. Minh và Th.S Hoa trực ở P. 5, Q. 1 đến sáng.");
  check("Công an bắt anh D. bị tố trộm xe. | Chị H. Nguyễn làm chứng.");
  check("Ông N.V.A. bị phạt. | Bà L.T.B. Trần thì không.");
  check("Xem tr. 5 và No. 7. | Đội bay tới St. Petersburg.");
  check("Cam, quýt, v.v. đều rẻ. | Giá cam, quýt v.v. | Người mua đông.");
}

TEST_CASE("initials end a sentence where the next word begins one", "[article][sentences]") {
  check("Nạn nhân là ông N.V.A. | Theo cơ quan điều tra, xe đi nhanh.");
}

TEST_CASE("numbers, dates and enumerators keep their full stops", "[article][sentences]") {
  check("Ngày 27.8 giá là 1.250.000 đồng. | Đến 5.9 thì 2.5 triệu.");
  check("1. Nộp đơn trước ngày 5. | 2. Chờ kết quả.");
  check("a. Phần đầu.");
}

TEST_CASE("a quotation that goes on in small letters is one sentence with its speaker",
          "[article][sentences]") {
  check("“Nước lên chưa?”, ông hỏi. | “Rồi!” bà đáp. | “Đi thôi.” | Họ đi.");
  check("\"Có ai không?\" anh gọi to.");
}

TEST_CASE("an ellipsis ends a sentence before a capital only", "[article][sentences]") {
  check("Gạo, muối, dầu… đều đủ. | Nhà nào cũng có… | Bà con yên tâm.");
  check("Ông nói... rồi im. | Xong.");
  check("Người thắng đến từ… Na Uy. | Xong.");
  check("Thủ phạm là... Miu, con mèo. | Ai cũng cười.");
  check("Cá, tôm, mực... | Chợ nào cũng có.");
}

TEST_CASE("brackets are not cut open, and one that is never closed does no harm", "[article][sentences]") {
  check("Bản đồ (xem hình 2. Nguồn: sở) rất rõ. | Ai cũng hiểu.");
  std::string open = "Mở ngoặc ( ở đây.";
  for (int i = 0; i < 100; ++i) open += " Câu sau vẫn được cắt.";
  CHECK(sentences(open).size() > 50);
}

TEST_CASE("text without a letter makes at most one sentence, blanks none", "[article][sentences]") {
  CHECK(sentences("").empty());
  CHECK(sentences("  \t ").empty());
  CHECK(sentences("... ! ?").size() == 1);
}
