package org.diaodu.column;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.Map;
import org.apache.spark.sql.Column;

/** Whose a figure is, for rows of observations. */
public final class SourceColumns {
  private SourceColumns() {}

  /**
   * Rows of the series that is computed with and judged by. Nothing else may be put together with
   * it: growth over two sources would be no growth.
   *
   * @param judged source by indicator, {@code RegionPack.judgedSources}; all other indicators are
   *     judged by their reporter, whose rows have no source
   */
  public static Column isJudged(Map<String, String> judged) {
    Column isReporters = col("source").isNull();
    if (judged.isEmpty()) {
      return isReporters;
    }
    Column is = not(col("indicator").isInCollection(judged.keySet())).and(isReporters);
    for (Map.Entry<String, String> of : judged.entrySet()) {
      is =
          is.or(col("indicator").equalTo(of.getKey()).and(col("source").eqNullSafe(of.getValue())));
    }
    return is;
  }
}
