// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>

#include "loa/base/message.h"
#include "voicedata/builder.h"

namespace loa::voicedata {
namespace {
namespace fs = std::filesystem;

Error wrong(const PhonemeFact& row, std::string message) {
  return Error{ErrorCode::config, std::move(message)}.at(row.place);
}

// --- spectra: files of "SPECTSEQ" and frames

void put_number(std::string& bytes, unsigned value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

/// An IEEE extended number of 80 bits, the highest byte first.
void put_extended(std::string& bytes, double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  const auto head = value == 0 ? 0U : static_cast<unsigned>(exponent + 16382);
  const auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, 64));
  bytes += static_cast<char>(head >> 8U);
  bytes += static_cast<char>(head & 0xFFU);
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>((mantissa >> shift) & 0xFF);
}

constexpr std::size_t kPeaks = 9;  // that a frame of the files has
// Of our own spectra: what is not said of the peaks.
constexpr int kLowPeak = 180, kHighPeak = 6900;
constexpr int kWidths[] = {600, 500, 500, 500, 480, 480, 500, 500, 500};

std::string own_spectrum(const SpectrumFact& fact) {
  std::string bytes = "SPECTSEQ";
  put_number(bytes, 0, 4);  // no name
  put_number(bytes, static_cast<unsigned>(fact.frames.size()), 2);
  put_number(bytes, 100, 2);  // level of the whole
  put_number(bytes, 0, 4);
  double time = 0;
  for (std::size_t i = 0; i < fact.frames.size(); ++i) {
    const FrameFact& row = fact.frames[i];
    put_extended(bytes, time / 1000);
    put_extended(bytes, 0);
    put_extended(bytes, row.milliseconds);
    put_extended(bytes, 0);
    put_number(bytes, 0, 2);
    const unsigned keeps_length = fact.from == "glide" && i < 2 ? 4 : 0;
    const unsigned centre = fact.from == "vowel" && i == 1 ? 2 : 0;
    put_number(bytes, keeps_length + centre, 2);
    put_number(bytes, 100, 2);  // level of the frame
    time += row.milliseconds;
    for (std::size_t p = 0; p < kPeaks; ++p) {
      const int frequency = p == 0                     ? kLowPeak
                            : p <= row.formants.size() ? row.formants[p - 1]
                                                       : kHighPeak + static_cast<int>(p > 6) * 1000;
      const int width = p > 0 && p <= row.widths.size() ? row.widths[p - 1] : kWidths[p];
      // 64: heights of the files are that much finer than those of the data.
      const int height = p < row.heights.size() ? row.heights[p] * 64 : 0;
      for (const int value : {0, 0, frequency, height, width, width})
        put_number(bytes, static_cast<unsigned>(value), 2);
    }
  }
  return bytes;
}

/// The spectrum of a file with its formants moved.
Result<std::string> moved_spectrum(const SpectrumFact& fact, std::string bytes) {
  const Error shape{ErrorCode::bad_data, trf("the data of eSpeak NG has an unknown shape: {}", fact.from)};
  const auto number = [&bytes](std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  constexpr std::size_t kName = 12, kAfterName = 8, kTimes = 40;
  if (bytes.size() < kName + kAfterName || !bytes.starts_with("SPECT")) return shape;
  const bool second = bytes.starts_with("SPECTSQ2"), klatt = second || bytes.starts_with("SPECTSEK");
  const std::size_t peak_size = second ? 18 : 12;
  std::size_t at = kName + number(8, 4);
  if (at + kAfterName > bytes.size()) return shape;
  const std::size_t frames = number(at, 2);
  at += kAfterName;
  int key = 0;
  for (std::size_t frame = 0; frame < frames; ++frame) {
    const std::size_t peaks = at + kTimes + (second ? 10 : 6);
    const std::size_t end = peaks + kPeaks * peak_size + (klatt ? 28 : 0);
    if (end > bytes.size()) return shape;
    const std::size_t points = number(at + kTimes, 2);
    bool is_key = false;
    for (std::size_t p = 0; p < kPeaks; ++p) is_key |= number(peaks + p * peak_size + 6, 2) > 0;
    if (is_key) {
      ++key;
      for (const FrameFact& row : fact.frames)
        if (key >= row.first && (row.last == 0 || key <= row.last))
          for (std::size_t f = 0; f < row.formants.size(); ++f) {
            const auto hertz = static_cast<unsigned>(row.formants[f]);
            bytes[peaks + (f + 1) * peak_size + 4] = static_cast<char>(hertz & 0xFFU);
            bytes[peaks + (f + 1) * peak_size + 5] = static_cast<char>(hertz >> 8U);
          }
    }
    at = end + 2 * points;
  }
  return bytes;
}

std::string contour_name(const Contour& contour) {
  std::string name = "loa/contour";
  for (const auto& [time, height] : contour) name += fmt::format("_{}-{}", time, height);
  return name;
}

// --- the tables

class TableWriter {
 public:
  TableWriter(const Facts& facts, const PhonemeData& installed, const fs::path& sources, const fs::path& tree)
      : facts_(facts), installed_(installed), sources_(sources), tree_(tree) {}

  Result<void> write(Region region) {
    base_ = base_table(region);
    text_ += fmt::format("\nphonemetable {} {}\n", table_name(region), base_);
    for (const ToneFact& tone : facts_.tones)
      if (tone.region == region) LOA_TRY(write_tone(tone));
    for (const auto& [mnemonic, rows] : rows_by_phoneme(facts_, region, installed_))
      LOA_TRY(write_phoneme(mnemonic, rows));
    return {};
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Result<void> write_tone(const ToneFact& tone) {
    LOA_TRY_ASSIGN(const std::string pitch, contour(tone.pitch));
    std::string loudness = "NULL";
    if (!tone.loudness.empty()) {
      LOA_TRY_ASSIGN(loudness, contour(tone.loudness));
    }
    text_ += fmt::format("phoneme {}\n  stress\n", tone.phoneme);
    if (tone.length > 0) text_ += fmt::format("  length {}\n", 2 * tone.length);
    text_ += fmt::format("  Tone({}, {}, {}, {})\nendphoneme\n", tone.low, tone.high, pitch, loudness);
    return {};
  }

  Result<std::string> contour(const Contour& contour) {
    const std::string name = contour_name(contour);
    if (!written_.insert(name).second) return name;
    std::string bytes = "ENVELOPE\n";
    for (const auto& [time, height] : contour)
      bytes += fmt::format("{} {} 1\n", time, height);  // 1: straight
    LOA_TRY(write_file(tree_ / name, bytes));
    return name;
  }

  Result<void> write_phoneme(const std::string& mnemonic, const Rows& rows) {
    const auto phoneme = installed_.find(base_, mnemonic);
    if (!phoneme) return wrong(*rows.front(), trf("eSpeak NG has no phoneme \"{}\"", mnemonic));
    text_ += fmt::format("phoneme {}\n", mnemonic);
    const PhonemeFact *place = nullptr, *manner = nullptr;
    for (const PhonemeFact* row : rows) {
      if (row->property == "place") place = row;
      if (row->property == "manner") manner = row;
    }
    voiced_stop_ = phoneme->type == kTypeVoicedStop;
    // What is called gives its kind, but in 1.51 not its place.
    static constexpr const char* kNames[] = {"blb", "lbd", "dnt", "alv", "rfx", "pla",
                                             "pal", "vel", "lbv", "uvl", "phr", "glt"};
    const std::size_t number = (phoneme->flags & kPlaceMask) >> kPlaceShift;
    const char* const name = number != 0 && number <= std::size(kNames) ? kNames[number - 1] : nullptr;
    if (place != nullptr) {
      LOA_TRY(write_place(*phoneme, *place));
    } else if (manner != nullptr) {
      if (name == nullptr || manner->value != "stop" || phoneme->type != kTypeFricative)
        return wrong(*manner, trf("the value \"{}\" is not understood", manner->value));
      write_stop(*phoneme, name);
    } else if (name != nullptr) {
      text_ += fmt::format("  {}\n", name);
    }
    std::string called = fmt::format("{}/{}", base_, mnemonic);
    for (const PhonemeFact* row : rows) {
      if (row->property != "calls") continue;
      if (!called_phoneme(*row, installed_))
        return wrong(*row, trf("eSpeak NG has no phoneme \"{}\"", row->value));
      called = row->value;
    }
    text_ += fmt::format("  CALL {}\n", called);
    for (const PhonemeFact* row : rows)
      if (row->property == "begins" || row->property == "ends")
        text_ += fmt::format("  {} {}\n", row->property == "begins" ? "starttype" : "endtype", row->value);
    for (const std::string_view property : kProgramProperties) {
      Rows same;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(same),
                   [property](const PhonemeFact* row) { return row->property == property; });
      LOA_TRY(write_alternatives(same));
    }
    text_ += "endphoneme\n";
    return {};
  }

  /// A phoneme whose place is another cannot take its kind over from the one that it calls.
  Result<void> write_place(const Phoneme& phoneme, const PhonemeFact& row) {
    static constexpr std::pair<std::string_view, std::string_view> kPlaces[] = {
        {"labial", "blb"},    {"labiodental", "lbd"},    {"dental", "dnt"},  {"alveolar", "alv"},
        {"retroflex", "rfx"}, {"palatoalveolar", "pla"}, {"palatal", "pal"}, {"velar", "vel"}};
    const auto* const place = std::find_if(std::begin(kPlaces), std::end(kPlaces),
                                           [&row](const auto& it) { return it.first == row.value; });
    const bool voiced = phoneme.type == kTypeVoicedStop;
    if (place == std::end(kPlaces) || (phoneme.type != kTypeStop && !voiced))
      return wrong(row, trf("the value \"{}\" is not understood", row.value));
    write_stop(phoneme, place->second);
    return {};
  }

  void write_stop(const Phoneme& phoneme, std::string_view place) {
    text_ += fmt::format("  {} {} stp\n  lengthmod {}\n  length {}\n", voiced_stop_ ? "vcd" : "vls", place,
                         phoneme.length_mod, 2 * phoneme.length);
  }

  Result<void> write_alternatives(const Rows& rows) {
    if (rows.empty()) return {};
    // Outside of a condition the compiler takes a length for the usual one, which what is called overrules.
    const bool everywhere = rows.front()->where.empty();
    if (everywhere && rows.front()->property == "length") {
      text_ += "  IF thisPh(isWordEnd) THEN\n";
      LOA_TRY(write_statement(*rows.front()));
      text_ += "  ELSE\n";
      LOA_TRY(write_statement(*rows.front()));
      text_ += "  ENDIF\n";
      return {};
    }
    for (const PhonemeFact* row : rows) {
      if (!row->where.empty()) {
        LOA_TRY_ASSIGN(const std::string condition, condition_of(*row));
        text_ += fmt::format("  {} {} THEN\n", row == rows.front() ? "IF" : "ELIF", condition);
      } else if (!everywhere) {
        text_ += "  ELSE\n";
      }
      LOA_TRY(write_statement(*row));
    }
    if (!everywhere) text_ += "  ENDIF\n";
    return {};
  }

  /// "next n|c, not word-end": alternatives first, as the compiler goes from left to right.
  static Result<std::string> condition_of(const PhonemeFact& row) {
    std::vector<std::string> alternatives, others;
    std::istringstream terms(row.where);
    for (std::string term; std::getline(terms, term, ',');) {
      term.erase(0, term.find_first_not_of(' '));
      const bool no = term.starts_with("not ");
      if (no) term.erase(0, 4);
      const std::string before = no ? "NOT " : "";
      if (term == "word-end" || term == "word-start") {
        others.push_back(before + (term == "word-end" ? "thisPh(isWordEnd)" : "thisPh(isWordStart)"));
        continue;
      }
      const std::size_t blank = term.find(' ');
      const std::string kind = term.substr(0, blank);
      const char* which = kind == "before"     ? "nextPhW"
                          : kind == "after"    ? "prevPhW"
                          : kind == "next"     ? "nextPh"
                          : kind == "previous" ? "prevPh"
                                               : nullptr;
      if (which == nullptr || blank == std::string::npos)
        return wrong(row, trf("the condition \"{}\" is not understood", row.where));
      std::string all;
      std::istringstream names(term.substr(blank + 1));
      for (std::string name; std::getline(names, name, '|');) {
        if (name == "vowel") name = "isVowel";
        if (name == "nasal") name = "isNasal";
        if (name == "pause") name = "isPause2";
        all += (all.empty() ? "" : no ? " AND " : " OR ") + before + fmt::format("{}({})", which, name);
      }
      (all.find(" OR ") == std::string::npos ? others : alternatives).push_back(all);
    }
    alternatives.insert(alternatives.end(), others.begin(), others.end());
    return fmt::format("{}", fmt::join(alternatives, " AND "));
  }

  Result<void> write_statement(const PhonemeFact& row) {
    if (row.property == "length")
      text_ += fmt::format("    length {}\n", row.value);
    else if (row.property == "sound")
      return write_sound(row);
    else
      text_ += row.property == "entry" ? fmt::format("    Vowelin {}\n", entry(row.value))
                                       : fmt::format("    Vowelout {}\n", transition(row.value));
    return {};
  }

  static std::string transition(const std::string& value) {
    if (value == "none") return "len=0 rms=0";
    static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"break", "brk"}, {"quick", "rate"},  {"glottal", "glstop"}, {"longer", "lenadd"},
        {"f4", "f4"},     {"pause", "gpaus"}, {"ms", "len"},         {"level", "rms"},
        {"share", "amp"}, {"colour", "colr"}};
    std::string out;
    std::istringstream items(value);
    for (std::string item; items >> item;) {
      std::string key = item.substr(0, item.find('='));
      const std::string rest = item.substr(key.size());
      for (const auto& [ours, theirs] : kWords)
        if (key == ours) {
          key = theirs;
          break;
        }
      out += key + rest + " ";
    }
    std::replace(out.begin(), out.end(), ':', ' ');
    return out;
  }

