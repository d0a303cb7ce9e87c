package org.diaodu.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.diaodu.bulletin.BulletinFigures;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.cube.GrowthRow;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRow;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;
import org.diaodu.trace.TracedDocument;

/** The figures of one invented June, and the documents that follow from them. */
public final class BulletinFixture {
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");
  private static final LocalDate AS_OF = LocalDate.of(2024, 7, 25);

  private final RegionPack pack;
  private final List<TableRow> growth = new ArrayList<>();
  private final List<TableRow> earlier = new ArrayList<>();
  private final List<TableRow> shares = new ArrayList<>();
  private final List<TableRow> earlierShares = new ArrayList<>();
  private final List<TableRow> attainment = new ArrayList<>();
  private final List<TableRow> rectifications = new ArrayList<>();
  private final List<TableRow> assessments = new ArrayList<>();
  private final List<TableRow> tasks = new ArrayList<>();
  private final List<TableRow> completeness = new ArrayList<>();

  /** Without any figure. */
  public BulletinFixture(RegionPack pack) {
    this.pack = pack;
  }

  /** Growth of retail sales in June; {@code more} are further columns. */
  public BulletinFixture retail(
      String area, String level, String yoy, String rank, String... more) {
    growth.add(retailAt("2024-06", area, level, yoy, rank, more));
    return this;
  }

