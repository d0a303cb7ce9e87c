package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Books;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateDraftTest {
  private static final RegionPack PACK = Packs.threelands();

  @TempDir private Path folder;

  @Test
  void aDraftReadsWhatItUnderstandsAndAsksForTheRest() throws IOException {
    Path file =
        file(
            """
            2024年1-6月社会消费品零售总额(亿元)
            地区,本月,增长%,1-6月,比去年同期增长(%),位次,特别栏
            甲县,10,1.5,55.20,10.4,1,7
            北片,8,1,2,3,4,5
            """);

    String draft = TemplateDraft.of(Books.read(file), PACK).orElseThrow();

    assertThat(draft)
        .contains("title: 社会消费品零售总额", "table: {indicator: retail_sales}", "areas: true")
        .contains("rank: [位次]", "# ? - {header: 特别栏}", "#   subtotal: [北片]");
    assertThat(figures(file, draft)).contains("D3 retail_sales 2024-06 YTD LEVEL 55.20");
  }

  @Test
  void aNameThatOnlyContainsAKnownOneIsLeftToAPerson() throws IOException {
    Path file = file("2024年6月主要指标\n指标名称,累计\n限额以上社会消费品零售总额,5\n");

    assertThat(TemplateDraft.of(Books.read(file), PACK).orElseThrow())
        .contains("# ? - {header: 限额以上社会消费品零售总额, indicator: retail_sales}");
  }

  @Test
  void aFlatHeaderIsToldApartByTheOneOnItsLeft() throws IOException {
    Path file = file("2024年1-6月社会消费品零售总额(亿元)\n地区,本月,增长%,1-6月,增长%\n甲县,10,1.5,55.20,10.4\n");
    String template =
        """
        title: 社会消费品零售总额
        table: {indicator: retail_sales}
        rows: {label: [地区], areas: true}
        columns:
          read:
            - {header: 本月, accumulation: PER}
            - {header: 本月+增长, accumulation: PER, measure: YOY}
            - {header: 累计, accumulation: YTD}
            - {header: 累计+增长, accumulation: YTD, measure: YOY}
        """;

    assertThat(figures(file, template))
        .containsExactly(
            "B3 retail_sales 2024-06 PER LEVEL 10",
            "C3 retail_sales 2024-06 PER YOY 1.5",
            "D3 retail_sales 2024-06 YTD LEVEL 55.20",
            "E3 retail_sales 2024-06 YTD YOY 10.4");
  }

  @Test
  void constantPricesAndTwoYearAveragesAreToldApartFromLevelsAndGrowth() throws IOException {
    Path file =
        file(
            """
            2024年1-6月地区生产总值(亿元)
            地区,总量,不变价总量,可比价增长%,两年平均增长%
            甲县,55.20,48.10,10.4,7.7
            """);

    String draft = TemplateDraft.of(Books.read(file), PACK).orElseThrow();

    assertThat(figures(file, draft))
        .containsExactly(
            "B3 gdp 2024-Q2 YTD LEVEL 55.20",
            "C3 gdp 2024-Q2 YTD LEVEL_CONSTANT 48.10",
            "D3 gdp 2024-Q2 YTD YOY 10.4",
            "E3 gdp 2024-Q2 YTD TWO_YEAR_AVERAGE 7.7");
  }

  @Test
  void aFileWithoutATableHasNoDraft() throws IOException {
    assertThat(TemplateDraft.of(Books.read(file("会议通知\n")), PACK)).isEmpty();
  }

  private Path file(String csv) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), csv);
  }

  private static List<String> figures(Path file, String template) {
    List<String> figures = new ArrayList<>();
    Templates.of(PACK, Map.of("draft.yaml", template))
        .plan(Books.read(file))
        .cells(LocalDate.of(2024, 7, 20))
        .forEachRemaining(
            c -> {
              if (c.isRead()) {
                figures.add(
                    String.join(
                        " ",
                        c.cell().address(),
                        c.fields().get("indicator"),
                        c.fields().get("time_period"),
                        c.fields().get("accumulation"),
                        c.fields().get("measure"),
                        c.fields().get("obs_value")));
              }
            });
    return figures;
  }
}
