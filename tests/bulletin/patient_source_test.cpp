// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/patient_source.h"

#include "catch.h"

using loa::Error;
using loa::ErrorCode;
using loa::Result;
using loa::bulletin::PatientSource;

namespace {

/// Becomes ready when it has been asked often enough.
class SlowSource : public loa::article::ByteSource {
 public:
  explicit SlowSource(int questions) : questions_(questions) {}
  Result<std::size_t> read(char* buffer, std::size_t) override {
    *buffer = 'a';
    return 1;
  }
  [[nodiscard]] bool ready() const override { return questions_-- <= 0; }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  mutable int questions_;
  std::string name_ = "chậm";
};

}  // namespace

TEST_CASE("what waits is spoken before a read that would block, and only then", "[bulletin][source]") {
  int used = 0, given_up = 0;
  const PatientSource::Waiting waiting{[&]() -> Result<void> {
                                         ++used;
                                         return {};
                                       },
                                       [&]() -> Result<void> {
                                         ++given_up;
                                         return {};
                                       },
                                       [] { return false; }};
  char byte = 0;
  PatientSource slow(std::make_unique<SlowSource>(3), waiting);
  REQUIRE(slow.read(&byte, 1));
  CHECK(byte == 'a');
  CHECK(used == 1);
  REQUIRE(slow.read(&byte, 1));  // now ready
  CHECK(used == 1);
  CHECK(slow.name() == "chậm");
  CHECK(given_up == 0);

  PatientSource slower(std::make_unique<SlowSource>(40), waiting);  // some 600 ms
  REQUIRE(slower.read(&byte, 1));
  CHECK(used == 2);
  CHECK(given_up == 1);
}

TEST_CASE("waiting ends when the user stops it", "[bulletin][source]") {
  int questions = 0;
  const PatientSource::Waiting waiting{[]() -> Result<void> { return {}; },
                                       []() -> Result<void> { return {}; }, [&] { return ++questions > 2; }};
  char byte = 0;
  PatientSource slow(std::make_unique<SlowSource>(1'000'000), waiting);
  const auto got = slow.read(&byte, 1);
  REQUIRE_FALSE(got);
  CHECK(got.error().code == ErrorCode::interrupted);
}

TEST_CASE("what goes wrong with the waiting words ends the reading", "[bulletin][source]") {
  const PatientSource::Waiting waiting{[]() -> Result<void> {
                                         return Error{ErrorCode::io, "đầy đĩa"};
                                       },
                                       []() -> Result<void> { return {}; }, [] { return false; }};
  char byte = 0;
  PatientSource slow(std::make_unique<SlowSource>(3), waiting);
  const auto got = slow.read(&byte, 1);
  REQUIRE_FALSE(got);
  CHECK(got.error().code == ErrorCode::io);
}