  /// The compiler has other defaults for a stop, but does not take a voiced one for such.
  [[nodiscard]] std::string entry(const std::string& value) const {
    std::string out = transition(value);
    if (voiced_stop_ && out.find("len=") != std::string::npos && out.find("rms=") == std::string::npos &&
        out.find("amp=") == std::string::npos)
      out += "rms=30";
    return out;
  }

  Result<void> write_sound(const PhonemeFact& row) {
    std::string spectrum, recording;
    std::string* last = nullptr;
    std::istringstream words(row.value == "silence" ? "" : row.value);
    for (std::string word; words >> word;) {
      if (word == "+") continue;
      if (last != nullptr && word.find_first_not_of("0123456789") == std::string::npos) {
        *last += ", " + word;  // its level
        continue;
      }
      LOA_TRY_ASSIGN(const bool is_recording, use(word, row));
      last = is_recording ? &recording : &spectrum;
      *last = word;
    }
    // A recording that the called program has set would sound along.
    if (!spectrum.empty()) {
      text_ += fmt::format("    WAV(NULL)\n    Continue\n    FMT({})", spectrum);
      if (!recording.empty()) text_ += fmt::format(" addWav({})", recording);
      text_ += "\n";
    } else {
      text_ +=
          fmt::format("    FMT(NULL)\n    Continue\n    WAV({})\n", recording.empty() ? "NULL" : recording);
    }
    return {};
  }

