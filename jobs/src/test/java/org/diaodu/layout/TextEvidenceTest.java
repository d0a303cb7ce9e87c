package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEvidenceTest {

  @ParameterizedTest(name = "{0} holds {1}")
  @CsvSource({
    "文号：国统字〔2023〕88号, DOCUMENT_NUMBER",
    "州统〔2024〕12号, DOCUMENT_NUMBER",
    "国统制(2022)第101号, DOCUMENT_NUMBER",
    "有效期至：2025年1月, VALIDITY",
    "有效期：2024年1月至2025年6月, VALIDITY",
    "本制度自2023年1月1日起执行, VALIDITY",
    "按2020年不变价计算, BASE_YEAR",
    "以2015年为基期, BASE_YEAR",
    "（2020年价）, BASE_YEAR",
    "绝对数按2020年可比价格, BASE_YEAR",
    "根据《2023年统计报表制度》编制, DOCUMENT_NUMBER",
    "2023年定期统计调查制度, DOCUMENT_NUMBER",
    "比2014年增长, COMPARISON",
    "同比为2023年6月, COMPARISON",
    "同期数：2023年1-6月, COMPARISON",
    "较2019年同期, COMPARISON",
    "与2019年1-6月相比, COMPARISON",
    "指数（2019年=100）, COMPARISON",
    "2018年第四次全国经济普查, CENSUS",
    "根据第七次人口普查（2020年）修订, CENSUS",
    "《某某统计年鉴2023》, PUBLICATION",
    "2023年某某统计年鉴, PUBLICATION",
    "2024年第6期, PUBLICATION",
    "统计月报（2024年7月编印）, PRINT_DATE",
    "打印时间：2024年7月, PRINT_DATE",
    "某某州统计局2024年7月, PRINT_DATE",
    "填报日期：2024-07-18, PRINT_DATE",
    "编制单位：某某州统计局, ISSUER",
    "资料来源：2022年抽样调查, ISSUER",
    "阅读次数：2021, PAGE_TEXT",
    "首页/统计数据/2021年, BREADCRUMB",
    "统计数据 > 2021年, BREADCRUMB"
  })
  void whatOnlyLooksLikeAPeriodIsNone(String line, EvidenceKind kind) {
    TextEvidence evidence = TextEvidence.of(Label.normal(line));

    assertThat(evidence.others()).extracting(Evidence::kind).contains(kind);
    assertThat(PeriodFinder.find(evidence.rest()).year()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "2024年6月各县社会消费品零售总额",
        "2024年6月制造业增加值",
        "2024年价格指数",
        "2024年6月报表",
        "2024年6月统计月报",
        "截至2024年6月",
        "占比(2024年6月)",
        "2024年政府性基金收入"
      })
  void aPeriodStaysOne(String line) {
    TextEvidence evidence = TextEvidence.of(Label.normal(line));

    assertThat(PeriodFinder.find(evidence.rest()).year()).isEqualTo(2024);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "按2020年不变价计算的2024年6月社零, true",
    "2024年6月社零（2020年价）, true",
    "2024年6月社零（2020年可比价）, true",
    "增速按2020年可比价格计算, false",
    "以2015年为基期, false",
    "2024年6月社零, false"
  })
  void amountsMayBeAtThePricesOfAYear(String line, boolean constant) {
    assertThat(TextEvidence.of(Label.normal(line)).saysConstantPrices()).isEqualTo(constant);
  }

  @Test
  void thePeriodBehindAnOfficeIsLeft() {
    TextEvidence evidence = TextEvidence.of("综合机关名称:某某州统计局2024年3月");

    assertThat(PeriodFinder.find(evidence.rest()).found()).isEqualTo("2024年3月");
    assertThat(evidence.rest()).doesNotContain("某某州");
  }
}
