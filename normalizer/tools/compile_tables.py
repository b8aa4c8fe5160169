#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns normalizer/data/*.tsv into one C++ file of constant arrays.

usage: compile_tables.py DATA_DIR OUTPUT

The same tables give the same bytes on any machine. A wrong table stops the
build with FILE:LINE: what is wrong. Only the standard library is used.

Hash tables: open addressing with linear probing over 16-bit row numbers, at most
half full, FNV-1a; tables.cpp probes them in the same way.
"""
import os
import re
import sys
import unicodedata
import zlib

EMPTY = 0xFFFF


class TableError(Exception):
    pass


def fail(path, line, message):
    raise TableError(f"{path}:{line}: {message}")


class Row(dict):
    path = ""
    line = 0

    def fail(self, message):
        fail(self.path, self.line, message)


def read_table(data_dir, name, columns, optional=()):
    """Rows of a TSV with a header line; `#` starts a comment line; missing last cells are empty."""
    path = os.path.join(data_dir, name)
    rows, header = [], None
    with open(path, encoding="utf-8", newline="") as file:
        for number, text in enumerate(file, 1):
            text = text.rstrip("\n")
            if not text.strip() or (text.startswith("#") and not text.startswith("#\t")):
                continue
            if "\r" in text:
                fail(path, number, "carriage return")
            if unicodedata.normalize("NFC", text) != text and name != "symbols.tsv":
                fail(path, number, "not in NFC")
            cells = text.split("\t")
            if header is None:
                header = cells
                missing = [c for c in columns if c not in header]
                unknown = [c for c in header if c not in columns and c not in optional]
                if missing or unknown:
                    fail(path, number, f"header: missing {missing}, unknown {unknown}")
                continue
            if len(cells) > len(header):
                fail(path, number, f"{len(cells)} cells under {len(header)} headings")
            cells += [""] * (len(header) - len(cells))
            for cell in cells:
                if cell != cell.strip() or "  " in cell:
                    fail(path, number, f"blanks around or doubled in a cell: {cell!r}")
            row = Row(zip(header, cells))
            row.path, row.line = path, number
            rows.append(row)
    if header is None:
        fail(path, 1, "no header line")
    return rows


def unique(rows, key):
    seen = {}
    for row in rows:
        value = key(row)
        if value in seen:
            row.fail(f"{value!r} stands already in line {seen[value]}")
        seen[value] = row.line


# What the speech engine may be given: no digit, no capital, no symbol.
SPOKEN = re.compile(r"^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ ]+$")


class Syllables:
    """The same rule as tables.cpp: what is said must be syllables, or it would be read again as foreign."""

    onsets = {}  # onset: its number
    rimes = {}  # rime as it is written, with its tone: bit n set where it goes with onset n

    @classmethod
    def holds(cls, word):
        return any(word.startswith(onset) and cls.rimes.get(word[len(onset):], 0) >> number & 1
                   for onset, number in cls.onsets.items())


def check_spoken(row, column="spoken", may_be_empty=False):
    text = row[column]
    if not text and may_be_empty:
        return
    if not SPOKEN.match(text):
        row.fail(f"{column} {text!r} is not lower-case Vietnamese words")
    for word in text.split():
        if not Syllables.holds(word):
            row.fail(f"{column}: {word!r} is no Vietnamese syllable")


def fnv(text):
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value ^ (value >> 15)


def literal(text):
    out = []
    for byte in text.encode("utf-8"):
        char = chr(byte)
        out.append(f"\\{byte:03o}" if byte < 32 or byte >= 127 or char in '"\\?' else char)
    return '"' + "".join(out) + '"sv'


def hash_slots(name, keys):
    """The numbers of the keys where tables.cpp looks for them, EMPTY between."""
    size = 4
    while size < 2 * len(keys):
        size *= 2
    slots = [EMPTY] * size
    for number, key in enumerate(keys):
        slot = fnv(key) & (size - 1)
        while slots[slot] != EMPTY:
            slot = (slot + 1) & (size - 1)
        slots[slot] = number
    if len(keys) >= EMPTY:
        raise TableError(f"{name}: too many keys")
    return slots


class Emitter:
    def __init__(self):
        self.lines = []

    def array(self, kind, name, items):
        if not items:
            self.lines.append(f"constexpr std::array<{kind}, 0> {name}{{}};")
            return
        self.lines.append(f"constexpr {kind} {name}[] = {{")
        line = "   "
        for item in items:
            if len(line) + len(item) > 116:
                self.lines.append(line)
                line = "   "
            line += f" {item},"
        self.lines += [line, "};"]

    def hash_table(self, name, keys):
        """keys[i] is found as number i."""
        self.array("std::uint16_t", name, map(str, hash_slots(name, keys)))


def boolean(value):
    return "true" if value else "false"


# ---- syllables ---------------------------------------------------------------

# Letters of the alphabet with their five-bit numbers; 0 is "none".
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
LETTER = {letter: number for number, letter in enumerate(ALPHABET, 1)}
VOWELS = "aăâeêioôơuưy"
TONES = {"\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
SHARP, HEAVY = "\u0301", "\u0323"


def plain_letter(char):
    """(letter, tone) of a lower-case Vietnamese character, or None."""
    decomposed = unicodedata.normalize("NFD", char)
    tones = [TONES[mark] for mark in decomposed if mark in TONES]
    base = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
    return (base, tones[0] if tones else 0) if base in LETTER else None


def written_rimes(row):
    """A rime with each of its tones in each of the places for it."""
    rime = row["rime"]
    if any(letter not in LETTER for letter in rime):
        row.fail(f"rime {rime!r}")
    stop = rime.endswith(("p", "t", "c", "ch"))
    if not stop:
        yield rime
    for index in map(int, row["mark"].split(",")):
        for tone in (SHARP, HEAVY) if stop else TONES:
            yield rime[:index] + unicodedata.normalize("NFC", rime[index] + tone) + rime[index + 1:]


def onsets_of(rime_row, onset_rows):
    """The onsets that a rime goes with."""
    allowed = rime_row["onsets"]
    for onset_row in onset_rows:
        onset, vowels = onset_row["onset"], onset_row["vowels"]
        if allowed == "all":
            fits = True
        elif allowed.startswith("not "):
            fits = onset not in allowed[4:].split()
        else:
            fits = onset in allowed.split()
        if vowels != "all" and rime_row["rime"][0] not in vowels:
            fits = False
        if onset == "gi" and rime_row["rime"][0] == "i":
            fits = False
        if fits:
            yield onset.replace("-", "")


def emit_syllables(data_dir, out):
    onset_rows = read_table(data_dir, "onsets.tsv", ["onset", "vowels"], ["note"])
    rime_rows = read_table(data_dir, "rimes.tsv", ["rime", "mark", "onsets"], ["note"])
    extra_rows = read_table(data_dir, "syllables_extra.tsv", ["syllable"], ["note"])
    unique(onset_rows, lambda r: r["onset"])
    unique(rime_rows, lambda r: r["rime"])
    unique(extra_rows, lambda r: r["syllable"])
    onsets, rimes = Syllables.onsets, Syllables.rimes

    def add(onset, rime):
        number = onsets.setdefault(onset, len(onsets))
        rimes[rime] = rimes.get(rime, 0) | 1 << number

    for row in onset_rows:
        onsets[row["onset"].replace("-", "")] = len(onsets)
    for row in rime_rows:
        for rime in written_rimes(row):
            for onset in onsets_of(row, onset_rows):
                add(onset, rime)
    for row in extra_rows:
        syllable = row["syllable"]
        vowel = next((i for i, char in enumerate(syllable) if (plain_letter(char) or "?")[0] in VOWELS), None)
        if vowel is None:
            row.fail(f"syllable {syllable!r}")
        add(syllable[:vowel], syllable[vowel:])
    if len(onsets) > 32:
        raise TableError("onsets.tsv: more than 32 onsets")
    emit_letters_and_tones(out)
    emit_onsets(onsets, out)
    emit_rimes(rimes, onsets, out)
    return onset_rows + rime_rows + extra_rows


def emit_letters_and_tones(out):
    characters = {}
    for code in list(range(0x41, 0x1B1)) + list(range(0x1EA0, 0x1EFA)):
        lower = chr(code).lower()
        if len(lower) == 1 and (plain := plain_letter(lower)):
            characters[code] = LETTER[plain[0]] | plain[1] << 5
    out.array("std::uint8_t", "kLatinLetters", [str(characters.get(c, 0)) for c in range(0x1B1)])
    out.array("std::uint8_t", "kVietnameseLetters", [str(characters.get(c, 0)) for c in range(0x1EA0, 0x1EFA)])


NO_ONSET = 255


def emit_onsets(onsets, out):
    """What begins a syllable is told by the numbers of its first two bytes, 0 for what is no consonant."""
    def cell(onset):
        return f"{{{onsets[onset]}, {len(onset.encode())}, {len(onset)}}}"

    pairs = {onset.encode(): cell(onset) for onset in onsets if onset not in ("gi", "qu", "ngh")}
    pairs[b"q"] = cell("qu")
    pairs["đ".encode()[:1]] = cell("")  # ă and ĩ begin with the same byte
    if max(map(len, pairs)) > 2 or onsets.keys() < {"", "g", "gi", "qu", "ng", "ngh"}:
        raise TableError("onsets.tsv: -, g, gi, qu, ng and ngh are needed, and ngh alone has three letters")
    first = {byte: number for number, byte in enumerate(sorted({pair[0] for pair in pairs if pair}), 1)}
    second = {byte: number for number, byte in enumerate(sorted({pair[1] for pair in pairs if len(pair) > 1}), 1)}
    table = [f"{{{NO_ONSET}, 0, 0}}"] * (32 * 32)
    for pair, found in pairs.items():
        table[sum(first[byte] * 32 for byte in pair[:1]) + sum(second[byte] for byte in pair[1:])] = found
    # A capital stands first only.
    first.update({ord(chr(byte).upper()): number for byte, number in first.items() if byte < 128})
    second["Đ".encode()[1]] = second["đ".encode()[1]]
    for name, numbers in (("kOnsetFirst", first), ("kOnsetSecond", second)):
        out.array("std::uint8_t", name, [str(numbers.get(byte, 0)) for byte in range(256)])
    out.array("Onset", "kOnsets", table)
    out.lines.append(f"constexpr std::uint8_t kNoOnset = {NO_ONSET};")
    for onset in ("g", "gi", "qu", "ng", "ngh"):
        out.lines.append(f"constexpr Onset kOnset{onset.capitalize()} = {cell(onset)};")


RIME_SLOT_BITS, RIME_BUCKET_BITS = 11, 9


def perfect_hash(keys, multiplier):
    """Slots of the 64-bit keys and the displacements of the buckets, or None: another multiplier is needed."""
    slots, displacements = [None] * (1 << RIME_SLOT_BITS), [0] * (1 << RIME_BUCKET_BITS)
    buckets = [[] for _ in displacements]
    for key in keys:
        mixed = key * multiplier >> 64 - RIME_BUCKET_BITS - RIME_SLOT_BITS
        buckets[mixed >> RIME_SLOT_BITS & len(buckets) - 1].append((mixed & len(slots) - 1, key))
    for bucket in sorted(range(len(buckets)), key=lambda number: -len(buckets[number])):
        places = {place for place, _ in buckets[bucket]}
        free = (d for d in range(len(slots)) if all(slots[place ^ d] is None for place in places))
        displacement = next(free, None)
        if displacement is None or len(places) < len(buckets[bucket]):
            return None
        displacements[bucket] = displacement
        for place, key in buckets[bucket]:
            slots[place ^ displacement] = key
    return slots, displacements


def emit_rimes(rimes, onsets, out):
    """The bytes of a rime are its key: a multiplication, a displacement, one comparison."""
    none = 1 << onsets[""]
    masks = dict(rimes)
    masks.update((rime[0].upper() + rime[1:], none) for rime, mask in rimes.items() if mask & none)
    if max(len(rime.encode()) for rime in masks) > 8:
        raise TableError("rimes.tsv: a rime is longer than 8 bytes")
    keys = {int.from_bytes(rime.encode(), "little"): rime for rime in masks}
    multiplier = 1
    for _ in range(1000):
        multiplier = multiplier * 0xD1342543DE82EF95 + 2 & (1 << 64) - 1
        if found := perfect_hash(keys, multiplier):
            break
    else:
        raise TableError("rimes.tsv: no multiplier found")
    slots, displacements = found
    out.lines.append(f"constexpr std::uint64_t kRimeMultiplier = 0x{multiplier:X}u;")
    out.lines.append(f"constexpr unsigned kRimeBucketShift = {64 - RIME_BUCKET_BITS};")
    out.lines.append(f"constexpr unsigned kRimeSlotShift = {64 - RIME_BUCKET_BITS - RIME_SLOT_BITS};")
    out.array("std::uint16_t", "kRimeDisplacements", map(str, displacements))
    out.array("Rime", "kRimes", ["{0, 0, 0}" if key is None else
                                 f"{{0x{key:X}u, {masks[keys[key]]}u, {len(keys[key])}}}" for key in slots])


# ---- folding -----------------------------------------------------------------

SPECIAL_FOLDS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    "ŋ": "ng", "ə": "e", "ŧ": "t", "ĸ": "k", "ŀ": "l", "ŉ": "n", "ſ": "s", "ĳ": "ij",
}
VIETNAMESE = set("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ")


def fold_char(char, ascii_only):
    low = char.lower()
    if len(low) != 1:
        low = low[0]
    if low in VIETNAMESE and not ascii_only:
        return low
    if low in SPECIAL_FOLDS:
        return SPECIAL_FOLDS[low]
    decomposed = unicodedata.normalize("NFD", low)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def emit_folds(out):
    for name, ascii_only in (("kFolds", False), ("kAsciiFolds", True)):
        cells = []
        for code in list(range(0xC0, 0x250)) + list(range(0x1E00, 0x1F00)):
            char = chr(code)
            if not unicodedata.category(char).startswith("L"):
                cells.append(literal(char))
            else:
                cells.append(literal(fold_char(char, ascii_only)))
        out.array("std::string_view", name, cells)


# ---- cues --------------------------------------------------------------------

FLAG_CUES = {
    "prev#": "prev_number", "prev%": "prev_percent", "next#": "next_number", "next#4": "next_year", "next#3": "next_three",
    "nextCap": "next_capital", "nextUpper": "next_upper", "dotCap": "dot_capital", "nextForeign": "next_foreign", "nextRoman": "next_roman", "nextDate": "next_date", "prevCap": "prev_capital",
    "start": "line_start", "end": "line_end", "bracket": "in_brackets",
    "gluedBefore": "glued_before", "gluedAfter": "glued_after", "colon": "before_colon", "item": "item_start", "signed": "signs_note",
}
WORD_CUES = {"prev": "prev", "next": "next", "near": "near", "head": "head", "colon": "behind_colon"}


def read_word_classes(data_dir):
    """Class -> its words, as cues look for them."""
    classes = {}
    for row in read_table(data_dir, "word_classes.tsv", ["class", "words"], ["note"]):
        classes.setdefault(row["class"], []).extend(row["words"].split("|"))
    return classes


class Cues:
    """The cues of one table; their arrays are named after it."""

    def __init__(self, table, classes):
        self.table, self.classes = table, classes
        self.words, self.conditions, self.alternatives = [], [], []
        self.word_lists = {}

    def word_list(self, words):
        key = tuple(words)
        if key not in self.word_lists:
            self.word_lists[key] = len(self.words)
            self.words += words
        return self.word_lists[key]

    def spell_out(self, row, words):
        """The words with those of a class in place of its name, @school."""
        spelled = []
        for word in words:
            if not word.startswith("@"):
                spelled.append(word)
            elif word[1:] in self.classes:
                spelled += self.classes[word[1:]]
            else:
                row.fail(f"class {word!r} is not in word_classes.tsv")
        return list(dict.fromkeys(spelled))

    def add(self, row, cue):
        """A span of alternatives for a cue such as `prev=trường|bằng & !next#; nextCap`."""
        if not cue:
            return "{}"
        parsed = []
        for alternative in cue.split(";"):
            conditions = []
            for text in alternative.split("&"):
                text = text.strip()
                negated = text.startswith("!")
                text = text.removeprefix("!")
                if text in FLAG_CUES:
                    conditions.append(f"{{CueCondition::Kind::{FLAG_CUES[text]}, {boolean(negated)}, {{}}}}")
                    continue
                kind, equals, words = text.partition("=")
                words = self.spell_out(row, [w.strip() for w in words.split("|")])
                if kind not in WORD_CUES or not equals or not all(words):
                    row.fail(f"cue {text!r}")
                if not all(re.search(r"[^\W\d]", w) for w in words):
                    row.fail(f"cue {text!r}: only words are looked for")
                if any(w != w.lower() for w in words):
                    row.fail(f"cue {text!r} is not in lower case")
                first = self.word_list(words)
                conditions.append(f"{{CueCondition::Kind::{WORD_CUES[kind]}, {boolean(negated)}, "
                                  f"{{k{self.table}CueWords + {first}, {len(words)}}}}}")
            parsed.append(conditions)
        spans = []
        for conditions in parsed:
            spans.append((len(self.conditions), len(conditions)))
            self.conditions += conditions
        first = len(self.alternatives)
        self.alternatives += [f"{{{{k{self.table}CueConditions + {f}, {n}}}}}" for f, n in spans]
        return f"{{k{self.table}CueAlternatives + {first}, {len(spans)}}}"

    def emit(self, out):
        out.array("std::string_view", f"k{self.table}CueWords", [literal(w) for w in self.words] or ['""sv'])
        out.array("CueCondition", f"k{self.table}CueConditions", self.conditions)
        out.array("CueAlternative", f"k{self.table}CueAlternatives", self.alternatives)


# ---- the tables --------------------------------------------------------------

def abbreviation_key(written):
    """What is looked up: dots and blanks are no part of it."""
    return re.sub(r"[.\s]", "", written)


def emit_abbreviations(data_dir, out):
    rows = read_table(data_dir, "abbreviations.tsv", ["written", "kind", "spoken", "cue"], ["note"])
    cues = Cues("Abbreviation", read_word_classes(data_dir))
    groups = {}
    for row in rows:
        if row["kind"] not in ("expand", "spell", "word"):
            row.fail(f"kind {row['kind']!r}")
        check_spoken(row, may_be_empty=row["kind"] == "spell")
        key = abbreviation_key(row["written"])
        if not key:
            row.fail("nothing written")
        group = groups.setdefault(key, [])
        if group and not group[-1]["cue"]:
            row.fail(f"{key!r}: unreachable, line {group[-1].line} has no cue")
        if group and group[-1].line != row.line - 1 and group[-1] is not rows[rows.index(row) - 1]:
            row.fail(f"{key!r} stands already in line {group[-1].line}")
        group.append(row)
    cells, keys, spans = [], [], []
    for key in sorted(groups):
        group = groups[key]
        if group[-1]["cue"]:
            group[-1].fail(f"{key!r} has no default: the last row must have no cue")
        keys.append(key)
        spans.append(f"{{{len(cells)}, {len(group)}}}")
        for row in group:
            cue = cues.add(row, row["cue"])
            ambiguous = len(group) > 1 and "sure" not in row.get("note", "").split()
            cells.append(f"{{{literal(key)}, AbbreviationKind::{row['kind']}, {boolean(ambiguous)}, "
                         f"{literal(row['spoken'])}, {cue}}}")
    cues.emit(out)
    out.array("AbbreviationRow", "kAbbreviations", cells)
    out.array("Group", "kAbbreviationGroups", spans)
    out.hash_table("kAbbreviationSlots", keys)
    return rows


def emit_abbreviation_parts(data_dir, out):
    rows = read_table(data_dir, "abbreviation_parts.tsv", ["written", "spoken"], ["note"])
    unique(rows, lambda r: r["written"])
    for row in rows:
        check_spoken(row)
    out.array("AbbreviationPart", "kAbbreviationParts",
              ["{" + ", ".join(literal(row[c]) for c in ("written", "spoken")) + "}" for row in rows])
    out.hash_table("kAbbreviationPartSlots", [row["written"] for row in rows])
    return rows


def emit_cut_words(data_dir, out):
    """Each word under what it is cut to: hội viên under h/viên; thời gian under t/gian and th/gian."""
    rows = read_table(data_dir, "cut_words.tsv", ["word"])
    unique(rows, lambda r: r["word"])
    cuts = {}
    for row in rows:
        check_spoken(row, "word")
        syllables = row["word"].split()
        if len(syllables) != 2:
            row.fail(f"{row['word']!r} has not two syllables")
        first, rest = syllables
        plain = unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0303\u0309\u0323]", "",
                                                    unicodedata.normalize("NFD", first)))
        onset = re.match("ngh|ng|nh|ph|th|tr|ch|kh|gh|gi|qu|.", plain).group()
        for cut in dict.fromkeys((plain[0], onset)):
            cuts.setdefault(f"{cut}/{rest}", []).append(row["word"])
    keys = sorted(cuts)
    out.array("CutWord", "kCutWords", [f"{{{literal(key)}, {literal(cuts[key][0])}, {boolean(len(cuts[key]) > 1)}}}"
                                       for key in keys])
    out.hash_table("kCutWordSlots", keys)
    return rows


def emit_letters(data_dir, out):
    rows = read_table(data_dir, "letters.tsv", ["letter", "alphabet", "foreign", "code", "web", "school"])
    unique(rows, lambda r: r["letter"])
    cells = []
    for row in rows:
        for column in ("alphabet", "foreign", "code", "web", "school"):
            row[column] = row[column] or row["alphabet"]
            check_spoken(row, column)
        cells.append(f"{{U'\\x{ord(row['letter']):X}', " + ", ".join(
            literal(row[c]) for c in ("alphabet", "foreign", "code", "web", "school")) + "}")
    out.array("LetterRow", "kLetters", cells)
    return rows


def emit_units(data_dir, out):
    rows = read_table(data_dir, "units.tsv", ["written", "spoken", "kind", "flags", "per", "cue"], ["note"])
    cues = Cues("Unit", read_word_classes(data_dir))
    groups = {}
    for row in rows:
        check_spoken(row)
        check_spoken(row, "per", may_be_empty=True)
        if row["kind"] not in ("physical", "counted", "scale", "percent", "degree"):
            row.fail(f"kind {row['kind']!r}")
        flags = row["flags"].split()
        if set(flags) - {"glued", "number", "apart"}:
            row.fail(f"flags {flags}")
        group = groups.setdefault(row["written"], [])
        if group and not group[-1]["cue"]:
            row.fail(f"{row['written']!r}: unreachable, line {group[-1].line} has no cue")
        group.append(row)
    cells, spans = [], []
    for group in groups.values():
        spans.append(f"{{{len(cells)}, {len(group)}}}")
        for row in group:
            flags = row["flags"].split()
            cells.append(f"{{{literal(row['written'])}, {literal(row['spoken'])}, UnitRow::Kind::{row['kind']}, "
                         f"{boolean('glued' in flags)}, {boolean('number' in flags)}, {boolean('apart' in flags)}, {literal(row['per'])}, "
                         f"{cues.add(row, row['cue'])}}}")
    cues.emit(out)
    out.array("UnitRow", "kUnits", cells)
    out.array("Group", "kUnitGroups", spans)
    out.hash_table("kUnitSlots", list(groups))
    return rows


def emit_currencies(data_dir, out):
    rows = read_table(data_dir, "currencies.tsv", ["written", "code", "spoken", "full", "before"], ["note"])
    unique(rows, lambda r: r["written"])
    cells = []
    for row in rows:
        check_spoken(row)
        row["full"] = row["full"] or row["spoken"]
        check_spoken(row, "full")
        cells.append("{" + ", ".join(literal(row[c]) for c in ("written", "code", "spoken", "full")) +
                     f", {boolean(row['before'] == 'yes')}}}")
    out.array("CurrencyRow", "kCurrencies", cells)
    out.hash_table("kCurrencySlots", [row["written"] for row in rows])
    return rows


def tokens(text):
    """The tokens that scan.cpp cuts the text into."""
    def kind(char):
        category = unicodedata.category(char)
        if category[0] in "LM" and not "\u0080" <= char < "\u00C0":  # but µ and º are signs
            return "word"
        return "number" if char in "0123456789" else category == "Zs"

    pieces = []
    for char in text:
        joins = pieces and kind(char) is not False and kind(char) == kind(pieces[-1][0])
        if joins:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def emit_unit_heads(units, currencies, out):
    longest = {}
    for row in units + currencies:
        pieces = tokens(row["written"])
        longest[pieces[0]] = max(longest.get(pieces[0], 0), len(pieces))
    out.array("UnitHead", "kUnitHeads", [f"{{{literal(head)}, {count}}}" for head, count in longest.items()])
    out.hash_table("kUnitHeadSlots", list(longest))


def emit_respellings(data_dir, out):
    rows = read_table(data_dir, "respellings.tsv", ["written", "spoken"], ["flags", "note"])
    unique(rows, lambda r: r["written"])
    groups = {}
    for row in rows:
        check_spoken(row)
        written = row["written"]
        if "".join(fold_char(c, False) for c in written) != written:
            row.fail(f"{written!r} is not folded")
        if set(row.get("flags", "").split()) - {"capital", "heads"}:
            row.fail(f"flags {row['flags']!r}")
        groups.setdefault(written.split()[0], []).append(row)
    cells, spans, firsts = [], [], sorted(groups)
    for first in firsts:
        group = sorted(groups[first], key=lambda r: (-len(r["written"].split()), r["written"]))
        spans.append(f"{{{len(cells)}, {len(group)}}}")
        for row in group:
            cells.append(f"{{{literal(row['written'])}, {literal(row['spoken'])}, {len(row['written'].split())}, "
                         f"{boolean('capital' in row.get('flags', ''))}, {boolean('heads' in row.get('flags', ''))}}}")
    out.array("RespellingRow", "kRespellings", cells)
    out.array("Group", "kRespellingGroups", spans)
    out.hash_table("kRespellingSlots", firsts)
    return rows


def emit_sites(data_dir, out):
    rows = read_table(data_dir, "sites.tsv", ["written", "spoken"], ["flags", "note"])
    unique(rows, lambda r: r["written"])
    for row in rows:
        check_spoken(row)
        if set(row["flags"].split()) - {"ending", "file"}:
            row.fail(f"flags {row['flags']!r}")
    out.array("SiteRow", "kSites", [
        f"{{{literal(r['written'])}, {literal(r['spoken'])}, "
        f"{boolean('ending' in r['flags'])}, {boolean('file' in r['flags'])}}}" for r in rows])
    out.hash_table("kSiteSlots", [row["written"] for row in rows])
    return rows


def emit_books(data_dir, out):
    rows = read_table(data_dir, "books.tsv", ["written", "spoken"], ["note"])
    unique(rows, lambda r: r["written"])
    for row in rows:
        check_spoken(row)
    out.array("BookRow", "kBooks", [f"{{{literal(r['written'])}, {literal(r['spoken'])}}}" for r in rows])
    out.hash_table("kBookSlots", [row["written"] for row in rows])
    return rows


def emit_documents(data_dir, out):
    rows = read_table(data_dir, "document_codes.tsv", ["written", "role", "spoken"], ["note"])
    unique(rows, lambda r: (r["role"], r["written"]))
    ordered = [r for r in rows if r["role"] == "kind"] + [r for r in rows if r["role"] == "issuer"]
    for row in rows:
        check_spoken(row)
        if row["role"] not in ("kind", "issuer"):
            row.fail(f"role {row['role']!r}")
    out.array("DocumentRow", "kDocuments", [
        f"{{{literal(r['written'])}, {literal(r['spoken'])}, DocumentRow::Role::{r['role']}}}" for r in ordered])
    kinds = [r["written"] for r in ordered if r["role"] == "kind"]
    issuers = [r["written"] for r in ordered if r["role"] == "issuer"]
    out.lines.append(f"constexpr std::size_t kFirstIssuer = {len(kinds)};")
    out.hash_table("kDocumentKindSlots", kinds)
    out.hash_table("kDocumentIssuerSlots", issuers)
    return rows


def emit_symbols(data_dir, out):
    rows = read_table(data_dir, "symbols.tsv", ["written", "spoken", "named"], ["note"])
    unique(rows, lambda r: r["written"])
    for row in rows:
        check_spoken(row, may_be_empty=True)
        row["named"] = row["named"] or row["spoken"]
        check_spoken(row, "named")
    out.array("SymbolRow", "kSymbols", [
        f"{{{literal(r['written'])}, {literal(r['spoken'])}, {literal(r['named'])}}}" for r in rows])
    out.hash_table("kSymbolSlots", [row["written"] for row in rows])
    return rows


def emit_vocabulary(data_dir, out):
    rows = read_table(data_dir, "vocabulary.tsv", ["list", "written"], ["spoken", "note"])
    unique(rows, lambda r: (r["list"], r["written"]))
    lists, cells, slots, count = {}, [], [], 0
    for row in rows:
        check_spoken(row, may_be_empty=True)
        lists.setdefault(row["list"], []).append(row)
    for name, members in lists.items():
        own = hash_slots(name, [row["written"] for row in members])
        cells.append(f"{{List::{name}, {count}, {len(members)}, {len(slots)}, {len(own)}}}")
        count += len(members)
        slots += own
    out.array("ListRow", "kListRows", [f"{{{literal(row['written'])}, {literal(row['spoken'])}}}"
                                       for members in lists.values() for row in members])
    out.array("ListCells", "kLists", cells)
    out.array("std::uint16_t", "kListSlots", map(str, slots))
    return rows


def emit_look_alikes(data_dir, out):
    rows = read_table(data_dir, "look_alikes.tsv", ["written", "plain", "flags"], ["note"])
    unique(rows, lambda r: r["written"])
    for row in rows:
        if len(row["written"]) != 1 or len(row["plain"]) != 1 or row["flags"] not in ("", "mixed"):
            row.fail("one letter for one, and no flag but mixed")
    rows.sort(key=lambda r: r["written"])
    out.array("LookAlikeRow", "kLookAlikes", [
        f"{{U'\\x{ord(r['written']):X}', U'\\x{ord(r['plain']):X}', {boolean(r['flags'] == 'mixed')}}}" for r in rows])
    return rows


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    data_dir, output = arguments[1:]
    out = Emitter()
    try:
        rows = emit_syllables(data_dir, out)
        emit_folds(out)
        rows += emit_letters(data_dir, out)
        rows += emit_abbreviations(data_dir, out)
        rows += emit_abbreviation_parts(data_dir, out)
        rows += emit_cut_words(data_dir, out)
        units = emit_units(data_dir, out)
        currencies = emit_currencies(data_dir, out)
        emit_unit_heads(units, currencies, out)
        rows += units + currencies
        rows += emit_respellings(data_dir, out)
        rows += emit_sites(data_dir, out)
        rows += emit_books(data_dir, out)
        rows += emit_documents(data_dir, out)
        rows += emit_symbols(data_dir, out)
        rows += emit_look_alikes(data_dir, out)
        rows += emit_vocabulary(data_dir, out)
    except (TableError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    checksum = zlib.crc32("\n".join(out.lines).encode("ascii"))
    head = [
        "// Made from normalizer/data by normalizer/tools/compile_tables.py; not to be edited.",
        "// clang-format off",
        f'constexpr std::string_view kVersion = "{len(rows)}-{checksum:08x}"sv;',
    ]
    text = "\n".join(head + out.lines) + "\n"
    temporary = output + ".new"
    with open(temporary, "w", encoding="ascii", newline="\n") as file:
        file.write(text)
    os.replace(temporary, output)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
