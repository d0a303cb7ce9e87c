package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

/** Phasing, needed pace and the full-year estimate. */
class LandingTest {
  private static final BigDecimal CONFIDENCE = new BigDecimal("80");

  @Test
  void anAmountIsDueInProportionToTimeUpToItsDeadline() {
    assertThat(duePct("2024-06", "2024-12-31")).isEqualByComparingTo("50");
    assertThat(duePct("2024-Q1", "2024-12-31")).isEqualByComparingTo("25");
    assertThat(duePct("2024-01", "2024-12-31")).isEqualByComparingTo("8.333333");
    assertThat(duePct("2024", "2024-12-31")).isEqualByComparingTo("100");
    assertThat(duePct("2024-03", "2024-06-30")).isEqualByComparingTo("50");
    assertThat(duePct("2024-09", "2024-06-30"))
        .as("never more than all")
        .isEqualByComparingTo("100");
    assertThat(duePct("2024-12", "2025-02-28"))
        .as("twelve of fourteen months")
        .isEqualByComparingTo("85.714286");
  }

  private static BigDecimal duePct(String period, String deadline) {
    return Phasing.byTime(TimePeriod.of(period), 2024, LocalDate.parse(deadline))
        .inPercent()
        .rounded();
  }

  @Test
  void earlierYearsGiveTheSeasonAsOneRatioOfSums() {
    assertThat(
            Phasing.byHistory(
                List.of(new Phasing.Year(d("45"), d("100")), new Phasing.Year(d("70"), d("140")))))
        .contains(new Fraction(d("115"), d("240")));
    assertThat(Phasing.byHistory(List.of())).isEmpty();
  }

  @Test
  void theRestOfTheYearNeedsWhatIsMissingOverWhatCameAYearAgo() {
    BigDecimal still = NeededPace.amountByGrowth(d("6"), d("470"), d("1000")).orElseThrow();
    assertThat(still).isEqualByComparingTo("590");
    assertThat(NeededPace.growth(still, d("450"), d("1000"))).contains(d("7.272727"));
  }

  @Test
  void whatIsThereAlreadyNeedsNothing() {
    assertThat(NeededPace.amount(d("160"), d("170"))).contains(BigDecimal.ZERO);
    assertThat(NeededPace.amount(d("160"), d("100"))).contains(d("60"));
  }

  @Test
  void theRestCannotGrowOnNothing() {
    assertThat(NeededPace.growth(d("5"), d("100"), d("100"))).isEmpty();
  }

  @Test
  void oneEarlierYearIsNoSample() {
    assertThat(Landing.sample(List.of(d("45")), BigDecimal.ZERO)).isEmpty();
  }

  @Test
  void theSampleIsThatOfAnIndependentComputation() {
    Random random = new Random(7);
    for (int run = 0; run < 2_000; run++) {
      int n = 2 + random.nextInt(8);
      DescriptiveStatistics independent = new DescriptiveStatistics();
      BigDecimal[] years = new BigDecimal[n];
      for (int i = 0; i < n; i++) {
        years[i] = BigDecimal.valueOf(random.nextInt(100_000_000), 6);
        independent.addValue(years[i].doubleValue());
      }

      Landing.Sample sample = Landing.sample(Arrays.asList(years), BigDecimal.ZERO).orElseThrow();

      assertThat(sample.centre().doubleValue()).isCloseTo(independent.getMean(), within(1e-6));
      assertThat(sample.scale().doubleValue())
          .isCloseTo(independent.getStandardDeviation() * Math.sqrt(1 + 1.0 / n), within(1.1e-6));
    }
  }

  @Test
  void theIntervalIsWorkedOutByHand() {
    // Shares 44, 45, 46 %: mean 45, s = 1, scale = √(1 + 1/3) = 1.154701; t(2) at 90 % = 1.885618.
    Landing.Sample shares =
        Landing.sample(List.of(d("44"), d("45"), d("46")), BigDecimal.ZERO).orElseThrow();
    assertThat(shares.scale()).isEqualByComparingTo("1.154701");

    Landing.Projection at = Landing.bySeasonalShare(d("90"), shares, CONFIDENCE).orElseThrow();

    assertThat(at.projected()).as("90 is 45 %").isEqualByComparingTo("200");
    assertThat(at.low()).as("9000 / 47.177325").isEqualByComparingTo("190.769612");
    assertThat(at.high()).as("9000 / 42.822675").isEqualByComparingTo("210.169028");
    assertThat(Landing.probabilityAtMost(shares, d("45")))
        .as("the middle")
        .isEqualByComparingTo("50");
  }

  @Test
  void theProbabilityIsStudentsAndFallsWithTheTarget() {
    Landing.Sample of = new Landing.Sample(4, d("6.2"), d("0.5"));
    double expected = 100 * (1 - new TDistribution(3).cumulativeProbability((7 - 6.2) / 0.5));

    assertThat(Landing.probabilityAtLeast(of, d("7")).doubleValue())
        .isCloseTo(expected, within(1e-6));
    assertThat(Landing.probabilityAtLeast(of, d("5"))).isGreaterThan(d("50"));
  }

  @Test
  void yearsThatAgreeByChanceStillHaveTheUncertaintyOfTheirRounding() {
    Landing.Sample same =
        Landing.sample(List.of(d("0.1"), d("0.1")), new BigDecimal("0.1")).orElseThrow();

    assertThat(same.scale()).as("√(0.01 / 6)").isEqualByComparingTo("0.040825");
  }

  @Test
  void anIntervalWithoutAnUpperEndIsNoEstimate() {
    Landing.Sample wild = Landing.sample(List.of(d("2"), d("40")), BigDecimal.ZERO).orElseThrow();

    assertThat(Landing.bySeasonalShare(d("90"), wild, CONFIDENCE)).isEmpty();
  }

  @Test
  void theCentreLiesInTheIntervalWhateverTheYears() {
    Random random = new Random(11);
    for (int run = 0; run < 2_000; run++) {
      Landing.Sample growth =
          Landing.sample(
                  List.of(
                      BigDecimal.valueOf(random.nextInt(400) - 200, 1),
                      BigDecimal.valueOf(random.nextInt(400) - 200, 1),
                      BigDecimal.valueOf(random.nextInt(400) - 200, 1)),
                  BigDecimal.ZERO)
              .orElseThrow();
      Landing.Projection at =
          Landing.byGrowthDifference(
              BigDecimal.valueOf(random.nextInt(300) - 100, 1), growth, CONFIDENCE);
      assertThat(at.low()).isLessThanOrEqualTo(at.projected());
      assertThat(at.high()).isGreaterThanOrEqualTo(at.projected());
    }
  }

  private static BigDecimal d(String text) {
    return new BigDecimal(text);
  }
}
