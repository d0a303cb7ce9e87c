package org.diaodu.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.cli.DocumentedCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of every page is understood by the program, and run: here, or as a query over a
 * night by {@code FirstBulletinTest}. Where it cannot be, the page says why above the block.
 */
class DocumentedCommandsTest {
  /** Tools other than the program, which a page may name, with a reason why they are not run. */
  private static final Set<String> TOOLS =
      Set.of("mvn", "bin/test", "tar", "spark-submit", "git", "apt-get", "java", "notebooks/run");

  private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");

  @TempDir private Path folder;

  @Test
  void everyCommandIsUnderstood() {
    List<String> mistakes = new ArrayList<>();
    int commands = 0;
    for (Documents.Block block : Documents.blocks()) {
      for (String command : block.commands()) {
        commands++;
        DocumentedCommand.of(command)
            .mistake()
            .ifPresent(m -> mistakes.add("%s %s: %s".formatted(block, command, m)));
      }
    }

    assertThat(mistakes).isEmpty();
    assertThat(commands).as("commands looked at").isGreaterThan(40);
  }

  @Test
  void everyCommandIsRunOrThePageSaysWhyNot() {
    List<String> silent = new ArrayList<>();
    for (Documents.Block block : Documents.blocks()) {
      boolean isRun =
          block.commands().stream()
              .map(DocumentedCommand::of)
              .allMatch(command -> command.isQuery() || command.needsNoSession());
      boolean isOfTools =
          block.text().lines().anyMatch(line -> TOOLS.contains(line.strip().split(" ")[0]));
      if ((!isRun || isOfTools) && block.notRunBecause().isBlank()) {
        silent.add(block.toString());
      }
    }

    assertThat(silent)
        .as("blocks that no test runs want a line <!-- not run: why --> above them")
        .isEmpty();
  }

  @Test
  void aReasonNamesTestsThatAreThere() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("jobs/src/test/java"))) {
      tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> named =
        Documents.blocks().stream()
            .flatMap(block -> TEST.matcher(block.notRunBecause()).results())
            .map(MatchResult::group)
            .toList();

    assertThat(named).isNotEmpty();
    assertThat(tests).containsAll(named);
  }

  @Test
  void commandsThatNeedNoSessionEndWell() {
    List<String> failed = new ArrayList<>();
    int run = 0;
    for (Documents.Block block : Documents.blocks()) {
      if (!block.notRunBecause().isBlank()) {
        continue;
      }
      for (String command : block.commands()) {
        DocumentedCommand documented = DocumentedCommand.of(command);
        if (documented.needsNoSession()) {
          run++;
          documented
              .failure(folder)
              .ifPresent(f -> failed.add("%s %s: %s".formatted(block, command, f)));
        }
      }
    }

    assertThat(failed).isEmpty();
    assertThat(run).as("commands that were run").isPositive();
  }
}
