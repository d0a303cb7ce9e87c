package org.diaodu.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.junit.jupiter.api.Test;

/** Where the bars of a waterfall begin and end. */
class WaterfallTest {

  @Test
  void eachBarBeginsWhereTheOneBeforeEnds() {
    Waterfall bars = waterfall("5", "3", "-2", "6");

    assertThat(bars.of(Waterfall.Piece.base)).containsExactly(numbers("0", "5", "6", null));
    assertThat(bars.of(Waterfall.Piece.up)).containsExactly(numbers("5", "3", null, null));
    assertThat(bars.of(Waterfall.Piece.down)).containsExactly(numbers(null, null, "2", null));
    assertThat(bars.of(Waterfall.Piece.whole)).containsExactly(numbers(null, null, null, "6"));
  }

  @Test
  void aBarThatCrossesNothingIsTwoPieces() {
    Waterfall bars = waterfall("2", "-5", "4", "1");

    assertThat(bars.of(Waterfall.Piece.down)).containsExactly(numbers(null, "2", null, null));
    assertThat(bars.of(Waterfall.Piece.down_below))
        .containsExactly(numbers(null, "-3", null, null));
    assertThat(bars.of(Waterfall.Piece.up_below)).containsExactly(numbers(null, null, "-3", null));
    assertThat(bars.of(Waterfall.Piece.up)).containsExactly(numbers("2", null, "1", null));
  }

  @Test
  void belowNothingTheBaseHangsDown() {
    Waterfall bars = waterfall("-1", "-2", "-3");

    assertThat(bars.of(Waterfall.Piece.base)).containsExactly(numbers("0", "-1", null));
    assertThat(bars.of(Waterfall.Piece.down_below)).containsExactly(numbers("-1", "-2", null));
  }

  private static Waterfall waterfall(String... points) {
    return Waterfall.of(
        Stream.of(points)
            .map(
                point ->
                    new Figure(
                        new FigureKey("growth/x", "contribution_pp"),
                        new BigDecimal(point),
                        point,
                        "",
                        false,
                        List.of()))
            .toList());
  }

  private static BigDecimal[] numbers(String... numbers) {
    return Stream.of(numbers)
        .map(number -> number == null ? null : new BigDecimal(number))
        .toArray(BigDecimal[]::new);
  }
}
