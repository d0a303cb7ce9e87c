package org.diaodu.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two areas, two releases of one figure, a withdrawal, a growth, a note that looks like a formula.
 */
@Slow
class ExportTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 8, 25);
  private static final RegionPack PACK = Packs.threelands();

  @TempDir private static Path folder;
  private static Night night;

  @BeforeAll
  static void oneNight() throws IOException {
    night = new Night(Packs.THREELANDS, folder.resolve("first"));
    night.arrives(
        "a.csv",
        """
        ref_area,indicator,time_period,measure,obs_value,unit,obs_status,release_date,provenance,conf_status,note
        甲县,社零,2024-06,,55.20,亿元,,2024-07-18,,,
        甲县,社零,2024-06,,55.4,亿元,P,2024-08-18,,F,改过
        乙县,社零,2024-06,,123400,万元,,2024-07-18,simulated,,"=1+1,“引号”"
        甲县,社零,2024-06,YOY,6.30,%,,2024-07-18,,,
        甲县,社零,2024-06,LEVEL_CONSTANT,52.10,亿元,,2024-07-18,,,
        甲县,社零,2024-06,TWO_YEAR_AVERAGE,4.40,%,,2024-07-18,,,
        丙县,社零,2024-06,,9,亿元,,2024-07-18,,,
        丙县,社零,2024-06,,,亿元,M,2024-08-18,,,
        """);
    night.run("2024-08-25T18:00:00Z");
  }

  @Test
  void observationsGoOutAsSdmxAndComeBackWithoutLoss() throws IOException {
    Path file = export(Table.OBSERVATIONS, ExportFormat.sdmx_csv);
    Night second = new Night(Packs.THREELANDS, folder.resolve("second"));
    second.arrives("back.csv", Files.readAllBytes(file));

    second.run("2024-08-26T18:00:00Z");

    String figures =
        "SELECT indicator, ref_area, freq, time_period, accumulation, measure, obs_value,"
            + " obs_decimals, obs_status, conf_status, release_date, provenance, note"
            + " FROM statistics.observations";
    Dataset<Row> before = night.published().orElseThrow().query(figures).localCheckpoint();
    assertThat(before.count()).isEqualTo(8);
    SharedSpark.assertSameRows(before, second.published().orElseThrow().query(figures));
  }

  @Test
  void everyRowOfSdmxSaysItsStructureItsActionAndItsUnit() throws IOException {
    List<String> lines = Files.readAllLines(export(Table.OBSERVATIONS, ExportFormat.sdmx_csv));

    assertThat(lines.get(0))
        .startsWith("STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,FREQ,ACCUMULATION,MEASURE")
        .contains(",TIME_PERIOD,OBS_VALUE,")
        .endsWith(",UNIT_MEASURE");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.startsWith("dataflow,DIAODU:OBSERVATIONS(1.0),I,retail_sales,"))
        .anyMatch(line -> line.contains(",T01,M,YTD,LEVEL,2024-07-18,2024-06,55.20,"))
        .anyMatch(line -> line.contains(",LEVEL_CONSTANT,") && line.endsWith(",CNY_E8"))
        .anyMatch(line -> line.contains(",TWO_YEAR_AVERAGE,") && line.endsWith(",PT"))
        .anyMatch(
            line -> line.contains(",YOY,") && line.contains(",6.30,") && line.endsWith(",PT"));
  }

  @Test
  void theStructureHasTheCodesThatStandInTheFile() throws IOException {
    export(Table.OBSERVATIONS, ExportFormat.sdmx_csv);
    JsonNode data =
        new ObjectMapper()
            .readTree(folder.resolve("out/statistics.observations.structure.json").toFile())
            .get("data");

    assertThat(ids(data.get("codelists")))
        .contains(
            "CL_REF_AREA",
            "CL_INDICATOR",
            "CL_FREQ",
            "CL_ACCUMULATION",
            "CL_MEASURE",
            "CL_OBS_STATUS",
            "CL_UNIT_MEASURE");
    assertThat(ids(data.get("codelists").get(0).get("codes"))).contains("T00", "T01", "T09");
    assertThat(ids(data.get("codelists").get(4).get("codes")))
        .containsExactly("LEVEL", "LEVEL_CONSTANT", "YOY", "TWO_YEAR_AVERAGE");
    JsonNode components = data.get("dataStructures").get(0).get("dataStructureComponents");
    assertThat(ids(components.get("dimensionList").get("dimensions")))
        .containsExactly(
            "INDICATOR", "REF_AREA", "FREQ", "ACCUMULATION", "MEASURE", "RELEASE_DATE");
    assertThat(ids(components.get("measureList").get("measures"))).containsExactly("OBS_VALUE");
  }

  @Test
  void growthIsADatasetWithItsDecimalsAsMeasures() throws IOException {
    List<String> lines = Files.readAllLines(export(Table.GROWTH, ExportFormat.sdmx_csv));

    assertThat(lines.get(0)).contains(",TIME_PERIOD,", ",YOY_PCT,", ",NOT_COMPUTED_BECAUSE");
    assertThat(lines.get(1)).startsWith("dataflow,DIAODU:GROWTH(1.0),I,");
  }

  @Test
  void aTableWithoutPeriodsIsNoSdmxDataset() {
    assertThatThrownBy(() -> export(Table.AREAS, ExportFormat.sdmx_csv))
        .hasMessageContaining("reference.areas没有时期");
  }

  @Test
  void aWorkbookHasNumbersTextsAndNotesAndNoFormula() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(export(Table.OBSERVATIONS, ExportFormat.xlsx).toString())) {
      book.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
      List<Cell> values =
          StreamSupport.stream(book.getSheet("observations").spliterator(), false)
              .skip(1)
              .map(row -> row.getCell(6))
              .toList();
      assertThat(values.get(0).getNumericCellValue()).isEqualTo(55.2);
      assertThat(values.get(0).getCellStyle().getDataFormatString()).isEqualTo("0.0");
      assertThat(book.getSheet("说明").getRow(0).getCell(0).getStringCellValue()).startsWith("含模拟数据");
    }
  }

  @Test
  void csvOpensInExcelAndCarriesNoFormula() throws IOException {
    byte[] utf8 = Files.readAllBytes(export(Table.OBSERVATIONS, ExportFormat.csv));

    assertThat(utf8).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(utf8, StandardCharsets.UTF_8)).contains("\"'=1+1,“引号”\"");
  }

  @Test
  void csvCanBeWrittenForProgramsThatReadGb18030() throws IOException {
    Charset gb18030 = Charset.forName("GB18030");
    Path out = folder.resolve("gb");

    new Export(PACK, out, ExportFormat.csv, gb18030).write(rows(Table.AREAS), notes(Table.AREAS));

    assertThat(Files.readString(out.resolve("reference.areas.csv"), gb18030))
        .startsWith("ref_area,")
        .contains("T01,甲县");
  }

  @Test
  void parquetIsOneFileWithTheTypesOfTheTable() throws IOException {
    Path file = export(Table.OBSERVATIONS, ExportFormat.parquet);

    Dataset<Row> read = SharedSpark.session().read().parquet(file.toString());

    assertThat(read.schema().apply("obs_value").dataType().sql()).isEqualTo("DECIMAL(18,6)");
    assertThat(read.toJSON().collectAsList())
        .containsExactlyInAnyOrderElementsOf(rows(Table.OBSERVATIONS).toJSON().collectAsList());
  }

  @Test
  void anEmbargoedExportSaysSoInItsName() throws IOException {
    ExportNotes secret =
        new ExportNotes(ContractReader.read(Table.AREAS), PACK.nameZh(), AS_OF, 1, "", false, true);

    List<Export.Written> written =
        new Export(PACK, folder.resolve("out"), ExportFormat.csv, StandardCharsets.UTF_8)
            .write(rows(Table.AREAS), secret);

    assertThat(written.get(0).file()).hasFileName("reference.areas-embargoed.csv");
  }

  @Test
  void aNightLeavesAFolderOfFreshFilesAndAPageThatSaysWhatTheyAre() throws IOException {
    Path fresh = folder.resolve("fresh");
    Files.createDirectories(fresh);
    Files.writeString(fresh.resolve("statistics.growth.xlsx"), "last night's");
    Files.writeString(fresh.resolve("my own.txt"), "stays");

    List<String> names = new NightlyExport(PACK, AS_OF, 7).write(fresh, ExportTest::rows);

    assertThat(names)
        .contains(
            "statistics.growth.parquet",
            "statistics.growth.xlsx",
            "statistics.growth.sdmx.csv",
            "statistics.growth.structure.json",
            "reference.areas.parquet")
        .doesNotContain("reference.areas.sdmx.csv", "landing.source_files.parquet")
        .endsWith(NightlyExport.GUIDE);
    assertThat(fresh.toFile().list()).hasSize(names.size() + 1).contains("my own.txt");
    try (XSSFWorkbook book = new XSSFWorkbook(fresh.resolve("statistics.growth.xlsx").toString())) {
      assertThat(book.getSheet("growth").getLastRowNum()).isPositive();
    }
    assertThat(fresh.resolve(NightlyExport.GUIDE))
        .content()
        .contains("发布清单7", "statistics.observations", "先只留release_date最晚")
        .contains("reference.areas", "先只留一个pack_id");
  }

  private static Path export(Table table, ExportFormat format) {
    return new Export(PACK, folder.resolve("out"), format, StandardCharsets.UTF_8)
        .write(rows(table), notes(table))
        .get(0)
        .file();
  }

  private static Dataset<Row> rows(Table table) {
    return night.published().orElseThrow().read(table);
  }

  private static ExportNotes notes(Table table) {
    return new ExportNotes(ContractReader.read(table), PACK.nameZh(), AS_OF, 1, "", true, false);
  }

  private static List<String> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(node -> node.get("id").asText())
        .toList();
  }
}
