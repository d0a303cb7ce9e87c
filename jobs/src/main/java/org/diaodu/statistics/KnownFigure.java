package org.diaodu.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.VintageOrder;

/** A row of {@code statistics.observations}, without what it says of its source. */
public record KnownFigure(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    TimePeriod timePeriod,
    Measure measure,
    BigDecimal obsValue,
    Integer obsDecimals,
    ObservationStatus obsStatus,
    LocalDate releaseDate,
    Instant arrivedAt,
    Instant recordedAt,
    Provenance provenance) {

  /** The figure as cubes take it. */
  Observation observation() {
    return new Observation(
        indicator,
        refArea,
        timePeriod,
        accumulation,
        measure,
        new Vintage(
            obsValue,
            obsDecimals == null ? 0 : obsDecimals,
            obsStatus,
            releaseDate,
            micros(VintageOrder.arrival(arrivedAt, recordedAt)),
            micros(recordedAt),
            provenance));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
