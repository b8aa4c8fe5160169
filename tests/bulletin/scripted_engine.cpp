// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_engine.h"

#include <algorithm>
#include <deque>

namespace scripted {
Script script;
}  // namespace scripted

namespace loa::speech {

struct Engine::Impl {
  std::deque<Unit> units;
  std::string version, path;
  std::size_t answered = 0;
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::start(const std::string&) { return Engine(std::make_unique<Impl>()); }
void Engine::prepare(const VoiceSettings&) {}
void Engine::discard() { impl_->units.clear(); }
Result<void> Engine::configure(const VoiceSettings&) { return {}; }
Result<void> Engine::submit(Unit unit) {
  scripted::script.units.push_back(unit);
  impl_->units.push_back(std::move(unit));
  scripted::script.most_in_flight = std::max(scripted::script.most_in_flight, impl_->units.size());
  return {};
}
std::size_t Engine::in_flight() const { return impl_->units.size(); }
void Engine::set_jobs(unsigned) {}
void Engine::cancel() noexcept {}
int Engine::sample_rate() const { return scripted::kRate; }
const std::string& Engine::engine_version() const { return impl_->version; }
const std::string& Engine::engine_data_path() const { return impl_->path; }

// A whole unit at once: every word kWordFrames of ones, every pause as many zeros.
void Engine::give_back(Audio) {}

Result<std::optional<Audio>> Engine::receive() {
  if (impl_->units.empty()) return std::optional<Audio>();
  if (scripted::script.vanish && impl_->answered == 1)
    return Error{ErrorCode::engine, "the speech process is gone"};
  const Unit unit = std::move(impl_->units.front());
  impl_->units.pop_front();
  ++impl_->answered;
  Audio audio;
  audio.last = true;
  for (std::uint32_t p = 0; p < unit.phrases.size(); ++p) {
    const Phrase& phrase = unit.phrases[p];
    audio.report.words_sent += phrase.words.size();
    if (!scripted::script.lose.empty() && phrase.text.find(scripted::script.lose) != std::string::npos) {
      audio.report.words_lost += phrase.words.size();
      audio.report.lost_phrases.push_back(p);
      continue;
    }
    for (std::uint32_t w = 0; w < phrase.words.size(); ++w) {
      audio.words.push_back({p, w, static_cast<Frames>(audio.samples.size())});
      audio.samples.insert(audio.samples.end(), static_cast<std::size_t>(scripted::kWordFrames), 1);
    }
    audio.samples.insert(audio.samples.end(), static_cast<std::size_t>(phrase.pause_after.count()), 0);
  }
  return std::optional<Audio>(std::move(audio));
}

}  // namespace loa::speech
