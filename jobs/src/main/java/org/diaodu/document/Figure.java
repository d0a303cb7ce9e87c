package org.diaodu.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.diaodu.domain.ExactDecimal;

/**
 * A figure as it is shown.
 *
 * @param key where it stands
 * @param value the stored value, not rounded
 * @param printed as it is printed; 持平 for a growth that rounds to zero
 * @param unit unit of the value; empty for a count
 * @param simulated whether it rests on a made-up figure
 * @param counted of a count, the rows that were counted; else empty
 */
public record Figure(
    FigureKey key,
    BigDecimal value,
    String printed,
    String unit,
    boolean simulated,
    List<String> counted)
    implements Span {

  /** What stands behind a simulated figure wherever it is printed. */
  public static final String MARK = "拟";

  /** With the value as it is stored, so that a kept figure is the same as the one it was. */
  public Figure {
    value = ExactDecimal.stored(value);
  }

  /** Whether it carries {@link #MARK}: how many there are of something is never made up. */
  @JsonIgnore
  public boolean isMarked() {
    return simulated && !key.row().startsWith(FigureKey.COUNTED + "/");
  }

  /** The printed figure as a number: rounded as it is printed. */
  public BigDecimal rounded() {
    return value.setScale(decimals(), java.math.RoundingMode.HALF_UP);
  }

  /** How many decimals are printed. */
  public int decimals() {
    int point = printed.indexOf('.');
    return point < 0
        ? 0
        : (int) printed.substring(point + 1).chars().takeWhile(Character::isDigit).count();
  }
}
