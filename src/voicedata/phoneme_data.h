// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loa/base/result.h"

namespace loa::voicedata {

/// A phoneme as eSpeak NG's compiled table has it (16 bytes on disk).
struct Phoneme {
  std::string mnemonic;  ///< up to 4 bytes, such as "a:"; empty ends a table
  std::uint32_t flags = 0;
  std::uint16_t program = 0;                  ///< first word in the programs; 0: none
  std::uint8_t code = 0;                      ///< number within the table and those that inherit from it
  std::uint8_t type = 0;                      ///< see phoneme_type
  std::uint8_t start_type = 0, end_type = 0;  ///< vowel groups; low and high pitch of a tone
  std::uint8_t length = 0;                    ///< 2 ms; per cent of the vowel for a tone
  std::uint8_t length_mod = 0;
};

/// Phoneme::type and Phoneme::flags, as far as they are used here.
inline constexpr std::uint8_t kTypeVowel = 2, kTypeStop = 4, kTypeVoicedStop = 5, kTypeFricative = 6,
                              kTypeNasal = 8;
inline constexpr std::uint32_t kFlagPalatal = 1U << 9, kPlaceMask = 0xF0000;
inline constexpr unsigned kPlaceShift = 16;

struct PhonemeTable {
  std::string name;
  std::uint8_t base = 0;  ///< index + 1 of the table that it inherits from; 0: none
  std::vector<Phoneme> phonemes;
};

/// A spectrum, envelope or recording in the sound data.
struct Blob {
  char kind = 'S';  ///< 'S' spectrum, 'W' recording, 'E' envelope
  std::uint32_t address = 0;
};

/// The compiled phoneme data of eSpeak NG (files phontab, phonindex, phondata and its
/// list phondata-manifest): read from the installed engine, appended to, written elsewhere.
/// What is there is never changed, so the voices that are there sound as before.
class PhonemeData {
 public:
  /// Reads and checks the four files. Errors: no_input (missing, unreadable), bad_data (not
  /// the shape that is known: versions 1.51 and 1.52).
  static Result<PhonemeData> read(const std::filesystem::path& folder);

  /// Writes the four files. Errors: cannot_create, io.
  Result<void> write(const std::filesystem::path& folder) const;

  [[nodiscard]] const PhonemeTable* table(std::string_view name) const;
  /// The phoneme as a voice with this table has it, its own or inherited.
  [[nodiscard]] std::optional<Phoneme> find(std::string_view table, std::string_view mnemonic) const;
  /// By the name it has in eSpeak NG's sources, such as "vietnam/aa".
  [[nodiscard]] std::optional<Blob> blob(const std::string& name) const;
  /// The word of a program at Phoneme::program.
  [[nodiscard]] std::uint16_t program_word(std::uint16_t at) const { return programs_[at]; }
  /// The bytes from there to the end of the sound data.
  [[nodiscard]] std::span<const std::uint8_t> sound(std::uint32_t address) const;

  /// Each returns where the new thing lies. Errors: bad_data, when it does not fit any more.
  Result<std::uint32_t> append_blob(char kind, const std::string& name, std::span<const std::uint8_t> bytes);
  Result<std::uint16_t> append_program(std::span<const std::uint16_t> words);
  Result<void> append_table(PhonemeTable table);
  /// Index + 1 of a table, as PhonemeTable::base wants it; 0: there is none.
  [[nodiscard]] std::uint8_t base_number(std::string_view table) const;

 private:
  Result<void> check() const;

  std::vector<PhonemeTable> tables_;
  std::vector<std::uint16_t> programs_;
  std::vector<std::uint8_t> sound_;
  std::string list_;  ///< phondata-manifest
  std::map<std::string, Blob> blobs_;
};

/// Reads a whole file. Errors: no_input.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);
/// Writes a whole file. Errors: cannot_create, io.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace loa::voicedata
