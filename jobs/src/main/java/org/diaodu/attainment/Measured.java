package org.diaodu.attainment;

import java.math.BigDecimal;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;

/**
 * A check with the two figures that are held against each other.
 *
 * @param check the check
 * @param actual the figure
 * @param required what it is held against
 * @param figure the series' own figure of the check's area; null where nothing is known of it, and
 *     where no series measures the target
 */
record Measured(PlannedCheck check, Compared actual, Compared required, TargetFigure figure) {

  /** Why there is nothing to judge; null where there is. */
  NotComputed why() {
    if (required.why() == NotComputed.value_not_set) {
      return NotComputed.value_not_set;
    }
    if (actual.value() == null) {
      return check.due() ? actual.why() : NotComputed.not_due;
    }
    if (required.value() == null) {
      return required.why();
    }
    return isOverBreak() ? NotComputed.series_break : null;
  }

  /** Whether the comparison reaches over a break in a series. */
  boolean isOverBreak() {
    return actual.isOverBreak() || required.isOverBreak();
  }

  /** The graver of both figures. */
  SeriesFlag flag() {
    return SeriesFlag.graver(actual.flag(), required.flag());
  }

  /**
   * Of the figures that went into the comparison, and of no other; without an actual figure, of
   * what an estimate of it rests on.
   */
  Provenance provenance() {
    return Provenance.ofUsed(
        actual.value() != null || figure == null
            ? actual.provenance()
            : figure.figure().provenance(),
        required.provenance());
  }

  /** What earlier years may say beside the figures. */
  EarlierYears earlierYears() {
    return figure == null ? EarlierYears.NONE : figure.earlierYears(provenance());
  }

  BigDecimal actualValue() {
    return actual.value();
  }

  BigDecimal requiredValue() {
    return required.value();
  }
}
