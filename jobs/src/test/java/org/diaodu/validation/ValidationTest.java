package org.diaodu.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.table.PeriodRanges;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.Test;

/** Figures held against each other. Each test says what is known, what arrives, and one rule. */
class ValidationTest {
  private static final StructType FAULT =
      new StructType()
          .add("rule_id", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("message", DataTypes.StringType);
  private static final StructType CELLS =
      new StructType()
          .add("indicator", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("freq", DataTypes.StringType)
          .add("time_period", DataTypes.StringType)
          .add("accumulation", DataTypes.StringType)
          .add("measure", DataTypes.StringType)
          .add("obs_value", DataTypes.createDecimalType(18, 6))
          .add("obs_decimals", DataTypes.IntegerType)
          .add("obs_status", DataTypes.StringType)
          .add("release_date", DataTypes.DateType)
          .add("provenance", DataTypes.StringType)
          .add("arrived_at", DataTypes.TimestampType)
          .add("source_file", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("outcome", DataTypes.StringType)
          .add("faults", DataTypes.createArrayType(FAULT))
          .add("recorded_at", DataTypes.TimestampType)
          .add("source", DataTypes.StringType);

  private final List<Row> known = new ArrayList<>();
  private final List<Row> arrived = new ArrayList<>();

  @Test
  void whatARuleHoldsIsNeitherAcceptedNorRefused() {
    arrives("gdp", "T00", "2024", "YTD", "LEVEL", "100");

    Dataset<Row> checked =
        checked(List.of(new Rule("r", Rule.Severity.hold, "true", "obs_value < 50", "", "x")));

    assertThat(checked.select("outcome").collectAsList().get(0).getString(0)).isEqualTo("held");
  }

  @Test
  void sectorsHaveToAddUp() {
    arrives("gdp_a", "T00", "2024", "YTD", "LEVEL", "60");
    arrives("gdp_b", "T00", "2024", "YTD", "LEVEL", "40.5");
    arrives("gdp", "T00", "2024", "YTD", "LEVEL", "100");

    assertThat(
            broken(
                rule(
                    "indicator = 'gdp'",
                    "abs(obs_value - peers['gdp_a'] - peers['gdp_b']) <= 0.02",
                    "{obs_value}")))
        .containsExactly("3 warn 100");
  }

  /**
   * Published figures of China, 亿元. V01 to V03 grew on a comparable basis, against the sign of
   * their levels; V04 was published as 3.5 and here is misprinted by 0.3.
   */
  @Test
  void aSlipInAPublishedGrowthIsFoundAndAComparableBasisIsNone() {
    published("T01", "2023-09", "375035", "421412", "3.1");
    published("T02", "2018-07", "39038.1", "42481.2", "17.1");
    published("T03", "2019-02", "23096", "23242", "3.5");
    published("T00", "2023-02", "77067", "74426", "3.8");

    assertThat(
            checked(Rules.of(Packs.xiangxi()))
                .selectExpr("explode(faults.rule_id)")
                .collectAsList())
        .as("rules of the pack that are broken")
        .extracting(row -> row.getString(0))
        .containsExactly("growth_slightly_off");
  }

  @Test
  void aGrowthThatItsPrintedDecimalsExplainIsNoSlip() {
    published("T00", "2023-02", "77067", "74426", "3.5");
    published("T01", "2024-02", "5.2", "5.0", "3.1");

    assertThat(broken(rule("measure = 'YOY'", "gap_class = 'rounding'", "{gap_class}"))).isEmpty();
  }

  private void published(String area, String period, String level, String ago, String growth) {
    String earlier = (Integer.parseInt(period.substring(0, 4)) - 1) + period.substring(4);
    knows("retail_sales", area, earlier, "YTD", "LEVEL", ago, "2010-07-01");
    arrives("retail_sales", area, period, "YTD", "LEVEL", level);
    arrives("retail_sales", area, period, "YTD", "YOY", growth);
  }

  @Test
  void theSumOfAreasIsComparedOnlyWhenAllAreThere() {
    arrives("retail_sales", "T00", "2024-06", "YTD", "LEVEL", "100");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "50");
    arrives("retail_sales", "T02", "2024-06", "YTD", "LEVEL", "30");
    Rule rule =
        rule(
            "is_total AND areas_counted = areas_expected",
            "abs(obs_value - areas_sum) <= 0.5",
            "{areas_sum}");
    assertThat(broken(rule)).isEmpty();

    knows("retail_sales", "T03", "2024-06", "YTD", "LEVEL", "18", "2024-07-01");
    assertThat(broken(rule)).as("the third was known").containsExactly("1 warn 98");
  }

  @Test
  void aCumulativeFigureMayNotFallWithinTheYear() {
    knows("retail_sales", "T01", "2024-05", "YTD", "LEVEL", "50", "2024-06-18");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "9.5");

    assertThat(broken(rule("accumulation = 'YTD'", "obs_value >= previous", "{previous}")))
        .containsExactly("1 warn 50");
  }

  @Test
  void printedGrowthIsHeldAgainstTheLevels() {
    knows("retail_sales", "T01", "2023-06", "YTD", "LEVEL", "50", "2023-07-18");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "55");
    arrives("retail_sales", "T01", "2024-06", "YTD", "YOY", "2");

    assertThat(
            broken(
                rule(
                    "measure = 'YOY'",
                    "abs(obs_value - growth_computed) <= 5",
                    "{growth_computed}")))
        .containsExactly("2 warn 10");
  }

