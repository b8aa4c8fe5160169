// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <thread>

#include "audio/file_sink.h"
#include "audio/resampler.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "loa/base/message.h"
#include "timeline/timeline.h"

namespace loa::cli {
namespace {

namespace fs = std::filesystem;
using audio::FileFormat;

constexpr const char* kStandardOutput = "-";

/// One file to make, of one text or of a programme of several.
struct Job {
  std::vector<Input> inputs;
  std::string target;  ///< path or "-"; empty for a dry run
  FileFormat format = FileFormat::wav;
};

Error usage(std::string message, std::string hint = {}) {
  return {ErrorCode::usage, std::move(message), {}, std::move(hint)};
}

const char* extension_of(FileFormat format) {
  switch (format) {
    case FileFormat::wav:
      return ".wav";
    case FileFormat::flac:
      return ".flac";
    case FileFormat::opus:
      return ".opus";
    case FileFormat::vorbis:
      return ".ogg";
    case FileFormat::mp3:
      return ".mp3";
    case FileFormat::raw:
      return ".raw";
  }
  return ".wav";
}

bool is_device_or_pipe(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

Result<FileFormat> format_for(const RenderOptions& options) {
  if (options.format) return *options.format;
  if (options.output == kStandardOutput) return FileFormat::wav;
  if (const auto format = audio::format_of_path(options.output)) return *format;
  if (is_device_or_pipe(options.output)) return FileFormat::wav;
  return usage(trf("{}: no format goes by this name", options.output),
               tr("end the name in .wav, .flac, .opus, .ogg, .mp3 or .raw, or give --format"));
}

/// With --output-dir: a file for each text, named after it.
Result<std::vector<Job>> jobs_of_folder(const std::vector<Input>& inputs, const RenderOptions& options) {
  if (!options.timeline.empty() || !options.captions.empty())
    return usage(tr("--timeline and --captions name one file, --output-dir makes many"));
  const FileFormat format = options.format.value_or(FileFormat::wav);
  std::vector<Job> jobs;
  std::map<std::string, std::string> owner;  // target → text
  for (const Input& input : inputs) {
    if (input.is_text || input.path == "-")
      return usage(tr("--output-dir names its files after the texts: a text without a file has no name"));
    const fs::path target =
        fs::path(options.output_dir) / (fs::path(input.path).stem().string() + extension_of(format));
    const auto [other, is_new] = owner.emplace(target.string(), input.path);
    if (!is_new)
      return usage(trf("{} and {} would both become {}", other->second, input.path, target.string()),
                   tr("rename one of them, or render them into different folders"));
    jobs.push_back({{input}, target.string(), format});
  }
  std::error_code error;
  fs::create_directories(options.output_dir, error);
  if (error)
    return Error{ErrorCode::cannot_create,
                 trf("cannot make the folder: {}", system_message(error.value())),
                 {options.output_dir, 0, 0}};
  return jobs;
}

Result<std::vector<Job>> plan(std::vector<Input> inputs, const RenderOptions& options) {
  std::vector<Job> jobs;
  if (!options.output_dir.empty()) {
    LOA_TRY_ASSIGN(jobs, jobs_of_folder(inputs, options));
  } else if (options.output.empty()) {
    jobs.push_back({std::move(inputs), "", FileFormat::wav});
  } else {
    LOA_TRY_ASSIGN(const FileFormat format, format_for(options));
    jobs.push_back({std::move(inputs), options.output, format});
  }

  if (options.output == kStandardOutput && ::isatty(STDOUT_FILENO) == 1)
    return usage(tr("sound is not written to a terminal"),
                 tr("send it on, as in: loa render … -o - | aplay"));
  // Nobody wants the article replaced by its sound.
  for (const Job& job : jobs)
    for (const std::string& target : {job.target, options.timeline, options.captions})
      for (const Input& input : job.inputs)
        if (is_same_file(target, input.path))
          return usage(trf("{} would be written over the text that is read", target));
  const std::string* const targets[] = {&options.output, &options.timeline, &options.captions};
  for (const auto* one : targets)
    for (const auto* other : targets)
      if (one < other && !one->empty() && (*one == *other || is_same_file(*one, *other)) &&
          !is_device_or_pipe(*one))
        return usage(trf("{} is to be written twice", *one));
  return jobs;
}

class Renderer {
 public:
  Renderer(Session& session, speech::Engine& engine, bulletin::ProgrammeOptions options)
      : session_(session), engine_(engine), options_(std::move(options)) {}

  Result<void> run(const Job& job);

 private:
  /// Set by a signal: a write that waits for the reader of a pipe gives up.
  struct StopFlag {
    std::atomic<bool> set{false};
    void cancel() noexcept { set = true; }
  };

  Result<void> choose_rate(const Job& job);
  Result<void> add_timelines(bulletin::Programme& programme);
  [[nodiscard]] std::unique_ptr<audio::AudioSink> sink_for(const Job& job,
                                                           const bulletin::Programme& programme) const;
  Result<void> say_length(const bulletin::Summary& summary) const;
  void say_done(const Job& job, const bulletin::Summary& summary) const;

  Session& session_;
  speech::Engine& engine_;
  bulletin::ProgrammeOptions options_;
  StopFlag stopped_;
  std::vector<std::unique_ptr<timeline::TimelineWriter>> writers_;
};

Result<void> Renderer::run(const Job& job) {
  LOA_TRY(choose_rate(job));
  bulletin::Programme programme(engine_, options_, session_.console.diagnostics());
  const OnStop stop(programme);
  const OnStop stop_writing(stopped_);
  LOA_TRY_ASSIGN(auto items, open_items(job.inputs, session_));
  LOA_TRY(programme.open(std::move(items)));

  Result<bulletin::Summary> summary = Error{};
  {
    ProgressLine progress(session_.console, ProgressLine::Work::rendering);
    programme.on_progress([&](const bulletin::Progress& now) {
      progress.show(now, options_.output_rate > 0 ? options_.output_rate : engine_.sample_rate());
    });
    if (job.target.empty()) {
      summary = programme.measure();
    } else {
      LOA_TRY(add_timelines(programme));
      const auto sink = sink_for(job, programme);
      summary = programme.run(*sink);
      writers_.clear();
    }
  }
  if (!summary) return std::move(summary.error());
  if (job.target.empty())
    LOA_TRY(say_length(*summary));
  else
    say_done(job, *summary);
  say_left_out(session_.console, *summary);
  return nothing_lost(*summary);
}

// Timelines and captions count the frames of the file, which holds some rates only.
Result<void> Renderer::choose_rate(const Job& job) {
  const int asked = session_.settings.sample_rate.value_or(0);
  options_.output_rate = asked;
  const bool takes_any_rate =
      job.format == FileFormat::wav || job.format == FileFormat::raw || job.format == FileFormat::flac;
  if (job.target.empty() || takes_any_rate) return {};
  LOA_TRY(engine_.configure(options_.voice.settings));  // then it knows its sample rate
  const int rate = audio::storable_rate(job.format, asked > 0 ? asked : engine_.sample_rate());
  options_.output_rate = rate == engine_.sample_rate() ? 0 : rate;
  return {};
}

Result<void> Renderer::add_timelines(bulletin::Programme& programme) {
  const RenderOptions& render = session_.line.render;
  if (render.timeline.empty() && render.captions.empty()) return {};
  LOA_TRY(engine_.configure(options_.voice.settings));  // then it knows its sample rate
  const int rate = options_.output_rate > 0 ? options_.output_rate : engine_.sample_rate();
  const timeline::FileOptions file{render.no_clobber, &stopped_.set};
  if (!render.timeline.empty()) {
    LOA_TRY_ASSIGN(auto writer, timeline::json_writer(render.timeline, rate, programme.title(), file));
    writers_.push_back(std::move(writer));
  }
  if (!render.captions.empty()) {
    LOA_TRY_ASSIGN(auto writer, timeline::caption_writer(render.captions, rate, file));
    writers_.push_back(std::move(writer));
  }
  for (const auto& writer : writers_) programme.add_timeline(writer.get());
  return {};
}

std::unique_ptr<audio::AudioSink> Renderer::sink_for(const Job& job,
                                                     const bulletin::Programme& programme) const {
  audio::FileOptions file;
  file.format = job.format;
  file.no_clobber = session_.line.render.no_clobber;
  file.cancelled = &stopped_.set;
  file.metadata.title = programme.title();
  file.metadata.date = programme.date();
  file.metadata.software = "Loa " LOA_VERSION;
  auto sink = job.target == kStandardOutput ? audio::stream_sink(STDOUT_FILENO, std::move(file))
                                            : audio::file_sink(job.target, std::move(file));
  if (options_.output_rate > 0) sink = audio::resampling_sink(std::move(sink), options_.output_rate);
  return sink;
}

Result<void> Renderer::say_length(const bulletin::Summary& summary) const {
  Output out;
  LOA_TRY(out.write(trf("{}, words: {}, sentences: {}", duration(summary.frames, summary.sample_rate),
                        summary.words, summary.sentences) +
                    "\n"));
  return out.finish();
}

void Renderer::say_done(const Job& job, const bulletin::Summary& summary) const {
  const std::string name = job.target == kStandardOutput ? tr("standard output") : job.target;
  session_.console.say(trf("{}: {}, words: {}, sentences: {}", name,
                           duration(summary.frames, summary.sample_rate), summary.words, summary.sentences));
}

}  // namespace

Result<void> run_render(Session& session) {
  const RenderOptions& render = session.line.render;
  LOA_TRY_ASSIGN(auto options, programme_options(session));
  LOA_TRY_ASSIGN(auto inputs, find_inputs(session.line.input));
  LOA_TRY_ASSIGN(const auto jobs, plan(std::move(inputs), render));
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  options.jobs = session.settings.jobs ? static_cast<unsigned>(*session.settings.jobs) : cores;
  options.keep_partial = render.keep_partial;
  LOA_TRY_ASSIGN(speech::Engine * engine, engine_of(session));

  Renderer renderer(session, *engine, std::move(options));
  if (jobs.size() == 1) return renderer.run(jobs.front());
  // A bad text among many does not keep the others from being made.
  Result<void> first_failure;
  for (const Job& job : jobs) {
    Result<void> done = renderer.run(job);
    if (done) continue;
    if (stop_requested()) return done;
    if (done.error().place.file.empty()) done.error().place.file = job.inputs.front().path;
    session.console.error(done.error());
    // Said already: what is left of it is the exit status.
    if (first_failure) first_failure = Error{done.error().code, ""};
  }
  return first_failure;
}

}  // namespace loa::cli
