// SPDX-License-Identifier: GPL-3.0-or-later
// Asks eSpeak NG for the phonemes of every orthographic syllable of Vietnamese.
#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "loa/base/utf8.h"
#include "speech/letters.h"
#include "speech/repairs.h"
#include "speech/voice_data.h"

using namespace loa::speech;

namespace {

constexpr char32_t kTones[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    at = end;
  }
  return parts;
}

std::u32string decode(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const loa::utf8::Decoded decoded = loa::utf8::decode(text, at);
    result += decoded.code_point;
    at += decoded.size;
  }
  return result;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// The letter of the rime that carries the tone: the one with a shape, else the
/// second of three vowels, else the last before a final consonant, else the first;
/// with `modern`, oa oe uy carry it on the second.
std::size_t tone_place(const std::u32string& rime, bool modern) {
  std::vector<std::size_t> vowels;
  for (std::size_t i = 0; i < rime.size(); ++i)
    if (is_one_of(rime[i], U"aăâeêioôơuưy")) vowels.push_back(i);
  for (auto i = vowels.rbegin(); i != vowels.rend(); ++i)
    if (is_one_of(rime[*i], U"ăâêôơư")) return *i;
  if (vowels.back() != rime.size() - 1) return vowels.back();
  if (vowels.size() == 3) return vowels[1];
  if (modern && (rime == U"oa" || rime == U"oe" || rime == U"uy")) return vowels[1];
  return vowels[0];
}

std::string spell(const std::string& onset, std::u32string rime, char32_t tone, bool modern) {
  const std::size_t at = tone_place(rime, modern);
  if (tone != 0) rime[at] = compose(rime[at], tone);
  std::string word = onset;
  for (const char32_t c : rime) loa::utf8::append(word, c);
  return word;
}

struct Syllable {
  std::string text;
  std::size_t tone;
};

/// Onset × rime × tone, where the spelling rules let them meet.
std::vector<Syllable> all_syllables() {
  const auto onsets = split("- b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
  const auto open = split(
      "a ai ao au ay âu ây e eo ê êu i ia iu iêu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua uây uê ui uơ uy "
      "uya uyu "
      "uôi ư ưa ưi ưu ươi ươu y yêu am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh iêm iên "
      "iêng yêm "
      "yên yêng oam oan oang oanh oăm oăn oăng oem oen oeng om on ong oong ôm ôn ông ôông ơm ơn um un ung "
      "uôm uôn "
      "uông uân uâng uên uênh uyên uyn uynh ưm ưn ưng ươm ươn ương");
  const auto stopped = split(
      "ac ach ap at ăc ăp ăt âc âp ât ec ep et êp êt êch ip it ich iêc iêp iêt yêt oac oach oap oat oăc oăp "
      "oăt oet oc "
      "ooc op ot ôc ôp ôt ơp ơt uc up ut uôc uôp uôt uât uêch uêt uyêt uyt uych uyp ưc ưp ưt ươc ươp ươt");
  const std::set<std::string> p_rimes = {"a", "ô", "in", "i", "ơ", "an", "at", "ip", "ic"};

  std::vector<Syllable> syllables;
  std::set<std::string> known;
  const auto add = [&](std::string text, std::size_t tone) {
    if (known.insert(text).second) syllables.push_back({std::move(text), tone});
  };
  const auto may_meet = [&](const std::string& onset, const std::string& rime) {
    const std::u32string r = decode(rime);
    const bool front = is_one_of(r[0], U"eêiy");
    if ((onset == "gh" || onset == "ngh" || onset == "k") && !front) return false;
    if ((onset == "c" || onset == "g" || onset == "ng") && front) return false;
    if (onset == "gi" && is_one_of(r[0], U"iy")) return false;
    if (onset == "qu" && is_one_of(r[0], U"ouư")) return false;
    if (r[0] == U'y' && r.size() > 1 && onset != "-" && onset != "qu") return false;
    if (onset == "-" && rime.starts_with("iê")) return false;
    return onset != "p" || p_rimes.count(rime) != 0;
  };
  for (const std::string& onset : onsets)
    for (const auto* rimes : {&open, &stopped})
      for (const std::string& rime : *rimes) {
        if (!may_meet(onset, rime)) continue;
        for (std::size_t tone = 0; tone < std::size(kTones); ++tone) {
          const bool short_tone = kTones[tone] == 0x301 || kTones[tone] == 0x323;
          if (rimes == &stopped && !short_tone) continue;
          const std::string head = onset == "-" ? "" : onset;
          add(spell(head, decode(rime), kTones[tone], false), tone);
          add(spell(head, decode(rime), kTones[tone], true), tone);
        }
      }
  // gi with the i as vowel
  for (const char* rime : {"i", "in", "iêng", "iêc", "iêt"})
    for (std::size_t tone = 0; tone < std::size(kTones); ++tone)
      add(spell("g", decode(rime), kTones[tone], false), tone);
  return syllables;
}

/// "~"-separated mnemonics, all clauses.
std::string mnemonics(const std::string& text) {
  std::string result;
  const void* at = text.c_str();
  while (at != nullptr) result += espeak_TextToPhonemes(&at, espeakCHARS_UTF8, static_cast<int>('~') << 8);
  return result;
}

struct Sound {
  int nuclei = 0;
  std::string tones;  ///< a digit for each marked nucleus
  bool english = false;
};

Sound sound_of(const std::string& text) {
  Sound sound;
  const std::string names = mnemonics(text);
  sound.english = names.find('(') != std::string::npos;
  std::string name;
  const auto take = [&] {
    name.erase(0, std::min(name.find_first_not_of("',%=_|! "), name.size()));
    if (!name.empty() && std::string_view("aeiouyAEIOUV@0").find(name[0]) != std::string_view::npos) {
      ++sound.nuclei;
      if (name.back() >= '1' && name.back() <= '7') sound.tones += name.back();
    }
    name.clear();
  };
  for (const char c : names + "~") {
    if (c == '~' || c == ' ')
      take();
    else
      name += c;
  }
  return sound;
}

/// With the data of our voices, which has those of eSpeak NG as well.
void start() {
  static const int kRate = [] {
    const auto data = ready_voice_data();
    REQUIRE(data);
    return espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, data->folder.c_str(), espeakINITIALIZE_DONT_EXIT);
  }();
  REQUIRE(kRate > 0);
}

