package org.diaodu.attainment;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.ExactDecimal;

/** Planned checks as rows. */
public final class PlannedChecks {
  private static final DecimalType FIGURE =
      DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE);

  /** One column for each thing that judging needs. */
  public static final StructType SCHEMA =
      new StructType()
          .add("target_id", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("time_period", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("indicator", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("comparator", DataTypes.StringType)
          .add("value", FIGURE)
          .add("unit", DataTypes.StringType)
          .add("decimals", DataTypes.IntegerType)
          .add("tolerance", FIGURE)
          .add("threshold", FIGURE);

  private PlannedChecks() {}

  /** The checks, in the columns of {@link #SCHEMA}. */
  public static List<Row> rows(List<PlannedCheck> checks) {
    return checks.stream().map(PlannedChecks::row).toList();
  }

  private static Row row(PlannedCheck check) {
    return RowFactory.create(
        check.target().targetId(),
        check.refArea(),
        check.period().toString(),
        check.period().frequency().name(),
        check.indicator().indicator(),
        check.indicator().accumulation().name(),
        check.target().kind().name(),
        check.target().comparator().code(),
        check.target().value(),
        check.target().unit(),
        decimals(check),
        check.tolerance(),
        check.threshold());
  }

  /** Percentages are printed to one decimal, shares to two; amounts as the indicator says. */
  private static int decimals(PlannedCheck check) {
    return switch (check.target().kind()) {
      case growth_yoy -> 1;
      case capital_share -> 2;
      case count_of_areas -> 0;
      case level, increment -> check.indicator().decimals();
    };
  }
}
