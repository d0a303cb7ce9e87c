package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.cli.DocumentedCommand;
import org.diaodu.docs.Documents;
import org.diaodu.testing.Night;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest pack that comes with the program, and two files: lights and a bulletin. */
@Slow
class FirstBulletinTest {
  @TempDir private static Path folder;

  private static Night night;

  @BeforeAll
  static void twoFiles() throws IOException {
    night = new Night(Path.of("conf/regions/zhangjiajie"), folder);
    night.arrives(
        "retail.csv",
        """
        ref_area,indicator,time_period,obs_value,unit,release_date
        张家界市,社会消费品零售总额,2024-06,101,亿元,2024-07-20
        永定区,社会消费品零售总额,2024-06,50,亿元,2024-07-20
        张家界市,社会消费品零售总额,2023-06,100,亿元,2023-07-20
        永定区,社会消费品零售总额,2023-06,49,亿元,2023-07-20
        """);
    night.arrives(
        "investment.csv",
        """
        ref_area,indicator,time_period,measure,obs_value,unit,release_date
        张家界市,固定资产投资,2024-06,YOY,3.1,%,2024-07-20
        张家界市,固定资产投资,2023-06,YOY,2.2,%,2023-07-20
        """);
    night.run("2024-08-01T18:00:00Z");
  }

  @Test
  void theTargetsThatCanBeJudgedHaveALight() {
    assertThat(
            night.query(
                "SELECT target_id, light FROM statistics.attainment"
                    + " WHERE time_period = '2024-06' AND light <> 'no_data' ORDER BY 1"))
        .extracting(Object::toString)
        .containsExactly("[T-3,green]", "[T-4,green]");
  }

  @Test
  void aBulletinIsWritten() throws IOException {
    assertThat(Files.readString(night.out().resolve("zhangjiajie-2024-06-bulletin.html")))
        .contains("张家界市", "社会消费品零售总额", "固定资产投资");
  }

  @Test
  void nothingIsAddedUpThatThePackDoesNotCallAdditive() {
    assertThat(night.figure("SELECT count(*) FROM statistics.capital_share")).isEqualTo("0");
  }

  @Test
  void everyQueryOfTheDocumentationIsAnswered() {
    List<String> queries =
        Documents.blocks().stream()
            .flatMap(
                block ->
                    block.language().equals("sql") && !block.text().contains("read_parquet")
                        ? Stream.of(block.text().strip().replaceFirst(";$", ""))
                        : block.commands().stream()
                            .flatMap(c -> DocumentedCommand.of(c).query().stream()))
            .distinct()
            .toList();

    assertThat(queries).hasSizeGreaterThan(15);
    assertThat(queries)
        .allSatisfy(
            query ->
                assertThatCode(() -> night.published().orElseThrow().query(query).collectAsList())
                    .as(query)
                    .doesNotThrowAnyException());
  }

  @Test
  void theFirstHourGoesAsThePageSays() throws IOException {
    Path hour = folder.resolve("hour");
    List<Documents.Block> page =
        Documents.blocks().stream()
            .filter(block -> block.page().endsWith("zh/first-hour.md"))
            .toList();
    assertThat(DocumentedCommand.of(page.get(0).commands().get(0)).failure(hour)).isEmpty();
    Night first = new Night(hour.resolve("firsthour"), hour.resolve("night"));
    page.stream()
        .filter(block -> block.language().equals("csv"))
        .forEach(block -> arrives(first, block));

    first.runAsOf("2025-08-01T18:00:00Z", "2025-08-01");

    assertThat(
            first.query(
                "SELECT target_id, light FROM statistics.attainment"
                    + " WHERE ref_area = '999900' AND is_newest ORDER BY 1"))
        .extracting(Object::toString)
        .containsExactly(
            "[T-1,green]", "[T-2,green]", "[T-3,yellow]", "[T-4,no_data]", "[T-5,green]");
    assertThat(first.out().resolve("firsthour-2025-06-bulletin.html")).exists();
  }

  private static void arrives(Night night, Documents.Block file) {
    try {
      night.arrives("%d.csv".formatted(file.line()), file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
