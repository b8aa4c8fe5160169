// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "timeline/output_file.h"
#include "timeline/timeline.h"

namespace loa::timeline {
namespace {

constexpr int kVersion = 1;

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_json(const Clause& clause) {
  Json words = Json::array();
  for (std::size_t i = 0; i < clause.words.size(); ++i) {
    const Word& word = clause.words[i];
    const Span written{clause.word_offsets[i], clause.word_ends[i]};
    words.push_back({{"written", written.of(clause.written)},
                     {"spoken", word.spoken},
                     {"file_begin", word.file.begin},
                     {"file_end", word.file.end},
                     {"begin", word.begin},
                     {"end", word.end}});
  }
  return {
      {"kind", clause.block_kind},           {"file", clause.file},           {"line", clause.line},
      {"written", clause.written},           {"begin", clause.begin},         {"end", clause.end},
      {"sentence_end", clause.sentence_end}, {"block_end", clause.block_end}, {"words", std::move(words)}};
}

class JsonWriter : public TimelineWriter {
 public:
  JsonWriter(OutputFile file, int sample_rate, const std::string& title) : file_(std::move(file)) {
    const Json head = {{"version", kVersion}, {"title", title}, {"sample_rate", sample_rate}};
    head_ = dump(head);
    head_.back() = ',';  // the object stays open until complete()
    head_ += "\"clauses\":[";
  }

  Result<void> add(const Clause& clause) override {
    LOA_TRY(file_.write(head_.empty() ? ",\n" : head_ + "\n"));
    head_.clear();
    LOA_TRY(file_.write(dump(to_json(clause))));
    return file_.flush();
  }

  Result<void> complete(Frames total) override {
    LOA_TRY(file_.write(head_));
    LOA_TRY(file_.write(fmt::format("\n],\"frames\":{}}}\n", total)));
    return file_.complete();
  }

  Result<void> finish() override { return file_.commit(); }

 private:
  OutputFile file_;
  std::string head_;  ///< not yet written
};

}  // namespace

Result<std::unique_ptr<TimelineWriter>> json_writer(const std::string& path, int sample_rate,
                                                    const std::string& title, const FileOptions& options) {
  LOA_TRY_ASSIGN(auto file, OutputFile::create(path, options));
  return std::unique_ptr<TimelineWriter>(std::make_unique<JsonWriter>(std::move(file), sample_rate, title));
}

}  // namespace loa::timeline
