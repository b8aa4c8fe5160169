// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/normalizer/stream.h"

#include <algorithm>

#include "loa/base/utf8.h"

namespace loa::normalizer {

void Stream::push(std::string_view bytes) {
  buffer_.erase(0, at_);
  passed_ += at_;
  searched_ -= std::min(searched_, at_);
  at_ = 0;
  written_ = {};
  ended_ = false;
  buffer_ += bytes;
}

// Reads `size` bytes and passes over the `skip` behind them.
void Stream::read(std::size_t size, std::size_t skip) {
  written_ = std::string_view(buffer_).substr(at_, size);
  offset_ = passed_ + at_;
  at_ += size + skip;
  searched_ = std::max(searched_, at_);
  normalizer_.normalize(written_, &memory_, spoken_, options_);
}

bool Stream::next() {
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  const std::size_t found = buffer_.find('\n', std::max(searched_, at_));
  const bool whole = found != std::string::npos;
  const std::size_t size = whole ? found - at_ : rest.size();
  searched_ = whole ? found : buffer_.size();
  if (size > kLongestLine) {
    std::size_t cut = rest.rfind(' ', kLongestLine);
    if (cut == std::string_view::npos || cut == 0) cut = utf8::floor_boundary(rest, kLongestLine);
    if (cut == 0) cut = kLongestLine;
    continues_ = true;
    read(cut, 0);
    return true;
  }
  if (!whole && (!ended_ || rest.empty())) return false;
  continues_ = false;
  const bool carriage_return = whole && size > 0 && rest[size - 1] == '\r';
  read(carriage_return ? size - 1 : size, whole ? (carriage_return ? 2U : 1U) : 0U);
  return true;
}

}  // namespace loa::normalizer
