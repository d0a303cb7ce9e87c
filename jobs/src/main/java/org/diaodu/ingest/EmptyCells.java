package org.diaodu.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cells without a figure whose key has one from before. Nobody can know whether the old figure
 * still holds, so that such a cell is refused, and its sender asked; every other one is left out.
 */
public final class EmptyCells {
  private static final List<String> KEY =
      List.of("indicator", "ref_area", "time_period", "accumulation", "measure");

  private EmptyCells() {}

  /**
   * Those that say of what they have no figure.
   *
   * @param cells cells that are at hand
   */
  public static Dataset<Row> of(Dataset<Row> cells) {
    return cells.where(col("outcome").equalTo("ignored").and(col("subject_indicator").isNotNull()));
  }

  /**
   * The cells, empty ones refused where a figure is known.
   *
   * @param current figures as known before, one for each key, with {@code obs_value} and {@code
   *     release_date}
   */
  public static Dataset<Row> told(Dataset<Row> cells, Dataset<Row> current) {
    Column[] subjects = KEY.stream().map(name -> col("subject_" + name)).toArray(Column[]::new);
    Dataset<Row> asked = of(cells).select(subjects).distinct();
    Dataset<Row> standing =
        current
            .where(col("obs_value").isNotNull())
            .join(broadcast(asked), isSubject())
            .groupBy(subjects)
            .agg(max("release_date").as("standing_since"));
    Column stands = col("outcome").equalTo("ignored").and(col("standing_since").isNotNull());
    return cells
        .join(
            broadcast(standing), seq(KEY.stream().map(name -> "subject_" + name).toList()), "left")
        .withColumn(
            "faults", when(stands, concat(col("faults"), array(fault()))).otherwise(col("faults")))
        .withColumn("ignored_because", when(stands, lit(null)).otherwise(col("ignored_because")))
        .withColumn("outcome", when(stands, "quarantined").otherwise(col("outcome")))
        .drop("standing_since");
  }

  private static Column isSubject() {
    return KEY.stream()
        .map(name -> col(name).equalTo(col("subject_" + name)))
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column fault() {
    Column where =
        when(
                col("source_cell").rlike("^\\d+:\\d+$"),
                concat(lit("第"), col("line").cast("string"), lit("行：")))
            .otherwise(concat(lit("单元格"), col("source_cell"), lit("：")));
    return struct(
        lit("empty_but_known").as("rule_id"),
        lit("reject").as("severity"),
        col("source_cell"),
        col("raw_text").as("found"),
        lit("数，或写明状态").as("expected"),
        concat(
                where,
                lit("没有写数，而"),
                col("standing_since").cast("string"),
                lit("发布的数仍在使用。不再有这个数的，请把obs_status写成M；不公开的，写成Q；仍然有效的，请照旧写上"))
            .as("message"));
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
