package org.diaodu.bulletin;

import java.math.BigDecimal;
import org.diaodu.document.Text;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.table.TableRow;

/** Phrases that go by the sign of the figure as it is printed: what is said never has a minus. */
final class Phrases {
  private Phrases() {}

  /** Growth: 同比增长5.2%, 同比下降3.2%, 同比持平. The column has a figure. */
  static Text growth(Composition of, TableRow row, String column) {
    return bySign(
        of,
        row,
        column,
        Shown.GROWTH_DECIMALS,
        "overview.increase",
        "overview.decrease",
        "overview.unchanged");
  }

  /**
   * One of three texts, of which the first two have a place {@code {value}} for the figure without
   * its sign; in the third the figure is the words themselves.
   */
  static Text bySign(
      Composition of,
      TableRow row,
      String column,
      int decimals,
      String above,
      String below,
      String level) {
    BigDecimal rounded = ExactDecimal.printed(row.number(column), decimals);
    return rounded.signum() == 0
        ? Text.of(Shown.inWords(row, column, of.words(level)))
        : of.say(
            rounded.signum() > 0 ? above : below,
            "value",
            Shown.inWords(row, column, rounded.abs().toPlainString()));
  }
}
