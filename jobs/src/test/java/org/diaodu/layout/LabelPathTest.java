package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known labels are parted by a blank, and written as the template's reader keeps them. */
class LabelPathTest {

  @ParameterizedTest(name = "{1} among {0} is {2}")
  @CsvSource({
    "社零当月值 社零累计值, 社零累计值, 社零累计值",
    "社零当月值 社零累计值, 社零当月值, 社零本月值",
    "社零当季值 社零累计值, 社零本季值, 社零本季值",
    "增长 累计增长, 累计增长, 累计增长",
    "累计增长, 增长, 累计增长",
    "增长, 累计增长, 增长",
    "累计增长 本月增长, 1-6月增长, 累计增长",
    "累计增长 本月增长, 增长, ''",
    "本月增长, 累计增长, ''",
    "本月, 累计, ''"
  })
  void wordsOfAPeriodTellLabelsApart(String known, String printed, String path) {
    List<String> paths = Arrays.stream(known.split(" ")).map(TemplateReader::path).toList();
    Label label = Label.of(printed);

    assertThat(LabelPath.first(paths, List.of(label.name()), List.of(label)).orElse(""))
        .isEqualTo(path);
  }
}
