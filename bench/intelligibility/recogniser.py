# SPDX-License-Identifier: GPL-3.0-or-later
"""The listener: a Vietnamese recogniser, fed with many recordings at once.

The package viet-asr carries its model in its library and gives its place by exported names. Run by ONNX Runtime in
batches, it costs a fifth of what the package's own calls cost, one recording at a time. `package_text` asks the
package itself: `measure.py --check` compares both.
"""

import ctypes
import importlib.util
import pathlib

import numpy
import onnxruntime

RATE = 16000
FRAMES, STEP, LEFT = 43, 40, 40  # of the model: frames it sees at once, frames to the next look, frames it remembers


def _symbol(library, name):
    size = ctypes.c_uint32.in_dll(library, name + "_size").value
    return bytes((ctypes.c_char * size).in_dll(library, name))


def _mel_filters(count=80, points=512):
    """Triangles, equally wide in mel, from 20 Hz to half the rate; one column each."""
    mel = lambda hertz: 1127 * numpy.log1p(numpy.asarray(hertz) / 700)
    edges = numpy.linspace(mel(20), mel(RATE / 2), count + 2)
    bins = mel(numpy.arange(points // 2 + 1) * RATE / points)[:, None]
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    filters = numpy.maximum(0, numpy.minimum(rising, falling))
    filters[-1] = 0
    return filters


class Recogniser:
    def __init__(self):
        folder = pathlib.Path(importlib.util.find_spec("vietasr").origin).parent / "_native"
        ctypes.CDLL(str(folder / "libonnxruntime.so.1"), mode=ctypes.RTLD_GLOBAL)
        library = ctypes.CDLL(str(folder / "libvietasr.so"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            _symbol(library, "vietasr_asr_model_onnx"), options, providers=["CPUExecutionProvider"])
        rows = _symbol(library, "vietasr_asr_vocab").decode().splitlines()
        self._pieces = [row.rsplit(" ", 1)[0] for row in rows]
        self._filters = _mel_filters()
        self._window = (0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(400) / 399)) ** 0.85

    def _features(self, samples):
        """80 log energies for every 10 ms of 16-bit samples."""
        frames = numpy.lib.stride_tricks.sliding_window_view(samples.astype(float), 400)[::160]
        frames = frames - frames.mean(1, keepdims=True)
        before = numpy.concatenate([frames[:, :1], frames[:, :-1]], 1)
        power = numpy.abs(numpy.fft.rfft((frames - 0.97 * before) * self._window, 512)) ** 2
        return numpy.log(numpy.maximum(power @ self._filters, 2.0**-23)).astype(numpy.float32)

    def texts(self, recordings):
        """What is heard in each of the recordings (16-bit samples at RATE)."""
        features = [self._features(samples) for samples in recordings]
        order = sorted(range(len(features)), key=lambda i: -len(features[i]))
        best = [[] for _ in order]
        seen = numpy.zeros((len(order), 12, 4, LEFT, 224), numpy.float32)
        kept = numpy.zeros((len(order), 12, 448, 30), numpy.float32)
        for step in range(-(-max(map(len, features)) // STEP)):
            # The longest come first, so those that still go on are at the head.
            going = [i for i in order if len(features[i]) > step * STEP]
            chunk = numpy.empty((len(going), FRAMES, 80), numpy.float32)
            for row, i in enumerate(going):
                part = features[i][step * STEP:step * STEP + FRAMES]
                chunk[row, :len(part)], chunk[row, len(part):] = part, part[-1]
            output, seen, kept = self._session.run(None, {
                "chunk": chunk, "offset": numpy.full((len(going), 1), step * STEP // 4, numpy.int64),
                "att_cache": seen[:len(going)], "cnn_cache": kept[:len(going)]})
            for row, i in enumerate(going):
                best[i].extend(output[row].argmax(1))
        return [self._spell(pieces) for pieces in best]

    def _spell(self, pieces):
        text = "".join(self._pieces[piece] for before, piece in zip([0] + pieces, pieces) if piece not in (0, before))
        return text.replace("▁", " ").strip()


def package_text(samples):
    """What the package itself hears."""
    import vietasr
    return vietasr.Pipeline.preset("transcribe").transcribe(samples).text
