// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>
#include <fmt/format.h>
#include <sndfile.h>
#include <soxr.h>
#include <unicode/uversion.h>

#include <array>

#include "cli/commands.h"
#include "cli/output.h"
#include "loa/base/message.h"
#include "loa/normalizer/normalizer.h"

namespace loa::cli {
namespace {

// The program opens PortAudio only to play (its libraries take their time to load), so it
// is not linked here either.
std::string portaudio_version() {
  void* library = dlopen("libportaudio.so.2", RTLD_NOW | RTLD_LOCAL);
  void* symbol = library != nullptr ? dlsym(library, "Pa_GetVersionText") : nullptr;
  if (symbol == nullptr) return tr("PortAudio: not installed");
  return reinterpret_cast<const char* (*)()>(symbol)();
}

}  // namespace

Result<void> run_version(Session& session) {
  Output out;
  LOA_TRY(out.write(fmt::format("loa {}\n", LOA_VERSION)));
  LOA_TRY(out.write(trf("tables: {}", normalizer::tables_version()) + "\n"));

  // A missing engine is part of the answer, not a reason to give none.
  const Result<speech::Engine*> engine = engine_of(session);
  Result<void> works;
  if (engine)
    works = (*engine)->configure({});
  else
    works = engine.error();
  if (works)
    LOA_TRY(out.write(
        fmt::format("eSpeak NG {}: {}\n", (*engine)->engine_version(), (*engine)->engine_data_path())));
  else
    LOA_TRY(out.write(trf("eSpeak NG: not usable: {}", works.error().message) + "\n"));

  std::array<std::uint8_t, U_MAX_VERSION_LENGTH> icu{};
  std::array<char, U_MAX_VERSION_STRING_LENGTH> icu_text{};
  u_getVersion(icu.data());
  u_versionToString(icu.data(), icu_text.data());
  LOA_TRY(out.write(fmt::format("ICU {}\n{}\n{}\n{}\n", icu_text.data(), sf_version_string(), soxr_version(),
                                portaudio_version())));
  return out.finish();
}

}  // namespace loa::cli
