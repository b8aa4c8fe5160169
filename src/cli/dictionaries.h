// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "cli/config.h"
#include "cli/inputs.h"
#include "loa/base/result.h"
#include "loa/normalizer/dictionary.h"

namespace loa::cli {

/// Where the readings of the station stand: the setting `dictionary`, by default
/// dictionary.tsv in the folder of the settings.
[[nodiscard]] std::filesystem::path station_dictionary_path(const Settings& settings);

/// Where the readings of one article stand: beside it, `FILE.loa.tsv`. Empty for standard
/// input and --text, which have no place.
[[nodiscard]] std::filesystem::path article_dictionary_path(const Input& input);

/// The station's readings, all scopes; empty when there is no file and none was asked for.
/// Errors: no_input, config (also for an entry with the scope "article").
[[nodiscard]] Result<normalizer::Dictionary> load_station_dictionary(const Settings& settings);

/// What holds for one article: the station's readings in whose scope it lies, and over them
/// those of its own file. Errors: no_input, config.
[[nodiscard]] Result<normalizer::Dictionary> dictionary_of_article(const normalizer::Dictionary& station,
                                                                   const Input& input);

/// Adds a row to a dictionary's file: written anew as a whole, its columns and comments kept,
/// made when it is missing. An equal row is not written twice; of two processes one waits for the other.
/// Errors: cannot_create, io, config (the file's heading is wrong).
Result<void> append_entry(const std::filesystem::path& file, const normalizer::DictionaryEntry& entry);

}  // namespace loa::cli
