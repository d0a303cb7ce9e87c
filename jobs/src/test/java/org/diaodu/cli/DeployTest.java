package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.testing.Await;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The files below {@code conf/deploy}, held against the command line that they call. */
class DeployTest {
  private static final Pattern CALL =
      Pattern.compile("(?:bin/diaodu|diaodu\\.jar\"?|\\$jar\"|run-job [a-z]+) (\\w+)(.*)");
  private static final Pattern OPTION = Pattern.compile("(?<= )--([a-z-]+)");
  private static final Pattern SETTING = Pattern.compile("\\bDIAODU_[A-Z_]+");
  private static final Pattern INSTALLED = Pattern.compile("/opt/diaodu/([A-Za-z0-9./-]+)");
  private static final Pattern UNIT = Pattern.compile("\\bdiaodu-[a-z]+@");

  @Test
  void everyCommandAndOptionThatIsCalledExists() throws IOException {
    CommandLine program = Diaodu.commandLine();
    int calls = 0;
    for (Path file : files()) {
      String text = Files.readString(file).replace("\\\n", " ").replaceAll("\n  --", " --");
      Matcher call = CALL.matcher(text);
      while (call.find()) {
        CommandLine command = program.getSubcommands().get(call.group(1));
        assertThat(command).as("%s calls %s", file, call.group(1)).isNotNull();
        Matcher option = OPTION.matcher(call.group(2));
        while (option.find()) {
          assertThat(command.getCommandSpec().optionsMap())
              .as("%s calls %s", file, call.group())
              .containsKey(option.group());
        }
        calls++;
      }
    }
    assertThat(calls).as("calls found").isGreaterThanOrEqualTo(8);
  }

  @Test
  void everySettingIsAnOptionOrReadByAScript() throws IOException {
    Set<String> known = options(Diaodu.commandLine());
    for (Path script :
        List.of(
            Path.of("bin/diaodu"),
            Path.of("bin/internal/class-archive.sh"),
            Path.of("conf/deploy/run-job"),
            Path.of("conf/deploy/tell-failure"))) {
      known.addAll(found(SETTING, script));
    }
    for (Path file : files()) {
      assertThat(known).as("settings of %s", file).containsAll(found(SETTING, file));
    }
  }

  @Test
  void everyFileOfTheInstallationThatAUnitNamesIsPacked() throws Exception {
    Set<String> packed = PackedFiles.modesByName().keySet();
    List<String> named = new ArrayList<>();
    for (Path file : files()) {
      found(INSTALLED, file).stream()
          .map(name -> name.substring("/opt/diaodu/".length()))
          .forEach(named::add);
    }

    assertThat(named).contains("bin/diaodu", "conf/deploy/tell-failure");
    assertThat(packed).containsAll(named);
  }

  @Test
  void everyUnitThatIsNamedExists() throws IOException {
    for (Path file : files()) {
      for (String unit : found(UNIT, file)) {
        assertThat(Path.of("conf/deploy", unit + ".service")).as("named by %s", file).exists();
      }
    }
  }

  @Test
  void everyServiceTellsThatItFailed() throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(".service") && !name.startsWith("diaodu-failed@")) {
        assertThat(Files.readString(file)).as(name).contains("OnFailure=diaodu-failed@%n.service");
      }
    }
  }

  @Test
  void everyTimerHasItsService() throws IOException {
    for (Path file : files()) {
      if (file.toString().endsWith(".timer")) {
        assertThat(Path.of(file.toString().replace(".timer", ".service"))).exists();
      }
    }
  }

  @Test
  void everyServiceHasTheFoldersThatItWritesTo() throws IOException {
    for (Path file : files()) {
      String unit = Files.readString(file);
      if (unit.contains("ExecStart=/opt/diaodu/bin/diaodu")) {
        assertThat(unit)
            .as(file.toString())
            .contains("LogsDirectory=diaodu/%i", "DIAODU_LOG=/var/log/diaodu/%i")
            .contains("CacheDirectory=diaodu", "DIAODU_CACHE=/var/cache/diaodu");
      }
    }
  }

  @Test
  void everyShellScriptParses() throws Exception {
    List<Path> scripts = new ArrayList<>();
    for (String folder : List.of("conf/deploy", "bin", "bin/internal")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(DeployTest::isBash).forEach(scripts::add);
      }
    }
    for (Path script : scripts) {
      Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
      assertThat(Await.exitCode("bash -n " + script, bash)).as("bash -n %s", script).isZero();
    }
    assertThat(scripts).hasSizeGreaterThanOrEqualTo(11);
  }

  private static boolean isBash(Path file) {
    try {
      return file.toString().endsWith(".sh")
          || (Files.isRegularFile(file)
              && Files.readString(file).startsWith("#!/usr/bin/env bash"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names by which options are set in the environment. */
  private static Set<String> options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.add(
          option
              .longestName()
              .replaceFirst("^--", "DIAODU_")
              .replace('-', '_')
              .toUpperCase(Locale.ROOT));
    }
    command.getSubcommands().values().forEach(sub -> names.addAll(options(sub)));
    // Read by the server where no file is named.
    names.add("DIAODU_TOKEN");
    return names;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("conf/deploy"))) {
      return files.filter(f -> !f.toString().endsWith(".md")).sorted().toList();
    }
  }
}
