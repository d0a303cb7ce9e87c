package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.bulletin.BulletinRows;
import org.diaodu.contract.Table;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Warehouse;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another region, of three levels: a country, four states, and six counties in each. Levels with
 * one decimal and their growth as published come in two releases of four years each; the second
 * restates three of the first.
 */
@Slow
class NestedCountryTest {
  private static final String FIRST = "2023-12-07";
  private static final String SECOND = "2024-12-04";

  private static final Map<String, BigDecimal> FIRST_LEVELS = new TreeMap<>();
  private static final Map<String, BigDecimal> SECOND_LEVELS = new TreeMap<>();

  @TempDir private static Path folder;

  private static Night night;

  @BeforeAll
  static void twoReleases() throws IOException {
    Random random = new Random(50);
    night = new Night(pack(), folder);
    levels(random, 2019, FIRST_LEVELS);
    levels(random, 2020, SECOND_LEVELS);
    night.arrives("r1.csv", file(FIRST_LEVELS, FIRST));
    night.arrives("r2.csv", file(SECOND_LEVELS, SECOND));
    night.run("2025-01-15T18:00:00Z");
  }

  @Test
  void growthRanksAndContributionsAreThoseOfEachGroup() {
    List<Row> rows =
        night.query(
            "SELECT ref_area, CAST(round(yoy_computed_pct, 1) AS DECIMAL(9,1)) AS computed,"
                + " CAST(yoy_published_pct AS DECIMAL(9,1)) AS published, gap_class, rank_yoy, peers"
                + " FROM statistics.growth WHERE time_period = '2023'");

    assertThat(rows).hasSize(1 + 4 + 24);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.<BigDecimal>getAs("computed"))
                  .as("%s", row)
                  .isEqualByComparingTo(row.<BigDecimal>getAs("published"));
              assertThat(row.<String>getAs("gap_class")).isIn("none", "rounding");
            });
    Map<String, Integer> ranks =
        rows.stream()
            .filter(row -> row.<String>getAs("ref_area").length() == 3)
            .collect(Collectors.toMap(row -> row.getAs("ref_area"), row -> row.getAs("rank_yoy")));
    assertThat(ranks).isEqualTo(ranksByHand());
    assertThat(
            night.figure(
                "SELECT CAST(max(abs(whole.yoy_published_pct - parts.sum)) AS STRING)"
                    + " FROM statistics.growth whole JOIN (SELECT a.parent, sum(contribution_pp) AS sum"
                    + " FROM statistics.growth g JOIN reference.areas a ON g.ref_area = a.ref_area"
                    + " WHERE g.time_period = '2023' GROUP BY a.parent) parts"
                    + " ON whole.ref_area = parts.parent WHERE whole.time_period = '2023'"))
        .as(
            "contributions by published growth add up to that of the whole, as far as it is printed")
        .satisfies(
            gap -> assertThat(new BigDecimal(gap)).isLessThanOrEqualTo(new BigDecimal("0.1")));
  }

  @Test
  void beforeTheSecondReleaseAllFiguresAreThoseOfTheFirstAlsoAfterAVacuum() throws IOException {
    vacuum(Table.OBSERVATIONS);
    vacuum(Table.GROWTH);

    night.runAsOf("2025-01-16T18:00:00Z", "2024-12-03");
    Map<String, BigDecimal> before = currentLevels();
    night.run("2025-01-17T18:00:00Z");
    Map<String, BigDecimal> now = currentLevels();

    assertThat(before).as("every figure of the first release").isEqualTo(FIRST_LEVELS);
    assertThat(now).as("all of the second").containsAllEntriesOf(SECOND_LEVELS);
    assertThat(now).as("and the year that it does not restate").hasSize(5 * 29);
  }

  @Test
  void everyRestatedFigureIsARevisionWithBothSources() {
    assertThat(
            night.figure(
                "SELECT concat_ws(' ', count(*), min(vintage), max(vintage), count_if(revision ="
                    + " obs_value - previous_value), min(previous_source_file), min(source_file))"
                    + " FROM statistics.revisions WHERE measure = 'LEVEL' AND is_current"))
        .isEqualTo("%d 2 2 %d r1.csv r2.csv".formatted(restated(), restated()));
  }

  @Test
  void bulletinsTakeGrowthOfTheWholeAndRevisionsOfLateAndNotEveryRowOfACountry() {
    RegionPack pack = PackReader.read(folder.resolve("country"));
    Warehouse warehouse = new Warehouse(SharedSpark.session(), night.warehouse().toString());
    LocalDate soon = LocalDate.parse(SECOND).plusDays(20);
    BulletinRows rows = BulletinRows.collect(warehouse::read, pack, 2023, soon);
    BulletinRows later = BulletinRows.collect(warehouse::read, pack, 2023, soon.plusDays(20));

    assertThat(pack.coreIndicators()).as("the pack has no targets").isEmpty();
    assertThat(rows.growth())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.text("ref_area")).isEqualTo(pack.totalArea()));
    assertThat(rows.revisions())
        .filteredOn(row -> row.text("measure").equals("LEVEL"))
        .hasSize((int) restated());
    assertThat(later.revisions()).as("of the month before").isEmpty();
  }

  /** Takes away every file that only earlier versions use. */
  private static void vacuum(Table table) {
    SparkSession spark = SharedSpark.session();
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    // As many tasks as this is set to look for a handful of files.
    spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    spark.sql(
        "VACUUM delta.`%s` RETAIN 0 HOURS".formatted(night.warehouse().resolve(table.path())));
  }

  private static long restated() {
    return SECOND_LEVELS.entrySet().stream()
        .filter(e -> FIRST_LEVELS.containsKey(e.getKey()))
        .filter(e -> FIRST_LEVELS.get(e.getKey()).compareTo(e.getValue()) != 0)
        .count();
  }

  /** Ties share the lower number, by counting those that grew more. */
  private static Map<String, Integer> ranksByHand() {
    Map<String, BigDecimal> growth = new TreeMap<>();
    for (String area : areas()) {
      if (area.length() == 3) {
        growth.put(area, growth(SECOND_LEVELS, area, 2023));
      }
    }
    Map<String, Integer> ranks = new TreeMap<>();
    growth.forEach(
        (area, of) ->
            ranks.put(
                area,
                1
                    + (int)
                        growth.entrySet().stream()
                            .filter(e -> e.getKey().charAt(0) == area.charAt(0))
                            .filter(e -> e.getValue().compareTo(of) > 0)
                            .count()));
    return ranks;
  }

  private static Map<String, BigDecimal> currentLevels() {
    return night
        .query(
            "SELECT concat(ref_area, ' ', time_period), CAST(level AS DECIMAL(18,1))"
                + " FROM statistics.growth WHERE level IS NOT NULL")
        .stream()
        .collect(
            Collectors.toMap(r -> r.getString(0), r -> r.getDecimal(1), (a, b) -> a, TreeMap::new));
  }

  private static void levels(Random random, int from, Map<String, BigDecimal> levels) {
    for (int year = from; year < from + 4; year++) {
      for (String area : areas()) {
        if (area.length() == 3) {
          BigDecimal level =
              year == from
                  ? BigDecimal.valueOf(random.nextInt(1000, 90_000), 1)
                  : levels
                      .get(area + " " + (year - 1))
                      .multiply(BigDecimal.valueOf(random.nextInt(930, 1120), 3))
                      .setScale(1, RoundingMode.HALF_UP);
          for (String part : List.of(area, area.substring(0, 2), "C")) {
            levels.merge(part + " " + year, level, BigDecimal::add);
          }
        }
      }
    }
  }

  private static BigDecimal growth(Map<String, BigDecimal> levels, String area, int year) {
    BigDecimal ago = levels.get(area + " " + (year - 1));
    return ago == null
        ? null
        : levels
            .get(area + " " + year)
            .subtract(ago)
            .movePointRight(2)
            .divide(ago, 1, RoundingMode.HALF_UP);
  }

  private static String file(Map<String, BigDecimal> levels, String released) {
    StringBuilder file = new StringBuilder(Night.HEADER);
    levels.forEach(
        (key, level) -> {
          String area = key.split(" ")[0];
          int year = Integer.parseInt(key.split(" ")[1]);
          file.append("%s,gdp,%d,YTD,LEVEL,%s,亿元,A,%s,\n".formatted(area, year, level, released));
          BigDecimal growth = growth(levels, area, year);
          if (growth != null) {
            file.append("%s,gdp,%d,YTD,YOY,%s,%%,A,%s,\n".formatted(area, year, growth, released));
          }
        });
    return file.toString();
  }

  /** C, its states AS to DS, and their counties AC1 to DC6. */
  private static List<String> areas() {
    List<String> areas = new ArrayList<>(List.of("C"));
    for (String state : List.of("A", "B", "D", "E")) {
      areas.add(state + "S");
      for (int county = 1; county <= 6; county++) {
        areas.add(state + "S" + county);
      }
    }
    areas.sort(Comparator.naturalOrder());
    return areas;
  }

  private static Path pack() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("country"));
    for (String file : List.of("policy.yaml", "units.csv", "calendar.csv", "targets.csv")) {
      Files.copy(Packs.folder("zhejiang").resolve(file), pack.resolve(file));
    }
    Files.writeString(
        pack.resolve("region.yaml"),
        "name_zh: 某国\nname_en: Country\ntotal_area: C\ncapital_area: AS\nplan_year: 2023\ntime_zone: UTC\n");
    // The two releases have nothing in common but their places.
    Files.writeString(
        pack.resolve("rules.yaml"),
        """
        - hold: leaves_series
          severity: off
        - hold: revised_by_factor
          severity: off
        - hold: growth_against_levels
          severity: off
        - hold: growth_leaves_history
          severity: off
        """);
    Files.writeString(
        pack.resolve("indicators.csv"),
        """
        indicator,name_zh,name_en,unit,kind,freq,accumulation,additive,growth_source,better,decimals,plausible_min,plausible_max,aliases
        gdp,生产总值,GDP,亿元,flow,A,YTD,true,published_else_computed,up,1,,,
        """);
    StringBuilder areas =
        new StringBuilder(
            "ref_area,name_zh,name_en,parent,level,is_capital,in_total,aliases,valid_from,valid_to\n");
    for (String area : areas()) {
      String parent = area.length() == 1 ? "" : area.length() == 2 ? "C" : area.substring(0, 2);
      areas.append(
          "%s,地区%s,Area %s,%s,level%d,%s,true,,,\n"
              .formatted(area, area, area, parent, area.length(), area.equals("AS")));
    }
    Files.writeString(pack.resolve("areas.csv"), areas.toString());
    return pack;
  }
}
