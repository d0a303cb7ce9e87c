package org.diaodu.revisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.VintageOrder;

/**
 * A figure as it was once released: what revisions need of a row of {@code
 * statistics.observations}. What each column means stands in its contract.
 */
public record Release(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    Measure measure,
    TimePeriod timePeriod,
    Provenance provenance,
    BigDecimal obsValue,
    ObservationStatus obsStatus,
    LocalDate releaseDate,
    Instant arrivedAt,
    Instant recordedAt,
    String sourceFile,
    String sourceCell) {

  /** The order of the vintages of one figure. */
  static final Comparator<Release> VINTAGE_ORDER =
      VintageOrder.of(Release::releaseDate, Release::arrivedAt, Release::recordedAt);
}
