// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "article/article.h"
#include "loa/normalizer/normalizer.h"

namespace loa::bulletin {

/// What kind of text a block is, as the normaliser sees it.
[[nodiscard]] normalizer::TextKind text_kind(article::BlockKind kind);

/// What an article has established up to the block that is read, and what is seen
/// ahead of it: so a title knows what the lead defines.
class ArticleMemory {
 public:
  /// Called once for each block before it is normalised, skipped ones too. What lies
  /// ahead is learned at the first block, and again when half of it has been read: the
  /// cost stays linear.
  void learn_ahead(const article::Block& next, const article::ArticleReader& reader,
                   const normalizer::Normalizer& normalizer);

  /// For Normalizer::normalize().
  [[nodiscard]] normalizer::Memory* get() { return &memory_; }

 private:
  normalizer::Memory memory_;
  bool begun_ = false;
  std::size_t learned_ = 0;  ///< bytes of the text ahead, when last learned
  std::size_t read_since_ = 0;
};

}  // namespace loa::bulletin
