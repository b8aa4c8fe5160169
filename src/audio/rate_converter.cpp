// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/rate_converter.h"

#include <soxr.h>

#include <algorithm>
#include <utility>

#include "audio/resampler.h"
#include "loa/base/message.h"

namespace loa::audio {
namespace {

struct SoxrDeleter {
  void operator()(struct soxr* s) const { soxr_delete(s); }
};

constexpr std::size_t kBlock = 4096;

}  // namespace

struct RateConverter::Impl {
  int from = 0, to = 0;
  std::unique_ptr<struct soxr, SoxrDeleter> engine;  // null: equal rates
  Frames taken = 0, given = 0;

  Result<void> run(const std::int16_t* in, std::size_t frames, std::vector<std::int16_t>& out) {
    std::size_t done = 0;
    for (;;) {
      const std::size_t begin = out.size();
      out.resize(begin + kBlock);
      std::size_t used = 0, made = 0;
      const soxr_error_t error = soxr_process(engine.get(), in == nullptr ? nullptr : in + done,
                                              frames - done, &used, out.data() + begin, kBlock, &made);
      out.resize(begin + made);
      if (error != nullptr) return Error{ErrorCode::internal, trf("cannot resample: {}", error)};
      done += used;
      given += static_cast<Frames>(made);
      if (made < kBlock && done == frames) return {};
    }
  }
};

RateConverter::RateConverter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RateConverter::RateConverter(RateConverter&&) noexcept = default;
RateConverter& RateConverter::operator=(RateConverter&&) noexcept = default;
RateConverter::~RateConverter() = default;

Result<RateConverter> RateConverter::create(int from, int to) {
  if (from <= 0 || to <= 0) return Error{ErrorCode::usage, tr("a sample rate must be above zero")};
  auto impl = std::make_unique<Impl>();
  impl->from = from;
  impl->to = to;
  if (from != to) {
    // libsoxr seeds its dither with the time of day; without it every run gives the same samples.
    soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_INT16_I);
    io.flags |= SOXR_NO_DITHER;
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    const soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    soxr_error_t error = nullptr;
    impl->engine.reset(soxr_create(from, to, 1, &error, &io, &quality, &runtime));
    if (error != nullptr || impl->engine == nullptr)
      return Error{ErrorCode::usage, trf("cannot resample from {} to {} Hz: {}", from, to,
                                         error != nullptr ? error : tr("not supported"))};
  }
  return RateConverter(std::move(impl));
}

Result<void> RateConverter::convert(std::span<const std::int16_t> in, std::vector<std::int16_t>& out) {
  impl_->taken += static_cast<Frames>(in.size());
  if (impl_->engine == nullptr) {
    out.insert(out.end(), in.begin(), in.end());
    impl_->given = impl_->taken;
    return {};
  }
  if (in.empty()) return {};
  return impl_->run(in.data(), in.size(), out);
}

Result<void> RateConverter::flush(std::vector<std::int16_t>& out) {
  if (impl_->engine == nullptr) return {};
  if (impl_->taken > 0) LOA_TRY(impl_->run(nullptr, 0, out));
  // libsoxr rounds the length in floating point; ours is exact, so that the frames of a
  // timeline computed beforehand are those of the file.
  const Frames wanted = resampled_frames(impl_->taken, impl_->from, impl_->to);
  const Frames surplus = std::min(impl_->given - wanted, static_cast<Frames>(out.size()));
  if (surplus > 0) out.resize(out.size() - static_cast<std::size_t>(surplus));
  if (surplus < 0) out.resize(out.size() + static_cast<std::size_t>(-surplus));
  impl_->given = wanted;
  return {};
}

}  // namespace loa::audio
