package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is left of a total when its areas are taken from it, and why. Definitions: {@code
 * docs/method/residual.md}.
 */
public final class Residual {
  private Residual() {}

  /** Why a total and the sum of its areas differ, or that they do not. */
  public enum ResidualClass {
    /** They are equal. */
    none,
    /** No more than the printed decimals of the figures explain. */
    rounding,
    /** Something is counted in two areas, or a zone stands outside all of them. */
    overlap,
    /** The total has more: what is accounted for at its own level and in none of the areas. */
    own_level_units
  }

  /**
   * The class of a residual. It is rounding up to half a unit of the last printed digit for the
   * total and for each area; it is overlap where it is negative, or where an overlapping area's own
   * figure explains it within rounding; else it is what the total's own level accounts for.
   *
   * <p>Example: six zones of 32358.1 in all and a total of 28811.4 leave −3546.7, an overlap.
   *
   * @param total the published total
   * @param areasSum the sum of the areas
   * @param areas how many there are
   * @param decimals decimals with which the indicator is printed
   * @param overlapping figures of areas that are listed and never summed
   */
  public static ResidualClass classOf(
      BigDecimal total,
      BigDecimal areasSum,
      int areas,
      int decimals,
      List<BigDecimal> overlapping) {
    BigDecimal residual = total.subtract(areasSum);
    BigDecimal tolerance =
        BigDecimal.valueOf(5, decimals + 1).multiply(BigDecimal.valueOf(areas + 1L));
    if (residual.signum() == 0) {
      return ResidualClass.none;
    }
    if (residual.abs().compareTo(tolerance) <= 0) {
      return ResidualClass.rounding;
    }
    boolean explained =
        overlapping.stream()
            .anyMatch(figure -> residual.subtract(figure).abs().compareTo(tolerance) <= 0);
    return residual.signum() < 0 || explained
        ? ResidualClass.overlap
        : ResidualClass.own_level_units;
  }
}
