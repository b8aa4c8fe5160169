// SPDX-License-Identifier: GPL-3.0-or-later
#include "voicedata/builder.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "loa/base/message.h"
#include "voicedata/program.h"
#include "voicedata/spectrum.h"

namespace loa::voicedata {
namespace {

constexpr std::size_t kMostJump = 255;  // words that a condition can span

/// Builds the table of one region.
class TableBuilder {
 public:
  TableBuilder(const Facts& facts, Region region, PhonemeData& data)
      : facts_(facts), region_(region), data_(data) {}

  Result<void> build() {
    PhonemeTable table;
    table.name = table_name(region_);
    table.base = data_.base_number(base_table(region_));
    if (table.base == 0)
      return Error{ErrorCode::bad_data, trf("eSpeak NG has no phoneme table \"{}\"", base_table(region_))};
    for (const ToneFact& tone : facts_.tones)
      if (tone.region == region_) {
        LOA_TRY_ASSIGN(Phoneme phoneme, build_tone(tone));
        table.phonemes.push_back(std::move(phoneme));
      }
    for (const auto& [mnemonic, rows] : rows_by_phoneme(facts_, region_, data_)) {
      LOA_TRY_ASSIGN(Phoneme phoneme, build_phoneme(mnemonic, rows));
      table.phonemes.push_back(std::move(phoneme));
    }
    return data_.append_table(std::move(table));
  }

 private:
  static Error wrong(const PhonemeFact& row, std::string message) {
    return Error{ErrorCode::config, std::move(message)}.at(row.place);
  }

  Result<Phoneme> build_tone(const ToneFact& tone) {
    auto phoneme = data_.find(base_table(region_), tone.phoneme);
    if (!phoneme)
      return Error{ErrorCode::config, trf("eSpeak NG has no tone \"{}\"", tone.phoneme)}.at(tone.place);
    phoneme->start_type = static_cast<std::uint8_t>(tone.low);
    phoneme->end_type = static_cast<std::uint8_t>(tone.high);
    phoneme->length = static_cast<std::uint8_t>(tone.length);
    Program program = new_program();
    LOA_TRY_ASSIGN(const std::uint32_t pitch, envelope_address(tone.pitch));
    program.pitch_envelope(pitch);
    if (!tone.loudness.empty()) {
      LOA_TRY_ASSIGN(const std::uint32_t loudness, envelope_address(tone.loudness));
      program.loudness_envelope(loudness);
    }
    program.end();
    LOA_TRY_ASSIGN(phoneme->program, data_.append_program(program.words()));
    return *std::move(phoneme);
  }

  Result<std::uint32_t> envelope_address(const Contour& contour) {
    std::string name = "loa/contour";
    for (const auto& [time, height] : contour)
      name += "_" + std::to_string(time) + "-" + std::to_string(height);
    if (const auto known = data_.blob(name)) return known->address;
    return data_.append_blob('E', name, envelope(contour));
  }

  Result<Phoneme> build_phoneme(const std::string& mnemonic, const Rows& rows) {
    auto phoneme = data_.find(base_table(region_), mnemonic);
    if (!phoneme) return wrong(*rows.front(), trf("eSpeak NG has no phoneme \"{}\"", mnemonic));
    Program program = new_program();
    std::uint16_t called = phoneme->program;
    for (const PhonemeFact* row : rows) {
      LOA_TRY(set_field(*phoneme, *row));
      if (row->property != "calls") continue;
      const auto other = called_phoneme(*row, data_);
      if (!other) return wrong(*row, trf("eSpeak NG has no phoneme \"{}\"", row->value));
      called = other->program;
    }
    if (called != 0) program.call(called);
    for (const std::string_view property : kProgramProperties) {
      Rows same;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(same),
                   [property](const PhonemeFact* row) { return row->property == property; });
      LOA_TRY(put_alternatives(program, *phoneme, same));
    }
    program.end();
    if (program.words().size() > kMostJump)
      return wrong(*rows.front(), trf("too much is said of \"{}\"", mnemonic));
    LOA_TRY_ASSIGN(phoneme->program, data_.append_program(program.words()));
    return *std::move(phoneme);
  }

  /// Rows with a condition in their order, the first that holds wins; then the one without.
  Result<void> put_alternatives(Program& program, const Phoneme& phoneme, const Rows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const PhonemeFact& row = *rows[i];
      const bool last = i + 1 == rows.size();
      if (row.where.empty()) {
        if (!last) return wrong(row, tr("a row without a condition must be the last one"));
        LOA_TRY(put_property(program, phoneme, row));
      } else {
        if (!program.open(row.where))
          return wrong(row, trf("the condition \"{}\" is not understood", row.where));
        LOA_TRY(put_property(program, phoneme, row));
        program.close(!last);
      }
    }
    program.end_alternatives();
    return {};
  }

