package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.diaodu.testing.Await;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of cron, with a program in Diaodu's place that fails as a test wants it. */
class RunJobTest {
  @TempDir private Path folder;

  @BeforeEach
  void anInstallation() throws IOException {
    Path deploy = Files.createDirectories(folder.resolve("conf/deploy"));
    for (String script : List.of("run-job", "tell-failure")) {
      Files.copy(Path.of("conf/deploy").resolve(script), deploy.resolve(script));
    }
    script(
        "bin/diaodu",
        "echo \"$*\" >>tries.txt; echo \"process $$: $(cat why.txt)\"; exit \"$(cat exit.txt)\"");
    script("tell", "echo \"told $1\" >>told.txt; cat >>told.txt");
    ends(0, "fine");
  }

  @Test
  void aJobThatEndsWellTellsNobodyAndKeepsALog() throws Exception {
    assertThat(run()).isZero();

    assertThat(folder.resolve("told.txt")).doesNotExist();
    assertThat(folder.resolve("logs/nightly.txt")).content().contains("fine");
    assertThat(tries()).containsExactly("nightly --strict");
  }

  @Test
  void aFailureIsTriedThreeTimesAndToldOnce() throws Exception {
    ends(1, "no space left");

    assertThat(run()).isOne();

    assertThat(tries()).hasSize(3);
    assertThat(told())
        .filteredOn(line -> line.startsWith("told"))
        .containsExactly("told diaodu-nightly@mine");
    assertThat(told()).anyMatch(line -> line.contains("no space left"));
  }

  @Test
  void whatTryingAgainCannotHelpIsNotTriedAgain() throws Exception {
    ends(2, "areas.csv has a fault");

    assertThat(run()).isEqualTo(2);

    assertThat(tries()).hasSize(1);
    assertThat(times()).isOne();
  }

  @Test
  void theSameFailureIsNotToldEveryNight() throws Exception {
    ends(1, "no space left");
    run();
    run();
    assertThat(times()).isOne();

    ends(1, "the warehouse is read-only");
    run();
    assertThat(times()).as("another failure").isEqualTo(2);
  }

  @Test
  void afterAWeekItIsToldAgain() throws Exception {
    ends(1, "no space left");
    run();
    Path told = folder.resolve("cache/told-diaodu-nightly@mine");
    Files.setLastModifiedTime(
        told, FileTime.from(Files.getLastModifiedTime(told).toInstant().minus(Duration.ofDays(8))));

    run();

    assertThat(times()).isEqualTo(2);
  }

  @Test
  void whatWentWellInBetweenIsForgotten() throws Exception {
    ends(1, "no space left");
    run();
    ends(0, "fine");
    run();
    ends(1, "no space left");
    run();

    assertThat(times()).isEqualTo(2);
  }

  @Test
  void withoutACommandAMailGoesToRoot() throws Exception {
    script("path/sendmail", "cat >mail.txt");
    ends(2, "areas.csv has a fault");

    run(Map.of("DIAODU_FAILED", "", "PATH", folder.resolve("path") + ":" + System.getenv("PATH")));

    assertThat(folder.resolve("mail.txt"))
        .content()
        .contains(
            "To: root", "Subject: diaodu: diaodu-nightly@mine failed", "areas.csv has a fault");
  }

  private int run() throws Exception {
    return run(Map.of());
  }

  private int run(Map<String, String> more) throws Exception {
    ProcessBuilder job =
        new ProcessBuilder("bash", "conf/deploy/run-job", "mine", "nightly", "--strict")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile());
    job.environment()
        .putAll(
            Map.of(
                "DIAODU_LOG", folder.resolve("logs").toString(),
                "DIAODU_CACHE", Files.createDirectories(folder.resolve("cache")).toString(),
                "DIAODU_RETRY_SECONDS", "0",
                "DIAODU_FAILED", folder.resolve("tell").toString()));
    job.environment().putAll(more);
    return Await.exitCode("run-job", job.start());
  }

  private void ends(int exit, String why) throws IOException {
    Files.writeString(folder.resolve("exit.txt"), String.valueOf(exit));
    Files.writeString(folder.resolve("why.txt"), why);
  }

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> tries() throws IOException {
    return Files.readAllLines(folder.resolve("tries.txt"));
  }

  private List<String> told() throws IOException {
    return Files.readAllLines(folder.resolve("told.txt"));
  }

  private long times() throws IOException {
    return told().stream().filter(line -> line.startsWith("told")).count();
  }
}
