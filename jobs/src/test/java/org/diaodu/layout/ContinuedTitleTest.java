package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuedTitleTest {
  private static final List<String> BEFORE = List.of("2024年1-6月零售额", "单位:亿元");

  @ParameterizedTest
  @ValueSource(strings = {"续表", "(续)", "续表1", "表3-2(续)", "续上表", "接上页"})
  void aLineThatOnlySaysThatATableContinuesBringsTheTitleBefore(String line) {
    assertThat(ContinuedTitle.of(List.of(line), BEFORE))
        .containsExactly("2024年1-6月零售额", "单位:亿元", line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"零售额(续)", "2024年1-6月零售额(续表1)", "零售额续表", "月零售额(续2)"})
  void aRepeatedTitleThatSaysItContinuesBringsWhatStoodBesideItBefore(String line) {
    assertThat(ContinuedTitle.of(List.of(line), BEFORE)).isEqualTo(BEFORE);
  }

  @Test
  void aRepeatedTitleWithAPeriodOfItsOwnContinuesNone() {
    assertThat(ContinuedTitle.of(List.of("零售额(续)", "2024年5月"), BEFORE))
        .containsExactly("零售额(续)", "2024年5月");
  }

  @Test
  void theUnitOfTheContinuationCounts() {
    assertThat(ContinuedTitle.of(List.of("续表", "单位:万元"), BEFORE))
        .containsExactly("2024年1-6月零售额", "续表", "单位:万元");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024年1-6月投资(续)", "续建项目", "投资", "继续教育"})
  void aTableWithATitleOfItsOwnContinuesNone(String line) {
    assertThat(ContinuedTitle.of(List.of(line), BEFORE)).containsExactly(line);
    assertThat(ContinuedTitle.of(List.of("续表", line), BEFORE)).containsExactly("续表", line);
  }
}
