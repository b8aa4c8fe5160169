// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "loa/base/message.h"
#include "loa/base/utf8.h"
#include "speech/voice_data.h"

namespace loa::cli {
namespace {

using speech::EngineVoice;
using speech::VoiceProfile;

bool is_named(const VoiceProfile& profile, const std::string& name) {
  return profile.name == name ||
         std::find(profile.aliases.begin(), profile.aliases.end(), name) != profile.aliases.end();
}

bool is_installed(const VoiceProfile& profile, const std::vector<EngineVoice>& installed) {
  const std::string& voice = profile.settings.voice;
  const std::string base = voice.substr(0, voice.find('+'));
  return std::any_of(installed.begin(), installed.end(), [&base](const EngineVoice& it) {
    return it.language == base || it.name == base || it.file == base || it.file.ends_with("/" + base);
  });
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = utf8::length(text);
  if (length < width) text.append(width - length, ' ');
  return text;
}

Result<void> list_ours(const std::vector<VoiceProfile>& profiles,
                       const Result<std::vector<EngineVoice>>& installed, Output& out) {
  const bool in_vietnamese = current_language() == MessageLanguage::vietnamese;
  for (const VoiceProfile& profile : profiles) {
    std::string names = profile.name;
    for (const std::string& alias : profile.aliases) names += ", " + alias;
    const std::string& description = in_vietnamese ? profile.description_vi : profile.description_en;
    const char* state =
        !installed || is_installed(profile, *installed) ? "" : tr("  [its data is not installed]");
    LOA_TRY(out.write(fmt::format("{} {} {}{}\n", padded(names, 26), padded(profile.settings.voice, 18),
                                  description, state)));
  }
  return {};
}

Result<void> list_engine(const std::vector<EngineVoice>& voices, Output& out) {
  LOA_TRY(out.write(std::string("\neSpeak NG:\n")));
  for (const EngineVoice& voice : voices)
    LOA_TRY(
        out.write(fmt::format("{} {} {}\n", padded(voice.language, 16), padded(voice.name, 32), voice.file)));
  return {};
}

Result<void> let_hear(Session& session, const std::vector<VoiceProfile>& profiles) {
  for (const VoiceProfile& profile : profiles) {
    const std::string& folder = session.line.voices.output_dir;
    if (folder.empty()) session.console.say(profile.name);
    CommandLine line = session.line;
    line.input = {};
    if (!folder.empty()) line.render.output = fmt::format("{}/{}.wav", folder, profile.name);
    line.input.text = "Xin chào, đây là giọng đọc của Loa. Hôm nay là ngày 2/9, nhiệt độ 27,5°C.";
    Settings settings = session.settings;
    settings.voice = profile.name;
    settings.region.reset();
    Session reading{session.console, line, settings, std::move(session.engine), session.no_voice_data};
    const Result<void> read = folder.empty() ? run_read(reading) : run_render(reading);
    session.engine = std::move(reading.engine);
    LOA_TRY(read);
  }
  return {};
}

Result<void> build_ours(Session& session) {
  LOA_TRY_ASSIGN(const auto data, speech::build_voice_data({}, session.line.voices.source));
  session.console.say(trf("built for eSpeak NG {}: {}", data.engine_version, data.folder.string()));
  return {};
}

/// Of what the voices of ours are made at present.
Result<void> say_data(const Result<speech::VoiceData>& data, Output& out) {
  return out.write(
      "\n" +
      (data ? trf("their data: {} (built for eSpeak NG {})", data->folder.string(), data->engine_version)
            : trf("their data: {}; \"loa voices build\" builds it", data.error().message)) +
      "\n");
}

}  // namespace

Result<void> run_voices(Session& session) {
  const VoicesOptions& options = session.line.voices;
  if (options.build) return build_ours(session);
  LOA_TRY_ASSIGN(auto profiles, speech::all_profiles());
  if (!options.names.empty()) {
    std::vector<VoiceProfile> chosen;
    for (const std::string& name : options.names) {
      const auto found = std::find_if(profiles.begin(), profiles.end(),
                                      [&name](const VoiceProfile& it) { return is_named(it, name); });
      if (found != profiles.end()) {
        chosen.push_back(*found);
      } else {
        LOA_TRY_ASSIGN(auto other, speech::find_profile(name));
        chosen.push_back(std::move(other));
      }
    }
    profiles = std::move(chosen);
  }
  if (options.sample) return let_hear(session, profiles);

  const auto data = speech::find_voice_data();
  const auto installed = speech::engine_voices(data ? data->folder.string() : std::string{});
  if (!installed) session.console.error(installed.error());
  Output out;
  LOA_TRY(list_ours(profiles, installed, out));
  LOA_TRY(say_data(data, out));
  if (options.all && installed) LOA_TRY(list_engine(*installed, out));
  LOA_TRY(out.finish());
  if (!installed) return installed.error();
  return {};
}

}  // namespace loa::cli
