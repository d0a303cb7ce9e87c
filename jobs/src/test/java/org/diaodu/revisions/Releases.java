package org.diaodu.revisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** Vintages of one series, monthly retail sales of T01, in the order in which they were stored. */
final class Releases {
  private final Measure measure;
  private final List<Release> all = new ArrayList<>();

  /** Of levels, without any figure. */
  Releases() {
    this(Measure.LEVEL);
  }

  Releases(Measure measure) {
    this.measure = measure;
  }

  /** A figure as released on a day; {@code null} is a withdrawal. */
  Releases add(String period, String value, String released) {
    all.add(
        new Release(
            "retail_sales",
            "T01",
            Frequency.M,
            Accumulation.YTD,
            measure,
            TimePeriod.of(period),
            Provenance.official,
            value == null ? null : new BigDecimal(value).setScale(6),
            value == null ? ObservationStatus.M : ObservationStatus.A,
            LocalDate.parse(released),
            null,
            Instant.ofEpochSecond(all.size()),
            "file-%d.csv".formatted(all.size() + 1),
            "2:6"));
    return this;
  }

  List<Release> all() {
    return List.copyOf(all);
  }

  /** The revisions of all figures. */
  List<RevisionRow> revisions(LocalDate asOf) {
    return all.stream()
        .collect(Collectors.groupingBy(Release::timePeriod, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(figure -> RevisionRows.of(figure, asOf).stream())
        .toList();
  }

  /** The summary of the series. */
  Optional<RevisionSummaryRow> summary(LocalDate asOf) {
    long values =
        all.stream()
            .filter(release -> !release.releaseDate().isAfter(asOf) && release.obsValue() != null)
            .count();
    return RevisionSummaryRows.of(series(values), revisions(asOf), asOf);
  }

  /** The series with a number of values. */
  SeriesValues series(long values) {
    return new SeriesValues(
        "retail_sales", "T01", Frequency.M, Accumulation.YTD, measure, Provenance.official, values);
  }
}
