// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/programme.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "audio/level_guard.h"
#include "audio/resampler.h"
#include "bulletin/patient_source.h"
#include "bulletin/script.h"
#include "loa/base/message.h"

namespace loa::bulletin {
namespace {

/// Takes audio and forgets it.
class NullSink : public audio::AudioSink {
 public:
  Result<void> begin(const audio::Format&) override { return {}; }
  Result<void> write(std::span<const std::int16_t>) override { return {}; }
  Result<void> finish() override { return {}; }
  void discard() noexcept override {}
};

Error interrupted() { return {ErrorCode::interrupted, tr("interrupted")}; }

std::uint64_t size_of_file(const std::string& name) {
  struct stat status = {};
  if (name.empty() || name == "-" || ::stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

struct Programme::Impl {
  Impl(speech::Engine& the_engine, ProgrammeOptions the_options, Diagnostics& the_diagnostics)
      : engine(the_engine),
        options(std::move(the_options)),
        diagnostics(the_diagnostics),
        waiting{[this] { return deliver_all(); }, [this] { return deliver_gathered(); },
                [this] { return cancelled.load(); }},
        script(options, diagnostics, waiting) {}

  speech::Engine& engine;
  const ProgrammeOptions options;
  Diagnostics& diagnostics;
  std::atomic<bool> cancelled{false};
  const PatientSource::Waiting waiting;
  Script script;
  std::function<void(const Progress&)> listener;
  std::vector<timeline::TimelineWriter*> writers;

  // Of the run that goes on.
  audio::AudioSink* sink = nullptr;
  bool with_timeline = true;
  std::deque<ScriptUnit> pending;  ///< handed to the engine, the oldest first
  Summary summary;
  Progress progress;
  std::string file_of_progress;
  Frames frames = 0;  ///< written to the sink, at the engine's rate

  // Of the oldest unit, while its pieces come.
  bool unit_begun = false;
  Frames unit_begin = 0;
  std::vector<std::size_t> first_word;  ///< of each phrase, in word_frames
  std::vector<Frames> word_frames;      ///< absolute; kUnknown: not heard of
  std::size_t next_sentence = 0;
  static constexpr Frames kUnknown = -1;

  [[nodiscard]] int output_rate() const {
    return options.output_rate > 0 ? options.output_rate : engine.sample_rate();
  }
  [[nodiscard]] Frames to_output(Frames at_engine_rate) const {
    return audio::resampled_frames(at_engine_rate, engine.sample_rate(), output_rate());
  }
  [[nodiscard]] Frames to_frames(std::chrono::milliseconds time) const {
    return time.count() * engine.sample_rate() / 1000;
  }

  Result<void> write_silence(std::chrono::milliseconds time) {
    constexpr std::size_t kChunk = 4096;
    static constexpr std::array<std::int16_t, kChunk> kZeros{};
    for (Frames left = to_frames(time); left > 0;) {
      const auto now = static_cast<std::size_t>(std::min<Frames>(left, kChunk));
      LOA_TRY(sink->write(std::span(kZeros).first(now)));
      left -= static_cast<Frames>(now);
      frames += static_cast<Frames>(now);
    }
    return {};
  }

  Result<void> begin_unit(const ScriptUnit& unit) {
    LOA_TRY(write_silence(unit.silence_before));
    unit_begun = true;
    unit_begin = frames;
    next_sentence = 0;
    first_word.clear();
    std::size_t words = 0;
    for (const timeline::Clause& clause : unit.clauses) words += clause.words.size();
    word_frames.assign(words, kUnknown);
    std::size_t at = 0;
    for (const std::size_t count : unit.words_of_phrase) {
      first_word.push_back(at);
      at += count;
    }
    return {};
  }

  // Says where the voice is, before the sink makes us wait for it.
  void tell_progress(const ScriptUnit& unit, std::uint32_t phrase) {
    for (; next_sentence < unit.sentences.size() && unit.sentences[next_sentence].phrase <= phrase;
         ++next_sentence) {
      if (!listener) continue;
      const ScriptSentence& sentence = unit.sentences[next_sentence];
      if (progress.items == 0 || unit.item != progress.item || file_of_progress != unit.place.file) {
        file_of_progress = unit.place.file;
        progress.bytes_total = size_of_file(unit.place.file);
        progress.bytes_done = 0;
      }
      progress.item = unit.item;
      progress.items = script.items();
      progress.sentences_done = summary.sentences + next_sentence;
      progress.frames_done = to_output(frames);
      progress.sentence = sentence.text;
      listener(progress);
      progress.bytes_done = std::max<std::uint64_t>(progress.bytes_done, sentence.file_end);
    }
  }

  // One piece of audio on its way from the engine to the sink.
  Result<void> deliver_piece() {
    if (cancelled) return interrupted();
    LOA_TRY_ASSIGN(auto audio, engine.receive());
    if (!audio) return Error{ErrorCode::internal, tr("the speech engine forgot a unit")};
    const ScriptUnit& unit = pending.front();
    if (!unit_begun) LOA_TRY(begin_unit(unit));
    for (const speech::WordStart& start : audio->words) {
      if (start.phrase >= first_word.size() || start.word >= unit.words_of_phrase[start.phrase]) continue;
      word_frames[first_word[start.phrase] + start.word] = unit_begin + start.frame;
      tell_progress(unit, start.phrase);
    }
    LOA_TRY(sink->write(audio->samples));
    frames += static_cast<Frames>(audio->samples.size());
    if (audio->last) LOA_TRY(end_unit(audio->report));
    engine.give_back(*std::move(audio));
    return {};
  }

  Result<void> deliver_all() {
    while (!pending.empty()) LOA_TRY(deliver_piece());
    return {};
  }

  Result<void> deliver_gathered() {
    if (auto unit = script.take_gathered()) LOA_TRY(submit(*std::move(unit)));
    return deliver_all();
  }

  Result<void> end_unit(const speech::UnitReport& report) {
    ScriptUnit unit = std::move(pending.front());
    pending.pop_front();
    unit_begun = false;
    tell_progress(unit, static_cast<std::uint32_t>(unit.words_of_phrase.size()));
    summary.words += word_frames.size();
    summary.words_lost += report.words_lost;
    summary.words_interpolated += report.words_interpolated;
    summary.gated += report.gated;
    summary.retries += report.retries;
    for (const timeline::Clause& clause : unit.clauses)
      if (clause.sentence_end) ++summary.sentences;
    if (with_timeline && !writers.empty()) {
      time_words(unit);
      for (const timeline::Clause& clause : unit.clauses)
        for (timeline::TimelineWriter* writer : writers) LOA_TRY(writer->add(clause));
    }
    if (report.words_lost > 0 || !report.lost_phrases.empty()) return tell_loss(unit);
    return {};
  }

  // Fills in when the words of the unit were heard. A word lasts until the next
  // one; the last of a phrase until the silence behind it.
  void time_words(ScriptUnit& unit) {
    std::vector<Frames> phrase_end(unit.words_of_phrase.size());
    Frames next = frames;
    for (std::size_t p = phrase_end.size(); p-- > 0;) {
      const auto begin = word_frames.begin() + static_cast<std::ptrdiff_t>(first_word[p]);
      const auto end = begin + static_cast<std::ptrdiff_t>(unit.words_of_phrase[p]);
      const auto heard = std::find_if(begin, end, [](Frames f) { return f != kUnknown; });
      phrase_end[p] = next;
      if (heard == end) continue;  // lost: of no length
      phrase_end[p] = std::max(unit_begin, next - to_frames(unit.pause_behind[p]));
      next = *heard;
    }
    std::size_t phrase = 0, word = 0;
    Frames now = unit_begin;
    for (timeline::Clause& clause : unit.clauses) {
      for (timeline::Word& mine : clause.words) {
        while (phrase + 1 < first_word.size() && word >= first_word[phrase + 1]) ++phrase;
        const bool last = word + 1 == word_frames.size() ||
                          (phrase + 1 < first_word.size() && word + 1 == first_word[phrase + 1]);
        const bool heard = word_frames[word] != kUnknown;
        const Frames begin = heard ? std::max(now, word_frames[word]) : now;
        Frames end = begin;
        if (heard)
          end = last || word_frames[word + 1] == kUnknown ? phrase_end[phrase] : word_frames[word + 1];
        end = std::max(begin, end);
        mine.begin = to_output(begin);
        mine.end = to_output(end);
        now = end;
        ++word;
      }
      if (clause.words.empty()) continue;
      clause.begin = clause.words.front().begin;
      clause.end = clause.words.back().end;
    }
  }

  Result<void> tell_loss(const ScriptUnit& unit) {
    std::string first;
    std::size_t word = 0;
    for (const timeline::Clause& clause : unit.clauses) {
      const std::size_t end = word + clause.words.size();
      const bool lost = std::find(word_frames.begin() + static_cast<std::ptrdiff_t>(word),
                                  word_frames.begin() + static_cast<std::ptrdiff_t>(end),
                                  kUnknown) != word_frames.begin() + static_cast<std::ptrdiff_t>(end);
      word = end;
      if (!lost) continue;
      const std::string text = trimmed(clause.written);
      if (first.empty()) first = text;
      diagnostics.warn("words-lost", trf("could not be spoken: {}", text), {clause.file, clause.line});
    }
    // A phrase that broke off in the midst of its last word.
    if (first.empty()) {
      first = trimmed(unit.clauses.front().written);
      diagnostics.warn("words-lost", trf("could not be spoken: {}", first), unit.place);
    }
    if (!options.stop_on_loss || options.keep_partial) return {};
    return Error{ErrorCode::engine, trf("the speech engine could not speak: {}", first), unit.place};
  }

  Result<void> submit(ScriptUnit unit) {
    for (const speech::Phrase& phrase : unit.unit.phrases) {
      unit.words_of_phrase.push_back(phrase.words.size());
      unit.pause_behind.push_back(phrase.pause_after);
    }
    LOA_TRY(engine.submit(std::move(unit.unit)));
    pending.push_back(std::move(unit));
    return {};
  }

  // How far the engine is kept ahead of the sink: far enough that no job waits
  // behind a long unit, near enough that memory stays flat.
  [[nodiscard]] bool has_room() const {
    constexpr std::size_t kSyllablesAhead = 1200;  // some 12 MB of sound
    const std::size_t jobs = std::max(1U, options.jobs);
    if (pending.size() <= jobs) return true;
    std::size_t syllables = 0;
    for (const ScriptUnit& unit : pending) syllables += unit.syllables;
    return pending.size() < 2 * (jobs + 1) && syllables < kSyllablesAhead;
  }

  // Speaks everything. What takes its time goes on side by side: the first words
  // are made ready while the voice is loaded, the sink is begun while they are
  // spoken, and they are passed on before anything else is read.
  Result<void> speak(bool& begun) {
    LOA_TRY_ASSIGN(auto unit, script.next());
    if (!unit) return nothing_to_say();
    LOA_TRY(engine.configure(options.voice.settings));
    engine.set_jobs(std::max(1U, options.jobs));
    LOA_TRY(submit(*std::move(unit)));
    LOA_TRY(sink->begin({engine.sample_rate()}));
    begun = true;
    LOA_TRY(deliver_piece());
    for (bool more = true; more || !pending.empty();) {
      if (cancelled) return interrupted();
      while (more && has_room()) {
        LOA_TRY_ASSIGN(unit, script.next());
        more = unit.has_value();
        if (more) LOA_TRY(submit(*std::move(unit)));
      }
      if (!pending.empty()) LOA_TRY(deliver_piece());
    }
    return {};
  }

  [[nodiscard]] Error nothing_to_say() const {
    Error error{ErrorCode::bad_data, tr("there is nothing to say")};
    if (script.counts().captions_skipped > 0)
      error.hint = tr("there are captions only; --captions-too reads them");
    return error;
  }

  // Brings the sound and what is written beside it on disk before any of them takes its
  // name: no file of a reading is to be had without the others.
  Result<void> complete() {
    LOA_TRY(sink->complete());
    summary.frames = to_output(frames);
    if (with_timeline)
      for (timeline::TimelineWriter* writer : writers) LOA_TRY(writer->complete(summary.frames));
    return {};
  }

  /// Everything that is to be heard goes to the sink through one level guard.
  Result<Summary> run_guarded(audio::AudioSink& the_sink) {
    const auto guard = audio::level_guard(the_sink);
    return run(*guard, true);
  }

  Result<Summary> run(audio::AudioSink& the_sink, bool timeline_too) {
    if (cancelled) return interrupted();
    engine.discard();  // what a programme that was given up has left in it
    engine.prepare(options.voice.settings);
    sink = &the_sink;
    with_timeline = timeline_too;
    pending.clear();
    summary = {};
    progress = {};
    frames = 0;
    unit_begun = false;

    bool begun = false;
    Result<void> spoken = speak(begun);
    if (spoken && cancelled) spoken = interrupted();
    if (spoken) spoken = complete();
    if (spoken) spoken = sink->finish();
    if (!spoken) {
      if (begun) sink->discard();
      return std::move(spoken).error();
    }
    if (with_timeline)
      for (timeline::TimelineWriter* writer : writers) LOA_TRY(writer->finish());
    summary.sample_rate = output_rate();
    summary.captions_skipped = script.counts().captions_skipped;
    summary.links_skipped = script.counts().links_skipped;
    summary.title = script.title();
    summary.date = script.date();
    return summary;
  }
};

Programme::Programme(speech::Engine& engine, ProgrammeOptions options, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(engine, std::move(options), diagnostics)) {}
Programme::~Programme() = default;

Result<void> Programme::open(std::vector<Item> items) {
  // The voice is loaded while the article is read.
  if (impl_->engine.in_flight() == 0) impl_->engine.prepare(impl_->options.voice.settings);
  return impl_->script.open(std::move(items));
}
const std::string& Programme::title() const { return impl_->script.title(); }
const std::string& Programme::date() const { return impl_->script.date(); }

void Programme::on_progress(std::function<void(const Progress&)> listener) {
  impl_->listener = std::move(listener);
}
void Programme::add_timeline(timeline::TimelineWriter* writer) { impl_->writers.push_back(writer); }

Result<Summary> Programme::run(audio::AudioSink& sink) { return impl_->run_guarded(sink); }

Result<Summary> Programme::measure() {
  NullSink nothing;
  return impl_->run(nothing, false);
}

void Programme::cancel() noexcept {
  impl_->cancelled = true;
  impl_->engine.cancel();
}

}  // namespace loa::bulletin
