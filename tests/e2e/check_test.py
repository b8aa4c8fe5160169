#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`loa check` and `loa dictionary`: doubts with their places, accepted for an article or the station."""

import concurrent.futures
import json
import unicodedata

from harness import Case, environment, loa, main

TEXT = ("Phường họp giao ban tháng\n\n"
        "Sáng qua, nhóm XQZK đến bàn với anh Gilmore về 1/3 hôm nọ. Ngày 31/4 sẽ xong.\n")


class Check(Case):
    def setUp(self):
        super().setUp()
        self.config = self.dir / "cfg"
        self.env = environment(XDG_CONFIG_HOME=str(self.config))
        self.path = self.write("tin.txt", TEXT)

    def run_loa(self, *args, **kwargs):
        return loa(*args, env=self.env, **kwargs)

    def doubts(self, *args, path=None):
        done = self.ok(self.run_loa("check", "--json", *args, path or self.path))
        return [json.loads(line) for line in done.stdout.splitlines()]

    def by_written(self, *args, path=None):
        return {doubt["written"]: doubt for doubt in self.doubts(*args, path=path)}

    def said(self, path=None):
        return self.ok(self.run_loa("normalize", path or self.path)).stdout.decode()

    def test_each_doubt_has_its_place_its_reason_and_its_rivals(self):
        found = self.by_written()
        self.assertEqual({w: d["certainty"] for w, d in found.items()}, {
            "XQZK": "unknown-abbreviation", "Gilmore": "unknown-foreign", "1/3": "narrow", "31/4": "impossible-value"})
        raw = self.path.read_bytes()
        for written, doubt in found.items():
            begin, end = doubt["source"]
            self.assertEqual(raw[begin:end].decode(), written)
            line = TEXT.splitlines()[doubt["line"] - 1]
            self.assertEqual(line[doubt["column"] - 1:][:len(written)], written)
            self.assertIn(written, doubt["sentence"])
        self.assertIn("một phần ba", [rival["spoken"] for rival in found["1/3"]["rivals"]])

    def test_places_are_right_in_other_encodings_and_wrapped_lines(self):
        text = "Tin\n\n" + "Sáng nay trời nắng, dân làng ra đồng gặt lúa từ rất sớm và\n" * 3 + "gặp nhóm XQZK rồi mới về nhà nghỉ trưa.\n"
        for name, raw in (("nfd", unicodedata.normalize("NFD", text).encode()),
                          ("utf16", b"\xff\xfe" + text.encode("utf-16-le")), ("bom", b"\xef\xbb\xbf" + text.encode())):
            doubt = self.by_written(path=self.write(name + ".txt", raw))["XQZK"]
            self.assertEqual((doubt["line"], doubt["column"]), (6, 10), name)

    def test_an_id_outlives_changes_elsewhere(self):
        before = self.by_written()
        other = self.write("khac.txt", "Bài đã sửa\n\nThêm một câu ở đầu bài này. " + TEXT.split("\n\n")[1])
        after = self.by_written(path=other)
        self.assertEqual(before["1/3"]["id"], after["1/3"]["id"])
        self.assertNotEqual(before["1/3"]["id"], before["31/4"]["id"])

    def test_readings_accepted_at_the_same_time_are_all_kept(self):
        words = ["XQZK", "QXKZ", "ZKQX", "KZXQ", "XKQZ", "QZKX"]
        path = self.write("nhieu.txt", "".join(f"Nhóm {word} đến họp.\n\n" for word in words))
        found = self.by_written(path=path)
        with concurrent.futures.ThreadPoolExecutor(len(words)) as pool:
            for done in pool.map(lambda word: self.run_loa("check", path, "--accept", found[word]["id"]), words):
                self.ok(done)
        self.assertEqual(self.doubts(path=path), [])

    def test_what_is_accepted_is_spoken_so_and_listed_no_more(self):
        found = self.by_written()
        self.ok(self.run_loa("check", self.path, "--accept", found["1/3"]["id"], "--as", "một phần ba"))
        self.ok(self.run_loa("check", self.path, "--accept", found["Gilmore"]["id"]))
        self.assertEqual(set(self.by_written()), {"XQZK", "31/4"})
        self.assertIn("về một phần ba hôm nọ", self.said())
        words = json.loads(self.ok(self.run_loa("normalize", "--json", self.path)).stdout.splitlines()[2])["words"]
        self.assertIn("en", [word.get("lang") for word in words if word["spoken"] == "Gilmore"])
        # It holds for this article, and there only between these words.
        other = self.write("khac.txt", TEXT)
        self.assertIn("1/3", self.by_written(path=other))
        self.assertEqual(self.files(), ["khac.txt", "tin.txt", "tin.txt.loa.tsv"])

    def test_the_station_keeps_readings_for_all_articles(self):
        found = self.by_written()
        self.ok(self.run_loa("check", self.path, "--accept", found["XQZK"]["id"], "--as", "xung kích",
                             "--scope", "station"))
        other = self.write("khac.txt", "Tin\n\nNhóm XQZK đã về.\n")
        self.assertIn("Nhóm xung kích đã về", self.said(other))
        self.ok(self.run_loa("check", "--accept", "all", self.path))
        done = self.ok(self.run_loa("check", "--strict", self.path))
        self.assertEqual(done.stdout, b"")
        self.ok(self.run_loa("render", self.path, "-o", self.dir / "tin.wav", "--timeline", self.dir / "t.json"))
        self.assertIn("xung", (self.dir / "t.json").read_text(encoding="utf-8"))

    def test_a_spreadsheets_table_keeps_its_columns_and_comments(self):
        self.write("tin.txt.loa.tsv", "# của biên tập viên\r\nnote\tspoken\twritten\r\nx\thuế ơi\tHuế\r\n")
        self.ok(self.run_loa("check", "--accept", self.by_written()["XQZK"]["id"], self.path))
        raw = (self.dir / "tin.txt.loa.tsv").read_bytes().decode()
        lines = raw.split("\r\n")
        self.assertEqual(lines[:3], ["# của biên tập viên", "note\tspoken\twritten\tcue\tscope", "x\thuế ơi\tHuế"])
        self.assertTrue(lines[3].endswith("\tXQZK\t\tarticle"), lines)

    def test_strict_ends_with_65_while_doubts_are_open(self):
        self.assertIn("4", self.fails(self.run_loa("check", "--strict", "--quiet", self.path), 65))
        self.ok(self.run_loa("check", self.path))

    def test_wrong_uses_say_what_to_do(self):
        self.fails(self.run_loa("check", "--accept", "nothing1", self.path), 64)
        self.fails(self.run_loa("check", "--accept", "all", "--text", "XQZK"), 64)
        self.fails(self.run_loa("check", "--as", "x", self.path), 64)
        found = self.by_written()
        self.assertIn("12", self.fails(self.run_loa("check", "--accept", found["XQZK"]["id"], "--as", "a 12", self.path), 64))
        self.assertEqual(self.files(), ["tin.txt"])

    def test_the_list_speaks_vietnamese(self):
        out = self.ok(self.run_loa("check", "--lang", "vi", self.path)).stdout.decode()
        self.assertIn("tin.txt:3:16: “XQZK” đọc là", out)
        self.assertIn("Vì sao còn ngờ: ", out)


