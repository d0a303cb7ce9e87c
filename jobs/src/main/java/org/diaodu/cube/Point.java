package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Provenance;

/**
 * What is known of one area at one period: its level, reported or derived, and its growth as
 * published.
 *
 * @param level the level; {@link Level#NONE} where only growth is known
 * @param published the published growth; null where there is none
 * @param months months that the level covers; 0 for a stock
 * @param derivation how the level came about
 */
record Point(Level level, Vintage published, int months, Derivation derivation) {

  /**
   * A level, and what it was made from.
   *
   * @param value in the indicator's unit; null where there is none
   * @param decimals decimals with which it was printed
   * @param isWithdrawn whether it was received as missing
   * @param provenance of what it was made from; null where there is none
   * @param released latest release of what it was made from; null where there is none
   * @param periods how many periods' figures it was made from: 2 for the difference of two
   */
  record Level(
      BigDecimal value,
      int decimals,
      boolean isWithdrawn,
      Provenance provenance,
      LocalDate released,
      int periods) {
    static final Level NONE = new Level(null, 0, false, null, null, 1);

    static Level reported(Vintage vintage) {
      return vintage == null
          ? NONE
          : new Level(
              vintage.value(),
              vintage.decimals(),
              vintage.isWithdrawn(),
              vintage.provenance(),
              vintage.released(),
              1);
    }

    /** The provenance of a figure that is used; null where there is no figure to use. */
    Provenance usedProvenance() {
      return value == null ? null : provenance;
    }
  }

  BigDecimal publishedValue() {
    return published == null ? null : published.value();
  }

  int publishedDecimals() {
    return published == null ? 0 : published.decimals();
  }

  Provenance publishedProvenance() {
    return published == null ? null : published.provenance();
  }

  /** The later release of level and growth. */
  LocalDate released() {
    return later(level.released(), published == null ? null : published.released());
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
