package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are parted by a slash, units by a blank. */
class TableUnitsTest {

  @ParameterizedTest(name = "{0}: {2} for an indicator in {1}")
  @CsvSource({
    "社零(亿元), 亿元, 亿元",
    "社零/单位：万元, 亿元, 万元",
    "社零/计量单位：亿元、%, 亿元, 亿元",
    "社零/单位：亿元、万人次, 万人次, 万人次",
    "社零/填报单位：甲县统计局, 亿元, ''",
    "企业利润(万元)/社零, 亿元, ''",
    "单位：亿元/社零, 亿元, 亿元",
    "社零/单位：亿元/单位：万元, 亿元, 亿元 万元",
    "社零/单位：吨, 亿元, 吨"
  })
  void theUnitStandsInTheTitleOrIsStated(String lines, String indicator, String units) {
    TableTitle title = title(lines, 0);

    assertThat(String.join(" ", TableUnits.of(title, List.of()).ofKind(indicator)))
        .isEqualTo(units);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "社零, 注：表中数据单位为万元, 万元",
    "社零, 注：1.金额单位均为亿元，增速为%, 亿元",
    "社零/单位：亿元, 说明：本表单位为万元, 亿元 万元",
    "社零/单位：亿元, 注：填报单位为统计局, 亿元"
  })
  void aNoteMayStateTheUnitOfTheWholeTable(String lines, String note, String units) {
    TableUnits found = TableUnits.of(title(lines, 0), List.of(note));

    assertThat(String.join(" ", found.ofKind("亿元"))).isEqualTo(units);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"企业利润（万元）/地区生产总值/社零", "单位：万元/社零", "首页/2021年/社零", "社零(万元)/工业/社零"})
  void whatStandsOnAPageAboveTheTitleNamesNothing(String lines) {
    TableTitle title = title(lines, 9);

    assertThat(TableUnits.of(title, List.of()).all()).isEmpty();
    assertThat(TablePeriod.of(title.lines(), "表1", false).phrase().isNone()).isTrue();
    assertThat(title.others()).extracting(Evidence::kind).contains(EvidenceKind.PAGE_TEXT);
  }

  private static TableTitle title(String lines, int ofPage) {
    List<String> texts = Arrays.stream(lines.split("/")).map(Label::normal).toList();
    return TableTitle.of(texts, ofPage, List.of("社零"));
  }
}
