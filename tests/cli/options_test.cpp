// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "catch.h"

using namespace loa;
using namespace loa::cli;

namespace {

using Words = std::vector<std::string>;

CommandLine parsed(Words words) {
  auto line = parse_command_line(std::move(words));
  if (!line) FAIL(line.error().message);
  return *std::move(line);
}

Error refused(Words words) {
  const auto line = parse_command_line(std::move(words));
  REQUIRE(!line);
  CHECK(line.error().code == ErrorCode::usage);
  CHECK(!line.error().message.empty());
  CHECK(!line.error().hint.empty());
  return line.error();
}

}  // namespace

TEST_CASE("each command is known by its name", "[cli][options]") {
  CHECK(parsed({"read"}).command == Command::read);
  CHECK(parsed({"render", "-o", "a.wav"}).command == Command::render);
  CHECK(parsed({"normalize"}).command == Command::normalize);
  CHECK(parsed({"voices"}).command == Command::voices);
  CHECK(parsed({"devices"}).command == Command::devices);
  CHECK(parsed({"version"}).command == Command::version);
  CHECK(parsed({"--version"}).command == Command::version);
}

TEST_CASE("the letters of espeak-ng keep their meaning", "[cli][options]") {
  const auto line = parsed({"render", "-v", "vi+f2", "-s", "150", "-p", "60", "-a", "80", "-g", "2", "-f",
                            "a.txt", "-w", "a.wav"});
  CHECK(line.settings.voice == "vi+f2");
  CHECK(line.settings.speed == 150);
  CHECK(line.settings.pitch == 60);
  CHECK(line.settings.amplitude == 80);
  CHECK(line.settings.gap == 2);
  CHECK(line.input.files == Words{"a.txt"});
  CHECK(line.render.output == "a.wav");
  CHECK(line.render.format == audio::FileFormat::wav);
}

TEST_CASE("reading into a WAV file is rendering", "[cli][options]") {
  CHECK(parsed({"read", "-w", "a.wav", "a.txt"}).command == Command::render);
  const auto line = parsed({"read", "--stdout", "a.txt"});
  CHECK(line.command == Command::render);
  CHECK(line.render.output == "-");
  CHECK(line.render.format == audio::FileFormat::wav);
}

TEST_CASE("a bare argument is a file and a dash is standard input", "[cli][options]") {
  const auto line = parsed({"read", "xin chào", "-"});
  CHECK(line.input.files == Words{"xin chào", "-"});
  CHECK(!line.input.text);
}

TEST_CASE("a text or a file may begin with a minus sign", "[cli][options]") {
  CHECK(parsed({"normalize", "--text", "-5 độ"}).input.text == "-5 độ");
  CHECK(parsed({"normalize", "--text=-5 độ"}).input.text == "-5 độ");
  CHECK(parsed({"normalize", "--text", "--", "-5 độ"}).input.text == "-5 độ");
  CHECK(parsed({"normalize", "--text=--"}).input.text == "--");
  CHECK(parsed({"normalize", "--", "-v.txt"}).input.files == Words{"-v.txt"});
  CHECK(parsed({"normalize", "--", "read", "--lines"}).input.files == Words{"read", "--lines"});
}

TEST_CASE("a file may be called like a command", "[cli][options]") {
  const auto line = parsed({"normalize", "read"});
  CHECK(line.command == Command::normalize);
  CHECK(line.input.files == Words{"read"});
}

TEST_CASE("an option takes one word and leaves the next ones alone", "[cli][options]") {
  const auto line = parsed({"normalize", "--style", "zero_ten=le", "a.txt", "--style", "four=bon", "b.txt"});
  CHECK(line.settings.style.size() == 2);
  CHECK(line.input.files == Words{"a.txt", "b.txt"});
}

TEST_CASE("of an option that is given twice the last one counts", "[cli][options]") {
  CHECK(parsed({"read", "-v", "bac", "-v", "nam"}).settings.voice == "nam");
}

TEST_CASE("general options stand before or behind the command", "[cli][options]") {
  CHECK(parsed({"--quiet", "read"}).verbosity == Console::Verbosity::quiet);
  CHECK(parsed({"read", "--quiet"}).verbosity == Console::Verbosity::quiet);
  CHECK(parsed({"read", "--verbose", "--no-color"}).no_colour);
  CHECK(parsed({"--lang", "vi", "read"}).settings.lang == "vi");
}

