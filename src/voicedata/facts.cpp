// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/facts.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <string_view>

#include "loa/base/message.h"
#include "loa/base/split.h"
#include "voicedata/phoneme_data.h"

namespace loa::voicedata {
namespace {
namespace fs = std::filesystem;

/// A row of a table; the first thing wrong with it is kept.
class Row {
 public:
  Row(const std::vector<std::string>& names, std::vector<std::string_view> fields, Place place)
      : names_(names), fields_(std::move(fields)), place_(std::move(place)) {}

  std::string_view text(std::string_view column) const {
    const auto found = std::find(names_.begin(), names_.end(), column);
    const auto index = static_cast<std::size_t>(found - names_.begin());
    return index < fields_.size() ? fields_[index] : std::string_view{};
  }
  int number(std::string_view column, std::string_view text, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
      fail(trf("\"{}\" must be a whole number from {} to {}", column, least, most));
    return std::clamp(value, least, most);
  }
  int number(std::string_view column, int least, int most) {
    return number(column, text(column), least, most);
  }
  std::vector<int> list(std::string_view column, char separator, int least, int most) {
    std::vector<int> values;
    if (!text(column).empty())
      for (const std::string_view part : split(text(column), separator))
        values.push_back(number(column, part, least, most));
    return values;
  }
  Contour contour(std::string_view column) {
    Contour points;
    if (text(column).empty()) return points;
    for (const std::string_view part : split(text(column), ' ')) {
      const std::size_t colon = std::min(part.find(':'), part.size());
      points.emplace_back(number(column, part.substr(0, colon), 0, 100),
                          number(column, part.substr(std::min(colon + 1, part.size())), 0, 100));
      if (points.size() > 1 && points[points.size() - 2].first >= points.back().first)
        fail(trf("the times of \"{}\" must ascend", column));
    }
    if (points.front().first != 0 || points.back().first != 100)
      fail(trf("\"{}\" must go from 0 to 100", column));
    return points;
  }
  Region region() { return region(text("region")); }
  /// "central south": several with blanks between.
  std::vector<Region> regions() {
    std::vector<Region> all;
    for (const std::string_view name : split(text("region"), ' ')) all.push_back(region(name));
    return all;
  }
  void fail(std::string message) {
    if (!error_) error_ = Error{ErrorCode::config, std::move(message)}.at(place_);
  }
  const std::optional<Error>& error() const { return error_; }
  const Place& place() const { return place_; }

 private:
  Region region(std::string_view name) {
    static const std::map<std::string_view, Region> kNames = {
        {"north", Region::north}, {"central", Region::central}, {"south", Region::south}};
    const auto found = kNames.find(name);
    if (found != kNames.end()) return found->second;
    fail(tr("\"region\" must be north, central or south"));
    return Region::north;
  }

