package org.diaodu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/** The same statistics by DuckDB, from the same files to Parquet: {@code bench/statistics.sql}. */
final class DuckDbTwin {
  private DuckDbTwin() {}

  /** Writes {@code observations.parquet} and one file for each table of statistics. */
  static void run(Scale scale, Path pack, Path landing, Path out, LocalDate asOf, int threads)
      throws IOException, SQLException {
    Files.createDirectories(out);
    String sql =
        text("bench/statistics.sql")
            .replaceAll("(?m)--.*$", "")
            .replace("${landing}", landing.toString())
            .replace("${pack}", pack.toString())
            .replace("${out}", out.toString())
            .replace("${as_of}", asOf.toString())
            .replace("${total}", scale.area(0))
            .replace("${capital}", scale.area(1));
    try (Connection duckDb = open(threads, out);
        Statement statement = duckDb.createStatement()) {
      for (String one : sql.split(";")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  /** A database in memory with as much of it as Spark's heap has. */
  static Connection open(int threads, Path temporary) throws SQLException {
    Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = duckDb.createStatement()) {
      statement.execute("SET threads = " + threads);
      statement.execute("SET memory_limit = '4GB'");
      statement.execute("SET preserve_insertion_order = false");
      statement.execute("SET temp_directory = '" + temporary.resolve("spilled") + "'");
    }
    return duckDb;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = DuckDbTwin.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
