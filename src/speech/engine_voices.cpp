// SPDX-License-Identifier: GPL-3.0-or-later
#include <espeak-ng/speak_lib.h>

#include <cerrno>

#include "loa/base/message.h"
#include "speech/engine.h"
#include "speech/espeak.h"
#include "speech/process.h"

namespace loa::speech {
namespace {

void put_voices(wire::Writer& writer, espeak_VOICE* wanted) {
  for (const espeak_VOICE** voice = espeak_ListVoices(wanted); *voice != nullptr; ++voice) {
    // A priority byte stands before the first language.
    const char* language =
        (*voice)->languages != nullptr && *(*voice)->languages != '\0' ? (*voice)->languages + 1 : "";
    for (const char* field : {(*voice)->name, language, (*voice)->identifier})
      writer.text(field == nullptr ? "" : field);
  }
}

}  // namespace

Result<std::vector<EngineVoice>> engine_voices(const std::string& data_path) {
  const auto answer = ask_child(0, [&](int socket) {
    wire::Writer writer;
    const wire::Reply reply = espeak::start(data_path);
    writer.text(wire::encode(reply));
    if (reply.status == wire::Status::ok) {
      put_voices(writer, nullptr);
      espeak_VOICE variants{};
      variants.languages = "variant";
      put_voices(writer, &variants);
    }
    (void)send_all(socket, writer.bytes());
    return 0;
  });
  if (!answer)
    return Error{ErrorCode::no_device, trf("cannot start the speech process: {}", system_message(errno))};
  wire::Reader reader(answer->bytes);
  const wire::Reply reply = wire::decode_reply(reader.text());
  if (!reader.ok() || reply.status != wire::Status::ok)
    return Error{ErrorCode::no_device, trf("the data of eSpeak NG is missing: {}", reply.subject)}.with_hint(
        tr("install the Debian package espeak-ng-data"));
  std::vector<EngineVoice> voices;
  for (;;) {
    EngineVoice voice{reader.text(), reader.text(), reader.text()};
    if (!reader.ok()) return voices;
    voices.push_back(std::move(voice));
  }
}

}  // namespace loa::speech
