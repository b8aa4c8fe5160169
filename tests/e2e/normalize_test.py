#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`loa normalize`: one line out for each line in, with memory, in a pipeline and for machines."""

import json
import subprocess

from harness import LOA, Case, environment, loa, main


class Normalize(Case):
    def said(self, *args, **kwargs):
        return self.ok(loa("normalize", *args, **kwargs)).stdout.decode()

    def test_a_line_for_each_line_and_empty_lines_stay(self):
        out = self.said(stdin="Sáng 27/8\n\nTP. Huế\n")
        self.assertEqual(out, "Sáng ngày hai mươi bảy tháng tám\n\nthành phố Huế\n")

    def test_text_that_begins_with_a_minus_sign_is_text(self):
        self.assertEqual(self.said("--text", "-5°C"), "âm năm độ xê\n")
        path = self.write("-v.txt", "-5°C\n")
        self.assertEqual(self.said("--", path.name, cwd=self.dir), "âm năm độ xê\n")

    def test_a_title_knows_what_the_lead_defines_and_a_line_alone_does_not(self):
        text = "TTPVHCC mở cửa thứ bảy\nTrung tâm Phục vụ hành chính công (TTPVHCC) làm việc cả ngày nghỉ.\n"
        path = self.write("tin.txt", text)
        self.assertTrue(self.said(path).lower().startswith("trung tâm phục vụ hành chính công mở cửa"))

    def test_each_line_is_flushed_at_once_with_lines(self):
        process = subprocess.Popen([LOA, "normalize", "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env=environment())
        for written, spoken in (("7h30", "bảy giờ ba mươi phút"), ("100%", "một trăm phần trăm")):
            process.stdin.write((written + "\n").encode())
            process.stdin.flush()
            self.assertEqual(process.stdout.readline().decode().strip(), spoken)
        process.stdin.close()
        self.assertEqual(process.wait(timeout=10), 0)
        process.stdout.close()

    def test_json_lines_point_at_the_bytes_of_the_file(self):
        text = "\ufeffHọp lúc 7h30 ngày 5/9/2025 tại TP. Huế\r\nDự có 44/44 đảng bộ\r\n"
        path = self.write("tin.txt", text)
        raw = path.read_bytes()
        lines = [json.loads(line) for line in self.said("--json", path).splitlines()]
        self.assertEqual(len(lines), 2)
        written = {}
        for line in lines:
            for reading in line["readings"]:
                begin, end = reading["source"]
                written[raw[begin:end].decode().strip()] = reading["class"]
        self.assertEqual(written.get("7h30"), "time")
        self.assertIn("date", written.values())
        self.assertIn("ratio", written.values())

    def test_any_encoding_of_the_same_text_is_read_the_same(self):
        import unicodedata
        text = "Sáng 27/8, Thành ủy Huế tổ chức hội nghị tổng kết; 44 đảng bộ hoàn thành 100%.\n"
        expected = self.said(self.write("nfc.txt", text))
        for name, raw in (("nfd", unicodedata.normalize("NFD", text).encode()),
                          ("bom", b"\xef\xbb\xbf" + text.encode()),
                          ("utf16le", b"\xff\xfe" + text.encode("utf-16-le")),
                          ("utf16be", b"\xfe\xff" + text.encode("utf-16-be")),
                          ("crlf", text.replace("\n", "\r\n").encode())):
            self.assertEqual(self.said(self.write(name + ".txt", raw)), expected, name)

    def test_the_users_locale_changes_nothing(self):
        text = "INTERNET tăng 6,82%, giá 1.234.567 đồng, thứ III, 15/8/2025"
        plain = self.said("--text", text)
        for name in ("tr_TR.UTF-8", "de_DE.UTF-8", "C", "vi_VN.UTF-8"):
            self.assertEqual(self.said("--text", text, env=environment(LC_ALL=name, TZ="Asia/Ho_Chi_Minh")), plain)

    def test_regions_have_their_own_number_words(self):
        self.assertEqual(self.said("--text", "105"), "một trăm linh năm\n")
        self.assertEqual(self.said("--region", "south", "--text", "105"), "một trăm lẻ năm\n")

    def test_memory_does_not_grow_with_the_text(self):
        sample = ("Sáng 27/8, UBND TP. Huế họp về 44/44 đảng bộ, nhiệm kỳ 2025 – 2030, chi 1,2 tỷ đồng.\n" * 100).encode()
        peaks = []
        for repeats in (20, 400):
            path = self.dir / "lon.txt"
            path.write_bytes(sample * repeats)
            done = subprocess.run(["/usr/bin/env", "python3", "-c", (
                "import resource,subprocess,sys;"
                "subprocess.run([sys.argv[1],'normalize',sys.argv[2]],stdout=subprocess.DEVNULL,check=True);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"), LOA, str(path)],
                capture_output=True, env=environment(), timeout=120, check=True)
            peaks.append(int(done.stdout))
        self.assertLess(peaks[1], 40 * 1024)
        self.assertLess(peaks[1], peaks[0] + 4 * 1024)


if __name__ == "__main__":
    main()
