package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.domain.RevisionStatistics.Bias;
import org.junit.jupiter.api.Test;

class RevisionStatisticsTest {
  @Test
  void meansCountTheFiguresThatWereNotRevised() {
    RevisionStatistics of = of("3", "-1", "0", "0");

    assertThat(of.figures()).isEqualTo(4);
    assertThat(of.revised()).isEqualTo(2);
    assertThat(of.mean()).as("(3 − 1) / 4").isEqualByComparingTo("0.5");
    assertThat(of.meanAbsolute()).as("(3 + 1) / 4").isEqualByComparingTo("1");
  }

  @Test
  void aMeanIsRoundedHalfUpOnce() {
    assertThat(of("0.000001", "0.000000").mean()).isEqualByComparingTo("0.000001");
    assertThat(of("-0.000001", "0.000000").mean()).isEqualByComparingTo("-0.000001");
  }

  /**
   * By hand: mean 0.5, deviations ±0.5 in eight figures, variance 8 × 0.25 / 7 = 2/7, t = 0.5 /
   * √(2/7 / 8) = √7 = 2.645751. The table of Student's t gives 2.365 for 7 degrees at five percent.
   */
  @Test
  void revisionsToOneSideAreBias() {
    RevisionStatistics of = of("1", "1", "1", "1", "0", "0", "0", "0");

    assertThat(of.t()).isEqualByComparingTo("2.645751");
    assertThat(of.p()).isBetween(new BigDecimal("0.03"), new BigDecimal("0.04"));
    assertThat(of.bias()).isEqualTo(Bias.upward);
    assertThat(of("-1", "-1", "-1", "-1", "0", "0", "0", "0").bias()).isEqualTo(Bias.downward);
  }

  @Test
  void revisionsToBothSidesAreNone() {
    assertThat(of("1", "-1", "1", "-1", "1", "-1", "1", "-1").bias()).isEqualTo(Bias.none);
  }

  @Test
  void tooFewFiguresOrEqualOnesAreNotTested() {
    assertThat(of("1", "2", "3", "4", "5", "6", "7").notTestedBecause())
        .isEqualTo(NotComputed.too_few_figures);
    assertThat(of("0", "0", "0", "0", "0", "0", "0", "0").notTestedBecause())
        .isEqualTo(NotComputed.no_variation);
  }

  @Test
  void revisionsThatDoublesCannotTellApartAreNotTested() {
    String[] revisions = new String[8];
    for (int i = 0; i < revisions.length; i++) {
      revisions[i] = "999999999999.00000" + i;
    }

    RevisionStatistics of = of(revisions);

    assertThat(of.mean()).isEqualByComparingTo("999999999999.000004");
    assertThat(of.notTestedBecause()).isEqualTo(NotComputed.out_of_range);
  }

  private static RevisionStatistics of(String... revisions) {
    List<BigDecimal> values = Stream.of(revisions).map(BigDecimal::new).toList();
    return RevisionStatistics.of(values);
  }
}
