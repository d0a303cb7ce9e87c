package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target still needs and how likely it is follow its comparator. */
class OutlookTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  /** Half of each year's 100 comes by June, give or take two; 55 have come this year. */
  @BeforeEach
  void anAmountOfFourYears() throws IOException {
    plan = new PlanFixture(folder);
    plan.indicator("output")
        .figures(
            figures ->
                figures
                    .level("output", "T00", "2021-06", "48")
                    .level("output", "T00", "2021-12", "100")
                    .level("output", "T00", "2022-06", "50")
                    .level("output", "T00", "2022-12", "100")
                    .level("output", "T00", "2023-06", "52")
                    .level("output", "T00", "2023-12", "100")
                    .level("output", "T00", "2024-06", "55"));
  }

  @Test
  void aFloorNeedsWhatIsMissing() throws IOException {
    AttainmentRow row = judged("increment", ">=", "121");

    assertThat(row.neededRest()).isEqualByComparingTo("66");
    assertThat(row.neededRestPct()).as("66 where 48 came").isEqualByComparingTo("37.5");
    assertThat(row.projected()).isEqualByComparingTo("110");
    assertThat(row.probability()).isBetween(new BigDecimal("0"), new BigDecimal("20"));
  }

  @Test
  void aCeilingNeedsNothingAndIsKeptWhereTheFloorIsMissed() throws IOException {
    AttainmentRow ceiling = judged("increment", "<=", "121");

    assertThat(ceiling.neededRest()).isNull();
    assertThat(ceiling.neededRestPct()).isNull();
    assertThat(ceiling.probability()).isBetween(new BigDecimal("80"), new BigDecimal("100"));
    assertThat(judged("X-8", "increment", "<", "110").probability())
        .as("the estimate itself")
        .isEqualByComparingTo("50");
  }

  @Test
  void aCeilingOfGrowthNeedsNoGrowth() throws IOException {
    AttainmentRow row = judged("growth_yoy", "<=", "30");

    assertThat(row.neededRest()).isNull();
    assertThat(row.neededRestPct()).isNull();
  }

  @Test
  void aMiddleIsMissedOnBothSides() throws IOException {
    plan.policy("about_within: 0.5", "about_within: {increment: 5%}");

    AttainmentRow inTheMiddle = judged("increment", "~", "110");

    assertThat(inTheMiddle.probability()).isBetween(new BigDecimal("50"), new BigDecimal("90"));
    assertThat(judged("X-8", "increment", "~", "160").probability())
        .as("far too little")
        .isBetween(new BigDecimal("0"), new BigDecimal("5"));
    assertThat(judged("X-9", "increment", "~", "70").probability())
        .as("far too much")
        .isBetween(new BigDecimal("0"), new BigDecimal("5"));
    assertThat(judged("X-10", "increment", "~", "50").neededRest())
        .as("there is more already")
        .isNull();
  }

  @Test
  void aDirectionEndsAgainstTheWholeOfLastYear() throws IOException {
    plan.figures(figures -> figures.level("output", "T00", "2024-05", "45"));

    assertThat(judged("increment", "up", "").probability())
        .as("110 are expected, and last year had 100")
        .isBetween(new BigDecimal("80"), new BigDecimal("99"));
    assertThat(judged("X-8", "increment", "down", "").probability())
        .isBetween(new BigDecimal("1"), new BigDecimal("20"));
  }

  @Test
  void anExactAmountHasNoProbability() throws IOException {
    AttainmentRow row = judged("increment", "=", "110");

    assertThat(row.projected()).isNotNull();
    assertThat(row.probability()).isNull();
  }

  @Test
  void anEstimateOfTheYearSaysNothingOfAnotherDeadline() throws IOException {
    plan.add(
        "targets.csv",
        "X-7,0,试验行动,1,output,目标,quantified,increment,>=,90,亿元,,,T00,t_office,,,2024-08-31,,");

    AttainmentRow row = plan.rows().get("X-7 T00 2024-06");

    assertThat(row.neededRest()).as("by the end of August").isEqualByComparingTo("35");
    assertThat(row.neededRestPct()).isNull();
    assertThat(row.projected()).isNull();
    assertThat(row.notProjectedBecause()).isEqualTo(NotComputed.no_method);
  }

  @Test
  void aLevelOfACumulativeSeriesIsAnAmount() throws IOException {
    plan.add(
        "targets.csv",
        "X-7,0,试验行动,1,output,目标,quantified,level,>=,110,亿元,,,T00,t_office,,,2024-12-31,,");

    AttainmentRow row = plan.rows().get("X-7 T00 2024-06");

    assertThat(row.schedulePct()).isEqualByComparingTo("50");
    assertThat(row.light()).isEqualTo(Light.green);
    assertThat(row.neededRest()).isEqualByComparingTo("55");
    assertThat(row.projected()).isEqualByComparingTo("110");
  }

  @Test
  void anAmountThatIsJudgedAtItsDeadlineIsAwaitedUntilItIsDoneOrLost() throws IOException {
    plan.policy("about_within: 0.5", "about_within: 0.5\ndue_at_deadline: [X-7, X-8, X-9, X-10]")
        .target("X-7", "output", "increment", ">=", "100", "")
        .target("X-8", "output", "increment", ">=", "55", "")
        .target("X-9", "output", "increment", "<=", "60", "")
        .target("X-10", "output", "increment", "<=", "54", "");

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-7 T00 2024-06").notComputedBecause())
        .as("more than half is no whole")
        .isEqualTo(NotComputed.not_due);
    assertThat(rows.get("X-8 T00 2024-06").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-9 T00 2024-06").notComputedBecause())
        .as("a ceiling is kept at the end or not at all")
        .isEqualTo(NotComputed.not_due);
    assertThat(rows.get("X-10 T00 2024-06").light()).isEqualTo(Light.red);
  }

  private AttainmentRow judged(String kind, String comparator, String value) throws IOException {
    return judged("X-7", kind, comparator, value);
  }

  private AttainmentRow judged(String id, String kind, String comparator, String value)
      throws IOException {
    plan.target(id, "output", kind, comparator, value, "");
    return plan.rows().get(id + " T00 2024-06");
  }
}
