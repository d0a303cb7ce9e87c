package org.diaodu.cube;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/**
 * The reported levels of a peer group at one period, as far as they can be compared.
 *
 * @param period which period
 * @param aggregate the level of the aggregate itself; null where it has none
 * @param components the levels of those components that have one, by the code of the area
 */
public record CrossSection(
    TimePeriod period, Level aggregate, SortedMap<String, Level> components) {

  /**
   * A reported level.
   *
   * @param value in the indicator's unit; never null
   * @param provenance whether an authority gave it
   */
  public record Level(BigDecimal value, Provenance provenance) {}
}
