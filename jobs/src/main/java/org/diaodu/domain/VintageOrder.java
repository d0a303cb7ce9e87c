package org.diaodu.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;

/**
 * The order of what was said of one figure: by day of release, within one release by arrival, and
 * of what came at one instant by the order in which it was stored. The greatest counts. For rows of
 * Spark the same order stands in {@code column.VintageColumns}.
 */
public final class VintageOrder {
  private VintageOrder() {}

  /**
   * Of statements that have these.
   *
   * @param arrivedAt null in what was stored before arrivals were kept: then when it was stored
   */
  public static <S> Comparator<S> of(
      Function<S, LocalDate> releaseDate,
      Function<S, Instant> arrivedAt,
      Function<S, Instant> recordedAt) {
    return Comparator.comparing(releaseDate)
        .thenComparing(said -> arrival(arrivedAt.apply(said), recordedAt.apply(said)))
        .thenComparing(recordedAt);
  }

  /** When something came; where that was not kept yet, when it was stored. */
  public static Instant arrival(Instant arrivedAt, Instant recordedAt) {
    return arrivedAt == null ? recordedAt : arrivedAt;
  }
}
