# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws ten telling syllables, stock and ours: a spectrogram with F0 over it.

    bench/intelligibility/run pictures [--loa FILE] [--voice NAME] [--stock NAME] [--out DIR]

Writes DIR/syllables-VOICE.png (docs/voices by default).
"""

import argparse
import pathlib
import subprocess
import tempfile

import matplotlib
import numpy as np
import PIL.Image
import parselmouth

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  (the backend comes first)

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The six tones, then sounds that a stock voice has otherwise: đ, ông, âu, ươ.
SYLLABLES = ["ma", "mà", "má", "mả", "mã", "mạ", "đi", "ông", "lâu", "được"]
RANGE_DB = 50
TOP_HZ = 5000


def render(loa, voice, text, path):
    subprocess.run([loa, "render", "--quiet", "-v", voice, "-s", "140", "--text", text, "-o", path], check=True)
    return parselmouth.Sound(str(path))


def draw(axis, sound):
    power = sound.to_spectrogram(window_length=0.005, maximum_frequency=TOP_HZ)
    level = 10 * np.log10(power.values + 1e-12)
    axis.pcolormesh(power.x_grid(), power.y_grid(), level, vmin=level.max() - RANGE_DB, cmap="Greys", rasterized=True)
    axis.set_ylim(0, TOP_HZ)
    axis.set_xticks([])
    axis.set_yticks([])
    pitch = sound.to_pitch(pitch_floor=70, pitch_ceiling=400)
    hertz = pitch.selected_array["frequency"]
    hertz[hertz == 0] = np.nan
    over = axis.twinx()
    over.plot(pitch.xs(), hertz, color="tab:red", linewidth=2)
    over.set_ylim(50, 350)
    over.set_yticks([])
    return over


def main():
    parser = argparse.ArgumentParser(prog="run pictures", description=__doc__.splitlines()[0])
    parser.add_argument("--loa", default=str(ROOT / "build/release/bin/loa"), help="the program that speaks")
    parser.add_argument("--voice", default="bac", help="ours")
    parser.add_argument("--stock", default="vi+f5", help="the one to compare with")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs/voices", help="folder of the pictures")
    options = parser.parse_args()
    rows = [options.stock, options.voice]
    figure, axes = plt.subplots(len(rows), len(SYLLABLES), figsize=(14, 4), squeeze=False)
    with tempfile.TemporaryDirectory() as folder:
        for r, voice in enumerate(rows):
            for s, syllable in enumerate(SYLLABLES):
                sound = render(options.loa, voice, syllable, pathlib.Path(folder) / f"{r}-{s}.wav")
                over = draw(axes[r][s], sound)
                if r == 0:
                    axes[r][s].set_title(syllable)
            axes[r][0].set_ylabel(f"{voice}\n0–{TOP_HZ // 1000} kHz")
            over.set_yticks([100, 200, 300])
            over.set_ylabel("F0, Hz", color="tab:red")
    figure.tight_layout(w_pad=0.2)
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / f"syllables-{options.voice}.png"
    figure.savefig(target, dpi=80)
    PIL.Image.open(target).convert("RGB").quantize(32).save(target, optimize=True)  # a quarter of the size
    print(target)


main()
