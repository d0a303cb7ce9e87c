package org.diaodu.simulate;

import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/** One line of a simulated file, and the file that it belongs to. */
record SimulatedRow(
    String file,
    String refArea,
    String indicator,
    TimePeriod period,
    Accumulation accumulation,
    Measure measure,
    String value,
    String unit,
    String status,
    LocalDate releaseDate,
    String note) {

  static final String HEADER =
      "ref_area,indicator,time_period,accumulation,measure,obs_value,unit,obs_status,release_date,provenance,note\n";

  String line() {
    return "%s,%s,%s,%s,%s,%s,%s,%s,%s,simulated,%s\n"
        .formatted(
            refArea,
            indicator,
            period,
            accumulation,
            measure,
            value,
            unit,
            status,
            releaseDate,
            note);
  }
}
