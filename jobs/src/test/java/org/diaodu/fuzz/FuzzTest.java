package org.diaodu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No reader fails in a way that it does not declare, never ends, or reads what does not stand
 * there. The same few thousand inputs every time; {@code mvn -Pfuzz test} feeds others for minutes.
 */
class FuzzTest {
  private static final int ROUND = 20;

  @TempDir private Path folder;

  @Test
  void noReaderFailsOrReadsWhatDoesNotStandThere() throws IOException {
    Duration length = Duration.ofMinutes(Long.getLong("fuzz.minutes", 0));
    Fuzzer fuzzer = new Fuzzer(Long.getLong("fuzz.seed", 1), Path.of("target/fuzz"));
    List<Target> targets = Targets.in(folder);

    long end = System.nanoTime() + length.toNanos();
    for (int round = 0; round < 10 || System.nanoTime() < end; round++) {
      for (Target target : targets) {
        fuzzer.feed(target, ROUND);
      }
    }

    if (!length.isZero()) {
      Files.createDirectories(Path.of("target/fuzz"));
      Files.writeString(Path.of("target/fuzz/report.txt"), fuzzer.report());
    }
    assertThat(fuzzer.findings()).as(fuzzer.report()).isEmpty();
    assertThat(fuzzer.checked().values())
        .as("inputs are not so broken that nothing is ever accepted")
        .allMatch(figures -> figures > 50);
  }
}
