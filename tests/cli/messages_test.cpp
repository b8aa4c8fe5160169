// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/messages.h"

#include <cstdlib>
#include <map>
#include <string>

#include "catch.h"
#include "loa/base/message.h"

using namespace loa;
using namespace loa::cli;

namespace {

/// Sets the variables that choose a language, and puts them back.
class Environment {
 public:
  explicit Environment(const std::map<std::string, std::string>& values) {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LOA_DATA_DIR"}) {
      const char* before = std::getenv(name);
      if (before != nullptr) before_[name] = before;
      const auto value = values.find(name);
      if (value != values.end())
        ::setenv(name, value->second.c_str(), 1);
      else
        ::unsetenv(name);
    }
  }
  ~Environment() {
    for (const char* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LOA_DATA_DIR"}) ::unsetenv(name);
    for (const auto& [name, value] : before_) ::setenv(name.c_str(), value.c_str(), 1);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  std::map<std::string, std::string> before_;
};

MessageLanguage chosen(const std::map<std::string, std::string>& values) {
  const Environment environment(values);
  return language_of_environment();
}

constexpr auto kVietnamese = MessageLanguage::vietnamese;
constexpr auto kEnglish = MessageLanguage::english;

}  // namespace

TEST_CASE("the environment chooses the language of the messages", "[cli][messages]") {
  CHECK(chosen({}) == kEnglish);
  CHECK(chosen({{"LANG", "vi_VN.UTF-8"}}) == kVietnamese);
  CHECK(chosen({{"LANG", "vi"}}) == kVietnamese);
  CHECK(chosen({{"LANG", "vi_VN.TCVN"}}) == kVietnamese);
  CHECK(chosen({{"LANG", "de_DE.UTF-8"}}) == kEnglish);
  CHECK(chosen({{"LANG", "en_US.UTF-8"}, {"LC_MESSAGES", "vi_VN"}}) == kVietnamese);
  CHECK(chosen({{"LANG", "vi_VN"}, {"LC_ALL", "en_GB.UTF-8"}}) == kEnglish);
  CHECK(chosen({{"LANG", "en_US.UTF-8"}, {"LANGUAGE", "fr:vi:en"}}) == kVietnamese);
  CHECK(chosen({{"LANG", "vi_VN"}, {"LANGUAGE", "en:vi"}}) == kEnglish);
}

TEST_CASE("a script that sets the C locale gets the untranslated messages", "[cli][messages]") {
  CHECK(chosen({{"LANGUAGE", "vi"}, {"LC_ALL", "C"}}) == kEnglish);
  CHECK(chosen({{"LANG", "vi_VN"}, {"LC_ALL", "C"}}) == kEnglish);
}

TEST_CASE("a language is known by its locale names", "[cli][messages]") {
  CHECK(language_of("vi") == kVietnamese);
  CHECK(language_of("vi_VN.UTF-8@x") == kVietnamese);
  CHECK(language_of("en-GB") == kEnglish);
  CHECK(!language_of("vie"));
  CHECK(!language_of(""));
}

TEST_CASE("messages are Vietnamese without a Vietnamese locale on the machine", "[cli][messages]") {
  const Environment environment(
      {{"LOA_DATA_DIR", std::string(LOA_BINARY_DIR) + "/share/loa"}, {"LC_ALL", "C"}});
  use_language(kVietnamese);
  const std::string vietnamese = tr("there is nothing to say");
  const std::string unknown = tr("a message that nobody has written");
  use_language(kEnglish);
  CHECK(vietnamese == "không có gì để đọc");
  CHECK(unknown == "a message that nobody has written");
  CHECK(std::string(tr("there is nothing to say")) == "there is nothing to say");
}
