package org.diaodu.growth;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Contribution;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Growth;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;

/**
 * {@link Growth} as columns. Spark's own decimal division rounds to its result scale first and
 * would be rounded again to six decimals; the definitions round once.
 */
final class GrowthFunction {
  private static final DecimalType FIGURE =
      DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE);

  private static final StructType RESULT =
      new StructType()
          .add("yoy_computed_pct", FIGURE)
          .add("yoy_pct", FIGURE)
          .add("yoy_basis", DataTypes.StringType)
          .add("gap_pp", FIGURE)
          .add("gap_class", DataTypes.StringType)
          .add("implied_level_year_ago", FIGURE)
          .add("change_pp", FIGURE)
          .add("not_computed_because", DataTypes.StringType);

  private static final UserDefinedFunction GROWTH =
      udf((UDF1<Row, Row>) GrowthFunction::row, RESULT);

  private static final UserDefinedFunction CONTRIBUTION =
      udf(
          (UDF3<BigDecimal, BigDecimal, BigDecimal, BigDecimal>)
              (level, ago, parentAgo) -> Contribution.byLevels(level, ago, parentAgo).orElse(null),
          FIGURE);

  private static final UserDefinedFunction CONTRIBUTION_BY_PUBLISHED =
      udf(
          (UDF3<BigDecimal, BigDecimal, BigDecimal, BigDecimal>)
              (ago, growth, parentAgo) ->
                  Contribution.byGrowth(ago, growth, parentAgo).orElse(null),
          FIGURE);

  private static final UserDefinedFunction COMPUTED =
      udf(
          (UDF2<BigDecimal, BigDecimal, BigDecimal>)
              (level, base) -> Growth.computed(level, base).orElse(null),
          FIGURE);

  private static final UserDefinedFunction TWO_YEAR_AVERAGE =
      udf(
          (UDF2<BigDecimal, BigDecimal, BigDecimal>)
              (growth, yearAgo) -> Growth.twoYearAverage(growth, yearAgo).orElse(null),
          FIGURE);

  private GrowthFunction() {}

  /** The growth of a row that has the levels, the published growth, and the indicator's kind. */
  static Column growth() {
    return GROWTH.apply(
        struct(
            col("level"),
            col("level_year_ago"),
            coalesce(col("level_decimals"), lit(0)),
            coalesce(col("ago.level_decimals"), lit(0)),
            col("yoy_published_pct"),
            coalesce(col("published_decimals"), lit(0)),
            col("level_withdrawn"),
            col("kind"),
            col("growth_source")));
  }

  static Column contribution(Column level, Column yearAgo, Column parentYearAgo) {
    return CONTRIBUTION.apply(level, yearAgo, parentYearAgo);
  }

  static Column contributionByPublished(Column yearAgo, Column growth, Column parentYearAgo) {
    return CONTRIBUTION_BY_PUBLISHED.apply(yearAgo, growth, parentYearAgo);
  }

  static Column computed(Column level, Column base) {
    return COMPUTED.apply(level, base);
  }

  static Column twoYearAverage(Column growth, Column yearAgo) {
    return TWO_YEAR_AVERAGE.apply(growth, yearAgo);
  }

  private static Row row(Row figures) {
    Growth.Result result =
        Growth.of(
            new Growth.Input(
                figures.getDecimal(0),
                figures.getDecimal(1),
                figures.getInt(2),
                figures.getInt(3),
                figures.getDecimal(4),
                figures.getInt(5),
                figures.getBoolean(6),
                IndicatorKind.valueOf(figures.getString(7)),
                GrowthSource.valueOf(figures.getString(8))));
    return RowFactory.create(
        result.computed(),
        result.reported(),
        name(result.basis()),
        result.gap(),
        name(result.gapClass()),
        result.impliedLevelYearAgo(),
        result.changePp(),
        name(result.notComputedBecause()));
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
