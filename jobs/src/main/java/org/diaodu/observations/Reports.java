package org.diaodu.observations;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which of the reports of progress that arrived say something new. */
public final class Reports {
  private static final List<String> SAID =
      List.of(
          "item",
          "ref_area",
          "time_period",
          "milestone",
          "release_date",
          "provenance",
          "amount",
          "percent",
          "status",
          "evidence",
          "reporter",
          "due_on",
          "problem_opened_on");

  private Reports() {}

  /**
   * The rows of {@code arrived} that {@code known} does not have; a report that was changed without
   * another day of release is one more row, and the later one holds.
   */
  public static Dataset<Row> added(Dataset<Row> known, Dataset<Row> arrived) {
    Dataset<Row> before = known.alias("known");
    Dataset<Row> now = arrived.alias("now");
    Column same =
        SAID.stream()
            .map(name -> now.col(name).eqNullSafe(before.col(name)))
            .reduce(Column::and)
            .orElseThrow();
    return now.join(before, same, "left_anti");
  }
}
