#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option that --help shows is in the manual pages and in each shell's completion."""

import os
import pathlib
import re
import subprocess
import sys
import unittest

LOA = os.path.abspath(sys.argv.pop(1))
ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = ("read", "render", "normalize", "check", "dictionary", "voices", "devices", "version")


def read(*path):
    return ROOT.joinpath(*path).read_text(encoding="utf-8")


def options_of(*command):
    env = {**os.environ, "LC_ALL": "C", "LOA_CONFIG": ""}
    text = subprocess.run([LOA, *command, "--help"], capture_output=True, text=True, check=True, env=env).stdout
    found = set()
    for line in text.splitlines():
        names = re.match(r"\s+((?:--?[A-Za-z][a-z-]*(?:, )?)+)", line)
        if names and line.startswith("  "):
            found |= set(re.findall(r"--?[A-Za-z][a-z-]*", names.group(1)))
    return found


class DocumentedOptions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.by_command = {command: options_of(command) for command in COMMANDS}
        cls.all = set().union(*cls.by_command.values()) | options_of()

    def test_help_shows_the_options(self):
        self.assertTrue({"--text", "-v", "-w", "--voice", "--dry-run", "--version"} <= self.all, self.all)

    def test_the_manual_pages_name_every_option(self):
        for page in ("loa.1", "vi/loa.1"):
            text = read("docs", "man", page)
            # mdoc writes --text as `Fl -text`, and -v, --voice as `Fl v , -voice`.
            named = {"-" + name for name in re.findall(r"(?<=[ ,])(-?[a-z][a-z-]*)(?= |$)", "\n".join(
                line for line in text.splitlines() if line.startswith(".It Fl ")), re.MULTILINE)}
            self.assertEqual(sorted(self.all - named), [], page)

    def test_bash_completes_every_option_of_a_command(self):
        script = ROOT / "packaging" / "completion" / "loa.bash"
        for command, options in self.by_command.items():
            done = subprocess.run(
                ["bash", "-c", 'source "$1"; COMP_WORDS=(loa "$2" -); COMP_CWORD=2; _loa; printf "%s\\n" "${COMPREPLY[@]}"',
                 "bash", script, command], capture_output=True, text=True, check=True)
            self.assertEqual(sorted(options - set(done.stdout.split())), [], command)
            self.assertEqual(sorted(set(done.stdout.split()) - options), [], command)

    def test_zsh_and_fish_know_every_option(self):
        zsh = read("packaging", "completion", "_loa")
        fish = read("packaging", "completion", "loa.fish")
        for option in self.all:
            with self.subTest(option):
                self.assertRegex(zsh, r"(?<![\w-])" + re.escape(option) + r"(?![\w-])")
                dash = r"-l " if option.startswith("--") else r"-s "
                self.assertRegex(fish, dash + re.escape(option.lstrip("-")) + r"(?![\w-])")


if __name__ == "__main__":
    unittest.main(verbosity=1)
