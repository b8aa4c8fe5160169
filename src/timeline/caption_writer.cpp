// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include "loa/base/message.h"
#include "timeline/cues.h"
#include "timeline/output_file.h"
#include "timeline/timeline.h"

namespace loa::timeline {
namespace {

enum class CaptionFormat : unsigned char { vtt, srt };

std::string clock(std::chrono::milliseconds time, char decimal_mark) {
  const auto ms = time.count();
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                     decimal_mark, ms % 1000);
}

// WebVTT cue text is markup; SRT has no way to escape, and is shown as it stands.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

class CaptionWriter : public TimelineWriter {
 public:
  CaptionWriter(OutputFile file, int sample_rate, CaptionFormat format)
      : file_(std::move(file)), cutter_(sample_rate), format_(format) {}

  Result<void> add(const Clause& clause) override {
    cutter_.add(clause, cues_);
    return write_cues();
  }

  Result<void> complete(Frames total) override {
    cutter_.finish(total, cues_);
    LOA_TRY(write_cues());
    LOA_TRY(write_head());  // a file without cues is still one
    return file_.complete();
  }

  Result<void> finish() override { return file_.commit(); }

 private:
  Result<void> write_head() {
    if (headed_ || format_ != CaptionFormat::vtt) return {};
    headed_ = true;
    return file_.write("WEBVTT\n\n");
  }

  Result<void> write_cues() {
    if (cues_.empty()) return {};
    LOA_TRY(write_head());
    const char decimal_mark = format_ == CaptionFormat::vtt ? '.' : ',';
    for (const Cue& cue : cues_) {
      std::string block = fmt::format("{}\n{} --> {}\n", ++number_, clock(cue.begin, decimal_mark),
                                      clock(cue.end, decimal_mark));
      for (const std::string& line : cue.lines)
        block += (format_ == CaptionFormat::vtt ? escaped(line) : line) + "\n";
      LOA_TRY(file_.write(block + "\n"));
    }
    cues_.clear();
    return file_.flush();
  }

  OutputFile file_;
  CueCutter cutter_;
  CaptionFormat format_;
  std::vector<Cue> cues_;
  std::size_t number_ = 0;
  bool headed_ = false;
};

}  // namespace

Result<std::unique_ptr<TimelineWriter>> caption_writer(const std::string& path, int sample_rate,
                                                       const FileOptions& options) {
  std::string extension = std::filesystem::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (extension != ".vtt" && extension != ".srt")
    return Error{ErrorCode::usage, trf("captions are written as .vtt or .srt"), {path}};
  LOA_TRY_ASSIGN(auto file, OutputFile::create(path, options));
  return std::unique_ptr<TimelineWriter>(std::make_unique<CaptionWriter>(
      std::move(file), sample_rate, extension == ".vtt" ? CaptionFormat::vtt : CaptionFormat::srt));
}

}  // namespace loa::timeline