  /** Rows of growth as they are computed, those of June. */
  public BulletinFixture growth(List<GrowthRow> rows) {
    RowCodec<GrowthRow> codec = RowCodec.of(Table.GROWTH, GrowthRow.class);
    StructType struct = ContractReader.read(Table.GROWTH).struct();
    List<Row> stored =
        rows.stream()
            .filter(row -> row.timePeriod().equals(JUNE))
            .map(row -> (Row) new GenericRowWithSchema(values(codec.row(row)), struct))
            .toList();
    growth.addAll(TableRow.of(Table.GROWTH, stored));
    return this;
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.length()).mapToObj(row::get).toArray();
  }

  /** Growth of retail sales in a month before. */
  public BulletinFixture retailBefore(String period, String area, String level, String yoy) {
    earlier.add(retailAt(period, area, level, yoy, null));
    return this;
  }

  private static TableRow retailAt(
      String period, String area, String level, String yoy, String rank, String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("indicator", "retail_sales");
    values.put("ref_area", area);
    values.put("time_period", period);
    values.put("freq", "M");
    values.put("accumulation", "YTD");
    values.put("derivation", "reported");
    values.put("level", level);
    values.put("yoy_pct", yoy);
    values.put("yoy_basis", yoy == null ? null : "published");
    values.put("rank_yoy", rank);
    values.put("peers", "3");
    values.put("provenance", "official");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return Rows.of(Table.GROWTH, values);
  }

  /** A judgement in June; {@code more} are further columns. */
  public BulletinFixture judged(
      String target,
      String area,
      String actual,
      String required,
      String light,
      String reason,
      String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("target_id", target);
    values.put("ref_area", area);
    values.put("time_period", "2024-06");
    values.put("indicator", pack.target(target).orElseThrow().indicator());
    values.put("actual", actual);
    values.put("target_value", required);
    values.put(
        "gap",
        actual == null
            ? null
            : new java.math.BigDecimal(actual)
                .subtract(new java.math.BigDecimal(required))
                .toPlainString());
    values.put("light", light);
    values.put("light_reason", reason);
    values.put("provenance", "official");
    values.put("not_computed_because", actual == null ? "growth_not_published" : null);
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    attainment.add(Rows.of(Table.ATTAINMENT, values));
    return this;
  }

  /** The capital's share of retail sales in June; null where there is no total. */
  public BulletinFixture share(String share, String change) {
    shares.add(shareAt("2024-Q2", share, change));
    return this;
  }

  /** The capital's share in a quarter before. */
  public BulletinFixture shareBefore(String period, String share) {
    earlierShares.add(shareAt(period, share, null));
    return this;
  }

  private static TableRow shareAt(String period, String share, String change) {
    Map<String, String> values = new HashMap<>();
    values.put("indicator", "gdp");
    values.put("freq", "Q");
    values.put("accumulation", "YTD");
    values.put("time_period", period);
    values.put("capital_level", "50");
    values.put("total_level", share == null ? null : "100");
    values.put("denominator", share == null ? null : "published_total");
    values.put("share_pct", share);
    values.put("change_pp", change);
    values.put("not_computed_because", share == null ? "no_total" : null);
    values.put("change_not_computed_because", change == null ? "no_total" : null);
    values.put("provenance", "official");
    return Rows.of(Table.CAPITAL_SHARE, values);
  }

  /** A problem that is open, supervised and past its day; {@code more} are further columns. */
  public BulletinFixture problem(String target, String area, String reason, String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("rectification_id", target + "-" + area);
    values.put("target_id", target);
    values.put("ref_area", area);
    values.put("action", pack.target(target).orElseThrow().action());
    values.put("owner", "t_office");
    values.put("opened_on", "2024-05-31");
    values.put("time_period", "2024-05");
    values.put("reason", reason);
    values.put("due_on", "2024-07-01");
    values.put("state", "supervised");
    values.put("stage", "handed_over");
    values.put("overdue", "true");
    values.put("provenance", "official");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    rectifications.add(Rows.of(Table.RECTIFICATIONS, values));
    return this;
  }

  /** An assessment of an area with one green light; {@code more} are further columns. */
  public BulletinFixture assessed(String area, String finding, String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("subject_type", "area");
    values.put("subject", area);
    values.put("counted", "true");
    for (String count :
        List.of("tasks", "blue", "yellow", "red", "no_data", "silent", "open_rectifications")) {
      values.put(count, "0");
    }
    values.put("green", "1");
    values.put("overdue_rectifications", "0");
    values.put("score_pct", "100");
    values.put("finding", finding);
    values.put("provenance", "official");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    assessments.add(Rows.of(Table.ASSESSMENTS, values));
    return this;
  }

  /** How a task stands, of which nothing was reported. */
  public BulletinFixture task(String task) {
    tasks.add(
        Rows.of(
            Table.TASK_STATUS,
            Map.of(
                "task_id",
                task,
                "green",
                "0",
                "blue",
                "0",
                "yellow",
                "0",
                "red",
                "0",
                "milestones",
                "0")));
    return this;
  }

  /** A figure that is overdue. */
  public BulletinFixture owes(String area, String indicator, String period, String days) {
    completeness.add(
        Rows.of(
            Table.COMPLETENESS,
            Map.of(
                "indicator",
                indicator,
                "ref_area",
                area,
                "freq",
                "M",
                "time_period",
                period,
                "status",
                "missing",
                "due_date",
                "2024-07-20",
                "days_late",
                days,
                "provenance",
                "official")));
    return this;
  }

  /** The figures. */
  public BulletinFigures figures() {
    return new BulletinFigures(
        JUNE,
        AS_OF,
        growth,
        both(earlier, growth),
        shares,
        both(earlierShares, shares),
        attainment,
        List.of(),
        rectifications,
        assessments,
        tasks,
        completeness,
        false,
        List.of(),
        List.of());
  }

  private static List<TableRow> both(List<TableRow> earlier, List<TableRow> newest) {
    return Stream.concat(earlier.stream(), newest.stream()).toList();
  }

  /** The bulletin over all actions. */
  public Document overall() {
    return Bulletins.overall(pack, figures());
  }

  /** The notice of what is overdue. */
  public Document overdue() {
    return Bulletins.overdue(pack, figures());
  }

  /** The list of problems handed over. */
  public Document handedOver() {
    return document("rectifications");
  }

  /** The card of an area. */
  public Document card(String area) {
    return document("area-" + area);
  }

  private Document document(String id) {
    return Bulletins.all(pack, figures()).stream()
        .filter(document -> document.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A document whose figures all come from one cell. */
  public static TracedDocument traced(Document document) {
    Source source =
        new Source(
            "甲县 社会消费品零售总额",
            "retail.csv",
            "ab".repeat(32),
            "2:6",
            "55.2",
            "2024-07-18",
            "2024-07-19T01:00:00Z",
            "A",
            "official",
            "run-1");
    Trace trace = new Trace("上报数", "地区包0123", List.of(), List.of(source));
    return new TracedDocument(document, document.figures().stream().map(f -> trace).toList());
  }

  /** The row of a table that begins with a name, its cells side by side. */
  public static String row(Document document, String table, String name) {
    for (Block block : document.blocks()) {
      if (block instanceof Block.Table of && of.name().equals(table)) {
        for (Block.Row row : of.rows()) {
          if (row.cells().get(0).text().plain().equals(name)) {
            return row.cells().stream()
                .map(
                    cell ->
                        cell.text().plain() + (cell.light() == null ? "" : cell.light().nameZh()))
                .collect(java.util.stream.Collectors.joining(" | "));
          }
        }
      }
    }
    throw new AssertionError("no row of %s in table %s of %s".formatted(name, table, document));
  }

  /** Everything that is said outside of tables. */
  public static String sentences(Document document) {
    return document.blocks().stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> ((Block.Paragraph) block).text().plain())
        .collect(java.util.stream.Collectors.joining("\n"));
  }
}
