package org.diaodu.growth;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Cumulative;
import org.diaodu.domain.TimePeriod;

/**
 * Adds to cumulative figures what each month and quarter alone amounts to. A reported amount stands
 * before a derived one.
 */
final class PeriodAmounts {
  /** How a level came about: as reported, or as the difference of two cumulative ones. */
  static final String DERIVATION = "derivation";

  private static final UserDefinedFunction AMOUNT =
      udf(
          (UDF3<String, BigDecimal, BigDecimal, Row>) PeriodAmounts::amount,
          new StructType()
              .add("value", DataTypes.createDecimalType(18, 6))
              .add("months", DataTypes.IntegerType));

  private PeriodAmounts() {}

  /**
   * The figures and the amounts derived from them.
   *
   * @param figures one row per figure: series, {@code time_period, month_index, level,
   *     level_decimals, level_withdrawn, is_break, yoy_published_pct, published_decimals,
   *     simulated_now, released}
   * @return the same columns with {@value #DERIVATION} ({@code reported} or {@code
   *     cumulative_difference}) and {@code period_months}; rows stay where they were
   */
  static Dataset<Row> added(Dataset<Row> figures) {
    Column derivable = col("accumulation").equalTo("YTD").and(col("amount").isNotNull());
    return withAmount(figures)
        .withColumn("figure", explode(array_compact(array(reported(), when(derivable, derived())))))
        // With the month number first, the groups come out as the series are looked along.
        .groupBy(
            "indicator", "ref_area", "freq", "figure.accumulation", "month_index", "time_period")
        .agg(
            max(when(isReported(), col("figure"))).as("reported"),
            max(when(not(isReported()), col("figure"))).as("derived"))
        .withColumn("level_of", when(hasOwnLevel(), col("reported")).otherwise(col("derived")))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("month_index"),
            col("level_of.level").as("level"),
            col("level_of.level_decimals").as("level_decimals"),
            coalesce(col("reported.level_withdrawn"), lit(false)).as("level_withdrawn"),
            col("level_of.is_break").as("is_break"),
            col("reported.yoy_published_pct").as("yoy_published_pct"),
            col("reported.published_decimals").as("published_decimals"),
            coalesce(col("reported.simulated_now"), lit(false))
                .or(coalesce(col("level_of.simulated_now"), lit(false)))
                .as("simulated_now"),
            greatest(col("reported.released"), col("level_of.released")).as("released"),
            col("level_of.derivation").as(DERIVATION),
            col("level_of.period_months").as("period_months"));
  }

  private static Dataset<Row> withAmount(Dataset<Row> figures) {
    WindowSpec series =
        Window.partitionBy("indicator", "ref_area", "freq", "accumulation").orderBy("month_index");
    Column figure =
        struct(
            col("level"),
            col("level_decimals"),
            col("is_break"),
            col("simulated_now"),
            col("released"));
    return figures
        .withColumn(
            "before",
            when(col("freq").equalTo("Q"), max(figure).over(series.rangeBetween(-3, -3)))
                .otherwise(max(figure).over(series.rangeBetween(-1, -1))))
        .withColumn("amount", AMOUNT.apply(col("time_period"), col("level"), col("before.level")));
  }

  private static Column reported() {
    return struct(
        col("accumulation"),
        lit("reported").as(DERIVATION),
        col("level"),
        col("level_decimals"),
        col("level_withdrawn"),
        col("is_break"),
        col("yoy_published_pct"),
        col("published_decimals"),
        col("simulated_now"),
        col("released"),
        months().as("period_months"));
  }

  private static Column derived() {
    // The first period of a year is the cumulative figure itself, whatever December was.
    Column uses = col("month_index").mod(12).geq(when(col("freq").equalTo("Q"), 3).otherwise(1));
    return struct(
        lit("PER").as("accumulation"),
        lit("cumulative_difference").as(DERIVATION),
        col("amount.value").as("level"),
        when(uses, greatest(col("level_decimals"), col("before.level_decimals")))
            .otherwise(col("level_decimals"))
            .as("level_decimals"),
        lit(false).as("level_withdrawn"),
        col("is_break"),
        lit(null).cast("decimal(18,6)").as("yoy_published_pct"),
        lit(null).cast("int").as("published_decimals"),
        col("simulated_now")
            .or(uses.and(coalesce(col("before.simulated_now"), lit(false))))
            .as("simulated_now"),
        when(uses, greatest(col("released"), col("before.released")))
            .otherwise(col("released"))
            .as("released"),
        col("amount.months").as("period_months"));
  }

  private static Column isReported() {
    return col("figure.derivation").equalTo("reported");
  }

  /** A level that was received, or withdrawn; a row with published growth alone has neither. */
  private static Column hasOwnLevel() {
    return col("reported.level")
        .isNotNull()
        .or(col("reported.level_withdrawn"))
        .or(col("derived").isNull());
  }

  /** How many months a figure covers; a stock covers none. */
  private static Column months() {
    Column length =
        when(col("freq").equalTo("A"), 12).when(col("freq").equalTo("Q"), 3).otherwise(1);
    return when(col("accumulation").equalTo("PER"), length)
        .when(col("accumulation").equalTo("YTD"), col("month_index").mod(12).plus(1));
  }

  private static Row amount(String period, BigDecimal cumulative, BigDecimal before) {
    return Cumulative.amount(TimePeriod.of(period), cumulative, before)
        .map(amount -> RowFactory.create(amount.value(), amount.months()))
        .orElse(null);
  }
}
