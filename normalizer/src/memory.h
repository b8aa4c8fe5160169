// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "context.h"
#include "draft.h"
#include "loa/normalizer/normalizer.h"
#include "scan.h"

namespace loa::normalizer {

/// What an article has established.
struct Memory::Impl {
  /// Of strings and views alike, so that a look-up copies nothing.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  /// Abbreviation as written, without dots → the full words, in lower case but for names.
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> definitions;

  /// What an abbreviation of several meanings last stood for where words beside it decided: its rows → the
  /// row.
  std::unordered_map<const tables::AbbreviationRow*, const tables::AbbreviationRow*> decided;

  /// What a line is read in: it is kept from one line to the next, so that none takes memory anew.
  std::vector<Token> tokens;
  Draft draft;
  Draft rival;

  /// The words that `abbreviation` was defined as, or nullptr.
  [[nodiscard]] const std::string* find(std::string_view abbreviation) const;
  /// What the abbreviation of these rows last stood for, or nullptr.
  [[nodiscard]] const tables::AbbreviationRow* last_decided(
      std::span<const tables::AbbreviationRow> rows) const;
};

/// Whether `text`, clean or not, may hold a definition in brackets: a bracket that has an
/// abbreviation before it or at its end. One glance; most brackets have none.
[[nodiscard]] bool may_define(std::string_view text);

/// Takes up the definitions in brackets in the text: "Trung tâm Phục vụ hành chính
/// công (TTPVHCC)" and "TTPVHCC (Trung tâm …)". The article's own wins over the tables.
void learn_definitions(const Context& context, Memory::Impl& memory);

/// One past a bracket at token `open` that holds nothing but the abbreviation of the words before it, as
/// "Tòa án nhân dân (TAND)" has; otherwise `open`. Said aloud the words would come twice.
[[nodiscard]] std::size_t end_of_repeated(const Context& context, std::size_t open);

}  // namespace loa::normalizer