TEST_CASE("what does not exist is refused with the nearest that does", "[cli][options]") {
  CHECK(refused({"render", "--outptu", "a.wav"}).hint.find("--output") != std::string::npos);
  CHECK(refused({"render", "--out", "a.wav"}).hint.find("--output") != std::string::npos);
  CHECK(refused({"raed", "a.txt"}).hint.find("read") != std::string::npos);
  CHECK(refused({"read", "--no-such-option"}).message.find("--no-such-option") != std::string::npos);
  CHECK(refused({"-5 độ"}).hint.find("--text=") != std::string::npos);
  CHECK(refused({"Xin chào bà con"}).hint.find("--text") != std::string::npos);
  refused({});
}

TEST_CASE("a value outside its limits is refused and named", "[cli][options]") {
  CHECK(refused({"read", "-s", "79"}).message.find("79") != std::string::npos);
  refused({"read", "-s", "451"});
  refused({"read", "-s", "fast"});
  refused({"read", "-s", "150.5"});
  refused({"read", "-p", "100"});
  refused({"read", "-a", "-1"});
  refused({"read", "--range", "39"});
  refused({"render", "-o", "a.wav", "--jobs", "0"});
  refused({"render", "-o", "a.wav", "--rate", "99999999999999999999"});
  refused({"read", "--region", "west"});
  refused({"read", "--lang", "fr"});
  refused({"read", "--style", "zero_ten"});
  refused({"read", "--style", "zero_ten=hai"});
  refused({"render", "-o", "a.wav", "--format", "aac"});
}

TEST_CASE("a value that is missing is a usage error", "[cli][options]") {
  CHECK(refused({"read", "-v"}).message.find("-v") != std::string::npos);
  refused({"render", "-o"});
  refused({"normalize", "--text"});
}

TEST_CASE("contradictions are refused", "[cli][options]") {
  refused({"read", "--text", "a", "a.txt"});
  refused({"read", "-s", "150", "--syllables", "200"});
  refused({"normalize", "--lines", "--article"});
  refused({"normalize", "--explain", "--json"});
  refused({"read", "--quiet", "--verbose"});
  refused({"render", "a.txt", "-o", "a.wav", "-w", "b.wav"});
  refused({"render", "a.txt", "-o", "a.wav", "--output-dir", "out"});
}

TEST_CASE("rendering needs somewhere to go, but for a dry run", "[cli][options]") {
  refused({"render", "a.txt"});
  CHECK(parsed({"render", "a.txt", "--dry-run"}).render.dry_run);
  CHECK(parsed({"render", "a.txt", "--dry-run", "-o", "a.wav"}).render.output.empty());
}

TEST_CASE("help is asked for in all the ways that people try", "[cli][options]") {
  for (const Words& words : {Words{"--help"}, Words{"-h"}, Words{"help"}}) {
    const auto line = parsed(words);
    CHECK(line.command == Command::help);
    CHECK(line.help.find("normalize") != std::string::npos);
  }
  for (const Words& words :
       {Words{"render", "--help"}, Words{"help", "render"}, Words{"render", "x", "-h"}}) {
    const auto line = parsed(words);
    CHECK(line.command == Command::help);
    CHECK(line.help.find("loa render [") != std::string::npos);
    CHECK(line.help.find("--dry-run") != std::string::npos);
  }
}

TEST_CASE("help fits into 80 columns", "[cli][options]") {
  for (const char* command : {"read", "render", "normalize", "voices", "devices", "version"}) {
    const std::string help = parsed({command, "--help"}).help;
    for (std::size_t begin = 0; begin < help.size();) {
      const std::size_t end = std::min(help.find('\n', begin), help.size());
      CHECK(end - begin <= 80);
      begin = end + 1;
    }
  }
}

TEST_CASE("the speech process is started early for what speaks, and only then", "[cli][options]") {
  CHECK(is_going_to_speak({"read", "a.txt"}));
  CHECK(is_going_to_speak({"--lang", "vi", "render", "a.txt"}));
  CHECK(is_going_to_speak({"voices", "--sample", "nam"}));
  CHECK(!is_going_to_speak({"voices"}));
  CHECK(!is_going_to_speak({"normalize", "read"}));
  CHECK(!is_going_to_speak({"read", "--help"}));
  CHECK(!is_going_to_speak({}));
}

TEST_CASE("an option can be looked at before everything is understood", "[cli][options]") {
  CHECK(peek_option({"read", "--lang", "vi"}, "--lang") == "vi");
  CHECK(peek_option({"read", "--lang=en", "x"}, "--lang") == "en");
  CHECK(!peek_option({"read", "--", "--lang", "vi"}, "--lang"));
  CHECK(!peek_option({"read", "--language"}, "--lang"));
  CHECK(!peek_option({"read", "--lang"}, "--lang"));
}
