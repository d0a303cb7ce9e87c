package org.diaodu.published;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewReader;
import org.diaodu.table.Manifest;

/**
 * Makes published tables, and the views over them, known to a session under their names. Each table
 * costs a look at its log, so that a query gets only those that it names.
 */
final class PublishedNames {
  private static final Pattern LISTS = Pattern.compile("(?i)\\s*(SHOW|USE)\\b");

  private final SparkSession spark;
  private final Manifest manifest;
  private final LocalDate asOf;
  private final Function<Table, String> select;
  private final boolean listed;

  /**
   * For a session.
   *
   * @param manifest what was published
   * @param asOf day as of which the tables are known
   * @param select the query that reads what may be shown of a table
   * @param listed whether a query that lists tables finds all of them
   */
  PublishedNames(
      SparkSession spark,
      Manifest manifest,
      LocalDate asOf,
      Function<Table, String> select,
      boolean listed) {
    this.spark = spark;
    this.manifest = manifest;
    this.asOf = asOf;
    this.select = select;
    this.listed = listed;
  }

  /** Those that a query names; all where it lists them, or opens a database. */
  void register(String sql) {
    List<View> views = views(sql);
    Set<Table> tables = tables(sql);
    boolean all = listed && LISTS.matcher(sql).lookingAt();
    registerTables(all ? EnumSet.allOf(Table.class) : tables);
    registerViews(all ? List.of(View.values()) : views);
  }

  /** The tables that a query reads, by their names or through a view. */
  static Set<Table> tables(String sql) {
    return Stream.concat(
            Arrays.stream(Table.values()).filter(table -> names(sql, table.fullName())),
            views(sql).stream().flatMap(view -> ViewReader.read(view).tables().stream()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Table.class)));
  }

  private static List<View> views(String sql) {
    return Arrays.stream(View.values()).filter(view -> names(sql, view.fullName())).toList();
  }

  private static boolean names(String sql, String name) {
    return sql.toLowerCase(Locale.ROOT).replaceAll("[`\\s]", "").contains(name);
  }

  private void registerTables(Set<Table> tables) {
    for (Table table : tables) {
      if (manifest.versions().containsKey(table.fullName())) {
        view(table.database(), table.fullName(), select.apply(table));
      }
    }
  }

  private void registerViews(List<View> views) {
    for (View view : views) {
      view(View.DATABASE, view.fullName(), ViewReader.read(view).query(manifest.packId(), asOf));
    }
  }

  private void view(String database, String name, String query) {
    spark.sql("CREATE DATABASE IF NOT EXISTS " + database);
    spark.sql("CREATE OR REPLACE VIEW %s AS %s".formatted(name, query));
  }
}
