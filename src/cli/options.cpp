// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>

#include "cli/help.h"
#include "loa/base/message.h"

namespace loa::cli {
namespace {

struct CommandName {
  const char* name;
  Command command;
};
constexpr CommandName kCommands[] = {
    {"read", Command::read},       {"render", Command::render},         {"normalize", Command::normalize},
    {"check", Command::check},     {"dictionary", Command::dictionary}, {"voices", Command::voices},
    {"devices", Command::devices}, {"version", Command::version},
};

const CommandName* find_command(std::string_view name) {
  const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [name](const CommandName& row) { return name == row.name; });
  return found == std::end(kCommands) ? nullptr : found;
}

/// Damerau's distance in its restricted form: how many slips of the keyboard lie between two words.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
  std::size_t best = 3;  // more than two slips is another word
  std::string result;
  for (const std::string& candidate : candidates) {
    const bool shortened = word.size() >= 4 && candidate.starts_with(word);
    const std::size_t slips = shortened ? 1 : slips_between(word, candidate);
    if (slips < best) {
      best = slips;
      result = candidate;
    }
  }
  return result;
}

/// Builds the commands of CLI11 and keeps the first thing that is wrong, in our words.
class Parser {
 public:
  Parser();
  Result<CommandLine> parse(std::vector<std::string> arguments);

 private:
  void fail(Error error) {
    if (!error_) error_ = std::move(error);
  }
  void fail_in(const std::string& option, Error error) {
    error.message = option + ": " + error.message;
    fail(std::move(error));
  }

  // Options by what their value is.
  void flag(CLI::App& app, const char* names, bool& target, const char* description) {
    app.add_flag(names, target, description);
  }
  CLI::Option* text(CLI::App& app, const char* names, const char* type,
                    std::function<void(const std::string&)> take, const char* description);
  void text(CLI::App& app, const char* names, const char* type, std::string& target, const char* description);
  void setting(CLI::App& app, const char* names, std::optional<int> Settings::*member,
               const char* description);
  void setting(CLI::App& app, const char* names, const char* type,
               std::optional<std::string> Settings::*member, const char* description);

  // Groups of options.
  void add_general(CLI::App& app);
  void add_input(CLI::App& app);
  void add_reading(CLI::App& app);
  void add_voice(CLI::App& app);
  void add_output(CLI::App& app);

  void add_read();
  void add_render();
  void add_normalize();
  void add_check();
  void add_dictionary();
  void check_dictionary();
  void add_voices();

  CLI::App& command(const char* name, const char* description, std::string examples);
  [[nodiscard]] Error unknown_option(const CLI::App& app, const std::string& word) const;
  [[nodiscard]] Error unknown_command(const std::string& word) const;
  [[nodiscard]] Error wrong_use(const CLI::ParseError& problem) const;
  void check();
  [[nodiscard]] CLI::App* chosen() const;
  [[nodiscard]] std::string hint_help() const;

  CommandLine line_;
  CLI::App app_;
  bool version_ = false, quiet_ = false, verbose_ = false, to_stdout_ = false, raw_to_stdout_ = false;
  std::string wav_;
  std::optional<Error> error_;
};

constexpr const char* kFile = "FILE";

Parser::Parser() : app_(tr("Reads Vietnamese news aloud, offline."), "loa") {
  app_.formatter(std::make_shared<HelpFormatter>());
  app_.require_subcommand(0, 1);
  app_.allow_extras();
  app_.footer(fmt::format("{}:\n{}", tr("Examples"),
                          tr("  loa read ban-tin.txt                  # read an article aloud\n"
                             "  loa render ban-tin.txt -o ban-tin.mp3 # make a file of it\n"
                             "  loa normalize --text \"15-8-2025\"      # see how it will be read\n"
                             "  loa COMMAND --help                    # all options of a command")));
  add_general(app_);
  app_.add_flag("--version", version_, tr("print the versions and end"));
  add_read();
  add_render();
  add_normalize();
  add_check();
  add_dictionary();
  add_voices();
  CLI::App& devices = command("devices", tr("list the sound devices"),
                              tr("  loa devices                           # what --device can name"));
  add_general(devices);
  CLI::App& version = command("version", tr("print the versions of Loa, its tables and its engine"),
                              tr("  loa version                           # for a report of a fault"));
  add_general(version);
}

