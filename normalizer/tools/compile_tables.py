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
    """The same rules as tables.cpp: what is said must be syllables, or it would be read again as foreign."""

    onsets, rimes, extra = {}, {}, set()

    @classmethod
    def holds(cls, word):
        letters, tone, mark = [], 0, None
        for index, char in enumerate(word):
            plain = plain_letter(char)
            if plain is None:
                return False
            letters.append(plain[0])
            if plain[1]:
                if tone:
                    return False
                tone, mark = plain[1], index
        if word in cls.extra:
            return True
        text = "".join(letters)
        for onset, number in cls.onsets.items():
            if not text.startswith(onset):
                continue
            rime = cls.rimes.get(text[len(onset):])
            if rime is None:
                continue
            _, marks, stop, mask = rime
            if not mask >> number & 1 or (stop and tone not in (2, 5)):
                continue
            if tone and (mark < len(onset) or not marks >> (mark - len(onset)) & 1):
                continue
            return True
        return False


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
        self.array("std::uint16_t", name, [str(s) for s in slots])


def boolean(value):
    return "true" if value else "false"


# ---- syllables ---------------------------------------------------------------

# Letters of the alphabet with their five-bit numbers; 0 is "none".
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
LETTER = {letter: number for number, letter in enumerate(ALPHABET, 1)}
VOWELS = "aăâeêioôơuưy"
TONE_MARKS = {"": 0, "\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}


def plain_letter(char):
    """(letter, tone) of a lower-case Vietnamese character, or None."""
    decomposed = unicodedata.normalize("NFD", char)
    base, tone = "", 0
    for mark in decomposed:
        if mark in TONE_MARKS:
            tone = TONE_MARKS[mark]
        else:
            base += mark
    base = unicodedata.normalize("NFC", base)
    return (base, tone) if base in LETTER else None


def pack(letters):
    value = 0
    for letter in letters:
        value = value << 5 | LETTER[letter]
    return value


def emit_syllables(data_dir, out):
    onset_rows = read_table(data_dir, "onsets.tsv", ["onset", "vowels"], ["note"])
    rime_rows = read_table(data_dir, "rimes.tsv", ["rime", "mark", "onsets"], ["note"])
    extra_rows = read_table(data_dir, "syllables_extra.tsv", ["syllable"], ["note"])
    unique(onset_rows, lambda r: r["onset"])
    unique(rime_rows, lambda r: r["rime"])
    unique(extra_rows, lambda r: r["syllable"])
    onsets = {row["onset"].replace("-", ""): number for number, row in enumerate(onset_rows)}
    if len(onsets) > 32:
        raise TableError("onsets.tsv: more than 32 onsets")

    characters = {}
    for code in list(range(0x41, 0x1B1)) + list(range(0x1EA0, 0x1EFA)):
        lower = chr(code).lower()
        if len(lower) == 1 and (plain := plain_letter(lower)):
            characters[code] = LETTER[plain[0]] | plain[1] << 5
    out.array("std::uint8_t", "kLatinLetters", [str(characters.get(c, 0)) for c in range(0x1B1)])
    out.array("std::uint8_t", "kVietnameseLetters", [str(characters.get(c, 0)) for c in range(0x1EA0, 0x1EFA)])
    out.lines.append(f"constexpr std::uint32_t kVowelMask = {sum(1 << LETTER[v] for v in VOWELS)}u;")
    for letter in "giqu":
        out.lines.append(f"constexpr std::uint8_t kLetter{letter.upper()} = {LETTER[letter]};")

    one, two = [255] * 32, [255] * 1024
    three = []
    for onset, number in onsets.items():
        if len(onset) == 1:
            one[LETTER[onset]] = number
        elif len(onset) == 2:
            two[pack(onset)] = number
        elif len(onset) == 3:
            three.append((pack(onset), number))
    if onsets.get("") is None or len(three) != 1:
        raise TableError("onsets.tsv: the empty onset, written -, and ngh are needed")
    out.array("std::uint8_t", "kOneLetterOnsets", map(str, one))
    out.array("std::uint8_t", "kTwoLetterOnsets", map(str, two))
    out.lines.append(f"constexpr std::uint32_t kThreeLetterOnset = {three[0][0]};")
    out.lines.append(f"constexpr std::uint8_t kThreeLetterOnsetNumber = {three[0][1]};")
    out.lines.append(f"constexpr std::uint8_t kEmptyOnset = {onsets['']};")
    out.lines.append(f"constexpr std::uint8_t kOnsetQu = {onsets['qu']};")
    out.lines.append(f"constexpr std::uint8_t kOnsetGi = {onsets['gi']};")
    out.lines.append(f"constexpr std::uint8_t kOnsetG = {onsets['g']};")

    rimes = []
    for row in rime_rows:
        rime = row["rime"]
        if any(letter not in LETTER for letter in rime) or not 1 <= len(rime) <= 4:
            row.fail(f"rime {rime!r}")
        stop = rime[-1] in "pt" or rime[-1] == "c" or rime.endswith("ch")
        marks = sum(1 << int(index) for index in row["mark"].split(","))
        mask = 0
        for onset_row in onset_rows:
            onset = onset_row["onset"].replace("-", "")
            allowed = row["onsets"]
            if allowed == "all":
                fits = True
            elif allowed.startswith("not "):
                fits = (onset or "-") not in allowed[4:].split()
            else:
                fits = (onset or "-") in allowed.split()
            vowels = onset_row["vowels"]
            if vowels != "all":
                fits = fits and rime[0] in vowels
            if onset == "gi" and rime[0] == "i":
                fits = False
            if fits:
                mask |= 1 << onsets[onset]
        rimes.append((pack(rime), marks, stop, mask))
        Syllables.rimes[rime] = rimes[-1]
    Syllables.onsets = onsets
    Syllables.extra = {row["syllable"] for row in extra_rows}

    # A multiplier that sends every rime to a slot of its own: one probe, one comparison.
    if len(rimes) > 254:
        raise TableError("rimes.tsv: more than 254 rimes")
    bits = 13
    for attempt in range(100000):
        multiplier = (0x9E3779B1 + attempt * 0x3C6EF372) & 0xFFFFFFFF | 1
        slots = {(rime[0] * multiplier & 0xFFFFFFFF) >> (32 - bits): number for number, rime in enumerate(rimes, 1)}
        if len(slots) == len(rimes):
            break
    else:
        raise TableError("rimes.tsv: no multiplier found")
    out.lines.append(f"constexpr std::uint32_t kRimeMultiplier = 0x{multiplier:08X}u;")
    out.lines.append(f"constexpr unsigned kRimeShift = {32 - bits};")
    out.array("std::uint8_t", "kRimeSlots", [str(slots.get(slot, 0)) for slot in range(1 << bits)])
    cells = ["{0u, 0u, 0, false}"]
    for key, marks, stop, mask in rimes:
        cells.append(f"{{{key}u, {mask}u, {marks}, {boolean(stop)}}}")
    out.array("Rime", "kRimes", cells)

    extra = [row["syllable"] for row in extra_rows]
    out.array("std::string_view", "kExtraSyllables", [literal(s) for s in extra])
    out.hash_table("kExtraSyllableSlots", extra)
    return onset_rows + rime_rows + extra_rows


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
    "prev#": "prev_number", "next#": "next_number", "next#4": "next_year", "next#3": "next_three",
    "nextCap": "next_capital", "nextForeign": "next_foreign", "nextRoman": "next_roman", "prevCap": "prev_capital",
    "start": "line_start", "end": "line_end", "bracket": "in_brackets",
    "gluedBefore": "glued_before", "gluedAfter": "glued_after",
}
WORD_CUES = {"prev", "next", "near"}


