package org.diaodu.cube;

import java.io.Serializable;
import java.math.BigDecimal;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;

/**
 * What {@code statistics.capital_share} says of one period, for those who judge it and need no row.
 *
 * @param pct the share in percent; null where there is none
 * @param exactPct the same before it was rounded; null where there is none
 * @param why why there is none; null where there is one
 * @param provenance of the figures that the share was made from
 * @param yearAgoPct the share of a year ago; null where the two cannot be compared
 * @param exactYearAgoPct the same before it was rounded; null where there is none
 * @param whyNotCompared why they cannot; null where they can
 * @param comparedProvenance of the figures of both years that were used
 * @param flag what has to be said of the two years; null where there is nothing
 */
public record CapitalShare(
    BigDecimal pct,
    Fraction exactPct,
    NotComputed why,
    Provenance provenance,
    BigDecimal yearAgoPct,
    Fraction exactYearAgoPct,
    NotComputed whyNotCompared,
    Provenance comparedProvenance,
    SeriesFlag flag)
    implements Serializable {

  /** Whether a break lies between the two years. */
  public boolean isOverBreak() {
    return flag == SeriesFlag.break_in_series;
  }
}
