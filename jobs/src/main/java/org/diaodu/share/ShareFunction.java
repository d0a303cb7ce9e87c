package org.diaodu.share;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.domain.Share;
import org.diaodu.domain.TimePeriod;

/** {@link Share} as columns: Spark's own decimal division would be rounded twice. */
final class ShareFunction {
  private static final UserDefinedFunction PERCENT =
      udf(
          (UDF2<BigDecimal, BigDecimal, BigDecimal>)
              (part, total) -> Share.percent(part, total).orElse(null),
          DataTypes.createDecimalType(18, 6));
  private static final UserDefinedFunction MONTH_INDEX =
      udf((UDF1<String, Integer>) text -> TimePeriod.of(text).monthIndex(), DataTypes.IntegerType);

  private ShareFunction() {}

  static Column percent(Column part, Column total) {
    return PERCENT.apply(part, total);
  }

  static Column monthIndex(Column timePeriod) {
    return MONTH_INDEX.apply(timePeriod);
  }
}
