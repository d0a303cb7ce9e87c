package org.diaodu.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The same figure more than once in one file, or in files that came at one instant. Said twice
 * alike in a file, the first counts and the rest are ignored; said differently in a file, nobody
 * can know which is right, and all are refused; in several files, which came last, and all are
 * held.
 */
final class Duplicates {
  /** Places that a message names. */
  private static final int SHOWN = 10;

  private static final Column[] FIGURE = {
    col("arrived_at"),
    col("indicator"),
    col("ref_area"),
    col("time_period"),
    col("accumulation"),
    col("measure"),
    col("release_date"),
    col("provenance")
  };

  private Duplicates() {}

  /** Whether two accepted cells that came together have one hash, as two of one figure have. */
  static boolean any(Dataset<Row> cells) {
    return !cells
        .where(col("outcome").equalTo("accepted"))
        .groupBy(xxhash64(FIGURE).as("figure"))
        .agg(count(lit(1)).as("times"))
        .where(col("times").gt(1))
        .isEmpty();
  }

  /** Cells with the outcome that their like in the same file leaves them. */
  static Dataset<Row> resolve(Dataset<Row> cells) {
    // One pass: what was not accepted has nothing alike, and each such cell is a group of its own.
    Column accepted = col("outcome").equalTo("accepted");
    WindowSpec together = alike(when(not(accepted), col("line")));
    WindowSpec alike = alike(when(not(accepted), col("line")), col("source_file"));
    Column said = struct(coalesce(col("obs_value").cast("string"), lit("")), col("obs_status"));
    return cells
        .withColumn("place", row_number().over(alike.orderBy(col("line"))))
        .withColumn(
            "conflict", accepted.and(min(said).over(together).notEqual(max(said).over(together))))
        .withColumn("files", array_sort(collect_set(col("source_file")).over(together)))
        // The first few only: a file may say one figure a hundred thousand times.
        .withColumn(
            "places", array_sort(collect_list(when(col("place").leq(SHOWN), place())).over(alike)))
        .withColumn(
            "ignored_because",
            when(accepted.and(not(col("conflict"))).and(col("place").gt(1)), "duplicate_in_file")
                .otherwise(col("ignored_because")))
        .withColumn(
            "faults",
            when(col("conflict"), concat(col("faults"), array(conflict())))
                .otherwise(col("faults")))
        .withColumn(
            "outcome",
            when(col("conflict").and(canBeHeld()), "held")
                .when(col("conflict"), "quarantined")
                .when(accepted.and(col("ignored_because").isNotNull()), "ignored")
                .otherwise(col("outcome")))
        .drop("files", "places", "place", "conflict");
  }

  private static WindowSpec alike(Column... besides) {
    return Window.partitionBy(
        Stream.concat(Stream.of(FIGURE), Stream.of(besides)).toArray(Column[]::new));
  }

  /** Of a text file the number of the line, of a book the cell; in an order that people expect. */
  private static Column place() {
    return struct(
        col("line").as("line"),
        when(isLine(), col("line").cast("string")).otherwise(col("source_cell")).as("name"));
  }

  private static Column isLine() {
    return col("source_cell").rlike("^\\d+:\\d+$");
  }

  /** Figures of several files wait for somebody to say which is right; reports are sent anew. */
  private static Column canBeHeld() {
    return size(col("files")).gt(1).and(col("report").isNull());
  }

  private static Column conflict() {
    Column places = array_join(col("places.name"), "、");
    Column where =
        when(isLine(), concat(lit("第"), col("line").cast("string"), lit("行")))
            .otherwise(concat(lit("单元格"), col("source_cell")));
    Column inOneFile = size(col("files")).equalTo(1);
    return struct(
        when(inOneFile, "conflicting_duplicate").otherwise("conflicting_arrivals").as("rule_id"),
        when(canBeHeld(), "hold").otherwise("reject").as("severity"),
        col("source_cell"),
        col("raw_text").as("found"),
        when(inOneFile, "同一文件中同一指标、地区、时期只有一个数").otherwise("对同一个数说法不同的文件，到达时间有先后").as("expected"),
        concat(
                where,
                when(
                        inOneFile,
                        concat(
                            lit("：同一个数在本文件的"),
                            when(isLine(), concat(lit("第"), places, lit("行"))).otherwise(places),
                            lit("写得不一样，无法判断哪个对。请只保留正确的一个")))
                    .otherwise(
                        concat(
                            lit("：同一个数在同时到达的文件"),
                            array_join(slice(col("files"), 1, SHOWN), "、"),
                            lit("中写得不一样，无法判断哪个在后。请核实哪个对，或只重新报送正确的一个"))))
            .as("message"));
  }
}
