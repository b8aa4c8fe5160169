# SPDX-License-Identifier: GPL-3.0-or-later
"""Vietnamese syllables: their parts, and which of those that were heard stands for which that was said."""

import re
import unicodedata

PARTS = ("onset", "rime", "tone")
TONES = {"": "ngang", "\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx")

# What is one sound in a region, by its own phonetics and in our voices. A listener from there takes one for the other;
# the recogniser, which spells as the north does, cannot.
_SPELLING = "y=i yên=iên yêu=iêu yêm=iêm yêt=iêt yêng=iêng k=c gh=g ngh=ng d=gi"
_FINALS = ("an=ang ăn=ăng ân=âng oan=oang oăn=oăng uôn=uông ươn=ương iên=iêng yên=iêng un=ung ưn=ưng en=eng "
           "at=ac ăt=ăc ât=âc oat=oac oăt=oăc uôt=uôc ươt=ươc iêt=iêc yêt=iêc ut=uc ưt=ưc et=ec in=inh it=ich "
           "ngã=hỏi")
MERGERS = {
    "north": f"{_SPELLING} r=gi tr=ch s=x ưu=iu ươu=iêu",
    "central": f"{_SPELLING} {_FINALS}",
    "south": f"{_SPELLING} {_FINALS} ên=ênh êt=êch",
}


def _merger(region):
    """Where a sound leads that the region does not tell from another one."""
    same = {}
    for pair in MERGERS[region].split():
        one, other = pair.split("=")
        same[one] = same.get(other, other)
    return same


_MERGED = {region: _merger(region) for region in MERGERS}


def merged(part, region):
    """One name for each sound of the region: "ang" of "an" in the south."""
    return _MERGED[region].get(part, part)


def words(text):
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())


def split(syllable):
    """("kh", "oang", "huyền") of "khoàng"; as it is spelled, so "gi" of "gì" is an onset without a rime.

    But the rime of "qua" is "oa", that of "quên" "uên": it is the same as in "hoa", and "qua" heard for it has another
    onset only. Where the tone is written does not matter, "hòa" and "hoà" are one syllable.
    """
    letters = unicodedata.normalize("NFD", syllable)
    tone = next((mark for mark in letters if mark in TONES), "")
    plain = unicodedata.normalize("NFC", letters.replace(tone, "") if tone else letters)
    onset = next((o for o in ONSETS if plain.startswith(o) and len(plain) > len(o)), "")
    rime = plain[len(onset):]
    if onset == "qu":
        rime = ("o" if rime[0] in "aăe" else "u") + ("y" + rime[1:] if rime[0] == "i" else rime)
    return onset, rime, TONES[tone]


def _unlike(said, heard):
    unlike = sum(a != b for a, b in zip(split(said), split(heard)))
    return 0.5 + unlike / 6 if unlike else 0


def pairs(said, heard):
    """Said and heard syllables side by side, None where one is missing: the pairing with the least that differs."""
    lone = 0.85
    table = [[(lone * (i + j), None) for j in range(len(heard) + 1)] for i in range(len(said) + 1)]
    for i in range(len(said) + 1):
        for j in range(len(heard) + 1):
            ways = []
            if i and j:
                ways.append((table[i - 1][j - 1][0] + _unlike(said[i - 1], heard[j - 1]), (1, 1)))
            if i:
                ways.append((table[i - 1][j][0] + lone, (1, 0)))
            if j:
                ways.append((table[i][j - 1][0] + lone, (0, 1)))
            if ways:
                table[i][j] = min(ways)
    result, i, j = [], len(said), len(heard)
    while i or j:
        back = table[i][j][1]
        i, j = i - back[0], j - back[1]
        result.append((said[i] if back[0] else None, heard[j] if back[1] else None))
    return result[::-1]


def errors(said, heard, region=None):
    """Least number of syllables to replace, to leave out and to put in; of a region, its mergers are no errors."""
    said, heard = [[tuple(merged(part, region) if region else part for part in split(word)) for word in words]
                   for words in (said, heard)]
    row = list(range(len(heard) + 1))
    for i, a in enumerate(said, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(heard, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
