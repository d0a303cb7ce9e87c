package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.diaodu.domain.Light;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GDP is to grow by 6 %: 6.2 in the fourth quarter's figures, 5.8 in those of the year, in March.
 */
class YearInTwoStagesTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 28);
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 30);

  @TempDir private Path folder;
  private PlanFixture plan;

  @BeforeEach
  void aPlan() throws IOException {
    plan =
        new PlanFixture(folder)
            .target("X-7", "gdp", "growth_yoy", ">=", "6", "")
            .add("calendar.csv", "gdp,Q,2024-Q3,2024-10-25,true,")
            .add("calendar.csv", "gdp,Q,2024-Q4,2025-01-25,true,")
            .figures(
                figures ->
                    figures
                        .growth("gdp", "T00", "2024-Q3", "6.1")
                        .growth("gdp", "T00", "2024-Q4", "6.2")
                        .growth("gdp", "T00", "2024", "5.8"));
  }

  @Test
  void theFourthQuartersFigureJudgesTheYearUntilTheAnnualOneIsDue() {
    AttainmentRow row = plan.rows(FEBRUARY).get("X-7 T00 2024-Q4");

    assertThat(row.light()).isEqualTo(Light.green);
    assertThat(row.isNewest()).isTrue();
    assertThat(row.lightReason()).endsWith("为初步判断，以年度数据为准");
  }

  @Test
  void theAnnualFigureConcludesIt() {
    Map<String, AttainmentRow> rows = plan.rows(APRIL);

    assertThat(rows.get("X-7 T00 2024-Q4").isNewest()).isFalse();
    AttainmentRow year = rows.get("X-7 T00 2024");
    assertThat(year.isNewest()).isTrue();
    assertThat(year.light()).as("0.2 points below, one allowed").isEqualTo(Light.yellow);
    assertThat(year.lightReason()).endsWith("为按年度数据的最终判断");
  }

  @Test
  void beforeTheYearsEndNothingIsSaidOfIt() {
    assertThat(plan.rows(FEBRUARY).get("X-7 T00 2024-Q3").lightReason()).doesNotContain("判断");
  }

  @Test
  void whereNoAnnualFigureIsExpectedTheFourthQuartersIsTheLast() throws IOException {
    plan.write(
        "calendar.csv",
        "indicator,freq,time_period,due_date,expected,note\ngdp,Q,2024-Q4,2025-01-25,true,\n");

    assertThat(plan.rows(APRIL).get("X-7 T00 2024-Q4").lightReason()).doesNotContain("判断");
  }
}
