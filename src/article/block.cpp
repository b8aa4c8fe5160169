// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/article.h"

namespace loa::article {

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::lead:
      return "lead";
    case BlockKind::subhead:
      return "subhead";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::quotation:
      return "quotation";
    case BlockKind::caption:
      return "caption";
    case BlockKind::byline:
      return "byline";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::link:
      return "link";
  }
  return "paragraph";
}

}  // namespace loa::article
