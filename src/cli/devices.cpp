// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "audio/player.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "loa/base/message.h"

namespace loa::cli {

Result<void> run_devices(Session& session) {
  LOA_TRY_ASSIGN(const auto devices, audio::devices());
  Output out;
  for (const audio::Device& device : devices)
    LOA_TRY(out.write(fmt::format("{} {:>2}  {}  ({}, {:.0f} Hz)\n", device.is_default ? '*' : ' ',
                                  device.index, device.name, device.host_api, device.default_sample_rate)));
  LOA_TRY(out.finish());
  if (devices.empty())
    return Error{ErrorCode::no_device,
                 tr("no sound device was found"),
                 {},
                 tr("is a sound server running? loa render writes a file instead")};
  session.console.say(tr("* is the default; --device takes a number or a part of the name"));
  return {};
}

}  // namespace loa::cli
