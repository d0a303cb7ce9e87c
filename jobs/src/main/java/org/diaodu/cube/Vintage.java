package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;

/**
 * One figure as it was once released.
 *
 * @param value in its unit; null where it was withdrawn
 * @param decimals decimals with which it was printed
 * @param status its status
 * @param released day of release
 * @param arrivedAt when it came, in microseconds
 * @param recordedAt when it was stored, in microseconds
 * @param provenance whether an authority gave it
 */
public record Vintage(
    BigDecimal value,
    int decimals,
    ObservationStatus status,
    LocalDate released,
    long arrivedAt,
    long recordedAt,
    Provenance provenance) {

  /**
   * The order whose greatest is the latest vintage: an official figure takes precedence over a
   * simulated one, then as {@code domain.VintageOrder} says.
   */
  public static final Comparator<Vintage> PRECEDENCE =
      Comparator.comparing((Vintage v) -> v.provenance() == Provenance.official)
          .thenComparing(Vintage::released)
          .thenComparingLong(Vintage::arrivedAt)
          .thenComparingLong(Vintage::recordedAt);

  /**
   * The order whose least is the preliminary release: an official figure before a simulated one,
   * then the other way round.
   */
  public static final Comparator<Vintage> PRELIMINARY_FIRST =
      Comparator.comparing((Vintage v) -> v.provenance() != Provenance.official)
          .thenComparing(Vintage::released)
          .thenComparingLong(Vintage::arrivedAt)
          .thenComparingLong(Vintage::recordedAt);

  static Vintage latest(Vintage one, Vintage other) {
    return PRECEDENCE.compare(one, other) >= 0 ? one : other;
  }

  /** Whether it gives the same figure, in this release or another. */
  public boolean saysAs(Vintage other) {
    return status == other.status() && ExactDecimal.same(value, other.value());
  }

  boolean isWithdrawn() {
    return status.isMissing();
  }

  /** Whether it is not for the public. */
  public boolean isSuppressed() {
    return status == ObservationStatus.Q;
  }

  boolean isBreak() {
    return status == ObservationStatus.B;
  }
}
