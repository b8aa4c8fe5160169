// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/phoneme_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>

#include "loa/base/message.h"

namespace loa::voicedata {
namespace {
namespace fs = std::filesystem;

// The compiled format, as libespeak-ng 1.51 and 1.52 read it; all numbers little-endian.
constexpr std::uint32_t kVersion = 0x014801;  // first word of phondata and of phonindex
constexpr std::uint32_t kSampleRate = 22050;  // second word of phondata
constexpr std::size_t kNameSize = 32, kTableHead = 4 + kNameSize, kPhonemeSize = 16;
constexpr std::size_t kMostTables = 150;                  // tables that the library has room for
constexpr std::size_t kMostSound = std::size_t{1} << 20;  // envelopes are addressed by 20 bits
constexpr std::size_t kMostProgramWords = std::size_t{1} << 16;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i)
    value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]))
             << (8 * i);
  return value;
}

void put(std::string& bytes, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
}

void put_padded(std::string& bytes, std::string_view text, std::size_t size) {
  bytes.append(text);
  bytes.append(size - text.size(), '\0');
}

Error unknown_shape(const std::string& what) {
  return {ErrorCode::bad_data, trf("the data of eSpeak NG has an unknown shape: {}", what)};
}

Phoneme read_phoneme(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t offset) { return static_cast<std::uint8_t>(bytes[at + offset]); };
  Phoneme phoneme;
  phoneme.mnemonic = bytes.substr(at, 4);
  phoneme.mnemonic.resize(std::min(phoneme.mnemonic.find('\0'), phoneme.mnemonic.size()));
  phoneme.flags = number(bytes, at + 4, 4);
  phoneme.program = static_cast<std::uint16_t>(number(bytes, at + 8, 2));
  phoneme.code = byte(10);
  phoneme.type = byte(11);
  phoneme.start_type = byte(12);
  phoneme.end_type = byte(13);
  phoneme.length = byte(14);
  phoneme.length_mod = byte(15);
  return phoneme;
}

void put_phoneme(std::string& bytes, const Phoneme& phoneme) {
  put_padded(bytes, phoneme.mnemonic, 4);
  put(bytes, phoneme.flags, 4);
  put(bytes, phoneme.program, 2);
  for (const std::uint8_t field :
       {phoneme.code, phoneme.type, phoneme.start_type, phoneme.end_type, phoneme.length, phoneme.length_mod})
    put(bytes, field, 1);
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (file) bytes << file.rdbuf();
  if (!file || !bytes)
    return Error{ErrorCode::no_input, trf("cannot read {}: {}", path.string(), system_message(errno))};
  return std::move(bytes).str();
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file)
    return Error{ErrorCode::cannot_create, trf("cannot create {}: {}", path.string(), system_message(errno))};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return Error{ErrorCode::io, trf("cannot write {}: {}", path.string(), system_message(errno))};
  return {};
}

Result<PhonemeData> PhonemeData::read(const fs::path& folder) {
  PhonemeData data;
  LOA_TRY_ASSIGN(const std::string tables, read_file(folder / "phontab"));
  LOA_TRY_ASSIGN(const std::string programs, read_file(folder / "phonindex"));
  LOA_TRY_ASSIGN(const std::string sound, read_file(folder / "phondata"));
  LOA_TRY_ASSIGN(data.list_, read_file(folder / "phondata-manifest"));

  if (sound.size() < 8 || number(sound, 0, 4) != kVersion || number(sound, 4, 4) != kSampleRate)
    return unknown_shape("phondata");
  data.sound_.assign(sound.begin(), sound.end());

  if (programs.size() < 4 || programs.size() % 2 != 0 || number(programs, 0, 4) != kVersion)
    return unknown_shape("phonindex");
  for (std::size_t at = 0; at < programs.size(); at += 2)
    data.programs_.push_back(static_cast<std::uint16_t>(number(programs, at, 2)));

  std::size_t at = 4;
  const std::size_t count = tables.size() < 4 ? 0 : number(tables, 0, 4);
  for (std::size_t i = 0; i < count && i < kMostTables; ++i) {
    if (at + kTableHead > tables.size()) return unknown_shape("phontab");
    const std::size_t phonemes = number(tables, at, 1);
    PhonemeTable table;
    table.base = static_cast<std::uint8_t>(number(tables, at + 1, 1));
    table.name = tables.substr(at + 4, kNameSize);
    table.name.resize(std::min(table.name.find('\0'), table.name.size()));
    at += kTableHead;
    if (phonemes == 0 || at + phonemes * kPhonemeSize > tables.size() || table.base > i)
      return unknown_shape("phontab");
    for (std::size_t p = 0; p < phonemes; ++p, at += kPhonemeSize)
      table.phonemes.push_back(read_phoneme(tables, at));
    if (!table.phonemes.back().mnemonic.empty()) return unknown_shape("phontab");
    table.phonemes.pop_back();
    data.tables_.push_back(std::move(table));
  }
  if (count == 0 || count > kMostTables || at != tables.size()) return unknown_shape("phontab");

  std::istringstream lines(data.list_);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    Blob blob;
    std::string name;
    if (!(fields >> blob.kind >> std::hex >> blob.address >> name)) return unknown_shape("phondata-manifest");
    data.blobs_.emplace(name, blob);
  }
  LOA_TRY(data.check());
  return data;
}

