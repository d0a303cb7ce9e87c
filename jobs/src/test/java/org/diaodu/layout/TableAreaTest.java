package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.diaodu.testing.Packs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles have their lines parted by a slash; T00 is the state of the counties T01 to T03. */
class TableAreaTest {
  private static final AreaMentions AREAS = AreaMentions.of(Packs.threelands());

  @ParameterizedTest(name = "{0} is of {1}")
  @CsvSource({
    "试验州甲县2024年1-6月主要经济指标, T01",
    "试验州·乙县主要经济指标, T02",
    "某省试验州主要经济指标, T00",
    "试验州统计月报/乙县主要经济指标, T02",
    "编制单位：试验州统计局/乙县主要经济指标, T02",
    "乙县主要经济指标/发布机构：试验州统计局, T02",
    "试验州统计局/丙县主要经济指标, T03",
    "试验州人民政府办公室关于丙县主要经济指标, T03",
    "甲县主要经济指标及占全州比重, T01",
    "甲县城镇居民收入, T01",
    "甲县政府性基金收入, T01"
  })
  void theLowestOfAChainIsMeantAndNoOffice(String title, String area) {
    assertThat(of(title).refArea()).isEqualTo(area);
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource({
    "甲县、乙县主要经济指标, contradicting_areas",
    "试验州和甲县主要经济指标, contradicting_areas",
    "甲县统计月报/乙县主要经济指标, contradicting_areas",
    "甲县统计月报/全州主要经济指标, contradicting_areas",
    "甲县城关镇主要经济指标, unknown_area",
    "编制单位：试验州统计局/主要经济指标, no_area"
  })
  void whatLeavesTheAreaOpenIsRefused(String title, String rule) {
    assertThat(of(title).refArea()).isNull();
    assertThat(of(title).doubt().ruleId()).isEqualTo(rule);
  }

  private static TableArea of(String title) {
    List<TextEvidence> lines =
        Arrays.stream(title.split("/")).map(Label::normal).map(TextEvidence::of).toList();
    return TableArea.of(lines, AREAS);
  }
}
