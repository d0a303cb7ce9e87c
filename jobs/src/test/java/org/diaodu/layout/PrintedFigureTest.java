package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFigureTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "9861.56, 9861.56",
    "986 1. 56, 9861.56",
    "'1,234.5', 1234.5",
    "1 234.5, 1234.5",
    "12 345 678, 12345678",
    "12 . 5, 12.5",
    "12 .5, 12.5",
    "+3.2, 3.2",
    "-3.2, -3.2",
    "\u22123.2, -3.2",
    "3.2%, 3.2",
    "下降3.2%, -3.2",
    "下降 3.2 %, -3.2",
    "增长12%, 12",
    "持平, 0",
    "12.3①, 12.3",
    "12.3*, 12.3",
    "12.3[1], 12.3",
    "12.3², 12.3",
    "①12.3, 12.3"
  })
  void aFigureIsReadAsItIsMeant(String raw, String digits) {
    assertThat(PrintedFigure.of(raw).digits()).isEqualTo(digits);
  }

  @Test
  void fullWidthDigitsAndSignsAreRead() {
    assertThat(PrintedFigure.of("\uFF0D\uFF11\uFF0C\uFF12\uFF13\uFF14\uFF0E\uFF15").digits())
        .isEqualTo("-1234.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "—", "——", "…", "……", "...", "/", "  "})
  void aPlaceHolderSaysThatThereIsNoFigure(String raw) {
    assertThat(PrintedFigure.of(raw).absent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1O.4",
        "约12",
        "12-13",
        "(12.3)",
        "1.2.3",
        "1,23",
        "十二",
        "12㉑",
        "12⒈",
        "1①2",
        "12[1]3",
        "[12]",
        "１２〇",
        "12\n34",
        "12\t34",
        "12\u200B3",
        "8.5 3",
        "7.9 12",
        "8.5\u00A03",
        "8.5\u30003",
        "增长8.5 3",
        "8.5% 3",
        "-1.2 5",
        "12.5 103",
        "8. 5 3",
        "1 2",
        "3.2个百分点",
        "▲3.2",
        "#ERROR"
      })
  void nothingIsGuessed(String raw) {
    PrintedFigure figure = PrintedFigure.of(raw);

    assertThat(figure.digits()).as(raw).isNull();
    assertThat(figure.absent()).as(raw).isFalse();
  }

  @Test
  void wordsAreKnownAsWords() {
    assertThat(PrintedFigure.of("下降3.2%").inWords()).isTrue();
    assertThat(PrintedFigure.of("-3.2%").inWords()).isFalse();
  }
}
