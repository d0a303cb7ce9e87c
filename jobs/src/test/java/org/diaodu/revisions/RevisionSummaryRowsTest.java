package org.diaodu.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.RevisionStatistics;
import org.junit.jupiter.api.Test;

class RevisionSummaryRowsTest {
  private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

  private final Releases figures = new Releases();

  @Test
  void aSeriesIsSummedUpOverAllItsFigures() {
    for (int month = 1; month <= 8; month++) {
      String period = "2024-%02d".formatted(month);
      figures.add(period, "100", "2024-10-15");
      if (month <= 4) {
        figures.add(period, "101", "2024-12-15");
      }
    }
    figures.add("2024-09", "100", "2024-10-15").add("2024-09", null, "2025-01-15");

    RevisionSummaryRow row = figures.summary(AS_OF).orElseThrow();

    assertThat(row.figures()).as("September was withdrawn").isEqualTo(8);
    assertThat(row.revised()).isEqualTo(4);
    assertThat(row.meanRevision()).isEqualByComparingTo("0.5");
    assertThat(row.meanAbsoluteRevision()).isEqualByComparingTo("0.5");
    assertThat(row.tStatistic()).isEqualByComparingTo("2.645751");
    assertThat(row.bias()).isEqualTo(RevisionStatistics.Bias.upward);
    assertThat(row.notComputedBecause()).isNull();
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
        figures.add("2023-%02d".formatted(month), last, "2024-10-%02d".formatted(vintage));
      }
      if (first != null && last != null) {
        BigDecimal revision = new BigDecimal(last).subtract(new BigDecimal(first));
        both++;
        revised += revision.signum() == 0 ? 0 : 1;
        sum = sum.add(revision);
      }
    }

    RevisionSummaryRow row = figures.summary(AS_OF).orElseThrow();

    assertThat(row.figures()).isEqualTo(both).isBetween(2, 11);
    assertThat(row.revised()).isEqualTo(revised).isPositive();
    assertThat(row.meanRevision())
        .isEqualByComparingTo(sum.divide(BigDecimal.valueOf(both), 6, RoundingMode.HALF_UP));
  }

  @Test
  void aFigureThatMovedBackIsNotRevised() {
    figures
        .add("2024-06", "100", "2024-07-15")
        .add("2024-06", "103", "2024-09-15")
        .add("2024-06", "100", "2025-03-15");

    RevisionSummaryRow row = figures.summary(AS_OF).orElseThrow();

    assertThat(row.figures()).isEqualTo(1);
    assertThat(row.revised()).isZero();
    assertThat(row.meanRevision()).isEqualByComparingTo("0");
  }

  @Test
  void upwardAndDownwardRevisionsAreNotSetOffInTheAbsoluteMean() {
    figures
        .add("2024-05", "100", "2024-06-15")
        .add("2024-05", "102", "2024-08-15")
        .add("2024-06", "100", "2024-07-15")
        .add("2024-06", "99", "2024-09-15")
        .add("2024-07", "100", "2024-08-15");

    RevisionSummaryRow row = figures.summary(AS_OF).orElseThrow();

    assertThat(row.figures()).isEqualTo(3);
    assertThat(row.meanRevision()).isEqualByComparingTo("0.333333");
    assertThat(row.meanAbsoluteRevision()).isEqualByComparingTo("1");
    assertThat(row.tStatistic()).isNull();
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.too_few_figures);
  }

  @Test
  void aSeriesThatNeverHadAValueHasNoSummary() {
    figures.add("2024-06", null, "2024-07-15");

    assertThat(figures.summary(AS_OF)).isEmpty();
  }

  @Test
  void aFigureWithAValueOnlyFirstOrOnlyNowDoesNotCount() {
    figures
        .add("2024-05", "100", "2024-06-15")
        .add("2024-05", null, "2024-07-15")
        .add("2024-06", null, "2024-07-15")
        .add("2024-06", "103", "2024-08-15");

    assertThat(figures.summary(AS_OF)).isEmpty();
  }

  @Test
  void aReleaseAfterTheDayIsNotKnownYet() {
    figures.add("2024-06", "100", "2024-07-15").add("2024-06", "103", "2025-07-01");

    assertThat(figures.summary(AS_OF).orElseThrow().revised()).isZero();
    assertThat(figures.summary(LocalDate.of(2025, 7, 1)).orElseThrow().revised()).isEqualTo(1);
  }

  @Test
  void moreValuesInRevisionsThanTheSeriesHasAreRefused() {
    figures.add("2024-06", "100", "2024-07-15").add("2024-06", "103", "2024-09-15");
    List<RevisionRow> revisions = figures.revisions(AS_OF);

    assertThatThrownBy(() -> RevisionSummaryRows.of(figures.series(1), revisions, AS_OF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retail_sales")
        .hasMessageContaining("2 values");
  }
}
