// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/patient_source.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "loa/base/message.h"

namespace loa::bulletin {
namespace {

// A reader at the other end of a pipe does not notice the first, a waiting one
// takes no CPU with the second.
constexpr std::chrono::microseconds kShortestNap{500};
constexpr std::chrono::microseconds kLongestNap{20'000};

// A program that writes what it has does not pause for so long; a person does not notice it.
constexpr std::chrono::microseconds kLongWait{200'000};

}  // namespace

PatientSource::PatientSource(std::unique_ptr<article::ByteSource> source, const Waiting& waiting)
    : source_(std::move(source)), waiting_(waiting) {}

Result<std::size_t> PatientSource::read(char* buffer, std::size_t size) {
  if (!source_->ready()) {
    LOA_TRY(waiting_.use_the_time());
    auto nap = kShortestNap;
    bool long_wait = false;
    for (std::chrono::microseconds waited{0}; !source_->ready(); waited += nap) {
      if (waiting_.cancelled()) return Error{ErrorCode::interrupted, tr("interrupted")};
      if (!long_wait && waited >= kLongWait) {
        long_wait = true;
        LOA_TRY(waiting_.hold_nothing_back());
      }
      std::this_thread::sleep_for(nap);
      nap = std::min(nap * 2, kLongestNap);
    }
  }
  if (waiting_.cancelled()) return Error{ErrorCode::interrupted, tr("interrupted")};
  return source_->read(buffer, size);
}

bool PatientSource::ready() const { return source_->ready(); }

const std::string& PatientSource::name() const { return source_->name(); }

}  // namespace loa::bulletin
