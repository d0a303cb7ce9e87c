package org.diaodu.observations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.column.VintageColumns;

/** The figures that are known otherwise on a later day than a reader of an earlier one knew. */
public final class Changes {
  /** Column of the name of a {@link Kind}. */
  public static final String KIND = "kind";

  private Changes() {}

  /** What happened to a figure. */
  public enum Kind {
    /** A later release says something else. */
    revision("修订"),
    /** Something else under the same release date. */
    correction("更正"),
    /** There is no figure any more, or it is not for the public. */
    withdrawal("撤回"),
    /** It had been held, and was confirmed since. */
    confirmed("核实采用"),
    /** Nothing was known of it. */
    first("新到");

    private final String nameZh;

    Kind(String nameZh) {
      this.nameZh = nameZh;
    }

    /** The name for people. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * One row for each figure whose current value or status is another on {@code until} than a reader
   * of an earlier day knew, or that he did not know at all.
   *
   * <p>A correction bears the release date of what it corrects, and is a change for whoever read
   * that; so is a figure that was held and has been confirmed since.
   *
   * <p>Worked example, a reader of 1 August:
   *
   * <pre>
   * 100  released 15 July, came 16 July
   * 104  released 15 July, came 20 September   → 100 before, 104 now: a correction
   * </pre>
   *
   * @param observations rows of {@code statistics.observations}, with {@value
   *     EarlierReader#CONFIRMED_AT} beside
   * @return the key of a figure, {@value #KIND}, and {@code before} and {@code now}, each with
   *     {@code obs_value, obs_status, release_date, provenance, source_file, source_cell}; {@code
   *     before} is null where the reader knew nothing
   */
  public static Dataset<Row> between(
      Dataset<Row> observations, EarlierReader reader, LocalDate until) {
    Column order = VintageColumns.precedence();
    Column figure =
        struct(
            col("obs_value"),
            col("obs_status"),
            col("release_date"),
            col("provenance"),
            col("source_file"),
            col("source_cell"),
            reader
                .isNew(EarlierReader.CONFIRMED_AT)
                .and(col("release_date").leq(lit(reader.day())))
                .as("is_confirmed"));
    return observations
        .where(col("release_date").leq(lit(until)))
        .groupBy(SeriesKey.columns(SeriesKey.OBSERVATION))
        .agg(
            max_by(figure, when(reader.knew(), order)).as("before"),
            max_by(figure, order).as("now"))
        .where(not(isSame("obs_value").and(isSame("obs_status"))))
        .withColumn(KIND, kind());
  }

  private static Column isSame(String field) {
    return col("before." + field).eqNullSafe(col("now." + field));
  }

  private static Column kind() {
    return when(col("now.is_confirmed"), Kind.confirmed.name())
        .when(col("before").isNull(), Kind.first.name())
        .when(col("now.obs_value").isNull(), Kind.withdrawal.name())
        .when(isSame("release_date"), Kind.correction.name())
        .otherwise(Kind.revision.name());
  }
}
