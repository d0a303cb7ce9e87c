package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.diaodu.document.FigureKey;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.release.FigureTrace;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A paper prints its own figures of retail sales. The first night judges by the unit that reports
 * them; before the second the pack chooses the paper.
 */
@Slow
class TwoSourcesNightTest {
  private static final String GROWTH =
      "SELECT level, level_year_ago, yoy_pct FROM statistics.growth WHERE indicator = 'retail_sales'"
          + " AND ref_area = 'T01' AND time_period = '2024-06' AND accumulation = 'YTD'";

  @TempDir private static Path folder;

  private static PackCopy pack;
  private static Night ofReporter;
  private static Night ofPaper;

  @BeforeAll
  static void twoNights() throws IOException {
    pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    ofReporter = new Night(pack.folder(), folder.resolve("reporter"));
    ofReporter.arrives(
        "office.csv",
        """
        ref_area,indicator,time_period,obs_value,release_date
        T01,retail_sales,2023-06,330,2023-07-18
        T01,retail_sales,2024-06,365.2,2024-07-18
        T01,gdp,2024-Q2,100,2024-07-20
        """);
    ofReporter.arrives(
        "paper.csv",
        """
        ref_area,indicator,time_period,obs_value,release_date,source
        T01,retail_sales,2023-06,1200,2023-07-20,某日报
        T01,retail_sales,2024-06,1245.2,2024-07-20,某日报
        """);
    ofReporter.arrives(
        "province.csv",
        """
        ref_area,indicator,time_period,measure,obs_value,release_date,source
        T01,fixed_asset_investment,2024-06,YOY,11.3,2024-07-18,
        T01,fixed_asset_investment,2024-06,YOY,7.2,2024-07-18,省厅
        """);
    ofReporter.run("2024-07-25T18:00:00Z");
    ofPaper = ofReporter.copiedTo(folder.resolve("paper"));
    // The same folder with another choice: by name of column, so that no other row is touched.
    pack.edit("indicators.csv", "plausible_max,aliases", "plausible_max,judged_source,aliases")
        .edit("indicators.csv", ",0.1,2000,", ",0.1,2000,,")
        .edit("indicators.csv", ",0.01,1000,", ",0.01,2000,某日报,")
        .edit("indicators.csv", ",-90,200,", ",-90,200,,")
        .edit("indicators.csv", ",100,1000000,", ",100,1000000,,")
        .edit("indicators.csv", ",5,100,", ",5,100,,")
        .edit("indicators.csv", ",1,500,", ",1,500,,")
        .edit("indicators.csv", ",0,1000,", ",0,1000,,");
    ofPaper.run("2024-07-26T18:00:00Z");
  }

  @Test
  void growthIsThatOfTheReporterAndMixedWithNothing() {
    assertThat(rows(ofReporter, GROWTH)).containsExactly("365.2 330 10.666667");
    assertThat(rows(ofReporter, "SELECT * FROM statistics.revisions WHERE vintage > 1")).isEmpty();
  }

  @Test
  void twoAuthoritiesMayPublishTwoGrowthRatesInOneFileAndOneRelease() {
    assertThat(
            rows(
                ofReporter,
                "SELECT yoy_pct FROM statistics.growth WHERE indicator = 'fixed_asset_investment'"))
        .containsExactly("11.3");
    assertThat(
            rows(
                ofReporter,
                "SELECT source, obs_value FROM statistics.observations"
                    + " WHERE indicator = 'fixed_asset_investment' ORDER BY source NULLS FIRST"))
        .containsExactly("- 11.3", "省厅 7.2");
  }

  @Test
  void thePackMayJudgeByTheOtherOne() {
    assertThat(rows(ofPaper, GROWTH)).containsExactly("1245.2 1200 3.766667");
    assertThat(rows(ofPaper, "SELECT * FROM statistics.revisions WHERE vintage > 1")).isEmpty();
  }

  @Test
  void bothStandSideBySide() {
    String all =
        "SELECT `时期`, `来源`, `采用`, `数`, `与采用数之差` FROM reporting.figures_by_source"
            + " WHERE `项目` = '总量' ORDER BY `时期`, `采用` NULLS LAST";
    assertThat(rows(ofReporter, all))
        .containsExactly(
            "2023-06 报送单位 是 330 -",
            "2023-06 某日报 - 1200 870",
            "2024-06 报送单位 是 365.2 -",
            "2024-06 某日报 - 1245.2 880");
    assertThat(rows(ofPaper, all)).contains("2024-06 某日报 是 1245.2 -", "2024-06 报送单位 - 365.2 -880");
  }

  @Test
  void aTraceHasTheOthersApart() {
    FigureTrace trace =
        FigureTrace.of(
                ofPaper.published().orElseThrow(),
                pack.read(),
                FigureKey.of("growth/retail_sales/T01/M/YTD/2024-06/level"),
                Instant.parse("2024-07-27T00:00:00Z"),
                true)
            .orElseThrow();

    assertThat(trace.value()).startsWith("1245.2");
    assertThat(trace.sources())
        .as("the figure and that of a year ago")
        .hasSize(2)
        .allSatisfy(source -> assertThat(source.file()).isEqualTo("paper.csv"));
    assertThat(trace.vintages()).singleElement().asString().startsWith("某日报：总量 1245.2 ");
    assertThat(trace.otherSources()).singleElement().asString().startsWith("总量 365.2 ");
  }

  @Test
  void aJoinWithTheNamesDoublesNothingOnceThePackHasChanged() {
    String named =
        "SELECT g.time_period, a.name_zh, i.name_zh, g.level FROM statistics.growth g"
            + " JOIN reference.areas a USING (ref_area) JOIN reference.indicators i USING (indicator)"
            + " WHERE g.ref_area = 'T01' AND g.accumulation = 'YTD' AND g.indicator = 'gdp'"
            + " AND g.time_period = '2024-Q2'";

    assertThat(rows(ofReporter, named)).hasSize(1);
    assertThat(rows(ofPaper, named)).isEqualTo(rows(ofReporter, named));
  }

  private static List<String> rows(Night night, String sql) {
    return night.query(sql).stream().map(TwoSourcesNightTest::line).toList();
  }

  private static String line(Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Object cell = row.get(i);
      String text =
          cell instanceof BigDecimal decimal ? ExactDecimal.plain(decimal) : String.valueOf(cell);
      line.append(i == 0 ? "" : " ").append(cell == null ? "-" : text);
    }
    return line.toString();
  }
}
