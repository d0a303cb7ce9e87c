package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.testing.CubeFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No light rests on a comparison that was computed over a break in a series. */
class SeriesBreakLightTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan = new PlanFixture(folder);
  }

  @Test
  void growthComputedOverABreakIsShownFlaggedAndHasNoLight() throws IOException {
    plan.target("X-7", "business_entities", "growth_yoy", ">=", "5", "")
        .figures(
            figures ->
                figures
                    .level("business_entities", "T00", "2023-05", "100000")
                    .level("business_entities", "T00", "2023-06", "100000")
                    .breakAt("business_entities", "T00", "2024-05", "150000")
                    .level("business_entities", "T00", "2024-06", "151000"));

    Map<String, AttainmentRow> rows = plan.rows();
    AttainmentRow may = rows.get("X-7 T00 2024-05");
    AttainmentRow june = rows.get("X-7 T00 2024-06");

    assertThat(may.actual()).isEqualByComparingTo("50");
    assertThat(june.actual()).isEqualByComparingTo("51");
    for (AttainmentRow row : new AttainmentRow[] {may, june}) {
      assertThat(row.flag()).isEqualTo(SeriesFlag.break_in_series);
      assertThat(row.light()).isEqualTo(Light.no_data);
      assertThat(row.notComputedBecause()).isEqualTo(NotComputed.series_break);
      assertThat(row.lightReason()).isEqualTo("没有可对照的数据：上年同期之后数据有中断，与上年同期不可比");
      assertThat(row.notProjectedBecause()).isEqualTo(NotComputed.series_break);
    }
  }

  @Test
  void growthWhoseBaseIsOfTheNewKindIsJudged() throws IOException {
    plan.target("X-7", "business_entities", "growth_yoy", ">=", "5", "")
        .figures(
            figures ->
                figures
                    .breakAt("business_entities", "T00", "2023-05", "100000")
                    .level("business_entities", "T00", "2024-05", "110000"));

    AttainmentRow may = plan.rows().get("X-7 T00 2024-05");

    assertThat(may.flag()).isNull();
    assertThat(may.light()).isEqualTo(Light.green);
  }

  @Test
  void aPublishedGrowthOverABreakStands() throws IOException {
    plan.indicator("exports")
        .target("X-7", "exports", "growth_yoy", ">=", "5", "")
        .figures(
            figures ->
                figures
                    .level("exports", "T00", "2023-06", "100")
                    .breakAt("exports", "T00", "2024-06", "150")
                    .growth("exports", "T00", "2024-06", "5.5"));

    AttainmentRow june = plan.rows().get("X-7 T00 2024-06");

    assertThat(june.flag()).isEqualTo(SeriesFlag.break_in_series);
    assertThat(june.light()).isEqualTo(Light.green);
  }

  @Test
  void aGrowthIsNotHeldAgainstAnotherThatWasComputedOverABreak() throws IOException {
    plan.indicator("loans")
        .indicator("jobs")
        .target("X-7", "loans", "growth_yoy", "higher_than:jobs", "", "")
        .figures(
            figures ->
                figures
                    .growth("loans", "T00", "2024-06", "12.3")
                    .level("jobs", "T00", "2023-06", "100")
                    .breakAt("jobs", "T00", "2024-06", "150"));

    AttainmentRow june = plan.rows().get("X-7 T00 2024-06");

    assertThat(june.notComputedBecause()).isEqualTo(NotComputed.series_break);
    assertThat(june.flag()).isEqualTo(SeriesFlag.break_in_series);
  }

  @Test
  void aShareIsNotComparedWithThatOfAYearAgoOverABreak() {
    plan.figures(SeriesBreakLightTest::aShareOverABreak);

    AttainmentRow row = plan.rows().get("X-3 T01 2024-Q2");

    assertThat(row.actual()).isEqualByComparingTo("21");
    assertThat(row.targetValue()).isEqualByComparingTo("20");
    assertThat(row.flag()).isEqualTo(SeriesFlag.break_in_series);
    assertThat(row.notComputedBecause()).isEqualTo(NotComputed.series_break);
  }

  @Test
  void aShareThatIsHeldAgainstAValueIsJudgedAndFlagged() throws IOException {
    plan.target("X-7", "gdp", "T01", "capital_share", ">=", "21", "")
        .figures(SeriesBreakLightTest::aShareOverABreak);

    AttainmentRow row = plan.rows().get("X-7 T01 2024-Q2");

    assertThat(row.flag()).isEqualTo(SeriesFlag.break_in_series);
    assertThat(row.light()).isEqualTo(Light.green);
  }

  @Test
  void aLevelIsNotComparedWithThatOfAYearAgoOverABreak() {
    plan.figures(
        figures ->
            figures
                .level("population_resident", "T00", "2023", "49")
                .breakAt("population_resident", "T00", "2024", "50"));

    assertThat(plan.rows().get("X-6 T00 2024").notComputedBecause())
        .isEqualTo(NotComputed.series_break);
  }

  @Test
  void aLevelThatIsHeldAgainstAValueIsJudgedAndFlagged() throws IOException {
    plan.target("X-7", "business_entities", "level", ">=", "140000", "")
        .figures(figures -> figures.breakAt("business_entities", "T00", "2024-05", "150000"));

    AttainmentRow may = plan.rows().get("X-7 T00 2024-05");

    assertThat(may.flag()).isEqualTo(SeriesFlag.break_in_series);
    assertThat(may.light()).isEqualTo(Light.green);
  }

  private static void aShareOverABreak(CubeFixture figures) {
    figures
        .level("gdp", "T01", "2023-Q2", "20")
        .level("gdp", "T00", "2023-Q2", "100")
        .level("gdp", "T01", "2024-Q2", "21")
        .breakAt("gdp", "T00", "2024-Q2", "100");
  }
}
