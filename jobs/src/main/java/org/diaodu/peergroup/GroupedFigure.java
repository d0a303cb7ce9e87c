package org.diaodu.peergroup;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/**
 * A row of {@code statistics.observations} in one of the peer groups that its area counts in.
 *
 * @param peerGroup aggregate of the group
 * @param releaseDay day of release, counted from 1970 on: millions of these are exchanged
 * @param arrivedMicros when it came, in microseconds
 * @param recordedMicros when it was stored, in microseconds
 */
public record GroupedFigure(
    String indicator,
    Frequency freq,
    String peerGroup,
    String refArea,
    TimePeriod timePeriod,
    Accumulation accumulation,
    Measure measure,
    BigDecimal obsValue,
    Integer obsDecimals,
    ObservationStatus obsStatus,
    int releaseDay,
    long arrivedMicros,
    long recordedMicros,
    Provenance provenance) {

  /** What its cube is named by. */
  public Cubes.Key key() {
    return new Cubes.Key(indicator, freq, peerGroup);
  }

  /** The figure as cubes take it. */
  public Observation observation() {
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
            LocalDate.ofEpochDay(releaseDay),
            arrivedMicros,
            recordedMicros,
            provenance));
  }
}
