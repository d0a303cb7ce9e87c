package org.diaodu.validation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds the figures that arrived against the rules of a pack. */
public final class Validation {
  /** What ended more months before the figures that arrived is not looked at. */
  public static final int MONTHS_BACK = Surroundings.MONTHS_BACK;

  private Validation() {}

  /**
   * The cells, those that break a rule with a fault for each, and refused or held where the rule
   * says so.
   *
   * @param cells all cells of the night, with {@code outcome, faults, source_cell} and, where
   *     accepted, a figure; a report of progress, with measure {@code REPORT}, is none
   * @param current figures as known before tonight, of {@link #MONTHS_BACK} at least
   * @param observations all vintages before tonight, of the periods that arrived at least
   * @param areas {@code ref_area, parent, in_total}
   * @param indicators {@code indicator, kind, additive, growth_source}
   */
  public static Dataset<Row> checked(
      Dataset<Row> cells,
      Dataset<Row> current,
      Dataset<Row> observations,
      Dataset<Row> areas,
      Dataset<Row> indicators,
      List<Rule> rules) {
    if (rules.isEmpty()) {
      return cells;
    }
    Dataset<Row> arrived =
        cells.where(
            col("outcome")
                .equalTo("accepted")
                .and(not(col("measure").startsWith("REPORT")))
                .and(col("obs_value").isNotNull()));
    Column[] faults = rules.stream().map(Validation::fault).toArray(Column[]::new);
    Dataset<Row> broken =
        Surroundings.of(arrived, current, observations, areas, indicators)
            .withColumn("broken", array_compact(array(faults)))
            .select("source_file", "source_cell", "broken");
    Column all = when(col("broken").isNotNull(), concat(col("faults"), col("broken")));
    Column refused = breaks(Rule.Severity.reject);
    Column held = breaks(Rule.Severity.hold);
    return cells
        .join(broken, seq(List.of("source_file", "source_cell")), "left")
        .withColumn("faults", coalesce(all, col("faults")))
        .withColumn(
            "outcome", when(refused, "quarantined").when(held, "held").otherwise(col("outcome")))
        .drop("broken");
  }

  private static Column breaks(Rule.Severity severity) {
    Column any = exists(col("broken"), f -> f.getField("severity").equalTo(severity.name()));
    return coalesce(any, lit(false));
  }

  private static Column fault(Rule rule) {
    Column broken = expr(rule.where()).and(not(coalesce(expr(rule.condition()), lit(true))));
    return when(
        coalesce(broken, lit(false)),
        struct(
            lit(rule.id()).as("rule_id"),
            lit(rule.severity().name()).as("severity"),
            col("source_cell"),
            plain(col("obs_value")).as("found"),
            filled(rule.expected()).as("expected"),
            concat(place(), filled(rule.message())).as("message")));
  }

  /** Where the figure stands, as other messages say it. */
  private static Column place() {
    Column line = substring_index(col("source_cell"), ":", 1);
    Column column = substring_index(col("source_cell"), ":", -1);
    return when(
            col("source_cell").rlike("^\\d+:\\d+$"),
            concat(lit("第"), line, lit("行第"), column, lit("列：")))
        .otherwise(concat(lit("单元格"), col("source_cell"), lit("：")));
  }

  /** The text with the values of the columns that it names. */
  private static Column filled(String text) {
    Column filled = lit(text);
    for (String name : Surroundings.COLUMNS) {
      if (text.contains("{" + name + "}")) {
        filled = replace(filled, lit("{" + name + "}"), coalesce(plain(col(name)), lit("无")));
      }
    }
    return filled;
  }

  /** A figure without zeros at its end. */
  private static Column plain(Column value) {
    Column text = value.cast("string");
    Column trimmed = org.apache.spark.sql.functions.regexp_replace(text, "(\\.\\d*?)0+$", "$1");
    return org.apache.spark.sql.functions.regexp_replace(trimmed, "\\.$", "");
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
