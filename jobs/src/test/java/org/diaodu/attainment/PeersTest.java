package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lights by the other areas, where a policy goes by them. */
class PeersTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan =
        new PlanFixture(folder)
            .figures(
                figures ->
                    figures
                        .growth("retail_sales", "T00", "2024-06", "1")
                        .growth("retail_sales", "T01", "2024-06", "5")
                        .growth("retail_sales", "T02", "2024-06", "4"));
  }

  @Test
  void byTheAverageAnAreaIsSetAmongThoseThatHaveAFigure() throws IOException {
    plan.policy("about_within: 0.5", "about_within: 0.5\nscheme: group_average");

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-1 T01 2024-06").light()).isEqualTo(Light.green);
    assertThat(rows.get("X-1 T02 2024-06").light()).as("average 4.5").isEqualTo(Light.red);
    assertThat(rows.get("X-1 T02 2024-06").lightReason()).isEqualTo("实际4.0%，2个同级地区平均4.5%");
    assertThat(rows.get("X-1 T03 2024-06").light()).isEqualTo(Light.no_data);
    assertThat(rows.get("X-1 T00 2024-06").light())
        .as("the whole has no peers and goes by the gap")
        .isEqualTo(Light.red);
  }

  @Test
  void byRankTiesShareThePlace() throws IOException {
    plan.policy("about_within: 0.5", "about_within: 0.5\nscheme: rank")
        .figures(figures -> figures.growth("retail_sales", "T03", "2024-06", "5"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-1 T01 2024-06").lightReason()).endsWith("在3个同级地区中排第1位");
    assertThat(rows.get("X-1 T03 2024-06").lightReason()).endsWith("在3个同级地区中排第1位");
    assertThat(rows.get("X-1 T02 2024-06").lightReason()).endsWith("在3个同级地区中排第3位");
  }

  @Test
  void growthOverABreakIsNoMeasureForOthers() throws IOException {
    plan.policy("about_within: 0.5", "about_within: 0.5\nscheme: rank")
        .figures(
            figures ->
                figures
                    .level("retail_sales", "T03", "2023-06", "100")
                    .breakAt("retail_sales", "T03", "2024-06", "150"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-1 T03 2024-06").notComputedBecause())
        .isEqualTo(NotComputed.series_break);
    assertThat(rows.get("X-1 T01 2024-06").lightReason()).endsWith("在2个同级地区中排第1位");
  }
}
