// SPDX-License-Identifier: GPL-3.0-or-later
// Words written with a full stop that does not end a sentence.
#pragma once

#include <array>
#include <string_view>

namespace loa::article {

/// What may follow the full stop without a sentence beginning there.
enum class Follow : unsigned char {
  anything,  // a title before a name: "TP. Huế", "GS. Trần"
  number,    // "tr. 5", "Q. 1"; before a word only where it is a name's part
  never,     // "v.v." ends a sentence where a capital follows
};

struct DottedWord {
  std::string_view word;  // without the last full stop, as written
  Follow follow;
};

inline constexpr std::array<DottedWord, 68> kDottedWords = {{
    // places
    {"TP", Follow::anything},
    {"Tp", Follow::anything},
    {"TX", Follow::anything},
    {"Tx", Follow::anything},
    {"TT", Follow::anything},
    {"Tt", Follow::anything},
    {"KCN", Follow::number},
    {"Q", Follow::anything},
    {"P", Follow::anything},
    {"H", Follow::anything},
    {"X", Follow::anything},
    {"T", Follow::anything},
    {"St", Follow::anything},
    {"Mt", Follow::anything},
    {"Ft", Follow::anything},
    // persons
    {"GS", Follow::anything},
    {"PGS", Follow::anything},
    {"TS", Follow::anything},
    {"Ts", Follow::anything},
    {"TSKH", Follow::anything},
    {"ThS", Follow::anything},
    {"Th.S", Follow::anything},
    {"Ths", Follow::anything},
    {"T.S", Follow::anything},
    {"G.S", Follow::anything},
    {"P.GS", Follow::anything},
    {"PGS.TS", Follow::anything},
    {"GS.TS", Follow::anything},
    {"GS.TSKH", Follow::anything},
    {"TS.BS", Follow::anything},
    {"ThS.BS", Follow::anything},
    {"BS", Follow::anything},
    {"Bs", Follow::anything},
    {"BSCKI", Follow::anything},
    {"BSCKII", Follow::anything},
    {"BS.CKI", Follow::anything},
    {"BS.CKII", Follow::anything},
    {"CKI", Follow::anything},
    {"CKII", Follow::anything},
    {"DS", Follow::anything},
    {"KS", Follow::anything},
    {"KTS", Follow::anything},
    {"LS", Follow::anything},
    {"CN", Follow::anything},
    {"NCS", Follow::anything},
    {"NSND", Follow::anything},
    {"NSƯT", Follow::anything},
    {"LM", Follow::anything},
    {"HT", Follow::anything},
    {"TT.TS", Follow::anything},
    {"ĐĐ", Follow::anything},
    {"Mr", Follow::anything},
    {"Mrs", Follow::anything},
    {"Ms", Follow::anything},
    {"Dr", Follow::anything},
    {"Prof", Follow::anything},
    {"Jr", Follow::never},
    // sign-offs of offices
    {"TM", Follow::anything},
    {"KT", Follow::anything},
    {"TL", Follow::anything},
    {"TUQ", Follow::anything},
    {"Q.", Follow::anything},
    // numbers
    {"tr", Follow::number},
    {"Tr", Follow::number},
    {"No", Follow::number},
    {"vs", Follow::anything},
    {"ĐT", Follow::number},
    {"v.v", Follow::never},
}};

}  // namespace loa::article
