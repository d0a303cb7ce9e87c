package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.revisions.SeriesValuesQuery;
import org.diaodu.table.IndicatorPeriods;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows of periods that nothing touched, with the touched ones computed anew, are the rows of all
 * periods computed anew: over random first figures, revisions, corrections, withdrawals, releases
 * that were only waiting for their day, and simulated figures that official ones replace; and as of
 * the earlier day again, when more is stored than was known then.
 */
@Slow
class AffectedPeriodsTest {
  private static final LocalDate THEN = LocalDate.of(2025, 3, 1);
  private static final LocalDate NOW = LocalDate.of(2025, 4, 1);
  private static final List<String> INDICATORS =
      List.of(
          "retail_sales",
          "business_entities",
          "fixed_asset_investment",
          "gdp",
          "population_resident",
          "urbanisation_rate");
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2024;

  private final SparkSession spark = SharedSpark.session();
  private final RegionPack pack = PackReader.read(Packs.THREELANDS);
  private final List<Row> known = new ArrayList<>();
  private final List<Row> arrived = new ArrayList<>();
  private Random random = new Random(0);

  @BeforeEach
  void noFigures() {
    known.clear();
    arrived.clear();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void untouchedPeriodsAndTouchedOnesTogetherAreAFullRebuild(long seed) {
    random = new Random(seed);
    firstFigures();
    // Some months long ago and some of late, not of every indicator: all else is left alone.
    touch(FIRST_YEAR + random.nextInt(4));
    touch(LAST_YEAR - random.nextInt(2));
    Dataset<Row> then = observations(known);
    List<Row> all = new ArrayList<>(known);
    all.addAll(arrived);
    Dataset<Row> now = observations(all);
    Dataset<Row> newlyKnown =
        observations(arrived)
            .unionByName(then.where(col("release_date").gt(lit(THEN))))
            .where(col("release_date").leq(lit(NOW)));
    IndicatorPeriods touched = IndicatorPeriods.of(newlyKnown);
    IndicatorPeriods breaks = IndicatorPeriods.of(now.where(col("obs_status").equalTo("B")));

    for (StatisticTable table : StatisticTables.ALL) {
      Optional<AffectedPeriods> affected = table.reach().affected(touched, breaks);
      if (affected.isPresent()) {
        AffectedPeriods of = affected.get();
        Dataset<Row> full = rows(table, known(now, NOW));
        Dataset<Row> fullThen = rows(table, known(then, THEN));
        same(table.table(), fullThen, of.periods().in(rows(table, only(now, NOW, of))), full, of);
        // The later figures are stored, and were not known then.
        same(table.table(), full, of.periods().in(rows(table, only(now, THEN, of))), fullThen, of);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void valuesOfASeriesAreThoseOfThenAndWhatCameSince(long seed) {
    random = new Random(seed);
    firstFigures();
    touch(LAST_YEAR - random.nextInt(2));
    Dataset<Row> then = observations(known);
    List<Row> all = new ArrayList<>(known);
    all.addAll(arrived);
    Dataset<Row> now = observations(all);
    Dataset<Row> newlyKnown =
        observations(arrived)
            .unionByName(then.where(col("release_date").gt(lit(THEN))))
            .where(col("release_date").leq(lit(NOW)));
    KnownOnADay before = known(then, THEN);

    Dataset<Row> values =
        SeriesValuesQuery.since(
            rows(StatisticTables.of(Table.REVISION_SUMMARY).orElseThrow(), before),
            rows(StatisticTables.of(Table.REVISIONS).orElseThrow(), before),
            newlyKnown);

    assertThat(values.where("values > 0").collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            SeriesValuesQuery.of(now, NOW).where("values > 0").collectAsList());
  }

  @Test
  void aFigureCountsInItsPeriodAndTheNextAndInBothAYearAndTwoYearsLater() {
    assertThat(restingOn("retail_sales", "2021-03"))
        .as("and its rank beside that of the month after")
        .isEqualTo(
            "(freq = 'M' AND indicator IN ('retail_sales') AND"
                + " ((time_period >= '2021-03' AND time_period <= '2021-05')"
                + " OR (time_period >= '2022-03' AND time_period <= '2022-05')"
                + " OR (time_period >= '2023-03' AND time_period <= '2023-04')))");
    assertThat(restingOn("gdp", "2021-Q1"))
        .isEqualTo(
            "(freq = 'Q' AND indicator IN ('gdp') AND"
                + " ((time_period >= '2021-Q1' AND time_period <= '2021-Q3')"
                + " OR (time_period >= '2022-Q1' AND time_period <= '2022-Q3')"
                + " OR (time_period >= '2023-Q1' AND time_period <= '2023-Q2')))");
  }

  @Test
  void aFigureOfDecemberCountsInEveryMonthOfTwoYears() {
    assertThat(restingOn("business_entities", "2021-12"))
        .isEqualTo(
            "(freq = 'M' AND indicator IN ('business_entities') AND"
                + " ((time_period >= '2021-12' AND time_period <= '2024-01')))");
  }

  @Test
  void aBreakFlagsEveryMonthOfTwoYears() {
    add(arrived, new Key("retail_sales", "T01", "2021-03", "YTD", "LEVEL"), BigDecimal.ONE, NOW);
    IndicatorPeriods march = IndicatorPeriods.of(observations(arrived));

    assertThat(AffectedPeriods.alongTheSeries(march, march).periods().toString())
        .isEqualTo(
            "(freq = 'M' AND indicator IN ('retail_sales') AND"
                + " ((time_period >= '2021-03' AND time_period <= '2023-04')))");
  }

  private String restingOn(String indicator, String period) {
    arrived.clear();
    add(arrived, new Key(indicator, "T01", period, "YTD", "LEVEL"), BigDecimal.ONE, NOW);
    return AffectedPeriods.alongTheSeries(
            IndicatorPeriods.of(observations(arrived)), IndicatorPeriods.none())
        .periods()
        .toString();
  }

  private KnownOnADay known(Dataset<Row> observations, LocalDate day) {
    return new KnownOnADay(spark, pack, day, table -> stored(table, observations, day), true);
  }

  private Dataset<Row> stored(Table table, Dataset<Row> observations, LocalDate day) {
    return StatisticTables.of(table)
        .map(of -> rows(of, known(observations, day)))
        .orElse(observations);
  }

  private KnownOnADay only(Dataset<Row> observations, LocalDate day, AffectedPeriods affected) {
    return known(observations, day).only(affected.needed());
  }

  private Dataset<Row> rows(StatisticTable table, KnownOnADay known) {
    return table.rows(known).in(spark, table.table()).localCheckpoint();
  }

  private static void same(
      Table table,
      Dataset<Row> then,
      Dataset<Row> computed,
      Dataset<Row> full,
      AffectedPeriods of) {
    Dataset<Row> left = then.except(of.periods().in(then));
    Dataset<Row> together = left.drop("as_of").unionByName(computed.drop("as_of"));
    Dataset<Row> expected = full.drop("as_of");
    assertThat(left.count()).as("%s: rows that stay", table).isPositive();
    assertThat(computed.count())
        .as("%s: rows that are computed", table)
        .isEqualTo(of.periods().in(full).count());
    assertThat(together.exceptAll(expected).limit(3).collectAsList())
        .as(
            "%s: rows that a full rebuild has otherwise or not at all, periods %s",
            table, of.periods())
        .isEmpty();
    assertThat(expected.exceptAll(together).limit(3).collectAsList())
        .as("%s: rows of a full rebuild that are missing, periods %s", table, of.periods())
        .isEmpty();
  }

  /** What names a figure. */
  private record Key(
      String indicator, String area, String period, String accumulation, String measure) {}

  private void firstFigures() {
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      for (String area : List.of("T00", "T01", "T02", "T03", "T09")) {
        for (int month = 1; month <= 12; month++) {
          String period = "%d-%02d".formatted(year, month);
          first(new Key("retail_sales", area, period, "YTD", "LEVEL"));
          first(new Key("business_entities", area, period, "EOP", "LEVEL"));
          first(new Key("fixed_asset_investment", area, period, "YTD", "YOY"));
        }
        for (int quarter = 1; quarter <= 4; quarter++) {
          String period = "%d-Q%d".formatted(year, quarter);
          first(new Key("gdp", area, period, "YTD", "LEVEL"));
          first(new Key("gdp", area, period, "YTD", "YOY"));
        }
        first(new Key("population_resident", area, "" + year, "EOP", "LEVEL"));
        first(new Key("urbanisation_rate", area, "" + year, "EOP", "LEVEL"));
      }
    }
  }

  /** A figure of before; it may be missing, wait for its release, or have been revised once. */
  private void first(Key key) {
    if (random.nextInt(12) == 0) {
      return;
    }
    boolean waits = key.period().startsWith("2023") && random.nextInt(40) == 0;
    LocalDate released =
        waits ? someDayLater() : TimePeriod.of(key.period()).lastDay().plusDays(20);
    BigDecimal value = someValue();
    if (random.nextInt(60) == 0) {
      add(known, key, value.add(BigDecimal.ONE), released);
      released = released.plusDays(1);
    }
    add(known, key, value, released);
  }

  /** Some indicators' figures of two periods of each frequency in a year become others, or none. */
  private void touch(int year) {
    List<String> indicators = new ArrayList<>(INDICATORS);
    Collections.shuffle(indicators, random);
    List<String> some = indicators.subList(0, 1 + random.nextInt(indicators.size()));
    List<Integer> months = List.of(3 * (1 + random.nextInt(4)), 1 + random.nextInt(12));
    for (Row row : List.copyOf(known)) {
      TimePeriod period = TimePeriod.of(row.getString(3));
      boolean isAmong = some.contains(row.getString(0)) && months.contains(period.endMonth());
      if (period.year() == year && isAmong && random.nextInt(3) == 0) {
        Key key =
            new Key(
                row.getString(0),
                row.getString(1),
                row.getString(3),
                row.getString(4),
                row.getString(5));
        add(arrived, key, random.nextInt(5) == 0 ? null : someValue(), someDayLater());
      }
    }
  }

  private BigDecimal someValue() {
    return BigDecimal.valueOf(1 + random.nextInt(99_999), 2);
  }

  /** After the first of the two days, and perhaps after the second. */
  private LocalDate someDayLater() {
    return THEN.plusDays(1 + random.nextInt(40));
  }

  /** One vintage; null is a withdrawal. It may break its series, or be simulated. */
  private void add(List<Row> rows, Key key, BigDecimal value, LocalDate released) {
    rows.add(
        RowFactory.create(
            key.indicator(),
            key.area(),
            TimePeriod.of(key.period()).frequency().name(),
            key.period(),
            key.accumulation(),
            key.measure(),
            value == null ? null : value.setScale(6),
            value == null ? null : 2,
            value == null ? "M" : random.nextInt(60) == 0 ? "B" : "A",
            null,
            released,
            null,
            Instant.ofEpochSecond(rows.size() + (rows == arrived ? 1_000_000 : 0)),
            random.nextInt(10) == 0 ? "simulated" : "official",
            null,
            "file.csv",
            "sha",
            "2:6",
            "",
            "run"));
  }

  private Dataset<Row> observations(List<Row> rows) {
    return spark.createDataFrame(rows, ContractReader.read(Table.OBSERVATIONS).struct());
  }
}
