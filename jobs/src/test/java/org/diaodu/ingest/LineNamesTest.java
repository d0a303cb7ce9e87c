package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.SuccessorPack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 丙县 (T03) ends with 2023, and 丙市 (T04) succeeds it. */
class LineNamesTest {
  private static final String COLUMNS = "ref_area,indicator,time_period,obs_value,release_date";

  @TempDir private Path folder;

  private PackCopy pack;

  @BeforeEach
  void theCountyThatBecameACity() throws IOException {
    pack = SuccessorPack.of(folder);
  }

  @Test
  void aFigureOfAnAreaAfterItsEndIsRefusedAndTheSuccessorNamed() {
    Cell cell = read("丙县,retail_sales,2024-06,12.5,2024-07-18");

    assertThat(cell.outcome()).isEqualTo("quarantined");
    assertThat(cell.faults()).extracting(Fault::ruleId).containsExactly("area_not_valid");
    assertThat(cell.faults().get(0).message())
        .isEqualTo("第2行第4列：“丙县”到2023-12-31为止，之后由丙市接续，没有2024-06的数据。请核对名称和时期");
  }

  @Test
  void aFigureOfAnAreaBeforeItsBeginningIsRefused() {
    Cell cell = read("丙市,retail_sales,2023-12,12.5,2024-01-18");

    assertThat(cell.faults())
        .extracting(Fault::message)
        .containsExactly("第2行第4列：“丙市”从2024-01-01才开始，没有2023-12的数据。请核对名称和时期");
  }

  @Test
  void theLastDayOfThePeriodDecides() {
    assertThat(read("丙县,gdp,2023,100,2024-03-18").outcome()).isEqualTo("accepted");
    assertThat(read("丙市,gdp,2024,100,2025-03-18").outcome()).isEqualTo("accepted");
  }

  @Test
  void aNameThatWentFromOneToTheNextIsThatOfThePeriod() throws IOException {
    pack.edit(
        "areas.csv",
        "T04,丙市,Bing City,T00,county,false,true,,",
        "T04,丙市,Bing City,T00,county,false,true,丙,");

    assertThat(read("丙,retail_sales,2023-12,12.5,2024-01-18").figure().refArea()).isEqualTo("T03");
    assertThat(read("丙,retail_sales,2024-01,12.5,2024-02-18").figure().refArea()).isEqualTo("T04");
  }

  @Test
  void anIndicatorThatIsNoLongerCollectedIsRefused() throws IOException {
    pack.edit("indicators.csv", "plausible_max,aliases\n", "plausible_max,aliases,valid_to\n")
        .edit("indicators.csv", "消零\n", "消零,2023-12-31\n");
    everyOtherLineEndsWithAnEmptyCell("indicators.csv", "retail_sales");

    assertThat(read("甲县,社零,2023-12,12.5,2024-01-18").outcome()).isEqualTo("accepted");
    assertThat(read("甲县,社零,2024-01,12.5,2024-02-18").faults())
        .extracting(Fault::ruleId)
        .containsExactly("indicator_not_valid");
  }

  @Test
  void aReportOfProgressIsHeldToTheSame() {
    String columns = "item,ref_area,time_period,percent,status,reporter,release_date";

    assertThat(read(columns, "X-4,丙县,2024-06,50,on_schedule,t_office,2024-07-10").faults())
        .extracting(Fault::ruleId)
        .containsExactly("area_not_valid");
  }

  private void everyOtherLineEndsWithAnEmptyCell(String file, String code) throws IOException {
    Path path = pack.folder().resolve(file);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      lines.add(line.startsWith("indicator,") || line.startsWith(code) ? line : line + ",");
    }
    Files.write(path, lines);
  }

  private Cell read(String line) {
    return read(COLUMNS, line);
  }

  private Cell read(String columns, String line) {
    RegionPack region = pack.read();
    TidyCsvHeader header = TidyCsvHeader.read(columns, 1, new ArrayList<>());
    return new TidyCsvLine(region, LocalDate.of(2026, 1, 1))
        .read(line.getBytes(StandardCharsets.UTF_8), 2, header);
  }
}
