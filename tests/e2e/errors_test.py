#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One clear line, the right exit status, and no file left, whatever is wrong."""

import os
import resource
import subprocess
import unittest

from harness import LOA, Case, environment, loa, main


class Errors(Case):
    def test_a_missing_file_is_named(self):
        for command in (["normalize"], ["render", "-o", self.dir / "x.wav"], ["read"]):
            err = self.fails(loa(*command, self.dir / "không-có.txt"), 66)
            self.assertIn("không-có.txt", err)
        self.assertEqual(self.files(), [])

    def test_a_folder_is_no_text(self):
        self.fails(loa("normalize", self.dir), 66)

    def test_an_unknown_option_is_a_usage_error(self):
        self.fails(loa("render", "--no-such-option"), 64)
        self.fails(loa("nosuchcommand"), 64)

    def test_an_empty_file_has_nothing_to_say(self):
        for content in ("", "\n\n  \n", "***\n---\n", "\ufeff"):
            path = self.write("empty.txt", content)
            self.fails(loa("render", path, "-o", self.dir / "x.wav"), 65)
            self.assertEqual(self.files(), ["empty.txt"])

    def test_a_binary_file_is_refused(self):
        path = self.write("photo.txt", bytes(range(256)) * 40)
        self.fails(loa("render", path, "-o", self.dir / "x.wav"), 65)
        self.fails(loa("normalize", path), 65)
        self.assertEqual(self.files(), ["photo.txt"])

    def test_invalid_bytes_are_reported_with_line_and_the_rest_is_read(self):
        path = self.write("hong.txt", b"d\xc3\xb2ng m\xe1\xbb\x99t\nd\xc3\xb2ng \xff\xfe hai\n")
        done = self.ok(loa("normalize", path))
        self.assertIn(b"hong.txt:2", done.stderr)
        self.assertIn("hai", done.stdout.decode())

    def test_an_output_folder_that_is_missing_cannot_be_created_in(self):
        self.fails(loa("render", "--text", "xin chào", "-o", self.dir / "no" / "x.wav"), 73)

    def test_an_unknown_extension_is_a_usage_error(self):
        self.fails(loa("render", "--text", "xin chào", "-o", self.dir / "x.xyz"), 64)
        self.assertEqual(self.files(), [])

    def test_an_unknown_voice_lists_ours(self):
        err = self.fails(loa("render", "-v", "không-có", "--text", "a", "-o", self.dir / "x.wav"), 64)
        self.assertIn("bac", err)
        self.assertEqual(self.files(), [])

    def test_a_variant_that_does_not_exist_is_an_error(self):
        done = loa("render", "-v", "vi+khongco", "--text", "a", "-o", self.dir / "x.wav")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(self.files(), [])

    def test_a_full_disk_is_an_error_for_the_render_and_the_normaliser(self):
        self.fails(loa("render", "--text", "xin chào", "--format", "wav", "-o", "/dev/full"), 74)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([LOA, "normalize", "--text", "xin chào"], stdout=full, stderr=subprocess.PIPE,
                                  env=environment())
        self.assertEqual(done.returncode, 74, done.stderr)

    def test_a_file_that_outgrows_the_disk_leaves_nothing(self):
        def small_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

        text = "Hôm nay trời nhiều mây, có mưa rào và dông. " * 40
        for name in ("x.wav", "x.flac", "x.mp3", "x.ogg", "x.opus"):
            done = loa("render", "--text", text * (1 if name == "x.wav" else 12), "-o", self.dir / name,
                       preexec_fn=small_disk)
            self.fails(done, 74)
            self.assertEqual(self.files(), [], name)

    def test_a_target_that_exists_is_kept_when_the_render_fails_or_must_not_clobber(self):
        old = self.write("cu.wav", b"not audio")
        self.fails(loa("render", "--text", "...", "-o", old), 65)
        self.assertEqual(old.read_bytes(), b"not audio")
        self.fails(loa("render", "--no-clobber", "--text", "xin chào", "-o", old), 73)
        self.assertEqual(old.read_bytes(), b"not audio")
        self.ok(loa("render", "--text", "xin chào", "-o", old))
        self.assertEqual(old.read_bytes()[:4], b"RIFF")
        self.assertEqual(self.files(), ["cu.wav"])

    def test_a_reading_appears_with_its_captions_or_not_at_all(self):
        text = self.write("tin.txt", "Trời nắng, gió nhẹ. " * 30)
        for fault in ("captions", "timeline"):
            beside = ["--captions", self.dir / "a.vtt", "--timeline", "/dev/full"]
            if fault == "captions":
                beside = ["--timeline", self.dir / "a.json", "--captions", self.dir / "full.vtt"]
                os.symlink("/dev/full", self.dir / "full.vtt")
            self.fails(loa("render", text, "-o", self.dir / "a.wav", *beside), 74)
            self.assertEqual([name for name in self.files() if name != "full.vtt"], ["tin.txt"])

    def test_no_clobber_holds_for_captions_and_timeline_too(self):
        old = self.write("a.vtt", "của tôi")
        self.fails(loa("render", "--no-clobber", "--text", "a", "-o", self.dir / "a.wav", "--captions", old), 73)
        self.assertEqual(self.files(), ["a.vtt"])
        self.assertEqual(old.read_text(), "của tôi")

    def test_what_the_system_says_is_told_in_the_users_language(self):
        for target in ("/dev/full", self.dir / ("x" * 300 + ".wav"), "/proc/x.wav"):
            err = loa("--lang", "vi", "render", "--text", "xin chào", "--format", "wav", "-o", target).stderr.decode()
            for english in ("No space", "too long", "No such", "denied", "not permitted"):
                self.assertNotIn(english, err)
        self.assertIn("đĩa", loa("--lang", "vi", "render", "--text", "a", "--format", "wav", "-o",
                                 "/dev/full").stderr.decode())

    def test_no_sound_device_is_said_with_a_way_out(self):
        env = environment(PULSE_SERVER="unix:/nonexistent", XDG_RUNTIME_DIR=str(self.dir))
        err = self.fails(loa("read", "--text", "xin chào", env=env), 69)
        self.assertIn("render", err)

    def test_messages_follow_the_language(self):
        vi = self.fails(loa("--lang", "vi", "normalize", "/không/có"), 66)
        en = self.fails(loa("--lang", "en", "normalize", "/không/có"), 66)
        self.assertNotEqual(vi, en)
        self.assertIn("không", vi.replace("/không/có", ""))
        by_env = self.fails(loa("normalize", "/không/có", env=environment(LANG="vi_VN.UTF-8")), 66)
        self.assertEqual(by_env, vi)

    def test_help_of_each_command_has_examples_on_stdout(self):
        for command in ("read", "render", "normalize", "voices", "devices", "version"):
            done = self.ok(loa(command, "--help"))
            self.assertIn(f"loa {command}", done.stdout.decode())
            self.assertEqual(done.stderr, b"")

    def test_a_broken_settings_file_is_named_with_its_line(self):
        (self.dir / "loa").mkdir()
        (self.dir / "loa" / "config.toml").write_text("voice = 'bac'\nrate = = 3\n")
        err = self.fails(loa("normalize", "--text", "a", env=environment(XDG_CONFIG_HOME=str(self.dir))), 78)
        self.assertIn("config.toml:2", err)


if __name__ == "__main__":
    main()
