// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice_data.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>

#include "loa/base/data_dirs.h"
#include "loa/base/message.h"
#include "speech/espeak.h"
#include "speech/phoneme_compiler.h"
#include "speech/process.h"
#include "speech/voice_proof.h"
#include "voicedata/builder.h"
#include "voicedata/facts.h"
#include "voicedata/phoneme_data.h"
#include "voicedata/source.h"

namespace loa::speech {
namespace {
namespace fs = std::filesystem;
using voicedata::Region;

constexpr const char* kFormat = "loa voice data 2";
constexpr const char* kManifest = "manifest";
constexpr const char* kData = "espeak-ng-data";
// What the private data is made of and what it points to.
constexpr const char* kPhonemeFiles[] = {"phontab", "phonindex", "phondata", "phondata-manifest"};
constexpr const char* kOtherFiles[] = {"intonations", "vi_dict", "en_dict"};

struct OurVoice {
  Region region;
  const char* name;
  const char* base;  ///< the installed voice file whose settings are kept
};
constexpr OurVoice kVoices[] = {{Region::north, "loa-bac", "lang/aav/vi"},
                                {Region::central, "loa-trung", "lang/aav/vi-VN-x-central"},
                                {Region::south, "loa-nam", "lang/aav/vi-VN-x-south"}};

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

struct Stamp {
  std::int64_t size = -1, time = 0;  ///< bytes; nanoseconds
  friend bool operator==(const Stamp&, const Stamp&) = default;
};
Stamp stamp(const fs::path& file) {
  struct stat info {};
  if (stat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  return {info.st_size, info.st_mtim.tv_sec * std::int64_t{1'000'000'000} + info.st_mtim.tv_nsec};
}

/// What is installed, and the name of the data that fits it.
struct Sources {
  fs::path facts, installed;
  std::string key;
};

Result<Sources> sources() {
  Sources result;
  const auto facts = find_data("voices/phonetics");
  if (!facts)
    return Error{ErrorCode::no_input, tr("the tables of our voices (voices/phonetics) are missing")};
  result.facts = *facts;
  result.installed = espeak::installed_data();
  if (result.installed.empty())
    return Error{ErrorCode::no_input, tr("the data of eSpeak NG is not beside its library")};
  std::string all = kFormat;
  const auto add = [&all](const fs::path& file) {
    const Stamp it = stamp(file);
    all += fmt::format("\n{} {} {}", file.string(), it.size, it.time);
  };
  add(espeak::library_file());
  for (const char* file : kPhonemeFiles) add(result.installed / file);
  for (const char* file : kOtherFiles) add(result.installed / file);
  for (const OurVoice& voice : kVoices) add(result.installed / voice.base);
  for (const fs::path& file : voicedata::fact_files(result.facts)) add(file);
  result.key = fmt::format("{:08x}", checksum(all));
  return result;
}

fs::path user_root() {
  if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg == '/')
    return fs::path(xdg) / "loa";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) / ".local/share/loa" : fs::path();
}

/// Where private data may lie, in the order in which it is looked for and built.
std::vector<fs::path> roots() {
  std::vector<fs::path> all = data_dirs();
  if (fs::path user = user_root(); !user.empty()) all.push_back(std::move(user));
  for (fs::path& root : all) root /= "espeak-ng";
  return all;
}

// --- the manifest: a line of format and version, one of voices, then the files

std::string manifest_line(const fs::path& file, const std::string& name, std::uint32_t sum) {
  const Stamp it = stamp(file);
  return fmt::format("{} {} {:08x} {}\n", it.size, it.time, sum, name);
}

/// The data in a finished folder, if all of its files are as they were written.
std::optional<VoiceData> load(const fs::path& folder) {
  const auto manifest = voicedata::read_file(folder / kManifest);
  if (!manifest) return std::nullopt;
  std::istringstream lines(*manifest);
  std::string line;
  VoiceData data;
  data.folder = folder / kData;
  if (!std::getline(lines, line) || line != kFormat) return std::nullopt;
  if (!std::getline(lines, data.engine_version) || !std::getline(lines, line)) return std::nullopt;
  std::istringstream names(line);
  for (std::string name; names >> name;) data.voices.push_back(name);
  std::size_t files = 0;
  for (; std::getline(lines, line) && line != "end"; ++files) {
    std::istringstream fields(line);
    Stamp written;
    std::uint32_t sum = 0;
    std::string name;
    if (!(fields >> written.size >> written.time >> std::hex >> sum >> name)) return std::nullopt;
    const Stamp now = stamp(data.folder / name);
    if (now == written) continue;
    // Copied or touched: then the bytes decide.
    if (now.size != written.size) return std::nullopt;
    const auto bytes = voicedata::read_file(data.folder / name);
    if (!bytes || checksum(*bytes) != sum) return std::nullopt;
  }
  if (line != "end" || files == 0) return std::nullopt;
  return data;
}

// --- building

/// A folder that is being filled, locked for as long as it is, and removed unless it was kept. The
/// lock goes with the process, whatever ends it: a folder that nobody locks was left behind.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const fs::path& parent) {
    // Another builder that sweeps may take the folder for a left one before it is locked.
    constexpr int kAttempts = 10;
    for (int i = 0; i < kAttempts; ++i) {
      std::string name = (parent / (std::string(kNewPrefix) + "XXXXXX")).string();
      if (mkdtemp(name.data()) == nullptr) return;
      lock_ = lock(name);
      std::error_code error;
      if (!lock_ && errno == EWOULDBLOCK) continue;
      if (!fs::is_directory(name, error)) continue;
      path_ = name;  // not locked: a file system without locks, where nobody can sweep
      return;
    }
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  void keep() { path_.clear(); }

  /// Removes what killed builders left in `parent`.
  static void sweep(const fs::path& parent) {
    std::error_code error;
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(parent, error))
      if (entry.path().filename().string().starts_with(kNewPrefix)) left.push_back(entry.path());
    for (const fs::path& folder : left)
      if (const Fd held = lock(folder)) fs::remove_all(folder, error);
  }

