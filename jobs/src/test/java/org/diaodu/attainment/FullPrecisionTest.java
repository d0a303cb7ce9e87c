package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.diaodu.domain.Light;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A light goes by the figure before it was rounded, and its reason shows what decided. */
class FullPrecisionTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan = new PlanFixture(folder);
  }

  @Test
  void aComputedGrowthThatOnlyRoundsToTheTargetMissesIt() throws IOException {
    plan.indicator("exports")
        .target("X-7", "exports", "growth_yoy", ">=", "6", "")
        .figures(
            figures ->
                figures
                    .level("exports", "T00", "2023-06", "300000000")
                    .level("exports", "T00", "2024-06", "317999999.999999"));

    AttainmentRow row = plan.rows().get("X-7 T00 2024-06");

    assertThat(row.actual()).as("as it is stored").isEqualByComparingTo("6");
    assertThat(row.light()).isEqualTo(Light.yellow);
  }

  @Test
  void growthThatIsComparedWithAnothersIsNotRoundedOnEitherSide() throws IOException {
    plan.indicator("loans")
        .indicator("jobs")
        .target("X-7", "loans", "growth_yoy", "higher_than:jobs", "", "")
        .figures(
            figures ->
                figures
                    .level("loans", "T00", "2023-06", "300000000")
                    .level("loans", "T00", "2024-06", "318000000.000001")
                    .level("jobs", "T00", "2023-06", "100")
                    .level("jobs", "T00", "2024-06", "106"));

    assertThat(plan.rows().get("X-7 T00 2024-06").light()).isEqualTo(Light.green);
  }

  @Test
  void aShareThatRoseByLessThanItsLastDigitRose() {
    plan.figures(
        figures ->
            figures
                .level("gdp", "T01", "2023-Q2", "276000000")
                .level("gdp", "T00", "2023-Q2", "1000000000")
                .level("gdp", "T01", "2024-Q2", "276000000.000001")
                .level("gdp", "T00", "2024-Q2", "1000000000"));

    AttainmentRow row = plan.rows().get("X-3 T01 2024-Q2");

    assertThat(row.gap()).as("as it is stored").isEqualByComparingTo("0");
    assertThat(row.light()).isEqualTo(Light.green);
  }

  @Test
  void whatIsDueByHistoryIsNotRoundedEither() throws IOException {
    plan.policy("about_within: 0.5", "about_within: 0.5\nphased_by_history: [X-7]")
        .indicator("grain")
        .target("X-7", "grain", "increment", ">=", "3", "")
        .figures(
            figures ->
                figures
                    .level("grain", "T00", "2023-06", "200")
                    .level("grain", "T00", "2023-12", "300")
                    .level("grain", "T00", "2024-06", "2"));

    AttainmentRow row = plan.rows().get("X-7 T00 2024-06");

    assertThat(row.scheduleBasis()).isEqualTo("history");
    assertThat(row.schedulePct()).as("two thirds, as stored").isEqualByComparingTo("66.666667");
    assertThat(row.light()).as("two of three").isEqualTo(Light.green);
  }

  @Test
  void twoFiguresThatWouldLookTheSameAreShownApart() throws IOException {
    plan.indicator("visits")
        .target("X-7", "visits", "increment", ">", "600", "")
        .indicator("rent")
        .target("X-8", "rent", "growth_yoy", ">=", "6", "")
        .figures(
            figures ->
                figures
                    .level("visits", "T00", "2024-12", "599.9999")
                    .growth("rent", "T00", "2024-12", "5.999"));

    assertThat(plan.rows().get("X-7 T00 2024-12").lightReason())
        .contains("完成全年目标的99.99998%，应达100.00000%", "未达到");
    assertThat(plan.rows().get("X-8 T00 2024-12").lightReason())
        .contains("实际5.999%，要求不低于6.000%", "未达到");
  }

  @Test
  void theReasonFollowsTheComparator() throws IOException {
    plan.indicator("spending")
        .indicator("pigs")
        .indicator("visits")
        .target("X-7", "spending", "increment", "<=", "240", "")
        .target("X-8", "pigs", "increment", "~", "100", "")
        .target("X-9", "visits", "increment", ">", "600", "")
        .target("X-10", "spending", "increment", "down", "", "")
        .figures(
            figures ->
                figures
                    .level("spending", "T00", "2023-06", "130")
                    .level("spending", "T00", "2024-06", "133")
                    .level("pigs", "T00", "2024-12", "104")
                    .level("visits", "T00", "2024-12", "600"));

    assertThat(plan.rows().get("X-7 T00 2024-06").lightReason())
        .isEqualTo("实际133.00亿元，已用上限的55.4%，按进度不超过50.0%，不符合要求");
    assertThat(plan.rows().get("X-8 T00 2024-12").lightReason())
        .isEqualTo("实际104.00亿元，完成全年目标的104.0%，应达100.0%，不符合要求，差距在允许的5个百分点以内");
    assertThat(plan.rows().get("X-9 T00 2024-12").lightReason())
        .isEqualTo("实际600.00亿元，完成全年目标的100.0%，应达100.0%，刚好相等，还须再高");
    assertThat(plan.rows().get("X-10 T00 2024-06").lightReason())
        .isEqualTo("实际133.00亿元，要求低于上年同期130.00亿元，不符合要求，差距在允许的5%以内");
  }
}
