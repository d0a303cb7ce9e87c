package org.diaodu.trace;

import java.util.Set;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRow;

/**
 * A figure of a series, whichever its measure: what {@code statistics.observations} is asked for.
 *
 * @param indicator code
 * @param refArea code
 * @param freq A, Q or M
 * @param accumulation PER, YTD or EOP
 * @param period the period
 */
public record SeriesPoint(
    String indicator, String refArea, String freq, String accumulation, String period) {
  /** The figures that a row of a computed table may rest on, its own first. */
  public static Set<SeriesPoint> under(TableRow row, RegionPack pack) {
    return Inputs.of(row, pack);
  }
}
