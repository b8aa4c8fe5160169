#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many syllables does a recogniser get wrong of what Loa says, and of what eSpeak NG says?

    bench/intelligibility/run                     all voices on the sentences to tune by, in a quiet room
    bench/intelligibility/run --sentences test.txt --rates 120,140,160,180 --rooms all --confusions

It stands in for listeners, who understand far more: only differences mean something, and those of less than 3 or 4
points mean nothing. It spells as the north does, so what it says of central and southern voices is an upper bound:
"merged" counts as right what is one sound in the voice's region (MERGERS in syllables.py), and so does the figure in
brackets of the confusions.
"""

import argparse
import collections
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import wave

import numpy
import soxr

import syllables
from recogniser import RATE, Recogniser, package_text

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOA = os.environ.get("LOA", str(ROOT / "build" / "release" / "bin" / "loa"))
CACHE = ROOT / "build" / "intelligibility" / "heard.json"
# Pink noise this many dB below the speech. 30: what a quiet room has; without any, the recogniser takes the exact
# zeros between phrases for the end and leaves out syllables that follow, which no listener does.
ROOMS = {"room": (30, False), "noise10": (10, False), "noise5": (5, False), "horn": (30, True)}
OURS = ["bac-nu", "bac-nam", "trung-nu", "trung-nam", "nam-nu", "nam-nam"]
STOCK = ["espeak:vi", "espeak:vi+f5", "espeak:vi-vn-x-central", "espeak:vi-vn-x-south"]


def spoken(voice, rate, text):
    """Samples at the recogniser's rate. "espeak:NAME" is said by eSpeak NG's own program with its own data."""
    with tempfile.TemporaryDirectory() as folder:
        file = folder + "/said.wav"
        if voice.startswith("espeak:"):
            command = ["espeak-ng", "-v", voice.removeprefix("espeak:"), *(["-s", str(rate)] if rate else []),
                       "-w", file, "--", text]
        else:
            command = [LOA, "--quiet", "render", "-v", voice, *(["-s", str(rate)] if rate else []),
                       "-w", file, "--text", text]
        environment = {**os.environ, "XDG_CONFIG_HOME": "/nonexistent", "LANG": "C.UTF-8"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"measure: {' '.join(command)}: {done.stderr.strip()}")
        with wave.open(file) as sound:
            samples = numpy.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(numpy.float32)
            return soxr.resample(samples, sound.getframerate(), RATE)


def in_room(samples, room, seed):
    """As it reaches the ear: with noise, and through a horn loudspeaker (400 to 4000 Hz) when the room has one."""
    noise_below, horn = ROOMS[room]
    spectrum = numpy.fft.rfft(numpy.random.default_rng(seed).standard_normal(samples.size))
    noise = numpy.fft.irfft(spectrum / numpy.sqrt(numpy.maximum(numpy.arange(spectrum.size), 1)), samples.size)
    level = numpy.sqrt((samples**2).mean() / (noise**2).mean() / 10 ** (noise_below / 10))
    heard = samples + level * noise
    if horn:
        hertz = numpy.maximum(numpy.fft.rfftfreq(heard.size, 1 / RATE), 1)
        gain = 1 / numpy.sqrt((1 + (400 / hertz) ** 8) * (1 + (hertz / 4000) ** 8))
        heard = numpy.fft.irfft(numpy.fft.rfft(heard) * gain, heard.size)
    heard = heard * min(1.0, 28000 / max(1.0, numpy.abs(heard).max()))
    return numpy.concatenate([numpy.zeros(4800), heard, numpy.zeros(8000)]).astype(numpy.int16)


class Listener:
    """Hears each sound once: what was heard is kept by the sound's sum."""

    def __init__(self):
        self._known = json.loads(CACHE.read_text()) if CACHE.exists() else {}
        self._recogniser = None

    def hear(self, recordings):
        sums = [hashlib.sha256(samples.tobytes()).hexdigest() for samples in recordings]
        new = {sum_: samples for sum_, samples in zip(sums, recordings) if sum_ not in self._known}
        if new:
            self._recogniser = self._recogniser or Recogniser()
            keys = list(new)
            for begin in range(0, len(keys), 24):
                part = keys[begin:begin + 24]
                self._known.update(zip(part, self._recogniser.texts([new[key] for key in part])))
            CACHE.parent.mkdir(parents=True, exist_ok=True)
            fresh = CACHE.with_suffix(f".{os.getpid()}")
            fresh.write_text(json.dumps(self._known, ensure_ascii=False))
            fresh.replace(CACHE)
        return [self._known[sum_] for sum_ in sums]


def region_of(voice):
    return {"trung": "central", "nam": "south"}.get(
        voice.split("-")[0], "central" if "central" in voice else "south" if "south" in voice else "north")