  Result<void> put_property(Program& program, const Phoneme& phoneme, const PhonemeFact& row) {
    if (row.property == "length") {
      int value = 0;
      const auto [end, error] = std::from_chars(row.value.data(), row.value.data() + row.value.size(), value);
      if (error != std::errc{} || *end != '\0' || value < 0 || value > 510)
        return wrong(row, trf("\"{}\" must be a whole number from {} to {}", "length", 0, 510));
      program.length(value);
      return {};
    }
    if (row.property == "sound") return put_sound(program, row);
    const bool stop = phoneme.type == kTypeStop || phoneme.type == kTypeVoicedStop;
    // The compiler of eSpeak NG takes voiced stops for others here.
    if (!program.transition(row.property == "entry", row.value, stop))
      return wrong(row, trf("the value \"{}\" is not understood", row.value));
    return {};
  }

  /// "NAME 80 + NAME 110": spectra and recordings with their levels in per cent.
  Result<void> put_sound(Program& program, const PhonemeFact& row) {
    Program::Sound sound;
    std::string_view rest = row.value;
    if (rest == "silence") rest = {};
    while (!rest.empty()) {
      const std::size_t plus = std::min(rest.find(" + "), rest.size());
      const std::string_view part = rest.substr(0, plus);
      rest.remove_prefix(std::min(plus + 3, rest.size()));
      const std::size_t blank = std::min(part.find(' '), part.size());
      int level = 0;
      if (blank < part.size()) {
        const std::string_view digits = part.substr(blank + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), level);
        if (error != std::errc{} || end != digits.data() + digits.size() || level < 1 || level > 255)
          return wrong(row, trf("the value \"{}\" is not understood", row.value));
      }
      LOA_TRY_ASSIGN(const Blob blob, sound_named(std::string(part.substr(0, blank)), row));
      (blob.kind == 'W' ? sound.recording : sound.spectrum) = blob.address;
      (blob.kind == 'W' ? sound.recording_level : sound.spectrum_level) = level;
    }
    program.sound(sound);
    return {};
  }

  /// A spectrum of ours by its name, or anything installed by its own; ours are made when
  /// they are wanted first.
  Result<Blob> sound_named(const std::string& name, const PhonemeFact& row) {
    const auto fact = std::find_if(facts_.spectra.begin(), facts_.spectra.end(),
                                   [&name](const SpectrumFact& it) { return it.name == name; });
    if (fact == facts_.spectra.end()) {
      const auto installed = data_.blob(name);
      if (!installed || installed->kind == 'E')
        return wrong(row, trf("there is no spectrum and no recording \"{}\"", name));
      return *installed;
    }
    const std::string ours = "loa/" + name;
    if (const auto made = data_.blob(ours)) return *made;
    std::span<const std::uint8_t> source;
    if (const auto from = data_.blob(fact->from); from && from->kind == 'S')
      source = data_.sound(from->address);
    else if (fact->from != "vowel" && fact->from != "glide")
      return Error{ErrorCode::config, trf("there is no spectrum and no recording \"{}\"", fact->from)}.at(
          fact->frames.front().place);
    LOA_TRY_ASSIGN(const auto bytes, make_spectrum(*fact, source));
    LOA_TRY_ASSIGN(const std::uint32_t address, data_.append_blob('S', ours, bytes));
    return Blob{'S', address};
  }

  /// What is no part of the program. Rows of other kinds are checked by name only.
  Result<void> set_field(Phoneme& phoneme, const PhonemeFact& row) {
    if (std::find(std::begin(kProgramProperties), std::end(kProgramProperties), row.property) !=
        std::end(kProgramProperties))
      return {};
    if (!row.where.empty()) return wrong(row, trf("\"{}\" cannot have a condition", row.property));
    if (row.property == "place") {
      static constexpr std::string_view kPlaces[] = {"labial",    "labiodental",    "dental",  "alveolar",
                                                     "retroflex", "palatoalveolar", "palatal", "velar"};
      const auto* const found = std::find(std::begin(kPlaces), std::end(kPlaces), row.value);
      if (found == std::end(kPlaces)) return wrong(row, trf("the value \"{}\" is not understood", row.value));
      phoneme.flags &= ~(kPlaceMask | kFlagPalatal);
      phoneme.flags |= static_cast<std::uint32_t>(found - std::begin(kPlaces) + 1) << kPlaceShift;
      if (row.value == "palatal") phoneme.flags |= kFlagPalatal;
    } else if (row.property == "manner") {
      // Only what eSpeak NG speaks with the wrong one: a voiceless fricative that closes the syllable.
      if (row.value != "stop" || phoneme.type != kTypeFricative)
        return wrong(row, trf("the value \"{}\" is not understood", row.value));
      phoneme.type = kTypeStop;
    } else if (row.property == "calls") {
      return {};  // the beginning of the program
    } else if (row.property == "begins" || row.property == "ends") {
      const auto group = lookup(row.value);
      if (!group) return wrong(row, trf("the value \"{}\" is not understood", row.value));
      (row.property == "begins" ? phoneme.start_type : phoneme.end_type) = *group;
    } else {
      return wrong(row, trf("there is no property \"{}\"", row.property));
    }
    return {};
  }

  std::optional<std::uint8_t> lookup(std::string_view mnemonic) const {
    const auto phoneme = data_.find(base_table(region_), mnemonic);
    if (!phoneme) return std::nullopt;
    return phoneme->code;
  }
  Program new_program() const {
    return Program([this](std::string_view mnemonic) { return lookup(mnemonic); });
  }

  const Facts& facts_;
  Region region_;
  PhonemeData& data_;
};

}  // namespace

