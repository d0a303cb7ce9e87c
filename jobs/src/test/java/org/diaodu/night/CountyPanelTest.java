package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Long annual panels of counties in 百万元, with a census break and without a figure of the whole. The
 * invented panel is always run; the real one, whose figures may not be copied here, where it lies
 * beside the project.
 */
@Slow
class CountyPanelTest {
  private static final Path REAL_PANEL =
      Path.of("../shared/data/panels/xiangxi/county_gdp_2004_2021.csv");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> panels() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("three invented areas, 2018 and 2019", this::inventedPanel));
    if (Files.exists(REAL_PANEL)) {
      tests.add(dynamicTest("eight counties, 2004 to 2021", this::realPanel));
    }
    return tests;
  }

  private void inventedPanel() throws IOException {
    Night night = new Night(Packs.THREELANDS, folder.resolve("invented"));
    night.arrives(
        "gdp.csv",
        Night.HEADER
            + "甲县,GDP,2018,YTD,LEVEL,10050,百万元,A,2019-03-31,\n"
            + "乙县,GDP,2018,YTD,LEVEL,6000,百万元,A,2019-03-31,\n"
            + "丙县,GDP,2018,YTD,LEVEL,3950,百万元,A,2019-03-31,\n"
            + "甲县,GDP,2019,YTD,LEVEL,9045,百万元,B,2020-03-31,\n"
            + "乙县,GDP,2019,YTD,LEVEL,6300,百万元,B,2020-03-31,\n"
            + "丙县,GDP,2019,YTD,LEVEL,4655,百万元,B,2020-03-31,\n");

    night.run("2024-07-25T18:00:00Z");

    // 100.5 of 200 亿元, then 90.45 of 200.
    assertThat(share(night, "2018")).isEqualTo("50.250 sum_of_areas null");
    assertThat(share(night, "2019")).isEqualTo("45.225 sum_of_areas break_in_series");
    assertThat(growth(night, "T01", "2019")).isEqualTo("90.45 -10.00 break_in_series");
  }

  private void realPanel() throws IOException {
    Night night = new Night(Packs.XIANGXI, folder.resolve("real"));
    TreeMap<String, StringBuilder> files = new TreeMap<>();
    for (String line : Files.readAllLines(REAL_PANEL).stream().skip(1).toList()) {
      String[] cell = line.split(",");
      String year = cell[2];
      files
          .computeIfAbsent(year, y -> new StringBuilder(Night.HEADER))
          .append(
              "%s,GDP,%s,YTD,LEVEL,%s,百万元,%s,%d-03-31,\n"
                  .formatted(
                      cell[1],
                      year,
                      cell[3],
                      year.equals("2019") ? "B" : "A",
                      Integer.parseInt(year) + 1));
    }
    for (var file : files.entrySet()) {
      night.arrives("gdp-%s.csv".formatted(file.getKey()), file.getValue().toString());
    }

    NightlyReport report = night.run("2024-07-25T18:00:00Z");

    assertThat(report.quarantined()).as("refused cells: %s", report.files()).isZero();
    assertThat(share(night, "2012")).isEqualTo("24.230 sum_of_areas null");
    assertThat(share(night, "2021")).isEqualTo("27.804 sum_of_areas null");
    assertThat(
            night.figure(
                "SELECT count(*) FROM statistics.growth WHERE time_period = '2019'"
                    + " AND yoy_computed_pct IS NOT NULL AND flag = 'break_in_series'"))
        .as("counties whose growth over the census is computed and flagged")
        .isEqualTo("8");
    assertThat(night.figure("SELECT count(*) FROM statistics.growth WHERE flag IS NOT NULL"))
        .as("flagged rows of all years")
        .isEqualTo("8");
  }

  private static String share(Night night, String year) {
    return night.figure(
        "SELECT concat_ws(' ', CAST(share_pct AS DECIMAL(9,3)), denominator,"
            + " coalesce(flag, 'null')) FROM statistics.capital_share"
            + " WHERE indicator = 'gdp' AND time_period = '%s'".formatted(year));
  }

  private static String growth(Night night, String area, String year) {
    return night.figure(
        "SELECT concat_ws(' ', CAST(level AS DECIMAL(9,2)), CAST(yoy_computed_pct AS DECIMAL(9,2)),"
            + " flag) FROM statistics.growth WHERE ref_area = '%s' AND time_period = '%s'"
                .formatted(area, year));
  }
}
