package org.diaodu.share;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Share;

/** {@link Share} as columns: Spark's own decimal division would be rounded twice. */
final class ShareFunction {
  private static final UserDefinedFunction PERCENT =
      udf(
          (UDF2<BigDecimal, BigDecimal, BigDecimal>)
              (part, total) -> Share.percent(part, total).orElse(null),
          DataTypes.createDecimalType(18, 6));

  private ShareFunction() {}

  static Column percent(Column part, Column total) {
    return PERCENT.apply(part, total);
  }

  /** Of a row with {@code share_pct, denominator} and the same a year earlier in {@code ago}. */
  static Column change() {
    return when(sameDenominator(), col("share_pct").minus(col("ago.share_pct")))
        .cast("decimal(18,6)");
  }

  static Column whyNoChange(Column whyNoShare) {
    return when(col("share_pct").isNull(), whyNoShare)
        .when(col("ago.share_pct").isNull(), NotComputed.no_base_period.name())
        .when(sameDenominator(), lit(null))
        .otherwise(NotComputed.denominator_differs.name());
  }

  private static Column sameDenominator() {
    return col("denominator").equalTo(col("ago.denominator"));
  }
}
