package org.diaodu.office;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Figure;

/**
 * The bars of a waterfall as stacks: each begins where the one before ends, on a base that is not
 * drawn, and the last, the whole, at nothing. A bar that crosses nothing is two pieces.
 */
final class Waterfall {
  /** What a stack is made of, in the order in which it is built. */
  enum Piece {
    /** Not drawn. */
    base("", null),
    /** Adds to what was before, above nothing. */
    up("拉动", ChartColours.FIGURES),
    /** The same below nothing. */
    up_below("拉动（零以下）", ChartColours.FIGURES),
    /** Takes away from what was before, above nothing. */
    down("下拉", ChartColours.RED),
    /** The same below nothing. */
    down_below("下拉（零以下）", ChartColours.RED),
    /** What they lead to. */
    whole("合计", ChartColours.SOFT);

    private final String nameZh;
    private final String colour;

    Piece(String nameZh, String colour) {
      this.nameZh = nameZh;
      this.colour = colour;
    }

    /** Its name in the workbook behind the chart. */
    String nameZh() {
      return nameZh;
    }

    /** Six hexadecimal digits; null where it is not drawn. */
    String colour() {
      return colour;
    }
  }

  private final Map<Piece, BigDecimal[]> pieces = new EnumMap<>(Piece.class);

  private Waterfall(int length) {
    for (Piece piece : Piece.values()) {
      pieces.put(piece, new BigDecimal[length]);
    }
  }

  /** Of contributions as they are printed, and the whole behind them. */
  static Waterfall of(List<Figure> points) {
    Waterfall bars = new Waterfall(points.size());
    BigDecimal from = BigDecimal.ZERO;
    for (int i = 0; i < points.size() - 1; i++) {
      BigDecimal to = from.add(points.get(i).rounded());
      bars.step(i, from, to);
      from = to;
    }
    int last = points.size() - 1;
    bars.pieces.get(Piece.whole)[last] = points.get(last).rounded();
    return bars;
  }

  private void step(int place, BigDecimal from, BigDecimal to) {
    boolean rises = to.compareTo(from) >= 0;
    BigDecimal low = from.min(to);
    BigDecimal high = from.max(to);
    if (low.signum() >= 0) {
      pieces.get(Piece.base)[place] = low;
    } else if (high.signum() <= 0) {
      pieces.get(Piece.base)[place] = high;
    }
    if (high.signum() > 0) {
      pieces.get(rises ? Piece.up : Piece.down)[place] = high.subtract(low.max(BigDecimal.ZERO));
    }
    if (low.signum() < 0) {
      pieces.get(rises ? Piece.up_below : Piece.down_below)[place] =
          low.subtract(high.min(BigDecimal.ZERO));
    }
  }

  /** One height for each bar; null where it has no such piece. */
  BigDecimal[] of(Piece piece) {
    return pieces.get(piece).clone();
  }
}
