package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.testing.Await;
import org.diaodu.testing.Java;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process of its own: what reaches standard output, and with which exit code it
 * ends.
 */
@Slow
class DiaoduProcessTest {
  private static final String AS_OF = "2024-07-31";
  private static final String RETAIL =
      Night.HEADER
          + "甲县,社零,2023-06,,,50.00,亿元,,2023-07-18,\n"
          + "甲县,社零,2024-06,,,55.20,亿元,,2024-07-18,\n"
          + "乙县,社零,2024-06,,,3O,亿元,,2024-07-18,\n";

  @TempDir private Path folder;
  private Night night;

  @BeforeEach
  void aFileHasArrived() throws IOException {
    night = new Night(Packs.THREELANDS, folder);
    night.arrives("retail.csv", RETAIL);
  }

  @Test
  void aNightIsRunAndAskedAbout() throws Exception {
    Process nightly = start(nightly("--strict"));
    String summary = output(nightly);

    assertThat(Await.exitCode("the exit code of a night", nightly))
        .as("a cell was refused:%n%s", summary)
        .isEqualTo(Diaodu.QUARANTINED);
    assertThat(summary)
        .contains("数据 3 个 = 收下 2", "退回 1")
        .contains("retail.csv", "第4行第6列", "3O")
        .contains("statistics.growth");

    Process sql =
        start(
            List.of(
                "sql",
                "--region",
                Packs.THREELANDS.toString(),
                "--warehouse",
                night.warehouse().toString(),
                "--format",
                "csv",
                "SELECT time_period, yoy_pct FROM statistics.growth ORDER BY 1"));
    assertThat(output(sql)).isEqualTo("time_period,yoy_pct\n2023-06,\n2024-06,10.400000\n");
    assertThat(Await.exitCode("the exit code of a query", sql)).isEqualTo(Diaodu.DONE);
  }

  private List<String> nightly(String... more) {
    List<String> args = new ArrayList<>(night.command(AS_OF));
    args.addAll(List.of(more));
    return args;
  }

  /** With the flags and the class path of this JVM. */
  private Process start(List<String> args) throws IOException {
    List<String> main = new ArrayList<>(List.of(Diaodu.class.getName()));
    main.addAll(args);
    List<String> command = Java.command(main.toArray(String[]::new));
    return new ProcessBuilder(command)
        .redirectError(
            args.contains("--strict") || args.get(0).equals("sql")
                ? ProcessBuilder.Redirect.to(folder.resolve("stderr").toFile())
                : ProcessBuilder.Redirect.PIPE)
        .start();
  }

  private String output(Process process) throws Exception {
    String text = Await.output("the end of a command", process);
    return text.isEmpty() ? Files.readString(folder.resolve("stderr")) : text;
  }
}
