package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Areas that are made to add up. */
class ReconciliationTest {
  @Test
  void everyAreaChangesByTheSameFactor() {
    assertThat(Reconciliation.proportional(figures("10", "20", "70"), new BigDecimal("110"), 2))
        .isEqualTo(figures("11.00", "22.00", "77.00"));
  }

  @Test
  void theLastDigitsGoToTheLargestRestsAndThenToTheEarlierArea() {
    assertThat(Reconciliation.proportional(figures("1", "1", "1"), new BigDecimal("1"), 2))
        .as("a third is 0.333…: the first gets the missing hundredth")
        .isEqualTo(figures("0.34", "0.33", "0.33"));
    assertThat(Reconciliation.proportional(figures("1", "2", "3"), new BigDecimal("1"), 1))
        .as("0.166…, 0.333…, 0.5: the largest rest is the first one's")
        .isEqualTo(figures("0.2", "0.3", "0.5"));
  }

  @Test
  void anAreaThatReportedZeroStaysAtZero() {
    assertThat(Reconciliation.proportional(figures("0", "1", "2"), new BigDecimal("1"), 0))
        .isEqualTo(figures("0", "0", "1"));
  }

  @Test
  void aTotalWithMoreDigitsThanTheIndicatorIsStillMetExactly() {
    assertThat(Reconciliation.proportional(figures("1", "2"), new BigDecimal("10.005"), 2))
        .isEqualTo(figures("3.335", "6.670"));
  }

  @Test
  void theSumIsTheTotalAndNoAreaIsFurtherThanOneDigitFromItsExactPart() {
    Random random = new Random(20240131);
    for (int run = 0; run < 5_000; run++) {
      List<BigDecimal> reported = new ArrayList<>();
      int areas = 1 + random.nextInt(12);
      for (int i = 0; i < areas; i++) {
        reported.add(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7)));
      }
      reported.set(0, reported.get(0).add(BigDecimal.ONE));
      BigDecimal total = BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(4));

      List<BigDecimal> adjusted = Reconciliation.proportional(reported, total, 2);

      BigDecimal sum = sum(reported);
      assertThat(sum(adjusted)).as("%s to %s", reported, total).isEqualByComparingTo(total);
      for (int i = 0; i < areas; i++) {
        // |adjusted × Σ − reported × total| < one last digit × Σ, in whole numbers only
        BigDecimal off =
            adjusted.get(i).multiply(sum).subtract(reported.get(i).multiply(total)).abs();
        assertThat(off)
            .as("area %d of %s to %s", i, reported, total)
            .isLessThan(sum.movePointLeft(2));
        assertThat(adjusted.get(i).signum()).isNotNegative();
      }
    }
  }

  @Test
  void approximateFiguresAreBroughtToTheTotalWhicheverSideTheirErrorLies() {
    BigDecimal third = new BigDecimal("0.3");
    for (double error : new double[] {-1e-12, 0, 1e-12}) {
      assertThat(
              Reconciliation.toLastDigit(
                  new double[] {0.3 + error, 0.3 + error, 0.4 + error},
                  List.of(third, third, third),
                  BigDecimal.ONE,
                  1))
          .as("error %s", error)
          .isEqualTo(figures("0.3", "0.3", "0.4"));
    }
  }

  @Test
  void totalsOfMoreDigitsThanFloatingPointHoldsAreMetExactly() {
    BigDecimal total = new BigDecimal("333333333333.123456");
    List<BigDecimal> reported = figures("111111111111", "111111111111", "111111111110");
    double[] thirds = new double[3];
    Arrays.fill(thirds, total.doubleValue() / 3);

    List<BigDecimal> adjusted = Reconciliation.toLastDigit(thirds, reported, total, 2);

    assertThat(sum(adjusted)).isEqualByComparingTo(total);
    assertThat(adjusted)
        .isEqualTo(figures("111111111111.041152", "111111111111.041152", "111111111111.041152"));
  }

  @Test
  void aTotalOfZeroLeavesNothingToAnyArea() {
    assertThat(
            Reconciliation.toLastDigit(
                new double[] {1e-13, 0}, figures("3", "4"), BigDecimal.ZERO, 1))
        .isEqualTo(figures("0.0", "0.0"));
  }

  private static List<BigDecimal> figures(String... figures) {
    return Arrays.stream(figures).map(BigDecimal::new).toList();
  }

  private static BigDecimal sum(List<BigDecimal> figures) {
    return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