 private:
  static constexpr const char* kNewPrefix = ".new-";

  /// The folder itself is what is locked: no file is needed. Nothing, with errno: another process has
  /// it (EWOULDBLOCK), or it cannot be locked.
  static Fd lock(const fs::path& folder) {
    Fd fd(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd || flock(fd.get(), LOCK_EX | LOCK_NB) == 0) return fd;
    const int reason = errno;
    fd.reset();
    errno = reason;
    return fd;
  }

  fs::path path_;
  Fd lock_;
};

Error cannot_create(const fs::path& path, int error_number) {
  return {ErrorCode::cannot_create, trf("cannot create {}: {}", path.string(), system_message(error_number))};
}

Result<void> link_to(const fs::path& target, const fs::path& link) {
  std::error_code error;
  fs::create_symlink(target, link, error);
  if (error) return cannot_create(link, error.value());
  return {};
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return cannot_create(folder, error.value());
  return {};
}

/// Everything that is installed but what `ours` names, as links.
Result<void> link_rest(const fs::path& from, const fs::path& to, const std::vector<std::string>& ours) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(from, error)) {
    const std::string name = entry.path().filename().string();
    if (std::find(ours.begin(), ours.end(), name) == ours.end()) LOA_TRY(link_to(entry.path(), to / name));
  }
  return {};
}

/// A voice file: the settings of the installed one under our name, with our phonemes.
Result<std::string> voice_text(const OurVoice& voice, const fs::path& installed) {
  LOA_TRY_ASSIGN(const std::string base, voicedata::read_file(installed / voice.base));
  std::string text = fmt::format("name {}\nlanguage vi-x-{}\nphonemes {}\ndictionary vi\n", voice.name,
                                 voice.name, voicedata::table_name(voice.region));
  std::istringstream lines(base);
  for (std::string line; std::getline(lines, line);) {
    const std::string key = line.substr(0, line.find_first_of(" \t"));
    if (key != "name" && key != "language" && key != "phonemes" && key != "dictionary") text += line + "\n";
  }
  return text;
}

/// The phoneme data in `data`, by the compiler that eSpeak NG brings along, from its sources and ours.
Result<void> compile(const fs::path& data, const voicedata::PhonemeData& installed,
                     const voicedata::Facts& facts, const fs::path& sources) {
  const fs::path tree = data.parent_path() / "phsource";
  LOA_TRY(make_folder(tree));
  LOA_TRY(voicedata::write_sources(facts, installed, sources, tree));
  LOA_TRY(compile_phonemes(tree, data));
  LOA_TRY(voicedata::PhonemeData::read(data));  // of a shape that is known?
  std::error_code error;
  fs::remove_all(tree, error);
  return {};
}

