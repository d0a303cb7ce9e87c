package org.diaodu.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir private Path warehouse;

  @Test
  void oneRunAtATimeAndTheNextAfterIt() {
    RunLock first = RunLock.take(warehouse);
    assertThatThrownBy(() -> RunLock.take(warehouse))
        .isInstanceOf(WarehouseInUseException.class)
        .hasMessageContaining(warehouse.toString());

    first.release();

    assertThatCode(() -> RunLock.take(warehouse).release()).doesNotThrowAnyException();
  }
}
