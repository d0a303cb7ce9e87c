package org.diaodu.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds our tables against DuckDB's, every row and every column that DuckDB has, both ways. */
final class RowForRow {
  /** The tables of which DuckDB has a twin. */
  static final List<String> TABLES =
      List.of("growth", "capital_share", "area_shares", "additivity");

  private RowForRow() {}

  /**
   * Compares one table.
   *
   * @param ours the Parquet files of our table's newest version
   * @param theirs DuckDB's file
   * @return how many rows both have
   * @throws ResultsDifferException where a row of one is not in the other
   */
  static long same(Connection duckDb, String table, List<Path> ours, Path theirs)
      throws SQLException {
    String files = ours.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "[", "]"));
    String twin = "'%s'".formatted(theirs);
    try (Statement statement = duckDb.createStatement()) {
      String columns = columns(statement, twin);
      String our = "SELECT %s FROM read_parquet(%s)".formatted(columns, files);
      String their = "SELECT %s FROM %s".formatted(columns, twin);
      long compared = 0;
      for (int year : years(statement, our, their)) {
        String inYear =
            " WHERE time_period >= '%d' AND time_period < '%d'".formatted(year, year + 1);
        List<String> onlyOurs = first(statement, our + inYear, their + inYear);
        List<String> onlyTheirs = first(statement, their + inYear, our + inYear);
        if (!onlyOurs.isEmpty() || !onlyTheirs.isEmpty()) {
          throw new ResultsDifferException(table, columns, onlyOurs, onlyTheirs);
        }
        compared += number(statement, "SELECT count(*) FROM (%s)".formatted(their + inYear));
      }
      return compared;
    }
  }

  /** One after the other they are compared, since all at once would not fit the memory. */
  private static List<Integer> years(Statement statement, String our, String their)
      throws SQLException {
    String sql =
        "SELECT DISTINCT CAST(left(time_period, 4) AS INT) AS year FROM (SELECT time_period FROM (%s)"
            + " UNION ALL SELECT time_period FROM (%s)) ORDER BY year";
    List<Integer> years = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(sql.formatted(our, their))) {
      while (found.next()) {
        years.add(found.getInt(1));
      }
    }
    return years;
  }

  private static String columns(Statement statement, String file) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT string_agg(column_name, ', ') FROM (DESCRIBE SELECT * FROM %s)"
                .formatted(file))) {
      row.next();
      return row.getString(1);
    }
  }

  /** The first rows of one that the other does not have as often. */
  private static List<String> first(Statement statement, String of, String without)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            "SELECT CAST(d AS VARCHAR) FROM (%s EXCEPT ALL %s) d ORDER BY 1 LIMIT 5"
                .formatted(of, without))) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
