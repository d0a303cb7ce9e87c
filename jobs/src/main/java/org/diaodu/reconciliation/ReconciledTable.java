package org.diaodu.reconciliation;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/** {@link AreaPanel} over the growth table. */
public final class ReconciledTable {
  private static final DecimalType FIGURE =
      DataTypes.createDecimalType(ExactDecimal.PRECISION, ExactDecimal.SCALE);

  private static final StructType ADJUSTED =
      new StructType()
          .add("time_period", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("method", DataTypes.StringType)
          .add("reported", FIGURE)
          .add("total_level", FIGURE)
          .add("reconciled", FIGURE)
          .add("provenance", DataTypes.StringType)
          .add("not_computed_because", DataTypes.StringType);

  private static final UserDefinedFunction ADJUST =
      udf((UDF1<Row, List<Row>>) ReconciledTable::adjusted, DataTypes.createArrayType(ADJUSTED));

  private ReconciledTable() {}

  /**
   * The rows of {@code statistics.reconciled}: for every whole with parts, every part at every
   * period in which the whole or a part has a figure, by each method.
   *
   * @param growth rows of {@code statistics.growth}, of which {@code level, provenance} are used
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, decimals}: those that are to be adjusted, all additive
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> growth, Dataset<Row> areas, Dataset<Row> indicators, LocalDate asOf) {
    Dataset<Row> parts =
        areas
            .where(col("in_total").and(col("parent").isNotNull()))
            .select(col("ref_area"), col("parent"));
    Dataset<Row> expected =
        parts.groupBy("parent").agg(array_sort(collect_list(col("ref_area"))).as("parts"));
    Dataset<Row> levels =
        growth
            .where(col("level").isNotNull().and(comparable()))
            .join(broadcast(indicators.select("indicator", "decimals")), "indicator")
            .select(
                "indicator",
                "decimals",
                "ref_area",
                "freq",
                "accumulation",
                "time_period",
                "level",
                "provenance");
    Dataset<Row> asParts =
        levels.join(broadcast(parts), "ref_area").withColumn("whole", lit(false));
    Dataset<Row> asWholes =
        levels
            .withColumn("parent", col("ref_area"))
            .join(broadcast(expected.select("parent")), "parent")
            .withColumn("whole", lit(true));
    Column figure =
        struct(
            col("time_period"),
            col("ref_area"),
            col("whole"),
            col("level"),
            col("provenance").equalTo("simulated").as("simulated"));
    return asParts
        .unionByName(asWholes)
        .groupBy("indicator", "decimals", "freq", "accumulation", "parent")
        .agg(array_sort(collect_list(figure)).as("figures"))
        .join(broadcast(expected), "parent")
        .withColumn(
            "adjusted",
            explode(
                ADJUST.apply(struct(col("figures"), col("parts"), col("freq"), col("decimals")))))
        .select(
            col("indicator"),
            col("adjusted.ref_area"),
            col("freq"),
            col("accumulation"),
            col("adjusted.time_period"),
            col("adjusted.method"),
            col("parent"),
            col("adjusted.reported"),
            col("adjusted.total_level"),
            col("adjusted.reconciled"),
            when(
                    col("adjusted.reconciled").isNotNull(),
                    col("adjusted.reconciled").minus(col("adjusted.reported")))
                .cast(FIGURE)
                .as("adjustment"),
            coalesce(col("adjusted.provenance"), lit("official")).as("provenance"),
            col("adjusted.not_computed_because"),
            lit(asOf).as("as_of"));
  }

  /** Reported, and not a February that is two months in one area and one in the next. */
  private static Column comparable() {
    Column pair =
        col("freq")
            .equalTo("M")
            .and(col("accumulation").equalTo("PER"))
            .and(coalesce(col("period_months"), lit(1)).gt(1));
    return col("derivation").equalTo("reported").and(not(pair));
  }

  private static List<Row> adjusted(Row group) {
    List<Row> figures = group.getList(0);
    AreaPanel panel =
        new AreaPanel(group.getList(1), Frequency.valueOf(group.getString(2)), group.getInt(3));
    Set<String> simulated = new HashSet<>();
    for (Row figure : figures) {
      TimePeriod period = TimePeriod.of(figure.getString(0));
      if (figure.getBoolean(2)) {
        panel.total(period, figure.getDecimal(3));
      } else {
        panel.reported(period, figure.getString(1), figure.getDecimal(3));
      }
      if (figure.getBoolean(4)) {
        simulated.add(figure.getString(0));
      }
    }
    return panel.adjusted().stream()
        .map(
            a ->
                RowFactory.create(
                    a.period().toString(),
                    a.refArea(),
                    a.method().name(),
                    a.reported(),
                    a.total(),
                    a.reconciled(),
                    simulated.contains(a.period().toString()) ? "simulated" : "official",
                    a.why() == null ? null : a.why().name()))
        .toList();
  }
}
