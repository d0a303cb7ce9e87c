package org.diaodu.published;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.statistics.KnownOnADay;
import org.diaodu.statistics.StatisticTables;
import org.diaodu.table.ScratchTables;

/**
 * The tables as they were known on a day: vintages released until then, and what follows from them,
 * computed again when it is asked for. Never Delta's own past, which says when something was stored
 * and not when it was known. Areas, indicators and targets are those of the pack of today.
 */
final class TablesOnADay {
  private final SparkSession spark;
  private final LocalDate day;
  private final Function<Table, String> published;
  private final ScratchTables scratch;
  private final KnownOnADay known;
  private final Map<Table, String> made = new EnumMap<>(Table.class);

  /**
   * For a day.
   *
   * @param published how SQL reads a table as it was published
   * @param scratch where what is computed is kept
   */
  TablesOnADay(
      SparkSession spark,
      RegionPack pack,
      LocalDate day,
      Function<Table, String> published,
      ScratchTables scratch) {
    this.spark = spark;
    this.day = day;
    this.published = published;
    this.scratch = scratch;
    this.known = new KnownOnADay(spark, pack, day, this::read, false);
  }

  /**
   * How SQL reads a table.
   *
   * @throws QueryNotAllowedException where a table has no such past
   */
  String source(Table table) {
    return switch (table) {
      case AREAS, INDICATORS, TARGETS, TASKS, ACTIONS, CONFLICTS, UNITS, POLICIES ->
          published.apply(table);
      case OBSERVATIONS, PROGRESS ->
          "(SELECT * FROM %s WHERE release_date <= DATE'%s')"
              .formatted(published.apply(table), day);
      default -> {
        // Not computeIfAbsent: one table is made from others.
        if (!made.containsKey(table)) {
          made.put(table, scratch.keep(table.shortName(), computed(table)));
        }
        yield made.get(table);
      }
    };
  }

  private Dataset<Row> computed(Table table) {
    return StatisticTables.of(table)
        .orElseThrow(
            () ->
                new QueryNotAllowedException(
                    "%s记的是本系统收到、发布、运行的经过，没有“截至某日”的样子。请不用--as-of查询，按其中的时间筛选"
                        .formatted(table.fullName())))
        .rows(known)
        .in(spark, table);
  }

  private Dataset<Row> read(Table table) {
    return spark.sql("SELECT * FROM " + source(table));
  }
}
