package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Books;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Yearbook tables of two provinces as their bureaus printed them. Tables of the same layout with
 * invented figures are always read; the real ones, which may not be copied here, where they lie
 * beside the project.
 */
class YearbookPanelsTest {
  private static final Path PANELS = Path.of("../shared/data/panels");
  private static final RegionPack ZHEJIANG = pack("zhejiang");
  private static final RegionPack HUBEI = pack("hubei");

  @TempDir private Path folder;

  @Test
  void aTableOfCitiesInTheLayoutOfZhejiang() throws IOException {
    Path file = folder.resolve("a.xls");
    try (Workbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("17-2 各市国民经济主要指标(2016年)");
      row(sheet, 0, " 17-2 各市国民经济主要指标(2016年)");
      row(
          sheet,
          1,
          "城  市",
          null,
          "年末常住人口\n(万人)",
          "生产总值\n(亿元)",
          null,
          null,
          null,
          "出口总额\n(亿美元)",
          "进口总额(亿元");
      row(sheet, 2, null, null, null, null, "第一产业", "第二产业", null, null, null);
      row(sheet, 3, null, null, null, null, null, null, "#工业", null, null);
      row(sheet, 4, "浙东北", null, 900, 2000, 10, 900, 800, 50, 20);
      row(sheet, 5, "杭州市", null, 700.5, 1000.25, 4, 400.125, 350, 41.2, 10);
      row(sheet, 6, "其中:义乌市", null, 75, 80, 1, 30, 20, 9, 1);
      merge(sheet, 0, 0, 0, 8);
      merge(sheet, 1, 3, 0, 1);
      for (int column : new int[] {2, 3, 7, 8}) {
        merge(sheet, 1, 3, column, column);
      }
      merge(sheet, 1, 1, 4, 6);
      merge(sheet, 2, 3, 4, 4);
      merge(sheet, 2, 3, 5, 5);
      workbook.write(out);
    }

    assertThat(figures(ZHEJIANG, file))
        .containsExactly(
            "杭州市 exports_usd 2016 41.2 亿美元 A",
            "杭州市 gdp 2016 1000.25 亿元 A",
            "杭州市 gdp_industry 2016 350 亿元 A",
            "杭州市 gdp_primary 2016 4 亿元 A",
            "杭州市 gdp_secondary 2016 400.125 亿元 A",
            "杭州市 imports 2016 10 亿元 A",
            "杭州市 population_resident 2016 700.5 万人 B");
  }

  @Test
  void aTableWithSpacedNamesAndTranslationsInTheLayoutOfHubei() throws IOException {
    Path file = folder.resolve("a.xls");
    try (Workbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("Sheet1");
      row(sheet, 0, "1-15  市、州生产总值(2019)");
      row(sheet, 1, "Gross Domestic Product of Cities and Prefectures (2019)");
      row(sheet, 3, "单位:亿元   ", null, null, "(100 million yuan)");
      row(sheet, 4, "地      区", "Regions", "地区生产总值", "第一产业");
      row(sheet, 5, null, null, "Gross Domestic Product", "Primary Industry");
      row(sheet, 7, "武    汉", "Wuhan", 100.5, 3.25);
      row(sheet, 8, "恩 施 州", "Enshi", 20.123456789, 1);
      merge(sheet, 0, 0, 0, 3);
      merge(sheet, 4, 5, 0, 0);
      merge(sheet, 4, 5, 1, 1);
      workbook.write(out);
    }

    assertThat(figures(HUBEI, file))
        .containsExactly(
            "恩施州 gdp 2019 20.123456789 亿元 B",
            "恩施州 gdp_primary 2019 1 亿元 A",
            "武汉 gdp 2019 100.5 亿元 B",
            "武汉 gdp_primary 2019 3.25 亿元 A");
  }

