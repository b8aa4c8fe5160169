// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "phrases.h"

/// The words that decide between readings, folded (lower case, tone mark in the
/// old place). Measured on news; each set says what it is a sign of.
namespace loa::normalizer::cues {

/// Directly before d/d, d-d, d.d: a day and a month follow.
inline constexpr Phrases kBeforeDate = {
    "sáng sớm", "chiều muộn", "tối muộn", "đêm muộn", "ngày", "sáng", "trưa", "chiều", "tối",  "đêm", "khuya",
    "hôm",      "nay",        "qua",      "mai",      "mốt",  "lễ",   "dịp",  "rạng",  "nhật", "cn",  "ngay"};
/// A date that is a name: said without "ngày".
inline constexpr Phrases kBeforeNamedDate = {
    "lễ",          "dịp",    "cầu",     "đường",     "phố",          "chợ",       "trường",
    "mùng",        "mồng",   "rằm",     "hè",        "tết",          "giải",      "cúp",
    "mừng",        "niệm",   "phim",    "kh",        "quảng trường", "công viên", "quảng trường 2/9",
    "nghỉ",        "khánh",  "động",    "mùa",       "ấp",           "mầm non",   "tiểu học",
    "hợp tác xã",  "htx",    "nhà máy", "bệnh viện", "sư đoàn",      "xóm",       "khu phố",
    "nhà văn hóa", "giỗ tổ", "lịch âm"};
/// Before d/d: a part of a whole.
inline constexpr Phrases kBeforeShare = {
    "bằng", "gần",        "hơn",    "khoảng", "chiếm", "chỉ",  "đạt",         "quá", "thiểu",
    "đa",   "nhất",       "mất",    "còn",    "giảm",  "tăng", "thêm",        "nửa", "đủ",
    "gq",   "giải quyết", "làm rõ", "lệ",     "suất",  "ước",  "mũ bảo hiểm", "mũ",  "quần"};
/// Before d/d: what has been done, filled or used up to a part, where the figures are a common one (2/3).
inline constexpr Phrases kBeforePart = {
    "xong",     "được",     "cạn", "ngập",       "đầy",     "vơi",       "hụt",       "ăn hết", "dùng hết",
    "tiêu hết", "uống hết", "lên", "xuống",      "có tới",  "hỏng tới",  "mất tới",   "chia",   "mỗi người",
    "mỗi bên",  "làm được", "bớt", "hoàn thành", "có đến",  "rưỡi",      "phân nửa",  "đi hết", "trôi qua",
    "vượt",     "hơn cả",   "x",   "nhân với",   "đặt cọc", "trả trước", "ứng trước", "góp"};
/// After d/d: what is counted.
inline constexpr Phrases kAfterShare = {
    "diện tích",  "số",         "thời gian",    "tổng",         "dân số",
    "thành viên", "đại biểu",   "xã",           "phường",       "huyện",
    "tỉnh",       "thành phố",  "đảng bộ",      "công trình",   "người",
    "học sinh",   "hộ",         "thôn",         "chỉ tiêu",     "trường",
    "phiếu",      "ý kiến",     "bộ",           "ngành",        "nước",
    "dự án",      "mẫu",        "trận",         "điểm",         "quãng",
    "giá",        "lượng",      "khối lượng",   "công suất",    "thể tích",
    "vốn",        "quân",       "sản lượng",    "nội dung",     "tiêu chí",
    "chi bộ",     "cơ sở",      "đơn vị",       "địa phương",   "quận",
    "cơ quan",    "cán bộ",     "công ty",      "doanh nghiệp", "nhà",
    "cổ phần",    "cổ đông",    "chặng",        "đội",          "vụ",
    "ca",         "xe",         "tàu",          "thửa",         "hồ",
    "lô",         "đoạn",       "dự toán",      "kế hoạch",     "kinh phí",
    "chi phí",    "thời lượng", "giáo viên",    "sinh viên",    "thí sinh",
    "bệnh nhân",  "trẻ",        "phụ nữ",       "nghị quyết",   "khu",
    "thị xã",     "đồng chí",   "tn",           "hs",           "cbcc",
    "ủy viên",    "quốc gia",   "bàn",          "trạm",         "vòng",
    "gói",        "hạng mục",   "cốc",          "thìa",         "muỗng",
    "chén",       "ly",         "lít",          "kg",           "củ",
    "quả",        "trái",       "bát",          "ấp",           "bản",
    "làng",       "tổ",         "hội viên",     "đảng viên",    "chiếc",
    "cháu",       "em",         "km",           "ha",           "m",
    "thị trấn",   "lượt",       "câu",          "môn",          "tiết",
    "suất",       "tấn",        "khối",         "nhóm",         "nhóm hàng",
    "mặt hàng",   "ứng viên",   "ứng cử viên",  "tác phẩm",     "suất học bổng",
    "thế giới",   "cử tri",     "diện",         "tài sản",      "doanh thu",
    "lực lượng",  "tuyến",      "cây",          "phần",         "chức",
    "mặt",        "gia đình",   "hạt",          "nhân sự",      "số phiếu",
    "người dân",  "chiều dài",  "quy mô",       "lãnh đạo",     "tổ chức",
    "nghĩa vụ",   "cú",         "cú sút",       "mục tiêu",     "nhiệm vụ",
    "phiên",      "lỗi",        "cửa",          "bị cáo",       "bị can",
    "pha",        "giám định",  "giám khảo",    "trọng tài",    "đường chuyền",
    "tình huống", "quả",        "hiệp",         "set",          "ván",
    "bàn thắng",  "cú ném",     "cú giao bóng", "suất dự",      "lần chạm",
    "huy chương", "hcv",        "cầu thủ",      "từ cự ly",     "từ ngoài vòng",
    "từ chấm",    "đv",         "hv",           "liều",         "khẩu",
    "đoàn viên",  "lòng đường", "mặt đường",    "bề rộng",      "tdp",
    "kdc",        "máy",        "tầng",         "căn",          "nhịp",
    "phòng",      "tòa",        "tòa nhà",      "trong số",     "cầu thủ",
    "hành khách", "nạn nhân",   "người dùng",   "chi hội",      "chi đoàn",
    "tổ hội",     "phân hội",   "liên đội",     "ấp",           "buôn",
    "khóm",       "đoàn viên",  "hội viên",     "hợp tác xã",   "htx",
    "tổ dân phố", "tdp",        "khu phố",      "tổ chức đảng", "trạm",
    "hạng mục"};
/// After d/d: a whole that is measured, not counted, of which a part is told.
inline constexpr Phrases kWholes = {
    "diện tích",   "số",     "tổng",      "dân số",    "lượng",     "quãng",    "thời gian", "khối lượng",
    "trọng lượng", "chiều",  "chặng",     "vốn",       "thu nhập",  "tài sản",  "thể tích",  "công suất",
    "sản lượng",   "bề mặt", "cơ thể",    "cuộc đời",  "giá trị",   "giá",      "lương",     "mức",
    "kg",          "lít",    "cốc",       "thìa",      "muỗng",     "chén",     "km",        "tiền",
    "phần",        "mặt",    "doanh thu", "lợi nhuận", "nhân loại", "thế giới", "dung tích", "độ"};
/// Before d/d: a class, a house, a rate, a pressure: read with "trên".
inline constexpr Phrases kBeforeSlash = {
    "trang",         "mắt trái", "mắt phải",    "hai mắt",  "mắt kém",  "thương binh",
    "bệnh binh",     "tb",       "bb",          "vị trí",   "đứng thứ", "hạng",
    "bài tập",       "mũi",      "thị lực mắt", "xếp",      "ăn",       "lớp",
    "số nhà",        "nhà số",   "hẻm",         "ngõ",      "ngách",    "kiệt",
    "tỷ lệ",         "tỉ lệ",    "bản đồ",      "huyết áp", "apgar",    "hiệu số",
    "bàn thắng bại", "thị lực",  "thang điểm",  "điểm số",  "điểm thi", "tỷ lệ bản đồ",
    "địa chỉ",       "lệ",       "tổ",          "thửa",     "nhà",      "thửa đất",
    "bậc",           "căn",      "căn hộ",      "ô",        "quyển",    "gvcn",
    "chủ nhiệm"};
/// After d-d: things that are counted or measured, so a range.
inline constexpr Phrases kAfterRange = {
    "tuổi",  "người", "năm",   "triệu", "tỷ",   "tỉ",   "nghìn", "ngàn", "lần",  "độ",   "ngày",  "phút",
    "tuần",  "tháng", "giờ",   "giây",  "đồng", "phần", "trăm",  "vạn",  "mét",  "lớp",  "tiếng", "cây",
    "con",   "cái",   "chiếc", "hộ",    "em",   "học",  "điểm",  "cấp",  "ha",   "tấn",  "lít",   "bước",
    "tầng",  "phòng", "xe",    "suất",  "vụ",   "ca",   "món",   "buổi", "nhóm", "bài",  "đợt",   "trận",
    "trang", "câu",   "giọt",  "viên",  "thìa", "chỗ",  "nhà",   "cơn",  "trẻ",  "loại", "mẫu",   "sào",
    "km",    "kg",    "cm",    "mm",    "m",    "usd",  "quả",   "bạn",  "cháu", "làn",  "hàng",  "lượt"};
/// Around d-d: a match.
inline constexpr Phrases kScore = {"thắng",    "thua",      "hòa",      "bại",        "tỷ số",    "tỉ số",
                                   "dẫn",      "gỡ",        "nâng",     "chung cuộc", "hạ",       "ấn định",
                                   "san bằng", "rút ngắn",  "vùi dập",  "trận",       "hiệp",     "set",
                                   "ván",      "bàn thắng", "kết quả",  "đè bẹp",     "quật ngã", "cầm chân",
                                   "lượt đi",  "lượt về",   "luân lưu", "penalty"};
/// Beside 2K, 4K: how fine a picture is.
inline constexpr Phrases kScreens = {"độ phân giải", "màn hình", "video", "camera", "quay",
                                     "màn",          "oled",     "ips",   "hdr"};
/// What begins a sentence more often than it is a given name.
inline constexpr Phrases kBegins = {
    "sau",  "tuy",   "theo",  "khi",    "ngày",  "trong", "các", "ông",  "bà",    "anh",   "chị",
    "do",   "vì",    "đây",   "hiện",   "tại",   "lúc",   "đến", "bị",   "người", "công",  "cơ",
    "qua",  "trước", "trên",  "tối",    "sáng",  "chiều", "đêm", "cả",   "còn",   "nhưng", "nếu",
    "một",  "hai",   "những", "cùng",   "riêng", "với",   "từ",  "thấy", "biết",  "ngoài", "vụ",
    "số",   "quá",   "em",    "cháu",   "nạn",   "gia",   "cô",  "lực",  "chủ",   "ở",     "về",
    "đồng", "được",  "đối",   "khoảng", "hôm",   "nay",   "tòa", "hội",  "viện"};
/// The commonest family names.
inline constexpr Phrases kFamilies = {
    "nguyễn", "trần", "lê",   "phạm",  "hoàng", "huỳnh", "phan",   "vũ",     "võ",    "đặng", "bùi",
    "đỗ",     "hồ",   "ngô",  "dương", "lý",    "đinh",  "mai",    "trương", "lương", "cao",  "đoàn",
    "trịnh",  "tạ",   "châu", "lâm",   "đào",   "quách", "đàm",    "vương",  "phùng", "tống", "nông",
    "doãn",   "tô",   "hà",   "thái",  "chu",   "lưu",   "nghiêm", "văn"};

}  // namespace loa::normalizer::cues
