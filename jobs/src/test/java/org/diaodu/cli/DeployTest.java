package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diaodu.testing.Await;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The files below {@code conf/deploy}, held against the command line that they call. */
class DeployTest {
  private static final Pattern CALL = Pattern.compile("(?:bin/diaodu|diaodu\\.jar\"?) (\\w+)(.*)");
  private static final Pattern OPTION = Pattern.compile("(?<= )--([a-z-]+)");

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
    assertThat(calls).as("calls found").isGreaterThanOrEqualTo(6);
  }

  @Test
  void everyShellScriptParses() throws Exception {
    for (Path file : files().stream().filter(f -> f.toString().endsWith(".sh")).toList()) {
      Process bash = new ProcessBuilder("bash", "-n", file.toString()).inheritIO().start();
      assertThat(Await.exitCode("bash -n " + file, bash)).as("bash -n %s", file).isZero();
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("conf/deploy"))) {
      return files.filter(f -> !f.toString().endsWith(".md")).sorted().toList();
    }
  }
}
