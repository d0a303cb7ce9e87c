package org.diaodu.region;

import java.io.Serializable;
import java.util.List;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;

/**
 * A row of {@code areas.csv}.
 *
 * @param refArea code, GB/T 2260 where one exists
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param parent code of the area it belongs to; empty for the highest
 * @param level country, state, county, zone, …
 * @param capital whether it is the capital
 * @param inTotal whether its figures add up to its parent's; false for one that overlaps others
 * @param aliases other names under which it really occurs
 * @param validity the days on which it exists
 * @param succeeds codes of the areas that it took over from: their figures together are its base of
 *     the year before
 * @param place where it stands on a map of tiles
 */
public record Area(
    String refArea,
    String nameZh,
    String nameEn,
    String parent,
    String level,
    boolean capital,
    boolean inTotal,
    List<String> aliases,
    Validity validity,
    List<String> succeeds,
    MapPlace place)
    implements Serializable {

  /** Whether it exists at the end of a period, which decides for the whole of it. */
  public boolean isAt(TimePeriod period) {
    return validity.isAt(period);
  }
}