CLI::App& Parser::command(const char* name, const char* description, std::string examples) {
  CLI::App& app = *app_.add_subcommand(name, description);
  app.group(tr("Commands"));
  app.allow_extras();
  app.footer(fmt::format("{}:\n{}", tr("Examples"), examples));
  return app;
}

/// What an error calls an option: "--speed" of "-s,--speed".
std::string long_name(std::string_view names) {
  const std::size_t comma = names.rfind(',');
  return std::string(comma == std::string_view::npos ? names : names.substr(comma + 1));
}

CLI::Option* Parser::text(CLI::App& app, const char* names, const char* type,
                          std::function<void(const std::string&)> take, const char* description) {
  // Every occurrence is taken in its order, so the last one wins where there is room for one.
  CLI::Option* option = app.add_option(
      names,
      [take = std::move(take)](const CLI::results_t& values) {
        for (const std::string& value : values) take(value);
        return true;
      },
      description);
  option->type_name(type)->take_all()->allow_extra_args(false);
  return option;
}

void Parser::text(CLI::App& app, const char* names, const char* type, std::string& target,
                  const char* description) {
  text(
      app, names, type, [&target](const std::string& value) { target = value; }, description);
}

void Parser::setting(CLI::App& app, const char* names, std::optional<int> Settings::*member,
                     const char* description) {
  const auto* row = std::find_if(std::begin(kIntegerSettings), std::end(kIntegerSettings),
                                 [member](const IntegerSetting& it) { return it.member == member; });
  text(
      app, names, "N",
      [this, row, name = long_name(names)](const std::string& value) {
        auto number = parse_integer(name, value, row->low, row->high);
        if (number)
          line_.settings.*row->member = *number;
        else
          fail(std::move(number.error()));
      },
      description);
}

void Parser::setting(CLI::App& app, const char* names, const char* type,
                     std::optional<std::string> Settings::*member, const char* description) {
  text(
      app, names, type,
      [this, member, name = long_name(names)](const std::string& value) {
        auto result = set_text(line_.settings, member, name, value);
        if (!result) fail(std::move(result.error()));
      },
      description);
}

void Parser::add_general(CLI::App& app) {
  app.option_defaults()->group(tr("General"));
  app.set_help_flag("-h,--help", tr("print this help and end"))->group(tr("General"));
  setting(app, "--lang", "vi|en", &Settings::lang, tr("language of the messages"));
  text(
      app, "--config", kFile, [](const std::string&) {}, tr("read the settings from FILE only"));
  flag(app, "--quiet", quiet_, tr("no progress and no summary, only what is wrong"));
  flag(app, "--verbose", verbose_, tr("say more: notes, and every warning"));
  flag(app, "--no-color", line_.no_colour, tr("no colour in messages"));
}

void Parser::add_input(CLI::App& app) {
  app.option_defaults()->group(tr("Text"));
  InputOptions& input = line_.input;
  app.add_option("FILE", input.files, tr("the articles; - or none: standard input"));
  text(
      app, "-f,--input-file", kFile, [&input](const std::string& path) { input.files.push_back(path); },
      tr("read FILE, as in espeak-ng"));
  text(
      app, "--text", "TEXT", [&input](const std::string& value) { input.text = value; },
      tr("take TEXT instead of a file"));
  app.add_flag_callback(
      "--stdin", [&input] { input.files.emplace_back("-"); }, tr("read standard input"));
  text(app, "--encoding", "NAME", input.encoding,
       tr("utf-8, utf-16le, utf-16be, windows-1258, viscii, tcvn3 or vni; found out by itself otherwise"));
}

