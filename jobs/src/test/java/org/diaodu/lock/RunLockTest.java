package org.diaodu.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.testing.Await;
import org.diaodu.testing.Java;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLockTest {
  private static final Configuration HADOOP = new Configuration();

  /** Long enough that no beat comes while a test runs. */
  private static final LeaseLock.Terms HOUR =
      new LeaseLock.Terms(Duration.ofMinutes(20), Duration.ofHours(1));

  @TempDir private Path warehouse;

  @Test
  void oneRunAtATimeAndTheNextAfterIt() {
    RunLock first = RunLock.take(warehouse.toString(), "夜间运行", HADOOP);
    assertThatThrownBy(() -> RunLock.take(warehouse.toString(), "发布", HADOOP))
        .isInstanceOf(WarehouseInUseException.class)
        .hasMessageContainingAll(
            warehouse.toString(), "夜间运行", "进程" + ProcessHandle.current().pid());

    first.close();

    assertThatCode(() -> RunLock.take(warehouse.toString(), "发布", HADOOP).close())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:%s", "file://%s", "file://%s/", "%s/", "%s/../%2$s"})
  void howeverTheFolderIsWrittenItHasOneLock(String written) {
    String same = written.formatted(warehouse, warehouse.getFileName());
    try (RunLock held = RunLock.take(warehouse.toString(), "夜间运行", HADOOP)) {
      assertThatThrownBy(() -> RunLock.take(same, "发布", HADOOP))
          .isInstanceOf(WarehouseInUseException.class)
          .hasMessageContaining("夜间运行");
      held.requireHeld();
    }
  }

  @Test
  void whoeverAsksInTheSameProcessLeavesTheLockToItsHolder() throws Exception {
    try (RunLock held = RunLock.take(warehouse.toString(), "夜间运行", HADOOP)) {
      assertThatThrownBy(() -> RunLock.take(warehouse.toString(), "发布", HADOOP))
          .isInstanceOf(WarehouseInUseException.class);
      assertThat(RunLock.holder(warehouse.toString(), HADOOP))
          .hasValueSatisfying(w -> assertThat(w).contains("夜间运行"));
      held.requireHeld();

      assertThat(seenByAnotherProcess()).as("the lock as another process sees it").contains("夜间运行");
    }
    assertThat(seenByAnotherProcess()).isEqualTo("nobody");
  }

  /** Prints who holds the lock of a warehouse. */
  public static void main(String[] warehouse) {
    System.out.println(RunLock.holder(warehouse[0], HADOOP).orElse("nobody"));
  }

  private String seenByAnotherProcess() throws Exception {
    Process other =
        new ProcessBuilder(Java.command(RunLockTest.class.getName(), warehouse.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return Await.output("who holds the lock as another process sees it", other).strip();
  }

  @Test
  void elsewhereALeaseSaysWhoHoldsItAndEndsWithItsHolder() {
    try (RunLock first = lease("first")) {
      first.requireHeld();
      assertThatThrownBy(() -> lease("second"))
          .isInstanceOf(WarehouseInUseException.class)
          .hasMessageContaining("first");
    }

    assertThatCode(() -> lease("second").close()).doesNotThrowAnyException();
    assertThat(warehouse).isEmptyDirectory();
  }

  @Test
  void aLeaseThatIsNotKeptUpIsTakenOverAndItsHolderNotices() throws IOException {
    try (RunLock stoodStill = lease("stood still")) {
      Files.setLastModifiedTime(
          warehouse.resolve("_run.lease"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

      try (RunLock next = lease("next")) {
        next.requireHeld();
        assertThatThrownBy(stoodStill::requireHeld)
            .as("the one that stood still must not publish")
            .isInstanceOf(WarehouseInUseException.class)
            .hasMessageContaining("next");
      }
    }
  }

  private RunLock lease(String holder) {
    return LeaseLock.take(warehouse.toUri().toString(), holder, HADOOP, HOUR);
  }
}