/// The engine's tone numbers in the order of kTones; ngang has none, or 1 or 7.
bool is_tone(const std::string& tones, std::size_t tone) {
  constexpr std::array<char, 6> kNumbers = {'1', '2', '3', '4', '5', '6'};
  if (tone == 0) return tones.empty() || tones == "1" || tones == "7";
  return tones == std::string(1, kNumbers[tone]);
}

/// True when the engine says it as one syllable with its tone.
bool is_right(const std::string& spelled, std::size_t tone) {
  const Sound sound = sound_of(spelled);
  return !sound.english && sound.nuclei == 1 && is_tone(sound.tones, tone);
}

}  // namespace

TEST_CASE("the engine says every syllable as one syllable with its tone", "[speech][syllables]") {
  start();
  const std::vector<Syllable> syllables = all_syllables();
  REQUIRE(syllables.size() > 17'000);
  for (const auto& [voice, accent] :
       {std::pair{"vi", Accent::north}, std::pair{"vi-vn-x-central", Accent::central},
        std::pair{"vi-vn-x-south", Accent::south}, std::pair{"loa-bac", Accent::loa_north},
        std::pair{"loa-trung", Accent::loa_central}, std::pair{"loa-nam", Accent::loa_south}}) {
    REQUIRE(accent_of(voice) == accent);
    REQUIRE(espeak_SetVoiceByName(voice) == EE_OK);
    std::string wrong;
    std::size_t count = 0, repaired = 0;
    for (const Syllable& syllable : syllables) {
      const std::string spelled = repaired_word(syllable.text, accent);
      repaired += spelled != syllable.text ? 1U : 0U;
      if (is_right(spelled, syllable.tone)) continue;
      if (++count <= 40) wrong += syllable.text + " (" + spelled + ": " + mnemonics(spelled) + ") ";
    }
    INFO(voice << ": " << wrong);
    CHECK(count == 0);
    CHECK(repaired > 0);
  }
}

TEST_CASE("no repair is needless, and each is said as one syllable", "[speech][syllables]") {
  start();
  REQUIRE(espeak_SetVoiceByName("vi") == EE_OK);
  for (const char* word : {"họa", "qui", "gin", "veo", "buy", "Đăk", "giuộc", "Búk", "dớk"}) {
    INFO(word);
    CHECK((sound_of(word).english || sound_of(word).nuclei != 1));
    const Sound sound = sound_of(repaired_word(word, Accent::north));
    CHECK_FALSE(sound.english);
    CHECK(sound.nuclei == 1);
  }
  REQUIRE(espeak_SetVoiceByName("vi-vn-x-south") == EE_OK);
  for (const char* word : {"hung", "hu", "hun", "hui", "hum"}) {
    INFO(word);
    CHECK(sound_of(word).nuclei != 1);
    CHECK(sound_of(repaired_word(word, Accent::south)).nuclei == 1);
  }
}

TEST_CASE("a stop of the highlands is said like the written one", "[speech][syllables]") {
  start();
  REQUIRE(espeak_SetVoiceByName("vi") == EE_OK);
  for (const auto& [written, like] :
       {std::pair{"Búk", "búc"}, std::pair{"Đăk", "đắc"}, std::pair{"họa", "hoạ"}})
    CHECK(mnemonics(repaired_word(written, Accent::north)) == mnemonics(like));
}
