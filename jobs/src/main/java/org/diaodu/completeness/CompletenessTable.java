package org.diaodu.completeness;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.Completeness;
import org.diaodu.region.CalendarEntry;

/** Every figure that the calendar names, for every area that owes it. */
public final class CompletenessTable {
  /** The calendar as rows. */
  public static final StructType CALENDAR =
      new StructType()
          .add("indicator", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("time_period", DataTypes.StringType)
          .add("due_date", DataTypes.DateType)
          .add("expected", DataTypes.BooleanType)
          .add("note", DataTypes.StringType);

  private static final UserDefinedFunction STATUS =
      udf(
          (UDF1<Row, Row>) CompletenessTable::status,
          new StructType()
              .add("status", DataTypes.StringType)
              .add("days_late", DataTypes.LongType));

  private CompletenessTable() {}

  /** A row of {@link #CALENDAR}. */
  public static Row row(CalendarEntry entry) {
    return RowFactory.create(
        entry.indicator(),
        entry.frequency().name(),
        entry.timePeriod().toString(),
        entry.dueDate(),
        entry.expected(),
        entry.note().isEmpty() ? null : entry.note());
  }

  /**
   * The rows of {@code statistics.completeness}. The whole owes every figure of the calendar. The
   * areas of one parent owe an indicator as soon as one of them has ever reported it: then a
   * sibling that never did is seen, and a figure that only the whole has is not asked of them. An
   * overlapping area owes nothing.
   *
   * @param calendar rows of {@link #CALENDAR}
   * @param observations rows of {@code statistics.observations}
   * @param areas {@code ref_area, parent, in_total}
   * @param totalArea code of the whole
   * @param asOf the day, stored with each row
   */
  public static Dataset<Row> of(
      Dataset<Row> calendar,
      Dataset<Row> observations,
      Dataset<Row> areas,
      String totalArea,
      LocalDate asOf) {
    Dataset<Row> known = observations.where(col("release_date").leq(lit(asOf)));
    Dataset<Row> released = released(known);
    Dataset<Row> reporting =
        released
            .join(broadcast(areas), "ref_area")
            .where(col("in_total").and(col("parent").isNotNull()))
            .select("indicator", "freq", "parent")
            .distinct();
    Dataset<Row> children =
        areas
            .where(col("in_total").and(col("parent").isNotNull()))
            .join(broadcast(reporting), "parent")
            .select("indicator", "freq", "ref_area");
    Dataset<Row> owed =
        calendar
            .join(children, seq("indicator", "freq"))
            .unionByName(calendar.withColumn("ref_area", lit(totalArea)));
    return owed.join(released, seq("indicator", "ref_area", "freq", "time_period"), "left")
        .withColumn(
            "of",
            STATUS.apply(
                struct(
                    col("expected"), col("due_date"), col("received_on"), lit(asOf).as("today"))))
        .select(
            col("indicator"),
            col("ref_area"),
            col("freq"),
            col("time_period"),
            col("of.status"),
            col("due_date"),
            col("received_on"),
            col("of.days_late"),
            col("note"),
            coalesce(col("provenance"), lit("official")).as("provenance"),
            lit(asOf).as("as_of"));
  }

  /** First release of each figure that has a value now, be it a level or its published growth. */
  private static Dataset<Row> released(Dataset<Row> known) {
    Column order = struct(col("release_date"), col("recorded_at"));
    Dataset<Row> lines =
        known
            .groupBy(
                "indicator",
                "ref_area",
                "freq",
                "time_period",
                "accumulation",
                "measure",
                "provenance")
            .agg(
                max_by(col("obs_value"), order).as("now"),
                min(when(col("obs_value").isNotNull(), col("release_date"))).as("received_on"));
    return lines
        .where(col("now").isNotNull())
        .groupBy("indicator", "ref_area", "freq", "time_period")
        .agg(min("received_on").as("received_on"), max("provenance").as("provenance"));
  }

  private static Row status(Row row) {
    Completeness of =
        Completeness.of(
            row.getBoolean(0), row.getLocalDate(1), row.getLocalDate(2), row.getLocalDate(3));
    return RowFactory.create(of.status().name(), of.daysLate());
  }

  private static scala.collection.immutable.Seq<String> seq(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
