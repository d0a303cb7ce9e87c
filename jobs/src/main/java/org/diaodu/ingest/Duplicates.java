package org.diaodu.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Finds the same figure more than once among the cells of a night, and has it judged. */
final class Duplicates {
  /** What makes a figure the same, said at the same instant. */
  private static final List<String> FIGURE =
      List.of(
          "arrived_at",
          "indicator",
          "ref_area",
          "time_period",
          "accumulation",
          "measure",
          "release_date",
          "provenance",
          "source");

  /** What it says of it. */
  private static final List<String> SAID = List.of("obs_value", "obs_status", "conf_status");

  private static final String HASH = "figure_hash";
  private static final String OTHER_FILE = "other_file";

  private Duplicates() {}

  /** Whether two accepted cells that came together have one hash, as two of one figure have. */
  static boolean any(Dataset<Row> cells) {
    return !saidAgain(cells).isEmpty();
  }

  /** Cells with the outcome that their like leaves them: {@link SameFigure}. */
  static Dataset<Row> resolve(Dataset<Row> cells) {
    // Nearly all figures are said once, and stay out of the groups.
    Dataset<Row> again = saidAgain(cells);
    Dataset<Row> hashed = cells.withColumn(HASH, hash());
    Column accepted = col("outcome").equalTo("accepted");
    Column same = hashed.col(HASH).equalTo(again.col(HASH)).and(accepted);
    Dataset<Row> judged =
        hashed
            .join(again, same, "left_semi")
            .drop(HASH)
            .groupByKey((MapFunction<Row, String>) Duplicates::key, Encoders.STRING())
            .flatMapGroups(
                (FlatMapGroupsFunction<String, Row, Row>) (key, rows) -> judged(rows),
                Encoders.row(CellRow.SCHEMA));
    return hashed.join(again, same, "left_anti").drop(HASH).unionByName(judged);
  }

  /**
   * Cells, those held that contradict what was stored before and came at the same instant: as where
   * two files out of one archive, of one time of change, come in two nights.
   *
   * @param known rows of observations that came at an instant at which cells came
   */
  static Dataset<Row> heldAgainst(Dataset<Row> cells, Dataset<Row> known) {
    Column same =
        FIGURE.stream()
            .map(name -> col("cell." + name).eqNullSafe(col("known." + name)))
            .reduce(Column::and)
            .orElseThrow();
    Column alike =
        SAID.stream()
            .map(name -> col("cell." + name).eqNullSafe(col("known." + name)))
            .reduce(Column::and)
            .orElseThrow();
    Dataset<Row> contradicted =
        cells
            .where(col("outcome").equalTo("accepted"))
            .as("cell")
            .join(known.as("known"), same.and(not(alike)))
            .groupBy(col("cell.source_file"), col("cell.source_cell"))
            .agg(max("known.source_file").as(OTHER_FILE));
    return cells
        .join(
            broadcast(contradicted),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("source_file", "source_cell"))
                .toSeq(),
            "left")
        .map(
            (MapFunction<Row, Row>) row -> CellRow.heldAgainst(row, row.getAs(OTHER_FILE)),
            Encoders.row(CellRow.SCHEMA));
  }

  private static Dataset<Row> saidAgain(Dataset<Row> cells) {
    return cells
        .where(col("outcome").equalTo("accepted"))
        .groupBy(hash().as(HASH))
        .agg(count(lit(1)).as("times"))
        .where(col("times").gt(1))
        .drop("times");
  }

  private static Column hash() {
    return xxhash64(FIGURE.stream().map(name -> col(name)).toArray(Column[]::new));
  }

  private static String key(Row row) {
    List<String> key = new ArrayList<>();
    FIGURE.forEach(name -> key.add(String.valueOf(row.<Object>getAs(name))));
    return String.join("\t", key);
  }

  private static Iterator<Row> judged(Iterator<Row> rows) {
    Map<SameFigure.Statement, Row> byStatement = new HashMap<>();
    rows.forEachRemaining(row -> byStatement.put(CellRow.statement(row), row));
    List<Row> judged = new ArrayList<>();
    SameFigure.judge(List.copyOf(byStatement.keySet()))
        .forEach((of, verdict) -> judged.add(CellRow.judged(byStatement.get(of), verdict)));
    return judged.iterator();
  }
}
