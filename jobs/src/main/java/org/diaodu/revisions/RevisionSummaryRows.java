package org.diaodu.revisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.domain.RevisionStatistics;

/**
 * {@code statistics.revision_summary}: how much, and to which side, the first figures of a series
 * are revised.
 */
public final class RevisionSummaryRows {
  private RevisionSummaryRows() {}

  /**
   * The summary of one series; empty where none of its figures has a value both first and now.
   * Nearly all figures have one vintage, which is both; these are counted and no more, so that they
   * need not be put together one by one.
   *
   * @param series its vintages with a value that are known on the day
   * @param revisions its rows of {@code statistics.revisions} of the same day, in any order
   * @param asOf the day, stored with the row
   * @throws IllegalArgumentException where the revisions have more values than the series
   */
  public static Optional<RevisionSummaryRow> of(
      SeriesValues series, Collection<RevisionRow> revisions, LocalDate asOf) {
    List<BigDecimal> all = new ArrayList<>(revisionsOf(revisions));
    all.addAll(Collections.nCopies(neverRevised(series, revisions), BigDecimal.ZERO));
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(row(series, RevisionStatistics.of(all), asOf));
  }

  /**
   * How far figures of several vintages moved, in the order of their periods. Without those that
   * had no value first, have none now, or moved out of range: their difference is null.
   */
  private static List<BigDecimal> revisionsOf(Collection<RevisionRow> revisions) {
    return revisions.stream()
        .filter(RevisionRow::isCurrent)
        .sorted(Comparator.comparing(RevisionRow::timePeriod))
        .map(RevisionRow::totalRevision)
        .filter(Objects::nonNull)
        .toList();
  }

  /** How many figures have one vintage, and it has a value. */
  private static int neverRevised(SeriesValues series, Collection<RevisionRow> revisions) {
    long inRevisions = revisions.stream().filter(row -> row.obsValue() != null).count();
    if (inRevisions > series.values()) {
      throw new IllegalArgumentException(
          "Cannot sum up revisions of %s: they have %d values".formatted(series, inRevisions));
    }
    return Math.toIntExact(series.values() - inRevisions);
  }

  private static RevisionSummaryRow row(
      SeriesValues series, RevisionStatistics of, LocalDate asOf) {
    return new RevisionSummaryRow(
        series.indicator(),
        series.refArea(),
        series.freq(),
        series.accumulation(),
        series.measure(),
        series.provenance(),
        of.figures(),
        of.revised(),
        of.mean(),
        of.meanAbsolute(),
        of.t(),
        of.p(),
        of.bias(),
        of.notTestedBecause(),
        asOf);
  }
}
