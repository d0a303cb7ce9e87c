package org.diaodu.cube;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Places among peers: ties share the lower number and the next is skipped, 1, 1, 3. A figure that
 * is missing has no place.
 */
final class Ranks {
  private Ranks() {}

  /**
   * The place of each figure; null where there is none.
   *
   * @param moreIsBetter whether the greatest has the first place
   */
  static Integer[] of(List<BigDecimal> figures, boolean moreIsBetter) {
    BigDecimal[] ordered =
        figures.stream().filter(java.util.Objects::nonNull).sorted().toArray(BigDecimal[]::new);
    Integer[] places = new Integer[figures.size()];
    for (int i = 0; i < places.length; i++) {
      BigDecimal figure = figures.get(i);
      if (figure != null) {
        places[i] = 1 + (moreIsBetter ? greater(ordered, figure) : less(ordered, figure));
      }
    }
    return places;
  }

  private static int greater(BigDecimal[] ordered, BigDecimal figure) {
    int at = Arrays.binarySearch(ordered, figure);
    while (at + 1 < ordered.length && ordered[at + 1].compareTo(figure) == 0) {
      at++;
    }
    return ordered.length - 1 - at;
  }

  private static int less(BigDecimal[] ordered, BigDecimal figure) {
    int at = Arrays.binarySearch(ordered, figure);
    while (at > 0 && ordered[at - 1].compareTo(figure) == 0) {
      at--;
    }
    return at;
  }
}
