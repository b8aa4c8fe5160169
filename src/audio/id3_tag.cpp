// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/id3_tag.h"

#include <lame/lame.h>

#include <memory>
#include <string>
#include <string_view>

#include "loa/base/utf8.h"

namespace loa::audio {
namespace {

struct LameCloser {
  void operator()(lame_global_struct* lame) const { lame_close(lame); }
};

/// With the byte-order mark that LAME wants to see, and a terminating zero.
std::vector<unsigned short> utf16(std::string_view text) {
  std::vector<unsigned short> units = {0xFEFF};
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size, valid] = utf8::decode(text, at);
    at += size;
    if (!valid || c < 0x10000) {
      units.push_back(static_cast<unsigned short>(c));
    } else {
      units.push_back(static_cast<unsigned short>(0xD7C0U + (c >> 10U)));
      units.push_back(static_cast<unsigned short>(0xDC00U + (c & 0x3FFU)));
    }
  }
  units.push_back(0);
  return units;
}

/// ISO 8601 `2025-08-27` as ID3v2.3 has it: year, then day and month.
struct Date {
  std::string year, day_month;
};
Date split_date(const std::string& iso) {
  Date date;
  if (iso.size() >= 4) date.year = iso.substr(0, 4);
  if (iso.size() >= 10 && iso[4] == '-' && iso[7] == '-')
    date.day_month = iso.substr(8, 2) + iso.substr(5, 2);
  return date;
}

}  // namespace

std::vector<std::uint8_t> id3_tag(const Metadata& metadata) {
  const std::unique_ptr<lame_global_struct, LameCloser> lame(lame_init());
  if (lame == nullptr) return {};
  id3tag_init(lame.get());
  id3tag_v2_only(lame.get());
  bool any = false;
  const auto set = [&](const char* frame, const std::string& text) {
    if (!text.empty()) any |= id3tag_set_textinfo_utf16(lame.get(), frame, utf16(text).data()) == 0;
  };
  const Date date = split_date(metadata.date);
  set("TIT2", metadata.title);
  set("TPE1", metadata.artist);
  set("TYER", date.year);
  set("TDAT", date.day_month);
  set("TSSE", metadata.software);
  if (!any) return {};
  std::vector<std::uint8_t> tag(lame_get_id3v2_tag(lame.get(), nullptr, 0));
  tag.resize(lame_get_id3v2_tag(lame.get(), tag.data(), tag.size()));
  return tag;
}

}  // namespace loa::audio
