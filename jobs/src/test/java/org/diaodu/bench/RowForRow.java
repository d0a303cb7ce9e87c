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
  /**
   * Tables of more rows would not fit the memory: of these the number, the sum and the exclusive or
   * of a hash of every row are compared.
   */
  private static final long MOST_ROWS = 10_000_000;

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
    return same(duckDb, table, ours, theirs, MOST_ROWS);
  }

  /** The same, where tables of more than so many rows are compared by the hashes of their rows. */
  static long same(Connection duckDb, String table, List<Path> ours, Path theirs, long mostRows)
      throws SQLException {
    String files = ours.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "[", "]"));
    String twin = "'%s'".formatted(theirs);
    try (Statement statement = duckDb.createStatement()) {
      String columns = columns(statement, twin);
      String our = "SELECT %s FROM read_parquet(%s)".formatted(columns, files);
      String their = "SELECT %s FROM %s".formatted(columns, twin);
      long rows = Long.parseLong(value(statement, "SELECT count(*) FROM " + twin));
      boolean hashesAreSame =
          rows > mostRows && hashes(statement, our).equals(hashes(statement, their));
      if (!hashesAreSame) {
        List<String> onlyOurs = firstWithout(statement, our, their);
        List<String> onlyTheirs = firstWithout(statement, their, our);
        if (!onlyOurs.isEmpty() || !onlyTheirs.isEmpty()) {
          throw new ResultsDifferException(table, columns, onlyOurs, onlyTheirs);
        }
      }
      return rows;
    }
  }

  /** How many rows, and the sum and the exclusive or of a hash of each. */
  private static String hashes(Statement statement, String rows) throws SQLException {
    return value(
        statement,
        "SELECT concat_ws(' ', count(*), sum(hash(of)), bit_xor(hash(of))) FROM (%s) of"
            .formatted(rows));
  }

  /** DuckDB's columns, ours cast to their types: hashes of other types are others. */
  private static String columns(Statement statement, String file) throws SQLException {
    return value(
        statement,
        "SELECT string_agg(format('CAST({0} AS {1}) AS {0}', column_name, column_type), ', ')"
            + " FROM (DESCRIBE SELECT * FROM %s)".formatted(file));
  }

  /** The first rows of one that the other does not have as often. */
  private static List<String> firstWithout(Statement statement, String of, String without)
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

  /** Of a query of one value. */
  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
