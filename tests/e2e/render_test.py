#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`loa render`: files, pipes, programmes, captions and timelines of a real article."""

import json
import re
import struct
import subprocess
import wave

from harness import LOA, SAMPLES, Case, environment, loa, main

ARTICLE = SAMPLES / "ban-tin.txt"


def pcm(path):
    with wave.open(str(path)) as audio:
        return audio.getframerate(), audio.readframes(audio.getnframes())


def soxi(flag, path):
    return subprocess.run(["soxi", flag, str(path)], capture_output=True, text=True, check=True).stdout.strip()


class Render(Case):
    def render(self, *args, **kwargs):
        return self.ok(loa("render", *args, **kwargs))

    def test_a_wav_file_is_plain_pcm_and_every_reader_takes_it(self):
        self.render(ARTICLE, "-o", self.dir / "tin.wav")
        raw = (self.dir / "tin.wav").read_bytes()
        self.assertEqual(raw[:4] + raw[8:16], b"RIFFWAVEfmt ")
        self.assertEqual(struct.unpack("<H", raw[20:22])[0], 1)
        self.assertEqual(struct.unpack("<I", raw[4:8])[0], len(raw) - 8)
        rate, samples = pcm(self.dir / "tin.wav")
        self.assertEqual(rate, 22050)
        self.assertGreater(len(samples) / 2 / rate, 60)
        self.assertEqual(self.files(), ["tin.wav"])

    def test_every_format_lasts_as_long_as_the_wav_and_knows_its_title(self):
        self.render(ARTICLE, "-o", self.dir / "tin.wav")
        seconds = float(soxi("-D", self.dir / "tin.wav"))
        for name in ("tin.flac", "tin.ogg", "tin.mp3"):
            self.render(ARTICLE, "-o", self.dir / name)
            self.assertAlmostEqual(float(soxi("-D", self.dir / name)), seconds, delta=0.2, msg=name)
            self.assertIn("Phường Thủy Xuân", soxi("-a", self.dir / name), name)
        self.render(ARTICLE, "-o", self.dir / "tin.opus")
        self.assertEqual((self.dir / "tin.opus").read_bytes()[:4], b"OggS")

    def test_many_jobs_make_the_same_bytes_as_one(self):
        for name in ("wav", "flac", "mp3", "raw"):
            for jobs in (1, 2, 3):
                self.render(ARTICLE, "--jobs", jobs, "-o", self.dir / f"{jobs}.{name}")
            one = (self.dir / f"1.{name}").read_bytes()
            for jobs in (2, 3):
                self.assertEqual((self.dir / f"{jobs}.{name}").read_bytes(), one, f"{name} with {jobs} jobs")

    def test_a_pipe_gets_what_the_file_gets(self):
        self.render(ARTICLE, "-o", self.dir / "tin.wav")
        _, samples = pcm(self.dir / "tin.wav")
        piped = self.render(ARTICLE, "-o", "-").stdout
        self.assertEqual(piped[:4], b"RIFF")
        self.assertEqual(piped[piped.index(b"data") + 8:], samples)
        self.assertEqual(self.render(ARTICLE, "-o", "-", "--format", "raw").stdout, samples)

    def test_the_rate_is_as_asked_and_the_length_stays(self):
        self.render(ARTICLE, "-o", self.dir / "a.wav")
        self.render(ARTICLE, "--rate", 48000, "-o", self.dir / "b.wav")
        (rate_a, a), (rate_b, b) = pcm(self.dir / "a.wav"), pcm(self.dir / "b.wav")
        self.assertEqual((rate_a, rate_b), (22050, 48000))
        self.assertAlmostEqual(len(a) / rate_a, len(b) / rate_b, delta=0.01)

    def test_several_files_are_one_programme_or_a_file_each(self):
        one = self.write("mot.txt", "Tin thứ nhất.\n")
        two = self.write("hai.txt", "Tin thứ hai.\n")
        self.render(one, two, "-o", self.dir / "ca-hai.wav")
        out = self.dir / "out"
        out.mkdir()
        self.render(one, two, "--output-dir", out)
        self.assertEqual(sorted(p.name for p in out.iterdir()), ["hai.wav", "mot.wav"])
        together = len(pcm(self.dir / "ca-hai.wav")[1])
        self.assertGreater(together, sum(len(pcm(p)[1]) for p in out.iterdir()))

    def test_the_timeline_knows_every_word_three_ways(self):
        self.render(ARTICLE, "-o", self.dir / "tin.wav", "--timeline", self.dir / "tin.json")
        rate, samples = pcm(self.dir / "tin.wav")
        raw = ARTICLE.read_bytes()
        timeline = json.loads((self.dir / "tin.json").read_text())
        self.assertEqual(timeline["sample_rate"], rate)

        words = [word for clause in timeline["clauses"] for word in clause["words"]]
        frame = 0
        for word in words:
            self.assertGreaterEqual(word["begin"], frame, word)
            self.assertGreater(word["end"], word["begin"] - 1, word)
            self.assertLessEqual(word["end"], len(samples) // 2, word)
            frame = word["begin"]
            raw[word["file_begin"]:word["file_end"]].decode()  # whole characters
        spoken = " ".join(word["spoken"] for word in words).lower()
        for phrase in ("ngày mười bốn tháng chín", "mười hai trên mười tám tổ dân phố",
                       "hội đồng nhân dân phường khóa mười ba", "thắng hai một"):
            self.assertIn(phrase, spoken)
        day = next(i for i, w in enumerate(words) if w["spoken"] == "mười" and words[i + 1]["spoken"] == "bốn")
        date = raw[words[day]["file_begin"]:words[day + 3]["file_end"]].decode()
        self.assertEqual(date, "14/9")

    def test_captions_carry_the_articles_own_text_in_two_lines(self):
        for name in ("tin.vtt", "tin.srt"):
            self.render(ARTICLE, "-o", self.dir / "tin.wav", "--captions", self.dir / name)
        text = (self.dir / "tin.vtt").read_text()
        self.assertTrue(text.startswith("WEBVTT\n"))
        self.assertIn("14/9", text)
        self.assertNotIn("mười bốn tháng chín", text)
        last = 0.0
        for cue in text.strip().split("\n\n")[1:]:
            lines = [line for line in cue.split("\n") if line and not line.startswith("NOTE")]
            timing = next(i for i, line in enumerate(lines) if "-->" in line)
            self.assertLessEqual(len(lines) - timing - 1, 2, cue)
            begin, end = (sum(float(x) * 60 ** i for i, x in enumerate(reversed(t.split(":"))))
                          for t in re.findall(r"[\d:.]+", lines[timing])[:2])
            self.assertGreaterEqual(begin, last)
            self.assertGreater(end, begin)
            last = end
        self.assertRegex((self.dir / "tin.srt").read_text(), r"^1\n\d\d:\d\d:\d\d,\d{3} --> ")

    def test_a_caption_that_is_left_out_is_said_and_read_when_asked(self):
        without = self.render(ARTICLE, "-o", self.dir / "a.wav")
        self.assertIn(b"--captions-too", without.stderr)
        self.render(ARTICLE, "--captions-too", "-o", self.dir / "b.wav")
        self.assertGreater(len(pcm(self.dir / "b.wav")[1]), len(pcm(self.dir / "a.wav")[1]))

    def test_a_dry_run_says_how_long_it_will_be_and_writes_nothing(self):
        self.render(ARTICLE, "-o", self.dir / "a.wav")
        seconds = len(pcm(self.dir / "a.wav")[1]) / 2 / 22050
        (self.dir / "a.wav").unlink()
        said = self.render(ARTICLE, "--dry-run", "-o", self.dir / "a.wav").stdout.decode()
        minutes, rest = re.search(r"(\d+):(\d\d)", said).groups()
        self.assertAlmostEqual(int(minutes) * 60 + int(rest), seconds, delta=1.01)
        self.assertEqual(self.files(), [])

    def test_espeaks_own_flags_keep_their_meaning(self):
        text = self.write("loi.txt", "Xin chào bà con.\n")
        self.render("-v", "vi+f2", "-s", 150, "-p", 60, "-a", 80, "-g", 2, "-f", text, "-w", self.dir / "a.wav")
        self.render("-v", "vi+f2", "-s", 250, "-f", text, "-w", self.dir / "b.wav")
        self.assertGreater(len(pcm(self.dir / "a.wav")[1]), len(pcm(self.dir / "b.wav")[1]))

    def test_tags_and_commands_in_an_article_are_only_words(self):
        hostile = "Giá < 5 \x01 50S <audio src=\"/etc/passwd\"/> [[h'a:7j]] (-hai độ) \"-Không\" [\x02x]] 's's's\n"
        path = self.write("la.txt", hostile)
        self.render(path, "-o", self.dir / "a.wav")
        self.assertGreater(len(pcm(self.dir / "a.wav")[1]), 22050)

    def test_each_region_has_its_voice(self):
        seen = set()
        for voice in ("bac", "trung", "nam"):
            self.render("-v", voice, "--text", "Mưa rất to ở miền núi.", "-o", self.dir / f"{voice}.wav")
            seen.add(pcm(self.dir / f"{voice}.wav")[1])
        self.assertEqual(len(seen), 3)
        for name, alias in (("bac", "north"), ("trung", "central"), ("nam", "south")):
            self.render("-v", alias, "--text", "Mưa rất to ở miền núi.", "-o", self.dir / "alias.wav")
            self.assertEqual(pcm(self.dir / "alias.wav")[1], pcm(self.dir / f"{name}.wav")[1])

    def test_speech_streams_before_the_input_has_ended(self):
        process = subprocess.Popen([LOA, "render", "--format", "raw", "-o", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment())
        for _ in range(40):
            process.stdin.write("Hôm nay trời nhiều mây, có mưa rào và dông. Gió nhẹ.\n".encode())
        process.stdin.flush()
        self.assertEqual(len(process.stdout.read(20000)), 20000)
        process.stdin.close()
        process.stdout.read()
        process.stdout.close()
        self.assertEqual(process.wait(timeout=60), 0)


if __name__ == "__main__":
    main()
