package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.diaodu.table.Manifest;
import org.junit.jupiter.api.Test;

class LastToldTest {
  private static final Manifest FIRST = manifest(1, "20240601T180000Z-a");
  private static final Manifest SECOND = manifest(2, "20240602T180000Z-b");
  private static final Manifest TIDIED = manifest(3, "maintenance-20240603T000000Z");
  private static final Manifest RELEASED = manifest(4, "release-2024-05-1");

  @Test
  void afterANightThatToldItsFiguresItIsTheNewest() {
    assertThat(told(List.of(SECOND, FIRST), SECOND, FIRST)).contains(SECOND);
  }

  @Test
  void maintenanceAndReleasesBringNoFiguresToTell() {
    assertThat(told(List.of(RELEASED, TIDIED, SECOND, FIRST), SECOND, FIRST)).contains(RELEASED);
  }

  @Test
  void ofANightThatEndedBeforeItCouldTellEverythingIsStillToBeTold() {
    assertThat(told(List.of(SECOND, FIRST), FIRST)).contains(FIRST);
    assertThat(told(List.of(TIDIED, SECOND, FIRST), FIRST)).contains(FIRST);
    assertThat(told(List.of(FIRST))).as("the first night of all").isEmpty();
  }

  @Test
  void beforeTheFirstNightNothingWasTold() {
    assertThat(told(List.of())).isEmpty();
  }

  @Test
  void whereNoNightIsOnRecordNobodyHearsAllOfThemAgain() {
    assertThat(told(List.of(TIDIED, SECOND, FIRST))).contains(TIDIED);
  }

  private static Optional<Manifest> told(List<Manifest> newestFirst, Manifest... onRecord) {
    Set<String> runs = new HashSet<>();
    for (Manifest manifest : onRecord) {
      runs.add(manifest.runId());
    }
    return LastTold.of(newestFirst.stream().findFirst(), () -> newestFirst, runs::contains);
  }

  private static Manifest manifest(long number, String runId) {
    return new Manifest(
        number,
        runId,
        Instant.EPOCH,
        "",
        "",
        "",
        LocalDate.EPOCH,
        new TreeMap<>(),
        new TreeMap<>());
  }
}