  @Test
  void constantPricesAreNoLevelAndATwoYearAverageIsNoGrowthToHoldOthersAgainst() {
    knows("retail_sales", "T01", "2023-06", "YTD", "LEVEL", "50", "2023-07-18");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "55");
    arrives("retail_sales", "T01", "2024-06", "YTD", "YOY", "2");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL_CONSTANT", "99");
    arrives("retail_sales", "T01", "2024-06", "YTD", "TWO_YEAR_AVERAGE", "77");

    assertThat(broken(rule("measure = 'YOY'", "false", "{growth_published} {growth_computed}")))
        .containsExactly("2 warn 2 10");
  }

  @Test
  void aJumpIsSeenAgainstTheSeriesOwnHistory() {
    for (int month = 2; month <= 8; month++) {
      knows("retail_sales", "T01", "2024-0" + month, "YTD", "YOY", "5." + month, "2024-09-18");
    }
    arrives("retail_sales", "T01", "2024-09", "YTD", "YOY", "55");

    assertThat(
            broken(
                rule(
                    "history_length >= 4",
                    "abs(obs_value - history_median) <= greatest(3, 6 * history_mad)",
                    "{history_median}")))
        .containsExactly("1 warn 5.5");
  }

  @Test
  void sixYearsBackAllIsLookedAtThatARuleCanName() {
    for (String period : List.of("2018-08", "2018-09", "2019-08", "2019-09")) {
      knows("retail_sales", "T01", period, "YTD", "LEVEL", "50", "2024-07-01");
    }
    arrives("retail_sales", "T01", "2024-09", "YTD", "LEVEL", "55");
    Rule any = rule("", "history_length = 0", "{history_length}");

    assertThat(broken(any))
        .as("all known: September 2019 against 2018")
        .containsExactly("1 warn 1");
    knowsNothingBefore(Validation.MONTHS_BACK);
    assertThat(broken(any)).as("six years known").containsExactly("1 warn 1");
    knowsNothingBefore(Validation.MONTHS_BACK - 1);
    assertThat(broken(any)).as("a month less").isEmpty();
  }

  private void knowsNothingBefore(int months) {
    PeriodRanges periods = PeriodRanges.of(cells(arrived)).andPreceding(months);
    List<Row> left = periods.in(cells(known)).collectAsList();
    known.clear();
    known.addAll(left);
  }

  @Test
  void aStockIsTheLastOnePlusWhatCame() {
    knows("business_entities", "T01", "2024-05", "EOP", "LEVEL", "1000", "2024-06-18");
    arrives("entities_new", "T01", "2024-06", "EOP", "LEVEL", "20");
    arrives("business_entities", "T01", "2024-06", "EOP", "LEVEL", "1030");

    assertThat(
            broken(
                rule(
                    "indicator = 'business_entities'",
                    "obs_value = previous + peers['entities_new']",
                    "{previous}")))
        .containsExactly("2 warn 1000");
  }

  @Test
  void twoReportsOfOneReleaseAreToldApart() {
    knows("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "50", "2024-07-18");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "55");

    assertThat(broken(rule("", "obs_value = known_same_release", "{known_same_release}")))
        .containsExactly("1 warn 50");
  }

  @Test
  void officialAndSimulatedFiguresAreNotMixed() {
    known.add(
        row("retail_sales", "T01", "2024-05", "YTD", "LEVEL", "50", "2024-06-18", "simulated", 0));
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "9.5");

    assertThat(broken(rule("", "obs_value >= previous", ""))).isEmpty();
  }

  @Test
  void ofSeveralVintagesTheNewestIsJudged() {
    knows("retail_sales", "T01", "2024-05", "YTD", "LEVEL", "50", "2024-06-18");
    arrived.add(
        row("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "49", "2024-07-01", "official", 1));
    arrived.add(
        row("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "55", "2024-07-18", "official", 2));

    assertThat(broken(rule("", "obs_value >= previous", ""))).isEmpty();
  }

  @Test
  void twoFilesOfOneNightThatDisagreeAreTold() {
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "55");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "56");

    assertThat(broken(rule("", "values_tonight = 1", "{values_tonight}")))
        .containsExactly("1 warn 2");
  }

  @Test
  void aConditionThatCannotBeJudgedCountsAsMet() {
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "55");

    assertThat(broken(rule("", "obs_value >= previous", ""))).isEmpty();
    assertThat(broken(rule("", "obs_value >= peers['gdp']", ""))).as("no such peer").isEmpty();
  }

  @Test
  void aRuleThatRejectsRefusesTheFigureAndOnlyIt() {
    knows("retail_sales", "T01", "2024-05", "YTD", "LEVEL", "50", "2024-06-18");
    arrives("retail_sales", "T01", "2024-06", "YTD", "LEVEL", "9.5");
    arrives("retail_sales", "T02", "2024-06", "YTD", "LEVEL", "9.5");
    Rule rejecting =
        new Rule("falls", Rule.Severity.reject, "true", "obs_value >= previous", "", "x");

    assertThat(checked(List.of(rejecting)).select("source_cell", "outcome").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[1:6,quarantined]", "[2:6,accepted]");
  }

  private static Rule rule(String where, String condition, String message) {
    return new Rule(
        "r", Rule.Severity.warn, where.isEmpty() ? "true" : where, condition, "", message);
  }

  private void knows(
      String indicator,
      String area,
      String period,
      String accumulation,
      String measure,
      String value,
      String released) {
    known.add(row(indicator, area, period, accumulation, measure, value, released, "official", 0));
  }

  private void arrives(
      String indicator,
      String area,
      String period,
      String accumulation,
      String measure,
      String value) {
    arrived.add(
        row(
            indicator,
            area,
            period,
            accumulation,
            measure,
            value,
            "2024-07-18",
            "official",
            arrived.size() + 1));
  }

  private static Row row(
      String indicator,
      String area,
      String period,
      String accumulation,
      String measure,
      String value,
      String released,
      String provenance,
      int line) {
    return RowFactory.create(
        indicator,
        area,
        period.length() == 4 ? "A" : "M",
        period,
        accumulation,
        measure,
        new BigDecimal(value).setScale(6),
        new BigDecimal(value).scale(),
        "A",
        LocalDate.parse(released),
        provenance,
        Instant.parse("2024-07-01T00:00:00Z"),
        "file.csv",
        line + ":6",
        "accepted",
        new Row[0],
        Instant.parse("2024-07-01T00:00:00Z"),
        null);
  }

  /** Line, severity and message of every fault. */
  private List<String> broken(Rule rule) {
    return checked(List.of(rule))
        .selectExpr("source_cell", "explode(faults) AS f")
        .selectExpr(
            "concat_ws(' ', substring_index(source_cell, ':', 1), f.severity,"
                + " substring_index(f.message, '：', -1))")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  private static Dataset<Row> cells(List<Row> rows) {
    return SharedSpark.session().createDataFrame(rows, CELLS);
  }

  private Dataset<Row> checked(List<Rule> rules) {
    Dataset<Row> before = cells(known);
    List<Row> indicators = new ArrayList<>();
    for (String code :
        List.of("gdp", "gdp_a", "gdp_b", "retail_sales", "business_entities", "entities_new")) {
      indicators.add(RowFactory.create(code, "flow", true, "published_else_computed"));
    }
    return Validation.checked(
        cells(arrived),
        before,
        before,
        new StatisticsFixture(Packs.threelands()).areas(),
        SharedSpark.session()
            .createDataFrame(
                indicators,
                new StructType()
                    .add("indicator", DataTypes.StringType)
                    .add("kind", DataTypes.StringType)
                    .add("additive", DataTypes.BooleanType)
                    .add("growth_source", DataTypes.StringType)),
        rules);
  }
}
