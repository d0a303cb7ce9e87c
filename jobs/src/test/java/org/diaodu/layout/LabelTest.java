package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

  @ParameterizedTest(name = "{0} is {1} in {2}")
  @CsvSource({
    "生产总值(亿元), 生产总值, 亿元",
    "全社会就业人员年末数（万人）, 全社会就业人员年末数, 万人",
    "一般公共预算收入(亿元, 一般公共预算收入, 亿元",
    "人均生产 总值(元), 人均生产总值, 元",
    "出口总额(亿美元), 出口总额, 亿美元",
    "比上年增长(%), 比上年增长, %",
    "比去年同期增长%, 比去年同期增长, %",
    "同比±%, 同比, %",
    "±%, 增长, %",
    "固定资产投资(不含农户), 固定资产投资(不含农户), ''",
    "单位:亿元, '', 亿元",
    "计量单位：万元, '', 万元",
    "一、地区生产总值, 地区生产总值, ''",
    "（一）第一产业, 第一产业, ''",
    "1.农业, 农业, ''",
    "恩 施 州, 恩施州, ''",
    "R&D经费支出(万元), r&d经费支出, 万元",
    "居民消费价格指数(上年=100), 居民消费价格指数, 上年=100",
    "生产总值指数（上年同期=100）, 生产总值指数, 上年=100",
    "1-6月, 累计, ''",
    "6月, 本月, ''",
    "社零(2024年1-6月), 社零, ''"
  })
  void aLabelIsTakenApart(String raw, String name, String unit) {
    Label label = Label.of(raw);

    assertThat(label.name().replace("()", "")).isEqualTo(name);
    assertThat(label.unit()).isEqualTo(unit);
  }

  @Test
  void aPartOfTheRowBeforeSaysSo() {
    assertThat(Label.of("其中：义乌市"))
        .satisfies(
            l -> {
              assertThat(l.name()).isEqualTo("义乌市");
              assertThat(l.ofWhich()).isTrue();
            });
    assertThat(Label.of("#工业").ofWhich()).isTrue();
    assertThat(Label.of("工业").ofWhich()).isFalse();
  }

  @Test
  void footnoteMarksAreKeptApart() {
    Label label = Label.of("社会消费品零售总额①(亿元)[2]");

    assertThat(label.name()).isEqualTo("社会消费品零售总额");
    assertThat(label.marks()).containsExactly("①", "[2]");
    assertThat(label.unit()).isEqualTo("亿元");
  }

  @Test
  void aTranslationIsNotALabel() {
    assertThat(Label.isTranslation("Gross Domestic Product")).isTrue();
    assertThat(Label.isTranslation("GDP")).isFalse();
    assertThat(Label.isTranslation("GDP总量")).isFalse();
  }
}
