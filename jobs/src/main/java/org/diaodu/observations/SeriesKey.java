package org.diaodu.observations;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** The dimensions that name a figure, and with its vintage a row of the observations. */
final class SeriesKey {
  /** What names a line of figures, cumulative and not: growth looks along it. */
  static final List<String> LINE = List.of("indicator", "ref_area", "freq");

  /** What names a figure. */
  static final List<String> OBSERVATION =
      List.of("indicator", "ref_area", "freq", "accumulation", "time_period", "measure");

  /** What names a figure as one source says it. */
  static final List<String> OF_SOURCE =
      Stream.concat(OBSERVATION.stream(), Stream.of("source")).toList();

  private SeriesKey() {}

  static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
