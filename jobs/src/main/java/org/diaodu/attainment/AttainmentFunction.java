package org.diaodu.attainment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Attainment;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Light;
import org.diaodu.domain.LightReason;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.TimePeriod;

/** {@link Attainment} as columns. */
final class AttainmentFunction {
  private static final DecimalType FIGURE =
      DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE);

  private static final StructType RESULT =
      new StructType()
          .add("gap", FIGURE)
          .add("progress_pct", FIGURE)
          .add("schedule_pct", FIGURE)
          .add("light", DataTypes.StringType)
          .add("light_reason", DataTypes.StringType)
          .add("not_computed_because", DataTypes.StringType);

  private static final UserDefinedFunction JUDGED =
      udf((UDF1<Row, Row>) AttainmentFunction::row, RESULT);

  private AttainmentFunction() {}

  /** Gap, progress and light of a row that has the actual and the required figure. */
  static Column judged() {
    return JUDGED.apply(
        struct(
            col("kind"),
            col("comparator"),
            col("actual"),
            col("required"),
            col("tolerance"),
            col("unit"),
            col("decimals"),
            col("time_period"),
            col("missing")));
  }

  private static Row row(Row check) {
    boolean amount = check.getString(0).equals("increment");
    Comparator comparator = Comparator.fromCode(check.getString(1)).orElseThrow();
    BigDecimal actual = check.getDecimal(2);
    BigDecimal required = check.getDecimal(3);
    BigDecimal tolerance = check.getDecimal(4);
    BigDecimal progress = amount ? Attainment.progress(actual, required).orElse(null) : null;
    BigDecimal schedule = amount ? Attainment.schedule(TimePeriod.of(check.getString(7))) : null;
    // An amount is due in proportion to time; everything else in full at any time.
    Light light =
        amount
            ? Attainment.light(Comparator.AT_LEAST, progress, schedule, tolerance)
            : Attainment.light(comparator, actual, required, tolerance);
    NotComputed missing =
        check.getString(8) != null
            ? NotComputed.valueOf(check.getString(8))
            : NotComputed.no_observation;
    String reason =
        amount
            ? LightReason.of(
                light, Comparator.AT_LEAST, progress, schedule, tolerance, "%（进度）", 1, missing)
            : LightReason.of(
                light,
                comparator,
                actual,
                required,
                tolerance,
                check.getString(5),
                check.getInt(6),
                missing);
    return RowFactory.create(
        Attainment.gap(actual, required).orElse(null),
        progress,
        schedule,
        light.name(),
        reason,
        light == Light.no_data ? missing.name() : null);
  }
}
