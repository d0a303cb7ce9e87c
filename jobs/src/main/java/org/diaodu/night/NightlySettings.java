package org.diaodu.night;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.diaodu.domain.TimePeriod;

/**
 * What a nightly run is told.
 *
 * @param region folder of the region pack
 * @param landing folder where files arrive
 * @param warehouse where the tables are
 * @param out folder for documents
 * @param asOf day as of which figures are known; empty = today in the region's time zone
 * @param period month of the bulletin; empty = the newest month with a figure held against a target
 * @param embargoed whether figures that are not public yet are shown, on marked pages
 * @param clock what time it is
 */
public record NightlySettings(
    Path region,
    Path landing,
    String warehouse,
    Path out,
    Optional<LocalDate> asOf,
    Optional<TimePeriod> period,
    boolean embargoed,
    Clock clock) {

  /** The same with another folder for documents. */
  NightlySettings to(Path folder) {
    return new NightlySettings(region, landing, warehouse, folder, asOf, period, embargoed, clock);
  }
}