  @TestFactory
  List<DynamicTest> realTables() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    if (Files.isDirectory(PANELS.resolve("zhejiang"))) {
      tests.add(dynamicTest("Zhejiang, 11 years: every figure", this::everyFigureOfZhejiang));
      tests.add(dynamicTest("Hubei, 10 years: every cell, Enshi under both names", this::hubei));
    }
    tests.add(
        dynamicTest(
            "both packs are sound",
            () -> {
              assertThat(Templates.examine(ZHEJIANG, new ArrayList<>())).isEqualTo(1);
              assertThat(Templates.examine(HUBEI, new ArrayList<>())).isEqualTo(1);
            }));
    return tests;
  }

  private void everyFigureOfZhejiang() throws IOException {
    TreeSet<String> read = new TreeSet<>();
    for (Path book : books("zhejiang")) {
      cells(ZHEJIANG, book).stream()
          .filter(c -> c.isRead())
          .forEach(
              c ->
                  read.add(
                      String.join(
                          " ",
                          c.fields().get("time_period"),
                          c.fields().get("ref_area"),
                          c.fields().get("indicator"),
                          plain(c.fields().get("obs_value")))));
    }
    TreeSet<String> expected = new TreeSet<>();
    for (String line :
        Files.readAllLines(PANELS.resolve("zhejiang/expected_long.csv")).stream()
            .skip(1)
            .toList()) {
      String[] cell = line.split(",");
      expected.add(String.join(" ", cell[0], cell[1], indicatorOf(cell[2]), plain(cell[3])));
    }

    assertThat(expected).hasSizeGreaterThan(2000);
    assertThat(read).isEqualTo(expected);
  }

  private void hubei() throws IOException {
    TreeMap<String, String> enshi = new TreeMap<>();
    for (Path book : books("hubei")) {
      List<ReadCell> cells = cells(HUBEI, book);
      assertThat(cells).filteredOn(c -> c.isRead()).as("figures of %s", book).hasSize(68);
      assertThat(cells)
          .as("refused in %s", book)
          .noneMatch(c -> !c.isRead() && c.ignoredBecause() == null);
      cells.stream()
          .filter(c -> c.isRead() && c.fields().get("ref_area").startsWith("恩施"))
          .filter(c -> c.fields().get("indicator").equals("gdp"))
          .forEach(
              c ->
                  enshi.put(
                      c.fields().get("time_period"),
                      c.fields().get("obs_value") + " " + c.fields().get("obs_status")));
    }

    assertThat(enshi).hasSize(10);
    assertThat(enshi.get("2018")).isEqualTo("870.95 A");
    assertThat(enshi.get("2019")).startsWith("1159.36").endsWith(" B");
  }

  /** What a printed header means, said apart from the template. */
  private static String indicatorOf(String header) {
    String last = header.substring(header.indexOf('|') + 1);
    String name = last.replaceFirst("\\(.*", "").replace("#", "");
    boolean dollars = header.contains("美元");
    return Map.ofEntries(
            Map.entry("年末总人口", "population_registered"),
            Map.entry("年末常住人口", "population_resident"),
            Map.entry("生产总值", "gdp"),
            Map.entry("第一产业", "gdp_primary"),
            Map.entry("第二产业", "gdp_secondary"),
            Map.entry("工业", "gdp_industry"),
            Map.entry("第三产业", "gdp_tertiary"),
            Map.entry("人均生产总值", "gdp_per_capita"),
            Map.entry("全社会从业人员年末数", "employed"),
            Map.entry("全社会就业人员年末数", "employed"),
            Map.entry("社会消费品零售总额", "retail_sales"),
            Map.entry("固定资产投资", "investment"),
            Map.entry("出口总额", dollars ? "exports_usd" : "exports"),
            Map.entry("进口总额", dollars ? "imports_usd" : "imports"),
            Map.entry("财政总收入", "fiscal_total"),
            Map.entry("地方财政收入", "fiscal_revenue"),
            Map.entry("一般公共预算收入", "fiscal_revenue"),
            Map.entry("地方财政支出", "fiscal_expenditure"),
            Map.entry("一般公共预算支出", "fiscal_expenditure"),
            Map.entry("城乡居民储蓄存款年末余额", "deposits"),
            Map.entry("住户存款年末余额", "deposits"),
            Map.entry("城镇居民人均可支配收入", "income_urban"),
            Map.entry("农村居民人均纯收入", "income_rural_net"),
            Map.entry("农村居民人均可支配收入", "income_rural"))
        .get(name);
  }

  private static List<Path> books(String province) throws IOException {
    try (Stream<Path> files = Files.list(PANELS.resolve(province))) {
      return files.filter(f -> f.toString().matches(".*\\.xlsx?")).sorted().toList();
    }
  }

  private static List<String> figures(RegionPack pack, Path file) {
    return cells(pack, file).stream()
        .filter(c -> c.isRead())
        .map(
            c ->
                String.join(
                    " ",
                    c.fields().get("ref_area"),
                    c.fields().get("indicator"),
                    c.fields().get("time_period"),
                    c.fields().get("obs_value"),
                    c.fields().get("unit"),
                    c.fields().get("obs_status")))
        .sorted()
        .toList();
  }

  private static List<ReadCell> cells(RegionPack pack, Path file) {
    List<ReadCell> cells = new ArrayList<>();
    Templates.of(pack)
        .plan(Books.read(file))
        .cells(LocalDate.of(2024, 1, 1))
        .forEachRemaining(cells::add);
    return cells;
  }

  private static RegionPack pack(String name) {
    return PackReader.read(Path.of("jobs/src/test/resources/packs").resolve(name));
  }

  private static String plain(String value) {
    return new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  private static void row(Sheet sheet, int number, Object... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number n) {
        row.createCell(i).setCellValue(n.doubleValue());
      } else if (cells[i] != null) {
        row.createCell(i).setCellValue(cells[i].toString());
      }
    }
  }

  private static void merge(Sheet sheet, int row, int lastRow, int column, int lastColumn) {
    sheet.addMergedRegion(new CellRangeAddress(row, lastRow, column, lastColumn));
  }
}