void Parser::add_reading(CLI::App& app) {
  app.option_defaults()->group(tr("Reading"));
  setting(app, "-v,--voice", "NAME", &Settings::voice,
          tr("voice: bac, trung, nam, or one of espeak-ng such as vi+f2"));
  setting(app, "--region", "NAME", &Settings::region, tr("words of a region: north, central or south"));
  text(
      app, "--style", "KEY=VALUE",
      [this](const std::string& value) {
        auto result = add_style(line_.settings, value);
        if (!result) fail_in("--style", std::move(result.error()));
      },
      tr("a choice where two readings are right, such as zero_ten=le"));
  setting(app, "--dictionary", kFile, &Settings::dictionary, tr("your own readings, a table"));
}

void Parser::add_voice(CLI::App& app) {
  add_reading(app);
  app.option_defaults()->group(tr("Voice"));
  setting(app, "-s,--speed", &Settings::speed, tr("speed in words a minute, as in espeak-ng: 80 to 450"));
  setting(app, "--syllables", &Settings::syllables, tr("speed in Vietnamese syllables a minute instead"));
  setting(app, "-p,--pitch", &Settings::pitch, tr("pitch, 0 to 99"));
  setting(app, "--range", &Settings::range, tr("range of the pitch, 40 to 99"));
  setting(app, "-a,--amplitude", &Settings::amplitude, tr("loudness, 0 to 200"));
  setting(app, "-g,--gap", &Settings::gap, tr("pause between words, in units of 10 ms"));
  app.add_flag_callback(
      "--captions-too", [this] { line_.settings.captions_too = true; },
      tr("read the captions of pictures as well"));
}

void Parser::add_output(CLI::App& app) {
  app.option_defaults()->group(tr("Output"));
  text(app, "-w", kFile, wav_, tr("write a WAV file, as in espeak-ng"));
  flag(app, "--stdout", to_stdout_, tr("write WAV to standard output, as in espeak-ng"));
}

