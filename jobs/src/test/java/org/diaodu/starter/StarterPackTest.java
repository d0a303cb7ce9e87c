package org.diaodu.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.sheet.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what is said of a region to a pack that reads without a fault. */
class StarterPackTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "固定资产投资增速>=7%, fixed_asset_investment, growth_yoy, >=, 7, %",
    "固定资产投资≥7, fixed_asset_investment, growth_yoy, >=, 7, %",
    "社零增长不低于6.5%, retail_sales, growth_yoy, >=, 6.5, %",
    "社会消费品零售总额 >= 120 亿元, retail_sales, level, >=, 120, 亿元",
    "常住人口城镇化率>=60%, urbanisation_rate, level, >=, 60, %",
    "居民消费价格 不超过 3％, consumer_prices, growth_yoy, <=, 3, %",
    "地区生产总值占比上升, gdp, capital_share, up, '', %",
    "农村居民收入增速 超过 6%, income_rural, growth_yoy, >, 6, %",
    "新建学校约5所, indicator_1, level, ~, 5, 所",
    "亩均效益增速>=3%, indicator_1, growth_yoy, >=, 3, %",
    "垃圾分类覆盖率>=90%, indicator_1, level, >=, 90, %"
  })
  void aTargetInWordsFindsItsSeriesAndKind(
      String written, String indicator, String kind, String how, String value, String unit) {
    Target target = pack(written).targets().get(0);

    assertThat(target.indicator()).isEqualTo(indicator);
    assertThat(target.kind()).hasToString(kind);
    assertThat(target.comparator().code()).isEqualTo(how);
    assertThat(target.value() == null ? "" : target.value().toPlainString()).isEqualTo(value);
    assertThat(target.unit()).isEqualTo(unit);
  }

  @Test
  void onlyTheFilesAndColumnsThatAreNeededAreWritten() {
    NewRegion.Builder said = said("GDP增速>=6%");
    StarterPack draft = new StarterPack(said.build(2025));

    assertThat(draft.files())
        .containsOnlyKeys("region.yaml", "areas.csv", "indicators.csv", "targets.csv");
    assertThat(draft.files().get("areas.csv"))
        .isEqualTo("ref_area,name_zh\n999900,某市\n999901,甲区\n999921,乙县\n");
    assertThat(draft.files().get("targets.csv"))
        .startsWith("target_id,name_zh,indicator,kind,comparator,value,unit\n");
  }

  @Test
  void aPlanWithoutTargetsHasTheSeriesThatMostRegionsLookAt() {
    NewRegion.Builder said = new NewRegion.Builder();
    said.areas("999900=某市,999901=甲区");

    RegionPack pack = write(said);

    assertThat(pack.targets()).isEmpty();
    assertThat(pack.indicators()).extracting("indicator").contains("gdp", "retail_sales");
    assertThat(pack.capitalArea()).isEmpty();
  }

  @Test
  void whatCannotBeUnderstoodIsToldAllAtOnce() {
    NewRegion.Builder said = new NewRegion.Builder();
    said.areas("999901=甲区,乙县");
    said.capital("999977");
    said.target("固定资产投资7%");
    said.build(2025);

    assertThat(said.faults())
        .anyMatch(fault -> fault.contains("地区“乙县”看不懂"))
        .anyMatch(fault -> fault.contains("目标“固定资产投资7%”看不懂"))
        .anyMatch(fault -> fault.contains("看不出哪个地区是合计"))
        .anyMatch(fault -> fault.contains("首府999977不在所列地区中"))
        .hasSize(4);
  }

  @Test
  void whatNoListKnowsWantsAUnitAndALook() {
    StarterPack without = new StarterPack(said("好人好事>=3").build(2025));
    StarterPack with = new StarterPack(said("好人好事>=3件").build(2025));

    assertThat(without.faults()).singleElement().asString().contains("好人好事", "没有写单位");
    assertThat(with.faults()).isEmpty();
    assertThat(with.remarks()).singleElement().asString().contains("indicator_1", "件");
  }

  @Test
  void aWorkbookOfAreasAndTargetsIsAPack() throws IOException {
    Path file = folder.resolve("plan.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet areas = book.createSheet("县市区");
      row(areas, 0, "某市行政区划");
      row(areas, 1, "代码", "名称", "首府", "计入合计");
      row(areas, 2, 999900, "某市");
      row(areas, 3, 999901, "甲区", "是");
      row(areas, 4, 999921, "乙县");
      row(areas, 5, 999971, "高新区", "", "否");
      Sheet targets = book.createSheet("目标");
      row(targets, 0, "指标名称", "目标值", "单位", "责任单位", "期限");
      row(targets, 1, "固定资产投资增速", 7, "%", "发改委", "2025-12-31");
      row(targets, 2, "社会消费品零售总额增速", "≥6%", "", "商务局");
      row(targets, 3, "居民消费价格", "不超过3%", "", "发改委");
      book.write(out);
    }
    NewRegion.Builder said = new NewRegion.Builder();
    said.sheets(new StarterSheets(Books.read(file)));

    RegionPack pack = write(said);

    assertThat(pack.capitalArea()).isEqualTo("999901");
    assertThat(pack.components()).extracting("nameZh").containsExactly("甲区", "乙县");
    assertThat(pack.targets())
        .extracting(t -> t.comparator().code() + t.value().toPlainString())
        .containsExactly(">=7", ">=6", "<=3");
    assertThat(pack.targets())
        .extracting(t -> pack.answererName(t.owner()))
        .containsExactly("发改委", "商务局", "发改委");
  }

  @Test
  void aTableOfAreasMayBeACsvFile() throws IOException {
    Path file = folder.resolve("areas.csv");
    Files.writeString(file, "地区代码,地区名称,上级代码\n999900,某市,\n999901,甲区,999900\n999911,甲区一街,999901\n");
    NewRegion.Builder said = new NewRegion.Builder();
    said.sheets(new StarterSheets(Books.read(file)));

    RegionPack pack = write(said);

    assertThat(pack.area("999911").orElseThrow().parent()).isEqualTo("999901");
    assertThat(pack.components()).extracting("refArea").containsExactly("999901");
  }

  @Test
  void aSheetThatIsNeitherTableIsTold() throws IOException {
    Path file = folder.resolve("letter.csv");
    Files.writeString(file, "姓名,电话\n张三,1\n");

    assertThat(new StarterSheets(Books.read(file)).faults())
        .singleElement()
        .asString()
        .contains("既不是地区表", "也不是目标表");
  }

  @Test
  void thereIsAWholePackOrNone() {
    NewRegion.Builder said = said("GDP增速>=6%");
    said.areas("999901=又一个甲区");
    Path pack = folder.resolve("twice");

    try {
      NewPackFolder.write(pack, new StarterPack(said.build(2025)).files());
    } catch (org.diaodu.region.InvalidPackException invalid) {
      assertThat(invalid.faults()).anyMatch(fault -> fault.found().contains("999901"));
    }

    assertThat(folder).isEmptyDirectory();
  }

  private RegionPack pack(String target) {
    return write(said(target));
  }

  private RegionPack write(NewRegion.Builder said) {
    NewRegion region = said.build(2025);
    assertThat(said.faults()).isEmpty();
    StarterPack draft = new StarterPack(region);
    assertThat(draft.faults()).isEmpty();
    return NewPackFolder.write(folder.resolve("pack"), draft.files());
  }

  private static NewRegion.Builder said(String target) {
    NewRegion.Builder said = new NewRegion.Builder();
    said.areas("999900=某市,999901=甲区,999921=乙县");
    said.capital("999901");
    said.target(target);
    return said;
  }

  private static void row(Sheet sheet, int at, Object... cells) {
    Row row = sheet.createRow(at);
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] instanceof Integer number) {
        row.createCell(c).setCellValue(number);
      } else if (!cells[c].toString().isEmpty()) {
        row.createCell(c).setCellValue(cells[c].toString());
      }
    }
  }
}