class Dictionary(Case):
    def test_check_says_that_there_is_none_yet(self):
        done = loa("dictionary", "check")
        self.fails(done, 66)
        self.assertIn("there is no dictionary yet", done.stderr.decode())

    def test_check_lists_wrong_double_shadowed_and_unmet_rows(self):
        table = self.write("rieng.tsv", "written\tspoken\tcue\tscope\nXQ\tích quy\nXQ\tích quy\n"
                                        "VK\tvê ca\nVK\tvũ khí\nB\tb2\nTQ\ttê quy\t\tfoo\n")
        text = self.write("tin.txt", "Tin\n\nĐơn vị XQ đã về.\n")
        done = loa("dictionary", "check", table, text)
        self.fails(done, 78)
        out = done.stdout.decode()
        for line in (f"{table}:6: ", f"{table}:7: ", f"{table}:2: ", f"{table}:4: "):
            self.assertIn(line, out)
        self.assertEqual(out.count("is met nowhere"), 3, out)

    def test_diff_lists_what_would_be_read_otherwise(self):
        old = self.write("cu.tsv", "written\tspoken\nXQ\tích quy\n")
        new = self.write("moi.tsv", "written\tspoken\tcue\nXQ\txung kích\nlàng\tlàng ta\tprev=dân\n")
        text = self.write("tin.txt", "Tin\n\nĐơn vị XQ gặp dân làng, rồi về làng.\n")
        lines = [json.loads(line) for line in
                 self.ok(loa("dictionary", "diff", "--json", old, new, text)).stdout.splitlines()]
        self.assertEqual([(c["written"], c["before"], c["after"]) for c in lines],
                         [("XQ", "ích quy", "xung kích"), ("làng", "làng", "làng ta")])
        self.assertEqual((lines[0]["line"], lines[0]["column"]), (3, 8))

    def test_a_scope_may_name_files(self):
        table = self.write("rieng.tsv", "written\tspoken\tscope\nHLV\thuấn luyện viên trưởng\tfile=bong-da*\n")
        for name, said in (("bong-da-1.txt", "huấn luyện viên trưởng về"), ("tin.txt", "huấn luyện viên về")):
            path = self.write(name, "HLV về\n")
            self.assertEqual(self.ok(loa("normalize", "--dictionary", table, path)).stdout.decode().strip().lower(), said)


if __name__ == "__main__":
    main()
