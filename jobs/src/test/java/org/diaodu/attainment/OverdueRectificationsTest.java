package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.region.RegionPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target about rectifications is held against those that are open past their day. */
class OverdueRectificationsTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 8, 31);
  private static final LocalDate FIRST_LIGHT = LocalDate.of(2024, 3, 31);

  @TempDir private Path folder;

  @Test
  void whatIsOpenPastItsDayAtThePeriodsEndIsCounted() throws IOException {
    List<OverdueRectifications.Rectification> rectifications =
        List.of(
            rectification("2024-06-29", null, Provenance.official),
            rectification("2024-06-29", "2024-07-01", Provenance.simulated),
            rectification("2024-06-29", "2024-06-30", Provenance.official),
            rectification("2024-06-30", null, Provenance.official));

    List<ProgressReport> reports = reports(rectifications);

    ProgressReport june = ofPeriod(reports, "2024-06");
    assertThat(june.amount())
        .as("one closed on the last day and one due on it are not overdue")
        .isEqualByComparingTo("2");
    assertThat(june.provenance()).isEqualTo(Provenance.simulated);
    assertThat(ofPeriod(reports, "2024-07").amount()).isEqualByComparingTo("2");
    assertThat(ofPeriod(reports, "2024-07").provenance()).isEqualTo(Provenance.official);
  }

  @Test
  void noneIsAnAmountToo() throws IOException {
    assertThat(ofPeriod(reports(List.of()), "2024-06").amount()).isEqualByComparingTo("0");
  }

  @Test
  void beforeTheFirstLightNothingCouldBeFound() throws IOException {
    RegionPack pack = pack();
    List<PlannedCheck> about =
        PlannedCheck.due(pack, AS_OF).stream().filter(OverdueRectifications::isAbout).toList();

    List<AttainmentRow> rows =
        JudgedChecks.rowsAsOf(
            JudgedChecks.of(
                pack,
                about,
                List.of(),
                OverdueRectifications.reports(about, List.of(), FIRST_LIGHT, AS_OF)),
            AS_OF);

    assertThat(rows)
        .filteredOn(row -> row.timePeriod().endMonth() < 3)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.light()).isEqualTo(Light.no_data);
              assertThat(row.notComputedBecause()).isEqualTo(NotComputed.nothing_judged);
            });
    assertThat(rows)
        .filteredOn(row -> row.timePeriod().endMonth() >= 3)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.light()).isEqualTo(Light.green));
  }

  @Test
  void whereNoTargetEverHadALightThereIsNoCount() throws IOException {
    assertThat(
            OverdueRectifications.reports(PlannedCheck.due(pack(), AS_OF), List.of(), null, AS_OF))
        .isEmpty();
  }

  @Test
  void theCountIsJudgedAsAReportIs() throws IOException {
    RegionPack pack = pack();
    List<PlannedCheck> about =
        PlannedCheck.due(pack, AS_OF).stream().filter(OverdueRectifications::isAbout).toList();
    List<ProgressReport> reports =
        OverdueRectifications.reports(
            about,
            List.of(rectification("2024-06-29", null, Provenance.official)),
            FIRST_LIGHT,
            AS_OF);

    List<JudgedCheck> judged = JudgedChecks.of(pack, about, List.of(), reports);

    assertThat(JudgedChecks.rowsAsOf(judged, AS_OF))
        .filteredOn(row -> row.timePeriod().toString().equals("2024-05"))
        .extracting(AttainmentRow::light)
        .containsExactly(Light.green);
    assertThat(JudgedChecks.rowsAsOf(judged, AS_OF))
        .filteredOn(row -> row.timePeriod().toString().equals("2024-06"))
        .extracting(AttainmentRow::light)
        .containsExactly(Light.red);
  }

  private List<ProgressReport> reports(List<OverdueRectifications.Rectification> rectifications)
      throws IOException {
    return OverdueRectifications.reports(
        PlannedCheck.due(pack(), AS_OF), rectifications, FIRST_LIGHT, AS_OF);
  }

  private RegionPack pack() throws IOException {
    return new PlanFixture(folder)
        .target("X-7", "", "overdue_rectifications", "<=", "0", "")
        .pack();
  }

  private static ProgressReport ofPeriod(List<ProgressReport> reports, String period) {
    return reports.stream()
        .filter(report -> report.timePeriod().toString().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private static OverdueRectifications.Rectification rectification(
      String dueOn, String closedOn, Provenance provenance) {
    return new OverdueRectifications.Rectification(
        LocalDate.parse(dueOn), closedOn == null ? null : LocalDate.parse(closedOn), provenance);
  }
}