Result<void> PhonemeData::check() const {
  for (const PhonemeTable& table : tables_)
    for (const Phoneme& phoneme : table.phonemes)
      if (phoneme.program >= programs_.size()) return unknown_shape("phontab");
  for (const auto& [name, blob] : blobs_) {
    if (blob.address < 8 || blob.address + 4 > sound_.size() || blob.address % 4 != 0)
      return unknown_shape("phondata-manifest");
    // A spectrum begins with its number of frames, of which there are few.
    if (blob.kind == 'S' && (sound_[blob.address + 2] == 0 || sound_[blob.address + 2] > 25))
      return unknown_shape("phondata");
  }
  return {};
}

Result<void> PhonemeData::write(const fs::path& folder) const {
  std::string tables;
  put(tables, static_cast<std::uint32_t>(tables_.size()), 4);
  for (const PhonemeTable& table : tables_) {
    put(tables, static_cast<std::uint32_t>(table.phonemes.size() + 1), 1);
    put(tables, table.base, 3);
    put_padded(tables, table.name, kNameSize);
    for (const Phoneme& phoneme : table.phonemes) put_phoneme(tables, phoneme);
    put_phoneme(tables, Phoneme{});
  }
  std::string programs;
  for (const std::uint16_t word : programs_) put(programs, word, 2);
  LOA_TRY(write_file(folder / "phontab", tables));
  LOA_TRY(write_file(folder / "phonindex", programs));
  LOA_TRY(write_file(folder / "phondata", {reinterpret_cast<const char*>(sound_.data()), sound_.size()}));
  return write_file(folder / "phondata-manifest", list_);
}

const PhonemeTable* PhonemeData::table(std::string_view name) const {
  const auto found = std::find_if(tables_.begin(), tables_.end(),
                                  [name](const PhonemeTable& table) { return table.name == name; });
  return found == tables_.end() ? nullptr : &*found;
}

std::uint8_t PhonemeData::base_number(std::string_view name) const {
  const PhonemeTable* found = table(name);
  return found == nullptr ? std::uint8_t{0} : static_cast<std::uint8_t>(found - tables_.data() + 1);
}

std::optional<Phoneme> PhonemeData::find(std::string_view name, std::string_view mnemonic) const {
  // A table only inherits from one before it, so this ends.
  for (const PhonemeTable* it = table(name); it != nullptr;
       it = it->base == 0 ? nullptr : &tables_[it->base - 1U])
    for (const Phoneme& phoneme : it->phonemes)
      if (phoneme.mnemonic == mnemonic) return phoneme;
  return std::nullopt;
}

std::optional<Blob> PhonemeData::blob(const std::string& name) const {
  const auto found = blobs_.find(name);
  if (found == blobs_.end()) return std::nullopt;
  return found->second;
}

std::span<const std::uint8_t> PhonemeData::sound(std::uint32_t address) const {
  return std::span(sound_).subspan(std::min<std::size_t>(address, sound_.size()));
}

Result<std::uint32_t> PhonemeData::append_blob(char kind, const std::string& name,
                                               std::span<const std::uint8_t> bytes) {
  sound_.resize((sound_.size() + 3) / 4 * 4);
  const auto address = static_cast<std::uint32_t>(sound_.size());
  if (address + bytes.size() > kMostSound) return unknown_shape("phondata");
  sound_.insert(sound_.end(), bytes.begin(), bytes.end());
  blobs_[name] = {kind, address};
  list_ += fmt::format("{}  0x{:05x}  {}\n", kind, address, name);
  return address;
}

Result<std::uint16_t> PhonemeData::append_program(std::span<const std::uint16_t> words) {
  const auto at = static_cast<std::uint16_t>(programs_.size());
  if (programs_.size() + words.size() > kMostProgramWords) return unknown_shape("phonindex");
  programs_.insert(programs_.end(), words.begin(), words.end());
  return at;
}

Result<void> PhonemeData::append_table(PhonemeTable table) {
  if (tables_.size() + 1 >= kMostTables || table.name.size() >= kNameSize || table.phonemes.size() >= 255)
    return unknown_shape("phontab");
  tables_.push_back(std::move(table));
  return {};
}

}  // namespace loa::voicedata
