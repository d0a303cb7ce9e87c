package org.diaodu.attainment;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Growth;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Landing;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Phasing;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;

/** {@link TargetSeries} as columns. */
final class SeriesFunction {
  static final DecimalType FIGURE =
      DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE);

  private static final StructType SAMPLE =
      new StructType()
          .add("years", DataTypes.IntegerType)
          .add("centre", FIGURE)
          .add("scale", FIGURE);

  private static final StructType TRACK =
      new StructType().add("trials", DataTypes.IntegerType).add("mean_error", FIGURE);

  private static final ArrayType FIGURES =
      DataTypes.createArrayType(
          new StructType()
              .add("known_on", DataTypes.DateType)
              .add("time_period", DataTypes.StringType)
              .add("level", FIGURE)
              .add("level_year_ago", FIGURE)
              .add("growth", FIGURE)
              .add("growth_basis", DataTypes.StringType)
              .add("growth_missing", DataTypes.StringType)
              .add("level_missing", DataTypes.StringType)
              .add("simulated", DataTypes.BooleanType)
              .add("total_year_ago", FIGURE)
              .add("history_pct", FIGURE)
              .add("shares", SAMPLE)
              .add("differences", SAMPLE)
              .add("annual", SAMPLE)
              .add("shares_track", TRACK)
              .add("differences_track", TRACK)
              .add("annual_track", TRACK));

  private static final ArrayType TRIALS =
      DataTypes.createArrayType(
          new StructType()
              .add("time_period", DataTypes.StringType)
              .add("known_on", DataTypes.DateType)
              .add("measure", DataTypes.StringType)
              .add("method", DataTypes.StringType)
              .add("estimate", FIGURE)
              .add("low", FIGURE)
              .add("high", FIGURE)
              .add("outcome", FIGURE)
              .add("error", FIGURE)
              .add("covered", DataTypes.BooleanType)
              .add("provenance", DataTypes.StringType));

  private SeriesFunction() {}

  /** A vintage, to be collected by series. */
  static Column vintages() {
    return array_sort(
        collect_list(
            struct(
                col("time_period"),
                col("measure"),
                col("obs_value"),
                col("obs_decimals"),
                col("release_date"),
                unix_micros(col("recorded_at")).as("recorded_at"),
                col("provenance").equalTo("simulated").as("simulated"))));
  }

  /** The figures that are wanted of a series: {@code kind, growth_source, vintages, wanted}. */
  static Column figures(Policy.Landing landing) {
    return udf((UDF1<Row, List<Row>>) group -> figures(group, landing), FIGURES)
        .apply(struct(col("kind"), col("growth_source"), col("vintages"), col("wanted")));
  }

  /** The trials of a series: {@code kind, growth_source, vintages}. */
  static Column trials(Policy.Landing landing, LocalDate asOf) {
    return udf((UDF1<Row, List<Row>>) group -> trials(group, asOf, landing), TRIALS)
        .apply(struct(col("kind"), col("growth_source"), col("vintages"), lit(0)));
  }

  private static List<Row> figures(Row group, Policy.Landing landing) {
    TargetSeries series = series(group);
    Map<LocalDate, KnownSeries> known = new TreeMap<>();
    LocalDate last =
        group.<Row>getList(3).stream()
            .map(wanted -> wanted.getLocalDate(0))
            .max(LocalDate::compareTo)
            .orElseThrow();
    List<LandingTrial> trials = LandingTrial.of(series, last, landing);
    List<Row> rows = new ArrayList<>();
    for (Row wanted : group.<Row>getList(3)) {
      LocalDate day = wanted.getLocalDate(0);
      KnownSeries then = known.computeIfAbsent(day, series::asOf);
      // How well a method did is shown beside today's estimate only.
      rows.add(
          figure(
              then,
              day,
              TimePeriod.of(wanted.getString(1)),
              landing,
              day.equals(last) ? trials : List.of()));
    }
    return rows;
  }

  private static Row figure(
      KnownSeries then,
      LocalDate day,
      TimePeriod period,
      Policy.Landing landing,
      List<LandingTrial> trials) {
    int years = landing.years();
    Growth.Result growth = then.growth(period);
    boolean annual = period.frequency() == Frequency.A;
    List<Phasing.Year> earlier = annual ? List.of() : then.earlierYears(period, years);
    return RowFactory.create(
        day,
        period.toString(),
        then.level(period),
        then.level(period.yearEarlier()),
        growth.reported(),
        growth.basis() == null ? null : growth.basis().name(),
        growth.notComputedBecause() == null ? null : growth.notComputedBecause().name(),
        then.withdrawn(period)
            ? NotComputed.missing_value.name()
            : NotComputed.no_observation.name(),
        then.simulated(period),
        then.totalYearAgo(period),
        Phasing.byHistory(earlier).orElse(null),
        annual ? null : row(then.shares(period, years).orElse(null)),
        annual ? null : row(then.growthDifferences(period, years).orElse(null)),
        annual ? row(then.annualGrowth(period, landing.annualYears()).orElse(null)) : null,
        track(trials, Landing.Method.seasonal_share, period),
        track(trials, Landing.Method.growth_difference, period),
        track(trials, Landing.Method.annual_trend, period));
  }

  private static List<Row> trials(Row group, LocalDate asOf, Policy.Landing landing) {
    return LandingTrial.of(series(group), asOf, landing).stream()
        .map(
            t ->
                RowFactory.create(
                    t.period().toString(),
                    t.knownOn(),
                    t.measure(),
                    t.method(),
                    t.estimate(),
                    t.low(),
                    t.high(),
                    t.outcome(),
                    t.error(),
                    t.covered(),
                    t.simulated() ? "simulated" : "official"))
        .toList();
  }

  private static TargetSeries series(Row group) {
    List<TargetSeries.Vintage> vintages = new ArrayList<>();
    for (Row v : group.<Row>getList(2)) {
      vintages.add(
          new TargetSeries.Vintage(
              TimePeriod.of(v.getString(0)),
              v.getString(1).equals("YOY"),
              v.getDecimal(2),
              v.isNullAt(3) ? 0 : v.getInt(3),
              v.getLocalDate(4),
              v.getLong(5),
              v.getBoolean(6)));
    }
    return new TargetSeries(
        IndicatorKind.valueOf(group.getString(0)),
        GrowthSource.valueOf(group.getString(1)),
        vintages);
  }

  private static Row row(Landing.Sample sample) {
    // Shares of next to nothing have no size that could be stored, and say nothing of a year.
    return sample == null
            || !ExactDecimal.fits(sample.centre())
            || !ExactDecimal.fits(sample.scale())
        ? null
        : RowFactory.create(sample.years(), sample.centre(), sample.scale());
  }

  private static Row track(List<LandingTrial> trials, Landing.Method method, TimePeriod period) {
    LandingTrial.Track track = LandingTrial.track(trials, method, period.endMonth());
    return track == null ? null : RowFactory.create(track.trials(), track.meanError());
  }

  /** The sample of a column; null where there is none. */
  static Landing.Sample sample(Row row) {
    return row == null
        ? null
        : new Landing.Sample(row.getInt(0), row.getDecimal(1), row.getDecimal(2));
  }
}
