package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;

/**
 * What is known of one area at one period: its level, reported or derived, and what was reported
 * beside it.
 *
 * @param level the level; {@link Level#NONE} where none is known
 * @param beside what was reported beside the level
 * @param months months that the level covers; 0 for a stock
 * @param derivation how the level came about
 */
record Point(Level level, Beside beside, int months, Derivation derivation) {

  /**
   * What an authority reports beside a level, and what is only ever reported: none of it is derived
   * from cumulative figures.
   *
   * @param published the published growth; null where there is none
   * @param constant the level at constant prices; null where there is none
   * @param average the published average growth of two years; null where there is none
   */
  record Beside(Vintage published, Vintage constant, Vintage average) {
    static final Beside NOTHING = new Beside(null, null, null);

    boolean isNothing() {
      return published == null && constant == null && average == null;
    }

    /** The latest release of these; null where there is none. */
    LocalDate released() {
      LocalDate ofGrowth = later(releaseOf(published), releaseOf(average));
      return later(ofGrowth, releaseOf(constant));
    }

    /** Of all of these; null where there is none. */
    Provenance provenance() {
      return isNothing()
          ? null
          : Provenance.ofUsed(
              provenanceOf(published), provenanceOf(constant), provenanceOf(average));
    }

    private static LocalDate releaseOf(Vintage vintage) {
      return vintage == null ? null : vintage.released();
    }
  }

  /**
   * A level, and what it was made from.
   *
   * @param value in the indicator's unit; null where there is none
   * @param decimals decimals with which it was printed
   * @param isWithdrawn whether it was received as missing
   * @param isSuppressed whether it is not for the public
   * @param provenance of what it was made from; null where there is none
   * @param released latest release of what it was made from; null where there is none
   * @param periods how many periods' figures it was made from: 2 for the difference of two
   */
  record Level(
      BigDecimal value,
      int decimals,
      boolean isWithdrawn,
      boolean isSuppressed,
      Provenance provenance,
      LocalDate released,
      int periods) {
    static final Level NONE = new Level(null, 0, false, false, null, null, 1);

    static Level reported(Vintage vintage) {
      return vintage == null
          ? NONE
          : new Level(
              vintage.value(),
              vintage.decimals(),
              vintage.isWithdrawn(),
              vintage.isSuppressed(),
              vintage.provenance(),
              vintage.released(),
              1);
    }

    /** Why there is no value; null where there is one. */
    NotComputed why() {
      if (value != null) {
        return null;
      }
      if (isSuppressed) {
        return NotComputed.suppressed;
      }
      return isWithdrawn ? NotComputed.missing_value : NotComputed.no_observation;
    }

    /** The provenance of a figure that is used; null where there is no figure to use. */
    Provenance usedProvenance() {
      return value == null ? null : provenance;
    }
  }

  BigDecimal publishedValue() {
    return valueOf(beside.published());
  }

  int publishedDecimals() {
    return beside.published() == null ? 0 : beside.published().decimals();
  }

  Provenance publishedProvenance() {
    return provenanceOf(beside.published());
  }

  /** The level at constant prices; null where there is none. */
  BigDecimal constantValue() {
    return valueOf(beside.constant());
  }

  /** The provenance of the level at constant prices; null where there is none to use. */
  Provenance constantProvenance() {
    return constantValue() == null ? null : provenanceOf(beside.constant());
  }

  /** The published average growth of two years; null where there is none. */
  BigDecimal averageValue() {
    return valueOf(beside.average());
  }

  Provenance averageProvenance() {
    return provenanceOf(beside.average());
  }

  /** The latest release of all that is known. */
  LocalDate released() {
    return later(level.released(), beside.released());
  }

  private static BigDecimal valueOf(Vintage vintage) {
    return vintage == null ? null : vintage.value();
  }

  private static Provenance provenanceOf(Vintage vintage) {
    return vintage == null ? null : vintage.provenance();
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