/// Fills `data`, an espeak-ng-data folder, and returns the names of the files that are ours.
Result<std::vector<std::string>> fill(const fs::path& data, const fs::path& installed,
                                      const voicedata::Facts& facts, const fs::path& sources) {
  LOA_TRY_ASSIGN(auto phonemes, voicedata::PhonemeData::read(installed));
  LOA_TRY(make_folder(data / "voices" / "!v"));
  if (sources.empty()) {
    LOA_TRY(voicedata::add_voices(facts, phonemes));
    LOA_TRY(phonemes.write(data));
  } else {
    LOA_TRY(compile(data, phonemes, facts, sources));
  }
  std::vector<std::string> ours(std::begin(kPhonemeFiles), std::end(kPhonemeFiles));
  for (const OurVoice& voice : kVoices) {
    LOA_TRY_ASSIGN(const std::string text, voice_text(voice, installed));
    ours.push_back(std::string("voices/") + voice.name);
    LOA_TRY(voicedata::write_file(data / ours.back(), text));
  }
  std::vector<std::string> speakers;
  for (const auto& [name, lines] : facts.speakers) {
    speakers.push_back(name);
    ours.push_back("voices/!v/" + name);
    LOA_TRY(voicedata::write_file(data / ours.back(), lines));
  }
  LOA_TRY(link_rest(installed, data, {"phontab", "phonindex", "phondata", "phondata-manifest", "voices"}));
  LOA_TRY(link_rest(installed / "voices", data / "voices", {"!v", "loa-bac", "loa-trung", "loa-nam"}));
  LOA_TRY(link_rest(installed / "voices" / "!v", data / "voices" / "!v", speakers));
  return ours;
}

/// Data of what was installed before, once nobody can need it.
void clear_old(const fs::path& root, const std::string& key) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root, error)) {
    const auto age = fs::file_time_type::clock::now() - fs::last_write_time(entry.path(), error);
    if (!error && entry.path().filename() != key && age > std::chrono::hours(24))
      fs::remove_all(entry.path(), error);
  }
}

Result<VoiceData> build_in(const fs::path& root, const Sources& from, const fs::path& sources) {
  LOA_TRY(make_folder(root));
  TemporaryFolder::sweep(root);
  TemporaryFolder folder(root);
  if (folder.path().empty()) return cannot_create(root, errno);
  const fs::path data = folder.path() / kData;
  LOA_TRY_ASSIGN(const auto facts, voicedata::read_facts(from.facts));
  LOA_TRY_ASSIGN(const auto files, fill(data, from.installed, facts, sources));
  std::vector<ProofVoice> voices;
  for (const OurVoice& voice : kVoices) voices.push_back({voice.name, voice.region});
  LOA_TRY_ASSIGN(const std::string version, prove_voice_data(data, facts, voices));

  std::string manifest = std::string(kFormat) + "\n" + version;
  if (!sources.empty()) manifest += " (" + fs::absolute(sources).string() + ")";
  manifest += "\n";
  for (const OurVoice& voice : kVoices) manifest += std::string(voice.name) + " ";
  manifest += "\n";
  for (const std::string& name : files) {
    LOA_TRY_ASSIGN(const std::string bytes, voicedata::read_file(data / name));
    manifest += manifest_line(data / name, name, checksum(bytes));
  }
  manifest += "end\n";
  LOA_TRY(voicedata::write_file(folder.path() / kManifest, manifest));
  chmod(folder.path().c_str(), 0755);

  const fs::path place = root / from.key;
  std::error_code error;
  if (!sources.empty() || !load(place)) fs::remove_all(place, error);
  fs::rename(folder.path(), place, error);
  // Another may have been faster; its data is as good.
  if (!error) folder.keep();
  if (auto done = load(place)) {
    clear_old(root, from.key);
    return *std::move(done);
  }
  return cannot_create(place, error.value());
}

}  // namespace

Result<VoiceData> find_voice_data() {
  LOA_TRY_ASSIGN(const Sources from, sources());
  for (const fs::path& root : roots())
    if (auto data = load(root / from.key)) return *std::move(data);
  return Error{ErrorCode::no_input, tr("the data of our voices has not been built")};
}

Result<VoiceData> build_voice_data(const fs::path& target, const fs::path& phoneme_sources) {
  LOA_TRY_ASSIGN(const Sources from, sources());
  fs::path tree = phoneme_sources;
  std::error_code ignored;
  if (!tree.empty() && fs::is_directory(tree / "phsource", ignored)) tree /= "phsource";
  if (!tree.empty() && !fs::is_regular_file(tree / "phonemes", ignored))
    return Error{ErrorCode::no_input,
                 trf("{} holds no phoneme sources of eSpeak NG", phoneme_sources.string())}
        .with_hint(tr("it is the folder phsource of eSpeak NG's source tree, or the one above it"));
  if (!target.empty()) return build_in(target / "espeak-ng", from, tree);
  Error last{ErrorCode::cannot_create, tr("there is no folder for the data of our voices")};
  for (const fs::path& root : roots()) {
    auto data = build_in(root, from, tree);
    // Only a folder that cannot be written leads to the next one.
    if (data || (data.error().code != ErrorCode::cannot_create && data.error().code != ErrorCode::io))
      return data;
    last = std::move(data).error();
  }
  return last;
}

Result<VoiceData> ready_voice_data() {
  if (auto data = find_voice_data()) return data;
  return build_voice_data();
}

}  // namespace loa::speech
