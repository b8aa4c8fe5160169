// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/dictionaries.h"
#include "loa/base/message.h"
#include "speech/voice_data.h"

namespace loa::cli {

Result<speech::Engine*> engine_of(Session& session) {
  if (!session.engine) {
    const auto data = speech::ready_voice_data();
    if (!data) session.no_voice_data = data.error();
    session.engine.emplace(speech::Engine::start(data ? data->folder.string() : std::string{}));
  }
  if (!*session.engine) return session.engine->error();
  return &**session.engine;
}

Result<bulletin::ProgrammeOptions> programme_options(Session& session) {
  bulletin::ProgrammeOptions options;
  LOA_TRY_ASSIGN(options.voice, resolve_voice(session.settings));
  if (session.no_voice_data && options.voice.stock) {
    session.console.diagnostics().warn("voice-data", trf("the voice of eSpeak NG is used instead of ours: {}",
                                                         session.no_voice_data->message));
    LOA_TRY_ASSIGN(options.voice, resolve_voice(session.settings, true));
  }
  LOA_TRY_ASSIGN(options.text, text_options(session.line.input));
  options.captions_too = session.settings.captions_too.value_or(false);
  return options;
}

Result<std::vector<bulletin::Item>> open_items(const std::vector<Input>& inputs, Session& session) {
  LOA_TRY_ASSIGN(const auto station, load_station_dictionary(session.settings));
  std::vector<bulletin::Item> items;
  for (const Input& input : inputs) {
    LOA_TRY_ASSIGN(auto dictionary, dictionary_of_article(station, input));
    LOA_TRY_ASSIGN(auto source, open_input(input, session.console));
    items.push_back({std::move(source), std::move(dictionary)});
  }
  return items;
}

void say_left_out(Console& console, const bulletin::Summary& summary) {
  if (summary.captions_skipped > 0)
    console.say(
        trf("captions of pictures left out: {}; --captions-too reads them", summary.captions_skipped));
  if (summary.links_skipped > 0)
    console.say(trf("links and other lines of the page left out: {}", summary.links_skipped));
}

Result<void> nothing_lost(const bulletin::Summary& summary) {
  if (summary.words_lost == 0) return {};
  return Error{ErrorCode::engine,
               trf("words that could not be spoken: {} of {}", summary.words_lost, summary.words)};
}

}  // namespace loa::cli