void Parser::add_read() {
  CLI::App& app =
      command("read", tr("read aloud"),
              tr("  loa read ban-tin.txt                  # an article\n"
                 "  loa read -v nam -s 200 a.txt b.txt    # a southern voice, faster, two articles\n"
                 "  loa read --text \"Giá vàng 120,5 triệu đồng/lượng\"\n"
                 "  cat ban-tin.txt | loa read            # from another program"));
  add_input(app);
  add_voice(app);
  app.option_defaults()->group(tr("Output"));
  setting(app, "--device", "NAME", &Settings::device, tr("sound device, see loa devices"));
  text(
      app, "--lead-in", "MS",
      [this](const std::string& value) {
        auto number = parse_integer("--lead-in", value, 0, 60'000);
        if (number)
          line_.settings.lead_in = *number;
        else
          fail(std::move(number.error()));
      },
      tr("silence before the first word, for devices that wake up slowly"));
  add_output(app);
  add_general(app);
}

void Parser::add_render() {
  CLI::App& app = command("render", tr("make a sound file"),
                          tr("  loa render ban-tin.txt -o ban-tin.wav # the format follows the name\n"
                             "  loa render a.txt b.txt -o c.mp3       # a programme of two articles\n"
                             "  loa render *.txt --output-dir out --format opus\n"
                             "  loa render a.txt -o a.flac --captions a.vtt --timeline a.json\n"
                             "  loa render a.txt -o - | aplay         # as a stream\n"
                             "  loa render a.txt --dry-run            # how long will it be?"));
  RenderOptions& render = line_.render;
  add_input(app);
  add_voice(app);
  add_output(app);
  text(app, "-o,--output", kFile, render.output,
       tr("the file: .wav .flac .opus .ogg .mp3 .raw; - is standard output"));
  text(app, "--output-dir", "DIR", render.output_dir, tr("a file for each article, in DIR"));
  text(
      app, "--format", "NAME",
      [this](const std::string& name) {
        line_.render.format = audio::format_of_name(name);
        if (!line_.render.format)
          fail({ErrorCode::usage,
                trf("--format: unknown format “{}”", name),
                {},
                tr("there are wav, flac, opus, vorbis, mp3 and raw")});
      },
      tr("wav, flac, opus, vorbis, mp3 or raw, whatever the name of the file"));
  flag(app, "--output-raw", raw_to_stdout_, tr("write raw samples to standard output"));
  setting(app, "--rate", &Settings::sample_rate, tr("samples a second; the engine's own otherwise"));
  text(app, "--timeline", kFile, render.timeline, tr("write when each word sounds, as JSON"));
  text(app, "--captions", kFile, render.captions, tr("write captions, .vtt or .srt"));
  setting(app, "--jobs", &Settings::jobs, tr("speak with N processes; otherwise one for each core"));
  flag(app, "--no-clobber", render.no_clobber, tr("never replace a file"));
  flag(app, "--keep-partial", render.keep_partial, tr("keep a file although words could not be spoken"));
  flag(app, "--dry-run", render.dry_run, tr("write nothing, say how long it would be"));
  add_general(app);
}

void Parser::add_normalize() {
  CLI::App& app =
      command("normalize", tr("print the words that would be spoken"),
              tr("  loa normalize ban-tin.txt             # a line for each line\n"
                 "  loa normalize --article ban-tin.txt   # a line for each block of the article\n"
                 "  loa normalize --explain --text \"7h30\" # why it is read so\n"
                 "  loa normalize --lines | espeak-ng -v vi --stdin"));
  NormalizeOptions& normalize = line_.normalize;
  add_input(app);
  add_reading(app);
  app.option_defaults()->group(tr("Output"));
  flag(app, "--lines", normalize.lines, tr("each line is a text of its own and is answered at once"));
  flag(app, "--article", normalize.article, tr("find title, captions and paragraphs; a line for each"));
  flag(app, "--explain", normalize.explain, tr("say what each piece was taken for"));
  flag(app, "--json", normalize.json, tr("the same for programs, an object a line"));
  add_general(app);
}

void Parser::add_check() {
  CLI::App& app =
      command("check", tr("list the readings that are in doubt"),
              tr("  loa check ban-tin.txt                 what to listen to before it goes on air\n"
                 "  loa check --accept 7kq2m0ax ban-tin.txt\n"
                 "                                        it is read rightly: ask no more\n"
                 "  loa check --accept 7kq2m0ax --as 'công trường' ban-tin.txt\n"
                 "                                        read it so instead, in this article\n"
                 "  loa check --accept all --scope station ban-tin.txt\n"
                 "                                        in every article from now on\n"
                 "  loa check --strict *.txt              for scripts: 65 while doubts are open"));
  CheckOptions& check = line_.check;
  add_input(app);
  add_reading(app);
  app.add_flag_callback(
      "--captions-too", [this] { line_.settings.captions_too = true; },
      tr("read the captions of pictures as well"));
  app.option_defaults()->group(tr("Doubts"));
  text(
      app, "--accept", "ID", [&check](const std::string& id) { check.accept.push_back(id); },
      tr("keep this reading; all: every one that is listed"));
  text(
      app, "--as", "WORDS", [&check](const std::string& words) { check.as = words; },
      tr("read it with these words instead; en:word is read in English"));
  text(
      app, "--scope", "NAME",
      [this, &check](const std::string& name) {
        if (name == "article" || name == "station")
          check.scope = name == "article" ? CheckOptions::Scope::article : CheckOptions::Scope::station;
        else
          fail({ErrorCode::usage, trf("--scope: “{}” is not article or station", name), {}, {}});
      },
      tr("where what is accepted holds: article (this one) or station (every one)"));
  app.option_defaults()->group(tr("Output"));
  flag(app, "--json", check.json, tr("the same for programs, an object a line"));
  flag(app, "--strict", check.strict, tr("end with 65 while doubts are open"));
  add_general(app);
}

void Parser::add_dictionary() {
  CLI::App& app =
      command("dictionary", tr("look after your own readings"),
              tr("  loa dictionary check                  rows that are wrong or have no effect\n"
                 "  loa dictionary check rieng.tsv *.txt  also rows that nothing in the texts meets\n"
                 "  loa dictionary diff cu.tsv moi.tsv *.txt\n"
                 "                                        what would be read otherwise"));
  app.option_defaults()->group(tr("Text"));
  app.add_option("FILE", line_.input.files, tr("check or diff, tables (.tsv), then articles"));
  text(app, "--encoding", "NAME", line_.input.encoding,
       tr("utf-8, utf-16le, utf-16be, windows-1258, viscii, tcvn3 or vni; found out by itself otherwise"));
  add_reading(app);
  app.option_defaults()->group(tr("Output"));
  flag(app, "--json", line_.dictionary.json, tr("the same for programs, an object a line"));
  flag(app, "--strict", line_.dictionary.strict, tr("end with 65 when anything is listed"));
  add_general(app);
}

void Parser::check_dictionary() {
  DictionaryOptions& dictionary = line_.dictionary;
  std::vector<std::string>& words = line_.input.files;
  const bool known = !words.empty() && (words.front() == "check" || words.front() == "diff");
  if (!known)
    return fail({ErrorCode::usage,
                 tr("loa dictionary does one of two things: check or diff"),
                 {},
                 tr("loa dictionary check; loa dictionary diff OLD.tsv NEW.tsv FILE…")});
  dictionary.action =
      words.front() == "diff" ? DictionaryOptions::Action::diff : DictionaryOptions::Action::check;
  words.erase(words.begin());
  const bool is_diff = dictionary.action == DictionaryOptions::Action::diff;
  // Two tables to compare, whatever they are called; one to check is told by its name.
  const std::size_t most = is_diff ? 2 : 1;
  while (dictionary.tables.size() < most && !words.empty() && (is_diff || words.front().ends_with(".tsv"))) {
    dictionary.tables.push_back(words.front());
    words.erase(words.begin());
  }
  if (is_diff && (dictionary.tables.size() < 2 || words.empty()))
    fail({ErrorCode::usage,
          tr("two tables and a text are needed"),
          {},
          tr("loa dictionary diff OLD.tsv NEW.tsv FILE…")});
}

void Parser::add_voices() {
  CLI::App& app =
      command("voices", tr("list the voices"),
              tr("  loa voices                            # those of Loa\n"
                 "  loa voices --all                      # those of espeak-ng too\n"
                 "  loa voices --sample nam               # hear one\n"
                 "  loa voices --sample --output-dir out  # all of them into files\n"
                 "  loa voices build                      # make the data of ours from eSpeak NG's"));
  app.option_defaults()->group(tr("Output"));
  app.add_option("NAME", line_.voices.names, tr("only these voices; build: make the data of ours"));
  flag(app, "--all", line_.voices.all, tr("list the voices of espeak-ng as well"));
  flag(app, "--sample", line_.voices.sample, tr("let them be heard"));
  text(app, "--output-dir", "DIR", line_.voices.output_dir, tr("write the samples into DIR, as NAME.wav"));
  text(app, "--source", "DIR", line_.voices.source,
       tr("build: from eSpeak NG's phoneme sources (its phsource) in DIR"));
  setting(app, "--device", "NAME", &Settings::device, tr("sound device, see loa devices"));
  add_general(app);
}

CLI::App* Parser::chosen() const {
  const auto commands = app_.get_subcommands();
  return commands.empty() ? nullptr : commands.front();
}

std::string Parser::hint_help() const {
  const CLI::App* app = chosen();
  return app != nullptr ? trf("see loa {} --help", app->get_name()) : std::string(tr("see loa --help"));
}

Error Parser::unknown_option(const CLI::App& app, const std::string& word) const {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& known : option->get_lnames()) names.push_back("--" + known);
  const std::string near = nearest(name, names);
  std::string hint = near.empty() ? hint_help() : trf("did you mean {}?", near);
  // "-5 độ" is a text that somebody wants to hear.
  if (name.find(' ') != std::string::npos || (name.size() > 1 && name[1] >= '0' && name[1] <= '9'))
    hint = tr("a text that begins with a minus sign is given as --text=… or from a file");
  return {ErrorCode::usage, trf("unknown option “{}”", name), {}, std::move(hint)};
}

