package org.diaodu.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.testing.ObservationsFixture;
import org.junit.jupiter.api.Test;

class RevisionTablesTest {
  private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

  private final ObservationsFixture figures = new ObservationsFixture();

  @Test
  void everyVintageOfARevisedFigureStandsWithTheOneBefore() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "103", "2024-09-15")
        .release("T01", "2024-06", "101", "2025-03-15")
        .release("T02", "2024-06", "50", "2024-07-15");

    assertThat(triangle())
        .as("T02 was never revised")
        .containsExactly(
            "T01 1/3 preliminary 100",
            "T01 2/3 revision 103: 3 (3.000000 %), in all 3, file-1.csv 2:6 → file-2.csv",
            "T01 3/3 revision 101: -2 (-1.941748 %), in all 1, file-2.csv 2:6 → file-3.csv current");
  }

  @Test
  void aCorrectionIsToldFromARevisionAndAWithdrawalFromBoth() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "99", "2024-07-15")
        .release("T01", "2024-06", null, "2024-08-15");

    assertThat(RevisionTable.of(figures.rows(), AS_OF).orderBy("vintage").collectAsList())
        .extracting(row -> row.<String>getAs("change"))
        .containsExactly("preliminary", "correction", "withdrawal");
  }

  @Test
  void aReleaseAfterTheDayIsNotKnownYet() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "103", "2025-07-01");

    assertThat(triangle()).isEmpty();
  }

  @Test
  void aSeriesIsSummedUpOverAllItsFigures() {
    for (int month = 1; month <= 8; month++) {
      String period = "2024-%02d".formatted(month);
      figures.release("T01", period, "100", "2024-10-15");
      if (month <= 4) {
        figures.release("T01", period, "101", "2024-12-15");
      }
    }
    figures
        .release("T01", "2024-09", "100", "2024-10-15")
        .release("T01", "2024-09", null, "2025-01-15");

    Row row = summary().get(0);

    assertThat(row.<Integer>getAs("figures")).as("September was withdrawn").isEqualTo(8);
    assertThat(row.<Integer>getAs("revised")).isEqualTo(4);
    assertThat(row.<BigDecimal>getAs("mean_revision")).isEqualByComparingTo("0.5");
    assertThat(row.<BigDecimal>getAs("mean_absolute_revision")).isEqualByComparingTo("0.5");
    assertThat(row.<BigDecimal>getAs("t_statistic")).isEqualByComparingTo("2.645751");
    assertThat(row.<String>getAs("bias")).isEqualTo("upward");
  }

  /** Against the figures put together one by one, each with its first and its last value. */
  @Test
  void aSummaryIsThatOfFirstAndLastValues() {
    Random random = new Random(1);
    int both = 0;
    int revised = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (int month = 1; month <= 12; month++) {
      String first = null;
      String last = null;
      int vintages = 1 + random.nextInt(4);
      for (int vintage = 1; vintage <= vintages; vintage++) {
        last = random.nextInt(5) == 0 ? null : String.valueOf(100 + random.nextInt(4));
        first = vintage == 1 ? last : first;
        figures.release(
            "T01", "2023-%02d".formatted(month), last, "2024-10-%02d".formatted(vintage));
      }
      if (first != null && last != null) {
        BigDecimal revision = new BigDecimal(last).subtract(new BigDecimal(first));
        both++;
        revised += revision.signum() == 0 ? 0 : 1;
        sum = sum.add(revision);
      }
    }

    Row row = summary().get(0);

    assertThat(row.<Integer>getAs("figures")).isEqualTo(both).isBetween(2, 11);
    assertThat(row.<Integer>getAs("revised")).isEqualTo(revised).isPositive();
    assertThat(row.<BigDecimal>getAs("mean_revision"))
        .isEqualByComparingTo(
            sum.divide(BigDecimal.valueOf(both), 6, java.math.RoundingMode.HALF_UP));
  }

  /** T01 has a figure of each kind; T02 was never known, T03 is as it was. */
  @Test
  void valuesOfThenAndThoseThatCameSinceAreTheValuesOfNow() {
    LocalDate then = LocalDate.of(2024, 12, 31);
    figures
        .release("T01", "2024-01", "100", "2024-02-15")
        .release("T01", "2024-02", "100", "2024-03-15")
        .release("T01", "2024-02", "101", "2025-03-15")
        .release("T01", "2024-03", "100", "2024-04-15")
        .release("T01", "2024-03", null, "2024-05-15")
        .release("T01", "2024-03", "102", "2025-03-15")
        .release("T01", "2024-04", null, "2024-05-15")
        .release("T01", "2024-04", "103", "2024-06-15")
        .release("T01", "2024-05", "100", "2025-03-15")
        .release("T02", "2024-05", null, "2025-03-15")
        .release("T03", "2024-05", "100", "2024-06-15");
    Dataset<Row> since = figures.rows().where("release_date > '2024-12-31'");

    Dataset<Row> values =
        RevisionSummaryTable.valuesSince(
            summary(figures.rows(), then), RevisionTable.of(figures.rows(), then), since);

    assertThat(values.orderBy("ref_area").collectAsList())
        .extracting(row -> row.getAs("ref_area") + " " + row.getAs("values"))
        .containsExactly("T01 7", "T02 0", "T03 1");
  }

  private List<Row> summary() {
    return summary(figures.rows(), AS_OF).collectAsList();
  }

  private static Dataset<Row> summary(Dataset<Row> figures, LocalDate asOf) {
    return RevisionSummaryTable.of(
        RevisionSummaryTable.values(figures, asOf), RevisionTable.of(figures, asOf), asOf);
  }

  private List<String> triangle() {
    return RevisionTable.of(figures.rows(), AS_OF)
        .orderBy("ref_area", "vintage")
        .collectAsList()
        .stream()
        .map(RevisionTablesTest::text)
        .toList();
  }

  private static String text(Row row) {
    String start =
        "%s %d/%d %s %s"
            .formatted(
                row.getAs("ref_area"),
                row.<Integer>getAs("vintage"),
                row.<Integer>getAs("vintages"),
                row.getAs("change"),
                plain(row, "obs_value"));
    String revision =
        row.getAs("revision") == null
            ? ""
            : ": %s (%s %%), in all %s, %s %s → %s"
                .formatted(
                    plain(row, "revision"),
                    row.getAs("revision_pct"),
                    plain(row, "total_revision"),
                    row.getAs("previous_source_file"),
                    row.getAs("previous_source_cell"),
                    row.getAs("source_file"));
    return start + revision + (row.<Boolean>getAs("is_current") ? " current" : "");
  }

  private static String plain(Row row, String column) {
    return row.<BigDecimal>getAs(column).stripTrailingZeros().toPlainString();
  }
}
