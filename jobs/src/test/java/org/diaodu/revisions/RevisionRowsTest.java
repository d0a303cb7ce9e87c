package org.diaodu.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Measure;
import org.junit.jupiter.api.Test;

class RevisionRowsTest {
  private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

  private final Releases figure = new Releases();

  @Test
  void everyVintageOfARevisedFigureStandsWithTheOneBefore() {
    figure
        .add("2024-06", "100", "2024-07-15")
        .add("2024-06", "103", "2024-09-15")
        .add("2024-06", "101", "2025-03-15");

    assertThat(triangle(figure.all()))
        .containsExactly(
            "1/3 preliminary 100 of 2024-07-15 in file-1.csv 2:6",
            "2/3 revision 103 of 2024-09-15 in file-2.csv 2:6,"
                + " from 100 in file-1.csv 2:6: 3 (3 %), in all 3",
            "3/3 revision 101 of 2025-03-15 in file-3.csv 2:6,"
                + " from 103 in file-2.csv 2:6: -2 (-1.941748 %), in all 1, current");
  }

  @Test
  void aFigureOfOneVintageWasNeverRevised() {
    figure.add("2024-06", "100", "2024-07-15");

    assertThat(RevisionRows.of(figure.all(), AS_OF)).isEmpty();
  }

  @Test
  void theOrderIsThatOfReleaseAndNotOfReading() {
    figure
        .add("2024-06", "101", "2025-03-15")
        .add("2024-06", "100", "2024-07-15")
        .add("2024-06", "99", "2024-07-15");
    List<Release> reversed = new ArrayList<>(figure.all());
    Collections.reverse(reversed);

    List<RevisionRow> rows = RevisionRows.of(figure.all(), AS_OF);

    assertThat(rows)
        .extracting(row -> ExactDecimal.plain(row.obsValue()))
        .containsExactly("100", "99", "101");
    assertThat(RevisionRows.of(reversed, AS_OF)).isEqualTo(rows);
  }

  @Test
  void aCorrectionIsToldFromARevisionAndAWithdrawalFromBoth() {
    figure
        .add("2024-06", "100", "2024-07-15")
        .add("2024-06", "99", "2024-07-15")
        .add("2024-06", null, "2024-08-15")
        .add("2024-06", "98", "2024-09-15");

    assertThat(RevisionRows.of(figure.all(), AS_OF))
        .extracting(RevisionRow::change)
        .containsExactly(
            VintageChange.preliminary,
            VintageChange.correction,
            VintageChange.withdrawal,
            VintageChange.revision);
  }

  @Test
  void noDifferenceIsTakenFromAValueThatIsNotThere() {
    figure
        .add("2024-06", "100", "2024-07-15")
        .add("2024-06", null, "2024-08-15")
        .add("2024-06", "98", "2024-09-15");

    assertThat(triangle(figure.all()))
        .containsExactly(
            "1/3 preliminary 100 of 2024-07-15 in file-1.csv 2:6",
            "2/3 withdrawal null of 2024-08-15 in file-2.csv 2:6,"
                + " from 100 in file-1.csv 2:6: null (null %), in all null",
            "3/3 revision 98 of 2024-09-15 in file-3.csv 2:6,"
                + " from null in file-2.csv 2:6: null (null %), in all -2, current");
  }

  @Test
  void aReleaseAfterTheDayIsNotKnownYet() {
    figure.add("2024-06", "100", "2024-07-15").add("2024-06", "103", "2025-07-01");

    assertThat(RevisionRows.of(figure.all(), AS_OF)).isEmpty();
    assertThat(RevisionRows.of(figure.all(), LocalDate.of(2025, 7, 1))).hasSize(2);
  }

  @Test
  void growthIsRevisedByPointsAndNotByPercent() {
    Releases growth =
        new Releases(Measure.YOY)
            .add("2024-06", "5.1", "2024-07-15")
            .add("2024-06", "5.3", "2024-09-15");

    RevisionRow row = RevisionRows.of(growth.all(), AS_OF).get(1);

    assertThat(row.revision()).isEqualByComparingTo("0.2");
    assertThat(row.revisionPct()).isNull();
  }

  @Test
  void aLevelAtConstantPricesIsRevisedByPercentAndAnAverageByPointsAlone() {
    Releases level =
        new Releases(Measure.LEVEL_CONSTANT)
            .add("2024-06", "50", "2024-07-15")
            .add("2024-06", "51", "2024-09-15");
    Releases average =
        new Releases(Measure.TWO_YEAR_AVERAGE)
            .add("2024-06", "4.4", "2024-07-15")
            .add("2024-06", "4.5", "2024-09-15");

    assertThat(RevisionRows.of(level.all(), AS_OF).get(1).revisionPct()).isEqualByComparingTo("2");
    RevisionRow growth = RevisionRows.of(average.all(), AS_OF).get(1);
    assertThat(growth.revision()).isEqualByComparingTo("0.1");
    assertThat(growth.revisionPct()).isNull();
  }

  @Test
  void aDifferenceOutOfRangeIsNullBesideItsValues() {
    figure
        .add("2024-06", "-999999999999", "2024-07-15")
        .add("2024-06", "999999999999", "2024-09-15");

    RevisionRow row = RevisionRows.of(figure.all(), AS_OF).get(1);

    assertThat(row.revision()).isNull();
    assertThat(row.totalRevision()).isNull();
    assertThat(row.obsValue()).isEqualByComparingTo("999999999999");
    assertThat(row.previousValue()).isEqualByComparingTo("-999999999999");
  }

  private static List<String> triangle(List<Release> vintages) {
    return RevisionRows.of(vintages, AS_OF).stream().map(RevisionRowsTest::text).toList();
  }

  private static String text(RevisionRow row) {
    String vintage =
        "%d/%d %s %s of %s in %s %s"
            .formatted(
                row.vintage(),
                row.vintages(),
                row.change(),
                plain(row.obsValue()),
                row.releaseDate(),
                row.sourceFile(),
                row.sourceCell());
    String before =
        row.previousSourceFile() == null
            ? ""
            : ", from %s in %s %s: %s (%s %%), in all %s"
                .formatted(
                    plain(row.previousValue()),
                    row.previousSourceFile(),
                    row.previousSourceCell(),
                    plain(row.revision()),
                    plain(row.revisionPct()),
                    plain(row.totalRevision()));
    return vintage + before + (row.isCurrent() ? ", current" : "");
  }

  private static String plain(BigDecimal value) {
    return value == null ? "null" : ExactDecimal.plain(value);
  }
}
