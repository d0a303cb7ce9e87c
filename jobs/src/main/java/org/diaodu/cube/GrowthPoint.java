package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;

/**
 * One figure beside those of its own series.
 *
 * @param now the figure
 * @param base the same a year earlier; null where there is none, or it covers other months
 * @param constant growth on a year earlier of the levels at constant prices
 * @param growth growth on the base
 * @param why why the reported growth (of a rate, the change) is null; null where it is not
 * @param average growth of two years together
 * @param yearEnd of a stock, the level at the end of last year; null where there is none
 * @param sinceYearEnd growth on that, in percent; null where there is none
 * @param flag what has to be said of base and figure; null where there is nothing
 */
record GrowthPoint(
    Point now,
    Point base,
    Constant constant,
    Growth.Result growth,
    NotComputed why,
    Average average,
    Point.Level yearEnd,
    BigDecimal sinceYearEnd,
    SeriesFlag flag) {

  /**
   * Growth computed from levels at constant prices.
   *
   * @param base the figure of a year earlier; null where it has no level at constant prices, or one
   *     at those of another year
   * @param pct in percent; null where there is none
   */
  record Constant(Point base, BigDecimal pct) {
    static final Constant NONE = new Constant(null, null);

    BigDecimal levelYearAgo() {
      return base == null ? null : base.constantValue();
    }

    Provenance baseProvenance() {
      return base == null ? null : base.constantProvenance();
    }

    LocalDate baseReleased() {
      return base == null ? null : base.beside().constant().released();
    }
  }

  /**
   * Average growth of two years.
   *
   * @param pct in percent; null where there is none
   * @param basis {@code published}, or {@code computed} from the growth of both years; null where
   *     there is none
   * @param why why; null where there is one
   * @param flag what has to be said of the two years; null where there is nothing
   * @param provenance of the published average, or of both growths
   */
  record Average(
      BigDecimal pct,
      Growth.Basis basis,
      NotComputed why,
      SeriesFlag flag,
      Provenance provenance) {}

  BigDecimal level() {
    return now.level().value();
  }

  BigDecimal levelYearAgo() {
    return base == null ? null : base.level().value();
  }

  /** The reported growth, of which there must be one, before it was rounded. */
  Fraction exactGrowth() {
    return switch (growth.basis()) {
      case published -> Fraction.of(growth.reported());
      case constant_prices -> Growth.exact(now.constantValue(), constant.levelYearAgo());
      case computed -> Growth.exact(level(), levelYearAgo());
    };
  }

  Provenance baseProvenance() {
    return base == null ? null : base.level().usedProvenance();
  }

  /** Of every figure that stands in the row or is in a result of it along the series. */
  Provenance provenance() {
    return Provenance.ofUsed(
        now.level().provenance(),
        now.beside().provenance(),
        baseProvenance(),
        constant.baseProvenance(),
        yearEnd == null ? null : yearEnd.usedProvenance());
  }

  /** Of the figures that the reported growth was made from; null where there is none. */
  Provenance provenanceOfGrowth() {
    return provenanceOfGrowth(now, base, constant, growth);
  }

  static Provenance provenanceOfGrowth(
      Point now, Point base, Constant constant, Growth.Result growth) {
    if (growth.reported() == null) {
      return null;
    }
    return switch (growth.basis()) {
      case published -> now.publishedProvenance();
      case constant_prices ->
          Provenance.ofUsed(now.constantProvenance(), constant.baseProvenance());
      case computed -> Provenance.ofUsed(now.level().provenance(), base.level().provenance());
    };
  }

  /** The latest release of these. */
  LocalDate released() {
    LocalDate latest = Point.later(now.released(), constant.baseReleased());
    if (levelYearAgo() != null) {
      latest = Point.later(latest, base.level().released());
    }
    return yearEnd == null || yearEnd.value() == null
        ? latest
        : Point.later(latest, yearEnd.released());
  }
}
