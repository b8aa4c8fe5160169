// SPDX-License-Identifier: GPL-3.0-or-later
#include "recogniser.h"

/// The order of the recognisers: the one place where rivals are decided. What
/// stands higher wins where both would read. Why each pair stands as it does is
/// written beside it, and tests/normalizer shows both sides.
namespace loa::normalizer {
namespace {

constexpr Rule kFigure[] = {
    {"cardinal", recognise_cardinal},  // every figure ends here
};

constexpr Rule kSign[] = {
    {"symbol", recognise_symbol},
};

constexpr Rule kSmallWord[] = {
    {"foreign.other-script", recognise_other_script},
};

constexpr Rule kCapitalWord[] = {
    {"headline", recognise_headline},
    {"foreign.other-script", recognise_other_script},
};

}  // namespace

std::span<const Rule> rules_for(const Token& token) {
  switch (token.kind) {
    case TokenKind::number:
      return kFigure;
    case TokenKind::word:
      if (token.shape == Shape::lower) return kSmallWord;
      return kCapitalWord;
    case TokenKind::mark:
      return kSign;
    default:
      return {};
  }
}

}  // namespace loa::normalizer
