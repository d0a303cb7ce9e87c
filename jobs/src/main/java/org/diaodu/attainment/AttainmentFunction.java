package org.diaodu.attainment;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Policy;
import org.diaodu.region.Target;

/** {@link Judgement} and {@link Outlook} as columns. */
final class AttainmentFunction {
  private static final StructType RESULT =
      new StructType()
          .add("comparator_code", DataTypes.StringType)
          .add("month_index", DataTypes.IntegerType)
          .add("gap", SeriesFunction.FIGURE)
          .add("progress_pct", SeriesFunction.FIGURE)
          .add("schedule_pct", SeriesFunction.FIGURE)
          .add("schedule_basis", DataTypes.StringType)
          .add("needed_rest", SeriesFunction.FIGURE)
          .add("needed_rest_pct", SeriesFunction.FIGURE)
          .add("projected", SeriesFunction.FIGURE)
          .add("projected_low", SeriesFunction.FIGURE)
          .add("projected_high", SeriesFunction.FIGURE)
          .add("probability", SeriesFunction.FIGURE)
          .add("projection_method", DataTypes.StringType)
          .add("not_projected_because", DataTypes.StringType)
          .add("light", DataTypes.StringType)
          .add("light_reason", DataTypes.StringType)
          .add("not_computed_because", DataTypes.StringType);

  private static final String[] INPUT = {
    "kind",
    "target_class",
    "comparator",
    "accumulation",
    "actual",
    "required",
    "value",
    "tolerance",
    "unit",
    "decimals",
    "better",
    "time_period",
    "plan_year",
    "deadline",
    "at_deadline",
    "by_history",
    "history_pct",
    "missing",
    "siblings",
    "siblings_sum",
    "sibling_rank",
    "level",
    "level_year_ago",
    "total_year_ago",
    "growth_basis",
    "shares",
    "differences",
    "annual"
  };

  private AttainmentFunction() {}

  /** What becomes of a row that has the actual and the required figure. */
  static Column judged(Policy policy) {
    Policy.Scheme scheme = policy.scheme();
    BigDecimal confidence = policy.landing().confidencePct();
    return udf((UDF1<Row, Row>) check -> row(check, scheme, confidence), RESULT)
        .apply(
            struct(
                Arrays.stream(INPUT)
                    .map(org.apache.spark.sql.functions::col)
                    .toArray(Column[]::new)));
  }

  private static Row row(Row check, Policy.Scheme scheme, BigDecimal confidencePct) {
    TimePeriod period = TimePeriod.of(check.getAs("time_period"));
    Target.Kind kind = Target.Kind.valueOf(check.getAs("kind"));
    Comparator comparator = Comparator.valueOf(check.getAs("comparator"));
    Judgement judgement =
        Judgement.of(
            new Judgement.Check(
                kind,
                Target.TargetClass.valueOf(check.getAs("target_class")),
                comparator,
                check.getAs("actual"),
                check.getAs("required"),
                check.getAs("tolerance"),
                check.getAs("unit"),
                check.<Integer>getAs("decimals"),
                check.getAs("better").equals("up"),
                period,
                check.<Integer>getAs("plan_year"),
                check.getAs("deadline"),
                check.<Boolean>getAs("at_deadline"),
                check.<Boolean>getAs("by_history"),
                check.getAs("history_pct"),
                check.getAs("missing") == null
                    ? null
                    : NotComputed.valueOf(check.getAs("missing"))),
            scheme,
            siblings(check));
    Outlook outlook =
        Outlook.of(
            new Outlook.Figures(
                kind,
                comparator,
                "YTD".equals(check.getAs("accumulation")),
                period,
                check.getAs("actual"),
                check.getAs("required"),
                check.getAs("value"),
                check.getAs("level"),
                check.getAs("level_year_ago"),
                check.getAs("total_year_ago"),
                check.getAs("growth_basis") == null
                    ? null
                    : Growth.Basis.valueOf(check.getAs("growth_basis")),
                SeriesFunction.sample(check.getAs("shares")),
                SeriesFunction.sample(check.getAs("differences")),
                SeriesFunction.sample(check.getAs("annual"))),
            confidencePct);
    return RowFactory.create(
        comparator.code(),
        period.monthIndex(),
        judgement.gap(),
        judgement.progress(),
        judgement.schedule(),
        judgement.scheduleBasis(),
        outlook.neededRest(),
        outlook.neededRestPct(),
        outlook.projected(),
        outlook.low(),
        outlook.high(),
        outlook.probability(),
        outlook.method() == null ? null : outlook.method().name(),
        outlook.why() == null ? null : outlook.why().name(),
        judgement.light().name(),
        judgement.reason(),
        judgement.why() == null ? null : judgement.why().name());
  }

  private static Judgement.Siblings siblings(Row check) {
    Integer count = check.getAs("siblings");
    BigDecimal sum = check.getAs("siblings_sum");
    return count == null || count < 2 || sum == null
        ? null
        : new Judgement.Siblings(count, sum, check.<Integer>getAs("sibling_rank"));
  }
}