  /// Makes the spectrum when it is ours, changing the name; true: it is a recording.
  Result<bool> use(std::string& name, const PhonemeFact& row) {
    const auto fact = std::find_if(facts_.spectra.begin(), facts_.spectra.end(),
                                   [&name](const SpectrumFact& it) { return it.name == name; });
    if (fact == facts_.spectra.end()) {
      const auto blob = installed_.blob(name);
      if (!blob) return wrong(row, trf("there is no spectrum and no recording \"{}\"", name));
      return blob->kind == 'W';
    }
    name = "loa/" + name;
    if (!written_.insert(name).second) return false;
    std::string bytes = own_spectrum(*fact);
    if (fact->from != "vowel" && fact->from != "glide") {
      LOA_TRY_ASSIGN(std::string file, read_file(sources_ / fact->from));
      LOA_TRY_ASSIGN(bytes, moved_spectrum(*fact, std::move(file)));
    }
    LOA_TRY(write_file(tree_ / name, bytes));
    return false;
  }

  const Facts& facts_;
  const PhonemeData& installed_;
  const fs::path &sources_, &tree_;
  const char* base_ = "";
  bool voiced_stop_ = false;  // the phoneme that is being written
  std::string text_;
  std::set<std::string> written_;
};

}  // namespace

Result<void> write_sources(const Facts& facts, const PhonemeData& installed, const fs::path& sources,
                           const fs::path& tree) {
  LOA_TRY_ASSIGN(const std::string phonemes, read_file(sources / "phonemes"));
  std::error_code error;
  fs::create_directories(tree / "loa", error);
  for (const auto& entry : fs::directory_iterator(sources, error)) {
    const fs::path name = entry.path().filename();
    if (name != "phonemes" && name != "loa" && !name.string().starts_with("compile_"))
      fs::create_symlink(fs::absolute(entry.path()), tree / name, error);
    if (error) break;
  }
  if (error)
    return Error{ErrorCode::cannot_create,
                 trf("cannot create {}: {}", tree.string(), system_message(error.value()))};
  TableWriter writer(facts, installed, sources, tree);
  for (const Region region : kRegions) LOA_TRY(writer.write(region));
  return write_file(tree / "phonemes", phonemes + writer.text());
}

}  // namespace loa::voicedata
