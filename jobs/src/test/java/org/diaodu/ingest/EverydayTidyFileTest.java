package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.layout.Publication;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Books;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tidy files as people keep them in a spreadsheet, and as it saves them. */
class EverydayTidyFileTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final TidyCsvLine READER = new TidyCsvLine(PACK, TODAY);
  private static final Templates TEMPLATES = Templates.of(PACK);
  private static final Charset GBK = Charset.forName("GBK");
  private static final String HEADER = "地区,指标,时期,口径,数值,单位,发布日期\r\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
  void aFileIsReadInWhateverEncodingItWasSaved(String charset) {
    String text = HEADER + "甲县,社零,2024年7月,累计,92.41,亿元,2024/8/20\r\n";

    assertThat(said(text.getBytes(Charset.forName(charset))))
        .containsExactly("2:5 T01 retail_sales 2024-07 YTD LEVEL 92.41 2024-08-20");
  }

  @ParameterizedTest(name = "{0}, {1} is {2}")
  @CsvSource({
    "2024, 7, 2024-07",
    "2024, 07, 2024-07",
    "2024年, 7月, 2024-07",
    "2024年度, 1-7月, 2024-07",
    "2024, 上半年, 2024-06",
    "2024, '', impossible_period",
    "2024, 13, impossible_period",
    "2024, 2023年7月, impossible_period",
    "'', 7, impossible_period",
    "24, 7, impossible_period"
  })
  void yearAndMonthInColumnsOfTheirOwnAreOnePeriod(String year, String month, String period) {
    String header = "地区,指标,年份,月份,数值,单位,发布日期\n";

    assertThat(said(header + "甲县,社零,%s,%s,9,亿元,2024-09-20\n".formatted(year, month)))
        .singleElement()
        .asString()
        .contains(period);
  }

  @Test
  void aQuarterBesideItsYearIsOnePeriodAndAYearAloneIsTheYear() {
    assertThat(said("地区,指标,年份,季度,数值,单位,发布日期\n甲县,GDP,2024,2,9,亿元,2024-07-18\n"))
        .containsExactly("2:5 T01 gdp 2024-Q2 YTD LEVEL 9 2024-07-18");
    assertThat(said("地区,指标,年份,数值,单位,发布日期\n甲县,社零,2023,9,亿元,2024-07-18\n"))
        .containsExactly("2:4 T01 retail_sales 2023 YTD LEVEL 9 2024-07-18");
  }

  @ParameterizedTest
  @CsvSource({
    "'地区,指标,年份,时期,数值,发布日期', duplicate_column, 都说明时期",
    "'地区,指标,年份,季度,月份,数值,发布日期', duplicate_column, 都说明时期",
    "'地区,指标,月份,数值,时间,年份,发布日期', duplicate_column, 都说明时期"
  })
  void twoColumnsThatBothSayWhenAreRefused(String header, String rule, String message) {
    List<Fault> faults = new ArrayList<>();

    assertThat(TidyCsvHeader.read(header, 1, faults)).isNull();
    assertThat(faults).extracting(Fault::ruleId).contains(rule);
    assertThat(faults).extracting(Fault::message).anyMatch(m -> m.contains(message));
  }

  /** What stands over it may state a unit, which would count for all lines. */
  @Test
  void aHeaderBelowATitleIsToldWhereItStands() {
    List<Fault> faults = new ArrayList<>();

    HeaderReading.of("2024年7月报送表", 1, List.of("单位：万元", "地区,指标,时期,数值,发布日期"), null, faults);

    assertThat(faults).singleElement().extracting(Fault::message).asString().contains("实际在第3行");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "，"})
  void theSeparatorIsTheOneByWhichTheHeaderIsKnown(String separator) {
    String text = (HEADER + "甲县,社零,2024年7月,累计,92.41,亿元,2024/8/20\r\n").replace(",", separator);

    assertThat(said(text)).singleElement().asString().endsWith("92.41 2024-08-20");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07, 2024-07",
    "2024-7, 2024-07",
    "2024/7, 2024-07",
    "2024.07, 2024-07",
    "202407, 2024-07",
    "2024年7月, 2024-07",
    "2024年07月份, 2024-07",
    "二〇二四年七月, 2024-07",
    "Jul-24, 2024-07",
    "2024年1-7月, 2024-07",
    "2024年1—7月, 2024-07",
    "2024年1月至7月, 2024-07",
    "2024年前7个月, 2024-07",
    "2024年7月累计, 2024-07",
    "2024年上半年, 2024-06",
    "2024年前三季度, 2024-09",
    "2024, 2024",
    "2024年, 2024",
    "2024年度, 2024",
    "2024年全年, 2024",
    "2024Q3, 2024-Q3",
    "2024年三季度, 2024-Q3",
    "2024年第三季度, 2024-Q3",
    "2024年3季度, 2024-Q3",
    "2024年一季度, 2024-Q1"
  })
  void aPeriodIsReadHoweverItIsWritten(String written, String period) {
    assertThat(said("地区,指标,时期,数值,发布日期\n甲县,社零," + written + ",92.41,2025/8/20\n"))
        .containsExactly("2:4 T01 retail_sales " + period + " YTD LEVEL 92.41 2025-08-20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7月",
        "2024.1",
        "2024年下半年",
        "2024年7-12月",
        "2024/7/1",
        "2024年7月上旬",
        "24年7月",
        "2024年13月",
        "2024年7月（初步）",
        "2024-2025",
        "本月",
        "2024年1²月"
      })
  void aPeriodThatLeavesAnythingOpenIsRefused(String written) {
    assertThat(said("地区,指标,时期,数值,发布日期\n甲县,社零," + written + ",92.41,2025/8/20\n"))
        .containsExactly("2:3 impossible_period");
  }

  @ParameterizedTest
  @CsvSource({
    "月, 2024/7/1, 2024-07",
    "月度, 2024-07-31, 2024-07",
    "季度, 2024/9/30, 2024-Q3",
    "年, 2024/12/31, 2024",
    "月, 2024年1-7月, 2024-07"
  })
  void aDayStandsForThePeriodThatTheColumnOfFrequenciesNames(
      String frequency, String written, String period) {
    assertThat(said("地区,指标,频率,时期,数值,发布日期\n甲县,社零," + frequency + "," + written + ",9,2025/8/20\n"))
        .containsExactly("2:5 T01 retail_sales " + period + " YTD LEVEL 9 2025-08-20");
  }

  @ParameterizedTest
  @CsvSource({"月, 2024/7/15", "季, 2024/8/31", "月, 2024", "季, 2024-07", "周, 2024-07"})
  void aFrequencyThatDoesNotFitThePeriodIsRefused(String frequency, String written) {
    assertThat(said("地区,指标,频率,时期,数值,发布日期\n甲县,社零," + frequency + "," + written + ",9,2025/8/20\n"))
        .noneMatch(cell -> cell.contains("retail_sales"));
  }

  @ParameterizedTest
  @CsvSource({
    "当月, PER, LEVEL",
    "本月, PER, LEVEL",
    "累计, YTD, LEVEL",
    "年初至今, YTD, LEVEL",
    "累计值, YTD, LEVEL",
    "绝对量, YTD, LEVEL",
    "累计绝对量, YTD, LEVEL",
    "当月不变价, PER, LEVEL_CONSTANT",
    "累计同比, YTD, YOY",
    "当月增速, PER, YOY",
    "同比增长, YTD, YOY",
    "比上年同期增长(%), YTD, YOY",
    "累计两年平均增速, YTD, TWO_YEAR_AVERAGE"
  })
  void wordsSayFromWhenOnAFigureCountsAndWhatItMeasures(
      String words, String accumulation, String measure) {
    assertThat(said("地区,指标,时期,口径,数值,发布日期\n甲县,社零,2024-07," + words + ",9.1,2024/8/20\n"))
        .containsExactly(
            "2:5 T01 retail_sales 2024-07 " + accumulation + " " + measure + " 9.1 2024-08-20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"环比", "规模以上", "累计环比", "增加额", "当月累计", "同比增加额"})
  void wordsThatSayAnythingElseAreRefused(String words) {
    assertThat(said("地区,指标,时期,口径,数值,发布日期\n甲县,社零,2024-07," + words + ",9.1,2024/8/20\n"))
        .containsExactly("2:4 unknown_accumulation");
  }

  @Test
  void periodAndWordsMustNotContradictEachOther() {
    assertThat(said(HEADER + "甲县,社零,2024年1-7月,当月,9.1,亿元,2024/8/20\n"))
        .containsExactly("2:3 contradicting_labels");
  }

  @Test
  void aStockStandsAtTheEndOfAPeriod() {
    assertThat(said("地区,指标,时期,口径,数值,发布日期\n甲县,市场主体,2024年6月末,期末,1200,2024/8/20\n"))
        .containsExactly("2:5 T01 business_entities 2024-06 EOP LEVEL 1200 2024-08-20");
  }

  @Test
  void amountAndGrowthBesideEachOtherAreTwoFiguresOfALine() {
    assertThat(
            said(
                """
                序号,地区,指标,时期,数值（万元）,同比增长（%）,发布日期,备注
                1,甲县,社零,2024年1-7月,924100,6.3,2024年8月20日,
                2,乙县,社零,2024年1-7月,80000,,2024年8月20日
                """))
        .containsExactly(
            "2:5 T01 retail_sales 2024-07 YTD LEVEL 92.41 2024-08-20",
            "2:6 T01 retail_sales 2024-07 YTD YOY 6.3 2024-08-20",
            "3:5 T02 retail_sales 2024-07 YTD LEVEL 8 2024-08-20",
            "3:6 empty_value");
  }

  @Test
  void aColumnOfUnitsSpeaksOfTheAmountAndNotOfTheGrowthBesideIt() {
    assertThat(said("地区,指标,时期,当月,累计,累计增速,单位,发布日期\n甲县,社零,2024-07,9000,92000,6.3,万元,2024-08-20\n"))
        .containsExactly(
            "2:4 T01 retail_sales 2024-07 PER LEVEL 0.9 2024-08-20",
            "2:5 T01 retail_sales 2024-07 YTD LEVEL 9.2 2024-08-20",
            "2:6 T01 retail_sales 2024-07 YTD YOY 6.3 2024-08-20");
  }

  @ParameterizedTest
  @CsvSource({
    "社零（万元）, 累计, '', T01 retail_sales 2024-07 YTD LEVEL 9.2",
    "社零（万元）, 累计, 万元, T01 retail_sales 2024-07 YTD LEVEL 9.2",
    "社零（万元）, 同比, '', T01 retail_sales 2024-07 YTD YOY 92000",
    "社零（万元）, 同比, %, T01 retail_sales 2024-07 YTD YOY 92000",
    "社零（万元）, 累计, 亿元, contradicting_units",
    "社零（限额以上）, 累计, 亿元, unknown_indicator"
  })
  void aUnitBehindTheNameOfAnIndicatorIsItsUnit(
      String indicator, String words, String unit, String read) {
    assertThat(
            said(
                HEADER
                    + "甲县,%s,2024-07,%s,92000,%s,2024-08-20\n".formatted(indicator, words, unit)))
        .singleElement()
        .asString()
        .contains(read);
  }

  @Test
  void aColumnNamedForWhatItsWordsSayIsNoColumnOfFigures() {
    assertThat(said("地区,指标,时期,累计,增速,数值,发布日期\n甲县,社零,2024-07,累计,同比,6.3,2024-08-20\n"))
        .containsExactly("2:6 T01 retail_sales 2024-07 YTD YOY 6.3 2024-08-20");
  }

  @ParameterizedTest
  @CsvSource({"0.051, %", "-0.0320, %", ".063, %", "0.0512345, ''", "-0.03, ''", "0.12, ''"})
  void aFractionIsNoGrowthInPercent(String written, String unit) {
    assertThat(
            said(
                "地区,指标,时期,口径,数值,单位,发布日期\n甲县,社零,2024-07,同比,%s,%s,2024-08-20\n"
                    .formatted(written, unit)))
        .containsExactly("2:5 fraction_growth");
  }

  @Test
  void twoDecimalsBelowOnePercentAreGrowthWherePercentIsStated() {
    assertThat(said(HEADER + "甲县,社零,2024-07,同比,-0.35,%,2024-08-20\n"))
        .singleElement()
        .asString()
        .contains(" YOY -0.35 ");
  }

  @ParameterizedTest
  @CsvSource({
    "5.1%, 5.1",
    "0.051%, 0.051",
    "５．１％, 5.1",
    "0.5, 0.5",
    "0, 0",
    "-0.3, -0.3",
    "1.05, 1.05"
  })
  void aGrowthInPercentIsReadWithItsSignAndWithout(String written, String growth) {
    assertThat(said("地区,指标,时期,口径,数值,发布日期\n甲县,社零,2024-07,同比," + written + ",2024-08-20\n"))
        .containsExactly("2:5 T01 retail_sales 2024-07 YTD YOY " + growth + " 2024-08-20");
  }

  @Test
  void aPercentSignIsAUnitAndNoneOfAnAmount() {
    assertThat(said(HEADER + "甲县,社零,2024-07,累计,5.1%,,2024-08-20\n"))
        .containsExactly("2:6 wrong_unit");
    assertThat(said(HEADER + "甲县,社零,2024-07,同比,5.1%,亿元,2024-08-20\n"))
        .containsExactly("2:5 contradicting_units");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-08-20, 2024-08-20",
    "2024/8/20, 2024-08-20",
    "2024.8.20, 2024-08-20",
    "20240820, 2024-08-20",
    "2024年8月20日, 2024-08-20",
    "2024年8月20日星期二, 2024-08-20",
    "2024/8/20 0:00, 2024-08-20",
    "２０２４/８/２０, 2024-08-20"
  })
  void aReleaseDateIsReadHoweverItIsWritten(String written, String day) {
    assertThat(said(HEADER + "甲县,社零,2024-07,累计,9,亿元," + written + "\n"))
        .singleElement()
        .asString()
        .endsWith(" 9 " + day);
  }

  @ParameterizedTest
  @CsvSource({
    "8月20日, 没有写年份",
    "8/20, 没有写年份",
    "45524, 天数",
    "2024/2/30, 不成立",
    "8/20/2024, 不成立",
    "2024年8月, 不成立"
  })
  void aReleaseDateThatIsNoWholeDayIsRefusedWithItsReason(String written, String reason) {
    Cell cell = cells(HEADER + "甲县,社零,2024-07,累计,9,亿元," + written + "\n").get(0);

    assertThat(cell.faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains(reason));
  }

  @Test
  void emptyColumnsBehindTheLastSayNothingAndMayHoldNothing() {
    String header = "地区,指标,时期,数值,发布日期,备注,,\r\n";

    assertThat(said(header + "甲县,社零,2024-07,9,2024/8/20,,,\r\n乙县,社零,2024-07,8,2024/8/20\r\n"))
        .hasSize(2)
        .allMatch(cell -> cell.contains("retail_sales"));
    assertThat(said(header + "甲县,社零,2024-07,9,2024/8/20,,8.7,\r\n"))
        .containsExactly("2:7 unnamed_column");
  }

  @Test
  void theUnicodeTextOfASpreadsheetKeepsItsBlankColumns() {
    String header = String.join("\t", "地区", "指标", "时期", "数值", "发布日期", "", "");
    String line = String.join("\t", "甲县", "社零", "2024年7月", "\"1,234.5\"", "2024/8/20", "", "");
    String text = String.join("\r\n", header, line, "\t\t\t\t\t\t", "");

    assertThat(said(text.getBytes(Charset.forName("x-UTF-16LE-BOM"))))
        .containsExactly("2:4 T01 retail_sales 2024-07 YTD LEVEL 1234.5 2024-08-20");
  }

  @Test
  void aLastLineIsWholeOnlyWhereNoPartOfItsDateIsADate() {
    assertThat(
            file("地区,指标,时期,数值,发布日期\n甲县,社零,2024-07,9,2024/8/2".getBytes(StandardCharsets.UTF_8))
                .faults())
        .extracting(Fault::ruleId)
        .containsExactly("unfinished_line");
    assertThat(said("地区,指标,时期,数值,发布日期\n甲县,社零,2024-07,9,2024年8月20日")).hasSize(1);
  }

  @Test
  void chineseNamesOfFewColumnsAreTheHeaderOfAPrintedTable() {
    for (String header : new String[] {"地区,本月,累计", "指标,单位,数值", "地区,指标,数值"}) {
      assertThat(file((header + "\n甲县,1,2\n").getBytes(StandardCharsets.UTF_8)).format())
          .as(header)
          .isEqualTo(LandingFile.Format.printed_text);
    }
  }

  @Test
  void theMissingColumnIsCalledByBothItsNames() {
    assertThat(file("地区,指标,时期,数值\n甲县,社零,2024-07,9\n".getBytes(StandardCharsets.UTF_8)).faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("release_date（发布日期）"));
  }

  @Test
  void ofTwoEncodingsInOneFileOneIsReadAndTheOtherRefused() throws IOException {
    Path path = folder.resolve("a.csv");
    Files.write(
        path, (HEADER + "甲县,社零,2024-07,累计,9,亿元,2024/8/20\n").getBytes(StandardCharsets.UTF_8));
    Files.write(path, "乙县,社零,2024-07,累计,9,亿元,2024/8/20\n".getBytes(GBK), StandardOpenOption.APPEND);

    assertThat(said(Files.readAllBytes(path)))
        .containsExactly("2:5 T01 retail_sales 2024-07 YTD LEVEL 9 2024-08-20", "3:0 not_utf8");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkbookIsReadLikeAText(boolean old) throws IOException {
    try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("数据");
      texts(sheet.createRow(0), "地区", "指标", "时期", "口径", "数值", "单位", "发布日期");
      texts(sheet.createRow(1), "甲县", "社零", "2024年1-7月", "累计", "", "万元", "");
      sheet.getRow(1).createCell(4).setCellValue(924100);
      day(sheet.getRow(1), 6, LocalDate.of(2024, 8, 20), "yyyy/m/d");
      texts(sheet.createRow(2), "", "社零", "", "同比", "", "", "");
      styled(sheet.getRow(2), 4, 0.051, "0.0%");
      day(sheet.getRow(2), 2, LocalDate.of(2024, 7, 1), "yyyy\"年\"m\"月\"");
      day(sheet.getRow(2), 6, LocalDate.of(2024, 8, 20), "m\"月\"d\"日\"");
      texts(sheet.createRow(3), "乙县", "社零", "", "同比", "", "%", "2024-08-20");
      styled(sheet.getRow(3), 4, 0.051, "General");
      day(sheet.getRow(3), 2, LocalDate.of(2024, 7, 1), "mmm-yy");
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));

      assertThat(saidBy(book))
          .containsExactly(
              "数据!E2 T01 retail_sales 2024-07 YTD LEVEL 92.41 2024-08-20",
              "数据!G3 bad_release_date",
              "数据!E4 fraction_growth");
    }
  }

  @Test
  void aPercentageInACellIsAGrowthInPercent() throws IOException {
    try (Workbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("数据");
      texts(sheet.createRow(0), "地区", "指标", "时期", "数值（亿元）", "增速", "发布日期");
      texts(sheet.createRow(1), "甲县", "社零", "", "", "", "2024-08-20");
      sheet.getRow(1).createCell(2).setCellValue(202407);
      styled(sheet.getRow(1), 3, 92.41, "0.0\"亿元\"");
      styled(sheet.getRow(1), 4, 0.051, "0.0%");

      assertThat(saidBy(book))
          .containsExactly(
              "数据!D2 T01 retail_sales 2024-07 YTD LEVEL 92.41 2024-08-20",
              "数据!E2 T01 retail_sales 2024-07 YTD YOY 5.1 2024-08-20");
    }
  }

  @Test
  void whatIsNotSeenInASheetIsNotRead() throws IOException {
    try (Workbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("数据");
      texts(sheet.createRow(0), "地区", "指标", "时期", "数值", "发布日期");
      for (int row = 1; row <= 3; row++) {
        texts(sheet.createRow(row), "甲县", "社零", "2024-0" + row, "", "2024-08-20");
        sheet.getRow(row).createCell(3).setCellValue(row);
      }
      sheet.getRow(1).setZeroHeight(true);
      day(sheet.getRow(2), 3, LocalDate.of(2024, 3, 2), "m\"月\"d\"日\"");

      assertThat(saidBy(book))
          .satisfiesExactly(
              hidden -> assertThat(hidden).contains("hidden_cell"),
              date -> assertThat(date).contains("D3 date_cell"),
              plain -> assertThat(plain).contains("retail_sales 2024-03"));
    }
  }

  @Test
  void aTranslationOverAPrintedTableIsNoHeaderOfATidySheet() throws IOException {
    try (Workbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("表");
      texts(sheet.createRow(0), "指标", "Unit", "Item");
      texts(sheet.createRow(1), "社零", "亿元", "9");

      assertThat(saidBy(book)).containsExactly("表!C2 no_template");
    }
  }

  @Test
  void aSheetWithAFaultyHeaderIsRefusedRowByRowAndSaysWhyOnce() throws IOException {
    try (Workbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("数据");
      texts(sheet.createRow(0), "地区", "指标", "时期", "数值", "位次", "发布日期");
      texts(sheet.createRow(1), "甲县", "社零", "2024-07", "9", "1", "2024-08-20");
      texts(sheet.createRow(2), "乙县", "社零", "2024-07", "8", "2", "2024-08-20");

      assertThat(saidBy(book)).containsExactly("数据!E1 unknown_column", "数据!A3 ");
    }
  }

  private static void texts(Row row, String... texts) {
    for (int column = 0; column < texts.length; column++) {
      if (!texts[column].isEmpty()) {
        row.createCell(column).setCellValue(texts[column]);
      }
    }
  }

  private static void styled(Row row, int column, double value, String format) {
    Workbook book = row.getSheet().getWorkbook();
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    row.createCell(column).setCellValue(value);
    row.getCell(column).setCellStyle(style);
  }

  private static void day(Row row, int column, LocalDate day, String format) {
    styled(row, column, DateUtil.getExcelDate(day), format);
  }

  private List<String> saidBy(Workbook workbook) throws IOException {
    Path path = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(path)) {
      workbook.write(out);
    }
    BookCells cells =
        BookCells.of("a.xlsx", Books.read(path), READER, TEMPLATES, new Publication(null, TODAY));
    List<Cell> all = new ArrayList<>();
    cells.forEachRemaining(all::add);
    cells.requireEveryCell();
    return all.stream().map(EverydayTidyFileTest::inWords).toList();
  }

  private List<String> said(String text) {
    return said(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> said(byte[] text) {
    return cells(text).stream().map(EverydayTidyFileTest::inWords).toList();
  }

  private List<Cell> cells(String text) {
    return cells(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Cell> cells(byte[] text) {
    LandingFile file = file(text);
    assertThat(file.faults()).isEmpty();
    List<Cell> cells = new ArrayList<>();
    for (LandingFile.Chunk chunk : file.chunks()) {
      Iterator<Cell> of = FileChunk.of(file, 0, chunk).cells(READER);
      of.forEachRemaining(cells::add);
    }
    return cells;
  }

  private LandingFile file(byte[] text) {
    try {
      return FileScan.of(Files.write(folder.resolve("a.csv"), text), "a.csv", Instant.EPOCH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inWords(Cell cell) {
    Cell.Figure f = cell.figure();
    if (f != null) {
      return String.join(
          " ",
          cell.sourceCell(),
          f.refArea(),
          f.indicator(),
          f.timePeriod(),
          f.accumulation(),
          f.measure(),
          f.value().stripTrailingZeros().toPlainString(),
          f.releaseDate().toString());
    }
    if (cell.ignoredBecause() != null) {
      return cell.sourceCell() + " " + cell.ignoredBecause();
    }
    return cell.faults().isEmpty()
        ? cell.sourceCell() + " "
        : cell.faults().get(0).sourceCell() + " " + cell.faults().get(0).ruleId();
  }
}
