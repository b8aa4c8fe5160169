// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalogue.h"

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"

using namespace loa::cli;

namespace {

namespace fs = std::filesystem;

void put(std::string& bytes, std::uint32_t value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// A catalogue as msgfmt writes it; the messages must be in order.
std::string catalogue_of(const std::vector<std::pair<std::string, std::string>>& messages) {
  const auto count = static_cast<std::uint32_t>(messages.size());
  constexpr std::uint32_t kHeader = 28;
  std::string head, tables[2], strings;
  put(head, 0x950412de);
  put(head, 0);
  put(head, count);
  put(head, kHeader);
  put(head, kHeader + 8 * count);
  put(head, 0);
  put(head, 0);
  const std::uint32_t begin = kHeader + 16 * count;
  for (int side = 0; side < 2; ++side)
    for (const auto& [from, to] : messages) {
      const std::string& text = side == 0 ? from : to;
      put(tables[side], static_cast<std::uint32_t>(text.size()));
      put(tables[side], begin + static_cast<std::uint32_t>(strings.size()));
      strings += text + '\0';
    }
  return head + tables[0] + tables[1] + strings;
}

std::optional<Catalogue> opened(const std::string& bytes) {
  const fs::path path =
      fs::temp_directory_path() / ("loa-catalogue-test-" + std::to_string(::getpid()) + ".mo");
  std::ofstream(path, std::ios::binary) << bytes;
  auto catalogue = Catalogue::open(path.string());
  fs::remove(path);
  return catalogue;
}

const std::vector<std::pair<std::string, std::string>> kMessages{
    {"", "Language: vi\n"}, {"a", "một"}, {"b", ""}, {"c d", "ba bốn"}, {"e", "năm"}};

}  // namespace

TEST_CASE("a catalogue translates what it holds and leaves the rest", "[cli][catalogue]") {
  const auto catalogue = opened(catalogue_of(kMessages));
  REQUIRE(catalogue);
  CHECK(std::string(catalogue->find("a")) == "một");
  CHECK(std::string(catalogue->find("c d")) == "ba bốn");
  CHECK(std::string(catalogue->find("e")) == "năm");
  CHECK(std::string(catalogue->find("b")) == "b");
  CHECK(std::string(catalogue->find("zz")) == "zz");
  CHECK(std::string(catalogue->find("A")) == "A");
  CHECK(std::string(catalogue->find("")).empty());
}

TEST_CASE("a catalogue that is missing, empty or of another kind is none", "[cli][catalogue]") {
  CHECK(!Catalogue::open("/nonexistent/loa.mo"));
  CHECK(!Catalogue::open("/tmp"));
  CHECK(!opened(""));
  CHECK(!opened("msgid \"\"\nmsgstr \"\"\n"));
}

TEST_CASE("a damaged catalogue gives the untranslated message and never reads outside itself",
          "[cli][catalogue]") {
  const std::string whole = catalogue_of(kMessages);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto cut = opened(whole.substr(0, size));
    if (!cut) continue;
    const std::string answer = cut->find("e");
    CHECK((answer == "e" || answer == "năm"));
  }
  for (std::size_t at = 8; at + 4 <= 28 + 16 * kMessages.size(); at += 4) {
    std::string damaged = whole;
    damaged.replace(at, 4, "\xff\xff\xff\xff");
    if (const auto catalogue = opened(damaged)) CHECK(catalogue->find("c d") != nullptr);
  }
}
