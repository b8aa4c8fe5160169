// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "article/article.h"
#include "audio/sink.h"
#include "loa/base/diagnostics.h"
#include "loa/base/result.h"
#include "loa/normalizer/dictionary.h"
#include "loa/normalizer/normalizer.h"
#include "speech/engine.h"
#include "speech/voice_profile.h"
#include "timeline/timeline.h"

namespace loa::bulletin {

using audio::Frames;

/// What is read: articles in order, each from its source.
struct Item {
  std::unique_ptr<article::ByteSource> source;
  normalizer::Dictionary dictionary = {};  ///< the user's readings that hold for it
};

struct ProgrammeOptions {
  speech::VoiceProfile voice;  ///< with the user's overrides applied
  article::TextOptions text;
  bool captions_too = false;    ///< read sure captions as well
  bool announce_byline = true;  ///< "Bài của Lê Thọ" rather than the bare name
  unsigned jobs = 1;
  int output_rate = 0;        ///< sample rate of the sink and the timeline; 0: the engine's
  bool keep_partial = false;  ///< a render with lost words is finished all the same
  bool stop_on_loss = true;   ///< render: give up at the first lost phrase; read: go on
};

/// Where the voice is, for a progress line. Called from the thread of run().
struct Progress {
  std::size_t item = 0, items = 0;
  std::size_t sentences_done = 0;
  std::uint64_t bytes_done = 0;   ///< of the file now read
  std::uint64_t bytes_total = 0;  ///< 0: unknown (standard input)
  Frames frames_done = 0;         ///< of output audio made so far
  std::string_view sentence;      ///< the article's own words
};

/// What a run ends with.
struct Summary {
  Frames frames = 0;  ///< at the output rate
  int sample_rate = 0;
  std::size_t words = 0, sentences = 0;
  std::size_t words_lost = 0, words_interpolated = 0, gated = 0, retries = 0;
  std::size_t captions_skipped = 0, links_skipped = 0;
  std::string title, date;  ///< of the first article, for metadata; may be empty
};

/// The pipeline: articles → sentences → spoken text → units → audio → sink, with
/// the timeline beside it. Memory does not grow with the article.
class Programme {
 public:
  /// `engine` must be started; it is configured here. Both outlive the object.
  Programme(speech::Engine& engine, ProgrammeOptions options, Diagnostics& diagnostics);
  ~Programme();

  /// Title and date of the first item as far as they are known before speaking,
  /// read ahead by at most 64 KiB; for the file's metadata. Takes the items over.
  Result<void> open(std::vector<Item> items);
  [[nodiscard]] const std::string& title() const;
  [[nodiscard]] const std::string& date() const;

  void on_progress(std::function<void(const Progress&)> listener);
  void add_timeline(timeline::TimelineWriter* writer);  ///< not owned

  /// Reads everything into `sink` (begin … finish), which gets audio at the
  /// engine's rate; what brings it to `output_rate` is the caller's. Words that
  /// could not be spoken are told to the diagnostics (id "words-lost") with their
  /// place and text. They end the run unless stop_on_loss is false or keep_partial
  /// is set; then they are counted in the summary. Errors: bad_data when there is
  /// nothing to say; engine when words were lost; whatever the source, the sink
  /// or a timeline reports; interrupted after cancel(). After an error the sink
  /// is discarded.
  Result<Summary> run(audio::AudioSink& sink);

  /// How long it will be, by speaking it all into nothing at full speed; the
  /// timelines are left alone.
  Result<Summary> measure();

  /// Makes run() return `interrupted` soon; a sink that blocks must be cancelled
  /// beside it. Async-signal-safe, any thread. There is no way back.
  void cancel() noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace loa::bulletin