const char* table_name(Region region) {
  return region == Region::north ? "vi-loa" : region == Region::central ? "vi-loa-hue" : "vi-loa-sgn";
}

const char* base_table(Region region) {
  return region == Region::north ? "vi" : region == Region::central ? "vi-hue" : "vi-sgn";
}

std::map<std::string, Rows> rows_by_phoneme(const Facts& facts, Region region, const PhonemeData& installed) {
  std::map<std::string, Rows> phonemes;
  for (const PhonemeFact& row : facts.phonemes)
    if (row.region == region) phonemes[row.phoneme].push_back(&row);
  if (region == Region::north) return phonemes;
  const PhonemeTable* base = installed.table(base_table(region));
  for (const PhonemeFact& row : facts.phonemes) {
    const bool own = std::any_of(base->phonemes.begin(), base->phonemes.end(),
                                 [&](const Phoneme& it) { return it.mnemonic == row.phoneme; });
    if (row.region != Region::north || own) continue;
    // What the region says comes first; where it says something of all cases, the north is not asked.
    Rows& rows = phonemes[row.phoneme];
    if (std::none_of(rows.begin(), rows.end(), [&](const PhonemeFact* it) {
          return it->region == region && it->property == row.property && it->where.empty();
        }))
      rows.push_back(&row);
  }
  return phonemes;
}

std::optional<Phoneme> called_phoneme(const PhonemeFact& row, const PhonemeData& installed) {
  const std::size_t slash = row.value.find('/');
  if (slash == std::string::npos || installed.table(row.value.substr(0, slash)) == nullptr)
    return std::nullopt;
  return installed.find(row.value.substr(0, slash), row.value.substr(slash + 1));
}

Result<void> add_voices(const Facts& facts, PhonemeData& data) {
  // The numbers of the conditions are not part of the version number. The t of eSpeak NG's
  // Vietnamese begins by asking for the end of the word.
  const auto t = data.find(base_table(Region::north), "t[");
  if (!t || data.program_word(t->program) != Program::kWordEndCondition)
    return Error{ErrorCode::bad_data, trf("the data of eSpeak NG has an unknown shape: {}", "vi/t[")};
  for (const Region region : kRegions) LOA_TRY(TableBuilder(facts, region, data).build());
  return {};
}

std::array<std::uint8_t, 128> envelope(const Contour& contour) {
  std::array<std::uint8_t, 128> heights{};
  std::size_t point = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const double time = static_cast<double>(i) / 1.28;
    while (point + 2 < contour.size() && time >= contour[point + 1].first) ++point;
    const auto [t0, h0] = contour[point];
    const auto [t1, h1] = contour[point + 1];
    const double height = h0 + (h1 - h0) * std::clamp((time - t0) / (t1 - t0), 0.0, 1.0);
    // Cut off, as eSpeak NG's compiler does: rounded, pitch periods came out a little shorter, and where one
    // more of them fitted in the voice compiled from the sources went apart from this one.
    heights[i] = static_cast<std::uint8_t>(height * 2.55);
  }
  return heights;
}

}  // namespace loa::voicedata
