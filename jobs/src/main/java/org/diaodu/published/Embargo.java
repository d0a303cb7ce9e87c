package org.diaodu.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.EmbargoRule;
import org.diaodu.contract.EmbargoRule.Condition;
import org.diaodu.contract.EmbargoRule.NoneWithheld;
import org.diaodu.contract.EmbargoRule.PeriodIsPublic;
import org.diaodu.contract.EmbargoRule.Replaced;
import org.diaodu.contract.EmbargoRule.SeenBy;
import org.diaodu.contract.EmbargoRule.StoredBefore;
import org.diaodu.contract.Table;
import org.diaodu.contract.TableContract;
import org.diaodu.region.ReleaseTimes;

/**
 * What of the tables may be shown before the release times of the region pack are over, as the
 * contract of each table declares it ({@link EmbargoRule}).
 *
 * @param times from when a period is public; empty = everything is shown
 * @param now the instant that decides
 */
public record Embargo(Optional<ReleaseTimes> times, Instant now) {

  /** Nothing is withheld: for those with the right to see it. */
  public static Embargo lifted() {
    return new Embargo(Optional.empty(), Instant.EPOCH);
  }

  /** Of the region's release times at an instant. */
  public static Embargo at(ReleaseTimes times, Instant now) {
    return new Embargo(Optional.of(times), now);
  }

  /** Whether anything can be withheld at all. */
  public boolean holds() {
    return times.isPresent();
  }

  /**
   * The query that reads what may be shown of a table.
   *
   * @param table the table
   * @param source how its rows are named in SQL, as by path and version
   * @param sources the same for any other table that the answer depends on
   */
  String select(Table table, String source, Function<Table, String> sources) {
    return query(table, source, other -> Optional.of(sources.apply(other)));
  }

  /**
   * What may be shown of rows at hand. What depends on another table counts as withheld.
   *
   * @param rows every row of the table
   */
  public Dataset<Row> shown(Table table, Dataset<Row> rows) {
    if (!withholds(table)) {
      return rows;
    }
    SparkSession spark = rows.sparkSession();
    String name = "shown_" + UUID.randomUUID().toString().replace('-', '_');
    rows.createOrReplaceTempView(name);
    try {
      return spark.sql(query(table, name, other -> Optional.empty()));
    } finally {
      spark.catalog().dropTempView(name);
    }
  }

  private boolean withholds(Table table) {
    return holds() && ContractReader.read(table).embargo().kind() == EmbargoRule.Kind.restricted;
  }

  private String query(Table table, String source, Function<Table, Optional<String>> sources) {
    if (!withholds(table)) {
      return "SELECT * FROM " + source;
    }
    TableContract contract = ContractReader.read(table);
    EmbargoRule rule = contract.embargo();
    InSql sql = new InSql(WithheldPeriods.at(times.orElseThrow(), now), sources);
    String query =
        "SELECT %s FROM %s AS %s"
            .formatted(columns(contract, replaced(rule, sql)), source, InSql.OWN);
    if (!rule.rows().isEmpty()) {
      query += " WHERE " + all(rule.rows(), sql);
    }
    for (Map.Entry<String, String> column : rule.again().entrySet()) {
      query = "SELECT %s FROM (%s)".formatted(columns(contract, Map.ofEntries(column)), query);
    }
    return query;
  }

  private static Map<String, String> replaced(EmbargoRule rule, InSql sql) {
    Map<String, String> replaced = new LinkedHashMap<>();
    for (Replaced columns : rule.columns()) {
      String stays = all(columns.unless(), sql);
      for (String name : columns.names()) {
        replaced.put(name, "if(%s, %s, %s)".formatted(stays, name, columns.instead()));
      }
    }
    return replaced;
  }

  private static String columns(TableContract contract, Map<String, String> replaced) {
    return contract.columnNames().stream()
        .map(name -> replaced.containsKey(name) ? replaced.get(name) + " AS `" + name + "`" : name)
        .collect(Collectors.joining(", "));
  }

  private static String all(List<Condition> conditions, InSql sql) {
    return conditions.stream()
        .map(condition -> condition.in(sql))
        .collect(Collectors.joining(" AND "));
  }

  /** Conditions as Spark SQL. */
  private static final class InSql implements EmbargoRule.Language<String> {
    private static final String OWN = "own";
    private static final String OTHER = "other";

    private final WithheldPeriods withheld;
    private final Function<Table, Optional<String>> sources;

    InSql(WithheldPeriods withheld, Function<Table, Optional<String>> sources) {
      this.withheld = withheld;
      this.sources = sources;
    }

    @Override
    public String periodIsPublic(PeriodIsPublic condition) {
      return condition.withEarlier()
          ? withheld.isBeforeAll(condition.period())
          : withheld.isPublic(condition.period());
    }

    @Override
    public String seenBy(SeenBy condition) {
      return "coalesce((%s) <= DATE'%s', true)".formatted(condition.day(), withheld.firstEnd());
    }

    @Override
    public String storedBefore(StoredBefore condition) {
      return "coalesce((%s) < TIMESTAMP'%s', true)"
          .formatted(condition.instant(), withheld.firstEndBegins());
    }

    /** A count and no EXISTS, which may not stand among the columns of a query. */
    @Override
    public String noneWithheld(NoneWithheld condition) {
      return sources
          .apply(condition.table())
          .map(
              source ->
                  "(SELECT count(*) FROM %s AS %s WHERE %s) = 0"
                      .formatted(source, OTHER, String.join(" AND ", counted(condition))))
          .orElse("false");
    }

    private List<String> counted(NoneWithheld condition) {
      List<String> all = new ArrayList<>();
      condition.on().forEach((own, other) -> all.add(equal(own, other)));
      if (!condition.where().isEmpty()) {
        all.add("(" + condition.where() + ")");
      }
      all.add(
          ContractReader.read(condition.table()).embargo().rows().stream()
              .filter(rule -> rule.looksAt().isEmpty())
              .map(rule -> rule.in(this))
              .collect(Collectors.joining(" AND ", "NOT coalesce(", ", false)")));
      return all;
    }

    private static String equal(String own, String other) {
      return "%s.`%s` = %s.`%s`".formatted(OTHER, other, OWN, own);
    }
  }
}
