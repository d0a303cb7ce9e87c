package org.diaodu.attainment;

import java.math.BigDecimal;
import org.diaodu.cube.CapitalShare;
import org.diaodu.cube.SeriesFigure;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;

/**
 * One side of a comparison: the actual figure, or what it is held against.
 *
 * @param value in the target's unit; null where there is none
 * @param why why there is none; null where there is one
 * @param provenance of the figures that it was made from; null where no figure is in it
 * @param flag what has to be said of its figure beside that of a year ago; null where there is
 *     nothing
 * @param isOverBreak whether it was computed over that break, so that no light may rest on it
 */
record Compared(
    BigDecimal value,
    NotComputed why,
    Provenance provenance,
    SeriesFlag flag,
    boolean isOverBreak) {

  static Compared none(NotComputed why) {
    return new Compared(null, why, null, null, false);
  }

  /** A value that no series carries: of a plan, a report or a count. */
  static Compared plain(BigDecimal value, Provenance provenance, NotComputed whyNone) {
    return new Compared(value, value == null ? whyNone : null, provenance, null, false);
  }

  /** The reported growth of a figure. */
  static Compared growth(SeriesFigure figure) {
    return new Compared(
        figure.growth(),
        figure.whyNoGrowth(),
        figure.growthProvenance(),
        figure.flag(),
        figure.isGrowthOverBreak());
  }

  /** The level of a figure, which by itself compares with nothing. */
  static Compared level(SeriesFigure figure) {
    return new Compared(
        figure.level(),
        figure.whyNoLevel(),
        figure.level() == null ? null : figure.levelProvenance(),
        figure.flag(),
        false);
  }

  /** The level of a year ago, as what a figure is held against. */
  static Compared levelYearAgo(SeriesFigure figure) {
    return new Compared(
        figure.levelYearAgo(),
        figure.levelYearAgo() == null ? NotComputed.no_base_period : null,
        figure.levelYearAgoProvenance(),
        figure.flag(),
        figure.isOverBreak());
  }

  /** The share of now. */
  static Compared share(CapitalShare share) {
    return new Compared(share.pct(), share.why(), share.provenance(), share.flag(), false);
  }

  /** The share of a year ago, as what that of now is held against. */
  static Compared shareYearAgo(CapitalShare share) {
    return new Compared(
        share.yearAgoPct(),
        share.whyNotCompared(),
        share.comparedProvenance(),
        share.flag(),
        share.isOverBreak());
  }
}
