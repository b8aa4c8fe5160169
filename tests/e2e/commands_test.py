#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small commands, and the examples of the help: each runs as it is printed."""

import os
import re
import shutil
import subprocess
import unittest

from harness import LOA, SAMPLES, Case, environment, loa, main

COMMANDS = ("read", "render", "normalize", "voices", "devices", "version")
NEEDS_SOUND = re.compile(r"^loa (read|devices)|--sample|\baplay\b|\| loa read")


def examples(command, language):
    text = loa("--lang", language, *command, "--help").stdout.decode()
    block = re.split(r"\n(?:Examples|Ví dụ):\n", text)[1]
    return [line.strip() for line in block.splitlines() if line.strip()]


class Commands(Case):
    def test_voices_lists_ours_with_a_description_in_the_users_language(self):
        vi = self.ok(loa("--lang", "vi", "voices")).stdout.decode()
        en = self.ok(loa("--lang", "en", "voices")).stdout.decode()
        ours, data = en.split("\n\n")
        self.assertEqual([re.split(r"[, ]", line)[0] for line in ours.splitlines()],
                         ["bac", "bac-nam", "nam", "nam-nam", "trung", "trung-nam"])
        self.assertIn("their data: ", data)
        self.assertNotEqual(vi, en)
        self.assertNotIn("not installed", en)

    def test_voices_all_lists_those_of_the_engine_too(self):
        listed = self.ok(loa("voices", "--all")).stdout.decode()
        for voice in ("bac", "vi-vn-x-central", "en-us"):
            self.assertIn(voice, listed)

    def test_voices_writes_samples_that_sound(self):
        self.ok(loa("voices", "--sample", "bac", "trung-nam", "--output-dir", self.dir))
        self.assertEqual(self.files(), ["bac.wav", "trung-nam.wav"])
        for name in self.files():
            self.assertGreater((self.dir / name).stat().st_size, 100_000)
        self.fails(loa("voices", "--output-dir", self.dir), 64)

    def test_voices_takes_names_and_aliases(self):
        self.assertTrue(self.ok(loa("voices", "central")).stdout.decode().startswith("trung"))
        self.assertIn("vi+f2", self.ok(loa("voices", "vi+f2")).stdout.decode())
        self.fails(loa("voices", "không-có"), 64)

    def test_voices_build_makes_the_data_and_says_where(self):
        done = self.ok(loa("voices", "build"))
        folder = re.search(r"eSpeak NG 1[.\d]+: (/\S+)", done.stderr.decode()).group(1)
        self.assertTrue(os.path.isfile(os.path.join(folder, "phondata")))
        self.assertIn(folder, self.ok(loa("voices")).stdout.decode())
        self.fails(loa("voices", "build", "bac"), 64)

    def test_where_no_data_can_be_built_the_shipped_voice_reads_and_it_is_said_once(self):
        data = self.dir / "data"
        shutil.copytree(os.path.join(os.path.dirname(LOA), "../share/loa"), data,
                        ignore=shutil.ignore_patterns("espeak-ng"))
        # A file in the place of a folder stops even the superuser.
        (data / "espeak-ng").write_text("")
        home = self.write("home", "")
        env = environment(LOA_DATA_DIR=str(data), XDG_DATA_HOME=str(home), HOME=str(home))
        text = "Sáng 27/8, trời mưa."
        done = self.ok(loa("render", "--text", text, "-o", "-", env=env))
        self.assertEqual(done.stderr.decode().count("voice of eSpeak NG"), 1)
        self.assertNotEqual(self.ok(loa("render", "--text", text, "-o", "-")).stdout, done.stdout)
        # Nothing to say where the voice is not ours.
        shipped = self.ok(loa("render", "-v", "vi+f5", "--text", text, "-o", "-", env=env))
        self.assertNotIn("voice of eSpeak NG", shipped.stderr.decode())

    def test_no_other_data_folder_changes_the_voice(self):
        render = ("render", "--text", "Chào buổi sáng.", "-o", "-")
        wanted = self.ok(loa(*render)).stdout
        stray = self.dir / "espeak-ng-data"
        stray.mkdir()
        for name in ("phontab", "phonindex", "phondata", "intonations", "vi_dict"):
            (stray / name).write_bytes(b"\0" * 64)
        env = environment(HOME=str(self.dir), ESPEAK_DATA_PATH=str(self.dir))
        self.assertEqual(self.ok(loa(*render, env=env, cwd=self.dir)).stdout, wanted)

    def test_version_names_the_engine_its_data_and_the_tables(self):
        told = self.ok(loa("version")).stdout.decode()
        for what in (r"^loa \d+\.\d+", r"(?m)^tables: \S", r"(?m)^eSpeak NG 1\.\d+.*: /", r"(?m)^ICU \d", "sndfile",
                     "PortAudio"):
            self.assertRegex(told, what)
        self.assertEqual(self.ok(loa("--version")).stdout.decode(), told)

    def test_devices_without_any_says_so(self):
        env = environment(PULSE_SERVER="unix:/nonexistent", XDG_RUNTIME_DIR=str(self.dir))
        done = loa("devices", env=env)
        if done.returncode != 0:  # else the machine has some
            self.fails(done, 69)
        else:
            self.assertTrue(done.stdout)

    def test_a_data_folder_without_voices_is_named(self):
        err = self.fails(loa("render", "--text", "a", "-o", self.dir / "x.wav",
                             env=environment(LOA_DATA_DIR="/nonexistent")), 78)
        self.assertIn("/nonexistent", err)

    def test_the_examples_of_the_help_run_as_they_are_printed(self):
        for name in ("ban-tin.txt", "a.txt", "b.txt"):
            shutil.copy(SAMPLES / "thong-bao.txt", self.dir / name)
        env = environment(PATH=os.path.dirname(LOA) + os.pathsep + os.environ["PATH"])
        ran = 0
        for language in ("en", "vi"):
            for command in [()] + [(name,) for name in COMMANDS]:
                found = examples(command, language)
                self.assertTrue(found, command)
                for line in found:
                    if NEEDS_SOUND.search(line):
                        continue
                    line = line.replace("COMMAND", "render").replace("LỆNH", "render")
                    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=self.dir, env=env,
                                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
                    self.assertEqual(done.returncode, 0, f"{line}\n{done.stderr.decode()}")
                    ran += 1
        self.assertGreater(ran, 20)


if __name__ == "__main__":
    main()
