package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Yearbook tables of eleven cities, through a night: shares, and sectors that have to add up. A
 * table of invented figures is always read; the real ones, which may not be copied here, where they
 * lie beside the project.
 */
@Slow
class YearbookNightTest {
  private static final Path REAL_TABLES = Path.of("../shared/data/panels/zhejiang");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> tables() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("eleven cities, invented", this::inventedTable));
    if (Files.isDirectory(REAL_TABLES)) {
      tests.add(dynamicTest("eleven cities, 2012 to 2022", this::realTables));
    }
    return tests;
  }

  private void inventedTable() throws IOException {
    Night night = new Night(Packs.folder("zhejiang"), folder.resolve("invented"));
    StringBuilder table =
        new StringBuilder("17-2 各市国民经济主要指标(2022年)\n城市,生产总值(亿元),,,\n,,第一产业,第二产业,第三产业\n");
    for (String city : "杭州市 宁波市 嘉兴市 湖州市 绍兴市 舟山市 温州市 金华市 衢州市 台州市 丽水市".split(" ")) {
      String gdp = city.equals("杭州市") ? "200" : "80";
      table.append("%s,%s,10,30,%s\n".formatted(city, gdp, city.equals("杭州市") ? "160" : "40"));
    }
    night.arrives("t.csv", table.toString().replace("舟山市,80,10", "舟山市,80,11"));

    night.run("2024-07-25T18:00:00Z");

    assertThat(share(night, "2022")).isEqualTo("20.00 sum_of_areas");
    assertThat(sectorsThatDoNotAddUp(night)).containsExactly("[CSV!B9]");
  }

  private void realTables() throws IOException {
    Night night = new Night(Packs.folder("zhejiang"), folder.resolve("real"));
    try (Stream<Path> files = Files.list(REAL_TABLES)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.xlsx?")).toList()) {
        night.arrives(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }

    night.run("2024-07-25T18:00:00Z");

    assertThat(share(night, "2012")).isEqualTo("22.55 sum_of_areas");
    assertThat(share(night, "2022")).isEqualTo("24.10 sum_of_areas");
    assertThat(
            night.figure(
                "SELECT count(*) FROM statistics.observations WHERE indicator = 'gdp'"
                    + " AND measure = 'LEVEL'"))
        .isEqualTo("121");
    assertThat(sectorsThatDoNotAddUp(night)).hasSize(2);
  }

  private static String share(Night night, String year) {
    return night.figure(
        "SELECT concat_ws(' ', CAST(share_pct AS DECIMAL(9,2)), denominator)"
            + " FROM statistics.capital_share WHERE indicator = 'gdp' AND time_period = '%s'"
                .formatted(year));
  }

  private static List<String> sectorsThatDoNotAddUp(Night night) {
    return night
        .query("SELECT source_cell FROM landing.quarantine WHERE rule_id = 'sectors_add_up'")
        .stream()
        .map(Object::toString)
        .toList();
  }
}
