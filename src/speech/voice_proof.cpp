// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice_proof.h"

#include <sys/wait.h>

#include <algorithm>
#include <cmath>

#include "loa/base/message.h"
#include "speech/espeak.h"
#include "speech/process.h"
#include "speech/wire.h"

namespace loa::speech {
namespace {
using voicedata::ToneFact;

// How a child ends, beside a crash.
constexpr int kRight = 0, kUnknownVersion = 2, kWrongVoice = 3, kWrongTones = 4, kNoData = 5;
constexpr unsigned kSeconds = 120;  // it takes a third of one, and much longer on a busy machine

// The compiled formats that the builder knows.
bool is_known(const std::string& version) {
  return version == "1.51" || version.starts_with("1.51.") || version == "1.52" ||
         version.starts_with("1.52.");
}

// The part of a syllable that is compared: behind the onset, before the last fading.
constexpr double kFrom = 0.7, kTo = 0.95;
// Tones that lie closer than this, in the units of the facts, may come out either way.
constexpr double kApart = 25;

double expected_end(const ToneFact& tone) {
  double sum = 0;
  int count = 0;
  for (int time = static_cast<int>(100 * kFrom); time <= static_cast<int>(100 * kTo); ++time, ++count)
    for (std::size_t i = 1; i < tone.pitch.size(); ++i) {
      const auto [t0, h0] = tone.pitch[i - 1];
      const auto [t1, h1] = tone.pitch[i];
      if (time < t0 || time >= t1) continue;
      sum += h0 + static_cast<double>((h1 - h0) * (time - t0)) / (t1 - t0);
    }
  return tone.low + (tone.high - tone.low) * sum / count / 100;
}

double measured_end(std::span<const std::int16_t> samples, int rate) {
  const std::vector<double> track = pitch_track(samples, rate);
  const auto voiced = [](double f0) { return f0 > 0; };
  const auto first = std::find_if(track.begin(), track.end(), voiced);
  const auto last = std::find_if(track.rbegin(), track.rend(), voiced).base();
  if (first >= last) return 0;
  const auto size = static_cast<double>(last - first);
  std::vector<double> end;
  for (auto i = static_cast<std::ptrdiff_t>(size * kFrom); i < static_cast<std::ptrdiff_t>(size * kTo); ++i)
    if (const double f0 = *(first + i); f0 > 0) end.push_back(f0);
  if (end.empty()) return 0;
  // The middle one: at a break of the voice single frames are an octave off.
  std::nth_element(end.begin(), end.begin() + static_cast<std::ptrdiff_t>(end.size() / 2), end.end());
  return end[end.size() / 2];
}

/// Runs in the child.
int prove(const std::filesystem::path& folder, const voicedata::Facts& facts,
          const std::vector<ProofVoice>& voices, wire::Reply& reply) {
  reply = espeak::start(folder.string());
  if (reply.status != wire::Status::ok) return kNoData;
  if (!is_known(reply.version)) return kUnknownVersion;
  static constexpr const char* kSyllables[] = {"ma", "mà", "má", "mả", "mã", "mạ"};
  for (const ProofVoice& voice : voices) {
    VoiceSettings settings;
    settings.rate_wpm = 140;
    // With the highest speaker, as it is heard: at the pitch of the shipped voices steep tones are too low
    // and too fast to be measured.
    settings.voice = facts.speakers.empty() ? voice.name : voice.name + "+" + facts.speakers.back().first;
    if (espeak::set_voice(settings, reply.subject) != wire::Status::ok) return kWrongVoice;
    reply.subject = voice.name;
    std::vector<std::pair<double, double>> ends;  // expected, measured
    for (std::size_t i = 0; i < std::size(kSyllables); ++i) {
      std::vector<std::int16_t> samples;
      const bool spoken = espeak::speak(kSyllables[i], [&](auto piece, auto) {
        samples.insert(samples.end(), piece.begin(), piece.end());
      });
      if (!spoken || samples.empty()) return kWrongVoice;
      // Alone a syllable is the end of a clause, where ngang has a form of its own.
      const std::string phoneme = i == 0 ? "7" : std::to_string(i + 1);
      for (const ToneFact& tone : facts.tones)
        if (tone.region == voice.region && tone.phoneme == phoneme)
          ends.emplace_back(expected_end(tone), measured_end(samples, reply.sample_rate));
    }
    if (ends.size() != std::size(kSyllables)) return kWrongTones;
    for (const auto& [expected, measured] : ends) {
      if (measured == 0) return kWrongTones;
      for (const auto& [lower, lower_measured] : ends)
        if (expected > lower + kApart && measured <= lower_measured) return kWrongTones;
    }
  }
  return kRight;
}

}  // namespace

std::vector<double> pitch_track(std::span<const std::int16_t> samples, int sample_rate) {
  const auto rate = static_cast<std::size_t>(sample_rate);
  const std::size_t window = rate * 25 / 1000, hop = rate / 100, shortest = rate / 400, longest = rate / 60;
  double loudest = 0;
  const auto energy = [&](std::size_t at) {
    double sum = 0;
    for (std::size_t i = 0; i < window; ++i) sum += static_cast<double>(samples[at + i]) * samples[at + i];
    return sum;
  };
  for (std::size_t at = 0; at + window <= samples.size(); at += hop) loudest = std::max(loudest, energy(at));
  std::vector<double> track;
  for (std::size_t at = 0; at + window + longest <= samples.size(); at += hop) {
    const double here = energy(at);
    track.push_back(0);
    if (here < loudest / 400 || here == 0) continue;
    std::vector<double> likeness(longest + 1, 0);
    double best = 0;
    for (std::size_t lag = shortest; lag <= longest; ++lag) {
      double sum = 0;
      for (std::size_t i = 0; i < window; ++i)
        sum += static_cast<double>(samples[at + i]) * samples[at + i + lag];
      likeness[lag] = sum / std::sqrt(here * std::max(energy(at + lag), 1.0));
      best = std::max(best, likeness[lag]);
    }
    if (best < 0.5) continue;
    // The shortest period that is nearly as good as the best: not a multiple of it.
    for (std::size_t lag = shortest + 1; lag < longest; ++lag)
      if (likeness[lag] > 0.9 * best && likeness[lag] >= likeness[lag - 1] &&
          likeness[lag] >= likeness[lag + 1]) {
        track.back() = static_cast<double>(sample_rate) / static_cast<double>(lag);
        break;
      }
  }
  return track;
}

Result<std::string> prove_voice_data(const std::filesystem::path& folder, const voicedata::Facts& facts,
                                     const std::vector<ProofVoice>& voices) {
  const auto answer = ask_child(kSeconds, [&](int socket) {
    wire::Reply reply;
    const int result = prove(folder, facts, voices, reply);
    (void)send_all(socket, wire::encode(reply));
    return result;
  });
  if (!answer) return Error{ErrorCode::no_device, tr("cannot start the speech process")};
  const auto bad = [](std::string message) { return Error{ErrorCode::bad_data, std::move(message)}; };
  if (answer->bytes.empty() || !WIFEXITED(answer->status))
    return bad(tr("the engine crashed on the data built for it"));
  wire::Reply reply = wire::decode_reply(answer->bytes);
  switch (WEXITSTATUS(answer->status)) {
    case kRight:
      return std::move(reply.version);
    case kUnknownVersion:
      return bad(trf("eSpeak NG {} is not known", reply.version));
    case kWrongTones:
      return bad(trf("the tones of the voice {} did not come out right", reply.subject));
    default:
      return bad(trf("the engine does not take the data built for it: {}", reply.subject));
  }
}

}  // namespace loa::speech
