// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/wire.h"

namespace loa::speech::wire {

std::string configure_request(const VoiceSettings& settings) {
  Writer writer;
  writer.number(Request::configure);
  writer.text(settings.voice);
  for (const int value :
       {settings.rate_wpm, settings.pitch, settings.range, settings.amplitude, settings.word_gap})
    writer.number(value);
  return writer.bytes();
}

VoiceSettings read_settings(Reader& reader) {
  VoiceSettings settings;
  settings.voice = reader.text();
  for (int* value :
       {&settings.rate_wpm, &settings.pitch, &settings.range, &settings.amplitude, &settings.word_gap})
    *value = reader.number<int>();
  return settings;
}

std::string jobs_request(unsigned jobs) {
  Writer writer;
  writer.number(Request::jobs);
  writer.number(jobs);
  return writer.bytes();
}

std::string encode(const Reply& reply) {
  Writer writer;
  writer.number(reply.status);
  writer.number(reply.sample_rate);
  writer.text(reply.version);
  writer.text(reply.data_path);
  writer.text(reply.subject);
  return writer.bytes();
}

Reply decode_reply(std::string_view bytes) {
  Reader reader(bytes);
  Reply reply;
  reply.status = reader.number<Status>();
  reply.sample_rate = reader.number<std::int32_t>();
  reply.version = reader.text();
  reply.data_path = reader.text();
  reply.subject = reader.text();
  return reply;
}

std::string encode(const Unit& unit, std::uint32_t first, std::uint32_t last) {
  Writer writer;
  writer.number(first);
  writer.number(last);
  for (std::uint32_t i = first; i < last; ++i) {
    const Phrase& phrase = unit.phrases[i];
    writer.text(phrase.text);
    writer.number(phrase.language);
    writer.number(phrase.delivery);
    writer.number(static_cast<std::int64_t>(phrase.pause_after.count()));
    writer.number(static_cast<std::uint64_t>(phrase.words.size()));
    for (const Span word : phrase.words) {
      writer.number(static_cast<std::uint64_t>(word.begin));
      writer.number(static_cast<std::uint64_t>(word.end));
    }
  }
  return writer.bytes();
}

Task decode_task(std::string_view bytes) {
  Reader reader(bytes);
  Task task;
  task.first = reader.number<std::uint32_t>();
  const auto last = reader.number<std::uint32_t>();
  for (std::uint32_t i = task.first; i < last && reader.ok(); ++i) {
    Phrase phrase;
    phrase.text = reader.text();
    phrase.language = reader.number<Language>();
    phrase.delivery = reader.number<Delivery>();
    phrase.pause_after = std::chrono::milliseconds(reader.number<std::int64_t>());
    const auto words = reader.number<std::uint64_t>();
    for (std::uint64_t word = 0; word < words && reader.ok(); ++word) {
      const auto begin = static_cast<std::size_t>(reader.number<std::uint64_t>());
      const auto end = static_cast<std::size_t>(reader.number<std::uint64_t>());
      phrase.words.push_back({begin, end});
    }
    task.unit.phrases.push_back(std::move(phrase));
  }
  task.ok = reader.ok();
  return task;
}

}  // namespace loa::speech::wire
