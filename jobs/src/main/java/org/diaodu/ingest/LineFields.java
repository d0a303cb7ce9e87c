package org.diaodu.ingest;

import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of a record by column name.
 *
 * @param shownDecimals decimals with which the figure is printed; −1 = as many as it has
 * @param value which of them is the figure; null where the header says it
 */
record LineFields(TidyCsvHeader header, List<String> fields, int shownDecimals, ValueColumn value) {
  /** Of a record whose figures show as many decimals as they have. */
  LineFields(TidyCsvHeader header, List<String> fields) {
    this(header, fields, -1, null);
  }

  /** Of a record with a figure in one of its columns. */
  LineFields(TidyCsvHeader header, List<String> fields, ValueColumn value) {
    this(header, fields, -1, value);
  }

  /** The field as it stands; empty where the file has no such column. */
  String raw(String name) {
    int column = column(name);
    return column == 0 ? "" : fields.get(column - 1);
  }

  /** The field without blanks around it, full-width ones included. */
  String text(String name) {
    return raw(name).strip();
  }

  /**
   * The period as it stands; where year and month, or year and quarter, have columns of their own,
   * the two as one text. A year whose month was left empty is no year.
   */
  String period() {
    if (column(ColumnNames.YEAR) == 0) {
      return text("time_period");
    }
    String year = text(ColumnNames.YEAR).replaceFirst("年度?$", "");
    String month = text(ColumnNames.MONTH);
    String quarter = text(ColumnNames.QUARTER);
    if (month.isEmpty() && quarter.isEmpty()) {
      boolean yearly = column(ColumnNames.MONTH) == 0 && column(ColumnNames.QUARTER) == 0;
      return yearly ? year : year + "年没有写月份";
    }
    String quarterly = quarter.matches("[1-4]") ? "Q" + quarter : "年" + quarter;
    String monthly = "年" + month + (month.matches("\\d{1,2}") ? "月" : "");
    return year + (month.isEmpty() ? quarterly : monthly);
  }

  /** Number of the column that says the period or, beside its year, what of the year. */
  int periodColumn() {
    return Stream.of("time_period", ColumnNames.MONTH, ColumnNames.QUARTER, ColumnNames.YEAR)
        .mapToInt(this::column)
        .filter(at -> at > 0)
        .findFirst()
        .orElse(0);
  }

  /** The release date as it stands; without a column of them, that of the file as a whole. */
  String releaseDate() {
    boolean ofFile = header.column("release_date") == 0 && header.released() != null;
    return ofFile ? header.released().toString() : text("release_date");
  }

  /** Number of the column, from 1; 0 where the file has none. */
  int column(String name) {
    return value != null && name.equals("obs_value") ? value.at() + 1 : header.column(name);
  }

  /** Whether it is a line of a tidy file; else a row of SDMX-CSV or a cell of a printed table. */
  boolean isTidy() {
    return value != null;
  }

  /** What the header of the figure's column says of it. */
  FigureWords said() {
    return value == null ? FigureWords.NONE : value.says();
  }

  /** Whether the header of the figure's column, or its cell, states a unit. */
  boolean hasOwnUnit() {
    return value != null && !value.unit().isEmpty();
  }

  /**
   * The unit that is stated; empty where none is. A column of units speaks of amounts: beside an
   * amount, growth in a column of its own is in percent.
   */
  String unit() {
    String ofColumn = value == null ? "" : value.unit();
    boolean ownGrowth =
        value != null && value.says().measure() != null && value.says().measure().isGrowth();
    return !ofColumn.isEmpty() || (ownGrowth && header.values().size() > 1)
        ? ofColumn
        : text("unit");
  }
}
