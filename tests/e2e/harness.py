# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests share: the program under test, and a folder of its own for each."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

LOA = os.path.abspath(sys.argv[1])
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "audio-samples"


def environment(**changes):
    env = {k: v for k, v in os.environ.items() if not k.startswith("LOA_") and k not in ("LANGUAGE", "LC_ALL")}
    env.update(LANG="C.UTF-8", NO_COLOR="1", XDG_CONFIG_HOME="/nonexistent")
    env.update(changes)
    return env


def loa(*args, stdin=b"", timeout=120, env=None, **kwargs):
    """Runs the program; returns the finished process with bytes in stdout and stderr."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    return subprocess.run([LOA, *map(str, args)], input=stdin, capture_output=True, timeout=timeout,
                          env=env or environment(), **kwargs)


def start(*args, env=None, **kwargs):
    return subprocess.Popen([LOA, *map(str, args)], env=env or environment(), **kwargs)


class Case(unittest.TestCase):
    """A test with an empty folder that must be as empty afterwards, but for what it names."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.dir = pathlib.Path(self._folder.name)

    def write(self, name, content):
        path = self.dir / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def files(self):
        return sorted(p.name for p in self.dir.iterdir())

    def ok(self, process):
        self.assertEqual(process.returncode, 0, process.stderr.decode(errors="replace"))
        return process

    def fails(self, process, code):
        """The exit status, one line that begins with the program's name, nothing of a crash."""
        err = process.stderr.decode(errors="replace")
        self.assertEqual(process.returncode, code, err)
        self.assertTrue(err.startswith("loa: "), err)
        return err


def main():
    del sys.argv[1]
    unittest.main(verbosity=2)
