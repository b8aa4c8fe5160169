#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is played is what is rendered: through a real sound server, recorded from its monitor.

Run by tests/audio/with_pulseaudio.sh, which starts a private server with a null sink and
sets PULSE_SERVER and LOA_TEST_SINK.
"""

import os
import signal
import subprocess
import time

from harness import SAMPLES, Case, environment, loa, main, start

MONITOR = os.environ["LOA_TEST_SINK"] + ".monitor"


class Recorder:
    def __init__(self, path):
        self.path = path
        self.file = open(path, "wb")
        self.process = subprocess.Popen(
            ["parec", f"--device={MONITOR}", "--raw", "--format=s16le", "--rate=22050", "--channels=1",
             "--latency-msec=50"], stdout=self.file)
        time.sleep(0.8)

    def stop(self):
        time.sleep(0.7)
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=10)
        self.file.close()
        return self.path.read_bytes()


def strip_silence(pcm):
    begin = next((i for i in range(0, len(pcm), 2) if pcm[i:i + 2] != b"\0\0"), len(pcm))
    end = next((i for i in range(len(pcm) - 2, -1, -2) if pcm[i:i + 2] != b"\0\0"), -2)
    return pcm[begin:end + 2]


class Playback(Case):
    def test_every_sample_that_is_rendered_is_heard(self):
        text = "Sáng ngày hai mươi bảy, thành phố họp. Kính mời bà con lắng nghe."
        rendered = self.ok(loa("render", "--text", text, "--format", "raw", "-o", "-")).stdout
        recorder = Recorder(self.dir / "monitor.raw")
        self.ok(loa("read", "--text", text, "--lead-in", 500))
        heard = recorder.stop()
        # Not assertIn: it would print both recordings.
        self.assertTrue(strip_silence(rendered) in heard, "the recording does not hold every sample in order")

    def test_ctrl_c_stops_the_sound_within_50_ms_with_status_130(self):
        recorder = Recorder(self.dir / "monitor.raw")
        process = start("read", SAMPLES / "ban-tin.txt", stderr=subprocess.DEVNULL)
        time.sleep(2.5)
        before = os.path.getsize(recorder.path)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=5), 130)
        heard = recorder.stop()
        after_signal = strip_silence(b"\1\0" + heard[before:])[2:]
        # 50 ms of ours and what the recorder and the server hold back between two reads.
        self.assertLess(len(after_signal) / 2 / 22050, 0.05 + 0.2)
        self.assertGreater(len(strip_silence(heard)), 22050)

    def test_z_a_server_that_is_killed_ends_in_our_lines_alone(self):  # the last: no other test has a server then
        process = start("read", SAMPLES / "ban-tin.txt", stderr=subprocess.PIPE)
        time.sleep(2)
        os.kill(int(os.environ["LOA_TEST_PULSE_PID"]), signal.SIGKILL)
        err = process.communicate(timeout=20)[1].decode()
        self.assertEqual(process.returncode, 69, err)
        lines = [line for line in err.splitlines() if not line.startswith(("loa: ", "  hint: "))]
        self.assertEqual(lines, [])

    def test_a_server_that_dies_ends_in_a_clear_error(self):
        server = int(os.environ["LOA_TEST_PULSE_PID"])
        process = start("read", SAMPLES / "ban-tin.txt", stderr=subprocess.PIPE)
        time.sleep(2)
        os.kill(server, signal.SIGSTOP)
        try:
            err = process.communicate(timeout=20)[1].decode()
        finally:
            os.kill(server, signal.SIGCONT)
        self.assertEqual(process.returncode, 69, err)
        self.assertTrue(err.strip().splitlines()[-1].strip() != "")


if __name__ == "__main__":
    main()
