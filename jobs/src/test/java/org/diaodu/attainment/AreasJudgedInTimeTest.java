package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.SuccessorPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** X-1, growth of retail sales, is held against every county for February and June of 2024. */
class AreasJudgedInTimeTest {
  @TempDir private Path folder;

  @Test
  void aCountyIsJudgedForThePeriodsAtWhoseEndItExists() throws IOException {
    RegionPack pack =
        SuccessorPack.of(
                folder,
                "T03",
                "2024-04-30",
                "T04,丙市,Bing City,T00,county,false,true,,2024-05-01,,T03")
            .read();

    assertThat(checks(PlannedCheck.due(pack, LocalDate.of(2024, 8, 1))))
        .containsExactly(
            "T00 2024-02",
            "T00 2024-06 newest",
            "T01 2024-02",
            "T01 2024-06 newest",
            "T02 2024-02",
            "T02 2024-06 newest",
            "T03 2024-02",
            "T04 2024-06 newest");
  }

  @Test
  void aCountyThatIsOverIsJudgedNoMore() throws IOException {
    RegionPack pack = SuccessorPack.of(folder).read();

    assertThat(checks(PlannedCheck.sinceTheBeginning(pack, LocalDate.of(2024, 8, 1))))
        .noneMatch(check -> check.startsWith("T03"))
        .anyMatch(check -> check.startsWith("T04"));
  }

  @Test
  void beforeAnythingIsDueOnlyThoseThatWillExistAreWaitedFor() throws IOException {
    RegionPack pack = SuccessorPack.of(folder).read();

    assertThat(checks(PlannedCheck.due(pack, LocalDate.of(2024, 1, 31))))
        .containsExactly(
            "T00 2024-02 newest", "T01 2024-02 newest", "T02 2024-02 newest", "T04 2024-02 newest");
  }

  private static List<String> checks(List<PlannedCheck> checks) {
    return checks.stream()
        .filter(check -> check.target().targetId().equals("X-1"))
        .map(
            check ->
                "%s %s%s"
                    .formatted(check.refArea(), check.period(), check.newest() ? " newest" : ""))
        .toList();
  }
}
