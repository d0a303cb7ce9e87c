package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Estimates of years that are over, made from what was known then. */
class LandingTrialsTest {
  private static final Path REAL = Path.of("../shared/data/panels");

  private final List<Observation> vintages = new ArrayList<>();

  @Test
  void nothingIsUsedThatWasNotKnownThen() {
    for (int year = 2019; year <= 2022; year++) {
      level(year + "-06", "45", (year + "-07-20"));
      level(year + "-12", "100", (year + 1) + "-01-20");
    }
    // Long after, every December is revised; the estimate of 2022 must not know it.
    for (int year = 2019; year <= 2021; year++) {
      level(year + "-12", "200", "2023-06-01");
    }

    LandingTrialRow june =
        trials().stream()
            .filter(t -> t.timePeriod().toString().equals("2022-06"))
            .filter(t -> t.method() == LandingTrialRow.Method.seasonal_share)
            .findFirst()
            .orElseThrow();

    assertThat(june.knownOn()).isEqualTo(LocalDate.parse("2022-07-20"));
    assertThat(june.estimate()).as("45 is 45 % of the year").isEqualByComparingTo("100");
    assertThat(june.outcome()).isEqualByComparingTo("100");
    assertThat(june.error()).isEqualByComparingTo("0");
  }

  @Test
  void theRecordOfAMethodIsTheMeanOfItsErrorsByTheSameMonth() {
    for (int year = 2018; year <= 2022; year++) {
      level(year + "-06", "45", year + "-07-20");
      level(year + "-09", "70", year + "-10-20");
      level(year + "-12", year == 2022 ? "90" : "100", (year + 1) + "-01-20");
    }

    TrackRecord june =
        LandingTrials.track(trials(), Landing.Method.seasonal_share, 6).orElseThrow();

    // 2020 and 2021 came out as thought; 2022 was thought to be 100 and became 90.
    assertThat(june.trials()).isEqualTo(3);
    assertThat(june.meanError()).as("(0 + 0 + 11.111111) / 3").isEqualByComparingTo("3.703704");
    assertThat(LandingTrials.track(trials(), Landing.Method.seasonal_share, 3)).isEmpty();
  }

  @Test
  void theSameFigureIsAlsoCarriedOnInThePlainWays() {
    for (int year = 2019; year <= 2022; year++) {
      level(year + "-06", String.valueOf(40 + year - 2019), year + "-07-20");
      level(year + "-12", String.valueOf(100 + year - 2019), (year + 1) + "-01-20");
    }

    Map<String, BigDecimal> estimates = new TreeMap<>();
    trials().stream()
        .filter(t -> t.timePeriod().toString().equals("2022-06"))
        .forEach(t -> estimates.put(t.measure() + " " + t.method(), t.estimate()));

    assertThat(estimates.get("LEVEL time_proportional")).as("43 twice").isEqualByComparingTo("86");
    assertThat(estimates.get("LEVEL same_growth"))
        .as("102 × 43 / 42")
        .isEqualByComparingTo("104.428571");
    assertThat(estimates).containsKeys("LEVEL seasonal_share", "YOY growth_difference");
  }

  @Test
  void aFreshFigureIsComparedWithTheFreshOnesOfOtherYears() {
    for (int year = 2019; year <= 2022; year++) {
      level(year + "-06", "40", year + "-07-20");
      level(year + "-12", "100", (year + 1) + "-01-20");
      if (year < 2022) {
        level(year + "-06", "50", (year + 1) + "-03-01");
      }
    }

    assertThat(
            trials().stream()
                .filter(t -> t.timePeriod().toString().equals("2022-06"))
                .filter(t -> t.method() == LandingTrialRow.Method.seasonal_share)
                .findFirst()
                .orElseThrow()
                .estimate())
        .as("40 when fresh was 40 % of the year, though it became 50 later")
        .isEqualByComparingTo("100");
  }

  @Test
  void aTrialIsSimulatedWhereItsFigureOrItsOutcomeIs() {
    for (int year = 2019; year <= 2022; year++) {
      level(year + "-06", "45", year + "-07-20");
      level(year + "-12", "100", (year + 1) + "-01-20");
    }
    assertThat(trials()).extracting(LandingTrialRow::provenance).containsOnly(Provenance.official);

    Observation last = vintages.remove(vintages.size() - 1);
    vintages.add(simulated(last));

    assertThat(trials().stream().filter(t -> t.timePeriod().year() == 2022))
        .isNotEmpty()
        .extracting(LandingTrialRow::provenance)
        .containsOnly(Provenance.simulated);
  }

