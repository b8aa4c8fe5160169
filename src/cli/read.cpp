// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "audio/player.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "loa/base/message.h"

namespace loa::cli {

Result<void> run_read(Session& session) {
  LOA_TRY_ASSIGN(auto options, programme_options(session));
  options.stop_on_loss = false;  // a listener wants the rest
  LOA_TRY_ASSIGN(const auto inputs, find_inputs(session.line.input));
  LOA_TRY_ASSIGN(speech::Engine * engine, engine_of(session));

  audio::PlayerOptions playing;
  playing.device = session.settings.device.value_or("");
  if (session.settings.lead_in) playing.lead_in = std::chrono::milliseconds(*session.settings.lead_in);
  const auto player = audio::make_player(playing);
  bulletin::Programme programme(*engine, std::move(options), session.console.diagnostics());
  const OnStop stop_programme(programme);
  const OnStop stop_player(*player);

  LOA_TRY_ASSIGN(auto items, open_items(inputs, session));
  LOA_TRY(programme.open(std::move(items)));
  Result<bulletin::Summary> summary = Error{};
  {
    ProgressLine progress(session.console, ProgressLine::Work::reading);
    programme.on_progress([&](const bulletin::Progress& now) { progress.show(now, engine->sample_rate()); });
    summary = programme.run(*player);
  }
  if (!summary) {
    if (summary.error().code == ErrorCode::no_device && summary.error().hint.empty())
      summary.error().hint = tr("loa devices lists the sound devices; loa render writes a file instead");
    return std::move(summary.error());
  }
  const audio::PlayerReport report = player->report();
  if (report.starved_frames > 0)
    session.console.diagnostics().warn(
        "underrun", trf("the sound stuttered: {} ms of silence, because the computer was too busy",
                        report.starved_frames * 1000 / engine->sample_rate()));
  else if (report.underflows > 0)
    session.console.diagnostics().note("underrun",
                                       trf("the sound device missed sound {} times", report.underflows));
  say_left_out(session.console, *summary);
  return nothing_lost(*summary);
}

}  // namespace loa::cli