Error Parser::unknown_command(const std::string& word) const {
  std::vector<std::string> names;
  for (const CommandName& row : kCommands) names.emplace_back(row.name);
  const std::string near = nearest(word, names);
  std::error_code ignored;
  std::string hint;
  if (!near.empty())
    hint = trf("did you mean loa {}?", near);
  else if (std::filesystem::exists(word, ignored))
    hint = trf("to read the file: loa read {}", word);
  else if (word.find(' ') != std::string::npos)
    hint = tr("to read a text: loa read --text \"…\"");
  else
    hint = tr("see loa --help");
  return {ErrorCode::usage, trf("unknown command “{}”", word), {}, std::move(hint)};
}

Error Parser::wrong_use(const CLI::ParseError& problem) const {
  const std::string what = problem.what();
  const std::string option = what.substr(0, what.find(": "));
  if (problem.get_name() == "ArgumentMismatch")
    return {ErrorCode::usage, trf("{} needs a value", option), {}, hint_help()};
  return {ErrorCode::usage, trf("wrong use of an option ({})", what), {}, hint_help()};
}

void Parser::check() {
  const auto usage = [this](const char* message, const char* hint = "") {
    fail({ErrorCode::usage, message, {}, hint});
  };
  RenderOptions& render = line_.render;
  if (quiet_ && verbose_) usage(tr("--quiet and --verbose contradict each other"));
  if (line_.settings.speed && line_.settings.syllables)
    usage(tr("--speed and --syllables say the same thing: keep one of them"));
  if (line_.input.text && !line_.input.files.empty())
    usage(tr("--text and a file contradict each other"), tr("put the text into quotation marks"));

  if (VoicesOptions& voices = line_.voices; !voices.names.empty() && voices.names.front() == "build") {
    voices.build = true;
    if (voices.names.size() > 1 || voices.all || voices.sample || !voices.output_dir.empty())
      usage(tr("\"loa voices build\" stands alone: it makes the data of all our voices"));
  }
  if (!line_.voices.source.empty() && !line_.voices.build)
    usage(tr("--source belongs to \"loa voices build\""));
  if (!line_.voices.output_dir.empty() && !line_.voices.sample)
    usage(tr("--output-dir is for samples: give --sample as well"));
  if (line_.command == Command::read && (!wav_.empty() || to_stdout_)) line_.command = Command::render;
  if (line_.command == Command::normalize) {
    const NormalizeOptions& normalize = line_.normalize;
    if (normalize.lines && normalize.article) usage(tr("--lines and --article contradict each other"));
    if (normalize.explain && normalize.json) usage(tr("--explain and --json contradict each other"));
  }
  if (line_.command == Command::check) {
    const CheckOptions& check = line_.check;
    const bool one = check.accept.size() == 1 && check.accept.front() != "all";
    if (check.as && !one) usage(tr("--as gives the words of one doubt"), tr("name it with --accept ID"));
    const InputOptions& input = line_.input;
    const bool placeless = input.text || input.files.empty() ||
                           std::find(input.files.begin(), input.files.end(), "-") != input.files.end();
    if (!check.accept.empty() && check.scope == CheckOptions::Scope::article && placeless)
      usage(tr("a text without a file has no place to keep what is accepted"),
            tr("save it as a file, or accept for all articles with --scope station"));
  }
  if (line_.command == Command::dictionary) check_dictionary();
  if (line_.command != Command::render) return;

  const int targets = (render.output.empty() ? 0 : 1) + (render.output_dir.empty() ? 0 : 1) +
                      (wav_.empty() ? 0 : 1) + (to_stdout_ ? 1 : 0) + (raw_to_stdout_ ? 1 : 0);
  if (targets > 1)
    usage(tr("more than one output"), tr("give one of -o, --output-dir, -w, --stdout and --output-raw"));
  if (!wav_.empty()) {
    render.output = wav_;
    render.format = audio::FileFormat::wav;
  }
  if (to_stdout_ || raw_to_stdout_) {
    render.output = "-";
    render.format = raw_to_stdout_ ? audio::FileFormat::raw : render.format.value_or(audio::FileFormat::wav);
  }
  if (targets == 0 && !render.dry_run)
    usage(tr("no output"), tr("say where to: -o ban-tin.wav, or -o - for standard output"));
  if (targets != 0 && render.dry_run) {
    // The format and the rate may matter to the length; the file is not made.
    render.output.clear();
    render.output_dir.clear();
  }
}

