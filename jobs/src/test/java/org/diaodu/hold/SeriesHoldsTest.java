package org.diaodu.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;
import org.diaodu.region.Indicator;
import org.junit.jupiter.api.Test;

/** What of a series is held. Each test says what is known, what arrives, and what is held of it. */
class SeriesHoldsTest {
  private final List<ReportedFigure> figures = new ArrayList<>();
  private Indicator indicator = amounts("0.01", "2000");
  private HoldThresholds thresholds = HoldThresholds.defaults();

  // Bounds.

  @Test
  void aFigureManyTimesAboveItsBoundsIsHeld() {
    indicator = counts("100", "1000000");

    arrives("2024-06", "212340000");

    assertThat(held()).containsExactly("far_out_of_bounds 2024-06 212340000");
  }

  @Test
  void aFigureJustOutsideItsBoundsIsOnlyWarnedOfElsewhere() {
    arrives("2024", "2500");
    assertThat(held()).isEmpty();

    figures.clear();
    arrives("2024", "0.005");
    assertThat(held()).isEmpty();
  }

  @Test
  void aFigureFarBelowItsBoundsIsHeld() {
    arrives("2024", "0.0005");

    assertThat(held()).containsExactly("far_out_of_bounds 2024 0.0005");
  }

  @Test
  void aNegativeFigureIsHeldWhereNoneMayBe() {
    arrives("2024", "-12.5");

    assertThat(held()).containsExactly("far_out_of_bounds 2024 -12.5");
  }

  @Test
  void zeroIsNoFaultOfSize() {
    known("2023", "0.4");
    known("2022", "0.5");
    known("2021", "0.6");
    arrives("2024", "0");

    assertThat(held()).isEmpty();
  }

  @Test
  void moreThanAllCannotBeLostAndNothingGrowsAThousandfold() {
    growthArrives("2023", "-101");
    growthArrives("2024", "1157823.4");

    assertThat(held())
        .containsExactlyInAnyOrder(
            "far_out_of_bounds 2023 -101", "far_out_of_bounds 2024 1157823.4");
  }

  // The series.

  @Test
  void aPowerOfTenThatTurnsASeriesIsHeldAndNamed() {
    known("2020", "731.1");
    known("2021", "792.1");
    known("2022", "817.5");
    arrives("2023", "8254");

    assertThat(held()).containsExactly("leaves_series 2023 8254");
    assertThat(said()).contains("接近10的1次方");
  }

  @Test
  void ofAFirstDeliveryTheOneSlipIsHeldAndNotItsNeighbours() {
    arrives("2019", "50");
    arrives("2020", "510");
    arrives("2021", "53");
    arrives("2022", "55");

    assertThat(held()).containsExactly("leaves_series 2020 510");
  }

  @Test
  void aYearInAnotherUnitIsHeldMonthForMonth() {
    for (int month = 2; month <= 4; month++) {
      known("2022-0" + month, "" + month * 7);
      known("2023-0" + month, "" + month * 8);
    }
    for (int month = 2; month <= 4; month++) {
      arrives("2024-0" + month, month * 8 + "0000");
    }
    indicator = amounts("0.01", "100000000");

    assertThat(held()).hasSize(3).allMatch(of -> of.startsWith("leaves_series 2024-0"));
  }

  @Test
  void aCountyThatDoublesIsBelieved() {
    known("2004", "1.9");
    known("2005", "2.1");
    known("2006", "2.2");
    arrives("2007", "4.8");

    assertThat(held()).isEmpty();
  }

  @Test
  void aCensusThatLiftsTheLevelIsBelieved() {
    known("2017", "801.23");
    known("2018", "870.95");
    arrives("2018", "1159.37");
    arrives("2019", "1159.37");

    assertThat(held()).isEmpty();
  }

  @Test
  void aSeriesThatGoesUpAndDownMayGoUpAndDown() {
    known("2019", "0.02");
    known("2020", "0.31");
    known("2021", "0.08");
    known("2022", "0.65");
    arrives("2023", "1.9");

    assertThat(held()).isEmpty();
  }

  @Test
  void aLeapThatThePublishedGrowthExplainsIsBelieved() {
    known("2021", "0.5");
    known("2022", "0.6");
    known("2023", "0.7");
    arrives("2024", "4.2");
    assertThat(held()).containsExactly("leaves_series 2024 4.2");

    growthArrives("2024", "500.3");
    assertThat(held()).isEmpty();
  }

  @Test
  void cumulativeFiguresAreLikenedByTheirAverageMonth() {
    known("2024-02", "20");
    known("2024-03", "31");
    known("2024-04", "42");
    arrives("2024-12", "130");

    assertThat(held()).isEmpty();
  }

  @Test
  void smallCountsMayMultiply() {
    indicator = counts("0", "1000");
    known("2021", "1");
    known("2022", "2");
    known("2023", "1");
    arrives("2024", "14");

    assertThat(held()).isEmpty();
  }

  // Revisions.

  @Test
  void aFigureOfAnotherSeriesDoesNotReviseThisOne() {
    known("2015", "216.7");
    known("2016", "265");
    known("2017", "324.8");
    known("2018", "365.2");
    arrives("2018", "1245.2");

    assertThat(held()).containsExactly("revised_by_factor 2018 1245.2");
  }

