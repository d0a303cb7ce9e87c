package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.diaodu.region.Indicator;
import org.diaodu.testing.Packs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles, their lines parted by a slash, over a template that asks for 社会消费品零售总额. */
class TitleScopeTest {
  private static final String RETAIL = "社会消费品零售总额";

  @ParameterizedTest
  @CsvSource({
    "2024年6月社会消费品零售总额（预计数）, 预计",
    "2024年社会消费品零售总额年度计划, 计划",
    "2024年社会消费品零售总额目标任务分解表, 任务分解表",
    "社会消费品零售总额/2025年预测, 预测",
    "社会消费品零售总额（填报示例）, 填报示例"
  })
  void aPlanOrAForecastIsNotTaken(String lines, String said) {
    assertThat(refused(lines, "")).containsExactly("not_counted " + said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年6月社会消费品零售总额计划完成情况",
        "社会消费品零售总额/（对照年度目标任务完成情况）",
        "各县市社会消费品零售总额及增速",
        "2024年6月社会消费品零售总额快报（初步数）",
        "年度计划 / 2024年6月社会消费品零售总额",
      })
  void whatTellsOfThePlansFulfilmentIsTaken(String lines) {
    assertThat(refused(lines, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "限额以上社会消费品零售总额, 限额以上社会消费品零售总额",
    "2024年6月城镇社会消费品零售总额, 城镇社会消费品零售总额",
    "社会消费品零售总额（限额以上）, 社会消费品零售总额(限额以上",
    "社会消费品零售总额中乡村部分, 社会消费品零售总额中乡村",
    "人均社会消费品零售总额, 人均社会消费品零售总额",
    "社会消费品零售总额（不含石油类）, 社会消费品零售总额(不含",
    "社会消费品零售总额增量, 社会消费品零售总额增量",
    "社会消费品零售总额占GDP比重, 社会消费品零售总额占gdp比重"
  })
  void aPartOfTheWholeIsNotTakenForIt(String line, String found) {
    assertThat(refused(line, "")).containsExactly("part_of_whole " + found);
  }

  @ParameterizedTest
  @CsvSource({
    "注：本表为预计数。, not_counted 本表为预计数",
    "注：表中数据为计划数, not_counted 表中数据为计划数",
    "注：全年预计增长5%, ''"
  })
  void aNoteMaySayThatNothingWasCounted(String note, String refused) {
    assertThat(String.join(" ", refused(RETAIL, note))).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"限额以上社会消费品零售总额", "城镇社会消费品零售总额计划"})
  void aTemplateThatMeansAPartSaysSo(String title) {
    Doubts doubts = new Doubts();
    List<String> asked = List.of(title);

    TitleScope.of(TableTitle.of(asked, 0, asked), List.of(), asked).check(retail(), doubts);

    assertThat(doubts.all()).isEmpty();
  }

  private static List<String> refused(String lines, String note) {
    List<String> texts = Arrays.stream(lines.split("/")).map(Label::normal).toList();
    List<String> asked = List.of(RETAIL);
    List<String> notes = note.isEmpty() ? List.of() : List.of(note);
    Doubts doubts = new Doubts();
    TitleScope.of(TableTitle.of(texts, 0, asked), notes, asked).check(retail(), doubts);
    return doubts.all().stream().map(d -> d.ruleId() + " " + d.found()).toList();
  }

  private static Indicator retail() {
    return Packs.threelands().indicator("retail_sales").orElseThrow();
  }
}
