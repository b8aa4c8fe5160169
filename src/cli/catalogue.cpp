// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalogue.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

namespace loa::cli {
namespace {
// GNU gettext manual, "The Format of GNU MO Files": seven 32-bit words, of which these are used.
constexpr std::uint32_t kMagic = 0x950412de;
constexpr std::size_t kCountAt = 8;
constexpr std::size_t kOriginalsAt = 12;
constexpr std::size_t kTranslationsAt = 16;
}  // namespace

std::optional<Catalogue> Catalogue::open(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  struct stat status {};
  void* memory = MAP_FAILED;
  if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
    memory = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, fd, 0);
  ::close(fd);
  if (memory == MAP_FAILED) return std::nullopt;

  Catalogue catalogue({static_cast<const char*>(memory), static_cast<std::size_t>(status.st_size)});
  // A catalogue of the other byte order comes from another machine: leave it.
  if (catalogue.word(0) != kMagic) return std::nullopt;
  const auto count = catalogue.word(kCountAt);
  const auto originals = catalogue.word(kOriginalsAt);
  const auto translations = catalogue.word(kTranslationsAt);
  if (!count || !originals || !translations) return std::nullopt;
  catalogue.count_ = *count;
  catalogue.originals_ = *originals;
  catalogue.translations_ = *translations;
  return catalogue;
}

std::optional<std::uint32_t> Catalogue::word(std::size_t offset) const {
  std::uint32_t value = 0;
  if (offset > bytes_.size() || bytes_.size() - offset < sizeof value) return std::nullopt;
  std::memcpy(&value, bytes_.data() + offset, sizeof value);
  return value;
}

const char* Catalogue::text(std::uint32_t table, std::uint32_t index) const {
  const std::size_t entry = std::size_t{table} + std::size_t{index} * 8;
  const auto length = word(entry);
  const auto offset = word(entry + 4);
  if (!length || !offset) return nullptr;
  const std::size_t end = std::size_t{*offset} + *length;
  if (end >= bytes_.size() || bytes_[end] != '\0') return nullptr;
  return bytes_.data() + *offset;
}

const char* Catalogue::find(const char* message) const {
  if (*message == '\0') return message;  // the empty message is the catalogue's own header
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const char* original = text(originals_, middle);
    if (original == nullptr) return message;
    const int order = std::strcmp(message, original);
    if (order == 0) {
      const char* translation = text(translations_, middle);
      return translation != nullptr && *translation != '\0' ? translation : message;
    }
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return message;
}

}  // namespace loa::cli
