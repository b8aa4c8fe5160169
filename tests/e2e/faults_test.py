#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults in mid-work: signals, closed pipes, killed workers, killed parents."""

import os
import pathlib
import shutil
import signal
import subprocess
import time
import wave

from harness import LOA, Case, environment, loa, main, start

LONG = "Hôm nay trời nhiều mây, có mưa rào và dông, gió nhẹ, nhiệt độ cao nhất ba mươi độ.\n" * 20000


def children(pid):
    """All living descendants of a process."""
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            child = int(stat.parent.name)
            found += [child] + children(child)
    return found


def wait_for(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return result
        time.sleep(0.02)
    return condition()


def alive(pids):
    def running(pid):
        try:
            return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False
    return [pid for pid in pids if running(pid)]


def engine_library():
    """Where the loader finds eSpeak NG for the program; its data lies beside it."""
    listed = subprocess.run(["ldd", LOA], capture_output=True, text=True, check=True).stdout
    line = next(l for l in listed.splitlines() if "libespeak-ng" in l)
    return pathlib.Path(line.split("=>")[1].split()[0])


class Faults(Case):
    def long_render(self):
        path = self.write("dai.txt", LONG)
        process = start("render", path, "-o", self.dir / "dai.wav", stderr=subprocess.PIPE)
        # A worker of the speech process is there: work has begun. (The file may have no name yet.)
        wait_for(lambda: [worker for child in children(process.pid) for worker in children(child)])
        time.sleep(0.1)
        return process

    def test_a_signal_ends_a_render_at_once_and_leaves_no_file(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = self.long_render()
            family = wait_for(lambda: children(process.pid))
            began = time.monotonic()
            process.send_signal(number)
            self.assertEqual(process.wait(timeout=10), 130)
            process.stderr.close()
            self.assertLess(time.monotonic() - began, 3)
            self.assertEqual(self.files(), ["dai.txt"])
            self.assertEqual(wait_for(lambda: not alive(family)), True)

    def test_workers_die_with_a_parent_that_is_killed(self):
        process = self.long_render()
        family = wait_for(lambda: children(process.pid))
        self.assertTrue(family)
        process.kill()
        process.wait()
        process.stderr.close()
        self.assertTrue(wait_for(lambda: not alive(family)), "left behind")

    def test_data_of_an_unknown_shape_is_told_and_the_stock_voice_reads_on(self):
        # A copy of the engine whose data our tables do not know, though it does itself.
        library = engine_library()
        copy = self.dir / "engine"
        shutil.copytree(library.parent / "espeak-ng-data", copy / "espeak-ng-data")
        shutil.copy(library, copy)
        with open(copy / "espeak-ng-data" / "phonindex", "ab") as programs:
            programs.write(b"x")
        resources = self.dir / "share"
        shutil.copytree(pathlib.Path(LOA).parents[1] / "share" / "loa" / "voices", resources / "voices")
        env = environment(LD_LIBRARY_PATH=str(copy), LOA_DATA_DIR=str(resources), XDG_DATA_HOME=str(self.dir / "user"),
                          HOME=str(self.dir))
        out = self.dir / "a.wav"
        said = self.ok(loa("render", "--text", "Xin chào bà con.", "-o", out, env=env)).stderr.decode()
        told = [line for line in said.splitlines() if "phonindex" in line]
        self.assertEqual(len(told), 1, said)
        with wave.open(str(out)) as sound:
            self.assertGreater(sound.getnframes(), sound.getframerate() // 2)
        self.assertIn("phonindex", self.fails(loa("voices", "build", env=env), 65))

    def test_a_closed_pipe_ends_the_program_with_141(self):
        path = self.write("dai.txt", LONG)
        for command in (["render", path, "-o", "-"], ["normalize", path]):
            process = start(*command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            process.stdout.read(100)
            process.stdout.close()
            self.assertEqual(process.wait(timeout=20), 141, command)

    def test_a_killed_worker_is_replaced_and_nothing_is_lost(self):
        text = "Hôm nay trời nhiều mây, có mưa rào và dông, gió nhẹ, biển động. " * 300
        path = self.write("tin.txt", text + "\n")
        self.ok(loa("render", path, "--jobs", 1, "-o", self.dir / "whole.wav"))
        process = start("render", path, "--jobs", 1, "-o", self.dir / "hurt.wav", stderr=subprocess.PIPE)
        killed = False
        while process.poll() is None:
            family = children(process.pid)
            workers = [pid for parent in family for pid in children(parent)]
            if workers:
                try:
                    os.kill(workers[-1], signal.SIGKILL)
                    killed = True
                    break
                except ProcessLookupError:
                    pass
        err = process.stderr.read().decode()
        process.stderr.close()
        code = process.wait(timeout=60)
        self.assertTrue(killed)
        if code == 0:  # every word is there
            with wave.open(str(self.dir / "whole.wav")) as a, wave.open(str(self.dir / "hurt.wav")) as b:
                self.assertAlmostEqual(a.getnframes(), b.getnframes(), delta=a.getnframes() // 50)
        else:  # or the loss is said, and no half file is left
            self.assertEqual(code, 70, err)
            self.assertNotIn("hurt.wav", self.files())

    def test_no_stray_folder_changes_the_voice(self):
        (self.dir / "espeak-ng-data").mkdir()
        (self.dir / "espeak-ng-data" / "phontab").write_bytes(b"nonsense")
        clean = self.ok(loa("render", "--text", "xin chào", "--format", "raw", "-o", "-")).stdout
        env = environment(HOME=str(self.dir), ESPEAK_DATA_PATH=str(self.dir))
        stray = self.ok(loa("render", "--text", "xin chào", "--format", "raw", "-o", "-", env=env)).stdout
        self.assertEqual(stray, clean)

    def test_a_target_that_is_a_fifo_is_written_to_and_stays_a_fifo(self):
        fifo = self.dir / "ong.raw"
        os.mkfifo(fifo)
        process = start("render", "--text", "xin chào", "-o", fifo, stderr=subprocess.DEVNULL)
        data = fifo.read_bytes()
        self.assertEqual(process.wait(timeout=20), 0)
        self.assertGreater(len(data), 10000)
        self.assertTrue(fifo.is_fifo())


if __name__ == "__main__":
    main()
