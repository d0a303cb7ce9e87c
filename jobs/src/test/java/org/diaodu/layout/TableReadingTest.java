package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.sheet.Books;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printed tables of three invented areas, read by the pack's templates. */
class TableReadingTest {
  private static final Templates TEMPLATES = Templates.of(Packs.threelands());
  private static final LocalDate RECEIVED = LocalDate.of(2024, 7, 20);

  @TempDir private Path folder;

  @Test
  void fourColumnsAreMonthAndYearToDateWithTheirGrowth() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年6月社会消费品零售总额,,,,
            ,,,,单位:亿元
            地区,本月,比去年同月增长(%),1-6月,比去年同期增长(%)
            全州,20.1,5.0,107.00,7.0
            甲 县,10.2,下降3.2%,55.20,10.4
            乙县,…,持平,986 1. 56,-
            """);

    assertThat(figures(cells))
        .containsExactly(
            "B4 全州 retail_sales 2024-06 PER LEVEL 20.1 亿元",
            "C4 全州 retail_sales 2024-06 PER YOY 5.0 %",
            "D4 全州 retail_sales 2024-06 YTD LEVEL 107.00 亿元",
            "E4 全州 retail_sales 2024-06 YTD YOY 7.0 %",
            "B5 甲县 retail_sales 2024-06 PER LEVEL 10.2 亿元",
            "C5 甲县 retail_sales 2024-06 PER YOY -3.2 %",
            "D5 甲县 retail_sales 2024-06 YTD LEVEL 55.20 亿元",
            "E5 甲县 retail_sales 2024-06 YTD YOY 10.4 %",
            "C6 乙县 retail_sales 2024-06 PER YOY 0 %",
            "D6 乙县 retail_sales 2024-06 YTD LEVEL 9861.56 亿元");
    assertThat(ignored(cells)).containsExactly("B6 no_figure", "E6 no_figure");
  }

  @Test
  void aGroupOverSubheadersIsPartOfTheirName() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年1-6月社会消费品零售总额(万元)
            县市,本月,,1-6月,,
            ,总量,增长%,总量,增长%,位次
            甲县,102000,5.0,552000,10.4,1
            """);

    assertThat(figures(cells))
        .containsExactly(
            "B4 甲县 retail_sales 2024-06 PER LEVEL 102000 万元",
            "C4 甲县 retail_sales 2024-06 PER YOY 5.0 %",
            "D4 甲县 retail_sales 2024-06 YTD LEVEL 552000 万元",
            "E4 甲县 retail_sales 2024-06 YTD YOY 10.4 %");
    assertThat(ignored(cells)).containsExactly("F4 rank");
  }

  @Test
  void growthBehindAmountsOfAnotherMonthIsOfNobodyKnowsWhich() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年6月社会消费品零售总额(亿元)
            地区,5月累计,比去年同期增长(%)
            甲县,55.20,10.4
            """);

    assertThat(figures(cells)).containsExactly("B3 甲县 retail_sales 2024-05 YTD LEVEL 55.20 亿元");
    assertThat(cells.get(1).doubts())
        .extracting(ReadCell.Doubt::ruleId)
        .containsExactly("unclear_period");
  }

  @Test
  void subtotalsPartsAndNumberingAreKeptApartFromAreas() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年6月社会消费品零售总额(亿元)
            地区,累计
            甲,1
            北片,80
            甲县,55.20
            其中:丁园区,12
            """);

    assertThat(figures(cells)).containsExactly("B5 甲县 retail_sales 2024-06 YTD LEVEL 55.20 亿元");
    assertThat(ignored(cells)).containsExactly("B3 column_number", "B4 subtotal", "B6 of_which");
  }

  @Test
  void indicatorsInRowsTakeTheAreaFromTheTitle() throws IOException {
    List<ReadCell> cells =
        read(
            """
            乙县2024年上半年主要经济指标
            指标名称,计量单位,1-6月,增长(%)
            一、地区生产总值(亿元),亿元,31.5,5.0
            二、社会消费品零售总额(万元),万元,120000,6.1
            其中:限额以上(万元),万元,20000,2.2
            三、固定资产投资,%,—,8.1
            四、经营主体(户),户,1200,4.0
            """);

    assertThat(figures(cells))
        .containsExactly(
            "C3 T02 gdp 2024-Q2 YTD LEVEL 31.5 亿元",
            "D3 T02 gdp 2024-Q2 YTD YOY 5.0 %",
            "C4 T02 retail_sales 2024-06 YTD LEVEL 120000 万元",
            "D4 T02 retail_sales 2024-06 YTD YOY 6.1 %",
            "D6 T02 fixed_asset_investment 2024-06 YTD YOY 8.1 %",
            "C7 T02 business_entities 2024-06 EOP LEVEL 1200 户",
            "D7 T02 business_entities 2024-06 EOP YOY 4.0 %");
    assertThat(ignored(cells)).contains("C5 of_which", "D5 of_which", "C6 no_figure");
  }

  @Test
  void aColumnOfUnitsSaysTheUnitOfEachRow() throws IOException {
    assertThat(
            figures(
                read(
                    """
                    乙县2024年上半年主要经济指标
                    指标名称,计量单位,1-6月,增长(%)
                    地区生产总值,亿元,31.5,5.0
                    社会消费品零售总额,万元,120000,6.1
                    """)))
        .containsExactly(
            "C3 T02 gdp 2024-Q2 YTD LEVEL 31.5 亿元",
            "D3 T02 gdp 2024-Q2 YTD YOY 5.0 %",
            "C4 T02 retail_sales 2024-06 YTD LEVEL 120000 万元",
            "D4 T02 retail_sales 2024-06 YTD YOY 6.1 %");
  }

  /** The unit of an amount is refused for a growth when the figure is taken. */
  @Test
  void theUnitOfARowIsThatOfItsAmountAndOfAGrowthThatIsNotCalledOne() throws IOException {
    assertThat(
            figures(
                read(
                    """
                    乙县2024年上半年主要经济指标
                    指标名称,计量单位,累计,增长
                    社会消费品零售总额(万元),,120000,6.1
                    固定资产投资,亿元,56,8.1
                    """)))
        .containsExactly(
            "C3 T02 retail_sales 2024-06 YTD LEVEL 120000 万元",
            "D3 T02 retail_sales 2024-06 YTD YOY 6.1 %",
            "C4 T02 fixed_asset_investment 2024-06 YTD YOY 56 亿元",
            "D4 T02 fixed_asset_investment 2024-06 YTD YOY 8.1 %");
  }

  @Test
  void areasMayStandInColumns() throws IOException {
    String template =
        """
        title: 各县对比
        rows:
          label: [指标]
          read:
            - {header: 地区生产总值, indicator: gdp}
            - {header: 社会消费品零售总额, indicator: retail_sales}
        columns: {areas: true}
        """;
    Path file =
        Files.writeString(
            folder.resolve("columns.csv"),
            "2024年1-6月各县对比\n指标,甲县,乙 县\n地区生产总值(亿元),31.5,20\n社会消费品零售总额(万元),120000,90000\n");
    List<ReadCell> cells = new ArrayList<>();
    Templates.of(Packs.threelands(), Map.of("a.yaml", template))
        .plan(Books.read(file))
        .cells(RECEIVED)
        .forEachRemaining(cells::add);

    assertThat(figures(cells))
        .containsExactly(
            "B3 甲县 gdp 2024-Q2 YTD LEVEL 31.5 亿元",
            "C3 乙县 gdp 2024-Q2 YTD LEVEL 20 亿元",
            "B4 甲县 retail_sales 2024-06 YTD LEVEL 120000 万元",
            "C4 乙县 retail_sales 2024-06 YTD LEVEL 90000 万元");
  }

  @Test
  void yearsMayStandInColumns() throws IOException {
    List<ReadCell> cells =
        read(
            """
            甲县2024年主要经济指标
            指标,2022年1-6月,2023年1-6月
            社会消费品零售总额(亿元),50,55
            """);

    assertThat(figures(cells))
        .containsExactly(
            "B3 T01 retail_sales 2022-06 YTD LEVEL 50 亿元",
            "C3 T01 retail_sales 2023-06 YTD LEVEL 55 亿元");
  }

  @Test
  void twoTemplatesThatFitEquallyAreAnError() throws IOException {
    String template =
        """
        title: 零售
        table: {indicator: retail_sales}
        rows: {label: [地区], areas: true}
        columns: {read: [{header: 累计, accumulation: YTD}]}
        """;
    Path file = Files.writeString(folder.resolve("a.csv"), "2024年6月零售(亿元)\n地区,累计\n甲县,5\n乙县,6\n");
    List<ReadCell> cells = new ArrayList<>();
    Templates.of(Packs.threelands(), Map.of("a.yaml", template, "b.yaml", template))
        .plan(Books.read(file))
        .cells(RECEIVED)
        .forEachRemaining(cells::add);

    assertThat(figures(cells)).isEmpty();
    assertThat(cells.get(0).doubts())
        .singleElement()
        .satisfies(d -> assertThat(d.ruleId()).isEqualTo("ambiguous_template"));
  }

  @Test
  void anIndexIsAGrowth() throws IOException {
    assertThat(
            figures(
                read(
                    """
                    甲县2024年上半年主要经济指标
                    指标,指数(上年同期=100)
                    地区生产总值,107.4
                    """)))
        .containsExactly("B3 T01 gdp 2024-Q2 YTD YOY 7.4 %");
  }

  @Test
  void twoTablesOnASheetEachHaveTheirOwnTitle() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年5月社会消费品零售总额(亿元)
            地区,累计
            甲县,45
            注:初步数

            2024年6月社会消费品零售总额(亿元)
            地区,累计
            甲县,55
            """);

    assertThat(figures(cells))
        .containsExactly(
            "B3 甲县 retail_sales 2024-05 YTD LEVEL 45 亿元",
            "B8 甲县 retail_sales 2024-06 YTD LEVEL 55 亿元");
    assertThat(cells.get(0).fields()).containsEntry("note", "注:初步数");
    assertThat(cells.get(1).fields()).containsEntry("note", "");
  }

  @Test
  void tablesSideBySideAreRead() throws IOException {
    assertThat(
            figures(
                read(
                    """
                    2024年6月社会消费品零售总额(亿元)
                    地区,累计,地区,累计
                    甲县,55,丙县,20
                    乙县,31,,
                    """)))
        .containsExactly(
            "B3 甲县 retail_sales 2024-06 YTD LEVEL 55 亿元",
            "B4 乙县 retail_sales 2024-06 YTD LEVEL 31 亿元",
            "D3 丙县 retail_sales 2024-06 YTD LEVEL 20 亿元");
  }

  @Test
  void aFootnoteIsLinkedToTheRowThatBearsItsMark() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年6月社会消费品零售总额(亿元)
            地区,累计
            甲县①,55
            乙县,31
            ① 含园区
            """);

    assertThat(cells.get(0).fields()).containsEntry("note", "① 含园区");
    assertThat(cells.get(1).fields()).containsEntry("note", "");
    assertThat(cells.get(0).fields()).containsEntry("ref_area", "甲县");
  }

  @Test
  void aHeaderThatTheTemplateDoesNotKnowIsRefusedAndNotGuessed() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年6月社会消费品零售总额(亿元)
            地区,累计,上年累计
            甲县,55,50
            """);

    assertThat(figures(cells)).hasSize(1);
    assertThat(refused(cells)).containsExactly("C3 unknown_column");
  }

  @Test
  void ofAnUnknownColumnIsToldOnceForAllItsCells() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年6月社会消费品零售总额(亿元)
            地区,累计,上年累计
            甲县,55,50
            乙县,31,28
            丙县,20,19
            """);

    assertThat(figures(cells)).hasSize(3);
    assertThat(cells.stream().filter(c -> !c.isRead()).map(ReadCell::address))
        .as("none of its cells is read")
        .containsExactly("CSV!C3", "CSV!C4", "CSV!C5");
    assertThat(cells.stream().flatMap(c -> c.doubts().stream()).map(ReadCell.Doubt::range))
        .containsExactly("C3:C5");
  }

  @Test
  void withoutAUnitAPeriodOrAMeaningOfTheMonthNothingIsRead() throws IOException {
    assertThat(refused(read("2024年6月社会消费品零售总额\n地区,累计\n甲县,55\n"))).containsExactly("B3 no_unit");
    assertThat(refused(read("社会消费品零售总额(亿元)\n地区,累计\n甲县,55\n"))).containsExactly("B3 no_period");
    assertThat(refused(read("甲县2024年6月主要经济指标\n指标,增长(%)\n社会消费品零售总额,5\n")))
        .as("growth of the month, or of the months so far?")
        .containsExactly("B3 unclear_accumulation");
    assertThat(refused(read("甲县2024年1-5月主要经济指标\n指标,增长(%)\n地区生产总值,5\n")))
        .as("quarterly")
        .containsExactly("B3 impossible_period");
  }

  @Test
  void aQuarterInATitleMayBeTheYearSoFarAndIsNotGuessed() throws IOException {
    assertThat(refused(read("甲县2024年三季度主要经济指标\n指标,增长(%)\n地区生产总值,5\n")))
        .containsExactly("B3 unclear_accumulation");
  }

  @Test
  void theDayOnWhichATableWasMadeIsNotItsPeriod() throws IOException {
    assertThat(
            figures(
                read(
                    """
                    填报单位:甲县统计局综合核算与工业能源服务业科;填报日期:2024年7月18日
                    2024年1-6月社会消费品零售总额(亿元)
                    地区,累计
                    甲县,55
                    """)))
        .containsExactly("B4 甲县 retail_sales 2024-06 YTD LEVEL 55 亿元");
  }

  @Test
  void aNumberThatIsNoneIsRefusedAndTheRestGoesOn() throws IOException {
    List<ReadCell> cells = read("2024年6月社会消费品零售总额(亿元)\n地区,累计\n甲县,5O\n乙县,31\n丙县,约20\n");

    assertThat(refused(cells)).containsExactly("B3 not_a_number", "B5 not_a_number");
    assertThat(figures(cells)).hasSize(1);
  }

  @Test
  void aTableWithoutATemplateIsRefusedAsAWhole() throws IOException {
    List<ReadCell> cells = read("2024年6月财政收入(亿元)\n地区,累计\n甲县,5\n乙县,6\n");

    assertThat(cells).hasSize(2).allMatch(c -> !c.isRead() && c.ignoredBecause() == null);
    assertThat(cells.get(0).doubts())
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.message())
                    .contains("2024年6月财政收入", "最接近的模板是retail", "表题里没有“社会消费品零售总额”", "diaodu learn"));
  }

  @Test
  void aWorkbookKeepsIndentsMergesPercentFormatsAndHiddenRows() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("2024年6月");
      sheet.createRow(0).createCell(0).setCellValue("社会消费品零售总额(亿元)");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
      sheet.createRow(1).createCell(0).setCellValue("地区");
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
      sheet.getRow(1).createCell(1).setCellValue("1-6月");
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
      sheet.createRow(2).createCell(1).setCellValue("总量");
      sheet.getRow(2).createCell(2).setCellValue("增长");
      CellStyle percent = workbook.createCellStyle();
      percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
      for (int i = 0; i < 2; i++) {
        sheet.createRow(3 + i).createCell(0).setCellValue(i == 0 ? "甲县" : "乙县");
        sheet.getRow(3 + i).createCell(1).setCellValue(55.2);
        sheet.getRow(3 + i).createCell(2).setCellValue(0.104);
        sheet.getRow(3 + i).getCell(2).setCellStyle(percent);
      }
      sheet.getRow(4).setZeroHeight(true);
      workbook.write(out);
    }

    List<ReadCell> cells = cells(file);

    assertThat(figures(cells))
        .containsExactly(
            "B4 甲县 retail_sales 2024-06 YTD LEVEL 55.2 亿元",
            "C4 甲县 retail_sales 2024-06 YTD YOY 10.4 %");
    assertThat(cells.get(2).doubts())
        .extracting(ReadCell.Doubt::ruleId)
        .containsExactly("hidden_cell");
    assertThat(cells.get(0).doubts()).isEmpty();
  }

  @Test
  void theSecondHalfOfAYearIsNotTheYear() throws IOException {
    List<ReadCell> cells =
        read(
            """
            2024年社会消费品零售总额,,
            ,,单位:亿元
            地区,下半年累计,1-6月
            甲县,12.5,55.20
            """);

    assertThat(figures(cells)).containsExactly("C4 甲县 retail_sales 2024-06 YTD LEVEL 55.20 亿元");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024年7月38日", "7月18日", "7/18", "24年7月18日", "", "见封面"})
  void aReleaseDateThatCannotBeReadIsNeverTheDayReceived(String written) throws IOException {
    List<ReadCell> cells = dated("{label: 填报日期}", "填报日期：" + written, null);

    assertThat(refused(cells)).singleElement().asString().contains("bad_release_date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
{label: 填报日期}                       | 填报日期：2024年7月18日 | 2024-07-19 | 2024-07-18
{label: 填报日期}                       | 填报日期：             | 2024-07-19 | 2024-07-19
{label: 填报日期}                       |                        | 2024-07-19 | 2024-07-19
{label: 填报日期}                       |                        |            | 2024-07-20
{label: 填报日期, days_after_period: 9} | 填报日期：             |            | 2024-07-09
{date: 2024-07-17}                      |                        |            | 2024-07-17
{date: 2024年7月17日}                   |                        | 2024-07-19 | 2024-07-19
{days_after_period: 9}                  |                        | 2024-07-19 | 2024-07-19
received                                |                        | 2024-07-19 | 2024-07-19
received                                |                        |            | 2024-07-20
""")
  void theDayInTheTableCountsThenTheOneSaidOfItsFileThenTheTemplates(
      String rule, String line, LocalDate ofFile, LocalDate day) throws IOException {
    assertThat(dated(rule, line == null ? "" : line, ofFile))
        .singleElement()
        .satisfies(cell -> assertThat(cell.isRead()).as("%s", cell.doubts()).isTrue())
        .satisfies(cell -> assertThat(cell.fields()).containsEntry("release_date", day.toString()));
  }

  private List<ReadCell> dated(String rule, String line, LocalDate released) throws IOException {
    Templates templates =
        Templates.of(
            Packs.threelands(),
            Map.of(
                "templates/dated.yaml",
                """
                title: 零售额
                table: {indicator: retail_sales}
                release: %s
                rows: {label: 地区, areas: true}
                columns: {read: [{header: 累计}]}
                """
                    .formatted(rule)));
    Path file = folder.resolve("dated.csv");
    Files.writeString(file, "零售额\n%s\n,单位：亿元\n地区,2024年1-6月\n甲县,12.5\n".formatted(line));
    List<ReadCell> cells = new ArrayList<>();
    templates
        .plan(Books.read(file))
        .cells(new Publication(released, LocalDate.of(2024, 7, 20)))
        .forEachRemaining(cells::add);
    return cells;
  }

  @Test
  void theYearBeforeTheFirstYearIsRefused() throws IOException {
    Templates templates =
        Templates.of(
            Packs.threelands(),
            Map.of(
                "templates/old.yaml",
                """
                title: 零售额
                table: {indicator: retail_sales, years: -1}
                rows: {label: 地区, areas: true}
                columns: {read: [{header: 累计}]}
                """));
    Path file = folder.resolve("old.csv");
    Files.writeString(file, "零售额\n,单位：亿元\n地区,1900年1-6月\n甲县,12.5\n");
    List<ReadCell> cells = new ArrayList<>();
    templates.plan(Books.read(file)).cells(RECEIVED).forEachRemaining(cells::add);

    assertThat(refused(cells)).singleElement().asString().contains("impossible_period");
  }

  private List<ReadCell> read(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), csv);
    return cells(file);
  }

  private static List<ReadCell> cells(Path file) {
    List<ReadCell> cells = new ArrayList<>();
    TEMPLATES.plan(Books.read(file)).cells(RECEIVED).forEachRemaining(cells::add);
    return cells;
  }

  private static List<String> figures(List<ReadCell> cells) {
    return cells.stream()
        .filter(ReadCell::isRead)
        .map(
            c ->
                String.join(
                    " ",
                    c.cell().address(),
                    c.fields().get("ref_area"),
                    c.fields().get("indicator"),
                    c.fields().get("time_period"),
                    c.fields().get("accumulation"),
                    c.fields().get("measure"),
                    c.fields().get("obs_value"),
                    c.fields().get("unit")))
        .toList();
  }

  private static List<String> ignored(List<ReadCell> cells) {
    return cells.stream()
        .filter(c -> c.ignoredBecause() != null)
        .map(c -> c.cell().address() + " " + c.ignoredBecause())
        .toList();
  }

  private static List<String> refused(List<ReadCell> cells) {
    return cells.stream()
        .filter(c -> !c.isRead() && c.ignoredBecause() == null)
        .map(c -> c.cell().address() + " " + c.doubts().get(0).ruleId())
        .toList();
  }
}
