package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.diaodu.domain.Growth.Basis;
import org.diaodu.domain.Growth.GapClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

  // National Bureau of Statistics of China, retail sales Jan-Feb 2023 and 2019, investment Jan-Nov
  // 2022, 亿元.
  @ParameterizedTest(name = "{0}: {1} over {2} is {3} %")
  @CsvSource({
    "V04, 77067, 74426, 3.5, 3.548491",
    "V05, 66064, 61082, 8.2, 8.156249",
    "V06, 520043, 494082, 5.3, 5.254391"
  })
  void recomputedGrowthRoundsToThePublishedOne(
      String id, BigDecimal level, BigDecimal ago, BigDecimal published, BigDecimal exact) {
    BigDecimal computed = Growth.computed(level, ago).orElseThrow();

    assertThat(computed).as(id).isEqualByComparingTo(exact);
    assertThat(ExactDecimal.printed(computed, 1)).as(id).isEqualByComparingTo(published);
  }

  // Investment Jan-Sep 2023, industrial profits Jan-Jul 2018, retail above the threshold Jan-Feb
  // 2019:
  // published on a comparable scope, with the opposite sign of the printed levels.
  @ParameterizedTest(name = "{0}: published {3} % stays, though {1} is less than {2}")
  @CsvSource({"V01, 375035, 421412, 3.1", "V02, 39038.1, 42481.2, 17.1", "V03, 23096, 23242, 3.5"})
  void publishedGrowthOnAComparableBasisIsReported(
      String id, BigDecimal level, BigDecimal ago, BigDecimal published) {
    Growth.Result growth =
        Growth.of(flow(level, ago, published, GrowthSource.published_else_computed));

    assertThat(growth.reported()).as(id).isEqualByComparingTo(published);
    assertThat(growth.basis()).isEqualTo(Basis.published);
    assertThat(growth.gapClass()).isEqualTo(GapClass.comparable_basis);
    assertThat(growth.computed()).as(id + " computed").isNegative();
    assertThat(growth.gap()).isEqualByComparingTo(published.subtract(growth.computed()));
  }

  @Test
  void aGapThatThePrintedDecimalsExplainIsRounding() {
    // 100.0 over 96.6 is 3.519669 %; published as 3.5.
    Growth.Result growth =
        Growth.of(flow(d("100.0"), d("96.6"), d("3.5"), GrowthSource.published_else_computed));

    assertThat(growth.gapClass()).isEqualTo(GapClass.rounding);
  }

  @Test
  void theImpliedBaseIsTheLevelOverThePublishedIndex() {
    // 103.1 % of it is 375035, so it is 363758.486906 and not the printed 421412.
    assertThat(Growth.impliedLevelYearAgo(d("375035"), d("3.1")))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("363758.486906"));
  }

  @Test
  void growthOverNothingOrLessThanNothingHasNoMeaning() {
    assertThat(Growth.computed(d("5"), d("0"))).isEmpty();
    assertThat(Growth.computed(d("5"), d("-1"))).isEmpty();
    assertThat(Growth.of(flow(d("5"), d("0"), null, GrowthSource.computed)).notComputedBecause())
        .isEqualTo(NotComputed.non_positive_base);
  }

  @Test
  void publishedOnlyIsNeverFilledWithAComputedRate() {
    Growth.Result growth = Growth.of(flow(d("110"), d("100"), null, GrowthSource.published));

    assertThat(growth.reported()).isNull();
    assertThat(growth.computed()).isEqualByComparingTo("10");
    assertThat(growth.notComputedBecause()).isEqualTo(NotComputed.growth_not_published);
  }

  @Test
  void aComputedIndicatorKeepsItsOwnRateBesideThePublishedOne() {
    Growth.Result growth = Growth.of(flow(d("110"), d("100"), d("9"), GrowthSource.computed));

    assertThat(growth.reported()).isEqualByComparingTo("10");
    assertThat(growth.basis()).isEqualTo(Basis.computed);
    assertThat(growth.gap()).isEqualByComparingTo("-1");
  }

  @Test
  void ofThreeGrowthsThePublishedGoesFirstThenThatAtConstantPrices() {
    BigDecimal published = d("5.9");
    BigDecimal constant = d("6");

    assertThat(Basis.of(published, constant, GrowthSource.published_else_computed))
        .hasValue(Basis.published);
    assertThat(Basis.of(null, constant, GrowthSource.published_else_computed))
        .hasValue(Basis.constant_prices);
    assertThat(Basis.of(null, null, GrowthSource.published_else_computed)).hasValue(Basis.computed);
  }

  @Test
  void whatIsOnlyPublishedIsNotComputedAtConstantPricesEither() {
    assertThat(Basis.of(null, d("6"), GrowthSource.published)).isEmpty();
    assertThat(Basis.of(d("5.9"), d("6"), GrowthSource.computed)).hasValue(Basis.computed);
  }

  @Test
  void growthWithoutALevelIsNoError() {
    Growth.Result growth =
        Growth.of(
            new Growth.Input(
                null,
                null,
                0,
                0,
                d("4.8"),
                1,
                null,
                false,
                IndicatorKind.growth_only,
                GrowthSource.published));

    assertThat(growth.reported()).isEqualByComparingTo("4.8");
    assertThat(growth.gapClass()).isEqualTo(GapClass.no_level);
    assertThat(growth.notComputedBecause()).isNull();
  }

  @Test
  void aRateChangesByPercentagePointsAndHasNoGrowth() {
    Growth.Result growth =
        Growth.of(
            new Growth.Input(
                d("53.6"),
                d("52.9"),
                1,
                1,
                null,
                0,
                null,
                false,
                IndicatorKind.rate,
                GrowthSource.computed));

    assertThat(growth.changePp()).isEqualByComparingTo("0.7");
    assertThat(growth.reported()).isNull();
    assertThat(growth.notComputedBecause()).isNull();
  }

  @Test
  void everyMissingFigureSaysWhy() {
    assertThat(why(null, null, false)).isEqualTo(NotComputed.no_observation);
    assertThat(why(null, d("1"), true)).isEqualTo(NotComputed.missing_value);
    assertThat(why(d("1"), null, false)).isEqualTo(NotComputed.no_base_period);
  }

  @Test
  void aHalfIsRoundedAwayFromZeroAndOnlyOnce() {
    // 100 × 1/32 = 3.125; 100 × 1 / 6400000 = 0.000015625 → 0.000016.
    assertThat(Growth.computed(d("6400001"), d("6400000")))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0.000016"));
    assertThat(Growth.computed(d("6399999"), d("6400000")))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("-0.000016"));
  }

  @Test
  void twoYearsTogetherAreTheGeometricMeanOfTheirIndices() {
    assertThat(Growth.twoYearAverage(d("21"), d("0")))
        .as("√1.21 = 1.1")
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("10"));
    assertThat(Growth.twoYearAverage(d("12.7"), d("-6.8")))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("2.487268"));
    assertThat(Growth.twoYearAverage(d("5"), d("-100"))).isEmpty();
    assertThat(Growth.twoYearAverage(d("5"), null)).isEmpty();
  }

  /** Independent computation: the rounded root lies within half a unit, by squaring. */
  @Test
  void aRootIsTheNearestSixthDecimalOnTenThousandNumbers() {
    Random random = new Random(7);
    BigDecimal half = d("0.0000005");
    for (int i = 0; i < 10_000; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextLong(0, 1L << 60), random.nextInt(13));
      BigDecimal root = ExactDecimal.squareRoot(value);
      BigDecimal below = root.subtract(half).max(BigDecimal.ZERO);
      BigDecimal above = root.add(half);

      assertThat(below.multiply(below)).as("%s below", value).isLessThanOrEqualTo(value);
      assertThat(above.multiply(above)).as("%s above", value).isGreaterThan(value);
    }
  }

  @Test
  void contributionsByPublishedGrowthAddUpToTheWholesGrowth() {
    // Sectors of 60 and 40 that grow by 5 and 10 %: 3 and 4 points of the whole's 7 %.
    assertThat(Contribution.byGrowth(d("60"), d("5"), d("100")))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("3"));
    assertThat(Contribution.byGrowth(d("40"), d("10"), d("100")))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("4"));
    assertThat(Contribution.byGrowth(d("40"), null, d("100"))).isEmpty();
    assertThat(Contribution.byGrowth(d("40"), d("10"), d("0"))).isEmpty();
  }

  /** Independent computation: whole numbers, doubled and compared, with no division of decimals. */
  @Test
  void agreesWithWholeNumberArithmeticOnTenThousandPairs() {
    Random random = new Random(20240131);
    for (int i = 0; i < 10_000; i++) {
      BigInteger level = BigInteger.valueOf(random.nextLong(1_000_000_000_000L));
      BigInteger ago = BigInteger.valueOf(1 + random.nextLong(1_000_000_000_000L));
      BigInteger numerator = level.subtract(ago).multiply(BigInteger.TEN.pow(8));
      BigInteger magnitude = numerator.abs().shiftLeft(1).add(ago).divide(ago.shiftLeft(1));
      BigDecimal expected =
          new BigDecimal(numerator.signum() < 0 ? magnitude.negate() : magnitude, 6);
      if (!ExactDecimal.fits(expected)) {
        continue;
      }
      assertThat(Growth.computed(new BigDecimal(level, 6), new BigDecimal(ago, 6)))
          .as("%s over %s", level, ago)
          .contains(expected);
    }
  }

  @Test
  void contributionsOfPartsThatAddUpAddUpToTheGrowthOfTheWhole() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      BigDecimal whole = BigDecimal.ZERO;
      BigDecimal wholeAgo = BigDecimal.ZERO;
      BigDecimal[][] parts = new BigDecimal[8][2];
      for (BigDecimal[] part : parts) {
        part[0] = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
        part[1] = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
        whole = whole.add(part[0]);
        wholeAgo = wholeAgo.add(part[1]);
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (BigDecimal[] part : parts) {
        sum = sum.add(Contribution.byLevels(part[0], part[1], wholeAgo).orElseThrow());
      }
      BigDecimal growth = Growth.computed(whole, wholeAgo).orElseThrow();
      assertThat(sum.subtract(growth).abs())
          .as("eight roundings of half a millionth at most")
          .isLessThanOrEqualTo(new BigDecimal("0.0000045").setScale(6, RoundingMode.CEILING));
    }
  }

  private static NotComputed why(BigDecimal level, BigDecimal ago, boolean withdrawn) {
    return Growth.of(
            new Growth.Input(
                level,
                ago,
                0,
                0,
                null,
                0,
                null,
                withdrawn,
                IndicatorKind.flow,
                GrowthSource.computed))
        .notComputedBecause();
  }

  private static Growth.Input flow(
      BigDecimal level, BigDecimal ago, BigDecimal published, GrowthSource source) {
    return new Growth.Input(
        level,
        ago,
        level.scale(),
        ago.scale(),
        published,
        published == null ? 0 : published.scale(),
        null,
        false,
        IndicatorKind.flow,
        source);
  }

  private static BigDecimal d(String text) {
    return new BigDecimal(text);
  }
}
