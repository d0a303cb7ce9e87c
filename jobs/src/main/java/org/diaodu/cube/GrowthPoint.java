package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;

/**
 * One figure beside those of its own series.
 *
 * @param now the figure
 * @param base the same a year earlier; null where there is none, or it covers other months
 * @param growth growth on the base
 * @param why why the reported growth (of a rate, the change) is null; null where it is not
 * @param average growth of two years together
 * @param yearEnd of a stock, the level at the end of last year; null where there is none
 * @param sinceYearEnd growth on that, in percent; null where there is none
 * @param isFlagged whether a break lies between base and figure
 */
record GrowthPoint(
    Point now,
    Point base,
    Growth.Result growth,
    NotComputed why,
    Average average,
    Point.Level yearEnd,
    BigDecimal sinceYearEnd,
    boolean isFlagged) {

  /**
   * Average growth of two years.
   *
   * @param pct in percent; null where there is none
   * @param why why; null where there is one
   * @param isFlagged whether a break lies in the two years
   * @param provenance of both growths
   */
  record Average(BigDecimal pct, NotComputed why, boolean isFlagged, Provenance provenance) {}

  BigDecimal level() {
    return now.level().value();
  }

  BigDecimal levelYearAgo() {
    return base == null ? null : base.level().value();
  }

  Provenance baseProvenance() {
    return base == null ? null : base.level().usedProvenance();
  }

  /** Of every figure that stands in the row or is in a result of it along the series. */
  Provenance provenance() {
    return Provenance.ofUsed(
        now.level().provenance(),
        now.publishedProvenance(),
        baseProvenance(),
        yearEnd == null ? null : yearEnd.usedProvenance());
  }

  /** Of the figures that the reported growth was made from; null where there is none. */
  Provenance provenanceOfGrowth() {
    return provenanceOfGrowth(now, base, growth);
  }

  static Provenance provenanceOfGrowth(Point now, Point base, Growth.Result growth) {
    if (growth.reported() == null) {
      return null;
    }
    return growth.basis() == Growth.Basis.published
        ? now.publishedProvenance()
        : Provenance.ofUsed(now.level().provenance(), base.level().provenance());
  }

  /** The latest release of these. */
  LocalDate released() {
    LocalDate latest = now.released();
    if (levelYearAgo() != null) {
      latest = Point.later(latest, base.level().released());
    }
    return yearEnd == null || yearEnd.value() == null
        ? latest
        : Point.later(latest, yearEnd.released());
  }
}