  @Test
  void aRevisionThatComesNearerToTheSeriesCorrectsASlip() {
    known("2015", "216.7");
    known("2016", "265");
    known("2018", "365.2");
    known("2017", "3248");
    arrives("2017", "324.8");

    assertThat(held()).isEmpty();
  }

  @Test
  void ofASeriesOfWhichNothingElseIsKnownOnlyAGrossRevisionIsHeld() {
    known("2018", "13.2");
    arrives("2018", "55.55");
    assertThat(held()).isEmpty();

    arrives("2018", "1320");
    assertThat(held()).containsExactly("revised_by_factor 2018 1320");
  }

  @Test
  void aFigureAfterAWithdrawalIsFree() {
    known("2018", null);
    arrives("2018", "1320");

    assertThat(held()).isEmpty();
  }

  // Growth and levels.

  @Test
  void growthAndLevelsThatContradictEachOtherGrosslyAreHeldTogether() {
    known("2023-06", "310");
    arrives("2024-06", "100.4");
    growthArrives("2024-06", "10.4");

    assertThat(held())
        .containsExactlyInAnyOrder(
            "growth_against_levels 2024-06 100.4", "growth_against_levels 2024-06 10.4");
  }

  @Test
  void ofAContradictionOnlyWhatArrivesIsHeld() {
    known("2023-06", "310");
    known("2024-06", "342");
    growthArrives("2024-06", "-67.6");

    assertThat(held()).containsExactly("growth_against_levels 2024-06 -67.6");
  }

  @Test
  void aComparableBasisMayTurnTheSign() {
    published("2023-09", "375035", "421412", "3.1");
    published("2018-07", "39038.1", "42481.2", "17.1");
    published("2019-02", "23096", "23242", "3.5");

    assertThat(held()).isEmpty();
  }

  @Test
  void whatThePrintedDigitsExplainIsNoContradiction() {
    published("2024-06", "0.2", "0.1", "8");

    assertThat(held()).isEmpty();
  }

  private void published(String period, String level, String yearAgo, String growth) {
    indicator = amounts("0.01", "1000000");
    figures.clear();
    add(TimePeriod.of(period).yearEarlier().toString(), Measure.LEVEL, yearAgo, false);
    arrives(period, level);
    growthArrives(period, growth);
    assertThat(held()).as(period).isEmpty();
  }

  // Growth by itself.

  @Test
  void anIndexTakenForGrowthIsHeld() {
    for (int month = 2; month <= 10; month++) {
      growthKnown("2023-%02d".formatted(month), "6." + month % 10);
    }
    growthArrives("2023-11", "106.3");

    assertThat(held()).containsExactly("growth_leaves_history 2023-11 106.3");
  }

  @Test
  void aRecoveryFromABadYearIsBelieved() {
    for (int month = 2; month <= 10; month++) {
      growthKnown("2022-%02d".formatted(month), "-17.8");
    }
    growthArrives("2023-02", "43.3");

    assertThat(held()).isEmpty();
  }

  // Thresholds.

  @Test
  void whatIsHeldNoLongerCastsDoubtOnItsNeighbours() {
    known("2022", "50");
    arrives("2023", "999999999999");
    arrives("2024", "52");

    assertThat(held()).containsExactly("far_out_of_bounds 2023 999999999999");
  }

  private List<String> held() {
    return SeriesHolds.of(figures, indicator, thresholds).stream()
        .map(held -> held.rule() + " " + held.sourceCell() + " " + held.found())
        .toList();
  }

  private String said() {
    return SeriesHolds.of(figures, indicator, thresholds).get(0).message();
  }

  private void known(String period, String value) {
    add(period, Measure.LEVEL, value, false);
  }

  private void growthKnown(String period, String value) {
    add(period, Measure.YOY, value, false);
  }

  private void arrives(String period, String value) {
    add(period, Measure.LEVEL, value, true);
  }

  private void growthArrives(String period, String value) {
    add(period, Measure.YOY, value, true);
  }

  private void add(String period, Measure measure, String value, boolean arrives) {
    TimePeriod of = TimePeriod.of(period);
    BigDecimal figure = value == null ? null : new BigDecimal(value);
    Instant at = Instant.parse("2024-07-15T00:00:00Z").plusSeconds(figures.size());
    figures.add(
        new ReportedFigure(
            "x",
            "T01",
            of.frequency().name(),
            "YTD",
            of,
            measure,
            figure,
            figure == null ? null : figure.scale(),
            figure == null ? "M" : "A",
            LocalDate.of(2024, 7, arrives ? 20 : 15),
            at,
            at,
            "official",
            null,
            "a.csv",
            period,
            arrives));
  }

  private static Indicator amounts(String min, String max) {
    return indicator(2, min, max);
  }

  private static Indicator counts(String min, String max) {
    return indicator(0, min, max);
  }

  private static Indicator indicator(int decimals, String min, String max) {
    return new Indicator(
        "x",
        "指标",
        "Indicator",
        "亿元",
        IndicatorKind.flow,
        Frequency.M,
        Accumulation.YTD,
        true,
        GrowthSource.published,
        Better.up,
        decimals,
        new BigDecimal(min),
        new BigDecimal(max),
        List.of(),
        "",
        "",
        Validity.ALWAYS);
  }
}
