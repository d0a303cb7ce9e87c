package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.export.Export;
import org.diaodu.export.ExportFormat;
import org.diaodu.export.ExportNotes;
import org.diaodu.published.PublishedTables;
import org.diaodu.testing.Await;
import org.diaodu.testing.Java;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The analysts' notebooks run from the first cell to the last, and say what their saved output
 * says. They need Python with Jupyter and a Chinese font, which {@code bin/test} brings; where
 * there is none, this test fails with what {@code notebooks/run} says.
 */
@Tag("notebooks")
@Slow
class NotebooksTest {
  private static final Path SAMPLE = Path.of("data/xiangxi");

  /** The part of the sample that the notebooks are about: a shorter night, the same figures. */
  private static final Pattern ASKED_ABOUT = Pattern.compile("published/.*|simulated/.*/tongji-.*");

  private static final Pattern TABLE =
      Pattern.compile("^    \"(\\w+\\.\\w+)\",$", Pattern.MULTILINE);

  @TempDir private static Path folder;
  private static Night night;

  @BeforeAll
  static void aNightOverTheSample() throws Exception {
    assertSucceeds(new ProcessBuilder("notebooks/run", "--try"));
    night = new Night(Packs.XIANGXI, folder);
    try (Stream<Path> files = Files.walk(SAMPLE).filter(f -> f.toString().endsWith(".csv"))) {
      for (Path file : files.toList()) {
        String name = SAMPLE.relativize(file).toString();
        if (ASKED_ABOUT.matcher(name).matches()) {
          night.arrives(name, Files.readAllBytes(file));
        }
      }
    }
    night.runAsOf("2026-01-05T18:00:00Z", "2025-12-31");
    exportWhatTheyRead();
  }

  @Test
  void everyNotebookRunsAndSaysWhatIsSaved() throws Exception {
    ProcessBuilder check = new ProcessBuilder("notebooks/run", "--check");
    check.environment().put("DIAODU_WAREHOUSE", night.warehouse().toString());
    check.environment().put("DIAODU_OUT", night.out().toString());
    check.environment().put("DIAODU_LAUNCHER", launcher().toString());

    assertThat(assertSucceeds(check)).contains("5 executed, 0 complaints");
  }

  private static String assertSucceeds(ProcessBuilder builder)
      throws IOException, InterruptedException {
    String command = String.join(" ", builder.command());
    Process process = builder.redirectErrorStream(true).start();
    String said = Await.output("the end of " + command, process);
    assertThat(Await.exitCode("the exit code of " + command, process)).as(said).isZero();
    return said;
  }

  /** The session that is open spares them the start of another one. */
  private static void exportWhatTheyRead() throws IOException {
    PublishedTables tables = night.published().orElseThrow();
    Export export =
        new Export(
            Packs.xiangxi(), folder.resolve("export"), ExportFormat.csv, StandardCharsets.UTF_8);
    String module = Files.readString(Path.of("notebooks/diaodu.py"));
    List<String> names = TABLE.matcher(module).results().map(found -> found.group(1)).toList();
    for (Table table : Table.values()) {
      if (names.contains(table.fullName())) {
        export.write(
            tables.read(table),
            new ExportNotes(
                ContractReader.read(table),
                Packs.xiangxi().nameZh(),
                tables.asOf(),
                tables.manifest().number(),
                "",
                true,
                false));
      }
    }
  }

  /** What {@code bin/diaodu} does, with the classes that are being tested. */
  private static Path launcher() throws IOException {
    String java =
        Java.command(Diaodu.class.getName()).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path launcher = folder.resolve("diaodu");
    Files.writeString(launcher, "#!/bin/sh\nexec %s \"$@\"\n".formatted(java));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }
}
