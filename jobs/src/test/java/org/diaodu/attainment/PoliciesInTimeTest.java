package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.diaodu.domain.Light;
import org.diaodu.region.RegionPack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dispatch judged stays judged by the policy of its day. */
class PoliciesInTimeTest {
  @TempDir private Path folder;
  private PlanFixture plan;

  /**
   * Growth of 5.5 in every month where 6 is wanted; from September on only 0.2 points are allowed.
   */
  @BeforeEach
  void aYear() throws IOException {
    plan = new PlanFixture(folder);
    plan.indicator("exports")
        .target("X-7", "exports", "growth_yoy", ">=", "6", "")
        .figures(
            figures -> {
              for (int month = 1; month <= 12; month++) {
                String period = "2024-%02d".formatted(month);
                figures.growth("exports", "T00", period, "5.5");
                figures.growth("exports", "T01", period, "5.5");
              }
            });
  }

  @Test
  void anEditOfSeptemberTurnsNoLightBefore() throws IOException {
    plan.write("policy-2.yaml", second(""));

    Map<String, AttainmentRow> rows = plan.rows();

    for (int month = 1; month <= 7; month++) {
      assertThat(light(rows, month)).as("month %d", month).isEqualTo("threelands-1 yellow");
    }
    for (int month = 8; month <= 12; month++) {
      assertThat(light(rows, month)).as("month %d", month).isEqualTo("threelands-2 red");
    }
  }

  @Test
  void aTargetThatCountiesAreHeldAgainstFromSeptemberOnIsNotHeldAgainstThemBefore()
      throws IOException {
    plan.write("policy-2.yaml", second("applies_to_counties: [X-1, X-7]"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows).doesNotContainKey("X-7 T01 2024-07");
    assertThat(rows.get("X-7 T01 2024-08").light()).isEqualTo(Light.red);
    assertThat(rows.get("X-7 T01 2024-12").isNewest()).isTrue();
  }

  @Test
  void theSchemeOfSeptemberSetsNoRanksBefore() throws IOException {
    plan.write("policy-2.yaml", second("applies_to_counties: [X-7]\nscheme: rank"))
        .policy("applies_to_counties: [X-1]", "applies_to_counties: [X-7]")
        .figures(
            figures ->
                figures
                    .growth("exports", "T02", "2024-07", "2")
                    .growth("exports", "T02", "2024-08", "2"));

    Map<String, AttainmentRow> rows = plan.rows();

    assertThat(rows.get("X-7 T01 2024-07").light()).as("by the gap").isEqualTo(Light.yellow);
    assertThat(rows.get("X-7 T01 2024-08").light()).as("the first of two").isEqualTo(Light.blue);
    assertThat(rows.get("X-7 T02 2024-08").light()).isEqualTo(Light.red);
  }

  @Test
  void daysAfterAPeriodsEndAreThoseInForceAtItsEnd() throws IOException {
    plan.write("policy-2.yaml", second("due_days: 45"));
    RegionPack pack = plan.pack();

    assertThat(PlannedCheck.newest(pack, LocalDate.parse("2024-10-31")))
        .filteredOn(check -> check.target().targetId().equals("X-7"))
        .singleElement()
        .satisfies(check -> assertThat(check.period()).hasToString("2024-08"));
  }

  private static String light(Map<String, AttainmentRow> rows, int month) {
    AttainmentRow row = rows.get("X-7 T00 2024-%02d".formatted(month));
    return row.policyId() + " " + row.light();
  }

  private static String second(String more) {
    return String.join(
        "\n",
        "policy_id: threelands-2",
        "valid_from: 2024-09-01",
        "yellow_within: {growth_yoy: 0.2}",
        "about_within: 0.5",
        more);
  }
}
