package org.diaodu.share;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Residual;

/** Whether areas add up to their total, and if not, why. */
public final class AdditivityTable {
  private static final UserDefinedFunction RESIDUAL_CLASS =
      udf((UDF1<Row, String>) AdditivityTable::residualClass, DataTypes.StringType);

  private AdditivityTable() {}

  /**
   * The rows of {@code statistics.additivity}: one for each whole that has a figure or of which a
   * part has one.
   *
   * @param growth rows of {@code statistics.growth}
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, additive, decimals}
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators, LocalDate asOf) {
    Column[] place = {
      col("indicator"), col("freq"), col("accumulation"), col("time_period"), col("parent")
    };
    Dataset<Row> overlapping =
        Wholes.additive(growth, indicators)
            .join(
                broadcast(areas.where(col("parent").isNotNull().and(not(col("in_total"))))),
                "ref_area")
            .where(col("level").isNotNull())
            .groupBy(place)
            .agg(
                array_sort(collect_list(col("ref_area"))).as("overlapping_areas"),
                collect_list(col("level")).as("overlapping"));
    Column both = col("published_total").isNotNull().and(col("areas_sum").isNotNull());
    Column classed =
        RESIDUAL_CLASS.apply(
            struct(
                col("published_total"),
                col("areas_sum"),
                col("areas_counted"),
                col("decimals"),
                col("overlapping")));
    return Wholes.of(growth, areas, indicators)
        .join(
            overlapping,
            scala.jdk.javaapi.CollectionConverters.asScala(
                    List.of("indicator", "freq", "accumulation", "time_period", "parent"))
                .toSeq(),
            "left")
        .join(broadcast(indicators.select("indicator", "decimals")), "indicator")
        .select(
            col("indicator"),
            col("parent").as("ref_area"),
            col("freq"),
            col("accumulation"),
            col("time_period"),
            col("published_total"),
            col("areas_sum"),
            col("areas_counted"),
            col("areas_expected"),
            col("overlapping_areas"),
            when(both, col("published_total").minus(col("areas_sum")))
                .cast("decimal(18,6)")
                .as("residual"),
            when(both, classed).as("residual_class"),
            when(
                    coalesce(col("total_simulated"), lit(false))
                        .or(coalesce(col("parts_simulated"), lit(false))),
                    "simulated")
                .otherwise("official")
                .as("provenance"),
            when(both, lit(null))
                .when(col("published_total").isNull(), NotComputed.no_total.name())
                .otherwise(NotComputed.areas_missing.name())
                .as("not_computed_because"),
            lit(asOf).as("as_of"));
  }

  private static String residualClass(Row row) {
    if (row.isNullAt(0) || row.isNullAt(1)) {
      return null;
    }
    List<BigDecimal> overlapping = row.isNullAt(4) ? List.of() : row.getList(4);
    return Residual.classOf(
            row.getDecimal(0), row.getDecimal(1), row.getInt(2), row.getInt(3), overlapping)
        .name();
  }
}
