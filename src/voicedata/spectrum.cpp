// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/spectrum.h"

#include <algorithm>
#include <cmath>

#include "loa/base/message.h"

namespace loa::voicedata {
namespace {

// A sequence of frames: length (2 bytes), number of frames, flags; then the frames, which
// have 64 bytes when they have the parameters of the Klatt synthesiser too, else 44.
constexpr std::size_t kHead = 4, kFrame = 64, kShortFrame = 44;
constexpr std::uint8_t kKlatt = 0x01, kVowelCentre = 0x02, kKeepLength = 0x04;
// Places within a frame.
constexpr std::size_t kFormants = 2, kLength = 16, kLevel = 17, kHeights = 18, kLeft = 26, kRight = 32;
constexpr std::size_t kPeaks = 8, kFrequencies = 7, kLefts = 6, kRights = 3;
// Of our own spectra: the peak below F1 and the one above F5, and the widths of all.
// Frames at the beginning of a glide whose length a faster speech shortens less.
constexpr std::size_t kKept = 2;
constexpr int kLowPeak = 180, kHighPeak = 6900;
constexpr int kWidths[kLefts] = {600, 500, 500, 500, 480, 480};

/// Energy of a frame at a pitch of 90 Hz, in units of our own: only the ratio of two counts.
/// The engine's peaks are bells on a low, wide foot; their sum is squared to an amplitude.
double energy(std::span<const std::uint8_t> frame) {
  constexpr double kPitch = 90;
  double sum = 0;
  for (int harmonic = 1; harmonic * kPitch < 8000; ++harmonic) {
    const double f = harmonic * kPitch;
    double height = 0;
    for (std::size_t peak = 0; peak < kLefts; ++peak) {
      const double centre = frame[kFormants + 2 * peak] + 256.0 * frame[kFormants + 2 * peak + 1];
      const double left = 4.0 * frame[kLeft + peak];
      const double width = f < centre || peak >= kRights ? left : 4.0 * frame[kRight + peak];
      const double x = std::abs(f - centre) / std::max(width, 1.0);
      if (x < 1) height += frame[kHeights + peak] * (0.85 * std::exp(-x * x / 0.09) + 0.15 * (1 - x));
    }
    sum += std::pow(height, 4);
  }
  return std::sqrt(sum);
}

// The engine's level of a frame of this energy: fitted to the spectra of eSpeak NG 1.51.
constexpr double kLevelOfEnergy = 0.0063;

void set_formant(std::span<std::uint8_t> frame, std::size_t formant, int hertz) {
  frame[kFormants + 2 * formant] = static_cast<std::uint8_t>(hertz & 0xFF);
  frame[kFormants + 2 * formant + 1] = static_cast<std::uint8_t>(hertz >> 8);
}

void set_level(std::span<std::uint8_t> frame, double level) {
  frame[kLevel] = static_cast<std::uint8_t>(std::clamp(std::lround(level), 1L, 255L));
}

Result<std::vector<std::uint8_t>> moved(const SpectrumFact& fact, std::span<const std::uint8_t> installed) {
  const std::size_t count = installed.size() < kHead + 2 ? 0 : installed[2];
  const std::size_t size = count > 0 && (installed[kHead] & kKlatt) != 0 ? kFrame : kShortFrame;
  if (count == 0 || installed.size() < kHead + count * size)
    return Error{ErrorCode::bad_data, trf("the data of eSpeak NG has an unknown shape: {}", fact.from)};
  std::vector<std::uint8_t> bytes(installed.begin(),
                                  installed.begin() + static_cast<std::ptrdiff_t>(kHead + count * size));
  for (const FrameFact& row : fact.frames) {
    const auto last = row.last == 0 ? count : static_cast<std::size_t>(row.last);
    if (static_cast<std::size_t>(row.first) > count || last > count)
      return Error{ErrorCode::config, trf("{} has only {} frames", fact.from, count)}.at(row.place);
    for (auto i = static_cast<std::size_t>(row.first) - 1; i < last; ++i) {
      const std::span<std::uint8_t> frame = std::span(bytes).subspan(kHead + i * size, size);
      const double before = energy(frame);
      for (std::size_t f = 0; f < row.formants.size(); ++f) set_formant(frame, f + 1, row.formants[f]);
      set_level(frame, frame[kLevel] * energy(frame) / std::max(before, 1e-9));
    }
  }
  return bytes;
}

std::vector<std::uint8_t> own(const SpectrumFact& fact) {
  const std::size_t count = fact.frames.size();
  std::vector<std::uint8_t> bytes(kHead + count * kFrame);
  int length = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const FrameFact& row = fact.frames[i];
    const std::span<std::uint8_t> frame = std::span(bytes).subspan(kHead + i * kFrame, kFrame);
    const bool last = i + 1 == count;
    frame[0] = kKlatt;
    if (fact.from == "glide" && i < kKept) frame[0] |= kKeepLength;
    if (fact.from == "vowel" && i == 1) frame[0] |= kVowelCentre;
    set_formant(frame, 0, kLowPeak);
    for (std::size_t f = 0; f < row.formants.size(); ++f) set_formant(frame, f + 1, row.formants[f]);
    set_formant(frame, kFrequencies - 1, kHighPeak);
    if (!last) frame[kLength] = static_cast<std::uint8_t>(row.milliseconds);
    if (!last) length += row.milliseconds;
    for (std::size_t p = 0; p < kPeaks; ++p) frame[kHeights + p] = static_cast<std::uint8_t>(row.heights[p]);
    for (std::size_t p = 0; p < kLefts; ++p) {
      const int width = p > 0 && p <= row.widths.size() ? row.widths[p - 1] : kWidths[p];
      frame[kLeft + p] = static_cast<std::uint8_t>(width / 4);
      if (p < kRights) frame[kRight + p] = static_cast<std::uint8_t>(width / 4);
    }
    set_level(frame, kLevelOfEnergy * energy(frame));
  }
  bytes[0] = static_cast<std::uint8_t>(length & 0xFF);
  bytes[1] = static_cast<std::uint8_t>(length >> 8);
  bytes[2] = static_cast<std::uint8_t>(count);
  return bytes;
}

}  // namespace

Result<std::vector<std::uint8_t>> make_spectrum(const SpectrumFact& fact,
                                                std::span<const std::uint8_t> installed) {
  if (fact.from == "vowel" || fact.from == "glide") return own(fact);
  return moved(fact, installed);
}

}  // namespace loa::voicedata
