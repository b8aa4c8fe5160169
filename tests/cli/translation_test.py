#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of the sources has a Vietnamese translation with the same placeholders."""

import gettext
import pathlib
import re
import subprocess
import tempfile
import unittest

PO = pathlib.Path(__file__).resolve().parents[2] / "po"


def catalogue(path):
    with open(path, "rb") as file:
        return {k: v for k, v in gettext.GNUTranslations(file)._catalog.items() if k}


class Translation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            pot, english, compiled = (f"{folder}/{name}" for name in ("loa.pot", "en.po", "loa.mo"))
            subprocess.run([PO / "extract", pot], check=True)
            subprocess.run(["msgen", "--output-file", english, pot], check=True)
            subprocess.run(["msgfmt", "--output-file", compiled, english], check=True)
            cls.messages = set(catalogue(compiled))
            subprocess.run(["msgfmt", "--check-format", "--check-domain", "--output-file", compiled, PO / "vi.po"],
                           check=True)
            cls.translations = catalogue(compiled)

    def test_the_sources_have_messages(self):
        self.assertGreater(len(self.messages), 100)

    def test_every_message_is_translated(self):
        missing = sorted(self.messages - set(self.translations))
        self.assertEqual(missing, [], "run po/update and translate what is empty in po/vi.po")

    def test_every_translation_has_the_placeholders_of_its_message(self):
        for message, translation in self.translations.items():
            with self.subTest(message):
                self.assertEqual(re.findall(r"\{[^{}]*\}", translation), re.findall(r"\{[^{}]*\}", message))

    def test_translations_name_the_same_options_and_files(self):
        for message, translation in self.translations.items():
            with self.subTest(message):
                options = set(re.findall(r"--[a-z-]+[a-z]", message))
                self.assertLessEqual(options, set(re.findall(r"--[a-z-]+[a-z]", translation)))


if __name__ == "__main__":
    unittest.main(verbosity=1)
