// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/article_memory.h"

#include <algorithm>
#include <string_view>

namespace loa::bulletin {
namespace {

using article::BlockKind;
using normalizer::TextKind;

constexpr std::size_t kLearnAgainBytes = 4096;

}  // namespace

TextKind text_kind(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
    case BlockKind::subhead:
      return TextKind::title;
    case BlockKind::list_item:
      return TextKind::list_item;
    case BlockKind::dateline:
      return TextKind::dateline;
    case BlockKind::caption:
      return TextKind::caption;
    case BlockKind::byline:
      return TextKind::byline;
    case BlockKind::lead:
    case BlockKind::paragraph:
    case BlockKind::quotation:
    case BlockKind::link:
      break;
  }
  return TextKind::running;
}

void ArticleMemory::learn_ahead(const article::Block& next, const article::ArticleReader& reader,
                                const normalizer::Normalizer& normalizer) {
  read_since_ += next.text.size();
  if (begun_ && read_since_ < std::max(learned_ / 2, kLearnAgainBytes)) return;
  const std::string_view ahead = reader.look_ahead();
  normalizer.learn(ahead, memory_);
  begun_ = true;
  learned_ = ahead.size();
  read_since_ = 0;
}

}  // namespace loa::bulletin
