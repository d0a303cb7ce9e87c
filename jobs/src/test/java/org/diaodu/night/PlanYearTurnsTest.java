package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.PlanYears;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over New Year what was judged stays judged, and what is open stays open until it is closed. */
@Slow
class PlanYearTurnsTest {
  @TempDir private static Path folder;
  private static Night night;

  /**
   * November and December were red; on the last day of January December is dispatched. In March the
   * plan of 2025 is running, and the annual figure of 2024 comes.
   */
  @BeforeAll
  static void threeNights() throws IOException {
    PackCopy pack =
        new PackCopy(Packs.THREELANDS, folder.resolve("pack"))
            .add("calendar.csv", "retail_sales,M,2024-11,2024-12-20,true,")
            .add("calendar.csv", "retail_sales,M,2024-12,2025-01-20,true,")
            .add("calendar.csv", "retail_sales,A,2024,2025-03-20,true,年报");
    night = new Night(pack.folder(), folder.resolve("nights"));
    night.arrives(
        "november.csv", Night.HEADER + "T00,retail_sales,2024-11,YTD,YOY,2.0,%,A,2024-12-18,\n");
    night.runAsOf("2024-12-31T18:00:00Z", "2024-12-31");

    night.arrives(
        "december.csv", Night.HEADER + "T00,retail_sales,2024-12,YTD,YOY,3.0,%,A,2025-01-18,\n");
    night.runAsOf("2025-01-31T18:00:00Z", "2025-01-31");

    PlanYears.turn(pack);
    night.arrives(
        "march.csv",
        Night.HEADER
            + "T00,retail_sales,2025-01,YTD,YOY,6.8,%,A,2025-02-18,\n"
            + "T00,retail_sales,2025-02,YTD,YOY,6.9,%,A,2025-03-18,\n"
            + "T00,retail_sales,2024,YTD,YOY,6.3,%,A,2025-03-18,\n");
    night.runAsOf("2025-03-31T18:00:00Z", "2025-03-31");
  }

  @Test
  void everyPeriodIsJudgedByThePlanAndThePolicyOfItsYear() {
    assertThat(
            night.query(
                "SELECT concat_ws(' ', target_id, time_period, light, policy_id) FROM"
                    + " statistics.attainment WHERE ref_area = 'T00' AND indicator = 'retail_sales'"
                    + " AND actual IS NOT NULL ORDER BY time_period"))
        .extracting(row -> row.getString(0))
        .containsExactly(
            "X-1 2024 green threelands-1",
            "X-1 2024-11 red threelands-1",
            "X-1 2024-12 red threelands-1",
            "Y-1 2025-01 yellow threelands-2025",
            "Y-1 2025-02 yellow threelands-2025");
  }

  @Test
  void decembersFigureIsPreliminaryAndTheAnnualOneConcludesTheYear() {
    assertThat(
            night.query(
                "SELECT light_reason FROM statistics.attainment WHERE target_id = 'X-1' AND"
                    + " ref_area = 'T00' AND time_period IN ('2024', '2024-12')"
                    + " ORDER BY time_period"))
        .extracting(row -> row.getString(0).replaceAll(".*，", ""))
        .containsExactly("为按年度数据的最终判断", "以年度数据为准");
  }

  @Test
  void whatWasFoundLastYearIsOpenUntilTheAnnualFigureClosesIt() {
    assertThat(
            night.query(
                "SELECT concat_ws(' ', as_of, opened_on, supervised_on, state, closed_on,"
                    + " closed_because) FROM reporting.rectifications"
                    + " WHERE target_id = 'X-1' AND ref_area = 'T00'"))
        .extracting(row -> row.getString(0))
        .containsExactly("2025-03-31 2024-12-31 2025-01-31 closed 2025-03-31 recovered");
  }

  @Test
  void thisYearIsAssessed() {
    assertThat(
            night.figure(
                "SELECT concat_ws(' ', policy_id, yellow, red, open_rectifications) FROM"
                    + " reporting.assessments WHERE subject = 't_office'"))
        .isEqualTo("threelands-2025 1 0 0");
  }

  @Test
  void decembersBulletinIsThatOfTheOldPlan() {
    assertThat(night.out().resolve("pack-2024-12-bulletin.html"))
        .content()
        .contains("不低于6%")
        .doesNotContain("不低于7%");
  }

  @Test
  void theBulletinIsThatOfTheNewPlan() {
    assertThat(night.out().resolve("pack-2025-02-bulletin.html")).content().contains("不低于7%");
  }
}
