package org.diaodu.peergroup;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** Rows of observations, as {@link LinedUp} puts them together, as what the cube takes. */
final class ObservationDecoder implements Serializable {
  private static final long serialVersionUID = 1;

  /** The columns of a row, each with its place. */
  enum Field {
    INDICATOR(0),
    FREQ(1),
    PEER_GROUP(2),
    REF_AREA(3),
    TIME_PERIOD(4),
    ACCUMULATION(5),
    MEASURE(6),
    OBS_VALUE(7),
    OBS_DECIMALS(8),
    OBS_STATUS(9),
    RELEASE_DAY(10),
    RECORDED_MICROS(11),
    PROVENANCE(12);

    private final int at;

    Field(int at) {
      this.at = at;
    }
  }

  private transient Map<String, TimePeriod> periods;

  Map.Entry<Cubes.Key, Observation> entry(Row row) {
    Cubes.Key key =
        new Cubes.Key(
            text(row, Field.INDICATOR),
            Frequency.valueOf(text(row, Field.FREQ)),
            text(row, Field.PEER_GROUP));
    return Map.entry(key, observation(row));
  }

  Observation observation(Row row) {
    return new Observation(
        text(row, Field.INDICATOR),
        text(row, Field.REF_AREA),
        period(text(row, Field.TIME_PERIOD)),
        Accumulation.valueOf(text(row, Field.ACCUMULATION)),
        Measure.valueOf(text(row, Field.MEASURE)),
        new Vintage(
            (BigDecimal) row.get(Field.OBS_VALUE.at),
            row.isNullAt(Field.OBS_DECIMALS.at) ? 0 : row.getInt(Field.OBS_DECIMALS.at),
            ObservationStatus.valueOf(text(row, Field.OBS_STATUS)),
            LocalDate.ofEpochDay(row.getInt(Field.RELEASE_DAY.at)),
            row.getLong(Field.RECORDED_MICROS.at),
            Provenance.valueOf(text(row, Field.PROVENANCE))));
  }

  /** There are some hundred texts of periods, and millions of rows. */
  private TimePeriod period(String text) {
    if (periods == null) {
      periods = new HashMap<>();
    }
    return periods.computeIfAbsent(text, TimePeriod::of);
  }

  private static String text(Row row, Field field) {
    return row.getString(field.at);
  }
}
