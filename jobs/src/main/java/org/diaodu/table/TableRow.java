package org.diaodu.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.domain.TimePeriod;

/**
 * A row of a table that is at hand, read by the names of its columns.
 *
 * @param table its table
 * @param key the table's short name and the values of its key, as {@code
 *     growth/gdp/T01/Q/YTD/2024-Q2}
 * @param row the row
 */
public record TableRow(Table table, String key, Row row) {
  /** How a column ends that says where one figure of the row comes from. */
  private static final String OWN_PROVENANCE = "_provenance";

  /** The rows of a table, each with at least the columns of its key. */
  public static List<TableRow> of(Table table, List<Row> rows) {
    List<String> names = ContractReader.read(table).key();
    return rows.stream()
        .map(
            row ->
                new TableRow(
                    table,
                    names.stream()
                        .map(name -> String.valueOf(row.<Object>getAs(name)))
                        .collect(Collectors.joining("/", table.shortName() + "/", "")),
                    row))
        .toList();
  }

  /**
   * The same row with nothing but some of its columns.
   *
   * @param others values of further columns
   * @param kept names of the columns that stay as they are; what is named nowhere is null
   */
  public TableRow instead(Map<String, Object> others, String... kept) {
    List<String> names = List.of(kept);
    Object[] values =
        Arrays.stream(row.schema().fieldNames())
            .map(name -> names.contains(name) ? row.getAs(name) : others.get(name))
            .toArray();
    return new TableRow(table, key, new GenericRowWithSchema(values, row.schema()));
  }

  /** A text; null where there is none. */
  public String text(String column) {
    return row.getAs(column);
  }

  /** The texts of a column; none where it is null. */
  public List<String> texts(String column) {
    return has(column) ? List.copyOf(row.<String>getList(row.fieldIndex(column))) : List.of();
  }

  /** A figure; null where there is none. Whole numbers too. */
  public BigDecimal number(String column) {
    Object value = row.getAs(column);
    return value == null || value instanceof BigDecimal
        ? (BigDecimal) value
        : BigDecimal.valueOf(((Number) value).longValue());
  }

  /** Whether there is a value. */
  public boolean has(String column) {
    return !row.isNullAt(row.fieldIndex(column));
  }

  /** A flag; false where there is none. */
  public boolean flag(String column) {
    return Boolean.TRUE.equals(row.getAs(column));
  }

  /** A day; null where there is none. */
  public LocalDate day(String column) {
    return row.getAs(column);
  }

  /** Its period. */
  public TimePeriod period() {
    return TimePeriod.of(text("time_period"));
  }

  /** Whether it rests on a made-up figure. */
  public boolean simulated() {
    return "simulated".equals(text("provenance"));
  }

  /**
   * Whether a figure of it does: what has a provenance of its own, as {@code contribution_pp} has
   * in {@code contribution_provenance}, goes by that.
   */
  public boolean simulated(String column) {
    return Arrays.stream(row.schema().fieldNames())
        .filter(name -> name.endsWith(OWN_PROVENANCE))
        .filter(
            name ->
                column.startsWith(name.substring(0, name.length() - OWN_PROVENANCE.length()) + "_"))
        .findFirst()
        .map(this::text)
        .map("simulated"::equals)
        .orElseGet(this::simulated);
  }
}