  /**
   * Annual series of the real world; where they lie beside the project, else a short one of
   * invented figures. No figure is asserted but that each method was tried as often as the others:
   * docs/method/landing.md says what came out.
   */
  @TestFactory
  List<DynamicTest> annualSeries() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        dynamicTest(
            "invented",
            () -> {
              String[] levels = {"100", "108", "115", "126", "131", "140"};
              for (int i = 0; i < levels.length; i++) {
                level(String.valueOf(2015 + i), levels[i], (2016 + i) + "-03-01");
              }
              Tally tally = new Tally();
              trials().forEach(tally::add);
              assertThat(tally.count("annual_trend")).isEqualTo(tally.count("same_growth"));
              assertThat(tally.count("annual_trend")).isEqualTo(3);
            }));
    if (Files.isDirectory(REAL)) {
      tests.add(dynamicTest("GDP of eight counties, 2004 to 2021", LandingTrialsTest::counties));
      tests.add(
          dynamicTest("retail sales of eleven cities, 2012 to 2022", LandingTrialsTest::cities));
    }
    return tests;
  }

  private static void counties() throws IOException {
    Map<String, Map<String, String>> panel = new TreeMap<>();
    for (String line : Files.readAllLines(REAL.resolve("xiangxi/county_gdp_2004_2021.csv"))) {
      String[] cells = line.split(",");
      if (cells[2].matches("\\d{4}")) {
        panel.computeIfAbsent(cells[0], k -> new TreeMap<>()).put(cells[2], cells[3]);
      }
    }
    tried("county GDP", panel, 8);
  }

  private static void cities() throws IOException {
    List<String> lines = Files.readAllLines(REAL.resolve("zhejiang/expected_long.csv"));
    List<String> header = List.of(lines.get(0).replace("\uFEFF", "").split(","));
    Map<String, Map<String, String>> panel = new TreeMap<>();
    for (String line : lines) {
      String[] cells = line.split(",");
      if (cells.length == header.size() && line.contains("社会消费品零售总额")) {
        panel
            .computeIfAbsent(cells[header.indexOf("city")], k -> new TreeMap<>())
            .put(cells[header.indexOf("year")], cells[header.indexOf("value")]);
      }
    }
    tried("city retail sales", panel, 11);
  }

  private static void tried(String what, Map<String, Map<String, String>> panel, int series) {
    Tally tally = new Tally();
    panel.forEach(
        (area, years) -> {
          List<Observation> vintages = new ArrayList<>();
          years.forEach(
              (year, value) ->
                  vintages.add(vintage(year, value, (Integer.parseInt(year) + 1) + "-06-01")));
          trials(vintages).forEach(tally::add);
        });
    assertThat(panel).hasSize(series);
    assertThat(tally.count("annual_trend"))
        .as("%s: %s", what, tally)
        .isEqualTo(tally.count("same_growth"))
        .isPositive();
  }

  private void level(String period, String value, String released) {
    vintages.add(vintage(period, value, released));
  }

  private static Observation vintage(String period, String value, String released) {
    return new Observation(
        "sales",
        "A",
        TimePeriod.of(period),
        Accumulation.YTD,
        Measure.LEVEL,
        new Vintage(
            ExactDecimal.stored(new BigDecimal(value)),
            2,
            ObservationStatus.A,
            LocalDate.parse(released),
            0,
            0,
            Provenance.official));
  }

  private static Observation simulated(Observation official) {
    Vintage vintage = official.vintage();
    return new Observation(
        official.indicator(),
        official.refArea(),
        official.period(),
        official.accumulation(),
        official.measure(),
        new Vintage(
            vintage.value(),
            vintage.decimals(),
            vintage.status(),
            vintage.released(),
            vintage.arrivedAt(),
            vintage.recordedAt(),
            Provenance.simulated));
  }

  private List<LandingTrialRow> trials() {
    return trials(vintages);
  }

  private static List<LandingTrialRow> trials(List<Observation> vintages) {
    return LandingTrials.of(
        new IndicatorDefinition(
            "sales", IndicatorKind.flow, GrowthSource.computed, Better.up, true, 2),
        vintages,
        Accumulation.YTD,
        new Policy.Landing(new BigDecimal("80"), 5, 4),
        LocalDate.of(2026, 1, 1));
  }

  /** Errors by method. */
  private static final class Tally {
    private final Map<String, List<Double>> errors = new TreeMap<>();
    private final Map<String, int[]> covered = new TreeMap<>();

    void add(LandingTrialRow trial) {
      errors
          .computeIfAbsent(trial.method().name(), m -> new ArrayList<>())
          .add(Math.abs(trial.error().doubleValue()));
      if (trial.covered() != null) {
        covered.computeIfAbsent(trial.method().name(), m -> new int[2])[trial.covered() ? 1 : 0]++;
      }
    }

    int count(String method) {
      return errors.getOrDefault(method, List.of()).size();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      errors.forEach(
          (method, of) ->
              text.append(
                  "%s n=%d mean |error| %.2f %%%s; "
                      .formatted(
                          method,
                          of.size(),
                          of.stream().mapToDouble(e -> e).average().orElseThrow(),
                          covered.containsKey(method)
                              ? ", interval held %d of %d"
                                  .formatted(
                                      covered.get(method)[1],
                                      covered.get(method)[0] + covered.get(method)[1])
                              : "")));
      return text.toString();
    }
  }
}