class Score:
    def __init__(self, region):
        self.region = region
        self.said = self.wrong = self.wrong_merged = 0
        self.seconds = 0.0
        self.confusions = {part: collections.defaultdict(collections.Counter) for part in syllables.PARTS}

    def add(self, said, heard, seconds):
        self.said += len(said)
        self.wrong += syllables.errors(said, heard)
        self.wrong_merged += syllables.errors(said, heard, self.region)
        self.seconds += seconds
        for one, other in syllables.pairs(said, heard):
            if one:
                got = syllables.split(other) if other else ("–",) * 3
                for part, a, b in zip(syllables.PARTS, syllables.split(one), got):
                    self.confusions[part][a][b] += 1

    def percent_wrong(self):
        return 100 * self.wrong / self.said

    def percent_wrong_merged(self):
        return 100 * self.wrong_merged / self.said

    def percent_right(self, part):
        table = self.confusions[part]
        return 100 * sum(table[a][a] for a in table) / self.said

    def print_confusions(self, least):
        for part in syllables.PARTS:
            table = self.confusions[part]
            for a in sorted(table, key=lambda a: -sum(table[a].values())):
                count = sum(table[a].values())
                if count < least:
                    continue
                others = "  ".join(f"{b or 'none'} {n}" for b, n in table[a].most_common(6) if b != a)
                same = sum(n for b, n in table[a].items()
                           if syllables.merged(a, self.region) == syllables.merged(b, self.region))
                print(f"    {part:5} {a or 'none':6} {100 * table[a][a] / count:4.0f} % ({100 * same / count:.0f}) "
                      f"of {count:3}   {others}")


def listed(text):
    return text.split(",")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", default="tuning.txt", help="a file, here or elsewhere (default: tuning.txt)")
    parser.add_argument("--voices", type=listed, default=OURS + STOCK, metavar="V,…",
                        help='of Loa, or "espeak:NAME" (default: all of ours, and what they are compared with)')
    parser.add_argument("--rates", type=listed, default=["140"], metavar="R,…",
                        help='of eSpeak NG, or "own": what the voice has (default: 140)')
    parser.add_argument("--rooms", type=listed, default=["room"], metavar="R,…", help=f"{', '.join(ROOMS)}, or all")
    parser.add_argument("--confusions", action="store_true", help="what was heard instead, by onset, rime and tone")
    parser.add_argument("--least", type=int, default=5, help="leave out sounds said less often in the confusions")
    parser.add_argument("--show", action="store_true", help="each sentence, and what was heard")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures there")
    parser.add_argument("--check", action="store_true", help="compare with the package's own hearing, three sentences")
    options = parser.parse_args()
    file = pathlib.Path(options.sentences)
    rows = (file if file.exists() else HERE / file).read_text(encoding="utf-8").splitlines()
    sentences = [row.strip() for row in rows if row.strip() and not row.startswith("#")]
    rooms = list(ROOMS) if options.rooms == ["all"] else options.rooms
    rates = [0 if rate == "own" else int(rate) for rate in options.rates]
    if unknown := set(rooms) - set(ROOMS):
        parser.error(f"there is no room {', '.join(unknown)}")

    listener, figures = Listener(), []
    print(f"{'voice':24} {'rate':>5} {'room':8} {'wrong %':>8} {'merged':>7}  right: {'onset':>5} {'rime':>5} {'tone':>5}  syllables/s")
    for voice in options.voices:
        for rate in rates:
            sounds = [spoken(voice, rate, text) for text in sentences]
            for room in rooms:
                recordings = [in_room(sound, room, seed) for seed, sound in enumerate(sounds)]
                score = Score(region_of(voice))
                for text, sound, heard in zip(sentences, sounds, listener.hear(recordings)):
                    score.add(syllables.words(text), syllables.words(heard), sound.size / RATE)
                    if options.show:
                        print(f"    {text}\n    {heard}\n")
                right = [score.percent_right(part) for part in syllables.PARTS]
                print(f"{voice:24} {rate or 'own':>5} {room:8} {score.percent_wrong():8.1f} "
                      f"{score.percent_wrong_merged():7.1f}         "
                      f"{right[0]:5.0f} {right[1]:5.0f} {right[2]:5.0f}  {score.said / score.seconds:8.2f}", flush=True)
                figures.append({"voice": voice, "rate": rate, "room": room, "wrong": score.percent_wrong(),
                                "wrong_merged": score.percent_wrong_merged(),
                                **dict(zip(syllables.PARTS, right)), "syllables": score.said,
                                "confusions": score.confusions})
                if options.confusions:
                    score.print_confusions(options.least)
                if options.check:
                    for samples in recordings[:3]:
                        print(f"    here:    {listener.hear([samples])[0]}\n    package: {package_text(samples)}")
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