class Cues:
    """The cues of one table; their arrays are named after it."""

    def __init__(self, table):
        self.table = table
        self.words, self.conditions, self.alternatives = [], [], []
        self.word_lists = {}

    def word_list(self, words):
        key = tuple(words)
        if key not in self.word_lists:
            self.word_lists[key] = len(self.words)
            self.words += words
        return self.word_lists[key]

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
                words = [w.strip() for w in words.split("|")]
                if kind not in WORD_CUES or not equals or not all(words):
                    row.fail(f"cue {text!r}")
                if any(w != w.lower() for w in words):
                    row.fail(f"cue {text!r} is not in lower case")
                first = self.word_list(words)
                conditions.append(f"{{CueCondition::Kind::{kind}, {boolean(negated)}, "
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
    cues = Cues("Abbreviation")
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
    cues = Cues("Unit")
    groups = {}
    for row in rows:
        check_spoken(row)
        check_spoken(row, "per", may_be_empty=True)
        if row["kind"] not in ("physical", "counted", "scale", "percent", "degree"):
            row.fail(f"kind {row['kind']!r}")
        flags = row["flags"].split()
        if set(flags) - {"glued", "number"}:
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
                         f"{boolean('glued' in flags)}, {boolean('number' in flags)}, {literal(row['per'])}, "
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
        rows += emit_units(data_dir, out)
        rows += emit_currencies(data_dir, out)
        rows += emit_respellings(data_dir, out)
        rows += emit_sites(data_dir, out)
        rows += emit_documents(data_dir, out)
        rows += emit_symbols(data_dir, out)
        rows += emit_look_alikes(data_dir, out)
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