  const std::vector<std::string>& names_;
  std::vector<std::string_view> fields_;
  Place place_;
  std::optional<Error> error_;
};

/// Calls `take` for each row of a table whose first row names the columns.
Result<void> for_rows(const fs::path& path, const std::vector<std::string>& columns,
                      const std::function<void(Row&)>& take) {
  LOA_TRY_ASSIGN(const std::string table, read_file(path));
  std::size_t line = 0;
  std::vector<std::string> names;
  for (const std::string_view text : split(table, '\n')) {
    ++line;
    if (text.empty() || text.front() == '#') continue;
    const Place place{path.string(), line};
    const std::vector<std::string_view> fields = split(text, '\t');
    if (names.empty()) {
      names.assign(fields.begin(), fields.end());
      if (names != columns)
        return Error{ErrorCode::config, tr("the first row must name the columns")}.at(place);
      continue;
    }
    Row row(names, fields, place);
    if (fields.size() != names.size()) row.fail(trf("a row must have {} columns", names.size()));
    if (row.text("reason").empty()) row.fail(tr("a row must give its reason"));
    if (!row.error()) take(row);
    if (row.error()) return *row.error();
  }
  return {};
}

Result<void> read_tones(const fs::path& path, std::vector<ToneFact>& tones) {
  static const std::map<std::string_view, const char*> kPhonemes = {
      {"ngang", "1"}, {"huyền", "2"}, {"sắc", "3"},   {"hỏi", "4"},
      {"ngã", "5"},   {"nặng", "6"},  {"ngang.", "7"}};
  return for_rows(path,
                  {"region", "tone", "low", "high", "contour", "loudness", "length", "reason", "source"},
                  [&](Row& row) {
                    ToneFact tone;
                    tone.region = row.region();
                    const auto phoneme = kPhonemes.find(row.text("tone"));
                    if (phoneme == kPhonemes.end())
                      return row.fail(trf("there is no tone \"{}\"", row.text("tone")));
                    tone.phoneme = phoneme->second;
                    tone.low = row.number("low", 0, 254);
                    tone.high = row.number("high", tone.low + 1, 255);
                    tone.pitch = row.contour("contour");
                    if (tone.pitch.empty()) row.fail(tr("a tone must have a contour"));
                    tone.loudness = row.contour("loudness");
                    if (!row.text("length").empty()) tone.length = row.number("length", 30, 200);
                    tone.place = row.place();
                    tones.push_back(std::move(tone));
                  });
}

void read_frames(Row& row, FrameFact& frame) {
  const std::string_view text = row.text("frames");
  if (text == "all") return;
  const std::size_t dash = text.find('-');
  frame.first = row.number("frames", text.substr(0, dash), 1, 25);
  frame.last = frame.first;
  if (dash == std::string_view::npos) return;
  const std::string_view last = text.substr(dash + 1);
  frame.last = last.empty() ? 0 : row.number("frames", last, frame.first, 25);
}

Result<void> read_spectra(const fs::path& path, std::vector<SpectrumFact>& spectra) {
  return for_rows(path, {"name", "from", "frames", "formants", "ms", "heights", "widths", "reason", "source"},
                  [&](Row& row) {
                    const std::string name(row.text("name")), from(row.text("from"));
                    if (spectra.empty() || spectra.back().name != name) {
                      for (const SpectrumFact& other : spectra)
                        if (other.name == name) return row.fail(trf("\"{}\" is there twice", name));
                      if (name.empty() || from.empty())
                        return row.fail(tr("a spectrum needs a name and a source"));
                      spectra.push_back({name, from, {}});
                    }
                    SpectrumFact& spectrum = spectra.back();
                    if (spectrum.from != from) return row.fail(trf("\"{}\" comes from two", name));
                    FrameFact frame;
                    read_frames(row, frame);
                    frame.formants = row.list("formants", '/', 100, 8000);
                    if (frame.formants.size() < 2 || frame.formants.size() > 5)
                      row.fail(tr("two to five formants are needed"));
                    frame.heights = row.list("heights", ' ', 0, 255);
                    frame.widths = row.list("widths", '/', 40, 1020);
                    if (!row.text("ms").empty()) frame.milliseconds = row.number("ms", 0, 255);
                    const bool own = from == "vowel" || from == "glide";
                    if (own && (frame.heights.size() != 8 || frame.formants.size() != 5))
                      row.fail(tr("a spectrum of our own needs five formants and eight heights"));
                    frame.place = row.place();
                    spectrum.frames.push_back(std::move(frame));
                  });
}

Result<void> read_phonemes(const fs::path& path, std::vector<PhonemeFact>& phonemes) {
  return for_rows(path, {"region", "phoneme", "where", "property", "value", "reason", "source"},
                  [&](Row& row) {
                    PhonemeFact fact;
                    fact.phoneme = row.text("phoneme");
                    fact.where = row.text("where");
                    fact.property = row.text("property");
                    fact.value = row.text("value");
                    fact.place = row.place();
                    for (const Region region : row.regions()) {
                      fact.region = region;
                      phonemes.push_back(fact);
                    }
                  });
}

std::vector<fs::path> speaker_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder / "speakers", error))
    if (entry.path().filename().string().front() != '.') files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<fs::path> fact_files(const fs::path& folder) {
  std::vector<fs::path> files = {folder / "phonemes.tsv", folder / "spectra.tsv", folder / "tones.tsv"};
  for (fs::path& file : speaker_files(folder)) files.push_back(std::move(file));
  return files;
}

Result<Facts> read_facts(const fs::path& folder) {
  Facts facts;
  LOA_TRY(read_tones(folder / "tones.tsv", facts.tones));
  LOA_TRY(read_spectra(folder / "spectra.tsv", facts.spectra));
  LOA_TRY(read_phonemes(folder / "phonemes.tsv", facts.phonemes));
  for (const fs::path& file : speaker_files(folder)) {
    LOA_TRY_ASSIGN(std::string lines, read_file(file));
    facts.speakers.emplace_back(file.filename().string(), std::move(lines));
  }
  return facts;
}

}  // namespace loa::voicedata