Result<CommandLine> Parser::parse(std::vector<std::string> arguments) {
  // `loa help render` is what some try first.
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  // `--text -- "-5 độ"`: the mark says that what follows is no option, not that it is the text.
  const auto end_of_options = std::find(arguments.begin(), arguments.end(), "--");
  if (end_of_options != arguments.begin() && end_of_options != arguments.end() &&
      *(end_of_options - 1) == "--text" && end_of_options + 1 != arguments.end()) {
    *(end_of_options - 1) = "--text=" + *(end_of_options + 1);
    arguments.erase(end_of_options, end_of_options + 2);
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the end
    app_.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    const CLI::App* app = chosen();
    line_.command = Command::help;
    line_.help = app != nullptr ? app->help("loa") : app_.help();
    return std::move(line_);
  } catch (const CLI::ParseError& problem) {
    return wrong_use(problem);
  }

  const CLI::App* app = chosen();
  if (app == nullptr) {
    auto rest = app_.remaining();
    std::erase(rest, "--");
    if (!rest.empty())
      return rest.front().starts_with('-') && rest.front().size() > 1 ? unknown_option(app_, rest.front())
                                                                      : unknown_command(rest.front());
    if (!version_) return Error{ErrorCode::usage, tr("a command is needed"), {}, tr("see loa --help")};
    line_.command = Command::version;
  } else {
    auto rest = app_.remaining(true);
    std::erase(rest, "--");  // CLI11 counts the mark itself as left over
    if (!rest.empty()) return unknown_option(*app, rest.front());
    line_.command = find_command(app->get_name())->command;
  }
  check();
  if (error_) {
    if (error_->hint.empty()) error_->hint = hint_help();
    return *std::move(error_);
  }
  if (quiet_) line_.verbosity = Console::Verbosity::quiet;
  if (verbose_) line_.verbosity = Console::Verbosity::verbose;
  return std::move(line_);
}

}  // namespace

Result<CommandLine> parse_command_line(std::vector<std::string> arguments) {
  return Parser().parse(std::move(arguments));
}

std::optional<std::string> peek_option(const std::vector<std::string>& arguments, std::string_view option) {
  std::optional<std::string> value;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& word = arguments[i];
    if (word == option && i + 1 < arguments.size())
      value = arguments[++i];
    else if (word.size() > option.size() && word.starts_with(option) && word[option.size()] == '=')
      value = word.substr(option.size() + 1);
  }
  return value;
}

bool is_going_to_speak(const std::vector<std::string>& arguments) {
  const CommandName* command = nullptr;
  bool sample = false;
  for (const std::string& word : arguments) {
    if (word == "--") break;
    if (word == "-h" || word == "--help" || word == "help") return false;
    if (word == "--sample") sample = true;
    if (command == nullptr) command = find_command(word);
  }
  if (command == nullptr) return false;
  return command->command == Command::read || command->command == Command::render ||
         (command->command == Command::voices && sample);
}

}  // namespace loa::cli
