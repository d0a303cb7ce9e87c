package org.diaodu.contract;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * What one view is.
 *
 * @param view which one
 * @param questionZh the question that it answers, in Chinese
 * @param questionEn the same in English
 * @param embargo what of it may be shown before release times are over
 * @param columns in order
 * @param sql the query; see {@code schemas/README.md} for what stands in braces
 */
public record ViewContract(
    View view,
    String questionZh,
    String questionEn,
    EmbargoRule embargo,
    List<Column> columns,
    String sql) {

  /**
   * One column.
   *
   * @param name in Chinese
   * @param description one sentence, in English and Chinese
   */
  public record Column(String name, Bilingual description) {}

  /** The tables that it reads. */
  public List<Table> tables() {
    return Arrays.stream(Table.values())
        .filter(table -> sql.matches("(?s).*\\b" + table.fullName() + "\\b.*"))
        .toList();
  }

  /**
   * The query with another way to read each table, where the tables are not known by their names.
   *
   * @param packId version of the region pack whose names are shown
   * @param asOf day as of which the tables are known
   * @param select the query that reads a table
   */
  public String query(String packId, LocalDate asOf, Function<Table, String> select) {
    String query = query(packId, asOf);
    for (Table table : tables()) {
      query =
          query.replaceAll(
              "\\b" + table.fullName() + "\\b",
              Matcher.quoteReplacement("(" + select.apply(table) + ")"));
    }
    return query;
  }

  /**
   * The query that Spark understands.
   *
   * @param packId version of the region pack whose names are shown
   * @param asOf day as of which the tables are known
   */
  public String query(String packId, LocalDate asOf) {
    return CodeNames.spelledOut(sql)
        .replace("{pack}", "'" + packId + "'")
        .replace("{as_of}", "DATE'" + asOf + "'");
  }
}
