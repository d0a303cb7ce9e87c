package org.diaodu.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.region.TargetRule;

/** Planned checks as rows, and the figures that they want. */
public final class PlannedChecks {
  /** One column for each thing that judging needs. */
  public static final StructType SCHEMA =
      new StructType()
          .add("known_on", DataTypes.DateType)
          .add("target_id", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("time_period", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("indicator", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("reference", DataTypes.StringType)
          .add("reference_accumulation", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("target_class", DataTypes.StringType)
          .add("comparator", DataTypes.StringType)
          .add("value", SeriesFunction.FIGURE)
          .add("unit", DataTypes.StringType)
          .add("decimals", DataTypes.IntegerType)
          .add("better", DataTypes.StringType)
          .add("tolerance", SeriesFunction.FIGURE)
          .add("threshold", SeriesFunction.FIGURE)
          .add("by_history", DataTypes.BooleanType)
          .add("at_deadline", DataTypes.BooleanType)
          .add("deadline", DataTypes.DateType)
          .add("plan_year", DataTypes.IntegerType)
          .add("due", DataTypes.BooleanType)
          .add("newest", DataTypes.BooleanType)
          .add("is_set_for", DataTypes.BooleanType)
          .add("all_year", DataTypes.BooleanType)
          .add("together", DataTypes.StringType);

  /** The figures that are wanted of an indicator, whatever the area. */
  public static final StructType WANTED =
      new StructType()
          .add("indicator", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("growth_source", DataTypes.StringType)
          .add(
              "wanted",
              DataTypes.createArrayType(
                  new StructType()
                      .add("known_on", DataTypes.DateType)
                      .add("time_period", DataTypes.StringType)));

  private PlannedChecks() {}

  /** The checks, in the columns of {@link #SCHEMA}. */
  public static List<Row> rows(RegionPack pack, List<PlannedCheck> checks) {
    return checks.stream().map(check -> row(pack, check)).toList();
  }

  private static Row row(RegionPack pack, PlannedCheck check) {
    Target target = check.target();
    Indicator indicator = check.indicator().orElse(null);
    Indicator reference = pack.indicator(target.reference()).orElse(null);
    return RowFactory.create(
        check.knownOn(),
        target.targetId(),
        check.refArea(),
        check.period().toString(),
        check.period().frequency().name(),
        indicator == null ? null : indicator.indicator(),
        indicator == null ? null : indicator.accumulation().name(),
        reference == null ? null : reference.indicator(),
        reference == null ? null : reference.accumulation().name(),
        target.kind().name(),
        target.targetClass().name(),
        target.comparator().name(),
        target.value(),
        target.unit(),
        check.decimals(),
        indicator == null ? "up" : indicator.better().name(),
        check.tolerance(),
        target.threshold(),
        pack.policy().phasedByHistory().contains(target.targetId()),
        pack.policy().dueAtDeadline().contains(target.targetId()),
        LocalDate.parse(target.deadline()),
        pack.planYear(),
        check.due(),
        check.newest(),
        target.scope().contains(check.refArea()),
        target.has(TargetRule.Kind.all_year),
        target.promise());
  }

  /** Every figure that the checks want: their own, and those they are compared with. */
  public static List<Row> wanted(RegionPack pack, List<PlannedCheck> checks) {
    record Series(Indicator indicator, Frequency frequency) {}
    record Figure(LocalDate knownOn, TimePeriod period) {}
    Map<Series, Set<Figure>> wanted = new LinkedHashMap<>();
    for (PlannedCheck check : checks) {
      Figure figure = new Figure(check.knownOn(), check.period());
      Stream.concat(check.indicator().stream(), pack.indicator(check.target().reference()).stream())
          .forEach(
              indicator ->
                  wanted
                      .computeIfAbsent(
                          new Series(indicator, check.period().frequency()),
                          series -> new LinkedHashSet<>())
                      .add(figure));
    }
    List<Row> rows = new ArrayList<>();
    wanted.forEach(
        (series, figures) ->
            rows.add(
                RowFactory.create(
                    series.indicator().indicator(),
                    series.frequency().name(),
                    series.indicator().accumulation().name(),
                    series.indicator().kind().name(),
                    series.indicator().growthSource().name(),
                    figures.stream()
                        .map(f -> RowFactory.create(f.knownOn(), f.period().toString()))
                        .toArray(Row[]::new))));
    return rows;
  }
}
